"""Which rows make one line."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.aggregation import LineKind, Match, aggregate
from perfscore.aggregation._matching import line_key
from tests.aggregation.building import WUHAN, row, table

A = table("甲", row("≥3人", "3人", name="培训人数"), row("≥3人", "3人", name="招聘人数"))
B = table("乙", row("≥5人", "5人", name="培训 人数。"), row("≥5人", "5人", name="参训人数"))


def fed(tables: list[ps.SelfAssessment], *matches: Match) -> dict[str, list[tuple[str, int | None]]]:
    """Return for each line the rows that fed it."""
    made = aggregate(tables, rules=WUHAN, matches=matches)
    return {
        line.name: [(feed.location.table, feed.location.row) for feed in line.feeds] for line in made.lines
    }


def test_by_level_and_name() -> None:
    """Blanks, width, quotation marks and an end mark do not distinguish names."""
    assert fed([A, B]) == {
        "培训 人数。": [("乙", 1), ("甲", 1)],
        "参训人数": [("乙", 2)],
        "招聘人数": [("甲", 2)],
    }


def test_names_of_other_levels_are_other_lines() -> None:
    """The same name under output and under benefit makes two lines; variants of a label make one."""
    item = row("≥3人", "3人")
    tables = [
        table("甲", ps.Level("产出指标", [ps.Level("数量指标", [item])])),
        table("乙", ps.Level("效益指标", [ps.Level("社会效益", [item])])),
        table("丙", ps.Level("效果指标", [ps.Level("社会效益指标", [item])])),
    ]
    lines = aggregate(tables, rules=WUHAN).lines
    assert [[feed.location.table for feed in line.feeds] for line in lines] == [["丙", "乙"], ["甲"]]
    assert line_key(["其他指标"], "a") == line_key(["其他"], "a")
    assert line_key(["a", "b", "满意度指标"], "n")[2] == "满意度"


def test_goals_are_no_part_of_the_level() -> None:
    """Each table counts its goals for itself: 年度目标1 of two tables need not be one goal."""
    one = ps.SelfAssessment(table_id="甲", goals=[ps.Goal("年度目标1", [row("≥3人", "3人")])])
    two = ps.SelfAssessment(table_id="乙", goals=[ps.Goal("年度目标2", [row("≥3人", "3人")])])
    assert len(aggregate([one, two], rules=WUHAN).lines) == 1


def test_an_explicit_match_goes_first() -> None:
    """Rows are named by number or name; the others are matched as usual."""
    match = Match("参加人数", {"甲": "招聘人数", "乙": 2})
    assert fed([A, B], match) == {
        "培训 人数。": [("乙", 1), ("甲", 1)],
        "参加人数": [("乙", 2), ("甲", 2)],
    }
    made = aggregate([A, B], rules=WUHAN, matches=[match])
    assert [line.stated for line in made.lines] == [False, True]
    assert not made.findings


def test_a_match_by_name_states_kind_and_weight() -> None:
    """Without rows a match says something of the line of its name."""
    match = Match("培训人数", kind="relative", weight="12")
    line, *_ = aggregate([A, B], rules=WUHAN, matches=[match]).lines
    assert (line.kind, line.weight, line.stated) == (LineKind.RELATIVE, Fraction(12), False)


def test_what_has_no_partner_is_reported() -> None:
    """A line of one table among several is a note at its row; alone it is none."""
    made = aggregate([A, B], rules=WUHAN)
    assert [(item.code, item.location.table, item.location.row) for item in made.findings] == [
        ("A003", "乙", 2),
        ("A003", "甲", 2),
    ]
    assert made.lines[1].absent == ("甲",)
    assert not aggregate([A], rules=WUHAN).findings


def test_a_row_without_partner_is_told_by_its_own_name() -> None:
    """甲's 招聘人数, taken out by a match, is alone; that 乙 has no 参训人数 of its own is not said."""
    made = aggregate([A, B], rules=WUHAN, matches=[Match("参训人数", {"甲": "招聘人数"})])
    assert [item.text() for item in made.findings] == [
        "A003 note 乙 · 2 参训人数: of 2 tables no other has a row that is matched with '参训人数'; "
        "the line is this row alone",
        "A003 note 甲 · 2 招聘人数: of 2 tables no other has a row that is matched with '招聘人数'; "
        "the line is this row alone",
    ]


