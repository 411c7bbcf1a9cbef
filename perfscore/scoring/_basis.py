"""On what a line is scored: by a ratio, by a fact, by a band, or not at all."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.intervals import Interval

if TYPE_CHECKING:
    from perfscore.figures import Quantity
    from perfscore.findings import Message
    from perfscore.rules import Formula
    from perfscore.terms import Direction, Result


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
class Basis:
    """On what a line is scored, before its weight is applied.

    Parameters
    ----------
    method
        How it is scored.
    formula
        The formula of RATIO.
    direction, decided_by
        The direction and what decided it; None where it does not matter.
    target, actual
        The face values A and B of RATIO, in units of the target; *actual* is None where the cell
        gives only a bound.
    target_cell, actual_cell
        The two cells of RATIO: a quantity, or the values between which it lies.
    share
        The share of the weight of FACT: 0 or 1.
    why
        The fact.
    results
        The results which the wording of BAND can state.
    shares
        The shares of the weight that are admitted: a band, or for OPEN everything from 0 to 1.
    reason
        Why it is OPEN.
    code
        The code of the finding that OPEN leads to.
    subject
        The subject of the clause that rules it.
    """

    method: Method
    formula: Formula | None = None
    direction: Direction | None = None
    decided_by: Message | None = None
    target: Fraction | None = None
    actual: Fraction | None = None
    target_cell: Quantity | None = None
    actual_cell: Quantity | Interval | None = None
    share: Fraction | None = None
    why: Message | None = None
    results: tuple[Result, ...] = ()
    shares: Interval | None = None
    reason: Message | None = None
    code: str | None = None
    subject: str = "quantitative"

    @property
    def target_set(self) -> Interval:
        """All values that the target of RATIO can stand for."""
        assert self.target_cell is not None
        return self.target_cell.possible

    @property
    def actual_set(self) -> Interval:
        """All values that the actual value of RATIO can stand for; none of a table is negative."""
        cell = self.actual_cell
        assert cell is not None
        values = cell if isinstance(cell, Interval) else cell.possible
        return (values & _NOT_NEGATIVE) or _ZERO

    @property
    def ratios(self) -> Interval:
        """All ratios B/A that the two cells of RATIO can stand for."""
        return self.actual_set.divided_by(self.target_set)

    @property
    def ratio(self) -> Fraction | None:
        """The ratio B/A of the face values."""
        if self.target is None or self.actual is None:
            return None
        return self.actual / self.target

    @property
    def face_share(self) -> Fraction | None:
        """The share of the weight that the face values earn; None where there is a choice."""
        if self.share is not None:
            return self.share
        if self.formula is None:
            return None
        ratio = self.ratio
        if ratio is not None:
            return self.formula.share(ratio)
        admitted = self.admitted
        return admitted.lower if admitted.is_point else None

    @property
    def admitted_sets(self) -> tuple[Interval, ...]:
        """All shares of the weight that the rules admit for the cells as printed.

        They are sets in rising order: several only under a formula with steps.
        """
        if self.share is not None:
            return (Interval.point(self.share),)
        if self.shares is not None:
            return (self.shares,)
        assert self.formula is not None  # a basis has a share, shares or a formula
        return self.formula.shares(self.ratios)

    @property
    def admitted(self) -> Interval:
        """The span of these sets: where there are several it holds more than is admitted, never less."""
        sets = self.admitted_sets
        if len(sets) == 1:
            return sets[0]
        return attrs.evolve(sets[0], upper=sets[-1].upper, upper_closed=sets[-1].upper_closed)


_EVERYTHING = Interval(Fraction(0), Fraction(1))
_NOT_NEGATIVE = Interval.at_least(Fraction(0))
_ZERO = Interval.point(Fraction(0))


def fact(share: int, why: Message, *, subject: str = "quantitative") -> Basis:
    """Return the basis of a line that earns everything or nothing."""
    return Basis(method=Method.FACT, share=Fraction(share), why=why, subject=subject)


def left_open(code: str, reason: Message, *, subject: str = "quantitative") -> Basis:
    """Return the basis of a line that is not scored."""
    return Basis(method=Method.OPEN, shares=_EVERYTHING, reason=reason, code=code, subject=subject)
