"""Where in a table a figure stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import check_language, visible
from perfscore.findings._worded import Worded

if TYPE_CHECKING:
    from perfscore._text import Language


class Column(Worded):
    """The cell of a row that is meant, with its usual Chinese and English header."""

    WEIGHT = ("weight", "分值", "weight")
    TARGET = ("target", "年初目标值", "target")
    ACTUAL = ("actual", "实际完成值", "actual")
    SCORE = ("score", "得分", "score")
    BUDGET = ("budget", "预算数", "budget")
    EXECUTED = ("executed", "执行数", "executed")
    RATE = ("execution-rate", "执行率", "execution rate")
    TOTAL = ("total", "总分", "total")
    REASON = ("reason", "偏差原因", "reason")
    BASIS = ("basis", "指标值确定依据", "basis")
    GRADE = ("grade", "评价等级", "grade")


@attrs.frozen(kw_only=True, weakref_slot=False)
class Location:
    """A place in a table: labels from the outside in, a row number and a column.

    Parameters
    ----------
    table
        The table's id, or its title where it has none.
    labels
        The labels that enclose the cell as printed: goal, level 1, level 2.
    row
        Number of the indicator in the table, from 1; None for a cell outside the indicator rows.
    name
        The indicator's name; for other cells what the row is called.
    column
        The cell; None for the whole row.

    Examples
    --------
    >>> cell = Location(
    ...     table="002-06", labels=("效益指标",), row=15, name="提升区域社会保障水平", column=Column.SCORE
    ... )
    >>> print(cell.text("zh"))
    002-06 · 效益指标 · 15 提升区域社会保障水平 · 得分
    """

    table: str
    labels: tuple[str, ...] = ()
    row: int | None = None
    name: str = ""
    column: Column | None = None

    def text(self, language: Language = "en") -> str:
        """Return the place as one line.

        Examples
        --------
        >>> Location(table="T", name="总分", column=Column.TOTAL).text()
        'T · 总分 · total'
        """
        check_language(language)
        named = self.name if self.row is None else f"{self.row} {self.name}".rstrip()
        column = "" if self.column is None else self.column.label(language)
        # The row of the total is called by its only cell.
        column = "" if column == named else column
        return visible(" · ".join(part for part in (self.table, *self.labels, named, column) if part))

    def to_record(self) -> dict[str, object]:
        """Return the place as plain data.

        Examples
        --------
        >>> Location(table="T", row=2, name="培训人次").to_record()
        {'table': 'T', 'labels': [], 'row': 2, 'name': '培训人次', 'column': None}
        """
        return {
            "table": self.table,
            "labels": list(self.labels),
            "row": self.row,
            "name": self.name,
            "column": None if self.column is None else self.column.slug,
        }
