"""One way to hold a claimed figure against what is admitted.

A figure may have come about in several ways: under the rule itself, under a convention that people
follow, by each reading of a cell. A claim holds if one of them explains it: a union, never a hull.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

import attrs

from perfscore.findings import Message, VerdictKind
from perfscore.intervals import Interval, Rounding, nearest_printed, rounded, unit_of
from perfscore.verdicts._witness import Witness

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.rules import Convention
    from perfscore.verdicts._verdict import Verdict

_ONE = Fraction(1)


class Way(Protocol):
    """A way in which a figure may have come about.

    Examples
    --------
    A rate of 42 % of 42.9 %: rounded it is one point off, cut off it follows.

    >>> from perfscore.figures import Role, parse_figure
    >>> from perfscore.verdicts import rate_ways
    >>> rate, ratio = parse_figure("42%", role=Role.RATE).quantity, Fraction(429, 1000)
    >>> rounded_, _, cut = rate_ways(rate, Interval.point(ratio), ratio)
    >>> rounded_.named, rounded_.stands_for, rounded_.off_by(), rounded_.at_least()
    (None, [83/200, 17/40), Fraction(1, 100), Fraction(1, 100))
    >>> cut.explain()[0].slug
    'consistent-under-another-convention'
    """

    @property
    def named(self) -> Convention | Message | None:
        """What is followed; None for the rule itself."""

    @property
    def stands_for(self) -> Interval | None:
        """The exact values that the claim stands for in this way, where they are to be told."""

    def explain(self) -> tuple[VerdictKind, Witness] | None:
        """Return the kind of verdict and values that print the claim; None if nothing does."""

    def off_by(self) -> Fraction:
        """Return how far the claim lies from what the face values print."""

    def at_least(self) -> Fraction:
        """Return how far the claim lies from the nearest figure that could be printed."""


@attrs.frozen(kw_only=True)
class Admitted:
    """A way in which the exact values that are admitted are known as sets.

    Parameters
    ----------
    claim
        The claimed figure as this way reads it.
    values
        The exact values that follow from the other cells: a union of intervals.
    stands_for
        The exact values that the claim stands for; None if nothing is printed as the claim.
    face
        What follows from the face values; None where there is a choice.
    places, mode
        How a value is printed; of mode None only values of so many decimals are possible.
    scale
        What one printed unit is worth: 10,000 for 万元.
    named
        What is followed; None for the rule itself.
    kind
        What is said of a claim that it explains. None: consistent, or of face values that print another
        figure, only by rounding.
    prefer
        The value that a witness should have; None for the face value.

    Examples
    --------
    >>> parts = Admitted(
    ...     claim=Fraction("17.5"),
    ...     values=(Interval(Fraction("17.485"), Fraction("17.495")),),
    ...     stands_for=Interval(Fraction("17.45"), Fraction("17.55")),
    ...     face=Fraction("17.49"),
    ...     places=1,
    ... )
    >>> parts.explain()[0].slug
    'consistent'
    >>> more = attrs.evolve(parts, claim=Fraction("17.7"), stands_for=None)
    >>> more.explain(), more.off_by(), more.at_least()
    (None, Fraction(1, 5), Fraction(1, 5))
    """

    claim: Fraction
    values: tuple[Interval, ...]
    stands_for: Interval | None
    face: Fraction | None = None
    places: int
    mode: Rounding | None = Rounding.HALF_UP
    scale: Fraction = _ONE
    named: Convention | Message | None = None
    kind: VerdictKind | None = None
    prefer: Fraction | None = None

    def explain(self) -> tuple[VerdictKind, Witness] | None:
        """Return the kind of verdict and a value that prints the claim; None if none does."""
        if self.stands_for is None:
            return None
        for values in self.values:
            meet = values & self.stands_for
            if meet is not None:
                preferred = self.face if self.prefer is None else self.prefer
                return self._kind(), Witness(exact=meet.pick(preferred), printed=self.claim)
        return None

    def _kind(self) -> VerdictKind:
        if self.kind is not None:
            return self.kind
        if self.named is not None:
            return VerdictKind.BY_CONVENTION
        assert self.stands_for is not None  # it explains a claim
        by_face = self.face is None or self.face in self.stands_for
        return VerdictKind.CONSISTENT if by_face else VerdictKind.BY_ROUNDING

    def off_by(self) -> Fraction:
        """Return how far the claim lies from what the face value prints; without one as :meth:`at_least`."""
        if self.face is None:
            return self.at_least()
        face = self.face / self.scale
        printed = face if self.mode is None else rounded(face, self.places, self.mode)
        return abs(printed * self.scale - self.claim)

    def at_least(self) -> Fraction:
        """Return how far the claim lies from the nearest figure that these values print.

        Two printed figures that differ, differ by one unit of their last place at least.
        """
        wanted, unit = self.claim / self.scale, unit_of(self.places)
        distances = [abs(self._nearest(values, wanted) - wanted) for values in self.values]
        return max(min(distances), unit) * self.scale

    def _nearest(self, values: Interval, wanted: Fraction) -> Fraction:
        printed = values.scaled(1 / self.scale)
        if self.mode is not None:
            return nearest_printed(wanted, printed, self.places, self.mode)
        low, high = printed.lower, printed.upper
        unit = unit_of(self.places)
        if low is not None and wanted <= low:
            return low if printed.lower_closed else low + unit
        if high is not None and wanted >= high:
            return high if printed.upper_closed else high - unit
        return wanted


def hold(base: Verdict, ways: Iterable[Way]) -> Verdict:
    """Hold a claim against the ways in which it may have come about; the first that explains it decides.

    Parameters
    ----------
    base
        The verdict as far as it is known: which figure, and where.
    ways
        The ways, that of the rule itself first; at least one.

    Returns
    -------
    Verdict
        *base* with its kind and a witness; or, inconsistent, with the two distances: how far off the
        claim is under the rule, and how far at least, under the nearest way, which is named.

    Examples
    --------
    The lines of a table add to 93 and the total is claimed as 94; of the unrounded scores it is nearer:

    >>> from perfscore.findings import Location
    >>> from perfscore.verdicts import Subject, Verdict
    >>> base = Verdict(subject=Subject.TOTAL, kind=VerdictKind.OPEN, location=Location(table="T"))
    >>> def way(value, named):
    ...     values, claim = (Interval.point(Fraction(value)),), Fraction(94)
    ...     return Admitted(
    ...         claim=claim, values=values, stands_for=Interval.point(claim), places=2, named=named
    ...     )
    >>> unrounded = Message.of("convention.sum-of-unrounded")
    >>> verdict = hold(base, [way("93", None), way("93.48", unrounded)])
    >>> verdict.kind.slug, verdict.off_by, verdict.gap, verdict.nearest.key
    ('inconsistent', Fraction(1, 1), Fraction(13, 25), 'convention.sum-of-unrounded')
    """
    tried: list[Way] = []
    for way in ways:
        found = way.explain()
        if found is None:
            tried.append(way)
            continue
        kind, witness = found
        return attrs.evolve(
            base,
            kind=kind,
            convention=way.named,
            witness=witness,
            claimed_set=base.claimed_set or (None if kind is VerdictKind.CONSISTENT else way.stands_for),
        )
    rule = tried[0]
    nearest = min(tried, key=lambda way: way.at_least())
    return attrs.evolve(
        base,
        kind=VerdictKind.INCONSISTENT,
        off_by=rule.off_by(),
        gap=nearest.at_least(),
        nearest=nearest.named,
        claimed_set=base.claimed_set or rule.stands_for,
    )
