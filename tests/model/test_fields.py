"""Converters: what each field takes, and how it refuses the rest."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError
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
    for value in (True, 2023.0):
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
        ({"goals": 5}, ""),
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
