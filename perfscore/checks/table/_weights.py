"""Weights: level 2 in level 1, level 1 in the goal, goals and execution in the table.

Codes W001 and W002. Weights are exact, so their sums are compared exactly.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import Interval
from perfscore.model import Indicator
from perfscore.scoring import points
from perfscore.verdicts import Admitted, Outcome, Subject, Verdict, hold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perfscore.checks._context import Context
    from perfscore.figures import Figure
    from perfscore.model import Goal, Level, Section


_PLACES = 10
"""Decimals beyond which no printed weight is told apart."""


def check_weights(context: Context) -> Iterator[Outcome]:
    """Yield a verdict for every printed weight that has weights below it, and for the table."""
    yield _whole_table(context)
    for section in context.sections:
        yield from _below(section, context)


def _whole_table(context: Context) -> Outcome:
    table, rules = context.table, context.rules
    parts = [_effective(goal) for goal in table.goals]
    if table.execution is not None:
        parts.append(points(table.execution.weight))
    place = Location(table=table.name, column=Column.WEIGHT)
    clause = rules.citation("weights")
    added = _added(parts)
    if added is None:
        message = Message.of("R003", what=Message.of("what.weights"))
        verdict = Verdict(
            subject=Subject.WEIGHTS, kind=VerdictKind.OPEN, location=place, reason=message, clause=clause
        )
        return Outcome((verdict,), (finding(place, message),))
    message = Message.of("W001", sum=decimal_text(added), expected=decimal_text(rules.total))
    return _compared(place, None, rules.total, added, message, clause)


def _below(section: Section, context: Context) -> Iterator[Outcome]:
    """Compare a weight with those below it, unless the document cuts them off."""
    part = section.part
    weight = points(part.weight)
    added = None if section.is_cut else _added([_effective(child) for child in part.children])
    if part.weight is not None and weight is not None and added is not None:
        place = Location(table=context.table.name, labels=section.labels, column=Column.WEIGHT)
        message = Message.of("W002", weight=part.weight.text, sum=decimal_text(added))
        yield _compared(place, part.weight, weight, added, message, "")


def _compared(  # the two figures, where they stand, how a difference is told
    place: Location,
    cell: Figure | None,
    printed: Fraction,
    added: Fraction,
    message: Message,
    clause: str,
) -> Outcome:
    base = Verdict(
        subject=Subject.WEIGHTS,
        kind=VerdictKind.CONSISTENT,
        location=place,
        claimed=decimal_text(added) if cell is None else cell.text,
        computed=Interval.point(added),
        clause=clause,
    )
    if printed == added:
        return Outcome((base,))
    way = Admitted(
        claim=added,
        values=(Interval.point(printed),),
        stands_for=Interval.point(added),
        face=printed,
        places=_PLACES,
        mode=None,
    )
    # Which of the two is wrong is not known: the printed weight is what the parts should add to.
    verdict = attrs.evolve(hold(base, (way,)), claimed_set=Interval.point(printed))
    return Outcome((verdict,), (finding(place, message, clause=clause),))


def _effective(part: Goal | Level | Indicator) -> Fraction | None:
    """Return the printed weight; where none is printed, the sum of those below."""
    if part.weight is not None or isinstance(part, Indicator):
        return points(part.weight)
    return _added([_effective(child) for child in part.children])


def _added(weights: Sequence[Fraction | None]) -> Fraction | None:
    known = [weight for weight in weights if weight is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(weights) else None
