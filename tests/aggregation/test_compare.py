"""The figures of a department against those of its projects."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.aggregation import Aggregate, Comparison, aggregate, compare
from perfscore.findings import VerdictKind
from tests.aggregation.building import WUHAN, row, table


def held(
    claim: ps.Indicator,
    *rows: ps.Indicator,
    money: tuple[str, str] = ("100.00", "300.00"),
    spent: tuple[str, str] | None = None,
    **options: Any,
) -> Any:
    """Return the comparison of one row with the rows of two projects."""
    paid = spent or money
    tables = [table(str(n), item, money=money[n], spent=paid[n]) for n, item in enumerate(rows)]
    made = aggregate(tables, rules=WUHAN)
    return compare(made, table("部门", claim, money=None), rules=WUHAN, **options).lines[-1].verdict


F = Fraction
MONEY = ("100.00", "300.00")
RATES = (row("≥80%", "90.0%"), row("≥80%", "98.0%"))


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        # The face mean is 96 %; the cells admit 95.9499 to 96.0501.
        ("96%", VerdictKind.CONSISTENT),
        ("96.0%", VerdictKind.CONSISTENT),
        ("96.05%", VerdictKind.BY_ROUNDING),
        ("95.95%", VerdictKind.BY_ROUNDING),
        ("96.0501%", VerdictKind.BY_ROUNDING),
        ("96.0502%", VerdictKind.INCONSISTENT),
        ("96.06%", VerdictKind.INCONSISTENT),
        ("95.94%", VerdictKind.INCONSISTENT),
        # Not weighted: 94 %.
        ("94%", VerdictKind.BY_CONVENTION),
        ("≥95%", VerdictKind.CONSISTENT),
        ("≥97%", VerdictKind.INCONSISTENT),
        (None, VerdictKind.OPEN),
        ("已完成", VerdictKind.OPEN),
    ],
)
def test_a_mean(claim: str | None, kind: VerdictKind) -> None:
    """A claim is inconsistent only outside the range, whatever weighs."""
    assert held(row("≥80%", claim), *RATES).kind is kind


def test_a_mean_of_marks_is_printed_rounded() -> None:
    """80, 85 and 85 of the same money are 83.33…: 83分 and 83.3分 print it, 85分 does not."""
    marks = [table(str(n), row("≥80分", f"{mark}分")) for n, mark in enumerate((80, 85, 85))]
    made = aggregate(marks, rules=WUHAN)
    kinds = [
        compare(made, table("部门", row("≥80分", claim), money=None), rules=WUHAN).lines[0].verdict.kind
        for claim in ("83分", "83.3分", "85分")
    ]
    assert kinds == [VerdictKind.CONSISTENT, VerdictKind.CONSISTENT, VerdictKind.INCONSISTENT]


def test_the_gap_is_to_the_nearest_of_all_readings() -> None:
    """The mean is 96 %, at most 96.0501 %: 4 points off 100 %; 97.00 % lies 0.95 beside 96.05 %."""
    found = held(row("≥80%", "100%"), *RATES)
    assert (found.kind, found.off_by, found.gap) == (VerdictKind.INCONSISTENT, F("0.04"), F("0.04"))
    finer = held(row("≥80%", "97.00%"), *RATES)
    assert (finer.off_by, finer.gap) == (F("0.01"), F("0.0095"))


def test_a_table_that_is_cut_off_accuses_nobody() -> None:
    """甲 shows 3, 乙 is cut off before its row: the department's 8 is open, one level up as well."""
    one, two = table("甲", row("≥3人", "3人")), attrs.evolve(table("乙"), truncated=True)
    made = aggregate([one, two], rules=WUHAN, table_id="合")
    assert [(item.code, item.location.table) for item in made.findings][:1] == [("A011", "乙")]
    assert made.lines[0].cut_off == ("乙",)
    assert made.table.truncated
    outer = aggregate([made, table("丙", row("≥3人", "1人"))], rules=WUHAN)
    assert outer.lines[0].cut_off == ("乙",)
    for result, claims in ((made, ("3人", "8人")), (outer, ("4人", "9人"))):
        found = [
            compare(result, table("部门", row("≥3人", claim), money=None), rules=WUHAN).lines[0].verdict
            for claim in claims
        ]
        assert [line.kind for line in found] == [VerdictKind.CONSISTENT, VerdictKind.OPEN]
        assert found[1].reason is not None
        assert found[1].reason.key == "reason.part-cut-off"
    # A row that is shown is whole, whatever is cut off below it.
    shown = attrs.evolve(table("乙", row("≥3人", "1人")), truncated=True)
    whole = aggregate([one, shown], rules=WUHAN)
    assert whole.lines[0].cut_off == ()
    assert compare(whole, table("部门", row("≥3人", "8人"), money=None), rules=WUHAN).findings


