"""Figures that are computed from others, each with its formula.

Plain functions of plain numbers: what is missing makes the result None, and `reasons` in `facts`
says why. Nothing here is rounded; showing it is `cells`' and `facts`' business.
"""

from collections.abc import Sequence
from decimal import Decimal

# Fewer known figures than this make no percentile worth the name.
FEWEST_FOR_PERCENTILE = 5


def budget_per_head(budget_eur: Decimal | None, staff: Decimal | None) -> Decimal | None:
    """Return EUR per staff member: budget in EUR ÷ staff. None where either is missing or staff is 0."""
    if budget_eur is None or not staff:
        return None
    return budget_eur / staff


def implied_rate(amount: Decimal | None, eur: Decimal | None) -> Decimal | None:
    """Return how many units of a currency make one EUR: amount ÷ the same amount in EUR."""
    if amount is None or not eur:
        return None
    return amount / eur


def share_of_budget(amount_eur: Decimal | None, budget_eur: Decimal | None) -> Decimal | None:
    """Return a funder's part of the budget, from 0 to 1: amount ÷ budget, both in EUR."""
    if amount_eur is None or not budget_eur:
        return None
    return amount_eur / budget_eur


def members_per_body(members: Sequence[int | None]) -> Decimal | None:
    """Return the mean number of seats: sum of the members ÷ number of bodies whose members are known."""
    known = [count for count in members if count is not None]
    return Decimal(sum(known)) / len(known) if known else None


def percentile(value: Decimal | None, others: Sequence[Decimal]) -> int | None:
    """Return how many of 100 labs have less: 100 × (labs with less + half of those with as much) ÷ labs.

    This is the mid-rank percentile. None where the value is missing or fewer than five are known.
    """
    if value is None or len(others) < FEWEST_FOR_PERCENTILE:
        return None
    less = sum(other < value for other in others)
    equal = sum(other == value for other in others)
    return int(100 * (Decimal(less) + Decimal(equal) / 2) / len(others))
