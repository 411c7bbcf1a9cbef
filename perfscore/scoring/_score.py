"""score(table, rules): every line's score and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.errors import InputError
from perfscore.figures import comparable, parse_target
from perfscore.findings import Column, Location
from perfscore.intervals import rounded
from perfscore.model import SelfAssessment
from perfscore.rules import RuleSet, check_rules
from perfscore.scoring._basis import ByRatio, LeftOpen
from perfscore.scoring._basis_of import basis_of
from perfscore.scoring._line_score import LineScore
from perfscore.scoring._open_reason import OpenReason
from perfscore.scoring._places import points
from perfscore.scoring._score_and_share import Worth, worth_of
from perfscore.scoring._scorecard import Scorecard, sum_of
from perfscore.terms import Direction

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.intervals import Interval
    from perfscore.model import BudgetExecution, Indicator, Row
    from perfscore.scoring._basis import Basis

EXECUTION = "预算执行"
"""What results call the row of budget execution."""

_WHOLE = parse_target("100%").quantity


def score(table: SelfAssessment, *, rules: RuleSet) -> Scorecard:
    """Score *table* under *rules*, in exact rationals.

    Parameters
    ----------
    table
        The table as printed; its claimed scores are used only where the rules leave a decision.
    rules
        The rule set, from :func:`perfscore.rules.load`.

    Returns
    -------
    Scorecard
        For every line the exact and the printed score, the scores that are admitted, and the
        derivation; subtotals, total and grade.

    Raises
    ------
    InputError
        If *table* or *rules* is something else.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("博士后津贴发放人数", weight=2, target="45人", actual="41人", claimed="1.82")
    >>> table = ps.SelfAssessment(goals=[ps.Goal(children=[row])])
    >>> line, = ps.score(table, rules=ps.load_rules("wuhan-2023")).lines
    >>> line.exact, line.derivation.label("zh"), line.clause
    (Fraction(82, 45), '2 × 41/45 = 1.8222… → 1.82', 'wuhan-2023 §2')
    """
    _check_arguments(table, rules)
    execution = None if table.execution is None else _execution_line(table, table.execution, rules)
    lines = tuple(_indicator_line(table, row, rules) for row in table.rows)
    everything = lines if execution is None else (execution, *lines)
    whole = sum_of((), everything)
    return Scorecard(
        table=table.name,
        rules=rules.id,
        execution=execution,
        lines=lines,
        total=whole,
        grade=None if whole.decided is None else rules.grade(whole.decided),
    )


def _check_arguments(table: object, rules: object) -> None:
    """Refuse what is not a table or not a rule set, and say how to get one."""
    if not isinstance(table, SelfAssessment):
        raise InputError("table", table, "a SelfAssessment", "make one from a dictionary with from_dict")
    check_rules(rules)


def _execution_line(table: SelfAssessment, execution: BudgetExecution, rules: RuleSet) -> LineScore:
    unprinted = rules.execution_weight if execution.weight is None else None
    return _line(
        location=Location(table=table.name, name=EXECUTION, column=Column.SCORE),
        basis=execution_basis(execution, rules),
        worth=worth_of(execution, weight=unprinted),
        claimed=points(execution.claimed),
        printed_in=execution,
        rules=rules,
    )


def execution_basis(execution: BudgetExecution, rules: RuleSet) -> ByRatio | LeftOpen:
    """Return the basis on which budget execution is scored.

    Parameters
    ----------
    execution
        Budget execution as printed.
    rules
        The rule set.

    Examples
    --------
    >>> from perfscore.model import BudgetExecution
    >>> from perfscore.rules import load
    >>> execution_basis(BudgetExecution(budget="100", executed="42"), load("wuhan-2023")).ratio
    Fraction(21, 50)
    """
    cells = (execution.budget, execution.executed)
    if any(cell is not None and cell.quantity is None for cell in cells):
        return LeftOpen(why=OpenReason.UNREADABLE, subject="execution")
    budget, executed = (None if cell is None else cell.quantity for cell in cells)
    if budget is None or executed is None:
        return _by_rate(execution, rules)
    if not comparable(budget, executed):
        return LeftOpen(why=OpenReason.UNIT_DIFFERS, subject="execution")
    if budget.value < 0 or executed.value < 0:
        return LeftOpen(why=OpenReason.NEGATIVE_FIGURE, subject="execution")
    possible = budget.possible
    if possible.lower is None or possible.lower <= 0:
        return LeftOpen(why=OpenReason.ZERO_BUDGET, subject="execution")
    return ByRatio(
        formula=rules.execution,
        direction=Direction.POSITIVE,
        actual=executed.value,
        target_cell=budget,
        actual_cell=executed,
        subject="execution",
    )


def _by_rate(execution: BudgetExecution, rules: RuleSet) -> ByRatio | LeftOpen:
    """Where the amounts are not printed, the printed rate stands for their ratio."""
    rate = None if execution.rate is None else execution.rate.quantity
    assert _WHOLE is not None  # 100% is a figure
    if rate is None or not rate.unit.is_rate or rate.value < 0:
        return LeftOpen(why=OpenReason.NO_BUDGET, subject="execution")
    return ByRatio(
        formula=rules.execution,
        direction=Direction.POSITIVE,
        actual=rate.value,
        target_cell=_WHOLE,
        actual_cell=rate,
        subject="execution",
    )


def _indicator_line(table: SelfAssessment, row: Row, rules: RuleSet) -> LineScore:
    indicator = row.indicator
    return _line(
        location=Location(
            table=table.name,
            labels=row.labels,
            row=row.number,
            name=indicator.name,
            column=Column.SCORE,
        ),
        basis=basis_of(indicator, rules),
        worth=worth_of(indicator),
        claimed=points(indicator.claimed),
        printed_in=indicator,
        path=row.path,
        rules=rules,
    )


def _line(  # noqa: PLR0913  # what a line is made of
    *,
    location: Location,
    basis: Basis,
    worth: Worth | None,
    claimed: Fraction | None,
    printed_in: Indicator | BudgetExecution,
    rules: RuleSet,
    path: tuple[int, ...] = (),
) -> LineScore:
    exact = printed = choice = None
    if worth is not None:
        exact, printed, choice = _earned(basis, worth, rules)
    return LineScore(
        location=location,
        basis=basis,
        worth=worth,
        exact=exact,
        printed=printed,
        decided=claimed if printed is None else printed,
        choice=choice,
        printed_in=printed_in,
        path=path,
        clause=rules.citation(basis.subject),
    )


def _earned(
    basis: Basis, worth: Worth, rules: RuleSet
) -> tuple[Fraction | None, Fraction | None, Interval | None]:
    """Return the exact and the printed score of the face values, or what there is to choose from."""
    share = basis.face_share
    if share is None:
        return None, None, worth.scores(basis.admitted)
    exact = worth.score(share)
    return exact, rounded(exact, rules.score_places, rules.rounding), None


def weighted(line: LineScore, weight: Fraction, *, rules: RuleSet) -> LineScore:
    """Return *line* scored with *weight*, whatever weight it prints.

    Parameters
    ----------
    line
        A line of a scorecard.
    weight
        The weight, not negative.
    rules
        The rule set.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("津贴发放人数", target="45人", actual="41人")
    >>> table = ps.SelfAssessment(goals=[ps.Goal(children=[row])])
    >>> rules = ps.load_rules("wuhan-2023")
    >>> line, = ps.score(table, rules=rules).lines
    >>> from fractions import Fraction
    >>> weighted(line, Fraction(2), rules=rules).printed
    Fraction(91, 50)
    """
    worth = worth_of(line.printed_in, weight=weight)
    assert worth is not None  # a weight is given
    exact, printed, choice = _earned(line.basis, worth, rules)
    decided = line.decided if printed is None else printed
    return attrs.evolve(line, worth=worth, exact=exact, printed=printed, decided=decided, choice=choice)
