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
