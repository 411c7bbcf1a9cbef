"""The rules of a table: the first that cannot hold while some cells may change."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks.diagnosis._board import Board
from perfscore.checks.diagnosis._tree import TOTAL, Cell, Tree
from perfscore.checks.table import judged_table
from perfscore.findings import Column, VerdictKind
from tests.checks.diagnosis.sample import EXECUTION, RULES, board

TARGET, ACTUAL, SCORE, WEIGHT = Column.TARGET, Column.ACTUAL, Column.SCORE, Column.WEIGHT
LEVEL: Cell = (-3, WEIGHT)
"""The goal stands before its level, which is the second section."""


def _tree(*rows: dict[str, Any], rate_is_wrong: bool = False, **parts: Any) -> Tree:
    return Tree.of(board(*rows, **parts), rate_is_wrong=rate_is_wrong)


def _broken(tree: Tree, *free: Cell) -> tuple[Cell, ...] | None:
    return tree.broken(frozenset(free))


def test_an_honest_table_breaks_no_rule() -> None:
    """Nothing need change, and nothing that changes need break anything."""
    assert _broken(_tree()) is None
    assert _broken(_tree(), (1, TARGET), (2, SCORE)) is None


def test_a_broken_line_names_its_cells() -> None:
    """28 for 29.43 made the total: target, actual value, weight and score are suspects."""
    tree = _tree({}, {}, {"claimed": "28.00"}, total="90.39")
    assert _broken(tree) == ((3, WEIGHT), (3, TARGET), (3, ACTUAL), (3, SCORE))
    assert _broken(tree, (3, TARGET)) is None
    assert _broken(tree, (1, TARGET)) == _broken(tree)


def test_a_rate_that_contradicts_its_amounts() -> None:
    """One of amounts and rate must change, whatever else does."""
    tree = _tree(rate_is_wrong=True)
    assert _broken(tree) == ((0, Column.BUDGET), (0, Column.EXECUTED), (0, Column.RATE))
    assert _broken(tree, (0, Column.RATE)) is None


def test_a_score_that_changes_must_fit_the_total() -> None:
    """29.43 and not 28 makes 91.82; the total of 90.39 would have to change with it."""
    every = (TOTAL, *((position, SCORE) for position in range(4)))
    cells: tuple[dict[str, Any], ...] = ({}, {}, {"claimed": "28.00"})
    assert _broken(_tree(*cells), (3, SCORE)) is None
    # With the score left as it is the total lacks 1.43.
    assert _broken(_tree(*cells), (3, TARGET)) == every
    made_after = _tree(*cells, total="90.39")
    assert _broken(made_after, (3, SCORE)) == every
    assert _broken(made_after, (3, SCORE), TOTAL) is None
    # With another target the score may be what the total wants.
    assert _broken(made_after, (3, SCORE), (3, TARGET)) is None
    assert _broken(_tree(*cells, total="92.40"), (3, SCORE), (3, TARGET)) == every


@pytest.mark.parametrize("parts", [{"total": None}, {"total": "5", "truncated": True}, {"total": "无"}])
def test_a_total_that_is_not_compared(parts: dict[str, Any]) -> None:
    """No total, none that can be read, or a table that is cut off: no rule of a total."""
    assert _broken(_tree(**parts)) is None


def test_a_total_of_unknown_scores() -> None:
    """A line that claims nothing leaves the total open, and so does one whose weight cannot be read."""
    assert _broken(_tree({"claimed": None}, total="5")) is None
    assert _broken(_tree({"claimed": None}, total="75.83"), (1, SCORE)) == (
        TOTAL,
        *((position, SCORE) for position in range(4)),
    )
    # 91.82 is what the other three and 16 give.
    assert _broken(_tree({"claimed": None}), (1, SCORE)) is None
    assert _broken(_tree({"weight": "很多"}, total="5"), (1, SCORE)) is not None


def test_a_table_without_lines_has_no_rule_of_its_total() -> None:
    """There is nothing that a total could be held against."""
    bare = Board.of(judged_table(ps.SelfAssessment(table_id="T", total=5), RULES))
    assert Tree.of(bare, rate_is_wrong=False).missing is None


def test_weights_that_do_not_add_up() -> None:
    """The level prints 70 over 80: its own weight or one of its lines."""
    tree = _tree(level="70")
    assert _broken(tree) == (LEVEL, (1, WEIGHT), (2, WEIGHT), (3, WEIGHT))
    assert _broken(tree, LEVEL) is None
    # No weight explains 16 of 20 but one near 20, and 10 are wanted.
    assert _broken(tree, (1, WEIGHT)) == _broken(tree)


def test_weights_below_nothing_and_between_steps() -> None:
    """40 left for 20 + 60 would want −20 of the first line; 80.005 wants half a cent."""
    free: tuple[Cell, ...] = ((1, WEIGHT), (1, SCORE), TOTAL)
    assert _broken(_tree(level="40"), *free) == (LEVEL, (1, WEIGHT), (2, WEIGHT), (3, WEIGHT))
    assert _broken(_tree(level="80.005"), *free) == (LEVEL, (1, WEIGHT), (2, WEIGHT), (3, WEIGHT))


@pytest.mark.parametrize(("rows", "parts"), [([{"weight": None}], {}), ([], {"truncated": True})])
def test_weights_that_are_not_all_known(rows: list[dict[str, Any]], parts: dict[str, Any]) -> None:
    """Where a line prints none, or the table is cut off, there is no rule of weights."""
    tree = _tree(*rows, **parts)
    assert tree.weight_sums == ()


def test_where_cells_stand() -> None:
    """A line's cell in its row, the total below, the weights of a level and of the table in theirs."""
    tree = _tree(level="70")
    assert tree.location((3, ACTUAL)).row == 3
    assert tree.location((3, ACTUAL)).column is ACTUAL
    assert (tree.location(TOTAL).name, tree.location(TOTAL).column) == ("总分", Column.TOTAL)
    assert (tree.location(LEVEL).labels, tree.location(LEVEL).column) == (("目标", "产出指标"), WEIGHT)


def test_only_what_is_wrong_or_free_is_looked_at() -> None:
    """The positions of the inconsistent lines are kept, execution among them."""
    tree = _tree({}, {"claimed": "1.00"}, execution=attrs.evolve(EXECUTION, claimed="3"))
    assert tree.wrong == (0, 2)
    assert [tree.lines[at].judged.verdict.kind for at in tree.wrong] == [VerdictKind.INCONSISTENT] * 2
