"""What decides where floats do not reach: integers of 64 bits, and exact rationals row by row.

The formulas are those of :mod:`perfscore.rules`, each a quotient of two linear terms in target A and
actual value B. Over int64 they are computed where nothing can overflow; whatever could, and any
formula that is not listed here, is decided by the formula itself in exact rationals.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from perfscore.columns._types import NO_SCORE, Bools, Codes, Ints, Status
from perfscore.intervals import Rounding, rounded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from perfscore.rules import Formula, RuleSet

ROOM = 2.0**61
"""Below it a number, its double and the sum of two of them fit into 64 bits; estimated in floats."""

# The share of the weight as N/D, with N = n·(A, B) and D = d·(A, B), before it is held in [0, 1].
LINEAR = {
    "proportional": ((0, 1), (1, 0)),
    "inverse": ((1, 0), (0, 1)),
    "linear-decline": ((2, -1), (1, 0)),
    "gated": ((-3, 5), (2, 0)),
}
LARGEST_FACTOR = 8


@attrs.frozen(eq=False)
class Rows:
    """Some rows as integers: weight, target and actual value, the last two in one unit.

    The dtype is int64, or object for Python's integers, which never overflow.
    """

    weight: NDArray[Any]
    target: NDArray[Any]
    actual: NDArray[Any]
    negative: Bools


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


def shares(rows: Rows, rules: RuleSet) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the shares of the weight as N and D, 0 ≤ N ≤ D, of rows that the rules score.

    A target of zero earns everything or nothing, as the scalar path decides it.
    """
    target, actual, negative = rows.target, rows.actual, rows.negative
    over, under = _linear(rules.positive, target, actual)
    if negative.any():
        top, bottom = _linear(rules.negative, target, actual)
        over, under = np.where(negative, top, over), np.where(negative, bottom, under)
    # Nothing of a thing one wants less of is full weight, whatever the formula: N/D is 1/1 there.
    full = (actual <= 0) & negative
    zero = target == 0
    full |= zero & ~negative
    none = zero & negative & (actual > 0)
    over, under = np.where(full, 1, np.where(none, 0, over)), np.where(full | none, 1, under)
    return np.minimum(np.maximum(over, 0), under), under


def _linear(
    formula: Formula, target: NDArray[Any], actual: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any]]:
    (a, b), (c, d) = LINEAR[formula.id]
    return a * target + b * actual, c * target + d * actual


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
    one = np.int64(1)
    rows = Rows(
        np.where(scored, rows.weight, one),
        np.where(scored, rows.target, one),
        np.where(scored, actual, one),
        rows.negative,
    )
    up, down = 10 ** max(rules.score_places - places, 0), 10 ** max(places - rules.score_places, 0)
    ends = np.maximum(rows.target, rows.actual).astype(np.float64) * LARGEST_FACTOR
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
