"""Units: multipliers are taken off, names that mean the same are one, the rest stays."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.figures._unit_notations import unit_of


@pytest.mark.parametrize(
    ("text", "base", "scale"),
    [
        ("", "", 1), ("人", "人", 1), ("万人", "人", 10**4), ("亿元", "元", 10**8), ("千万元", "元", 10**7),
        ("万亿元", "元", 10**12), ("万", "", 10**4), ("%", "%", Fraction(1, 100)),
        ("‰", "%", Fraction(1, 1000)), ("个百分点", "百分点", 1), ("百分点", "百分点", 1),
        ("个工作日", "工作日", 1), ("个月", "月", 1),
        ("名", "人", 1), ("位", "人", 1), ("日", "天", 1), ("人次", "人次", 1), ("件/套", "件/套", 1),
        ("名/年", "人/年", 1), ("次培训活动", "次", 1), ("人次培训", "人次", 1), ("个", "个", 1),
        ("家企业", "家", 1), ("家庭户", "家庭户", 1), ("项目活动", "项目活动", 1),
        ("人工小时", "人工小时", 1), ("吨公里", "吨公里", 1), ("人次数", "人次数", 1),
        ("次活动/年", "次活动/年", 1),
    ],
)  # fmt: skip
def test_units(text: str, base: str, scale: Fraction) -> None:
    """A unit gives what is counted and how many of it one is; its text is kept."""
    unit = unit_of(text)
    assert (unit.text, unit.base, unit.scale) == (text, base, scale)
    assert unit.is_rate == (base == "%")
