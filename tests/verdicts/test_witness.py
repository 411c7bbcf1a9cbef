"""Witnesses: values inside the printed cells."""

from __future__ import annotations

from fractions import Fraction

from perfscore.verdicts import Witness


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
