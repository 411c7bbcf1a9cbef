"""Reports: everything of a department in one result, byte for byte reproducible."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest

import perfscore as ps
from perfscore.findings import Severity
from perfscore.reports import FORMAT, Report, report
from tests.documents.disclosures import report_of

RULES = ps.load_rules("wuhan-2023")
SCHEMA = json.loads(
    (resources.files("perfscore.reports") / "report-1.schema.json").read_text(encoding="utf-8")
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
    assert dict(result.receipt.options) == {"select": ["S"], "ignore": ["R"], "explain": False}


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
    [{"format": "perfscore.report/2"}, {"more": 1}, {"consistent": "no"}, {"findings": [{"code": "Q001"}]}],
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
