"""The walk over a table: goals and levels, each with what stands beside it, in printed order."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import attrs

from perfscore.model._parts import Goal, Indicator, Level

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen(weakref_slot=False)
class Row:
    """An indicator together with where it stands in its table.

    Parameters
    ----------
    number
        Position in the table, from 1.
    indicator
        The indicator.
    goal
        The goal that it belongs to.
    levels
        The levels that enclose it, from the outside in.
    labels
        The goal's name, if it has one, and the labels of the levels.
    path
        Positions from 0: the goal among the goals, then each level among its siblings.

    Examples
    --------
    >>> level = Level("质量指标", [Indicator("合格率")])
    >>> row, = section_of(Goal("年度目标1", [level])).rows
    >>> row.labels
    ('年度目标1', '质量指标')
    """

    number: int
    indicator: Indicator
    goal: Goal
    levels: tuple[Level, ...]
    labels: tuple[str, ...]
    path: tuple[int, ...]


@attrs.frozen(weakref_slot=False)
class Section:
    """A goal or a level with everything that stands beside it.

    Parameters
    ----------
    part
        The goal or the level.
    labels
        The goal's name, if it has one, and the labels of the levels down to this one.
    path
        Positions from 0: the goal among the goals, then each level among its siblings.
    inside
        What stands directly below it, in printed order.
    rows
        All rows below it, at any depth, in printed order.
    is_cut
        Whether the document may cut off some of it: it is the last of a table that is cut off.

    Examples
    --------
    >>> quality = Level("质量指标", [Indicator("合格率"), Indicator("准确率")])
    >>> section = section_of(Goal("年度目标1", [quality, Indicator("满意度")]))
    >>> [inner.labels for inner in section.walk()]
    [('年度目标1',), ('年度目标1', '质量指标')]
    >>> [row.number for row in section.rows]
    [1, 2, 3]
    """

    part: Goal | Level
    labels: tuple[str, ...]
    path: tuple[int, ...]
    inside: tuple[Section | Row, ...]
    rows: tuple[Row, ...]
    is_cut: bool

    def walk(self) -> Iterator[Section]:
        """Yield it and the sections inside it, in printed order: each before those inside it."""
        yield self
        for item in self.inside:
            if isinstance(item, Section):
                yield from item.walk()


def section_of(goal: Goal, *, position: int = 0, first: int = 1, is_cut: bool = False) -> Section:
    """Return *goal*, which stands at *position*, as a section with rows numbered from *first*.

    Examples
    --------
    >>> [row.number for row in section_of(Goal(None, [Indicator("a"), Indicator("b")]), first=5).rows]
    [5, 6]
    """
    return _section(goal, (), goal.labels, (position,), count(first), is_cut=is_cut)


def _section(
    goal: Goal,
    levels: tuple[Level, ...],
    labels: tuple[str, ...],
    path: tuple[int, ...],
    numbers: Iterator[int],
    *,
    is_cut: bool,
) -> Section:
    """Return the innermost of *levels* as a section; without levels the goal."""
    part = levels[-1] if levels else goal
    inside: list[Section | Row] = []
    rows: list[Row] = []
    last = len(part.children) - 1
    for index, child in enumerate(part.children):
        if isinstance(child, Indicator):
            row = Row(next(numbers), child, goal, levels, labels, path)
            inside.append(row)
            rows.append(row)
        else:
            below = (*levels, child), (*labels, child.label), (*path, index)
            section = _section(goal, *below, numbers, is_cut=is_cut and index == last)
            inside.append(section)
            rows += section.rows
    return Section(part, labels, path, tuple(inside), tuple(rows), is_cut)
