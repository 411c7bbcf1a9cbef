"""The weights of the lines."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.aggregation import Match, aggregate
from perfscore.aggregation._weights import rounded_to_sum
from perfscore.intervals import rounded
from tests.aggregation.building import WUHAN, row, table


def weights(*tables: Any, **options: Any) -> list[Fraction | None]:
    """Return the weight of budget execution and of each line."""
    return [line.weight for line in aggregate(tables, rules=WUHAN, **options).all_lines()]


def test_the_same_weight_stays() -> None:
    """Tables of one form need no money for it."""
    tables = [table(name, row("≥3人", "3人", weight="8"), money=None) for name in "ab"]
    assert weights(*tables) == [8]


def test_weights_of_three_decimals_stay() -> None:
    """A table of one form is not given other weights by being aggregated; averages keep the places."""
    rows = [
        row("≥3人", "3人", name=name, weight=weight) for name, weight in (("x", "3.125"), ("y", "76.875"))
    ]
    assert weights(table("a", *rows)) == [20, Fraction("3.125"), Fraction("76.875")]
    other = table("b", row("≥3人", "3人", name="x", weight=80), money="200.00")
    assert weights(table("a", *rows), other) == [20, Fraction("54.375"), Fraction("25.625")]


def test_different_weights_are_averaged_and_add_up() -> None:
    """A table without the row counts as 0: 80 points stay 80."""
    one = table(
        "a", row("≥3人", "3人", name="x", weight=50), row("≥3人", "3人", name="y", weight=30), money="100"
    )
    two = table("b", row("≥3人", "3人", name="x", weight=80), money="200")
    assert weights(one, two) == [20, 70, 10]


def test_a_stated_weight_is_not_rounded_with_the_others() -> None:
    """What the caller states stands as it is."""
    one = table("a", row("≥3人", "3人", name="x", weight=50), money="100")
    two = table("b", row("≥3人", "3人", name="y", weight=80), money="200")
    stated = [Match("x", weight="12.345")]
    assert weights(one, two, matches=stated) == [20, Fraction("12.345"), Fraction("53.33")]


@pytest.mark.parametrize(
    ("weight", "money", "reason"),
    [
        (None, "100", "reason.no-weight"),
        ("-1", "100", "reason.no-weight"),
        ("40", None, "reason.money-missing"),
        ("40", "0", "reason.zero-money"),
    ],
)
def test_a_weight_that_is_not_known_is_reported(weight: Any, money: Any, reason: str) -> None:
    """A missing weight, and different ones without money, leave the line without a score."""
    other = "0" if money == "0" else "100"
    made = aggregate(
        [
            table("a", row("≥3人", "3人", weight=weight), money=money),
            table("b", row("≥3人", "3人", weight=50), money=other),
        ],
        rules=WUHAN,
    )
    found = [item for item in made.findings if item.code == "A009"]
    assert {dict(item.message.args)["reason"].key for item in found} >= {reason}  # type: ignore[attr-defined]
    assert made.lines[0].weight is None
    assert made.lines[0].exact is None
    assert made.lines[0].value is not None


@given(st.lists(st.fractions(min_value=0, max_value=50, max_denominator=1000), max_size=12))
def test_rounded_weights_keep_their_sum(exact: list[Fraction]) -> None:
    """Each is one of the two next values, and the sum is the exact one, rounded."""
    made = rounded_to_sum(exact)
    assert sum(made) == rounded(sum(exact, Fraction(0)), 2)
    assert all(abs(one - other) < Fraction(1, 100) for one, other in zip(made, exact, strict=True))
