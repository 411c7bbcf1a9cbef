"""The columns that frames take, listed once: how each is read, and what it is for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from perfscore.columns import NEGATIVE, POSITIVE
from perfscore.figures import Role, parse_actual, parse_figure, parse_target
from perfscore.model import Indicator
from perfscore.terms import Direction

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from perfscore.figures import Actual, Figure, Target


@attrs.frozen(kw_only=True)
class FrameColumn:
    """One column of a frame in the long form.

    Parameters
    ----------
    role
        What the column is to a row; a cell is called as :class:`~perfscore.model.Indicator` calls it.
    read
        The reader of its single cells; None where it holds no printed cell but what is said of the row.
    is_optional
        Whether a frame may be without it.
    is_scored
        Whether a score depends on it; a verdict depends on each column.
    """

    role: str
    read: Callable[[str], Figure | Target | Actual] | None = None
    is_optional: bool = False
    is_scored: bool = True


# In the order in which errors name them.
_COLUMNS = (
    FrameColumn(role="weight", read=partial(parse_figure, role=Role.WEIGHT)),
    FrameColumn(role="target", read=parse_target),
    FrameColumn(role="actual", read=parse_actual),
    FrameColumn(role="claimed", read=partial(parse_figure, role=Role.SCORE), is_scored=False),
    FrameColumn(role="direction", is_optional=True),
    FrameColumn(role="name", is_optional=True),
    FrameColumn(role="table", is_optional=True, is_scored=False),
)
VERIFIED = tuple(column.role for column in _COLUMNS)
SCORED = tuple(column.role for column in _COLUMNS if column.is_scored)
OPTIONAL = frozenset(column.role for column in _COLUMNS if column.is_optional)
CELLS = {column.role: column.read for column in _COLUMNS if column.read is not None}
"""The printed cells, each with its reader."""
SCORED_CELLS = tuple(role for role in SCORED if role in CELLS)
"""The printed cells on which a score depends."""

_DIRECTIONS = {POSITIVE: Direction.POSITIVE, NEGATIVE: Direction.NEGATIVE}


def indicator_of(cells: Mapping[str, Any], direction: int) -> Indicator:
    """Return the row that has these cells, each by its role, and a direction that is decided.

    It has no name: that has had its say in the direction.

    Examples
    --------
    >>> indicator_of({"target": "45人", "actual": "41人"}, POSITIVE)
    Indicator('', target='45人', actual='41人')
    """
    return Indicator("", **cells, direction=_DIRECTIONS[direction])
