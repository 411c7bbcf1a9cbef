"""The scorecard: every line, subtotal and the total of a table under one rule set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs

from perfscore._arguments import check_indent
from perfscore._markup import html_table
from perfscore._text import check_language, decimal_text, visible
from perfscore.findings import Message, headings
from perfscore.intervals import exact_sum, total
from perfscore.scoring._derivation import interval_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from perfscore._text import Language
    from perfscore.intervals import Interval
    from perfscore.scoring._line_score import LineScore
    from perfscore.terms import Grade


@attrs.frozen(kw_only=True)
class Sum:
    """A subtotal or the total.

    Parameters
    ----------
    labels
        The goal and the levels that it sums; empty for the total.
    weight
        The weights of its lines added up; None where one is missing.
    decided
        The scores to count with, added up; None where one is missing.
    admitted
        All sums that the rules admit; None where a weight is missing.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.intervals import Interval
    >>> ten = Fraction(10)
    >>> total = Sum(labels=(), weight=ten, decided=Fraction(9), admitted=Interval.point(ten))
    >>> total.follows, total.to_record()["admitted"]
    (False, '10')
    """

    labels: tuple[str, ...]
    weight: Fraction | None
    decided: Fraction | None
    admitted: Interval | None

    @property
    def follows(self) -> bool | None:
        """Whether the decided sum is one that the rules admit; None where either is missing."""
        if self.decided is None or self.admitted is None:
            return None
        return self.decided in self.admitted

    def to_record(self) -> dict[str, object]:
        """Return the sum as plain data."""
        return {
            "labels": list(self.labels),
            "weight": None if self.weight is None else decimal_text(self.weight),
            "decided": None if self.decided is None else decimal_text(self.decided),
            "admitted": None if self.admitted is None else interval_text(self.admitted),
            "follows": self.follows,
        }


@attrs.frozen(kw_only=True, repr=False)
class Scorecard:
    """A table scored under a rule set.

    Parameters
    ----------
    table
        The table's name.
    rules
        The rule set's id.
    execution
        Budget execution; None where the table has none.
    lines
        The indicators in printed order.
    total
        The sum of everything.
    grade
        The grade of the decided total; None where the rules give none or there is no total.

    Examples
    --------
    >>> import perfscore as ps
    >>> table = ps.SelfAssessment(
    ...     table_id="example",
    ...     goals=[ps.Goal(children=[ps.Indicator("津贴发放人数", weight=2, target="45人", actual="41人")])],
    ... )
    >>> card = ps.score(table, rules=ps.load_rules("wuhan-2023"))
    >>> card
    <Scorecard example under wuhan-2023: total 1.82, admitted 1.82>
      1 津贴发放人数: 2 × 41/45 = 1.8222… → 1.82
    >>> [line.location.name for line in card.all_lines()], [item.decided for item in card.subtotals]
    (['津贴发放人数'], [Fraction(91, 50)])
    >>> card.to_record()["lines"][0]["printed"], card.to_json(indent=None)[:19]
    ('1.82', '{"table": "example"')
    """

    table: str
    rules: str
    execution: LineScore | None
    lines: tuple[LineScore, ...]
    total: Sum
    grade: Grade | None

    @property
    def subtotals(self) -> tuple[Sum, ...]:
        """The sums by goal and level, in printed order, each before those inside it."""
        groups: dict[tuple[int, ...], tuple[tuple[str, ...], list[LineScore]]] = {}
        for line in self.lines:
            labels = line.location.labels
            # A goal without a name has no label: the path is then one longer than the labels.
            unnamed = len(line.path) - len(labels)
            for depth in range(1, len(line.path) + 1):
                groups.setdefault(line.path[:depth], (labels[: depth - unnamed], []))[1].append(line)
        return tuple(sum_of(labels, lines) for labels, lines in groups.values())

    def all_lines(self) -> Iterator[LineScore]:
        """Yield budget execution, where there is one, then the indicators."""
        if self.execution is not None:
            yield self.execution
        yield from self.lines

    def text(self, language: Language = "en") -> str:
        """Return the lines with their derivations, one each.

        Examples
        --------
        >>> import perfscore as ps
        >>> execution = ps.BudgetExecution(weight=20, budget="1,438.09", executed="1,370.77")
        >>> table = ps.SelfAssessment(table_id="T", execution=execution)
        >>> print(ps.score(table, rules=ps.load_rules("wuhan-2023")).text("zh"))
        预算执行: 20 × 1370.77/1438.09 = 19.0637… → 19.06
        """
        check_language(language)
        return "\n".join(self._rows(language))

    def to_record(self) -> dict[str, object]:
        """Return the scorecard as plain data."""
        return {
            "table": self.table,
            "rules": self.rules,
            "execution": None if self.execution is None else self.execution.to_record(),
            "lines": [line.to_record() for line in self.lines],
            "subtotals": [subtotal.to_record() for subtotal in self.subtotals],
            "total": self.total.to_record(),
            "grade": None if self.grade is None else self.grade.value,
        }

    def to_json(self, *, indent: int | None = 1) -> str:
        """Return the scorecard as JSON text, the same bytes for the same table and rules."""
        check_indent(indent)
        return json.dumps(self.to_record(), ensure_ascii=False, indent=indent)

    def _rows(self, language: Language) -> Iterator[str]:
        for line in self.all_lines():
            place = line.location
            number = "" if place.row is None else f"{place.row} "
            yield f"{number}{visible(place.name)}: {line.derivation.label(language)}"

    def _summary(self, language: Language) -> str:
        unknown, total = Message.of("label.not-known"), self.total
        message = Message.of(
            "scorecard.summary",
            table=self.table,
            rules=self.rules,
            decided=unknown if total.decided is None else decimal_text(total.decided),
            admitted=unknown if total.admitted is None else interval_text(total.admitted),
        )
        return message.label(language)

    def __repr__(self) -> str:
        rows = list(self._rows("en"))
        shown = [f"  {row}" for row in rows[:_SHOWN]]
        more = [f"  … and {len(rows) - _SHOWN} more"] if len(rows) > _SHOWN else []
        return "\n".join([f"<Scorecard {self._summary('en')}>", *shown, *more])

    def _repr_html_(self) -> str:
        rows = [
            (
                line.location.row or "",
                line.location.name,
                "" if line.weight is None else decimal_text(line.weight),
                "" if line.decided is None else decimal_text(line.decided),
                "" if line.admitted is None else interval_text(line.admitted),
                line.derivation.label("zh"),
            )
            for line in self.all_lines()
        ]
        header = headings("", "indicator", "weight", "score", "scores", "derivation")
        return html_table(caption=self._summary("zh"), header=header, rows=rows)


_SHOWN = 40


def sum_of(labels: tuple[str, ...], lines: Iterable[LineScore]) -> Sum:
    """Add lines up; a sum of which a part is missing is not known.

    Examples
    --------
    >>> sum_of((), []).decided
    Fraction(0, 1)
    """
    weights, decided, admitted = [], [], []
    complete = scored = True
    for line in lines:
        if line.weight is None or line.admitted is None:
            complete = False
        else:
            weights.append(line.weight)
            admitted.append(line.admitted)
        if line.decided is None:
            scored = False
        else:
            decided.append(line.decided)
    return Sum(
        labels=labels,
        weight=exact_sum(weights) if complete else None,
        decided=exact_sum(decided) if scored else None,
        admitted=total(admitted) if complete else None,
    )
