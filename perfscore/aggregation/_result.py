"""The result of an aggregation: the table one level up, and where each of its figures comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._markup import html_table
from perfscore._text import decimal_text, percent_text, visible
from perfscore.aggregation._rows import LineKind
from perfscore.findings import Message, headings
from perfscore.intervals import exact_sum
from perfscore.model import to_dict
from perfscore.scoring import interval_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from perfscore._text import Language
    from perfscore.aggregation._rows import Number, Weighing
    from perfscore.figures import Unit
    from perfscore.findings import Finding, Location
    from perfscore.intervals import Interval
    from perfscore.model import SelfAssessment
    from perfscore.scoring import LineScore, Scorecard
    from perfscore.terms import Direction

FORMAT = "perfscore.aggregate/1"
"""The name of the format of :meth:`Aggregate.to_dict`."""


@attrs.frozen(kw_only=True)
class Feed:
    """A row of a table that fed a line.

    Parameters
    ----------
    location
        The row: its table, number and name.
    target, actual
        Its cells as printed.
    of_value
        Its share of the line's value: of the sum, or of the weighted sum behind the mean.
    of_money
        Its share of the money behind the line, which is its weight in a mean.
    of_weight
        Its share of the line's weight (分值); None where that does not come from the rows.
    lost
        The points of the line that are lost through it; they add to what the line lost, so one that
        did better than its target has a negative part. None where the line has no score.

    Examples
    --------
    >>> from perfscore.findings import Location
    >>> Feed(location=Location(table="甲", row=1), target="≥95%", actual="90%").to_record()["actual"]
    '90%'
    """

    location: Location
    target: str
    actual: str
    of_value: Fraction | None = None
    of_money: Fraction | None = None
    of_weight: Fraction | None = None
    lost: Fraction | None = None

    def to_record(self) -> dict[str, object]:
        """Return the row as plain data."""
        shares = ("of_value", "of_money", "of_weight", "lost")
        return {
            "table": self.location.table,
            "row": self.location.row,
            "name": self.location.name,
            "target": self.target,
            "actual": self.actual,
            **{name: _exact(getattr(self, name)) for name in shares},
        }


@attrs.frozen(kw_only=True)
class AggregateLine:
    """A line of the table that was made, or its budget execution.

    Parameters
    ----------
    location
        Where it stands in the table that was made.
    levels
        The labels of its levels.
    kind
        How its values were combined; None where they could not be.
    stated
        Whether its rows were matched by a :class:`Match`; else by level and name.
    unit
        The unit in which it is printed; None where it has no numbers.
    direction
        Which way it is better; None where it does not matter.
    target, value
        Target and actual value combined, of a qualitative line the share of the weight; of budget
        execution budget and executed. Rates are fractions of one, money is in 元.
    others
        What the value would be in means weighted otherwise, each with its name.
    behind
        The budgets, the executed amounts and the number of the rows that fed it, of all levels, by
        which one level up such other means are weighted.
    weight
        Its weight (分值); None where it is not known.
    score
        First the values, then the score.
    scores_first
        What the other order gives: the scores of the tables, averaged; None where it is not known.
    feeds
        The rows that fed it.
    absent
        The tables that have no row for it.
    cut_off
        The tables, also those below the ones that went in, that have no row for it and that their
        document cuts off: the value may lack their part.
    reason
        Why it has no value; None where it has one.
    clause
        The clause that it rests on.

    Examples
    --------
    >>> import perfscore as ps
    >>> from perfscore.aggregation import aggregate
    >>> row = ps.Indicator("满意度", weight=80, target="≥95%", actual="90%")
    >>> table = ps.SelfAssessment(table_id="甲", goals=[ps.Goal(children=[row])])
    >>> line = aggregate([table], rules=ps.load_rules("wuhan-2023"), table_id="合计").line("满意度")
    >>> line.name, line.unit_base, line.exact, line.share_earned, line.lost
    ('满意度', '%', Fraction(1440, 19), Fraction(18, 19), Fraction(80, 19))
    >>> line.text(), line.shown(line.value.possible), line.to_record()["kind"]
    ('1 满意度: 80 × 90%/95% = 75.7894… → 75.79', '[89.5, 90.5]%', 'relative')
    >>> line.derivation.label("en")
    '80 × 90%/95% = 75.7894… → 75.79'
    """

    location: Location
    levels: tuple[str, ...] = ()
    kind: LineKind | None
    stated: bool = False
    unit: Unit | None = None
    direction: Direction | None = None
    target: Number | None = None
    value: Number | None = None
    others: tuple[tuple[Message, Interval], ...] = ()
    behind: tuple[tuple[Weighing, Number], ...] = ()
    weight: Fraction | None = None
    score: LineScore | None = None
    scores_first: Fraction | None = None
    feeds: tuple[Feed, ...] = ()
    absent: tuple[str, ...] = ()
    cut_off: tuple[str, ...] = ()
    reason: Message | None = None
    clause: str = ""

    @property
    def name(self) -> str:
        """The line's name."""
        return self.location.name

    @property
    def unit_base(self) -> str:
        """What is counted, without the multiplier; empty where it has no unit."""
        return "" if self.unit is None else self.unit.base

    @property
    def exact(self) -> Fraction | None:
        """The exact score, first the values; None where it is not known."""
        if self.score is None or self.score.worth is None or self.weight is None:
            return None
        if self.kind is LineKind.QUALITATIVE:
            face = None if self.value is None else self.value.face
            return None if face is None else self.score.worth.score(face)
        return self.score.exact

    @property
    def share_earned(self) -> Fraction | None:
        """The share of its weight that it earns."""
        exact, worth = self.exact, None if self.score is None else self.score.worth
        return worth.share(exact) if exact is not None and worth is not None and worth.weight else None

    @property
    def lost(self) -> Fraction | None:
        """The points that it lost; None where it has no score."""
        exact = self.exact
        return None if exact is None or self.weight is None else self.weight - exact

    @property
    def derivation(self) -> Message:
        """How its score came about, or why it has none."""
        if self.reason is not None:
            return self.reason
        assert self.score is not None  # a line that has a value has been scored
        return self.score.derivation

    def shown(self, values: Interval) -> str:
        """Return a set of its values as text: in the unit of the line, a share in per cent."""
        if self.kind is LineKind.QUALITATIVE:
            return interval_text(values, percent=True)
        if self.unit is None:
            return interval_text(values)
        return f"{interval_text(values.scaled(1 / self.unit.scale))}{visible(self.unit.text)}"

    def to_record(self) -> dict[str, object]:
        """Return the line as plain data, numbers as exact text."""
        return {
            "location": self.location.to_record(),
            "kind": None if self.kind is None else self.kind.slug,
            "matched_by": "match" if self.stated else "level-and-name",
            "unit": None if self.unit is None else self.unit.text,
            "target": _number(self.target),
            "value": _number(self.value),
            "others": {message.key: repr(values) for message, values in self.others},
            "weight": _exact(self.weight),
            "score": _exact(self.exact),
            "scores_first": _exact(self.scores_first),
            "feeds": [feed.to_record() for feed in self.feeds],
            "absent": list(self.absent),
            "cut_off": list(self.cut_off),
            "reason": None if self.reason is None else self.reason.to_record(),
            "clause": self.clause,
        }

    def text(self, language: Language = "en") -> str:
        """Return the line as one line of text, in ``"zh"`` or ``"en"``."""
        number = "" if self.location.row is None else f"{self.location.row} "
        head = f"{number}{visible(self.name)}"
        return f"{head}: {self.derivation.label(language)}"


