"""A number with its unit, and nothing else: what a quantity is, and what only looks like one."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

from perfscore.figures._numbers import NUMBER, NUMERAL, decimal_of, numeral_of, places_of
from perfscore.figures._types import Precision, Quantity
from perfscore.figures._unit_notations import MEASURES, MULTIPLIER, unit_of

_LATIN = "kWh|[kMG]W|[kcm]?m|[kmμ]?g|ha|t|h|[kMGT]B|m?L|dB|min"
# What is longer than twelve characters is a sentence rather than a unit.
_COUNTED = rf"(?:[一-鿿㎡㎥℃]{{1,12}}|{MULTIPLIER}?(?:{_LATIN}|m[23²³]))"
_PART = rf"(?:/{_COUNTED})"
_HUNDREDTHS = re.compile(rf"([百千])分之(?:({NUMBER})|({NUMERAL}|百))")
# Words that make a phrase, a rank, a date or a name of what would otherwise pass for a unit.
_NO_UNIT = (
    rf"{MULTIPLIER}?[多余来几]|(?!十万)十|[级号等月第]|年(?!$|/)|百(?:分比|货|姓|科|强|年)|千(?:年|金|兆)|万能"
    r"|.*(?:以上|以下|以内|左右|上下|完成|提高|提升|增长|下降|降低|超过|不|未|无|余|前|后|.起.|.第"
    r"|目标|要求|情况|率|每|且|约(?!谈)|较|达|到|至|已|占|[^/十百千万][万亿]$|[零〇一二两三四五六七八九半]|多$|内$|初$|底$|末$)"
)
_YEARS = range(1900, 2200)
_SHORTEST_BARE = 3


# Long patterns are compiled when they are first needed: that takes longer than all the rest of the module.
@cache
def _arabic() -> re.Pattern[str]:
    """Return the pattern of 29.26万人."""
    return re.compile(rf"({NUMBER})(%|‰|{_COUNTED}?{_PART}{{0,2}})")


@cache
def _no_unit() -> re.Pattern[str]:
    return re.compile(_NO_UNIT)


@cache
def _numeral_measure() -> re.Pattern[str]:
    """Return the pattern of 十二篇."""
    measures = "|".join(sorted(MEASURES, key=len, reverse=True))
    return re.compile(rf"({NUMERAL}?)((?:[万亿](?={measures}|$))?(?:(?:{measures})(?:/[一-鿿]{{1,3}})?)?)")


def quantity_of(text: str) -> Quantity | None:
    """Read a number with its unit; None if *text* is anything else. The precision is EXACT.

    Parameters
    ----------
    text
        What should be a quantity, normalised.

    Examples
    --------
    >>> quantity_of("29.26万人").value, quantity_of("十二篇").value, quantity_of("百分之百").value
    (Fraction(292600, 1), Fraction(12, 1), Fraction(1, 1))
    >>> quantity_of("一流") is None, quantity_of("城镇登记失业率2.51%") is None
    (True, True)
    """
    found = _arabic().fullmatch(text)
    if found is not None:
        number, unit_text = decimal_of(found[1]), found[2]
        if number is None or _no_unit().match(unit_text):
            return None
        # 2023年 is a date, and 2020-2023年 no range of quantities.
        if unit_text == "年" and number in _YEARS:
            return None
        return _quantity(text, number, unit_text)
    return _of_numeral(text) or _of_hundredths(text)


def _of_numeral(text: str) -> Quantity | None:
    """Read 十二篇, 三万人, 二十五; a bare numeral only if it is too long to be another word."""
    found = _numeral_measure().fullmatch(text)
    if found is None:
        return None
    numeral, unit_text = found.groups()
    if not unit_text and len(numeral) < _SHORTEST_BARE and not re.search("[百千]", numeral):
        return None
    value = numeral_of(numeral)
    return None if value is None else _quantity(text, Decimal(value), unit_text)


def _of_hundredths(text: str) -> Quantity | None:
    found = _HUNDREDTHS.fullmatch(text)
    if found is None:
        return None
    if found[2] is not None:
        number = decimal_of(found[2])
    else:
        value = 100 if found[3] == "百" else numeral_of(found[3])
        number = None if value is None else Decimal(value)
    return None if number is None else _quantity(text, number, "%" if found[1] == "百" else "‰")


def _quantity(text: str, number: Decimal, unit_text: str) -> Quantity:
    unit = unit_of(unit_text)
    value = Fraction(number) * unit.scale
    return Quantity(text, unit, places_of(number), Precision.EXACT, value)
