"""The catalogue: complete in both languages, each code and slug once, in the file of its family."""

from __future__ import annotations

import re
import string

import pytest

from perfscore import InputError
from perfscore.findings import CATALOGUE, FAMILIES, Family, FindingKind, Severity
from perfscore.findings.catalogue import catalogue_of

FIELDS = string.Formatter()


def _arguments(template: str) -> set[str]:
    return {name for _, name, _, _ in FIELDS.parse(template) if name}


def _kind(code: str, slug: str) -> FindingKind:
    return FindingKind(
        code=code, slug=slug, severity=Severity.NOTE, zh="甲", en="a", zh_message="甲", en_message="a"
    )


def _family(letter: str, *kinds: FindingKind) -> Family:
    return Family(letter=letter, zh="甲", en="a", kinds=kinds)


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.code)
def test_kinds(kind: FindingKind) -> None:
    """A code is a letter and three digits, a slug is words, the sentences name the same arguments."""
    assert re.fullmatch(r"[A-Z]\d{3}", kind.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.slug)
    assert _arguments(kind.zh_message) == _arguments(kind.en_message)
    assert re.search(r"[一-鿿]", kind.zh + kind.zh_message)
    assert not re.search(r"[一-鿿]", kind.en + kind.en_message)


def test_accusations_use_no_words_of_intent() -> None:
    """No sentence says that somebody forged or lied."""
    everything = " ".join(kind.zh_message + kind.en_message for kind in CATALOGUE.values())
    for word in ("造假", "虚报", "fraud", "fake", "false"):
        assert word not in everything


def test_every_family_has_a_name_in_both_languages_and_kinds_in_order() -> None:
    """A family is filed under its letter, is named in both languages, and lists its kinds by code."""
    for letter, family in FAMILIES.items():
        assert family.letter == letter
        assert re.search(r"[一-鿿]", family.label("zh"))
        assert family.label("en").isascii()
        codes = [kind.code for kind in family.kinds]
        assert codes
        assert codes == sorted(codes)


def test_the_catalogue_holds_every_kind() -> None:
    """Each kind of each family stands under its code."""
    assert catalogue_of([_family("X", _kind("X001", "one"), _kind("X002", "two"))]).keys() == {"X001", "X002"}
    assert sum(len(family.kinds) for family in FAMILIES.values()) == len(CATALOGUE)


def test_a_code_stands_once() -> None:
    """A second row of a code is refused, though its slug is new."""
    with pytest.raises(InputError, match="code: found 'X001', expected one row of each code"):
        catalogue_of([_family("X", _kind("X001", "one"), _kind("X001", "two"))])


def test_a_slug_stands_once() -> None:
    """A second row of a slug is refused, also in another family."""
    with pytest.raises(InputError, match="slug: found 'one', expected one row of each slug"):
        catalogue_of([_family("X", _kind("X001", "one")), _family("Y", _kind("Y001", "one"))])


def test_a_code_stands_in_its_family() -> None:
    """A code of another letter is refused."""
    with pytest.raises(InputError, match="code: found 'Y001', expected a code that begins with X"):
        catalogue_of([_family("X", _kind("X001", "one"), _kind("Y001", "two"))])
