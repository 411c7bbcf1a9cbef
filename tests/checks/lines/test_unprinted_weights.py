"""Weights that are not printed: inferred where the figures fix them, impossible where none fits."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import perfscore as ps
from perfscore.checks.lines._unprinted_weights import Inferred
from perfscore.findings import Message
from perfscore.intervals import Interval

RULES = ps.load_rules("wuhan-2023")
TABLES = Path(__file__).parents[3] / "examples" / "tables"
MET = {"target": "≥100人", "actual": "120人"}
HALF = {"target": "100人", "actual": "50人"}
WORDS = {"target": "有效提升", "actual": "有效提升"}


def _verify(weight: Any, *rows: dict[str, Any], **table: Any) -> ps.Verification:
    children = [ps.Indicator(f"数{number}", **row) for number, row in enumerate(rows, 1)]
    goal = ps.Goal(children=[ps.Level("产出指标", children, weight=weight)])
    return ps.verify(ps.SelfAssessment(goals=[goal], **table), rules=RULES, ignore=["W001", "T", "R003", "O"])


def _weights(result: ps.Verification) -> list[Fraction | None]:
    return [line.weight for line in result.card.lines]


def _lines(result: ps.Verification) -> list[ps.Verdict]:
    return [item for item in result.verdicts if item.subject.slug == "line"]


@pytest.mark.parametrize(
    ("weight", "rows", "weights", "codes"),
    [
        # Each line that met its target has its score for a weight.
        (10, [{**MET, "claimed": 4}, {**MET, "claimed": 6}], [4, 6], ["W005"]),
        # 4 + 10 × 50 %.
        (14, [{**MET, "claimed": 4}, {**HALF, "claimed": 5}], [4, 10], ["W005"]),
        # Words leave 80 to 100 %: 4 of 4 or 5; the other line decides.
        (9, [{**WORDS, "claimed": 4}, {**MET, "claimed": 4}], [5, 4], ["W005"]),
        # One line alone has the weight of its level.
        (10, [{**MET, "claimed": 10}], [10], ["W005"]),
        (10, [{**MET, "claimed": 9}], [10], ["Q007", "W005"]),
        (10, [{**MET, "claimed": 11}], [10], ["Q002", "W005"]),
        # A printed weight beside them counts: 10 less 4.
        (10, [{**MET, "claimed": 4, "weight": 4}, {**MET, "claimed": 6}], [4, 6], ["W005"]),
        # 无 for 无 may be judged as a wording: 4 of 4 or 5.
        (9, [{"target": "无", "actual": "无", "claimed": 4}, {**MET, "claimed": 4}], [5, 4], ["W005"]),
        # Two lines of words: 4 and 5 with 9 to 11 in all, 10 in two ways.
        (10, [{**WORDS, "claimed": 4}, {**WORDS, "claimed": 5}], [None, None], []),
        # 4.5 and 4.5 are 9.
        (10, [{**MET, "claimed": "4.5"}, {**MET, "claimed": "4.5"}], [None, None], ["W004"]),
        # Nothing was reached and 5 are claimed.
        (
            10,
            [{"target": "9人", "actual": "0人", "claimed": 5}, {**MET, "claimed": 5}],
            [None, None],
            ["Q009"],
        ),
        # Without all scores, or with weights that cannot be added, nothing is inferred.
        (10, [MET, {**MET, "claimed": 5}], [None, None], []),
        (10, [{**MET, "claimed": 4, "weight": "四"}, {**MET, "claimed": 6}], [None, None], ["R001"]),
        ("十", [{**MET, "claimed": 4}, {**MET, "claimed": 6}], [None, None], []),
        (4, [{**MET, "claimed": 4, "weight": 5}, {**MET, "claimed": 6}], [5, None], ["W002", "Q007"]),
        (None, [{**MET, "claimed": 4}, {**MET, "claimed": 6}], [None, None], []),
    ],
)
def test_levels(weight: Any, rows: list[dict[str, Any]], weights: list[int | None], codes: list[str]) -> None:
    """By hand: which weights follow, and what is told."""
    result = _verify(weight, *rows)
    assert _weights(result) == weights
    assert sorted(item.code for item in result.findings) == sorted(
        set(codes) - {"W002"} if weight == 4 else codes
    )


def test_inferred_verdicts_say_so() -> None:
    """A verdict that rests on an inferred weight is marked, and its record too."""
    first, second = _lines(_verify(14, {**MET, "claimed": 4}, {**HALF, "claimed": 5}))
    for verdict in (first, second):
        assert verdict.inferred
        assert verdict.kind is ps.VerdictKind.CONSISTENT
        assert verdict.to_record()["inferred"] is True
    assert second.derivation is not None
    assert second.derivation.label("en") == "10 × 50/100 = 5"
    printed = _lines(_verify(10, {**MET, "claimed": 10, "weight": 10}))
    assert not printed[0].inferred


def test_lines_with_several_possible_weights() -> None:
    """They hold under each, and what holds for one only is not said."""
    for verdict in _lines(_verify(10, {**WORDS, "claimed": 4}, {**WORDS, "claimed": 5})):
        assert verdict.kind is ps.VerdictKind.JUDGEMENT
        assert (verdict.computed, verdict.line, verdict.inferred) == (None, None, True)


def test_open_lines_stay_open_and_tell_why() -> None:
    """A line that cannot be compared restricts its weight only by its score."""
    rows = [{"target": "100人", "actual": "50户", "claimed": 4}, {**WORDS, "claimed": 4}]
    result = _verify(10, *rows)
    assert [item.kind for item in _lines(result)] == [ps.VerdictKind.OPEN, ps.VerdictKind.JUDGEMENT]
    assert [item.code for item in result.findings] == ["F001"]


def test_the_level_of_the_impossible_group() -> None:
    """Nine points below a level of ten: the level is inconsistent by one, its lines are open."""
    result = _verify(10, {**MET, "claimed": "4.5"}, {**MET, "claimed": "4.5"})
    assert {item.kind for item in _lines(result)} == {ps.VerdictKind.OPEN}
    (level,) = [item for item in result.verdicts if item.subject.slug == "weights" and item.location.labels]
    assert level.kind is ps.VerdictKind.INCONSISTENT
    assert (level.off_by, level.gap) == (Fraction(1), Fraction(1))
    (told,) = [item for item in result.findings if item.code == "W004"]
    off = Message.of("distance.off", off="1")
    assert dict(told.message.args) == {"weight": "10", "admitted": "9", "distance": off, "missed": "—"}


def test_the_level_of_a_possible_group() -> None:
    """Its weight is what its lines add to."""
    result = _verify(10, {**MET, "claimed": 4, "weight": 4}, {**MET, "claimed": 3}, {**MET, "claimed": 3})
    (level,) = [item for item in result.verdicts if item.inferred and item.subject.slug == "weights"]
    assert level.kind is ps.VerdictKind.CONSISTENT
    assert level.computed == Interval.point(Fraction(10))
    assert level.gap is None


def test_what_printed_weights_leave_is_the_most() -> None:
    """Of 10 points 4 are printed: the line that nothing explains can have 6 at most."""
    rows = [
        {**MET, "claimed": 4, "weight": 4},
        {"target": "9人", "actual": "0人", "claimed": 3},
        {**MET, "claimed": 3},
    ]
    (told,) = [item for item in _verify(10, *rows).findings if item.code == "Q009"]
    assert dict(told.message.args)["most"] == "6"


def test_weights_in_tenths() -> None:
    """4.2 in words of 4.2 to 5.2, and 5.1 met, below 9.8: the weights are 4.7 and 5.1."""
    result = _verify("9.8", {**WORDS, "claimed": "4.2"}, {**MET, "claimed": "5.1"})
    assert _weights(result) == [Fraction("4.7"), Fraction("5.1")]
    # Two lines of words leave several; the score itself is one of them.
    several = _verify("9.8", {**WORDS, "claimed": "4.2"}, {**WORDS, "claimed": "4.6"})
    assert {item.kind for item in _lines(several)} == {ps.VerdictKind.JUDGEMENT}


def test_the_lines_that_missed_are_named() -> None:
    """Claims of 37 in a level of 50 with one line cut to nothing: 38 at most, and the line is named."""
    claims = (5, 3, 3, 5, 3, 2, 3, 2, 3, 5, 3)
    rows = [{**MET, "claimed": claim} for claim in claims]
    rows.append({"target": "1120人次", "actual": "999人次", "claimed": 0})
    (told,) = [item for item in _verify(50, *rows).findings if item.code == "W004"]
    args = dict(told.message.args)
    assert (args["admitted"], args["distance"]) == ("38", Message.of("distance.off", off="12"))
    assert args["missed"] == "数12 (999人次 / 1120人次: 0)"


def test_several_possible_sums_are_told_as_a_span() -> None:
    """4 and 5 in words are 9 to 11 points, and never 20."""
    (told,) = [
        item
        for item in _verify(20, {**WORDS, "claimed": 4}, {**WORDS, "claimed": 5}).findings
        if item.code == "W004"
    ]
    args = dict(told.message.args)
    assert (args["admitted"], args["distance"]) == ("9–11", Message.of("distance.off", off="9"))


def test_the_line_that_no_weight_explains() -> None:
    """It is inconsistent itself, and the others of its level are open."""
    verdicts = _lines(_verify(10, {"target": "9人", "actual": "0人", "claimed": 5}, {**MET, "claimed": 5}))
    assert [item.kind for item in verdicts] == [ps.VerdictKind.INCONSISTENT, ps.VerdictKind.OPEN]


def test_the_level_that_is_cut_off() -> None:
    """The last level of a table that the page ends may have further lines."""
    result = _verify(10, {**MET, "claimed": 4}, {**MET, "claimed": 5}, truncated=True)
    assert _weights(result) == [None, None]
    assert [item.code for item in result.findings] == ["R004"]


def test_the_goal_that_is_cut_off() -> None:
    """A goal of which the page may hide levels leaves nothing for its line, though its last row prints a weight."""
    level = ps.Level("产出指标", [ps.Indicator("乙", weight=5, **MET, claimed=5)], weight=5)
    goal = ps.Goal("目标1", [ps.Indicator("甲", **MET, claimed=4), level], weight=12)
    whole, cut = (
        ps.verify(ps.SelfAssessment(goals=[goal], truncated=truncated), rules=RULES, select=["Q", "W"])
        for truncated in (False, True)
    )
    # 12 less 5 are 7 for the first line, which reached its target and claims 4.
    assert _weights(whole) == [7, 5]
    assert [item.code for item in whole.findings] == ["Q007", "W001", "W005"]
    assert _weights(cut) == [None, 5]
    assert [item.code for item in cut.findings] == ["W001"]


def test_weights_of_goals_and_of_levels_inside_levels() -> None:
    """The next printed weight above counts, and a level that prints its own is one part of it."""
    inner = ps.Level("质量指标", [ps.Indicator("丙", **MET, claimed=3)], weight=3)
    rows = [ps.Indicator("甲", **MET, claimed=4), ps.Indicator("乙", **MET, claimed=5)]
    goal = ps.Goal("目标1", [ps.Level("产出指标", [ps.Level("数量指标", rows), inner])], weight=12)
    result = ps.verify(ps.SelfAssessment(goals=[goal]), rules=RULES)
    assert _weights(result) == [4, 5, 3]
    groups = [
        item.location.labels for item in result.verdicts if item.inferred and item.subject.slug == "weights"
    ]
    assert groups == [("目标1",)]


def test_endless_weights_are_left_alone() -> None:
    """A weight far beyond any table, or more lines than any level has, is not searched."""
    assert _weights(_verify(10**7, {**MET, "claimed": 4}, {**MET, "claimed": 5})) == [None, None]
    assert set(_weights(_verify(610, *[{**MET, "claimed": 10}] * 61))) == {None}


@pytest.mark.parametrize(
    ("table_id", "codes"),
    [
        ("000-02", {9: "Q007"}),
        ("000-06", {7: "Q007"}),
        ("000-07", {10: "Q007"}),
        ("000-08", {7: "Q007"}),
    ],
)
def test_real_tables(table_id: str, codes: dict[int, str]) -> None:
    """Lines alone under levels of 10 that met their targets and claim 9 or 8."""
    table = ps.from_json((TABLES / f"{table_id}.json").read_text(encoding="utf-8"))
    result = ps.verify(table, rules=RULES, select=["Q"])
    assert {item.location.row: item.code for item in result.findings} == codes


def test_real_satisfaction_of_nine_in_ten() -> None:
    """4.5 and 4.5, both met, below 10 points."""
    table = ps.from_json((TABLES / "000-03.json").read_text(encoding="utf-8"))
    (told,) = ps.verify(table, rules=RULES, select=["W004"]).findings
    assert told.location.labels == ("满意度指标",)
    assert dict(told.message.args)["distance"] == Message.of("distance.off", off="1")


def test_a_level_of_which_nearly_every_weight_is_possible() -> None:
    """5.00 that cannot be compared and 3.00 of a bound, below 15: the bound holds, the other stays open."""
    result = _verify(
        15,
        {"target": "≥100%", "actual": "及时", "claimed": "5.00"},
        {"target": "≥90%", "actual": "30%以上", "claimed": "3.00"},
    )
    assert [item.kind for item in _lines(result)] == [ps.VerdictKind.OPEN, ps.VerdictKind.CONSISTENT]


def test_lines_that_need_more_than_twice_the_weight_of_their_level() -> None:
    """Three lines met with 2 points each need 6 where 2 are printed: 4 too many, and no line is blamed."""
    result = _verify(2, *[{**MET, "claimed": 2}] * 3)
    (level,) = [item for item in result.verdicts if item.inferred and item.subject.slug == "weights"]
    assert (level.kind, level.gap) == (ps.VerdictKind.INCONSISTENT, Fraction(4))
    assert {item.kind for item in _lines(result)} == {ps.VerdictKind.OPEN}


@pytest.mark.parametrize(
    ("claim", "tried"), [("4", [3, 4, 5, 8]), ("6", [3, 5, 8]), ("8", [3, 5, 8]), (None, [3, 5, 8])]
)
def test_the_weights_that_are_tried(claim: str | None, tried: list[int]) -> None:
    """They are the ends of the runs, and the claim only if it is a possible weight."""
    inferred = Inferred(weights=((6, 10), (16, 16)), step=Fraction(1, 2))
    assert list(inferred.samples(None if claim is None else Fraction(claim))) == tried
