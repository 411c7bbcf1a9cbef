"""Formulas: their clauses' examples, and sets of shares and ratios by brute force."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from perfscore.intervals import Interval
from perfscore.rules import FORMULAS, Formula

GRID = [Fraction(step, 20) for step in range(61)]
LOW_ENDS = [Fraction(0), Fraction(1, 2), Fraction(3, 5), Fraction(1), Fraction(2)]


def _plain(name: str, ratio: Fraction) -> Fraction:
    """The formulas once more, as a reader of the rules would write them."""
    if name == "proportional":
        value = ratio
    elif name == "inverse":
        value = Fraction(1) if ratio == 0 else 1 / ratio
    elif name == "linear-decline":
        value = 2 - ratio
    else:
        value = (ratio - Fraction(6, 10)) / Fraction(4, 10)
    return max(Fraction(0), min(Fraction(1), value))


def _intervals() -> list[Interval]:
    found = []
    for low, high, left, right in product(LOW_ENDS, [*LOW_ENDS, None], (True, False), (True, False)):
        if high is None and right:
            continue
        if high is not None and (low > high or (low == high and not (left and right))):
            continue
        found.append(Interval(low, high, lower_closed=left, upper_closed=right))
    return found


@pytest.mark.parametrize(
    ("name", "ratio", "share"),
    [
        ("proportional", "0", "0"), ("proportional", "1", "1"), ("proportional", "21/50", "21/50"),
        ("proportional", "3", "1"), ("inverse", "0", "1"), ("inverse", "1", "1"), ("inverse", "2", "1/2"),
        ("inverse", "3/2", "2/3"), ("linear-decline", "0", "1"), ("linear-decline", "1", "1"),
        ("linear-decline", "3/2", "1/2"), ("linear-decline", "2", "0"), ("linear-decline", "5", "0"),
        ("gated", "3/5", "0"), ("gated", "4/5", "1/2"), ("gated", "1", "1"), ("gated", "0", "0"),
    ],
)  # fmt: skip
def test_shares_by_hand(name: str, ratio: str, share: str) -> None:
    """Each formula pays what its clause says, at its edges too."""
    assert FORMULAS[name].share(Fraction(ratio)) == Fraction(share)


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.id)
def test_shares_are_those_of_the_plain_formula(formula: Formula) -> None:
    """Written a second time, the formula gives the same shares."""
    for ratio in GRID:
        assert formula.share(ratio) == _plain(formula.id, ratio)


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.id)
def test_image_of_a_set_of_ratios(formula: Formula) -> None:
    """The image holds each member's share, and an end belongs to it exactly if a ratio earns it."""
    for ratios in _intervals():
        image = formula.shares(ratios)
        earned = {formula.share(ratio) for ratio in GRID if ratio in ratios}
        assert all(share in image for share in earned)
        for end, closed in ((image.lower, image.lower_closed), (image.upper, image.upper_closed)):
            assert end is not None
            # The grid passes every kink of the formulas, so an earned end is earned on the grid.
            far = ratios.upper is None and not formula.rising
            assert closed == (end in earned) or far


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda formula: formula.id)
def test_ratios_are_the_inverse_image(formula: Formula) -> None:
    """A ratio belongs to the inverse image of shares exactly if it earns one of them."""
    for low, high, left, right in product(
        [None, *GRID[:24:2]], [*GRID[:24:2], None], (True, False), (True, False)
    ):
        if (low is None and left) or (high is None and right):
            continue
        if low is not None and high is not None and (low > high or (low == high and not (left and right))):
            continue
        shares = Interval(low, high, lower_closed=left, upper_closed=right)
        ratios = formula.ratios(shares)
        for ratio in GRID:
            assert (ratios is not None and ratio in ratios) == (formula.share(ratio) in shares)


def test_negative_shares_are_never_earned() -> None:
    """No ratio earns less than nothing or more than everything."""
    for formula in FORMULAS.values():
        assert formula.ratios(Interval(Fraction(-2), Fraction(-1))) is None
        assert formula.ratios(Interval(Fraction(2), Fraction(3))) is None


def test_formulas_are_written_out_with_figures() -> None:
    """Each formula can be shown with its figures in it, and reads in both languages."""
    shown = {name: formula.substituted("41", "45") for name, formula in FORMULAS.items()}
    assert shown == {
        "proportional": "41/45",
        "inverse": "45/41",
        "linear-decline": "(2 − 41/45)",
        "gated": "(41/45 − 60%) ÷ 40%",
    }
    for formula in FORMULAS.values():
        assert formula.label("zh").startswith("W ×")
        assert formula.label("en").startswith("W ×")
        assert formula.source
