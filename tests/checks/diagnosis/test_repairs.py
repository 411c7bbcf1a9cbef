"""Repairs: all smallest sets of cells, in printed order, and a flag if the search was bounded."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks.diagnosis import diagnose
from perfscore.checks.diagnosis._board import Board
from perfscore.checks.diagnosis._repairs import find_repairs
from perfscore.checks.diagnosis._tree import Cell, Tree
from perfscore.checks.table import judged_table
from perfscore.findings import Column

RULES = ps.load_rules("wuhan-2023")
HONEST: dict[str, Any] = {"weight": 30, "target": "45人", "actual": "41人", "claimed": "27.33"}
EXECUTION = ps.BudgetExecution(weight=20, budget="100.00", executed="95.30", rate="95.3%", claimed="19.06")


def _table(*, level: str | None = "80", total: str | None = "91.82", **last: Any) -> ps.SelfAssessment:
    rows = [
        ps.Indicator("甲", weight=20, target="≥50人", actual="40人", claimed="16.00"),
        ps.Indicator("乙", **HONEST),
        ps.Indicator("丙", **{"weight": 30, "target": "≥90%", "actual": "88.3%", "claimed": "29.43", **last}),
    ]
    goal = ps.Goal("目标", children=[ps.Level("产出指标", rows, weight=level)])
    return ps.SelfAssessment(table_id="T", execution=EXECUTION, goals=[goal], total=total)


def _cells(table: ps.SelfAssessment) -> list[list[tuple[int | None, Column | None]]]:
    return [
        [(cell.row, cell.column) for cell in repair.cells] for repair in diagnose(table, rules=RULES).repairs
    ]


TARGET, ACTUAL, SCORE, WEIGHT = Column.TARGET, Column.ACTUAL, Column.SCORE, Column.WEIGHT


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # The total was made with the wrong score: target or actual value can be read otherwise, while
        # the score alone would break the total.
        (_table(claimed="28.00", total="90.39"), [[(3, ACTUAL)], [(3, TARGET)]]),
        # The total was made with the right score: only the score repairs both.
        (_table(claimed="28.00"), [[(3, SCORE)]]),
        # A score above its weight: no ratio gives it, and a larger weight breaks the weights.
        (
            _table(claimed="31.00", total="93.39"),
            [[(3, SCORE), (None, Column.TOTAL)]],
        ),
        # The weights: 30 printed as 31, with a score that follows from 30 (31 × 88.3/90 = 30.41).
        (_table(weight="31"), [[(3, WEIGHT)]]),
        # Weight and score are both off: the weight is fixed by the others, and 30 × 88.3/90 is not 28.
        (
            _table(weight="31", claimed="28.00", total=None),
            [[(3, ACTUAL), (3, WEIGHT)], [(3, SCORE), (3, WEIGHT)], [(3, TARGET), (3, WEIGHT)]],
        ),
        # No weight in hundredths completes 80.005: the level's own weight is wrong.
        (_table(level="80.005"), [[(None, WEIGHT)]]),
        # The level's own weight is off, its lines add to 80.
        (_table(level="70"), [[(None, WEIGHT)]]),
        # Without a total, the score is as good a suspect as target and actual value.
        (_table(claimed="28.00", total=None), [[(3, ACTUAL)], [(3, SCORE)], [(3, TARGET)]]),
        # A score of nothing for something: another actual value would explain it.
        (_table(claimed="0", total="62.39"), [[(3, ACTUAL)], [(3, TARGET)]]),
        # A negative score can only itself be wrong.
        (_table(claimed="-1", total=None), [[(3, SCORE)]]),
        # Outside its band: another wording, or another score with the total.
        (
            _table(target="显著提升", actual="一定程度提升", claimed="28", total="90.39"),
            [[(3, ACTUAL)], [(3, TARGET)]],
        ),
    ],
)
def test_smallest_sets(
    table: ps.SelfAssessment, expected: list[list[tuple[int | None, Column | None]]]
) -> None:
    """By hand: each set has a cell of every broken rule, and the rules it touches can then hold."""
    assert _cells(table) == expected


@pytest.mark.parametrize(
    ("cells", "total", "expected"),
    [
        # The rate contradicts the amounts and the score follows from these: the rate is wrong.
        ({"rate": "90%"}, "91.82", [{Column.RATE}]),
        # The rate fits, the score does not: another amount would break the rate.
        (
            {"claimed": "18.00"},
            "90.76",
            [{Column.BUDGET, Column.RATE}, {Column.EXECUTED, Column.RATE}, {SCORE, Column.TOTAL}],
        ),
        # Without a rate each amount is a suspect.
        ({"claimed": "18.00", "rate": None}, "90.76", [{Column.BUDGET}, {Column.EXECUTED}]),
        # The score follows from the rate, which the amounts do not give: one of the amounts is wrong.
        ({"executed": "93.50"}, "91.82", [{Column.BUDGET}, {Column.EXECUTED}]),
    ],
)
def test_execution(cells: dict[str, Any], total: str, expected: list[set[Column]]) -> None:
    """Amounts, rate and score of execution are looked at together."""
    table = attrs.evolve(_table(total=total), execution=attrs.evolve(EXECUTION, **cells))
    found = [{cell.column for cell in repair.cells} for repair in diagnose(table, rules=RULES).repairs]
    assert found == expected


def test_two_errors_multiply() -> None:
    """Two lines with two suspects each have four pairs, in printed order."""
    table = _table(claimed="28.00", total="83.06")
    (goal,) = table.goals
    (level,) = goal.children
    assert isinstance(level, ps.Level)
    rows = (level.children[0], ps.Indicator("乙", **{**HONEST, "claimed": "20.00"}), level.children[2])
    table = attrs.evolve(table, goals=(attrs.evolve(goal, children=(attrs.evolve(level, children=rows),)),))
    assert _cells(table) == [
        [(2, ACTUAL), (3, ACTUAL)],
        [(2, ACTUAL), (3, TARGET)],
        [(2, TARGET), (3, ACTUAL)],
        [(2, TARGET), (3, TARGET)],
    ]


def test_no_set_is_looked_at_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A set that is reached in two orders is tried in one."""
    seen: list[frozenset[Cell]] = []
    broken = Tree.broken

    def recorded(self: Tree, free: frozenset[Cell]) -> tuple[Cell, ...] | None:
        seen.append(free)
        return broken(self, free)

    monkeypatch.setattr(Tree, "broken", recorded)
    # Budget and rate are a repair, whichever of the two is freed first.
    table = attrs.evolve(_table(total="90.76"), execution=attrs.evolve(EXECUTION, claimed="18.00"))
    assert len(diagnose(table, rules=RULES).repairs) == 3
    assert len(seen) == len(set(seen))


