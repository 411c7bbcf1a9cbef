"""The share of the claims that could be printed which a kind of slip would explain."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import attrs

from perfscore.intervals import rounded, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.intervals import Interval

Kind = TypeVar("Kind")


@attrs.frozen
class Grid:
    """The claims that could be printed: from 0 to *most*, in steps of one unit of *places* decimals.

    Examples
    --------
    >>> Grid(Fraction(20), 2).share(5)
    Fraction(5, 2001)
    """

    most: Fraction
    places: int

    @property
    def size(self) -> Fraction:
        """How many claims there are."""
        return self.most // unit_of(self.places) + Fraction(1)

    def share(self, count: Fraction | int) -> Fraction:
        """Return the share of the claims that *count* of them are, at most 1."""
        return min(Fraction(1), count / self.size)

    def shares(self, predicted: Iterable[tuple[Kind, Interval]]) -> dict[Kind, Fraction]:
        """Return for each kind the share of the claims that are one of its predicted scores as printed.

        Scores that several slips of a kind predict are counted once, a span of scores with all of its steps.
        """
        points: dict[Kind, set[Fraction]] = defaultdict(set)
        spans: dict[Kind, Fraction] = defaultdict(Fraction)
        for kind, scores in predicted:
            assert scores.lower is not None  # scores lie between 0 and the weight
            assert scores.upper is not None
            low = rounded(scores.lower, self.places)
            high = low if scores.is_point else rounded(scores.upper, self.places)
            if low == high:
                points[kind].add(low)
            else:
                spans[kind] += (high - low) / unit_of(self.places) + 1
        kinds = points.keys() | spans.keys()
        return {kind: self.share(len(points[kind]) + spans[kind]) for kind in kinds}


RATES = Grid(Fraction(100), 2)
"""The rates that could be printed: 0.00 % to 100.00 %."""
