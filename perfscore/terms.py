"""The field's terms: enumerations whose members know their Chinese label and its variants.

==================  ======================================================================
:class:`Kind`       部门整体 or 项目: whose self-assessment it is
:class:`Horizon`    长期 or 年度: how far a goal of a target table looks ahead
:class:`Level1`     一级指标: output, benefit, satisfaction, cost
:class:`Level2`     二级指标: quantity, quality, timeliness …
:class:`Nature`     定量 or 定性
:class:`Direction`  正向 or 反向
:class:`Result`     达成, 部分达成, 未达成: what a qualitative indicator reached
:class:`Grade`      优, 良, 中, 差
==================  ======================================================================
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Self

from perfscore._text import in_language

if TYPE_CHECKING:
    from perfscore._text import Language


class Term(enum.Enum):
    """Base of the terms: a member has a Chinese label and further labels that mean the same.

    Examples
    --------
    >>> Direction.NEGATIVE.zh
    '反向'
    >>> Direction.from_label("逆向指标")
    <Direction.NEGATIVE: 'negative'>
    """

    zh: str
    aliases: tuple[str, ...]

    def __new__(cls, value: str, zh: str, *aliases: str) -> Self:
        """Make the member *value* with its Chinese label and the variants of it."""
        member = object.__new__(cls)
        member._value_ = value
        member.zh = zh
        member.aliases = aliases
        return member

    @classmethod
    def from_label(cls, label: str) -> Self | None:
        """Return the member that *label* names, or None if it is not known.

        The word 指标 at the end and blanks do not matter.

        Examples
        --------
        >>> Level2.from_label("社会效益指标") is Level2.from_label("社会效益")
        True
        >>> Level1.from_label("预算执行率") is None
        True
        """
        wanted = _bare(label)
        for member in cls:
            if wanted in (member.value, *map(_bare, (member.zh, *member.aliases))):
                return member
        return None

    def label(self, language: Language) -> str:
        """Return the term in *language*.

        Examples
        --------
        >>> Result.PARTLY_REACHED.label("zh"), Result.PARTLY_REACHED.label("en")
        ('部分达成预期指标', 'partly reached')
        """
        return in_language(language, self.zh, str(self.value).replace("-", " "))


class Kind(Term):
    """Whose self-assessment a table is."""

    DEPARTMENT = ("department", "部门整体", "部门", "整体")
    PROJECT = ("project", "项目", "项目支出")


class Horizon(Term):
    """How far a goal of a target table looks ahead."""

    LONG_TERM = ("long-term", "长期", "长期目标", "长期绩效目标", "中长期目标", "中期目标")
    ANNUAL = ("annual", "年度", "年度目标", "年度绩效目标")


class Level1(Term):
    """Level 1 of the indicators (一级指标)."""

    OUTPUT = ("output", "产出指标")
    BENEFIT = ("benefit", "效益指标", "效果指标")
    SATISFACTION = ("satisfaction", "满意度指标", "服务对象满意度指标")
    COST = ("cost", "成本指标")


class Level2(Term):
    """Level 2 of the indicators (二级指标)."""

    QUANTITY = ("quantity", "数量指标")
    QUALITY = ("quality", "质量指标")
    TIMELINESS = ("timeliness", "时效指标")
    COST = ("cost", "成本指标", "经济成本指标")
    ECONOMIC_BENEFIT = ("economic-benefit", "经济效益指标")
    SOCIAL_BENEFIT = ("social-benefit", "社会效益指标")
    ECOLOGICAL_BENEFIT = ("ecological-benefit", "生态效益指标")
    SUSTAINED_IMPACT = ("sustained-impact", "可持续影响指标", "可持续影响效益指标")
    SATISFACTION = (
        "satisfaction",
        "服务对象满意度指标",
        "社会公众或服务对象满意度指标",
        "满意度指标",
    )


class Nature(Term):
    """Whether an indicator is measured or judged."""

    QUANTITATIVE = ("quantitative", "定量")
    QUALITATIVE = ("qualitative", "定性")


class Direction(Term):
    """Which way an indicator is better."""

    POSITIVE = ("positive", "正向", "正向指标")
    NEGATIVE = ("negative", "反向", "逆向", "反向指标", "逆向指标")


class Result(Term):
    """What a qualitative indicator reached: the three bands (三档)."""

    REACHED = ("reached", "达成预期指标", "达成", "达成年度指标", "已达成", "全部达成")
    PARTLY_REACHED = (
        "partly-reached",
        "部分达成预期指标",
        "部分达成",
        "部分达成预期指标并具有一定效果",
        "部分达成年度指标并具有一定效果",
    )
    NOT_REACHED = (
        "not-reached",
        "未达成预期指标",
        "未达成",
        "未达成预期指标且效果较差",
        "未达成年度指标且效果较差",
    )


class Grade(Term):
    """The grade of a total (评价等级)."""

    EXCELLENT = ("excellent", "优", "优秀")
    GOOD = ("good", "良", "良好")
    FAIR = ("fair", "中", "中等")
    POOR = ("poor", "差", "较差")


def _bare(label: str) -> str:
    """Strip what does not distinguish labels: blanks, and the word 指标 behind a longer label."""
    text = "".join(label.split())
    return text.removesuffix("指标") or text
