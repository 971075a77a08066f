"""Europe as a map of equal tiles, one per country: each roughly where its neighbours are.

The layout is the portal's own. Codes are ISO 3166-1. A country that isn't on it is listed beside the map.
"""

LAYOUT = (
    "IS .. .. .. NO SE FI ..",
    ".. .. .. .. DK .. EE ..",
    "IE GB .. NL DE LT LV ..",
    ".. .. BE LU CZ PL BY ..",
    ".. .. FR CH AT SK UA ..",
    "PT ES .. IT SI HU RO MD",
    ".. .. .. .. HR RS BG ..",
    ".. .. .. .. BA ME MK TR",
    ".. .. .. MT .. AL GR CY",
)
EMPTY = ".."
COLUMNS = 8
ROWS = len(LAYOUT)

PLACES: dict[str, tuple[int, int]] = {
    code: (column, row) for row, line in enumerate(LAYOUT) for column, code in enumerate(line.split()) if code != EMPTY
}
