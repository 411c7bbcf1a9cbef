"""Reports: everything of a department in one result, byte for byte reproducible."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings

import perfscore as ps
from perfscore.findings import Severity
from perfscore.reports import FORMAT, Report, report
from perfscore.verdicts import Subject
from tests.documents.disclosures import report_of
from tests.strategies import disclosures

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
RULES = ps.load_rules("wuhan-2023")
SCHEMA = json.loads(
    (resources.files("perfscore.reports") / "report-2.schema.json").read_text(encoding="utf-8")
)
ROW = ps.Indicator("满意度", weight=80, target="≥90%", actual="95%", claimed=79)
EXECUTION = ps.BudgetExecution(weight=20, budget="100.00", executed="100.00", rate="100%", claimed=20)
TABLE = ps.SelfAssessment(
    table_id="1", execution=EXECUTION, goals=[ps.Goal(weight=80, children=[ROW])], total=99
)


def _report(name: str = "某局", **options: Any) -> Report:
    disclosure = ps.Disclosure(
        department=name,
        tables=[TABLE],
        statements=[
            ps.StatedShare(name="占比", part="1人", whole="2人", rate="60%"),
            ps.StatedResult(name="项目", table="9"),
        ],
    )
    return report(disclosure, rules=RULES, **options)


def test_what_it_holds() -> None:
    """Totals claimed and admitted, findings by severity and family, what was not checked, diagnoses."""
    result = _report()
    assert [item.code for item in result.findings] == ["Q007", "T003", "S002", "R006"]
    assert result.by_severity() == {Severity.ERROR: 3, Severity.NOTE: 1}
    assert result.by_family() == {"R": 1, "Q": 1, "T": 1, "S": 1}
    (row,) = result.totals()
    assert (row["claimed"], row["admitted"], row["consistent"]) == ("99", "100", False)
    assert [item.reason.key for item in result.not_checked if item.reason] == ["reason.no-table"]
    assert [item.verification.table for item in result.diagnoses] == ["1"]
    assert repr(result) == "<Report 某局: 1 table, 4 findings, inconsistent>"


def test_options() -> None:
    """Findings can be chosen, diagnoses left out, and the receipt says so."""
    result = _report(select=["S"], ignore=iter(["R"]), explain=False)
    assert [item.code for item in result.findings] == ["S002"]
    assert result.diagnoses == ()
    assert dict(result.receipt.options) == {"select": ("S",), "ignore": ("R",), "explain": False}


def test_the_same_bytes() -> None:
    """Two runs give the same JSON, and there is no time in it."""
    assert _report().to_json() == _report().to_json()
    assert "generated" not in _report().to_dict()
    assert "\n" not in _report().to_json(indent=None)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_documents_follow_the_schema(number: str) -> None:
    """The reports of the five documents are of the published format."""
    jsonschema.validate(json.loads(report_of(number).to_json()), SCHEMA)


@pytest.mark.parametrize(
    "change",
    [{"format": "perfscore.report/3"}, {"more": 1}, {"consistent": "no"}, {"findings": [{"code": "Q001"}]}],
)
def test_other_data_do_not_follow_the_schema(change: dict[str, Any]) -> None:
    """A report with anything else in it is refused."""
    data = json.loads(_report().to_json())
    assert data["format"] == FORMAT
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, **change}, SCHEMA)


def test_an_empty_disclosure() -> None:
    """Nothing published is a report of nothing."""
    result = report(ps.Disclosure(), rules=RULES)
    assert repr(result) == "<Report disclosure: 0 tables, 0 findings, consistent>"
    assert result.totals() == []
    jsonschema.validate(json.loads(result.to_json()), SCHEMA)


def test_a_table_without_total_claims_none() -> None:
    """Its total is not printed, and so it reads in the report."""
    result = report(ps.Disclosure(tables=[ps.SelfAssessment(table_id="1")]), rules=RULES)
    assert result.totals()[0]["claimed"] is None


def test_html() -> None:
    """It is escaped, and a long one says how much it leaves out."""
    html = _report("<script>")._repr_html_()
    assert "<script>" not in html
    assert "S002" in html
    many = [
        ps.StatedShare(name=f"占比{number}", part="1人", whole="2人", rate="60%") for number in range(203)
    ]
    assert ">3<" in report(ps.Disclosure(statements=many), rules=RULES)._repr_html_()


def test_the_schema_is_one() -> None:
    """It is a JSON Schema of the draft it names, and closes every object but those of free names."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "perfscore:report-1"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"] == {"const": FORMAT}
    # Counts by name have names of their own, and so have the arguments of a message.
    free = {"severities", "families", "verdicts", "args"}
    for name, part in _objects(SCHEMA, ""):
        assert name in free or part["additionalProperties"] is False, name


