"""Quantities: a number with its unit and nothing else, each beside what only looks like one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.figures import Precision
from perfscore.figures._quantities import quantity_of

F = Fraction


@pytest.mark.parametrize(
    ("text", "number", "unit", "value"),
    [
        # Digits: with groups, with decimals, with a sign, with zeros in front.
        ("0", "0", "", F(0)), ("-0", "0", "", F(0)), ("+5", "5", "", F(5)), ("-5.50", "-5.50", "", F(-11, 2)),
        ("007", "7", "", F(7)), ("1,234,567.89元", "1234567.89", "元", F(123456789, 100)),
        ("999,000", "999000", "", F(999000)), ("1234567", "1234567", "", F(1234567)),
        # Multipliers, alone and before a unit.
        ("5万", "5", "万", F(50000)), ("5十万人", "5", "十万人", F(500000)), ("3百万元", "3", "百万元", F(3000000)),
        ("1.5千万元", "1.5", "千万元", F(15000000)), ("2亿", "2", "亿", F(2 * 10**8)),
        ("0.3万亿元", "0.3", "万亿元", F(3 * 10**11)), ("1百亿元", "1", "百亿元", F(10**10)),
        # Rates: per cent, per mille, points.
        ("99.50%", "99.50", "%", F(995, 1000)), ("12‰", "12", "‰", F(12, 1000)), ("2百分点", "2", "百分点", F(2)),
        # Units: divided once or twice, in letters, with a raised figure, as signs.
        ("3000元/人", "3000", "元/人", F(3000)), ("100元/人/月", "100", "元/人/月", F(100)), ("3/张", "3", "/张", F(3)),
        ("5km", "5", "km", F(5)), ("20kWh", "20", "kWh", F(20)), ("3.5t", "3.5", "t", F(7, 2)),
        ("60dB", "60", "dB", F(60)), ("30min", "30", "min", F(30)), ("35μg/m³", "35", "μg/m³", F(35)),
        ("8m2", "8", "m2", F(8)), ("2万m²", "2", "万m²", F(20000)), ("40㎡", "40", "㎡", F(40)), ("-5℃", "-5", "℃", F(-5)),
        ("7户" + "人" * 11, "7", "户" + "人" * 11, F(7)),
        # A year counts as a duration where no calendar has it.
        ("5年", "5", "年", F(5)), ("3次/年", "3", "次/年", F(3)),
        # Chinese numerals before a measure word; bare ones of three characters, or with 百 or 千.
        ("两次", "2", "次", F(2)), ("十二篇", "12", "篇", F(12)), ("三万人", "3", "万人", F(30000)), ("十万", "10", "万", F(100000)),
        ("一百万元", "100", "万元", F(10**6)), ("三万二千人", "32000", "人", F(32000)), ("两个工作日", "2", "个工作日", F(2)),
        ("一次/年", "1", "次/年", F(1)), ("二十五", "25", "", F(25)), ("一百", "100", "", F(100)), ("三千", "3000", "", F(3000)),
        # Hundredths and thousandths in words.
        ("百分之百", "100", "%", F(1)), ("百分之零", "0", "%", F(0)), ("百分之一百二十", "120", "%", F(6, 5)),
        ("百分之98.5", "98.5", "%", F(985, 1000)), ("千分之三", "3", "‰", F(3, 1000)), ("千分之0.02", "0.02", "‰", F(2, 10**5)),
    ],
)  # fmt: skip
def test_a_quantity(text: str, number: str, unit: str, value: Fraction) -> None:
    """A number with its unit gives the number as printed, the unit as printed and the exact value."""
    quantity = quantity_of(text)
    assert quantity is not None
    assert str(quantity.number) == str(Decimal(number))
    assert (quantity.text, quantity.unit.text, quantity.value) == (text, unit, value)
    assert quantity.precision is Precision.EXACT


@pytest.mark.parametrize(
    ("near", "text"),
    [
        # Digits that are no number.
        ("0.5", ".5"), ("5.0", "5."), ("1,234", "1,23"), ("1,234", "1,2345"), ("1,234", "12,34"), ("123,456", "1234,567"),
        ("500", "0,500"), ("-5", "--5"), ("1.2", "1.2.3"), ("1", "1e5"), ("1", "١"), ("5", "5²"), ("5", "½"), ("5", "5 "), ("0", ""),
        ("9" * 40, "9" * 41), ("九百", "九" * 41 + "百"),
        # The unit has more than it may have.
        ("5" + "人" * 12, "5" + "人" * 13), ("5元/人/月", "5元/人/月/次"), ("5%", "5%%"), ("5%", "5%人"), ("5m", "5mm³"), ("5kg", "5Kg"),
        ("5人", "5人3"), ("5人", "人5"), ("5人", "约5人"), ("5人", "(5人)"),
        # More than, nearly, and half as many again.
        ("30人", "30多人"), ("2万人", "2万余人"), ("2万人", "2万来人"), ("30人", "30几人"), ("30人", "30人多"), ("3年", "3年半"),
        ("5个月", "5个半月"), ("5十万人", "5十人"), ("5万人", "5人万"), ("5人约谈", "5人约"),
        # Dates, ranks, names.
        ("5年", "2023年"), ("1899年", "1900年"), ("2200年", "2199年"), ("5年", "5年期"), ("5个月", "5月"), ("5个", "5号"), ("5人", "5等奖"),
        ("3百户", "3百强"), ("3百户", "3百姓"), ("3千人", "3千金"), ("3万人", "3万能工"),
        # A phrase behind the number.
        ("5起事故", "5人起诉"), ("5人", "5人以上"), ("5人", "5人未到"), ("95%", "95%以上"), ("5次", "5次完成"), ("5项", "5项目标"),
        ("5人次", "5人每次"), ("5天", "5天内"), ("5人", "5人中占"), ("5件", "5件无效"),
        # Chinese numerals: short bare ones, malformed ones, and those that make a word with what follows.
        ("一百", "十二"), ("一百", "万"), ("一百", "二百五"), ("三万人", "万人"), ("十篇", "十分"), ("一次", "一流"), ("一次", "一期"),
        ("二十五", "二三五"), ("三亿元", "三亿二元"), ("两个月", "两月"), ("一次/年", "一次/2年"), ("两次", "第两次"),
        # Hundredths.
        ("百分之五", "百分之"), ("百分之五", "万分之五"), ("百分之五", "百分之五点五"), ("百分之五", "百分之五十五五"), ("百分之5", "百分之5%"),
        ("百分之百", "百分之千"), ("百分之" + "9" * 40, "百分之" + "9" * 41),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_quantity_is_none(near: str, text: str) -> None:
    """Beside each quantity stands something close to it that is not read as a number."""
    assert quantity_of(near) is not None
    assert quantity_of(text) is None


@given(
    st.decimals(-(10**9), 10**9, places=3, allow_nan=False),
    st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]),
    st.sampled_from(["", "人", "元/人", "件/套"]),
)
def test_a_multiplier_only_scales(number: Decimal, multiplier: tuple[str, int], unit: str) -> None:
    """The value is the printed number times its multiplier, exactly, whatever is counted."""
    name, scale = multiplier
    quantity = quantity_of(f"{number:,}{name}{unit}")
    assert quantity is not None
    assert quantity.value == Fraction(number) * scale
    assert quantity.unit.base == unit
    assert quantity.number == number
    assert quantity.places == 3
