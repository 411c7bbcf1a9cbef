"""From which ratios a convention prints a claim: the question that every verdict on a line rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.intervals import printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from perfscore.intervals import Interval
    from perfscore.rules._formula import Formula
    from perfscore.rules._ruleset import Convention


def explaining_ratios(
    claim: Fraction,
    *,
    formula: Formula,
    shares: Callable[[Interval], Interval],
    convention: Convention,
    places: int,
) -> tuple[Interval, ...]:
    """Return all ratios B/A from which a convention prints *claim*, as disjoint sets in rising order.

    Parameters
    ----------
    claim
        The claimed score.
    formula
        The formula of the line.
    shares
        Returns the shares of its weight that earn a set of exact scores.
    convention
        How the rate and the score are rounded.
    places
        The places to which the convention rounds the score.

    Examples
    --------
    9/8 of what was allowed is 113 % where rates are rounded to whole per cents, and prints 8.70 of 10:

    >>> from fractions import Fraction
    >>> from perfscore.rules import FORMULAS, load
    >>> whole = next(item for item in load("wuhan-2023").conventions if item.rate_places == 0)
    >>> of_ten = lambda scores: scores.scaled(Fraction(1, 10))
    >>> line = {"formula": FORMULAS["linear-decline"], "shares": of_ten}
    >>> ratios = explaining_ratios(Fraction("8.7"), **line, convention=whole, places=2)
    >>> ratios, Fraction(9, 8) in ratios[0]
    (([9/8, 227/200),), True)
    """
    scores = printing(claim, places, convention.score_rounding)
    if scores is None:
        return ()
    return formula.ratios(shares(scores), rate=convention.rate)
