"""Data frames in the long form, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import perfscore as ps
from perfscore.errors import InputError
from perfscore.frames import _arrow as cell_columns
from perfscore.frames import score_batch, score_frame, verify_frame
from tests.columns.reference import WUHAN

TABLES = Path(__file__).parents[2] / "examples" / "tables"
CELLS: dict[str, list[Any]] = {
    "name": ["博士后津贴发放人数", "满意度", "城镇失业率"],
    "weight": ["2", "4", "2"],
    "target": ["45人", "有效提升", "5%"],
    "actual": ["41人", None, "6%"],
}
SCORED = [(1.82, "scored"), (None, "missing"), (1.67, "scored")]


class Stream:
    """Something that gives Arrow data as a stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return pa.table(CELLS).__arrow_c_stream__(requested_schema)


class Array:
    """Something that gives Arrow data as one array."""

    def __arrow_c_array__(self, requested_schema: object = None) -> object:
        return pa.record_batch(CELLS).__arrow_c_array__(requested_schema)


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        (pl.DataFrame(CELLS), pl.DataFrame),
        (pa.table(CELLS), pa.Table),
        (pa.record_batch(CELLS), pa.RecordBatch),
        (Stream(), pa.Table),
        (Array(), pa.Table),
    ],
    ids=["polars", "table", "batch", "stream", "array"],
)
def test_each_kind_of_frame_comes_back(frame: Any, kind: type) -> None:
    """With its columns, and two more."""
    result: Any = score_frame(frame, rules=WUHAN)
    assert isinstance(result, kind)
    table = pa.table(result)
    assert table.column_names == [*CELLS, "score", "status"]
    assert list(zip(table["score"].to_pylist(), table["status"].to_pylist(), strict=True)) == SCORED


def test_pandas_keeps_its_index_and_mixed_cells() -> None:
    """Strings and numbers in one column are what spreadsheets hold; the index stays."""
    frame = pd.DataFrame({**CELLS, "weight": [2, "4", 2.0]}, index=[7, 5, 7])
    result = score_frame(frame, rules=WUHAN)
    assert result.index.tolist() == [7, 5, 7]
    assert result["status"].tolist() == ["scored", "missing", "scored"]
    assert result["score"].isna().tolist() == [False, True, False]
    assert frame.columns.tolist() == list(CELLS)


def test_columns_of_other_names() -> None:
    """The frame's own names are given by role; its direction goes before the name's."""
    frame = pl.DataFrame({"分值": [2, 2], "目标": ["5%", "5%"], "实际": ["6%", "6%"], "方向": ["正向", None]})
    names = {"weight": "分值", "target": "目标", "actual": "实际", "direction": "方向"}
    assert score_frame(frame, rules=WUHAN, columns=names)["score"].to_list() == [2.0, 2.0]
    backwards = frame.with_columns(pl.lit("反向").alias("方向"))
    assert score_frame(backwards, rules=WUHAN, columns=names)["score"].to_list() == [1.67, 1.67]


def test_an_empty_frame_stays_empty() -> None:
    """With its two new columns."""
    empty = pl.DataFrame(CELLS).clear()
    assert score_frame(empty, rules=WUHAN).shape == (0, 6)
    assert score_frame(pd.DataFrame({name: [] for name in CELLS}), rules=WUHAN).shape == (0, 6)


def test_bad_frames_are_refused() -> None:
    """No frame, no column, no role of that name: the error says which."""
    with pytest.raises(InputError, match="found 'list'"):
        score_frame([1], rules=WUHAN)
    with pytest.raises(
        InputError, match="actual: found 'actual', expected one of the columns 'weight', 'target'"
    ):
        score_frame(pl.DataFrame({"weight": [1], "target": [1]}), rules=WUHAN)
    with pytest.raises(InputError, match="direction: found '方向'"):
        score_frame(pl.DataFrame(CELLS), rules=WUHAN, columns={"direction": "方向"})
    with pytest.raises(InputError, match="found 'colour'"):
        score_batch(pa.record_batch(CELLS), rules=WUHAN, columns={"colour": "weight"})
    with pytest.raises(InputError, match="a rule set"):
        score_frame(pl.DataFrame(CELLS), rules="wuhan-2023")  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"direction\[1\]: found 'up'"):
        score_frame(pl.DataFrame({**CELLS, "direction": [None, "up", None]}), rules=WUHAN)


