"""Make two small woff2 files of the variable font: roman and italic, weights 400 to 700, for the Latin script.

The npm package splits the roman into `latin` and `latin-ext`. Both parts come from the same master with the same
glyph names, so the extended letters can be put back beside the basic ones.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

NAME = "atkinson-hyperlegible-next"
WEIGHTS = (400, 700)

# What the font lacks but French and Dutch texts use: drawn with the glyph of the nearest character.
SAME_AS = {0x202F: 0x2009, 0x2011: 0x2D}

BASIC = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153]
EXTENDED = range(0x100, 0x180)
PUNCTUATION = [*range(0x2009, 0x2028), 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212, *SAME_AS]


def build_roman_and_italic(source: Path, target: Path) -> list[Path]:
    """Write both files to `target` and return their paths."""
    roman = TTFont(source / f"{NAME}-latin-wght-normal.woff2")
    add_glyphs(roman, TTFont(source / f"{NAME}-latin-ext-wght-normal.woff2"))
    italic = TTFont(source / f"{NAME}-latin-wght-italic.woff2")
    return [
        write(roman, [*BASIC, *EXTENDED, *PUNCTUATION], target / f"{NAME}.woff2"),
        write(italic, [*BASIC, *PUNCTUATION], target / f"{NAME}-italic.woff2"),
    ]


def add_glyphs(font: TTFont, extension: TTFont) -> None:
    """Copy the glyphs of `extension` that `font` lacks: outlines, widths, variations and characters."""
    present = set(font.getGlyphOrder())
    missing = [name for name in extension.getGlyphOrder() if name not in present]
    outlines, widths, variations = font["glyf"], font["hmtx"], font["gvar"]
    font.setGlyphOrder([*font.getGlyphOrder(), *missing])
    outlines.setGlyphOrder(font.getGlyphOrder())
    for name in missing:
        outlines[name] = extension["glyf"][name]
        widths[name] = extension["hmtx"][name]
        variations.variations[name] = extension["gvar"].variations.get(name, [])
    # Without HVAR the widths vary by the phantom points of gvar, which hold the same values.
    del font["HVAR"]
    for table in font["cmap"].tables:
        for character, name in extension.getBestCmap().items():
            table.cmap.setdefault(character, name)


def write(font: TTFont, characters: list[int], path: Path) -> Path:
    """Keep `characters` and the weights in use, and write the font as woff2."""
    for table in font["cmap"].tables:
        for character, same_as in SAME_AS.items():
            table.cmap.setdefault(character, table.cmap[same_as])
    options = Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    small = instantiateVariableFont(font, {"wght": WEIGHTS})
    small.flavor = "woff2"
    small.save(path)
    return path
