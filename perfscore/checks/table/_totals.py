"""Subtotals and the total: against the claimed lines, and against what the rules admit.

Codes T001 to T004. A total has two readings, the sum of the printed lines and the sum of the
unrounded ones; the room between them is computed from the lines, not configured.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import Interval, Rounding, exact_sum, printing, rounded, total
from perfscore.scoring import Method, interval_text, places_of, points
from perfscore.verdicts import Outcome, Subject, Verdict, Witness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from fractions import Fraction

    from perfscore.checks.lines import Context, JudgedLine
    from perfscore.figures import Figure


@attrs.frozen(kw_only=True)
class Claim:
    """A printed sum: where it stands, what it says."""

    subject: Subject
    location: Location
    cell: Figure
    value: Fraction


def check_total(context: Context, lines: Sequence[JudgedLine]) -> Outcome:
    """Return the verdicts on the total: against its lines, and against the rules."""
    place = Location(table=context.table.name, name="总分", column=Column.TOTAL)
    claim, outcome = _claim(Subject.TOTAL, place, context.table.total)
    if claim is None or context.table.truncated:
        return _cut_off(outcome, place, context.table.total) if context.table.truncated else outcome
    by_lines = _against_lines(claim, context, lines, code="T001")
    by_rules = _against_rules(attrs.evolve(claim, subject=Subject.TOTAL_BY_RULES), context, lines)
    if by_lines.verdicts[0].kind is VerdictKind.INCONSISTENT:
        # A total that is not the sum of its lines is told once.
        by_rules = Outcome(by_rules.verdicts)
    return Outcome(by_lines.verdicts + by_rules.verdicts, by_lines.findings + by_rules.findings)


def _cut_off(outcome: Outcome, place: Location, cell: Figure | None) -> Outcome:
    """The total of a table that is cut off is not checked; why is told of the table."""
    reason = Message.of("reason.cut-off")
    unread = tuple(item for item in outcome.findings if item.code == "R001")
    return Outcome(_open(Subject.TOTAL, place, cell, reason, told=False).verdicts, unread)


def check_subtotal(
    cell: Figure | None, place: Location, context: Context, lines: Sequence[JudgedLine]
) -> Outcome:
    """Return the verdict on one subtotal; nothing where none is printed."""
    if cell is None:
        return Outcome()
    claim, outcome = _claim(Subject.SUBTOTAL, place, cell)
    return outcome if claim is None else _against_lines(claim, context, lines, code="T002")


def _claim(subject: Subject, place: Location, cell: Figure | None) -> tuple[Claim | None, Outcome]:
    value = points(cell)
    if cell is not None and value is not None:
        return Claim(subject=subject, location=place, cell=cell, value=value), Outcome()
    if cell is None:
        message = Message.of("R003", what=Message.of("what.total"))
    else:
        message = Message.of("R001", text=cell.text)
    return None, _open(subject, place, cell, message)


def _open(
    subject: Subject, place: Location, cell: Figure | None, message: Message, *, told: bool = True
) -> Outcome:
    claimed = None if cell is None else cell.text
    verdict = Verdict(subject=subject, kind=VerdictKind.OPEN, location=place, claimed=claimed, reason=message)
    return Outcome((verdict,), (finding(place, message),) if told else ())


def _against_lines(claim: Claim, context: Context, lines: Sequence[JudgedLine], *, code: str) -> Outcome:
    claims = [judged.line.claim for judged in lines]
    known = [value for value in claims if value is not None]
    if len(known) < len(claims) or not claims:
        message = Message.of("R003", what=Message.of("what.lines"))
        return _open(claim.subject, claim.location, claim.cell, message)
    printed = Interval.point(exact_sum(known))
    base = _verdict(claim, printed)
    if claim.value in printed:
        return Outcome((_explained(base, claim, printed, None),))
    unrounded = total(_unrounded(judged, context) for judged in lines)
    for values, stands_for, convention in (
        (printed, _rounded_total(claim, context), "convention.total-places"),
        (unrounded, _as_printed(claim, context), "convention.sum-of-unrounded"),
    ):
        meet = None if stands_for is None else values & stands_for
        if meet is not None:
            return Outcome((_explained(base, claim, meet, Message.of(convention)),))
    gap = min(printed.distance(Interval.point(claim.value)), unrounded.distance(_widest(claim, context)))
    verdict = attrs.evolve(base, kind=VerdictKind.INCONSISTENT, gap=gap)
    message = Message.of(
        code, claimed=claim.cell.text, computed=interval_text(printed), gap=decimal_text(gap)
    )
    return Outcome((verdict,), (finding(claim.location, message),))


def _unrounded(judged: JudgedLine, context: Context) -> Interval:
    """Return the exact scores that a line may have had before it was printed as it claims."""
    claim = judged.line.claim
    assert claim is not None  # the caller has asked
    exact_claim = Interval.point(claim)
    if judged.line.score.basis.method is Method.BAND:
        return exact_claim
    stands_for = printing(claim, context.rules.score_places, context.rules.rounding) or exact_claim
    possible = judged.line.possible
    meet = None if possible is None else possible & stands_for
    return meet or stands_for


def _against_rules(claim: Claim, context: Context, lines: Sequence[JudgedLine]) -> Outcome:
    admitted = _sum_of(lines, _printed_scores, context)
    if admitted is None:
        message = Message.of("R003", what=Message.of("what.weights"))
        return Outcome(_open(claim.subject, claim.location, claim.cell, message).verdicts)
    base = attrs.evolve(_verdict(claim, admitted), clause=context.rules.citation("total"))
    for values, stands_for, convention, kind in _readings(claim, context, lines):
        meet = None if values is None or stands_for is None else values & stands_for
        if meet is None:
            continue
        named = None if convention is None else _convention(convention, lines)
        verdict = attrs.evolve(_explained(base, claim, meet, named), kind=kind)
        if named is None:
            return Outcome((verdict,))
        message = Message.of(
            "T004",
            claimed=claim.cell.text,
            admitted=_shown(context),
            convention=named,
        )
        return Outcome((verdict,), (finding(claim.location, message, clause=base.clause),))
    return _unreachable(base, claim, context, lines)


def _readings(
    claim: Claim, context: Context, lines: Sequence[JudgedLine]
) -> Iterator[tuple[Interval | None, Interval | None, str | None, VerdictKind]]:
    """Yield the ways in which a total may follow from the rules, the rule's own first."""
    exact = Interval.point(claim.value)
    yield _sum_of(lines, _face_scores, context), exact, None, VerdictKind.CONSISTENT
    yield _sum_of(lines, _printed_scores, context), exact, None, VerdictKind.BY_ROUNDING
    sums = (
        (_printed_scores, None),
        (_own_scores, "convention.lines"),
        (_unrounded_scores, "convention.sum-of-unrounded"),
    )
    totals = ((exact, None), (_rounded_total(claim, context), "convention.total-places"))
    # A total that is rounded once more explains most; it comes last.
    for (stands_for, by_total), (scores, by_lines) in product(totals, sums):
        reading = stands_for
        if scores is _unrounded_scores and by_total is None:
            reading = _as_printed(claim, context)
        if by_lines or by_total:
            values = _sum_of(lines, scores, context)
            yield values, reading, by_lines or by_total, VerdictKind.BY_CONVENTION


