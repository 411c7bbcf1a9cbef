"""The weights under which the claimed score of one line follows from its cells.

A weight that is not printed has no more decimals than the scores and weights of its table: so the
possible weights are whole steps of its last place, and a set of them is a list of runs of steps.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.lines._explain import explain
from perfscore.checks.lines._line import Line, cells_of, word_shares
from perfscore.findings import VerdictKind
from perfscore.intervals import unit_of
from perfscore.scoring import ByBand, LeftOpen, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.checks.lines._context import Context
    from perfscore.intervals import Interval

Runs = tuple[tuple[int, int], ...]
"""Whole steps from the first to the last of each pair, both included."""

_PER_CENT = Fraction(1, 100)
_TRIED = 400
"""The most weights that are tried one by one; beyond, a line restricts nothing."""


def possible_weights(line: Line, context: Context, *, places: int, most: int) -> Runs:
    """Return the weights, in steps of *places* decimals, that explain the claim of *line*.

    Parameters
    ----------
    line
        A line that claims points.
    context
        Its table.
    places
        Decimals of a step.
    most
        The largest weight that is possible, in steps.
    """
    claim, step = line.claim, unit_of(places)
    assert claim is not None  # the caller has asked
    if claim < 0:
        return ()
    lowest = max(1, ceil(claim / step))
    basis = line.score.basis
    if isinstance(basis, LeftOpen):
        return _run(lowest, most)
    words = basis.shares if isinstance(basis, ByBand) else word_shares(line, context.rules)
    if words is not None:
        return _of_band(words, claim / step, most)
    shares = basis.admitted
    if shares.is_point and shares.lower == 1:
        # Met in full: the score is the weight, for neither has more places than a step.
        return _run(lowest, lowest) if claim / step == lowest and lowest <= most else ()
    return _tried(line, context, _candidates(claim, shares, step, context, most), step)


def _run(first: int, last: int) -> Runs:
    return ((first, last),) if first <= last else ()


def _of_band(shares: Interval, claimed: Fraction, most: int) -> Runs:
    """A score decided within its band: the weights in whose band it lies, edges included."""
    assert shares.lower is not None
    assert shares.upper is not None
    last = most if shares.lower == 0 else min(most, floor(claimed / shares.lower))
    return _run(max(1, ceil(claimed / shares.upper)), last)


def _candidates(claim: Fraction, shares: Interval, step: Fraction, context: Context, most: int) -> Runs:
    """Return the run outside which no weight can explain the claim, however it was rounded.

    A score is rounded by less than one of its last places, a rate by less than one per cent.
    """
    assert shares.lower is not None  # shares lie between 0 and 1
    assert shares.upper is not None
    if shares.upper == 0:
        return _run(1, most) if claim == 0 else ()
    unit = unit_of(min(context.places, context.rules.score_places))
    least, largest = shares.lower - _PER_CENT, shares.upper + _PER_CENT
    first = max(1, ceil(claim / step), ceil((claim - unit) / largest / step))
    last = most if least <= 0 else min(most, floor((claim + unit) / least / step))
    return _run(first, last)


def _tried(line: Line, context: Context, candidates: Runs, step: Fraction) -> Runs:
    """Keep the candidates under which the claim follows; too many are kept as they are."""
    if any(last - first >= _TRIED for first, last in candidates):
        return candidates
    return runs_of(
        steps
        for first, last in candidates
        for steps in range(first, last + 1)
        if follows(line, context, steps * step) is not None
    )


def runs_of(steps: Iterable[int]) -> Runs:
    """Return rising numbers of steps as runs.

    Examples
    --------
    >>> runs_of([3, 4, 5, 9])
    ((3, 5), (9, 9))
    """
    found: list[tuple[int, int]] = []
    for step in steps:
        if found and found[-1][1] == step - 1:
            found[-1] = (found[-1][0], step)
        else:
            found.append((step, step))
    return tuple(found)


def follows(line: Line, context: Context, weight: Fraction) -> VerdictKind | None:
    """Return how the claim of a ratio line follows under *weight*; None if it does not."""
    claim = line.claim
    assert claim is not None  # the caller has asked
    explanation = explain(
        claim,
        cells_of(line, weight),
        rules=context.rules,
        claim_places=places_of(line.claimed),
        table_places=context.places,
    )
    return None if explanation.kind is VerdictKind.INCONSISTENT else explanation.kind


@attrs.frozen
class Sums:
    """The sums that sets of weights can have, up to a limit: bit n is set if they can add to n."""

    bits: int
    most: int

    @classmethod
    def of(cls, sets: tuple[Runs, ...], most: int) -> Sums:
        """Return the sums of one weight from each set."""
        bits, mask = 1, (1 << (most + 1)) - 1
        for runs in sets:
            added = 0
            for first, last in runs:
                added |= _smeared(bits << first, last - first + 1) & mask
            bits = added
        return cls(bits, most)

    def __contains__(self, steps: int) -> bool:
        return 0 <= steps <= self.most and bool(self.bits >> steps & 1)

    def nearest(self, steps: int) -> int | None:
        """Return the sum next to *steps*; None if there is no sum."""
        below = self.bits & ((1 << (steps + 1)) - 1)
        above = self.bits >> steps
        options = []
        if below:
            options.append(below.bit_length() - 1)
        if above:
            options.append(steps + (above & -above).bit_length() - 1)
        return min(options, key=lambda option: abs(option - steps), default=None)

    def ends(self) -> tuple[int, int] | None:
        """Return the lowest and the highest sum; None if there is no sum."""
        if not self.bits:
            return None
        return (self.bits & -self.bits).bit_length() - 1, self.bits.bit_length() - 1


def _smeared(bits: int, width: int) -> int:
    """Return *bits* together with each of its shifts by less than *width*."""
    done = 1
    while done < width:
        shift = min(done, width - done)
        bits |= bits << shift
        done += shift
    return bits
