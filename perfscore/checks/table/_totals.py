"""Subtotals and the total: against the claimed lines, and against what the rules admit.

Codes T001 to T004. A total has two readings, the sum of the printed lines and the sum of the
unrounded ones; the room between them is computed from the lines, not configured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from perfscore._text import decimal_text
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import Interval, exact_sum, printing, rounded, total
from perfscore.scoring import Method, interval_text, places_of, points
from perfscore.verdicts import Admitted, Outcome, Subject, Verdict, distance, hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from fractions import Fraction

    from perfscore.checks._context import Context
    from perfscore.checks.lines import JudgedLine
    from perfscore.figures import Figure


_TOTAL_PLACES = Message.of("convention.total-places")
_UNROUNDED = Message.of("convention.sum-of-unrounded")


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
    if context.table.truncated:
        return _cut_off(place, context.table.total)
    claim, outcome = _claim(Subject.TOTAL, place, context.table.total)
    if claim is None:
        return outcome
    by_lines = _against_lines(claim, context, lines, code="T001")
    by_rules = _against_rules(attrs.evolve(claim, subject=Subject.TOTAL_BY_RULES), context, lines)
    if by_lines.verdicts[0].kind is VerdictKind.INCONSISTENT:
        # A total that is not the sum of its lines is told once.
        by_rules = Outcome(by_rules.verdicts)
    return Outcome(by_lines.verdicts + by_rules.verdicts, by_lines.findings + by_rules.findings)


def _cut_off(place: Location, cell: Figure | None) -> Outcome:
    """The total of a table that is cut off is not checked; why is told of the table."""
    verdict = _open_verdict(Subject.TOTAL, place, cell, Message.of("reason.cut-off"))
    if cell is None or points(cell) is not None:
        return Outcome((verdict,))
    return Outcome((verdict,), (finding(place, Message.of("R001", text=cell.text)),))


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


def _open(subject: Subject, place: Location, cell: Figure | None, message: Message) -> Outcome:
    """Return the open verdict with the finding that says why."""
    return Outcome((_open_verdict(subject, place, cell, message),), (finding(place, message),))


def _open_verdict(subject: Subject, place: Location, cell: Figure | None, reason: Message) -> Verdict:
    claimed = None if cell is None else cell.text
    return Verdict(subject=subject, kind=VerdictKind.OPEN, location=place, claimed=claimed, reason=reason)


def _against_lines(claim: Claim, context: Context, lines: Sequence[JudgedLine], *, code: str) -> Outcome:
    claims = [judged.line.claim for judged in lines]
    known = [value for value in claims if value is not None]
    if len(known) < len(claims) or not claims:
        message = Message.of("R003", what=Message.of("what.lines"))
        return _open(claim.subject, claim.location, claim.cell, message)
    printed = exact_sum(known)
    base = _verdict(claim, Interval.point(printed))
    verdict = hold(base, _ways_by_lines(claim, printed, context, lines))
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    message = Message.of(
        code,
        claimed=claim.cell.text,
        computed=decimal_text(printed),
        distance=distance(verdict, decimal_text),
    )
    return Outcome((verdict,), (finding(claim.location, message),))


def _ways_by_lines(
    claim: Claim, printed: Fraction, context: Context, lines: Sequence[JudgedLine]
) -> Iterator[Admitted]:
    """Yield the ways in which a sum may follow from its lines, that of their printed scores first."""
    added = Interval.point(printed)
    yield Admitted(
        claim=claim.value,
        values=(added,),
        stands_for=Interval.point(claim.value),
        face=printed,
        places=max(context.rules.score_places, places_of(claim.cell)),
        mode=None,
    )
    in_fewer = _in_fewer_places(claim, context)
    if in_fewer is not None:
        yield _way(in_fewer, added)
    yield _way(_unrounded_way(claim, context), total(_unrounded(item, context) for item in lines))


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
        return Outcome((_open_verdict(claim.subject, claim.location, claim.cell, message),))
    base = attrs.evolve(_verdict(claim, admitted), clause=context.rules.citation("total"))
    verdict = hold(base, _ways_by_rules(claim, context, lines))
    if verdict.kind is VerdictKind.INCONSISTENT:
        message = Message.of(
            "T003",
            claimed=claim.cell.text,
            admitted=_shown(context),
            distance=distance(verdict, decimal_text),
            causes=_names(lines, VerdictKind.INCONSISTENT),
        )
    elif verdict.convention is not None:
        message = Message.of(
            "T004", claimed=claim.cell.text, admitted=_shown(context), convention=verdict.convention
        )
    else:
        return Outcome((verdict,))
    return Outcome((verdict,), (finding(claim.location, message, clause=base.clause),))


def _ways_by_rules(claim: Claim, context: Context, lines: Sequence[JudgedLine]) -> Iterator[Admitted]:
    """Yield the ways in which a total may follow from the rules, the rule's own first."""
    exact = Interval.point(claim.value)
    # Sums of printed scores stand on the grid of their last place, and are not rounded again.
    on_grid = Admitted(
        claim=claim.value,
        values=(),
        stands_for=exact,
        places=max(context.rules.score_places, places_of(claim.cell)),
        mode=None,
        prefer=claim.value,
    )
    yield _way(on_grid, _sum_of(lines, _face_scores, context), kind=VerdictKind.CONSISTENT)
    yield _way(on_grid, _sum_of(lines, _printed_scores, context), kind=VerdictKind.BY_ROUNDING)
    own = Message.of("convention.lines", lines=_names(lines, VerdictKind.BY_CONVENTION))
    yield _way(on_grid, _sum_of(lines, _own_scores, context), named=own)
    unrounded = _unrounded_way(claim, context)
    yield _way(unrounded, _sum_of(lines, _unrounded_scores, context))
    in_fewer = _in_fewer_places(claim, context)
    if in_fewer is not None:
        # A total that is rounded once more explains most; it comes last.
        yield _way(in_fewer, _sum_of(lines, _printed_scores, context))
        yield _way(in_fewer, _sum_of(lines, _own_scores, context), named=own)
        yield _way(in_fewer, _sum_of(lines, _unrounded_scores, context), named=_UNROUNDED)


