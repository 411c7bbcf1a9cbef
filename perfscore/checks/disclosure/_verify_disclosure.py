"""verify_disclosure(disclosure, rules): every table of a department, and its prose against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.checks.disclosure._narratives import check_narrative
from perfscore.checks.disclosure._stated_results import check_result
from perfscore.checks.disclosure._statements import check_change, check_share, check_sum, check_told_twice
from perfscore.checks.disclosure._target_tables import check_target_table
from perfscore.checks.table import Verification, codes_of, selected, verify
from perfscore.errors import InputError
from perfscore.findings import Location, Severity, VerdictKind
from perfscore.model import (
    Disclosure,
    StatedChange,
    StatedFigure,
    StatedResult,
    StatedShare,
    StatedSum,
)
from perfscore.rules import RuleSet, check_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perfscore.findings import Finding
    from perfscore.model import Statement
    from perfscore.verdicts import Outcome, Verdict


@attrs.frozen(kw_only=True)
class DisclosureVerification:
    """What verification says of everything that a department published for a year.

    Parameters
    ----------
    disclosure
        The disclosure's name.
    rules
        The rule set's id.
    tables
        The verification of each self-assessment table, in the order of the disclosure.
    verdicts
        A verdict for each figure of the narratives, target tables and statements.
    findings
        What is wrong, odd or not checkable in these, the gravest first.
    hidden
        How many of these findings *select* and *ignore* left out.

    Examples
    --------
    >>> import perfscore as ps
    >>> stated = ps.StatedSum(name="2021年收入", whole="8321.05", parts=["3231.05", "5000"])
    >>> disclosure = ps.Disclosure(department="区人社局", year=2023, statements=[stated])
    >>> result = verify_disclosure(disclosure, rules=ps.load_rules("wuhan-2023"))
    >>> result.is_consistent, [finding.code for finding in result.findings]
    (False, ['S004'])
    >>> [verdict.kind.slug for verdict in result.all_verdicts], len(result.all_findings)
    (['inconsistent'], 1)
    """

    disclosure: str
    rules: str
    tables: tuple[Verification, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    hidden: int = 0

    @property
    def all_verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict, those of the tables first."""
        return (*(verdict for table in self.tables for verdict in table.verdicts), *self.verdicts)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding, those of the tables first."""
        return (*(finding for table in self.tables for finding in table.findings), *self.findings)

    @property
    def is_consistent(self) -> bool:
        """Whether no claimed figure is inconsistent; open ones do not count as such."""
        return all(verdict.kind is not VerdictKind.INCONSISTENT for verdict in self.all_verdicts)


def verify_disclosure(
    disclosure: Disclosure,
    *,
    rules: RuleSet,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
) -> DisclosureVerification:
    """Check every table of *disclosure*, and its prose against them.

    Parameters
    ----------
    disclosure
        What a department published for a year.
    rules
        The rule set.
    select, ignore
        Codes or beginnings of codes of the findings, as of :func:`verify`.

    Returns
    -------
    DisclosureVerification
        The verification of each table, and the verdicts and findings of everything else.

    Raises
    ------
    InputError
        If *disclosure* or *rules* is something else, or a code is unknown.

    Examples
    --------
    >>> import perfscore as ps
    >>> stated = ps.StatedShare(name="项目支出占比", part="11347.87万元", whole="12937.8万元", rate="87.3%")
    >>> result = verify_disclosure(ps.Disclosure(statements=[stated]), rules=ps.load_rules("wuhan-2023"))
    >>> print(result.findings[0].message.label("en"))
    11347.87万元 of 12937.8万元 is printed as 87.3%, the figures give 87.7109…%: \
off by 0.4 percentage points
    """
    if not isinstance(disclosure, Disclosure):
        raise InputError("disclosure", disclosure, "a Disclosure", "verify a single table with verify()")
    check_rules(rules)
    wish = None if select is None else codes_of("select", select)
    choice = codes_of("ignore", ignore)
    wanted = selected(wish, choice)
    tables = tuple(verify(table, rules=rules, select=wish, ignore=choice) for table in disclosure.tables)
    outcomes = list(_outcomes(disclosure, rules))
    found = [item for outcome in outcomes for item in outcome.findings]
    order = list(Severity)
    found.sort(key=lambda item: order.index(item.severity))
    return DisclosureVerification(
        disclosure=disclosure.name,
        rules=rules.id,
        tables=tables,
        verdicts=tuple(verdict for outcome in outcomes for verdict in outcome.verdicts),
        findings=tuple(item for item in found if wanted(item.code)),
        hidden=sum(not wanted(item.code) for item in found),
    )


def _outcomes(disclosure: Disclosure, rules: RuleSet) -> Iterator[Outcome]:
    for narrative in disclosure.narratives:
        yield from check_narrative(narrative, rules)
    for table in disclosure.target_tables:
        yield from check_target_table(table, rules)
    figures = []
    for statement in disclosure.statements:
        place = _place(disclosure, statement)
        if isinstance(statement, StatedFigure):
            figures.append((statement, place))
        else:
            yield _of_statement(statement, place, disclosure, rules)
    yield from check_told_twice(figures)


def _place(disclosure: Disclosure, statement: Statement) -> Location:
    labels = (statement.place,) if statement.place else ()
    return Location(table=disclosure.name, labels=labels, name=statement.name)


def _of_statement(
    statement: StatedSum | StatedShare | StatedChange | StatedResult,
    place: Location,
    disclosure: Disclosure,
    rules: RuleSet,
) -> Outcome:
    if isinstance(statement, StatedSum):
        return check_sum(statement, place)
    if isinstance(statement, StatedShare):
        return check_share(statement, place)
    if isinstance(statement, StatedChange):
        return check_change(statement, place)
    return check_result(statement, place, disclosure, rules)
