"""Printed cells of a whole column, read as single cells are."""

from __future__ import annotations

from fractions import Fraction

import pyarrow as pa
from hypothesis import example, given
from hypothesis import strategies as st

from perfscore.figures import ActualKind, Role, TargetKind, parse_actual, parse_figure, parse_target
from perfscore.frames._read_cells import ABSENT, AT_LEAST, AT_MOST, NO_SIGN, ODD, PLAIN, Reader
from perfscore.scoring import points

_NUMBERS = st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,3})?", fullmatch=True) | st.sampled_from(
    ["1,234", "007", "-5", "2023", "123456789012345678901", "0.0000001", "７"]
)
_SIGNS = st.sampled_from(["", "", "≥", "≤", ">", "=", ">=", "不少于", "约", " ≥", "»", "$\\geq "])
_UNITS = st.sampled_from(
    [
        "",
        "人",
        "万人",
        "%",
        "‰",
        "元/人",
        "家企业",
        "年",
        "个工作日",
        "以上",
        "%以下",
        "左右",
        "件/套",
        "亿元",
        "百",
        "天内",
        "月",
        "级",
        "(含)以上",
        "元，",
        "。",
        "十",
        "百分点",
        " 人",
        "人、",
        "年以上",
        "起以内",
        "分",
        "多人",
    ]
)
_WORDS = st.sampled_from(
    ["有效提升", "——", "无", "十二篇", "百分之百", "2023年12月", "400-4,000元/人", "97%≤率≤100%"]
)
texts = st.builds("{}{}{}".format, _SIGNS, _NUMBERS, _UNITS) | _WORDS | st.text(max_size=6)

_KINDS = {TargetKind.AT_LEAST: AT_LEAST, TargetKind.AT_MOST: AT_MOST, TargetKind.EXACTLY: NO_SIGN}


def expected(column: str, text: str) -> tuple[Fraction, int, bool, bool, str] | None:
    """Return value, sign, whether exact and bare, and base of a cell; None if it is no plain figure."""
    if column == "weight":
        weight = points(parse_figure(text, role=Role.WEIGHT))
        return None if weight is None or weight >= 10**12 else (weight, NO_SIGN, True, True, "")
    if column == "target":
        target = parse_target(text)
        quantity, sign = target.quantity, _KINDS.get(target.kind)
    else:
        actual = parse_actual(text)
        quantity, sign = actual.quantity, NO_SIGN if actual.kind is ActualKind.QUANTITY else None
    if quantity is None or sign is None or abs(quantity.value) >= 10**12:
        return None
    return quantity.value, sign, quantity.possible.is_point, not quantity.unit.text, quantity.unit.base


@given(st.lists(texts, min_size=1, max_size=30), st.sampled_from(["weight", "target", "actual"]))
@example(["2023年", "2023年以上", "45年", "7.5年"], "target")
@example(["1,234", "123456789012345678901"], "weight")
@example(["45 人", "1. 45人", "93. 91"], "actual")
def test_each_cell_says_what_it_says_alone(cells: list[str], column: str) -> None:
    """Value, sign, precision and unit are those of the reader of single cells."""
    bases = {"": 0}
    read = Reader(column, bases).read(pa.array(cells))
    for row, text in enumerate(cells):
        alone = expected(column, text)
        if not text:
            assert read.state[row] == ABSENT
        elif alone is None:
            assert read.state[row] == ODD or abs(int(read.units[row])) >= 10**12
        else:
            assert read.state[row] == PLAIN
            value = int(read.units[row]) / Fraction(10) ** int(read.places[row])
            found = value, read.sign[row], read.exact[row], read.bare[row]
            assert found == alone[:4]
            assert read.base[row] == bases[alone[4]]


def test_figures_beyond_64_bits_are_left_to_the_exact_path() -> None:
    """A number of nineteen digits is read, and not held."""
    read = Reader("target", {"": 0}).read(pa.array(["1000000000000000001", "45人", None]))
    assert read.state.tolist() == [ODD, PLAIN, ABSENT]
