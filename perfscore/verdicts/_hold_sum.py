"""A printed amount against the sum of its printed parts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.findings import VerdictKind
from perfscore.intervals import Interval, exact_sum, total
from perfscore.verdicts._hold import Admitted, hold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perfscore.verdicts._verdict import Verdict

Known = tuple[Fraction, Interval]
"""A figure's face value, and all values that its printed digits stand for."""


def hold_sum(
    base: Verdict,
    whole: Known,
    parts: Sequence[Known],
    *,
    places: int,
    scale: Fraction = Fraction(1),
    complete: bool = True,
) -> Verdict:
    """Hold an amount against the sum of its parts, each for all that its printed digits stand for.

    Parameters
    ----------
    base
        The verdict as far as it is known.
    whole, parts
        The amounts, in one unit.
    places, scale
        The decimals that the whole prints, and what one printed unit of it is worth.
    complete
        Whether the parts are all there are; otherwise the whole may be more.

    Examples
    --------
    17.5 is what 7.745 and 9.75 add to, to one decimal:

    >>> from perfscore.findings import Location, VerdictKind
    >>> from perfscore.verdicts import Subject, Verdict
    >>> base = Verdict(subject=Subject.STATED, kind=VerdictKind.OPEN, location=Location(table="T"))
    >>> def exactly(text):
    ...     return Fraction(text), Interval.point(Fraction(text))
    >>> whole = Fraction("17.5"), Interval(Fraction("17.45"), Fraction("17.55"))
    >>> hold_sum(base, whole, [exactly("7.745"), exactly("9.75")], places=1).kind.slug
    'consistent-only-by-rounding'
    """
    face, possible = whole
    added, sum_of_faces = total(values for _, values in parts), exact_sum([value for value, _ in parts])
    by_face = face == sum_of_faces if complete else face >= sum_of_faces
    admitted = added
    if not complete:
        admitted = Interval(added.lower, None, lower_closed=added.lower_closed, upper_closed=False)
    way = Admitted(
        claim=face,
        values=(admitted,),
        stands_for=possible,
        face=sum_of_faces,
        places=places,
        scale=scale,
        kind=VerdictKind.CONSISTENT if by_face else VerdictKind.BY_ROUNDING,
    )
    return hold(attrs.evolve(base, computed=added), (way,))
