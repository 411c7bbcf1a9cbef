"""Columns of cells as Arrow data, whatever they come as."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from perfscore.columns import NO_SCORE
from perfscore.errors import InputError
from perfscore.frames import score_cells
from perfscore.frames._arrow import Mixed, as_arrow
from tests.columns.reference import WUHAN


@pytest.mark.parametrize(
    "column",
    [
        *(3, None, "222", b"222", {"2": 1, "3": 1, "4": 1}, {"2", "3", "4"}),
        *(np.array("2"), np.array([["2"] * 3]), pd.DataFrame({"a": ["2"]})),
    ],
)
def test_what_is_no_column_is_refused(column: object) -> None:
    """One that has no order, or that is one cell or many columns."""
    with pytest.raises(InputError, match=r"(?s)^actual: found .*, expected a column of cells$"):
        score_cells(["2"] * 3, ["2"] * 3, column, 0, rules=WUHAN)


@pytest.mark.parametrize(
    "cell",
    ["\ud800", np.array([1, 2]), Decimal("Infinity"), dt.date(2023, 1, 1), np.longdouble(2), 1j],
)
def test_a_cell_that_holds_something_else_is_refused(cell: object) -> None:
    """The error names its row, whatever Arrow makes of it."""
    with pytest.raises(InputError, match=r"weight\[1\]: found .*; rows 1$"):
        score_cells(["2", cell], ["2"] * 2, ["2"] * 2, 0, rules=WUHAN)


def test_text_in_views() -> None:
    """Arrow's other layout of text is read too."""
    views = pa.array(["2", None], pa.string_view())
    assert score_cells(views, views, views, 0, rules=WUHAN).units.tolist() == [200, NO_SCORE]


def test_cells_of_several_kinds() -> None:
    """They are text, and those that came as floats are floats again when they are read."""
    mixed = as_arrow("weight", ["2", 0.5, None])
    assert isinstance(mixed, Mixed)
    assert [mixed[row].as_py() for row in range(len(mixed))] == ["2", 0.5, None]
    assert [mixed.slice(1, 2)[row].as_py() for row in range(2)] == [0.5, None]


@pytest.mark.parametrize("values", [["2", "3"], [2, 3], [0.5, None]])
def test_cells_of_one_kind(values: list[object]) -> None:
    """They stay what they are."""
    assert as_arrow("weight", values).to_pylist() == values
