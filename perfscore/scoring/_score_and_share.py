"""From a share of the weight to the score of a line, and back: the only place that knows how.

Nothing is rounded here.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.intervals import Interval
from perfscore.scoring._places import points

if TYPE_CHECKING:
    from perfscore.model import BudgetExecution, Indicator

_ZERO, _ALL = Fraction(0), Fraction(1)
_NOT_NEGATIVE = Interval.at_least(_ZERO)
_POSITIVE = Interval.at_least(_ZERO, closed=False)


@attrs.frozen(weakref_slot=False)
class Worth:
    """What a share of the weight of a line is worth in points.

    Parameters
    ----------
    weight
        The weight in points.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.intervals import Interval
    >>> ten = Worth(Fraction(10))
    >>> ten.score(Fraction(3, 4)), ten.share(Fraction(15, 2)), ten.most
    (Fraction(15, 2), Fraction(3, 4), Fraction(10, 1))
    """

    weight: Fraction

    @property
    def most(self) -> Fraction:
        """The score of the whole weight.

        Examples
        --------
        >>> Worth(Fraction(2)).most
        Fraction(2, 1)
        """
        return self.score(_ALL)

    def score(self, share: Fraction) -> Fraction:
        """Return the exact score that a share of the weight earns.

        Parameters
        ----------
        share
            The share of the weight, 1 for all of it.

        Examples
        --------
        >>> Worth(Fraction(2)).score(Fraction(41, 45))
        Fraction(82, 45)
        """
        return share * self.weight

    def scores(self, shares: Interval) -> Interval:
        """Return the exact scores that a set of shares earns.

        Parameters
        ----------
        shares
            The shares of the weight.

        Examples
        --------
        >>> Worth(Fraction(10)).scores(Interval(Fraction(1, 2), Fraction(4, 5), upper_closed=False))
        [5, 8)
        """
        return shares.scaled(self.weight)

    def share(self, score: Fraction) -> Fraction:
        """Return the share of the weight, which is more than 0, that an exact score is.

        Parameters
        ----------
        score
            The score in points.

        Examples
        --------
        >>> Worth(Fraction(2)).share(Fraction(82, 45))
        Fraction(41, 45)
        """
        return score / self.weight

    def shares(self, scores: Interval) -> Interval:
        """Return the shares of the weight, which is more than 0, that earn a set of exact scores.

        Parameters
        ----------
        scores
            The scores in points.

        Examples
        --------
        >>> Worth(Fraction(10)).shares(Interval(Fraction(5), Fraction(8), upper_closed=False))
        [1/2, 4/5)
        """
        return scores.scaled(1 / self.weight)

    @staticmethod
    def weights(scores: Interval, shares: Interval) -> tuple[Interval, ...]:
        """Return the weights of which one of *shares* earns one of *scores*; its own plays no part.

        Parameters
        ----------
        scores
            The exact scores in points.
        shares
            The shares of the weight, not negative.

        Examples
        --------
        >>> Worth.weights(Interval(Fraction(1), Fraction(2)), Interval.point(Fraction(1, 2)))
        ([2, 4],)
        """
        exact, positive = scores & _NOT_NEGATIVE, shares & _POSITIVE
        if exact is None:
            return ()
        # Nothing is nothing of any weight.
        any_weight = (_NOT_NEGATIVE,) if _ZERO in shares and _ZERO in exact else ()
        return any_weight if positive is None else (*any_weight, exact.divided_by(positive))


def worth_of(printed_in: Indicator | BudgetExecution, *, weight: Fraction | None = None) -> Worth | None:
    """Return what a share of a line is worth; None where its weight cannot be used.

    A weight can be used that is printed, a number, and not negative.

    Parameters
    ----------
    printed_in
        The indicator, or budget execution.
    weight
        The weight to take in place of the printed one.

    Examples
    --------
    >>> from perfscore.model import Indicator
    >>> worth_of(Indicator("津贴发放人数", weight=2))
    Worth(weight=Fraction(2, 1))
    >>> worth_of(Indicator("津贴发放人数", weight=-2)) is None
    True
    """
    if weight is not None:
        return Worth(weight)
    printed = points(printed_in.weight)
    return None if printed is None or printed < 0 else Worth(printed)
