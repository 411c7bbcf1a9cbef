"""Verdicts and witnesses as plain data."""

from __future__ import annotations

from fractions import Fraction

from perfscore.findings import Location, VerdictKind
from perfscore.verdicts import Subject, Verdict, Witness


def test_witnesses_are_exact_text() -> None:
    """A witness is written in exact fractions, what it does not have as null."""
    witness = Witness(exact=Fraction(82, 45), printed=Fraction("1.82"))
    assert witness.to_record() == {
        "target": None,
        "actual": None,
        "share": None,
        "exact": "82/45",
        "printed": "91/50",
    }


def test_bare_verdicts() -> None:
    """A verdict without details is plain data with nulls."""
    record = Verdict(
        subject=Subject.GRADE, kind=VerdictKind.NOT_APPLICABLE, location=Location(table="T")
    ).to_record()
    assert record["claimed"] is record["gap"] is record["witness"] is record["convention"] is None
    assert record["subject"] == "grade"
