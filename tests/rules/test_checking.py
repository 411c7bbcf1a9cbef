"""A rule set that contradicts itself is refused, and the key that does is named."""

from __future__ import annotations

from importlib import resources

import pytest

from perfscore.errors import RuleSetError
from perfscore.rules import loads

TEXT = (resources.files("perfscore.rules") / "data" / "mof-2020-10.toml").read_text(encoding="utf-8")
BAND = '[[bands]]\nresult = "not-reached"\nlower = 0\nupper = 0.6\n'
RULE = 'id = "exact"\nzh = "执行率、完成率不取整，得分四舍五入"'


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("total = 100", "total = 0", "total"),
        ("execution_weight = 10", "execution_weight = 110", "execution_weight"),
        ("execution_weight = 10", "execution_weight = -1", "execution_weight"),
        ("score_places = 2", "score_places = 11", "score_places"),
        ("valid_from = 2020-02-25", "valid_from = 2020-02-25\nvalid_to = 2019-01-01", "valid_to"),
        ('execution = "proportional"', 'execution = "inverse"', "formulas.execution"),
        ('positive = "proportional"', 'positive = "inverse"', "formulas.positive"),
        ('negative = "inverse"', 'negative = "gated"', "formulas.negative"),
        ("upper_closed = true", "upper_closed = false", "bands[0].upper"),
        ("upper = 1\n", "upper = 0.9\n", "bands[0].upper"),
        ("lower = 0.6\nupper = 0.8", "lower = 0.6\nupper = 0.7", "bands[1].upper"),
        ("lower = 0.6\nupper = 0.8", "lower = 0.6\nupper = 0.8\nupper_closed = true", "bands[1].upper"),
        ("lower = 0\nupper = 0.6", "lower = 0.1\nupper = 0.6", "bands[2].lower"),
        (BAND, "", "bands"),
        ('result = "not-reached"', 'result = "reached"', "bands[2]"),
        ("lowest = 80", "lowest = 90", "grades[1].lowest"),
        ('grade = "poor"\nlowest = 0', 'grade = "poor"\nlowest = 1', "grades[3].lowest"),
        ("lowest = 90", "lowest = 101", "grades[0].lowest"),
        ('grade = "good"', 'grade = "poor"', "grades[3]"),
        ('quantitative = "quantitative"', 'quantitative = "nowhere"', "cited.quantitative"),
        ('quantitative = "quantitative"', 'quantity = "quantitative"', "cited.quantity"),
        ('quantitative = "quantitative"\n', "", "cited.quantitative"),
        ('grades = "grades"\n', "", "cited.grades"),
        ('id = "quantitative"', 'id = "weights"', "clauses[1]"),
        ('certainty = "recalled"', 'certainty = "primary"', "clauses[0].certainty"),
        (RULE, RULE + "\nrate_places = 2", "conventions[0]"),
        (RULE, RULE + '\nscore_rounding = "truncate"', "conventions[0]"),
        ('id = "rate-1"', 'id = "rate-2"', "conventions[4]"),
        ("rate_places = 1", "rate_places = 99", "conventions[4].rate_places"),
        ("rate_places = 1", "rate_places = 1\nprinted_rate = true", "conventions[4].printed_rate"),
    ],
)
def test_contradictions_are_refused(old: str, new: str, place: str) -> None:
    """Each contradiction is an error whose place is the file and the key."""
    assert old in TEXT
    with pytest.raises(RuleSetError) as caught:
        loads(TEXT.replace(old, new, 1), name="mine.toml")
    assert caught.value.place == f"mine.toml: {place}"


def test_a_rule_set_needs_conventions_and_bands() -> None:
    """Without the rule itself among the conventions, or without bands, there is no rule set."""
    head, _, rest = TEXT.partition("[[conventions]]")
    gaps = rest[rest.index("[[gaps]]") :]
    with pytest.raises(RuleSetError, match="m.toml: conventions: "):
        loads("conventions = []\n" + head + gaps, name="m.toml")
    without = head[: head.index("[[bands]]")] + head[head.index("[[grades]]") :]
    with pytest.raises(RuleSetError, match="m.toml: bands: "):
        loads("bands = []\n" + without + "[[conventions]]" + rest, name="m.toml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("execution_weight = 10", "execution_weight = 0"),
        ("execution_weight = 10", "execution_weight = 100"),
        ("score_places = 2", "score_places = 0"),
        ("score_places = 2", "score_places = 10"),
        ("valid_from = 2020-02-25", "valid_from = 2020-02-25\nvalid_to = 2020-02-25"),
        ("lowest = 90", "lowest = 100"),
        ("rate_places = 1", "rate_places = 10"),
    ],
)
def test_the_edges_are_allowed(old: str, new: str) -> None:
    """What lies exactly on a limit contradicts nothing."""
    assert old in TEXT
    assert loads(TEXT.replace(old, new, 1)).id == "mof-2020-10"
