"""Dates: the first and the last day, counted on a calendar by hand; what no calendar has is none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.figures._dates import date_of

Day = tuple[int, int, int]


def _span(text: str) -> tuple[Day, Day] | None:
    date = date_of(text, text)
    if date is None:
        return None
    first, last = date.first, date.last
    return (first.year, first.month, first.day), (last.year, last.month, last.day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # A year, its halves and its quarters.
        ("2023年", (2023, 1, 1), (2023, 12, 31)), ("2023年度", (2023, 1, 1), (2023, 12, 31)),
        ("2023年全年", (2023, 1, 1), (2023, 12, 31)), ("1900年", (1900, 1, 1), (1900, 12, 31)),
        ("2099年", (2099, 1, 1), (2099, 12, 31)),
        ("2023年上半年", (2023, 1, 1), (2023, 6, 30)), ("2023年下半年", (2023, 7, 1), (2023, 12, 31)),
        ("2023年一季度", (2023, 1, 1), (2023, 3, 31)), ("2023年第二季度", (2023, 4, 1), (2023, 6, 30)),
        ("2023年第3季度", (2023, 7, 1), (2023, 9, 30)), ("2023年四季度", (2023, 10, 1), (2023, 12, 31)),
        # A month of 31, 30, 28 and 29 days; December ends the year.
        ("2023年1月", (2023, 1, 1), (2023, 1, 31)), ("2023年04月", (2023, 4, 1), (2023, 4, 30)),
        ("2023年2月", (2023, 2, 1), (2023, 2, 28)), ("2024年2月", (2024, 2, 1), (2024, 2, 29)),
        ("1900年2月", (1900, 2, 1), (1900, 2, 28)), ("2000年2月", (2000, 2, 1), (2000, 2, 29)),
        ("2023年12月份", (2023, 12, 1), (2023, 12, 31)),
        # A day.
        ("2023年6月30日", (2023, 6, 30), (2023, 6, 30)), ("2023年6月30号", (2023, 6, 30), (2023, 6, 30)),
        ("2023-06-30", (2023, 6, 30), (2023, 6, 30)), ("2023.6.3", (2023, 6, 3), (2023, 6, 3)),
        ("2023/12/31", (2023, 12, 31), (2023, 12, 31)),
    ],
)  # fmt: skip
def test_a_date_spans_the_days_that_it_can_mean(text: str, first: Day, last: Day) -> None:
    """A year, a half, a quarter, a month and a day each have their first and their last day."""
    assert _span(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023年底", (2023, 12, 31)), ("2023年末", (2023, 12, 31)), ("2023年年底", (2023, 12, 31)),
        ("2023年年末", (2023, 12, 31)), ("2023年上半年底", (2023, 6, 30)), ("2023年第一季度末", (2023, 3, 31)),
        ("2024年2月底", (2024, 2, 29)), ("2023年11月份底", (2023, 11, 30)),
    ],
)  # fmt: skip
def test_the_end_of_a_span_is_its_last_day(text: str, day: Day) -> None:
    """底 and 末 leave the last day of what stands before them."""
    assert _span(text) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "于2023年6月30日", "在2023年6月30日前", "截至2023年6月30日", "截止2023年6月30日止", "2023年6月30日之前",
        "2023年6月30日以前完成", "2023年6月30日内完工", "2023年6月30日前全部到位", "2023年6月30日发放",
        "2023年6月30日前支付", "2023-06-30前实施", "2023.06.30竣工", "2023年6月30日以内",
    ],
)  # fmt: skip
def test_the_words_around_a_date_do_not_change_it(text: str) -> None:
    """By, in and until, and what is done by then, leave the day as it is."""
    assert _span(text) == ((2023, 6, 30), (2023, 6, 30))


@pytest.mark.parametrize(
    ("near", "text"),
    [
        # No calendar has these.
        ("2023年12月", "2023年13月"), ("2023年1月", "2023年0月"), ("2023年1月", "2023年00月"),
        ("2023年6月30日", "2023年6月31日"), ("2024年2月29日", "2023年2月29日"), ("2000年2月29日", "1900年2月29日"),
        ("2023年6月1日", "2023年6月0日"), ("2023-12-31", "2023-13-31"), ("2023-06-30", "2023-06-31"),
        ("2023年第四季度", "2023年第五季度"), ("2023年4季度", "2023年0季度"), ("2023年4季度", "2023年5季度"),
        # The year, the month or the day is missing, or of another century.
        ("2023年6月", "6月"), ("2023年6月30日", "6月30日"), ("2023年6月", "23年6月"), ("2023年底", "年底"),
        ("1900年", "1899年"), ("2099年", "2100年"), ("2023-06-30", "2023-06"), ("2023年", "2023"),
        ("2023年6月", "2023年123月"),
        # Not one date, or more than a date.
        ("2023-06-30", "2023-06.30"), ("2023/6/30", "2023/6-30"), ("2023年6月", "2023年6-7月"),
        ("2023年6月", "2022-2023年6月"), ("2023年6月", "2023年6月2次"), ("2023年上半年", "2023年中半年"),
        ("2023年底", "2023年初"), ("2023年底", "2023年中"), ("2023年6月底完成", "2023年6月底未完成"),
        ("2023年6月", "≤2023年6月"), ("2023年6月底", "2023年6月底底"), ("2023年6月", "2023年6月 "),
        ("2023年6月", "２０２３年６月"), ("2023年6月", "2023年六月"), ("2023年6月", ""),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(near: str, text: str) -> None:
    """One character away from a date stands something that is not read as one."""
    assert _span(near) is not None
    assert _span(text) is None


def test_the_original_is_kept() -> None:
    """The text of a date is the cell as printed, whatever was read."""
    date = date_of("2023年12月", "２０２３年 12月")
    assert date is not None
    assert date.text == "２０２３年 12月"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from("-./"))
def test_each_day_of_two_centuries_reads_back(day: datetime.date, mark: str) -> None:
    """Any day, written in either way, is read as itself and lies in the span of its month."""
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{day:%Y}{mark}{day:%m}{mark}{day:%d}"):
        date = date_of(text, text)
        assert date is not None
        assert date.first == date.last == day
    month = date_of(f"{day.year}年{day.month}月", "")
    assert month is not None
    assert month.first <= day <= month.last
    assert (month.first - datetime.timedelta(days=1)).month != day.month
    assert (month.last + datetime.timedelta(days=1)).month != day.month
