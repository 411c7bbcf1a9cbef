"""What one cell says, as frozen values: quantities, targets, actual values."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.intervals import Interval

if TYPE_CHECKING:
    import datetime


class Precision(enum.Enum):
    """What a printed number stands for."""

    EXACT = "exact"
    """The value itself, as of weights, targets, counts."""
    ROUNDED = "rounded"
    """Any value within half a unit of the last printed place, both ends included."""
    TRUNCATED = "truncated"
    """Any value from the printed one up to, but without, the next one."""
    ASSUMED = "assumed"
    """As ROUNDED; the number came as a float, so its places are a guess, and every result says so."""


@attrs.frozen(weakref_slot=False)
class Unit:
    """A unit of measure as printed (计量单位).

    Parameters
    ----------
    text
        The unit as printed but for width and blanks, ``万人次/年``; empty where none is printed.
    base
        The unit without its multiplier, ``人次/年``; ``%`` for per cent and per mille alike.
    scale
        How many of *base* one of the unit is: 10000 for ``万人次/年``, 1/100 for ``%``, 1/1000 for ``‰``.

    Examples
    --------
    >>> Unit("万人次", "人次", Fraction(10000)).is_rate, Unit("‰", "%", Fraction(1, 1000)).is_rate
    (False, True)
    """

    text: str
    base: str
    scale: Fraction

    @property
    def is_rate(self) -> bool:
        """Whether the unit is per cent or per mille."""
        return self.base == "%"


@attrs.frozen(weakref_slot=False)
class Quantity:
    """A printed number with its unit.

    Parameters
    ----------
    text
        The number and its unit as printed but for width and blanks, ``29.26万人``.
    unit
        Its unit.
    places
        Decimals printed.
    precision
        What the number stands for.
    value
        The exact face value in units of ``unit.base``: 292600; rates are fractions of one.

    Examples
    --------
    >>> from perfscore.figures import parse_actual
    >>> people = parse_actual("29.26万人").quantity
    >>> people.number, people.value, people.step, people.possible
    (Decimal('29.26'), Fraction(292600, 1), Fraction(100, 1), [292550, 292650])
    >>> parse_actual("41人").quantity.possible
    {41}
    """

    text: str
    unit: Unit
    places: int
    precision: Precision
    value: Fraction

    @property
    def number(self) -> Decimal:
        """The number as printed, before the unit's multiplier, such as ``Decimal("29.26")``."""
        steps = self.value / self.unit.scale * 10**self.places
        # Built from digits: arithmetic would round to the context of the thread.
        digits = tuple(map(int, str(abs(steps.numerator))))
        return Decimal((int(steps < 0), digits, -self.places))

    @property
    def step(self) -> Fraction:
        """One unit of the last printed place, in units of ``unit.base``."""
        return Fraction(1, 10**self.places) * self.unit.scale

    @property
    def possible(self) -> Interval:
        """All values that the printed number can stand for, in units of ``unit.base``.

        A number that is not negative stands for no negative value.
        """
        if self.precision is Precision.EXACT:
            return Interval.point(self.value)
        if self.precision is Precision.TRUNCATED:
            return self._truncated(self.step)
        scale = self.unit.scale
        half = Fraction(scale.numerator, scale.denominator * 2 * 10**self.places)
        low, high = self.value - half, self.value + half
        if self.value >= 0 > low:
            low = Fraction(0)
        return Interval(low, high)

    def _truncated(self, step: Fraction) -> Interval:
        if self.value < 0:
            return Interval(self.value - step, self.value, lower_closed=False)
        return Interval(self.value, self.value + step, upper_closed=False)


class Role(enum.Enum):
    """What a cell that should hold one number is."""

    WEIGHT = "weight"
    """分值."""
    SCORE = "score"
    """得分, 总分."""
    MONEY = "money"
    """预算数, 执行数."""
    RATE = "rate"
    """执行率."""


@attrs.frozen(weakref_slot=False)
class Figure:
    """A cell that should hold one number.

    Parameters
    ----------
    text
        The cell as printed.
    quantity
        The number; None where the cell is not one number.

    Examples
    --------
    >>> from perfscore.figures import parse_figure
    >>> parse_figure("84,416.43", role=Role.MONEY).quantity.value
    Fraction(8441643, 100)
    """

    text: str
    quantity: Quantity | None


