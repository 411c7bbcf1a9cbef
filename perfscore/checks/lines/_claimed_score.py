"""Lines: the claimed score of an indicator or of budget execution against the rule.

Codes Q001 to Q008, Q010, L001 to L003, B001, F001 to F004, O005, P001, R001, R003, W003.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeGuard

import attrs

from perfscore._text import decimal_text
from perfscore.checks.lines._explain import score_ways
from perfscore.checks.lines._illegible import illegible
from perfscore.checks.lines._line import cells_of, word_shares
from perfscore.figures import Figure
from perfscore.findings import Column, Message, VerdictKind, finding
from perfscore.intervals import Interval, printing
from perfscore.scoring import (
    ByBand,
    ByFact,
    ByRatio,
    LeftOpen,
    Obstacle,
    interval_text,
    places_of,
    points,
    result_label,
)
from perfscore.verdicts import Admitted, Outcome, Subject, Verdict, Witness, distance, hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks.lines._line import Line
    from perfscore.figures import Actual, Target
    from perfscore.scoring import OpenReason, Worth

_ZERO, _ONE = Fraction(0), Fraction(1)
_BAND_EDGES = Message.of("convention.band-edges")


def check_line(line: Line) -> Outcome:
    """Return the verdict on one line and the findings that follow.

    Parameters
    ----------
    line
        The line.
    """
    unusable = _illegible(line) or _unusable(line)
    if unusable is not None:
        return unusable
    claim, worth = line.claim, line.score.worth
    assert claim is not None  # the cells can be used
    assert worth is not None
    outside = _outside_weight(line, claim, worth.weight)
    if outside is not None:
        return outside
    basis = line.score.basis
    if isinstance(basis, LeftOpen):
        return _open(line, basis.why)
    if isinstance(basis, ByBand):
        return _band(line, basis, claim, worth)
    return _computed(line, claim, worth)


def _illegible(line: Line) -> Outcome | None:
    text = illegible(*line.cells)
    if text is None:
        return None
    verdict = _verdict(line, VerdictKind.OPEN, reason=Message.of("reason.illegible"))
    return Outcome((verdict,), (finding(line.score.location, Message.of("R005", text=text)),))


def _unusable(line: Line) -> Outcome | None:
    """A weight or a claim that is missing, unreadable or negative."""
    for cell, column, what in (
        (line.weight, Column.WEIGHT, "what.weight"),
        (line.claimed, Column.SCORE, "what.score"),
    ):
        place, clause = attrs.evolve(line.score.location, column=column), ""
        if cell is None:
            if column is Column.WEIGHT and line.score.weight is not None:
                continue
            message = Message.of("R003", what=Message.of(what))
        elif (number := points(cell)) is None:
            message = Message.of("R001", text=cell.text)
        elif column is Column.WEIGHT and number < 0:
            message, clause = Message.of("W003", weight=cell.text), line.rules.citation("weights")
        else:
            continue
        verdict = _verdict(line, VerdictKind.OPEN, reason=message)
        return Outcome((verdict,), (finding(place, message, clause=clause),))
    return None


def _outside_weight(line: Line, claim: Fraction, weight: Fraction) -> Outcome | None:
    """A claim above the weight or below 0, whatever the other cells say."""
    if 0 <= claim <= weight:
        return None
    held = hold(_verdict(line, VerdictKind.OPEN), _ways_inside(line, claim, weight))
    if held.kind is not VerdictKind.INCONSISTENT:
        return None  # the weight, printed to the places of the scores
    verdict = attrs.evolve(held, computed=Interval(_ZERO, weight))
    shown = line.claimed_text
    if claim < 0:
        message = Message.of("Q003", claimed=shown)
    else:
        gap = decimal_text(claim - weight)
        message = Message.of("Q002", claimed=shown, weight=decimal_text(weight), gap=gap)
    return Outcome((verdict,), (finding(line.score.location, message, clause=line.score.clause),))


def _ways_inside(line: Line, claim: Fraction, weight: Fraction) -> Iterator[Admitted]:
    """Yield the scores from 0 to the weight, printed as the rule and as the table rounds."""
    for places in dict.fromkeys((line.rules.score_places, line.table_places)):
        yield Admitted(
            claim=claim,
            values=(Interval(_ZERO, weight),),
            stands_for=printing(claim, places, line.rules.rounding),
            places=places,
            mode=line.rules.rounding,
        )


def _open(line: Line, why: OpenReason) -> Outcome:
    target, actual = line.score.cells
    unreadable = (cell.text for cell in line.cells if _is_unreadable(cell))
    facts = {
        "target": target or "—",
        "actual": actual,
        "reason": why.message,
        "claimed": line.claimed_text,
        "what": why.missing,
        "text": next(unreadable, ""),
    }
    message = Message.of(why.code, **{name: facts[name] for name in why.tells})
    verdict = _verdict(line, VerdictKind.OPEN, reason=why.message, computed=line.score.admitted)
    # What a cell lacks rests on no clause.
    rests_on_cells = why.obstacle in (Obstacle.MISSING, Obstacle.UNREADABLE)
    clause = "" if rests_on_cells else line.score.clause
    return Outcome((verdict,), (finding(line.score.location, message, clause=clause),))


def _is_unreadable(cell: Target | Actual | Figure | None) -> TypeGuard[Figure]:
    return isinstance(cell, Figure) and cell.quantity is None


def _band(line: Line, basis: ByBand, claim: Fraction, worth: Worth) -> Outcome:
    """A qualitative score is a decision: its printed figure is exact."""
    band = worth.scores(basis.shares)
    verdict = hold(_verdict(line, VerdictKind.OPEN, computed=band), _ways_of_band(line, claim, band))
    if verdict.kind is VerdictKind.JUDGEMENT:
        return Outcome((attrs.evolve(verdict, claimed_set=None),))
    details: dict[str, object] = {
        "actual": line.score.cells[1],
        "result": result_label(basis.results),
        "band": interval_text(band),
        "claimed": line.claimed_text,
    }
    if verdict.kind is VerdictKind.BY_CONVENTION:
        message = Message.of("L002", **details)
    else:
        message = Message.of("L001", **details, distance=distance(verdict, decimal_text))
    return Outcome((verdict,), (finding(line.score.location, message, clause=line.score.clause),))


def _ways_of_band(line: Line, claim: Fraction, band: Interval) -> Iterator[Admitted]:
    """Yield the band itself, and the band with both of its edges."""
    for values, named, kind in (
        (band, None, VerdictKind.JUDGEMENT),
        (Interval(band.lower, band.upper), _BAND_EDGES, VerdictKind.BY_CONVENTION),
    ):
        yield Admitted(
            claim=claim,
            values=(values,),
            stands_for=Interval.point(claim),
            places=max(line.rules.score_places, places_of(line.claimed)),
            mode=None,
            named=named,
            kind=kind,
            prefer=claim,
        )


def _computed(line: Line, claim: Fraction, worth: Worth) -> Outcome:
    verdict = _held(line, claim, worth)
    words = word_shares(line)
    if words is not None and verdict.kind is not VerdictKind.CONSISTENT:
        band = worth.scores(words)
        if claim in band:
            witness = Witness(exact=claim, printed=claim)
            return Outcome((_verdict(line, VerdictKind.JUDGEMENT, computed=band, witness=witness),))
    admitted = line.possible
    assert admitted is not None  # there is a weight
    messages = [_bound(line, admitted), _difference(line, verdict, admitted)]
    findings = [
        finding(line.score.location, message, clause=line.score.clause)
        for message in messages
        if message is not None
    ]
    return Outcome((verdict,), tuple(findings))


def _held(line: Line, claim: Fraction, worth: Worth) -> Verdict:
    """Hold the claim of a line that is scored by a ratio or a fact."""
    base = _verdict(line, VerdictKind.CONSISTENT, computed=line.possible)
    if worth.weight == 0:
        # A line without points can claim none, and 0 is all that is left of the claim here.
        return attrs.evolve(base, witness=Witness(exact=claim, printed=claim))
    plain = _plain_witness(line, claim, worth)
    if plain is not None:
        return attrs.evolve(base, witness=plain)
    ways = score_ways(
        claim,
        cells_of(line, worth),
        rules=line.rules,
        claim_places=places_of(line.claimed),
        table_places=line.table_places,
    )
    verdict = hold(base, ways)
    if verdict.kind is VerdictKind.CONSISTENT:
        return verdict
    return attrs.evolve(verdict, claimed_set=_stands_for(line, claim))


def _plain_witness(line: Line, claim: Fraction, worth: Worth) -> Witness | None:
    """Return the face values if they print the claim under the rule itself, as most do; None otherwise."""
    basis, exact = line.score.basis, line.score.exact
    if exact is None or line.score.printed != claim:
        return None
    share = worth.share(exact)
    if isinstance(basis, ByFact):
        return Witness(target=_ONE, actual=share, share=share, exact=exact, printed=claim)
    assert isinstance(basis, ByRatio)  # nothing else has an exact score
    if basis.actual is None:
        return None  # of a bound no value is known
    return Witness(target=basis.target, actual=basis.actual, share=share, exact=exact, printed=claim)


def _stands_for(line: Line, claim: Fraction) -> Interval:
    """Return the exact scores that are printed as the claim; a claim of odd places stands for itself."""
    return printing(claim, line.rules.score_places, line.rules.rounding) or Interval.point(claim)


def _bound(line: Line, admitted: Interval) -> Message | None:
    basis = line.score.basis
    if not isinstance(basis, ByRatio) or basis.actual is not None:
        return None
    return Message.of("F003", actual=line.score.cells[1], admitted=interval_text(admitted))


def _difference(line: Line, verdict: Verdict, admitted: Interval) -> Message | None:
    if verdict.kind is VerdictKind.CONSISTENT:
        return None
    printed = line.score.printed
    details: dict[str, object] = {
        "claimed": line.claimed_text,
        "computed": interval_text(admitted) if printed is None else decimal_text(printed),
        "derivation": line.score.derivation,
    }
    if verdict.kind is VerdictKind.BY_ROUNDING:
        return Message.of("Q005", **details)
    if verdict.kind is VerdictKind.BY_CONVENTION:
        nothing = line.claim == 0 and line.subject is Subject.LINE
        return Message.of("Q010" if nothing else "Q004", **details, convention=verdict.convention)
    return Message.of(_code(line, admitted), **details, distance=distance(verdict, decimal_text))


def _code(line: Line, admitted: Interval) -> str:
    """Return what is wrong with a score that no admitted way explains."""
    claim, worth = line.claim, line.score.worth
    assert worth is not None  # the line is scored
    if line.subject is Subject.EXECUTION_SCORE:
        return "B001"
    if admitted == Interval.point(worth.most):
        return "Q007"
    if claim == worth.most:
        return "Q006"
    return "Q008" if claim == 0 else "Q001"


def _verdict(line: Line, kind: VerdictKind, **details: Any) -> Verdict:
    return Verdict(
        subject=line.subject,
        kind=kind,
        location=line.score.location,
        claimed=None if line.claimed is None else line.claimed.text,
        line=line.score,
        assumed=line.assumed,
        inferred=line.inferred,
        clause=line.score.clause,
        **details,
    )
