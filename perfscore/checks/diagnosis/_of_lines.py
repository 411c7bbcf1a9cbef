"""The slips that would explain the score of an inconsistent indicator line."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.diagnosis._explanation import Change, Explanation
from perfscore.checks.diagnosis._hypotheses import Case, Hypothesis, hypotheses
from perfscore.findings import Column
from perfscore.intervals import Rounding, rounded, unit_of
from perfscore.model import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks.diagnosis._board import Board
    from perfscore.checks.diagnosis._slips import Slip

_FIELDS = {
    Column.WEIGHT: "weight",
    Column.TARGET: "target",
    Column.ACTUAL: "actual",
    Column.SCORE: "claimed",
}


def explain_line(board: Board, position: int) -> tuple[Explanation, ...]:
    """Return the slips that would explain the line at *position*, the likeliest first.

    Parameters
    ----------
    board
        The table.
    position
        The line's position among the lines, budget execution included.
    """
    judged = board.judged[position]
    indicator, claim, weight = judged.line.score.printed_in, judged.line.claim, judged.line.score.weight
    assert isinstance(indicator, Indicator)  # execution has its own explanations
    assert claim is not None  # an inconsistent line claims points
    if weight is None:
        return ()
    case = Case(
        board=board, position=position, judged=judged, indicator=indicator, weight=weight, claim=claim
    )
    thought_of = list(hypotheses(case))
    shares = _coincidences(case, thought_of)
    found = [
        Explanation(
            slip=item.slip,
            changes=tuple(_changes(case, item)),
            about=item.about,
            coincidence=shares[item.slip],
            favour=item.favour,
        )
        for item in thought_of
        if _fits(case, item)
    ]
    return tuple(sorted(found, key=lambda item: item.cost))


def _coincidences(case: Case, hypotheses: list[Hypothesis]) -> dict[Slip, Fraction]:
    """Return for each kind the share of the claims that could be printed which it would explain."""
    places = case.board.context.places
    unit = unit_of(places)
    grid = case.weight / unit + 1
    points_of: dict[Slip, set[Fraction]] = defaultdict(set)
    spans: dict[Slip, Fraction] = defaultdict(Fraction)
    for item in hypotheses:
        values = item.predicted
        if values is None or values.lower is None or values.upper is None:
            continue
        low, high = (rounded(end, places, Rounding.HALF_UP) for end in (values.lower, values.upper))
        if low == high:
            points_of[item.slip].add(low)
        else:
            spans[item.slip] += (high - low) / unit + 1
    return {
        item.slip: min(Fraction(1), (len(points_of[item.slip]) + spans[item.slip]) / grid)
        for item in hypotheses
    }


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
            name = _FIELDS[column]
            place = attrs.evolve(score.location, column=column)
            yield Change(place, _text(getattr(score.printed_in, name)), _text(getattr(undone, name)))


def _text(cell: object) -> str:
    return str(getattr(cell, "text", ""))
