"""Values are added or averaged as their kind says, or the line stays open with the reason."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from perfscore.aggregation import AggregateLine, LineKind, Match, Number, aggregate
from perfscore.aggregation._combining import add
from perfscore.intervals import Interval
from tests.aggregation.building import WUHAN, row, table

if TYPE_CHECKING:
    import perfscore as ps


def line_of(
    *rows: ps.Indicator, money: tuple[Any, ...] = ("100.00", "300.00"), **options: Any
) -> AggregateLine:
    """Return the only line of tables with one row each."""
    tables = [
        table(str(number), item, money=amount)
        for number, (item, amount) in enumerate(zip(rows, money, strict=True), 1)
    ]
    (line,) = aggregate(tables, rules=options.pop("rules", WUHAN), **options).lines
    return line


def number(line: AggregateLine) -> Number:
    """Return the value of a line that has one."""
    assert line.value is not None
    return line.value


def test_absolute_values_are_added() -> None:
    """10,000 and 1.5万 persons are 25,000, known to 500 either way; targets add as well."""
    line = line_of(row("≥9,000人", "10,000人"), row("≥1万人", "1.5万人"))
    assert line.kind is LineKind.ABSOLUTE
    assert number(line).face == 25_000
    assert number(line).possible == Interval(Fraction(24_500), Fraction(25_500))
    assert line.target == attrs.evolve(Number.exactly(Fraction(19_000)))
    assert line.unit is not None
    assert line.unit.text == "万人"


def test_amounts_in_three_units_are_added() -> None:
    """元, 万元 and 亿元 are one unit."""
    cells = (("≥1元", "5,000元"), ("≥1万元", "2万元"), ("≥1亿元", "1亿元"))
    rows = [row(*item) for item in cells]
    line = line_of(*rows, money=("1", "1", "1"))
    assert number(line).face == 100_025_000
    assert line.unit is not None
    assert line.unit.text == "亿元"


def test_relative_values_are_averaged_by_money() -> None:
    """(1 × 90 % + 3 × 98 %) ÷ 4 = 96 %; the targets 80 % and 100 % give 95 %."""
    line = line_of(row("≥80%", "90%"), row("≥100%", "98%"))
    assert line.kind is LineKind.RELATIVE
    assert number(line).face == Fraction(96, 100)
    assert line.target is not None
    assert line.target.face == Fraction(95, 100)
    # Values 0.5 % and money 50 元 either way, the latter at 8 % apart: 95.4999 to 96.5001.
    assert number(line).possible == Interval(Fraction("0.954999"), Fraction("0.965001"))


def test_per_cent_and_per_mille_are_one_unit() -> None:
    """1 % and 10 ‰ average to 1 %."""
    line = line_of(row("≤2%", "1%"), row("≤20‰", "10‰"))
    assert number(line).face == Fraction(1, 100)


def test_shares_of_judgements_are_averaged() -> None:
    """(1 × 72/80 + 3 × 64/80) ÷ 4 = 0.825; the money moves it by 0.005 of 400 at 0.1 apart.

    The scores are printed to two decimals and move it by 0.005 of 80.
    """
    line = line_of(row("有效提升", "有效提升", claimed=72), row("有效提升", "有效提升", claimed=64))
    assert number(line).face == Fraction("0.825")
    assert number(line).possible == Interval(
        Fraction("0.82499875") - Fraction("0.0000625"),
        Fraction("0.82500125") + Fraction("0.0000625"),
        upper_closed=False,
    )


def test_other_weights_are_kept_beside() -> None:
    """What the mean would be by budget, by executed and without weights."""
    tables = [
        table("1", row("≥80%", "90.0%"), money="100.00", spent="100.00"),
        table("2", row("≥80%", "100.0%"), money="300.00", spent="100.00"),
    ]
    (line,) = aggregate(tables, rules=WUHAN).lines
    others = {message.key: values for message, values in line.others}
    assert others["convention.mean-budget"] == number(line).possible
    assert others["convention.mean-plain"] == Interval(Fraction("0.9495"), Fraction("0.9505"))
    assert Fraction("0.95") in others["convention.mean-executed"]
    assert list(others) == ["convention.mean-budget", "convention.mean-executed", "convention.mean-plain"]


def test_columns_that_are_not_complete_are_no_other_weights() -> None:
    """With stated amounts and without budgets only the plain mean stands beside."""
    tables = [table("1", row("≥80%", "90%"), money=None), table("2", row("≥80%", "98%"), money="0.00")]
    (made,) = aggregate(tables, rules=WUHAN, money={"1": "1", "2": "1"}).lines
    assert [message.key for message, _ in made.others] == ["convention.mean-plain"]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        (row("≥3人", "3人"), row("≥3家", "3家"), "A004"),
        (row("≥3人", "3人"), row("≥3", "3"), "A004"),
        (row("≥3人", "3人"), row("≥95%", "95%"), "A005"),
        (row("≥3人", "3人"), row("≤3人", "3人"), "A005"),
        (row("≥3人", "3人"), row("完成", "完成", claimed=80), "A005"),
        (row("无", "无"), row("≤5天", "5天"), "A005"),
        (row("2023年12月", "2023年11月"), row("400-500元/人", "410元/人"), "A004"),
        (row("≥3人", "3人"), row("≥3人", "3家"), "A006"),
        (row("≥3人", "3人"), row("≥3人", None), "A006"),
        (row("≥90%", "95%"), row("≥90%", "≥95%"), "A006"),
        (row("≤5个工作日", "5个工作日"), row("≤5个工作日", "5个工作日"), "A007"),
        (row("2023年12月", "2023年11月"), row("2023年12月", "2023年12月"), "A007"),
        (row("2023年12月", "已完成"), row("2023年12月", "已完成"), "A006"),
        (row("1-2次", "2次"), row("1-2次", "2次"), "A007"),
    ],
)
def test_what_cannot_be_combined_is_refused_with_the_place(
    one: ps.Indicator, other: ps.Indicator, code: str
) -> None:
    """The line stays open, without a score, and the row that does not fit is named."""
    made = aggregate([table("1", one), table("2", other)], rules=WUHAN)
    (line,) = made.lines
    assert code in {item.code for item in made.findings}
    assert line.exact is None
    assert made.values_first is None
    judged = "完成" in (one.actual.text if one.actual else "", other.actual.text if other.actual else "")
    clause = "wuhan-2023 §3" if judged else "wuhan-2023 §2"
    assert {item.clause for item in made.findings} == {clause}


def test_the_place_of_a_refusal_is_the_row_that_does_not_fit() -> None:
    """The first table in the order of names sets the unit; the second is named."""
    made = aggregate([table("1", row("≥3人", "3人")), table("2", row("≥3家", "3家"))], rules=WUHAN)
    (found,) = made.findings
    assert found.location.table == "2"
    assert dict(found.message.args) == {"unit": "家", "other": "人", "table": "1"}
    (without,) = aggregate([table("1", row("≥3人", "3人")), table("2", row("≥3", "3"))], rules=WUHAN).findings
    assert dict(without.message.args)["unit"] == "—"


def test_a_kind_is_told_in_words() -> None:
    """A date beside a count is told as what it is, in both languages."""
    rows = (row("≥3人", "3人"), row("2023年12月", "2023年11月", direction="正向"))
    (found,) = aggregate([table(str(n), item) for n, item in enumerate(rows)], rules=WUHAN).findings
    assert "该行为日期、区间等其他内容，“0”的对应行为绝对值，不能汇总" in found.text("zh")
    assert "this row is a date, range or other, its partner in 0 absolute value" in found.text()


def test_a_bound_leaves_a_range_and_no_score() -> None:
    """≥95 % may be anything above: half of the money stands behind a range without upper end."""
    line = line_of(row("≥90%", "85.0%"), row("≥90%", "≥95%"), money=("1.00", "1.00"))
    assert number(line).face is None
    assert number(line).possible.upper is None
    assert line.reason is None
    assert line.exact is None


def test_a_missing_unit_is_the_same_only_if_the_rules_say_so() -> None:
    """Under missing_unit = same a bare number is of the unit of its partner."""
    rules = attrs.evolve(WUHAN, choices=attrs.evolve(WUHAN.choices, missing_unit="same"))
    line = line_of(row("≥3", "3"), row("≥3人", "4人"), rules=rules)
    assert number(line).face == 7
    assert line.unit is not None
    assert line.unit.text == "人"
    # 95 beside 95 % or 3 beside 4万人 would be a thousand times off.
    for rows in (
        (row("≥90", "95", name="合格率"), row("≥90%", "95%", name="合格率")),
        (row("≥3", "3"), row("≥3万人", "4万人")),
    ):
        made = aggregate([table(str(n), item) for n, item in enumerate(rows)], rules=rules)
        assert made.lines[0].value is None
        assert [item.code for item in made.findings] == ["A004"]


def test_zero_is_zero_in_all_units() -> None:
    """0 of 0 without a unit joins persons and rates alike; alone among zeros it stays without one."""
    assert number(line_of(row("0", "0", direction="反向"), row("≤3人", "2人"))).face == 2
    assert number(line_of(row("0", "0", direction="反向"), row("≤4%", "4%"))).face == Fraction(3, 100)
    assert number(line_of(row("0", "0"), row("0", "0"))).face == 0


def test_the_same_cells_stay_where_nothing_is_counted() -> None:
    """The same date, nothing and nothing, the same standard: what holds of each holds of all."""
    for cells in (("2023年12月", "2023年12月"), ("无", "无"), ("400-500元/人", "410元/人")):
        line = line_of(row(*cells), row(*cells))
        assert line.kind is LineKind.OTHER
        assert line.exact == 80


def test_a_stated_kind_goes_before_the_unit() -> None:
    """Working days are averaged if the caller says that they are relative."""
    line = line_of(
        row("≤5个工作日", "4个工作日"),
        row("≤5个工作日", "2个工作日"),
        matches=[Match("指标", kind="relative")],
    )
    assert number(line).face == Fraction(10, 4)
    judged = line_of(
        row("完成", "完成", claimed=80),
        row("完成", "完成", claimed=80),
        matches=[Match("指标", kind="relative")],
    )
    assert judged.kind is LineKind.QUALITATIVE


@pytest.mark.parametrize(
    ("money", "reason", "code"),
    [((None, "300.00"), "reason.money-missing", "A001"), (("0.00", "0"), "reason.zero-money", "A002")],
)
def test_without_money_there_is_no_mean(money: tuple[Any, Any], reason: str, code: str) -> None:
    """Money that is missing, and money that is zero throughout, leave the line open."""
    made = aggregate(
        [table(name, row("≥80%", "90%"), money=item) for name, item in zip("ab", money, strict=True)],
        rules=WUHAN,
    )
    (line,) = made.lines
    assert line.reason is not None
    assert line.reason.key == reason
    assert code in {item.code for item in made.findings}
    assert number(line_of(row("≥3人", "3人"), row("≥3人", "3人"), money=money)).face == 6


def test_a_table_with_zero_money_counts_nothing_and_is_reported() -> None:
    """Its value enters no mean; the finding names it."""
    made = aggregate([table("1", row("≥80%", "90%"), money="0"), table("2", row("≥80%", "98%"))], rules=WUHAN)
    assert number(made.lines[0]).face == Fraction(98, 100)
    assert [item.code for item in made.findings] == ["A002"]


def test_a_row_alone_is_itself_or_says_what_it_lacks() -> None:
    """One row needs no money and no partner."""
    made = aggregate([table("1", row("≥80%", None), money=None)], rules=WUHAN)
    assert [item.code for item in made.findings] == ["A001", "A006"]
    (line,) = aggregate([table("1", row("≥80%", "90%"), money=None)], rules=WUHAN).lines
    assert number(line).face == Fraction(9, 10)


def test_sums_of_numbers() -> None:
    """The most places are kept; a part without face value leaves none."""
    one = Number(face=Fraction(1), possible=Interval.point(Fraction(1)), places=2)
    assert add([one, Number.exactly(Fraction(2))]).places == 2
    assert add([one, Number(face=None, possible=Interval.at_least(Fraction(0)))]).face is None


def test_opposite_directions_are_named() -> None:
    """A005 says which two directions cannot be added."""
    tables = [table("1", row("≥3人", "3人")), table("2", row("≤3人", "3人"))]
    (found,) = [item for item in aggregate(tables, rules=WUHAN).findings if item.code == "A005"]
    assert "正向" in found.text("zh")
    assert "反向" in found.text("zh")
