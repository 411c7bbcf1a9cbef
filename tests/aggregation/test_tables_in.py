"""What goes in: names, money, amounts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.aggregation import Number, aggregate
from perfscore.aggregation._tables_in import amount, parts_of
from perfscore.figures import Role, parse_figure
from perfscore.intervals import Interval
from tests.aggregation.building import WUHAN, row, table

A, B = table("甲", row("≥3人", "3人")), table("乙", row("≥3人", "3人"), money="300.00", spent="150.00")


@pytest.mark.parametrize(
    ("money", "expected"),
    [
        ("budget", {"甲": 1_000_000, "乙": 3_000_000}),
        ("executed", {"甲": 1_000_000, "乙": 1_500_000}),
        ({"甲": "5", "乙": "2亿元"}, {"甲": 50_000, "乙": 200_000_000}),
        ({"甲": 5, "乙": parse_figure("7", role=Role.MONEY)}, {"甲": 50_000, "乙": 70_000}),
    ],
)
def test_the_money_that_weighs(money: Any, expected: dict[str, int]) -> None:
    """A column, or stated amounts by name; in the table's unit, or the cell's own."""
    parts = parts_of([B, A], money=money, rules=WUHAN)
    faces = {part.name: part.money.face for part in parts if isinstance(part.money, Number)}
    assert faces == expected
    assert [part.name for part in parts] == sorted(expected)


def test_amounts_keep_their_precision() -> None:
    """100.00 万元 is known to 50 元."""
    found = amount(parse_figure("100.00", role=Role.MONEY), "万元")
    assert isinstance(found, Number)
    assert found.possible == Interval(Fraction(999_950), Fraction(1_000_050))


@pytest.mark.parametrize(
    ("cell", "unit", "reason"),
    [
        (None, "万元", "reason.no-amount"),
        ("约20", "万元", "reason.unreadable"),
        ("20", "户", "reason.unit-not-money"),
        ("20", "? ?", "reason.unit-not-money"),
        ("20人", "万元", "reason.unit-not-money"),
        ("-20", "万元", "reason.negative-amount"),
    ],
)
def test_what_is_no_amount_says_why(cell: str | None, unit: str, reason: str) -> None:
    """A missing, unreadable or negative amount, and one that is no money, weighs nothing."""
    figure = None if cell is None else parse_figure(cell, role=Role.MONEY)
    found = amount(figure, unit)
    assert not isinstance(found, Number)
    assert found.key == reason


def test_a_table_without_a_stated_amount_has_no_money() -> None:
    """An amount that the mapping leaves out is missing, not taken from a column."""
    part, _ = parts_of([A, B], money={"甲": "5"}, rules=WUHAN)
    assert not isinstance(part.money, Number)
    assert (part.name, part.money.key) == ("乙", "reason.no-amount")


@pytest.mark.parametrize(
    ("tables", "money", "place"),
    [
        ([], "budget", "tables"),
        (A, "budget", "tables"),
        ("甲", "budget", "tables"),
        (None, "budget", "tables"),
        (3, "budget", "tables"),
        ([A, "乙"], "budget", "tables[1]"),
        ([A, A], "budget", "tables[1]"),
        ([A], "spent", "money"),
        ([A], 3, "money"),
        ([A], {"丙": "5"}, "money['丙']"),
        ([A], {"甲": None}, "money['甲']"),
        ([A], {"甲": float("nan")}, "money['甲']"),
    ],
)
def test_faults_of_the_call(tables: Any, money: Any, place: str) -> None:
    """Each names the place."""
    with pytest.raises(ps.InputError) as caught:
        parts_of(tables, money=money, rules=WUHAN)
    assert caught.value.place == place


def test_an_aggregate_goes_in_with_its_exact_values() -> None:
    """What the printed table rounds, the aggregate keeps: the mean of 1/3 and 2/3 of the money."""
    inner = aggregate(
        [table("甲", row("≥90%", "95%"), money="1.00"), table("乙", row("≥90%", "100%"), money="2.00")],
        rules=WUHAN,
        table_id="内",
    )
    (part,) = parts_of([inner], money="budget", rules=WUHAN)
    (contribution,) = part.contributions
    assert contribution.actual is not None
    assert contribution.actual.face == Fraction(295, 300)
    assert isinstance(part.money, Number)
    assert part.money.face == 30_000
    (bare,) = parts_of([aggregate([table("丙", money=None)], rules=WUHAN)], money="budget", rules=WUHAN)
    assert not isinstance(bare.money, Number)


def test_an_aggregate_that_weighs_otherwise_is_refused() -> None:
    """Means by executed amounts are not averaged by budgets; stated amounts say themselves what they are."""
    by_executed = aggregate([A], rules=WUHAN, table_id="内", money="executed")
    with pytest.raises(ps.InputError, match="found 'executed', expected an aggregate weighted by budget"):
        aggregate([by_executed, B], rules=WUHAN)
    assert aggregate([by_executed, B], rules=WUHAN, money="executed").money == "executed"
    stated = aggregate([A], rules=WUHAN, table_id="内", money={A.name: "5"})
    assert aggregate([stated, B], rules=WUHAN).money == "budget"


def test_an_aggregate_under_other_rules_is_refused() -> None:
    """What is made names one rule set, so all of it must be of that one."""
    inner = aggregate([A], rules=ps.load_rules("mof-2020-10"), table_id="内")
    with pytest.raises(ps.InputError, match="an aggregate under wuhan-2023") as caught:
        aggregate([inner, B], rules=WUHAN)
    assert caught.value.place == "tables['内']"


def test_the_rows_of_an_aggregate_are_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A department of hundreds of projects is not walked through again for each of its lines."""
    inner = aggregate(
        [table("甲", *(row("≥1人", "1人", name=str(number)) for number in range(9)))], rules=WUHAN
    )
    walks: list[str] = []
    indicators = ps.SelfAssessment.indicators.fget  # type: ignore[attr-defined]

    def counted(item: ps.SelfAssessment) -> Any:
        walks.append(item.name)
        return indicators(item)

    monkeypatch.setattr(ps.SelfAssessment, "indicators", property(counted))
    parts_of([inner], money="budget", rules=WUHAN)
    assert len(walks) == 1
