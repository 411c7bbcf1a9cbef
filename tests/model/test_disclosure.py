"""A disclosure: parts with names of their own."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError


def test_names_and_repr() -> None:
    """Department and year name it; without both it is a disclosure."""
    disclosure = ps.Disclosure(department="某局", year=2023, tables=[ps.SelfAssessment(table_id="1")])
    assert disclosure.name == "某局 2023"
    assert repr(disclosure) == (
        "<Disclosure 某局 2023: 1 table, 0 narratives, 0 target tables, 0 statements>"
    )
    assert ps.Disclosure().name == "disclosure"


@pytest.mark.parametrize(
    "parts",
    [
        {"tables": [ps.SelfAssessment(table_id="1"), ps.SelfAssessment(table_id="1")]},
        {"tables": [ps.SelfAssessment(table_id="1")], "narratives": [ps.Narrative(table_id="1")]},
        {"narratives": [ps.Narrative(table_id="1")], "target_tables": [ps.TargetTable(table_id="1")]},
    ],
)
def test_two_parts_of_one_name_are_refused(parts: dict[str, Any]) -> None:
    """Results name a part by its id, so an id stands once."""
    with pytest.raises(InputError, match="table_id: found '1'"):
        ps.Disclosure(**parts)


@pytest.mark.parametrize("field", ["tables", "narratives", "target_tables", "statements"])
def test_parts_of_another_type_are_refused(field: str) -> None:
    """The error names the field."""
    wrong: dict[str, Any] = {field: ["97"]}
    with pytest.raises(InputError, match=field):
        ps.Disclosure(**wrong)
