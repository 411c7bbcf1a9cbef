"""Errors: one base, the parts as attributes, a sentence that says where, what and what to do."""

from __future__ import annotations

import pickle

import pytest

from perfscore.errors import InputError, PerfscoreError, RuleSetError, UnknownRuleSetError, shorten

ERRORS = [
    InputError("weight", "NaN", "a finite number", "leave it out"),
    RuleSetError("mine.toml: bands[1].upper", "0.9", "0.8"),
    UnknownRuleSetError("wuhan", ("wuhan-2023",)),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_share_a_base_and_survive_pickling(error: PerfscoreError) -> None:
    """Every error is a PerfscoreError, and comes back from a pickle with its sentence."""
    assert isinstance(error, PerfscoreError)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes  # our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)


def test_builtin_bases() -> None:
    """Errors can be caught as the built-in ones that they are."""
    assert issubclass(InputError, ValueError)
    assert issubclass(RuleSetError, ValueError)
    assert issubclass(UnknownRuleSetError, KeyError)


def test_sentences() -> None:
    """A sentence names the place, what was found, what was expected, and what to do."""
    assert [str(error) for error in ERRORS] == [
        "weight: found 'NaN', expected a finite number; leave it out",
        "mine.toml: bands[1].upper: found '0.9', expected 0.8",
        "no rule set 'wuhan'; there are: wuhan-2023",
    ]


def test_places_grow_on_the_way_up() -> None:
    """A parent is put before the place, an index without a dot."""
    error = InputError("weight", 1, "x")
    assert error.within("[2]").within("children").within("goals[0]").place == "goals[0].children[2].weight"
    assert InputError("", 1, "x").within("goals").place == "goals"


def test_long_values_are_cut_in_the_middle() -> None:
    """A long value is shown by its ends and its length; an endless integer by its size."""
    assert shorten("short") == "'short'"
    shown = shorten("a" * 5000 + "b")
    assert shown.startswith("'aaa")
    assert shown.endswith("ab' (5003 characters)")
    assert len(shown) < 100
    assert shorten(10**5000) == "an integer of 16610 bits"
    assert shorten(list(range(1000)))[:6] == "[0, 1,"
