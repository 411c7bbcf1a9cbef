"""On what a line is scored: by a ratio, by a fact, by a band, or not at all."""

from __future__ import annotations

import abc
import enum
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from perfscore.intervals import Interval

if TYPE_CHECKING:
    from perfscore.figures import Quantity
    from perfscore.findings import Message
    from perfscore.rules import Formula
    from perfscore.scoring._open_reason import OpenReason
    from perfscore.terms import Direction, Result

_NOT_NEGATIVE = Interval.at_least(Fraction(0))
_ZERO = Interval.point(Fraction(0))
_EVERYTHING = Interval(Fraction(0), Fraction(1))


class Method(enum.Enum):
    """How a line is scored."""

    RATIO = "ratio"
    """By a formula from target and actual value."""
    FACT = "fact"
    """Full weight or nothing, because zero was wanted and reached, a date kept, a range met."""
    BAND = "band"
    """By the assessor's decision within a band."""
    OPEN = "open"
    """Not at all, because something is missing or the rules are silent."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Basis(abc.ABC):
    """On what a line is scored, before its weight is applied.

    It is one of :class:`ByRatio`, :class:`ByFact`, :class:`ByBand`, :class:`LeftOpen`.

    Parameters
    ----------
    subject
        The subject of the clause that rules it.

    Examples
    --------
    >>> from perfscore.model import Indicator
    >>> from perfscore.rules import load
    >>> from perfscore.scoring import basis_of
    >>> basis = basis_of(Indicator("城镇登记失业率", target="4.5%", actual="9%"), load("wuhan-2023"))
    >>> basis.method.value, basis.direction.value, basis.decided_by.label("en")
    ('ratio', 'negative', 'the name ends in 失业率, lower is better')
    >>> basis.ratio, basis.face_share, basis.admitted, len(basis.admitted_sets)
    (Fraction(2, 1), Fraction(1, 2), [9/19, 9/17], 1)
    """

    method: ClassVar[Method]

    subject: str = "quantitative"

    @property
    def direction(self) -> Direction | None:
        """Which way is better; None where it does not matter."""
        return None

    @property
    def decided_by(self) -> Message | None:
        """What decided the direction."""
        return None

    @property
    def ratio(self) -> Fraction | None:
        """The ratio B/A of the face values; None where there is none."""
        return None

    @property
    def face_share(self) -> Fraction | None:
        """The share of the weight that the face values earn; None where there is a choice."""
        return None

    @property
    @abc.abstractmethod
    def admitted_sets(self) -> tuple[Interval, ...]:
        """All shares of the weight that the rules admit for the cells as printed.

        They are sets in rising order: several only under a formula with steps.
        """

    @property
    def admitted(self) -> Interval:
        """The span of these sets, which holds more than is admitted where there are several, never less."""
        sets = self.admitted_sets
        if len(sets) == 1:
            return sets[0]
        return attrs.evolve(sets[0], upper=sets[-1].upper, upper_closed=sets[-1].upper_closed)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ByRatio(Basis):
    """By a formula from target and actual value.

    Parameters
    ----------
    formula
        The formula.
    direction, decided_by
        The direction and what decided it, where that is told.
    target_cell
        The target.
    actual_cell
        The actual value, or the values between which it lies.
    actual
        The face value B, in units of the target; None where the cell gives only a bound.

    Examples
    --------
    >>> from perfscore.model import Indicator
    >>> from perfscore.rules import load
    >>> from perfscore.scoring import basis_of
    >>> basis = basis_of(Indicator("津贴发放人数", target="45人", actual="41人"), load("wuhan-2023"))
    >>> basis.method, basis.target, basis.ratio, basis.face_share
    (<Method.RATIO: 'ratio'>, Fraction(45, 1), Fraction(41, 45), Fraction(41, 45))
    >>> basis.target_set, basis.actual_set, basis.ratios, basis.admitted_sets
    ({45}, {41}, {41/45}, ({41/45},))
    """

    method: ClassVar[Method] = Method.RATIO

    formula: Formula
    direction: Direction
    decided_by: Message | None = None
    target_cell: Quantity
    actual_cell: Quantity | Interval
    actual: Fraction | None

    @property
    def target(self) -> Fraction:
        """The face value A."""
        return self.target_cell.value

    @property
    def target_set(self) -> Interval:
        """All values that the target can stand for."""
        return self.target_cell.possible

    @property
    def actual_set(self) -> Interval:
        """All values that the actual value can stand for; none of a table is negative."""
        cell = self.actual_cell
        values = cell if isinstance(cell, Interval) else cell.possible
        return (values & _NOT_NEGATIVE) or _ZERO

    @property
    def ratios(self) -> Interval:
        """All ratios B/A that the two cells can stand for."""
        return self.actual_set.divided_by(self.target_set)

    @property
    def ratio(self) -> Fraction | None:
        """The ratio B/A of the face values; None where the actual value is only a bound."""
        return None if self.actual is None else self.actual / self.target

    @property
    def face_share(self) -> Fraction | None:
        """The share that the face values earn; None where a bound admits several."""
        ratio = self.ratio
        if ratio is not None:
            return self.formula.share(ratio)
        admitted = self.admitted
        return admitted.lower if admitted.is_point else None

    @property
    def admitted_sets(self) -> tuple[Interval, ...]:
        """All shares that the two cells can earn."""
        return self.formula.shares(self.ratios)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ByFact(Basis):
    """Full weight or nothing.

    Parameters
    ----------
    share
        The share of the weight: 0 or 1.
    why
        The fact.
    direction, decided_by
        The direction and what decided it; None where it does not matter.

    Examples
    --------
    >>> from perfscore.model import Indicator
    >>> from perfscore.rules import load
    >>> from perfscore.scoring import basis_of
    >>> basis = basis_of(Indicator("投诉起数", target="无", actual="2起"), load("wuhan-2023"))
    >>> basis.face_share, basis.admitted_sets, basis.why.label("en")
    (Fraction(0, 1), ({0},), 'zero wanted, 2起 reached')
    """

    method: ClassVar[Method] = Method.FACT

    share: Fraction
    why: Message
    direction: Direction | None = None
    decided_by: Message | None = None

    @property
    def face_share(self) -> Fraction:
        """The share of the weight."""
        return self.share

    @property
    def admitted_sets(self) -> tuple[Interval, ...]:
        """That share alone."""
        return (Interval.point(self.share),)


@attrs.frozen(kw_only=True, weakref_slot=False)
class ByBand(Basis):
    """By the assessor's decision within a band.

    Parameters
    ----------
    results
        The results which the wording can state.
    shares
        The shares of the weight that they admit.

    Examples
    --------
    >>> from perfscore.model import Indicator
    >>> from perfscore.rules import load
    >>> from perfscore.scoring import basis_of
    >>> basis = basis_of(Indicator("保障水平", target="显著提升", actual="一定程度提升"), load("wuhan-2023"))
    >>> basis.results, basis.admitted_sets
    ((<Result.PARTLY_REACHED: 'partly-reached'>,), ([1/2, 4/5),))
    """

    method: ClassVar[Method] = Method.BAND

    results: tuple[Result, ...]
    shares: Interval
    subject: str = "qualitative"

    @property
    def admitted_sets(self) -> tuple[Interval, ...]:
        """The shares of the band."""
        return (self.shares,)


@attrs.frozen(kw_only=True, weakref_slot=False)
class LeftOpen(Basis):
    """Not at all.

    Parameters
    ----------
    why
        What stands in the way.

    Examples
    --------
    >>> from perfscore.model import Indicator
    >>> from perfscore.rules import load
    >>> from perfscore.scoring import basis_of
    >>> basis = basis_of(Indicator("完成时间", target="2023年6月", actual="2023年7月"), load("wuhan-2023"))
    >>> basis.why.name, basis.why.code, basis.admitted_sets
    ('LATE', 'P001', ([0, 1],))
    """

    method: ClassVar[Method] = Method.OPEN

    why: OpenReason

    @property
    def admitted_sets(self) -> tuple[Interval, ...]:
        """Everything from nothing to the full weight."""
        return (_EVERYTHING,)
