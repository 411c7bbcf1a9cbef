"""Cells as people print them: each notation with the reading worked out by hand."""

from __future__ import annotations

import datetime
import time
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.errors import InputError
from perfscore.figures import (
    ActualKind,
    Precision,
    Role,
    TargetKind,
    parse_actual,
    parse_figure,
    parse_target,
)
from perfscore.figures._cells import as_text

K = TargetKind
F = Fraction

# cell, kind, sign, value in base units, base, places
FIGURES = [
    ("≥22万人", K.AT_LEAST, "≥", F(220000), "人", 0),
    ("80分以上", K.AT_LEAST, "以上", F(80), "分", 0),
    ("10%以下", K.AT_MOST, "以下", F(1, 10), "%", 0),
    ("7万以上", K.AT_LEAST, "以上", F(70000), "", 0),
    ("500人以上", K.AT_LEAST, "以上", F(500), "人", 0),
    ("≤1‰", K.AT_MOST, "≤", F(1, 1000), "%", 0),
    ("≤5个工作日", K.AT_MOST, "≤", F(5), "工作日", 0),
    ("5.5%左右", K.ABOUT, "左右", F(55, 1000), "%", 1),
    ("5.5%以内", K.AT_MOST, "以内", F(55, 1000), "%", 1),
    ("45人", K.EXACTLY, None, F(45), "人", 0),
    ("0", K.EXACTLY, None, F(0), "", 0),
    ("0起", K.EXACTLY, None, F(0), "起", 0),
    ("2,479件/套", K.EXACTLY, None, F(2479), "件/套", 0),
    ("12场/年", K.EXACTLY, None, F(12), "场/年", 0),
    ("3000/张", K.EXACTLY, None, F(3000), "/张", 0),
    ("不少于2000家", K.AT_LEAST, "不少于", F(2000), "家", 0),
    ("不超过一天", K.AT_MOST, "不超过", F(1), "天", 0),
    ("大于等于30次", K.AT_LEAST, "大于等于", F(30), "次", 0),
    ("大约等于80%", K.ABOUT, "大约等于", F(80, 100), "%", 0),
    (r"$\geq 3,000$ 件", K.AT_LEAST, "≥", F(3000), "件", 0),
    (r"$\leqslant 5\%$", K.AT_MOST, "≤", F(5, 100), "%", 0),
    ("» 95%", K.AT_LEAST, "≥", F(95, 100), "%", 0),
    ("》90%", K.AT_LEAST, "≥", F(90, 100), "%", 0),
    ("≽99.5%", K.AT_LEAST, "≥", F(995, 1000), "%", 1),
    ("≪48小时", K.AT_MOST, "≤", F(48), "小时", 0),
    ("≥９５％", K.AT_LEAST, "≥", F(95, 100), "%", 0),
    (">=95%", K.AT_LEAST, "≥", F(95, 100), "%", 0),
    ("=<3天", K.AT_MOST, "≤", F(3), "天", 0),
    ("＝100%", K.EXACTLY, "=", F(1), "%", 0),
    ("7, 937. 80", K.EXACTLY, None, F(793780, 100), "", 2),
    ("三次", K.EXACTLY, None, F(3), "次", 0),
    ("一天", K.EXACTLY, None, F(1), "天", 0),
    ("十二篇", K.EXACTLY, None, F(12), "篇", 0),
    ("三万人", K.EXACTLY, None, F(30000), "人", 0),
    ("1.5亿元", K.EXACTLY, None, F(150000000), "元", 1),
    ("3千人", K.EXACTLY, None, F(3000), "人", 0),
    ("2百户", K.EXACTLY, None, F(200), "户", 0),
    ("0.5个百分点", K.EXACTLY, None, F(1, 2), "百分点", 1),
    ("100元/人/月", K.EXACTLY, None, F(100), "元/人/月", 0),
    ("3万人次/年", K.EXACTLY, None, F(30000), "人次/年", 0),
    ("20名", K.EXACTLY, None, F(20), "人", 0),
    ("10家企业", K.EXACTLY, None, F(10), "家", 0),
    ("百分之百", K.EXACTLY, None, F(1), "%", 0),
    ("百分之九十五", K.EXACTLY, None, F(95, 100), "%", 0),
    ("百分之98.5", K.EXACTLY, None, F(985, 1000), "%", 1),
    ("-5%", K.EXACTLY, None, F(-5, 100), "%", 0),
    ("控制在5%以内", K.AT_MOST, "控制在", F(5, 100), "%", 0),
    ("90%以上（含90%）", K.AT_LEAST, "以上", F(90, 100), "%", 0),
    ("20天内", K.AT_MOST, "内", F(20), "天", 0),
    ("达95%", K.AT_LEAST, "达", F(95, 100), "%", 0),
    ("不得大于5天", K.AT_MOST, "不得大于", F(5), "天", 0),
    ("3次(含)以上", K.AT_LEAST, "(含)以上", F(3), "次", 0),
    ("45人。", K.EXACTLY, None, F(45), "人", 0),
    ("5起事故", K.EXACTLY, None, F(5), "起", 0),
    ("三万", K.EXACTLY, None, F(30000), "", 0),
    ("二十五", K.EXACTLY, None, F(25), "", 0),
    ("一百零五", K.EXACTLY, None, F(105), "", 0),
    ("3千", K.EXACTLY, None, F(3000), "", 0),
    ("0. 5天", K.EXACTLY, None, F(1, 2), "天", 1),
    ("93. 91", K.EXACTLY, None, F(9391, 100), "", 2),
    ("99. 5%", K.EXACTLY, None, F(995, 1000), "%", 1),
    ("$3,000$人", K.EXACTLY, None, F(3000), "人", 0),
    ("千分之三", K.EXACTLY, None, F(3, 1000), "%", 0),
    ("5千米", K.EXACTLY, None, F(5000), "米", 0),
    ("35μg/m³", K.EXACTLY, None, F(35), "μg/m³", 0),
    ("3例/十万人", K.EXACTLY, None, F(3), "例/十万人", 0),
    ("-5℃", K.EXACTLY, None, F(-5), "℃", 0),
]


