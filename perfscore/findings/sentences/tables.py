"""Captions and headings of the HTML tables that notebooks show."""

from __future__ import annotations

ROWS = (
    # Each key with its Chinese and its English sentence.
    ("caption.comparison", "{table}与{aggregate}核对", "{table} held against {aggregate}"),
    ("caption.findings", "发现", "findings"),
    (
        "caption.report",
        "{disclosure}：{tables} 张表，发现 {count} 条",
        "{disclosure}: tables {tables}, findings {count}",
    ),
    ("heading.admitted", "可得", "admitted"),
    ("heading.claimed", "印出", "claimed"),
    ("heading.code", "代码", "code"),
    ("heading.derivation", "计算过程", "derivation"),
    ("heading.fed-by", "各项目完成值", "fed by"),
    ("heading.finding", "发现", "finding"),
    ("heading.from-projects", "由各项目可得", "the projects give"),
    ("heading.gap", "至少相差", "at least off"),
    ("heading.indicator", "指标", "indicator"),
    ("heading.labels", "指标分类", "labels"),
    ("heading.level-three", "三级指标", "indicator"),
    ("heading.lost", "失分", "points lost"),
    ("heading.place", "位置", "place"),
    ("heading.score", "得分", "score"),
    ("heading.scores", "可得分数", "admitted scores"),
    ("heading.sentence", "说明", "sentence"),
    ("heading.severity", "程度", "severity"),
    ("heading.subject", "核对", "checked"),
    ("heading.verdict", "结论", "verdict"),
    ("heading.weight", "分值", "weight"),
)
