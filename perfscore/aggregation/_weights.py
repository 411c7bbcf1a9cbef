"""The weights (分值) of the lines: stated, or those of the rows averaged by money, adding up as they do."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimals_of
from perfscore.aggregation._shares import face_of
from perfscore.findings import Column, Finding, Location, Message, finding
from perfscore.intervals import exact_sum, rounded
from perfscore.scoring import EXECUTION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from perfscore.aggregation._matching import Group
    from perfscore.aggregation._tables_in import Part

PLACES = 2
"""Decimals of a weight that was averaged, at least."""


@attrs.frozen(kw_only=True)
class Weights:
    """The weight of budget execution and of each line, and what could not be known."""

    execution: Fraction | None
    lines: tuple[Fraction | None, ...]
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class _Row:
    """A weight to be found: stated, or the weights printed by table."""

    stated: Fraction | None
    printed: Mapping[str, Fraction | None]
    location: Location


def weights_of(groups: Sequence[Group], parts: Sequence[Part]) -> Weights:
    """Return the weights.

    A table without the row counts as 0: then the weights add up as those of the tables do, and the
    lines weigh by the money that stands behind them. The averages are rounded, to as many decimals
    as a weight prints and two at least, so that their sum stays what it is, those with the largest
    rest upwards.
    """
    rows = [_execution_row(parts), *map(_line_row, groups)]
    money = {part.name: face_of(part.money) for part in parts}
    exact: list[Fraction | None] = []
    findings: list[Finding] = []
    for row in rows:
        found = _weight(row, money)
        if isinstance(found, Message):
            findings.append(finding(row.location, Message.of("A009", reason=found)))
            exact.append(None)
        else:
            exact.append(found)
    averaged = [index for index, row in enumerate(rows) if row.stated is None and exact[index] is not None]
    places = max((_places(weight) for row in rows for weight in row.printed.values()), default=PLACES)
    made = rounded_to_sum([weight for index in averaged if (weight := exact[index]) is not None], places)
    for index, rounded_weight in zip(averaged, made, strict=True):
        exact[index] = rounded_weight
    return Weights(execution=exact[0], lines=tuple(exact[1:]), findings=tuple(findings))


def _execution_row(parts: Sequence[Part]) -> _Row:
    printed = {part.name: part.execution_weight for part in parts if part.table.execution is not None}
    location = Location(table=next(iter(printed), parts[0].name), name=EXECUTION, column=Column.WEIGHT)
    return _Row(stated=None, printed=printed, location=location)


def _line_row(group: Group) -> _Row:
    place = next((item for _, item in group.members if item.weight is None), group.members[0][1])
    return _Row(
        stated=group.stated_weight,
        printed={part.name: contribution.weight for part, contribution in group.members},
        location=attrs.evolve(place.location, column=Column.WEIGHT),
    )


def _weight(row: _Row, money: Mapping[str, Fraction | None]) -> Fraction | Message:
    if row.stated is not None:
        return row.stated
    known = {name: weight for name, weight in row.printed.items() if weight is not None}
    if len(known) < len(row.printed):
        return Message.of("reason.no-weight")
    apart = set(known.values())
    if len(known) < len(money):
        apart.add(Fraction(0))
    if len(apart) == 1:
        return apart.pop()
    return _averaged(known, money)


def _averaged(weights: Mapping[str, Fraction], money: Mapping[str, Fraction | None]) -> Fraction | Message:
    amounts = [amount for amount in money.values() if amount is not None]
    if len(amounts) < len(money):
        return Message.of("reason.money-missing")
    whole = exact_sum(amounts)
    if whole == 0:
        return Message.of("reason.zero-money")
    return exact_sum([weight * (money[name] or 0) for name, weight in weights.items()]) / whole


def _places(weight: Fraction | None) -> int:
    """Return the decimals that are needed: no weight that is printed is rounded."""
    decimals = None if weight is None else decimals_of(weight.denominator)
    return max(decimals or 0, PLACES)


def rounded_to_sum(weights: Sequence[Fraction], places: int = PLACES) -> tuple[Fraction, ...]:
    """Return weights to some decimals whose sum is that of the exact ones, rounded.

    Examples
    --------
    Three times 10/3 make 10:

    >>> [str(weight) for weight in rounded_to_sum([Fraction(10, 3)] * 3)]
    ['167/50', '333/100', '333/100']
    """
    if not weights:
        return ()
    scale = 10**places
    units = [floor(weight * scale) for weight in weights]
    left = int(rounded(exact_sum(weights), places) * scale) - sum(units)
    by_rest = sorted(range(len(units)), key=lambda index: units[index] - weights[index] * scale)
    for index in by_rest[:left]:
        units[index] += 1
    return tuple(Fraction(unit, scale) for unit in units)
