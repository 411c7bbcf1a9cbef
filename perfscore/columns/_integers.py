"""What decides where floats do not reach: integers of 64 bits, and exact rationals row by row.

The formulas are those of :mod:`perfscore.rules`: each of their pieces is a quotient of two linear terms
with whole factors in target A and actual value B, and so is the test whether a row lies in it. Over
int64 they are computed where nothing can overflow; whatever could is decided by the formula itself in
exact rationals.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor, lcm
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from perfscore.columns._types import NO_SCORE, Bools, Codes, Ints, Status
from perfscore.intervals import Rounding, rounded
from perfscore.rules import Quotient

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from perfscore.rules import Formula, RuleSet

ROOM = 2.0**61
"""Below it a number, its double and the sum of two of them fit into 64 bits; estimated in floats."""


@attrs.frozen(eq=False)
class Rows:
    """Some rows as integers: weight, target and actual value, the last two in one unit.

    The dtype is int64, or object for Python's integers, which never overflow.
    """

    weight: NDArray[Any]
    target: NDArray[Any]
    actual: NDArray[Any]
    negative: Bools

    def __getitem__(self, chosen: Bools | Ints) -> Rows:
        return Rows(self.weight[chosen], self.target[chosen], self.actual[chosen], self.negative[chosen])


def rounded_quotient(top: NDArray[Any], bottom: NDArray[Any], mode: Rounding) -> NDArray[Any]:
    """Return top/bottom, neither of them negative, as whole numbers.

    Examples
    --------
    >>> rounded_quotient(np.array([5, 3, 1]), np.array([2, 2, 4]), Rounding.HALF_EVEN).tolist()
    [2, 2, 0]
    """
    whole: NDArray[Any] = top // bottom
    if mode is Rounding.TRUNCATE:
        return whole
    twice = 2 * (top - whole * bottom)
    up = (
        twice >= bottom
        if mode is Rounding.HALF_UP
        else (twice > bottom) | ((twice == bottom) & (whole % 2 == 1))
    )
    whole += up.astype(whole.dtype)
    return whole


@attrs.frozen
class _Terms:
    """A piece in whole numbers: of a rate n/d it pays (intercept·d + slope·n) / (bottom·d).

    It ends where n/d is *end*/*under*; the last one has no end.
    """

    intercept: int
    slope: int
    bottom: int
    end: int
    under: int
    end_belongs: bool

    @property
    def largest(self) -> int:
        return max(abs(self.intercept) + abs(self.slope), self.bottom, self.end, self.under)


@attrs.frozen
class Terms:
    """A formula in whole numbers.

    Parameters
    ----------
    pieces
        Its pieces.
    is_inverse
        Whether its rate is A/B.
    beyond
        A whole rate in the last piece, whose rates all earn the same.
    keeps_order
        Whether it has no step and never turns back.
    """

    pieces: tuple[_Terms, ...]
    is_inverse: bool
    beyond: int
    keeps_order: bool

    @property
    def largest_factor(self) -> int:
        """By how much more than cells, or than a rate up to *beyond*, the terms of a share can be."""
        return max(piece.largest for piece in self.pieces) * (1 + self.beyond)


@lru_cache(maxsize=64)
def terms_of(formula: Formula) -> Terms:
    """Return a formula in whole numbers: its pieces over their common denominators.

    Examples
    --------
    >>> from perfscore.rules import FORMULAS
    >>> [(piece.intercept, piece.slope, piece.bottom) for piece in terms_of(FORMULAS["gated"]).pieces]
    [(0, 0, 1), (-3, 5, 2), (1, 0, 1)]
    """
    pieces = []
    for piece in formula.pieces:
        bottom = lcm(piece.intercept.denominator, piece.slope.denominator)
        end = Fraction(0) if piece.rates.upper is None else piece.rates.upper
        terms = _Terms(
            intercept=int(piece.intercept * bottom),
            slope=int(piece.slope * bottom),
            bottom=bottom,
            end=end.numerator,
            under=end.denominator,
            end_belongs=piece.rates.upper_closed,
        )
        pieces.append(terms)
    last = formula.pieces[-1].rates.lower
    assert last is not None  # rates are not below 0
    return Terms(
        tuple(pieces),
        is_inverse=formula.quotient is Quotient.TARGET_BY_ACTUAL,
        beyond=floor(last) + 1,
        keeps_order=formula.is_continuous and formula.rising is not None,
    )


def largest_factor(rules: RuleSet) -> float:
    """Return the larger factor of the two formulas; infinity where 64 bits do not hold it."""
    factor = max(terms_of(rules.positive).largest_factor, terms_of(rules.negative).largest_factor)
    return float(factor) if factor < ROOM else float("inf")


def rates(terms: Terms, rows: Rows) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the rates of rows as N and D, D > 0; a rate without end is one in the last piece."""
    top, bottom = (rows.target, rows.actual) if terms.is_inverse else (rows.actual, rows.target)
    endless = bottom == 0
    if not endless.any():
        return top, bottom
    return np.where(endless, terms.beyond, top), np.where(endless, 1, bottom)


def earned(terms: Terms, top: NDArray[Any], bottom: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return what rates, given as N and D, earn as N and D, 0 ≤ N ≤ D."""
    last = terms.pieces[-1]
    over, under = last.intercept * bottom, last.bottom * bottom
    for piece in reversed(terms.pieces[:-1]):
        one, other = piece.under * top, piece.end * bottom
        inside = one <= other if piece.end_belongs else one < other
        over = np.where(inside, piece.intercept * bottom + piece.slope * top, over)
        under = np.where(inside, piece.bottom * bottom, under)
    return over, under


def of_zero_targets(rows: Rows, over: NDArray[Any], under: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Let a target of zero earn everything or nothing, as the scalar path decides it."""
    zero = rows.target == 0
    if not zero.any():
        return over, under
    fact = ((rows.actual <= 0) | ~rows.negative).astype(over.dtype)
    return np.where(zero, fact, over), np.where(zero, 1, under)


def shares(rows: Rows, rules: RuleSet) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the shares of the weight as N and D, 0 ≤ N ≤ D, of rows that the rules score."""
    terms = terms_of(rules.positive)
    over, under = earned(terms, *rates(terms, rows))
    if rows.negative.any():
        terms = terms_of(rules.negative)
        top, bottom = earned(terms, *rates(terms, rows))
        over, under = np.where(rows.negative, top, over), np.where(rows.negative, bottom, under)
    return of_zero_targets(rows, over, under)


def status_of(rows: Rows, rules: RuleSet) -> tuple[Codes, NDArray[Any]]:
    """Return the status of rows whose cells are all there, and the actual values to score with."""
    status = np.zeros(len(rows.target), dtype=np.int8)
    actual = rows.actual
    silent = rows.target < 0
    if rules.choices.negative_figure == "open":
        silent = silent | (actual < 0)
    else:
        actual = np.maximum(actual, 0)
    if rules.choices.zero_target_positive == "open":
        silent = silent | ((rows.target == 0) & ~rows.negative)
    status[silent] = Status.OPEN
    # Last, as the exact path asks for the weight first.
    status[(rows.weight < 0)] = Status.WEIGHT
    return status, actual


def score_integers(rows: Rows, places: int, rules: RuleSet) -> tuple[Ints, Codes, Bools]:
    """Score rows of int64.

    Parameters
    ----------
    rows
        The rows; target and actual value below ``ROOM``.
    places
        The decimals of the weights.
    rules
        The rule set.

    Returns
    -------
    tuple
        Scores, statuses, and True for each row that could have overflowed.
    """
    status, actual = status_of(rows, rules)
    scored = status == Status.SCORED
    # Ones in the place of what is not scored divide without a fault.
    one = np.int64(1)
    rows = Rows(
        np.where(scored, rows.weight, one),
        np.where(scored, rows.target, one),
        np.where(scored, actual, one),
        rows.negative,
    )
    up, down = 10 ** max(rules.score_places - places, 0), 10 ** max(places - rules.score_places, 0)
    factor = largest_factor(rules)
    if factor == np.inf:
        return np.zeros_like(rows.weight), status, np.ones(len(status), dtype=np.bool_)
    ends = np.maximum(rows.target, rows.actual).astype(np.float64) * factor
    large = (rows.weight.astype(np.float64) * ends * up >= ROOM) | (ends * down >= ROOM)
    # Rows that are too large are scored with ones in their place, and again exactly by the caller.
    rows = attrs.evolve(
        rows, **{name: np.where(large, one, getattr(rows, name)) for name in ("weight", "target", "actual")}
    )
    over, under = shares(rows, rules)
    units = rounded_quotient(rows.weight * over * np.int64(up), under * np.int64(down), rules.rounding)
    units[~scored] = NO_SCORE
    return units, status, large


def score_row(
    weight: Fraction, target: Fraction, actual: Fraction, *, rules: RuleSet, negative: bool
) -> tuple[int, Status]:
    """Score one row in exact rationals.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> score_row(Fraction(20), Fraction(100), Fraction("99.225"), rules=load("wuhan-2023"), negative=False)
    (1985, <Status.SCORED: 0>)
    """
    if weight < 0:
        return NO_SCORE, Status.WEIGHT
    choices = rules.choices
    if target < 0 or (actual < 0 and choices.negative_figure == "open"):
        return NO_SCORE, Status.OPEN
    actual = max(actual, Fraction(0))
    if target:
        share = (rules.negative if negative else rules.positive).share(actual / target)
    elif negative:
        share = Fraction(not actual)
    elif choices.zero_target_positive == "open":
        return NO_SCORE, Status.OPEN
    else:
        share = Fraction(1)
    return in_units(weight * share, rules)


def in_units(score: Fraction, rules: RuleSet) -> tuple[int, Status]:
    """Return an exact score as it is printed, in units of the last place.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> in_units(Fraction("19.845"), load("wuhan-2023"))
    (1985, <Status.SCORED: 0>)
    """
    units = int(rounded(score, rules.score_places, rules.rounding) * 10**rules.score_places)
    return (units, Status.SCORED) if units <= np.iinfo(np.int64).max else (NO_SCORE, Status.TOO_LARGE)