class TargetKind(enum.Enum):
    """What a target cell (年初目标值) asks for."""

    AT_LEAST = "at-least"
    """``≥22万人``, ``80分以上``, ``不少于2000家``."""
    AT_MOST = "at-most"
    """``≤1‰``, ``10%以下``, ``5.5%以内``, ``不超过一天``."""
    EXACTLY = "exactly"
    """``45人``, ``=100%``: no direction is printed."""
    BETWEEN = "between"
    """``97%≤执行率≤100%``, ``400-4,000元/人``, ``1-2次红色基地教育培训活动``."""
    ABOUT = "about"
    """``5.5%左右``, ``大约等于80%``."""
    BY_DATE = "by-date"
    """``2023年12月``, ``2020年底完成``."""
    WORDING = "wording"
    """``有效提升``, ``完成市级下达任务``, ``不超过合同金额``: no figure."""
    RELATIVE = "relative"
    """``较上年提高``, ``比上年增长5%``: measured by the year before."""
    SEVERAL = "several"
    """``923.73元/月、673.17元/月``, ``一般45天,延长不超过60天``."""
    NONE = "none"
    """``无``: that nothing of the kind happens."""
    UNSET = "unset"
    """``——``, ``/``, ``无(按整改要求新增指标)``, an empty cell: no target was set."""


class ActualKind(enum.Enum):
    """What an actual cell (实际完成值) reports."""

    QUANTITY = "quantity"
    """``29.26万人``."""
    BOUND = "bound"
    """``≥95%``, ``7万以上``, ``≤5个工作日``: not a figure, only its limit."""
    BETWEEN = "between"
    """``400-4,000元/人``: a range."""
    ABOUT = "about"
    """``80%左右``."""
    DATE = "date"
    """``2023年12月31日``."""
    WORDING = "wording"
    """``一定程度提升``."""
    SEVERAL = "several"
    """``923.73元/月、673.17元/月``."""
    NONE = "none"
    """``无``: nothing of the kind happened."""
    UNSET = "unset"
    """``——``, an empty cell: nothing is reported."""


@attrs.frozen(weakref_slot=False)
class DateSpan:
    """A printed date: the first and the last day that it can mean.

    ``2023年12月`` is 2023-12-01 to 2023-12-31; ``2020年底`` is 2020-12-31 alone.

    Examples
    --------
    >>> from perfscore.figures import parse_target
    >>> parse_target("2024年2月").date.last
    datetime.date(2024, 2, 29)
    """

    text: str
    first: datetime.date
    last: datetime.date


@attrs.frozen(weakref_slot=False)
class Bounds:
    """The two ends of a printed range, either of which may be missing.

    A bound (``≥95%``) has one end only. The ends are exact: what is printed is the limit.

    Examples
    --------
    >>> from perfscore.figures import parse_target
    >>> bounds = parse_target("97%<执行率≤100%").bounds
    >>> bounds.lower.value, bounds.lower_closed, bounds.upper.value, bounds.upper_closed
    (Fraction(97, 100), False, Fraction(1, 1), True)
    """

    lower: Quantity | None = None
    upper: Quantity | None = None
    lower_closed: bool = attrs.field(default=True, kw_only=True)
    upper_closed: bool = attrs.field(default=True, kw_only=True)


@attrs.frozen(weakref_slot=False)
class Target:
    """What a target cell says.

    Parameters
    ----------
    text
        The cell as printed.
    kind
        What it asks for.
    sign
        The sign or word that gave the direction as printed (``≥``, ``以上``, ``=``); None if none is.
        A look-alike such as ``»`` is given as the sign that it stands for.
    quantity
        The figure of AT_LEAST, AT_MOST, EXACTLY, ABOUT.
    strict
        Whether the figure itself is excluded (``>``, ``高于``).
    bounds
        The two ends of BETWEEN.
    date
        The date of BY_DATE.
    parts
        The single targets of SEVERAL.

    Examples
    --------
    >>> from perfscore.figures import parse_target
    >>> target = parse_target(">95%")
    >>> target.kind, target.sign, target.strict, target.quantity.value
    (<TargetKind.AT_LEAST: 'at-least'>, '>', True, Fraction(19, 20))
    """

    text: str
    kind: TargetKind
    sign: str | None = None
    quantity: Quantity | None = None
    strict: bool = False
    bounds: Bounds | None = None
    date: DateSpan | None = None
    parts: tuple[Target, ...] = ()


@attrs.frozen(weakref_slot=False)
class Actual:
    """What an actual cell says.

    Parameters
    ----------
    text
        The cell as printed.
    kind
        What it reports.
    quantity
        The figure of QUANTITY and ABOUT.
    bounds
        The ends of BOUND (one) and BETWEEN (two).
    date
        The date of DATE.
    parts
        The single values of SEVERAL.

    Examples
    --------
    >>> from perfscore.figures import parse_actual
    >>> actual = parse_actual("≥95%")
    >>> actual.kind, actual.quantity, actual.bounds.lower.value, actual.bounds.upper
    (<ActualKind.BOUND: 'bound'>, None, Fraction(19, 20), None)
    """

    text: str
    kind: ActualKind
    quantity: Quantity | None = None
    bounds: Bounds | None = None
    date: DateSpan | None = None
    parts: tuple[Actual, ...] = ()
