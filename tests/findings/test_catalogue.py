"""The catalogue: complete in both languages, its arguments the same in both."""

from __future__ import annotations

import re
import string

import pytest

from perfscore.findings import CATALOGUE, MESSAGES, FindingKind

FIELDS = string.Formatter()


def _arguments(template: str) -> set[str]:
    return {name for _, name, _, _ in FIELDS.parse(template) if name}


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.code)
def test_kinds(kind: FindingKind) -> None:
    """A code is a letter and three digits, a slug is words, the sentences name the same arguments."""
    assert re.fullmatch(r"[A-Z]\d{3}", kind.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.slug)
    assert _arguments(kind.zh_message) == _arguments(kind.en_message)
    assert re.search(r"[一-鿿]", kind.zh + kind.zh_message)
    assert not re.search(r"[一-鿿]", kind.en + kind.en_message)


def test_slugs_and_codes_are_unique() -> None:
    """No slug stands for two kinds."""
    assert len({kind.slug for kind in CATALOGUE.values()}) == len(CATALOGUE)


@pytest.mark.parametrize("key", MESSAGES)
def test_messages(key: str) -> None:
    """Every other sentence names the same arguments in both languages."""
    chinese, english = MESSAGES[key]
    assert _arguments(chinese) == _arguments(english)
    assert not re.search(r"[一-鿿]", english)


def test_accusations_use_no_words_of_intent() -> None:
    """No sentence says that somebody forged or lied."""
    everything = " ".join(kind.zh_message + kind.en_message for kind in CATALOGUE.values())
    for word in ("造假", "虚报", "fraud", "fake", "false"):
        assert word not in everything
