"""The table as a whole: its grade, the dates of the rules, numbers that came as floats.

Codes G001, P002, R002.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore._text import decimal_text
from perfscore.checks._context import Outcome, assumed_texts
from perfscore.checks._verdict import Subject, Verdict
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.scoring import EXECUTION, points
from perfscore.terms import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks._context import Context
    from perfscore.findings import Finding

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


def notes(context: Context) -> Iterator[Finding]:
    """Yield what a reader should know of the table as a whole."""
    table, rules = context.table, context.rules
    if table.year is not None and (year := _year(table.year)) is not None and not rules.covers(year):
        until = "" if rules.valid_to is None else str(rules.valid_to)
        validity = f"{rules.valid_from} – {until}".rstrip()
        message = Message.of("P002", year=table.year, rules=rules.id, validity=validity)
        yield finding(Location(table=table.name), message)
    for place, text in _floats(context):
        yield finding(place, Message.of("R002", text=text))


def _year(text: str) -> int | None:
    digits = text.strip().removesuffix("年").removesuffix("年度")
    return int(digits) if len(digits) == _YEAR_DIGITS and digits.isascii() and digits.isdigit() else None


def _floats(context: Context) -> Iterator[tuple[Location, str]]:
    table = context.table
    execution = table.execution
    if execution is not None:
        cells = (
            execution.weight,
            execution.budget,
            execution.executed,
            execution.rate,
            execution.claimed,
        )
        place = Location(table=table.name, name=EXECUTION)
        yield from ((place, text) for text in assumed_texts(cells))
    for row in table.rows:
        item = row.indicator
        place = Location(table=table.name, labels=row.labels, row=row.number, name=item.name)
        cells_of_row = (item.weight, item.target, item.actual, item.claimed)
        yield from ((place, text) for text in assumed_texts(cells_of_row))
    yield from (
        (Location(table=table.name, column=Column.TOTAL), text) for text in assumed_texts([table.total])
    )
