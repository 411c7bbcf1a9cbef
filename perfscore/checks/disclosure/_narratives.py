"""A self-assessment told in prose: its completions, what it calls reached, its total.

Codes S002, S007, T003.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.checks._context import Context
from perfscore.checks.disclosure._statements import share_outcome
from perfscore.checks.table import check_amounts, check_rate
from perfscore.figures import Actual, ActualKind, TargetKind
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import Interval
from perfscore.model import Indicator, SelfAssessment
from perfscore.scoring import LeftOpen, basis_of, execution_basis, points, score, worth_of
from perfscore.verdicts import Admitted, Outcome, Subject, Verdict, distance, hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.model import Achievement, Narrative
    from perfscore.rules import RuleSet

_ONE = Fraction(1)
_SHARE_PLACES = 4
"""Decimals in which the distance of a share from the whole is told."""
_COUNTED_UP = (TargetKind.AT_LEAST, TargetKind.EXACTLY)


def check_narrative(narrative: Narrative, rules: RuleSet) -> Iterator[Outcome]:
    """Yield what verification says of a self-assessment in prose.

    Parameters
    ----------
    narrative
        The self-assessment.
    rules
        The rule set.
    """
    if narrative.execution is not None:
        table = SelfAssessment(
            table_id=narrative.name, money_unit=narrative.money_unit, execution=narrative.execution
        )
        context = Context(table=table, rules=rules, card=score(table, rules=rules), places=0)
        yield check_rate(context)
        yield from check_amounts(context)
    for number, item in enumerate(narrative.achievements, 1):
        place = Location(table=narrative.name, row=number, name=item.name)
        yield _reached(item, place, rules)
        if item.completion is not None:
            yield _completion(item, place)
    if narrative.goals_count is not None:
        yield _count(narrative)
    if narrative.total is not None:
        yield _total(narrative, rules)


def _completion(item: Achievement, place: Location) -> Outcome:
    """A degree of completion is the actual value by the target, of a thing that is counted up."""
    target = item.target
    whole = None
    if target is not None and target.quantity is not None and target.kind in _COUNTED_UP:
        whole = Actual(target.text, ActualKind.QUANTITY, quantity=target.quantity)
    return share_outcome(item.actual, whole, item.completion, place)


def _shares(item: Achievement, rules: RuleSet) -> Interval | None:
    """Return the shares of a weight that the told figures earn; None where they cannot be compared."""
    if item.actual is None:
        return None
    basis = basis_of(Indicator(item.name, target=item.target, actual=item.actual), rules)
    return None if isinstance(basis, LeftOpen) else basis.admitted


def _reached(item: Achievement, place: Location, rules: RuleSet) -> Outcome:
    base = Verdict(
        subject=Subject.STATED,
        kind=VerdictKind.OPEN,
        location=place,
        claimed=None if item.actual is None else item.actual.text,
        clause=rules.citation("quantitative"),
    )
    shares = _shares(item, rules)
    if item.reached is None or shares is None:
        return Outcome((attrs.evolve(base, reason=Message.of("reason.not-comparable")),))
    way = Admitted(
        claim=_ONE,
        # A prose that calls it not reached claims nothing.
        values=(Interval(shares.lower, shares.upper if item.reached else _ONE),),
        stands_for=Interval.point(_ONE),
        places=_SHARE_PLACES,
        mode=None,
        kind=VerdictKind.CONSISTENT,
    )
    verdict = hold(attrs.evolve(base, computed=shares), (way,))
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    target, actual = item.target, item.actual
    assert target is not None  # they could be compared
    assert actual is not None
    message = Message.of("S007", target=target.text, actual=actual.text)
    return Outcome((verdict,), (finding(place, message, clause=base.clause),))


def _count(narrative: Narrative) -> Outcome:
    told, cell = points(narrative.goals_count), narrative.goals_count
    assert cell is not None  # the caller has asked
    place = Location(table=narrative.name)
    base = Verdict(subject=Subject.STATED, kind=VerdictKind.OPEN, location=place, claimed=cell.text)
    if told is None:
        message = Message.of("R001", text=cell.text)
        return Outcome((attrs.evolve(base, reason=message),), (finding(place, message),))
    found = Fraction(len(narrative.achievements))
    way = Admitted(
        claim=told,
        values=(Interval.point(found),),
        stands_for=Interval.point(told),
        face=found,
        places=0,
        mode=None,
    )
    verdict = hold(base, (way,))
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    message = Message.of("S001", what=Message.of("what.indicators"), claimed=cell.text, printed=str(found))
    return Outcome((verdict,), (finding(place, message),))


def _total(narrative: Narrative, rules: RuleSet) -> Outcome:
    """The total of a self-assessment that calls everything reached is the sum of its weights."""
    claim, cell = points(narrative.total), narrative.total
    assert cell is not None  # the caller has asked
    quantity = cell.quantity
    place = Location(table=narrative.name, name="总分", column=Column.TOTAL)
    base = Verdict(subject=Subject.TOTAL_BY_RULES, kind=VerdictKind.OPEN, location=place, claimed=cell.text)
    found = _admitted_total(narrative, rules)
    if claim is None or quantity is None or found is None:
        return Outcome((attrs.evolve(base, reason=Message.of("reason.not-all-told")),))
    admitted, face = found
    clause = rules.citation("total")
    way = Admitted(
        claim=claim,
        values=(admitted,),
        stands_for=quantity.possible,
        face=face,
        places=quantity.places,
        kind=VerdictKind.CONSISTENT if claim in admitted else VerdictKind.BY_ROUNDING,
        prefer=claim,
    )
    verdict = hold(attrs.evolve(base, computed=admitted, clause=clause), (way,))
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    message = Message.of(
        "T003",
        claimed=cell.text,
        admitted=decimal_text(face),
        distance=distance(verdict, decimal_text),
        causes="—",
    )
    return Outcome((verdict,), (finding(place, message, clause=clause),))


def _admitted_total(narrative: Narrative, rules: RuleSet) -> tuple[Interval, Fraction] | None:
    """Return the totals that follow, and that of the face values.

    None unless everything is told as reached, with its weights.
    """
    execution, goals = narrative.execution, points(narrative.goals_weight)
    weight: Fraction | None = None if execution is None else points(execution.weight)
    count = points(narrative.goals_count)
    told = len(narrative.achievements)
    if execution is None or weight is None or goals is None or not told or count not in (None, told):
        return None
    if not all(item.reached for item in narrative.achievements):
        return None
    basis = execution_basis(execution, rules)
    if isinstance(basis, LeftOpen):
        return None
    share = basis.face_share
    worth = worth_of(execution, weight=weight)
    assert worth is not None  # a weight is printed
    whole = worth.scores(basis.admitted) + Interval.point(goals)
    assert share is not None  # amounts and rates are figures
    return whole, worth.score(share) + goals
