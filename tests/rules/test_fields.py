"""Validators of fields: what passes, and how a refusal is told."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import attrs
import pytest

from perfscore.errors import InputError
from perfscore.intervals import Interval, Rounding
from perfscore.rules._fields import (
    MOST_DIGITS,
    OneOf,
    check_ends,
    exact,
    is_of,
    named,
    names,
    of,
    pairs_of_text,
    text,
    tuple_of,
)


@attrs.frozen
class _Sample:
    words: Any = attrs.field(default="", validator=text)
    size: Any = attrs.field(default=Fraction(1), validator=exact)
    day: Any = attrs.field(default=None, validator=of(datetime.date, or_none=True))
    way: Any = attrs.field(default="up", validator=OneOf(("up", "down")))
    numbers: Any = attrs.field(default=(), validator=tuple_of(int))
    ends: Any = attrs.field(default=(), validator=names)
    pairs: Any = attrs.field(default=(), validator=pairs_of_text)


def test_a_bool_is_no_number_and_a_time_no_date() -> None:
    """What Python calls a kind of another is not taken for it, nor is it refused as itself."""
    moment = datetime.datetime(2023, 1, 1)  # noqa: DTZ001  # a rule file has no time zone
    assert is_of(moment.date(), datetime.date)
    assert not is_of(moment, datetime.date)
    assert is_of(moment, datetime.datetime)
    assert [is_of(truth, int) for truth in (True, False)] == [False, False]
    assert all(is_of(truth, bool) for truth in (True, False))


def test_an_enumeration_is_named_with_its_members() -> None:
    """An error tells which members there are."""
    assert named(Rounding) == "a member of Rounding: HALF_UP, HALF_EVEN, TRUNCATE"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"words": 3}, "words"),
        ({"words": "满意度\ud800"}, "words"),
        ({"size": 3}, "size"),
        ({"size": 0.5}, "size"),
        ({"size": Fraction(10**MOST_DIGITS)}, "size"),
        ({"size": Fraction(-(10**5000))}, "size"),
        ({"size": Fraction(1, 10**MOST_DIGITS)}, "size"),
        ({"ends": "率"}, "ends"),
        ({"ends": ("率", "")}, "ends[1]"),
        ({"ends": (3,)}, "ends[0]"),
        ({"day": "2023-01-01"}, "day"),
        ({"way": "sideways"}, "way"),
        ({"way": ["up"]}, "way"),
        ({"numbers": [1]}, "numbers"),
        ({"numbers": (1, "2")}, "numbers[1]"),
        ({"pairs": {"a": "b"}}, "pairs"),
        ({"pairs": (("a", "b"), ("a",))}, "pairs[1]"),
        ({"pairs": (("a", 3),)}, "pairs[0]"),
        ({"pairs": ("ab",)}, "pairs[0]"),
    ],
)
def test_what_a_field_does_not_hold_is_refused(change: dict[str, Any], place: str) -> None:
    """By the name of the field, and the position in it."""
    with pytest.raises(InputError) as caught:
        _Sample(**change)
    assert caught.value.place == place


def test_what_a_field_holds_passes() -> None:
    """Each of its kind."""
    largest = Fraction(1 - 10**MOST_DIGITS, 10**MOST_DIGITS - 2)
    made = _Sample("满意度", largest, datetime.date(2023, 1, 1), "down", (1, 2), ("率",), (("a", "b"),))
    assert made.numbers == (1, 2)
    assert _Sample(day=None).day is None


def test_the_ends_of_an_interval_are_exact() -> None:
    """Floats are refused by the end that is one; an infinite end is none."""
    check_ends("shares", Interval.at_least(Fraction(1)))
    check_ends("shares", Interval.at_most(Fraction(1)))
    with pytest.raises(InputError, match=r"shares.upper: found 0.5, expected a value of type Fraction"):
        check_ends("shares", Interval(Fraction(0), 0.5))  # type: ignore[arg-type]
