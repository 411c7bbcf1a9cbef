"""The target table of budget time: goals and what they are measured by, before there are results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import visible
from perfscore.model import _fields as fields
from perfscore.model._parts import FundSource
from perfscore.terms import Horizon, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.figures import Actual, Figure, Target


def _to_indicators(value: Iterable[TargetIndicator]) -> tuple[TargetIndicator, ...]:
    return fields.to_tuple("indicators", value)


def _to_goals(value: Iterable[TargetGoal]) -> tuple[TargetGoal, ...]:
    return fields.to_tuple("goals", value)


def _to_sources(value: Iterable[FundSource]) -> tuple[FundSource, ...]:
    return fields.to_tuple("sources", value)


def _to_spending(value: Iterable[SpendingItem]) -> tuple[SpendingItem, ...]:
    return fields.to_tuple("spending", value)


@attrs.frozen(weakref_slot=False)
class TargetIndicator:
    """A row of a target table: what will be measured, and what is to be reached.

    Parameters
    ----------
    name
        三级指标.
    labels
        一级指标 and 二级指标, from the outside in.
    target
        指标值, or 预计当年实现 where values of the years before stand beside it.
    last_year, year_before_last
        上年, 前年: the values of the two years before.
    basis
        指标值确定依据: what the value rests on.

    Examples
    --------
    >>> row = TargetIndicator("辖区仲裁案件实际结案率", year_before_last="70%", last_year="70%", target="85%")
    >>> row.target.quantity.value
    Fraction(17, 20)
    """

    name: str = attrs.field(validator=fields.is_text)
    labels: tuple[str, ...] = attrs.field(
        default=(), converter=fields.to_labels, validator=fields.are_texts, kw_only=True
    )
    target: Target | None = attrs.field(default=None, converter=fields.to_target, kw_only=True)
    last_year: Target | None = attrs.field(default=None, converter=fields.to_last_year, kw_only=True)
    year_before_last: Target | None = attrs.field(
        default=None, converter=fields.to_year_before_last, kw_only=True
    )
    basis: str | None = attrs.field(default=None, validator=fields.is_text, kw_only=True)


@attrs.frozen(weakref_slot=False)
class TargetGoal:
    """A long-term or annual goal (长期目标, 年度目标) with its indicators.

    Parameters
    ----------
    name
        As printed: ``年度目标1``.
    indicators
        Its rows.
    horizon
        长期 or 年度.

    Examples
    --------
    >>> goal = TargetGoal("长期目标1", [TargetIndicator("补贴发放准确率", target="100%")], horizon="长期")
    >>> goal.horizon, goal.labels
    (<Horizon.LONG_TERM: 'long-term'>, ('长期目标1',))
    """

    name: str | None = attrs.field(default=None, validator=fields.is_text)
    indicators: tuple[TargetIndicator, ...] = attrs.field(
        default=(), converter=_to_indicators, validator=fields.holds(TargetIndicator)
    )
    horizon: Horizon = attrs.field(default=Horizon.ANNUAL, converter=fields.to_horizon, kw_only=True)

    @property
    def labels(self) -> tuple[str, ...]:
        """What it adds to a place, which is its name if it has one."""
        return fields.as_labels(self.name)


@attrs.frozen(weakref_slot=False)
class SpendingItem:
    """A line of the spending detail (项目支出明细测算).

    Parameters
    ----------
    name
        项目活动: what the money is for.
    amount
        金额, in the table's unit of money.
    parts
        The amounts that the calculation beside it adds up, in the same unit.

    Examples
    --------
    >>> SpendingItem("一次性创业补贴", amount="18.5", parts=["17", "4", "10", "6"]).amount.text
    '18.5'
    """

    name: str = attrs.field(validator=fields.is_text)
    amount: Figure | None = attrs.field(default=None, converter=fields.to_amount, kw_only=True)
    parts: tuple[Actual, ...] = attrs.field(default=(), converter=fields.to_quantities, kw_only=True)


@attrs.frozen(kw_only=True)
class TargetTable:
    """A target table (绩效目标表) exactly as it is printed: targets, no results, no scores.

    Parameters
    ----------
    title, kind, table_id, year, department, project, money_unit
        As of a :class:`SelfAssessment`.
    total_budget
        项目总预算.
    budget
        项目当年预算.
    sources
        项目资金来源.
    spending
        项目支出明细测算.
    goals
        Long-term and annual goals.
    truncated
        Whether the document cuts the table off.
    source
        Where the table was published.
    remarks
        What a reader of the transcription should know.

    Examples
    --------
    >>> table = TargetTable(
    ...     table_id="004-02",
    ...     budget="235",
    ...     spending=[SpendingItem("人力资源服务费", amount="235")],
    ...     goals=[TargetGoal("年度绩效目标", [TargetIndicator("服务费发放覆盖率", target="100%")])],
    ... )
    >>> table
    <TargetTable 004-02: 1 goal, 1 indicator, budget 235>
    >>> table.name
    '004-02'
    """

    title: str = attrs.field(default="", validator=fields.is_text)
    kind: Kind = attrs.field(default=Kind.PROJECT, converter=fields.to_kind)
    table_id: str = attrs.field(default="", validator=fields.is_text)
    year: str | None = attrs.field(default=None, converter=fields.to_year, validator=fields.is_text)
    department: str | None = attrs.field(default=None, validator=fields.is_text)
    project: str | None = attrs.field(default=None, validator=fields.is_text)
    money_unit: str = attrs.field(default="万元", validator=fields.is_text)
    total_budget: Figure | None = attrs.field(default=None, converter=fields.to_budget)
    budget: Figure | None = attrs.field(default=None, converter=fields.to_budget)
    sources: tuple[FundSource, ...] = attrs.field(
        default=(), converter=_to_sources, validator=fields.holds(FundSource)
    )
    spending: tuple[SpendingItem, ...] = attrs.field(
        default=(), converter=_to_spending, validator=fields.holds(SpendingItem)
    )
    goals: tuple[TargetGoal, ...] = attrs.field(
        default=(), converter=_to_goals, validator=fields.holds(TargetGoal)
    )
    truncated: bool = attrs.field(default=False, validator=fields.is_flag)
    source: str | None = attrs.field(default=None, validator=fields.is_text)
    remarks: tuple[str, ...] = attrs.field(
        default=(), converter=fields.to_remarks, validator=fields.are_texts
    )

    @property
    def name(self) -> str:
        """What results call the table, which is its id, else its title, else the project."""
        return self.table_id or self.title or self.project or "table"

    def __repr__(self) -> str:
        goals, rows = len(self.goals), sum(len(goal.indicators) for goal in self.goals)
        budget = "not printed" if self.budget is None else visible(self.budget.text)
        return (
            f"<TargetTable {visible(self.name)}: {goals} goal{'s' * (goals != 1)}, "
            f"{rows} indicator{'s' * (rows != 1)}, budget {budget}>"
        )
