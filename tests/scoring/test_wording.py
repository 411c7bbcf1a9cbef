"""Wordings: what they state, and no more."""

from __future__ import annotations

import pytest

from perfscore.scoring import stated_results
from perfscore.terms import Result

R, P, N = Result.REACHED, Result.PARTLY_REACHED, Result.NOT_REACHED


@pytest.mark.parametrize(
    ("target", "actual", "results"),
    [
        ("有效提升", "有效提升", (R,)), ("有效提升", "有效 提升。", (R,)), ("完成市级下达任务", "已完成", (R,)),
        ("有效提升", "达成预期指标", (R,)), ("有效提升", "部分达成", (P,)), ("有效提升", "未达成", (N,)),
        ("有效推进", "一定程度推进", (P,)), ("显著提升", "有所提升", (P,)), ("按时", "未按时完成，未完成", (P, N)),
        ("全部办结", "大部分办结", (R, P)), ("全部办结", "部分办结", (P,)), ("完成", "基本完成", (R, P)),
        ("开展培训", "未开展", (N,)), ("显著提升", "明显提升", (R, P)), ("一定程度提升", "有所提升", (R, P)),
        ("一定程度提升", "一定程度提升", (R,)), ("良好", "较好", (R, P)), ("提升", "整体办公区域", ()), ("提升", "", ()),
    ],
)  # fmt: skip
def test_stated_results(target: str, actual: str, results: tuple[Result, ...]) -> None:
    """A wording states its result, two neighbours where it leaves room, none where it is not known."""
    assert stated_results(target, actual) == results
