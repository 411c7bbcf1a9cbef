"""Exact rationals as text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore import InputError
from perfscore._text import check_language, decimal_text, in_language, percent_text, visible


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"), (Fraction(2), "2"), (Fraction(-1, 2), "-0.5"), (Fraction(82, 45), "1.8222…"),
        (Fraction(-1, 3), "-0.3333…"), (Fraction("19.845"), "19.845"), (Fraction(1, 10**30), "0." + "0" * 29 + "1"),
        (Fraction(1, 10**31), "0.0000…"), (Fraction(10**30), "1" + "0" * 30),
    ],
)  # fmt: skip
def test_decimals(value: Fraction, text: str) -> None:
    """A value that ends is written whole, one that does not is cut and marked."""
    assert decimal_text(value) == text


def test_filled_places() -> None:
    """Places that are asked for are filled with zeros; more digits are not cut."""
    assert decimal_text(Fraction(2), places=2) == "2.00"
    assert decimal_text(Fraction("1.825"), places=2) == "1.825"


def test_per_cent() -> None:
    """A fraction of one is written in per cent."""
    assert percent_text(Fraction(4, 5)) == "80%"


def test_what_cannot_be_seen_is_marked() -> None:
    """Control characters and marks of direction are replaced, everything printed is kept."""
    assert visible("满意度≥95%（含）") == "满意度≥95%（含）"
    assert visible("\x1b[31m\r\n\t\x9b\u202e\u2066") == "\ufffd[31m" + "\ufffd" * 6


@pytest.mark.parametrize("half", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_half_a_pair_is_marked(half: int) -> None:
    """A lone surrogate, which no encoding can write, is replaced; its neighbours are kept."""
    assert visible(f"\ud7ff{chr(half)}\ue000") == "\ud7ff\ufffd\ue000"
    assert visible(chr(half)).encode() == "\ufffd".encode()


def test_each_language_has_its_words() -> None:
    """Chinese words for "zh", English ones for "en"."""
    assert in_language("zh", 1, 2) == 1
    assert in_language("en", 1, 2) == 2


@pytest.mark.parametrize("language", ["fr", "", "z", "zhx", None, 1, ["zh"], {"zh"}, b"zh"])
def test_another_language_is_refused(language: object) -> None:
    """What is neither language is refused with its place, whatever its type, without a guess."""
    with pytest.raises(InputError) as refused:
        check_language(language)
    assert (refused.value.place, refused.value.found) == ("language", language)
    assert (refused.value.expected, refused.value.hint) == ('"zh" or "en"', "")


@pytest.mark.parametrize(
    ("language", "meant"),
    [
        ("zh-CN", "zh"), ("zh_Hans_CN", "zh"), ("ZH", "zh"), (" zh", "zh"), ("cn", "zh"), ("Chinese", "zh"),
        ("中文", "zh"), ("en-GB", "en"), ("EN", "en"), ("english", "en"), ("英文", "en"),
    ],
)  # fmt: skip
def test_a_near_miss_is_told_what_to_write(language: str, meant: str) -> None:
    """A common name of one of the two languages is refused with the word that is meant."""
    with pytest.raises(InputError) as refused:
        check_language(language)
    assert refused.value.hint == f'for this write "{meant}"'
