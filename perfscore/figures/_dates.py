"""Dates as printed: the first and the last day that they can mean."""

from __future__ import annotations

import datetime
import re

from perfscore.figures._types import DateSpan

_AFTER = r"(?:之?前|以前|止|以?内)?(?:全部)?(?:完成|完工|到位|发放|支付|实施|竣工)?"
_CHINESE = re.compile(
    r"(?:于|在|截至|截止)?(?P<year>(?:19|20)[0-9]{2})年(?:度|全年)?"
    r"(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度"
    r"|(?P<month>[0-9]{1,2})月(?:份)?(?:(?P<day>[0-9]{1,2})[日号])?)?"
    rf"(?P<end>[底末]|(?<=年)年[底末])?{_AFTER}"
)
_NUMERIC = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}})([-./])(?P<month>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}}){_AFTER}"
)
# 初 is not read: how many days the beginning of a year has is nowhere said.
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_LAST_MONTH = 12


def date_of(text: str, original: str) -> DateSpan | None:
    """Read a date; None if *text* is none, or one that no calendar has.

    A date without a year is not read: which year is meant is not printed.

    Examples
    --------
    >>> date_of("2023年12月", "2023年 12月").last
    datetime.date(2023, 12, 31)
    >>> date_of("2020年底完成", "2020年底完成").first
    datetime.date(2020, 12, 31)
    >>> date_of("2023年13月", "2023年13月") is None
    True
    """
    found = _CHINESE.fullmatch(text) or _NUMERIC.fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    try:
        first, last = _days(int(parts["year"]), parts)
    except ValueError:
        return None
    # 底 is the last day of what stands before it.
    return DateSpan(original, last if parts.get("end") else first, last)


def _days(year: int, parts: dict[str, str | None]) -> tuple[datetime.date, datetime.date]:
    day, month = parts.get("day"), parts.get("month")
    half, quarter = parts.get("half"), parts.get("quarter")
    if month is not None and day is not None:
        date = datetime.date(year, int(month), int(day))
        return date, date
    if month is not None:
        return _months(year, int(month), int(month))
    if half is not None:
        return _months(year, 1, 6) if half == "上" else _months(year, 7, _LAST_MONTH)
    if quarter is not None:
        number = _QUARTERS.get(quarter) or int(quarter)
        return _months(year, 3 * number - 2, 3 * number)
    return _months(year, 1, _LAST_MONTH)


def _months(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    if not 1 <= last <= _LAST_MONTH:
        message = f"no such month: {last}"
        raise ValueError(message)
    following = datetime.date(year + last // _LAST_MONTH, last % _LAST_MONTH + 1, 1)
    return datetime.date(year, first, 1), following - datetime.timedelta(days=1)
