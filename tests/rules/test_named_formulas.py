"""The named formulas: their names, and that two of them are one in two quotients."""

from __future__ import annotations

from perfscore.rules import FORMULAS, Quotient


def test_each_formula_stands_under_its_id() -> None:
    """Rule files name a formula by its id."""
    assert list(FORMULAS) == ["proportional", "inverse", "linear-decline", "gated"]
    assert all(formula.id == name for name, formula in FORMULAS.items())


def test_inverse_is_proportional_of_the_other_quotient() -> None:
    """W × A/B and W × B/A have the same pieces."""
    inverse, proportional = FORMULAS["inverse"], FORMULAS["proportional"]
    assert inverse.pieces == proportional.pieces
    assert inverse.quotient is Quotient.TARGET_BY_ACTUAL
    assert proportional.quotient is Quotient.ACTUAL_BY_TARGET
