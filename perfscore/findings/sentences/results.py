"""The lines of results: diagnoses, reports, comparisons."""

from __future__ import annotations

ROWS = (
    # Each key with its Chinese and its English sentence.
    (
        "aggregate.project",
        "{project}：资金占 {share}，失分 {lost}",
        "{project}: {share} of the money, points lost {lost}",
    ),
    (
        "aggregate.summary",
        "{table}（{tables}，{rules}）：先汇总数值再计分 {values}，先计分再平均 {scores}",
        "{table} of {tables} under {rules}: values first {values}, scores first {scores}",
    ),
    (
        "comparison.computed",
        "印为 {claimed}，由各项目可得 {computed}",
        "{claimed}, the projects give {computed}",
    ),
    ("diagnosis.bounded", "（未穷尽）", "(not all were looked for)"),
    ("diagnosis.chance", "（随机得分中 {share} 也能这样解释）", " (would explain {share} of random claims)"),
    ("diagnosis.repairs", "可改的最少单元格：", "smallest sets of cells to change:"),
    ("finding.others", "（另有 {count} 处相同：{places}）", " (likewise in {count} more: {places})"),
    ("report.diagnosis", "{table} 可能的原因：", "{table}, possible causes:"),
    ("report.findings", "发现 {count} 条：{split}", "{count} findings: {split}"),
    ("report.not-checked", "未能核对 {count} 处：", "not checked, {count} figures:"),
    (
        "report.rests-on",
        "{engine} {version}，规则 {rules}（{rules_sha}…），输入 {input_sha}…",
        "{engine} {version}, rules {rules} ({rules_sha}…), input {input_sha}…",
    ),
    (
        "report.total-fails",
        "{table}：自评总分 {claimed}，规则允许 {admitted}，有不一致之处",
        "{table}: claimed total {claimed}, admitted {admitted}; inconsistent",
    ),
    (
        "report.total-holds",
        "{table}：自评总分 {claimed}，规则允许 {admitted}，各数一致",
        "{table}: claimed total {claimed}, admitted {admitted}; no figure is inconsistent",
    ),
    (
        "scorecard.summary",
        "{table}（{rules}）：总分 {decided}，规则允许 {admitted}",
        "{table} under {rules}: total {decided}, admitted {admitted}",
    ),
    ("verification.hidden", "（另有 {count} 条未列出）", "({count} more not listed)"),
    (
        "verification.summary",
        "{table}（{rules}）：总分 {claimed}，规则允许 {admitted}；{tally}",
        "{table} ({rules}): total {claimed}, admitted {admitted}; {tally}",
    ),
    ("verification.tally", "{count} 项{kind}", "{count} {kind}"),
)
