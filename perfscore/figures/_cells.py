"""Reading one cell: a target, an actual value, or a cell that should hold one number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import isfinite
from numbers import Integral

import attrs

from perfscore._arguments import check_text
from perfscore.errors import InputError
from perfscore.figures._grammar import MAX_CELL, Reading, read
from perfscore.figures._normalise import normalised
from perfscore.figures._quantities import quantity_of
from perfscore.figures._types import (
    Actual,
    ActualKind,
    Bounds,
    Figure,
    Precision,
    Quantity,
    Role,
    Target,
    TargetKind,
)

Printable = str | int | float | Decimal | Fraction
"""What a cell may be given as."""

_BRACKETS = ("(", ")")


def parse_target(value: Printable) -> Target:
    """Read a target cell (年初目标值).

    Parameters
    ----------
    value
        The cell as printed; numbers are taken too.

    Returns
    -------
    Target
        Its figures are exact. A cell that is not understood is a wording.

    Raises
    ------
    InputError
        If *value* is of another type, or not finite.

    Examples
    --------
    >>> parse_target("≥22万人").quantity.value
    Fraction(220000, 1)
    >>> parse_target("10%以下").kind, parse_target("不超过合同金额").kind
    (<TargetKind.AT_MOST: 'at-most'>, <TargetKind.WORDING: 'wording'>)
    """
    text, is_float = as_text(value)
    reading = read(normalised(text), text, lambda _: Precision.ASSUMED if is_float else Precision.EXACT)
    return _target(text, reading)


def parse_actual(value: Printable) -> Actual:
    """Read an actual cell (实际完成值).

    Parameters
    ----------
    value
        The cell as printed; numbers are taken too.

    Returns
    -------
    Actual
        A whole number without multiplier and divisor is exact; any other is rounded at its last
        printed place; one that came as a float is of assumed precision. A cell that is not
        understood is a wording.

    Raises
    ------
    InputError
        If *value* is of another type, or not finite.

    Examples
    --------
    >>> parse_actual("29.26万人").quantity.possible
    [292550, 292650]
    >>> parse_actual("41人").quantity.possible
    {41}
    >>> parse_actual("城镇登记失业率2.51%").kind
    <ActualKind.WORDING: 'wording'>
    """
    text, is_float = as_text(value)
    reading = read(
        normalised(text), text, lambda number: Precision.ASSUMED if is_float else _precision(number)
    )
    return _actual(text, reading)


def parse_figure(value: Printable, *, role: Role) -> Figure:
    """Read a cell that should hold one number: a weight, a score, an amount, a rate.

    Parameters
    ----------
    value
        The cell as printed; numbers are taken too.
    role
        What it holds: weights are exact, the others rounded at their last printed place.

    Returns
    -------
    Figure
        Without a quantity where the cell is not one number; nothing is guessed. Whether its unit
        fits its role is for the caller to judge.

    Raises
    ------
    InputError
        If *value* is of another type, or not finite.

    Examples
    --------
    >>> parse_figure("99.69分", role=Role.SCORE).quantity.number
    Decimal('99.69')
    >>> parse_figure("约20", role=Role.SCORE).quantity is None
    True
    """
    text, is_float = as_text(value)
    plain = normalised(text) if len(text) <= MAX_CELL else ""
    if plain[:1] == _BRACKETS[0] and plain[-1:] == _BRACKETS[1]:
        plain = plain[1:-1]
    quantity = quantity_of(plain)
    # A column of figures is printed in digits; a lone 一百 there is a word.
    if quantity is None or not (quantity.unit.text or plain.isascii()):
        return Figure(text, None)
    precision = Precision.EXACT if role is Role.WEIGHT else Precision.ROUNDED
    return Figure(text, attrs.evolve(quantity, precision=Precision.ASSUMED if is_float else precision))


def as_text(value: object) -> tuple[str, bool]:
    """Return a cell's text and whether it came as a float.

    Raises
    ------
    InputError
        If *value* is of a type that no cell can be, or not finite.

    Examples
    --------
    >>> as_text(1e22), as_text(Decimal("1.50")), as_text(Fraction(41, 4))
    (('10000000000000000000000', True), ('1.50', False), ('10.25', False))
    """
    if isinstance(value, str):
        check_text("cell", value)
        return value, False
    if isinstance(value, bool) or not isinstance(value, (Integral, float, Decimal, Fraction)):
        raise InputError("cell", value, "text or a number", "give the cell as it is printed")
    if not _is_finite(value):
        raise InputError("cell", value, "a finite number", "leave the cell out if it is not printed")
    if isinstance(value, Integral):  # NumPy's integers too
        if abs(int(value)) >= _LARGEST:
            raise InputError("cell", value, "a number that a table can print")
        return str(int(value)), False
    if isinstance(value, Fraction):
        return _finite_decimal(value), False
    if isinstance(value, Decimal):
        if abs(value.adjusted()) > MAX_CELL:
            raise InputError("cell", value, "a number that a table can print")
        return f"{value:f}", False
    # NumPy's floats have a repr of their own. 20.0 is what a spreadsheet makes of a printed 20; no table
    # prints a negative zero.
    return f"{Decimal(float.__repr__(value + 0.0)):f}".removesuffix(".0"), True


def _is_finite(value: Integral | float | Decimal | Fraction) -> bool:
    if isinstance(value, float):
        return isfinite(value)
    return not isinstance(value, Decimal) or value.is_finite()


_LARGEST = 10**MAX_CELL


def _finite_decimal(value: Fraction) -> str:
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
        if places > _MOST_PLACES:
            raise InputError("cell", value, "a number with finitely many decimals")
    sign = "-" if value < 0 else ""
    digits = str(abs(value * 10**places).numerator).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


_MOST_PLACES = 30
"""Decimals after which a fraction, such as 1/3, is taken to have no end."""


def _precision(number: Quantity) -> Precision:
    """A count is exact; whatever has decimals, a multiplier, a divisor or a rate was rounded."""
    unit = number.unit
    counted = number.places == 0 and unit.scale == 1 and "/" not in unit.base
    return Precision.EXACT if counted else Precision.ROUNDED


def _target(text: str, reading: Reading) -> Target:
    return Target(
        text=text,
        kind=reading.kind,
        sign=reading.sign,
        quantity=reading.quantity,
        strict=reading.strict,
        bounds=reading.bounds,
        date=reading.date,
        parts=tuple(_target(piece, part) for piece, part in reading.parts),
    )


_ACTUAL_KINDS = {
    TargetKind.AT_LEAST: ActualKind.BOUND,
    TargetKind.AT_MOST: ActualKind.BOUND,
    TargetKind.EXACTLY: ActualKind.QUANTITY,
    TargetKind.BETWEEN: ActualKind.BETWEEN,
    TargetKind.ABOUT: ActualKind.ABOUT,
    TargetKind.BY_DATE: ActualKind.DATE,
    TargetKind.WORDING: ActualKind.WORDING,
    TargetKind.RELATIVE: ActualKind.WORDING,
    TargetKind.SEVERAL: ActualKind.SEVERAL,
    TargetKind.NONE: ActualKind.NONE,
    TargetKind.UNSET: ActualKind.UNSET,
}


def _actual(text: str, reading: Reading) -> Actual:
    kind = _ACTUAL_KINDS[reading.kind]
    quantity, bounds = reading.quantity, reading.bounds
    if kind is ActualKind.BOUND and quantity is not None:
        closed = not reading.strict
        if reading.kind is TargetKind.AT_LEAST:
            bounds = Bounds(lower=quantity, lower_closed=closed)
        else:
            bounds = Bounds(upper=quantity, upper_closed=closed)
        quantity = None
    return Actual(
        text=text,
        kind=kind,
        quantity=quantity,
        bounds=bounds,
        date=reading.date,
        parts=tuple(_actual(piece, part) for piece, part in reading.parts),
    )
