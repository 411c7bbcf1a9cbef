"""What a printed rate can stand for, in each of the ways in which people round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.intervals import Interval, Rounding, printing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from perfscore.figures import Quantity

_PER_CENT = 2
MODES = (
    (Rounding.HALF_UP, None),
    (Rounding.HALF_EVEN, "convention.rate-half-even"),
    (Rounding.TRUNCATE, "convention.rate-truncated"),
)
"""The ways of rounding a rate with the convention that names each; the first is the usual one."""


def readings(rate: Quantity) -> Iterator[tuple[Fraction, int]]:
    """Yield the rate as a fraction of one, with the decimals that it then prints.

    A rate without a sign may be a per cent whose sign stands in the column's header.

    Examples
    --------
    >>> from perfscore.figures import Role, parse_figure
    >>> list(readings(parse_figure("95.3", role=Role.RATE).quantity))
    [(Fraction(953, 1000), 3), (Fraction(953, 10), 1)]
    """
    if rate.unit.text == "‰":
        yield rate.value, rate.places + _PER_CENT + 1
    elif rate.unit.is_rate:
        yield rate.value, rate.places + _PER_CENT
    elif not rate.unit.text:
        yield rate.value / 100, rate.places + _PER_CENT
        yield rate.value, rate.places


def stated_sets(rate: Quantity) -> Iterator[tuple[Fraction, Interval, str | None]]:
    """Yield the rate's value with a set that it can stand for and its convention, the usual one first.

    Examples
    --------
    >>> from perfscore.figures import Role, parse_figure
    >>> rate = parse_figure("95.3%", role=Role.RATE).quantity
    >>> [(stands_for, convention) for _, stands_for, convention in stated_sets(rate)][0]
    ([381/400, 1907/2000), None)
    """
    for mode, convention in MODES:
        for value, places in readings(rate):
            stands_for = printing(value, places, mode)
            assert stands_for is not None  # a rate has the places that it prints
            yield value, stands_for, convention


def around(value: Fraction, places: int) -> Interval:
    """Return everything that prints as *value* in any way of rounding.

    Examples
    --------
    >>> from fractions import Fraction
    >>> around(Fraction("0.95"), 2)
    [189/200, 24/25]
    """
    sets = [printing(value, places, mode) for mode, _ in MODES]
    ends = [(item.lower, item.upper) for item in sets if item is not None]
    return Interval(
        min(low for low, _ in ends if low is not None), max(up for _, up in ends if up is not None)
    )
