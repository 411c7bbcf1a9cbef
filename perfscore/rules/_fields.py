"""What the fields of rules may hold; a value of another type is refused by its field's name."""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING, Any

from perfscore.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    import attrs

    Validator = Callable[[Any, attrs.Attribute[Any], Any], None]


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


def one_of(*known: str) -> Validator:
    """Return the validator of a field of a few words."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, str) or value not in known:
            raise InputError(field.name, value, f"one of {', '.join(known)}")

    return check


def tuple_of(kind: type) -> Validator:
    """Return the validator of a field of several values of one type."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple):
            raise InputError(field.name, value, f"a tuple, each of it {named(kind)}")
        for index, item in enumerate(value):
            if not is_of(item, kind):
                raise InputError(f"{field.name}[{index}]", item, named(kind))

    return check


def pairs_of_text(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse a field that is no tuple of pairs of texts."""
    if not isinstance(value, tuple):
        raise InputError(field.name, value, "a tuple of pairs of texts")
    for index, pair in enumerate(value):
        good = isinstance(pair, tuple) and [type(text) for text in pair] == [str, str]
        if not good:
            raise InputError(f"{field.name}[{index}]", pair, "two texts")
