"""Sections: goals and levels with the rows beside them, in printed order."""

from __future__ import annotations

import perfscore as ps
from perfscore.model._sections import section_of


def _table(*, truncated: bool = False) -> ps.SelfAssessment:
    """Two goals: the first has levels inside a level and a row of its own, the second ends in a level."""
    quantity = ps.Level("数量指标", [ps.Indicator("a"), ps.Indicator("b")])
    output = ps.Level("产出指标", [quantity, ps.Indicator("c")])
    effect = ps.Level("效益指标", [ps.Indicator("e")])
    last = ps.Level("满意度指标", [ps.Indicator("f")])
    goals = [ps.Goal("目标一", [output, ps.Indicator("d")]), ps.Goal(None, [effect, last])]
    return ps.SelfAssessment(goals=goals, truncated=truncated)


def test_rows_know_where_they_stand() -> None:
    """Rows come in printed order with labels, levels and a path, at any depth."""
    deep = ps.Level(
        "产出指标", [ps.Level("数量指标", [ps.Indicator("a"), ps.Indicator("b")]), ps.Indicator("c")]
    )
    rows = section_of(ps.Goal("目标", [deep, ps.Indicator("d")]), position=2, first=5).rows
    assert [(row.number, row.indicator.name, row.labels, row.path) for row in rows] == [
        (5, "a", ("目标", "产出指标", "数量指标"), (2, 0, 0)),
        (6, "b", ("目标", "产出指标", "数量指标"), (2, 0, 0)),
        (7, "c", ("目标", "产出指标"), (2, 0)),
        (8, "d", ("目标",), (2,)),
    ]


def test_sections_come_before_those_inside_them() -> None:
    """Each has its labels, its path and the numbers of all rows below it, counted through the table."""
    found = [
        (section.labels, section.path, [row.number for row in section.rows])
        for section in _table().sections()
    ]
    assert found == [
        (("目标一",), (0,), [1, 2, 3, 4]),
        (("目标一", "产出指标"), (0, 0), [1, 2, 3]),
        (("目标一", "产出指标", "数量指标"), (0, 0, 0), [1, 2]),
        ((), (1,), [5, 6]),
        (("效益指标",), (1, 0), [5]),
        (("满意度指标",), (1, 1), [6]),
    ]


def test_rows_of_sections_are_those_of_the_table() -> None:
    """A row is the same, with the same place, whether it is reached through its table or its goal."""
    table = _table()
    goals = [section for section in table.sections() if len(section.path) == 1]
    assert [row for goal in goals for row in goal.rows] == list(table.rows)
    assert [[level.label for level in row.levels] for row in table.rows] == [
        ["产出指标", "数量指标"],
        ["产出指标", "数量指标"],
        ["产出指标"],
        [],
        ["效益指标"],
        ["满意度指标"],
    ]


def test_what_stands_directly_below() -> None:
    """A section holds levels and rows as they alternate, each level once."""
    goal, output, *_ = _table().sections()
    assert goal.inside[0] == output
    assert goal.inside[1] == list(_table().rows)[3]
    assert len(goal.inside) == 2


def test_only_the_end_of_a_table_is_cut_off() -> None:
    """Of a table that is cut off the last goal may go on, and the level with which it ends."""
    assert [section.is_cut for section in _table(truncated=True).sections()] == [False] * 3 + [
        True,
        False,
        True,
    ]
    assert not any(section.is_cut for section in _table().sections())


def test_a_level_before_the_last_row_is_complete() -> None:
    """Where a row of the goal follows a level, the document has left that level behind."""
    level = ps.Level("产出指标", [ps.Indicator("a")])
    table = ps.SelfAssessment(goals=[ps.Goal("目标", [level, ps.Indicator("b")])], truncated=True)
    assert [section.is_cut for section in table.sections()] == [True, False]


def test_parts_without_rows_are_sections() -> None:
    """A goal and a level below which nothing stands are walked too, and take no number."""
    goals = [ps.Goal("一", [ps.Level("空", [])]), ps.Goal("二"), ps.Goal("三", [ps.Indicator("a")])]
    found = [(section.labels, section.rows) for section in ps.SelfAssessment(goals=goals).sections()]
    assert [labels for labels, _ in found] == [("一",), ("一", "空"), ("二",), ("三",)]
    assert [[row.number for row in rows] for _, rows in found] == [[], [], [], [1]]
