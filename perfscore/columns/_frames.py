"""Data frames in the long form, one row for each indicator: pandas, Polars, Arrow in and out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from perfscore.columns._cell_claims import ClaimReader, most_of_each
from perfscore.columns._cells import CellReader, as_arrow
from perfscore.columns._claims import KINDS
from perfscore.columns._extras import arrow, library
from perfscore.columns._inputs import as_directions
from perfscore.columns._types import Scores, Status, blocks
from perfscore.errors import InputError
from perfscore.rules import RuleSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

    _Work = Callable[[dict[str, Any]], dict[str, Any]]

_BATCH = 1 << 17
_CELLS = ("weight", "target", "actual")
_SCORED = (*_CELLS, "direction", "name")
_VERIFIED = (*_CELLS, "claimed", "direction", "name", "table")
_OPTIONAL = ("direction", "name", "table")
_FrameT = TypeVar("_FrameT")


def score_frame(frame: _FrameT, *, rules: RuleSet, columns: Mapping[str, str] | None = None) -> _FrameT:
    """Score a table of many indicators, one row for each, as people keep it.

    Cells are printed strings (``"≥22万人"``, ``"29.26万人"``) or numbers; each row scores as
    :func:`perfscore.scoring.score` scores the indicator. Rows stay in their order.

    Parameters
    ----------
    frame
        A pandas or Polars data frame, an Arrow table or record batch, or anything else that gives
        Arrow data through the PyCapsule interface.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    columns
        The frame's name for each of ``weight``, ``target``, ``actual``, ``direction``, ``name``
        where it is another; the last two may be absent.

    Returns
    -------
    object
        The same kind of frame with two more columns: ``score``, a number, null where there is none,
        and ``status``, a :class:`Status` in small letters.

    Raises
    ------
    InputError
        If a column is absent, of another type, or holds an infinity or an unknown direction.

    Examples
    --------
    >>> import polars as pl
    >>> from perfscore.rules import load
    >>> cells = {"weight": ["2", "4"], "target": ["45人", "有效提升"], "actual": ["41人", "提升"]}
    >>> frame = pl.DataFrame(cells)
    >>> score_frame(frame, rules=load("wuhan-2023"))["score", "status"].rows()
    [(1.82, 'scored'), (None, 'open')]
    """
    result: _FrameT = _extended(frame, columns, _SCORED, partial(_scored, rules=_checked(rules)))
    return result


def verify_frame(frame: _FrameT, *, rules: RuleSet, columns: Mapping[str, str] | None = None) -> _FrameT:
    """Hold the claimed score of each row against those which its cells admit as printed.

    Each row is judged as :func:`perfscore.checks.verify_line` judges the indicator. What only a whole
    table tells (subtotals, totals, weights that are not printed) is for
    :func:`perfscore.checks.verify`.

    Parameters
    ----------
    frame
        As for :func:`score_frame`.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    columns
        The frame's name for each of ``weight``, ``target``, ``actual``, ``claimed``, ``direction``,
        ``name``, ``table`` where it is another; the last three may be absent. With ``table``, the
        table that each row belongs to, a claimed 2 counts as 2.00 where the same table prints 1.82.

    Returns
    -------
    object
        The same kind of frame with two more columns: ``verdict``, the
        :class:`~perfscore.findings.VerdictKind` in small letters, and ``convention``, the name of the
        convention that explains the claim where it is not the rule itself.

    Raises
    ------
    InputError
        As :func:`score_frame` does.

    Examples
    --------
    >>> import polars as pl
    >>> from perfscore.rules import load
    >>> rules = load("wuhan-2023")
    >>> cells = {"weight": [2, 2], "target": ["45人"] * 2, "actual": ["41人"] * 2, "claimed": ["1.82", "2"]}
    >>> verify_frame(pl.DataFrame(cells), rules=rules)["verdict", "convention"].rows()
    [('consistent', None), ('consistent-under-another-convention', 'table-places')]
    >>> verify_frame(pl.DataFrame({**cells, "table": ["T", "T"]}), rules=rules)["verdict"].to_list()
    ['consistent', 'inconsistent']
    """
    result: _FrameT = _extended(frame, columns, _VERIFIED, partial(_verified, rules=_checked(rules)))
    return result


def score_batch(batch: Any, *, rules: RuleSet, columns: Mapping[str, str] | None = None) -> Any:
    """Score an Arrow record batch, for whatever moves such batches between machines.

    Parameters
    ----------
    batch
        The batch; cells as in :func:`score_frame`.
    rules
        The rule set.
    columns
        The batch's names of the columns, as in :func:`score_frame`.

    Returns
    -------
    RecordBatch
        The batch with the columns ``score`` and ``status``.

    Raises
    ------
    InputError
        As :func:`score_frame` does.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from perfscore.rules import load
    >>> batch = pa.record_batch({"weight": [2], "target": ["45人"], "actual": ["41人"]})
    >>> score_batch(batch, rules=load("wuhan-2023")).column("score")[0].as_py()
    1.82
    """
    taken = _taken(columns, batch.schema.names, _SCORED)
    added = _scored({role: batch.column(name) for role, name in taken.items()}, rules=_checked(rules))
    return _with_columns(batch, added)


def _checked(rules: RuleSet) -> RuleSet:
    if not isinstance(rules, RuleSet):
        raise InputError("rules", rules, "a rule set", 'load one, load_rules("wuhan-2023")')
    return rules


def _extended(frame: Any, columns: Mapping[str, str] | None, roles: tuple[str, ...], work: _Work) -> Any:
    """Return a frame of the same kind with the columns that *work* makes of those that it takes."""
    if isinstance(frame, arrow().RecordBatch):
        taken = _taken(columns, frame.schema.names, roles)
        return _with_columns(frame, work({role: frame.column(name) for role, name in taken.items()}))
    nw = library("narwhals")
    wrapped = nw.from_native(frame, eager_only=True, pass_through=True)
    if not isinstance(wrapped, nw.DataFrame):
        wrapped = nw.from_native(_from_capsule(frame), eager_only=True)
    taken = _taken(columns, wrapped.columns, roles)
    added = work({role: as_arrow(name, _cells(wrapped[name], nw)) for role, name in taken.items()})
    series = [nw.new_series(name, values, backend=wrapped.implementation) for name, values in added.items()]
    return wrapped.with_columns(*series).to_native()


def _with_columns(batch: Any, added: dict[str, Any]) -> Any:
    return arrow().record_batch({**{name: batch.column(name) for name in batch.schema.names}, **added})


def _cells(series: Any, nw: Any) -> Any:
    # Cells of several kinds have no Arrow type; they are taken one by one.
    return series.to_list() if series.dtype == nw.Object else series.to_arrow()


def _from_capsule(frame: Any) -> Any:
    """Take over whatever gives Arrow data."""
    pa = arrow()
    if hasattr(frame, "__arrow_c_stream__"):
        return pa.table(frame)
    if hasattr(frame, "__arrow_c_array__"):
        return pa.Table.from_batches([pa.record_batch(frame)])
    found = type(frame).__name__
    raise InputError("frame", found, "a pandas, Polars or Arrow table, or what gives Arrow data")


def _taken(columns: Mapping[str, str] | None, found: list[str], roles: tuple[str, ...]) -> dict[str, str]:
    """Return the frame's name of each column that is there."""
    wanted = dict(columns or {})
    unknown = [role for role in wanted if role not in roles]
    if unknown:
        raise InputError("columns", unknown[0], f"one of {', '.join(roles)}")
    names = {role: wanted.get(role, role) for role in roles}
    for role, name in names.items():
        if name not in found and (role not in _OPTIONAL or role in wanted):
            raise InputError(role, name, f"one of the columns {', '.join(map(repr, found))}")
    return {role: name for role, name in names.items() if name in found}


