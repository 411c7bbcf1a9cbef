"""Everything that one department published for one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import visible
from perfscore.errors import InputError
from perfscore.model import _fields as fields
from perfscore.model._narrative import Narrative
from perfscore.model._statements import (
    StatedChange,
    StatedFigure,
    StatedResult,
    StatedShare,
    StatedSum,
    Statement,
)
from perfscore.model._table import SelfAssessment
from perfscore.model._targets import TargetTable

if TYPE_CHECKING:
    from collections.abc import Iterable


def _to_tables(value: Iterable[SelfAssessment]) -> tuple[SelfAssessment, ...]:
    return fields.to_tuple("tables", value)


def _to_narratives(value: Iterable[Narrative]) -> tuple[Narrative, ...]:
    return fields.to_tuple("narratives", value)


def _to_target_tables(value: Iterable[TargetTable]) -> tuple[TargetTable, ...]:
    return fields.to_tuple("target_tables", value)


def _to_statements(value: Iterable[Statement]) -> tuple[Statement, ...]:
    return fields.to_tuple("statements", value)


@attrs.frozen(kw_only=True)
class Disclosure:
    """One department's year (部门信息公开): its tables, and what its prose states.

    Parameters
    ----------
    department
        单位名称.
    year
        The year that is reported, or budgeted.
    tables
        The self-assessment tables: the department's own and those of its projects.
    narratives
        Self-assessments that are told in prose.
    target_tables
        Target tables of budget time.
    statements
        Figures stated in prose.
    source
        Where it was published.
    remarks
        What a reader of the transcription should know.

    Raises
    ------
    InputError
        If a part is of another type, or two parts have one name: results name a part by it.

    Examples
    --------
    >>> stated = StatedSum(name="2021年收入", whole="8321.05", parts=["3231.05", "5000"])
    >>> disclosure = Disclosure(department="区人社局", year=2023, statements=[stated])
    >>> disclosure
    <Disclosure 区人社局 2023: 0 tables, 0 narratives, 0 target tables, 1 statement>
    >>> disclosure.name
    '区人社局 2023'
    """

    department: str = attrs.field(default="", validator=fields.is_text)
    year: str | None = attrs.field(default=None, converter=fields.to_year, validator=fields.is_text)
    tables: tuple[SelfAssessment, ...] = attrs.field(
        default=(), converter=_to_tables, validator=fields.holds(SelfAssessment)
    )
    narratives: tuple[Narrative, ...] = attrs.field(
        default=(), converter=_to_narratives, validator=fields.holds(Narrative)
    )
    target_tables: tuple[TargetTable, ...] = attrs.field(
        default=(), converter=_to_target_tables, validator=fields.holds(TargetTable)
    )
    statements: tuple[Statement, ...] = attrs.field(
        default=(),
        converter=_to_statements,
        validator=fields.holds(StatedFigure, StatedSum, StatedShare, StatedChange, StatedResult),
    )
    source: str | None = attrs.field(default=None, validator=fields.is_text)
    remarks: tuple[str, ...] = attrs.field(
        default=(), converter=fields.to_remarks, validator=fields.are_texts
    )

    def __attrs_post_init__(self) -> None:
        names: set[str] = set()
        for name in (
            *(table.name for table in self.tables),
            *(narrative.name for narrative in self.narratives),
            *(table.name for table in self.target_tables),
        ):
            if name in names:
                raise InputError("table_id", name, "a name of its own for each table", "set table_id")
            names.add(name)

    @property
    def name(self) -> str:
        """What results call it, which is the department and the year."""
        return " ".join(part for part in (self.department, self.year) if part) or "disclosure"

    def __repr__(self) -> str:
        counted = (
            (len(self.tables), "table"),
            (len(self.narratives), "narrative"),
            (len(self.target_tables), "target table"),
            (len(self.statements), "statement"),
        )
        parts = ", ".join(f"{count} {noun}{'s' * (count != 1)}" for count, noun in counted)
        return f"<Disclosure {visible(self.name)}: {parts}>"
