"""Columns of printed cells: the scores of the exact path, whatever stands in them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import perfscore as ps
from perfscore.columns import NO_SCORE, Printed, Scores, Status
from perfscore.errors import InputError
from perfscore.frames import _score_cells as cell_reader
from perfscore.frames import score_cells
from perfscore.frames._arrow import as_arrow
from perfscore.frames._score_cells import CellReader
from tests.columns.reference import WUHAN
from tests.frames.test_read_cells import texts

_WEIGHTS = st.sampled_from(["2", "20", "1.5", "0", "-1", "x", "5分", "20%", "2.125", "(3)", None, "9" * 30])
_DIRECTIONS = st.sampled_from(["正向", "反向", None])
_NAMES = st.sampled_from(["人数", "失业率", "投诉率 ", None])
_SAME = attrs.evolve(WUHAN, choices=attrs.evolve(WUHAN.choices, missing_unit="same", late="zero"))


def alone(rules: ps.RuleSet, name: str | None, **cells: Any) -> int:
    """Return the score of one indicator from score(), in units of the last place."""
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator(name or "", **cells)])])
    (line,) = ps.score(table, rules=rules).lines
    return NO_SCORE if line.printed is None else int(line.printed * 100)


@given(
    st.lists(st.tuples(_WEIGHTS, texts, texts, _DIRECTIONS, _NAMES, st.booleans()), min_size=1, max_size=20),
    st.sampled_from([WUHAN, _SAME]),
)
def test_each_row_is_the_exact_path(rows: list[tuple[Any, ...]], rules: ps.RuleSet) -> None:
    """Printed strings of every kind, with and without direction and name."""
    rows = [(w, t, t if same else a, d, n) for w, t, a, d, n, same in rows]
    columns = {
        name: pa.array([row[at] for row in rows], type=pa.string())
        for at, name in enumerate(("weight", "target", "actual"))
    }
    scores = CellReader(rules).score(
        columns, [row[3] for row in rows], pa.array([row[4] for row in rows], type=pa.string())
    )
    for row, (weight, target, actual, direction, name) in enumerate(rows):
        expected = alone(rules, name, weight=weight, target=target, actual=actual, direction=direction)
        if scores.status[row] == Status.TOO_LARGE:
            assert expected > np.iinfo(np.int64).max
        else:
            assert scores.units[row] == expected
            assert (scores.status[row] == Status.SCORED) == (expected != NO_SCORE)


@given(
    st.lists(
        st.tuples(*[st.floats(0, 1e4) | st.integers(0, 10**4).map(lambda unit: unit / 8)] * 3), min_size=1
    )
)
def test_numbers_beside_text(rows: list[tuple[float, float, float]]) -> None:
    """A column of numbers beside one of text: floats are the decimals that they print."""
    weight, target, actual = ([row[at] for row in rows] for at in range(3))
    scores = score_cells(np.array(weight), [str(value) for value in target], actual, 1, rules=WUHAN)
    for row, cells in enumerate(rows):
        expected = alone(
            WUHAN, None, weight=cells[0], target=str(cells[1]), actual=cells[2], direction="negative"
        )
        assert scores.units[row] == expected


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        (("2", "45人", "41人"), Status.SCORED),
        (("2", "45人", "41件"), Status.OPEN),
        (("-2", "45人", "41件"), Status.WEIGHT),
        (("x", "45人", "41人"), Status.WEIGHT),
        (("-2", "有效提升", "显著提升"), Status.WEIGHT),
        ((None, "45人", "41人"), Status.MISSING),
        (("2", None, "41人"), Status.MISSING),
        (("2", "45人", ""), Status.MISSING),
        (("2", "——", "41人"), Status.MISSING),
        (("2", "有效提升", "一定程度提升"), Status.JUDGEMENT),
        (("2", "2023年12月", "2024年1月"), Status.OPEN),
        (("2", "400-4,000元/人", "1,370.41元/人"), Status.SCORED),
        (("9" * 30, "45人", "45人"), Status.TOO_LARGE),
    ],
)
def test_statuses(cells: tuple[str | None, ...], status: Status) -> None:
    """Each row without a score says why."""
    weight, target, actual = ([text] for text in cells)
    scores = score_cells(weight, target, actual, None, rules=WUHAN)
    assert scores.status[0] == status
    assert (scores.units[0] != NO_SCORE) == (status is Status.SCORED)


def test_columns_of_many_types() -> None:
    """Decimals, rationals, integers, dictionaries, nothing at all."""
    weight = [2, Decimal("1.5"), Fraction(1, 4), np.float64("nan"), "2"]
    target = pa.array(["45人"] * 5).dictionary_encode()
    scores = score_cells(weight, target, ["41人"] * 5, 0, rules=WUHAN)
    assert scores.status.tolist() == [0, 0, 0, 1, 0]
    assert scores.units[:3].tolist() == [182, 137, 23]
    nothing = score_cells([2, 2], pa.nulls(2), ["1", "2"], 0, rules=WUHAN)
    assert nothing.counts() == {Status.MISSING: 2}
    whole = score_cells(
        pa.array([2, None]), pa.array([45, 45]), pa.array([Decimal("41.0")] * 2), 0, rules=WUHAN
    )
    assert whole.units.tolist() == [182, NO_SCORE]
    chunked = score_cells(pa.chunked_array([[2], [2]]), ["45"] * 2, ["41"] * 2, 0, rules=WUHAN)
    assert chunked.units.tolist() == [182, 182]


def test_scores_of_cells_go_to_a_buffer() -> None:
    """As those of numbers do."""
    out = Scores.empty(1)
    assert score_cells(["2"], ["45人"], ["41人"], 0, rules=WUHAN, out=out) is out
    assert out.units.tolist() == [182]


def test_what_no_cell_can_hold_is_refused() -> None:
    """The error names the column and the first rows."""
    with pytest.raises(
        InputError, match=r"weight\[1\]: found \[\], expected text or a finite number; rows 1$"
    ):
        as_arrow("weight", ["x", []])
    with pytest.raises(InputError, match="found 'bool', expected text, whole numbers"):
        score_cells([True], ["1"], ["1"], 0, rules=WUHAN)
    with pytest.raises(InputError, match="uint64"):
        score_cells(pa.array([1], type=pa.uint64()), ["1"], ["1"], 0, rules=WUHAN)
    with pytest.raises(InputError, match=r"actual\[0\]: found inf"):
        score_cells(["1"], ["1"], pa.array([float("inf")]), 0, rules=WUHAN)
    with pytest.raises(InputError, match="weight 1, target 2"):
        score_cells(["1"], ["1", "2"], ["1"], 0, rules=WUHAN)


def test_what_is_masked_or_printed_beside_text() -> None:
    """Masked rows are missing, printed columns are the numbers that they print, whatever stands beside them."""
    text, masked = ["2", "2", "2"], [False, True, False]
    for column in (
        np.ma.array([2, 4, 3], mask=masked),
        np.ma.array([2.0, 4.0, 3.0], mask=masked),
        np.ma.array(text, mask=masked),
        Printed(np.array([200, 400, 300]), 2, missing=np.array(masked)),
        Printed(np.array([2.0, np.nan, 3.0]), missing=np.array(masked)),
        ["2", pd.NA, 3.5],
        ["2", np.ma.masked, 3.5],
        ["2", Decimal("sNaN"), 3.5],
    ):
        scores = score_cells(text, text, column, 0, rules=WUHAN)
        assert scores.units.tolist() == [200, NO_SCORE, 200]
        assert scores.status.tolist() == [Status.SCORED, Status.MISSING, Status.SCORED]
    halves = Printed(np.array([3, 5, 1]), 1)
    assert score_cells(text, text, halves, 0, rules=WUHAN).units.tolist() == [30, 50, 10]


def test_directions_beside_text_have_its_length() -> None:
    """The error names both lengths."""
    with pytest.raises(InputError, match="actual 3, direction 2"):
        score_cells(["2"] * 3, ["2"] * 3, ["2"] * 3, [0, 1], rules=WUHAN)


@pytest.mark.parametrize("kind", [pa.float32(), pa.float16()])
def test_floats_of_few_bits_are_refused(kind: pa.DataType) -> None:
    """19.845 as a float of 32 bits is 19.8449993 as one of 64: which decimal is meant cannot be told."""
    few = pa.array(np.array([19.845], dtype=kind.to_pandas_dtype()))
    with pytest.raises(
        InputError, match="weight: found '(float|halffloat)', expected .* float64; a float of 64 bits"
    ):
        score_cells(few, ["1"], ["1"], 0, rules=WUHAN)


def test_few_readings_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept for later rows does not grow with the table; the scores do not depend on it."""
    monkeypatch.setattr(cell_reader, "KEPT", 3)
    reader = CellReader(WUHAN)
    texts = [f"{number}-{number + 1}人" for number in range(8)]
    columns = {
        "weight": pa.array([f"{number}.0000000分" for number in range(8)]),
        "target": pa.array(texts),
        "actual": pa.array(texts),
    }
    assert reader.score(columns, None, None).units.tolist() == [100 * number for number in range(8)]
    assert len(reader._points) <= 3
    assert len(reader._shares) <= 3


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≤0.5人", "900000000000亿人"),
        ("900000000000亿人", "0.5人"),
        ("0.000001亿人", "999999999999.999999亿人"),
    ],
)
def test_figures_too_far_apart_for_64_bits(target: str, actual: str) -> None:
    """What would overflow in the unit of both is decided by the exact path."""
    scores = score_cells(["2"], [target], [actual], None, rules=WUHAN)
    assert scores.status[0] == Status.SCORED
    assert scores.units[0] == alone(WUHAN, None, weight="2", target=target, actual=actual)


def test_printed_cells_are_scored_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same scores in parts of three rows, text beside floats included; an error names the row of all."""
    monkeypatch.setattr("perfscore.frames._arrow.BATCH", 3)
    actual: list[object] = ["41人", 41.0, "40人", "45人", 39, "41人", None]
    scores = score_cells(["2"] * 7, ["45人"] * 6 + ["45"], actual, [0, 0, 0, 1, 0, 0, 0], rules=WUHAN)
    expected = [182, NO_SCORE, 178, 200, NO_SCORE, 182, NO_SCORE]
    assert scores.units.tolist() == expected
    with pytest.raises(InputError, match=r"weight\[4\]: found inf"):
        score_cells(np.array([1.0] * 4 + [np.inf]), ["45"] * 5, ["41"] * 5, 0, rules=WUHAN)
