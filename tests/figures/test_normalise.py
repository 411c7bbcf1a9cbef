"""Normalisation: one way of writing, without making digits of what is none."""

from __future__ import annotations

import pytest

from perfscore.figures import plain_name, plain_wording, same_wording
from perfscore.figures._normalise import normalised


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("≥ ９５ ％", "≥95%"), ("7, 937. 80", "7,937.80"), ("1 234", "1 234"), ("2023年 12月", "2023年12月"),
        (r"$\geq 3,000$ 件", "≥3,000件"), (r"\leq 5\%", "≤5%"), (r"\approx 80%", "≈80%"), (r"\sim", "~"),
        (r"\gequal", r"\gequal"), (">=5", "≥5"), ("=>5", "≥5"), ("≥=5", "≥5"), ("<=5", "≤5"), ("≤=5", "≤5"),
        ("》90%", "≥90%"), ("《5", "≤5"), ("《条例》", "《条例》"), ("①", "①"), ("5㎡", "5㎡"), ("", ""),
        ("（含）", "(含)"), ("1. 45人", "1. 45人"), ("21.\t45 人", "21. 45人"), ("1. 45", "1.45"),
        ("1. 5%", "1.5%"), ("121. 45人", "121.45人"), ("$5", "$5"), ("$5$", "5"), ("－5", "-5"),
        ("45。5", "45。5"),
    ],
)  # fmt: skip
def test_normalised(text: str, plain: str) -> None:
    """Width, signs and blanks are brought to one form; letters and special signs stay."""
    assert normalised(text) == plain


def test_same_wording() -> None:
    """Blanks, width and a full stop do not make another wording; words do."""
    assert same_wording("有效 提升。", "有效提升")
    assert same_wording("一般45天，延长", "一般45天,延长")
    assert not same_wording("有效提升", "显著提升")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("参训人数", " 参训 人数", True), ("（ A ）", "(A)", True), ("参训人数。", "参训人数", True),
        ("“三支一扶”人数", "三支一扶人数", True), ("《条例》印发", "条例印发", True),
        ("参训人数", "参训人次", False), ("1.5倍", "15倍", False), ("甲、乙", "甲乙", False),
    ],
)  # fmt: skip
def test_names(one: str, other: str, same: bool) -> None:
    """Width, blanks, quotation marks and an end mark do not make another name; anything else does."""
    assert (plain_name(one) == plain_name(other)) is same


def test_plain_wording_keeps_quotation_marks() -> None:
    """A wording loses blanks and its end mark, no mark inside."""
    assert plain_wording("按“一事 一议”、发放。") == "按“一事一议”、发放"
