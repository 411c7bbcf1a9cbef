"""Integers of 64 bits and exact rationals."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from perfscore.columns import NO_SCORE, Status
from perfscore.columns._integers import Rows, rounded_quotient, score_row, shares, terms_of
from perfscore.intervals import Rounding, rounded
from perfscore.rules import FORMULAS, Formula
from tests.columns.reference import WUHAN
from tests.rules.formulas import ALL


@pytest.mark.parametrize("mode", list(Rounding))
@pytest.mark.parametrize("kind", [np.int64, object])
def test_quotients_are_rounded_as_rationals_are(mode: Rounding, kind: type) -> None:
    """In each way of rounding, ties included, over both kinds of integers."""
    pairs = [(top, bottom) for top in range(40) for bottom in range(1, 12)]
    tops: Any = np.array([top for top, _ in pairs], dtype=kind)
    bottoms: Any = np.array([bottom for _, bottom in pairs], dtype=kind)
    expected = [int(rounded(Fraction(*pair), 0, mode)) for pair in pairs]
    assert rounded_quotient(tops, bottoms, mode).tolist() == expected


@pytest.mark.parametrize("made", ALL.values(), ids=lambda made: made.id)
def test_each_formula_is_quotients_of_linear_terms(made: Formula) -> None:
    """The shares over integers are those of the formula, in the direction that it is for."""
    negative = made.rising is False
    rules = attrs.evolve(WUHAN, negative=made) if negative else attrs.evolve(WUHAN, positive=made)
    pairs = [(target, actual) for target in range(1, 12) for actual in range(25)]
    target, actual = (np.array(column) for column in zip(*pairs, strict=True))
    rows = Rows(np.ones_like(target), target, actual, np.full(len(pairs), negative))
    top, bottom = shares(rows, rules)
    for (a, b), over, under in zip(pairs, top.tolist(), bottom.tolist(), strict=True):
        assert Fraction(over, under) == made.share(Fraction(b, a))


def test_terms_by_hand() -> None:
    """(x − 60%) ÷ 40% is (5x − 3) / 2; from 1, whole, on nothing changes."""
    terms = terms_of(FORMULAS["gated"])
    rise = terms.pieces[1]
    assert (rise.intercept, rise.slope, rise.bottom, rise.end, rise.under) == (-3, 5, 2, 1, 1)
    assert (terms.beyond, terms.largest_factor) == (2, 8 * 3)
    assert terms_of(FORMULAS["linear-decline"]).beyond == 3
    assert [terms_of(made).keeps_order for made in ALL.values()] == [True] * 4 + [False] * 3


def test_one_row_in_rationals() -> None:
    """Where the rules are silent there is no score, and a choice of the rule set decides."""
    two = Fraction(2)
    bold = attrs.evolve(
        WUHAN, choices=attrs.evolve(WUHAN.choices, zero_target_positive="full", negative_figure="zero")
    )
    none = Fraction(0)
    for weight, target, actual, rules, negative, expected in (
        (-two, two, two, WUHAN, False, (NO_SCORE, Status.WEIGHT)),
        (two, -two, two, WUHAN, False, (NO_SCORE, Status.OPEN)),
        (two, two, -two, WUHAN, False, (NO_SCORE, Status.OPEN)),
        (two, two, -two, bold, False, (0, Status.SCORED)),
        (two, none, two, WUHAN, False, (NO_SCORE, Status.OPEN)),
        (two, none, two, bold, False, (200, Status.SCORED)),
        (two, none, two, WUHAN, True, (0, Status.SCORED)),
        (two, none, none, WUHAN, True, (200, Status.SCORED)),
        (two, two, none, WUHAN, True, (200, Status.SCORED)),
        (Fraction(10**18), two, two, WUHAN, False, (NO_SCORE, Status.TOO_LARGE)),
    ):
        assert score_row(weight, target, actual, rules=rules, negative=negative) == expected


def test_a_weight_of_nothing_scores_nothing() -> None:
    """A weight of 0 is a weight: the line scores 0, however large its figures."""
    assert score_row(Fraction(0), Fraction(10**30), Fraction(1), rules=WUHAN, negative=False) == (0, 0)
    assert score_row(Fraction(-1), Fraction(1), Fraction(1), rules=WUHAN, negative=False)[1] == Status.WEIGHT
