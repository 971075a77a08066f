"""Where the labs are: Europe in tiles, one per country."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nido_portal.core.countries import country_name

from ..filters import Row
from .geometry import WIDTH
from .geometry.tiles import COLUMNS, PLACES, ROWS
from .words import LeftOut, Table, TableRow, name_of

STEP_X, STEP_Y, GAP = WIDTH // COLUMNS, 40, 4
TILE_WIDTH, TILE_HEIGHT = STEP_X - GAP, STEP_Y - GAP


@dataclass(frozen=True)
class Tile:
    """A country on the map: its code, where it is, and how many labs it has."""

    code: str
    x: int
    y: int
    count: int

    @property
    def text_x(self) -> int:
        return self.x + TILE_WIDTH // 2

    @property
    def text_y(self) -> int:
        return self.y + TILE_HEIGHT // 2 + 6

    @property
    def path(self) -> str:
        return f"M{self.x} {self.y}h{TILE_WIDTH}v{TILE_HEIGHT}h-{TILE_WIDTH}z"


@dataclass(frozen=True)
class CountryMap:
    """The tiles with labs (`tiles`) and without (`empty`); countries that aren't on the map are `left_out`."""

    title: str
    description: str
    tiles: list[Tile]
    empty: list[Tile]
    left_out: list[LeftOut]
    table: Table
    key: str = "chart-countries"
    width: int = WIDTH
    height: int = ROWS * STEP_Y - GAP

    @property
    def empty_path(self) -> str:
        return "".join(tile.path for tile in self.empty)

    @property
    def path(self) -> str:
        return "".join(tile.path for tile in self.tiles)


def build_country_map(rows: list[Row]) -> CountryMap:
    """Return the number of labs by country; the reader's own lab isn't counted."""
    rows = [row for row in rows if not row.is_yours]
    counts = Counter(row.facts["country"].value for row in rows if row.facts["country"].value)
    tiles = [
        Tile(code, column * STEP_X + GAP // 2, row * STEP_Y, counts[code]) for code, (column, row) in PLACES.items()
    ]
    return CountryMap(
        title=_("Labs by country"),
        description=_description(counts),
        tiles=[tile for tile in tiles if tile.count],
        empty=[tile for tile in tiles if not tile.count],
        left_out=_left_out(rows, counts),
        table=_table(rows, counts),
    )


def _in_order(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda code: (-counts[code], country_name(code)))


def _labs(count: int) -> str:
    return ngettext("%d lab", "%d labs", count) % count


def _description(counts: Counter[str]) -> str:
    if not counts:
        return _("No lab here gives its country.")
    countries = "; ".join(f"{country_name(code)}: {_labs(counts[code])}" for code in _in_order(counts))
    return _("A map of Europe with a tile for each country. %s.") % countries


def _left_out(rows: list[Row], counts: Counter[str]) -> list[LeftOut]:
    elsewhere = [f"{country_name(code)} ({_labs(counts[code])})" for code in _in_order(counts) if code not in PLACES]
    nowhere = [name_of(row) for row in rows if not row.facts["country"].value]
    groups = [(_("Not on this map"), elsewhere), (_("Country not given"), nowhere)]
    return [LeftOut(reason, names) for reason, names in groups if names]


def _table(rows: list[Row], counts: Counter[str]) -> Table:
    by_country: dict[str, list[str]] = {}
    for row in rows:
        by_country.setdefault(row.facts["country"].value, []).append(name_of(row))
    return Table(
        [_("Country"), _("Number"), _("Labs")],
        [TableRow(country_name(code), [str(counts[code]), ", ".join(by_country[code])]) for code in _in_order(counts)],
    )
