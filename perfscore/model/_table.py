"""The self-assessment table as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._markup import html_table
from perfscore._text import visible
from perfscore.findings import headings
from perfscore.model import _fields as fields
from perfscore.model._parts import OF_ROW, BudgetExecution, CheckBox, Goal, Level
from perfscore.model._sections import section_of
from perfscore.terms import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perfscore.figures import Figure
    from perfscore.model._parts import Indicator
    from perfscore.model._sections import Row, Section


def _to_goals(value: Iterable[Goal]) -> tuple[Goal, ...]:
    return fields.to_tuple("goals", value)


def _to_check_boxes(value: Iterable[CheckBox]) -> tuple[CheckBox, ...]:
    return fields.to_tuple("check_boxes", value)


@attrs.frozen(kw_only=True)
class SelfAssessment:
    """A self-assessment table (绩效自评表) exactly as it is printed, right or wrong.

    Parameters
    ----------
    title
        The table's heading.
    kind
        部门整体 or 项目.
    table_id
        The id under which results name the table; empty: the title.
    year
        The year that is assessed.
    department
        单位名称: whose table it is.
    project
        项目名称.
    supervising_department, implementing_unit
        主管部门, 项目实施单位.
    check_boxes
        项目类别, 项目属性, 项目类型.
    basic_expenditure, project_expenditure
        基本支出, 项目支出 of a department table, in its unit of money.
    money_unit
        The unit in the header of the money columns.
    execution
        预算执行情况.
    goals
        The annual goals with their indicators.
    total
        总分 as printed.
    grade
        评价等级 as printed.
    deviation_reason, improvement
        偏差原因分析 and 改进措施 below the table.
    truncated
        Whether the document cuts the table off.
    source
        Where the table was published.
    remarks
        What a reader of the transcription should know.

    Raises
    ------
    InputError
        If a field is of a type that it cannot be.

    Examples
    --------
    >>> from perfscore.model import Indicator, Level
    >>> table = SelfAssessment(
    ...     title="2023年度人才资助项目自评表",
    ...     execution=BudgetExecution(weight=20, budget="1,438.09", executed="1,370.77", claimed="19.06"),
    ...     goals=[
    ...         Goal(weight=80, children=[
    ...             Level("产出指标", weight=80, children=[
    ...                 Indicator("津贴发放人数", weight=10, target="45人", actual="41人", claimed="9.11"),
    ...                 Indicator("引进人才", weight=70, target="30人以上", actual="74人", claimed=70),
    ...             ]),
    ...         ]),
    ...     ],
    ...     total="98.17",
    ... )
    >>> table
    <SelfAssessment 2023年度人才资助项目自评表: 1 goal, 2 indicators, total 98.17>
    >>> table.name, [item.name for item in table.indicators], [row.labels for row in table.rows][0]
    ('2023年度人才资助项目自评表', ['津贴发放人数', '引进人才'], ('产出指标',))
    """

    title: str = attrs.field(default="", validator=fields.is_text)
    kind: Kind = attrs.field(default=Kind.PROJECT, converter=fields.to_kind)
    table_id: str = attrs.field(default="", validator=fields.is_text)
    year: str | None = attrs.field(default=None, converter=fields.to_year, validator=fields.is_text)
    department: str | None = attrs.field(default=None, validator=fields.is_text)
    project: str | None = attrs.field(default=None, validator=fields.is_text)
    supervising_department: str | None = attrs.field(default=None, validator=fields.is_text)
    implementing_unit: str | None = attrs.field(default=None, validator=fields.is_text)
    check_boxes: tuple[CheckBox, ...] = attrs.field(
        default=(), converter=_to_check_boxes, validator=fields.holds(CheckBox)
    )
    basic_expenditure: Figure | None = attrs.field(default=None, converter=fields.to_expenditure)
    project_expenditure: Figure | None = attrs.field(default=None, converter=fields.to_expenditure)
    money_unit: str = attrs.field(default="万元", validator=fields.is_text)
    execution: BudgetExecution | None = attrs.field(default=None, validator=fields.is_a(BudgetExecution))
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=_to_goals, validator=fields.holds(Goal))
    total: Figure | None = attrs.field(default=None, converter=fields.to_total)
    grade: str | None = attrs.field(default=None, converter=fields.to_grade, validator=fields.is_text)
    deviation_reason: str | None = attrs.field(default=None, validator=fields.is_text)
    improvement: str | None = attrs.field(default=None, validator=fields.is_text)
    truncated: bool = attrs.field(default=False, validator=fields.is_flag)
    source: str | None = attrs.field(default=None, validator=fields.is_text)
    remarks: tuple[str, ...] = attrs.field(
        default=(), converter=fields.to_remarks, validator=fields.are_texts
    )

    @property
    def name(self) -> str:
        """What results call the table, which is its id, else its title, else the project."""
        return self.table_id or self.title or self.project or "table"

    @property
    def rows(self) -> Iterator[Row]:
        """The indicators in printed order, each with where it stands."""
        for goal in self._goal_sections():
            yield from goal.rows

    def sections(self) -> Iterator[Section]:
        """Yield the goals and levels in printed order, each before those inside it, with their rows.

        Examples
        --------
        >>> from perfscore.model import Indicator, Level
        >>> output = Level("产出指标", [Indicator("津贴发放人数"), Indicator("引进人才")], weight=50)
        >>> table = SelfAssessment(goals=[Goal("年度目标1", [output, Indicator("满意度")], weight=80)])
        >>> for section in table.sections():
        ...     print(section.labels, section.part.weight.text, [row.number for row in section.rows])
        ('年度目标1',) 80 [1, 2, 3]
        ('年度目标1', '产出指标') 50 [1, 2]
        """
        for goal in self._goal_sections():
            yield from goal.walk()

    def _goal_sections(self) -> Iterator[Section]:
        first, last = 1, len(self.goals) - 1
        for position, goal in enumerate(self.goals):
            is_cut = self.truncated and position == last
            section = section_of(goal, position=position, first=first, is_cut=is_cut)
            yield section
            first += len(section.rows)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators in printed order."""
        return tuple(indicator for goal in self.goals for indicator in _indicators(goal))

    def __repr__(self) -> str:
        goals, indicators = len(self.goals), len(self.indicators)
        total = "not printed" if self.total is None else visible(self.total.text)
        return (
            f"<SelfAssessment {visible(self.name)}: {goals} goal{'s' * (goals != 1)}, "
            f"{indicators} indicator{'s' * (indicators != 1)}, total {total}>"
        )

    def _repr_html_(self) -> str:
        cells = (column.label("zh") for column in OF_ROW)
        header = [*headings("", "labels", "level-three"), *cells]
        return html_table(caption=self.title or self.name, header=header, rows=map(_html_row, self.rows))


def _html_row(row: Row) -> tuple[object, ...]:
    item = row.indicator
    texts = ("" if cell is None else cell.text for cell in item.cells().values())
    return (row.number, " · ".join(row.labels), item.name, *texts)


def _indicators(part: Goal | Level) -> Iterator[Indicator]:
    """Yield the indicators below a goal or a level, without their places."""
    for child in part.children:
        if isinstance(child, Level):
            yield from _indicators(child)
        else:
            yield child
