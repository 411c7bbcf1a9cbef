"""The cells of the table that is made."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.aggregation import Match, aggregate
from perfscore.model import Level
from tests.aggregation.building import WUHAN, row, table


def cells(*rows: ps.Indicator, **options: Any) -> tuple[str | None, str | None]:
    """Return target and actual value of the only line, as printed."""
    money = ("100.00", "200.00", "400.00")
    tables = [table(str(n), item, money=money[n]) for n, item in enumerate(rows)]
    made = aggregate(tables, rules=WUHAN, **options)
    (indicator,) = made.table.indicators
    return (
        None if indicator.target is None else indicator.target.text,
        None if indicator.actual is None else indicator.actual.text,
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Sums: the sign that all have, the largest unit, all digits that are needed.
        ([("≥3人", "4人"), ("≥5人", "6人")], ("≥8人", "10人")),
        ([("3人以上", "4人"), ("≥5人", "6人")], ("≥8人", "10人")),
        ([("≥3人", "4人"), ("5人", "6人")], ("≥8人", "10人")),
        ([("3人", "4人"), ("5人", "6人")], ("8人", "10人")),
        ([("≤3人", "4人"), ("<5人", "6人")], ("≤8人", "10人")),
        ([(">3人", "4人"), (">5人", "6人")], (">8人", "10人")),
        ([("<3人", "4人"), ("<5人", "6人")], ("<8人", "10人")),
        ([("≥1万人", "1.25万人"), ("≥500人", "1,234人")], ("≥1.05万人", "1.3734万人")),
        ([("≥1.50万元", "1.50万元"), ("≥2.50万元", "3.50万元")], ("≥4.00万元", "5.00万元")),
        # Means: (1 × 90 + 2 × 91) ÷ 3 = 90.666…; a target loses little, an actual value has two places.
        ([("≥90%", "90%"), ("≥91%", "91%")], ("≥90.666667%", "90.67%")),
        ([("≥95%", "95.1234%"), ("≥95%", "95.1237%")], ("≥95%", "95.1236%")),
        ([("≤1%", "0%"), ("≤10‰", "3‰")], ("≤1%", "0.2%")),
        # Wordings: one, or all of them.
        ([("有效提升", "有效提升"), ("有效提升", "有效提升")], ("有效提升", "有效提升")),
        ([("有效提升", "有效提升"), ("显著提升", "有所提升")], ("显著提升；有效提升", "有所提升；有效提升")),
    ],
)
def test_cells(rows: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    """What is printed follows from the rows and their money."""
    made = [row(*item, claimed=60 if "提升" in item[0] else None) for item in rows]
    assert cells(*made) == expected


def test_different_wordings_have_the_band_of_their_mean() -> None:
    """有所提升 beside 有效提升 states no result; the mean of 0.6 and 0.95 lies in the first band."""
    made = aggregate(
        [
            table("1", row("显著提升", "有所提升", claimed=48), money="100"),
            table("2", row("显著提升", "有效提升", claimed=76), money="300"),
        ],
        rules=WUHAN,
    )
    (indicator,) = made.table.indicators
    assert indicator.rating is ps.Result.REACHED
    assert indicator.claimed is not None
    assert indicator.claimed.text == "69"
    assert not ps.verify(made.table, rules=WUHAN, select=["L", "T"]).findings


def test_judgements_without_scores_have_no_mean() -> None:
    """Then no band is stated and no score is made."""
    made = aggregate(
        [table("1", row("显著提升", "有所提升")), table("2", row("显著提升", "有效提升"))], rules=WUHAN
    )
    (indicator,) = made.table.indicators
    assert (indicator.rating, indicator.claimed) == (None, None)
    assert made.lines[0].exact is None
    assert [item.code for item in made.findings] == ["A006", "A006"]


def test_a_rating_that_all_share_stays() -> None:
    """The stated result of all tables is that of the line; an actual cell may be missing."""
    rated = row("显著提升", "见附件", rating="部分达成", claimed=48)
    made = aggregate([table("1", rated), table("2", rated)], rules=WUHAN)
    assert made.table.indicators[0].rating is ps.Result.PARTLY_REACHED


def test_the_direction_of_a_line_without_sign_is_said() -> None:
    """失业率 is negative by its name; under another name that must not be lost."""
    match = Match("结果", {"1": 1, "2": 1})
    rows = [table(name, row("4.5%", "5%", name="城镇登记失业率")) for name in "12"]
    made = aggregate(rows, rules=WUHAN, matches=[match])
    assert made.table.indicators[0].direction is ps.Direction.NEGATIVE
    assert made.lines[0].exact == 80 * Fraction(9, 10)
    alone = aggregate(rows[:1], rules=WUHAN, matches=[Match("结果", {"1": 1})])
    assert alone.lines[0].exact == 80 * Fraction(9, 10)
    same = aggregate(rows[:1], rules=WUHAN)
    assert same.table.indicators[0].direction is None


def test_an_open_line_has_its_name_and_weight_only() -> None:
    """Nothing is printed that was not computed."""
    assert cells(row("≥3人", "3人"), row("≥3家", "3家")) == (None, None)


def test_cells_that_are_no_amounts_stay_with_their_row() -> None:
    """An approximate target is met by the same figure; nothing is computed behind it."""
    assert cells(row("5.5%左右", "5.5%")) == ("5.5%左右", "5.5%")


def test_a_bound_among_rates_leaves_the_actual_value_empty() -> None:
    """The target is known, the actual value is not."""
    assert cells(row("≥90%", "95%"), row("≥90%", "≥95%")) == ("≥90%", None)


def test_levels_come_from_the_first_table_that_has_them() -> None:
    """The made table has the levels of its rows, one goal, and the common facts of the tables."""
    item = Level("产出指标", [Level("数量指标", [row("≥3人", "3人")])])
    made = aggregate([table("1", item), table("2", item)], rules=WUHAN, table_id="上级").table
    (goal,) = made.goals
    assert [one.labels for one in made.rows] == [("产出指标", "数量指标")]
    assert (goal.name, made.name, made.money_unit) == (None, "上级", "万元")


def test_the_levels_of_the_tables_become_one_tree() -> None:
    """Each level stands once, with all of its lines below it, whichever table they come from."""

    def leveled(name: str, second: str, line: str) -> ps.SelfAssessment:
        item = row("≥1人", "1人", name=line)
        return table(name, Level("产出指标", children=[Level(second, children=[item])]))

    tables = [leveled("1", "数量指标", "甲"), leveled("2", "质量指标", "乙"), leveled("3", "数量指标", "丙")]
    (goal,) = aggregate(tables, rules=WUHAN).table.goals
    (output,) = goal.children
    assert isinstance(output, Level)
    assert output.label == "产出指标"
    found = []
    for level in output.children:
        assert isinstance(level, Level)
        found.append((level.label, [item.name for item in level.children if isinstance(item, ps.Indicator)]))
    assert found == [("数量指标", ["甲", "丙"]), ("质量指标", ["乙"])]
