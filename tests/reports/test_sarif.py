"""SARIF: the shape that its standard asks for."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

import perfscore as ps
from perfscore.reports import report
from tests.documents.disclosures import report_of

if TYPE_CHECKING:
    from perfscore.model import Statement

RULES = ps.load_rules("wuhan-2023")


def _log(**options: Any) -> dict[str, Any]:
    rows = [ps.Indicator(name, weight=50, target="≥90%", actual="95%", claimed=49) for name in "甲乙"]
    table = ps.SelfAssessment(table_id="1", goals=[ps.Goal(children=rows)], total=98)
    stated = [ps.StatedResult(name="项目"), ps.StatedResult(name="另一", table="9")]
    result = report(ps.Disclosure(department="某局", tables=[table], statements=stated), rules=RULES)
    log: dict[str, Any] = json.loads(result.to_sarif(**options))
    return log


def test_the_log() -> None:
    """One run of one tool, with the rules that were found in the order of their codes."""
    log = _log()
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("perfscore", ps.__version__)
    assert [rule["id"] for rule in driver["rules"]] == ["Q007", "R006", "S005", "T003"]
    assert run["properties"]["receipt"]["rules"]["id"] == "wuhan-2023"


def test_the_results() -> None:
    """Each has its rule, a level that fits its kind, a message and a place."""
    (run,) = _log(language="en")["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["kind"], result["level"]) == {
            "Q007": ("fail", "error"),
            "T003": ("fail", "error"),
            "S005": ("fail", "warning"),
            "R006": ("open", "none"),
        }[result["ruleId"]]
        assert result["message"]["text"].isprintable()
        assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    first = run["results"][0]
    assert first["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "1/1/甲/score"
    assert first["properties"]["clause"] == "wuhan-2023 §2"
    assert "properties" not in run["results"][-1]


def test_fingerprints_tell_cells_apart() -> None:
    """The same cell has the same fingerprint in every run, another cell another one."""
    one, other = (
        [item["partialFingerprints"]["codeAndCell/v1"] for item in _log(indent=None)["runs"][0]["results"]]
        for _ in range(2)
    )
    assert one == other
    assert len(set(one)) == len(one)


def test_further_places_are_locations() -> None:
    """A finding that holds in several rows names each of them."""
    rows = [ps.Indicator(name, weight=50, target="≥90%", actual="95%") for name in "甲乙"]
    table = ps.SelfAssessment(table_id="1", goals=[ps.Goal(children=rows)])
    result = report(ps.Disclosure(tables=[table]), rules=RULES, select=["R003"])
    (first, *_rest) = json.loads(result.to_sarif())["runs"][0]["results"]
    names = [place["logicalLocations"][0]["name"] for place in first["locations"]]
    assert names == ["甲", "乙"]


def _results(*stated: Statement) -> list[dict[str, Any]]:
    result = report(ps.Disclosure(department="某局", statements=stated), rules=RULES)
    found: list[dict[str, Any]] = json.loads(result.to_sarif())["runs"][0]["results"]
    return found


def test_the_rules_of_the_driver() -> None:
    """Each code has its name, two texts and the level of its severity."""
    rules = {rule["id"]: rule for rule in _log()["runs"][0]["tool"]["driver"]["rules"]}
    assert {code: rule["defaultConfiguration"]["level"] for code, rule in rules.items()} == {
        "Q007": "error",
        "T003": "error",
        "S005": "warning",
        "R006": "note",
    }
    assert rules["S005"]["name"] == "project-without-table"
    assert all(rule["shortDescription"]["text"] for rule in rules.values())
    assert all(rule["fullDescription"]["text"] for rule in rules.values())


def test_both_languages() -> None:
    """Messages and descriptions follow the language; codes, places and fingerprints do not."""
    (chinese,), (english,) = _log(language="zh")["runs"], _log(language="en")["runs"]
    for one, two in zip(chinese["results"], english["results"], strict=True):
        assert one["message"] != two["message"]
        assert {**one, "message": None} == {**two, "message": None}
    for one, two in zip(chinese["tool"]["driver"]["rules"], english["tool"]["driver"]["rules"], strict=True):
        assert one["shortDescription"] != two["shortDescription"]
        assert (one["id"], one["name"]) == (two["id"], two["name"])
    assert _log() == _log(language="zh")


def test_a_fingerprint_is_of_code_and_cell() -> None:
    """It is the hash of both, so that it is the same in every version: Q007 of the first row's score."""
    first = _log()["runs"][0]["results"][0]
    expected = hashlib.sha256("Q007\0001/1/甲/score".encode()).hexdigest()
    assert first["partialFingerprints"] == {"codeAndCell/v1": expected}


def test_a_fingerprint_does_not_change_with_its_neighbours() -> None:
    """Another finding before it, or other figures in it, leave the fingerprint of a cell as it is."""
    share = ps.StatedShare(name="占比", part="1人", whole="2人", rate="60%")
    other = ps.StatedShare(name="另一", part="1人", whole="2人", rate="60%")
    again = ps.StatedShare(name="占比", part="1人", whole="2人", rate="70%")
    (alone,) = _results(share)
    (before, after) = _results(other, share)
    (changed,) = _results(again)
    assert alone["partialFingerprints"] == after["partialFingerprints"] == changed["partialFingerprints"]
    assert before["partialFingerprints"] != after["partialFingerprints"]


def test_places_of_statements() -> None:
    """A statement is found by the disclosure, its place and its name, or by the disclosure alone."""
    (named,) = _results(ps.StatedShare(name="占比", place="第三节", part="1人", whole="2人", rate="60%"))
    assert named["locations"] == [
        {"logicalLocations": [{"name": "占比", "fullyQualifiedName": "某局/第三节/占比"}]}
    ]
    (bare,) = _results(ps.StatedShare(name="", part="1人", whole="2人", rate="60%"))
    assert bare["locations"] == [{"logicalLocations": [{"name": "某局", "fullyQualifiedName": "某局"}]}]


def test_an_empty_disclosure() -> None:
    """A run that found nothing has no rules and no results."""
    (run,) = json.loads(report(ps.Disclosure(), rules=RULES).to_sarif())["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert run["automationDetails"] == {"id": "disclosure/wuhan-2023"}


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_documents(number: str) -> None:
    """Every result of the five documents has what the standard requires, and a cell of its own."""
    log = json.loads(report_of(number).to_sarif())
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        # A level other than none is for failures only.
        assert (result["kind"] == "fail") is (result["level"] in ("error", "warning", "note"))
        assert (result["kind"] == "open") is (result["level"] == "none")
        assert result["message"]["text"]
        for place in result["locations"]:
            (cell,) = place["logicalLocations"]
            assert cell["fullyQualifiedName"].split("/")[0]
    prints = [result["partialFingerprints"]["codeAndCell/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)
