"""aggregate(tables, rules): the table one level up, first the values, then the score."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import attrs

from perfscore._text import decimal_text, percent_text
from perfscore.aggregation._combining import add, behind_of, combine
from perfscore.aggregation._matching import groups_of, level_key
from perfscore.aggregation._mean import mean
from perfscore.aggregation._printing import goal_of, made_row
from perfscore.aggregation._result import Aggregate, AggregateLine, Feed, Project
from perfscore.aggregation._rows import LineKind, Number
from perfscore.aggregation._shares import face_of, feeds_of, losses, shares
from perfscore.aggregation._tables_in import parts_of
from perfscore.aggregation._weights import weights_of
from perfscore.figures import unit_of_header
from perfscore.findings import Column, Finding, Location, Message, finding
from perfscore.intervals import exact_sum, rounded
from perfscore.model import BudgetExecution, SelfAssessment
from perfscore.rules import RuleSet, check_rules
from perfscore.scoring import EXECUTION, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from perfscore.aggregation._combining import Combined
    from perfscore.aggregation._matching import Group, Match
    from perfscore.aggregation._printing import MadeRow
    from perfscore.aggregation._tables_in import Part
    from perfscore.model import Indicator
    from perfscore.scoring import LineScore, Scorecard, Worth

_T = TypeVar("_T")


def aggregate(
    tables: Iterable[SelfAssessment | Aggregate],
    *,
    rules: RuleSet,
    table_id: str = "",
    money: str | Mapping[str, object] | None = None,
    matches: Iterable[Match] = (),
) -> Aggregate:
    """Make the table one level up: of a project from its sub-projects, of a department from its projects.

    Absolute values are added, relative ones averaged weighted by money, and only then is scored. Of
    qualitative indicators the shares of the weight are averaged weighted by money. Budget and
    executed are added and the rate computed anew.

    Parameters
    ----------
    tables
        The tables, or aggregates of such, each with a name of its own. Their order does not matter.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    table_id
        The id of the table that is made.
    money
        What weighs: ``"budget"``, ``"executed"``, or amounts by the name of their table, in the
        unit of the table where they print none. None: as the rule set says.
    matches
        Which rows make one line, where level and name do not tell it.

    Returns
    -------
    Aggregate
        The table, its lines with the rows that fed them, both orders, and what is missing, refused
        or without partner.

    Raises
    ------
    InputError
        If an argument is of another kind, a name stands twice, an aggregate was made under other
        rules, or a match or an amount is of a table or a row that is not there.

    Examples
    --------
    >>> import perfscore as ps
    >>> tables = [
    ...     ps.SelfAssessment(table_id=name, goals=[
    ...         ps.Goal(children=[ps.Indicator("培训人次", weight=10, target=target, actual=actual)])
    ...     ])
    ...     for name, target, actual in (("甲", "≥200人次", "150人次"), ("乙", "≥100人次", "120人次"))
    ... ]
    >>> line, = aggregate(tables, rules=ps.load_rules("wuhan-2023")).lines
    >>> print(line.text())
    1 培训人次: 10 × 270/300 = 9
    """
    check_rules(rules)
    weighing = rules.choices.aggregation_money if money is None else money
    parts = parts_of(tables, money=weighing, rules=rules)
    groups, unmatched = groups_of(parts, matches)
    combined = tuple(combine(group, rules=rules) for group in groups)
    weights = weights_of(groups, parts)
    cells = tuple(
        made_row(group, values, weight=weight, rules=rules)
        for group, values, weight in zip(groups, combined, weights.lines, strict=True)
    )
    amounts = _amounts(parts)
    frame = _Frame(parts=parts, groups=groups, table_id=table_id, amounts=amounts, weight=weights.execution)
    card = score(frame.table([item.exact for item in cells]), rules=rules)
    lines = tuple(
        _line(frame, group, values, scored)
        for group, values, scored in zip(groups, combined, card.lines, strict=True)
    )
    execution = _execution(frame, card.execution, rules)
    return Aggregate(
        table=_claimed(frame, cells, card),
        rules=rules.id,
        money="stated" if isinstance(weighing, Mapping) else weighing,
        card=card,
        execution=execution,
        lines=lines,
        projects=_projects(parts, (execution, *lines)),
        findings=(
            *_cut_off_findings(parts),
            *_money_findings(parts),
            *_amount_findings(parts),
            *unmatched,
            *_with_clause(groups, combined, rules),
            *weights.findings,
        ),
    )


@attrs.frozen(kw_only=True)
class _Frame:
    """What the table that is made has beside its indicators."""

    parts: tuple[Part, ...]
    groups: tuple[Group, ...]
    table_id: str
    amounts: tuple[Number | None, Number | None]
    weight: Fraction | None

    def table(self, indicators: Sequence[Indicator], **claimed: str | None) -> SelfAssessment:
        """Return the table with the given indicators."""
        keys = [level_key(group.levels)[:-1] for group in self.groups]
        goal = goal_of([group.levels for group in self.groups], indicators, keys)
        tables = [part.table for part in self.parts]
        return SelfAssessment(
            table_id=self.table_id,
            year=_same([table.year for table in tables]),
            department=_same([table.department for table in tables]),
            money_unit=self.money_unit,
            execution=self._execution(claimed.get("execution")),
            goals=[goal] if indicators else (),
            total=claimed.get("total"),
            truncated=any(table.truncated for table in tables),
        )

    @property
    def has_execution(self) -> bool:
        """Whether a table has budget execution."""
        return any(part.table.execution is not None for part in self.parts)

    @property
    def money_unit(self) -> str:
        """The largest of the tables' units of money."""
        units = {part.table.money_unit: unit_of_header(part.table.money_unit) for part in self.parts}
        return min(units, key=lambda text: (-_scale(units[text]), text))

    def _execution(self, claimed: str | None) -> BudgetExecution | None:
        if not self.has_execution:
            return None
        scale = _scale(unit_of_header(self.money_unit))
        budget, executed = (face_of(number) for number in self.amounts)
        places = max((number.places for number in self.amounts if number is not None), default=0)
        shown = [
            None if face is None else decimal_text(face / scale, places=places) for face in (budget, executed)
        ]
        rate = None
        if budget and executed is not None:
            rate = percent_text(rounded(executed / budget, _RATE_PLACES))
        weight = None if self.weight is None else decimal_text(self.weight)
        return BudgetExecution(budget=shown[0], executed=shown[1], rate=rate, weight=weight, claimed=claimed)


