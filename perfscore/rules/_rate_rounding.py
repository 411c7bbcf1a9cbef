"""A rate that is rounded before the formula takes it: then it is one of a grid, and so is what it earns."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import attrs

from perfscore.errors import InputError
from perfscore.intervals import Interval, Rounding, printed_ends, printing_any, rounded, union, unit_of
from perfscore.rules._fields import of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.rules._pieces_and_caps import Piece

MOST_POINTS = 1000
"""How many shares of a rounded rate are listed one by one."""
_RATES = Interval.at_least(Fraction(0))


@attrs.frozen
class RateRounding:
    """How a rate is rounded.

    Parameters
    ----------
    places
        Decimals of the fraction of one that are kept, 0 or more: 2 for whole per cents.
    mode
        What happens to the rest.

    Raises
    ------
    InputError
        If there are less than 0 places.

    Examples
    --------
    >>> RateRounding(2).rounded(Fraction(9, 8))
    Fraction(113, 100)
    """

    places: int = attrs.field(validator=of(int))
    mode: Rounding = attrs.field(default=Rounding.HALF_UP, validator=of(Rounding))

    def __attrs_post_init__(self) -> None:
        if self.places < 0:
            raise InputError("places", self.places, "0 or more")

    def rounded(self, rate: Fraction) -> Fraction:
        """Return *rate* as the formula takes it."""
        return rounded(rate, self.places, self.mode)

    def taken(self, rates: Interval) -> Interval:
        """Return the span between the lowest and the highest that is taken for *rates*.

        Examples
        --------
        >>> RateRounding(2).taken(Interval.at_least(Fraction("0.985")))
        [99/100, +∞)
        """
        assert rates.lower is not None  # rates are not below 0
        if rates.upper is not None:
            return Interval(*printed_ends(rates, self.places, self.mode))
        ended = attrs.evolve(rates, upper=rates.lower + 1)
        return Interval.at_least(printed_ends(ended, self.places, self.mode)[0])

    def exact(self, taken: Iterable[Interval]) -> tuple[Interval, ...]:
        """Return all rates, none below 0, for which one of *taken* is taken.

        Examples
        --------
        >>> RateRounding(2).exact([Interval.point(Fraction("0.42"))])
        ([83/200, 17/40),)
        """
        sets = (printing_any(part, self.places, self.mode) for part in taken)
        return union(part for some in sets if some is not None and (part := some & _RATES) is not None)


def rounded_shares(piece: Piece, taken: Interval, rate: RateRounding) -> tuple[Interval, ...]:
    """Return the shares that the rounded rates within *taken* earn in a piece.

    Each is a value of its own; where there are more than :data:`MOST_POINTS` of them, the span
    between them is returned instead, both its ends among them.
    """
    steps = _steps(piece, taken, rate)
    if steps is None:
        return ()
    first, last = steps
    unit = unit_of(rate.places)
    if not piece.slope or last is None:
        return (Interval.point(piece.intercept),)
    if last - first < MOST_POINTS:
        return tuple(Interval.point(piece.share(step * unit)) for step in range(first, last + 1))
    return (Interval(*sorted((piece.share(first * unit), piece.share(last * unit)))),)


def nearest_rounded_share(
    piece: Piece, taken: Interval, wanted: Fraction, rate: RateRounding
) -> Fraction | None:
    """Return, of the shares that the rounded rates within *taken* earn in a piece, the nearest to *wanted*.

    On a line it belongs to one of the two rounded rates beside the one that earns *wanted* exactly, or
    to the first or the last of the piece. None is returned where no rounded rate lies in the piece.
    """
    steps = _steps(piece, taken, rate)
    if steps is None:
        return None
    first, last = steps
    if not piece.slope or last is None:
        return piece.intercept
    unit = unit_of(rate.places)
    below = floor((wanted - piece.intercept) / piece.slope / unit)
    near = (piece.share(min(max(step, first), last) * unit) for step in (below, below + 1))
    return min(near, key=lambda share: (abs(share - wanted), share))


def _steps(piece: Piece, taken: Interval, rate: RateRounding) -> tuple[int, int | None] | None:
    """Return the first and the last rounded rate of a piece within *taken*, in units of the last place."""
    part = piece.rates & taken
    if part is None:
        return None
    unit = unit_of(rate.places)
    assert part.lower is not None  # rates are not below 0
    first = ceil(part.lower / unit)
    if not part.lower_closed and first * unit == part.lower:
        first += 1
    if part.upper is None:
        return first, None
    last = floor(part.upper / unit)
    if not part.upper_closed and last * unit == part.upper:
        last -= 1
    return (first, last) if first <= last else None
