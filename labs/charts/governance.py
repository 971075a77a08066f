"""How one lab is governed: who decides, who advises and supports, who pays."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..cells import whole_number
from ..figure import GovernanceBody
from ..filters import Row
from .geometry import WIDTH
from .geometry.boxes import Diagram, Saying, diagram
from .words import Table, TableRow, name_of, translated

MOST_BOXES = 4
ROLES = GovernanceBody.Role
LOOKS = {ROLES.DECIDES: "decides", ROLES.ADVISES: "advises", ROLES.SUPPORTS: "advises", ROLES.FUNDS: "pays"}


@dataclass(frozen=True)
class Governance:
    """The diagram of one lab. What a source doesn't give has a box that says so."""

    key: str
    title: str
    description: str
    diagram: Diagram
    table: Table
    width: int = WIDTH
    left_out: tuple[()] = ()

    @property
    def height(self) -> int:
        return self.diagram.height


def build_governance(row: Row) -> Governance:
    """Return who decides, advises and pays, as the bodies of a lab and the shares of its budget say it."""
    bodies = list(row.lab.bodies.all())
    deciding = [_of_body(body) for body in bodies if body.role == ROLES.DECIDES]
    helping = [_of_body(body) for body in bodies if body.role in (ROLES.ADVISES, ROLES.SUPPORTS)]
    paying = [_of_body(body) for body in bodies if body.role == ROLES.FUNDS]
    figure = row.facts["budget"].figure
    paying += [_of_share(share) for share in figure.shares.all()] if figure is not None else []
    deciding = deciding or [_of_text(row)]
    paying = paying or [_unknown(row, str(ROLES.FUNDS.label))]
    model = row.facts["governance_model"]
    middle = Saying("lab", "", name_of(row), model.text if model.is_known else "")
    return Governance(
        key=f"chart-governance-{row.lab.code}",
        title=_("Governance of %s") % name_of(row),
        description=_description([*deciding, *helping, *paying]),
        diagram=diagram(_at_most(deciding), middle, _at_most(paying), _at_most(helping)),
        table=_table(row, [*deciding, *helping, *paying]),
    )


def _of_body(body: Any) -> Saying:
    name, language = translated(body, "name")
    return Saying(LOOKS[body.role], str(body.get_role_display()), name, _seats(body), language)


def _seats(body: Any) -> str:
    """Return how many members a body has, and how many of them from outside."""
    if body.members is None:
        return ""
    seats = ngettext("%d member", "%d members", body.members) % body.members
    if not body.external_members:
        return seats
    return _("%(members)s, %(number)d of them external") % {"members": seats, "number": body.external_members}


def _of_share(share: Any) -> Saying:
    name, language = translated(share, "payer")
    if share.amount_eur is None:
        text = _("amount not given")
    elif share.payers == 1:
        text = f"EUR {whole_number(share.amount_eur)}"
    else:
        text = f"{share.payers} × EUR {whole_number(share.amount_eur)}"
    return Saying("pays", str(ROLES.FUNDS.label), name, text, language)


def _of_text(row: Row) -> Saying:
    """Return who decides where no body does: in the words of the source, or not given."""
    heading = str(ROLES.DECIDES.label)
    text, language = translated(row.lab, "decides")
    return Saying("decides", heading, text, "", language) if text else _unknown(row, heading)


def _unknown(row: Row, heading: str) -> Saying:
    """Return the box of what isn't known: the source is silent, or the reader didn't fill it in."""
    return Saying("unknown", heading, row.facts["decides"].text if row.is_yours else _("Not given"))


def _at_most(sayings: list[Saying]) -> list[Saying]:
    """Return as many as there is room for, the last one saying how many more there are."""
    if len(sayings) <= MOST_BOXES:
        return sayings
    more = len(sayings) - MOST_BOXES + 1
    text = ngettext("and %d more", "and %d more", more) % more
    return [*sayings[: MOST_BOXES - 1], Saying(sayings[0].style, sayings[0].heading, text)]


def _description(sayings: list[Saying]) -> str:
    return " ".join(f"{saying.heading}: {_said(saying)}." for saying in sayings)


def _said(saying: Saying) -> str:
    name = saying.name.rstrip(".")
    return f"{name} ({saying.detail})" if saying.detail else name


def _table(row: Row, sayings: list[Saying]) -> Table:
    lines = [TableRow(saying.heading, [saying.name, saying.detail]) for saying in sayings]
    decides = row.facts["decides"]
    if decides.is_known and not any(saying.name == decides.text for saying in sayings):
        lines.insert(0, TableRow(_("Who decides"), [decides.text, ""]))
    return Table([_("Part"), _("Who"), _("Note")], lines)