def test_the_search_is_bounded() -> None:
    """With fewer tries than it needs the search says that it did not come to its end."""
    board = Board.of(judged_table(_table(claimed="28.00", total="90.39"), RULES))
    whole = find_repairs(board, rate_is_wrong=False)
    assert whole.complete
    assert len(whole.repairs) == 2
    # The weight is tried first, then the target.
    cut = find_repairs(board, rate_is_wrong=False, max_tried=2)
    assert not cut.complete
    assert cut.tried == 2
    assert [repair.cells[0].column for repair in cut.repairs] == [TARGET]


def test_tables_that_four_cells_do_not_repair() -> None:
    """Where more cells are wrong than are looked at, no set is told and the result says so."""
    rows = [ps.Indicator(name, **{**HONEST, "weight": 16, "claimed": "1.11"}) for name in "甲乙丙丁戊"]
    table = ps.SelfAssessment(execution=EXECUTION, goals=[ps.Goal(children=rows)], total="24.61")
    diagnosis = diagnose(table, rules=RULES)
    assert not diagnosis.complete
    assert not diagnosis.repairs


def test_a_score_that_no_weight_explains() -> None:
    """Nothing was reached and points are claimed: without a weight only the score itself is a suspect."""
    rows = [
        ps.Indicator("甲", target="100人", actual="0人", claimed=5),
        ps.Indicator("乙", target="100人", actual="100人", claimed=5),
    ]
    goal = ps.Goal(children=[ps.Level("产出指标", rows, weight=10)])
    diagnosis = diagnose(ps.SelfAssessment(goals=[goal], total=10), rules=RULES)
    assert [item.explanations for item in diagnosis.diagnosed] == [()]
    assert [[(cell.row, cell.column) for cell in repair.cells] for repair in diagnosis.repairs] == [
        [(1, SCORE)]
    ]


def test_weights_are_only_looked_at_where_all_are_printed() -> None:
    """A table with inferred weights has no weight among its suspects, and says if weights are off."""
    row = ps.Indicator("满意度", target="≥90%", actual="95%", claimed=9)
    goal = ps.Goal(children=[ps.Level("满意度指标", [row], weight=10)])
    diagnosis = diagnose(ps.SelfAssessment(goals=[goal], total=9), rules=RULES)
    assert [[cell.column for cell in repair.cells] for repair in diagnosis.repairs] == [[ACTUAL], [TARGET]]
    # Its weights add to 10 and not to 100.
    assert not diagnosis.complete
