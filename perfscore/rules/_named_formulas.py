"""The formulas that rule sets can name. A new one is a new entry here: its words, its rate, its pieces."""

from __future__ import annotations

from fractions import Fraction

from perfscore.intervals import Interval
from perfscore.rules._formula import Formula, Quotient
from perfscore.rules._pieces_and_caps import Piece

_NOTHING, _ALL = Fraction(0), Fraction(1)
_PASS = Fraction(60, 100)


def _up_to(upper: Fraction, *, lower: Fraction = _NOTHING) -> Interval:
    """Return the rates from *lower*, included, up to *upper*, which belongs to the next piece."""
    return Interval(lower, upper, upper_closed=False)


_IN_PROPORTION = (
    Piece(_up_to(_ALL), _NOTHING, slope=Fraction(1)),
    Piece(Interval.at_least(_ALL), _ALL),
)

FORMULAS: dict[str, Formula] = {
    formula.id: formula
    for formula in (
        Formula(
            id="proportional",
            zh="W × B/A，以 W 为限",
            en="W × B/A, at most W",
            source="note 2 below the self-assessment tables of Wuhan's bureaus (2023); 财预〔2020〕10号",
            quotient=Quotient.ACTUAL_BY_TARGET,
            pieces=_IN_PROPORTION,
        ),
        Formula(
            id="inverse",
            zh="W × A/B，以 W 为限",
            en="W × A/B, at most W",
            source="note 2 below the self-assessment tables of Wuhan's bureaus (2023)",
            quotient=Quotient.TARGET_BY_ACTUAL,
            pieces=_IN_PROPORTION,
        ),
        Formula(
            id="linear-decline",
            zh="W × (2 − B/A)，不低于 0，以 W 为限",
            en="W × (2 − B/A), at least 0, at most W",
            source="what provincial budget performance systems compute for negative indicators",
            quotient=Quotient.ACTUAL_BY_TARGET,
            pieces=(
                Piece(_up_to(_ALL), _ALL),
                Piece(_up_to(Fraction(2), lower=_ALL), Fraction(2), slope=Fraction(-1)),
                Piece(Interval.at_least(Fraction(2)), _NOTHING),
            ),
        ),
        Formula(
            id="gated",
            zh="W × (B/A − 60%) ÷ (1 − 60%)，不低于 0，以 W 为限",
            en="W × (B/A − 60%) ÷ (1 − 60%), at least 0, at most W",
            source="财预〔2021〕101号, scoring by degree of completion with a pass mark (recalled)",
            quotient=Quotient.ACTUAL_BY_TARGET,
            pieces=(
                Piece(_up_to(_PASS), _NOTHING),
                Piece(_up_to(_ALL, lower=_PASS), -_PASS / (1 - _PASS), slope=1 / (1 - _PASS)),
                Piece(Interval.at_least(_ALL), _ALL),
            ),
        ),
    )
}
"""The formulas by their names."""
