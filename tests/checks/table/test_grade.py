"""Grades, held against the claimed total."""

from __future__ import annotations

import pytest

import perfscore as ps
from perfscore.findings import Column, VerdictKind
from perfscore.verdicts import Subject

WUHAN, MOF = ps.load_rules("wuhan-2023"), ps.load_rules("mof-2020-10")


@pytest.mark.parametrize(
    ("grade", "total", "rules", "kind", "codes"),
    [
        ("优", "90", MOF, VerdictKind.CONSISTENT, []),
        ("优秀", "89.99", MOF, VerdictKind.INCONSISTENT, ["G001"]),
        ("很好", "95", MOF, VerdictKind.OPEN, ["G002"]),
        ("优", None, MOF, VerdictKind.OPEN, ["R003"]),
        ("优", "95", WUHAN, VerdictKind.NOT_APPLICABLE, []),
    ],
)
def test_grades(
    grade: str, total: str | None, rules: ps.RuleSet, kind: VerdictKind, codes: list[str]
) -> None:
    """A grade is held against the claimed total, where the rules know grades."""
    result = ps.verify(ps.SelfAssessment(grade=grade, total=total), rules=rules)
    (verdict,) = [item for item in result.verdicts if item.subject is Subject.GRADE]
    found = [
        item.code
        for item in result.findings
        if Column.GRADE in {place.column for place in (item.location, *item.also)}
    ]
    assert (verdict.kind, found) == (kind, codes)


def test_a_table_without_a_grade_has_no_verdict_on_it() -> None:
    """Nothing is said of a grade that is not printed."""
    subjects = {item.subject for item in ps.verify(ps.SelfAssessment(), rules=MOF).verdicts}
    assert Subject.GRADE not in subjects
