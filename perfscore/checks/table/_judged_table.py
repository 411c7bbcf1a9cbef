"""A table whose lines have their verdicts: what verification and diagnosis both start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.checks._context import Context
from perfscore.checks.lines import completed, judge
from perfscore.scoring import printed_places, score

if TYPE_CHECKING:
    from perfscore.checks.lines import JudgedLine
    from perfscore.model import SelfAssessment
    from perfscore.rules import RuleSet
    from perfscore.verdicts import Outcome


@attrs.frozen(kw_only=True)
class JudgedTable:
    """A table whose lines have their verdicts.

    Parameters
    ----------
    context
        The table, with the weights that were inferred.
    lines
        Its lines with their verdicts, budget execution first.
    outcomes
        What was found on the way, of the lines and of their weights.
    """

    context: Context
    lines: tuple[JudgedLine, ...]
    outcomes: tuple[Outcome, ...]


def judged_table(table: SelfAssessment, rules: RuleSet) -> JudgedTable:
    """Score a table and judge its lines.

    Parameters
    ----------
    table
        The table as printed.
    rules
        The rule set.

    Raises
    ------
    InputError
        If *table* or *rules* is something else.
    """
    card = score(table, rules=rules)
    context = Context(table=table, rules=rules, card=card, places=printed_places(table))
    lines, outcomes = judge(context)
    context = attrs.evolve(context, card=completed(card, lines))
    return JudgedTable(context=context, lines=lines, outcomes=outcomes)
