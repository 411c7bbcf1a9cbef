"""verify(table, rules): every claimed figure against those that could have been printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.checks.table._execution import check_amounts, check_nothing_spent, check_rate
from perfscore.checks.table._grade import check_grade
from perfscore.checks.table._impossible_figures import check_figures
from perfscore.checks.table._judged_table import judged_table
from perfscore.checks.table._notes import check_cut, notes
from perfscore.checks.table._reasons import check_reasons
from perfscore.checks.table._targets import check_targets
from perfscore.checks.table._told_once import told_once
from perfscore.checks.table._totals import check_subtotal, check_total
from perfscore.checks.table._verification import Verification, selected
from perfscore.checks.table._weights import check_weights
from perfscore.findings import Column, Location, Severity, VerdictKind
from perfscore.verdicts import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from perfscore.checks._context import Context
    from perfscore.checks.lines import JudgedLine
    from perfscore.checks.table._judged_table import JudgedTable
    from perfscore.findings import Finding
    from perfscore.model import SelfAssessment
    from perfscore.rules import RuleSet
    from perfscore.verdicts import Outcome


def verify(
    table: SelfAssessment,
    *,
    rules: RuleSet,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
) -> Verification:
    """Check every claimed figure of *table* against those that the rules and its cells admit.

    A figure is called inconsistent only if no value that could have been printed so explains it,
    under the rule or under any convention that the rule set lists.

    Parameters
    ----------
    table
        The table as printed.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    select
        Codes or beginnings of codes of the findings that are wanted, ``["Q", "T001"]``; None
        for all. Verdicts are always complete.
    ignore
        Codes or beginnings of codes that are not wanted; goes before *select*.

    Returns
    -------
    Verification
        A verdict for every line, printed weight, subtotal and the total, and the findings.

    Raises
    ------
    InputError
        If *table* or *rules* is something else, or a code of *select* or *ignore* is unknown.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("保障水平", weight=10, target="显著提升", actual="一定程度提升", claimed=9)
    >>> table = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row])], total=9)
    >>> result = verify(table, rules=ps.load_rules("wuhan-2023"), select=["L"])
    >>> print(result.findings[0].text())
    L001 error T · 1 保障水平 · score: the actual value '一定程度提升' states partly reached: \
the score lies in [5, 8); claimed 9, off by 1.01; \
at least 1 under: the edge of two bands belongs to both [wuhan-2023 §3]
    """
    wanted = selected(select, ignore)
    return verified(judged_table(table, rules), wanted)


def verified(judged: JudgedTable, wanted: Callable[[str], bool] = lambda _: True) -> Verification:
    """Return what verification says of a table whose lines are judged, with the findings that are wanted."""
    context = judged.context
    outcomes = (*judged.outcomes, *_outcomes(context, judged.lines))
    findings = _findings(context, judged.lines, outcomes)
    found = list(told_once(findings, context, rate_is_wrong=_rate_is_wrong(outcomes)))
    order = list(Severity)
    found.sort(key=lambda item: order.index(item.severity))
    return Verification(
        table=context.table.name,
        rules=context.rules.id,
        card=context.card,
        verdicts=tuple(verdict for outcome in outcomes for verdict in outcome.verdicts),
        findings=tuple(item for item in found if wanted(item.code)),
        hidden=sum(not wanted(item.code) for item in found),
    )


def _rate_is_wrong(outcomes: Sequence[Outcome]) -> bool:
    return any(
        verdict.subject is Subject.EXECUTION_RATE and verdict.kind is VerdictKind.INCONSISTENT
        for outcome in outcomes
        for verdict in outcome.verdicts
    )


def _outcomes(context: Context, judged: Sequence[JudgedLine]) -> Iterator[Outcome]:
    yield check_rate(context)
    yield from check_amounts(context)
    yield from check_weights(context)
    yield from check_subtotals(context, judged)
    yield check_total(context, judged)
    yield check_grade(context)


def _findings(
    context: Context, judged: Sequence[JudgedLine], outcomes: Sequence[Outcome]
) -> Iterator[Finding]:
    for outcome in outcomes:
        yield from outcome.findings
    yield from check_nothing_spent(context)
    yield from check_figures(context)
    yield from check_targets(context)
    yield from check_reasons(context, judged)
    yield from check_cut(context)
    yield from notes(context)


def check_subtotals(context: Context, judged: Sequence[JudgedLine]) -> Iterator[Outcome]:
    """Yield the verdict on each printed subtotal, in printed order."""
    first = len(judged) - len(context.card.lines) - 1
    for section in context.sections:
        place = Location(table=context.table.name, labels=section.labels, column=Column.SCORE)
        members = [judged[first + row.number] for row in section.rows]
        yield check_subtotal(section.part.claimed, place, context, members)
