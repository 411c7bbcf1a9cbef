"""Money in 元: by the unit in the cell, else by that of the header."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.figures import Role, parse_figure, unit_of_header, yuan_in_one


@pytest.mark.parametrize(
    ("text", "header", "yuan"),
    [
        # Without a unit of its own an amount is in that of the header.
        ("12", "元", 12), ("12", "千元", 12_000), ("12", "万元", 120_000), ("12", "百万元", 12_000_000),
        ("12", "亿元", 1_200_000_000), ("0.5", "万元", 5_000),
        # Its own goes before the header's.
        ("12万元", "元", 120_000), ("12元", "万元", 12), ("12亿元", "户", 1_200_000_000),
        # What is not counted in 元 is no money.
        ("12户", "万元", None), ("12%", "万元", None), ("12万", "万元", None),
        ("12", "户", None), ("12", "%", None), ("12", "", None), ("12", "万", None), ("12", "?", None),
    ],
)  # fmt: skip
def test_amounts_in_yuan(text: str, header: str, yuan: int | None) -> None:
    """An amount has so many 元, or is no money."""
    quantity = parse_figure(text, role=Role.MONEY).quantity
    assert quantity is not None
    factor = yuan_in_one(quantity, header)
    assert (None if factor is None else factor * quantity.value) == (None if yuan is None else Fraction(yuan))


def test_a_header_that_is_no_unit() -> None:
    """What cannot be read as a unit is none."""
    assert unit_of_header("?") is None
    unit = unit_of_header("千元")
    assert unit is not None
    assert (unit.text, unit.base, unit.scale) == ("千元", "元", Fraction(1000))