def test_ambiguous_rows_stay_lines_of_their_own() -> None:
    """A table with two rows of one level and name: which is meant is not known, for any table."""
    twice = table("丙", row("≥1人", "1人", name="培训人数"), row("≥2人", "2人", name="培训人数"))
    made = aggregate([A, twice], rules=WUHAN)
    assert [(item.code, item.location.table, item.location.row) for item in made.findings] == [
        ("A008", "丙", 1),
        ("A008", "丙", 2),
        ("A008", "甲", 1),
        ("A003", "甲", 2),
    ]
    assert [len(line.feeds) for line in made.lines] == [1, 1, 1, 1]
    match = Match("培训人数", {"甲": 1, "丙": 2})
    made = aggregate([A, twice], rules=WUHAN, matches=[match])
    assert [[feed.location.row for feed in line.feeds] for line in made.lines] == [[1], [2, 1], [2]]
    assert "A008" not in {item.code for item in made.findings}


def test_lines_of_one_level_stand_together() -> None:
    """Levels come in the order in which they first occur, lines beside them before them."""
    output = ps.Level("产出指标", [row("≥1人", "1人", name="a")])
    benefit = ps.Level("效益指标", [row("≥1人", "1人", name="b")])
    more = ps.Level("产出指标", [row("≥1人", "1人", name="c")])
    tables = [table("1", output, benefit), table("2", row("≥1人", "1人", name="d"), more)]
    made = aggregate(tables, rules=WUHAN)
    assert [line.name for line in made.lines] == ["d", "a", "c", "b"]
    assert [item.indicator.name for item in made.table.rows] == ["d", "a", "c", "b"]
    beside = table(
        "1",
        ps.Level(
            "产出指标", [ps.Level("数量指标", [row("≥1人", "1人", name="a")]), row("≥1人", "1人", name="b")]
        ),
    )
    assert [line.name for line in aggregate([beside], rules=WUHAN).lines] == ["b", "a"]


@pytest.mark.parametrize(
    ("match", "place"),
    [
        ("培训人数", "matches[0]"),
        (Match("x", {"丁": 1}), "matches[0].rows['丁']"),
        (Match("x", {"甲": 0}), "matches[0].rows['甲']"),
        (Match("x", {"甲": 3}), "matches[0].rows['甲']"),
        (Match("x", {"甲": "没有"}), "matches[0].rows['甲']"),
        (Match("没有", weight=3), "matches"),
    ],
)
def test_matches_that_mean_nothing(match: Any, place: str) -> None:
    """A table, a row or a line that is not there is a fault of the call."""
    with pytest.raises(ps.InputError) as caught:
        aggregate([A, B], rules=WUHAN, matches=[match])
    assert caught.value.place == place


@pytest.mark.parametrize("matches", [None, Match("培训人数", weight=3)])
def test_matches_are_a_list(matches: Any) -> None:
    """One alone, or nothing, is a fault of the call."""
    with pytest.raises(ps.InputError) as caught:
        aggregate([A, B], rules=WUHAN, matches=matches)
    assert caught.value.place == "matches"


def test_no_match_by_name_goes_lost() -> None:
    """Of two that state something of one line neither is silently left out."""
    both = [Match("培训人数", weight=12), Match("培训 人数", kind="relative")]
    with pytest.raises(ps.InputError, match="no other match by name") as caught:
        aggregate([A, B], rules=WUHAN, matches=both)
    assert caught.value.place == "matches[1]"


def test_matches_that_mean_too_much() -> None:
    """A row belongs to one match; a name must be that of one row, or of one line."""
    with pytest.raises(ps.InputError, match="no other match"):
        aggregate([A], rules=WUHAN, matches=[Match("x", {"甲": 1}), Match("y", {"甲": 1})])
    twice = table("丙", row("≥1人", "1人"), row("≥2人", "2人"))
    with pytest.raises(ps.InputError, match="give its number"):
        aggregate([twice], rules=WUHAN, matches=[Match("x", {"丙": "指标"})])
    with pytest.raises(ps.InputError, match="one line, not of 2"):
        aggregate([twice], rules=WUHAN, matches=[Match("指标", weight=3)])


@pytest.mark.parametrize(
    "fields",
    [
        {"rows": ["甲"]},
        {"rows": {"甲": True}},
        {"rows": {"甲": 1.0}},
        {"kind": "qualitative"},
        {"weight": "-1"},
        {"weight": "多"},
    ],
)
def test_a_match_of_wrong_fields_is_refused(fields: dict[str, Any]) -> None:
    """Rows are numbers or names, the kind one of two, the weight points."""
    with pytest.raises(ps.InputError):
        Match("x", **fields)
