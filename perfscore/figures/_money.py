"""Money: amounts in 元, whether the unit stands in the cell or in the header of its column."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from perfscore.figures._cells import parse_figure
from perfscore.figures._types import Role

if TYPE_CHECKING:
    from perfscore.figures._types import Quantity, Unit

_BASE = "元"


def unit_of_header(text: str) -> Unit | None:
    """Return the unit that a header such as 万元 names; None if it is no unit.

    Examples
    --------
    >>> unit_of_header("万元").scale
    Fraction(10000, 1)
    """
    quantity = parse_figure(f"1{text}", role=Role.MONEY).quantity
    return None if quantity is None else quantity.unit


def yuan_in_one(quantity: Quantity, header: str) -> Fraction | None:
    """Return how many 元 one of what *quantity* counts is; None if it is no money.

    Parameters
    ----------
    quantity
        The amount; its own unit goes before that of the header.
    header
        The unit in the header of its column or table.

    Examples
    --------
    >>> from perfscore.figures import Role, parse_figure
    >>> bare, own = (parse_figure(text, role=Role.MONEY).quantity for text in ("1,438.09", "500万元"))
    >>> yuan_in_one(bare, "万元"), yuan_in_one(own, "亿元"), yuan_in_one(own, "户")
    (Fraction(10000, 1), Fraction(1, 1), Fraction(1, 1))
    """
    if quantity.unit.text:
        # The value of a figure with a unit is in units of the base already.
        return Fraction(1) if quantity.unit.base == _BASE else None
    unit = unit_of_header(header)
    return unit.scale if unit is not None and unit.base == _BASE else None
