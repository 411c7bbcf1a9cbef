"""Columns of printed decimals, statuses and scores."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from perfscore.columns import NO_SCORE, Printed, Scores, Status, score_columns
from perfscore.columns._types import blocks, check_lengths, refuse_rows
from perfscore.errors import InputError
from tests.columns.reference import WUHAN


def test_places_are_whole_numbers_that_nothing_overflows() -> None:
    """NumPy's small integers count as Python's: 10 to such a power is no longer 0."""
    small, cells = Printed(np.array([250]), np.int8(2)), np.array([3])
    scores = score_columns(small, Printed(cells, np.uint8(18)), Printed(cells, np.int8(18)), 0, rules=WUHAN)
    assert (type(small.places), scores.units.tolist()) == (int, [250])
    for bad in (2.5, "2", None, True):
        with pytest.raises(InputError, match="places: found .*, expected a whole number"):
            Printed(cells, bad)


def test_what_is_masked_is_missing() -> None:
    """The mask of the values counts as does the one given beside it."""
    column = np.ma.array([2, 4, 3], mask=[False, True, False])
    missing = np.array([True, False, False])
    for printed, expected in ((Printed(column), [0, 1, 0]), (Printed(column, missing=missing), [1, 1, 0])):
        assert not isinstance(printed.values, np.ma.MaskedArray)
        scores = score_columns(printed, np.ones(3, int), np.ones(3, int), 0, rules=WUHAN)
        assert scores.status.tolist() == expected
    with pytest.raises(InputError, match="3 truth values"):
        Printed(np.arange(3), missing=np.ma.array(missing))


def test_a_column_answers_what_a_row_prints() -> None:
    """Integers are units of the last place, floats the decimal that they are nearest to."""
    missing = np.array([False, True])
    whole = Printed(np.array([-9950, 1], dtype=np.int16), 2, missing=missing)
    assert whole.reading(0) == (Fraction("-99.5"), 2)
    assert whole.reading(1) is None
    assert Printed(np.array([7]), -4).reading(0) == (Fraction(70000), -4)
    floats = Printed(np.array([19.845, np.nan, 1e300]), 2)
    assert [floats.reading(row) for row in range(3)] == [(Fraction("19.845"), 3), None, None]
    assert len(floats) == 3


@pytest.mark.parametrize(
    ("values", "places", "place"),
    [
        (np.array([[1]]), 0, "values"),
        ([1], 0, "values"),
        (np.array(["1"]), 0, "values"),
        (np.array([1], dtype=np.uint64), 0, "values"),
        (np.array([1.0], dtype=np.float32), 0, "values"),
        (np.array([1.0]), -1, "places"),
        (np.array([1]), 19, "places"),
        (np.array([1]), -16, "places"),
    ],
)
def test_what_is_no_column_is_refused(values: object, places: int, place: str) -> None:
    """Other dimensions, types and places are refused by name."""
    with pytest.raises(InputError) as caught:
        Printed(values, places)  # type: ignore[arg-type]
    assert caught.value.place == place


@pytest.mark.parametrize("missing", [np.array([0]), np.array([True, False])])
def test_a_mask_must_fit(missing: np.ndarray) -> None:
    """A mask holds a truth value for each row."""
    with pytest.raises(InputError, match="1 truth values"):
        Printed(np.array([1]), missing=missing)


def test_scores_become_floats() -> None:
    """Each float is the nearest to the printed score, however large, and NaN only without a score."""
    large = 2**62 + 1
    status = np.array([0, 0, 2], dtype=np.int8)
    scores = Scores(np.array([1985, large, NO_SCORE]), status, 2)
    floats = scores.to_float()
    assert floats[0] == 19.85
    assert floats[1] == float(Fraction(large, 100))
    assert np.isnan(floats[2])
    assert scores.counts() == {Status.SCORED: 2, Status.OPEN: 1}
    assert repr(scores) == "<Scores: 3 rows: 2 SCORED, 1 OPEN>"
    assert repr(Scores.empty(0)) == "<Scores: 0 rows>"


def test_lengths_must_agree() -> None:
    """The error names the length of each column."""
    assert check_lengths({"a": [1], "b": [2]}) == 1
    with pytest.raises(InputError, match="a 1, b 2"):
        check_lengths({"a": [1], "b": [2, 3]})


def test_bad_rows_are_named() -> None:
    """The first five are listed, the others counted."""
    column = np.arange(9)
    refuse_rows("weight", column, column < 0, "a number")
    with pytest.raises(InputError) as caught:
        refuse_rows("weight", column, column > 1, "a small number")
    assert str(caught.value) == ("weight[2]: found 2, expected a small number; rows 2, 3, 4, 5, 6 and 2 more")
    texts = np.array(["x"], dtype=object)
    with pytest.raises(InputError, match="found 'x', expected a number; rows 0$"):
        refuse_rows("weight", texts, texts == "x", "a number")


def test_blocks_cover_all_rows() -> None:
    """The parts follow one another to the end."""
    assert list(blocks(slice(3, 8), 2)) == [slice(3, 5), slice(5, 7), slice(7, 8)]


def test_empty_scores_are_missing_until_they_are_filled() -> None:
    """Scores to be filled can be shown and asked at once: every row is missing."""
    scores = Scores.empty(3)
    assert repr(scores) == "<Scores: 3 rows: 3 MISSING>"
    assert np.isnan(scores.to_float()).all()
    assert repr(Scores.empty(0)) == "<Scores: 0 rows>"


def test_a_status_that_is_none_is_not_counted() -> None:
    """Numbers that are no status, as of arrays that a caller fills, neither raise nor count."""
    scores = Scores(np.zeros(3, dtype=np.int64), np.array([-1, 0, 99], dtype=np.int8), 2)
    assert scores.counts() == {Status.SCORED: 1}


@pytest.mark.parametrize("rows", [-1, 10**15, 10**30, 2.0, "3", None, True])
def test_rows_that_memory_does_not_hold_are_refused(rows: object) -> None:
    """A number of rows is a whole number for which there is memory."""
    with pytest.raises(InputError, match="rows: found"):
        Scores.empty(rows)  # type: ignore[arg-type]


@pytest.mark.parametrize("places", [-1, 19, 10**30])
def test_scores_have_as_many_decimals_as_64_bits_hold(places: int) -> None:
    """A score has from none to eighteen decimals."""
    with pytest.raises(InputError, match="places: found .* a number from 0 to 18"):
        Scores.empty(1, places=places)
