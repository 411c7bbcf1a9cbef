"""What a row gives to a line: kind, unit, numbers, share."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.aggregation import LineKind
from perfscore.aggregation._rows import Contribution, read_row
from perfscore.intervals import Interval
from tests.aggregation.building import WUHAN, row, table


def read(indicator: ps.Indicator, rules: ps.RuleSet = WUHAN) -> Contribution:
    """Read the only row of a table."""
    one = table("T", indicator)
    (printed,) = one.rows
    (line,) = ps.score(one, rules=rules).lines
    return read_row(printed, line, rules, places=2)


@pytest.mark.parametrize(
    ("target", "actual", "name", "kind"),
    [
        ("≥22万人", "29.26万人", "就业人数", LineKind.ABSOLUTE),
        ("90万元", "92.41万元", "收入", LineKind.ABSOLUTE),
        ("2,479件/套", "2,814件/套", "玩具", LineKind.ABSOLUTE),
        ("0", "0", "群体性事件数量", LineKind.ABSOLUTE),
        ("≥95%", "99%", "满意度", LineKind.RELATIVE),
        ("≤1‰", "0.02‰", "投诉率", LineKind.RELATIVE),
        ("≤923.72元/月", "466.1元/月", "补贴", LineKind.RELATIVE),
        ("80分以上", "100分", "指数得分", LineKind.RELATIVE),
        ("0", "0", "学生违法犯罪率", LineKind.RELATIVE),
        ("≤5个工作日", "3个工作日", "时间", LineKind.OTHER),
        ("2023年12月", "2023年11月", "完成时间", LineKind.OTHER),
        ("无", "无", "事故", LineKind.OTHER),
        ("有效提升", "有效提升", "效率", LineKind.QUALITATIVE),
        ("较上年提高", "较上年提高", "效率", LineKind.QUALITATIVE),
    ],
)
def test_kinds(target: str, actual: str, name: str, kind: LineKind) -> None:
    """The unit tells how a row is combined; without a unit the name tells a rate."""
    contribution = read(row(target, actual, name=name, claimed=80))
    assert contribution.kind is kind
    assert contribution.lacking is None


def test_relative_values_are_rounded_whatever_their_unit() -> None:
    """83分 may be a mean of 83.3 as 83% may; a count is exact, and so is a bare zero."""
    cells = (
        ("80分", "83分", "得分"),
        ("≥80", "83", "合格率"),
        ("≥80人", "83人", "人数"),
        ("0", "0", "犯罪率"),
    )
    found = [read(row(target, actual, name=name)).actual for target, actual, name in cells]
    assert [number.possible if number else None for number in found] == [
        Interval(Fraction("82.5"), Fraction("83.5")),
        Interval(Fraction("82.5"), Fraction("83.5")),
        Interval.point(Fraction(83)),
        Interval.point(Fraction(0)),
    ]


def test_numbers_are_in_base_units_with_their_precision() -> None:
    """29.26万人 is any value from 292,550 to 292,650."""
    contribution = read(row("≥22万人", "29.26万人"))
    assert contribution.target is not None
    assert contribution.actual is not None
    assert contribution.target.face == 220_000
    assert contribution.actual.possible == Interval(Fraction(292_550), Fraction(292_650))
    assert contribution.value is contribution.actual
    assert not contribution.is_bare_zero


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"target": None, "actual": "3人"}, "reason.no-target"),
        ({"target": "——", "actual": "3人"}, "reason.no-target"),
        ({"target": "3人", "actual": None}, "reason.no-actual"),
        ({"target": "3人", "actual": "已完成"}, "reason.kind-differs"),
        ({"target": "3人", "actual": "3家"}, "reason.unit-differs"),
        ({"target": "3人", "actual": "约3人"}, "reason.about"),
        ({"target": "3人", "actual": "1人、2人"}, "reason.several-values"),
        ({"target": "0人", "actual": "≤3人", "direction": "反向"}, "reason.about"),
        ({"target": "2023年12月", "actual": None}, "reason.no-actual"),
        ({"target": "有效提升", "actual": "3人"}, "reason.kind-differs"),
        ({"target": "有效提升", "actual": "有效提升", "weight": None}, "reason.no-weight"),
        ({"target": "有效提升", "actual": "有效提升", "weight": 0}, "reason.no-weight"),
        ({"target": "有效提升", "actual": "有效提升", "claimed": 81}, "reason.score-outside-weight"),
        ({"target": "有效提升", "actual": "有效提升", "claimed": -1}, "reason.score-outside-weight"),
    ],
)
def test_what_gives_no_value_says_why(cells: dict[str, Any], reason: str) -> None:
    """A cell that is missing or is no value of its kind gives none, with the reason."""
    lacking = read(row(**cells)).lacking
    assert lacking is not None
    assert lacking.key == reason


def test_bounds_nothing_and_zero() -> None:
    """A bound has a range and no face value; 无 of a thing one wants less of is 0."""
    bound = read(row("≥90%", "≥95%")).actual
    assert bound is not None
    assert (bound.face, bound.possible) == (None, Interval.at_least(Fraction(95, 100)))
    nothing = read(row("≤3起", "无")).actual
    assert nothing is not None
    assert nothing.face == 0
    assert read(row("0", "0")).is_bare_zero
    assert not read(row("0起", "0起")).is_bare_zero
    assert read(row("3", "4")).unit == read(row("0", "0")).unit
    of_actual = read(row("0", "3人", direction="反向")).unit
    assert of_actual is not None
    assert of_actual.base == "人"


def test_the_direction_of_what_cannot_be_scored_alone() -> None:
    """A zero target of a thing one wants more of has no ratio, and is positive all the same."""
    assert read(row("0人", "3人")).direction is ps.Direction.POSITIVE
    assert read(row("≤3%", "-2%")).direction is ps.Direction.NEGATIVE


def test_shares_of_judgements() -> None:
    """The claimed share; without a claim the band; a rating counts as words do."""
    judged = read(row("有效提升", "有效提升", claimed="72"))
    assert judged.share is not None
    assert judged.share.face == Fraction(9, 10)
    assert judged.value is judged.share
    assert judged.earned == Fraction(9, 10)
    unclaimed = read(row("有效提升", "有效提升"))
    assert unclaimed.share is not None
    assert unclaimed.share.face is None
    assert unclaimed.share.possible == WUHAN.bands[0].shares
    assert unclaimed.earned is None
    assert read(row("≥3人", "3人", rating="达成", claimed=80)).kind is LineKind.QUALITATIVE
    assert read(row("有效提升", "整体办公区域", claimed=80)).earned is None


def test_units_of_ranges() -> None:
    """A range, an approximate figure and several values have the unit of their first figure."""
    units = [
        read(row(target, actual)).unit
        for target, actual in (
            ("400-4,000元/人", "1,370元/人"),
            ("5.5%左右", "5.5%"),
            ("923.73元/月、673.17元/月", "923.73元/月、673.17元/月"),
        )
    ]
    assert [unit.base for unit in units if unit is not None] == ["元/人", "%", "元/月"]
    assert attrs.evolve(read(row("2023年12月", "2023年12月"))).unit is None


def test_nothing_is_a_judged_score_too() -> None:
    """0 of 80 is the share 0, not a score outside its weight."""
    contribution = read(row("完成", "未完成", claimed=0))
    assert contribution.lacking is None
    assert contribution.value is not None
    assert contribution.value.face == 0
