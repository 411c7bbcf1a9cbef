"""Slips of an indicator line, each with the score that it would print or the row that it spoiled."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from perfscore._text import decimal_text
from perfscore.checks.diagnosis._slips import Slip
from perfscore.checks.diagnosis._variants import variants
from perfscore.figures import ActualKind
from perfscore.findings import Column
from perfscore.intervals import Interval, Rounding, rounded
from perfscore.model import Indicator
from perfscore.rules import FORMULAS, RateRounding
from perfscore.scoring import ByFact, ByRatio, LeftOpen, basis_of, points, worth_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks.diagnosis._board import Board, Shares
    from perfscore.checks.lines import JudgedLine
    from perfscore.scoring import Worth

_RATE_PLACES = (2, 1, 0)
_PER_CENT = 2
"""Decimals of a fraction of one in a whole per cent."""
_BESIDE = (-1, 1)
_FAR = 5
"""How many times nearer to 1 a ratio must come for a slip of scale to be favoured by it."""
_FAVOURED, _DISFAVOURED = Fraction(1, 16), Fraction(16)


@attrs.frozen(kw_only=True)
class Case:
    """An inconsistent line with what the hypotheses about it need; *reach* as in :class:`Hypothesis`."""

    board: Board
    position: int
    judged: JudgedLine
    indicator: Indicator
    worth: Worth
    claim: Fraction
    reach: Shares | None


@attrs.frozen
class Hypothesis:
    """A slip.

    Parameters
    ----------
    slip
        Its kind.
    predicted
        The scores that it would print, or that the row would have with the slip undone.
    undone
        The row with the slip undone; None where no cell is wrong.
    columns
        The cells that differ.
    about
        What else was taken.
    favour
        What the cells themselves say for it (below 1) or against it (above).
    beside
        The position of a neighbouring row that changes too, and that row with the slip undone.
    reach
        The shares that the row may earn with the slip undone, where its target or actual value differs.
    """

    slip: Slip
    predicted: Interval | None
    undone: Indicator | None = None
    columns: tuple[Column, ...] = ()
    about: str = ""
    favour: Fraction = Fraction(1)
    beside: tuple[int, Indicator] | None = None
    reach: Shares | None = None


def hypotheses(case: Case) -> Iterator[Hypothesis]:
    """Yield the slips that are thought of, in a fixed order.

    Parameters
    ----------
    case
        The line.
    """
    yield from _of_computing(case)
    yield from _of_cells(case)
    yield from _of_rows(case)
    yield from _of_score(case)
    yield from _of_weight(case)


def _of_computing(case: Case) -> Iterator[Hypothesis]:
    """The cells stand, and the score was computed from them in another way."""
    basis, worth = case.judged.line.score.basis, case.worth
    share = basis.face_share
    if isinstance(basis, ByFact) and share == 0:
        yield _computed(Slip.FULL_MARKS, worth.most)
    if not isinstance(basis, ByRatio) or share is None or basis.ratio is None:
        return
    ratio = basis.ratio
    if share < 1:
        yield _computed(Slip.ALL_OR_NOTHING, Fraction(0))
        yield _computed(Slip.FULL_MARKS, worth.most)
    other = FORMULAS["proportional" if basis.formula.rising is False else "inverse"]
    reversed_share = other.share(ratio)
    if reversed_share != share and reversed_share < 1:
        yield _computed(Slip.DIRECTION_REVERSED, worth.score(reversed_share))
    elif reversed_share != share and case.claim == worth.most:
        yield _computed(Slip.DIRECTION_REVERSED, worth.most, favour=Fraction(2))
    uncapped = basis.formula.uncapped(ratio) if ratio else None
    if uncapped is not None and uncapped > 1:
        yield _computed(Slip.CAP_FORGOTTEN, worth.score(uncapped))
    yield _computed(Slip.RATE_AS_SCORE, ratio * 100)
    yield from _other_weights(case, share)
    for places in _RATE_PLACES:
        for mode, slip in ((Rounding.HALF_UP, Slip.RATE_ROUNDED_FIRST), (Rounding.TRUNCATE, Slip.TRUNCATED)):
            rate = RateRounding(places + _PER_CENT, mode)
            yield _computed(slip, worth.score(basis.formula.share(ratio, rate=rate)))


def _other_weights(case: Case, share: Fraction) -> Iterator[Hypothesis]:
    seen = {case.worth.weight}
    for item in case.board.judged:
        weight = item.line.score.weight
        if weight is not None and weight not in seen:
            seen.add(weight)
            about = f"{item.line.score.location.name} {decimal_text(weight)}"
            taken = attrs.evolve(case.worth, weight=weight)
            yield _computed(Slip.WRONG_WEIGHT, taken.score(share), about=about)


def _of_cells(case: Case) -> Iterator[Hypothesis]:
    """Target or actual value reads otherwise."""
    item = case.indicator
    if item.target is None or item.actual is None:
        return
    yield from _swap(case, item)
    for slip, text in variants(item.target.text):
        yield from _scored(case, slip, attrs.evolve(item, target=text), (Column.TARGET,))
    for slip, text in variants(item.actual.text):
        yield from _scored(case, slip, attrs.evolve(item, actual=text), (Column.ACTUAL,))


def _swap(case: Case, item: Indicator) -> Iterator[Hypothesis]:
    """A sign belongs into the target: where it stands tells whether the two were swapped."""
    assert item.target is not None  # the caller has asked
    assert item.actual is not None
    target, actual, sign = item.target.text, item.actual.text, item.target.sign or ""
    favour = _FAVOURED if item.actual.kind is ActualKind.BOUND and not sign else Fraction(1)
    if sign and target.startswith(sign) and item.actual.kind is ActualKind.QUANTITY:
        # The sign stays where it belongs, the two figures change places.
        target, actual, favour = target.removeprefix(sign), f"{sign}{actual}", Fraction(4)
    undone = attrs.evolve(item, target=actual, actual=target)
    both = (Column.TARGET, Column.ACTUAL)
    yield from _scored(case, Slip.COLUMNS_SWAPPED, undone, both, favour=favour)


def _of_rows(case: Case) -> Iterator[Hypothesis]:
    """A cell was taken from the row beside, which may in turn have this row's."""
    item = case.indicator
    for position, beside in _rows_beside(case):
        for column, name in ((Column.ACTUAL, "actual"), (Column.TARGET, "target"), (Column.SCORE, "claimed")):
            mine, theirs = getattr(item, name), getattr(beside, name)
            if mine is None or theirs is None or mine.text == theirs.text:
                continue
            undone, other = _with(item, name, theirs.text), _with(beside, name, mine.text)
            if column is Column.SCORE:
                score = points(undone.claimed)
                yield Hypothesis(Slip.ROW_SHIFTED, _point(score), undone, (column,))
                continue
            for found in _scored(case, Slip.ROW_SHIFTED, undone, (column,)):
                yield found
                yield attrs.evolve(found, favour=found.favour * _FAVOURED / 4, beside=(position, other))


