"""compare(aggregate, table): the figures that a department claims against those of its projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore._markup import html_table
from perfscore._text import check_language, in_language, visible
from perfscore.aggregation._matching import find_row, line_key
from perfscore.aggregation._result import Aggregate, AggregateLine
from perfscore.aggregation._rows import SCORE_PLACES, Contribution, LineKind, Number, read_row, ways_to_print
from perfscore.aggregation._tables_in import amount
from perfscore.errors import InputError, shorten
from perfscore.figures import same_wording
from perfscore.findings import Column, Finding, Location, Message, VerdictKind, finding, headings
from perfscore.intervals import Interval
from perfscore.scoring import EXECUTION, places_of, points, printed_places, score
from perfscore.terms import Kind
from perfscore.verdicts import Admitted, Subject, Verdict, distance, hold, points_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perfscore._text import Language
    from perfscore.figures import Figure
    from perfscore.model import SelfAssessment
    from perfscore.rules import RuleSet


@attrs.frozen(kw_only=True)
class ComparedFigure:
    """A figure that is claimed one level up, with what the projects say of it.

    Parameters
    ----------
    verdict
        The verdict: consistent, consistent only by rounding, consistent under another convention (a mean
        weighted otherwise), inconsistent, or open.
    line
        The line that it is held against; None where there is none.

    Examples
    --------
    >>> import perfscore as ps
    >>> from perfscore.aggregation import aggregate, compare
    >>> def table(name, actual):
    ...     row = ps.Indicator("培训人次", weight=10, target="≥100人次", actual=actual)
    ...     return ps.SelfAssessment(table_id=name, goals=[ps.Goal(children=[row])])
    >>> rules = ps.load_rules("wuhan-2023")
    >>> made = aggregate([table("甲", "150人次"), table("乙", "120人次")], rules=rules)
    >>> figure, = compare(made, table("部门", "280人次"), rules=rules).lines
    >>> figure.text("zh")
    '部门 · 1 培训人次 · 实际完成值：不一致；印为 280人次，由各项目可得 270人次'
    >>> figure.to_record()["off_by"], figure.shown_claim
    ('10', '280人次')
    """

    verdict: Verdict
    line: AggregateLine | None = None

    def to_record(self) -> dict[str, object]:
        """Return the comparison as plain data, numbers as exact text."""
        return {**self.verdict.to_record(), "line": None if self.line is None else self.line.location.row}

    def text(self, language: Language = "en") -> str:
        """Return the comparison as one line, in ``"zh"`` or ``"en"``."""
        verdict = self.verdict
        parts = [verdict.kind.label(language)]
        parts += [item.label(language) for item in (verdict.convention, verdict.reason) if item is not None]
        if verdict.computed is not None and self.line is not None:
            computed = self.line.shown(verdict.computed)
            message = Message.of("comparison.computed", claimed=self.shown_claim, computed=computed)
            parts.append(message.label(language))
        colon, semicolon = in_language(language, ("：", "；"), (": ", "; "))
        return f"{verdict.location.text(language)}{colon}{semicolon.join(parts)}"

    @property
    def shown_claim(self) -> str | Message:
        """The cell as it is shown beside what was computed, a score with its share of the weight."""
        claimed, values = self.verdict.claimed or "", self.verdict.claimed_set
        if self.line is None or self.line.kind is not LineKind.QUALITATIVE or values is None:
            return claimed
        return Message.of("label.share", text=claimed or "—", share=self.line.shown(values))


@attrs.frozen(kw_only=True, repr=False)
class Comparison:
    """A table held against the aggregate of its projects.

    Parameters
    ----------
    table, aggregate
        Their names.
    lines
        The amounts, then the indicators in the order of the table.
    unclaimed
        The lines of the aggregate that no row of the table was held against.
    findings
        The figures that the projects cannot explain.

    Examples
    --------
    >>> import perfscore as ps
    >>> from perfscore.aggregation import aggregate, compare
    >>> def table(name, actual):
    ...     row = ps.Indicator("培训人次", weight=10, target="≥100人次", actual=actual)
    ...     return ps.SelfAssessment(table_id=name, goals=[ps.Goal(children=[row])])
    >>> rules = ps.load_rules("wuhan-2023")
    >>> made = aggregate([table("甲", "150人次"), table("乙", "120人次")], rules=rules)
    >>> result = compare(made, table("部门", "280人次"), rules=rules)
    >>> result.is_consistent, result.to_dict()["lines"][0]["kind"]
    (False, 'inconsistent')
    >>> print(result.text("zh"))
    部门 · 1 培训人次 · 实际完成值：不一致；印为 280人次，由各项目可得 270人次
    """

    table: str
    aggregate: str
    lines: tuple[ComparedFigure, ...]
    unclaimed: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def is_consistent(self) -> bool:
        """Whether no figure is inconsistent; open ones do not count as such."""
        return not self.findings

    def to_dict(self) -> dict[str, object]:
        """Return everything as plain data."""
        return {
            "table": self.table,
            "aggregate": self.aggregate,
            "lines": [line.to_record() for line in self.lines],
            "unclaimed": list(self.unclaimed),
            "findings": [item.to_record() for item in self.findings],
        }

    def text(self, language: Language = "en") -> str:
        """Return the comparisons, a line each."""
        check_language(language)
        return "\n".join(line.text(language) for line in self.lines)

    def __repr__(self) -> str:
        counts = {kind: sum(line.verdict.kind is kind for line in self.lines) for kind in VerdictKind}
        tally = ", ".join(f"{count} {kind.label('en')}" for kind, count in counts.items() if count)
        return f"<Comparison {visible(self.table)} with {visible(self.aggregate)}: {tally or 'nothing'}>"

    def _repr_html_(self) -> str:
        rows = [
            (
                item.verdict.location.text("zh"),
                item.verdict.claimed or "",
                ""
                if item.verdict.computed is None or item.line is None
                else item.line.shown(item.verdict.computed),
                "；".join(
                    part.label("zh")
                    for part in (item.verdict.kind, item.verdict.convention, item.verdict.reason)
                    if part is not None
                ),
            )
            for item in self.lines
        ]
        caption = Message.of("caption.comparison", table=self.table, aggregate=self.aggregate).label("zh")
        header = headings("place", "claimed", "from-projects", "verdict")
        return html_table(caption=caption, header=header, rows=rows)


def compare(
    aggregate: Aggregate,
    table: SelfAssessment,
    *,
    rules: RuleSet,
    rows: Mapping[int | str, int | str] | None = None,
) -> Comparison:
    """Hold the values that *table* claims against what its projects' printed cells admit.

    Actual values and, of qualitative indicators, shares of the weight are compared; targets and
    weights are one's own. Of a department's table the project expenditure is held against the
    executed amounts, of a project's budget and executed.

    Parameters
    ----------
    aggregate
        What :func:`aggregate` made of the projects.
    table
        The table one level up, as printed.
    rules
        The rule set under which the aggregate was made.
    rows
        For a row of *table*, by number or name, the line of the aggregate, by number or name. Other
        rows are matched by level and name.

    Raises
    ------
    InputError
        If an argument is of another kind, or *rows* names a row or a line that is not there.

    Examples
    --------
    >>> import perfscore as ps
    >>> from perfscore.aggregation import aggregate
    >>> def table(name, actual):
    ...     row = ps.Indicator("培训人次", weight=10, target="≥100人次", actual=actual)
    ...     return ps.SelfAssessment(table_id=name, goals=[ps.Goal(children=[row])])
    >>> rules = ps.load_rules("wuhan-2023")
    >>> made = aggregate([table("甲", "150人次"), table("乙", "120人次")], rules=rules)
    >>> print(compare(made, table("部门", "280人次"), rules=rules).text())
    部门 · 1 培训人次 · actual: inconsistent; 280人次, the projects give 270人次
    """
    if not isinstance(aggregate, Aggregate):
        raise InputError("aggregate", aggregate, "an Aggregate", "make one with aggregate")
    if rows is not None and not isinstance(rows, Mapping):
        raise InputError("rows", rows, "lines of the aggregate by the rows of the table")
    card = score(table, rules=rules)
    if aggregate.rules != rules.id:
        raise InputError("rules", rules.id, f"the rules of the aggregate, {aggregate.rules}")
    places = printed_places(table)
    contributions = [
        read_row(row, line, rules, places=places) for row, line in zip(table.rows, card.lines, strict=True)
    ]
    pairs = _pairs(aggregate, contributions, rows or {})
    lines = [
        *_amounts(aggregate, table),
        *(
            _compared(contribution, pairs.get(contribution.number), rules, places)
            for contribution in contributions
        ),
    ]
    held = {line.location.row for line in pairs.values() if isinstance(line, AggregateLine)}
    findings = [
        finding(item.verdict.location, _mismatch(item.verdict, item), clause=item.line.clause)
        for item in lines
        if item.verdict.kind is VerdictKind.INCONSISTENT and item.line is not None
    ]
    return Comparison(
        table=table.name,
        aggregate=aggregate.name,
        lines=tuple(lines),
        unclaimed=tuple(line.name for line in aggregate.lines if line.location.row not in held),
        findings=tuple(findings),
    )


def _pairs(
    aggregate: Aggregate, contributions: Sequence[Contribution], rows: Mapping[int | str, int | str]
) -> dict[int, AggregateLine | Message]:
    """Return for each row the line of its level and name, or the stated one."""
    lines: dict[object, list[AggregateLine]] = {}
    for line in aggregate.lines:
        lines.setdefault(line_key(line.levels, line.name), []).append(line)
    keys = [line_key(contribution.levels, contribution.indicator.name) for contribution in contributions]
    counts = Counter(keys)
    pairs: dict[int, AggregateLine | Message] = {}
    for contribution, key in zip(contributions, keys, strict=True):
        found = lines.get(key, [])
        if len(found) == 1 and counts[key] == 1:
            pairs[contribution.number] = found[0]
        else:
            pairs[contribution.number] = Message.of("reason.ambiguous" if found else "reason.no-partner")
    ours = [(item.number, item.indicator.name) for item in contributions]
    theirs = [(position, line.name) for position, line in enumerate(aggregate.lines, 1)]
    stated: set[int] = set()
    for row, wanted in rows.items():
        place = f"rows[{shorten(row)}]"
        number = find_row(ours, row, place)
        if number in stated:
            raise InputError(place, row, "a row that is not named twice")
        stated.add(number)
        pairs[number] = aggregate.lines[find_row(theirs, wanted, place) - 1]
    return pairs


def _amounts(aggregate: Aggregate, table: SelfAssessment) -> list[ComparedFigure]:
    execution = table.execution
    spending = (table.basic_expenditure, table.project_expenditure)
    if table.kind is Kind.DEPARTMENT or any(cell is not None for cell in spending):
        found = []
        if table.project_expenditure is not None:
            place = Location(table=table.name, name="项目支出", column=Column.EXECUTED)
            found.append(_amount(aggregate, table, table.project_expenditure, place))
        if execution is not None:
            # The department's own spending is in its budget: the projects say nothing of it.
            place = Location(table=table.name, name=EXECUTION)
            reason = Message.of("reason.own-spending")
            found.append(ComparedFigure(verdict=_open(place, "", reason)))
        return found
    if execution is None:
        return []
    cells = ((Column.BUDGET, execution.budget), (Column.EXECUTED, execution.executed))
    return [
        _amount(aggregate, table, cell, Location(table=table.name, name=EXECUTION, column=column))
        for column, cell in cells
        if cell is not None
    ]


def _amount(aggregate: Aggregate, table: SelfAssessment, cell: Figure, place: Location) -> ComparedFigure:
    line = aggregate.execution
    computed = line.target if place.column is Column.BUDGET else line.value
    claimed = amount(cell, table.money_unit)
    if isinstance(claimed, Message) or computed is None:
        reason = claimed if isinstance(claimed, Message) else line.reason
        return ComparedFigure(verdict=_open(place, cell.text, reason), line=line)
    base = _open(place, cell.text, None)
    ways = _ways(claimed, claimed.possible, computed, scale=_unit_of(cell, claimed))
    return ComparedFigure(verdict=hold(attrs.evolve(base, computed=computed.possible), ways), line=line)


def _unit_of(cell: Figure, claimed: Number) -> Fraction:
    """Return what one printed unit of an amount is worth in 元."""
    quantity = cell.quantity
    assert quantity is not None  # it is an amount
    assert claimed.face is not None
    return claimed.face / quantity.value * quantity.unit.scale if quantity.value else quantity.unit.scale


def _open(place: Location, claimed: str, reason: Message | None) -> Verdict:
    return Verdict(
        subject=Subject.AGGREGATE, kind=VerdictKind.OPEN, location=place, claimed=claimed, reason=reason
    )


def _compared(
    contribution: Contribution, line: AggregateLine | Message | None, rules: RuleSet, places: int
) -> ComparedFigure:
    row = contribution.indicator
    judged = contribution.kind is LineKind.QUALITATIVE
    cell = row.claimed if judged else row.actual
    place = attrs.evolve(contribution.location, column=Column.SCORE if judged else Column.ACTUAL)
    base = _open(place, "" if cell is None else cell.text, None)
    if not isinstance(line, AggregateLine):
        return ComparedFigure(verdict=attrs.evolve(base, reason=line))
    if contribution.lacking is not None or line.reason is not None:
        verdict = attrs.evolve(base, reason=contribution.lacking or line.reason)
    elif contribution.kind is not line.kind:
        verdict = attrs.evolve(base, reason=Message.of("reason.kind-differs"))
    elif line.kind is LineKind.OTHER or line.value is None or contribution.value is None:
        verdict = _same_cells(base, line)
    elif not judged and not contribution.is_bare_zero and _base(contribution) != line.unit_base:
        verdict = attrs.evolve(base, reason=Message.of("reason.unit-differs"))
    else:
        verdict = _held(base, contribution, line, rules, places)
    return ComparedFigure(verdict=verdict, line=line)


def _base(contribution: Contribution) -> str:
    return "" if contribution.unit is None else contribution.unit.base


def _same_cells(base: Verdict, line: AggregateLine) -> Verdict:
    """Cells that are no amounts are the same, or nothing can be said."""
    if all(same_wording(base.claimed or "", feed.actual) for feed in line.feeds):
        return attrs.evolve(base, kind=VerdictKind.CONSISTENT)
    return attrs.evolve(base, reason=Message.of("reason.no-rule-to-combine"))


def _held(
    base: Verdict, contribution: Contribution, line: AggregateLine, rules: RuleSet, places: int
) -> Verdict:
    """Hold a claim against what is computed: the face value, the range, then means weighted otherwise."""
    value, computed = contribution.value, line.value
    assert value is not None  # the caller has asked
    assert computed is not None
    judged = contribution.kind is LineKind.QUALITATIVE
    claim = points(contribution.indicator.claimed)
    scale = Fraction(1) if contribution.unit is None else contribution.unit.scale
    if judged and contribution.weight:
        # A share of the weight is printed as a score.
        value = attrs.evolve(value, places=places_of(contribution.indicator.claimed))
        scale = 1 / contribution.weight
    ways = list(_ways(value, value.possible, computed, others=line.others, scale=scale))
    if judged and claim is not None:
        # By the other conventions of the rule set the score stands for more.
        for stands_for in ways_to_print(claim, places, rules):
            ways += [
                attrs.evolve(way, named=SCORE_PLACES, kind=None)
                for way in _ways(value, stands_for.scaled(scale), computed, others=line.others, scale=scale)
            ]
    verdict = hold(attrs.evolve(base, claimed_set=value.possible, computed=computed.possible), ways)
    if verdict.kind is VerdictKind.INCONSISTENT and line.cut_off:
        # What is missing may be in a row that the document cuts off.
        return attrs.evolve(
            verdict,
            kind=VerdictKind.OPEN,
            off_by=None,
            gap=None,
            nearest=None,
            reason=Message.of("reason.part-cut-off"),
        )
    if verdict.convention is None:
        return verdict
    explaining = next(way for way in ways if way.explain() is not None)
    return attrs.evolve(verdict, computed=explaining.values[0])


def _ways(
    claimed: Number,
    stands_for: Interval,
    computed: Number,
    *,
    others: Sequence[tuple[Message, Interval]] = (),
    scale: Fraction,
) -> Iterator[Admitted]:
    """Yield what is computed, then what it would be in means weighted otherwise."""
    claim = stands_for.pick(computed.face) if claimed.face is None else claimed.face
    by_face = computed.face is not None and computed.face in stands_for
    rule = Admitted(
        claim=claim,
        values=(computed.possible,),
        stands_for=stands_for,
        face=computed.face,
        places=claimed.places,
        scale=scale,
        kind=VerdictKind.CONSISTENT if by_face else VerdictKind.BY_ROUNDING,
    )
    yield rule
    for named, values in others:
        yield attrs.evolve(rule, values=(values,), face=None, named=named, kind=None)


def _mismatch(verdict: Verdict, figure: ComparedFigure) -> Message:
    line, computed = figure.line, verdict.computed
    assert line is not None  # the caller has asked
    assert computed is not None

    def shown(value: Fraction) -> str | Message:
        if line.kind is LineKind.QUALITATIVE or (line.unit is not None and line.unit.text == "%"):
            return points_apart(value)
        return line.shown(Interval.point(value))

    return Message.of(
        "A010",
        claimed=figure.shown_claim,
        computed=line.shown(computed),
        distance=distance(verdict, shown),
    )
