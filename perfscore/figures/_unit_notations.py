"""How units are written: the multiplier, what is counted, what it is divided by, signs of rates."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from perfscore.figures._types import Unit

_MULTIPLIERS = {
    "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
# 百分点 begins like a multiplier and is none.
MULTIPLIER = r"(?:万亿|千亿|百亿|千万|百万|十万|亿|万|千|百(?!分点))"
_SPLIT = re.compile(rf"({MULTIPLIER}?)(.*)", re.DOTALL)

# 个 says nothing before these: 5个工作日 is 5工作日.
_COUNTED = re.compile(r"个(?=工作日|自然日|月|小时|季度|百分点|学时|课时)")
_ALIASES = {"名": "人", "位": "人", "日": "天"}

MEASURES = (
    "工作日", "自然日", "百分点", "小时", "季度", "人次", "户次", "场次", "班次", "车次", "课时", "学时",
    "分钟", "平方米", "立方米", "公里", "公斤", "公顷", "米", "元", "人", "名", "位", "次", "个", "件",
    "份", "家", "场", "项", "篇", "户", "起", "台", "套", "辆", "笔", "条", "册", "张", "处", "所", "座",
    "间", "栋", "株", "棵", "亩", "吨", "天", "日", "年", "周", "倍", "例", "宗", "支", "轮",
    "个工作日", "个自然日", "个百分点", "个小时", "个季度", "个月",
)  # fmt: skip
"""Measure words; a Chinese numeral counts as a number only before one of these.

Left out are those that make another word with a numeral: 十分, 一期, 一批, 三本, 一类, 一级, 一流.
"""

_CLASSIFIERS = (
    "人次", "户次", "场次", "班次", "车次", "名", "位", "次", "个", "件", "份", "家", "场", "项", "篇", "户",
    "起", "期", "台", "套", "辆", "笔", "条", "本", "册", "张", "处", "所", "座", "间", "栋", "株", "棵",
    "例", "宗", "支", "批", "轮", "种", "门", "块",
)  # fmt: skip
# Behind one of these stands what is counted, 家企业; but not in words that only begin alike, 家庭户.
_WITH_NOUN = re.compile(
    rf"(?!项目|家庭|户籍|台账|场地|场所|起重|位置|名额|处室|座位|本级|本科|期刊|支部|支队|支出|例会)"
    rf"({'|'.join(_CLASSIFIERS)})[^/]{{2,}}"
)


# Tables use few units; a column with a million different ones must not fill the memory.
@lru_cache(maxsize=1024)
def unit_of(text: str) -> Unit:
    """Read a unit.

    Parameters
    ----------
    text
        The unit behind a number, normalised; empty where there is none.

    Returns
    -------
    Unit
        Its base is what is counted: 名 and 位 are 人, 日 is 天, 个 before a unit of time is
        dropped, and of a measure word with a noun (``次培训活动``) the measure word is kept.
        Everything else is taken as it is printed: 人 and 人次 differ, 件/套 is one unit.

    Examples
    --------
    >>> unit_of("万人次/年").base, unit_of("‰").scale, unit_of("个百分点").base, unit_of("万").base
    ('人次/年', Fraction(1, 1000), '百分点', '')
    """
    if text == "%":
        return _PER_CENT
    if text == "‰":
        return _PER_MILLE
    found = _SPLIT.fullmatch(text)
    assert found is not None  # both parts may be empty
    base = _COUNTED.sub("", found[2], count=1)
    return Unit(text, _plain(base), Fraction(_MULTIPLIERS.get(found[1], 1)))


_PER_CENT = Unit("%", "%", Fraction(1, 100))
_PER_MILLE = Unit("‰", "%", Fraction(1, 1000))


def _plain(base: str) -> str:
    counted, slash, divisor = base.partition("/")
    if not slash and (found := _WITH_NOUN.fullmatch(counted)) is not None:
        counted = found[1]
    return f"{_ALIASES.get(counted, counted)}{slash}{divisor}"