def test_the_tables_of_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every indicator of the transcribed tables scores as it does in its table, in parts of any size."""
    monkeypatch.setattr(cell_columns, "BATCH", 7)
    rows, expected = [], []
    for file in sorted(TABLES.glob("*.json")):
        table = ps.from_json(file.read_text(encoding="utf-8"))
        for item, line in zip(table.indicators, ps.score(table, rules=WUHAN).lines, strict=True):
            cells = [
                cell.text if cell is not None else None for cell in (item.weight, item.target, item.actual)
            ]
            rows.append((*cells, item.direction.value if item.direction else None, item.name))
            rated = item.rating is not None
            expected.append(None if line.printed is None or rated else float(line.printed))
    frame = pl.DataFrame(rows, schema=["weight", "target", "actual", "direction", "name"], orient="row")
    assert len(rows) > 100
    assert score_frame(frame, rules=WUHAN)["score"].to_list() == expected


MADE = [pd.DataFrame, pl.DataFrame, pa.table, pa.record_batch]
PLAIN: dict[str, Any] = {"weight": ["2", "4"], "target": ["45人", "700"], "actual": ["41人", "696"]}


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize("name", ["score", "status"])
def test_no_column_of_the_frame_is_lost(make: Any, name: str) -> None:
    """Claimed scores may stand in a column called score; they are not written over."""
    with pytest.raises(InputError, match=f"frame: found 'a column {name}', expected a frame without one"):
        score_frame(make({**PLAIN, name: ["1.82", "4"]}), rules=WUHAN)
    with pytest.raises(InputError, match="a frame without one"):
        score_frame(
            make({name: PLAIN["weight"], "target": PLAIN["target"], "actual": PLAIN["actual"]}),
            rules=WUHAN,
            columns={"weight": name},
        )


def test_a_batch_keeps_its_schema() -> None:
    """Metadata, and columns that are not read though two have one name."""
    arrays = [*(pa.array(cells) for cells in PLAIN.values()), pa.array([1, 2]), pa.array([3, 4])]
    batch = pa.record_batch(arrays, names=[*PLAIN, "z", "z"]).replace_schema_metadata({"a": "b"})
    scored = score_batch(batch, rules=WUHAN)
    assert scored.schema.metadata == {b"a": b"b"}
    assert scored.schema.names == [*PLAIN, "z", "z", "score", "status"]
    assert scored.column("score").to_pylist() == [1.82, 3.98]
    twice = pa.record_batch([*arrays, arrays[0]], names=[*PLAIN, "y", "z", "weight"])
    with pytest.raises(InputError, match="weight: found 'weight', expected the name of one column"):
        score_batch(twice, rules=WUHAN)


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame([["2", "1", "1", "1"]], columns=[*PLAIN, "weight"]),
        pa.table([["2"], ["1"], ["1"], ["1"]], names=[*PLAIN, "weight"]),
    ],
)
def test_names_that_occur_twice_are_refused(frame: Any) -> None:
    """Which of two columns is meant cannot be told."""
    with pytest.raises(InputError, match="frame: found .*weight.*, expected columns of different names"):
        score_frame(frame, rules=WUHAN)


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize("names", [[None, None], [float("nan"), None], [1, 2], ["人数", None]])
def test_names_of_any_kind(make: Any, names: list[Any]) -> None:
    """A column of names that is empty, or of numbers, decides no direction."""
    scored = score_frame(make({**PLAIN, "name": names}), rules=WUHAN)
    assert list(scored["score"].to_numpy()) == [1.82, 3.98]


def test_names_that_are_categories() -> None:
    """As pandas and Arrow keep them."""
    frame = pd.DataFrame({**PLAIN, "name": ["失业率", None]}).astype("category")
    assert score_frame(frame, rules=WUHAN)["score"].tolist() == [2.0, 3.98]
    with pytest.raises(InputError, match=r"name: found 'list<.*', expected text"):
        score_frame(pa.table({**PLAIN, "name": [[1], [2]]}), rules=WUHAN)


def test_columns_that_have_no_arrow_type() -> None:
    """Of cells of several kinds, sparse, of other names than text, of 128 bits."""
    frame = pd.DataFrame({0: pd.Categorical(["2", 4]), 1: pd.arrays.SparseArray([45, 700]), 2: ["41", 696]})
    scored = score_frame(frame, rules=WUHAN, columns={"weight": 0, "target": 1, "actual": 2})  # type: ignore[dict-item]
    assert scored["score"].tolist() == [1.82, 3.98]
    wide = pl.DataFrame(PLAIN).with_columns(weight=pl.Series([2, 4], dtype=pl.Int128))
    assert score_frame(wide, rules=WUHAN)["score"].to_list() == [1.82, 3.98]
    with pytest.raises(InputError, match=r"weight\[0\]: found 1j"):
        score_frame(pd.DataFrame({**PLAIN, "weight": [1j, 2]}), rules=WUHAN)


def test_an_empty_frame_has_columns_of_the_same_types() -> None:
    """So that the parts of a table can be put together again."""
    frame = pd.DataFrame(PLAIN)
    assert (
        score_frame(frame.iloc[:0], rules=WUHAN).dtypes.tolist()
        == score_frame(frame, rules=WUHAN).dtypes.tolist()
    )


def test_chunks_are_read_as_they_are() -> None:
    """Also where the parts that are scored go across them."""
    table = pa.concat_tables([pa.table(PLAIN), pa.table(PLAIN).slice(1), pa.table(PLAIN)])
    assert score_frame(table, rules=WUHAN)["score"].to_pylist() == [1.82, 3.98, 3.98, 1.82, 3.98]


@pytest.mark.parametrize("given", [pl.Series([1]), pa.array([1]), pa.chunked_array([[1]])])
def test_a_column_is_no_frame(given: Any) -> None:
    """It gives Arrow data, but none in columns."""
    with pytest.raises(InputError, match="frame: found .*, expected Arrow data in columns"):
        score_frame(given, rules=WUHAN)


def test_bad_calls_of_frames_are_refused() -> None:
    """A batch that is none, columns that are no mapping, rules that are none."""
    batch = pa.record_batch(PLAIN)
    with pytest.raises(InputError, match="batch: found 'Table', expected an Arrow record batch"):
        score_batch(pa.table(PLAIN), rules=WUHAN)
    with pytest.raises(InputError, match="columns: found .*, expected a mapping"):
        score_batch(batch, rules=WUHAN, columns=["weight"])  # type: ignore[arg-type]
    with pytest.raises(InputError, match="rules: found None, expected a rule set"):
        score_batch(batch, rules=None)  # type: ignore[arg-type]


def test_errors_name_the_row_of_the_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not that of the part in which it was read."""
    monkeypatch.setattr(cell_columns, "BATCH", 2)
    ones = [1.0] * 5
    frame = pd.DataFrame({"weight": [*ones[:3], float("inf"), 1.0], "target": ones, "actual": ones})
    with pytest.raises(InputError, match=r"^weight\[3\]: found inf, expected a finite number; rows 3$"):
        score_frame(frame, rules=WUHAN)


