"""What one row gives to a line: its kind, its numbers, the share of its weight that it earned."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.figures import ActualKind, Precision, TargetKind, parse_actual
from perfscore.findings import Message, Worded
from perfscore.intervals import Interval, printing
from perfscore.scoring import ByBand, ByRatio, LeftOpen, Obstacle, basis_of, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.figures import Quantity, Target, Unit
    from perfscore.findings import Location
    from perfscore.model import Indicator, Row
    from perfscore.rules import RuleSet
    from perfscore.scoring import Basis, LineScore
    from perfscore.terms import Direction


SCORE_PLACES = Message.of("convention.score-places")
"""How a value is called that takes the scores as another convention prints them."""


class Weighing(enum.Enum):
    """By what the rows of a mean are weighted."""

    BUDGET = "budget"
    EXECUTED = "executed"
    PLAIN = "plain"
    """Each row counts once."""

    @property
    def of_all_rows(self) -> Message:
        """How the mean of all rows behind a line is called.

        Examples
        --------
        >>> Weighing.PLAIN.of_all_rows.key
        'convention.mean-plain'
        """
        return Message.of(f"convention.mean-{self.value}")

    @property
    def of_this_level(self) -> Message:
        """How the mean of the rows of one level alone is called.

        Examples
        --------
        >>> Weighing.PLAIN.of_this_level.key
        'convention.mean-plain-here'
        """
        return Message.of(f"convention.mean-{self.value}-here")


class LineKind(Worded):
    """How the values of a line are combined."""

    ABSOLUTE = ("absolute", "绝对值", "absolute value")
    """Added, as 45人 or 90万元."""
    RELATIVE = ("relative", "相对值", "relative value")
    """Averaged weighted by money, as 95%, 0.02‰, 400元/人 or 80分."""
    QUALITATIVE = ("qualitative", "定性", "qualitative")
    """The shares of the weight averaged, weighted by money."""
    OTHER = ("other", "日期、区间等其他内容", "a date, range or other")
    """Dates, durations, ranges, several values. The rules do not say how they are combined."""


@attrs.frozen(kw_only=True)
class Number:
    """A number that was read or computed.

    Parameters
    ----------
    face
        Its face value, a rate as a fraction of one, money in 元; None where only bounds are known.
    possible
        All values that the printed cells behind it admit.
    places
        The most decimals that one of them prints.

    Examples
    --------
    >>> from perfscore.figures import parse_actual
    >>> Number.of(parse_actual("95%").quantity)
    Number(face=Fraction(19, 20), possible=[189/200, 191/200], places=0)
    """

    face: Fraction | None
    possible: Interval
    places: int = 0

    @classmethod
    def of(cls, quantity: Quantity) -> Number:
        """Return the number that a quantity prints."""
        return cls(face=quantity.value, possible=quantity.possible, places=quantity.places)

    @classmethod
    def exactly(cls, value: Fraction) -> Number:
        """Return a number that is one value.

        Examples
        --------
        >>> Number.exactly(Fraction(45)).possible
        {45}
        """
        return cls(face=value, possible=Interval.point(value))


@attrs.frozen(kw_only=True)
class Contribution:
    """What one row gives to a line.

    Parameters
    ----------
    location
        The row.
    levels
        The labels of its levels, without the goal's name.
    indicator
        The row's cells.
    kind
        How it is combined.
    unit
        Its unit; None where it has no numbers.
    direction
        Which way it is better; None where it does not matter.
    target, actual
        Its numbers; None where it has none.
    share
        The share of the weight of a qualitative row.
    weight
        Its weight; None where none is printed that can be used.
    earned
        The share of its weight that it earns by its own score.
    lacking
        Why it gives no value; None where it gives one.
    cut_off
        Of a line that was made: the tables behind it that are cut off and may lack its row.
    others, behind
        Its values where scores are printed by another convention; of a line that was made also its
        means weighted otherwise, and what weighs in them.
    """

    location: Location
    levels: tuple[str, ...]
    indicator: Indicator
    kind: LineKind
    unit: Unit | None = None
    direction: Direction | None = None
    target: Number | None = None
    actual: Number | None = None
    share: Number | None = None
    weight: Fraction | None = None
    earned: Fraction | None = None
    lacking: Message | None = None
    cut_off: tuple[str, ...] = ()
    others: tuple[tuple[Message, Interval], ...] = ()
    behind: tuple[tuple[Weighing, Number], ...] = ()

    @property
    def number(self) -> int:
        """The row's number in its table."""
        return self.location.row or 0

    @property
    def value(self) -> Number | None:
        """What is combined: the actual value, or the share of the weight."""
        return self.share if self.kind is LineKind.QUALITATIVE else self.actual

    @property
    def is_bare_zero(self) -> bool:
        """Whether it is 0 and 0 without a unit, which is 0 in all units."""
        if self.unit is None or self.target is None or self.actual is None:
            return False
        return not self.unit.text and self.target.face == 0 == self.actual.face


