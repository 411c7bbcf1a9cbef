"""What the wording of a qualitative indicator states: reached, partly reached, not reached.

A wording may leave room: 基本完成 can be called reached or partly reached, and then both bands
are admitted. What is not listed here states nothing, and the line stays open: no result is guessed.
"""

from __future__ import annotations

from perfscore.figures import same_wording
from perfscore.terms import Result

_REACHED = (Result.REACHED,)
_PARTLY = (Result.PARTLY_REACHED,)
_NOT = (Result.NOT_REACHED,)
_REACHED_OR_PARTLY = (Result.REACHED, Result.PARTLY_REACHED)
_PARTLY_OR_NOT = (Result.PARTLY_REACHED, Result.NOT_REACHED)

_WHOLE = frozenset(
    (
        "完成", "已完成", "全部完成", "全面完成", "圆满完成", "顺利完成", "按时完成", "按期完成", "按计划完成",
        "如期完成", "完成目标", "达到", "达到目标", "达到预期", "达到预期目标", "达标", "已达标", "全部达标",
        "实现", "已实现", "实现目标", "全部实现",
    )
)  # fmt: skip
"""Wordings that state, as they stand, that the target is reached, whatever its words."""

_FRAGMENTS = (
    # The first line of which a fragment occurs in the wording decides.
    (("未完全", "未全部", "未全面", "尚未完成", "未完成", "未达", "未实现", "没有完成", "不达标", "不合格", "不满意"), _PARTLY_OR_NOT),
    (("未开展", "未实施", "未启动", "未落实"), _NOT),
    (("一定程度", "一定效果", "一定成效", "一定提升", "一定提高", "一定改善", "有所", "略有", "稍有", "初步"), _PARTLY),
    (("大部分", "基本", "总体", "较", "逐步"), _REACHED_OR_PARTLY),
    (("部分",), _PARTLY),
    (("显著", "明显", "有效", "良好", "优秀", "优良", "顺利", "圆满", "及时", "按时", "完善", "健全", "充分", "合格", "满意"), _REACHED_OR_PARTLY),
)  # fmt: skip


def stated_results(target: str, actual: str) -> tuple[Result, ...]:
    """Return the results that an actual wording can state, measured by the target's wording.

    Parameters
    ----------
    target, actual
        The two cells as printed.

    Returns
    -------
    tuple of Result
        One result, or two neighbouring ones where the wording leaves room; empty where it states
        none that is known.

    Examples
    --------
    >>> stated_results("显著提升", "一定程度提升")
    (<Result.PARTLY_REACHED: 'partly-reached'>,)
    >>> stated_results("有效提升", "有效提升")
    (<Result.REACHED: 'reached'>,)
    >>> stated_results("有效提升", "整体办公区域")
    ()
    """
    if same_wording(target, actual) or actual.strip() in _WHOLE:
        return _REACHED
    named = Result.from_label(actual)
    if named is not None:
        return (named,)
    results = _by_fragment(actual)
    if results == _PARTLY and _by_fragment(target) == _PARTLY:
        # 有所提升 for a target of 一定程度提升: the target itself asks for no more.
        return _REACHED_OR_PARTLY
    return results


def _by_fragment(wording: str) -> tuple[Result, ...]:
    for fragments, results in _FRAGMENTS:
        if any(fragment in wording for fragment in fragments):
            return results
    return ()
