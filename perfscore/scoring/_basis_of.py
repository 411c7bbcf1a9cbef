"""From the two cells of an indicator to the basis on which it is scored.

One small function for each kind of target; each meets every kind of actual value, and what the
rules do not provide for is left open with the reason. Each says where its rule stands: the subject of the
clause that a rule set cites, and the notes of its choices.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from perfscore.figures import ActualKind, TargetKind, comparable, same_wording
from perfscore.findings import Message
from perfscore.intervals import Interval
from perfscore.scoring._basis import ByBand, ByFact, ByRatio, LeftOpen
from perfscore.scoring._open_reason import OpenReason
from perfscore.scoring._wording import stated_results
from perfscore.terms import Direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfscore.figures import Actual, Bounds, Quantity, Target
    from perfscore.model import Indicator
    from perfscore.rules import RuleSet
    from perfscore.scoring._basis import Basis
    from perfscore.terms import Result

_ZERO = Fraction(0)
_ONE = Fraction(1)
_POINT_ZERO = Interval.point(_ZERO)


def basis_of(indicator: Indicator, rules: RuleSet) -> Basis:
    """Return the basis on which *rules* score *indicator*.

    Parameters
    ----------
    indicator
        The indicator as printed.
    rules
        The rule set.

    Examples
    --------
    >>> from perfscore.model import Indicator
    >>> from perfscore.rules import load
    >>> basis = basis_of(Indicator("学生违法犯罪率", target="0", actual="0"), load("wuhan-2023"))
    >>> basis.method, basis.share, basis.decided_by.label("en")
    (<Method.FACT: 'fact'>, Fraction(1, 1), 'the name ends in 违法犯罪率, lower is better')
    """
    target, actual = indicator.target, indicator.actual
    if target is None or target.kind is TargetKind.UNSET:
        return LeftOpen(why=OpenReason.NO_TARGET)
    if actual is None or actual.kind is ActualKind.UNSET:
        return LeftOpen(why=OpenReason.NO_ACTUAL)
    return _BY_KIND[target.kind](indicator, target, actual, rules)


def _against_figure(indicator: Indicator, target: Target, actual: Actual, rules: RuleSet) -> Basis:
    """≥X, ≤X or X: the formula of its direction. Clause ``quantitative``; note ``negative_figure``."""
    wanted = target.quantity
    assert wanted is not None  # targets of these kinds have a figure
    direction, decided_by = _direction(indicator, target, rules)
    if actual.kind is ActualKind.ABOUT:
        return LeftOpen(why=OpenReason.ABOUT)
    if actual.kind is ActualKind.SEVERAL:
        return LeftOpen(why=OpenReason.SEVERAL_VALUES)
    face, reached = _reached(actual, wanted, direction)
    if reached is None:
        return _of_another_kind(actual)
    if not _same_unit(wanted, actual, rules):
        return LeftOpen(why=OpenReason.UNIT_DIFFERS)
    if wanted.value < 0 or (face is not None and face < 0):
        if rules.choices.negative_figure == "open" or wanted.value < 0:
            return LeftOpen(why=OpenReason.NEGATIVE_FIGURE)
        face, reached = _ZERO, _POINT_ZERO
    if wanted.value == 0:
        return _zero_target(actual, face, direction, decided_by, rules)
    return ByRatio(
        formula=rules.positive if direction is Direction.POSITIVE else rules.negative,
        direction=direction,
        decided_by=decided_by,
        actual=face,
        target_cell=wanted,
        actual_cell=reached,
    )


_SENTENCE = 8
"""Characters from which an actual value that holds a figure among words is called a sentence."""


def _of_another_kind(actual: Actual) -> LeftOpen:
    """A figure was wanted and none was reported, at most words with one. Note ``wording_against_figure``."""
    is_sentence = (
        actual.kind is ActualKind.WORDING
        and len(actual.text) >= _SENTENCE
        and any(character.isdigit() for character in actual.text)
    )
    return LeftOpen(why=OpenReason.SENTENCE if is_sentence else OpenReason.KIND_DIFFERS)


def _reached(
    actual: Actual, wanted: Quantity, direction: Direction
) -> tuple[Fraction | None, Quantity | Interval | None]:
    """Return the face value of *actual* and what it admits. Note ``nothing_wanted``."""
    if actual.kind is ActualKind.QUANTITY and actual.quantity is not None:
        return actual.quantity.value, actual.quantity
    if actual.bounds is not None:
        return None, _interval(actual.bounds)
    if actual.kind is ActualKind.NONE and (direction is Direction.NEGATIVE or wanted.value == 0):
        # Nothing of a thing one wants less of is none of it; of another thing it may be no answer.
        return _ZERO, _POINT_ZERO
    return None, None


def _same_unit(wanted: Quantity, actual: Actual, rules: RuleSet) -> bool:
    """Whether what was reached is counted as what was wanted. Note ``missing_unit``."""
    missing_is_same = rules.choices.missing_unit == "same"
    for quantity in _quantities(actual):
        if not comparable(wanted, quantity, missing_is_same=missing_is_same):
            return False
    return True


def _quantities(actual: Actual) -> list[Quantity]:
    cells = [actual.quantity]
    if actual.bounds is not None:
        cells += [actual.bounds.lower, actual.bounds.upper]
    return [cell for cell in cells if cell is not None]


def _interval(bounds: Bounds) -> Interval:
    lower, upper = bounds.lower, bounds.upper
    return Interval(
        None if lower is None else lower.value,
        None if upper is None else upper.value,
        lower_closed=lower is not None and bounds.lower_closed,
        upper_closed=upper is not None and bounds.upper_closed,
    )


def _direction(indicator: Indicator, target: Target, rules: RuleSet) -> tuple[Direction, Message]:
    """Decide by sign, the indicator's own setting, the name, else positive. Note ``direction``."""
    if target.kind is TargetKind.AT_LEAST:
        return Direction.POSITIVE, _by_sign(target.sign)
    if target.kind is TargetKind.AT_MOST:
        return Direction.NEGATIVE, _by_sign(target.sign)
    if indicator.direction is not None:
        return indicator.direction, _BY_SETTING
    name = indicator.name.strip()
    for term in rules.lower_is_better:
        if name.endswith(term):
            return Direction.NEGATIVE, Message.of("direction.term", term=term)
    return Direction.POSITIVE, _BY_DEFAULT


