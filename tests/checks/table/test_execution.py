"""The printed execution rate: against the amounts, in each way of printing."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.findings import Column, VerdictKind
from perfscore.verdicts import Subject, Verdict

RULES = ps.load_rules("wuhan-2023")


def _rate(
    rate: str, budget: str = "200.00", executed: str = "199.25", **more: Any
) -> tuple[Verdict, list[str]]:
    execution = ps.BudgetExecution(budget=budget, executed=executed, rate=rate, weight=20, **more)
    result = ps.verify(ps.SelfAssessment(table_id="T", execution=execution), rules=RULES)
    (verdict,) = [item for item in result.verdicts if item.subject is Subject.EXECUTION_RATE]
    return verdict, [item.code for item in result.findings if item.code[0] in "BR" and "rate" in item.text()]


@pytest.mark.parametrize(
    ("rate", "kind", "codes"),
    [
        ("99.63%", VerdictKind.CONSISTENT, []),
        ("99.6%", VerdictKind.CONSISTENT, []),
        ("100%", VerdictKind.CONSISTENT, []),
        ("99.62%", VerdictKind.BY_ROUNDING, []),
        ("99%", VerdictKind.BY_CONVENTION, ["B003"]),
        ("99.5%", VerdictKind.INCONSISTENT, ["B002"]),
        ("996.3‰", VerdictKind.CONSISTENT, []),
        ("99.63", VerdictKind.CONSISTENT, []),
        ("0.996", VerdictKind.CONSISTENT, []),
        ("98", VerdictKind.INCONSISTENT, ["B002"]),
        ("甲", VerdictKind.OPEN, ["R001"]),
        ("99.63万元", VerdictKind.OPEN, ["R001"]),
    ],
)
def test_rates(rate: str, kind: VerdictKind, codes: list[str]) -> None:
    """A rate follows if some way of printing gives it from amounts that print alike."""
    verdict, found = _rate(rate)
    assert (verdict.kind, found) == (kind, codes)


def test_a_tie_rounded_to_the_even_digit() -> None:
    """12.5 % exactly, printed 12 %: half to even explains it, and it is named."""
    verdict, codes = _rate("12%", "80000000.00", "10000000.00")
    assert (verdict.kind, codes) == (VerdictKind.BY_ROUNDING, [])
    exact, codes = _rate("12%", "8", "1", sources=[])
    assert exact.kind in {VerdictKind.BY_ROUNDING, VerdictKind.CONSISTENT}
    assert not codes


def test_gaps_are_in_percentage_points() -> None:
    """337 % is printed for 337.16 %: the message says how many points that is beside 100 %."""
    execution = ps.BudgetExecution(budget="40.20", executed="135.54", rate="100%", weight=20, claimed=20)
    result = ps.verify(ps.SelfAssessment(table_id="T", execution=execution), rules=RULES, select=["B002"])
    (finding,) = result.findings
    args = finding.message.to_record()["args"]
    assert isinstance(args, dict)
    assert args["computed"] == "337.1641…%"
    assert finding.message.label("en").endswith("gives 337.1641…%: off by 237 percentage points")
    right, codes = _rate("337.16%", "40.20", "135.54")
    assert (right.kind, codes) == (VerdictKind.CONSISTENT, [])


def test_without_amounts_the_rate_is_open() -> None:
    """Where the amounts give no rate, the rate is open and the reason is told with the score."""
    verdict, codes = _rate("99%", "0.00", "0.00")
    assert verdict.kind is VerdictKind.OPEN
    assert verdict.reason is not None
    assert verdict.reason.key == "reason.zero-budget"
    assert not codes


def test_witnesses_print_the_rate() -> None:
    """The witness is a rate of the amounts that prints the claim."""
    verdict, _ = _rate("99.62%")
    assert verdict.witness is not None
    assert verdict.claimed_set is not None
    assert verdict.computed is not None
    assert verdict.witness.exact in verdict.claimed_set
    assert verdict.witness.exact in verdict.computed


def _amounts(whole: str, *parts: str | None, executed: str = "50.00") -> tuple[list[Verdict], list[str]]:
    sources = [ps.FundSource(f"来源{number}", budget=part) for number, part in enumerate(parts)]
    execution = ps.BudgetExecution(budget=whole, executed=executed, weight=20, sources=sources)
    result = ps.verify(ps.SelfAssessment(table_id="T", execution=execution), rules=RULES)
    verdicts = [item for item in result.verdicts if item.subject is Subject.SOURCES]
    return verdicts, [
        item.code for item in result.findings if item.location.column in {Column.BUDGET, Column.EXECUTED}
    ]


@pytest.mark.parametrize(
    ("whole", "parts", "kind", "codes"),
    [
        ("100.00", ("60.00", "40.00"), VerdictKind.CONSISTENT, []),
        ("100.00", ("60.00", "40.01"), VerdictKind.BY_ROUNDING, []),
        ("100.00", ("33.33", "33.33", "33.33"), VerdictKind.BY_ROUNDING, []),
        ("100.00", ("60.00", "40.02"), VerdictKind.INCONSISTENT, ["B005"]),
        ("8,321.05", ("3,231.05", "5,000.00"), VerdictKind.INCONSISTENT, ["B005"]),
        ("100.00", ("60.00", None), VerdictKind.OPEN, ["R003"]),
        ("100.00", ("60.00", "甲"), VerdictKind.OPEN, ["R003"]),
        ("100.00", ("60.00", "40.00万元"), VerdictKind.OPEN, ["R003"]),
        # 60 万元 and 400,000 元 are 100 万元.
        ("100万元", ("60万元", "400,000元"), VerdictKind.CONSISTENT, []),
        ("100万元", ("60万元", "500,000元"), VerdictKind.INCONSISTENT, ["B005"]),
        ("100万元", ("60万元", "40户"), VerdictKind.OPEN, ["R003"]),
    ],
)
def test_sources_of_funds(
    whole: str, parts: tuple[str | None, ...], kind: VerdictKind, codes: list[str]
) -> None:
    """The sources add up within what their printed digits stand for, or the sum is told with its gap."""
    (verdict,), found = _amounts(whole, *parts)
    assert (verdict.kind, found) == (kind, codes)


def test_the_gap_of_sources_counts_every_rounding() -> None:
    """3231.05 + 5000 printed as 8321.05: 90 too much; the parts may print 8231.06."""
    (verdict,), _ = _amounts("8,321.05", "3,231.05", "5,000.00")
    assert (verdict.off_by, verdict.gap) == (Fraction(90), Fraction("89.99"))
    assert verdict.to_record()["subject"] == "sources"


def test_amounts_without_sources_have_no_verdict() -> None:
    """Where the form does not split the funds, nothing is said of sources."""
    assert _amounts("100.00") == ([], [])
    assert not ps.verify(ps.SelfAssessment(), rules=RULES, select=["B"]).findings


@pytest.mark.parametrize(
    ("budget", "executed", "told"),
    [
        ("40.20", "135.54", True),
        ("40.20", "40.22", True),
        ("40.20", "40.21", False),
        ("40.20", "40.20", False),
        ("40.20", "30.00", False),
        ("40.20", "50.00万元", False),
        ("40.20万元", "500,000元", True),
        ("40.20万元", "50,000元", False),
        ("甲", "50.00", False),
    ],
)
def test_executed_above_the_budget(budget: str, executed: str, told: bool) -> None:
    """More spent than budgeted is told, unless the printed digits may stand for the same amount."""
    _, codes = _amounts(budget, executed=executed)
    assert ("B004" in codes) is told
