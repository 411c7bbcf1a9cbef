"""What a printed rate can stand for, in each of the ways in which people round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.findings import Message
from perfscore.intervals import Interval, Rounding, printing
from perfscore.verdicts._hold import Admitted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from perfscore.figures import Quantity

_PER_CENT = 2
MODES = (
    (Rounding.HALF_UP, None),
    (Rounding.HALF_EVEN, Message.of("convention.rate-half-even")),
    (Rounding.TRUNCATE, Message.of("convention.rate-truncated")),
)
"""The ways of rounding a rate, each with its name; the first is the usual one."""


def claimed_rates(rate: Quantity) -> Iterator[tuple[Fraction, int]]:
    """Yield the rate as a fraction of one, with the decimals that it then prints.

    A rate without a sign may be a per cent whose sign stands in the column's header; of another unit
    there is none.

    Examples
    --------
    >>> from perfscore.figures import Role, parse_figure
    >>> list(claimed_rates(parse_figure("95.3", role=Role.RATE).quantity))
    [(Fraction(953, 1000), 3), (Fraction(953, 10), 1)]
    """
    if rate.unit.text == "‰":
        yield rate.value, rate.places + _PER_CENT + 1
    elif rate.unit.is_rate:
        yield rate.value, rate.places + _PER_CENT
    elif not rate.unit.text:
        yield rate.value / 100, rate.places + _PER_CENT
        yield rate.value, rate.places


def rate_ways(rate: Quantity, ratios: Interval, face: Fraction | None) -> Iterator[Admitted]:
    """Yield the ways in which a printed rate may follow from two figures, the usual one first.

    Parameters
    ----------
    rate
        The printed rate.
    ratios
        The quotients that the two figures can stand for.
    face
        The quotient of their face values.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.figures import Role, parse_figure
    >>> rate, ratio = parse_figure("95.3%", role=Role.RATE).quantity, Fraction(95319, 100000)
    >>> [way.explain() is not None for way in rate_ways(rate, Interval.point(ratio), ratio)]
    [True, True, True]
    """
    for mode, named in MODES:
        for value, places in claimed_rates(rate):
            yield Admitted(
                claim=value,
                values=(ratios,),
                stands_for=printing(value, places, mode),
                face=face,
                places=places,
                mode=mode,
                named=named,
            )
