"""What the checks know of the cells of a table."""

from __future__ import annotations

import perfscore as ps
from perfscore.checks._context import assumed_texts, is_assumed


def test_a_cell_that_came_as_a_float_is_assumed() -> None:
    """Its text is what the float prints; cells that are missing or came as text are not meant."""
    row = ps.Indicator("培训人次", weight="2", target="≥45人", actual=41.5, claimed=1.82)
    cells = (row.weight, row.target, row.actual, row.claimed, None)
    assert is_assumed(*cells)
    assert list(assumed_texts(cells)) == ["41.5", "1.82"]
    assert not is_assumed(row.weight, row.target, None)
