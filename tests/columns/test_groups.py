"""Sums, totals and means of tables: exact in any order and of any size."""

from __future__ import annotations

import tracemalloc
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.columns import (
    NO_SCORE,
    Agreement,
    Means,
    Printed,
    Scores,
    Status,
    Sums,
    compare_totals,
    group_sums,
    weighted_means,
)
from perfscore.columns import _groups as groups
from perfscore.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

_units = st.integers(0, 100) | st.integers(0, 2**62) | st.none()


@given(st.lists(st.tuples(st.integers(0, 5), _units), max_size=40), st.booleans(), st.integers(1, 7))
def test_sums_are_exact(rows: list[tuple[int, int | None]], ordered: bool, block: int) -> None:
    """In any order, cut into any blocks, beyond 64 bits; a row without a score is counted, not added."""
    rows = sorted(rows, key=lambda row: row[0]) if ordered else rows
    expected: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for table, units in rows:
        for at, add in enumerate((units or 0, 1, int(units is None))):
            expected[table][at] += add
    scores = Scores(
        np.array([NO_SCORE if units is None else units for _, units in rows], dtype=np.int64),
        np.array([Status.OPEN if units is None else Status.SCORED for _, units in rows], dtype=np.int8),
        2,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "_BLOCK", block)
        sums = group_sums(np.array([table for table, _ in rows], dtype=np.int64), scores)
    found = zip(sums.units.tolist(), sums.rows.tolist(), sums.left_out.tolist(), strict=True)
    assert dict(zip(sums.ids.tolist(), map(list, found), strict=True)) == expected
    fits = all(item[0] < 2**63 for item in expected.values())
    assert (sums.units.dtype == np.int64) is fits


_value = st.integers(-(10**4), 10**4) | st.integers(-(2**60), 2**60)


@given(st.lists(st.tuples(st.integers(0, 3), _value, st.integers(0, 10**6) | st.integers(0, 2**60))))
def test_means_are_exact(rows: list[tuple[int, int, int]]) -> None:
    """The quotient of sums, rounded half up away from zero where a number is asked for."""
    ids, values, money = (np.array([row[at] for row in rows], dtype=np.int64) for at in range(3))
    means = weighted_means(ids, Printed(values, 1), Printed(money, 2))
    for at, table in enumerate(means.ids.tolist()):
        bottom = sum(row[2] for row in rows if row[0] == table)
        top = sum(row[1] * row[2] for row in rows if row[0] == table)
        assert means.exact(at) == (None if bottom == 0 else Fraction(top, 10 * bottom))


def test_means_are_rounded_as_scores_are() -> None:
    """A tie goes away from zero, a table without money has no mean."""
    means = weighted_means(["a", "b", "b", "c"], np.array([5, 1, -2, 7]), np.array([2, 3, 3, 0]))
    rounded = means.to_printed(0)
    assert rounded.values.tolist() == [5, -1, 0]
    assert rounded.missing is not None
    assert rounded.missing.tolist() == [False, False, True]
    assert Means(means.ids, means.top, means.bottom, means.left_out, 3).to_printed(2).values.tolist() == [
        1,
        0,
        0,
    ]


def test_rows_without_value_or_money_are_left_out() -> None:
    """They are counted; floats with more places than said are the decimals that they print."""
    values = Printed(np.array([0.125, np.nan, 0.5]), 1)
    means = weighted_means([1, 1, 1], values, np.array([1, 1, 3]))
    assert means.exact(0) == Fraction("0.40625")
    assert means.left_out.tolist() == [1]
    assert weighted_means([1], Printed(np.array([0.5]), 1), np.array([3])).exact(0) == Fraction(1, 2)


def test_totals_are_compared_to_the_last_unit() -> None:
    """Equal, different by so much, or open where a row has no score or nothing is claimed."""
    sums = Sums(
        np.arange(4),
        np.array([9969, 9969, 9969, 9969]),
        np.ones(4, dtype=np.int64),
        np.array([0, 0, 1, 0]),
        2,
    )
    totals = compare_totals(sums, np.array([99.69, 99.695, 99.69, np.nan]))
    assert [Agreement(kind).name for kind in totals.agreement] == ["EQUAL", "DIFFERS", "OPEN", "OPEN"]
    assert (totals.difference.tolist(), totals.places) == ([0, 5, 0, 0], 3)


@pytest.mark.parametrize(
    ("ids", "match"),
    [
        ([1.5, 2.5], "whole numbers or text"),
        (["a", None], r"ids\[1\]: found None"),
        (np.array(["a", 1], dtype=object), "one kind"),
        ([1], "ids 1, values 2"),
        ([[1, 2]], "one dimension"),
    ],
)
def test_ids_that_name_no_table_are_refused(ids: Any, match: str) -> None:
    """The error says what was found."""
    with pytest.raises(InputError, match=match):
        weighted_means(
            np.array(ids) if len(ids) == 1 else np.asarray(ids, dtype=None), np.ones(2), np.ones(2)
        )


