"""The printed grade against the total.

Codes G001, G002.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import Interval
from perfscore.scoring import places_of, points
from perfscore.terms import Grade
from perfscore.verdicts import Admitted, Outcome, Subject, Verdict, hold

if TYPE_CHECKING:
    from perfscore.checks._context import Context


def check_grade(context: Context) -> Outcome:
    """Return the verdict on the printed grade; nothing where none is printed."""
    table, rules = context.table, context.rules
    if table.grade is None:
        return Outcome()
    place = Location(table=table.name, column=Column.GRADE)
    clause = rules.citation("grades") if rules.grades else ""
    base = Verdict(
        subject=Subject.GRADE, kind=VerdictKind.OPEN, location=place, claimed=table.grade, clause=clause
    )
    total, printed = points(table.total), Grade.from_label(table.grade)
    if not rules.grades:
        return Outcome((attrs.evolve(base, kind=VerdictKind.NOT_APPLICABLE),))
    if total is None or total < 0:
        return _open(base, Message.of("R003", what=Message.of("what.total")))
    totals = None if printed is None else rules.totals(printed)
    if totals is None:
        return _open(base, Message.of("G002", claimed=table.grade))
    way = Admitted(
        claim=total,
        values=(totals,),
        stands_for=Interval.point(total),
        places=places_of(table.total),
        mode=None,
    )
    verdict = hold(base, (way,))
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    computed = rules.grade(total)
    message = Message.of("G001", claimed=table.grade, total=decimal_text(total), computed=computed)
    return Outcome((verdict,), (finding(place, message, clause=clause),))


def _open(base: Verdict, message: Message) -> Outcome:
    found = finding(base.location, message, clause=base.clause)
    return Outcome((attrs.evolve(base, reason=message),), (found,))