def test_a_sum_of_counts_is_exact() -> None:
    """One person more or less is inconsistent, by one."""
    rows = (row("≥3人", "3人"), row("≥4人", "4人"))
    assert held(row("≥7人", "7人"), *rows).kind is VerdictKind.CONSISTENT
    for claim in ("6人", "8人"):
        found = held(row("≥7人", claim), *rows)
        assert (found.kind, found.gap) == (VerdictKind.INCONSISTENT, 1)
    assert held(row("≥7人", "0.0007万人"), *rows).kind is VerdictKind.CONSISTENT


def test_means_by_the_other_column() -> None:
    """By budget 94 %, by executed 97.2 %: each explains, the second as another convention."""
    options = {"money": ("100.00", "100.00"), "spent": ("10.00", "90.00")}
    assert held(row("≥80%", "94.0%"), *RATES, **options).kind is VerdictKind.CONSISTENT
    other = held(row("≥80%", "97.2%"), *RATES, **options)
    assert other.kind is VerdictKind.BY_CONVENTION
    assert other.convention.key == "convention.mean-executed"
    assert "weighted by executed" in other.text()


@pytest.mark.parametrize(
    ("claim", "convention"),
    [
        # By budget (90 + 3 × 100 + 4 × 98) ÷ 8.
        ("97.75%", None),
        # By executed (90 + 100 + 2 × 98) ÷ 4; not weighted (90 + 100 + 98) ÷ 3.
        ("96.50%", "convention.mean-executed"),
        ("96.00%", "convention.mean-plain"),
        ("97.90%", "inconsistent"),
    ],
)
def test_aggregates_of_aggregates_know_the_other_weights(claim: str, convention: str | None) -> None:
    """What explains a claim at once explains it in steps."""
    one, two, three = (
        table(name, row("≥90%", rate), money=money, spent=spent)
        for name, rate, money, spent in (
            ("甲", "90.00%", "100.00", "100.00"),
            ("乙", "100.00%", "300.00", "100.00"),
            ("丙", "98.00%", "400.00", "200.00"),
        )
    )
    inner = aggregate([one, two], rules=WUHAN, table_id="甲乙")
    steps: list[list[ps.SelfAssessment | Aggregate]] = [[one, two, three], [inner, three]]
    for parts in steps:
        made = aggregate(parts, rules=WUHAN)
        found = compare(made, table("部门", row("≥90%", claim), money=None), rules=WUHAN).lines[0].verdict
        if convention == "inconsistent":
            assert found.kind is VerdictKind.INCONSISTENT
        else:
            assert found.to_record()["convention"] == convention


def test_weights_of_this_level_alone() -> None:
    """A project's mean by budget, averaged with another's without weights: 97.5 % and 98.5 % are 98 %."""
    inner = aggregate(
        [table("甲", row("≥90%", "90.00%")), table("乙", row("≥90%", "100.00%"), money="300.00")],
        rules=WUHAN,
        table_id="甲乙",
    )
    made = aggregate([inner, table("丙", row("≥90%", "98.50%"), money="900.00")], rules=WUHAN)
    found = compare(made, table("部门", row("≥90%", "98.00%"), money=None), rules=WUHAN).lines[0].verdict
    assert found.to_record()["convention"] == "convention.mean-plain-here"


def test_judgements() -> None:
    """Shares of 0.9 and 0.8, the second with three quarters: 0.825 of 10 is 8.25, printed 8.25."""
    rows = [row("完成", "完成", claimed=claim) for claim in (72, 64)]
    claim = row("完成", "完成", weight=10, claimed="8.25")
    assert held(claim, *rows).kind is VerdictKind.CONSISTENT
    # The rows are of tables of whole points, which may have rounded 71.5 and 63.5: 0.81875 at least.
    assert held(attrs.evolve(claim, claimed="8.19"), *rows).kind is VerdictKind.BY_CONVENTION
    assert held(attrs.evolve(claim, claimed="8.17"), *rows).kind is VerdictKind.INCONSISTENT
    # 8.2499 cut to two decimals, which the rule set knows as a convention.
    assert held(attrs.evolve(claim, claimed="8.24"), *rows).kind is VerdictKind.BY_CONVENTION
    assert held(attrs.evolve(claim, claimed="8.5"), *rows).kind is VerdictKind.BY_CONVENTION
    # No score of a row can be so low or so high, however it was rounded.
    assert held(attrs.evolve(claim, claimed="9.135"), *rows).kind is VerdictKind.INCONSISTENT
    assert held(attrs.evolve(claim, claimed=None), *rows).kind is VerdictKind.CONSISTENT
    assert held(attrs.evolve(claim, claimed="11"), *rows).kind is VerdictKind.OPEN


