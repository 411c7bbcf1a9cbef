"""The table as a whole: its grade, the dates of the rules, numbers that came as floats.

Codes G001, P002, R002.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore._text import decimal_text
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.scoring import points
from perfscore.terms import Grade
from perfscore.verdicts import Outcome, Subject, Verdict

if TYPE_CHECKING:
    from perfscore.checks.lines import Context

_YEAR_DIGITS = 4


def check_grade(context: Context) -> Outcome:
    """Return the verdict on the printed grade; nothing where none is printed."""
    table, rules = context.table, context.rules
    if table.grade is None:
        return Outcome()
    place = Location(table=table.name, column=Column.GRADE)
    clause = rules.citation("grades") if rules.grades else ""
    total = points(table.total)
    printed = Grade.from_label(table.grade)
    computed = None if total is None else rules.grade(total)
    message = None
    if not rules.grades:
        kind = VerdictKind.NOT_APPLICABLE
    elif computed is None or total is None:
        kind, message = VerdictKind.OPEN, Message.of("R003", what=Message.of("what.total"))
    elif printed is None:
        kind, message = VerdictKind.OPEN, Message.of("G002", claimed=table.grade)
    elif printed is computed:
        kind = VerdictKind.CONSISTENT
    else:
        kind = VerdictKind.INCONSISTENT
        message = Message.of("G001", claimed=table.grade, total=decimal_text(total), computed=computed)
    verdict = Verdict(
        subject=Subject.GRADE,
        kind=kind,
        location=place,
        claimed=table.grade,
        reason=message if kind is VerdictKind.OPEN else None,
        clause=clause,
    )
    return Outcome((verdict,), () if message is None else (finding(place, message, clause=clause),))
