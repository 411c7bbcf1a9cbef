"""score_columns: the scores of millions of rows."""

from __future__ import annotations

from typing import Any

from perfscore._arguments import is_one_of
from perfscore.columns._inputs import as_directions, as_printed
from perfscore.columns._kernel import ENGINES, Engine, score_numbers
from perfscore.columns._types import Scores, check_lengths, whole_number
from perfscore.errors import InputError
from perfscore.rules import RuleSet, check_rules


def score_columns(  # noqa: PLR0913  # the four columns and what decides over them
    weight: Any,
    target: Any,
    actual: Any,
    direction: Any,
    *,
    rules: RuleSet,
    out: Scores | None = None,
    engine: Engine = "numpy",
    threads: int = 1,
) -> Scores:
    """Score columns of weights, targets and actual values.

    Every score is the one that :func:`perfscore.scoring.score` prints for the row, ties included.

    Parameters
    ----------
    weight, target, actual
        Columns of numbers: :class:`Printed`, or arrays of whole numbers or of float64; NaN, and
        what a masked array masks, is missing. :func:`perfscore.frames.score_cells` reads printed
        cells.
    direction
        0 or ``"positive"``, 1 or ``"negative"``, -1 or None where it is not known: a column, or
        one for all rows.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    out
        Scores to be filled, from :meth:`Scores.empty`, instead of new ones.
    engine
        ``"numba"`` changes the speed only; it needs the extra ``fast``.
    threads
        How many threads share the rows.

    Returns
    -------
    Scores
        The scores in units of the last printed place, with a status for every row.

    Raises
    ------
    InputError
        If a column is of another type or length, or holds an infinity or an unknown direction.

    Examples
    --------
    >>> import numpy as np
    >>> from perfscore.rules import load
    >>> scores = score_columns(
    ...     np.array([2, 4]), np.array([45, 700]), np.array([41, 696]), "positive", rules=load("wuhan-2023")
    ... )
    >>> scores.units, scores.to_float()
    (array([182, 398]), array([1.82, 3.98]))
    """
    check_rules(rules)
    if not is_one_of(engine, ENGINES):
        raise InputError("engine", engine, " or ".join(ENGINES))
    if whole_number("threads", threads) < 1:
        raise InputError("threads", threads, "at least one")
    columns = {
        name: as_printed(name, column)
        for name, column in (("weight", weight), ("target", target), ("actual", actual))
    }
    codes = as_directions(direction, len(columns["weight"]))
    rows = check_lengths({**columns, "direction": codes})
    out = checked_out(out, rows, rules)
    score_numbers(columns, codes, rules, out, engine=engine, threads=threads)
    return out


def checked_out(out: Scores | None, rows: int, rules: RuleSet) -> Scores:
    """Return the scores to be filled, new ones where none are given.

    Raises
    ------
    InputError
        If *out* is something else, read-only, or of another length.
    """
    if out is None:
        return Scores.empty(rows, places=rules.score_places)
    if not isinstance(out, Scores):
        raise InputError("out", out, "scores, from Scores.empty")
    if not (out.units.flags.writeable and out.status.flags.writeable):
        raise InputError("out", "arrays that are read-only", "scores to be filled")
    if len(out) != rows or out.places != rules.score_places:
        found = f"{len(out)} rows of {out.places} places"
        raise InputError("out", found, f"{rows} rows of {rules.score_places} places")
    return out