def test_an_error_names_the_frame_s_own_column() -> None:
    """Not the role that the column has; and the row of the frame, not of a part of it."""
    rows = cell_columns.BATCH + 3
    frame = pl.DataFrame({"分值": [2.0] * rows, "目标": ["45人"] * rows, "完成": ["41人"] * rows})
    names = {"weight": "分值", "target": "目标", "actual": "完成"}
    endless = frame.with_columns(分值=pl.Series([2.0] * (rows - 1) + [float("inf")]))
    with pytest.raises(InputError, match=rf"^分值\[{rows - 1}\]: found inf"):
        score_frame(endless, rules=WUHAN, columns=names)
    wrong = frame.with_columns(向=pl.Series(["正向"] * (rows - 1) + ["斜向"]))
    with pytest.raises(InputError, match=rf"^向\[{rows - 1}\]: found '斜向'"):
        score_frame(wrong, rules=WUHAN, columns={**names, "direction": "向"})


def test_an_empty_direction_is_none() -> None:
    """Frames often write nothing so; then the name decides, as where the column is not there."""
    frame = pl.DataFrame({**CELLS, "direction": ["", " ", None]})
    assert score_frame(frame, rules=WUHAN)["score"].to_list() == [score for score, _ in SCORED]


@pytest.mark.parametrize("name", ["verdict", "convention"])
def test_verifying_writes_over_no_column(name: str) -> None:
    """A column that would be lost is refused."""
    frame = pl.DataFrame({**CELLS, "claimed": ["2"] * 3, name: [1, 2, 3]})
    with pytest.raises(InputError, match=f"frame: found 'a column {name}'"):
        verify_frame(frame, rules=WUHAN)


def test_tables_of_any_type_and_in_any_part() -> None:
    """The places of a table count for all its rows, wherever they stand and whatever names it."""
    rows = cell_columns.BATCH + 2
    claimed = ["1.82"] + ["2"] * (rows - 1)
    cells = {"weight": ["2"] * rows, "target": ["45人"] * rows, "actual": ["41人"] * rows, "claimed": claimed}
    numbers = pl.Series([7] * (rows - 2) + [None, 7])
    for table in (numbers, numbers.cast(pl.String), numbers.cast(pl.String).cast(pl.Categorical)):
        found = verify_frame(pl.DataFrame({**cells, "table": table}), rules=WUHAN)["verdict"].to_list()
        other = "consistent-under-another-convention"
        assert (found[0], found[1], found[-2], found[-1]) == (
            "consistent",
            "inconsistent",
            other,
            "inconsistent",
        )
