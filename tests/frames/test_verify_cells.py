"""Claims among printed cells: the verdicts of verify_line, whatever stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import perfscore as ps
from perfscore.checks import verify_line
from perfscore.columns import KINDS
from perfscore.frames import verify_frame
from perfscore.frames._verify_cells import ClaimReader
from tests.columns.reference import WUHAN
from tests.frames.test_read_cells import texts

TABLES = sorted((Path(__file__).parents[2] / "examples" / "tables").glob("*.json"))
CELLS = ("weight", "target", "actual", "claimed")
SAME = attrs.evolve(WUHAN, choices=attrs.evolve(WUHAN.choices, missing_unit="same", late="zero"))

weights = st.sampled_from(["2", "20", "1.5", "0", "-1", "x", "5分", "20%", "2.125", None, "9" * 30, "0.5"])
claims = st.one_of(
    st.sampled_from(["2", "20", "0", "-1", "x", "1.82", "1.8", "(3)", None, "0.50", "9" * 30, "100%"]),
    st.decimals(0, 20, places=2).map(str),
    st.integers(0, 20).map(str),
)
rows_of_cells = st.tuples(
    weights,
    texts,
    texts,
    claims,
    st.sampled_from(["正向", "反向", None]),
    st.sampled_from(["人数", "失业率", "投诉率 ", None]),
    st.booleans(),
)


def alone(rules: ps.RuleSet, cells: dict[str, Any], places: int | None = None) -> tuple[str, str | None]:
    """Return kind and convention of the verdict on one row."""
    verdict = verify_line(ps.Indicator(**cells), rules=rules, table_places=places)
    known = {item.id for item in rules.conventions[1:]}
    convention = getattr(verdict.convention, "id", None)
    return verdict.kind.slug, convention if convention in known else None


def together(rules: ps.RuleSet, columns: dict[str, list[Any]]) -> list[tuple[str, str | None]]:
    """Return the same from a frame."""
    frame = verify_frame(pa.table(columns), rules=rules)
    return list(zip(frame["verdict"].to_pylist(), frame["convention"].to_pylist(), strict=True))


@given(st.lists(rows_of_cells, min_size=1, max_size=20), st.sampled_from([WUHAN, SAME]))
def test_each_row_is_the_verdict_on_the_line(rows: list[tuple[Any, ...]], rules: ps.RuleSet) -> None:
    """Printed strings of every kind, with and without direction and name."""
    rows = [(w, t, t if same else a, c, d, n) for w, t, a, c, d, n, same in rows]
    names = (*CELLS, "direction", "name")
    columns = {name: pa.array([row[at] for row in rows], type=pa.string()) for at, name in enumerate(names)}
    for found, row in zip(together(rules, columns), rows, strict=True):
        cells = dict(zip(names, row, strict=True))
        assert found == alone(rules, {**cells, "name": cells["name"] or ""})


@given(
    st.lists(
        st.tuples(
            st.integers(1, 40), st.integers(0, 3), st.integers(1, 400), st.integers(-3, 3), st.integers(0, 3)
        ),
        min_size=1,
    ),
    st.sampled_from(["", "%", "人", "万人", "元/人", "‰"]),
    st.sampled_from(["正向", "反向"]),
)
def test_claims_beside_the_score(rows: list[tuple[int, ...]], unit: str, direction: str) -> None:
    """Claims on the printed score and a few units beside it, with targets and units of every size."""
    columns: dict[str, list[str]] = {name: [] for name in (*CELLS, "direction")}
    for weight, places, target, beside, claimed_places in rows:
        actual = max(target - weight, 0) / 10**places
        wanted = target / 10**places
        score = weight / 2 * (min(actual, wanted) / wanted) + beside / 10**claimed_places
        cells = (
            f"{weight / 2}",
            f"{wanted:.{places}f}{unit}",
            f"{actual:.{places}f}{unit}",
            f"{score:.{claimed_places}f}",
        )
        for name, text in zip((*CELLS, "direction"), (*cells, direction), strict=True):
            columns[name].append(text)
    for row, found in enumerate(together(WUHAN, columns)):
        assert found == alone(WUHAN, {"name": "", **{name: texts[row] for name, texts in columns.items()}})


@given(
    st.lists(st.tuples(*[st.floats(0, 1e4) | st.integers(0, 80).map(lambda unit: unit / 8)] * 4), min_size=1)
)
def test_numbers_are_of_assumed_precision(rows: list[tuple[float, ...]]) -> None:
    """Columns of floats are judged as the floats one by one."""
    columns = {name: [row[at] for row in rows] for at, name in enumerate(CELLS)}
    for found, row in zip(together(WUHAN, columns), rows, strict=True):
        assert found == alone(WUHAN, {"name": "", **dict(zip(CELLS, row, strict=True))})


@given(
    st.lists(
        st.tuples(
            *[texts | st.integers(0, 90) | st.integers(0, 180).map(lambda half: half / 2) | st.none()] * 4
        ),
        min_size=1,
    )
)
def test_cells_of_several_kinds(rows: list[tuple[Any, ...]]) -> None:
    """Text, whole numbers and floats in one column, as spreadsheets give them: each is read as what it is."""
    # The first row makes each column one of several kinds.
    rows = [("x", "x", "x", "x"), (2.0, 45.0, 41.0, 1.5), *rows]
    columns = {name: pd.Series([row[at] for row in rows], dtype=object) for at, name in enumerate(CELLS)}
    frame = verify_frame(pd.DataFrame(columns), rules=WUHAN)
    for kind, row in zip(frame["verdict"], rows, strict=True):
        assert kind == alone(WUHAN, {"name": "", **dict(zip(CELLS, row, strict=True))})[0]


def test_a_count_beside_floats_is_exact() -> None:
    """45 of 100 is 45, and not what 44.6 may be rounded to, though a neighbour is a float."""
    cells = {"weight": ["10"] * 2, "target": ["100"] * 2, "claimed": ["4.46"] * 2}
    frame = pd.DataFrame({**cells, "actual": pd.Series([45, 45.0], dtype=object)})
    found = verify_frame(frame, rules=WUHAN)["verdict"].tolist()
    assert found == ["inconsistent", "consistent-only-by-rounding"]


def test_a_float_beside_text_is_of_assumed_precision() -> None:
    """45.0 may be a rounded 44.6, 45 in words is 45: the one is explained by rounding, the other is wrong."""
    cells = {"weight": ["10"] * 3, "target": ["100"] * 3, "claimed": ["4.46"] * 3}
    frame = pd.DataFrame({**cells, "actual": pd.Series([45.0, "45", "≥45"], dtype=object)})
    found = verify_frame(frame, rules=WUHAN)["verdict"].tolist()
    assert found[:2] == ["consistent-only-by-rounding", "inconsistent"]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_real_tables(path: Path) -> None:
    """Each row of each transcribed table, with the places of its table."""
    table = ps.from_json(path.read_text(encoding="utf-8"))
    places = [row.claimed.quantity.places for row in table.indicators if row.claimed and row.claimed.quantity]
    columns = {
        name: pa.array(
            [None if (cell := getattr(row, name)) is None else cell.text for row in table.indicators],
            type=pa.string(),
        )
        for name in CELLS
    }
    columns["name"] = pa.array([row.name for row in table.indicators], type=pa.string())
    columns["table"] = pa.array([path.stem] * len(table.indicators), type=pa.string())
    found = together(WUHAN, columns)
    assert found == [alone(WUHAN, _cells(row), max(places, default=0)) for row in table.indicators]


def _cells(row: ps.Indicator) -> dict[str, Any]:
    cells = {name: None if (cell := getattr(row, name)) is None else cell.text for name in CELLS}
    return {"name": row.name, **cells}


def test_a_short_claim_is_read_by_its_table() -> None:
    """2 of 2 × 41/45 is a short 2.00 beside a printed 1.82; a row without table stands for itself."""
    columns: dict[str, list[Any]] = {
        "weight": ["2"] * 4,
        "target": ["45人"] * 4,
        "actual": ["41人"] * 4,
        "claimed": ["1.82", "2", "2", "2"],
        "table": ["甲", "甲", "乙", None],
    }
    kinds = [kind for kind, _ in together(WUHAN, columns)]
    whole = "consistent-under-another-convention"
    assert kinds == ["consistent", "inconsistent", whole, whole]


def test_distinct_odd_lines_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand equal lines of words are one question."""
    asked = []

    def counted(*arguments: Any, **options: Any) -> Any:
        asked.append(arguments)
        return verify_line(*arguments, **options)

    monkeypatch.setattr("perfscore.frames._verify_cells.verify_line", counted)
    line = {"weight": "10", "target": "有效提升", "actual": "一定程度提升", "claimed": "9"}
    columns = {name: pa.array([text] * 1000) for name, text in line.items()}
    verdicts = ClaimReader(WUHAN).verify(columns, None, None)
    assert {KINDS[kind].slug for kind in verdicts.kind} == {"inconsistent"}
    assert len(asked) == 1
    assert (verdicts.convention == -1).all()


