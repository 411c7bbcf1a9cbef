"""The score of one line, with how it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.intervals import Interval
from perfscore.model import BudgetExecution
from perfscore.scoring._derivation import derivation_of, interval_text

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.figures import Actual, Figure, Target
    from perfscore.findings import Location, Message
    from perfscore.model import Indicator
    from perfscore.scoring._basis import Basis
    from perfscore.scoring._score_and_share import Worth


@attrs.frozen(kw_only=True, weakref_slot=False)
class LineScore:
    """What the rules give for one line: an indicator, or budget execution.

    Parameters
    ----------
    location
        Where the line stands.
    basis
        On what it is scored.
    worth
        What a share of its weight is worth; None where no weight is printed, or none that can be used.
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
    >>> line.is_execution, line.indicator.name
    (False, '津贴发放人数')
    >>> line.weight, line.worth.most
    (Fraction(2, 1), Fraction(2, 1))
    >>> line.to_record()["exact"]
    '82/45'
    """

    location: Location
    basis: Basis
    worth: Worth | None
    exact: Fraction | None
    printed: Fraction | None
    decided: Fraction | None
    choice: Interval | None
    printed_in: Indicator | BudgetExecution
    path: tuple[int, ...]
    clause: str

    @property
    def weight(self) -> Fraction | None:
        """Its weight; None where none is printed, or none that can be used."""
        return None if self.worth is None else self.worth.weight

    @property
    def is_execution(self) -> bool:
        """Whether it is budget execution."""
        return self.indicator is None

    @property
    def indicator(self) -> Indicator | None:
        """The indicator; None of budget execution."""
        part = self.printed_in
        return None if isinstance(part, BudgetExecution) else part

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
        return derivation_of(self)

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


def _text(cell: Target | Actual | Figure | None) -> str:
    return "" if cell is None else cell.text


def _shown(value: Fraction | None) -> str | None:
    return None if value is None else decimal_text(value)