@attrs.frozen(kw_only=True)
class Project:
    """A table that went in.

    Parameters
    ----------
    table
        Its name.
    money
        Its money in 元; None where it has none that can be used.
    share
        Its share of all the money; None where that is not known.
    lost
        The points lost through it, of all lines that have a score.

    Examples
    --------
    >>> from fractions import Fraction
    >>> Project(table="甲", money=None, share=Fraction(3, 4), lost=Fraction(0)).to_record()["share"]
    '3/4'
    """

    table: str
    money: Number | None
    share: Fraction | None
    lost: Fraction

    def to_record(self) -> dict[str, object]:
        """Return the table that went in as plain data."""
        return {
            "table": self.table,
            "money": _number(self.money),
            "share": _exact(self.share),
            "lost": _exact(self.lost),
        }


@attrs.frozen(kw_only=True, repr=False)
class Aggregate:
    """The table one level up, with where each of its figures comes from.

    Parameters
    ----------
    table
        The table that was made, as it would be printed, with the scores that the rules give. To
        aggregate once more, give the aggregate itself: it keeps what the printed table rounds.
    rules
        The rule set's id.
    money
        What weighs: ``budget``, ``executed`` or ``stated``.
    card
        The table scored, from the exact values.
    execution
        Budget execution.
    lines
        The lines in the order of the table.
    projects
        The tables that went in, in the order of their names.
    findings
        What is missing, refused or without partner, and where.

    Examples
    --------
    >>> import perfscore as ps
    >>> from perfscore.aggregation import aggregate
    >>> tables = [
    ...     ps.SelfAssessment(
    ...         table_id=name,
    ...         execution=ps.BudgetExecution(weight=20, budget=budget, executed=budget),
    ...         goals=[ps.Goal(children=[ps.Indicator("满意度", weight=80, target="≥95%", actual=actual)])],
    ...     )
    ...     for name, budget, actual in (("甲", "300", "90%"), ("乙", "100", "98%"))
    ... ]
    >>> made = aggregate(tables, rules=ps.load_rules("wuhan-2023"), table_id="合计")
    >>> made
    <Aggregate 合计 of 2 tables under wuhan-2023: values first 97.47, scores first 96.8421…>
      预算执行: 20 × 400/400 = 20
      1 满意度: 80 × 92%/95% = 77.4736… → 77.47
    >>> made.name, made.values_first, made.scores_first
    ('合计', Fraction(9747, 100), Fraction(1840, 19))
    >>> line = made.line("满意度")
    >>> len(list(made.all_lines())), made.to_dict()["lines"][0]["score"]
    (2, '1472/19')
    >>> print(made.text().splitlines()[3])
    乙: 25% of the money, points lost -0.6315…
    """

    table: SelfAssessment
    rules: str
    money: str
    card: Scorecard
    execution: AggregateLine
    lines: tuple[AggregateLine, ...]
    projects: tuple[Project, ...]
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """The name of the table that was made."""
        return self.table.name

    @property
    def values_first(self) -> Fraction | None:
        """The total of the printed scores, first the values; None where a line has no score."""
        return self.card.total.decided

    @property
    def scores_first(self) -> Fraction | None:
        """The exact total of the other order; None where a line of it is not known."""
        scores = [line.scores_first for line in self.all_lines()]
        known = [value for value in scores if value is not None]
        return exact_sum(known) if len(known) == len(scores) else None

    def all_lines(self) -> Iterator[AggregateLine]:
        """Yield budget execution, where a table has one, then the lines."""
        if self.execution.feeds:
            yield self.execution
        yield from self.lines

    def line(self, name: str) -> AggregateLine:
        """Return the line of that name.

        Raises
        ------
        KeyError
            If there is none, or more than one.
        """
        found = [line for line in self.lines if line.name == name]
        if len(found) != 1:
            raise KeyError(name)
        return found[0]

    def to_dict(self) -> dict[str, object]:
        """Return everything as plain data, numbers as exact text."""
        return {
            "format": FORMAT,
            "rules": self.rules,
            "money": self.money,
            "table": to_dict(self.table),
            "values_first": _exact(self.values_first),
            "scores_first": _exact(self.scores_first),
            "projects": [project.to_record() for project in self.projects],
            "execution": self.execution.to_record(),
            "lines": [line.to_record() for line in self.lines],
            "findings": [finding.to_record() for finding in self.findings],
        }

    def text(self, language: Language = "en") -> str:
        """Return the summary, the lines, the projects and the findings, a line each."""
        rows = [self._summary(language), *(line.text(language) for line in self.all_lines())]
        for project in self.projects:
            share = "—" if project.share is None else percent_text(project.share)
            lost = decimal_text(project.lost)
            message = Message.of("aggregate.project", project=project.table, share=share, lost=lost)
            rows.append(message.label(language))
        return "\n".join([*rows, *(finding.text(language) for finding in self.findings)])

    def _summary(self, language: Language) -> str:
        values, scores = (
            Message.of("label.not-known") if total is None else decimal_text(total)
            for total in (self.values_first, self.scores_first)
        )
        count = len(self.projects)
        one, several = Message.of("label.one-table"), Message.of("label.tables", count=count)
        message = Message.of(
            "aggregate.summary",
            table=self.name,
            tables=one if count == 1 else several,
            rules=self.rules,
            values=values,
            scores=scores,
        )
        return message.label(language)

    def __repr__(self) -> str:
        rows = [f"  {line.text()}" for line in self.all_lines()]
        more = [f"  … and {len(rows) - _SHOWN} more"] if len(rows) > _SHOWN else []
        return "\n".join([f"<Aggregate {self._summary('en')}>", *rows[:_SHOWN], *more])

    def _repr_html_(self) -> str:
        rows = [
            (
                line.location.row or "",
                line.name,
                "" if line.weight is None else decimal_text(line.weight),
                line.derivation.label("zh"),
                "" if line.lost is None else decimal_text(line.lost),
                "；".join(f"{feed.location.table} {feed.actual}" for feed in line.feeds),
            )
            for line in self.all_lines()
        ]
        header = headings("", "indicator", "weight", "derivation", "lost", "fed-by")
        return html_table(caption=self._summary("zh"), header=header, rows=rows)


_SHOWN = 40


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _number(number: Number | None) -> dict[str, str | None] | None:
    if number is None:
        return None
    return {"face": _exact(number.face), "possible": repr(number.possible)}
