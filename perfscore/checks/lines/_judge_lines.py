"""A verdict for each line: by its printed weight, else by what can be inferred of its weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.checks.lines._claimed_score import check_line
from perfscore.checks.lines._line import JudgedLine, lines_of, with_weight
from perfscore.checks.lines._shifted import check_shift
from perfscore.checks.lines._unprinted_weights import infer_weights
from perfscore.findings import Message, VerdictKind
from perfscore.scoring import sum_of
from perfscore.verdicts import Outcome, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perfscore.checks._context import Context
    from perfscore.checks.lines._line import Line
    from perfscore.checks.lines._unprinted_weights import Inferred
    from perfscore.scoring import Scorecard
    from perfscore.verdicts import Verdict

_PLAINEST_FIRST = (
    VerdictKind.CONSISTENT,
    VerdictKind.JUDGEMENT,
    VerdictKind.BY_ROUNDING,
    VerdictKind.BY_CONVENTION,
    VerdictKind.OPEN,
    VerdictKind.NOT_APPLICABLE,
    VerdictKind.INCONSISTENT,
)


def judge(context: Context) -> tuple[tuple[JudgedLine, ...], tuple[Outcome, ...]]:
    """Return each line with its verdict, and everything that was found on the way.

    Parameters
    ----------
    context
        The table.
    """
    lines = lines_of(context)
    numbers = [line.score.location.row for line in lines]
    unweighted = any(line.score.weight is None for line in lines)
    inferred: dict[int, Inferred] = {}
    outcomes: tuple[Outcome, ...] = ()
    if unweighted:
        inference = infer_weights(
            context, {row: line for row, line in zip(numbers, lines, strict=True) if row is not None}
        )
        inferred, outcomes = dict(inference.weights), inference.outcomes
    judged, found = [], []
    for row, line in zip(numbers, lines, strict=True):
        known = None if row is None else inferred.get(row)
        weighed, outcome = _of_line(line, known)
        outcome = check_shift(weighed, outcome)
        judged.append(JudgedLine(line=weighed, verdict=outcome.verdicts[0]))
        found.append(outcome)
    return tuple(judged), (*found, *outcomes)


def completed(card: Scorecard, judged: Sequence[JudgedLine]) -> Scorecard:
    """Return *card* with the lines under the weights that were inferred, and their total."""
    if not any(item.line.inferred for item in judged):
        return card
    lines = tuple(item.line.score for item in judged if item.line.subject is Subject.LINE)
    everything = lines if card.execution is None else (card.execution, *lines)
    return attrs.evolve(card, lines=lines, total=sum_of((), everything))


def _of_line(line: Line, known: Inferred | None) -> tuple[Line, Outcome]:
    if known is None:
        return line, check_line(line)
    if known.consistent and known.weight is not None:
        weighed = with_weight(line, known.weight)
        return weighed, check_line(weighed)
    if not known.consistent:
        # Under any weight: only what does not depend on it is kept of the verdict.
        some = check_line(with_weight(line, known.step)).verdicts[0]
        return line, Outcome((_contradiction(some, known),))
    return line, _of_several(line, known)


def _contradiction(verdict: Verdict, known: Inferred) -> Verdict:
    """A line of a group that no weights explain: wrong itself, if no weight explains it either."""
    bare = _bare(verdict)
    if not known.weights:
        return attrs.evolve(bare, kind=VerdictKind.INCONSISTENT)
    return attrs.evolve(
        bare, kind=VerdictKind.OPEN, reason=Message.of("reason.weights-impossible"), witness=None
    )


def _of_several(line: Line, known: Inferred) -> Outcome:
    """A line that holds under each of several weights: the plainest way in which it holds."""
    outcomes = [check_line(with_weight(line, weight)) for weight in known.samples(line.claim)]
    if outcomes[0].verdicts[0].kind is VerdictKind.OPEN:
        return Outcome((_bare(outcomes[0].verdicts[0]),), outcomes[0].findings)
    verdicts = [outcome.verdicts[0] for outcome in outcomes]
    return Outcome((_bare(min(verdicts, key=lambda verdict: _PLAINEST_FIRST.index(verdict.kind))),))


def _bare(verdict: Verdict) -> Verdict:
    """Leave out what holds for one of several weights only."""
    return attrs.evolve(
        verdict, computed=None, line=None, off_by=None, gap=None, nearest=None, claimed_set=None
    )
