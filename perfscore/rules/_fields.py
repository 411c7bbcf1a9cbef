"""What the fields of rules may hold; a value of another type is refused by its field's name."""

from __future__ import annotations

import datetime
import enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, get_args

import attrs

from perfscore._arguments import check_text
from perfscore.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfscore.intervals import Interval

    Validator = Callable[[Any, attrs.Attribute[Any], Any], None]

Certainty = Literal["primary", "practice", "recalled"]
"""How surely a clause is known: read in the text, known from what is done, recalled without the text."""
CERTAINTIES: tuple[str, ...] = get_args(Certainty)
"""From the surest to the least sure."""

MOST_DIGITS = 30
"""The most digits of a numerator or a denominator; no document has a number as long."""
_TOO_LARGE = 10**MOST_DIGITS
_PAIR = 2


def is_of(value: object, kind: type) -> bool:
    """Whether a value is of a type; a bool is no number here, and a point in time no date.

    Examples
    --------
    >>> is_of(2, int), is_of(True, int)
    (True, False)
    """
    return isinstance(value, kind) and (
        not isinstance(value, (bool, datetime.datetime)) or kind in (bool, datetime.datetime)
    )


def named(kind: type) -> str:
    """Return what errors call a type; an enumeration with its members.

    Examples
    --------
    >>> named(str)
    'a value of type str'
    """
    if issubclass(kind, enum.Enum):
        return f"a member of {kind.__name__}: {', '.join(member.name for member in kind)}"
    return f"a value of type {kind.__name__}"


def of(kind: type, *, or_none: bool = False) -> Validator:
    """Return the validator of a field of one type."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if not is_of(value, kind) and not (or_none and value is None):
            raise InputError(field.name, value, named(kind))

    return check


def check_number(place: str, value: object) -> None:
    """Refuse what is no exact number of a size that documents have.

    Raises
    ------
    InputError
        If it is no Fraction, or has more than :data:`MOST_DIGITS` digits.
    """
    if not isinstance(value, Fraction):
        raise InputError(place, value, named(Fraction), "numbers of rules are exact")
    if abs(value.numerator) >= _TOO_LARGE or value.denominator >= _TOO_LARGE:
        raise InputError(place, value, f"a number of at most {MOST_DIGITS} digits")


def check_ends(place: str, values: Interval) -> None:
    """Refuse an interval whose ends are no such numbers; an end may be infinite."""
    for name, end in (("lower", values.lower), ("upper", values.upper)):
        if end is not None:
            check_number(f"{place}.{name}", end)


def text(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse a field that is no text."""
    check_text(field.name, value)


def exact(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse a field that is no exact number."""
    check_number(field.name, value)


@attrs.frozen
class OneOf:
    """The validator of a field of a few words.

    Parameters
    ----------
    options
        The words.
    """

    options: tuple[str, ...]

    def __call__(self, _: object, field: attrs.Attribute[Any], value: object) -> None:
        """Refuse any other value."""
        if not isinstance(value, str) or value not in self.options:
            raise InputError(field.name, value, f"one of {', '.join(self.options)}")


def tuple_of(kind: type) -> Validator:
    """Return the validator of a field of several values of one type."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple):
            raise InputError(field.name, value, f"a tuple, each of it {named(kind)}")
        for index, item in enumerate(value):
            if not is_of(item, kind):
                raise InputError(f"{field.name}[{index}]", item, named(kind))

    return check


def names(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse a field that is no tuple of ends of names."""
    if not isinstance(value, tuple):
        raise InputError(field.name, value, "a tuple of ends of names")
    for index, name in enumerate(value):
        place = f"{field.name}[{index}]"
        check_text(place, name)
        if not name:
            raise InputError(place, name, "the end of a name")


def pairs_of_text(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse a field that is no tuple of pairs of texts."""
    if not isinstance(value, tuple):
        raise InputError(field.name, value, "a tuple of pairs of texts")
    for index, pair in enumerate(value):
        place = f"{field.name}[{index}]"
        if not isinstance(pair, tuple) or len(pair) != _PAIR:
            raise InputError(place, pair, "a pair of texts")
        for item in pair:
            check_text(place, item)
