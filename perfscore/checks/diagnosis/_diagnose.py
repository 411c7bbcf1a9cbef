"""diagnose(table, rules): what could have gone wrong where a figure is inconsistent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.checks.diagnosis._board import Board
from perfscore.checks.diagnosis._explanation import Diagnosed, Diagnosis
from perfscore.checks.diagnosis._of_execution import explain_execution
from perfscore.checks.diagnosis._of_lines import explain_line
from perfscore.checks.diagnosis._of_sums import BrokenSum, explain_sum
from perfscore.checks.diagnosis._repairs import find_repairs
from perfscore.checks.table import judged_table, verified
from perfscore.findings import VerdictKind
from perfscore.verdicts import Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perfscore.checks.diagnosis._explanation import Explanation
    from perfscore.model import SelfAssessment
    from perfscore.rules import RuleSet
    from perfscore.verdicts import Verdict

_NOT_SEARCHED = frozenset((Subject.SOURCES, Subject.SUBTOTAL, Subject.GRADE))
"""What the search for repairs knows no rule of."""
MAX_STEPS = 1_200
"""The steps after which further lines are not explained."""
_EXECUTION = (Subject.EXECUTION_SCORE, Subject.EXECUTION_RATE)


def diagnose(table: SelfAssessment, *, rules: RuleSet) -> Diagnosis:
    """Verify *table* and look for what would explain each inconsistent figure.

    Parameters
    ----------
    table
        The table as printed.
    rules
        The rule set.

    Returns
    -------
    Diagnosis
        The verification, the explanations of each inconsistent line, rate, and total, and all
        smallest sets of cells whose change would make the table consistent.

    Raises
    ------
    InputError
        If *table* or *rules* is something else.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("津贴发放人数", weight=20, target="45人", actual="41人", claimed="12.88")
    >>> table = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row])])
    >>> print(diagnose(table, rules=ps.load_rules("wuhan-2023")).diagnosed[0].text())
    T · 1 津贴发放人数 · score: cannot be told
    """
    judged = judged_table(table, rules)
    verification = verified(judged)
    wrong = [item for item in verification.verdicts if item.kind is VerdictKind.INCONSISTENT]
    if not wrong:
        return Diagnosis(verification=verification, diagnosed=(), repairs=(), complete=True, tried=0)
    board = Board.of(judged)
    subjects = {item.subject for item in wrong}
    figures, all_explained = _figures(board, wrong)
    search = find_repairs(board, rate_is_wrong=Subject.EXECUTION_RATE in subjects)
    return Diagnosis(
        verification=verification,
        diagnosed=figures,
        repairs=search.repairs,
        complete=search.complete and all_explained and _searched(subjects, board),
        tried=search.tried,
    )


def _searched(subjects: set[Subject], board: Board) -> bool:
    """Whether the search knows every rule that is broken."""
    weighed = all(item.line.weight is not None for item in board.judged)
    return subjects.isdisjoint(_NOT_SEARCHED) and (weighed or Subject.WEIGHTS not in subjects)


def _figures(board: Board, wrong: Sequence[Verdict]) -> tuple[tuple[Diagnosed, ...], bool]:
    """Return the inconsistent figures with their explanations, and whether all were looked at."""
    execution = [item for item in wrong if item.subject in _EXECUTION]
    # The rate and the score of execution have one explanation.
    found = [Diagnosed(verdict=item, explanations=explain_execution(board)) for item in execution[:1]]
    taken, all_explained = 0, True
    for position, judged in board.wrong_lines:
        explanations: tuple[Explanation, ...] = ()
        if taken < MAX_STEPS:
            explanations, steps = explain_line(board, position)
            taken += steps
        else:
            all_explained = False
        found.append(Diagnosed(verdict=judged.verdict, explanations=explanations))
    for verdict in wrong:
        if verdict.subject is Subject.TOTAL and board.context.table.total is not None:
            broken = BrokenSum(verdict=verdict, cell=board.context.table.total, lines=board.judged)
            explanations = explain_sum(broken, places=board.context.places)
            found.append(Diagnosed(verdict=verdict, explanations=explanations))
    return tuple(found), all_explained
