"""verify_line(indicator, rules): the verdict on one line, for rows that stand by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.checks._context import Context
from perfscore.checks.lines._judge_lines import judge
from perfscore.errors import InputError
from perfscore.model import Goal, Indicator, SelfAssessment
from perfscore.scoring import places_of, score

if TYPE_CHECKING:
    from perfscore.rules import RuleSet
    from perfscore.verdicts import Verdict


def verify_line(indicator: Indicator, *, rules: RuleSet, table_places: int | None = None) -> Verdict:
    """Check the claimed score of one indicator, without its table.

    It is the verdict that :func:`verify` gives where the weight is printed. What only the table tells,
    as a weight that is not printed, stays open.

    Parameters
    ----------
    indicator
        The indicator as printed.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    table_places
        The most decimals that a claimed score of its table prints, where that is known: a claimed
        2 is then taken for 2.00 if another line prints 1.82. None: those of this claim.

    Raises
    ------
    InputError
        If an argument is of another kind.

    Examples
    --------
    >>> import perfscore as ps
    >>> rules = ps.load_rules("wuhan-2023")
    >>> row = ps.Indicator("博士后津贴发放人数", weight="2", target="45人", actual="41人", claimed="2")
    >>> verify_line(row, rules=rules).kind.slug
    'consistent-under-another-convention'
    >>> verify_line(row, rules=rules, table_places=2).kind.slug
    'inconsistent'
    """
    if not isinstance(indicator, Indicator):
        raise InputError("indicator", indicator, "an Indicator")
    if table_places is not None and (isinstance(table_places, bool) or not isinstance(table_places, int)):
        raise InputError("table_places", table_places, "a whole number")
    table = SelfAssessment(goals=[Goal(children=[indicator])])
    places = max(places_of(indicator.claimed), table_places or 0)
    context = Context(table=table, rules=rules, card=score(table, rules=rules), places=places)
    (judged,), _ = judge(context)
    return judged.verdict
