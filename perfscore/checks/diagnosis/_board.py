"""A table with its verdicts, and what becomes of them if a cell reads otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.checks.lines import JudgedLine, check_line, line_with
from perfscore.checks.table import check_subtotals, check_total, check_weights
from perfscore.findings import VerdictKind
from perfscore.model import Goal, Indicator, Level
from perfscore.verdicts import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks._context import Context
    from perfscore.checks.table import JudgedTable
    from perfscore.model import SelfAssessment
    from perfscore.verdicts import Outcome

HOLDS = frozenset(
    (VerdictKind.CONSISTENT, VerdictKind.BY_ROUNDING, VerdictKind.BY_CONVENTION, VerdictKind.JUDGEMENT)
)
"""The kinds of verdict under which a rule holds."""


@attrs.frozen(kw_only=True)
class Board:
    """A table with its lines and verdicts.

    Parameters
    ----------
    context
        The table, with the weights that were inferred.
    judged
        Its lines with their verdicts, budget execution first.
    """

    context: Context
    judged: tuple[JudgedLine, ...]

    @classmethod
    def of(cls, table: JudgedTable) -> Board:
        """Make the board of a table whose lines are judged."""
        return cls(context=table.context, judged=table.lines)

    @property
    def wrong_lines(self) -> Iterator[tuple[int, JudgedLine]]:
        """The inconsistent indicator lines with their positions among the lines."""
        for position, item in enumerate(self.judged):
            if item.line.subject is Subject.LINE and item.verdict.kind is VerdictKind.INCONSISTENT:
                yield position, item

    def line_as(self, position: int, indicator: Indicator) -> JudgedLine | None:
        """Return the line as *indicator* has it, with its verdict; None unless it then holds."""
        line = line_with(self.judged[position].line, indicator)
        verdict = check_line(line).verdicts[0]
        return JudgedLine(line=line, verdict=verdict) if verdict.kind in HOLDS else None

    def sums_hold_with(self, position: int, changed: JudgedLine) -> bool:
        """Whether the subtotals and the total hold if one line claims otherwise."""
        judged = (*self.judged[:position], changed, *self.judged[position + 1 :])
        outcomes = [*check_subtotals(self.context, judged)]
        if self.context.table.total is not None:
            outcomes.append(check_total(self.context, judged))
        return _none_wrong(outcomes, by_rules=False)

    def weights_hold_with(self, row: int, indicator: Indicator) -> bool:
        """Whether the weights add up if one line's weight reads otherwise."""
        table = replaced(self.context.table, row, indicator)
        return _none_wrong(check_weights(attrs.evolve(self.context, table=table)), by_rules=True)


def _none_wrong(outcomes: list[Outcome] | Iterator[Outcome], *, by_rules: bool) -> bool:
    return all(
        verdict.kind is not VerdictKind.INCONSISTENT
        or (not by_rules and verdict.subject is Subject.TOTAL_BY_RULES)
        for outcome in outcomes
        for verdict in outcome.verdicts
    )


def replaced(table: SelfAssessment, row: int, indicator: Indicator) -> SelfAssessment:
    """Return *table* with another indicator in the row of that number.

    Parameters
    ----------
    table
        The table.
    row
        The row's number, from 1.
    indicator
        What stands there instead.
    """
    numbers = iter(range(1, row + 1))

    def rebuilt(part: Goal | Level) -> Goal | Level:
        children: list[Level | Indicator] = []
        for child in part.children:
            if isinstance(child, Level):
                inner = rebuilt(child)
                assert isinstance(inner, Level)
                children.append(inner)
            else:
                children.append(indicator if next(numbers, None) == row else child)
        return attrs.evolve(part, children=tuple(children))

    goals = [rebuilt(goal) for goal in table.goals]
    return attrs.evolve(table, goals=tuple(goal for goal in goals if isinstance(goal, Goal)))