# Every line holds one of these few sentences; they are shared.
_BY_SETTING = Message.of("direction.setting")
_BY_DEFAULT = Message.of("direction.default")
_ZERO_REACHED = Message.of("why.zero-reached")


@lru_cache(maxsize=64)
def _by_sign(sign: str | None) -> Message:
    return Message.of("direction.sign", sign=sign)


def _zero_target(
    actual: Actual, face: Fraction | None, direction: Direction, decided_by: Message, rules: RuleSet
) -> Basis:
    """Zero is met by zero and has no ratio. Notes ``zero_target``, ``zero_target_positive``."""
    if direction is Direction.POSITIVE and rules.choices.zero_target_positive == "open":
        return LeftOpen(why=OpenReason.ZERO_TARGET)
    if face is None:
        return LeftOpen(why=OpenReason.ABOUT)
    reached = direction is Direction.POSITIVE or face == 0
    return ByFact(
        share=_ONE if reached else _ZERO,
        why=_ZERO_REACHED if reached else Message.of("why.zero-missed", actual=actual.text),
        direction=direction,
        decided_by=decided_by,
    )


def _against_range(_: Indicator, target: Target, actual: Actual, rules: RuleSet) -> Basis:
    """X-Y: full inside, else as the rules choose. Notes ``range``, ``outside_range``."""
    assert target.bounds is not None  # a range has its bounds
    limits = target.bounds
    wanted = _interval(limits)
    ends = [end for end in (limits.lower, limits.upper) if end is not None]
    if actual.kind is ActualKind.QUANTITY and actual.quantity is not None:
        reached: Interval = Interval.point(actual.quantity.value)
    elif actual.bounds is not None:
        reached = _interval(actual.bounds)
    else:
        return LeftOpen(why=OpenReason.KIND_DIFFERS)
    if not all(_same_unit(end, actual, rules) for end in ends):
        return LeftOpen(why=OpenReason.UNIT_DIFFERS)
    if (reached & wanted) == reached:
        return ByFact(share=_ONE, why=Message.of("why.in-range", actual=actual.text, target=target.text))
    if rules.choices.outside_range == "open" or not reached.is_point:
        return LeftOpen(why=OpenReason.OUTSIDE_RANGE)
    return _by_nearest_bound(limits, actual, rules)


def _by_nearest_bound(limits: Bounds, actual: Actual, rules: RuleSet) -> Basis:
    """The end of the range that was missed is the target. Note ``outside_range``."""
    assert actual.quantity is not None  # a point was reached
    value = actual.quantity.value
    below = limits.lower is not None and value <= limits.lower.value
    bound = limits.lower if below else limits.upper
    assert bound is not None  # the value lies outside one of the two
    if bound.value <= 0 or value < 0:
        return LeftOpen(why=OpenReason.OUTSIDE_RANGE)
    return ByRatio(
        formula=rules.positive if below else rules.negative,
        direction=Direction.POSITIVE if below else Direction.NEGATIVE,
        actual=value,
        target_cell=bound,
        actual_cell=actual.quantity,
    )


