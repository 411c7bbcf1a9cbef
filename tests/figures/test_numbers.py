"""Numbers: Chinese numerals against a list worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.figures._numbers import decimal_of, numeral_of, places_of, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("二十五", 25), ("一百", 100),
        ("一百零五", 105), ("一百一十", 110), ("三千零二十", 3020), ("三万", 30000), ("三万二千", 32000),
        ("十二万", 120000), ("一亿", 10**8), ("一亿二千万", 120000000), ("零", 0), ("〇", 0),
    ],
)  # fmt: skip
def test_numerals(text: str, value: int) -> None:
    """A well-formed Chinese numeral has its value."""
    assert numeral_of(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "万",
        "百",
        "人",
        "二三",
        "十十",
        "一百百",
        "一百十",
        "一万亿",
        "一万二万",
        "一百万千",
        "一" * 50,
        "二百五",
        "一万二",
        "一百零",
        "一零五",
        "二〇二三",
        "一万五百",
        "一十",
    ],
)
def test_malformed_numerals(text: str) -> None:
    """A malformed or endless numeral has no value."""
    assert numeral_of(text) is None


def test_decimals() -> None:
    """Separators are dropped, places kept, and forty digits are the most."""
    assert decimal_of("84,416.40") == Decimal("84416.40")
    assert places_of(Decimal("84416.40")) == 2
    assert decimal_of("1" * 41) is None


@given(st.integers(0, 10**12 - 1))
def test_a_written_numeral_reads_back(value: int) -> None:
    """Each number below 10^12 is read from the numeral that writes it."""
    assert numeral_of(written(value)) == value
