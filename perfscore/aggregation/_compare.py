"""compare(aggregate, table): the figures that a department claims against those of its projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from perfscore._markup import html_table
from perfscore._text import check_language, decimal_text, in_language, visible
from perfscore.aggregation._matching import find_row, line_key
from perfscore.aggregation._result import Aggregate, AggregateLine
from perfscore.aggregation._rows import SCORE_PLACES, LineKind, Number, Reading, read_row, ways_to_print
from perfscore.aggregation._tables_in import amount
from perfscore.errors import InputError
from perfscore.figures import same_wording
from perfscore.findings import Column, Finding, Location, Message, VerdictKind, finding, headings
from perfscore.intervals import Interval
from perfscore.scoring import EXECUTION, points, printed_places, score
from perfscore.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from perfscore._text import Language
    from perfscore.figures import Figure
    from perfscore.model import SelfAssessment
    from perfscore.rules import RuleSet


@attrs.frozen(kw_only=True)
class LineComparison:
    """What the projects say of one figure that is claimed one level up.

    Parameters
    ----------
    location
        The figure.
    kind
        Consistent, consistent only by rounding, consistent under another convention (a mean
        weighted otherwise), inconsistent, or open.
    claimed
        The cell as printed.
    claimed_set
        The values that it can stand for.
    computed
        The values that the projects' printed cells admit.
    gap
        Of an inconsistent figure: how far the two sets lie apart, in the base unit.
    convention
        The other weights that explain the figure.
    reason
        Why it is open.
    line
        The line that it is held against.
    """

    location: Location
    kind: VerdictKind
    claimed: str = ""
    claimed_set: Interval | None = None
    computed: Interval | None = None
    gap: Fraction | None = None
    convention: Message | None = None
    reason: Message | None = None
    line: AggregateLine | None = None

    def to_record(self) -> dict[str, object]:
        """Return the comparison as plain data, numbers as exact text."""
        return {
            "location": self.location.to_record(),
            "kind": self.kind.slug,
            "claimed": self.claimed,
            "claimed_set": None if self.claimed_set is None else repr(self.claimed_set),
            "computed": None if self.computed is None else repr(self.computed),
            "gap": None if self.gap is None else str(self.gap),
            "convention": None if self.convention is None else self.convention.key,
            "reason": None if self.reason is None else self.reason.to_record(),
            "line": None if self.line is None else self.line.location.row,
        }

    def text(self, language: Language = "en") -> str:
        """Return the comparison as one line, in ``"zh"`` or ``"en"``."""
        parts = [self.kind.label(language)]
        parts += [item.label(language) for item in (self.convention, self.reason) if item is not None]
        if self.computed is not None and self.line is not None:
            computed = self.line.shown(self.computed)
            message = Message.of("comparison.computed", claimed=self.shown_claim, computed=computed)
            parts.append(message.label(language))
        colon, semicolon = in_language(language, ("：", "；"), (": ", "; "))
        return f"{self.location.text(language)}{colon}{semicolon.join(parts)}"

    @property
    def shown_claim(self) -> str | Message:
        """The cell as it is shown beside what was computed, a score with its share of the weight."""
        if self.line is None or self.line.kind is not LineKind.QUALITATIVE or self.claimed_set is None:
            return self.claimed
        share = self.line.shown(self.claimed_set)
        return Message.of("label.share", text=self.claimed or "—", share=share)


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
    """

    table: str
    aggregate: str
    lines: tuple[LineComparison, ...]
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
        counts = {kind: sum(line.kind is kind for line in self.lines) for kind in VerdictKind}
        tally = ", ".join(f"{count} {kind.label('en')}" for kind, count in counts.items() if count)
        return f"<Comparison {visible(self.table)} with {visible(self.aggregate)}: {tally or 'nothing'}>"

    def _repr_html_(self) -> str:
        rows = [
            (
                line.location.text("zh"),
                line.claimed,
                "" if line.computed is None or line.line is None else line.line.shown(line.computed),
                "；".join(
                    item.label("zh") for item in (line.kind, line.convention, line.reason) if item is not None
                ),
            )
            for line in self.lines
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
    readings = [
        read_row(row, line, rules, places=places) for row, line in zip(table.rows, card.lines, strict=True)
    ]
    pairs = _pairs(aggregate, readings, rows or {})
    lines = [
        *_amounts(aggregate, table),
        *(_compared(reading, pairs.get(reading.number), rules, places) for reading in readings),
    ]
    held = {line.location.row for line in pairs.values() if isinstance(line, AggregateLine)}
    findings = [
        finding(line.location, _mismatch(line), clause=line.line.clause)
        for line in lines
        if line.kind is VerdictKind.INCONSISTENT and line.line is not None
    ]
    return Comparison(
        table=table.name,
        aggregate=aggregate.name,
        lines=tuple(lines),
        unclaimed=tuple(line.name for line in aggregate.lines if line.location.row not in held),
        findings=tuple(findings),
    )


def _pairs(
    aggregate: Aggregate, readings: Sequence[Reading], rows: Mapping[int | str, int | str]
) -> dict[int, AggregateLine | Message]:
    """Return for each row the line of its level and name, or the stated one."""
    lines: dict[object, list[AggregateLine]] = {}
    for line in aggregate.lines:
        lines.setdefault(line_key(line.levels, line.name), []).append(line)
    keys = [line_key(reading.levels, reading.indicator.name) for reading in readings]
    counts = Counter(keys)
    pairs: dict[int, AggregateLine | Message] = {}
    for reading, key in zip(readings, keys, strict=True):
        found = lines.get(key, [])
        if len(found) == 1 and counts[key] == 1:
            pairs[reading.number] = found[0]
        else:
            pairs[reading.number] = Message.of("reason.ambiguous" if found else "reason.no-partner")
    ours = [(item.number, item.indicator.name) for item in readings]
    theirs = [(position, line.name) for position, line in enumerate(aggregate.lines, 1)]
    stated: set[int] = set()
    for row, wanted in rows.items():
        place = f"rows[{row!r}]"
        number = find_row(ours, row, place)
        if number in stated:
            raise InputError(place, row, "a row that is not named twice")
        stated.add(number)
        pairs[number] = aggregate.lines[find_row(theirs, wanted, place) - 1]
    return pairs


def _amounts(aggregate: Aggregate, table: SelfAssessment) -> list[LineComparison]:
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
            found.append(LineComparison(location=place, kind=VerdictKind.OPEN, reason=reason))
        return found
    if execution is None:
        return []
    cells = ((Column.BUDGET, execution.budget), (Column.EXECUTED, execution.executed))
    return [
        _amount(aggregate, table, cell, Location(table=table.name, name=EXECUTION, column=column))
        for column, cell in cells
        if cell is not None
    ]


def _amount(aggregate: Aggregate, table: SelfAssessment, cell: Figure, place: Location) -> LineComparison:
    line = aggregate.execution
    computed = line.target if place.column is Column.BUDGET else line.value
    claimed = amount(cell, table.money_unit)
    base = LineComparison(location=place, kind=VerdictKind.OPEN, claimed=cell.text, line=line)
    if isinstance(claimed, Message):
        return attrs.evolve(base, reason=claimed)
    if computed is None:
        return attrs.evolve(base, reason=line.reason)
    return _held(base, claimed.possible, computed)


def _compared(
    reading: Reading, line: AggregateLine | Message | None, rules: RuleSet, places: int
) -> LineComparison:
    row = reading.indicator
    judged = reading.kind is LineKind.QUALITATIVE
    cell = row.claimed if judged else row.actual
    base = LineComparison(
        location=attrs.evolve(reading.location, column=Column.SCORE if judged else Column.ACTUAL),
        kind=VerdictKind.OPEN,
        claimed="" if cell is None else cell.text,
    )
    if not isinstance(line, AggregateLine):
        return attrs.evolve(base, reason=line)
    base = attrs.evolve(base, line=line)
    if reading.lacking is not None or line.reason is not None:
        return attrs.evolve(base, reason=reading.lacking or line.reason)
    if reading.kind is not line.kind:
        return attrs.evolve(base, reason=Message.of("reason.kind-differs"))
    if line.kind is LineKind.OTHER or line.value is None or reading.value is None:
        return _same_cells(base, line)
    if not judged and not reading.is_bare_zero and _base(reading) != line.unit_base:
        return attrs.evolve(base, reason=Message.of("reason.unit-differs"))
    held = _held(base, reading.value.possible, line.value, line.others)
    if judged and held.kind is VerdictKind.INCONSISTENT:
        held = _printed_otherwise(held, reading, line, rules, places)
    if held.kind is VerdictKind.INCONSISTENT and line.cut_off:
        # What is missing may be in a row that the document cuts off.
        return attrs.evolve(held, kind=VerdictKind.OPEN, gap=None, reason=Message.of("reason.part-cut-off"))
    return held


def _base(reading: Reading) -> str:
    return "" if reading.unit is None else reading.unit.base


def _printed_otherwise(
    held: LineComparison, reading: Reading, line: AggregateLine, rules: RuleSet, places: int
) -> LineComparison:
    """Hold a score once more, printed by the other conventions of the rule set."""
    claim = points(reading.indicator.claimed)
    assert claim is not None  # a judgement without a score is never inconsistent
    assert reading.weight  # or without a weight
    assert line.value is not None  # or without a value
    for stands_for in ways_to_print(claim, places, rules):
        again = _held(held, stands_for.scaled(1 / reading.weight), line.value, line.others)
        if again.kind is not VerdictKind.INCONSISTENT:
            name = Message.of(SCORE_PLACES)
            return attrs.evolve(again, kind=VerdictKind.BY_CONVENTION, convention=name, gap=None)
    return held


def _same_cells(base: LineComparison, line: AggregateLine) -> LineComparison:
    """Cells that are no amounts are the same, or nothing can be said."""
    if all(same_wording(base.claimed, feed.actual) for feed in line.feeds):
        return attrs.evolve(base, kind=VerdictKind.CONSISTENT)
    return attrs.evolve(base, reason=Message.of("reason.no-rule-to-combine"))


def _held(
    base: LineComparison,
    claimed: Interval,
    computed: Number,
    others: Sequence[tuple[Message, Interval]] = (),
) -> LineComparison:
    """Hold a claim against what is computed: the face value, the range, then other weights."""
    base = attrs.evolve(base, claimed_set=claimed, computed=computed.possible)
    if computed.face is not None and computed.face in claimed:
        return attrs.evolve(base, kind=VerdictKind.CONSISTENT)
    if claimed & computed.possible is not None:
        return attrs.evolve(base, kind=VerdictKind.BY_ROUNDING)
    for name, values in others:
        if claimed & values is not None:
            return attrs.evolve(base, kind=VerdictKind.BY_CONVENTION, convention=name, computed=values)
    gap = min(claimed.distance(values) for values in (computed.possible, *(item for _, item in others)))
    return attrs.evolve(base, kind=VerdictKind.INCONSISTENT, gap=gap)


def _mismatch(comparison: LineComparison) -> Message:
    line, computed, gap = comparison.line, comparison.computed, comparison.gap
    assert line is not None  # the caller has asked
    assert computed is not None
    assert gap is not None
    distance: str | Message = line.shown(Interval.point(gap))
    if line.kind is LineKind.QUALITATIVE or (line.unit is not None and line.unit.text == "%"):
        distance = Message.of("label.points", gap=decimal_text(gap * 100))
    return Message.of("A010", claimed=comparison.shown_claim, computed=line.shown(computed), gap=distance)
