"""The printed execution rate: against the amounts, in each way of printing."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps
from perfscore.checks import Subject, Verdict
from perfscore.findings import VerdictKind

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
    """337.16 % against 100 %: the message says how many points apart, at least."""
    execution = ps.BudgetExecution(budget="40.20", executed="135.54", rate="100%", weight=20, claimed=20)
    result = ps.verify(ps.SelfAssessment(table_id="T", execution=execution), rules=RULES, select=["B002"])
    (finding,) = result.findings
    args = finding.message.to_record()["args"]
    assert isinstance(args, dict)
    assert args["computed"] == "337.1641…%"
    assert str(args["gap"]).startswith("236.")
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