def _with(item: Indicator, name: str, text: str) -> Indicator:
    changes: dict[str, Any] = {name: text}
    return attrs.evolve(item, **changes)


def _rows_beside(case: Case) -> Iterator[tuple[int, Indicator]]:
    for step in _BESIDE:
        position = case.position + step
        if 0 <= position < len(case.board.judged):
            beside = case.board.judged[position].line.score.printed_in
            if isinstance(beside, Indicator):
                yield position, beside


def _computed(slip: Slip, score: Fraction, *, about: str = "", favour: Fraction = Fraction(1)) -> Hypothesis:
    return Hypothesis(slip, Interval.point(score), about=about, favour=favour)


def _scored(
    case: Case,
    slip: Slip,
    undone: Indicator,
    columns: tuple[Column, ...],
    *,
    favour: Fraction = Fraction(1),
) -> Iterator[Hypothesis]:
    """Yield the slip, unless the row would then admit nearly any score and so explain nothing."""
    rules = case.board.context.rules
    basis = basis_of(undone, rules)
    admitted = basis.admitted
    scores = case.worth.scores(admitted)
    assert scores.lower is not None  # scores lie between 0 and the weight
    assert scores.upper is not None
    if isinstance(basis, LeftOpen) or 2 * (scores.upper - scores.lower) > case.worth.weight:
        return
    if scores.is_point:
        scores = Interval.point(rounded(scores.lower, rules.score_places, rules.rounding))
    favour *= _by_scale(case.judged.line.score.basis.ratio, basis.ratio)
    reach = case.board.reach.shares(basis, admitted)
    yield Hypothesis(slip, scores, undone, columns, favour=favour, reach=reach)


def _by_scale(printed: Fraction | None, undone: Fraction | None) -> Fraction:
    """Results lie near their targets, often on them: a slip whose undoing brings them there is likelier."""
    if not printed or not undone:
        return Fraction(1)
    before, after = max(printed, 1 / printed), max(undone, 1 / undone)
    if after * _FAR <= before or after == 1:
        return _FAVOURED
    return _DISFAVOURED if before * _FAR <= after else Fraction(1)


def _of_score(case: Case) -> Iterator[Hypothesis]:
    """The score itself reads otherwise: what other scores would be one such slip away is its image."""
    claimed = case.indicator.claimed
    assert claimed is not None  # the line claims points
    for slip, text in variants(claimed.text):
        changed = attrs.evolve(case.indicator, claimed=text)
        yield Hypothesis(slip, _point(points(changed.claimed)), changed, (Column.SCORE,))


def _of_weight(case: Case) -> Iterator[Hypothesis]:
    """The weight reads otherwise."""
    weight, share = case.indicator.weight, case.judged.line.score.basis.face_share
    if weight is None or share is None:
        return
    for slip, text in variants(weight.text):
        changed = attrs.evolve(case.indicator, weight=text)
        worth = worth_of(changed)
        if worth is not None:
            yield Hypothesis(slip, Interval.point(worth.score(share)), changed, (Column.WEIGHT,))


def _point(value: Fraction | None) -> Interval | None:
    return None if value is None else Interval.point(value)
