"""Figures that cannot be as they are printed, whatever they are scored.

Codes F005 to F007.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import attrs

from perfscore._text import percent_text
from perfscore.figures import plain_name, plain_wording
from perfscore.findings import Column, Message, finding
from perfscore.scoring import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks._context import Context
    from perfscore.figures import Quantity
    from perfscore.findings import Finding, Location
    from perfscore.model import Indicator

_WHOLE = frozenset(
    (
        *("人", "人次", "户", "户次", "家", "家次", "次", "场", "场次"),
        *("起", "件", "项", "份", "篇", "台", "套", "辆", "笔"),
    )
)
"""Units that can only be counted in whole numbers."""


def check_figures(context: Context) -> Iterator[Finding]:
    """Yield the figures of the indicators that cannot be."""
    seen: dict[tuple[str, str], tuple[int, str]] = {}
    for score in context.card.lines:
        item, row = score.indicator, score.location.row
        assert item is not None  # the lines of a card are indicators
        assert row is not None  # which stand in rows
        yield from _fractions_of_whole(item, score.location)
        yield from _impossible_rate(item, score.location)
        yield from _conflict(item, score.location, row, seen)


def _fractions_of_whole(item: Indicator, place: Location) -> Iterator[Finding]:
    cells = ((item.target, Column.TARGET), (item.actual, Column.ACTUAL))
    for cell, column in cells:
        quantity = None if cell is None else cell.quantity
        if quantity is not None and _splits_a_whole(quantity):
            message = Message.of("F005", text=quantity.text, unit=quantity.unit.base)
            yield finding(attrs.evolve(place, column=column), message)


def _splits_a_whole(quantity: Quantity) -> bool:
    return quantity.unit.scale == 1 and quantity.unit.base in _WHOLE and quantity.value.denominator != 1


def _impossible_rate(item: Indicator, place: Location) -> Iterator[Finding]:
    """A rate that rests on a known number of cases is one of so many fractions."""
    quantity = None if item.actual is None else item.actual.quantity
    cases = points(item.cases)
    if quantity is None or not quantity.unit.is_rate or cases is None or cases < 1 or cases.denominator != 1:
        return
    below = Fraction(floor(quantity.value * cases), 1) / cases
    options = [below, below + 1 / cases]
    if any(option in quantity.possible for option in options):
        return
    nearest = min(options, key=lambda option: abs(option - quantity.value))
    message = Message.of("F006", rate=quantity.text, cases=int(cases), nearest=percent_text(nearest))
    yield finding(attrs.evolve(place, column=Column.ACTUAL), message)


def _conflict(
    item: Indicator, place: Location, row: int, seen: dict[tuple[str, str], tuple[int, str]]
) -> Iterator[Finding]:
    """One name and one target, two actual values: of one thing, one of them is wrong."""
    if item.target is None or item.target.quantity is None:
        return
    if item.actual is None or item.actual.quantity is None:
        return
    key = (plain_name(item.name), plain_wording(item.target.text))
    other = seen.setdefault(key, (row, item.actual.text))
    if other[0] != row and other[1] != item.actual.text:
        message = Message.of("F007", other=other[0], there=other[1], here=item.actual.text)
        yield finding(attrs.evolve(place, column=Column.ACTUAL), message)
