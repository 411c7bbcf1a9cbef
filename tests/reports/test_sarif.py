"""SARIF: the shape that its standard asks for."""

from __future__ import annotations

import json
from typing import Any

import perfscore as ps
from perfscore.reports import report

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
