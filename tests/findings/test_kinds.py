"""Severities and kinds of verdict have stable words and two languages."""

from __future__ import annotations

from perfscore.findings import CATALOGUE, Severity, VerdictKind


def test_slugs_are_stable_words() -> None:
    """Records use these words; they never change."""
    assert [severity.slug for severity in Severity] == ["error", "warning", "note"]
    assert [kind.slug for kind in VerdictKind] == [
        "consistent",
        "consistent-only-by-rounding",
        "consistent-under-another-convention",
        "inconsistent",
        "open",
        "judgement",
        "not-applicable",
    ]


def test_labels_in_both_languages() -> None:
    """Each has a Chinese and an English label."""
    assert Severity.NOTE.label("zh") == "提示"
    assert Severity.NOTE.label("en") == "note"
    assert VerdictKind.INCONSISTENT.label("zh") == "不一致"
    assert CATALOGUE["W001"].title("zh") == "全表分值合计不符"
    assert CATALOGUE["W001"].title("en") == "Weights of the table do not add up"
