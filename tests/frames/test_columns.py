"""The columns that frames take, and the row that their cells make."""

from __future__ import annotations

import inspect

import perfscore as ps
from perfscore.columns import NEGATIVE, POSITIVE
from perfscore.frames import score_cells
from perfscore.frames._columns import CELLS, OPTIONAL, SCORED, SCORED_CELLS, VERIFIED, indicator_of
from perfscore.terms import Direction


def test_columns_of_scoring_and_verifying() -> None:
    """Scoring takes no claim and no table; what is no printed cell may be absent."""
    assert SCORED == ("weight", "target", "actual", "direction", "name")
    assert VERIFIED == ("weight", "target", "actual", "claimed", "direction", "name", "table")
    assert {"direction", "name", "table"} == OPTIONAL


def test_each_cell_of_a_row_has_its_column() -> None:
    """Frames take the cells that a row of a table has, and no others, in printed order."""
    row = ps.Indicator("", weight=1, target=2, actual=3, claimed=4)
    assert [getattr(row, role) for role in CELLS] == list(row.cells().values())


def test_columns_of_cells_are_scored_in_their_order() -> None:
    """The cells that a score depends on are the first parameters of the function for columns of them."""
    assert tuple(inspect.signature(score_cells).parameters)[: len(SCORED_CELLS)] == SCORED_CELLS


def test_each_cell_is_read_as_a_row_reads_it() -> None:
    """The reader of a column says of a text what the field of a row says."""
    for role, read in CELLS.items():
        for text in ("41人", "1.82", "≥95%", "有效提升", "2分"):
            cells = {role: text}
            assert read(text) == getattr(indicator_of(cells, POSITIVE), role)


def test_the_row_of_some_cells() -> None:
    """It has the cells and the direction, no name, and nothing else."""
    cells = {"weight": 2, "target": "5%", "actual": "6%", "claimed": "1.67"}
    for code, direction in ((POSITIVE, Direction.POSITIVE), (NEGATIVE, Direction.NEGATIVE)):
        expected = ps.Indicator("", weight=2, target="5%", actual="6%", claimed="1.67", direction=direction)
        assert indicator_of(cells, code) == expected