def test_a_score_that_was_averaged_is_printed_rounded() -> None:
    """28/3 of 10 is printed 9.33, and 28 of 30 is the same share: only the digits differ."""
    project = row("完成", "完成", weight=10, claimed="9.33")
    for claim, kind in (
        ("28", VerdictKind.BY_ROUNDING),
        ("27.99", VerdictKind.CONSISTENT),
        # 9.3399 cut to two decimals is 28.0197 of 30.
        ("28.02", VerdictKind.BY_CONVENTION),
        ("28.03", VerdictKind.INCONSISTENT),
    ):
        assert held(row("完成", "完成", weight=30, claimed=claim), project).kind is kind


@pytest.mark.parametrize(
    ("claim", "other", "kind"),
    [
        # A table of one decimal throughout rounds 9.25 to 9.3, or cuts it to 9.2.
        ("9.3", "7.5", VerdictKind.BY_CONVENTION),
        ("9.2", "7.5", VerdictKind.BY_CONVENTION),
        ("9.4", "7.5", VerdictKind.INCONSISTENT),
        # One that prints two decimals elsewhere does not.
        ("9.3", "7.55", VerdictKind.INCONSISTENT),
    ],
)
def test_a_score_of_fewer_decimals(claim: str, other: str, kind: VerdictKind) -> None:
    """The conventions of the rule set by which scores are printed explain a judgement too."""
    made = aggregate([table("1", row("完成", "完成", weight=10, claimed="9.25"))], rules=WUHAN)
    department = table(
        "部门",
        row("完成", "完成", weight=10, claimed=claim),
        row("完成", "完成", name="别的", weight=10, claimed=other),
        money=None,
    )
    found = compare(made, department, rules=WUHAN).lines[0].verdict
    assert found.kind is kind
    assert (found.convention is not None) == (kind is VerdictKind.BY_CONVENTION)


@pytest.mark.parametrize(
    ("claim", "rows", "reason"),
    [
        (row("≥3人", "3人", name="别的"), (row("≥3人", "3人"),), "reason.no-partner"),
        (row("≥3家", "3家"), (row("≥3人", "3人"),), "reason.unit-differs"),
        (row("≥3%", "3%"), (row("≥3人", "3人"),), "reason.kind-differs"),
        (row("≥3人", "3人"), (row("≥3人", None),), "reason.no-actual"),
        (row("≥3人", "3人"), (row("≥3人", "3人"), row("≥3人", "3家")), "reason.value-missing"),
        (row("2023年12月", "2023年12月"), (row("2023年12月", "2023年11月"),), "reason.no-rule-to-combine"),
    ],
)
def test_what_cannot_be_held_against_is_open(
    claim: ps.Indicator, rows: tuple[ps.Indicator, ...], reason: str
) -> None:
    """Each open line says why."""
    found = held(claim, *rows)
    assert found.kind is VerdictKind.OPEN
    assert found.reason is not None
    assert found.reason.key == reason


def test_cells_that_are_no_amounts() -> None:
    """The same date is consistent; 0 without a unit is 0 of any unit."""
    date = row("2023年12月", "2023年12月")
    assert held(date, date, date).kind is VerdictKind.CONSISTENT
    assert held(row("0", "0", direction="反向"), row("≤1起", "0起")).kind is VerdictKind.CONSISTENT


def test_rows_of_one_name_are_ambiguous_until_they_are_stated() -> None:
    """The caller says which row is which line, by number or name."""
    made = aggregate([table("1", row("≥3人", "3人", name="x"), row("≥4人", "4人", name="y"))], rules=WUHAN)
    claimed = table("部门", row("≥3人", "3人", name="x"), row("≥3人", "4人", name="x"), money=None)
    first, second = compare(made, claimed, rules=WUHAN).lines
    assert first.verdict.reason is not None
    assert first.verdict.reason.key == "reason.ambiguous"
    assert second.verdict.kind is VerdictKind.OPEN
    stated = compare(made, claimed, rules=WUHAN, rows={1: "x", 2: 2})
    assert [item.verdict.kind for item in stated.lines] == [VerdictKind.CONSISTENT] * 2
    assert stated.unclaimed == ()
    assert compare(made, claimed, rules=WUHAN).unclaimed == ("x", "y")


