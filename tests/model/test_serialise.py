"""Plain data and JSON: nothing is lost, nothing unknown passes, errors name the path."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import perfscore as ps
from perfscore.errors import InputError
from perfscore.figures import Precision
from perfscore.model import _serialise
from tests.bad_values import BAD

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        ([], "data"),
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


@pytest.mark.parametrize("depth", [21, 5_000])
def test_endless_nesting_is_refused(depth: int) -> None:
    """Levels inside levels end somewhere, at the place of the first that is too deep."""
    level: dict[str, Any] = {"label": "x"}
    for _ in range(depth - 1):
        level = {"label": "x", "children": [level]}
    with pytest.raises(InputError, match="at most 20 levels") as caught:
        ps.from_dict({"format": _serialise.FORMAT, "goals": [{"children": [level]}]})
    assert caught.value.place == "goals[0]" + ".children[0]" * 21


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "JSON text"),
        ("{", "JSON text"),
        ("[" * 100_000, "JSON text"),
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


def _disclosure() -> ps.Disclosure:
    return ps.Disclosure(
        department="某局",
        year=2023,
        tables=[_full()],
        narratives=[
            ps.Narrative(
                table_id="N",
                execution=ps.BudgetExecution(weight=16, rate="100%"),
                goals_weight=84,
                goals_count=1,
                achievements=[
                    ps.Achievement("就业", target="3人", actual="4人", completion="133%", reached=True)
                ],
                total=99,
            )
        ],
        target_tables=[
            ps.TargetTable(
                table_id="G",
                budget="235",
                sources=[ps.FundSource("一般公共预算", budget="235")],
                spending=[ps.SpendingItem("服务费", amount="235", parts=["217万元", "18万元"])],
                goals=[
                    ps.TargetGoal(
                        "长期目标",
                        [ps.TargetIndicator("覆盖率", labels=["产出指标"], target="100%", basis="历史数据")],
                        horizon="长期",
                    )
                ],
            )
        ],
        statements=[
            ps.StatedFigure(name="就业", value="5207人", place="一"),
            ps.StatedSum(name="收入", whole="3万元", parts=["1万元", "2万元"], complete=False),
            ps.StatedShare(name="占比", part="1", whole="2", rate="50%"),
            ps.StatedChange(name="支出", after="2", change="1", rate="100%", fell=True),
            ps.StatedResult(name="项目", table="T", budget="100", indicators=2),
        ],
        remarks=["all of it"],
    )


def test_what_must_be_given_is_written_where_it_is_not_printed() -> None:
    """A figure that the prose leaves out, and a sum without parts, come back."""
    disclosure = ps.Disclosure(
        statements=[ps.StatedFigure(name="就业", value=None), ps.StatedSum(name="收入", whole="", parts=[])]
    )
    assert ps.to_dict(disclosure)["statements"][0] == {"states": "figure", "name": "就业", "value": ""}
    assert ps.disclosure_from_dict(ps.to_dict(disclosure)) == disclosure


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path to every value of plain data."""
    yield path
    pairs = data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ())
    for key, value in pairs:
        yield from _paths(value, (*path, key))


@pytest.mark.parametrize("path", list(_paths(ps.to_dict(_disclosure())))[1:], ids=str)
def test_any_value_anywhere_is_read_or_refused(path: tuple[Any, ...]) -> None:
    """Whatever stands in place of any value, plain data are read, or refused with the place."""
    for value in BAD.values():
        data = ps.to_dict(_disclosure())
        *outer, last = path
        inside = data
        for key in outer:
            inside = inside[key]
        inside[last] = value
        try:
            disclosure = ps.disclosure_from_dict(data)
        except InputError as error:
            assert error.place.startswith(str(path[0])), error  # noqa: PT017  # which error does not matter
            str(error).encode()
        else:
            assert ps.disclosure_from_json(ps.to_json(disclosure)) == disclosure


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (r'{"format": "perfscore.table/1", "title": "\ud800"}', "title"),
        (r'{"format": "perfscore.table/1", "\ud800": 1}', r"'\ud800'"),
        (r'{"format": "perfscore.table/1", "\ud800": 1, "\ud800": 2}', r"'\ud800'"),
        (r'{"format": "perfscore.table/1", "total": "\ud800"}', "total"),
        (r'{"format": "perfscore.table/1", "remarks": ["", "\ud800"]}', "remarks[1]"),
        (
            r'{"format": "perfscore.table/1", "goals": [{"children": [{"name": "\ud800"}]}]}',
            "goals[0].children[0].name",
        ),
    ],
)  # fmt: skip
def test_half_characters_are_refused_on_reading(text: str, place: str) -> None:
    """JSON can name half of a character that takes two; no file can hold it, so the place is named instead."""
    with pytest.raises(InputError) as caught:
        ps.from_json(text)
    assert caught.value.place == place
    str(caught.value).encode()


def test_disclosures_come_back() -> None:
    """A disclosure comes back from plain data and from JSON as it was, with every kind of part."""
    disclosure = _disclosure()
    assert ps.disclosure_from_dict(ps.to_dict(disclosure)) == disclosure
    assert ps.disclosure_from_json(ps.to_json(disclosure)) == disclosure


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": "perfscore.table/1"}, "format"),
        ({"statements": [{"states": "opinion", "name": "x"}]}, r"statements\[0\].states"),
        ({"statements": [{"states": "sum", "name": "x", "whole": "1"}]}, r"statements\[0\].parts"),
        ({"statements": [{"states": "figure", "value": "1"}]}, r"statements\[0\].name"),
        (
            {"target_tables": [{"goals": [{"indicators": [{"name": "x", "targt": "1"}]}]}]},
            r"target_tables\[0\].goals\[0\].indicators\[0\].targt",
        ),
        ({"tables": [{"format": "perfscore.table/1"}]}, r"tables\[0\].format"),
    ],
)
def test_faulty_disclosures_are_refused_with_the_path(change: dict[str, Any], place: str) -> None:
    """What is no disclosure is refused, and the error says where."""
    data = {"format": "perfscore.disclosure/1", **change}
    with pytest.raises(InputError, match=place):
        ps.disclosure_from_dict(data)


DISCLOSURE_SCHEMA = json.loads(
    (resources.files("perfscore.model") / "disclosure-1.schema.json").read_text(encoding="utf-8")
)
DISCLOSURES = sorted((Path(__file__).parents[2] / "examples" / "disclosures").glob("*.json"))


@pytest.mark.parametrize("file", DISCLOSURES, ids=lambda file: file.stem)
def test_the_transcribed_disclosures_are_of_the_format(file: Path) -> None:
    """Each file is read, written back byte for byte, and follows the published schema."""
    text = file.read_text(encoding="utf-8")
    assert ps.to_json(ps.disclosure_from_json(text)) + "\n" == text
    jsonschema.validate(json.loads(text), DISCLOSURE_SCHEMA)


def test_the_schema_of_disclosures() -> None:
    """A disclosure with every kind of part follows it; a field that it does not know does not."""
    data = json.loads(ps.to_json(_disclosure()))
    jsonschema.validate(data, DISCLOSURE_SCHEMA)
    for spoiled in ({**data, "more": 1}, {**data, "statements": [{"states": "opinion", "name": "x"}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoiled, DISCLOSURE_SCHEMA)