def _convention(key: str, lines: Sequence[JudgedLine]) -> Message:
    if key != "convention.lines":
        return Message.of(key)
    return Message.of(key, lines=_names(lines, VerdictKind.BY_CONVENTION))


def _names(lines: Sequence[JudgedLine], kind: VerdictKind) -> str:
    names = [judged.line.score.location.name for judged in lines if judged.verdict.kind is kind]
    return "、".join(names) or "—"


def _shown(context: Context) -> str:
    """Return the totals that the rules admit for the face values, as the scorecard has them."""
    admitted = context.card.total.admitted
    assert admitted is not None  # every line has a weight, or there is no verdict
    return interval_text(admitted)


def _unreachable(base: Verdict, claim: Claim, context: Context, lines: Sequence[JudgedLine]) -> Outcome:
    distances = [
        values.distance(stands_for)
        for values, stands_for, _, _ in _readings(claim, context, lines)
        if values is not None and stands_for is not None
    ]
    gap = min(distances)
    verdict = attrs.evolve(base, kind=VerdictKind.INCONSISTENT, gap=gap)
    message = Message.of(
        "T003",
        claimed=claim.cell.text,
        admitted=_shown(context),
        gap=decimal_text(gap),
        causes=_names(lines, VerdictKind.INCONSISTENT),
    )
    return Outcome((verdict,), (finding(claim.location, message, clause=base.clause),))


def _sum_of(
    lines: Sequence[JudgedLine], scores: Callable[[JudgedLine, Context], Interval | None], context: Context
) -> Interval | None:
    sets = [scores(judged, context) for judged in lines]
    known = [values for values in sets if values is not None]
    return total(known) if known and len(known) == len(sets) else None


def _face_scores(judged: JudgedLine, _: Context) -> Interval | None:
    """Return the scores that the rules admit for the face values."""
    return judged.line.score.admitted


def _unrounded_scores(judged: JudgedLine, _: Context) -> Interval | None:
    """Return the exact scores that the rules admit for everything that the cells can stand for."""
    return judged.line.possible


def _printed_scores(judged: JudgedLine, context: Context) -> Interval | None:
    """Return the same as printed, from the lowest to the highest."""
    values = judged.line.possible
    if values is None or judged.line.score.basis.method in (Method.BAND, Method.OPEN):
        return values
    assert values.lower is not None  # scores lie between 0 and the weight
    assert values.upper is not None
    places, mode = context.rules.score_places, context.rules.rounding
    return Interval(rounded(values.lower, places, mode), rounded(values.upper, places, mode))


def _own_scores(judged: JudgedLine, context: Context) -> Interval | None:
    """Return the claim of a line that follows another convention, for other lines the rule's scores."""
    claim = judged.line.claim
    if judged.verdict.kind is VerdictKind.BY_CONVENTION and claim is not None:
        return Interval.point(claim)
    return _printed_scores(judged, context)


def _as_printed(claim: Claim, context: Context) -> Interval | None:
    """Return the exact sums that are printed as the claimed total."""
    return printing(claim.value, context.rules.score_places, context.rules.rounding)


def _rounded_total(claim: Claim, context: Context) -> Interval | None:
    """Return the same for a total that prints fewer places than the rule; None if it does not."""
    places = places_of(claim.cell)
    if places >= context.rules.score_places:
        return None
    return printing(claim.value, places, Rounding.HALF_UP)


def _widest(claim: Claim, context: Context) -> Interval:
    exact = Interval.point(claim.value)
    return _rounded_total(claim, context) or _as_printed(claim, context) or exact


def _verdict(claim: Claim, computed: Interval) -> Verdict:
    return Verdict(
        subject=claim.subject,
        kind=VerdictKind.OPEN,
        location=claim.location,
        claimed=claim.cell.text,
        claimed_set=Interval.point(claim.value),
        computed=computed,
    )


def _explained(base: Verdict, claim: Claim, meet: Interval, convention: Message | None) -> Verdict:
    kind = VerdictKind.CONSISTENT if convention is None else VerdictKind.BY_CONVENTION
    witness = Witness(exact=meet.pick(claim.value), printed=claim.value)
    return attrs.evolve(base, kind=kind, convention=convention, witness=witness)
