"""The weights under which a score follows, and the sums that they can have."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import perfscore as ps
from perfscore.checks import verify_line
from perfscore.checks._context import Context
from perfscore.checks.lines._line import lines_of
from perfscore.checks.lines._possible_weights import Runs, WeightSums, joined, possible_weights
from perfscore.scoring import printed_places, score

RULES = ps.load_rules("wuhan-2023")
MET = {"target": "≥100人", "actual": "120人"}


def _weights(row: dict[str, Any], *, places: int = 0, most: int = 40, beside: str = "1") -> Runs:
    anchor = ps.Indicator("锚", weight=1, target="1人", actual="1人", claimed=beside)
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("数", **row), anchor])])
    context = Context(table=table, rules=RULES, card=score(table, rules=RULES), places=printed_places(table))
    return possible_weights(lines_of(context)[0], places=places, most=most)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # Met in full: the score is the weight.
        ({**MET, "claimed": 5}, ((5, 5),)),
        ({**MET, "claimed": "5.5"}, ()),
        ({**MET, "claimed": 41}, ()),
        ({**MET, "claimed": 0}, ()),
        ({**MET, "claimed": -1}, ()),
        # 999 of 1120, scored 0 in whole points: 0.892 of 1 is cut off to 0, 1.78 of 2 is 1 or 2.
        ({"target": "1120人", "actual": "999人", "claimed": 0}, ((1, 1),)),
        # 7 from half of it: 13 (6.5 rounds to 7), 14, 15 (7.5 cut off).
        ({"target": "100人", "actual": "50人", "claimed": 7}, ((13, 15),)),
        # Nothing reached: any weight scores 0, none scores 5.
        ({"target": "100人", "actual": "0人", "claimed": 0}, ((1, 40),)),
        ({"target": "100人", "actual": "0人", "claimed": 5}, ()),
        # Reached, by words: 80 to 100 % of the weight, so 4 is all of 4 and 80 % of 5.
        ({"target": "有效提升", "actual": "有效提升", "claimed": 4}, ((4, 5),)),
        # Not reached: 0 to 50 %, so 4 of 8 at least.
        ({"target": "有效提升", "actual": "未开展", "claimed": 4}, ((8, 40),)),
        # What cannot be compared restricts nothing but the score itself.
        ({"target": "100人", "actual": "50户", "claimed": 4}, ((4, 40),)),
    ],
)
def test_possible_weights(row: dict[str, Any], expected: Runs) -> None:
    """By hand: the weights in whole points, up to 40, from which the score follows."""
    assert _weights(row) == expected


def test_weights_in_tenths() -> None:
    """2.73 from 41 of 45 in a table of two decimals: 3 is the only weight in tenths."""
    row = {"target": "45人", "actual": "41人", "claimed": "2.73"}
    assert _weights(row, places=1, most=100, beside="1.00") == ((30, 30),)


def test_a_score_of_three_decimals() -> None:
    """1.825 from a half in a table of three decimals: 3.649 to 3.650 round to it, 3.650 and 3.651 are cut off."""
    row = {"target": "100人", "actual": "50人", "claimed": "1.825"}
    assert _weights(row, places=3, most=4000, beside="1.000") == ((3649, 3651),)


def test_weights_apart() -> None:
    """0.03 in a table of two decimals from a share of a third and a rate that may be rounded first."""
    row = {"target": "3000人", "actual": "1人", "claimed": "0.03"}
    runs = _weights(row, places=0, most=300, beside="1.00")
    # 1/3000 is 0.0333 %: exactly 75 to 104 round to 0.03, cut off 90 to 119; as 0.03 % 84 to 116.
    assert runs[0][0] == 75
    assert runs[-1][-1] == 119


def test_a_vanishing_share_has_many_weights() -> None:
    """1 of 100,000 in whole points: what rounds to nothing is below half a point of the weight, 50,000 points."""
    row = {"target": "100000人", "actual": "1人", "claimed": 0}
    assert _weights(row, most=5000) == ((1, 5000),)
    # In two decimals too, since the rate may be rounded to 0.00 % first.
    assert _weights(row, most=5000, beside="1.00") == ((1, 5000),)


def test_an_open_share_has_no_upper_weight() -> None:
    """A bound that may be next to nothing leaves the weight open upwards; half of 1 rounds to 1."""
    row = {"target": "100人", "actual": "≤50人", "claimed": 1}
    ((first, last),) = _weights(row)
    assert (first, last) == (1, 40)


RUNS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 4)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    min_size=0,
    max_size=3,
).map(tuple)


@given(st.lists(RUNS, min_size=1, max_size=4), st.integers(0, 40))
def test_sums_are_those_of_all_choices(sets: list[Runs], wanted: int) -> None:
    """Bit for bit what adding one weight of each set gives, tried out."""
    values = [[step for first, last in runs for step in range(first, last + 1)] for runs in sets]
    every = {sum(choice) for choice in product(*values)}
    sums = WeightSums.of(tuple(sets), 40)
    reachable = {total for total in every if total <= 40}
    assert {step for step in range(-1, 60) if step in sums} == reachable
    assert (sums.least, sums.largest) == ((min(every), max(every)) if every else (None, None))
    nearest = sums.nearest(min(wanted, 20))
    if nearest is None:
        assert not every
    else:
        assert abs(nearest - min(wanted, 20)) == min(abs(total - min(wanted, 20)) for total in every)


@pytest.mark.parametrize(("wanted", "nearest"), [(2, 2), (7, 2), (8, 12), (12, 12), (13, 12), (0, 2)])
def test_the_sum_next_to_a_number(wanted: int, nearest: int) -> None:
    """It may lie above or below; of two as near the lower."""
    sums = WeightSums.of((((1, 1), (11, 11)), ((1, 1), (40, 40))), 30)
    assert sums.nearest(wanted) == nearest


@given(RUNS)
def test_joined_runs_hold_the_same_steps(runs: Runs) -> None:
    """Rising, without touching, and not a step more or less."""
    found = joined(runs)
    every = {step for first, last in runs for step in range(first, last + 1)}
    assert {step for first, last in found for step in range(first, last + 1)} == every
    assert all(one[1] + 1 < other[0] for one, other in pairwise(found))


@given(
    actual=st.integers(0, 130),
    claim=st.integers(0, 900),
    beside=st.sampled_from(["1", "1.0", "1.00"]),
    bound=st.booleans(),
)
def test_the_weights_are_those_that_the_line_admits(
    actual: int, claim: int, beside: str, bound: bool
) -> None:
    """Weight by weight: the closed form has a weight exactly if the line under it is not inconsistent."""
    places = len(beside.partition(".")[2])
    row = {
        "target": "≥90%",
        "actual": f"≤{actual}%" if bound else f"{actual}%",
        "claimed": str(Decimal(claim).scaleb(-places)),
    }
    found = _weights(row, places=0, most=12, beside=beside)
    every = {step for first, last in found for step in range(first, last + 1)}
    for weight in range(1, 13):
        line = ps.Indicator("数", weight=weight, **row)
        kind = verify_line(line, rules=RULES, table_places=places).kind
        if claim == 0 or Fraction(claim, 10**places) <= weight:
            assert (weight in every) == (kind is not ps.VerdictKind.INCONSISTENT)