@pytest.mark.parametrize(("cell", "kind", "sign", "value", "base", "places"), FIGURES)
def test_targets_with_one_figure(
    cell: str, kind: TargetKind, sign: str | None, value: Fraction, base: str, places: int
) -> None:
    """A target with one figure gives its kind, sign, exact value, unit and places; the text is kept."""
    target = parse_target(cell)
    assert target.text == cell
    assert (target.kind, target.sign) == (kind, sign)
    assert target.quantity is not None
    assert (target.quantity.value, target.quantity.unit.base, target.quantity.places) == (value, base, places)
    assert target.quantity.precision is Precision.EXACT


@pytest.mark.parametrize(
    ("cell", "strict"),
    [(">95%", True), ("高于95%", True), ("<3‰", True), ("90%以上（不含90%）", True), ("≥90%(含)", False)],
)
def test_strict_bounds(cell: str, strict: bool) -> None:
    """A bound says whether the figure itself is excluded."""
    assert parse_target(cell).strict is strict


BETWEEN = [
    ("400-4,000元/人", F(400), F(4000), "元/人", True, True),
    ("97%≤执行率≤100%", F(97, 100), F(1), "%", True, True),
    ("90%<x<95%", F(90, 100), F(95, 100), "%", False, False),
    ("1-2次红色基地教育培训活动", F(1), F(2), "次", True, True),
    ("3-5", F(3), F(5), "", True, True),
    ("90%~95%", F(90, 100), F(95, 100), "%", True, True),
    ("5至10人", F(5), F(10), "人", True, True),
    ("≥90%且≤95%", F(90, 100), F(95, 100), "%", True, True),
    (">90%,<95%", F(90, 100), F(95, 100), "%", False, False),
    ("[90%,95%)", F(90, 100), F(95, 100), "%", True, False),
    ("(90%,95%]", F(90, 100), F(95, 100), "%", False, True),
    ("[1,000,2,000]", F(1000), F(2000), "", True, True),
    ("≥1,000且≤2,000", F(1000), F(2000), "", True, True),
    (">90%并且≤95%", F(90, 100), F(95, 100), "%", False, True),
    ("100%≥执行率>97%", F(97, 100), F(1), "%", False, True),
    ("1——2次", F(1), F(2), "次", True, True),
    ("-5--3", F(-5), F(-3), "", True, True),
    ("1-2万人", F(10000), F(20000), "人", True, True),
    ("3‰-5%", F(3, 1000), F(5, 100), "%", True, True),
]


@pytest.mark.parametrize(("cell", "low", "high", "base", "left", "right"), BETWEEN)
def test_ranges(cell: str, low: Fraction, high: Fraction, base: str, left: bool, right: bool) -> None:
    """A range gives its two ends, in one unit, and whether they belong to it."""
    target = parse_target(cell)
    assert target.kind is K.BETWEEN
    bounds = target.bounds
    assert bounds is not None
    assert bounds.lower is not None
    assert bounds.upper is not None
    assert (bounds.lower.value, bounds.upper.value) == (low, high)
    assert bounds.lower.unit.base == bounds.upper.unit.base == base
    assert (bounds.lower_closed, bounds.upper_closed) == (left, right)
    assert parse_actual(cell).kind is ActualKind.BETWEEN


