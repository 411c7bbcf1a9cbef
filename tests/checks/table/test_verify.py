"""verify: bad input gives open verdicts or a clear error, never a wrong number or an inner failure."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfscore as ps
from perfscore.errors import InputError
from perfscore.findings import VerdictKind

RULES = ps.load_rules("wuhan-2023")

cells = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(-(10**32), 10**32),
    st.floats(allow_nan=False, allow_infinity=False),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.sampled_from(
        ["", "0", "-1", "——", "无", "≥0", "≤0%", "0.00", "100%", "1e9", "有效提升", "2023年", "1-2次"]
    ),
)


@settings(max_examples=300)
@given(data=st.data())
def test_any_table_is_verified_without_an_inner_failure(data: st.DataObject) -> None:
    """Whatever stands in the cells, every figure gets a verdict and every line its sentence."""
    rows = [
        ps.Indicator(
            data.draw(st.text(max_size=5)),
            weight=data.draw(cells),
            target=data.draw(cells),
            actual=data.draw(cells),
            claimed=data.draw(cells),
        )
        for _ in range(data.draw(st.integers(0, 4)))
    ]
    execution = ps.BudgetExecution(
        weight=data.draw(cells),
        budget=data.draw(cells),
        executed=data.draw(cells),
        rate=data.draw(cells),
        claimed=data.draw(cells),
    )
    table = ps.SelfAssessment(
        execution=execution, goals=[ps.Goal(children=rows, claimed=data.draw(cells))], total=data.draw(cells)
    )
    result = ps.verify(table, rules=RULES)
    assert len(result.verdicts) >= len(rows) + 1
    for language in ("en", "zh"):
        assert result.text(language)
        assert all(verdict.text(language) for verdict in result.verdicts)
    assert result.to_json()
    assert result._repr_html_()
    assert result.card.to_json()


@pytest.mark.parametrize("cell", ["x" * 10_000, "9" * 10_000, "≥" * 10_000])
def test_endless_cells_are_open(cell: str) -> None:
    """A cell of ten thousand characters is read as words, and its line stays open."""
    row = ps.Indicator("数", weight=2, target="≥5人", actual=cell, claimed=2)
    verdict = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES).verdicts[0]
    assert verdict.kind is VerdictKind.OPEN


def test_numbers_of_thirty_digits_are_exact() -> None:
    """10^30 of 10^30 is full, one less is not."""
    for actual, kind in ((10**30, VerdictKind.CONSISTENT), (10**30 // 2, VerdictKind.INCONSISTENT)):
        row = ps.Indicator("数", weight="2.00", target=f"≥{10**30}", actual=actual, claimed="2.00")
        verdict = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES).verdicts[0]
        assert verdict.kind is kind


@pytest.mark.parametrize("table", [None, {}, "table", 3])
def test_wrong_arguments(table: Any) -> None:
    """Something else than a table is refused by name."""
    with pytest.raises(InputError, match="table: found"):
        ps.verify(table, rules=RULES)


def test_errors_come_before_notes() -> None:
    """Findings are sorted by severity, in printed order within."""
    rows = [
        ps.Indicator("a", weight=2, target="≥90%", actual="≥95%", claimed=2),
        ps.Indicator("b", weight=2, target="100人", actual="50人", claimed="2.00"),
        ps.Indicator("c", weight=2, target="100人", actual="50", claimed="2.00"),
    ]
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=rows)]), rules=RULES, ignore=["W", "T"])
    assert [item.code for item in result.findings] == ["Q006", "F001", "F003", "R003"]


def test_hostile_text_cannot_drive_the_terminal() -> None:
    """Names and cells with control characters are shown with marks in their place."""
    evil = "\x1b]0;x\x07\u202e"
    row = ps.Indicator(evil, weight=2, target="≥5人", actual=evil, claimed=2)
    table = ps.SelfAssessment(table_id=evil, goals=[ps.Goal(evil, [row])], total=evil)
    result = ps.verify(table, rules=RULES)
    shown = [repr(table), repr(result), repr(result.card), result.text("zh")]
    shown += [verdict.text() for verdict in result.verdicts]
    assert not any(mark in text for text in shown for mark in "\x1b\x07\u202e")