_FIGURES = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.EXACTLY)
_WORDINGS = (TargetKind.WORDING, TargetKind.RELATIVE)

# 分 is a mark: two marks of 80 are no mark of 160.
_RATIOS = ("百分点", "倍", "分")
_DURATIONS = ("工作日", "自然日", "天", "周", "月", "季度", "年", "小时", "分钟")
# Two measure words for one thing, not one divided by the other.
_JOINT = ("件/套", "套/件", "台/套", "套/台", "台/件", "人/次", "户/次", "场/次")
_RATE_NAMES = ("率", "比例", "比重", "占比", "满意度")


def ways_to_print(claim: Fraction, places: int, rules: RuleSet) -> Iterator[Interval]:
    """Yield, for each convention of the rule set that can print *claim*, the exact scores that it prints so.

    *places* are those of the table.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> next(ways_to_print(Fraction(9), 0, load("wuhan-2023")))
    [1799/200, 1801/200)
    """
    for convention in rules.conventions:
        digits = places if convention.score_places == "table" else rules.score_places
        stands_for = printing(claim, digits, convention.score_rounding)
        if stands_for is not None:
            yield stands_for


def printed_scores(claim: Fraction, places: int, rules: RuleSet) -> Interval:
    """Return the exact scores that are printed as *claim* under any convention of the rule set.

    Each set holds the claim itself, so all together are one interval.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> printed_scores(Fraction(9), 0, load("wuhan-2023"))
    [17/2, 10)
    """
    sets = [Interval.point(claim), *ways_to_print(claim, places, rules)]
    lowest = min(sets, key=lambda item: (item.lower, not item.lower_closed))
    highest = max(sets, key=lambda item: (item.upper, item.upper_closed))
    return Interval(
        lowest.lower, highest.upper, lower_closed=lowest.lower_closed, upper_closed=highest.upper_closed
    )


def read_row(row: Row, line: LineScore, rules: RuleSet, *, places: int) -> Contribution:
    """Read a row of a table that has been scored.

    Parameters
    ----------
    row
        The row.
    line
        Its score, whose basis says whether its cells can be compared.
    rules
        The rules that it was scored by.
    places
        The most decimals that a claimed score of its table prints.
    """
    indicator, basis = row.indicator, line.basis
    contribution = Contribution(
        location=attrs.evolve(line.location, column=None),
        levels=tuple(level.label for level in row.levels),
        indicator=indicator,
        kind=LineKind.OTHER,
        direction=basis.direction,
        weight=line.weight,
        earned=_earned(line),
    )
    target = indicator.target
    if target is None or target.kind is TargetKind.UNSET:
        return attrs.evolve(contribution, lacking=_lack(basis))
    if indicator.rating is not None or target.kind in _WORDINGS:
        return _qualitative(contribution, line, rules, places)
    if target.kind in _FIGURES and target.quantity is not None:
        return _with_figures(contribution, target.quantity, basis, rules)
    return attrs.evolve(contribution, unit=_unit_of_bounds(target), lacking=_lack(basis))


def _lack(basis: Basis) -> Message | None:
    """Return why a row gives no value: a cell is missing, or the two are of no one kind or unit."""
    if not isinstance(basis, LeftOpen) or basis.why.obstacle is Obstacle.SILENT:
        return None
    return basis.why.message


