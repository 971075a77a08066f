"""Whether the shares of a budget add up to it."""

from collections.abc import Iterable
from decimal import Decimal


def shares_difference(budget_eur: Decimal | None, shares: Iterable[tuple[int, Decimal | None]]) -> Decimal | None:
    """Return by how many EUR the shares exceed the budget (negative: fall short), or None.

    Args:
        budget_eur: the budget in EUR per year, or None where it isn't known.
        shares: pairs of number of payers and amount each, in EUR per year.

    None means that nothing can be said: there are no shares, or the budget or an amount isn't known.
    """
    amounts = [None if amount is None else payers * amount for payers, amount in shares]
    known = [amount for amount in amounts if amount is not None]
    if budget_eur is None or not amounts or len(known) < len(amounts):
        return None
    return sum(known, Decimal(0)) - budget_eur
