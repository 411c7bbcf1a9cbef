"""Numbers as printed: Arabic digits with separators, Chinese numerals."""

from __future__ import annotations

import re
from decimal import Decimal

MAX_DIGITS = 40
"""The most digits that a number may have; a longer run of digits is no figure of a table."""

# A number: digits in groups of three, or without groups, then decimals.
NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

# A Chinese numeral: it begins with a digit or with 十; 万人 and 百家 are no numbers.
NUMERAL = r"[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*"
_NUMERAL = re.compile(NUMERAL)


def decimal_of(text: str) -> Decimal | None:
    """Return the number that Arabic digits print; None if there are too many of them.

    Examples
    --------
    >>> decimal_of("84,416.43"), decimal_of("9" * 50)
    (Decimal('84416.43'), None)
    """
    digits = text.replace(",", "")
    return Decimal(digits) if len(digits) <= MAX_DIGITS else None


def places_of(number: Decimal) -> int:
    """Return the decimals of a number as it is printed.

    Examples
    --------
    >>> places_of(Decimal("99.50")), places_of(Decimal("20"))
    (2, 0)
    """
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101  # only finite numbers come here
    return max(0, -exponent)


def numeral_of(text: str) -> int | None:
    """Return the value of a Chinese numeral; None if *text* is not a well-formed one.

    Examples
    --------
    >>> numeral_of("十二"), numeral_of("一百零五"), numeral_of("三万二千"), numeral_of("十十")
    (12, 105, 32000, None)
    """
    if len(text) > MAX_DIGITS or _NUMERAL.fullmatch(text) is None:
        return None
    total = section = 0
    digit: int | None = None
    last_small = last_large = 10**9
    for mark in text:
        if mark in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[mark]
        elif mark in _SMALL:
            if _SMALL[mark] >= last_small or (digit is None and (mark != "十" or section)):
                return None
            last_small = _SMALL[mark]
            section += (1 if digit is None else digit) * last_small
            digit = None
        else:
            section += digit or 0
            if not section or _LARGE[mark] >= last_large:
                return None
            last_large = _LARGE[mark]
            total += section * last_large
            section, digit, last_small = 0, None, 10**9
    return total + section + (digit or 0)
