"""Validators of fields: what passes, and how a refusal is told."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pytest

from perfscore.errors import InputError
from perfscore.intervals import Rounding
from perfscore.rules._fields import is_of, named, of, one_of, pairs_of_text, tuple_of


@attrs.frozen
class _Sample:
    words: str = attrs.field(default="", validator=of(str))
    day: Any = attrs.field(default=None, validator=of(datetime.date, or_none=True))
    way: Any = attrs.field(default="up", validator=one_of("up", "down"))
    numbers: Any = attrs.field(default=(), validator=tuple_of(int))
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
    made = _Sample("a", datetime.date(2023, 1, 1), "down", (1, 2), (("a", "b"),))
    assert made.numbers == (1, 2)