def test_a_department_s_project_expenditure() -> None:
    """It is held against the executed amounts; the budget holds more than the projects."""
    made = aggregate(
        [table("1", money="10.00", spent="9.00"), table("2", money="5.00", spent="4.00")], rules=WUHAN
    )
    for claim, kind in (
        ("13.00", VerdictKind.CONSISTENT),
        ("13.01", VerdictKind.BY_ROUNDING),
        ("13.02", VerdictKind.INCONSISTENT),
        ("约13", VerdictKind.OPEN),
    ):
        whole = attrs.evolve(table("部门", money="90.00"), kind=ps.Kind.DEPARTMENT, project_expenditure=claim)
        amounts, own = compare(made, whole, rules=WUHAN).lines
        assert amounts.verdict.kind is kind
        assert own.verdict.reason is not None
        assert own.verdict.reason.key == "reason.own-spending"
    bare = ps.SelfAssessment(table_id="部门", kind=ps.Kind.DEPARTMENT)
    assert compare(made, bare, rules=WUHAN).lines == ()
    assert repr(compare(made, bare, rules=WUHAN)) == "<Comparison 部门 with table: nothing>"


def test_a_table_with_basic_expenditure_is_a_department_s() -> None:
    """Whoever leaves the kind out is not accused of the department's own spending."""
    made = aggregate([table("1"), table("2")], rules=WUHAN)
    whole = attrs.evolve(
        table("部门", money="260.00"), basic_expenditure="60.00", project_expenditure="200.00"
    )
    amounts, own = compare(made, whole, rules=WUHAN).lines
    assert (amounts.verdict.kind, own.verdict.kind) == (VerdictKind.CONSISTENT, VerdictKind.OPEN)


def test_a_project_s_budget_and_executed() -> None:
    """Both are held against the sums of the sub-projects; open where a part is missing."""
    made = aggregate(
        [table("1", money="10.00", spent="9.00"), table("2", money="5.00", spent="4.00")], rules=WUHAN
    )
    lines = compare(made, table("项目", money="15.00", spent="13.50"), rules=WUHAN).lines
    budget, executed = (item.verdict for item in lines)
    assert (budget.kind, executed.kind) == (VerdictKind.CONSISTENT, VerdictKind.INCONSISTENT)
    # 12.99 to 13.01 are admitted, 13 is the sum.
    assert (executed.off_by, executed.gap) == (F(5_000), F(4_900))
    half = ps.SelfAssessment(table_id="项目", execution=ps.BudgetExecution(budget="15.00"))
    assert len(compare(made, half, rules=WUHAN).lines) == 1
    open_sum = aggregate([table("1"), ps.SelfAssessment(table_id="2")], rules=WUHAN)
    assert [item.verdict.kind for item in compare(open_sum, half, rules=WUHAN).lines] == [VerdictKind.OPEN]


def result() -> Comparison:
    """Return a comparison with a consistent, an inconsistent and an open line."""
    made = aggregate(
        [table("1", row("≥3人", "3人", name="a"), row("≥90%", "95%", name="b"))], rules=WUHAN, table_id="合"
    )
    claimed = table(
        "部门",
        row("≥3人", "3人", name="a"),
        row("≥90%", "99%", name="b"),
        row("≥3人", "3人", name="c"),
        money=None,
    )
    return compare(made, claimed, rules=WUHAN)


def test_text_and_data() -> None:
    """A line each in both languages; plain data that survive JSON."""
    found = result()
    assert found.text("zh").splitlines() == [
        "部门 · 1 a · 实际完成值：一致；印为 3人，由各项目可得 3人",
        "部门 · 2 b · 实际完成值：不一致；印为 99%，由各项目可得 [94.5, 95.5]%",
        "部门 · 3 c · 实际完成值：待定；各项目中没有对应指标",
    ]
    assert not found.is_consistent
    (item,) = found.findings
    assert item.text("zh") == (
        "A010 错误 部门 · 2 b · 实际完成值：印为 99%，由各项目汇总应为 [94.5, 95.5]%，"
        "相差 4 个百分点；计入印刷精度后至少相差 3 个百分点 [wuhan-2023 §2]"
    )
    data = found.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert [line["kind"] for line in data["lines"]] == ["consistent", "inconsistent", "open"]  # type: ignore[attr-defined]
    assert repr(found) == "<Comparison 部门 with 合: 1 consistent, 1 inconsistent, 1 open>"


