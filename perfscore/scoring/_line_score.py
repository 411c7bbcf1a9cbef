"""The score of one line, with how it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text, percent_text
from perfscore.figures import Quantity
from perfscore.findings import Message
from perfscore.intervals import Interval
from perfscore.model import BudgetExecution
from perfscore.scoring._basis import Method

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.figures import Actual, Figure, Target
    from perfscore.findings import Location
    from perfscore.model import Indicator
    from perfscore.scoring._basis import Basis
    from perfscore.terms import Result


@attrs.frozen(kw_only=True, weakref_slot=False)
class LineScore:
    """What the rules give for one line: an indicator, or budget execution.

    Parameters
    ----------
    location
        Where the line stands.
    basis
        On what it is scored.
    weight
        Its weight; None where none is printed, or none that can be used.
    exact
        The exact score of the face values; None where the rules leave a choice.
    printed
        The same, rounded as the rules say.
    decided
        The score to count with: the printed one; where the rules leave a choice or are silent,
        the claimed one, right or wrong; None where there is neither.
    choice
        The scores among which the rules leave a choice, a band or everything from 0 to the weight;
        None where they leave none, and without a weight.
    printed_in
        The indicator, or budget execution, whose cells it was scored from.
    path
        The positions of the goal and the levels that enclose an indicator; empty for execution.
    clause
        The clause that rules it.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("津贴发放人数", weight=2, target="45人", actual="41人")
    >>> table = ps.SelfAssessment(goals=[ps.Goal(children=[row])])
    >>> line = ps.score(table, rules=ps.load_rules("wuhan-2023")).lines[0]
    >>> line.cells, line.admitted, line.derivation.label("en")
    (('45人', '41人'), {91/50}, '2 × 41/45 = 1.8222… → 1.82')
    >>> line.to_record()["exact"]
    '82/45'
    """

    location: Location
    basis: Basis
    weight: Fraction | None
    exact: Fraction | None
    printed: Fraction | None
    decided: Fraction | None
    choice: Interval | None
    printed_in: Indicator | BudgetExecution
    path: tuple[int, ...]
    clause: str

    @property
    def cells(self) -> tuple[str, str]:
        """Target and actual value, or budget and executed, as printed; empty where they are not."""
        part = self.printed_in
        if isinstance(part, BudgetExecution):
            return _text(part.budget), _text(part.executed)
        return _text(part.target), _text(part.actual)

    @property
    def admitted(self) -> Interval | None:
        """All scores that the rules admit for the face values; None without a weight."""
        return self.choice if self.printed is None else Interval.point(self.printed)

    @property
    def derivation(self) -> Message:
        """How the score came about, rendered by ``label("zh")`` or ``label("en")``."""
        return _derivation(self)

    def to_record(self) -> dict[str, object]:
        """Return the line as plain data; numbers are exact decimal text or fractions."""
        return {
            "location": self.location.to_record(),
            "method": self.basis.method.value,
            "weight": _shown(self.weight),
            "exact": None if self.exact is None else str(self.exact),
            "printed": _shown(self.printed),
            "decided": _shown(self.decided),
            "admitted": None if self.admitted is None else interval_text(self.admitted),
            "direction": None if self.basis.direction is None else self.basis.direction.value,
            "decided_by": None if self.basis.decided_by is None else self.basis.decided_by.label("en"),
            "derivation": {"zh": self.derivation.label("zh"), "en": self.derivation.label("en")},
            "clause": self.clause,
        }


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


def _text(cell: Target | Actual | Figure | None) -> str:
    return "" if cell is None else cell.text


def _shown(value: Fraction | None) -> str | None:
    return None if value is None else decimal_text(value)


def _derivation(line: LineScore) -> Message:
    basis = line.basis
    if line.weight is None:
        return Message.of("derivation.open", reason=Message.of("reason.no-weight"))
    if basis.method is Method.OPEN:
        return Message.of("derivation.open", reason=basis.reason)
    if basis.method is Method.FACT and line.printed is not None:
        key = "derivation.full" if basis.share else "derivation.none"
        return Message.of(key, why=basis.why, printed=decimal_text(line.printed))
    if basis.method is Method.BAND:
        return _band_derivation(line)
    if basis.actual is None:
        assert line.admitted is not None  # there is a weight
        return Message.of("derivation.bound", actual=line.cells[1], band=interval_text(line.admitted))
    return _ratio_derivation(line)


def _ratio_derivation(line: LineScore) -> Message:
    """``2 × 41/45 = 1.8222… → 1.82``, and where the cap or the floor holds the value before it."""
    basis, weight, exact, printed = line.basis, line.weight, line.exact, line.printed
    ratio = basis.ratio
    assert basis.formula is not None  # RATIO has a formula
    assert ratio is not None
    assert weight is not None  # the caller has asked
    assert exact is not None
    assert printed is not None
    factor = basis.formula.substituted(*_figures(basis), ratio)
    formula = f"{decimal_text(weight)} × {factor}"
    shown = decimal_text(printed)
    if ratio == 0 and basis.formula.share(ratio) == 1:
        return Message.of("derivation.full", why=Message.of("why.nothing"), printed=shown)
    uncapped = basis.formula.uncapped(ratio)
    raw = exact if uncapped is None else weight * uncapped
    if raw != exact:
        bound = decimal_text(exact)
        return Message.of(
            "derivation.capped", formula=formula, uncapped=decimal_text(raw), bound=bound, printed=shown
        )
    if exact == printed:
        return Message.of("derivation.exact", formula=formula, printed=shown)
    return Message.of("derivation.computed", formula=formula, exact=decimal_text(exact), printed=shown)


def _figures(basis: Basis) -> tuple[str, str]:
    """Write actual and target as they are printed, if their units allow it, else in base units."""
    target, actual = basis.target_cell, basis.actual_cell
    assert basis.target is not None  # RATIO has both face values
    assert basis.actual is not None
    if target is None or not isinstance(actual, Quantity) or actual.unit.scale != target.unit.scale:
        return decimal_text(basis.actual), decimal_text(basis.target)
    sign = target.unit.text if target.unit.is_rate else ""
    scale = target.unit.scale
    return f"{decimal_text(basis.actual / scale)}{sign}", f"{decimal_text(basis.target / scale)}{sign}"


def _band_derivation(line: LineScore) -> Message:
    assert line.admitted is not None  # there is a weight
    assert line.weight is not None
    assert line.basis.shares is not None  # BAND has shares
    band = Message.of(
        "derivation.band",
        wording=line.cells[1],
        result=result_label(line.basis.results),
        shares=interval_text(line.basis.shares, percent=True),
        weight=decimal_text(line.weight),
        band=interval_text(line.admitted),
    )
    if line.decided is None:
        return band
    return Message.of("derivation.decided", band=band, claimed=decimal_text(line.decided))


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
