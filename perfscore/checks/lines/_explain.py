"""Does a claim follow from its cells? The ratios that explain it against those that the cells admit.

Under one convention, the ratios B/A that print a given claim form a few intervals, exactly known, and
the ratios that the cells can stand for form one. The claim follows if they meet; a point in both gives
a witness.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.findings import VerdictKind
from perfscore.intervals import Interval, Rounding, printing, rounded
from perfscore.rules import explaining_ratios
from perfscore.verdicts import Witness

if TYPE_CHECKING:
    from perfscore.rules import Convention, Formula, RuleSet

_ZERO = Fraction(0)


@attrs.frozen(kw_only=True)
class Cells:
    """What the cells of a line admit.

    Parameters
    ----------
    formula
        The formula that turns the ratio into a share of the weight.
    weight
        The weight, more than 0.
    target, actual
        The sets that A and B can stand for.
    target_face, actual_face
        Their face values; *actual_face* is None where the cell gives only a bound.
    printed_rate
        The printed execution rate as a fraction of one, where there is one.
    """

    formula: Formula
    weight: Fraction
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
class Explanation:
    """Whether and how a claim follows.

    Parameters
    ----------
    kind
        CONSISTENT, BY_ROUNDING, BY_CONVENTION or INCONSISTENT.
    convention
        The convention that explains it, if not the first.
    witness
        Values that print the claim.
    gap
        The least distance under any convention, if none explains it.
    """

    kind: VerdictKind
    convention: Convention | None = None
    witness: Witness | None = None
    gap: Fraction | None = None


def explain(
    claim: Fraction, cells: Cells, *, rules: RuleSet, claim_places: int, table_places: int
) -> Explanation:
    """Say whether *claim* follows from *cells*, and under which convention.

    Parameters
    ----------
    claim
        The claimed score, its face value.
    cells
        What the line's cells admit.
    rules
        The rule set with its conventions.
    claim_places
        Decimals that the claim prints.
    table_places
        The most decimals that any claimed score of the table prints.
    """
    plain = _by_face(claim, cells, rules)
    if plain is not None:
        return plain
    gaps = []
    for index, convention in enumerate(rules.conventions):
        places = _score_places(convention, rules, claim_places, table_places)
        if places is None or (convention.printed_rate and cells.printed_rate is None):
            continue
        explaining = explaining_ratios(
            claim, formula=cells.formula, weight=cells.weight, convention=convention, places=places
        )
        admitted, face = _admitted_ratios(cells, convention)
        meets = [meet for part in explaining if (meet := part & admitted) is not None]
        if not meets:
            gaps.append(_gap(claim, cells, admitted, convention, places))
            continue
        meet = next((part for part in meets if face is not None and face in part), meets[0])
        witness = _witness(claim, cells, convention, meet.pick(face))
        if index:
            return Explanation(kind=VerdictKind.BY_CONVENTION, convention=convention, witness=witness)
        kind = VerdictKind.CONSISTENT if face is None else VerdictKind.BY_ROUNDING
        return Explanation(kind=kind, witness=witness)
    return Explanation(kind=VerdictKind.INCONSISTENT, gap=min(gaps))


def _by_face(claim: Fraction, cells: Cells, rules: RuleSet) -> Explanation | None:
    """Try the face values under the rule first: most claims follow from them."""
    face = cells.face
    if face is None:
        return None
    share = cells.formula.share(face)
    exact = share * cells.weight
    if rounded(exact, rules.score_places, rules.rounding) != claim:
        return None
    witness = Witness(
        target=cells.target_face, actual=cells.actual_face, share=share, exact=exact, printed=claim
    )
    return Explanation(kind=VerdictKind.CONSISTENT, witness=witness)


def _score_places(convention: Convention, rules: RuleSet, claim_places: int, table_places: int) -> int | None:
    """Return the places to which a convention rounds; None where it is the rule's own again."""
    if convention.score_places == "rule":
        return rules.score_places
    return None if table_places == rules.score_places else max(table_places, claim_places)


def _admitted_ratios(cells: Cells, convention: Convention) -> tuple[Interval, Fraction | None]:
    if convention.printed_rate and cells.printed_rate is not None:
        return Interval.point(cells.printed_rate), cells.printed_rate
    return cells.ratios, cells.face


def _witness(claim: Fraction, cells: Cells, convention: Convention, ratio: Fraction) -> Witness:
    share = cells.formula.share(ratio, rate=convention.rate)
    exact = share * cells.weight
    if convention.printed_rate:
        return Witness(share=share, exact=exact, printed=claim)
    target, actual = _values(cells, ratio)
    return Witness(target=target, actual=actual, share=share, exact=exact, printed=claim)


def _values(cells: Cells, ratio: Fraction) -> tuple[Fraction, Fraction]:
    """Return A* and B* inside their cells with B*/A* = *ratio*."""
    if ratio == 0:
        return cells.target.pick(cells.target_face), _ZERO
    targets = cells.target & cells.actual.scaled(1 / ratio)
    assert targets is not None  # the ratio is one of the cells' ratios
    target = targets.pick(cells.target_face)
    return target, target * ratio


def _gap(claim: Fraction, cells: Cells, ratios: Interval, convention: Convention, places: int) -> Fraction:
    """Return how far the claim lies, at least, from the scores under *convention*."""
    stands_for = printing(claim, places, convention.score_rounding) or Interval.point(claim)
    sets = cells.formula.shares(ratios, rate=convention.rate)
    # What lies between the sets only shortens a gap.
    shares = attrs.evolve(sets[0], upper=sets[-1].upper, upper_closed=sets[-1].upper_closed)
    scores = shares.scaled(cells.weight)
    # Two sets that only touch are told apart by what they print.
    return scores.distance(stands_for) or _printed_gap(claim, scores, convention, places)


def _printed_gap(claim: Fraction, scores: Interval, convention: Convention, places: int) -> Fraction:
    return _rounded_ends(scores, places, convention.score_rounding).distance(Interval.point(claim))


def _rounded_ends(shares: Interval, places: int, mode: Rounding) -> Interval:
    """Return the span of the rounded scores; what lies between its points only shortens a gap."""
    assert shares.lower is not None  # shares lie in [0, 1]
    assert shares.upper is not None
    return Interval(rounded(shares.lower, places, mode), rounded(shares.upper, places, mode))