@pytest.mark.parametrize(
    "cell",
    [
        "60/85", "5-3", "10人-20家", "甲-乙", "1≤第2项≤3", "一定≤x≤3", "≥甲且≤乙", "[甲,乙]",
        "完成市级下达任务", "不超过合同金额", "有效提升", "一定程度提升", "城镇登记失业率2.51%",
        "整体办公区域",
        "1 234", "1,23", "1e5", "nan", "inf", "+∞", "100余人", "每年2次", "每月不少于3次", "全年", "第一",
        "一级", "一般", "一流", "万无一失", "零", "零事故", "五一前", "三公经费下降", "双随机", "6月底前",
        "2月30日",
        "2023年13月", "2023年2月30日", "2023年0月", "≥90%以下", "90%(含)", "十十次", "百分之十十",
        "9" * 50, "百分之" + "9" * 50, "九" * 50 + "次", "≥", "约", "以上", "12次以上的培训", "5次不合格",
        "1、甲、乙", "甲、乙", "1、" * 30, "x" * 3000,
        # The number of a list item, and what a number counts, are not guessed.
        "1、45人", "1. 45人", "12、15次", "45、60天", "1;45人",
        # More, almost, or half as many again.
        "30多人", "2万多人", "30来人", "5几人", "5个半月", "3年半", "3天两夜", "45人+", "近100人", "二/年", "3元万", "5次每人", "7约人",
        # Months and years without the rest of the date.
        "12月", "3月", "12月底", "2023年初", "2020-2023年", "2021年-2023年", "≥2023年", "2023年1-12月",
        # Ranks and names.
        "3级", "5号", "5G", "5G网络", "3A级", "3D打印", "5百货店", "2万能工", "5百分比", "3第2",
        "十分", "一期", "二期", "一批", "三本", "一类", "十一", "五一", "千万", "二百五", "一万二",
        "二〇二三年",
        "5-7个工作日内", "约3-5天", "90%<x≥80%", "3--5", "(90%,95%)", "[1,2,3]", "90%≤≤95%",
        "$500", "45。5", "0,500", "١٢٣", "४५人", "5²", "½", "±5%", "3:1", "1/3", "7×24小时", "人30次",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_a_wording(cell: str) -> None:
    """A cell that is not wholly understood stays a wording and never becomes a number."""
    target, actual = parse_target(cell), parse_actual(cell)
    assert (target.kind, actual.kind) == (K.WORDING, ActualKind.WORDING)
    assert (target.quantity, actual.quantity, target.bounds, actual.bounds) == (None, None, None, None)
    assert target.text == actual.text == cell


@pytest.mark.parametrize(
    "cell", ["较上年提高", "比上年增长5%", "同比下降", "与去年持平", "不低于上年", "逐年提高"]
)
def test_targets_measured_by_the_year_before(cell: str) -> None:
    """A target relative to last year is told apart; as an actual value it is a wording."""
    assert parse_target(cell).kind is K.RELATIVE
    assert parse_actual(cell).kind is ActualKind.WORDING


def test_none_is_not_unset() -> None:
    """无 wants or reports nothing of the kind; a dash, an empty cell and 无 with a reason set no target."""
    assert parse_target("无").kind is K.NONE
    assert parse_actual("无").kind is ActualKind.NONE
    assert parse_target("无。").kind is K.NONE
    for cell in (
        "——",
        "-",
        "/",
        "……",
        "",
        "  ",
        "无(按整改要求新增指标)",
        "无（新增）",
        "未设置",
        "暂无目标值",
    ):
        assert parse_target(cell).kind is K.UNSET
        assert parse_actual(cell).kind is ActualKind.UNSET


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2023年 12月", (2023, 12, 1), (2023, 12, 31)),
        ("2023年12月31日", (2023, 12, 31), (2023, 12, 31)),
        ("2020年底完成", (2020, 12, 31), (2020, 12, 31)),
        ("2023年底前", (2023, 12, 31), (2023, 12, 31)),
        ("2023年2月底前", (2023, 2, 28), (2023, 2, 28)),
        ("2023年", (2023, 1, 1), (2023, 12, 31)),
        ("2023年上半年", (2023, 1, 1), (2023, 6, 30)),
        ("2023年下半年", (2023, 7, 1), (2023, 12, 31)),
        ("2023年第三季度", (2023, 7, 1), (2023, 9, 30)),
        ("2023年4季度", (2023, 10, 1), (2023, 12, 31)),
        ("2023-06-30", (2023, 6, 30), (2023, 6, 30)),
        ("2023.6.30前", (2023, 6, 30), (2023, 6, 30)),
        ("2023/6/30", (2023, 6, 30), (2023, 6, 30)),
        ("2024年2月29日", (2024, 2, 29), (2024, 2, 29)),
        ("2023年6月前", (2023, 6, 1), (2023, 6, 30)),
        ("2023年第三季度末", (2023, 9, 30), (2023, 9, 30)),
        ("2023年年底", (2023, 12, 31), (2023, 12, 31)),
        ("2023年内", (2023, 1, 1), (2023, 12, 31)),
        ("２０２３年１２月", (2023, 12, 1), (2023, 12, 31)),
    ],
)
def test_dates(cell: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """A date gives the first and the last day that it can mean."""
    target, actual = parse_target(cell), parse_actual(cell)
    assert (target.kind, actual.kind) == (K.BY_DATE, ActualKind.DATE)
    assert target.date is not None
    assert (target.date.first, target.date.last) == (datetime.date(*first), datetime.date(*last))
    assert target.date.text == cell


def test_several_values_in_a_cell() -> None:
    """Several values are read one by one, each with its own kind."""
    target = parse_target("一般45天,延长不超过60天")
    assert target.kind is K.SEVERAL
    assert [(part.kind, part.quantity and part.quantity.value) for part in target.parts] == [
        (K.EXACTLY, F(45)),
        (K.AT_MOST, F(60)),
    ]
    actual = parse_actual("923.73元/月、673.17元/月")
    assert actual.kind is ActualKind.SEVERAL
    assert [part.quantity and part.quantity.value for part in actual.parts] == [F(92373, 100), F(67317, 100)]


@pytest.mark.parametrize(
    ("cell", "precision"),
    [
        ("41人", Precision.EXACT), ("0", Precision.EXACT), ("100分", Precision.EXACT),
        ("100%", Precision.ROUNDED), ("29.26万人", Precision.ROUNDED), ("165万人", Precision.ROUNDED),
        ("1,370.41元/人", Precision.ROUNDED), ("3015元/月", Precision.ROUNDED), ("0.02‰", Precision.ROUNDED),
        ("2.5天", Precision.ROUNDED),
    ],
)  # fmt: skip
def test_precision_of_actual_values(cell: str, precision: Precision) -> None:
    """A count is exact; what has decimals, a multiplier, a divisor or is a rate was rounded."""
    actual = parse_actual(cell)
    assert actual.quantity is not None
    assert actual.quantity.precision is precision


def test_bounds_as_actual_values() -> None:
    """A bound as an actual value has one end, closed unless the sign is strict."""
    low, high = parse_actual("≥95%").bounds, parse_actual("<5个工作日").bounds
    assert low is not None
    assert high is not None
    assert low.lower is not None
    assert high.upper is not None
    assert (low.lower.value, low.upper, low.lower_closed) == (F(95, 100), None, True)
    assert (high.upper.value, high.upper_closed) == (F(5), False)
    assert high.lower is None
    assert parse_actual("≥95%").quantity is None
    assert parse_actual("约80%").kind is ActualKind.ABOUT


@pytest.mark.parametrize(
    ("value", "role", "number", "precision"),
    [
        ("99.69分", Role.SCORE, "99.69", Precision.ROUNDED),
        ("（40分）", Role.WEIGHT, "40", Precision.EXACT),
        ("20%", Role.WEIGHT, "20", Precision.EXACT),
        ("84,416.43", Role.MONEY, "84416.43", Precision.ROUNDED),
        ("99.5%", Role.RATE, "99.5", Precision.ROUNDED),
        (20, Role.WEIGHT, "20", Precision.EXACT),
        (Decimal("1.50"), Role.SCORE, "1.50", Precision.ROUNDED),
        (Fraction(41, 4), Role.SCORE, "10.25", Precision.ROUNDED),
        (19.06, Role.SCORE, "19.06", Precision.ASSUMED),
        (20.0, Role.WEIGHT, "20", Precision.ASSUMED),
        (np.float64(19.06), Role.SCORE, "19.06", Precision.ASSUMED),
        (np.int64(20), Role.WEIGHT, "20", Precision.EXACT),
        ("84,416.43万元", Role.MONEY, "84416.43", Precision.ROUNDED),
        ("7, 937. 80", Role.MONEY, "7937.80", Precision.ROUNDED),
    ],
)
def test_cells_of_one_number(value: str | float, role: Role, number: str, precision: Precision) -> None:
    """A cell of one number gives it as printed; a float is of assumed precision whatever its role."""
    quantity = parse_figure(value, role=role).quantity
    assert quantity is not None
    assert (quantity.number, quantity.precision) == (Decimal(number), precision)


@pytest.mark.parametrize(
    "cell", ["约20", "≥20", "二十", "二十五", "一百", "20 30", "", "——", "20/30", "9" * 5000, "(", "()"]
)
def test_a_cell_that_is_not_one_number_has_none(cell: str) -> None:
    """What is not one number stays as text, without a quantity."""
    figure = parse_figure(cell, role=Role.SCORE)
    assert (figure.text, figure.quantity) == (cell, None)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
def test_numbers_that_are_not_finite_are_refused(value: float | Decimal) -> None:
    """NaN and infinity are errors that say so."""
    for parse in (parse_target, parse_actual):
        with pytest.raises(InputError, match="expected a finite number"):
            parse(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *((value, "text or a number") for value in (None, True, b"45", [45], object())),
        (Fraction(1, 3), "a number with finitely many decimals"),
        (10**3000, "a number that a table can print"),
        (Decimal("1e9999"), "a number that a table can print"),
        ("45\ud800", "text of whole characters"),
    ],
)
def test_values_that_no_cell_can_be_are_refused(value: object, expected: str) -> None:
    """A value of another type, a number that no table prints, and half a character are errors that say so."""
    with pytest.raises(InputError) as caught:
        as_text(value)
    assert (caught.value.place, caught.value.expected) == ("cell", expected)


