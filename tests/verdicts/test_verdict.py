"""Verdicts and witnesses as plain data."""

from __future__ import annotations

from perfscore.findings import Location, VerdictKind
from perfscore.verdicts import Subject, Verdict


def test_bare_verdicts() -> None:
    """A verdict without details is plain data with nulls."""
    record = Verdict(
        subject=Subject.GRADE, kind=VerdictKind.NOT_APPLICABLE, location=Location(table="T")
    ).to_record()
    assert record["claimed"] is record["gap"] is record["witness"] is record["convention"] is None
    assert record["subject"] == "grade"
