"""Claims as whole numbers: units, printed scores, and verdicts that can be worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import pytest

from perfscore.columns._claims import KINDS, Claims, judged
from perfscore.columns._integers import Rows
from perfscore.findings import VerdictKind
from perfscore.intervals import Rounding
from perfscore.rules import FORMULAS, Piece
from tests.columns.reference import WUHAN
from tests.rules.formulas import FALLING_STEPS, STEPS, TURNING, between

if TYPE_CHECKING:
    from perfscore.rules import RuleSet

WHOLE = next(item for item in WUHAN.conventions if item.rate_places == 0)
STEP_RULES = attrs.evolve(WUHAN, positive=STEPS, negative=FALLING_STEPS)


def _claims(
    *claimed: int, target: int = 100, actual: int = 100, weight: int = 10, half: int = 0, negative: bool = False,
    kind: type = np.int64,
) -> Claims:  # fmt: skip
    """Return claims in hundredths on one row; target and actual in one unit."""

    def column(value: int) -> Any:
        return np.array([value] * len(claimed), dtype=kind)

    return Claims(
        rows=Rows(column(weight), column(target), column(actual), np.array([negative] * len(claimed))),
        half=column(half),
        target_half=column(0),
        known=np.ones(len(claimed), dtype=np.bool_),
        claim=np.array(claimed, dtype=kind),
        claim_places=np.full(len(claimed), 2),
        table_places=np.full(len(claimed), 2),
        weight_places=0,
        scale=2,
    )


def _kinds(claims: Claims, rules: RuleSet) -> list[str]:
    return [KINDS[kind].slug for kind in judged(claims, rules)[0]]


def _ids(claims: Claims, rules: RuleSet) -> list[str | None]:
    """Return what explains each claim."""
    return [rules.conventions[index].id if index >= 0 else None for index in judged(claims, rules)[1]]


def test_claims_in_other_units() -> None:
    """8.70 is 8,700 thousandths, 87 tenths and no whole number."""
    claims = _claims(870)
    assert [claims.claimed(places)[0].tolist() for places in (3, 1, 0)] == [[8700], [87], [8]]
    assert [claims.claimed(places)[1].tolist() for places in (3, 1, 0)] == [[True], [True], [False]]


def test_printed_scores() -> None:
    """10 × 2/3 is 6.67 to two places, 6.66 cut off, 7 to none, 0 to tens below 10."""
    claims, two, three = _claims(0), np.array([2]), np.array([3])
    for places, mode, expected in (
        (2, Rounding.HALF_UP, 667), (2, Rounding.TRUNCATE, 666), (0, Rounding.HALF_UP, 7),
    ):  # fmt: skip
        assert claims.printed(two, three, places, mode).tolist() == [expected]
    in_hundredths = attrs.evolve(claims, weight_places=2)
    assert in_hundredths.printed(two, three, 0, Rounding.HALF_UP).tolist() == [0]


def test_some_claims() -> None:
    """A part of the claims has the same part of every column."""
    some = _claims(1, 2, 3)[np.array([2, 0])]
    assert some.claim.tolist() == [3, 1]
    assert len(some.rows.target) == len(some.half) == len(some.known) == 2


@pytest.mark.parametrize("kind", [np.int64, object])
def test_a_rate_is_rounded_before_the_formula(kind: type) -> None:
    """112.5 of 100 is 113 %, and 2 − 113 % is 87 %: 8.70 of 10 follows from it, 8.80 from nothing."""
    rules = attrs.evolve(WUHAN, negative=FORMULAS["linear-decline"])
    claims = _claims(875, 870, 880, target=1000, actual=1125, negative=True, kind=kind)
    assert _ids(claims, rules) == ["exact", WHOLE.id, None]


def test_the_rounded_rates_beside_the_exact_one() -> None:
    """0.008 is 5.71 % of 0.14, and 6 % prints it; 0.024 is 17.14 %, and 17 % prints it; the ends print others."""
    in_table_places = attrs.evolve(WHOLE, score_places="table")
    rules = attrs.evolve(WUHAN, conventions=(WUHAN.conventions[0], in_table_places))
    three = np.array([3, 3])
    for found, between_them, actual in ((8, 9, 60), (24, 23, 170)):
        claims = attrs.evolve(
            _claims(found, between_them, target=1000, actual=actual, half=15, weight=14),
            weight_places=2, scale=3, claim_places=three, table_places=three,
        )  # fmt: skip
        # 6 % and 7 % print 0.008 and 0.010, 16 % and 17 % print 0.022 and 0.024: nothing between them.
        assert _ids(claims, rules) == [WHOLE.id, None]


@pytest.mark.parametrize("kind", [np.int64, object])
def test_a_formula_with_steps(kind: type) -> None:
    """Of 89.5 to 90.5 some reach 90 %: 5.00 and 7.00 follow, and nothing between them."""
    claims = _claims(700, 500, 600, 1000, target=1000, actual=900, half=5, kind=kind)
    assert _kinds(claims, STEP_RULES) == [
        "consistent",
        "consistent-only-by-rounding",
        "inconsistent",
        "inconsistent",
    ]


def test_a_step_of_the_rounded_rate() -> None:
    """89.6 % is below the step; in whole per cents it is 90 %, which is not."""
    claims = _claims(700, 500, target=1000, actual=896)
    assert _ids(claims, STEP_RULES) == [WHOLE.id, "exact"]
    falling = _claims(500, 1000, target=1000, actual=1004, negative=True)
    # 1000/1004 is 99.6 %: half the weight, or all of 100 %.
    assert _ids(falling, STEP_RULES) == ["exact", WHOLE.id]


def test_a_formula_that_turns_back() -> None:
    """150 % earns 70 %; of 119 % to 121 %, all or 99 %, and in whole per cents nothing else."""
    rules = attrs.evolve(WUHAN, positive=TURNING)
    assert _ids(_claims(700, 1000, target=10, actual=15), rules) == ["exact", None]
    claims = _claims(1000, 990, 995, 989, target=1000, actual=1200, half=10)
    assert _kinds(claims, rules)[:2] == ["consistent", "consistent-only-by-rounding"]
    assert _kinds(claims, rules)[2:] == ["consistent-only-by-rounding", "inconsistent"]


def test_a_zero_target_is_a_fact_under_any_formula() -> None:
    """Nothing wanted and nothing there earns all, one earns nothing, also where the formula has steps."""
    assert _kinds(_claims(1000, 0, target=0, actual=0, negative=True), STEP_RULES) == [
        "consistent",
        "inconsistent",
    ]
    assert _kinds(_claims(1000, 0, target=0, actual=2, negative=True), STEP_RULES) == [
        "inconsistent",
        "consistent",
    ]


def test_a_formula_that_pays_all_alike() -> None:
    """A flat formula has no line to look along: every rate earns half."""
    half = attrs.evolve(FORMULAS["proportional"], pieces=(Piece(between("0", None), Fraction(1, 2)),))
    in_table_places = attrs.evolve(WHOLE, score_places="table")
    rules = attrs.evolve(WUHAN, positive=half, conventions=(WUHAN.conventions[0], in_table_places))
    none = np.array([0, 0])
    claims = attrs.evolve(_claims(5, 4, weight=9, actual=50), scale=0, table_places=none, claim_places=none)
    # 4.5 is printed 5 in whole points.
    assert _ids(claims, rules) == [WHOLE.id, None]


def test_what_is_decided_before_any_formula() -> None:
    """Above the weight, below 0, without a cell, and without points."""
    assert _kinds(_claims(1001, -1), WUHAN) == ["inconsistent", "inconsistent"]
    unknown = attrs.evolve(_claims(500, 1001), known=np.zeros(2, dtype=np.bool_))
    assert _kinds(unknown, WUHAN) == ["open", "inconsistent"]
    assert _ids(_claims(0, weight=0), WUHAN) == ["exact"]
    assert [KINDS.index(kind) for kind in (VerdictKind.CONSISTENT, VerdictKind.INCONSISTENT)] == [0, 3]
