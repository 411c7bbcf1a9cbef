"""Stated sums, shares and changes: against their own figures, with the slack of the printed digits."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.checks import verify_disclosure

RULES = ps.load_rules("wuhan-2023")


def _verdicts(*statements: Any) -> list[tuple[str, list[str]]]:
    result = verify_disclosure(ps.Disclosure(statements=statements), rules=RULES)
    return [(item.kind.slug, [found.code for found in result.findings]) for item in result.verdicts]


def _one(statement: Any) -> tuple[ps.Verdict, list[ps.Finding]]:
    result = verify_disclosure(ps.Disclosure(statements=[statement]), rules=RULES)
    return result.verdicts[-1], list(result.findings)


@pytest.mark.parametrize(
    ("whole", "parts", "complete", "kind"),
    [
        ("4622人", ["4001人", "500人", "121人"], True, "consistent"),
        ("4619人", ["4001人", "500人", "121人"], True, "inconsistent"),
        # 8231.05, the decimals give half a hundredth of slack each, the 5000 none.
        ("8231.05", ["3231.05", "5000"], True, "consistent"),
        ("8231.06", ["3231.05", "5000"], True, "consistent-only-by-rounding"),
        ("8231.07", ["3231.05", "5000"], True, "inconsistent"),
        ("8321.05", ["3231.05", "5000"], True, "inconsistent"),
        # Parts that are not all may fall short, and may not exceed.
        ("10人", ["4人", "5人"], False, "consistent"),
        ("9人", ["4人", "5人"], False, "consistent"),
        ("8人", ["4人", "5人"], False, "inconsistent"),
        ("1.00万元", ["0.50万元", "0.51万元"], False, "consistent-only-by-rounding"),
        ("9人", ["4人", "5户"], True, "open"),
        ("9人", ["4人", "若干"], True, "open"),
        ("9人", ["4人", ""], True, "open"),
        ("9人", [], True, "open"),
        (None, ["4人"], True, "open"),
    ],
)
def test_sums(whole: str | None, parts: list[str], complete: bool, kind: str) -> None:
    """A whole is the sum of its parts within the printed digits."""
    stated = ps.StatedSum(name="合计", whole=whole, parts=parts, complete=complete)
    verdict, found = _one(stated)
    assert verdict.kind.slug == kind
    assert [item.code for item in found] == (["S004"] if kind == "inconsistent" else [])


def test_the_gap_of_a_sum() -> None:
    """17,531.53 with six parts that add to 17,539.25, or at least 17,539.22: half a unit less of each."""
    parts = ["331.91万元", "23.43万元", "11,238.35万元", "5,102.23万元", "770.03万元", "73.30万元"]
    verdict, found = _one(ps.StatedSum(name="项目支出", whole="17,531.53万元", parts=parts, complete=False))
    assert (verdict.off_by, verdict.gap) == (Fraction(77_200), Fraction(76_900))
    args = found[0].message.to_record()["args"]
    assert isinstance(args, dict)
    assert args["computed"] == "17539.25"
    assert args["distance"] == {"key": "distance.printed", "args": {"off": "7.72", "least": "7.69"}}


@pytest.mark.parametrize(
    ("part", "whole", "rate", "kind"),
    [
        ("11347.87万元", "12937.8万元", "87.7%", "consistent"),
        ("11347.87万元", "12937.8万元", "87.3%", "inconsistent"),
        ("2.6万元", "19,115.68万元", "0.1%", "inconsistent"),
        ("2.6万元", "19,115.68万元", "0.01%", "consistent"),
        # 2/3: 66.7, cut off 66.6.
        ("2人", "3人", "66.7%", "consistent"),
        ("2人", "3人", "66.6%", "consistent-under-another-convention"),
        ("2人", "3人", "66.5%", "inconsistent"),
        ("2人", "3人", "66.8%", "inconsistent"),
        # 0.5 of 100 may be from 0.45: 0 % only by rounding.
        ("0.5万元", "100.0万元", "0%", "consistent-only-by-rounding"),
        ("0人", "3人", "0%", "consistent"),
        ("1人", "1人", "100%", "consistent"),
        ("2人", "0人", "100%", "open"),
        ("0万元", "0万元", "0%", "open"),
        ("-2人", "3人", "66.7%", "open"),
        ("2人", "3户", "66.7%", "open"),
        ("2人", "3人", "约七成", "open"),
        ("2人", "3人", "66.7万", "open"),
        (None, "3人", "66.7%", "open"),
        ("2人", "3人", None, "open"),
    ],
)
def test_shares(part: str | None, whole: str | None, rate: str | None, kind: str) -> None:
    """A share is its part by its whole, in any way of rounding."""
    verdict, found = _one(ps.StatedShare(name="占比", part=part, whole=whole, rate=rate))
    assert verdict.kind.slug == kind
    assert [item.code for item in found] == (["S002"] if kind == "inconsistent" else [])
    assert (verdict.reason is not None) is (kind == "open")


@pytest.mark.parametrize(
    ("figures", "kinds", "codes"),
    [
        ({"before": "8人", "after": "10人", "change": "2人", "rate": "25%"}, ["consistent"] * 2, []),
        (
            {"before": "10人", "after": "8人", "change": "2人", "rate": "20%", "fell": True},
            ["consistent"] * 2,
            [],
        ),
        ({"before": "8人", "after": "10人", "change": "2人"}, ["consistent"], []),
        ({"before": "8人", "after": "10人", "change": "3人"}, ["inconsistent"], ["S003"]),
        # 3 of 8 is 37.5 %, which it says; the difference is told, its rate not again.
        (
            {"before": "8人", "after": "10人", "change": "3人", "rate": "25%"},
            ["inconsistent", "inconsistent"],
            ["S003"],
        ),
        ({"before": "8人", "after": "10人", "rate": "25%"}, ["consistent"], []),
        ({"before": "10人", "after": "8人", "rate": "20%", "fell": True}, ["consistent"], []),
        ({"after": "10人", "change": "2人", "rate": "25%"}, ["consistent"], []),
        ({"after": "10人", "change": "2人", "rate": "24%"}, ["inconsistent"], ["S003"]),
        # 6347.87 after a fall by 1368.38 from 7716.25: 17.734 %.
        (
            {"after": "6347.87万元", "change": "1368.38万元", "rate": "17.7%", "fell": True},
            ["consistent"],
            [],
        ),
        (
            {"after": "6347.87万元", "change": "1368.38万元", "rate": "17.8%", "fell": True},
            ["inconsistent"],
            ["S003"],
        ),
        ({"before": "8人", "change": "2人", "rate": "25%"}, ["consistent"], []),
        # From nothing there is no rate.
        ({"before": "0人", "after": "2人", "rate": "100%"}, ["open"], []),
        ({"after": "2人", "change": "2人", "rate": "100%"}, ["open"], []),
        # 10.0 - 8.0 may be from 1.9 to 2.1.
        ({"before": "8.0", "after": "10.0", "change": "2.1"}, ["consistent-only-by-rounding"], []),
        ({"before": "1人", "after": "2人", "rate": "100%"}, ["consistent"], []),
        ({"after": "2人", "rate": "100%"}, ["open"], []),
        ({"before": "8人", "after": "10户", "rate": "25%"}, ["open"], []),
    ],
)
def test_changes(figures: dict[str, Any], kinds: list[str], codes: list[str]) -> None:
    """A change is the difference, its rate the change by the figure before; any two give the third."""
    result = verify_disclosure(
        ps.Disclosure(statements=[ps.StatedChange(name="支出", **figures)]), rules=RULES
    )
    assert [item.kind.slug for item in result.verdicts] == kinds
    assert [item.code for item in result.findings] == codes


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        (["5207人", "4956人"], ["inconsistent"]),
        (["5207人", "5,207人"], ["consistent"]),
        (["1.3万人", "13101人"], ["consistent-only-by-rounding"]),
        (["1.3万人", "13501人"], ["inconsistent"]),
        (["5207人", "5207户"], ["open"]),
        (["5207人", "若干"], ["open"]),
        (["5207人"], []),
        (["5207人", "5207人", "4956人"], ["consistent", "inconsistent"]),
    ],
)
def test_figures_told_twice(values: list[str], kinds: list[str]) -> None:
    """A figure that is told again is held against the first one of its name."""
    stated = [
        ps.StatedFigure(name="就业人数", value=value, place=f"第{number}节" if number else "")
        for number, value in enumerate(values)
    ]
    result = verify_disclosure(ps.Disclosure(department="某局", statements=stated), rules=RULES)
    assert [item.kind.slug for item in result.verdicts] == kinds
    for item in result.findings:
        assert (item.code, dict(item.message.args)["there"]) == ("S006", "某局")


def test_figures_of_other_names_are_not_compared() -> None:
    """Only the same name is the same thing."""
    stated = [ps.StatedFigure(name=name, value=value) for name, value in (("甲", "1人"), ("乙", "2人"))]
    assert _verdicts(*stated) == []


def test_witnesses_print_what_is_claimed() -> None:
    """A consistent share carries a ratio that rounds to it."""
    verdict, _ = _one(ps.StatedShare(name="占比", part="2人", whole="3人", rate="66.7%"))
    assert verdict.witness is not None
    assert verdict.witness.exact == Fraction(2, 3)
    assert verdict.witness.printed == Fraction("0.667")


def test_gaps_are_in_the_units_that_are_printed() -> None:
    """A share is off in percentage points, a difference in the unit of the change."""
    share, found = _one(ps.StatedShare(name="占比", part="1人", whole="4人", rate="30%"))
    assert (share.off_by, share.gap) == (Fraction("0.05"), Fraction("0.05"))
    assert found[0].message.label("en").endswith("the figures give 25%: off by 5 percentage points")
    change = ps.StatedChange(name="支出", before="8万元", after="10万元", change="5万元")
    _, found = _one(change)
    # 10 and 8 have half a unit of slack each: their difference may print 3.
    assert found[0].message.label("zh").endswith("应为 2，相差 3；计入印刷精度后至少相差 2")


def test_from_a_whole_that_may_be_nothing_there_is_no_share() -> None:
    """0.4万元 of 0万元, which may be nothing, and of 1万元, which is something."""
    assert _one(ps.StatedShare(name="占比", part="1人", whole="0万元", rate="30%"))[0].kind.slug == "open"
    assert (
        _one(ps.StatedShare(name="占比", part="1万元", whole="1万元", rate="100%"))[0].kind.slug
        == "consistent"
    )


@pytest.mark.parametrize(
    ("whole", "parts", "computed", "gap"),
    [
        # 4001 + 500 + 121 is 4622: people are counted, and nothing is rounded.
        ("4619人", ["4001人", "500人", "121人"], "4622", Fraction(3)),
        # 90 off; with half a hundredth and half of one 万元 of the 5000 the parts may print 8231.56.
        ("8321.05万元", ["3231.05万元", "5000万元"], "8231.05", Fraction("89.49") * 10000),
    ],
)
def test_gaps_of_sums_of_two_documents(whole: str, parts: list[str], computed: str, gap: Fraction) -> None:
    """How far the nearest sum of the parts is printed from the whole."""
    verdict, (found,) = _one(ps.StatedSum(name="合计", whole=whole, parts=parts))
    assert dict(found.message.args)["computed"] == computed
    assert verdict.gap == gap


def test_a_figure_with_one_decimal_has_the_slack_of_one_decimal() -> None:
    """73.3 beside figures of two decimals: the parts may add to 17,539.175, which prints 17,539.18."""
    parts = ["331.91万元", "23.43万元", "11,238.35万元", "5,102.23万元", "770.03万元", "73.3万元"]
    verdict, _ = _one(ps.StatedSum(name="项目支出", whole="17,531.53万元", parts=parts, complete=False))
    assert verdict.gap == 76_500


@pytest.mark.parametrize(
    ("whole", "kind"),
    [
        # 4.0 + 5.0, of which each figure has half a tenth of slack: 0.15 in all.
        ("9.0万元", "consistent"),
        ("9.1万元", "consistent-only-by-rounding"),
        ("8.9万元", "consistent-only-by-rounding"),
        ("9.2万元", "inconsistent"),
        ("8.8万元", "inconsistent"),
    ],
)
def test_the_last_place_of_a_sum(whole: str, kind: str) -> None:
    """One unit of the last place above and below the sum may be rounding, two may not."""
    verdict, _ = _one(ps.StatedSum(name="合计", whole=whole, parts=["4.0万元", "5.0万元"]))
    assert verdict.kind.slug == kind


def test_a_sum_of_nothing() -> None:
    """Zero is the sum of zeros, and of nothing else."""
    assert _one(ps.StatedSum(name="合计", whole="0人", parts=["0人", "0人"]))[0].kind.slug == "consistent"
    assert _one(ps.StatedSum(name="合计", whole="0人", parts=["0人", "1人"]))[0].kind.slug == "inconsistent"


@pytest.mark.parametrize(
    ("part", "whole", "rate", "gap"),
    [
        # 0.0136 %, at most 2.65 of 19115.675, which is 0.0139 %: all of it prints 0.0 %.
        ("2.6万元", "19,115.68万元", "0.1%", Fraction("0.001")),
        # 87.71 %, at least 11347.865 of 12937.85: 87.7 %, cut off or not.
        ("11347.87万元", "12937.8万元", "87.3%", Fraction("0.004")),
    ],
)
def test_gaps_of_shares_of_two_documents(part: str, whole: str, rate: str, gap: Fraction) -> None:
    """How far the printed rate lies from the nearest that the figures print."""
    verdict, _ = _one(ps.StatedShare(name="占比", part=part, whole=whole, rate=rate))
    assert verdict.gap == gap


@pytest.mark.parametrize(
    ("figures", "computed", "gap"),
    [
        # 1.1 of 1.18 - 1.1 is 1375 %, at least 1.05 of 1.185 - 1.05, which is 777.7… %, cut off 777 %.
        ({"after": "1.18万元", "change": "1.1万元", "rate": "14%"}, "1375%", Fraction("7.63")),
        # 17.73 % prints 17.7 %.
        (
            {"after": "6347.87万元", "change": "1368.38万元", "rate": "17.8%", "fell": True},
            "17.7337…%",
            Fraction("0.001"),
        ),
    ],
)
def test_gaps_of_changes_of_two_documents(figures: dict[str, Any], computed: str, gap: Fraction) -> None:
    """The figure before is what is left of the figure after without its change."""
    verdict, (found,) = _one(ps.StatedChange(name="支出", **figures))
    assert found.code == "S003"
    assert dict(found.message.args)["computed"] == computed
    assert verdict.gap == gap


@pytest.mark.parametrize(
    ("figures", "kinds"),
    [
        ({"before": "8人", "after": "8人", "change": "0人", "rate": "0%"}, ["consistent"] * 2),
        # All of it went.
        (
            {"before": "8人", "after": "0人", "change": "8人", "rate": "100%", "fell": True},
            ["consistent"] * 2,
        ),
        # 2 of 8 is 25 %, with one unit of the last place above and below.
        ({"before": "8人", "after": "10人", "rate": "24%"}, ["inconsistent"]),
        ({"before": "8人", "after": "10人", "rate": "26%"}, ["inconsistent"]),
        # 1 of 3 is 33.3…, 2 of 3 is 66.6….
        ({"before": "3人", "after": "4人", "rate": "33.3%"}, ["consistent"]),
        ({"before": "3人", "after": "5人", "rate": "66.6%"}, ["consistent-under-another-convention"]),
        # 10.0 - 8.0 may be from 1.9 to 2.1, of which 1.8 and 2.2 print nothing.
        ({"before": "8.0万元", "after": "10.0万元", "change": "1.9万元"}, ["consistent-only-by-rounding"]),
        ({"before": "8.0万元", "after": "10.0万元", "change": "1.8万元"}, ["inconsistent"]),
        ({"before": "8.0万元", "after": "10.0万元", "change": "2.2万元"}, ["inconsistent"]),
        # A fall that is told as a rise.
        ({"before": "10人", "after": "8人", "change": "2人"}, ["inconsistent"]),
        # A rate that no one can read leaves the difference, and nothing where there is none.
        ({"before": "8人", "after": "10人", "change": "2人", "rate": "两成多"}, ["consistent"]),
        ({"before": "8人", "after": "若干", "rate": "25%"}, ["open"]),
    ],
)
def test_the_edges_of_changes(figures: dict[str, Any], kinds: list[str]) -> None:
    """Nothing changed, everything went, and the last printed place."""
    stated = ps.StatedChange(name="支出", **figures)
    result = verify_disclosure(ps.Disclosure(statements=[stated]), rules=RULES)
    assert [item.kind.slug for item in result.verdicts] == kinds
    assert {item.code for item in result.findings} == ({"S003"} if "inconsistent" in kinds else set())


def test_where_a_figure_was_told_first() -> None:
    """5207人 in one place and 4956人 in another: 251 apart, and the first place is named."""
    stated = [
        ps.StatedFigure(name="创业带动就业人数", value=value, place=place)
        for value, place in (("5207人", "1、执行率情况"), ("4956人", "2、完成情况"))
    ]
    result = verify_disclosure(ps.Disclosure(department="某局", statements=stated), rules=RULES)
    ((verdict,), (found,)) = result.verdicts, result.findings
    assert verdict.gap == 251
    assert dict(found.message.args) == {"there": "1、执行率情况", "other": "5207人", "claimed": "4956人"}
    assert found.location.labels == ("2、完成情况",)
