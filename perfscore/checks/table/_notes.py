"""What a reader should know of the table as a whole: rules of another year, floats, rows cut off.

Codes P002, R002, R004.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.checks._context import assumed_texts
from perfscore.findings import Column, Location, Message, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks._context import Context
    from perfscore.findings import Finding

_YEAR_DIGITS = 4


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
    for line in context.card.all_lines():
        place = attrs.evolve(line.location, column=None)
        yield from ((place, text) for text in assumed_texts(line.printed_in.cells().values()))
    table = context.table
    yield from (
        (Location(table=table.name, column=Column.TOTAL), text) for text in assumed_texts([table.total])
    )


def check_cut(context: Context) -> Iterator[Finding]:
    """Yield the finding that the table is cut off, where it is."""
    if context.table.truncated:
        message = Message.of("R004", rows=len(context.card.lines))
        yield finding(Location(table=context.table.name), message)
