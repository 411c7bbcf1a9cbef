"""The scorecard shown: text, JSON, HTML, a representation of one screen."""

from __future__ import annotations

import json

import perfscore as ps

RULES = ps.load_rules("wuhan-2023")


def _card(rows: int) -> ps.Scorecard:
    indicators = [ps.Indicator(f"<{n}>", weight=2, target="45人", actual="41人") for n in range(rows)]
    execution = ps.BudgetExecution(budget="100", executed="50")
    table = ps.SelfAssessment(table_id="T", execution=execution, goals=[ps.Goal("G", indicators)])
    return ps.score(table, rules=RULES)


def test_text_in_both_languages() -> None:
    """Each line stands with its derivation."""
    assert _card(1).text("zh") == "预算执行: 20 × 50/100 = 10\n1 <0>: 2 × 41/45 = 1.8222… → 1.82"


def test_json_is_complete_and_stable() -> None:
    """The JSON holds everything, the same bytes each time."""
    card = _card(2)
    data = json.loads(card.to_json())
    assert data["total"] == {
        "labels": [],
        "weight": "24",
        "decided": "13.64",
        "admitted": "13.64",
        "follows": True,
    }
    assert len(data["lines"]) == 2
    assert data["subtotals"][0]["labels"] == ["G"]
    assert data["grade"] is None
    assert card.to_json() == _card(2).to_json()


def test_missing_parts_are_null() -> None:
    """What is not known is null in the record, not 0."""
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("x")])])
    record = ps.score(table, rules=RULES).to_record()
    assert record["execution"] is None
    assert record["total"] == {
        "labels": [],
        "weight": None,
        "decided": None,
        "admitted": None,
        "follows": None,
    }
    grade = ps.score(ps.SelfAssessment(), rules=ps.load_rules("mof-2020-10")).to_record()["grade"]
    assert grade == "poor"


def test_representation_fits_a_screen() -> None:
    """A long table is cut, with how much was left out."""
    shown = repr(_card(100)).splitlines()
    assert len(shown) == 42
    assert shown[-1] == "  … and 61 more"
    empty = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("x")])]), rules=RULES)
    assert repr(empty).startswith("<Scorecard table under wuhan-2023: total not known, admitted not known>")


def test_html_shows_the_same_and_is_escaped() -> None:
    """The HTML has each line's derivation, and no markup from the table."""
    html = _card(1)._repr_html_()
    assert "2 × 41/45 = 1.8222… → 1.82" in html
    assert "&lt;0&gt;" in html
    assert "<0>" not in html
    blank = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("x")])]), rules=RULES)
    assert "<td>x</td><td></td><td></td><td></td>" in blank._repr_html_()
