"""The ways in which a claimed score may follow from the ratio of its cells.

Under one convention the ratios that print a claim are a few intervals, and so are the ratios that the
cells can stand for. The claim follows if the two meet; a ratio in both gives a witness.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.findings import VerdictKind
from perfscore.intervals import Interval, nearest_printed, rounded, unit_of
from perfscore.rules import explaining_ratios
from perfscore.verdicts import Witness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.rules import Convention, Formula, RuleSet
    from perfscore.scoring import Worth

_ZERO = Fraction(0)


@attrs.frozen(kw_only=True)
class RatioCells:
    """What the cells of a line admit that is scored by the ratio of two of them.

    Parameters
    ----------
    formula
        The formula that turns the ratio into a share of the weight.
    worth
        What a share of the weight is worth, which is more than 0.
    target, actual
        The sets that A and B can stand for.
    target_face, actual_face
        Their face values; *actual_face* is None where the cell gives only a bound.
    printed_rate
        The printed execution rate as a fraction of one, where there is one.
    """

    formula: Formula
    worth: Worth
    target: Interval
    actual: Interval
    target_face: Fraction
    actual_face: Fraction | None
    printed_rate: Fraction | None = None

    @property
    def ratios(self) -> Interval:
        """All ratios B/A."""
        return self.actual.divided_by(self.target)

    @property
    def face(self) -> Fraction | None:
        """The ratio of the face values."""
        return None if self.actual_face is None else self.actual_face / self.target_face


@attrs.frozen(kw_only=True)
class ScoreWay:
    """A way in which a score may have come about: a convention, applied to the ratio of the cells.

    Parameters
    ----------
    claim
        The claimed score.
    cells
        What the cells of the line admit.
    convention
        How rate and score are rounded.
    places
        The places to which the convention rounds the score.
    is_rule
        Whether it is the rule itself.
    """

    claim: Fraction
    cells: RatioCells
    convention: Convention
    places: int
    is_rule: bool

    @property
    def named(self) -> Convention | None:
        """The convention; None for the rule itself."""
        return None if self.is_rule else self.convention

    @property
    def stands_for(self) -> Interval | None:
        """Nothing: what a score stands for under the rule is told by the line."""
        return None

    def explain(self) -> tuple[VerdictKind, Witness] | None:
        """Return the kind of verdict and values inside the cells that print the claim."""
        admitted, face = self.ratios, self.face
        explaining = explaining_ratios(
            self.claim,
            formula=self.cells.formula,
            shares=self.cells.worth.shares,
            convention=self.convention,
            places=self.places,
        )
        meets = [meet for ratios in explaining if (meet := ratios & admitted) is not None]
        if not meets:
            return None
        best = next((meet for meet in meets if face is not None and face in meet), meets[0])
        if not self.is_rule:
            kind = VerdictKind.BY_CONVENTION
        else:
            kind = VerdictKind.CONSISTENT if face is None or face in best else VerdictKind.BY_ROUNDING
        return kind, self._witness(best.pick(face))

    def off_by(self) -> Fraction:
        """Return how far the claim lies from the score of the face values; of a bound as :meth:`at_least`."""
        if self.face is None:
            return self.at_least()
        return abs(self._printed(self.cells.formula.share(self.face, rate=self.convention.rate)) - self.claim)

    def at_least(self) -> Fraction:
        """Return how far the claim lies from the nearest score that the cells admit, as it is printed."""
        admitted, formula = self.ratios, self.cells.formula
        rate, worth = self.convention.rate, self.cells.worth
        if rate is None:
            near = [
                nearest_printed(self.claim, worth.scores(shares), self.places, self.convention.score_rounding)
                for shares in formula.shares(admitted)
            ]
        else:
            # The nearest score is not always the one that is printed nearest: a unit beside is looked at too.
            unit = unit_of(self.places)
            near = [
                self._printed(formula.nearest_share(admitted, worth.share(wanted), rate=rate))
                for wanted in (self.claim - unit, self.claim, self.claim + unit)
            ]
        return max(min(abs(score - self.claim) for score in near), unit_of(self.places))

    @property
    def ratios(self) -> Interval:
        """The ratios that the cells admit."""
        rate = self.cells.printed_rate
        return (
            Interval.point(rate) if self.convention.printed_rate and rate is not None else self.cells.ratios
        )

    @property
    def face(self) -> Fraction | None:
        """The ratio of the face values; None of a bound."""
        return self.cells.printed_rate if self.convention.printed_rate else self.cells.face

    def _printed(self, share: Fraction) -> Fraction:
        return rounded(self.cells.worth.score(share), self.places, self.convention.score_rounding)

    def _witness(self, ratio: Fraction) -> Witness:
        share = self.cells.formula.share(ratio, rate=self.convention.rate)
        exact = self.cells.worth.score(share)
        if self.convention.printed_rate:
            return Witness(share=share, exact=exact, printed=self.claim)
        target, actual = _values(self.cells, ratio)
        return Witness(target=target, actual=actual, share=share, exact=exact, printed=self.claim)


def score_ways(
    claim: Fraction, cells: RatioCells, *, rules: RuleSet, claim_places: int, table_places: int
) -> Iterator[ScoreWay]:
    """Yield the ways in which *claim* may have come about, the rule itself first.

    Parameters
    ----------
    claim
        The claimed score.
    cells
        What the line's cells admit.
    rules
        The rule set with its conventions.
    claim_places
        Decimals that the claim prints.
    table_places
        The most decimals that any claimed score of the table prints.
    """
    for index, convention in enumerate(rules.conventions):
        places = score_places(convention, rules, claim_places=claim_places, table_places=table_places)
        if places is None or (convention.printed_rate and cells.printed_rate is None):
            continue
        yield ScoreWay(claim=claim, cells=cells, convention=convention, places=places, is_rule=index == 0)


def score_places(
    convention: Convention, rules: RuleSet, *, claim_places: int, table_places: int
) -> int | None:
    """Return the places to which a convention rounds; None where it is the rule's own again.

    Parameters
    ----------
    convention
        The convention.
    rules
        The rule set.
    claim_places, table_places
        The decimals that the claim prints, and the most that any claim of its table prints.
    """
    if convention.score_places == "rule":
        return rules.score_places
    return None if table_places == rules.score_places else max(table_places, claim_places)


def _values(cells: RatioCells, ratio: Fraction) -> tuple[Fraction, Fraction]:
    """Return A* and B* inside their cells with B*/A* = *ratio*."""
    if ratio == 0:
        return cells.target.pick(cells.target_face), _ZERO
    targets = cells.target & cells.actual.scaled(1 / ratio)
    assert targets is not None  # the ratio is one of the cells' ratios
    target = targets.pick(cells.target_face)
    return target, target * ratio