_RATE_PLACES = 4
"""Decimals of a fraction of one: a rate is printed to 0.01 %."""


def _scale(unit: object) -> Fraction:
    return getattr(unit, "scale", Fraction(0))


def _same(values: Sequence[_T]) -> _T | None:
    return values[0] if len(set(values)) == 1 else None


def _amounts(parts: Sequence[Part]) -> tuple[Number | None, Number | None]:
    """Return the sums of budget and executed; None where a table does not give its own."""
    sums = []
    for column in ("budget", "executed"):
        given = [part.amounts[column] for part in parts]
        known = [number for number in given if isinstance(number, Number)]
        sums.append(add(known) if len(known) == len(given) else None)
    return sums[0], sums[1]


def _claimed(frame: _Frame, cells: Sequence[MadeRow], card: Scorecard) -> SelfAssessment:
    """Return the table as it is printed, with the scores that the rules give."""
    indicators = [
        attrs.evolve(item.printed, claimed=None if line.decided is None else decimal_text(line.decided))
        for item, line in zip(cells, card.lines, strict=True)
    ]
    execution = None if card.execution is None else card.execution.decided
    total = card.total.decided
    return frame.table(
        indicators,
        execution=None if execution is None else decimal_text(execution),
        total=None if total is None else decimal_text(total),
    )


def _line(frame: _Frame, group: Group, values: Combined, scored: LineScore) -> AggregateLine:
    names = {part.name for part, _ in group.members}
    absent = [part for part in frame.parts if part.name not in names]
    # A line without a value has no score either, whatever its empty cells admit.
    line = AggregateLine(
        location=attrs.evolve(scored.location, column=None),
        levels=group.levels,
        kind=values.kind,
        stated=group.stated,
        unit=values.unit,
        direction=values.direction,
        target=values.target,
        value=values.value,
        others=values.others,
        behind=behind_of(group.members),
        weight=scored.weight,
        score=scored if values.reason is None else None,
        scores_first=_scores_first(group, scored.worth),
        absent=tuple(part.name for part in absent),
        cut_off=(
            *(part.name for part in absent if part.table.truncated),
            *(name for _, contribution in group.members for name in contribution.cut_off),
        ),
        reason=values.reason,
        clause=scored.clause,
    )
    return attrs.evolve(line, feeds=feeds_of(group, values, lost=line.lost))


def _scores_first(group: Group, worth: Worth | None) -> Fraction | None:
    """Return the score of the shares that the rows earned, averaged by money and weight."""
    earned = [contribution.earned for _, contribution in group.members]
    if len(earned) == 1:
        return None if worth is None or earned[0] is None else worth.score(earned[0])
    counts = [
        None if money is None or contribution.weight is None else money * contribution.weight
        for money, contribution in (
            (face_of(part.money), contribution) for part, contribution in group.members
        )
    ]
    return _averaged(earned, counts, worth)


