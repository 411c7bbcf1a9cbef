"""The grammar of a cell, rule by rule: for each a cell that is read by it, and a near one that is not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.figures import Bounds, Precision, Quantity, TargetKind
from perfscore.figures._grammar import _RELATIVE, Reading, _several, read

K = TargetKind
F = Fraction


def _read(text: str) -> Reading:
    return read(text, text, lambda _: Precision.ROUNDED)


def _value(quantity: Quantity | None) -> Fraction | None:
    return None if quantity is None else quantity.value


# rule, a cell that it reads, the kind, a near cell, the kind of that
RULES = [
    ("unset", "", K.UNSET, " ", K.WORDING), ("unset", "——", K.UNSET, "—1", K.WORDING), ("unset", "/", K.UNSET, "/1", K.WORDING),
    ("unset", "-" * 10, K.UNSET, "-" * 11, K.WORDING), ("unset", "无(新增)", K.UNSET, "无新增", K.WORDING),
    ("unset", "无(" + "甲" * 200 + ")", K.UNSET, "无(" + "甲" * 201 + ")", K.WORDING),
    ("unset", "未设置指标值", K.UNSET, "未设置指标数", K.WORDING), ("unset", "暂无", K.UNSET, "暂无进展", K.WORDING),
    ("unset", "不适用。", K.UNSET, "不适用于本项目", K.WORDING),
    ("none", "无", K.NONE, "无投诉", K.WORDING), ("none", "无。;", K.NONE, "无,", K.WORDING),
    ("date", "2023年12月", K.BY_DATE, "2023年13月", K.WORDING), ("date", "2023-12-31", K.BY_DATE, "2023-12", K.WORDING),
    ("range", "3-5次", K.BETWEEN, "5-3次", K.WORDING), ("range", "3—5次", K.BETWEEN, "3———5次", K.WORDING),
    ("range", "3~5次", K.BETWEEN, "3~~5次", K.WORDING), ("range", "3至5次", K.BETWEEN, "三至五次", K.WORDING),
    ("range", "3到5次", K.BETWEEN, "到5次", K.WORDING), ("range", "10%-20%", K.BETWEEN, "10%-20", K.WORDING),
    ("range", "3-3次", K.BETWEEN, "3次-4人", K.WORDING), ("range", "1-2万人", K.BETWEEN, "1人-2万元", K.WORDING),
    ("range", "97%≤率≤100%", K.BETWEEN, "97%≤率≥100%", K.WORDING), ("range", "97%≤率≤97%", K.BETWEEN, "98%≤率≤97%", K.WORDING),
    ("range", "97%≤率≤100%", K.BETWEEN, "97%≤100%", K.WORDING), ("range", "1≤率≤3", K.BETWEEN, "1≤第2项≤3", K.WORDING),
    ("range", "5>率>3", K.BETWEEN, "5>率<3", K.WORDING), ("range", "97%≤率≤100%", K.BETWEEN, "一定≤率≤100%", K.WORDING),
    ("range", "≥3%且≤5%", K.BETWEEN, "≤5%且≥3%", K.WORDING), ("range", ">3%,<5%", K.BETWEEN, ">3%或<5%", K.WORDING),
    ("range", "≥3%并且≤5%", K.BETWEEN, "≥3%且≤2%", K.WORDING), ("range", "≥3%且≤5%", K.BETWEEN, "≥3%且≤甲", K.WORDING),
    ("range", "[3,5)", K.BETWEEN, "(3,5)", K.WORDING), ("range", "(3,5]", K.BETWEEN, "[3,5", K.WORDING),
    ("range", "[1,000,2,000]", K.BETWEEN, "[1,2,3]", K.WORDING), ("range", "[3,5]", K.BETWEEN, "[35]", K.WORDING),
    ("bound", "≥5人", K.AT_LEAST, "≥", K.WORDING), ("bound", "≤5人", K.AT_MOST, "≤≤5人", K.WORDING),
    ("bound", "不少于5人", K.AT_LEAST, "不少于五", K.WORDING), ("bound", "控制在5%以内", K.AT_MOST, "控制在5%以上", K.WORDING),
    ("bound", "约5人", K.ABOUT, "约", K.WORDING), ("bound", "约5人左右", K.ABOUT, "≥5人左右", K.WORDING),
    ("bound", "5人以上", K.AT_LEAST, "以上", K.WORDING), ("bound", "5人及以下", K.AT_MOST, "5人以下的", K.WORDING),
    ("bound", "5人以上(含5人)", K.AT_LEAST, "5人(含博士)", K.WORDING), ("bound", "≥5%(不含)", K.AT_LEAST, "5%(不含)", K.WORDING),
    ("bound", "5天内", K.AT_MOST, "5天内完成", K.WORDING), ("bound", "达5%", K.AT_LEAST, "达标", K.WORDING),
    ("bound", "≥5人以上", K.AT_LEAST, "≥5人以下", K.WORDING), ("bound", "超过5%", K.AT_LEAST, "不超5%", K.WORDING),
    ("figure", "=5人", K.EXACTLY, "==5人", K.WORDING), ("figure", "5人", K.EXACTLY, "共5人", K.WORDING),
    ("figure", "等于5人", K.EXACTLY, "等5人", K.WORDING), ("figure", "5人。", K.EXACTLY, "5人!", K.WORDING),
    ("figure", "十二篇", K.EXACTLY, "十二流", K.WORDING), ("figure", "百分之5", K.EXACTLY, "百分5", K.WORDING),
    ("relative", "较上年提高", K.RELATIVE, "较高", K.WORDING), ("relative", "同比下降", K.RELATIVE, "环比下降", K.WORDING),
    ("relative", "逐年提高5%", K.RELATIVE, "逐步提高5%", K.WORDING), ("relative", "不低于去年", K.RELATIVE, "去年", K.WORDING),
    ("several", "5人、3次", K.SEVERAL, "5人、甲", K.WORDING), ("several", "5人,3次", K.SEVERAL, "5,3", K.WORDING),
    ("several", "5人;3次", K.SEVERAL, "5人和3次", K.WORDING), ("several", "≥5人、1-2次", K.SEVERAL, "5人、2-1次", K.WORDING),
    ("several", "一般5天,延长3天", K.SEVERAL, "一般5天,最长3天", K.WORDING), ("several", "12、15", K.SEVERAL, "12、15次", K.WORDING),
    ("several", "、".join(["5人"] * 20), K.SEVERAL, "、".join(["5人"] * 21), K.WORDING),
    ("several", "5人、3次;", K.SEVERAL, "5人、3次、", K.WORDING), ("several", "5人、3次", K.SEVERAL, "5人、2023年12月", K.WORDING),
    ("wording", "有效提升", K.WORDING, "5次", K.EXACTLY), ("wording", "1、" * 1000 + "1", K.WORDING, "1、1", K.SEVERAL),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "cell", "kind", "near", "kind_of_near"), RULES)
def test_each_rule_reads_its_own(
    rule: str, cell: str, kind: TargetKind, near: str, kind_of_near: TargetKind
) -> None:
    """A cell is read by its rule, and one that differs from it in little is not, unless told here."""
    assert _read(cell).kind is kind, rule
    assert _read(near).kind is kind_of_near, rule


def test_the_order_of_trial() -> None:
    """What two rules could read is read by the one that stands first."""
    assert _several("≥90%,≤95%", lambda _: Precision.EXACT) is not None
    assert _read("≥90%,≤95%").kind is K.BETWEEN
    assert _RELATIVE.search("5%以上(含同比)") is not None
    assert _read("5%以上(含同比)").kind is K.AT_LEAST
    assert _several("5%以上(含同比)、3次", lambda _: Precision.EXACT) is not None
    assert _read("5%以上(含同比)、3次").kind is K.RELATIVE


@pytest.mark.parametrize(
    ("cell", "low", "high", "left", "right"),
    [
        ("400-4,000元/人", 400, 4000, True, True), ("1-2万人", 10000, 20000, True, True), ("1万-2万人", None, None, True, True),
        ("-5-3", -5, 3, True, True), ("0.5-1%", F(5, 1000), F(1, 100), True, True), ("3‰-1%", F(3, 1000), F(1, 100), True, True),
        ("1%≤x<2%", F(1, 100), F(2, 100), True, False), ("2%≥x>1%", F(1, 100), F(2, 100), False, True),
        ("≥1且<2", 1, 2, True, False), (">1,≤2", 1, 2, False, True), ("[1,2)", 1, 2, True, False), ("(1,2]", 1, 2, False, True),
        ("[1,000,2)", None, None, True, True), ("[1,000,2,000)", 1000, 2000, True, False),
    ],
)  # fmt: skip
def test_the_ends_of_a_range(
    cell: str, low: int | Fraction | None, high: int | Fraction | None, left: bool, right: bool
) -> None:
    """The ends have exact values in one unit, given once or twice, and say whether they belong to the range."""
    bounds = _read(cell).bounds
    if low is None:
        assert bounds is None
        return
    assert isinstance(bounds, Bounds)
    assert (_value(bounds.lower), _value(bounds.upper)) == (low, high)
    assert (bounds.lower_closed, bounds.upper_closed) == (left, right)


@pytest.mark.parametrize(
    ("cell", "sign", "strict"),
    [
        ("≥5%", "≥", False), (">5%", ">", True), ("≤5%", "≤", False), ("<5%", "<", True),
        ("高于5%", "高于", True), ("不高于5%", "不高于", False), ("不得高于5%", "不得高于", False), ("小于等于5%", "小于等于", False),
        ("小于5%", "小于", True), ("大于或等于5%", "大于或等于", False), ("大约5%", "大约", False), ("大约等于5%", "大约等于", False),
        ("达到5%", "达到", False), ("5%以上", "以上", False), ("5%及以上", "及以上", False), ("5%(含)以上", "(含)以上", False),
        ("≥5%以上", "≥", False), ("5%以上(不含)", "以上", True), ("5%以上(含)", "以上", False), (">5%(含)", ">", False),
        ("5%", None, False), ("=5%", "=", False), ("约5%上下", "约", False),
    ],
)  # fmt: skip
def test_the_longest_sign_counts(cell: str, sign: str | None, strict: bool) -> None:
    """A sign that contains another is taken whole; the one in front is told, the remark in brackets decides."""
    reading = _read(cell)
    assert (reading.sign, reading.strict) == (sign, strict)
    assert _value(reading.quantity) == F(5, 100)


def test_limits_are_exact_and_figures_as_precise_as_asked() -> None:
    """The caller says what a figure stands for; the limit that a sign prints is exact."""
    for cell in ("≥99.5%", "99.5%以内"):
        quantity = _read(cell).quantity
        assert quantity is not None
        assert quantity.precision is Precision.EXACT
    for cell in ("99.5%", "=99.5%", "约99.5%"):
        quantity = _read(cell).quantity
        assert quantity is not None
        assert quantity.precision is Precision.ROUNDED
    bounds = _read("90.5%-99.5%").bounds
    assert bounds is not None
    assert bounds.lower is not None
    assert bounds.lower.precision is Precision.EXACT


def test_the_parts_of_several_keep_their_text() -> None:
    """Each part is told as it stands in the cell, with the words that were passed over."""
    parts = _read("其中5人、分别为3次以上、和1-2场").parts
    assert [text for text, _ in parts] == ["其中5人", "分别为3次以上", "和1-2场"]
    assert [part.kind for _, part in parts] == [K.EXACTLY, K.AT_LEAST, K.BETWEEN]
    assert [_value(part.quantity) for _, part in parts] == [5, 3, None]


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(["-", "~", "至", "到", "—", "——"]),
    st.sampled_from(["", "人", "万元", "%", "元/人"]),
)
def test_a_range_is_in_order_or_no_range(low: int, high: int, mark: str, unit: str) -> None:
    """Two numbers of one unit are a range if the first is not above the second, and else a wording."""
    reading = _read(f"{low}{mark}{high}{unit}")
    assert reading.kind is (K.BETWEEN if low <= high else K.WORDING)


@given(
    st.lists(
        st.sampled_from(["≥5人", "约3次", "2场以上", "1-2件", "4.5%"]), min_size=1, max_size=6, unique=True
    )
)
def test_several_is_each_alone(cells: list[str]) -> None:
    """A cell of several values reads each as it would be read in a cell of its own."""
    reading = _read("、".join(cells))
    alone = [_read(cell) for cell in cells]
    assert alone == ([part for _, part in reading.parts] if len(cells) > 1 else [reading])