def test_large_numbers_are_exact() -> None:
    """10^30 is read exactly, as text and as a number."""
    for value in (10**30, "1" + "0" * 30, 1e30):
        quantity = parse_actual(value).quantity
        assert quantity is not None
        assert quantity.value == 10**30


@pytest.mark.parametrize(
    "filler", ["9", ",", "(", "≥", "万", "九", "-", "、1", "9,", "≤9", "1-", " ", "\\ge", "《"]
)
def test_long_cells_are_read_quickly(filler: str) -> None:
    """Ten thousand characters of anything are read in a moment."""
    # Time of this process, so that a busy machine does not count.
    started = time.process_time()
    for length in (1_999, 10_000):
        parse_target((filler * length)[:length])
        parse_figure((filler * length)[:length], role=Role.MONEY)
    assert time.process_time() - started < 0.5


@given(
    st.text(max_size=60) | st.text(alphabet="≥≤0123456789.,%万人次年月日-一二十百以上()无、 ", max_size=30)
)
def test_reading_never_fails_and_keeps_the_text(cell: str) -> None:
    """Any text is read without an error, and its text is kept."""
    assert parse_target(cell).text == cell
    assert parse_actual(cell).text == cell
    assert parse_figure(cell, role=Role.RATE).text == cell


@given(
    number=st.decimals(min_value=0, max_value=10**9, places=2),
    unit=st.sampled_from(["人", "元/人", "%", "‰", "", "件/套"]),
    wide=st.booleans(),
    blanks=st.booleans(),
)
def test_a_printed_number_reads_back(number: Decimal, unit: str, *, wide: bool, blanks: bool) -> None:
    """Separators, width and stray blanks do not change the value that is read."""
    text = f"{number:,}{unit}"
    # 1. 45人 may be an item of a list, and is not read.
    if blanks and not 1 <= number < 100:
        text = text.replace(",", ", ").replace(".", ". ")
    if wide:
        text = text.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    quantity = parse_actual(text).quantity
    assert quantity is not None
    assert quantity.number == number
    assert quantity.places == 2


@given(
    number=st.integers(1000, 10**9),
    gap=st.text(alphabet=" \u3000\xa0", min_size=1, max_size=2),
)
def test_two_numbers_never_become_one(number: int, gap: str) -> None:
    """A blank between two digits is no separator of groups: such a cell gives no quantity."""
    digits = str(number)
    cell = f"{digits[:2]}{gap}{digits[2:]}人"
    assert parse_target(cell).kind is K.WORDING


@given(st.text(alphabet="有效提升完成目标任务高度影响力无的", max_size=12))
def test_no_figure_without_a_digit_or_numeral(cell: str) -> None:
    """A cell without digits and numerals gives no quantity."""
    assert parse_target(cell).quantity is None