def test_no_rows() -> None:
    """An empty table has no verdicts."""
    empty = pa.array([], type=pa.string())
    assert len(ClaimReader(WUHAN).verify(dict.fromkeys(CELLS, empty), None, None, np.zeros(0, np.int64))) == 0


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """More distinct odd lines than are kept are judged all the same."""
    monkeypatch.setattr("perfscore.frames._verify_cells.KEPT", 2)
    columns: dict[str, list[Any]] = {
        "weight": ["10"] * 6,
        "target": ["有效提升"] * 6,
        "actual": ["一定程度提升"] * 6,
        "claimed": ["5", "6", "9", "5", "8.5", "7.99"],
    }
    kinds = [kind for kind, _ in together(WUHAN, columns)]
    assert kinds == ["judgement", "judgement", "inconsistent", "judgement", "inconsistent", "judgement"]


def test_a_convention_explains_figures_of_any_size() -> None:
    """2 of 2 × 41/45 in whole points, with figures whose products 64 bits do not hold."""
    zeros = "0" * 15
    columns: dict[str, list[Any]] = {
        "weight": ["2"],
        "target": [f"45{zeros}人"],
        "actual": [f"41{zeros}人"],
        "claimed": ["2"],
    }
    assert together(WUHAN, columns) == [("consistent-under-another-convention", "table-places")]
