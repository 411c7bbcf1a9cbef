"""Whether figures in two units can be computed over: the one place that compares units."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.figures._types import Quantity, Unit


def same_unit(one: Unit, other: Unit, *, missing_is_same: bool = False) -> bool:
    """Whether figures in two units can be computed over: both count the same.

    Parameters
    ----------
    one, other
        The units; their multipliers may differ, 万人 and 人 are one.
    missing_is_same
        Whether a figure without a unit is in the unit of the other. It is so only where that unit says
        nothing of the size: 95 beside 95人 may be 95人; beside 95% or 22万人 it is another figure.

    Examples
    --------
    >>> from perfscore.figures._unit_notations import unit_of
    >>> same_unit(unit_of("万人"), unit_of("人")), same_unit(unit_of("人"), unit_of(""))
    (True, False)
    >>> [same_unit(unit_of(""), unit_of(text), missing_is_same=True) for text in ("人", "%", "万人")]
    [True, False, False]
    """
    if one.base == other.base:
        return True
    return missing_is_same and not (one.text and other.text) and one.scale == other.scale


def comparable(one: Quantity, other: Quantity, *, missing_is_same: bool = False) -> bool:
    """Whether two quantities can be computed over: the units do, or one is a plain 0.

    Parameters
    ----------
    one, other
        The quantities.
    missing_is_same
        As of :func:`same_unit`.

    Examples
    --------
    >>> from perfscore.figures import parse_actual, parse_target
    >>> wanted = parse_target("≤1‰").quantity
    >>> comparable(wanted, parse_actual("0").quantity), comparable(wanted, parse_actual("5人").quantity)
    (True, False)
    """
    return same_unit(one.unit, other.unit, missing_is_same=missing_is_same) or any(
        item.value == 0 and not item.unit.text for item in (one, other)
    )


def all_comparable(quantities: Iterable[Quantity]) -> bool:
    """Whether quantities can be added: each pair can be computed over.

    Examples
    --------
    >>> from perfscore.figures import parse_actual
    >>> def figures(*texts):
    ...     return [parse_actual(text).quantity for text in texts]
    >>> all_comparable(figures("1万元", "5元")), all_comparable(figures("1元", "5"))
    (True, False)
    """
    return all(comparable(one, other) for one, other in combinations(quantities, 2))


def comparable_by_year(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be compared where a year is understood: 3次/年 is 3次 of one year.

    Examples
    --------
    >>> from perfscore.figures import parse_actual
    >>> comparable_by_year(parse_actual("3次/年").quantity, parse_actual("2次").quantity)
    True
    """
    bases = (item.unit.base.removesuffix("/年") for item in (one, other))
    return comparable(one, other) or len(set(bases)) == 1
