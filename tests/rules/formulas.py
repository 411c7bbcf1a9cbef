"""Formulas of every shape, each with its clause written a second time as a plain function."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from perfscore.intervals import Interval
from perfscore.rules import FORMULAS, Formula, Piece, Quotient

if TYPE_CHECKING:
    from collections.abc import Callable

F = Fraction


def between(low: str, high: str | None, ends: str = "[)") -> Interval:
    """Return rates by their ends: ``between("0", "0.6", "[)")``."""
    closed = {"lower_closed": ends[0] == "[", "upper_closed": ends[1] == "]"}
    return Interval(F(low), None if high is None else F(high), **closed)


def formula(name: str, quotient: Quotient, *pieces: Piece) -> Formula:
    """Return a formula of that name."""
    return Formula(id=name, zh=name, en=name, source="made up", quotient=quotient, pieces=pieces)


STEPS = formula(
    "steps",
    Quotient.ACTUAL_BY_TARGET,
    Piece(between("0", "0.6", "[]"), F(0)),
    Piece(between("0.6", "0.9", "()"), F("0.5")),
    Piece(between("0.9", "1"), F("0.7")),
    Piece(between("1", None), F(1)),
)
"""Nothing up to 60 % included, half below 90 %, seven tenths below 100 %, else all."""
FALLING_STEPS = formula(
    "falling-steps",
    Quotient.TARGET_BY_ACTUAL,
    Piece(between("0", "0.5"), F(0)),
    Piece(between("0.5", "1"), F("0.5")),
    Piece(between("1", None), F(1)),
)
"""Of A/B: nothing below one half, half below 1, else all."""
TURNING = formula(
    "turning",
    Quotient.ACTUAL_BY_TARGET,
    Piece(between("0", "1"), F(0), F(1)),
    Piece(between("1", "1.2", "[]"), F(1)),
    Piece(between("1.2", "2", "(]"), F("2.2"), F(-1)),
    Piece(between("2", None, "()"), F("0.1")),
)
"""In proportion; all from 100 % to 120 %; from there one per cent less for each above, down to a tenth."""


def _held(value: Fraction) -> Fraction:
    return max(F(0), min(F(1), value))


def _turning(ratio: Fraction) -> Fraction:
    if ratio <= F("1.2"):
        return min(F(1), ratio)
    return F("2.2") - ratio if ratio <= 2 else F("0.1")


PLAIN: dict[str, Callable[[Fraction], Fraction]] = {
    "proportional": _held,
    "inverse": lambda ratio: F(1) if ratio == 0 else _held(1 / ratio),
    "linear-decline": lambda ratio: _held(2 - ratio),
    "gated": lambda ratio: _held((ratio - F("0.6")) / F("0.4")),
    "steps": lambda ratio: (
        F(1) if ratio >= 1 else F("0.7") if ratio >= F("0.9") else F(int(ratio > F("0.6")), 2)
    ),
    "falling-steps": lambda ratio: F(1) if ratio <= 1 else F(1, 2) if ratio <= 2 else F(0),
    "turning": _turning,
}
"""The formulas once more, as a reader of the rules would write them."""
ALL = {**FORMULAS, **{made.id: made for made in (STEPS, FALLING_STEPS, TURNING)}}
