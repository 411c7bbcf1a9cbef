"""Terms: labels as forms print them lead to their member."""

from __future__ import annotations

import pytest

from perfscore.terms import Direction, Grade, Kind, Level1, Level2, Nature, Result, Term


@pytest.mark.parametrize(
    ("kind", "label", "member"),
    [
        (Level1, "产出指标", Level1.OUTPUT),
        (Level1, "效益", Level1.BENEFIT),
        (Level1, "满意度指标", Level1.SATISFACTION),
        (Level2, "社会公众或服务对象满意度指标", Level2.SATISFACTION),
        (Level2, "可持续影响 指标", Level2.SUSTAINED_IMPACT),
        (Level2, "生态效益", Level2.ECOLOGICAL_BENEFIT),
        (Direction, "反向", Direction.NEGATIVE),
        (Direction, "positive", Direction.POSITIVE),
        (Nature, "定性指标", Nature.QUALITATIVE),
        (Kind, "部门整体", Kind.DEPARTMENT),
        (Result, "部分达成预期指标并具有一定效果", Result.PARTLY_REACHED),
        (Grade, "优秀", Grade.EXCELLENT),
    ],
)
def test_labels(kind: type[Term], label: str, member: Term) -> None:
    """A label or one of its variants, with or without 指标, names its member."""
    assert kind.from_label(label) is member


@pytest.mark.parametrize("label", ["", "指标", "预算执行率", "公共就业服务"])
def test_unknown_labels(label: str) -> None:
    """A label that is not known names nothing: it is for a finding, not an error."""
    assert Level1.from_label(label) is None


def test_labels_in_both_languages() -> None:
    """A member has a Chinese and an English label."""
    assert Result.NOT_REACHED.label("zh") == "未达成预期指标"
    assert Result.NOT_REACHED.label("en") == "not reached"


def test_no_label_names_two_members() -> None:
    """Within one enumeration, every label leads back to its own member."""
    for kind in (Kind, Level1, Level2, Nature, Direction, Result, Grade):
        for member in kind:
            for label in (str(member.value), member.zh, *member.aliases):
                assert kind.from_label(label) is member
