"""verify_columns: claimed scores against those that the printed places admit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from perfscore.columns._claims import CODES, KINDS, NO_CONVENTION, PER_CENT, Claims, judged
from perfscore.columns._fallback import integers, is_missing, refuse_infinite
from perfscore.columns._inputs import NEGATIVE, UNKNOWN, as_directions, as_printed
from perfscore.columns._integers import ROOM, Rows, largest_factor
from perfscore.columns._types import Bools, Codes, Ints, Printed, blocks, check_lengths, refuse_rows
from perfscore.errors import InputError
from perfscore.findings import VerdictKind
from perfscore.rules import RuleSet, check_rules

if TYPE_CHECKING:
    from numpy.typing import NDArray

ReadNumber = tuple[Fraction, int] | None

_BLOCK = 1 << 15
_MOST_PRINTED = 12


@attrs.frozen(eq=False, repr=False)
class Verdicts:
    """The verdict on each claim.

    Parameters
    ----------
    kind
        The number of its kind in :data:`KINDS`.
    convention
        The position in ``rules.conventions`` of what explains it: 0 is the rule; -1 where nothing
        does.

    Examples
    --------
    >>> import numpy as np
    >>> Verdicts(np.array([3], dtype=np.int8), np.array([-1], dtype=np.int8))
    <Verdicts: 1 rows: 1 inconsistent>
    """

    kind: Codes
    convention: Codes

    def __len__(self) -> int:
        return len(self.kind)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {kind.slug}" for kind, count in self.counts().items())
        return f"<Verdicts: {len(self)} rows{f': {counts}' if counts else ''}>"

    def counts(self) -> dict[VerdictKind, int]:
        """Return how many claims have each kind of verdict that occurs.

        Examples
        --------
        >>> import numpy as np
        >>> one = np.array([0], dtype=np.int8)
        >>> Verdicts(one, one).counts()
        {<VerdictKind.CONSISTENT: ('consistent', '一致', 'consistent')>: 1}
        """
        found = np.bincount(self.kind, minlength=len(KINDS))
        return {kind: int(count) for kind, count in zip(KINDS, found, strict=True) if count}


@attrs.frozen(eq=False)
class _Task:
    claimed: Printed
    weight: Printed
    target: Printed
    actual: Printed
    direction: Codes
    rules: RuleSet
    claimed_places: NDArray[np.int64]
    actual_places: NDArray[np.int64]
    table_places: NDArray[np.int64]

    @property
    def columns(self) -> dict[str, Printed]:
        return {"claimed": self.claimed, "weight": self.weight, "target": self.target, "actual": self.actual}


def verify_columns(  # noqa: PLR0913  # the columns of a table
    claimed: Any,
    weight: Any,
    target: Any,
    actual: Any,
    direction: Any,
    *,
    rules: RuleSet,
    claimed_places: Any = None,
    actual_places: Any = None,
    table_places: Any = None,
) -> Verdicts:
    """Hold claimed scores against those which the cells admit as printed.

    The kind of each verdict is that of :func:`perfscore.checks.verify` for the row as a table of
    its own. Weights and targets are exact; an actual value without decimals is a count and exact;
    one with decimals stands for everything within half a unit of its last place.

    Parameters
    ----------
    claimed, weight, target, actual, direction
        The columns, as for :func:`score_columns`.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    claimed_places, actual_places
        The decimals that each row prints, as a column or one number; None for those of the column.
    table_places
        The most decimals that any claim of the row's table prints; None for those of the row.

    Returns
    -------
    Verdicts
        For each row the number of its kind, and of the convention that explains it.

    Raises
    ------
    InputError
        If a column is of another type or length, or holds an infinity or an unknown direction.

    Examples
    --------
    >>> import numpy as np
    >>> from perfscore.rules import load
    >>> claims = Printed(np.array([182, 200]), places=2)
    >>> cells = np.array([2, 2]), np.array([45, 45]), np.array([41, 41])
    >>> verdicts = verify_columns(claims, *cells, "positive", rules=load("wuhan-2023"))
    >>> [KINDS[kind].slug for kind in verdicts.kind]
    ['consistent', 'inconsistent']
    """
    check_rules(rules)
    given = {"claimed": claimed, "weight": weight, "target": target, "actual": actual}
    columns = {name: as_printed(name, column) for name, column in given.items()}
    codes = as_directions(direction, len(columns["claimed"]))
    rows = check_lengths({**columns, "direction": codes})
    own = _places("claimed_places", claimed_places, columns["claimed"], rows)
    task = _Task(
        **columns,
        direction=codes,
        rules=rules,
        claimed_places=own,
        actual_places=_places("actual_places", actual_places, columns["actual"], rows),
        table_places=own
        if table_places is None
        else _places("table_places", table_places, columns["claimed"], rows),
    )
    verdicts = Verdicts(np.empty(rows, dtype=np.int8), np.empty(rows, dtype=np.int8))
    for name, column in columns.items():
        refuse_infinite(name, column)
    for part in blocks(slice(0, rows), _BLOCK):
        _verify_block(task, np.arange(part.start, part.stop), verdicts)
    return verdicts


def _places(name: str, places: Any, column: Printed, rows: int) -> NDArray[np.int64]:
    """Take the decimals of each row: a column, or one number for all rows."""
    if places is None:
        return np.broadcast_to(np.int64(column.places), (rows,))
    try:
        array = np.asarray(places)
    except ValueError as error:
        raise InputError(name, places, "whole numbers, one for each row") from error
    if array.ndim == 1 and not len(array):
        array = array.astype(np.int64)
    if array.dtype.kind not in "iu" or array.ndim > 1 or isinstance(places, np.ma.MaskedArray):
        raise InputError(name, places, "whole numbers, one for each row")
    outside = (array < -_MOST_PRINTED) | (array > _MOST_PRINTED)
    expected = f"numbers from -{_MOST_PRINTED} to {_MOST_PRINTED}"
    if array.ndim == 0 and outside:
        raise InputError(name, places, expected)
    if array.ndim == 1:
        check_lengths({"claimed": np.empty(rows, dtype=np.bool_), name: array})
        refuse_rows(name, array, outside, expected)
    return np.broadcast_to(array.astype(np.int64), (rows,))


def _verify_block(task: _Task, rows: Ints, out: Verdicts) -> None:
    out.kind[rows], out.convention[rows] = CODES[VerdictKind.OPEN], NO_CONVENTION
    usable = ~is_missing(task.claimed, rows) & ~is_missing(task.weight, rows)
    rows = rows[usable]
    claims, large = _in_64_bits(task, rows)
    # A negative weight cannot be used, so nothing can be said of the claim.
    for part, batch in ((rows[~large], claims[~large]), (rows[large], _unbounded(task, rows[large]))):
        good = batch.rows.weight >= 0
        if good.any():
            out.kind[part[good]], out.convention[part[good]] = judged(batch[good], task.rules)


def _known(task: _Task, rows: Ints) -> Bools:
    known: Bools = task.direction[rows] != UNKNOWN
    return known & ~is_missing(task.target, rows) & ~is_missing(task.actual, rows)


def _in_64_bits(task: _Task, rows: Ints) -> tuple[Claims, Bools]:
    """Return the rows as int64, and where these do not hold them or could overflow."""
    known = _known(task, rows)
    actual_places = task.actual_places[rows]
    # One place more than any cell has: half a step is then a whole number.
    places = 1 + max(task.target.places, task.actual.places, int(actual_places.max(initial=0)))
    claim, large = integers(task.claimed, rows, places=task.claimed.places)
    weight, odd = integers(task.weight, rows, places=task.weight.places)
    target, odd_target = integers(task.target, rows, places=places)
    actual, odd_actual = integers(task.actual, rows, places=places)
    large |= odd | ((odd_target | odd_actual) & known)
    half = np.where(actual_places == 0, 0, 5 * np.power(10.0, places - 1 - actual_places))
    large |= half >= ROOM
    half = np.where(half < ROOM, half, 0).astype(np.int64)
    claims = Claims(
        rows=Rows(
            weight, np.where(known, target, 1), np.where(known, actual, 1), task.direction[rows] == NEGATIVE
        ),
        half=half,
        target_half=np.zeros_like(half),
        known=known,
        claim=claim,
        claim_places=task.claimed_places[rows],
        table_places=task.table_places[rows],
        weight_places=task.weight.places,
        scale=task.claimed.places,
    )
    return claims, large | ~fits_64_bits(claims, task.rules)


def fits_64_bits(claims: Claims, rules: RuleSet) -> Bools:
    """Return where no product that :mod:`_claims` forms can leave 64 bits; estimated in floats."""
    places = np.maximum(np.maximum(claims.claim_places, claims.table_places), rules.score_places)
    rates = [item.rate_places + PER_CENT for item in rules.conventions if item.rate_places is not None]
    rate = 10.0 ** max(rates, default=0)
    own = 10.0 ** abs(claims.weight_places)
    score = np.power(10.0, np.maximum(places, claims.scale) - min(claims.scale, 0)) * own
    weight, claim, target, actual = (
        np.maximum(np.abs(cells.astype(np.float64)), 1.0)
        for cells in (claims.rows.weight, claims.claim, claims.rows.target, claims.rows.actual)
    )
    ends = np.maximum(target, actual) + claims.half + claims.target_half
    # A share of the cells or of a rounded rate, times the weight; and the rate that earns the claim.
    largest = np.maximum(weight * np.maximum(ends, rate), claim * rate) * score
    fits: Bools = np.maximum(largest, 2 * ends * rate) * largest_factor(rules) < ROOM
    return fits


def _unbounded(task: _Task, rows: Ints) -> Claims:
    """Return rows as Python's integers, which nothing overflows."""
    cells = {name: [column.reading(row) for row in rows.tolist()] for name, column in task.columns.items()}
    read = {
        name: np.array([cell is not None for cell in items], dtype=np.bool_) for name, items in cells.items()
    }
    known = _known(task, rows) & read["target"] & read["actual"]
    scale, weight_places, places, other = (
        max((cell[1] for cell in items if cell), default=0) for items in cells.values()
    )
    claim_places = _printed_places(task.claimed_places[rows], task.claimed, cells["claimed"])
    actual_places = _printed_places(task.actual_places[rows], task.actual, cells["actual"])
    places = 1 + max(places, other, int(actual_places.max(initial=0)))
    weight = _units(cells["weight"], weight_places)
    ten = np.full(len(rows), 10, dtype=object)
    return Claims(
        rows=Rows(
            # Without a claim or a weight nothing can be said, as with a negative weight.
            np.where(read["claimed"] & read["weight"], weight, -1),
            np.where(known, _units(cells["target"], places), 1),
            np.where(known, _units(cells["actual"], places), 1),
            task.direction[rows] == NEGATIVE,
        ),
        half=np.where(actual_places == 0, 0, 5 * ten ** (places - 1 - actual_places).astype(object)),
        target_half=np.zeros(len(rows), dtype=object),
        known=known,
        claim=_units(cells["claimed"], scale),
        claim_places=claim_places,
        table_places=np.maximum(task.table_places[rows], claim_places),
        weight_places=weight_places,
        scale=scale,
    )


def _printed_places(places: NDArray[np.int64], column: Printed, cells: list[ReadNumber]) -> NDArray[np.int64]:
    """Return the decimals that each row prints; a float may print more than its column."""
    if not column.is_float:
        return places
    return np.maximum(places, [0 if cell is None else cell[1] for cell in cells])


def _units(cells: list[ReadNumber], places: int) -> NDArray[Any]:
    """Return whole numbers of the unit of *places*; 0 where there is no number."""
    values = [0 if cell is None else int(cell[0] * Fraction(10) ** places) for cell in cells]
    return np.array([*values, None], dtype=object)[:-1]
