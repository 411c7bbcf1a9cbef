"""What callers give as columns."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from perfscore.columns._inputs import as_directions, as_printed
from perfscore.errors import InputError
from perfscore.terms import Direction


def test_arrays_are_taken_as_they_are() -> None:
    """Integers are whole numbers, floats decimals, and what is masked is missing."""
    whole = np.array([1, 2])
    assert as_printed("weight", whole).values is whole
    assert as_printed("weight", np.array([0.5])).places == 2
    masked = np.ma.masked_equal(np.array([1, 2]), 2)
    column = as_printed("weight", masked)
    assert column.missing is not None
    assert column.missing.tolist() == [False, True]
    assert as_printed("weight", column) is column


@pytest.mark.parametrize(
    "column",
    [
        np.array([1 + 2j]),
        np.array([[1]]),
        3,
        np.array([b"1"]),
        np.array([1], dtype=np.uint64),
        np.array([1.5], dtype=np.float32),
        np.array([True]),
        ["1"],
    ],
)
def test_other_columns_are_refused_by_name(column: object) -> None:
    """The error names the column."""
    with pytest.raises(InputError, match="weight"):
        as_printed("weight", column)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ("反向", [1, 1]),
        (Direction.POSITIVE, [0, 0]),
        (1, [1, 1]),
        ([None, "逆向指标"], [-1, 1]),
        ((Direction.NEGATIVE, float("nan")), [1, -1]),
        (np.array([True, False]), [1, 0]),
        (np.array([-1, 1], dtype=np.int16), [-1, 1]),
        (np.array(["positive", "negative"]), [0, 1]),
        ([0, np.int8(1)], [0, 1]),
    ],
)
def test_directions(given: object, codes: list[int]) -> None:
    """Words, members and small integers say the same; nothing is no direction."""
    assert as_directions(given, 2).tolist() == codes


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("sideways", r"direction\[0\]"),
        (7, r"direction\[0\]"),
        (3.5, "direction"),
        (["positive", "sideways"], r"direction\[1\]"),
        (["positive", []], r"direction\[1\]"),
        (["positive", b"positive"], r"direction\[1\]"),
        (np.array([0, 2]), r"direction\[1\]"),
        (np.array([[0, 1]]), "direction"),
    ],
)
def test_unknown_directions_are_refused(given: object, place: str) -> None:
    """The error names the first row."""
    with pytest.raises(InputError, match=place):
        as_directions(given, 2)


@pytest.mark.parametrize(
    "directions",
    [
        np.ma.array([0, 1, 5], mask=[False, False, True]),
        np.ma.array([0, 1, 5], mask=[False, False, True], dtype=np.uint8),
        np.ma.array([False, True, True], mask=[False, False, True]),
        np.ma.array(["正向", "反向", "?"], mask=[False, False, True]),
        pa.array(["正向", "反向", None]),
        pa.chunked_array([[0, 1], [None]]),
        pd.Series([0, 1, None]),
        pd.Series([0, 1, None], dtype="Int64"),
        ["正向", 1, pd.NA],
    ],
)
def test_directions_with_gaps(directions: object) -> None:
    """Masked, null and NA: the direction is not known, in whatever it is kept."""
    assert as_directions(directions, 3).tolist() == [0, 1, -1]


def test_what_is_masked_hides_no_unknown_direction() -> None:
    """A row that is not masked is still refused."""
    with pytest.raises(InputError, match=r"direction\[0\]: found 5"):
        as_directions(np.ma.array([5, 1], mask=[False, True]), 2)
    with pytest.raises(InputError, match=r"direction\[1\]: found 0.5"):
        as_directions([0.0, 0.5], 2)
