"""A self-assessment told in prose: targets and results in sentences instead of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import visible
from perfscore.model import _fields as fields
from perfscore.model._parts import BudgetExecution
from perfscore.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.figures import Actual, Figure, Target


def _to_achievements(value: Iterable[Achievement]) -> tuple[Achievement, ...]:
    return fields.to_tuple("achievements", value)


@attrs.frozen(weakref_slot=False)
class Achievement:
    """One result that the prose tells.

    Parameters
    ----------
    name
        The indicator as the prose calls it.
    target
        What was to be reached.
    actual
        What is said to have been reached, as a figure.
    completion
        完成率: the degree of completion that the prose states.
    reached
        Whether the prose says that the target was met; None where it says neither.

    Examples
    --------
    >>> told = Achievement("城镇新增就业人数", target="22,000人", actual="30,350人", completion="119%")
    >>> told.completion.text
    '119%'
    """

    name: str = attrs.field(validator=fields.is_text)
    target: Target | None = attrs.field(default=None, converter=fields.to_target, kw_only=True)
    actual: Actual | None = attrs.field(default=None, converter=fields.to_actual, kw_only=True)
    completion: Figure | None = attrs.field(default=None, converter=fields.to_completion, kw_only=True)
    reached: bool | None = attrs.field(
        default=None, validator=attrs.validators.optional(fields.is_flag), kw_only=True
    )


@attrs.frozen(kw_only=True)
class Narrative:
    """A self-assessment told in prose (文字说明的自评结果).

    Parameters
    ----------
    title, kind, table_id, year, department, project, money_unit
        As of a :class:`SelfAssessment`.
    execution
        预算执行情况, as far as the prose tells it.
    goals_weight
        The points of all goals together.
    goals_count
        How many goals the prose says that there are.
    achievements
        The results one by one.
    total
        总分 as told.
    source
        Where it was published.
    remarks
        What a reader of the transcription should know.

    Examples
    --------
    >>> told = Narrative(
    ...     table_id="001-00",
    ...     execution=BudgetExecution(weight=16, rate="100%"),
    ...     goals_weight=84,
    ...     goals_count=21,
    ...     total=99,
    ... )
    >>> told, told.name
    (<Narrative 001-00: 0 achievements, total 99>, '001-00')
    """

    title: str = attrs.field(default="", validator=fields.is_text)
    kind: Kind = attrs.field(default=Kind.PROJECT, converter=fields.to_kind)
    table_id: str = attrs.field(default="", validator=fields.is_text)
    year: str | None = attrs.field(default=None, converter=fields.to_year, validator=fields.is_text)
    department: str | None = attrs.field(default=None, validator=fields.is_text)
    project: str | None = attrs.field(default=None, validator=fields.is_text)
    money_unit: str = attrs.field(default="万元", validator=fields.is_text)
    execution: BudgetExecution | None = attrs.field(default=None, validator=fields.is_a(BudgetExecution))
    goals_weight: Figure | None = attrs.field(default=None, converter=fields.to_weight)
    goals_count: Figure | None = attrs.field(default=None, converter=fields.to_count)
    achievements: tuple[Achievement, ...] = attrs.field(
        default=(), converter=_to_achievements, validator=fields.holds(Achievement)
    )
    total: Figure | None = attrs.field(default=None, converter=fields.to_total)
    source: str | None = attrs.field(default=None, validator=fields.is_text)
    remarks: tuple[str, ...] = attrs.field(
        default=(), converter=fields.to_remarks, validator=fields.are_texts
    )

    @property
    def name(self) -> str:
        """What results call it, which is its id, else its title, else the project."""
        return self.table_id or self.title or self.project or "narrative"

    def __repr__(self) -> str:
        count = len(self.achievements)
        total = "not told" if self.total is None else visible(self.total.text)
        return f"<Narrative {visible(self.name)}: {count} achievement{'s' * (count != 1)}, total {total}>"
