"""The parts of a table as printed: indicators, levels, goals, budget execution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from perfscore.errors import InputError
from perfscore.findings import Column
from perfscore.model import _fields as fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.figures import Actual, Figure, Target
    from perfscore.terms import Direction, Result

# The one list of the cells of a row, in printed order: what walks over cells or heads them asks for it.
OF_ROW = {
    Column.WEIGHT: "weight",
    Column.TARGET: "target",
    Column.ACTUAL: "actual",
    Column.SCORE: "claimed",
}
_OF_EXECUTION = {
    Column.WEIGHT: "weight",
    Column.BUDGET: "budget",
    Column.EXECUTED: "executed",
    Column.RATE: "rate",
    Column.SCORE: "claimed",
}


MAX_DEPTH = 20
"""The most levels inside each other; a printed table has two."""


def _to_children(value: Iterable[Level | Indicator]) -> tuple[Level | Indicator, ...]:
    return fields.to_tuple("children", value)


def _to_sources(value: Iterable[FundSource]) -> tuple[FundSource, ...]:
    return fields.to_tuple("sources", value)


@attrs.frozen(weakref_slot=False)
class Indicator:
    """One row of the table: a level-3 indicator (三级指标).

    Every cell may be given as a string, an integer or a Decimal; a string keeps the places that are
    printed. A float is taken too, but its precision is then assumed. ``None`` is not printed.

    Parameters
    ----------
    name
        The indicator's name without its weight.
    weight
        分值: the most that the line can score.
    target
        年初目标值 (A).
    actual
        实际完成值 (B).
    claimed
        得分 as printed.
    direction
        正向 or 反向, where it is known otherwise than from the target's sign.
    rating
        The stated result of a qualitative indicator (达成, 部分达成, 未达成), where the form has a
        column for it.
    deviation_reason, improvement
        偏差原因 and 改进措施, where the form gives them by row.
    cases
        样本数: the number of cases on which a rate rests, where the document tells it.

    Raises
    ------
    InputError
        If a value is of a type that no cell can be, or not finite.

    Examples
    --------
    >>> row = Indicator("博士后津贴发放人数", weight=2, target="45人", actual="41人", claimed="1.82")
    >>> row.target.quantity.value, row.actual.quantity.value
    (Fraction(45, 1), Fraction(41, 1))
    """

    name: str = attrs.field(validator=fields.is_text)
    weight: Figure | None = attrs.field(default=None, converter=fields.to_weight, kw_only=True)
    target: Target | None = attrs.field(default=None, converter=fields.to_target, kw_only=True)
    actual: Actual | None = attrs.field(default=None, converter=fields.to_actual, kw_only=True)
    claimed: Figure | None = attrs.field(default=None, converter=fields.to_claimed, kw_only=True)
    direction: Direction | None = attrs.field(default=None, converter=fields.to_direction, kw_only=True)
    rating: Result | None = attrs.field(default=None, converter=fields.to_result, kw_only=True)
    deviation_reason: str | None = attrs.field(default=None, validator=fields.is_text, kw_only=True)
    improvement: str | None = attrs.field(default=None, validator=fields.is_text, kw_only=True)
    cases: Figure | None = attrs.field(default=None, converter=fields.to_count, kw_only=True)

    def cells(self) -> dict[Column, Figure | Target | Actual | None]:
        """Return the cells by the columns in which they stand, in printed order; None is not printed.

        Examples
        --------
        >>> row = Indicator("津贴发放人数", weight=2, target="45人", actual="41人")
        >>> [(column.slug, None if cell is None else cell.text) for column, cell in row.cells().items()]
        [('weight', '2'), ('target', '45人'), ('actual', '41人'), ('score', None)]
        """
        return {column: getattr(self, name) for column, name in OF_ROW.items()}

    def with_cell(self, column: Column, cell: object) -> Indicator:
        """Return the row with another cell in one of its columns.

        Parameters
        ----------
        column
            The column.
        cell
            What stands there instead, given as to :class:`Indicator`.

        Raises
        ------
        InputError
            If the row has no such column, or the cell cannot stand in it.

        Examples
        --------
        >>> from perfscore.findings import Column
        >>> Indicator("津贴发放人数", target="45人", actual="41人").with_cell(Column.ACTUAL, "44人")
        Indicator('津贴发放人数', target='45人', actual='44人')
        """
        return attrs.evolve(self, **_change(OF_ROW, column, cell))

    def __repr__(self) -> str:
        cells = [
            f"{OF_ROW[column]}={cell.text!r}" for column, cell in self.cells().items() if cell is not None
        ]
        return f"Indicator({', '.join([repr(self.name), *cells])})"


@attrs.frozen(weakref_slot=False)
class Level:
    """A level-1 or level-2 label (一级指标, 二级指标) with the rows beside it.

    Parameters
    ----------
    label
        The label without its weight: ``产出指标``.
    children
        Levels below it, or indicators.
    weight
        分值 printed with the label.
    claimed
        A subtotal printed for it.

    Examples
    --------
    >>> quality = Level("质量指标", [Indicator("津贴审核准确率", weight=2, target="100%")], weight=2)
    >>> Level("产出指标", [quality], weight=2)
    Level('产出指标', weight='2', 1 child)
    """

    label: str = attrs.field(validator=fields.is_text)
    children: tuple[Level | Indicator, ...] = attrs.field(default=(), converter=_to_children)
    weight: Figure | None = attrs.field(default=None, converter=fields.to_weight, kw_only=True)
    claimed: Figure | None = attrs.field(default=None, converter=fields.to_claimed, kw_only=True)

    @children.validator
    def _check_children(self, field: attrs.Attribute[object], value: tuple[object, ...]) -> None:
        fields.holds(Level, Indicator)(self, field, value)
        # Asked of each level that is made: no table, and no part of one, is deeper.
        inside: list[tuple[Level, str]] = [(self, "")]
        for _ in range(MAX_DEPTH):
            inside = _levels_in(inside)
        if inside:
            place = inside[0][1].removeprefix(".")
            raise InputError(place, inside[0][0], f"at most {MAX_DEPTH} levels inside each other")

    def __repr__(self) -> str:
        return _summary("Level", self.label, self.weight, self.children)


def _levels_in(levels: list[tuple[Level, str]]) -> list[tuple[Level, str]]:
    """Return the levels one step further in with their places, each of them once."""
    found = {
        id(child): (child, f"{place}.children[{position}]")
        for level, place in levels
        for position, child in enumerate(level.children)
        if isinstance(child, Level)
    }
    return list(found.values())


@attrs.frozen
class Goal:
    """An annual goal (年度绩效目标) with its indicators.

    A project table has one goal, usually without a name.

    Parameters
    ----------
    name
        As printed: ``年度目标1``; None where the table has one goal without a name.
    children
        Its level-1 labels, or indicators.
    weight
        分值 of the goal.
    text
        What it sets out to do.
    claimed
        A subtotal printed for it.

    Examples
    --------
    >>> Goal("年度目标1", weight=23)
    Goal('年度目标1', weight='23', 0 children)
    >>> Goal("年度目标1").labels, Goal().labels
    (('年度目标1',), ())
    """

    name: str | None = attrs.field(default=None, validator=fields.is_text)
    children: tuple[Level | Indicator, ...] = attrs.field(
        default=(), converter=_to_children, validator=fields.holds(Level, Indicator)
    )
    weight: Figure | None = attrs.field(default=None, converter=fields.to_weight, kw_only=True)
    text: str | None = attrs.field(default=None, validator=fields.is_text, kw_only=True)
    claimed: Figure | None = attrs.field(default=None, converter=fields.to_claimed, kw_only=True)

    @property
    def labels(self) -> tuple[str, ...]:
        """What it adds to a place, which is its name if it has one."""
        return fields.as_labels(self.name)

    def __repr__(self) -> str:
        return _summary("Goal", self.name, self.weight, self.children)


@attrs.frozen
class FundSource:
    """One source of the funds (资金来源): 财政拨款, 上年结转, 其他资金.

    Examples
    --------
    >>> FundSource("财政拨款", budget="500.00", executed="480.00").executed.text
    '480.00'
    """

    name: str = attrs.field(validator=fields.is_text)
    budget: Figure | None = attrs.field(default=None, converter=fields.to_budget, kw_only=True)
    executed: Figure | None = attrs.field(default=None, converter=fields.to_executed, kw_only=True)


@attrs.frozen(kw_only=True)
class BudgetExecution:
    """Budget execution (预算执行情况).

    Amounts are in one unit, the table's (usually 万元); nothing is converted.

    Parameters
    ----------
    initial_budget
        年初预算数.
    budget
        预算数 (A): adjusted, carry-over included, where the form says so.
    executed
        执行数 (B).
    rate
        执行率 (B/A) as printed.
    weight
        分值.
    claimed
        得分 as printed.
    sources
        The sources of the funds, where the form splits them.
    deviation_reason
        偏差原因, where the form gives it here.

    Examples
    --------
    >>> BudgetExecution(budget="84,416.43", executed="84,015.98", rate="99.5%", weight=20).rate.text
    '99.5%'
    """

    initial_budget: Figure | None = attrs.field(default=None, converter=fields.to_initial_budget)
    budget: Figure | None = attrs.field(default=None, converter=fields.to_budget)
    executed: Figure | None = attrs.field(default=None, converter=fields.to_executed)
    rate: Figure | None = attrs.field(default=None, converter=fields.to_rate)
    weight: Figure | None = attrs.field(default=None, converter=fields.to_weight)
    claimed: Figure | None = attrs.field(default=None, converter=fields.to_claimed)
    sources: tuple[FundSource, ...] = attrs.field(
        default=(), converter=_to_sources, validator=fields.holds(FundSource)
    )
    deviation_reason: str | None = attrs.field(default=None, validator=fields.is_text)

    def cells(self) -> dict[Column, Figure | None]:
        """Return the cells by the columns in which they stand, in printed order; None is not printed.

        Examples
        --------
        >>> execution = BudgetExecution(budget="84,416.43", executed="84,015.98", rate="99.5%")
        >>> [column.slug for column, cell in execution.cells().items() if cell is not None]
        ['budget', 'executed', 'execution-rate']
        """
        return {column: getattr(self, name) for column, name in _OF_EXECUTION.items()}

    def with_cell(self, column: Column, cell: object) -> BudgetExecution:
        """Return budget execution with another cell in one of its columns.

        Parameters
        ----------
        column
            The column.
        cell
            What stands there instead, given as to :class:`BudgetExecution`.

        Raises
        ------
        InputError
            If there is no such column, or the cell cannot stand in it.

        Examples
        --------
        >>> from perfscore.findings import Column
        >>> BudgetExecution(budget="100", rate="42%").with_cell(Column.RATE, None).rate is None
        True
        """
        return attrs.evolve(self, **_change(_OF_EXECUTION, column, cell))


@attrs.frozen
class CheckBox:
    """A check-box field (项目类别, 项目属性, 项目类型) with what is ticked.

    Examples
    --------
    >>> CheckBox("项目属性", options=["新增性项目", "持续性项目"], ticked=["持续性项目"]).ticked
    ('持续性项目',)
    """

    name: str = attrs.field(validator=fields.is_text)
    options: tuple[str, ...] = attrs.field(
        default=(), converter=fields.to_options, validator=fields.are_texts, kw_only=True
    )
    ticked: tuple[str, ...] = attrs.field(
        default=(), converter=fields.to_ticked, validator=fields.are_texts, kw_only=True
    )


def _change(fields_of: dict[Column, str], column: object, cell: object) -> dict[str, Any]:
    if not isinstance(column, Column) or column not in fields_of:
        raise InputError("column", column, f"one of {', '.join(known.name for known in fields_of)}")
    return {fields_of[column]: cell}


def _summary(kind: str, name: str | None, weight: Figure | None, children: tuple[object, ...]) -> str:
    printed = "" if weight is None else f", weight={weight.text!r}"
    noun = "child" if len(children) == 1 else "children"
    return f"{kind}({name!r}{printed}, {len(children)} {noun})"
