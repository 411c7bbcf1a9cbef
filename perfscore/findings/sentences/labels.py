"""Names of things and of figures inside other sentences."""

from __future__ import annotations

ROWS = (
    # Each key with its Chinese and its English sentence.
    (
        "distance.nearest",
        "相差 {off}；按“{nearest}”至少相差 {least}",
        "off by {off}; at least {least} under: {nearest}",
    ),
    ("distance.off", "相差 {off}", "off by {off}"),
    (
        "distance.printed",
        "相差 {off}；计入印刷精度后至少相差 {least}",
        "off by {off}; whatever the printed digits stand for, at least {least}",
    ),
    ("label.not-known", "未知", "not known"),
    ("label.one-table", "1 张表", "1 table"),
    ("label.pair", "{name} {text}", "{name} {text}"),
    ("label.points", "{gap} 个百分点", "{gap} percentage points"),
    ("label.share", "{text}（占分值 {share}）", "{text} ({share} of the weight)"),
    ("label.tables", "{count} 张表", "{count} tables"),
    ("what.actual", "实际完成值", "actual value"),
    ("what.budget", "预算数和执行数", "budget and the executed amount"),
    ("what.indicators", "指标个数", "number of indicators"),
    ("what.lines", "部分行的得分", "score of every line"),
    ("what.no-direction", "无方向", "without direction"),
    ("what.reached", "已达成的指标个数", "number of indicators reached"),
    ("what.score", "得分", "score"),
    ("what.sources", "可相加的各资金来源金额", "amount of every source in one unit"),
    ("what.total", "总分", "total"),
    ("what.weight", "分值", "weight"),
    ("what.weights", "全部分值", "weights of all parts"),
)
