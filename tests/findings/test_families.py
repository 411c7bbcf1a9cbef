"""Families: a name for the letter of every code."""

from __future__ import annotations

from perfscore.findings import CATALOGUE, FAMILIES


def test_every_letter_has_a_name_in_both_languages() -> None:
    """No code stands outside the families, and no family is empty."""
    assert {code[0] for code in CATALOGUE} == set(FAMILIES)
    for chinese, english in FAMILIES.values():
        assert chinese
        assert english.isascii()
