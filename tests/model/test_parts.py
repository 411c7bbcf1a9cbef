"""Parts of a table: strings in, bad input refused by name, faulty tables representable."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError
from perfscore.findings import Column
from perfscore.model._parts import MAX_DEPTH


def test_strings_numbers_and_decimals_are_taken() -> None:
    """A cell may be given as text, an integer, a Decimal; an empty one is not printed."""
    row = ps.Indicator("数", weight=2, target="≥22万人", actual=Decimal("1.50"), claimed="")
    assert row.weight is not None
    assert row.target is not None
    assert row.actual is not None
    assert (row.weight.text, row.target.text, row.actual.text, row.claimed) == ("2", "≥22万人", "1.50", None)


def test_cells_may_be_given_as_read() -> None:
    """A cell that was read before is taken as it is."""
    row = ps.Indicator("数", weight=2, target="≥3", actual="4", claimed=2, direction="正向", rating="达成")
    again = ps.Indicator(
        "数",
        weight=row.weight,
        target=row.target,
        actual=row.actual,
        claimed=row.claimed,
        direction=row.direction,
        rating=row.rating,
    )
    assert again == row


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"weight": float("nan")}, "weight"),
        ({"claimed": float("inf")}, "claimed"),
        ({"target": True}, "target"),
        ({"actual": [1]}, "actual"),
        ({"direction": "sideways"}, "direction"),
        ({"rating": 3}, "rating"),
        ({"deviation_reason": 3}, "deviation_reason"),
        ({"improvement": "x" * 100_001}, "improvement"),
    ],
)
def test_bad_cells_are_refused_by_name(arguments: dict[str, Any], place: str) -> None:
    """An error names the field, what it got and what it expected."""
    with pytest.raises(InputError) as caught:
        ps.Indicator("数", **arguments)
    assert caught.value.place == place


@pytest.mark.parametrize("name", [None, 3, b"x"])
def test_names_are_text(name: Any) -> None:
    """A name that is no text is refused."""
    with pytest.raises(InputError, match="name: found"):
        ps.Indicator(name)


@pytest.mark.parametrize(
    ("children", "place", "expected"),
    [
        ("abc", "children", "a list or a tuple"),
        (3, "children", "a list or a tuple"),
        ({ps.Indicator("a")}, "children", "a list or a tuple"),
        ([1], "children[0]", "Level or Indicator"),
        ([ps.Indicator("a"), ps.Goal()], "children[1]", "Level or Indicator"),
    ],
)
def test_children_are_levels_or_indicators(children: Any, place: str, expected: str) -> None:
    """Anything else among the children, and what has no order, is refused with its position."""
    for make in (ps.Level, ps.Goal):
        with pytest.raises(InputError) as caught:
            make("x", children)
        assert caught.value.place == place
        assert caught.value.expected == expected


def test_faulty_cells_are_representable() -> None:
    """A weight that is no number, a negative one, an impossible score: the model holds them."""
    row = ps.Indicator("数", weight="二十", claimed="-3")
    assert row.weight is not None
    assert row.weight.quantity is None
    assert row.claimed is not None
    assert row.claimed.quantity is not None
    assert row.claimed.quantity.number == -3


def test_representations_are_short() -> None:
    """A part shows its name and its printed cells."""
    assert repr(ps.Indicator("数", weight=2, target="≥3")) == "Indicator('数', weight='2', target='≥3')"
    assert repr(ps.Level("产出指标", [ps.Indicator("a")])) == "Level('产出指标', 1 child)"
    assert repr(ps.Goal(weight=80)) == "Goal(None, weight='80', 0 children)"


def test_execution_and_its_sources() -> None:
    """Budget execution holds its amounts, its sources and its rate."""
    execution = ps.BudgetExecution(
        initial_budget="500",
        budget="520.00",
        executed=Decimal("510.00"),
        rate="98.08%",
        weight=20,
        claimed="19.62",
        sources=[ps.FundSource("财政拨款", budget="520.00", executed="510.00")],
    )
    assert execution.sources[0].name == "财政拨款"
    with pytest.raises(InputError, match=r"sources\[0\]"):
        ps.BudgetExecution(sources=["财政拨款"])  # type: ignore[list-item]
    with pytest.raises(InputError, match="budget: found True"):
        ps.BudgetExecution(budget=True)


def test_a_goal_without_a_name_adds_no_label() -> None:
    """A goal adds its name to the places below it, an empty one too; one without a name adds nothing."""
    assert [ps.Goal(name).labels for name in ("年度目标1", "", None)] == [("年度目标1",), ("",), ()]
    assert [ps.TargetGoal(name).labels for name in ("长期目标1", None)] == [("长期目标1",), ()]


def _nested(depth: int) -> ps.Level:
    level = ps.Level("x", [ps.Indicator("a")])
    for _ in range(depth - 1):
        level = ps.Level("x", [level])
    return level


def test_levels_end_somewhere() -> None:
    """Twenty levels inside each other are written and read again; one more is refused when it is made."""
    table = ps.SelfAssessment(goals=[ps.Goal(children=[_nested(MAX_DEPTH)])])
    assert ps.from_json(ps.to_json(table)) == table
    disclosure = ps.Disclosure(tables=[table])
    assert ps.disclosure_from_json(ps.to_json(disclosure)) == disclosure
    with pytest.raises(InputError, match="at most 20 levels inside each other") as caught:
        _nested(MAX_DEPTH + 1)
    assert caught.value.place == ".".join(["children[0]"] * MAX_DEPTH)


def test_a_level_that_stands_in_many_places_is_looked_at_once() -> None:
    """A level that is ten times below each of twenty others is refused or taken in a moment."""
    level = ps.Level("x")
    for _ in range(MAX_DEPTH - 1):
        level = ps.Level("x", [level] * 10)
    with pytest.raises(InputError, match="at most 20 levels"):
        ps.Level("x", [level] * 10)


def test_the_cells_of_a_row() -> None:
    """The cells stand by their columns in printed order, printed or not; another cell replaces one."""
    row = ps.Indicator("数", weight=2, target="≥3", actual="4")
    assert row.cells() == {
        Column.WEIGHT: row.weight,
        Column.TARGET: row.target,
        Column.ACTUAL: row.actual,
        Column.SCORE: None,
    }
    assert list(row.cells()) == [Column.WEIGHT, Column.TARGET, Column.ACTUAL, Column.SCORE]
    assert row.with_cell(Column.SCORE, "2") == ps.Indicator(
        "数", weight=2, target="≥3", actual="4", claimed="2"
    )
    assert row.with_cell(Column.TARGET, None) == ps.Indicator("数", weight=2, actual="4")


def test_the_cells_of_budget_execution() -> None:
    """Its columns are weight, budget, executed, rate and score; sources are no cell of its row."""
    execution = ps.BudgetExecution(weight=20, budget="520.00", executed="510.00", claimed="19.62")
    assert [(column, cell and cell.text) for column, cell in execution.cells().items()] == [
        (Column.WEIGHT, "20"),
        (Column.BUDGET, "520.00"),
        (Column.EXECUTED, "510.00"),
        (Column.RATE, None),
        (Column.SCORE, "19.62"),
    ]
    other = ps.BudgetExecution(weight=20, budget="510.00", executed="510.00", claimed="19.62")
    assert execution.with_cell(Column.BUDGET, "510.00") == other


def test_columns_that_a_row_has_not() -> None:
    """Another column is refused with those that there are, and a cell that cannot stand there by its field."""
    with pytest.raises(
        InputError, match="column: found .*RATE.* expected one of WEIGHT, TARGET, ACTUAL, SCORE"
    ):
        ps.Indicator("数").with_cell(Column.RATE, "5%")
    with pytest.raises(
        InputError, match="column: found .*TARGET.* expected one of WEIGHT, BUDGET, EXECUTED, RATE"
    ):
        ps.BudgetExecution().with_cell(Column.TARGET, "5")
    others: list[Any] = ["weight", None, []]
    for column in others:
        with pytest.raises(InputError, match="column: found .* expected one of WEIGHT"):
            ps.Indicator("数").with_cell(column, "5")
    with pytest.raises(InputError) as caught:
        ps.Indicator("数").with_cell(Column.WEIGHT, float("nan"))
    assert caught.value.place == "weight"
