"""The table: names, rows, representations."""

from __future__ import annotations

import re

import pytest

import perfscore as ps
from perfscore.errors import InputError


def _table() -> ps.SelfAssessment:
    levels = [ps.Level("产出指标", [ps.Indicator("<a>", weight=2, target="≥3", actual="4", claimed=2)])]
    return ps.SelfAssessment(
        title="表", goals=[ps.Goal("一", levels), ps.Goal("二", [ps.Indicator("b")])], total=2
    )


def test_rows_are_numbered_through() -> None:
    """Rows are numbered from 1 through all goals."""
    assert [(row.number, row.indicator.name) for row in _table().rows] == [(1, "<a>"), (2, "b")]


def test_names() -> None:
    """A table is called by its id, else its title, else its project."""
    assert ps.SelfAssessment(table_id="1", title="t").name == "1"
    assert ps.SelfAssessment(title="t", project="p").name == "t"
    assert ps.SelfAssessment(project="p").name == "p"
    assert ps.SelfAssessment().name == "table"


def test_text_representation() -> None:
    """The representation is one line."""
    assert repr(_table()) == "<SelfAssessment 表: 2 goals, 2 indicators, total 2>"
    assert repr(ps.SelfAssessment()) == "<SelfAssessment table: 0 goals, 0 indicators, total not printed>"


def test_html_representation() -> None:
    """The HTML shows every cell, escaped."""
    html = _table()._repr_html_()
    assert "<td>&lt;a&gt;</td><td>2</td><td>≥3</td><td>4</td><td>2</td>" in html
    assert "<td>一 · 产出指标</td>" in html


def test_each_cell_has_its_heading() -> None:
    """Number, labels and name come before the cells, and each cell stands below its own heading."""
    head, *rows = (
        re.findall("<t[hd]>(.*?)</t[hd]>", row)
        for row in re.findall("<tr>(.*?)</tr>", _table()._repr_html_())
    )
    assert head == ["", "指标分类", "三级指标", "分值", "年初目标值", "实际完成值", "得分"]
    assert [len(row) for row in rows] == [len(head)] * 2
    for row, item in zip(rows, _table().indicators, strict=True):
        cells = {column.label("zh"): cell.text if cell else "" for column, cell in item.cells().items()}
        assert list(zip(head, row, strict=True))[3:] == list(cells.items())


def test_endless_nesting_is_refused() -> None:
    """Twenty levels inside each other are taken, more are not: no later step may run out of depth."""
    level = ps.Level("20", [ps.Indicator("a")])
    for depth in range(19):
        level = ps.Level(str(depth), [level])
    assert len(ps.SelfAssessment(goals=[ps.Goal(None, [level])]).indicators) == 1
    with pytest.raises(InputError, match="at most 20 levels"):
        ps.SelfAssessment(goals=[ps.Goal(None, [ps.Level("one more", [level])])])
