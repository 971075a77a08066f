from decimal import Decimal

import pytest

from labs.balance import shares_difference


@pytest.mark.parametrize(
    ("budget", "shares", "difference"),
    [
        (340_000, [(11, 30_000), (1, 10_000)], 0),
        (340_000, [(12, 30_000)], 20_000),
        (340_000, [(1, 10_000)], -330_000),
        (340_000, [], None),
        (None, [(1, 10_000)], None),
        (340_000, [(11, 30_000), (1, None)], None),
    ],
)
def test_shares_are_weighed_against_the_budget_only_where_all_is_known(budget, shares, difference):
    amounts = [(payers, None if amount is None else Decimal(amount)) for payers, amount in shares]
    assert shares_difference(None if budget is None else Decimal(budget), amounts) == difference
