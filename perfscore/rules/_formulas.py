"""The named formulas: how much of a line's weight a ratio of actual to target earns.

Each takes the ratio y = B/A, from 0 up, and gives a share of the weight between 0 and 1. All are
continuous and none turns back on its way, so the ratios that earn a given range of shares form
one interval: verification asks for that interval instead of trying values.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore._text import in_language
from perfscore.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfscore._text import Language

_ZERO = Fraction(0)
_ONE = Fraction(1)
_GATE = Fraction(60, 100)
_ALL = Interval.at_least(_ZERO)


@attrs.frozen(kw_only=True, eq=False)
class Formula:
    """A formula by its name.

    Parameters
    ----------
    id
        The name that rule sets use.
    zh, en
        The formula as people write it.
    source
        Where it was published.
    rising
        Whether a higher ratio earns more.
    ramp
        The share of a ratio before it is limited to [0, 1]; not asked at 0 unless *rising*.
    edge
        The ratio at which the ramp passes a share of [0, 1]; None where it never gets there.
    substituted
        The formula's factor behind W with figures in it: ``"41/45"`` of 41 and 45.

    Examples
    --------
    >>> FORMULAS["proportional"].share(Fraction(41, 45))
    Fraction(41, 45)
    >>> FORMULAS["proportional"].share(Fraction(2))
    Fraction(1, 1)
    """

    id: str
    zh: str
    en: str
    source: str
    rising: bool
    ramp: Callable[[Fraction], Fraction]
    edge: Callable[[Fraction], Fraction | None]
    substituted: Callable[[str, str], str]

    def __reduce__(self) -> tuple[Callable[[str], Formula], tuple[str]]:
        # It holds functions, which cannot be pickled: a formula travels by its name.
        return _named, (self.id,)

    def label(self, language: Language) -> str:
        """Return the formula as people write it.

        Examples
        --------
        >>> FORMULAS["inverse"].label("en")
        'W × A/B, at most W'
        """
        return in_language(language, self.zh, self.en)

    def share(self, ratio: Fraction) -> Fraction:
        """Return the share of the weight that *ratio*, not below 0, earns.

        Examples
        --------
        At half as much again as allowed, the two readings of a negative indicator differ:

        >>> FORMULAS["inverse"].share(Fraction(3, 2)), FORMULAS["linear-decline"].share(Fraction(3, 2))
        (Fraction(2, 3), Fraction(1, 2))
        """
        if ratio == 0 and not self.rising:
            return _ONE
        return min(_ONE, max(_ZERO, self.ramp(ratio)))

    def shares(self, ratios: Interval) -> Interval:
        """Return all shares that *ratios*, none of them below 0, earn.

        Examples
        --------
        >>> FORMULAS["proportional"].shares(Interval(Fraction(1, 2), Fraction(2)))
        [1/2, 1]
        """
        ends = [
            (self._share_at(ratios.lower), ratios.lower_closed),
            (self._share_at(ratios.upper), ratios.upper_closed),
        ]
        if not self.rising:
            ends.reverse()
        (low, low_closed), (high, high_closed) = ends
        if low == high:
            return Interval.point(low)
        return Interval(
            low,
            high,
            lower_closed=low_closed or self._earns(low, ratios),
            upper_closed=high_closed or self._earns(high, ratios),
        )

    def ratios(self, shares: Interval) -> Interval | None:
        """Return all ratios, none below 0, that earn one of *shares*; None if no ratio does.

        Examples
        --------
        >>> FORMULAS["proportional"].ratios(Interval(Fraction(1, 2), Fraction(1)))
        [1/2, +∞)
        >>> FORMULAS["inverse"].ratios(Interval.point(Fraction(1)))
        [0, 1]
        """
        enough = self._earning_at_least(shares.lower, closed=shares.lower_closed)
        not_too_much = self._earning_at_most(shares.upper, closed=shares.upper_closed)
        if enough is None or not_too_much is None:
            return None
        return enough & not_too_much

    def _share_at(self, end: Fraction | None) -> Fraction:
        if end is None:
            return _ONE if self.rising else _ZERO
        return self.share(end)

    def _earns(self, share: Fraction, ratios: Interval) -> bool:
        earning = self.ratios(Interval.point(share))
        return earning is not None and (earning & ratios) is not None

    def _earning_at_least(self, share: Fraction | None, *, closed: bool) -> Interval | None:
        if share is None or share < 0 or (share == 0 and closed):
            return _ALL
        if share > 1 or (share == 1 and not closed):
            return None
        return _ray(self.edge(share), upwards=self.rising, closed=closed)

    def _earning_at_most(self, share: Fraction | None, *, closed: bool) -> Interval | None:
        if share is None or share > 1 or (share == 1 and closed):
            return _ALL
        if share < 0 or (share == 0 and not closed):
            return None
        return _ray(self.edge(share), upwards=not self.rising, closed=closed)


def _named(formula_id: str) -> Formula:
    return FORMULAS[formula_id]


def _ray(edge: Fraction | None, *, upwards: bool, closed: bool) -> Interval | None:
    """Return the ratios above or below *edge*; None is infinitely far."""
    if edge is None:
        return None if upwards else _ALL
    if upwards:
        return Interval.at_least(edge, closed=closed)
    return Interval(_ZERO, edge, upper_closed=closed)


FORMULAS: dict[str, Formula] = {
    formula.id: formula
    for formula in (
        Formula(
            id="proportional",
            zh="W × B/A，以 W 为限",
            en="W × B/A, at most W",
            source="note 2 below the self-assessment tables of Wuhan's bureaus (2023); 财预〔2020〕10号",
            rising=True,
            ramp=lambda ratio: ratio,
            edge=lambda share: share,
            substituted=lambda actual, target: f"{actual}/{target}",
        ),
        Formula(
            id="inverse",
            zh="W × A/B，以 W 为限",
            en="W × A/B, at most W",
            source="note 2 below the self-assessment tables of Wuhan's bureaus (2023)",
            rising=False,
            ramp=lambda ratio: 1 / ratio,
            edge=lambda share: 1 / share if share else None,
            substituted=lambda actual, target: f"{target}/{actual}",
        ),
        Formula(
            id="linear-decline",
            zh="W × (2 − B/A)，不低于 0，以 W 为限",
            en="W × (2 − B/A), at least 0, at most W",
            source="what provincial budget performance systems compute for negative indicators",
            rising=False,
            ramp=lambda ratio: 2 - ratio,
            edge=lambda share: 2 - share,
            substituted=lambda actual, target: f"(2 − {actual}/{target})",
        ),
        Formula(
            id="gated",
            zh="W × (B/A − 60%) ÷ (1 − 60%)，不低于 0，以 W 为限",
            en="W × (B/A − 60%) ÷ (1 − 60%), at least 0, at most W",
            source="财预〔2021〕101号, scoring by degree of completion with a pass mark (recalled)",
            rising=True,
            ramp=lambda ratio: (ratio - _GATE) / (1 - _GATE),
            edge=lambda share: _GATE + share * (1 - _GATE),
            substituted=lambda actual, target: f"({actual}/{target} − 60%) ÷ 40%",
        ),
    )
}
"""The formulas by their names."""
