"""Two to four labs side by side: which facts are shown, and which of them can't be compared."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .facts import FIELDS, GROUPS, Fact, Field
from .filters import Row

FEWEST, MOST = 2, 4
YOURS = "yours"


@dataclass(frozen=True)
class Line:
    """One fact of all compared labs; `warning` says why they can't be compared, '' if they can."""

    field: Field
    facts: list[Fact]
    warning: str

    @property
    def differs(self) -> bool:
        return len({fact.text for fact in self.facts}) > 1


@dataclass(frozen=True)
class Section:
    """The lines of one group: role, governance or resources."""

    key: str
    heading: str | Promise
    lines: list[Line]


@dataclass(frozen=True)
class Selection:
    """Which labs an address asks for, in their order, and whether only differences are wanted.

    `labs` are codes; `unknown` are codes that no lab has; `left_out` those beyond the fourth.
    `rest` are the parameters of one's own lab, which every address carries on.
    """

    labs: list[str]
    only_differences: bool = False
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    rest: tuple[tuple[str, str], ...] = ()

    def address(self, labs: list[str] | None = None, only_differences: bool | None = None) -> str:
        """Return the query string for some labs, the same in all languages: `?labs=ric,labx`."""
        query: list[tuple[str, str]] = [("labs", ",".join(self.labs if labs is None else labs))]
        if self.only_differences if only_differences is None else only_differences:
            query.append(("differences", "1"))
        return f"?{urlencode([*query, *self.rest], safe=',')}"

    @property
    def with_all(self) -> str:
        return self.address(only_differences=False)

    @property
    def with_differences(self) -> str:
        return self.address(only_differences=True)

    def without(self, code: str) -> str:
        return self.address([lab for lab in self.labs if lab != code])

    def moved(self, code: str, by: int) -> str:
        """Return the address with a column moved `by` places, or '' where it stands at the edge."""
        place = self.labs.index(code)
        target = place + by
        if not 0 <= target < len(self.labs):
            return ""
        labs = [lab for lab in self.labs if lab != code]
        labs.insert(target, code)
        return self.address(labs)

    def added(self, code: str) -> str:
        return self.address([*self.labs, code])


def read_selection(
    asked: str, known: set[str], only_differences: bool = False, rest: tuple[tuple[str, str], ...] = ()
) -> Selection:
    """Return the selection that the parameter `labs` asks for: codes with commas between.

    Doubles are dropped; codes that no lab has and those beyond the fourth are named, not refused.
    """
    codes = list(dict.fromkeys(code.strip()[:80] for code in asked[:1000].split(",") if code.strip()))
    found = [code for code in codes if code in known]
    unknown = tuple(code for code in codes if code not in known)
    return Selection(found[:MOST], only_differences, unknown, tuple(found[MOST:]), rest)


def sections(rows: list[Row], only_differences: bool = False) -> list[Section]:
    """Return the facts of some labs line by line, in groups; the name heads the columns and is no line."""
    result = []
    for key, heading in GROUPS.items():
        lines = [
            Line(field, facts, warning(field.key, facts))
            for field in FIELDS
            if field.group == key and field.key != "name"
            for facts in [[row.facts[field.key] for row in rows]]
        ]
        if only_differences:
            lines = [line for line in lines if line.differs]
        if lines:
            result.append(Section(key, heading, lines))
    return result


def warning(key: str, facts: list[Fact]) -> str:
    """Return why some facts can't be compared with each other, or '' where they can."""
    known = [fact for fact in facts if fact.is_known]
    if key == "budget" and any(fact.availability == "staff_cost_only" for fact in facts) and known:
        return _("Not comparable: one covers only the cost of staff, another is a full budget.")
    if key == "budget" and any(fact.figure and not fact.figure.period for fact in known) and len(known) > 1:
        return _("Not comparable: of one amount the source doesn't say what period it is for.")
    if key == "staff" and len({fact.unit for fact in known}) > 1:
        return _("Not comparable: one counts heads, another full-time staff.")
    if key in ("budget", "staff") and len(known) > 1:
        years = {fact.year for fact in known}
        if None in years:
            return _("Compare with care: the source doesn't say for which year a figure is.")
        if len(years) > 1:
            return _("Compare with care: the figures are of different years.")
    return ""
