"""Numbers as people type them."""

import re
from decimal import Decimal, InvalidOperation

# 1.700.000 or 1 700 000,50: groups of three with one sign between them, and another sign before decimals.
GROUPED = re.compile(r"([+-]?[1-9]\d{0,2})((?P<group>[.,' ])\d{3}(?:(?P=group)\d{3})*)(?:(?!(?P=group))[.,](\d+))?")
PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
LONGEST = 40


def read_number(text: str) -> Decimal | None:
    """Return a number (`1.700.000`, `1 700 000`, `45,67`, `1.5`, `EUR 300 000`), or None.

    A single sign before exactly three digits groups them: `1.500` is fifteen hundred, `0.500` a half.
    """
    text = " ".join(text.replace("’", "'").removeprefix("€").removesuffix("€").split())
    text = re.sub(r"^EUR\s*|\s*EUR$", "", text, flags=re.IGNORECASE).strip()
    if len(text) > LONGEST:
        return None
    if grouped := GROUPED.fullmatch(text):
        first, groups, sign, decimals = grouped.groups()
        text = f"{first}{groups.replace(sign, '')}.{decimals or 0}"
    elif PLAIN.fullmatch(text):
        text = text.replace(",", ".")
    else:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
