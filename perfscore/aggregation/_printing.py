"""The cells of the table that is made, each twice: as it is printed, and with its exact value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.aggregation._rows import LineKind
from perfscore.figures import TargetKind
from perfscore.intervals import rounded
from perfscore.model import Goal, Indicator, Level
from perfscore.scoring import worth_of
from perfscore.terms import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from perfscore.aggregation._combining import Combined
    from perfscore.aggregation._matching import Group
    from perfscore.aggregation._rows import Contribution, Number
    from perfscore.figures import Unit
    from perfscore.rules import RuleSet
    from perfscore.scoring import Worth
    from perfscore.terms import Result

PLACES = 2
"""Decimals of a mean, at least."""
_TARGET_PLACES = 6
"""Decimals of a target that is a mean: a printed target is exact, so little may be lost."""


@attrs.frozen(kw_only=True)
class MadeRow:
    """An indicator of the table that is made: as printed, and with exact values behind the same text."""

    printed: Indicator
    exact: Indicator


def made_row(group: Group, combined: Combined, *, weight: Fraction | None, rules: RuleSet) -> MadeRow:
    """Return the cells of a line; its score is still to come, except where it was judged."""
    shown = None if weight is None else decimal_text(weight)
    bare = Indicator(group.name, weight=shown)
    if combined.reason is not None:
        return MadeRow(printed=bare, exact=bare)
    if len(group.members) == 1:
        printed = _as_it_is(bare, group.members[0][1], combined)
    elif combined.kind is LineKind.QUALITATIVE:
        printed = _qualitative(bare, group, combined, rules)
    elif combined.kind is LineKind.OTHER:
        row = group.members[0][1].indicator
        printed = attrs.evolve(bare, target=row.target, actual=row.actual, direction=row.direction)
    else:
        printed = _with_figures(bare, group, combined)
    claim = _judged(combined, worth_of(bare, weight=weight), rules)
    if claim is not None:
        printed = attrs.evolve(printed, claimed=claim)
    return MadeRow(printed=printed, exact=_with_values(printed, combined))


def _judged(combined: Combined, worth: Worth | None, rules: RuleSet) -> str | None:
    """Return the score of a judgement: the averaged share of the weight, as the rules print it."""
    share = None if combined.value is None else combined.value.face
    if combined.kind is not LineKind.QUALITATIVE or share is None or worth is None:
        return None
    return decimal_text(rounded(worth.score(share), rules.score_places, rules.rounding))


def _as_it_is(bare: Indicator, contribution: Contribution, combined: Combined) -> Indicator:
    row = contribution.indicator
    # Under another name the direction could be read otherwise.
    direction = row.direction if bare.name == row.name else row.direction or combined.direction
    return attrs.evolve(bare, target=row.target, actual=row.actual, direction=direction, rating=row.rating)


def _with_values(printed: Indicator, combined: Combined) -> Indicator:
    target, actual, wanted, value = printed.target, printed.actual, combined.target, combined.value
    if target is None or actual is None or target.quantity is None or actual.quantity is None:
        return printed
    if wanted is None or value is None or wanted.face is None or value.face is None:
        return printed
    return attrs.evolve(
        printed,
        target=attrs.evolve(target, quantity=attrs.evolve(target.quantity, value=wanted.face)),
        actual=attrs.evolve(actual, quantity=attrs.evolve(actual.quantity, value=value.face)),
    )


def _qualitative(bare: Indicator, group: Group, combined: Combined, rules: RuleSet) -> Indicator:
    rows = [contribution.indicator for _, contribution in group.members]
    targets = _distinct(row.target.text for row in rows if row.target is not None)
    actuals = _distinct(row.actual.text for row in rows if row.actual is not None)
    rating = rows[0].rating
    if any(len(items) > 1 for items in (targets, actuals, {row.rating for row in rows})):
        # Several wordings side by side state no result: the band of the mean does.
        rating = _band_of(combined.value, rules)
    return attrs.evolve(bare, target="；".join(targets), actual="；".join(actuals) or None, rating=rating)


def _band_of(share: Number | None, rules: RuleSet) -> Result | None:
    if share is None or share.face is None:
        return None
    return next(band.result for band in rules.bands if share.face in band.shares)


def _distinct(texts: Iterable[str]) -> list[str]:
    return sorted(set(texts))


def _with_figures(bare: Indicator, group: Group, combined: Combined) -> Indicator:
    target, value, unit = combined.target, combined.value, combined.unit
    assert target is not None  # figures have a target
    assert target.face is not None  # which is no bound
    assert value is not None
    assert unit is not None
    sign = _sign(group, combined)
    averaged = combined.kind is LineKind.RELATIVE
    wanted = _text(target.face, unit, _TARGET_PLACES) if averaged else _sum_text(target, unit, group)
    reached = None
    if value.face is not None:
        places = max(PLACES, value.places)
        reached = _text(value.face, unit, places) if averaged else _sum_text(value, unit, group)
    # Without a sign the direction is said; with one it is the sign's.
    direction = None if sign else combined.direction
    return attrs.evolve(bare, target=f"{sign}{wanted}", actual=reached, direction=direction)


def _text(value: Fraction, unit: Unit, places: int) -> str:
    return f"{decimal_text(rounded(value / unit.scale, places))}{unit.text}"


def _sum_text(number: Number, unit: Unit, group: Group) -> str:
    """Write a sum in full, and in one unit with the places of its parts."""
    assert number.face is not None  # the caller has asked
    scales = {contribution.unit.scale for _, contribution in group.members if contribution.unit is not None}
    places = number.places if len(scales) == 1 else None
    return f"{decimal_text(number.face / unit.scale, places=places)}{unit.text}"


def _sign(group: Group, combined: Combined) -> str:
    """Return the sign of the targets; of different ones that of their direction."""
    targets = [contribution.indicator.target for _, contribution in group.members]
    shapes = {(target.kind, target.strict) for target in targets if target is not None}
    if len(shapes) == 1:
        return _SIGNS[shapes.pop()]
    return "≤" if combined.direction is Direction.NEGATIVE else "≥"


_SIGNS = {
    (TargetKind.AT_LEAST, False): "≥",
    (TargetKind.AT_LEAST, True): ">",
    (TargetKind.AT_MOST, False): "≤",
    (TargetKind.AT_MOST, True): "<",
    (TargetKind.EXACTLY, False): "",
}


def goal_of(
    levels: Sequence[tuple[str, ...]], indicators: Sequence[Indicator], keys: Sequence[tuple[str, ...]]
) -> Goal:
    """Return the goal with its levels.

    Parameters
    ----------
    levels
        For each indicator the labels of its levels, those of one level side by side.
    indicators
        The indicators.
    keys
        For each indicator what tells its levels from others, label by label.

    Examples
    --------
    >>> labels = [("产出指标",), ("产出指标",)]
    >>> goal_of(labels, [Indicator("a"), Indicator("b")], labels).children
    (Level('产出指标', 2 children),)
    """
    return Goal(children=_children(list(zip(levels, indicators, keys, strict=True)), 0))


def _children(
    lines: Sequence[tuple[tuple[str, ...], Indicator, tuple[str, ...]]], depth: int
) -> list[Level | Indicator]:
    made: list[Level | Indicator] = []
    position = 0
    while position < len(lines):
        labels, indicator, keys = lines[position]
        if len(labels) <= depth:
            made.append(indicator)
            position += 1
            continue
        end = position
        while end < len(lines) and lines[end][2][depth : depth + 1] == keys[depth : depth + 1]:
            end += 1
        made.append(Level(labels[depth], _children(lines[position:end], depth + 1)))
        position = end
    return made
