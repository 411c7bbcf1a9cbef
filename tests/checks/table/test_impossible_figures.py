"""Figures that cannot be as they are printed."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps

RULES = ps.load_rules("wuhan-2023")


def _findings(*rows: ps.Indicator) -> list[ps.Finding]:
    table = ps.SelfAssessment(goals=[ps.Goal(children=rows)])
    return list(ps.verify(table, rules=RULES, select=["F005", "F006", "F007"]).findings)


@pytest.mark.parametrize(
    ("target", "actual", "column"),
    [
        ("40人", "41.5人", "actual"),
        ("40.5家", "41家", "target"),
        ("40人", "41.0人", None),
        ("40人", "4.15万人", None),
        ("40万元", "41.5万元", None),
        ("40人/次", "41.5人/次", None),
        ("有效", "有效", None),
    ],
)
def test_fractions_of_whole_things(target: str, actual: str, column: str | None) -> None:
    """There is no half a person; 4.15 ten thousand persons are 41,500."""
    found = _findings(ps.Indicator("数", weight=1, target=target, actual=actual, claimed=1))
    assert [item.code for item in found] == ([] if column is None else ["F005"])
    if column is not None and found[0].location.column is not None:
        assert found[0].location.column.slug == column


@pytest.mark.parametrize(
    ("rate", "cases", "nearest"),
    [
        # 19 of 20 are 95 %, 95.25 to 95.35 % is none of them.
        ("95.3%", 20, "95%"),
        ("95%", 20, None),
        # 102 of 107 are 95.327 %, the least number of answers that prints 95.33 %.
        ("95.33%", 107, None),
        ("95.33%", 106, "95.2830…%"),
        ("99.9%", 10, "100%"),
        ("100%", 1, None),
        ("50%", 1, "0%"),
        ("95.3%", 0, None),
        ("95.3%", "20.5", None),
        ("95.3%", None, None),
        ("95.3人", 20, None),
    ],
)
def test_rates_of_a_number_of_cases(rate: str, cases: Any, nearest: str | None) -> None:
    """A rate is one of so many fractions of its cases, within its printed digits."""
    found = _findings(ps.Indicator("满意度", weight=1, target="≥90%", actual=rate, claimed=1, cases=cases))
    told = [dict(item.message.args)["nearest"] for item in found if item.code == "F006"]
    assert told == ([] if nearest is None else [nearest])


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("100人", "120人"), ("100人", "130人"), True),
        (("100人", "120人"), ("100人", "120人"), False),
        # Another target is another thing: 服务对象 and 社会公众, say.
        (("100人", "120人"), ("110人", "130人"), False),
        (("有效", "有效"), ("有效", "基本完成"), False),
        (("100人", "120人"), ("100人", "基本完成"), False),
    ],
)
def test_one_indicator_with_two_figures(first: tuple[str, str], second: tuple[str, str], told: bool) -> None:
    """The same name with the same target has one actual value."""
    rows = [
        ps.Indicator(name, weight=1, target=target, actual=actual, claimed=1)
        for name, (target, actual) in (("培训 人次", first), ("培训人次", second))
    ]
    found = _findings(*rows)
    assert [(item.code, item.location.row) for item in found] == ([("F007", 2)] if told else [])


def test_one_name_in_two_ways_of_writing() -> None:
    """Width, quotation marks and an end mark make no other indicator and no other target."""
    rows = [
        ps.Indicator("“三支一扶”人数（人）", target="≥ 10 人", actual="12人"),
        ps.Indicator("三支一扶人数(人)。", target="≥10人", actual="13人"),
    ]
    assert [(item.code, item.location.row) for item in _findings(*rows)] == [("F007", 2)]


def test_rows_without_target_or_actual_value_are_not_compared() -> None:
    """What is not printed conflicts with nothing."""
    rows = [
        ps.Indicator("培训人次", actual="120人"),
        ps.Indicator("培训人次", actual="130人"),
        ps.Indicator("培训场次", target="10场"),
        ps.Indicator("培训场次", target="10场"),
    ]
    assert _findings(*rows) == []
