"""Conventions beside the rule under which a figure holds."""

from __future__ import annotations

ROWS = (
    # Each key with its Chinese and its English sentence.
    ("convention.band-edges", "档次分界分属上下两档", "the edge of two bands belongs to both"),
    ("convention.lines", "{lines} 按其成立的惯例计分", "{lines} scored under the convention that it follows"),
    ("convention.mean-budget", "按预算数加权平均", "the mean is weighted by budget"),
    (
        "convention.mean-budget-here",
        "仅本级按预算数加权平均",
        "the mean is weighted by budget at this level alone",
    ),
    ("convention.mean-executed", "按执行数加权平均", "the mean is weighted by executed"),
    (
        "convention.mean-executed-here",
        "仅本级按执行数加权平均",
        "the mean is weighted by executed at this level alone",
    ),
    ("convention.mean-plain", "简单平均", "the mean is not weighted"),
    ("convention.mean-plain-here", "仅本级简单平均", "the mean is not weighted at this level alone"),
    ("convention.rate-half-even", "执行率按四舍六入五成双取整", "the rate is rounded half to even"),
    ("convention.rate-truncated", "执行率截去多余小数", "the rate is truncated instead of rounded"),
    ("convention.score-places", "得分按其他方式取舍位数", "the score is rounded or cut to other places"),
    (
        "convention.sum-of-unrounded",
        "先汇总未取整的得分，再取整",
        "the unrounded scores are added, then rounded",
    ),
    (
        "convention.total-places",
        "总分按其印出的位数取整",
        "the total is rounded to the places that it prints",
    ),
)
