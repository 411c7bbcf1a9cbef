"""The slips that would explain budget execution: its rate or its score."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from perfscore.checks.diagnosis._board import HOLDS
from perfscore.checks.diagnosis._coincidence import RATES, Grid
from perfscore.checks.diagnosis._explanation import Change, Explanation
from perfscore.checks.diagnosis._slips import Slip
from perfscore.checks.diagnosis._variants import variants
from perfscore.findings import Column, Location
from perfscore.intervals import Rounding, rounded
from perfscore.scoring import EXECUTION, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks.diagnosis._board import Board
    from perfscore.model import BudgetExecution

_CELLS = (
    ("budget", Column.BUDGET),
    ("executed", Column.EXECUTED),
    ("rate", Column.RATE),
    ("claimed", Column.SCORE),
)


def explain_execution(board: Board) -> tuple[Explanation, ...]:
    """Return the slips that would explain budget execution, the likeliest first.

    Each makes the rate, the score and the sources of the funds hold.

    Parameters
    ----------
    board
        The table.
    """
    execution = board.context.table.execution
    assert execution is not None  # there is a verdict on it
    found = [*_swapped(board, execution), *_of_cells(board, execution), *_of_computing(board, execution)]
    return tuple(sorted(found, key=lambda item: item.cost))


def _swapped(board: Board, execution: BudgetExecution) -> Iterator[Explanation]:
    turned = attrs.evolve(execution, budget=execution.executed, executed=execution.budget)
    if execution.budget is None or execution.executed is None or not _rate_holds(board, turned):
        return
    changes = (
        Change(_place(board, Column.BUDGET), execution.budget.text, execution.executed.text),
        Change(_place(board, Column.EXECUTED), execution.executed.text, execution.budget.text),
    )
    yield Explanation(slip=Slip.COLUMNS_SWAPPED, changes=changes, coincidence=RATES.share(1))


def _rate_holds(board: Board, execution: BudgetExecution) -> bool:
    """Whether the rate follows, and the score with it; without a rate, whether the score does."""
    if execution.rate is None:
        return board.execution_holds_with(execution)
    return board.execution_holds_with(attrs.evolve(execution, claimed=None))


def _of_cells(board: Board, execution: BudgetExecution) -> Iterator[Explanation]:
    for name, column in _CELLS:
        cell = getattr(execution, name)
        if cell is None:
            continue
        options = list(variants(cell.text))
        for slip, text in options:
            changed = _with(execution, name, text)
            if board.execution_holds_with(changed) and _total_holds(board, changed, column):
                count = len({shown for kind, shown in options if kind is slip})
                grid = RATES if execution.rate is not None else _scores(board)
                change = Change(_place(board, column), cell.text, text)
                yield Explanation(slip=slip, changes=(change,), coincidence=grid.share(count))


def _with(execution: BudgetExecution, name: str, text: str) -> BudgetExecution:
    changes: dict[str, Any] = {name: text}
    return attrs.evolve(execution, **changes)


def _scores(board: Board) -> Grid:
    """Return the scores that budget execution could claim."""
    return Grid(board.judged[0].line.score.weight or Fraction(1), board.context.places)


def _total_holds(board: Board, execution: BudgetExecution, column: Column) -> bool:
    """Whether the total follows from the lines if the score of execution reads otherwise."""
    if column is not Column.SCORE or board.context.table.total is None:
        return True
    claims = [points(execution.claimed), *(item.line.claim for item in board.judged[1:])]
    total = points(board.context.table.total)
    return None in claims or total is None or sum(claim for claim in claims if claim is not None) == total


def _of_computing(board: Board, execution: BudgetExecution) -> Iterator[Explanation]:
    """The amounts and the rate stand, and the score was computed from them in another way."""
    line = board.judged[0].line
    worth, ratio, claim = line.score.worth, line.score.basis.ratio, line.claim
    if worth is None or ratio is None or claim is None or board.judged[0].verdict.kind in HOLDS:
        return
    if not board.execution_holds_with(attrs.evolve(execution, claimed=None)):
        return
    images = [(Slip.RATE_AS_SCORE, ratio * 100)]
    if ratio > 1:
        images.append((Slip.CAP_FORGOTTEN, worth.score(ratio)))
    else:
        images.extend(((Slip.ALL_OR_NOTHING, Fraction(0)), (Slip.FULL_MARKS, worth.most)))
        images.append((Slip.DIRECTION_REVERSED, worth.most))
    for slip, value in images:
        if any(rounded(value, places, Rounding.HALF_UP) == claim for places in (0, 1, 2)):
            yield Explanation(slip=slip, coincidence=_scores(board).share(1))


def _place(board: Board, column: Column) -> Location:
    return Location(table=board.context.table.name, name=EXECUTION, column=column)
