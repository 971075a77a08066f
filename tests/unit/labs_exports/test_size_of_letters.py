"""How large the brief's letters may be."""

from labs.brief_fit import FITS, SIZES, Content, estimated_height, first_fit

SHORT = Content(title=12, table=[[0, 10, 10], [12, 20, 20]], notes=[80], foot=[60], pictures=20)
LONG = Content(title=200, table=[[0, *[200] * 4]] + [[20, *[400] * 4]] * 14, notes=[300] * 20, foot=[900], pictures=40)


def test_little_text_gets_the_largest_letters():
    assert FITS[first_fit(SHORT)].size == max(SIZES)


def test_more_text_than_fits_gets_the_smallest_letters_before_anything_is_shortened():
    fit = FITS[first_fit(LONG)]
    assert fit.size == min(SIZES)
    assert fit == next(fit for fit in FITS if fit.size == min(SIZES))


def test_larger_letters_take_more_room():
    heights = [estimated_height(LONG, size) for size in SIZES]
    assert heights == sorted(heights, reverse=True)


def test_fits_go_from_roomy_to_tight():
    assert sorted(FITS, key=lambda fit: (-fit.size, -fit.longest)) == FITS
