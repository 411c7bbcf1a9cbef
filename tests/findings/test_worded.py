"""Worded enumerations: no two members share a word or a label where they must be told apart."""

from __future__ import annotations

import pytest

from perfscore.findings import Column, Severity, VerdictKind, Worded
from perfscore.verdicts import Subject


@pytest.mark.parametrize("kind", [Column, Severity, VerdictKind, Subject])
def test_words_are_unique_and_plain(kind: type[Worded]) -> None:
    """Each member has a word of its own in small letters and hyphens, and a label in each language."""
    words = [member.slug for member in kind]
    assert len(set(words)) == len(words)
    for member in kind:
        assert member.slug.replace("-", "").isalpha()
        assert member.slug.islower()
        assert member.label("zh") != member.label("en")
