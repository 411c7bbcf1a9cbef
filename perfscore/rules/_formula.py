"""A formula: how much of a line's weight the ratio of actual to target value earns.

Whatever a formula is asked, it is asked in ratios B/A, from 0 up. It first takes its own rate from
them, B/A or A/B, which a convention may round, and then the piece in which the rate lies: the cap is
a piece like any other, the flat one at the end.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text, in_language, percent_text
from perfscore.errors import InputError
from perfscore.intervals import Interval, union
from perfscore.rules._fields import of, text, tuple_of
from perfscore.rules._pieces_and_caps import Piece, check_pieces
from perfscore.rules._rate_rounding import RateRounding, nearest_rounded_share, rounded_shares

if TYPE_CHECKING:
    from perfscore._text import Language

_ZERO = Fraction(0)


class Quotient(enum.Enum):
    """Which quotient of the two cells is the rate that a formula takes."""

    ACTUAL_BY_TARGET = "B/A"
    TARGET_BY_ACTUAL = "A/B"
    """More than any number for an actual value of 0, which the last piece has."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Formula:
    """A formula as data.

    Parameters
    ----------
    id
        The name that rule sets use.
    zh, en
        The formula as people write it.
    source
        Where it was published.
    quotient
        Which quotient of the two cells is its rate.
    pieces
        The pieces, which hold every rate from 0 up exactly once, in rising order.

    Raises
    ------
    InputError
        If the pieces leave a gap, overlap, have no end in the middle, or one of them is never reached.

    Examples
    --------
    >>> from perfscore.rules import FORMULAS
    >>> FORMULAS["proportional"].share(Fraction(41, 45)), FORMULAS["proportional"].share(Fraction(2))
    (Fraction(41, 45), Fraction(1, 1))

    A formula with steps: all from 90 % on, seven tenths from 80 % on, else nothing.

    >>> def step(share, *ends):
    ...     return Piece(Interval(*map(Fraction, ends), upper_closed=False), Fraction(share))
    >>> steps = Formula(
    ...     id="steps", zh="W × 100%、70%、0", en="W × 100 %, 70 %, 0", source="made up",
    ...     quotient=Quotient.ACTUAL_BY_TARGET,
    ...     pieces=(
    ...         step("0", "0", "0.8"), step("0.7", "0.8", "0.9"),
    ...         Piece(Interval.at_least(Fraction("0.9")), Fraction(1)),
    ...     ),
    ... )
    >>> steps.share(Fraction("0.85"))
    Fraction(7, 10)
    """

    id: str = attrs.field(validator=text)
    zh: str = attrs.field(validator=text)
    en: str = attrs.field(validator=text)
    source: str = attrs.field(validator=text)
    quotient: Quotient = attrs.field(validator=of(Quotient))
    pieces: tuple[Piece, ...] = attrs.field(validator=tuple_of(Piece))

    def __attrs_post_init__(self) -> None:
        check_pieces(self.pieces)
        if self._is_inverse and self.pieces[0].rates.is_point:
            raise InputError(
                "pieces[0].rates", repr(self.pieces[0].rates), "a rate above 0, for A/B is never 0 of itself"
            )

    def label(self, language: Language) -> str:
        """Return the formula as people write it.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["inverse"].label("en")
        'W × A/B, at most W'
        """
        return in_language(language, self.zh, self.en)

    @property
    def rising(self) -> bool | None:
        """Whether a higher ratio B/A never earns less (True) or never more (False); None for neither.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["proportional"].rising, FORMULAS["inverse"].rising
        (True, False)
        """
        ends = [share for piece in self.pieces for share in piece.ends]
        if all(one <= other for one, other in pairwise(ends)):
            return not self._is_inverse
        if all(one >= other for one, other in pairwise(ends)):
            return self._is_inverse
        return None

    @property
    def is_continuous(self) -> bool:
        """Whether there is no step between its pieces.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["gated"].is_continuous
        True
        """
        return all(one.ends[1] == other.ends[0] for one, other in pairwise(self.pieces))

    @property
    def _is_inverse(self) -> bool:
        return self.quotient is Quotient.TARGET_BY_ACTUAL

    def share(self, ratio: Fraction, *, rate: RateRounding | None = None) -> Fraction:
        """Return the share of the weight that a ratio earns.

        Parameters
        ----------
        ratio
            The ratio B/A, not below 0.
        rate
            How the rate is rounded first; None: it stays exact.

        Raises
        ------
        InputError
            If the ratio is below 0.

        Examples
        --------
        At half as much again as allowed, the two readings of a negative indicator differ:

        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["inverse"].share(Fraction(3, 2)), FORMULAS["linear-decline"].share(Fraction(3, 2))
        (Fraction(2, 3), Fraction(1, 2))

        9/8 of what was allowed, rounded to 113 % first:

        >>> FORMULAS["linear-decline"].share(Fraction(9, 8), rate=RateRounding(2))
        Fraction(87, 100)
        """
        value = self._rate(ratio)
        if value is None:
            return self.pieces[-1].intercept
        if rate is not None:
            value = rate.rounded(value)
        return self.pieces[self._position(value)].share(value)

    def shares(self, ratios: Interval, *, rate: RateRounding | None = None) -> tuple[Interval, ...]:
        """Return all shares that some ratios earn, as disjoint sets in rising order.

        Parameters
        ----------
        ratios
            The ratios B/A, none below 0.
        rate
            How the rate is rounded first. The shares are then single values; only where a piece has
            more than a thousand of them they are given as the span between them.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["proportional"].shares(Interval(Fraction(1, 2), Fraction(2)))
        ([1/2, 1],)
        >>> FORMULAS["proportional"].shares(Interval(Fraction("0.984"), Fraction(2)), rate=RateRounding(2))
        ({49/50}, {99/100}, {1})
        """
        if ratios.is_point and ratios.lower is not None:
            return (Interval.point(self.share(ratios.lower, rate=rate)),)
        rates = self._rates(ratios)
        assert rates is not None  # only the point 0 has none, which is answered
        if rate is not None:
            taken = rate.taken(rates)
            return union(share for piece in self.pieces for share in rounded_shares(piece, taken, rate))
        parts = ((piece, piece.rates & rates) for piece in self.pieces)
        return union(piece.shares(part) for piece, part in parts if part is not None)

    def ratios(self, shares: Interval, *, rate: RateRounding | None = None) -> tuple[Interval, ...]:
        """Return all ratios B/A, none below 0, that earn one of some shares: disjoint sets in rising order.

        Parameters
        ----------
        shares
            The shares.
        rate
            How the rate is rounded first; None: it stays exact.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["proportional"].ratios(Interval(Fraction(1, 2), Fraction(1)))
        ([1/2, +∞),)
        >>> FORMULAS["inverse"].ratios(Interval.point(Fraction(1)))
        ([0, 1],)
        >>> FORMULAS["linear-decline"].ratios(Interval.point(Fraction("0.87")), rate=RateRounding(2))
        ([9/8, 227/200),)
        """
        rates = union(part for piece in self.pieces if (part := piece.earning(shares)) is not None)
        if rate is not None:
            rates = rate.exact(rates)
        if not self._is_inverse:
            return rates
        # No ratio has the rate 0 of itself, and 0 has a rate without end.
        return union(_inverted(part, endless=True) for part in rates if part.upper != 0)

    def nearest_share(
        self, ratios: Interval, wanted: Fraction, *, rate: RateRounding | None = None
    ) -> Fraction:
        """Return, of the shares that some ratios earn, the one nearest to *wanted*; of two, the lower.

        Where the nearest would be the end of a set that does not belong to it, that end is returned.

        Parameters
        ----------
        ratios
            The ratios B/A, none below 0.
        wanted
            The share that is looked for.
        rate
            How the rate is rounded first; None: it stays exact.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> near = Interval(Fraction("0.904"), Fraction("0.916"))
        >>> FORMULAS["proportional"].nearest_share(near, Fraction("0.95"))
        Fraction(229, 250)
        >>> FORMULAS["proportional"].nearest_share(near, Fraction("0.95"), rate=RateRounding(2))
        Fraction(23, 25)
        """
        rates = self._rates(ratios)
        if rates is None:
            return self.pieces[-1].intercept
        if rate is not None:
            taken = rate.taken(rates)
            found = (nearest_rounded_share(piece, taken, wanted, rate) for piece in self.pieces)
            near = [share for share in found if share is not None]
        else:
            parts = ((piece, piece.rates & rates) for piece in self.pieces)
            near = [piece.nearest_share(part, wanted) for piece, part in parts if part is not None]
        return min(near, key=lambda share: (abs(share - wanted), share))

    def uncapped(self, ratio: Fraction) -> Fraction | None:
        """Return what a ratio would earn without cap and floor; None where that has no end.

        A cap or floor is a flat piece of everything or nothing at which the line beside it arrives; any
        other flat piece is a step, which cuts nothing.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["proportional"].uncapped(Fraction(5, 4)), FORMULAS["gated"].uncapped(Fraction(1, 2))
        (Fraction(5, 4), Fraction(-1, 4))
        """
        value = self._rate(ratio)
        return None if value is None else self._line(value).share(value)

    def substituted(self, actual: str, target: str, ratio: Fraction) -> str:
        """Return the factor behind W with the figures in it.

        Parameters
        ----------
        actual, target
            The two figures as they are written.
        ratio
            Their ratio B/A, not below 0.

        Examples
        --------
        >>> from perfscore.rules import FORMULAS
        >>> FORMULAS["proportional"].substituted("41", "45", Fraction(41, 45))
        '41/45'
        >>> FORMULAS["gated"].substituted("41", "45", Fraction(41, 45))
        '(41/45 − 60%) ÷ 40%'
        """
        quotient = f"{target}/{actual}" if self._is_inverse else f"{actual}/{target}"
        value = self._rate(ratio)
        return _written(self.pieces[-1] if value is None else self._line(value), quotient)

    def _rate(self, ratio: Fraction) -> Fraction | None:
        """Return the rate of a ratio; None where it is more than any number."""
        if ratio.numerator < 0:
            raise InputError("ratio", str(ratio), "0 or more")
        if not self._is_inverse:
            return ratio
        return 1 / ratio if ratio else None

    def _rates(self, ratios: Interval) -> Interval | None:
        """Return the rates of ratios; None where they are more than any number."""
        if ratios.lower is None or ratios.lower < 0:
            raise InputError("ratios", repr(ratios), "0 or more")
        if not self._is_inverse:
            return ratios
        return None if ratios.upper == 0 else _inverted(ratios, endless=False)

    def _position(self, rate: Fraction) -> int:
        # The pieces rise and leave no gap: the first that does not end before the rate has it.
        for index, piece in enumerate(self.pieces[:-1]):
            upper = piece.rates.upper
            if upper is None or rate < upper or (piece.rates.upper_closed and rate == upper):
                return index
        return len(self.pieces) - 1

    def _line(self, rate: Fraction) -> Piece:
        """Return the piece whose line a rate lies on, cap and floor apart."""
        at = self._position(rate)
        piece = self.pieces[at]
        if piece.slope or piece.intercept not in (0, 1):
            return piece
        before, after = self.pieces[:at][-1:], self.pieces[at + 1 :][:1]
        cut = [line for line in before if line.slope and line.ends[1] == piece.intercept]
        cut += [line for line in after if line.slope and line.ends[0] == piece.intercept]
        return cut[0] if cut else piece


def _inverted(values: Interval, *, endless: bool) -> Interval:
    """Return the reciprocals of values that are not below 0; of values without end, 0 if *endless*."""
    lower, upper = values.lower, values.upper
    return Interval(
        _ZERO if upper is None else 1 / upper,
        1 / lower if lower else None,
        lower_closed=endless if upper is None else values.upper_closed,
        upper_closed=bool(lower) and values.lower_closed,
    )


def _written(piece: Piece, quotient: str) -> str:
    if not piece.slope:
        return f"{percent_text(piece.intercept)} ({quotient})"
    if piece.slope == 1 and not piece.intercept:
        return quotient
    if piece.slope == -1:
        return f"({decimal_text(piece.intercept)} − {quotient})"
    start = -piece.intercept / piece.slope
    if piece.slope > 0 and start > 0:
        return f"({quotient} − {percent_text(start)}) ÷ {percent_text(1 / piece.slope)}"
    return f"({percent_text(piece.intercept)} + {decimal_text(piece.slope)} × {quotient})"
