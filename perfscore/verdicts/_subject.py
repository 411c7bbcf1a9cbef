"""Which figure a verdict is about."""

from __future__ import annotations

from perfscore.findings import Worded


class Subject(Worded):
    """Which figure a verdict is about, and what it is held against."""

    LINE = ("line", "得分与规则", "score against the rule")
    """The score of an indicator."""
    EXECUTION_SCORE = ("execution-score", "得分与规则", "score against the rule")
    """The score of budget execution."""
    EXECUTION_RATE = ("execution-rate", "执行率与金额", "rate against the amounts")
    """The printed execution rate against executed by budget."""
    SOURCES = ("sources", "金额与各来源合计", "amount against its sources")
    """The budget or the executed amount against the sources of the funds."""
    WEIGHTS = ("weights", "分值与下级合计", "weight against those below")
    """A printed weight against the weights below it."""
    SUBTOTAL = ("subtotal", "小计与各行", "subtotal against the lines")
    """A printed subtotal against the claimed lines."""
    TOTAL = ("total", "总分与各行", "total against the lines")
    """The total against the claimed lines."""
    TOTAL_BY_RULES = ("total-by-rules", "总分与规则", "total against the rules")
    """The total against everything that the rules admit."""
    STATED = ("stated", "文字所述", "stated figure")
    """A figure of the prose against the figures that it names."""
    STATED_OF_TABLE = ("stated-of-table", "文字与表", "stated figure against its table")
    """A figure of the prose against the table that it speaks of."""
    SPENDING = ("spending", "支出明细合计", "amount against its detail")
    """A budget against the spending detail, or an item of it against its parts."""
    GRADE = ("grade", "等级与总分", "grade against the total")
    """The printed grade against the total."""
    AGGREGATE = ("aggregate", "数字与各项目汇总", "figure against its projects")
    """A figure one level up against the projects below it."""
