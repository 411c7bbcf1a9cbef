"""Numbers as printed: Arabic digits with separators, Chinese numerals."""

from __future__ import annotations

import re
from decimal import Decimal

MAX_DIGITS = 40
"""The most digits that a number may have; a longer run of digits is no figure of a table."""

# A number: digits in groups of three, or without groups, then decimals.
# Spelt with 0-9, as \d takes the digits of all scripts.
NUMBER = r"[+-]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"

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
_SECTION = 10**4
_NAMES = "零一二三四五六七八九"

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
    assert isinstance(exponent, int)  # only finite numbers come here
    return max(0, -exponent)


def numeral_of(text: str) -> int | None:
    """Return the value of a Chinese numeral; None if *text* is not a well-formed one.

    Colloquial short forms are not read: 二百五 is 250 to one reader and 205 to another.

    Examples
    --------
    >>> numeral_of("十二"), numeral_of("一百零五"), numeral_of("三万二千"), numeral_of("二百五")
    (12, 105, 32000, None)
    """
    if len(text) > MAX_DIGITS or _NUMERAL.fullmatch(text) is None:
        return None
    total = section = digit = 0
    for mark in text:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif mark in _SMALL:
            section += (digit or 1) * _SMALL[mark]
            digit = 0
        else:
            total += (section + digit) * _LARGE[mark]
            section = digit = 0
    value = total + section + digit
    # What is not written as the value would be written was misread.
    return value if written(value) == text.replace("两", "二").replace("〇", "零") else None


def written(value: int) -> str:
    """Write a number below 10^12 in Chinese.

    Examples
    --------
    >>> written(0), written(12), written(10500), written(320_000_000)
    ('零', '十二', '一万零五百', '三亿二千万')
    """
    text, rest = "", value
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, rest = divmod(rest, scale)
        if section == 0:
            continue
        gap = "零" if text and section < _SECTION // 10 else ""
        text += f"{gap}{_section(section % _SECTION)}{name}"
    text = text or "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def _section(value: int) -> str:
    text, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, scale)
        if digit:
            text += f"{'零' if gap and text else ''}{_NAMES[digit]}{name}"
        gap = not digit
    return text
