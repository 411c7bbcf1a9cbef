"""The kinds of finding on reading, weights, scores, money, totals and grades."""

from __future__ import annotations

from perfscore.findings._kinds import Severity

ROWS = (
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
)  # fmt: skip
"""R, W, Q, L, B, T, G."""
