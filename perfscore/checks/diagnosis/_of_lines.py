"""The slips that would explain the score of an inconsistent indicator line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.checks.diagnosis._coincidence import Grid
from perfscore.checks.diagnosis._explanation import Change, Explanation
from perfscore.checks.diagnosis._hypotheses import Case, Hypothesis, hypotheses
from perfscore.findings import Column
from perfscore.intervals import Rounding, rounded
from perfscore.model import Indicator
from perfscore.scoring import points, worth_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from perfscore.checks.diagnosis._board import Board

_FULL = 5
"""The steps that a full check of a row takes."""


def explain_line(board: Board, position: int) -> tuple[tuple[Explanation, ...], int]:
    """Return the slips that would explain the line at *position*, the likeliest first.

    With them goes how many steps it took: one for each row with a slip undone, more if it was checked
    in full.

    Parameters
    ----------
    board
        The table.
    position
        The line's position among the lines, budget execution included.
    """
    judged = board.judged[position]
    indicator, claim, worth = judged.line.score.printed_in, judged.line.claim, judged.line.score.worth
    assert isinstance(indicator, Indicator)  # execution has its own explanations
    assert claim is not None  # an inconsistent line claims points
    if worth is None:
        return (), 0
    basis = judged.line.score.basis
    case = Case(
        board=board,
        position=position,
        judged=judged,
        indicator=indicator,
        worth=worth,
        claim=claim,
        reach=board.reach.shares(basis, basis.admitted),
    )
    thought_of = list(hypotheses(case))
    predicted = [(item.slip, item.predicted) for item in thought_of if item.predicted is not None]
    shares = Grid(worth.weight, board.context.places).shares(predicted)
    fitting = [item for item in thought_of if item.undone is None or _may_fit(case, item, item.undone)]
    found = [
        Explanation(
            slip=item.slip,
            changes=tuple(_changes(case, item)),
            about=item.about,
            coincidence=shares[item.slip],
            favour=item.favour,
        )
        for item in fitting
        if _fits(case, item)
    ]
    steps = _undone(thought_of) + _FULL * _undone(fitting)
    return tuple(sorted(found, key=lambda item: item.cost)), steps


def _undone(hypotheses: list[Hypothesis]) -> int:
    return sum(item.undone is not None for item in hypotheses)


def _fits(case: Case, item: Hypothesis) -> bool:
    """Whether the slip prints the claim, or undoing it makes every rule hold that it touches."""
    if item.undone is None:
        return (
            item.predicted is not None
            and item.predicted.lower is not None
            and _prints(case, item.predicted.lower)
        )
    held = case.board.line_as(case.position, item.undone)
    if held is None:
        return False
    if item.beside is not None and case.board.line_as(*item.beside) is None:
        return False
    row = case.judged.line.score.location.row
    assert row is not None  # an indicator stands in a row
    if Column.WEIGHT in item.columns and not case.board.weights_hold_with(row, item.undone):
        return False
    return Column.SCORE not in item.columns or case.board.sums_hold_with(case.position, held)


def _may_fit(case: Case, item: Hypothesis, undone: Indicator) -> bool:
    """Whether the row may hold with the slip undone: nearly all do not, which is quick to tell."""
    cell, claim = undone.claimed, points(undone.claimed)
    worth = case.worth if undone.weight is None else worth_of(undone)
    shares = item.reach or case.reach
    if cell is None or claim is None or worth is None or shares is None:
        return False
    return case.board.reach.explains(cell, claim, shares, worth)


def _prints(case: Case, predicted: Fraction) -> bool:
    """Whether an exact or a rounded prediction is printed as the claim."""
    return any(
        rounded(predicted, places, mode) == case.claim
        for places in {case.board.context.places, case.board.context.rules.score_places}
        for mode in (Rounding.HALF_UP, Rounding.TRUNCATE)
    )


def _changes(case: Case, item: Hypothesis) -> Iterator[Change]:
    rows = [] if item.undone is None else [(case.position, item.undone)]
    if item.beside is not None:
        rows.append(item.beside)
    for position, undone in rows:
        score = case.board.judged[position].line.score
        for column in item.columns:
            place = attrs.evolve(score.location, column=column)
            yield Change(place, _text(score.printed_in.cells()[column]), _text(undone.cells()[column]))


def _text(cell: object) -> str:
    return str(getattr(cell, "text", ""))
