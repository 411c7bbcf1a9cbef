"""How a score came about, as a sentence: ``2 × 41/45 = 1.8222… → 1.82``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore._text import decimal_text, percent_text
from perfscore.figures import Quantity
from perfscore.findings import Message
from perfscore.scoring._basis import ByBand, ByFact, ByRatio, LeftOpen

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.intervals import Interval
    from perfscore.scoring._line_score import LineScore
    from perfscore.scoring._score_and_share import Worth
    from perfscore.terms import Result


def derivation_of(line: LineScore) -> Message:
    """Return how the score of *line* came about, or why there is none.

    Parameters
    ----------
    line
        The line.

    Examples
    --------
    >>> import perfscore as ps
    >>> execution = ps.BudgetExecution(weight=20, budget="1,438.09", executed="1,370.77")
    >>> card = ps.score(ps.SelfAssessment(execution=execution), rules=ps.load_rules("wuhan-2023"))
    >>> derivation_of(card.execution).label("zh")
    '20 × 1370.77/1438.09 = 19.0637… → 19.06'
    """
    basis, worth = line.basis, line.worth
    if worth is None:
        return Message.of("derivation.open", reason=Message.of("reason.no-weight"))
    if isinstance(basis, LeftOpen):
        return Message.of("derivation.open", reason=basis.why.message)
    if isinstance(basis, ByBand):
        return _by_band(line, basis, worth)
    assert line.admitted is not None  # there is a weight
    if isinstance(basis, ByFact):
        key = "derivation.full" if basis.share else "derivation.none"
        return Message.of(key, why=basis.why, printed=interval_text(line.admitted))
    assert isinstance(basis, ByRatio)  # the last of the four
    if basis.actual is None:
        return Message.of("derivation.bound", actual=line.cells[1], band=interval_text(line.admitted))
    assert line.printed is not None  # the face values earn a score
    return _by_ratio(basis, basis.actual, worth, line.printed)


def _by_ratio(basis: ByRatio, actual: Fraction, worth: Worth, printed: Fraction) -> Message:
    """``2 × 41/45 = 1.8222… → 1.82``, and where the cap or the floor holds the value before it."""
    formula, ratio, shown = basis.formula, actual / basis.target, decimal_text(printed)
    share, uncapped = formula.share(ratio), formula.uncapped(ratio)
    if ratio == 0 and share == 1:
        return Message.of("derivation.full", why=Message.of("why.nothing"), printed=shown)
    text = f"{decimal_text(worth.weight)} × {formula.substituted(*_figures(basis, actual), ratio)}"
    exact = worth.score(share)
    if uncapped is not None and worth.score(uncapped) != exact:
        raw, bound = decimal_text(worth.score(uncapped)), decimal_text(exact)
        return Message.of("derivation.capped", formula=text, uncapped=raw, bound=bound, printed=shown)
    if exact == printed:
        return Message.of("derivation.exact", formula=text, printed=shown)
    return Message.of("derivation.computed", formula=text, exact=decimal_text(exact), printed=shown)


def _figures(basis: ByRatio, face: Fraction) -> tuple[str, str]:
    """Write actual and target as they are printed, if their units allow it, else in base units."""
    target, actual = basis.target_cell, basis.actual_cell
    if not isinstance(actual, Quantity) or actual.unit.scale != target.unit.scale:
        return decimal_text(face), decimal_text(target.value)
    sign = target.unit.text if target.unit.is_rate else ""
    scale = target.unit.scale
    return f"{decimal_text(face / scale)}{sign}", f"{decimal_text(target.value / scale)}{sign}"


def _by_band(line: LineScore, basis: ByBand, worth: Worth) -> Message:
    band = Message.of(
        "derivation.band",
        wording=line.cells[1],
        result=result_label(basis.results),
        shares=interval_text(basis.shares, percent=True),
        weight=decimal_text(worth.weight),
        band=interval_text(worth.scores(basis.shares)),
    )
    if line.decided is None:
        return band
    return Message.of("derivation.decided", band=band, claimed=decimal_text(line.decided))


def interval_text(values: Interval, *, percent: bool = False) -> str:
    """Write a set of scores in decimals, or of shares in per cent.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.intervals import Interval
    >>> interval_text(Interval(Fraction(5), Fraction(8), upper_closed=False))
    '[5, 8)'
    """
    text = percent_text if percent else decimal_text
    if values.is_point and values.lower is not None:
        return text(values.lower)
    lower = "-∞" if values.lower is None else text(values.lower)
    upper = "+∞" if values.upper is None else text(values.upper)
    left = "[" if values.lower_closed else "("
    right = "]" if values.upper_closed else ")"
    return f"{left}{lower}, {upper}{right}"


def result_label(results: tuple[Result, ...]) -> Message | Result:
    """Return the results that a wording can state, as an argument of a message.

    Examples
    --------
    >>> from perfscore.terms import Result
    >>> result_label((Result.REACHED, Result.PARTLY_REACHED)).label("en")
    'reached or partly reached'
    """
    if len(results) == 1:
        return results[0]
    return Message.of("result.or", one=results[0], other=results[-1])