def _objects(part: Any, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield name, part
        for key, value in part.items():
            yield from _objects(value, key)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("receipt", "more"), 1),
        (("receipt", "rules", "sha256"), "0"),
        (("receipt", "input", "sha256"), "G" * 64),
        (("receipt", "options", "explain"), "yes"),
        (("summary", "more"), 1),
        (("summary", "not_checked"), -1),
        (("tables", 0, "claimed"), 99),
        (("tables", 0, "more"), None),
        (("findings", 0, "severity"), "fatal"),
        (("findings", 0, "code"), "Q7"),
        (("findings", 0, "location", "row"), "1"),
        (("findings", 0, "more"), None),
        (("verdicts", 0, "kind"), "perhaps"),
        (("verdicts", 0, "gap"), 0.5),
        (("verdicts", 0, "more"), None),
        (("not_checked", 0, "reason"), None),
        (("diagnoses", 0, "tried"), -1),
        (("diagnoses", 0, "diagnosed", 0, "confidence"), "sure"),
    ],
)
def test_a_spoiled_report_does_not_follow_the_schema(path: tuple[str | int, ...], value: Any) -> None:
    """One wrong value, or one key more, anywhere in a report is refused."""
    data = json.loads(_report().to_json())
    jsonschema.validate(data, SCHEMA)
    part = data
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


@pytest.mark.parametrize("key", sorted(SCHEMA["required"]))
def test_a_report_that_lacks_a_part_does_not_follow_the_schema(key: str) -> None:
    """Every part of a report is always there."""
    data = json.loads(_report().to_json())
    del data[key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def test_what_differs_is_told_by_the_receipt() -> None:
    """A variant, an input or an option that changes no result changes the receipt, and nothing else."""
    disclosure = ps.Disclosure(department="某局", tables=[TABLE])
    variant = attrs.evolve(RULES, choices=attrs.evolve(RULES.choices, late="zero"))
    first = report(disclosure, rules=RULES).to_dict()
    for other, part in (
        (report(disclosure, rules=variant), "rules"),
        (report(attrs.evolve(disclosure, remarks=["第二次公开"]), rules=RULES), "input"),
        (report(disclosure, rules=RULES, ignore=["S"]), "options"),
    ):
        data = other.to_dict()
        assert {key for key in data if data[key] != first[key]} == {"receipt"}
        one, two = first["receipt"], data["receipt"]
        assert isinstance(one, dict)
        assert isinstance(two, dict)
        assert {key for key in one if one[key] != two[key]} == {part}


def test_the_same_bytes_in_another_process() -> None:
    """Neither the order of hashing nor the clock nor the place has a part in the JSON."""
    code = (
        "import sys; from tests.documents.disclosures import report_of; "
        "sys.stdout.buffer.write(report_of('003').to_json().encode('utf-8'))"
    )
    written = {
        subprocess.run(  # noqa: S603  # our own words
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Shanghai"))
    }
    assert written == {report_of("003").to_json().encode("utf-8")}


def test_both_languages() -> None:
    """The text is Chinese or English, and each says the same number of things."""
    result = _report()
    chinese, english = result.text("zh"), result.text("en")
    assert "发现 4 条" in chinese
    assert "4 findings" in english
    assert len(chinese.splitlines()) == len(english.splitlines())


def test_a_hostile_cell_is_escaped_in_html() -> None:
    """Names, places and cells of a document are no markup."""
    hostile = '<img src=x onerror="alert(1)">'
    stated = ps.StatedShare(name=hostile, place=hostile, part="1人", whole="2人", rate="60%")
    told = ps.StatedResult(name=hostile, budget=hostile)
    html = report(ps.Disclosure(department=hostile, statements=[stated, told]), rules=RULES)._repr_html_()
    assert "<img" not in html
    assert "&lt;img" in html


# Two lines of a level that print no weight, one of which cannot be judged; three that need more than it has.
HARD_LEVELS = [
    ps.Level(
        "社会效益",
        [
            ps.Indicator("a", target="≥100%", actual="及时", claimed="5.00"),
            ps.Indicator("b", target="≥90%", actual="30%以上", claimed="3.00"),
        ],
        weight=15,
    ),
    ps.Level("数量", [ps.Indicator(name, target="≥1", actual="1", claimed=2) for name in "abc"], weight=2),
]


@pytest.mark.parametrize("level", HARD_LEVELS, ids=lambda level: level.label)
def test_no_table_loses_the_others(level: ps.Level) -> None:
    """A level that is hard to judge has its verdicts, and the table before it and after it theirs."""
    hard = ps.SelfAssessment(table_id="2", goals=[ps.Goal(children=[level])])
    tables = [TABLE, hard, attrs.evolve(TABLE, table_id="3")]
    result = report(ps.Disclosure(department="某局", tables=tables), rules=RULES)
    first, second, third = result.totals()
    assert (first["table"], second["table"], third["table"]) == ("1", "2", "3")
    assert {**first, "table": "3"} == third
    assert (first["claimed"], first["admitted"]) == ("99", "100")
    verdicts = result.verification.tables[1].verdicts
    assert [item.claimed for item in verdicts if item.subject is Subject.LINE] == [
        row.claimed.text for row in hard.indicators if row.claimed is not None
    ]


@settings(max_examples=40)
@given(disclosures())
def test_whatever_is_printed_can_be_reported(disclosure: ps.Disclosure) -> None:
    """Any disclosure that can be made, right or wrong, has a report in every form."""
    result = report(disclosure, rules=RULES)
    assert len(result.totals()) == len(disclosure.tables)
    assert result.text("zh").encode()
    assert result.text("en").encode()
    jsonschema.validate(json.loads(result.to_json()), SCHEMA)
    assert json.loads(result.to_sarif())["version"] == "2.1.0"
    assert result._repr_html_().encode()
