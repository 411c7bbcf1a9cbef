"""Each row's share of the value, the money, the weight and the points lost."""

from __future__ import annotations

from fractions import Fraction

import attrs

from perfscore.aggregation import Match, aggregate
from tests.aggregation.building import WUHAN, row, table


def test_a_sum() -> None:
    """甲 missed 5 of 20, 乙 did 1 better: of 16 points lost 20 are 甲's, and −4 乙's."""
    one = table("甲", row("≥10人", "5人"), money="100")
    two = table("乙", row("≥10人", "11人"), money="300")
    (line,) = aggregate([one, two], rules=WUHAN).lines
    second, first = line.feeds
    assert line.exact == 64
    assert (first.location.table, first.of_value, first.of_money, first.of_weight) == (
        "甲", Fraction(5, 16), Fraction(1, 4), Fraction(1, 4),
    )  # fmt: skip
    assert [feed.lost for feed in (first, second)] == [20, -4]


def test_a_mean_counts_by_money() -> None:
    """90 % of 100 % with a quarter of the money: 2.5 % of 80 points."""
    one = table("1", row("≥100%", "90%"), money="100")
    two = table("2", row("≥100%", "100%"), money="300")
    made = aggregate([one, two], rules=WUHAN)
    first, second = made.lines[0].feeds
    assert [feed.lost for feed in (first, second)] == [2, 0]
    assert (first.of_value, second.of_value) == (Fraction(90, 390), Fraction(300, 390))
    assert [project.share for project in made.projects] == [Fraction(1, 4), Fraction(3, 4)]
    assert [project.lost for project in made.projects] == [2, 0]


def test_a_negative_indicator() -> None:
    """Targets of 10 each, 15 and 10 reached: 80 × 20/25, the 16 lost are the first table's."""
    (line,) = aggregate(
        [table("1", row("≤10起", "15起")), table("2", row("≤10起", "10起"))], rules=WUHAN
    ).lines
    assert line.exact == 64
    assert [feed.lost for feed in line.feeds] == [16, 0]


def test_a_judgement() -> None:
    """Shares of 0.6 and 1.0 of the weight, the same money: 16 of 80 lost through the first."""
    rows = [row("完成", "完成", claimed=claim) for claim in (48, 80)]
    (line,) = aggregate([table("1", rows[0]), table("2", rows[1])], rules=WUHAN).lines
    assert [feed.lost for feed in line.feeds] == [16, 0]
    assert [feed.of_value for feed in line.feeds] == [Fraction(3, 8), Fraction(5, 8)]


def test_the_same_miss_of_all_tables_is_shared_evenly() -> None:
    """Where the rule set counts a late date as 0, both lose half of the 80; nothing is left over.

    Measured against the end of the range that it misses, 5,000 is 4,000 ÷ 5,000 of 80.
    """
    rules = attrs.evolve(
        WUHAN, choices=attrs.evolve(WUHAN.choices, late="zero", outside_range="nearest-bound")
    )
    for cells, lost in ((("2023年11月", "2023年12月"), 80), (("400-4,000元/人", "5,000元/人"), 16)):
        made = aggregate([table("1", row(*cells)), table("2", row(*cells), money="300")], rules=rules)
        assert made.lines[0].lost == lost
        assert [feed.lost for feed in made.lines[0].feeds] == [Fraction(lost, 2)] * 2
        assert [project.lost for project in made.projects] == [Fraction(lost, 2)] * 2


def test_where_nothing_was_lost_nobody_lost_it() -> None:
    """A shortfall that another table made good costs nothing."""
    (line,) = aggregate(
        [table("1", row("≥10人", "5人")), table("2", row("≥10人", "15人"))], rules=WUHAN
    ).lines
    assert [feed.lost for feed in line.feeds] == [0, 0]


def test_what_is_not_known_is_none() -> None:
    """A late date of all tables has no shares; a stated weight none of the weight."""
    rules = WUHAN
    late = row("2023年11月", "2023年12月")
    (line,) = aggregate([table("1", late), table("2", late)], rules=rules).lines
    assert [(feed.of_value, feed.lost) for feed in line.feeds] == [(None, None)] * 2
    stated = aggregate([table("1", row("≥1人", "1人"))], rules=rules, matches=[Match("指标", weight=5)])
    assert stated.lines[0].feeds[0].of_weight is None
    (mixed,) = aggregate([table("1", row("≥3人", "3人")), table("2", row(None, "3人"))], rules=rules).lines
    assert [(feed.target, feed.actual) for feed in mixed.feeds] == [("≥3人", "3人"), ("", "3人")]
    (empty,) = aggregate([table("1", row("≥3人", None))], rules=rules).lines
    assert (empty.feeds[0].actual, empty.feeds[0].lost) == ("", None)


def test_a_row_alone_bears_everything() -> None:
    """What one row lost is its own, whatever its money."""
    (line,) = aggregate([table("1", row("≥10人", "5人"), money=None)], rules=WUHAN).lines
    assert line.feeds[0].lost == 40
