"""On what a line is scored: by a ratio, by a fact, by a band, or not at all."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.intervals import Interval

if TYPE_CHECKING:
    from perfscore.findings import Message
    from perfscore.rules import Formula
    from perfscore.terms import Direction, Result


class Method(enum.Enum):
    """How a line is scored."""

    RATIO = "ratio"
    """By a formula from target and actual value."""
    FACT = "fact"
    """Full weight or nothing, because of a fact: zero wanted and zero reached, a date kept."""
    BAND = "band"
    """By the assessor's decision within a band."""
    OPEN = "open"
    """Not at all: something is missing, or the rules are silent."""


@attrs.frozen(kw_only=True)
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
    target_set, actual_set
        The values that the two cells can stand for.
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
    target_set: Interval | None = None
    actual_set: Interval | None = None
    share: Fraction | None = None
    why: Message | None = None
    results: tuple[Result, ...] = ()
    shares: Interval | None = None
    reason: Message | None = None
    code: str | None = None
    subject: str = "quantitative"

    @property
    def ratios(self) -> Interval | None:
        """All ratios B/A that the cells of RATIO can stand for."""
        if self.target_set is None or self.actual_set is None:
            return None
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
    def admitted(self) -> Interval:
        """All shares of the weight that the rules admit for the cells as printed."""
        if self.share is not None:
            return Interval.point(self.share)
        if self.shares is not None:
            return self.shares
        ratios = self.ratios
        assert self.formula is not None  # noqa: S101  # a basis has a share, shares or a formula
        assert ratios is not None  # noqa: S101  # and a formula has its two sets
        return self.formula.shares(ratios)


_EVERYTHING = Interval(Fraction(0), Fraction(1))


def fact(share: int, why: Message, *, subject: str = "quantitative") -> Basis:
    """Return the basis of a line that earns everything or nothing."""
    return Basis(method=Method.FACT, share=Fraction(share), why=why, subject=subject)


def left_open(code: str, reason: Message, *, subject: str = "quantitative") -> Basis:
    """Return the basis of a line that is not scored."""
    return Basis(method=Method.OPEN, shares=_EVERYTHING, reason=reason, code=code, subject=subject)
