"""The weights under which the claimed score of one line follows from its cells.

A weight that is not printed has no more decimals than the scores and weights of its table: so the
possible weights are whole steps of its last place, and a set of them is a list of runs of steps.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.lines._explain import score_ways
from perfscore.checks.lines._line import Line, cells_of, word_shares
from perfscore.intervals import Interval, printing, unit_of
from perfscore.scoring import ByBand, LeftOpen, Worth, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Runs = tuple[tuple[int, int], ...]
"""Whole steps from the first to the last of each pair, both included; rising, none next to another."""

_ANY = Worth(Fraction(1))
"""A weight under which the shares of a line are asked: they are the same under every weight."""


def possible_weights(line: Line, *, places: int, most: int) -> Runs:
    """Return the weights, in steps of *places* decimals, that explain the claim of *line*.

    Parameters
    ----------
    line
        A line that claims points.
    places
        Decimals of a step.
    most
        The largest weight that is possible, in steps.
    """
    claim, step = line.claim, unit_of(places)
    assert claim is not None  # the caller has asked
    if claim < 0:
        return ()
    # A line does not claim more than its weight.
    lowest = max(1, ceil(claim / step))
    basis = line.score.basis
    if isinstance(basis, LeftOpen):
        return joined([(lowest, most)])
    words = basis.shares if isinstance(basis, ByBand) else word_shares(line)
    shares = basis.admitted
    found: Iterable[Interval]
    if words is not None:
        # A score decided within its band, edges included.
        found = _ANY.weights(Interval.point(claim), Interval(words.lower, words.upper))
    elif shares.is_point and shares.lower == 1:
        # Met in full: nothing is rounded, for neither score nor weight has more places than a step.
        found = _ANY.weights(Interval.point(claim), shares)
    else:
        found = _weights(line, claim)
    return joined(
        (max(first, lowest), min(last, most))
        for weights in found
        for first, last in [_steps(weights, step, most)]
    )


def _weights(line: Line, claim: Fraction) -> Iterator[Interval]:
    """Yield the weights under which each convention prints *claim*: its exact scores by the shares."""
    cells = cells_of(line, _ANY)
    ways = score_ways(
        claim,
        cells,
        rules=line.rules,
        claim_places=places_of(line.claimed),
        table_places=line.table_places,
    )
    for way in ways:
        scores = printing(claim, way.places, way.convention.score_rounding)
        if scores is None:
            continue
        for shares in cells.formula.shares(way.ratios, rate=way.convention.rate):
            yield from cells.worth.weights(scores, shares)


def _steps(weights: Interval, step: Fraction, most: int) -> tuple[int, int]:
    """Return the first and the last whole step in a set of weights."""
    assert weights.lower is not None  # no weight is negative
    first = ceil(weights.lower / step)
    if first * step not in weights:
        first += 1
    if weights.upper is None:
        return first, most
    last = floor(weights.upper / step)
    return first, last if last * step in weights else last - 1


def joined(runs: Iterable[tuple[int, int]]) -> Runs:
    """Return runs in any order as rising ones that do not touch; empty ones are left out.

    Examples
    --------
    >>> joined([(9, 9), (3, 4), (5, 5), (8, 7)])
    ((3, 5), (9, 9))
    """
    found: list[tuple[int, int]] = []
    for first, last in sorted(run for run in runs if run[0] <= run[1]):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


@attrs.frozen
class WeightSums:
    """The sums that sets of weights can have: bit n is set if they can add to n, up to a limit.

    Parameters
    ----------
    bits
        The sums up to *most*.
    most
        The limit.
    least, largest
        The lowest and the highest sum of all; None where one of the sets is empty.
    """

    bits: int
    most: int
    least: int | None
    largest: int | None

    @classmethod
    def of(cls, sets: tuple[Runs, ...], most: int) -> WeightSums:
        """Return the sums of one weight from each set."""
        bits, mask = 1, (1 << (most + 1)) - 1
        for runs in sets:
            added = 0
            for first, last in runs:
                if first <= most:
                    added |= _smeared(bits << first, min(last, most) - first + 1) & mask
            bits = added
        if not all(sets):
            return cls(bits, most, None, None)
        least = sum(min(first for first, _ in runs) for runs in sets)
        largest = sum(max(last for _, last in runs) for runs in sets)
        return cls(bits, most, least, largest)

    def __contains__(self, steps: int) -> bool:
        return 0 <= steps <= self.most and bool(self.bits >> steps & 1)

    def nearest(self, steps: int) -> int | None:
        """Return the sum next to *steps*, of two the lower; None if there is no sum.

        *steps* is at most half of the limit, so that no sum beyond the limit is nearer than one below.
        """
        below = self.bits & ((1 << (steps + 1)) - 1)
        above = self.bits >> steps
        options = [] if self.least is None else [self.least]
        if below:
            options.append(below.bit_length() - 1)
        if above:
            options.append(steps + (above & -above).bit_length() - 1)
        return min(options, key=lambda option: (abs(option - steps), option), default=None)


def _smeared(bits: int, width: int) -> int:
    """Return *bits* together with each of its shifts by less than *width*."""
    done = 1
    while done < width:
        shift = min(done, width - done)
        bits |= bits << shift
        done += shift
    return bits
