"""The kinds of finding on figures, targets, reasons, prose, aggregation and rules."""

from __future__ import annotations

from perfscore.findings._kinds import Severity

ROWS = (
    # code, slug, severity, titles, sentences
    (
        "F001", "unit-differs", Severity.WARNING,
        "目标值与实际值单位不同", "Target and actual in different units",
        "目标值“{target}”与实际值“{actual}”单位不同，未核对得分 {claimed}",
        "target {target!r} and actual {actual!r} differ in their unit; the claimed {claimed} was not checked",
    ),
    (
        "F002", "kind-differs", Severity.WARNING,
        "目标值与实际值不是同类内容", "Target and actual of different kinds",
        "目标值“{target}”与实际值“{actual}”不是同类内容，规则无从比较，未核对得分 {claimed}",
        "target {target!r} and actual {actual!r} are of different kinds; the rules cannot compare them, and the "
        "claimed {claimed} was not checked",
    ),
    (
        "F003", "actual-is-bound", Severity.NOTE,
        "实际完成值只是界限", "Actual value is only a bound",
        "实际完成值“{actual}”只给出界限，不是完成数；可得分数为 {admitted}",
        "the actual value {actual!r} gives a bound and no figure; the scores that it admits are {admitted}",
    ),
    (
        "F004", "actual-is-sentence", Severity.NOTE,
        "实际完成值是一段文字", "Actual value is a sentence",
        "目标值“{target}”是数字，实际完成值“{actual}”是一段文字，其中有数字而无从确定哪一个是完成数，未核对得分 {claimed}",
        "the target {target!r} is a figure, the actual value {actual!r} a sentence with figures in it; which of them "
        "was reached is not said, and the claimed {claimed} was not checked",
    ),
    (
        "F005", "excess-digits", Severity.WARNING,
        "小数位数超出计量单位所能有", "More digits than the unit allows",
        "“{text}”带小数，而“{unit}”只能是整数",
        "{text!r} has a fraction, and {unit} can only be counted in whole numbers",
    ),
    (
        "F006", "rate-impossible", Severity.ERROR,
        "比率不可能出现", "Rate impossible",
        "{cases} 例之中任何整数例均得不出 {rate}，最接近的是 {nearest}",
        "no whole number out of {cases} cases gives {rate}; the nearest is {nearest}",
    ),
    (
        "F007", "figures-conflict", Severity.WARNING,
        "同一指标数字不一", "One indicator, two figures",
        "同名且目标相同的指标在第 {other} 行的实际完成值为“{there}”，此处为“{here}”",
        "the same indicator with the same target has the actual value {there!r} in row {other}, and {here!r} here",
    ),
    (
        "F008", "row-shifted", Severity.WARNING,
        "该行单元格错位", "Row shifted by a cell",
        "指标名称“{name}”是一个目标值，该行各格似错开一格，未按其票面核对得分 {claimed}",
        "the indicator's name {name!r} is a target: the cells of the row seem to stand one too far; the claimed "
        "{claimed} was not checked as it stands",
    ),
    (
        "O001", "target-asks-nothing", Severity.NOTE,
        "目标值过低", "Target asks for little",
        "实际完成值“{actual}”是目标值“{target}”的 {times} 倍",
        "the actual value {actual!r} is {times} times the target {target!r}",
    ),
    (
        "O002", "target-below-last-year", Severity.WARNING,
        "目标值低于上年", "Target below last year's value",
        "目标值“{target}”劣于上年的“{last_year}”",
        "the target {target!r} asks for less than last year's {last_year!r}",
    ),
    (
        "O003", "target-unchanged", Severity.NOTE,
        "目标值三年未变", "Target unchanged for three years",
        "前年、上年、本年均为“{target}”",
        "{target!r} in each of the three years",
    ),
    (
        "O004", "horizons-at-odds", Severity.WARNING,
        "长期目标与年度目标相左", "Long-term and annual target at odds",
        "长期目标为“{long_term}”，年度目标为“{annual}”：{reason}",
        "the long-term target is {long_term!r}, the annual one {annual!r}: {reason}",
    ),
    (
        "O005", "no-target", Severity.WARNING,
        "没有设定目标", "No target",
        "目标值为“{target}”，没有设定目标，无从核对",
        "the target is {target!r}: none was set, and nothing can be held against it",
    ),
    (
        "O006", "target-not-measurable", Severity.NOTE,
        "目标值无法衡量", "Target cannot be measured",
        "指标名称问的是数（“{term}”），目标值“{target}”却没有数",
        "the indicator's name asks for a figure ({term}), and the target {target!r} gives none",
    ),
    (
        "O007", "basis-is-none", Severity.WARNING,
        "确定依据不成其为依据", "Basis is none",
        "指标值确定依据写作“{basis}”：{reason}",
        "the basis of the value is given as {basis!r}: {reason}",
    ),
    (
        "N001", "reason-missing", Severity.WARNING,
        "有偏差而未说明原因", "Deviation without a reason",
        "{lines} 未达到目标，原因栏为“{reason}”",
        "{lines} missed the target, and the cell for the reason says {reason!r}",
    ),
    (
        "N002", "reason-without-deviation", Severity.NOTE,
        "无偏差而说明原因", "Reason without a deviation",
        "各行均恰好达到目标，预算全部执行，原因栏却有说明",
        "every line meets its target exactly and the budget is spent in full, yet a reason is given",
    ),
    (
        "S001", "stated-differs-from-table", Severity.ERROR,
        "文字所述与表不符", "Prose differs from the table",
        "文字称{what}为 {claimed}，表中为 {printed}",
        "the prose gives {claimed} as the {what}, the table prints {printed}",
    ),
    (
        "S002", "share-mismatch", Severity.ERROR,
        "占比或完成率与其数字不符", "Share does not follow",
        "{part} 占 {whole} 印为 {claimed}，应为 {computed}，至少相差 {gap}",
        "{part} of {whole} is printed as {claimed}, the figures give {computed}: at least {gap} off",
    ),
    (
        "S003", "change-mismatch", Severity.ERROR,
        "增减与其数字不符", "Change does not follow",
        "{figures}，印为 {claimed}，应为 {computed}，至少相差 {gap}",
        "{figures}: printed as {claimed}, the figures give {computed}; at least {gap} off",
    ),
    (
        "S004", "sum-mismatch", Severity.ERROR,
        "合计与各部分不符", "Sum does not follow",
        "印为 {claimed}，各部分（{parts}）合计 {computed}，至少相差 {gap}",
        "printed as {claimed}, the parts ({parts}) add to {computed}: at least {gap} off",
    ),
    (
        "S005", "project-without-table", Severity.WARNING,
        "提及的项目没有自评表", "Project told without a table",
        "文字提及该项目（{figures}），公开内容中没有它的自评表",
        "the prose tells of this project ({figures}), and the disclosure has no self-assessment of it",
    ),
    (
        "S006", "told-differently", Severity.WARNING,
        "同一数字前后不一", "One figure, told differently",
        "此处为 {claimed}，在“{there}”为 {other}",
        "told as {claimed} here and as {other} in {there!r}",
    ),
    (
        "S007", "reached-but-not-met", Severity.ERROR,
        "称已完成而未达目标", "Told as reached, and not met",
        "文字称已完成，目标“{target}”、实际“{actual}”却未达到",
        "the prose says that the target was reached; target {target!r}, actual {actual!r}: it was not",
    ),
    (
        "A001", "money-missing", Severity.WARNING,
        "汇总所需资金缺失", "Money missing",
        "该表没有可用于加权的资金额（{reason}）；凡须按资金加权的行，有此表数据的均不能汇总",
        "the table has no money to weigh with ({reason}); lines that it feeds and that are averaged by money stay open",
    ),
    (
        "A002", "money-zero", Severity.WARNING,
        "汇总所需资金为零", "Money is zero",
        "“{project}”的资金额为零，其相对值和定性得分在加权平均中不起作用",
        "the money of {project!r} is zero: its relative values and qualitative scores count nothing in the means",
    ),
    (
        "A003", "no-partner", Severity.NOTE,
        "其他项目没有对应指标", "No partner",
        "{count} 张表中，其他表没有与“{name}”对应的指标，汇总行即为该行",
        "of {count} tables no other has a row that is matched with {name!r}; the line is this row alone",
    ),
    (
        "A004", "units-not-combinable", Severity.WARNING,
        "单位不能换算", "Units cannot be converted",
        "单位“{unit}”不能换算为“{table}”的单位“{other}”，该行未汇总",
        "the unit {unit!r} cannot be converted to {other!r} of {table}; the line was not combined",
    ),
    (
        "A005", "kinds-not-combinable", Severity.WARNING,
        "指标类型或方向不同", "Kinds or directions differ",
        "该行为{kind}，“{table}”的对应行为{other}，不能汇总",
        "this row is {kind}, its partner in {table} {other}; the line was not combined",
    ),
    (
        "A006", "value-missing", Severity.WARNING,
        "汇总所需数值缺失", "Value missing",
        "该行没有可用于汇总的数值（{reason}），汇总行待定",
        "the row gives no value to combine ({reason}); the line stays open",
    ),
    (
        "A007", "no-rule-to-combine", Severity.NOTE,
        "规则未规定如何汇总", "No rule to combine by",
        "目标值“{target}”、实际值“{actual}”一类内容，规则未规定如何汇总，汇总行待定",
        "target {target!r}, actual {actual!r}: the rules do not say how such values are combined; the line stays open",
    ),
    (
        "A008", "match-ambiguous", Severity.WARNING,
        "同表同级同名，无法对应", "Match ambiguous",
        "有表中同级指标“{name}”出现不止一次，无法确定对应哪一行；各行单独列出",
        "a table has {name!r} more than once at one level: which row is meant is not known, and each stays a line "
        "of its own",
    ),
    (
        "A009", "line-weight-unknown", Severity.NOTE,
        "汇总行分值不明", "Weight of the line not known",
        "汇总行的分值不能确定（{reason}），该行未计分",
        "the weight of the line is not known ({reason}); it was not scored",
    ),
    (
        "A010", "aggregate-mismatch", Severity.ERROR,
        "与各项目汇总结果不符", "Differs from the aggregate of the projects",
        "印为 {claimed}，由各项目汇总应为 {computed}；计入印刷精度，按已知的各种算法，仍至少相差 {gap}",
        "printed {claimed}, the projects give {computed}; whatever the printed digits stand for, and by every "
        "known way of computing, at least {gap} off",
    ),
    (
        "A011", "project-cut-off", Severity.WARNING,
        "汇总所用的表被截断", "Project cut off",
        "原件将该表截断，可能缺少若干行；该表未列入的汇总行可能不完整",
        "the document cuts the table off and rows may be missing: lines that it does not feed may lack its part",
    ),
    (
        "P001", "rule-silent", Severity.NOTE,
        "规则未作规定", "The rules are silent",
        "目标值“{target}”、实际值“{actual}”：{reason}，规则未规定如何计分，未核对得分 {claimed}",
        "target {target!r}, actual {actual!r}: {reason}; the rules do not say how this is scored, and the claimed "
        "{claimed} was not checked",
    ),
    (
        "P002", "rules-not-in-force", Severity.NOTE,
        "规则在该年度未施行", "Rule set not in force",
        "表属 {year} 年度，规则 {rules} 的适用期为 {validity}",
        "the table is of {year}; the rule set {rules} is valid {validity}",
    ),
)  # fmt: skip
"""F, O, N, S, A, P."""
