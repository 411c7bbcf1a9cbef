"""How a printed number would read if one slip of the pen were undone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from perfscore.checks.diagnosis._slips import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_WAN = "万"
_PERCENT = "%"
MAX_DIGITS = 20
"""The longest number that variants are made of."""


def variants(text: str) -> Iterator[tuple[Slip, str]]:
    """Yield what a cell with one number could have been before a slip, in a fixed order.

    Parameters
    ----------
    text
        The cell as printed.

    Examples
    --------
    >>> [shown for slip, shown in variants("41人") if slip is Slip.DIGITS_TRANSPOSED]
    ['14人']
    >>> [shown for slip, shown in variants("95%") if slip is Slip.PERCENT_HUNDREDFOLD]
    ['9500%', '0.95%']
    """
    found = list(_NUMBER.finditer(text))
    if len(found) != 1 or len(found[0][0]) > MAX_DIGITS:
        return
    before, number, behind = text[: found[0].start()], found[0][0].replace(",", ""), text[found[0].end() :]
    for other in _transposed(number):
        yield Slip.DIGITS_TRANSPOSED, f"{before}{other}{behind}"
    for places in (1, -1):
        yield Slip.DECIMAL_MOVED, f"{before}{_moved(number, places)}{behind}"
    if behind.startswith(_PERCENT):
        for places in (2, -2):
            yield Slip.PERCENT_HUNDREDFOLD, f"{before}{_moved(number, places)}{behind}"
    elif behind.startswith(_WAN):
        yield Slip.UNIT_OF_TEN_THOUSAND, f"{before}{number}{behind.removeprefix(_WAN)}"
    else:
        yield Slip.UNIT_OF_TEN_THOUSAND, f"{before}{number}{_WAN}{behind}"
        yield Slip.UNIT_OF_TEN_THOUSAND, f"{before}{_moved(number, -4)}{behind}"
        if not behind:
            for places in (2, -2):
                yield Slip.PERCENT_HUNDREDFOLD, f"{before}{_moved(number, places)}"


def _transposed(number: str) -> Iterator[str]:
    """Yield the number with two neighbouring digits exchanged, the point left where it is."""
    places = [index for index, character in enumerate(number) if character != "."]
    for one, other in pairwise(places):
        if number[one] != number[other]:
            digits = list(number)
            digits[one], digits[other] = digits[other], digits[one]
            if digits[0] != "0" or digits[1:2] == ["."] or len(digits) == 1:
                yield "".join(digits)


def _moved(number: str, places: int) -> str:
    """Return the number with its point moved, in digits alone."""
    whole, _, rest = number.partition(".")
    digits, point = whole + rest, len(whole) + places
    if point <= 0:
        digits, point = "0" * (1 - point) + digits, 1
    digits = digits.ljust(point, "0")
    head, tail = digits[:point].lstrip("0") or "0", digits[point:]
    return f"{head}.{tail}" if tail else head