def _batches(arrays: dict[str, Any]) -> Iterator[tuple[slice, dict[str, Any], Any, Any]]:
    """Yield the rows part by part, so that what is held beside them stays small.

    With the rows come the cells, the directions and the names, the last two None where there are none.
    """
    size = len(arrays["weight"])
    own = None if "direction" not in arrays else as_directions(arrays["direction"].to_pylist(), size)
    for part in blocks(slice(0, size), _BATCH):
        cells = {role: array.slice(part.start, part.stop - part.start) for role, array in arrays.items()}
        yield part, cells, None if own is None else own[part], cells.get("name")


def _scored(arrays: dict[str, Any], *, rules: RuleSet) -> dict[str, Any]:
    """Return the columns that scoring adds to a frame."""
    pa = arrow()
    scores = Scores.empty(len(arrays["weight"]), places=rules.score_places)
    reader = CellReader(rules)
    for part, cells, own, names in _batches(arrays):
        found = reader.score(cells, own, names)
        scores.units[part], scores.status[part] = found.units, found.status
    words = [status.name.lower() for status in Status]
    return {
        "score": pa.array(scores.to_float(), mask=~scores.scored),
        "status": _named(scores.status, words),
    }


def _verified(arrays: dict[str, Any], *, rules: RuleSet) -> dict[str, Any]:
    """Return the columns that verifying adds to a frame."""
    size = len(arrays["weight"])
    kind, convention = np.empty(size, dtype=np.int8), np.empty(size, dtype=np.int8)
    reader = ClaimReader(rules)
    places = None
    if "table" in arrays:
        own = np.zeros(size, dtype=np.int64)
        for part, cells, _, _ in _batches(arrays):
            own[part] = reader.claimed(cells["claimed"]).places
        places = most_of_each(arrays["table"], own)
    for part, cells, own_direction, names in _batches(arrays):
        found = reader.verify(cells, own_direction, names, None if places is None else places[part])
        kind[part], convention[part] = found.kind, found.convention
    ids = [item.id for item in rules.conventions]
    return {
        "verdict": _named(kind, [item.slug for item in KINDS]),
        # 0 is the rule itself.
        "convention": _named(np.maximum(convention, 0), ids, mask=convention <= 0),
    }


def _named(codes: NDArray[np.int8], words: list[str], *, mask: NDArray[np.bool_] | None = None) -> Any:
    pa = arrow()
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=mask), pa.array(words)).cast(pa.string())
