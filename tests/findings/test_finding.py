"""Findings: code, severity, place and sentence together."""

from __future__ import annotations

import pytest

from perfscore.findings import Column, Location, Message, Severity, finding

PLACE = Location(table="T", labels=("产出指标",), row=3, name="合格率", column=Column.SCORE)


def test_a_finding_reads_in_both_languages() -> None:
    """The line names code, severity, place, sentence and clause."""
    found = finding(PLACE, Message.of("Q003", claimed="-1"), clause="wuhan-2023 §2")
    assert found.text("zh") == "Q003 错误 T · 产出指标 · 3 合格率 · 得分：得分 -1 为负 [wuhan-2023 §2]"
    assert (
        found.text() == "Q003 error T · 产出指标 · 3 合格率 · score: claimed -1 is negative [wuhan-2023 §2]"
    )
    assert found.severity is Severity.ERROR


def test_records_keep_everything() -> None:
    """A record holds the parts and both sentences."""
    record = finding(PLACE, Message.of("Q003", claimed="-1")).to_record()
    assert record["location"] == {
        "table": "T",
        "labels": ["产出指标"],
        "row": 3,
        "name": "合格率",
        "column": "score",
    }
    assert record["args"] == {"claimed": "-1"}
    assert (record["zh"], record["en"]) == ("得分 -1 为负", "claimed -1 is negative")


def test_only_codes_make_findings() -> None:
    """A sentence that is no kind of finding is refused."""
    with pytest.raises(KeyError):
        finding(PLACE, Message.of("what.total"))
