"""Plain data and JSON: nothing is lost, nothing unknown passes, errors name the path."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import perfscore as ps
from perfscore.errors import InputError
from perfscore.figures import Precision
from perfscore.model import _serialise

SCHEMA = json.loads(
    (resources.files("perfscore.model") / "self-assessment-1.schema.json").read_text(encoding="utf-8")
)
TABLES = sorted((Path(__file__).parents[2] / "examples" / "tables").glob("*.json"))


def _full() -> ps.SelfAssessment:
    return ps.SelfAssessment(
        table_id="T",
        kind="department",
        year=2023,
        check_boxes=[ps.CheckBox("项目属性", options=["新增性", "持续性"], ticked=["持续性"])],
        execution=ps.BudgetExecution(
            budget="100.00", executed=99.5, weight=20, sources=[ps.FundSource("财政拨款", budget="100.00")]
        ),
        goals=[
            ps.Goal(
                "目标",
                [
                    ps.Level("产出指标", [ps.Indicator("a", target="≥3", actual=4, direction="negative")]),
                    ps.Indicator("b", rating="达成", claimed=1),
                ],
                weight=80,
            )
        ],
        truncated=True,
        grade="优",
        remarks=["cut"],
    )


def test_round_trip() -> None:
    """A table comes back from plain data and from JSON as it was."""
    table = _full()
    assert ps.from_dict(ps.to_dict(table)) == table
    assert ps.from_json(ps.to_json(table)) == table
    assert ps.to_json(ps.from_json(ps.to_json(table))) == ps.to_json(table)


def test_floats_stay_of_assumed_precision() -> None:
    """A number that came as a float is written as a number and read back as assumed."""
    data = ps.to_dict(_full())
    assert data["execution"]["executed"] == 99.5
    again = ps.from_json(ps.to_json(_full()))
    assert again.execution is not None
    assert again.execution.executed is not None
    assert again.execution.executed.quantity is not None
    assert again.execution.executed.quantity.precision is Precision.ASSUMED


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.stem)
def test_transcribed_tables_fit_the_published_schema(file: Path) -> None:
    """Each table of the project fits the JSON Schema, and is what reading and writing it gives."""
    data = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.validate(data, SCHEMA)
    assert ps.to_dict(ps.from_dict(data)) == data


def test_the_schema_knows_every_field() -> None:
    """A table with every kind of field fits the schema; an unknown field does not."""
    jsonschema.validate(ps.to_dict(_full()), SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**ps.to_dict(_full()), "extra": 1}, SCHEMA)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({}, "format"),
        ({"format": "perfscore.table/2"}, "format"),
        ([], ""),
        ({"format": _serialise.FORMAT, "titel": "x"}, "titel"),
        ({"format": _serialise.FORMAT, "goals": {}}, "goals"),
        ({"format": _serialise.FORMAT, "goals": [3]}, "goals[0]"),
        ({"format": _serialise.FORMAT, "execution": []}, "execution"),
        ({"format": _serialise.FORMAT, "goals": [{"children": [{"weight": 2}]}]}, "goals[0].children[0].name"),
        (
            {"format": _serialise.FORMAT, "goals": [{"children": [{"label": "x", "children": [{"name": 3}]}]}]},
            "goals[0].children[0].children[0].name",
        ),
        ({"format": _serialise.FORMAT, "check_boxes": [{}]}, "check_boxes[0].name"),
    ],
)  # fmt: skip
def test_errors_name_the_path(data: Any, place: str) -> None:
    """What is not a table is refused with the path to the fault."""
    with pytest.raises(InputError) as caught:
        ps.from_dict(data)
    assert caught.value.place == place


def test_endless_nesting_is_refused() -> None:
    """Levels inside levels end somewhere."""
    level: dict[str, Any] = {"label": "x"}
    for _ in range(50):
        level = {"label": "x", "children": [level]}
    with pytest.raises(InputError, match="at most 20 levels"):
        ps.from_dict({"format": _serialise.FORMAT, "goals": [{"children": [level]}]})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "JSON text of a table"),
        ("{", "JSON text of a table"),
        ("[" * 100_000, "JSON text of a table"),
        ('{"format": "perfscore.table/1", "total": NaN}', "finite numbers"),
        ('{"title": "a", "title": "b"}', "each field once"),
        ("3", "an object with named fields"),
    ],
)
def test_text_that_is_no_table_is_refused(text: str, expected: str) -> None:
    """Broken, endless or ambiguous JSON gives a clear error."""
    with pytest.raises(InputError, match=expected):
        ps.from_json(text)


def test_json_is_bounded_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes and texts that are too long are refused."""
    with pytest.raises(InputError, match="utf-8"):
        ps.from_json(b"{}")  # type: ignore[arg-type]
    monkeypatch.setattr(_serialise, "MAX_JSON", 5)
    with pytest.raises(InputError, match="at most 5 characters"):
        ps.from_json("{      }")


def test_none_is_not_printed() -> None:
    """A null field is the same as one that is left out."""
    data = {"format": _serialise.FORMAT, "execution": None, "total": None}
    assert ps.from_dict(data) == ps.SelfAssessment()
