"""The slips that would explain budget execution: its rate or its score."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from perfscore.checks.diagnosis._board import HOLDS
from perfscore.checks.diagnosis._explanation import Change, Explanation
from perfscore.checks.diagnosis._slips import Slip
from perfscore.checks.diagnosis._variants import variants
from perfscore.checks.lines import check_line, lines_of
from perfscore.checks.table import check_amounts, check_rate
from perfscore.findings import Column, Location, VerdictKind
from perfscore.intervals import Rounding, rounded
from perfscore.scoring import EXECUTION, points, score

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
_RATE_GRID = 10_001
"""Rates that could have been printed: 0.00 % to 100.00 %."""


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


def holds(board: Board, execution: BudgetExecution) -> bool:
    """Whether every rule of budget execution holds for these cells."""
    table = attrs.evolve(board.context.table, goals=(), total=None, execution=execution)
    context = attrs.evolve(board.context, table=table, card=score(table, rules=board.context.rules))
    decided = [*check_rate(context).verdicts]
    if execution.claimed is not None:
        decided.extend(check_line(lines_of(context)[0]).verdicts)
    amounts = [verdict for outcome in check_amounts(context) for verdict in outcome.verdicts]
    return all(verdict.kind in HOLDS for verdict in decided) and all(
        verdict.kind is not VerdictKind.INCONSISTENT for verdict in amounts
    )


def _swapped(board: Board, execution: BudgetExecution) -> Iterator[Explanation]:
    turned = attrs.evolve(execution, budget=execution.executed, executed=execution.budget)
    if execution.budget is None or execution.executed is None or not _rate_holds(board, turned):
        return
    changes = (
        Change(_place(board, Column.BUDGET), execution.budget.text, execution.executed.text),
        Change(_place(board, Column.EXECUTED), execution.executed.text, execution.budget.text),
    )
    yield Explanation(slip=Slip.COLUMNS_SWAPPED, changes=changes, coincidence=Fraction(1, _RATE_GRID))


def _rate_holds(board: Board, execution: BudgetExecution) -> bool:
    """Whether the rate follows, and the score with it; without a rate, whether the score does."""
    if execution.rate is None:
        return holds(board, execution)
    return holds(board, attrs.evolve(execution, claimed=None))


def _of_cells(board: Board, execution: BudgetExecution) -> Iterator[Explanation]:
    for name, column in _CELLS:
        cell = getattr(execution, name)
        if cell is None:
            continue
        options = list(variants(cell.text))
        for slip, text in options:
            changed = _with(execution, name, text)
            if holds(board, changed) and _total_holds(board, changed, column):
                count = len({shown for kind, shown in options if kind is slip})
                grid = _RATE_GRID if execution.rate is not None else _grid(board)
                change = Change(_place(board, column), cell.text, text)
                share = min(Fraction(1), Fraction(count, grid))
                yield Explanation(slip=slip, changes=(change,), coincidence=share)


def _with(execution: BudgetExecution, name: str, text: str) -> BudgetExecution:
    changes: dict[str, Any] = {name: text}
    return attrs.evolve(execution, **changes)


def _grid(board: Board) -> int:
    line = board.judged[0].line.score
    return int((line.weight or Fraction(1)) * 10**board.context.places) + 1


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
    weight, ratio, claim = line.score.weight, line.score.basis.ratio, line.claim
    if weight is None or ratio is None or claim is None or board.judged[0].verdict.kind in HOLDS:
        return
    if not holds(board, attrs.evolve(execution, claimed=None)):
        return
    grid = _grid(board)
    images = [(Slip.RATE_AS_SCORE, ratio * 100)]
    if ratio > 1:
        images.append((Slip.CAP_FORGOTTEN, ratio * weight))
    else:
        images.extend(((Slip.ALL_OR_NOTHING, Fraction(0)), (Slip.FULL_MARKS, weight)))
        images.append((Slip.DIRECTION_REVERSED, weight))
    for slip, value in images:
        if any(rounded(value, places, Rounding.HALF_UP) == claim for places in (0, 1, 2)):
            yield Explanation(slip=slip, coincidence=Fraction(1, grid))


def _place(board: Board, column: Column) -> Location:
    return Location(table=board.context.table.name, name=EXECUTION, column=column)
