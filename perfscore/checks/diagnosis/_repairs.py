"""The smallest sets of cells whose change makes a table consistent (Fellegi and Holt).

Every such set holds a cell of each broken rule. So the sets are found by branching on the cells of the
first rule that is still broken, all sets of one size before any of the next, in printed order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.checks.diagnosis._explanation import Repair
from perfscore.checks.diagnosis._tree import Cell, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.checks.diagnosis._board import Board

MAX_TRIED = 2_000
"""The most sets of cells that are looked at."""

MAX_CELLS = 4
"""The most cells that a set may have."""


@attrs.frozen(kw_only=True)
class Search:
    """The outcome of the search for repairs.

    Parameters
    ----------
    repairs
        All sets of the smallest size that were found.
    complete
        Whether the search came to its end.
    tried
        How many sets were looked at.
    """

    repairs: tuple[Repair, ...]
    complete: bool
    tried: int


def find_repairs(board: Board, *, rate_is_wrong: bool, max_tried: int = MAX_TRIED) -> Search:
    """Return all smallest sets of cells whose change makes every rule hold.

    Parameters
    ----------
    board
        The table.
    rate_is_wrong
        Whether the printed execution rate contradicts its amounts.
    max_tried
        The most sets that are looked at.
    """
    tree = Tree.of(board, rate_is_wrong=rate_is_wrong)
    nothing: frozenset[Cell] = frozenset()
    broken = tree.broken(nothing)
    layer = {} if broken is None else {nothing: broken}
    tried = 0
    for _ in range(MAX_CELLS):
        found: dict[frozenset[Cell], None] = {}
        following: dict[frozenset[Cell], tuple[Cell, ...]] = {}
        for cells, rule in layer.items():
            for cell in rule:
                bigger = cells | {cell}
                if bigger == cells or bigger in following or bigger in found:
                    continue
                if tried == max_tried:
                    return Search(repairs=_told(tree, found), complete=False, tried=tried)
                tried += 1
                still = tree.broken(bigger)
                if still is None:
                    found[bigger] = None
                else:
                    following[bigger] = still
        if found:
            return Search(repairs=_told(tree, found), complete=True, tried=tried)
        layer = following
    return Search(repairs=(), complete=not layer, tried=tried)


def _told(tree: Tree, found: Iterable[frozenset[Cell]]) -> tuple[Repair, ...]:
    in_print = [sorted(cells, key=_in_print) for cells in found]
    in_print.sort(key=lambda cells: [*map(_in_print, cells)])
    return tuple(Repair(tuple(map(tree.location, cells))) for cells in in_print)


def _in_print(cell: Cell) -> tuple[bool, int, str]:
    """Order cells as the table prints them: lines first, its frame last."""
    position, column = cell
    return position < 0, abs(position), column.slug
