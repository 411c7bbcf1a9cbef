"""The model: a table exactly as it is printed.

========================  ===========================================================
:class:`SelfAssessment`   绩效自评表: a department's or a project's self-assessment
:class:`BudgetExecution`  预算执行情况, with its :class:`FundSource` rows
:class:`Goal`             年度绩效目标, with the levels and indicators below it
:class:`Level`            一级指标, 二级指标
:class:`Indicator`        三级指标: target, actual value, weight, claimed score
:class:`CheckBox`         项目类别, 项目属性, 项目类型
:class:`Row`              an indicator with where it stands
:func:`to_dict` …         plain data and JSON, there and back
========================  ===========================================================

Reading never corrects: a faulty table is a table. What is wrong with it is said by
:func:`perfscore.checks.verify`.
"""

from perfscore.model._parts import (
    BudgetExecution,
    CheckBox,
    FundSource,
    Goal,
    Indicator,
    Level,
    Row,
)
from perfscore.model._serialise import FORMAT, from_dict, from_json, to_dict, to_json
from perfscore.model._table import SelfAssessment

__all__ = [
    "FORMAT",
    "BudgetExecution",
    "CheckBox",
    "FundSource",
    "Goal",
    "Indicator",
    "Level",
    "Row",
    "SelfAssessment",
    "from_dict",
    "from_json",
    "to_dict",
    "to_json",
]
