"""A key stands once: rows of the catalogue gathered, a second row of one key refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from perfscore.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

_Row = TypeVar("_Row")


def once(rows: Iterable[tuple[str, _Row]], *, what: str) -> dict[str, _Row]:
    """Return *rows* by their keys.

    Parameters
    ----------
    rows
        Each key with what it stands for.
    what
        What a key is called.

    Raises
    ------
    InputError
        If a key has a second row: a dictionary would keep the last without a word.

    Examples
    --------
    >>> once([("T001", "total"), ("T002", "subtotal")], what="code")
    {'T001': 'total', 'T002': 'subtotal'}
    """
    gathered: dict[str, _Row] = {}
    for key, row in rows:
        if key in gathered:
            raise InputError(what, key, f"one row of each {what}", "take one that was never used")
        gathered[key] = row
    return gathered
