"""The kinds of finding: one table of codes, severities and sentences in both languages."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity

_ROWS = (
    # code, slug, severity, titles, sentences
    (
        "R001", "unreadable-figure", Severity.WARNING,
        "数字无法识别", "Unreadable figure",
        "应为数字的单元格写作“{text}”，无法识别，凡用到它的核对均未进行",
        "the cell should hold a number and says {text!r}; nothing that needs it was checked",
    ),
    (
        "R002", "precision-assumed", Severity.NOTE,
        "精度系推定", "Precision assumed",
        "数值 {text} 以浮点数给出，其小数位数系推定，相关结论以此为前提",
        "the figure {text} came as a float; its places are assumed, and what rests on it with them",
    ),
    (
        "R003", "not-printed", Severity.NOTE,
        "未印出，未核对", "Not printed, not checked",
        "表中未印出{what}，无法核对",
        "the table does not print the {what}; this was not checked",
    ),
    (
        "R004", "table-cut-off", Severity.NOTE,
        "表格被截断", "Table cut off",
        "原件将此表截断，已印出 {rows} 行；其后内容及总分未核对",
        "the document cuts the table off after row {rows}; what follows, and the total, were not checked",
    ),
    (
        "R005", "cell-illegible", Severity.NOTE,
        "单元格无法辨认", "Cell illegible",
        "单元格“{text}”在原件中无法辨认，凡用到它的核对均未进行",
        "the cell {text!r} is illegible in the document; nothing that needs it was checked",
    ),
    (
        "R006", "table-not-given", Severity.NOTE,
        "所指的表未给出", "Table not given",
        "文字所指的表“{table}”不在所给材料之中，未核对",
        "the table {table!r} that the prose speaks of was not given; this was not checked",
    ),
    (
        "W001", "table-weights", Severity.ERROR,
        "全表分值合计不符", "Weights of the table do not add up",
        "各部分分值合计 {sum}，应为 {expected}",
        "the weights of the parts add to {sum}, expected {expected}",
    ),
    (
        "W002", "level-weights", Severity.ERROR,
        "下级分值合计不符", "Weights below a level do not add up",
        "印出的分值为 {weight}，其下各项合计 {sum}",
        "the printed weight is {weight}, the parts below it add to {sum}",
    ),
    (
        "W003", "weight-negative", Severity.ERROR,
        "分值为负", "Negative weight",
        "分值 {weight} 为负，该行不能计分",
        "the weight {weight} is negative; the line cannot be scored",
    ),
    (
        "W004", "weights-impossible", Severity.ERROR,
        "任何分值均不能同时成立", "No weights explain the scores",
        "该级分值为 {weight}；按各行得分与完成情况推算，各行分值之和只能为 {admitted}，至少相差 {gap}；"
        "未达标的行：{missed}",
        "the level's weight is {weight}; the scores and results of its lines admit only weights that add to "
        "{admitted}: at least {gap} off; lines that missed their target: {missed}",
    ),
    (
        "W005", "weights-inferred", Severity.NOTE,
        "分值系推算", "Weights inferred",
        "{count} 行未印分值，由上级分值、得分和完成情况推算：{weights}；相关结论以此为前提",
        "weights that are not printed, inferred from the level's weight, the scores and the results: {weights}; "
        "what is said of these {count} lines rests on them",
    ),
    (
        "Q001", "score-mismatch", Severity.ERROR,
        "得分与计分规则不符", "Score does not follow from the rule",
        "得分 {claimed}，按规则应为 {computed}（{derivation}）；计入印刷精度后仍至少相差 {gap}",
        "claimed {claimed}, the rule gives {computed} ({derivation}); "
        "whatever the printed digits stand for, at least {gap} off",
    ),
    (
        "Q002", "score-above-weight", Severity.ERROR,
        "得分超过分值", "Score above the weight",
        "得分 {claimed} 超过分值 {weight}，多出 {gap}",
        "claimed {claimed} is above the weight {weight}, by {gap}",
    ),
    (
        "Q003", "score-negative", Severity.ERROR,
        "得分为负", "Negative score",
        "得分 {claimed} 为负",
        "claimed {claimed} is negative",
    ),
    (
        "Q004", "score-by-convention", Severity.NOTE,
        "得分按其他惯例成立", "Score holds under another convention",
        "得分 {claimed} 与规则所得 {computed} 不同，按“{convention}”可得（{derivation}）",
        "claimed {claimed} is not what the rule gives, {computed} ({derivation}); it follows under: {convention}",
    ),
    (
        "Q005", "score-by-rounding", Severity.NOTE,
        "得分仅在计入印刷精度后成立", "Score holds only by rounding",
        "按票面值得 {computed}（{derivation}），计入印刷精度后可得 {claimed}",
        "the face values give {computed} ({derivation}); values that print alike give {claimed}",
    ),
    (
        "Q006", "full-marks-for-a-miss", Severity.ERROR,
        "未达标仍得满分", "Missed with full marks",
        "目标未达成而得满分 {claimed}，按规则应为 {computed}（{derivation}）；计入印刷精度后仍至少相差 {gap}",
        "the target was missed and the score is the full {claimed}; the rule gives {computed} ({derivation}); "
        "whatever the printed digits stand for, at least {gap} off",
    ),
    (
        "Q007", "points-off-for-a-hit", Severity.ERROR,
        "已达标却扣分", "Met with points deducted",
        "目标已达成，按规则应得满分 {computed}（{derivation}），自评 {claimed}，至少相差 {gap}",
        "the target was met, the rule gives the full {computed} ({derivation}); claimed {claimed}: at least {gap} off",
    ),
    (
        "Q008", "nothing-for-a-part", Severity.ERROR,
        "部分完成而得零分", "Partly done, scored nothing",
        "已完成一部分而得 {claimed} 分，按规则应为 {computed}（{derivation}）；计入印刷精度后仍至少相差 {gap}",
        "part of the target was reached and the score is {claimed}; the rule gives {computed} ({derivation}); "
        "whatever the printed digits stand for, at least {gap} off",
    ),
    (
        "Q009", "score-without-weight", Severity.ERROR,
        "任何分值均不能得出该得分", "No weight explains the score",
        "目标“{target}”、实际“{actual}”、得分 {claimed}：无论分值为多少（至多 {most}），按规则均不能得出该得分",
        "target {target!r}, actual {actual!r}, claimed {claimed}: no weight, up to {most}, gives this score by the rule",
    ),
    (
        "Q010", "nothing-by-convention", Severity.WARNING,
        "仅按其他惯例才得零分", "Nothing, and only by another convention",
        "已完成一部分而得 {claimed} 分，按规则应为 {computed}（{derivation}）；仅按“{convention}”才得零分",
        "part of the target was reached and the score is {claimed}; the rule gives {computed} ({derivation}), and "
        "nothing is left only under: {convention}",
    ),
    (
        "L001", "score-outside-band", Severity.ERROR,
        "得分超出档次区间", "Score outside its band",
        "实际完成值“{actual}”属“{result}”，得分应在 {band} 之内，自评 {claimed}，至少相差 {gap}",
        "the actual value {actual!r} states {result}: the score lies in {band}; claimed {claimed}, "
        "at least {gap} outside",
    ),
    (
        "L002", "score-on-band-edge", Severity.WARNING,
        "得分落在档次分界上", "Score on the edge of its band",
        "实际完成值“{actual}”属“{result}”，区间为 {band}，自评 {claimed} 恰为上一档的下限；"
        "仅当该档可得此分时成立",
        "the actual value {actual!r} states {result}, {band}; claimed {claimed} is the edge that belongs to "
        "the band above: it holds only if this band may have it too",
    ),
    (
        "L003", "result-not-recognised", Severity.NOTE,
        "完成情况用语无法归档", "Result not recognised",
        "目标“{target}”、实际“{actual}”不能归入达成、部分达成、未达成三档，未核对得分 {claimed}",
        "target {target!r}, actual {actual!r}: neither reached, partly reached nor not reached can be told; "
        "the claimed {claimed} was not checked",
    ),
    (
        "B001", "execution-score-mismatch", Severity.ERROR,
        "预算执行得分与规则不符", "Execution score does not follow from the rule",
        "预算执行得分 {claimed}，按规则应为 {computed}（{derivation}）；计入印刷精度后仍至少相差 {gap}",
        "claimed {claimed} for budget execution, the rule gives {computed} ({derivation}); "
        "whatever the printed digits stand for, at least {gap} off",
    ),
    (
        "B002", "execution-rate-mismatch", Severity.ERROR,
        "执行率与预算数、执行数不符", "Execution rate differs from executed by budget",
        "执行率印为 {claimed}，执行数/预算数 = {computed}，至少相差 {gap} 个百分点",
        "the printed rate is {claimed}, executed by budget gives {computed}: at least {gap} percentage points off",
    ),
    (
        "B003", "execution-rate-by-convention", Severity.NOTE,
        "执行率按其他惯例成立", "Execution rate holds under another convention",
        "执行率印为 {claimed}，执行数/预算数 = {computed}，按“{convention}”成立",
        "the printed rate {claimed} is not {computed} rounded; it follows under: {convention}",
    ),
    (
        "B004", "executed-above-budget", Severity.WARNING,
        "执行数超过预算数", "Executed above the budget",
        "执行数 {executed} 超过预算数 {budget}，至少多出 {gap}",
        "executed {executed} exceeds the budget {budget} by at least {gap}",
    ),
    (
        "B005", "funds-do-not-add-up", Severity.ERROR,
        "各资金来源合计不符", "Sources of funds do not add up",
        "{column}印为 {claimed}，各资金来源合计 {computed}，至少相差 {gap}",
        "the {column} is printed as {claimed}, its sources add to {computed}: at least {gap} off",
    ),
    (
        "B006", "budget-columns-swapped", Severity.ERROR,
        "预算数与执行数填反", "Budget and executed swapped",
        "预算数 {budget}、执行数 {executed} 与执行率 {rate} 矛盾，两者对调则相符；"
        "对调后预算执行得分为 {computed}，自评 {claimed}",
        "budget {budget} and executed {executed} contradict the printed rate {rate}, which they give read the "
        "other way round; budget execution then scores {computed}, claimed {claimed}",
    ),
    (
        "B007", "nothing-spent", Severity.WARNING,
        "资金分文未用而指标得分", "Points without spending",
        "预算数 {budget}，执行数 {executed}，分文未用，各指标却得 {points} 分",
        "budget {budget}, executed {executed}: nothing was spent, and the indicators claim {points} points",
    ),
    (
        "B008", "spending-does-not-add-up", Severity.ERROR,
        "支出明细合计不符", "Spending detail does not add up",
        "“{name}”印为 {claimed}，其明细合计 {computed}，至少相差 {gap}",
        "{name!r} is printed as {claimed}, its detail adds to {computed}: at least {gap} off",
    ),
    (
        "T001", "total-mismatch", Severity.ERROR,
        "总分与各行得分合计不符", "Total differs from the sum of its lines",
        "总分 {claimed}，各行得分合计 {computed}，至少相差 {gap}",
        "claimed total {claimed}, the claimed lines add to {computed}: at least {gap} off",
    ),
    (
        "T002", "subtotal-mismatch", Severity.ERROR,
        "小计与各行得分合计不符", "Subtotal differs from the sum of its lines",
        "小计 {claimed}，各行得分合计 {computed}，至少相差 {gap}",
        "claimed subtotal {claimed}, the claimed lines add to {computed}: at least {gap} off",
    ),
    (
        "T003", "total-unreachable", Severity.ERROR,
        "按规则不可能得到该总分", "Total cannot be reached by the rules",
        "总分 {claimed} 不在规则允许的范围 {admitted} 之内，计入印刷精度后仍至少相差 {gap}；原因：{causes}",
        "claimed total {claimed} lies outside what the rules admit, {admitted}; whatever the printed digits "
        "stand for, at least {gap} off; because of: {causes}",
    ),
    (
        "T004", "total-by-convention", Severity.NOTE,
        "总分按其他惯例成立", "Total holds under another convention",
        "总分 {claimed} 不在规则允许的范围 {admitted} 之内，按“{convention}”成立",
        "claimed total {claimed} lies outside what the rules admit, {admitted}; it follows under: {convention}",
    ),
    (
        "G001", "grade-mismatch", Severity.ERROR,
        "评价等级与总分不符", "Grade differs from the total",
        "等级印为“{claimed}”，总分 {total} 应为“{computed}”",
        "the printed grade is {claimed!r}; a total of {total} is {computed}",
    ),
    (
        "G002", "grade-unknown", Severity.NOTE,
        "评价等级用语无法识别", "Grade not recognised",
        "等级印为“{claimed}”，不是优、良、中、差之一，未核对",
        "the printed grade {claimed!r} is none of excellent, good, fair, poor; it was not checked",
    ),
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

CATALOGUE: dict[str, FindingKind] = {
    code: FindingKind(
        code=code, slug=slug, severity=severity, zh=zh, en=en, zh_message=zh_message, en_message=en_message
    )
    for code, slug, severity, zh, en, zh_message, en_message in _ROWS
}
"""Every kind of finding by its code."""