def test_money_that_is_masked_may_be_anything() -> None:
    """What stands under a mask, or NaN, is neither weighed nor refused."""
    one = np.array([1, 1])
    for money in (np.ma.array([-5, 2], mask=[True, False]), np.array([np.nan, 2.0])):
        means = weighted_means(one, np.array([7, 3]), money)
        assert (means.exact(0), means.left_out.tolist()) == (Fraction(3), [1])


def test_bad_money_is_refused() -> None:
    """Negative or infinite money weighs nothing."""
    one = np.array([1])
    with pytest.raises(InputError, match=r"money\[1\]: found -1.0"):
        weighted_means([1, 1, 1], np.ones(3), np.array([1.0, -1.0, np.nan]))
    with pytest.raises(InputError, match=r"values\[0\]: found inf"):
        weighted_means([1], np.array([np.inf]), np.ones(1))
    with pytest.raises(InputError, match=r"claimed\[0\]: found inf"):
        compare_totals(Sums(one, one, one, one, 2), np.array([np.inf]))
    # 10 of 18 places are 10^19 units: more than 2^63, about 9.2 × 10^18.
    for mean, places in ((1, 19), (10, 18)):
        with pytest.raises(InputError, match=f"places: found {places}, expected places with which 64 bits"):
            weighted_means([1], np.array([mean]), one).to_printed(places)


def test_ids_of_which_numpy_would_make_something_else() -> None:
    """No row goes to another table: not a masked one, nor the number 1 to the text 1."""
    scores = Scores(np.array([1, 2, 3]), np.zeros(3, np.int8), 0)
    with pytest.raises(InputError, match=r"ids\[1\]: .* expected an id in each row"):
        group_sums(np.ma.array([1, 2, 1], mask=[False, True, False]), scores)
    with pytest.raises(InputError, match="ids: found 'text and numbers', expected one kind"):
        group_sums([1, "1", "a"], scores)
    assert group_sums(pa.array(["b", "a", "b"]), scores).units.tolist() == [2, 4]
    none = Scores.empty(0)
    assert group_sums([], none).ids.tolist() == []


@pytest.mark.parametrize("make", [list, lambda ids: np.array(ids, dtype=object)])
def test_ids_that_differ_by_an_end_that_cannot_be_seen_are_two(make: Callable[[list[str]], Any]) -> None:
    r"""``"a"`` and ``"a\0"`` are two tables, though NumPy drops the end of text of one width."""
    ids, two = make(["a\0", "a", "a\0"]), np.array([2, 3, 4])
    scores = Scores(two, np.zeros(3, dtype=np.int8), 0)
    sums = group_sums(ids, scores)
    assert (sums.ids.tolist(), sums.units.tolist()) == (["a", "a\0"], [3, 6])
    totals = compare_totals(sums, np.array([3, 7]))
    assert (totals.ids.tolist(), totals.difference.tolist()) == (["a", "a\0"], [0, 1])
    means = weighted_means(ids, two, np.array([1, 1, 1]))
    assert [means.exact(row) for row in (0, 1)] == [3, 3]
    assert means.ids.tolist() == ["a", "a\0"]


def test_bad_calls_name_the_argument() -> None:
    """Not an attribute that something else lacks."""
    one = np.array([1])
    with pytest.raises(InputError, match="scores: found"):
        group_sums(one, one)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="sums: found"):
        compare_totals(one, one)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="places: found '2', expected a whole number"):
        weighted_means(one, one, one).to_printed("2")  # type: ignore[arg-type]


def test_sums_of_products_are_exact_where_all_rows_together_would_not_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is the largest table that decides whether 64 bits hold the sums; they are rationals only for odd floats."""
    large = np.full(4, 2**30)
    means = weighted_means([1, 2, 3, 4], large, large)
    assert (means.top.dtype, means.exact(3)) == (np.dtype(np.int64), Fraction(2**30))
    monkeypatch.setattr(Printed, "reading", None)
    means = weighted_means([1, 1, 1, 1], large, large)
    assert (means.top.dtype, means.exact(0)) == (np.dtype(object), Fraction(2**30))


def test_ids_in_any_order_take_little_memory() -> None:
    """Less than twice the input: no inverse of the whole is made beside the sums."""
    ids = np.random.default_rng(0).integers(0, 1000, 200_000)
    scores = Scores(ids, np.zeros(len(ids), np.int8), 0)
    tracemalloc.start()
    sums = group_sums(ids, scores)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < ids.nbytes + scores.units.nbytes
    assert sums.units.tolist() == (np.bincount(ids) * np.arange(1000)).tolist()