def _way(way: Admitted, values: Interval | None, **changes: Any) -> Admitted:
    """Return a way with the sums that it admits."""
    assert values is not None  # every line has a weight
    return attrs.evolve(way, values=(values,), **changes)


def _unrounded_way(claim: Claim, context: Context) -> Admitted:
    """The unrounded scores are added, and the sum is printed as the rule says."""
    places, mode = context.rules.score_places, context.rules.rounding
    return Admitted(
        claim=claim.value,
        values=(),
        stands_for=printing(claim.value, places, mode),
        places=places,
        mode=mode,
        named=_UNROUNDED,
        prefer=claim.value,
    )


def _in_fewer_places(claim: Claim, context: Context) -> Admitted | None:
    """A total that prints fewer places than the rule may be rounded to these; None if it does not."""
    places = places_of(claim.cell)
    if places >= context.rules.score_places:
        return None
    return Admitted(
        claim=claim.value,
        values=(),
        stands_for=printing(claim.value, places),
        places=places,
        named=_TOTAL_PLACES,
        prefer=claim.value,
    )


def _names(lines: Sequence[JudgedLine], kind: VerdictKind) -> str:
    names = [judged.line.score.location.name for judged in lines if judged.verdict.kind is kind]
    return "、".join(names) or "—"


def _shown(context: Context) -> str:
    """Return the totals that the rules admit for the face values, as the scorecard has them."""
    admitted = context.card.total.admitted
    assert admitted is not None  # every line has a weight, or there is no verdict
    return interval_text(admitted)


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


def _verdict(claim: Claim, computed: Interval) -> Verdict:
    return Verdict(
        subject=claim.subject,
        kind=VerdictKind.OPEN,
        location=claim.location,
        claimed=claim.cell.text,
        claimed_set=Interval.point(claim.value),
        computed=computed,
    )