def _averaged(
    earned: Sequence[Fraction | None], counts: Sequence[Fraction | None], worth: Worth | None
) -> Fraction | None:
    # What counts nothing need not be known: a table without money has no rate of execution.
    counting = [(value, count) for value, count in zip(earned, counts, strict=True) if count != 0]
    known = [(value, count) for value, count in counting if value is not None and count is not None]
    if worth is None or len(known) < len(counting) or not known:
        return None
    return worth.score(mean([value for value, _ in known], [count for _, count in known]))


def _execution(frame: _Frame, scored: LineScore | None, rules: RuleSet) -> AggregateLine:
    place = Location(table=frame.table_id or "table", name=EXECUTION)
    clause = rules.citation("execution")
    budget, executed = frame.amounts
    if scored is None:
        return AggregateLine(location=place, kind=None, reason=Message.of("reason.no-budget"), clause=clause)
    known = budget is not None and executed is not None
    parts = frame.parts
    line = AggregateLine(
        location=attrs.evolve(scored.location, column=None),
        kind=LineKind.ABSOLUTE if known else None,
        unit=unit_of_header(frame.money_unit),
        target=budget,
        value=executed,
        weight=frame.weight,
        score=scored if known else None,
        scores_first=_averaged(
            [part.execution_share for part in parts],
            [_counted(part) for part in parts],
            None if frame.weight is None else scored.worth,
        ),
        absent=tuple(part.name for part in parts if part.table.execution is None),
        reason=None if known else Message.of("reason.no-budget"),
        clause=clause,
    )
    return attrs.evolve(line, feeds=_execution_feeds(frame, line.lost))


def _counted(part: Part) -> Fraction | None:
    money = face_of(part.money)
    return None if money is None or part.execution_weight is None else money * part.execution_weight


def _execution_feeds(frame: _Frame, lost: Fraction | None) -> tuple[Feed, ...]:
    parts = [part for part in frame.parts if part.table.execution is not None]
    spent = tuple(face_of(part.amounts["executed"]) for part in parts)
    budgets = tuple(face_of(part.amounts["budget"]) for part in parts)
    left = tuple(
        None if budget is None or executed is None else budget - executed
        for budget, executed in zip(budgets, spent, strict=True)
    )
    columns = (
        shares(spent),
        shares(tuple(face_of(part.money) for part in parts)),
        shares(tuple(_counted(part) for part in parts)),
        losses(lost, left),
    )
    return tuple(
        Feed(
            location=Location(table=part.name, name=EXECUTION),
            target=_cell(part, "budget"),
            actual=_cell(part, "executed"),
            of_value=of_value,
            of_money=of_money,
            of_weight=of_weight,
            lost=points,
        )
        for part, of_value, of_money, of_weight, points in zip(parts, *columns, strict=True)
    )


def _cell(part: Part, column: str) -> str:
    cell = getattr(part.table.execution, column)
    return "" if cell is None else str(cell.text)


def _projects(parts: Sequence[Part], lines: Sequence[AggregateLine]) -> tuple[Project, ...]:
    money = shares(tuple(face_of(part.money) for part in parts))
    lost: dict[str, list[Fraction]] = {part.name: [] for part in parts}
    for feed in (feed for line in lines for feed in line.feeds):
        if feed.lost is not None:
            lost[feed.location.table].append(feed.lost)
    return tuple(
        Project(
            table=part.name,
            money=part.money if isinstance(part.money, Number) else None,
            share=share,
            lost=exact_sum(lost[part.name]),
        )
        for part, share in zip(parts, money, strict=True)
    )


def _cut_off_findings(parts: Sequence[Part]) -> list[Finding]:
    return [finding(Location(table=part.name), Message.of("A011")) for part in parts if part.table.truncated]


def _money_findings(parts: Sequence[Part]) -> list[Finding]:
    found = []
    for part in parts:
        place = Location(table=part.name, name=EXECUTION)
        if isinstance(part.money, Message):
            found.append(finding(place, Message.of("A001", reason=part.money)))
        elif not part.money.face:
            found.append(finding(place, Message.of("A002", project=part.name)))
    return found


def _amount_findings(parts: Sequence[Part]) -> list[Finding]:
    """Return the amounts that are missing from a sum of which another table has a part."""
    if all(part.table.execution is None for part in parts):
        return []
    return [
        finding(Location(table=part.name, name=EXECUTION, column=column), Message.of("A006", reason=reason))
        for part in parts
        for column in (Column.BUDGET, Column.EXECUTED)
        if isinstance(reason := part.amounts[column.slug], Message)
    ]


def _with_clause(groups: Sequence[Group], combined: Sequence[Combined], rules: RuleSet) -> list[Finding]:
    found = []
    for group, values in zip(groups, combined, strict=True):
        judged = any(contribution.kind is LineKind.QUALITATIVE for _, contribution in group.members)
        clause = rules.citation("qualitative" if judged else "quantitative")
        found += [attrs.evolve(item, clause=clause) for item in values.findings]
    return found