def test_a_score_is_shown_with_its_share() -> None:
    """9.50 of 10 is told as 95 % of the weight, as what the projects give is."""
    made = aggregate([table("甲", row("完成", "完成", claimed=68))], rules=WUHAN)
    claims = [row("完成", "完成", weight=10, claimed=claim) for claim in ("9.50", None)]
    found, without = [compare(made, table("部门", claim, money=None), rules=WUHAN) for claim in claims]
    assert (
        "印为 9.50（占分值 [94.95%, 95.05%)），由各项目汇总应为 [84.99375%, 85.00625%)，相差 10 个百分点"
        in found.findings[0].text("zh")
    )
    assert "9.50 ([94.95%, 95.05%) of the weight), the projects give" in found.text()
    assert "; — ([80%, 100%] of the weight), the projects give" in without.text()


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"aggregate": table("1")}, "aggregate"),
        ({"table": "部门"}, "table"),
        ({"rules": "wuhan-2023"}, "rules"),
        ({"rules": ps.load_rules("mof-2020-10")}, "rules"),
        ({"rows": {"没有": 1}}, "rows['没有']"),
        ({"rows": {1: 9}}, "rows[1]"),
        ({"rows": [1]}, "rows"),
        ({"rows": {1: None}}, "rows[1]"),
        ({"rows": {1.5: 1}}, "rows[1.5]"),
        ({"rows": {True: 1}}, "rows[True]"),
        ({"rows": {1: 1, "指标": 1}}, "rows['指标']"),
    ],
)
def test_faults_of_the_call(arguments: dict[str, Any], place: str) -> None:
    """Each names the place."""
    made = aggregate([table("1", row("≥3人", "3人"))], rules=WUHAN)
    given: dict[str, Any] = {
        "aggregate": made,
        "table": table("部门", row("≥3人", "3人")),
        "rules": WUHAN,
        **arguments,
    }
    with pytest.raises(ps.InputError) as caught:
        compare(given.pop("aggregate"), given.pop("table"), **given)
    assert caught.value.place == place


@pytest.mark.parametrize(
    ("target", "actual", "claim", "gap"),
    [
        ("≥100人次", "150人次", "310人次", "，相差 10人次 "),
        # 0.001 万 is ten: each part is known within 5 人次, so the sum may be printed 0.031万.
        (
            "≥0.01万人次",
            "0.015万人次",
            "0.050万人次",
            "，相差 0.02万人次；计入印刷精度后至少相差 0.019万人次 ",
        ),
        ("≥1", "3", "7", "，相差 1 "),
    ],
)
def test_a_gap_is_told_in_the_line_s_unit(target: str, actual: str, claim: str, gap: str) -> None:
    """Only of rates and judged scores it is told in points."""
    rows = (row(target, actual), row(target, actual))
    made = aggregate([table(str(n), item, money=None) for n, item in enumerate(rows)], rules=WUHAN)
    found = compare(made, table("部门", row(target, claim), money=None), rules=WUHAN)
    assert gap in found.findings[0].text("zh")


def test_the_record_of_a_figure_has_what_was_compared() -> None:
    """Exact numbers as text; nothing where nothing could be compared."""
    tables = [
        table(str(n), item, money=money) for n, (item, money) in enumerate(zip(RATES, MONEY, strict=True))
    ]
    made = aggregate(tables, rules=WUHAN)
    record, missing = (
        compare(made, table("部门", row("≥80%", claim), money=None), rules=WUHAN).lines[0].to_record()
        for claim in ("97%", None)
    )
    assert record["claimed_set"] == "[193/200, 39/40]"
    assert record["computed"] == "[959499/1000000, 960501/1000000]"
    assert (record["off_by"], record["gap"], record["line"]) == ("1/100", "1/100", 1)
    assert (missing["computed"], missing["claimed_set"], missing["gap"]) == (None, None, None)


def test_a_notebook_shows_each_figure_with_its_verdict() -> None:
    """As printed, as the projects give it, and what follows; everything escaped."""
    tables = [table("1", RATES[0]), table("2", RATES[1], money="300.00")]
    made = aggregate(tables, rules=WUHAN, table_id="<合>")
    shown = compare(made, table("部门", row("≥80%", "97%"), money=None), rules=WUHAN)._repr_html_()
    assert "<caption>部门与&lt;合&gt;核对</caption>" in shown
    assert "<td>97%</td><td>[95.9499, 96.0501]%</td><td>不一致</td>" in shown
    open_line = compare(made, table("部门", row("≥80%", None), money=None), rules=WUHAN)._repr_html_()
    assert "<td></td><td></td><td>" in open_line
