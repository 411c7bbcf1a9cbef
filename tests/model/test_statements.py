"""Stated figures: read as they are printed, nothing lost."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError


def test_parts_of_a_sum_are_kept_even_if_empty() -> None:
    """An empty part must not go missing: without it the sum would be another."""
    stated = ps.StatedSum(name="收入", whole="10万元", parts=["4万元", ""])
    assert [part.text for part in stated.parts] == ["4万元", ""]
    again = ps.StatedSum(name="收入", whole=stated.whole, parts=stated.parts)
    assert again == stated


def test_an_empty_figure_is_not_printed() -> None:
    """An empty cell is None."""
    assert ps.StatedFigure(name="就业", value="").value is None
    assert ps.StatedChange(name="就业").rate is None


@pytest.mark.parametrize(
    ("kind", "arguments", "place"),
    [
        (ps.StatedSum, {"name": "x", "whole": "1", "parts": [1, object()]}, r"parts\[1\]"),
        (ps.StatedSum, {"name": "x", "whole": "1", "parts": "12"}, "a list"),
        (ps.StatedFigure, {"name": "x", "value": []}, "figure"),
        (ps.StatedShare, {"name": "x", "part": 1, "whole": 2, "rate": {}}, "rate"),
        (ps.StatedChange, {"name": "x", "fell": 1}, "fell"),
        (ps.StatedResult, {"name": 5}, "name"),
        (ps.StatedResult, {"name": "x", "reached": []}, "count"),
    ],
)
def test_wrong_types_are_refused(kind: Any, arguments: dict[str, Any], place: str) -> None:
    """The error names the field."""
    with pytest.raises(InputError, match=place):
        kind(**arguments)
