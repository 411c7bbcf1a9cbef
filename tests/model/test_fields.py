"""Converters: what each field takes, and how it refuses the rest."""

from __future__ import annotations

import inspect
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore import model
from perfscore.errors import InputError
from perfscore.figures import Figure
from perfscore.model import _fields as fields
from perfscore.terms import Grade, Kind


def test_grades_are_kept_as_printed() -> None:
    """A grade is text as printed, also one that is no grade; a Grade gives its label."""
    assert fields.to_grade("优秀") == "优秀"
    assert fields.to_grade("很好") == "很好"
    assert fields.to_grade(Grade.GOOD) == "良"
    assert fields.to_grade(None) is None
    with pytest.raises(InputError, match="grade: found 3"):
        fields.to_grade(3)  # type: ignore[arg-type]


def test_years_are_kept_as_text() -> None:
    """A year may be a number or text."""
    assert fields.to_year(2023) == "2023"
    assert fields.to_year("2023年度") == "2023年度"
    assert fields.to_year(None) is None
    for value in (True, 2023.0, -1, 10**5000):
        with pytest.raises(InputError, match="a year such as 2023"):
            fields.to_year(value)  # type: ignore[arg-type]


def test_kinds_are_terms_or_their_labels() -> None:
    """A kind is given as a member or a label in either language."""
    assert fields.to_kind("部门整体") is fields.to_kind("department") is fields.to_kind(Kind.DEPARTMENT)
    with pytest.raises(InputError, match="one of department"):
        fields.to_kind("city")


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"title": 3}, "title"),
        ({"title": None}, "title"),
        ({"execution": {}}, "execution"),
        ({"goals": [1]}, "goals[0]"),
        ({"goals": 5}, "goals"),
        ({"truncated": "no"}, "truncated"),
        ({"total": "x" * 20, "year": 1.5}, "year"),
        ({"total": float("nan")}, "total"),
        ({"basic_expenditure": object()}, "expenditure"),
        ({"remarks": [3]}, "remarks[0]"),
        ({"check_boxes": ["x"]}, "check_boxes[0]"),
    ],
)
def test_tables_refuse_bad_fields(arguments: dict[str, Any], place: str) -> None:
    """An error names the field of the table."""
    with pytest.raises(InputError) as caught:
        ps.SelfAssessment(**arguments)
    assert caught.value.place == place


CLASSES = [getattr(model, name) for name in model.__all__ if inspect.isclass(getattr(model, name))]
NEEDED: dict[str, dict[str, Any]] = {
    "Level": {"label": "x"},
    "StatedFigure": {"name": "x", "value": "1"},
    "StatedSum": {"name": "x", "whole": "2", "parts": ["1"]},
    "StatedShare": {"name": "x", "part": "1", "whole": "2", "rate": "50%"},
}
FIELDS = [
    (kind, field.name)
    for kind in CLASSES
    if kind not in (model.Row, model.Section)
    for field in attrs.fields(kind)
]


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=str)
def test_half_characters_are_refused_in_every_field(kind: type, name: str) -> None:
    """Half of a character that takes two is refused in each field of each class, alone or in a list."""
    needed = NEEDED.get(kind.__name__, {"name": "x"} if "name" in attrs.fields_dict(kind) else {})
    for value in ("\ud800", ["\ud800"]):
        with pytest.raises(InputError) as caught:
            kind(**needed | {name: value})
        assert caught.value.place
        str(caught.value).encode()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Figure("\ud800", None), "text of whole characters"),
        (Figure(2, None), "text"),  # type: ignore[arg-type]
        (Figure("2", 2), "a cell that was read"),  # type: ignore[arg-type]
        (Figure("x" * 100_001, None), "text of at most 100000 characters"),
        ("x" * 100_001, "text of at most 100000 characters"),
    ],
)
def test_cells_that_were_made_by_hand_are_looked_at(cell: Any, expected: str) -> None:
    """A cell that is handed in ready has text that a file can hold, and a quantity or none."""
    with pytest.raises(InputError) as caught:
        ps.Indicator("数", weight=cell)
    assert (caught.value.place, caught.value.expected) == ("weight", expected)
    assert ps.Indicator("数", weight=Figure("", None)).weight is None
