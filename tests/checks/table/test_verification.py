"""Verification shown: selection, records, JSON, text, HTML."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError
from perfscore.findings import VerdictKind

RULES = ps.load_rules("wuhan-2023")


def _result(rows: int = 1, **options: Any) -> ps.Verification:
    indicators = [
        ps.Indicator(f"<{n}>", weight=2, target="45人", actual="41人", claimed="2.00") for n in range(rows)
    ]
    table = ps.SelfAssessment(table_id="T", goals=[ps.Goal("G", indicators, weight=2)], total="2.00")
    return ps.verify(table, rules=RULES, **options)


def test_selection_hides_findings_but_never_verdicts() -> None:
    """Select and ignore work by the beginning of a code, and what they hide is counted."""
    every = _result()
    assert [item.code for item in every.findings] == ["Q006", "W001", "T003"]
    chosen = _result(select=["Q", "T"], ignore=["T003"])
    assert [item.code for item in chosen.findings] == ["Q006"]
    assert chosen.hidden == 2
    assert chosen.verdicts == every.verdicts
    assert not _result(select=[]).findings


@pytest.mark.parametrize(
    "options", [{"select": ["X"]}, {"ignore": ["Q999"]}, {"select": "Q"}, {"ignore": [3]}]
)
def test_misspelt_codes_are_refused(options: dict[str, Any]) -> None:
    """A code that does not exist must not hide findings silently."""
    with pytest.raises(InputError, match=r"select|ignore"):
        _result(**options)


def test_counts_and_consistency() -> None:
    """Verdicts are counted by kind; one inconsistent figure makes the table so."""
    result = _result()
    assert not result.is_consistent
    assert result.counts() == {VerdictKind.CONSISTENT: 2, VerdictKind.INCONSISTENT: 3}
    assert result.summary("zh") == "T（wuhan-2023）：总分 2.00，规则允许 1.82；2 项一致，3 项不一致"


def test_json_is_complete_and_stable() -> None:
    """The JSON holds verdicts, findings and counts, the same bytes each time, numbers as text."""
    data = json.loads(_result().to_json())
    assert data["format"] == "perfscore.verification/1"
    assert data["counts"] == {"consistent": 2, "inconsistent": 3}
    line = data["verdicts"][0]
    # 2.00 - 1.82, whatever is tried.
    assert (line["claimed"], line["computed"], line["off_by"]) == ("2.00", "{82/45}", "9/50")
    assert (line["gap"], line["nearest"]) == ("9/50", None)
    assert line["claimed_set"] == "[399/200, 401/200)"
    assert line["witness"] is None
    assert _result().to_json() == _result().to_json()


def test_records_name_the_convention_and_the_witness() -> None:
    """A record of a claim under another convention names it, and the witness in exact text."""
    anchor = ps.Indicator("锚", weight=1, target="100人", actual="33人", claimed="0.33")
    row = ps.Indicator("数", weight=10, target="≥300人", actual="200人", claimed="6.66")
    table = ps.SelfAssessment(goals=[ps.Goal(children=[row, anchor])], total="6.99")
    first, *_, total = ps.verify(table, rules=RULES).to_records()
    assert first["convention"] == "truncated"
    assert first["witness"] == {
        "target": "300",
        "actual": "200",
        "share": "2/3",
        "exact": "20/3",
        "printed": "333/50",
    }
    assert total["convention"] == "convention.lines"
    plain = ps.verify(ps.SelfAssessment(), rules=RULES).to_records()[0]
    assert plain["convention"] is None


def test_verdicts_read_as_lines() -> None:
    """A verdict is one line: place, kind, convention, reason, derivation, distance."""
    result = _result()
    assert result.verdicts[0].text("zh") == (
        "T · G · 1 <0> · 得分：不一致; 2 × 41/45 = 1.8222… → 1.82; 2.00 ∉ 1.8222…, 相差 0.18"
    )
    open_line = ps.verify(
        ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[ps.Indicator("a", weight=2)])]), rules=RULES
    ).verdicts[0]
    assert (
        open_line.text()
        == "T · 1 a · score: open; the table does not print the score; this was not checked; "
        "not scored: no target was set"
    )
    row = ps.Indicator("数", weight=10, target="≥300人", actual="200人", claimed="6.66")
    anchor = ps.Indicator("锚", weight=1, target="100人", actual="33人", claimed="0.33")
    other = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row, anchor])]), rules=RULES).verdicts[0]
    assert "score truncated instead of rounded" in other.text()


def test_text_tells_what_it_does_not_list() -> None:
    """The text says how many findings are hidden, in either language."""
    assert _result(select=["Q"]).text().endswith("(2 more not listed)")
    assert _result(select=["Q"]).text("zh").endswith("（另有 2 条未列出）")
    assert "more not listed" not in _result().text()


def test_representation_fits_a_screen() -> None:
    """A table full of errors is cut, with how many were left out."""
    shown = repr(_result(rows=60)).splitlines()
    assert len(shown) == 22
    assert shown[-1] == "  … and 43 more findings"
    assert repr(_result()).count("\n") == 3


def test_html_is_escaped() -> None:
    """The HTML shows verdicts and findings, and no markup from the table."""
    html = _result()._repr_html_()
    assert "<0>" not in html
    assert "&lt;0&gt;" in html
    assert "✗" in html
    assert "Q006" in html


def test_results_travel_between_processes() -> None:
    """Tables, rules and results survive pickling and copying, so that a batch can be spread."""
    result = _result(rows=3)
    for again in (pickle.loads(pickle.dumps(result)), copy.deepcopy(result)):  # noqa: S301  # our own bytes
        assert again.to_json() == result.to_json()
    assert pickle.loads(pickle.dumps(RULES)) == RULES  # noqa: S301  # our own bytes
