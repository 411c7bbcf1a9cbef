"""Errors: one base, the parts as attributes, a sentence that says where, what and what to do."""

from __future__ import annotations

import copy
import pickle
import sys
from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore import errors
from perfscore.errors import InputError, PerfscoreError, RuleSetError, UnknownRuleSetError, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

ERRORS = [
    PerfscoreError("something"),
    InputError("weight", "NaN", "a finite number", "leave it out"),
    RuleSetError("mine.toml: bands[1].upper", "0.9", "0.8"),
    UnknownRuleSetError("wuhan", ("mof-2020-10", "wuhan-2023")),
]


class _Broken:
    """A value that cannot be shown."""

    def __repr__(self) -> NoReturn:
        raise RuntimeError


@pytest.fixture
def strictest_limit() -> Iterator[None]:
    """Let Python refuse to print all integers that it can be told to refuse."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(sys.int_info.str_digits_check_threshold)
    yield
    sys.set_int_max_str_digits(before)


def test_every_error_is_tried_here() -> None:
    """An error that the module defines and the list above lacks fails here."""
    defined = {item for item in vars(errors).values() if isinstance(item, type)}
    assert {type(error) for error in ERRORS} == {item for item in defined if issubclass(item, Exception)}


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_share_a_base_and_survive_pickling(error: PerfscoreError, protocol: int) -> None:
    """Every error is a PerfscoreError, and comes back from a pickle with its parts and its sentence."""
    assert isinstance(error, PerfscoreError)
    again = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301  # our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
    assert again.args == error.args


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_can_be_copied(error: PerfscoreError) -> None:
    """A copy has the parts of its original."""
    again = copy.deepcopy(error)
    assert type(again) is type(error)
    assert vars(again) == vars(error)


def test_builtin_bases() -> None:
    """Errors can be caught as the built-in ones that they are."""
    assert issubclass(InputError, ValueError)
    assert issubclass(RuleSetError, ValueError)
    assert issubclass(UnknownRuleSetError, KeyError)


def test_parts_are_attributes() -> None:
    """What the sentence says can be read from the error, the value as it was found."""
    found = [1, 2]
    error = InputError("weight", found, "a number", "give one")
    assert (error.place, error.expected, error.hint) == ("weight", "a number", "give one")
    assert error.found is found
    assert InputError("weight", found, "a number").hint == ""
    unknown = UnknownRuleSetError("wuhan", ("wuhan-2023",))
    assert (unknown.rule_set_id, unknown.known) == ("wuhan", ("wuhan-2023",))


def test_sentences() -> None:
    """A sentence names the place, what was found, what was expected, and what to do."""
    assert [str(error) for error in ERRORS] == [
        "something",
        "weight: found 'NaN', expected a finite number; leave it out",
        "mine.toml: bands[1].upper: found '0.9', expected 0.8",
        "no rule set 'wuhan'; there are: mof-2020-10, wuhan-2023",
    ]


@pytest.mark.parametrize(
    "found", ["x" * 5000, 10**5000, [10**5000], _Broken()], ids=lambda x: type(x).__name__
)
def test_sentences_stay_short(found: object) -> None:
    """Whatever was given, the sentence can be read, and it is a line and not a page."""
    assert len(str(InputError("weight", found, "a number"))) < 120
    assert len(str(UnknownRuleSetError(found, ("wuhan-2023",)))) < 120  # type: ignore[arg-type]


def test_places_grow_on_the_way_up() -> None:
    """A parent is put before the place, an index without a dot."""
    error = InputError("weight", 1, "x")
    assert error.within("[2]").within("children").within("goals[0]").place == "goals[0].children[2].weight"
    assert InputError("", 1, "x").within("goals").place == "goals"


def test_a_parent_changes_nothing_but_the_place() -> None:
    """The error with a parent is a new one of the same class with the same other parts."""
    error = RuleSetError("upper", 1, "more", "add")
    above = error.within("bands[0]")
    assert type(above) is RuleSetError
    assert (above.found, above.expected, above.hint) == (1, "more", "add")
    assert error.place == "upper"


@pytest.mark.parametrize("value", ["short", "数", b"x", 45, True, None, 1.5, Fraction(1, 3), [1], {"a": 1}])
def test_short_values_are_shown_whole(value: object) -> None:
    """What is short enough is shown as Python shows it."""
    assert shorten(value) == repr(value)


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (12, "'0123456789'"),
        (11, "'0123…6789' (12 characters)"),
        (10, "'0123…789' (12 characters)"),
        (3, "'…' (12 characters)"),
        (2, "'… (12 characters)"),
        (1, "… (12 characters)"),
        (0, "… (12 characters)"),
    ],
)
def test_the_middle_is_cut(length: int, shown: str) -> None:
    """A long value is cut in the middle to the length, and its own length is told."""
    assert shorten("0123456789", length) == shown


@given(value=st.one_of(st.text(), st.binary(), st.integers(), st.lists(st.text())), length=st.integers(1, 80))
def test_both_ends_remain(value: object, length: int) -> None:
    """What is cut has exactly the length, and begins and ends as the value does, in equal parts."""
    whole, shown = repr(value), shorten(value, length)
    if len(whole) <= length:
        assert shown == whole
    else:
        assert shown.endswith(f" ({len(whole)} characters)")
        cut = shown.removesuffix(f" ({len(whole)} characters)")
        head, tail = cut[: length // 2], cut[length // 2 + 1 :]
        assert len(cut) == length
        assert cut == f"{head}…{tail}"
        assert 0 <= len(head) - len(tail) <= 1
        assert whole.startswith(head)
        assert whole.endswith(tail)


def test_long_values_of_any_type_are_cut() -> None:
    """Not only text is cut: bytes, lists and integers are too, at 60 characters."""
    assert shorten("a" * 5000 + "b") == f"'{'a' * 29}…{'a' * 27}b' (5003 characters)"
    assert shorten(b"a" * 5000) == f"b'{'a' * 28}…{'a' * 28}' (5003 characters)"
    assert shorten(list(range(1000))).startswith("[0, 1, 2,")
    assert shorten(list(range(1000))).endswith(" 998, 999] (4890 characters)")
    assert shorten(10**100) == f"1{'0' * 29}…{'0' * 29} (101 characters)"
    assert len(shorten({"a": "b" * 200}).partition(" (")[0]) == 60


@pytest.mark.usefixtures("strictest_limit")
def test_integers_of_thousands_of_digits_are_described() -> None:
    """An integer that Python may refuse to print is told by its size, every other is printed."""
    assert shorten(10**5000) == "an integer of 16610 bits"
    assert shorten(-(10**5000)) == "an integer of 16610 bits"
    assert shorten(2**2000) == "an integer of 2001 bits"
    assert shorten(2**2000 - 1).endswith(" (603 characters)")
    assert shorten(1 - 2**2000).endswith(" (604 characters)")


@pytest.mark.parametrize("value", [_Broken(), [10**5000], Fraction(10**5000)], ids=lambda x: type(x).__name__)
def test_values_that_cannot_be_shown_are_described(value: object) -> None:
    """A value that does not show itself, or holds one that does not, is told by its type."""
    assert shorten(value) == f"a value of type {type(value).__name__} that cannot be shown"
