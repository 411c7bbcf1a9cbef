"""The families of findings: what the letter of a code stands for."""

from __future__ import annotations

FAMILIES: dict[str, tuple[str, str]] = {
    "R": ("读取与印刷精度", "reading and printed precision"),
    "W": ("分值", "weights"),
    "Q": ("定量得分", "quantitative scores"),
    "L": ("定性得分", "qualitative scores"),
    "B": ("预算执行与资金", "budget execution and money"),
    "T": ("小计与总分", "subtotals and totals"),
    "G": ("评价等级", "grades"),
    "F": ("目标值与实际值", "target and actual figures"),
    "O": ("绩效目标", "targets"),
    "N": ("偏差原因", "reasons"),
    "S": ("文字所述", "what the prose states"),
    "A": ("汇总", "aggregation"),
    "P": ("规则", "the rules"),
}
"""Each family by its letter, with its Chinese and its English name."""
