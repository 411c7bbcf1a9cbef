"""From which ratios a convention prints a claim, by hand and by brute force."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from perfscore.intervals import Interval, rounded
from perfscore.rules import FORMULAS, Convention, explaining_ratios, load
from tests.rules.formulas import ALL, between

if TYPE_CHECKING:
    from collections.abc import Callable

F = Fraction
WUHAN = load("wuhan-2023")
BY_ID = {item.id: item for item in WUHAN.conventions}


def _shares(weight: Fraction) -> Callable[[Interval], Interval]:
    return lambda scores: scores.scaled(1 / weight)


def _of_ten(claim: str, formula: str, convention: str) -> tuple[Interval, ...]:
    return explaining_ratios(
        F(claim), formula=FORMULAS[formula], shares=_shares(F(10)), convention=BY_ID[convention], places=2
    )


def test_claims_by_hand() -> None:
    """Of 10, 8.23 is printed from [82.25 %, 82.35 %); from whole per cents 8.2 only, from [81.5 %, 82.5 %)."""
    assert _of_ten("8.23", "proportional", "exact") == (between("0.8225", "0.8235"),)
    assert _of_ten("8.2", "proportional", "rate-0") == (between("0.815", "0.825"),)
    assert _of_ten("8.23", "proportional", "rate-0") == ()
    assert _of_ten("8.234", "proportional", "exact") == ()


def test_the_rate_is_rounded_before_the_formula() -> None:
    """9/8 of what was allowed is 113 %: under linear decline 8.70 of 10 follows and 8.80 does not."""
    assert _of_ten("8.70", "linear-decline", "rate-0") == (between("1.125", "1.135"),)
    assert _of_ten("8.80", "linear-decline", "rate-0") == (between("1.115", "1.125"),)


@pytest.mark.parametrize("convention", WUHAN.conventions, ids=lambda convention: convention.id)
@pytest.mark.parametrize("name", ALL)
def test_a_ratio_explains_what_it_prints(name: str, convention: Convention) -> None:
    """Each ratio of a fine grid is among the explaining ones of the claim that it prints, and of no other."""
    made, weight = ALL[name], F(7)
    ratios = [F(step, 800) for step in range(0, 1800, 7)]
    printed = {
        ratio: rounded(made.share(ratio, rate=convention.rate) * weight, 1, convention.score_rounding)
        for ratio in ratios
    }
    for claim in (*sorted(set(printed.values()))[::4], F(0), F(7)):
        explaining = explaining_ratios(
            claim, formula=made, shares=_shares(weight), convention=convention, places=1
        )
        for ratio in ratios:
            assert any(ratio in part for part in explaining) == (printed[ratio] == claim)
