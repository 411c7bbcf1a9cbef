"""From the rows of a line to its values: added, averaged, or left open with the reason."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.aggregation._mean import mean, mean_range
from perfscore.aggregation._rows import SCORE_PLACES, Contribution, LineKind, Number, Weighing
from perfscore.figures import ActualKind, TargetKind, same_unit, same_wording
from perfscore.findings import Finding, Message, finding
from perfscore.intervals import Interval, exact_sum, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from perfscore.aggregation._matching import Group
    from perfscore.aggregation._tables_in import Part
    from perfscore.figures import Unit
    from perfscore.rules import RuleSet
    from perfscore.terms import Direction


@attrs.frozen(kw_only=True)
class Combined:
    """The values of a line, or the reason why it has none."""

    kind: LineKind | None
    unit: Unit | None = None
    direction: Direction | None = None
    target: Number | None = None
    value: Number | None = None
    others: tuple[tuple[Message, Interval], ...] = ()
    reason: Message | None = None
    findings: tuple[Finding, ...] = ()


def combine(group: Group, *, rules: RuleSet) -> Combined:
    """Return the values of the rows of *group* combined, as the rules say for their kind."""
    contributions = _with_stated_kind(group)
    if len(contributions) == 1:
        return _alone(contributions[0])
    lacking = tuple(
        finding(contribution.location, Message.of("A006", reason=contribution.lacking))
        for contribution in contributions
        if contribution.lacking is not None
    )
    if lacking:
        return _open("reason.value-missing", lacking)
    # 0 without a unit is 0 of any unit and kind.
    telling = [
        contribution for contribution in contributions if not contribution.is_bare_zero
    ] or contributions
    refused = _refused(telling, rules)
    if refused:
        return _open("reason.not-combinable", refused)
    kind = telling[0].kind
    parts = tuple(part for part, _ in group.members)
    if kind is LineKind.OTHER:
        return _unchanged(contributions)
    shape = Combined(kind=kind, unit=_widest(telling), direction=telling[0].direction)
    if kind is LineKind.ABSOLUTE:
        return _bounded(_added(shape, contributions), contributions)
    return _bounded(_averaged(shape, contributions, parts), contributions)


def _with_stated_kind(group: Group) -> list[Contribution]:
    kind = None if group.match is None else group.match.kind
    if kind is None:
        return [contribution for _, contribution in group.members]
    return [
        contribution if contribution.target is None else attrs.evolve(contribution, kind=kind)
        for _, contribution in group.members
    ]


def _alone(contribution: Contribution) -> Combined:
    """A line that one row feeds is that row."""
    if contribution.lacking is not None:
        found = finding(contribution.location, Message.of("A006", reason=contribution.lacking))
        return Combined(kind=None, reason=contribution.lacking, findings=(found,))
    return Combined(
        kind=contribution.kind,
        unit=contribution.unit,
        direction=contribution.direction,
        target=contribution.target,
        value=contribution.value,
        others=contribution.others,
    )


def _open(key: str, findings: tuple[Finding, ...]) -> Combined:
    return Combined(kind=None, reason=Message.of(key), findings=findings)


def _refused(contributions: Sequence[Contribution], rules: RuleSet) -> tuple[Finding, ...]:
    """Return what cannot be combined with the first row: another kind, direction or unit."""
    first, *rest = contributions
    found = []
    for contribution in rest:
        table = first.location.table
        if contribution.kind is not first.kind:
            message = Message.of("A005", kind=contribution.kind, other=first.kind, table=table)
        elif contribution.direction is not first.direction and first.kind is not LineKind.QUALITATIVE:
            message = Message.of("A005", kind=_way(contribution), other=_way(first), table=table)
        elif not _same_unit(first, contribution, rules):
            message = Message.of("A004", unit=_unit_text(contribution), other=_unit_text(first), table=table)
        else:
            continue
        found.append(finding(contribution.location, message))
    return tuple(found)


def _way(contribution: Contribution) -> Direction | Message:
    return contribution.direction or Message.of("what.no-direction")


def _unit_text(contribution: Contribution) -> str:
    return contribution.unit.text if contribution.unit is not None and contribution.unit.text else "—"


def _same_unit(one: Contribution, other: Contribution, rules: RuleSet) -> bool:
    if one.unit is None or other.unit is None:
        return one.unit is other.unit
    return same_unit(one.unit, other.unit, missing_is_same=rules.choices.missing_unit == "same")


def _widest(contributions: Sequence[Contribution]) -> Unit | None:
    """Return the unit in which the line is printed: the largest, whatever the order of the tables."""
    units = [contribution.unit for contribution in contributions if contribution.unit is not None]
    return min(units, key=lambda unit: (not unit.text, -unit.scale, unit.text)) if units else None


def _unchanged(contributions: Sequence[Contribution]) -> Combined:
    """Cells that are the same in all tables and no amounts stay as they are; the rest is left open."""
    first = contributions[0]
    same = all(
        same_wording(_texts(first)[column], _texts(contribution)[column])
        for contribution in contributions
        for column in (0, 1)
    )
    if same and _stays(first):
        return Combined(kind=LineKind.OTHER, unit=first.unit, direction=first.direction)
    target, actual = _texts(first)
    message = Message.of("A007", target=target, actual=actual)
    return _open("reason.no-rule-to-combine", (finding(first.location, message),))


def _texts(contribution: Contribution) -> tuple[str, str]:
    row = contribution.indicator
    return ("" if row.target is None else row.target.text, "" if row.actual is None else row.actual.text)


def _stays(contribution: Contribution) -> bool:
    """Whether what holds of each table holds of all: the same date, nothing, the same rate."""
    target, actual = contribution.indicator.target, contribution.indicator.actual
    assert target is not None  # what lacks a cell has been reported
    assert actual is not None
    if target.kind is TargetKind.BY_DATE:
        return actual.kind is ActualKind.DATE
    if target.kind is TargetKind.NONE:
        return actual.kind is ActualKind.NONE
    return contribution.unit is not None and (contribution.unit.is_rate or "/" in contribution.unit.base)


def _added(shape: Combined, contributions: Sequence[Contribution]) -> Combined:
    return attrs.evolve(
        shape,
        target=add([contribution.target for contribution in contributions]),
        value=add([contribution.actual for contribution in contributions]),
    )


def add(numbers: Sequence[Number | None]) -> Number:
    """Return the sum of some numbers, one at least.

    Examples
    --------
    >>> add([Number.exactly(Fraction(2)), Number.exactly(Fraction(3))]).face
    Fraction(5, 1)
    """
    items = [number for number in numbers if number is not None]
    faces = [number.face for number in items if number.face is not None]
    return Number(
        face=exact_sum(faces) if len(faces) == len(items) else None,
        possible=total(number.possible for number in items),
        places=max(number.places for number in items),
    )


def _averaged(shape: Combined, contributions: Sequence[Contribution], parts: Sequence[Part]) -> Combined:
    money = [part.money for part in parts]
    known = [number for number in money if isinstance(number, Number)]
    if len(known) < len(money):
        return attrs.evolve(shape, reason=Message.of("reason.money-missing"))
    if not _can_weigh(known):
        return attrs.evolve(shape, reason=Message.of("reason.zero-money"))
    values = [contribution.value for contribution in contributions]
    targets = [contribution.target for contribution in contributions]
    value = _mean(values, known)
    return attrs.evolve(
        shape,
        target=None if shape.kind is LineKind.QUALITATIVE else _mean(targets, known),
        value=value,
        others=_others(contributions, parts),
    )


def _can_weigh(money: Sequence[Number]) -> bool:
    return any(number.face and number.possible.lower for number in money)


def _mean(numbers: Sequence[Number | None], money: Sequence[Number]) -> Number:
    items = [number for number in numbers if number is not None]
    faces = [number.face for number in items if number.face is not None]
    weights = [number.face for number in money if number.face is not None]
    pairs = [(number.possible, weight.possible) for number, weight in zip(items, money, strict=True)]
    return Number(
        face=mean(faces, weights) if len(faces) == len(items) else None,
        possible=mean_range(pairs),
        places=max(number.places for number in items),
    )


def _others(
    contributions: Sequence[Contribution], parts: Sequence[Part]
) -> tuple[tuple[Message, Interval], ...]:
    """Return the means that other weights and other printed scores give: they explain a claim, no more.

    Of lines that were made they are those of all rows behind them, and those of this level alone.
    """
    behind = [_weighing(part, contribution) for part, contribution in zip(parts, contributions, strict=True)]
    found: list[tuple[Message, Interval | None]] = []
    if any(named == SCORE_PLACES for contribution in contributions for named, _ in contribution.others):
        money = [part.money.possible for part in parts if isinstance(part.money, Number)]
        printed = [_under(contribution) for contribution in contributions]
        found.append((SCORE_PLACES, mean_range(zip(printed, money, strict=True))))
    for way in Weighing:
        named = way.of_all_rows
        found.append((named, _mean_by(way, behind, [_under(item, named) for item in contributions])))
    if any(contribution.behind for contribution in contributions):
        tables = [_weights(part) for part in parts]
        values = [_under(contribution) for contribution in contributions]
        found += [(way.of_this_level, _mean_by(way, tables, values)) for way in Weighing]
    return tuple((named, means) for named, means in found if means is not None)


def _under(contribution: Contribution, named: Message = SCORE_PLACES) -> Interval:
    """Return the values of a row in means weighted otherwise; of a printed row they are its own."""
    assert contribution.value is not None  # the caller has refused what gives none
    others = dict(contribution.others)
    return others.get(named, others.get(SCORE_PLACES, contribution.value.possible))


def _weights(part: Part) -> dict[Weighing, Number]:
    """Return what a table weighs: its budget, its executed amount, as one among others."""
    known = {Weighing(name): number for name, number in part.amounts.items() if isinstance(number, Number)}
    return {**known, Weighing.PLAIN: Number.exactly(Fraction(1))}


def _weighing(part: Part, contribution: Contribution) -> dict[Weighing, Number]:
    return dict(contribution.behind) or _weights(part)


def _mean_by(
    way: Weighing, weighing: Sequence[Mapping[Weighing, Number]], values: Sequence[Interval]
) -> Interval | None:
    weights = [item[way] for item in weighing if way in item]
    if len(weights) < len(values) or not _can_weigh(weights):
        return None
    return mean_range((value, weight.possible) for value, weight in zip(values, weights, strict=True))


def behind_of(members: Sequence[tuple[Part, Contribution]]) -> tuple[tuple[Weighing, Number], ...]:
    """Return the budgets, the executed amounts and the number of the rows behind a line, added."""
    weighing = [_weighing(part, contribution) for part, contribution in members]
    columns = ((way, [item[way] for item in weighing if way in item]) for way in Weighing)
    return tuple((way, add(numbers)) for way, numbers in columns if len(numbers) == len(weighing))


def _bounded(combined: Combined, contributions: Sequence[Contribution]) -> Combined:
    """A line of which a row gives only a bound has a range and no value to score."""
    if combined.reason is not None or combined.value is None or combined.value.face is not None:
        return combined
    found = tuple(
        finding(contribution.location, Message.of("A006", reason=Message.of("reason.only-a-range")))
        for contribution in contributions
        if contribution.value is not None and contribution.value.face is None
    )
    return attrs.evolve(combined, findings=found)
