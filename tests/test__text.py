"""Exact rationals as text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore._text import decimal_text, percent_text, visible


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