def _against_about(_: Indicator, target: Target, actual: Actual, rules: RuleSet) -> Basis:
    """X左右: only the same figure is sure to meet it. Note ``about``."""
    assert target.quantity is not None  # an approximate target has a figure
    if actual.quantity is None:
        return _of_another_kind(actual)
    if not _same_unit(target.quantity, actual, rules):
        return LeftOpen(why=OpenReason.UNIT_DIFFERS)
    if actual.quantity.value == target.quantity.value:
        return ByFact(share=_ONE, why=Message.of("why.equals", actual=actual.text))
    return LeftOpen(why=OpenReason.ABOUT)


def _against_date(_: Indicator, target: Target, actual: Actual, rules: RuleSet) -> Basis:
    """A date: kept, or as the rules choose. Notes ``date``, ``late``."""
    if target.date is None or actual.date is None:
        return LeftOpen(why=OpenReason.KIND_DIFFERS)
    if actual.date.last <= target.date.last:
        return ByFact(share=_ONE, why=Message.of("why.in-time", actual=actual.text, target=target.text))
    if actual.date.first <= target.date.last:
        return LeftOpen(why=OpenReason.DATE_UNCLEAR)
    if rules.choices.late == "zero":
        return ByFact(share=_ZERO, why=Message.of("why.late", actual=actual.text, target=target.text))
    return LeftOpen(why=OpenReason.LATE)


def _against_wording(indicator: Indicator, target: Target, actual: Actual, rules: RuleSet) -> Basis:
    """Words: the band of the result. Clause ``qualitative``; note ``wording_against_figure``."""
    if indicator.rating is not None:
        return _band((indicator.rating,), rules)
    if same_wording(target.text, actual.text):
        return _band(stated_results(target.text, actual.text), rules)
    if actual.kind is not ActualKind.WORDING:
        return LeftOpen(why=OpenReason.KIND_DIFFERS, subject="qualitative")
    results = stated_results(target.text, actual.text)
    if not results:
        return LeftOpen(why=OpenReason.RESULT_UNKNOWN, subject="qualitative")
    return _band(results, rules)


def _band(results: tuple[Result, ...], rules: RuleSet) -> Basis:
    """Admit the bands of *results*: they are neighbours, together one interval. Clause ``qualitative``."""
    bands = [rules.band(result).shares for result in results]
    top, bottom = bands[0], bands[-1]
    shares = Interval(
        bottom.lower, top.upper, lower_closed=bottom.lower_closed, upper_closed=top.upper_closed
    )
    return ByBand(results=results, shares=shares)


def _against_several(indicator: Indicator, target: Target, actual: Actual, rules: RuleSet) -> Basis:
    """Several values: met if each is. Note ``several``."""
    if same_wording(target.text, actual.text):
        return ByFact(share=_ONE, why=Message.of("why.equals", actual=actual.text))
    if len(target.parts) != len(actual.parts):
        return LeftOpen(why=OpenReason.SEVERAL_VALUES)
    for wanted, reached in zip(target.parts, actual.parts, strict=True):
        if _BY_KIND[wanted.kind](indicator, wanted, reached, rules).face_share != 1:
            return LeftOpen(why=OpenReason.SEVERAL_VALUES)
    return ByFact(share=_ONE, why=Message.of("why.each-met", actual=actual.text))


def _against_none(_: Indicator, _target: Target, actual: Actual, _rules: RuleSet) -> Basis:
    """无: a zero target in words. Notes ``nothing_wanted``, ``zero_target``."""
    if actual.kind is ActualKind.NONE or (actual.quantity is not None and actual.quantity.value == 0):
        return ByFact(share=_ONE, why=_ZERO_REACHED)
    if actual.kind is ActualKind.QUANTITY:
        return ByFact(share=_ZERO, why=Message.of("why.zero-missed", actual=actual.text))
    return LeftOpen(why=OpenReason.KIND_DIFFERS)


_BY_KIND: dict[TargetKind, Callable[[Indicator, Target, Actual, RuleSet], Basis]] = {
    TargetKind.AT_LEAST: _against_figure,
    TargetKind.AT_MOST: _against_figure,
    TargetKind.EXACTLY: _against_figure,
    TargetKind.BETWEEN: _against_range,
    TargetKind.ABOUT: _against_about,
    TargetKind.BY_DATE: _against_date,
    TargetKind.WORDING: _against_wording,
    TargetKind.RELATIVE: _against_wording,
    TargetKind.SEVERAL: _against_several,
    TargetKind.NONE: _against_none,
}
