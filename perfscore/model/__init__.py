"""The model: a table exactly as it is printed.

========================  ===========================================================
:class:`SelfAssessment`   绩效自评表: a department's or a project's self-assessment
:class:`BudgetExecution`  预算执行情况, with its :class:`FundSource` rows
:class:`Goal`             年度绩效目标, with the levels and indicators below it
:class:`Level`            一级指标, 二级指标
:class:`Indicator`        三级指标: target, actual value, weight, claimed score
:class:`CheckBox`         项目类别, 项目属性, 项目类型
:class:`Row`              an indicator with where it stands
:class:`Section`          a goal or a level with the rows beside it
:class:`TargetTable`      绩效目标表: :class:`TargetGoal`, :class:`TargetIndicator`,
                          :class:`SpendingItem`
:class:`Narrative`        a self-assessment in prose, with its :class:`Achievement` rows
:class:`Disclosure`       one department's year: its tables, and what its prose states
``Statement``             :class:`StatedFigure`, :class:`StatedSum`, :class:`StatedShare`,
                          :class:`StatedChange`, :class:`StatedResult`
:func:`to_dict` …         plain data and JSON, there and back
========================  ===========================================================

Reading never corrects: a faulty table is a table. What is wrong with it is said by
:func:`perfscore.checks.verify`.
"""

from perfscore.model._disclosure import Disclosure
from perfscore.model._narrative import Achievement, Narrative
from perfscore.model._parts import (
    BudgetExecution,
    CheckBox,
    FundSource,
    Goal,
    Indicator,
    Level,
)
from perfscore.model._sections import Row, Section
from perfscore.model._serialise import (
    DISCLOSURE_FORMAT,
    FORMAT,
    disclosure_from_dict,
    disclosure_from_json,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from perfscore.model._statements import (
    StatedChange,
    StatedFigure,
    StatedResult,
    StatedShare,
    StatedSum,
    Statement,
)
from perfscore.model._table import SelfAssessment
from perfscore.model._targets import SpendingItem, TargetGoal, TargetIndicator, TargetTable

__all__ = [
    "DISCLOSURE_FORMAT",
    "FORMAT",
    "Achievement",
    "BudgetExecution",
    "CheckBox",
    "Disclosure",
    "FundSource",
    "Goal",
    "Indicator",
    "Level",
    "Narrative",
    "Row",
    "Section",
    "SelfAssessment",
    "SpendingItem",
    "StatedChange",
    "StatedFigure",
    "StatedResult",
    "StatedShare",
    "StatedSum",
    "Statement",
    "TargetGoal",
    "TargetIndicator",
    "TargetTable",
    "disclosure_from_dict",
    "disclosure_from_json",
    "from_dict",
    "from_json",
    "to_dict",
    "to_json",
]
