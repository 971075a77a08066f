"""Labs that are never saved, as rows of the benchmark."""

from decimal import Decimal

from labs.figure import FundingShare, GovernanceBody, LabFigure
from labs.filters import Row
from labs.lab import Lab


def row(name="Lab", budget=None, staff=None, *, is_yours=False, shares=(), bodies=(), **fields):
    """Return a row with a yearly budget in EUR, staff by head, shares (name, payers, each) and bodies (name, role)."""
    lab = Lab(code=name.lower(), kind="lab", level="national", name_nl=name, short_name_nl=name, **fields)
    figures = []
    if budget is not None:
        figure = LabFigure(measure="budget", value=Decimal(budget), unit="EUR", period="year")
        figure.shares.set(
            [FundingShare(payer_nl=payer, payers=payers, amount_eur=each) for payer, payers, each in shares]
        )
        figures.append(figure)
    if staff is not None:
        figures.append(LabFigure(measure="staff", value=Decimal(staff), unit="headcount"))
    lab.figures.set(figures)
    lab.bodies.set([GovernanceBody(name_nl=body, role=role, members=members) for body, role, members in bodies])
    return Row.of(lab, is_yours=is_yours)
