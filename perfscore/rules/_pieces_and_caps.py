"""A piece of a formula: rates between two ends, and the share of the weight that each of them earns."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.errors import InputError
from perfscore.intervals import Interval
from perfscore.rules._fields import check_ends, exact, of

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHARES = Interval(Fraction(0), Fraction(1))


@attrs.frozen
class Piece:
    """Rates that earn a share on one straight line: intercept + slope × rate.

    A step is a flat piece, of slope 0, with another height than its neighbour.

    Parameters
    ----------
    rates
        The rates, none below 0; each end belongs to the piece or not.
    intercept, slope
        The line; a slope of 0 pays every rate alike.

    Raises
    ------
    InputError
        If a rate is below 0, a share outside 0 to 1, or the piece has no end and is not flat.

    Examples
    --------
    From 80 % on, but below 90 %, seven tenths:

    >>> step = Piece(Interval(Fraction("0.8"), Fraction("0.9"), upper_closed=False), Fraction("0.7"))
    >>> step.share(Fraction("0.85"))
    Fraction(7, 10)

    2 less the rate, from 100 % up to 200 %:

    >>> fall = Piece(Interval(Fraction(1), Fraction(2)), Fraction(2), Fraction(-1))
    >>> fall.ends
    (Fraction(1, 1), Fraction(0, 1))
    >>> near = Interval(Fraction("1.2"), Fraction("1.4"))
    >>> fall.shares(near), fall.nearest_share(near, Fraction(1))
    ([3/5, 4/5], Fraction(4, 5))
    """

    rates: Interval = attrs.field(validator=of(Interval))
    intercept: Fraction = attrs.field(validator=exact)
    slope: Fraction = attrs.field(default=Fraction(0), validator=exact)

    def __attrs_post_init__(self) -> None:
        check_ends("rates", self.rates)
        if self.rates.lower is None or self.rates.lower < 0:
            raise InputError("rates", repr(self.rates), "rates from 0 up")
        if self.rates.upper is None and self.slope:
            raise InputError("slope", str(self.slope), "0 in a piece without end", "give the piece an end")
        for end in self.ends:
            if end not in _SHARES:
                raise InputError("intercept", str(end), "shares of the weight from 0 to 1")

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The shares towards the lower and the upper end, whether these belong to the piece or not."""
        assert self.rates.lower is not None  # checked when it was made
        if not self.slope or self.rates.upper is None:
            return self.intercept, self.intercept
        return self.share(self.rates.lower), self.share(self.rates.upper)

    def share(self, rate: Fraction) -> Fraction:
        """Return what the line of the piece gives for a rate, in the piece or beside it."""
        if not self.slope:
            return self.intercept
        return rate if self.slope == 1 and not self.intercept else self.intercept + self.slope * rate

    def shares(self, rates: Interval) -> Interval:
        """Return the shares of all of *rates*, which lie in the piece."""
        return rates.scaled(self.slope) + Interval.point(self.intercept)

    def earning(self, shares: Interval) -> Interval | None:
        """Return the rates of the piece that earn one of *shares*, None if there are none.

        Examples
        --------
        >>> rise = Piece(Interval(Fraction("0.6"), Fraction(1)), Fraction("-1.5"), Fraction("2.5"))
        >>> rise.earning(Interval.at_least(Fraction("0.5")))
        [4/5, 1]
        """
        if not self.slope:
            return self.rates if self.intercept in shares else None
        return (shares + Interval.point(-self.intercept)).scaled(1 / self.slope) & self.rates

    def nearest_share(self, rates: Interval, wanted: Fraction) -> Fraction:
        """Return the share of *rates*, which lie in the piece, or of their ends, nearest to *wanted*."""
        if not self.slope or rates.upper is None or rates.lower is None:
            return self.intercept
        low, high = sorted((self.share(rates.lower), self.share(rates.upper)))
        return min(max(wanted, low), high)


def check_pieces(pieces: Sequence[Piece]) -> None:
    """Refuse pieces that do not hold every rate from 0 up exactly once.

    Raises
    ------
    InputError
        If there is a gap or an overlap; the place is the piece that does not begin where the one before ends.
    """
    end: Fraction | None = Fraction(0)
    closed = False
    for index, piece in enumerate(pieces):
        rates = piece.rates
        if end is None or rates.lower != end or rates.lower_closed is closed:
            begun = "no further piece" if end is None else f"{'more than' if closed else 'from'} {end} on"
            raise InputError(f"pieces[{index}].rates", repr(rates), begun, "each rate belongs to one piece")
        end, closed = rates.upper, rates.upper_closed
    if end is not None or not pieces:
        raise InputError(
            "pieces", len(pieces), "a last piece without end", "every rate from 0 up has a share"
        )
