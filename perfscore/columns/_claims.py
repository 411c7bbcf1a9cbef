"""Whether claims follow from their cells, for many rows at once, in whole numbers.

Where the formula has no step and never turns back, every step from a closed set of actual values to the
printed score keeps the order of two values and leaves nothing out between them. So the rates and the
scores that are printed for such a set are all those between the ones that are printed for its two ends,
and each question is answered by a few divisions of whole numbers. The arrays hold int64 where nothing
can overflow and Python's integers otherwise; the code is the same. Under any other formula the scores
of a set are several sets, and each row is asked of the rules by itself.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from perfscore.columns._integers import (
    Rows,
    Terms,
    earned,
    of_zero_targets,
    rates,
    rounded_quotient,
    shares,
    status_of,
    terms_of,
)
from perfscore.columns._types import Status
from perfscore.findings import VerdictKind
from perfscore.intervals import Interval
from perfscore.rules import explaining_ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from perfscore.columns._types import Bools, Codes, Ints
    from perfscore.intervals import Rounding
    from perfscore.rules import Convention, Formula, RuleSet

KINDS = tuple(VerdictKind)
"""The kinds of verdict by their numbers."""
CODES = {kind: np.int8(number) for number, kind in enumerate(KINDS)}
NO_CONVENTION = -1
PER_CENT = 2
"""Decimals of a fraction of one in a whole per cent."""


@attrs.frozen(eq=False)
class Claims:
    """Rows with a weight and a claim.

    Parameters
    ----------
    rows
        The cells; targets and actual values in halves of their common unit, weights in units of
        *weight_places*.
    half
        Half of the step of the actual value's last printed place; 0 where it is exact.
    target_half
        The same of the target, which is exact unless it came as a float.
    known
        Where target, actual value and direction are there.
    claim
        The claims, in units of *scale*.
    claim_places, table_places
        The decimals that the claim prints, and the most that any claim of its table prints.
    """

    rows: Rows
    half: NDArray[Any]
    target_half: NDArray[Any]
    known: Bools
    claim: NDArray[Any]
    claim_places: NDArray[Any]
    table_places: NDArray[Any]
    weight_places: int
    scale: int

    def __getitem__(self, chosen: Bools | Ints) -> Claims:
        return attrs.evolve(
            self,
            rows=self.rows[chosen],
            half=self.half[chosen],
            target_half=self.target_half[chosen],
            known=self.known[chosen],
            claim=self.claim[chosen],
            claim_places=self.claim_places[chosen],
            table_places=self.table_places[chosen],
        )

    def claimed(self, places: int) -> tuple[NDArray[Any], Bools]:
        """Return the claims in units of *places*, and where they are whole."""
        if places >= self.scale:
            return self.claim * 10 ** (places - self.scale), np.ones(len(self.claim), dtype=np.bool_)
        unit = 10 ** (self.scale - places)
        return self.claim // unit, (self.claim % unit == 0)

    def printed(self, top: NDArray[Any], bottom: NDArray[Any], places: int, mode: Rounding) -> NDArray[Any]:
        """Return the scores of shares as they are printed to *places*."""
        up, down = 10 ** max(places - self.weight_places, 0), 10 ** max(self.weight_places - places, 0)
        return rounded_quotient(self.rows.weight * top * up, bottom * down, mode)


def judged(claims: Claims, rules: RuleSet) -> tuple[Codes, Codes]:
    """Return the kind of verdict on each claim, and the convention that explains it.

    The order of the questions is that of :mod:`perfscore.checks`.
    """
    size = len(claims.claim)
    kinds = np.full(size, CODES[VerdictKind.INCONSISTENT], dtype=np.int8)
    conventions = np.full(size, NO_CONVENTION, dtype=np.int8)
    status, actual = status_of(claims.rows, rules)
    inside = ~_outside(claims, rules)
    scored = (status == Status.SCORED) & claims.known
    kinds[inside & ~scored] = CODES[VerdictKind.OPEN]
    # A line without points can claim none, and 0 is all that is left of the claim here.
    weightless = claims.rows.weight == 0
    kinds[inside & scored & weightless] = CODES[VerdictKind.CONSISTENT]
    conventions[inside & scored & weightless] = 0
    left = np.flatnonzero(inside & scored & ~weightless)
    # A negative figure that the rule set counts as 0 is taken for 0 and nothing near it.
    half = np.where(claims.rows.actual < 0, 0, claims.half)
    claims = attrs.evolve(claims, rows=attrs.evolve(claims.rows, actual=actual), half=half)[left]
    for index in range(-1, len(rules.conventions)):
        explained = _follows(claims, rules, index)
        kinds[left[explained]] = CODES[_KIND_BY_INDEX.get(index, VerdictKind.BY_CONVENTION)]
        conventions[left[explained]] = max(index, 0)
        claims, left = claims[~explained], left[~explained]
    return kinds, conventions


_FACE = -1
_KIND_BY_INDEX = {_FACE: VerdictKind.CONSISTENT, 0: VerdictKind.BY_ROUNDING}


def _outside(claims: Claims, rules: RuleSet) -> Bools:
    """Return the claims below 0, or above the weight and not printed for it."""
    one = np.ones_like(claims.claim)
    common = max(claims.scale, claims.weight_places)
    claim = claims.claim * 10 ** (common - claims.scale)
    above: Bools = claim > claims.rows.weight * 10 ** (common - claims.weight_places)
    above &= ~_prints(claims, one, rules.score_places, rules)
    for places in np.unique(claims.table_places[above]).tolist():
        above &= ~(_prints(claims, one, places, rules) & (claims.table_places == places))
    above |= claims.claim < 0
    return above


def _prints(claims: Claims, one: NDArray[Any], places: int, rules: RuleSet) -> Bools:
    wanted, whole = claims.claimed(places)
    # Quotients are rounded from 0 up only; what a negative weight admits is not asked here.
    weight = np.maximum(claims.rows.weight, 0)
    claims = attrs.evolve(claims, rows=attrs.evolve(claims.rows, weight=weight))
    whole &= claims.printed(one, one, places, rules.rounding) == wanted
    return whole


def _follows(claims: Claims, rules: RuleSet, index: int) -> Bools:
    """Return which claims follow under a convention; under the rule from the face values first."""
    places = rules.score_places
    if index == _FACE:
        wanted, whole = claims.claimed(places)
        whole &= claims.printed(*shares(claims.rows, rules), places, rules.rounding) == wanted
        return whole
    convention = rules.conventions[index]
    explained = np.zeros(len(claims.claim), dtype=np.bool_)
    if convention.printed_rate:
        return explained  # an indicator prints no rate
    if convention.score_places == "rule":
        return _explains(claims, rules, convention, places)
    of_table = np.maximum(claims.table_places, claims.claim_places)
    for places in np.unique(of_table).tolist():
        # A table that prints the rule's own places follows the rule, which has been tried.
        chosen = (of_table == places) & (claims.table_places != rules.score_places)
        explained[chosen] = _explains(claims[chosen], rules, convention, places)
    return explained


def _explains(claims: Claims, rules: RuleSet, convention: Convention, places: int) -> Bools:
    wanted, whole = claims.claimed(places)
    ask = _by_scores if convention.rate_places is None else _by_rates
    found = whole & ask(claims, rules, convention, places, wanted)
    for formula, chosen in _by_formula(claims, rules):
        if not terms_of(formula).keeps_order:
            # A zero target is a fact, whatever the formula.
            for row in np.flatnonzero(whole & chosen & (claims.rows.target != 0)).tolist():
                found[row] = _row_explains(claims, row, formula, convention, places)
    return found


def _by_scores(
    claims: Claims, rules: RuleSet, convention: Convention, places: int, wanted: NDArray[Any]
) -> Bools:
    """Return where *wanted* lies between the scores that are printed for the ends of the cells."""
    mode = convention.score_rounding
    ends = [claims.printed(*shares(rows, rules), places, mode) for rows in _ends(claims)]
    low, high = _in_order(*ends)
    found: Bools = (low <= wanted) & (wanted <= high)
    return found


def _by_rates(
    claims: Claims, rules: RuleSet, convention: Convention, places: int, wanted: NDArray[Any]
) -> Bools:
    """Return where one of the rounded rates of the cells prints *wanted*.

    The rates that print a claim lie around the one that earns it exactly on a line of the formula. So of
    all rates that the cells admit one of its two neighbours prints the claim, or the end of the cells that
    lies nearest to them, or none does. A formula without a line pays each rate as the lowest.
    """
    assert convention.rate_places is not None  # the caller has asked
    unit, mode = 10 ** (convention.rate_places + PER_CENT), convention.rate_rounding
    found = np.zeros(len(wanted), dtype=np.bool_)
    ends = _ends(claims)
    for formula, chosen in _by_formula(claims, rules):
        terms, some = terms_of(formula), claims[chosen]
        low, high = _in_order(*(_rounded_rates(terms, rows[chosen], unit, mode) for rows in ends))
        for near in tuple(_exact_rates(terms, some, wanted[chosen], places, unit)) or (low,):
            rate = np.minimum(np.maximum(near, low), high)
            share = of_zero_targets(some.rows, *earned(terms, rate, np.full_like(rate, unit)))
            found[chosen] |= some.printed(*share, places, convention.score_rounding) == wanted[chosen]
    return found


def _by_formula(claims: Claims, rules: RuleSet) -> tuple[tuple[Formula, Bools], ...]:
    """Return the two formulas with the rows that each of them scores."""
    negative = claims.rows.negative
    return (rules.positive, ~negative), (rules.negative, negative)


def _ends(claims: Claims) -> tuple[Rows, Rows]:
    """Return the cells at the lowest and at the highest ratio that they stand for."""
    rows = claims.rows
    # A zero target earns by what is printed: full or nothing, whatever the places.
    half, other = (np.where(rows.target == 0, 0, part) for part in (claims.half, claims.target_half))
    # The lowest actual value of the highest target, and the reverse.
    return (
        attrs.evolve(rows, actual=np.maximum(rows.actual - half, 0), target=rows.target + other),
        attrs.evolve(rows, actual=rows.actual + half, target=rows.target - other),
    )


def _rounded_rates(terms: Terms, rows: Rows, unit: int, mode: Rounding) -> NDArray[Any]:
    """Return the rates rounded to whole units; those beyond the last line all earn the same."""
    top, bottom = rates(terms, rows)
    rounded: NDArray[Any] = np.minimum(rounded_quotient(top * unit, bottom, mode), terms.beyond * unit)
    return rounded


def _exact_rates(
    terms: Terms, claims: Claims, wanted: NDArray[Any], places: int, unit: int
) -> Iterator[NDArray[Any]]:
    """Yield for each line the whole units beside the rate that earns *wanted* exactly."""
    up, down = 10 ** max(claims.weight_places - places, 0), 10 ** max(places - claims.weight_places, 0)
    weight = claims.rows.weight * down
    for piece in terms.pieces:
        if piece.slope:
            below = unit * (wanted * up * piece.bottom - piece.intercept * weight) // (piece.slope * weight)
            yield below
            yield below + 1


def _row_explains(claims: Claims, row: int, formula: Formula, convention: Convention, places: int) -> bool:
    """Whether a convention prints the claim of one row, in exact rationals."""
    low, high = _ends(claims[np.array([row])])
    ratios = Interval(
        Fraction(int(low.actual[0]), int(low.target[0])), Fraction(int(high.actual[0]), int(high.target[0]))
    )
    weight = int(claims.rows.weight[row]) / Fraction(10) ** claims.weight_places
    explaining = explaining_ratios(
        int(claims.claim[row]) / Fraction(10) ** claims.scale,
        formula=formula,
        shares=lambda scores: scores.scaled(1 / weight),
        convention=convention,
        places=places,
    )
    return any((part & ratios) is not None for part in explaining)


def _in_order(one: NDArray[Any], other: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    return np.minimum(one, other), np.maximum(one, other)
