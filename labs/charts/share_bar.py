"""Who pays how much of a budget, drawn so that one sees that it adds up."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..balance import shares_difference
from ..cells import whole_number
from ..derived import share_of_budget
from ..filters import Row
from .geometry import LINE, WIDTH
from .geometry.lettering import broken
from .words import Table, TableRow, name_of, translated

LEFT, RIGHT, TOP = 2, WIDTH - 2, 30
BAR = 30
MOST_PIECES = 40
THINNEST = 3


@dataclass(frozen=True)
class Part:
    """What one kind of payer pays together: its stretch of the bar, and its words below at the same place.

    `cuts` is a path with a line between payers of equal shares; `language` is set where the name is Dutch.
    """

    names: list[str]
    language: str
    text: str
    x: int
    length: int
    y: int
    cuts: str

    @property
    def lines(self) -> list[tuple[str, int]]:
        return [(line, self.y + LINE * (number + 1)) for number, line in enumerate(self.names)]

    @property
    def text_y(self) -> int:
        return self.y + LINE * (len(self.names) + 1)

    @property
    def bar_y(self) -> int:
        return self.text_y + 8

    @property
    def middle(self) -> int:
        return self.bar_y + 6

    @property
    def end(self) -> int:
        return self.x + self.length


@dataclass(frozen=True)
class ShareBar:
    """The whole budget as a bar, and below it each part at its place in the whole."""

    key: str
    title: str
    description: str
    total: str
    verdict: str
    parts: list[Part]
    table: Table
    height: int
    width: int = WIDTH
    top: int = TOP
    bar: int = BAR
    left: int = LEFT
    right: int = RIGHT
    left_out: tuple[()] = ()


def build_share_bar(row: Row) -> ShareBar | None:
    """Return who pays how much of a lab's budget, or None where a source doesn't give all amounts."""
    figure = row.facts["budget"].figure
    shares: list[Any] = list(figure.shares.all()) if figure is not None else []
    if figure is None or not shares or any(share.amount_eur is None for share in shares):
        return None
    total = sum((share.total_eur for share in shares), Decimal(0))
    parts = _parts(shares, total)
    sums = "; ".join(f"{' '.join(part.names)}: {part.text}" for part in parts)
    title = _("Who pays for %s") % name_of(row)
    difference = shares_difference(figure.in_eur, [(share.payers, share.amount_eur) for share in shares])
    return ShareBar(
        key=f"chart-shares-{row.lab.code}",
        title=title,
        description=f"{sums}. {_verdict(difference)}",
        verdict=_verdict(difference),
        total=_("Together EUR %s") % whole_number(total),
        parts=parts,
        table=_table(shares, total),
        height=parts[-1].bar_y + 14 + 4,
    )


def _verdict(difference: Decimal | None) -> str:
    if difference is None:
        return _("The budget itself isn't known.")
    if difference == 0:
        return _("That adds up to the budget.")
    return _("That is EUR %s off the budget.") % whole_number(abs(difference))


def _parts(shares: list[Any], total: Decimal) -> list[Part]:
    parts: list[Part] = []
    paid, y = Decimal(0), TOP + BAR + 8
    for share in shares:
        name, language = translated(share, "payer")
        x, end = _place(paid, total), _place(paid + share.total_eur, total)
        length = max(end - x, THINNEST)
        part = Part(
            broken(name, RIGHT - LEFT, 3),
            language,
            _sum(share),
            min(x, RIGHT - length),
            length,
            y,
            _cuts(share, x, end),
        )
        parts.append(part)
        paid += share.total_eur
        y = part.bar_y + 20
    return parts


def _place(amount: Decimal, total: Decimal) -> int:
    part = share_of_budget(amount, total) or Decimal(0)
    return round(LEFT + part * (RIGHT - LEFT))


def _sum(share: Any) -> str:
    if share.payers == 1:
        return f"EUR {whole_number(share.total_eur)}"
    return f"{share.payers} × EUR {whole_number(share.amount_eur)} = EUR {whole_number(share.total_eur)}"


def _cuts(share: Any, start: int, end: int) -> str:
    """Return the lines between the equal payers of a part, unless they are too many to see."""
    if share.payers > MOST_PIECES or (end - start) < share.payers * 4:
        return ""
    steps = [start + (end - start) * number / share.payers for number in range(1, share.payers)]
    return "".join(f"M{step:.0f} {TOP}v{BAR}" for step in steps)


def _table(shares: list[Any], total: Decimal) -> Table:
    rows = [
        TableRow(
            translated(share, "payer")[0],
            [str(share.payers), f"EUR {whole_number(share.amount_eur)}", f"EUR {whole_number(share.total_eur)}"],
        )
        for share in shares
    ]
    return Table(
        [_("Who pays"), _("Number"), pgettext("amount", "Each"), pgettext("amount", "Together")],
        [*rows, TableRow(_("Sum"), ["", "", f"EUR {whole_number(total)}"])],
    )