def _with_figures(contribution: Contribution, wanted: Quantity, basis: Basis, rules: RuleSet) -> Contribution:
    actual = contribution.indicator.actual
    given = None if actual is None else actual.quantity
    unit = given.unit if given is not None and not wanted.unit.text else wanted.unit
    contribution = attrs.evolve(
        contribution,
        kind=figure_kind(unit, contribution.indicator.name),
        unit=unit,
        direction=basis.direction or _direction(contribution.indicator, rules),
        target=Number.of(wanted),
    )
    number, lacking = None, _lack(basis)
    if lacking is None and actual is not None:
        if actual.kind is ActualKind.QUANTITY and given is not None:
            number = Number.of(_as_printed(given, contribution.kind))
        elif actual.kind is ActualKind.NONE:
            number = Number.exactly(Fraction(0))
        elif isinstance(basis, ByRatio) and isinstance(basis.actual_cell, Interval):
            number = Number(face=None, possible=basis.actual_cell)
        else:
            assert isinstance(basis, LeftOpen)  # cells that are scored give a number
            lacking = basis.why.message
    return attrs.evolve(contribution, actual=number, lacking=lacking)


def _as_printed(given: Quantity, kind: LineKind) -> Quantity:
    """Return a figure of a row: a relative value is printed rounded, 83分 also for a mean of 83.3."""
    if kind is LineKind.RELATIVE and given.precision is Precision.EXACT and given.value:
        return attrs.evolve(given, precision=Precision.ROUNDED)
    return given


def _direction(indicator: Indicator, rules: RuleSet) -> Direction | None:
    """Return the direction of a row that cannot be scored alone: that of the same row with plain figures."""
    target, one = indicator.target, parse_actual("1")
    assert target is not None  # the caller has its figure
    plain = attrs.evolve(indicator, target=attrs.evolve(target, quantity=one.quantity), actual=one)
    return basis_of(plain, rules).direction


def _qualitative(contribution: Contribution, line: LineScore, rules: RuleSet, places: int) -> Contribution:
    """Read the share of the weight: the claimed one, or where none is claimed what is admitted."""
    contribution = attrs.evolve(contribution, kind=LineKind.QUALITATIVE)
    lacking = _lack(line.basis)
    if lacking is not None:
        return attrs.evolve(contribution, lacking=lacking)
    worth = line.worth
    if worth is None or not worth.weight:
        return attrs.evolve(contribution, lacking=Message.of("reason.no-weight"))
    claim = points(contribution.indicator.claimed)
    if claim is None:
        return attrs.evolve(contribution, share=Number(face=None, possible=line.basis.admitted))
    if not 0 <= claim <= worth.weight:
        return attrs.evolve(contribution, lacking=Message.of("reason.score-outside-weight"))
    # A score is printed rounded, also one that a project averaged from its own parts.
    stands_for = printing(claim, rules.score_places, rules.rounding) or Interval.point(claim)
    share = Number(face=worth.share(claim), possible=worth.shares(stands_for))
    otherwise = worth.shares(printed_scores(claim, places, rules))
    return attrs.evolve(contribution, share=share, others=((SCORE_PLACES, otherwise),))


def _earned(line: LineScore) -> Fraction | None:
    share, worth = line.basis.face_share, line.worth
    if share is not None or not isinstance(line.basis, ByBand) or line.decided is None:
        return share
    return worth.share(line.decided) if worth is not None and worth.weight else None


def figure_kind(unit: Unit, name: str) -> LineKind:
    """Return how figures of a unit are combined; without a unit the name tells a rate.

    Examples
    --------
    >>> from perfscore.figures import parse_target
    >>> [figure_kind(parse_target(text).quantity.unit, "").slug for text in ("≥22万人", "≤1‰", "5个工作日")]
    ['absolute', 'relative', 'other']
    """
    if unit.is_rate or unit.base in _RATIOS or ("/" in unit.base and unit.base not in _JOINT):
        return LineKind.RELATIVE
    if unit.base in _DURATIONS:
        return LineKind.OTHER
    if not unit.text and name.strip().endswith(_RATE_NAMES):
        return LineKind.RELATIVE
    return LineKind.ABSOLUTE


def _unit_of_bounds(target: Target) -> Unit | None:
    """Return the unit of a range, of an approximate figure, or the first of several."""
    if target.bounds is not None and target.bounds.upper is not None:
        return target.bounds.upper.unit
    if target.quantity is not None:
        return target.quantity.unit
    return _unit_of_bounds(target.parts[0]) if target.parts else None
