"""Data frames in the long form, one row for each indicator: pandas, Polars, Arrow in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from perfscore.columns._cells import CellReader, as_arrow
from perfscore.columns._extras import arrow, library
from perfscore.columns._inputs import as_directions
from perfscore.columns._types import Scores, Status, blocks
from perfscore.errors import InputError
from perfscore.rules import RuleSet

if TYPE_CHECKING:
    from collections.abc import Mapping

_BATCH = 1 << 17
_ROLES = ("weight", "target", "actual", "direction", "name")
_NEEDED = _ROLES[:3]
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
    if not isinstance(rules, RuleSet):
        raise InputError("rules", rules, "a rule set", 'load one, load_rules("wuhan-2023")')
    given: Any = frame
    result: _FrameT
    if isinstance(given, arrow().RecordBatch):
        result = score_batch(given, rules=rules, columns=columns)
        return result
    nw = library("narwhals")
    wrapped = nw.from_native(given, eager_only=True, pass_through=True)
    if not isinstance(wrapped, nw.DataFrame):
        wrapped = nw.from_native(_from_capsule(given), eager_only=True)
    taken = _taken(columns, wrapped.columns)
    arrays = {role: as_arrow(name, _cells(wrapped[name], nw)) for role, name in taken.items()}
    scores = _score_arrays(arrays, rules)
    added = [
        nw.new_series(name, values, backend=wrapped.implementation)
        for name, values in _results(scores).items()
    ]
    result = wrapped.with_columns(*added).to_native()
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
    taken = _taken(columns, batch.schema.names)
    scores = _score_arrays({role: batch.column(name) for role, name in taken.items()}, rules)
    kept = {name: batch.column(name) for name in batch.schema.names}
    return arrow().record_batch({**kept, **_results(scores)})


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


def _taken(columns: Mapping[str, str] | None, found: list[str]) -> dict[str, str]:
    """Return the frame's name of each column that is there."""
    wanted = dict(columns or {})
    unknown = [role for role in wanted if role not in _ROLES]
    if unknown:
        raise InputError("columns", unknown[0], f"one of {', '.join(_ROLES)}")
    names = {role: wanted.get(role, role) for role in _ROLES}
    for role, name in names.items():
        if name not in found and (role in _NEEDED or role in wanted):
            raise InputError(role, name, f"one of the columns {', '.join(map(repr, found))}")
    return {role: name for role, name in names.items() if name in found}


def _score_arrays(arrays: dict[str, Any], rules: RuleSet) -> Scores:
    """Score Arrow arrays part by part, so that what is held beside them stays small."""
    size = len(arrays["weight"])
    scores = Scores.empty(size, places=rules.score_places)
    reader = CellReader(rules)
    directions = None if "direction" not in arrays else as_directions(arrays["direction"].to_pylist(), size)
    for part in blocks(slice(0, size), _BATCH):
        cells = {role: arrays[role].slice(part.start, part.stop - part.start) for role in _NEEDED}
        names = None if "name" not in arrays else arrays["name"].slice(part.start, part.stop - part.start)
        own = None if directions is None else directions[part]
        found = reader.score(cells, own, names)
        scores.units[part], scores.status[part] = found.units, found.status
    return scores


def _results(scores: Scores) -> dict[str, Any]:
    """Return the columns that are added to a frame."""
    pa = arrow()
    words = pa.array([status.name.lower() for status in Status])
    status = pa.DictionaryArray.from_arrays(pa.array(scores.status), words).cast(pa.string())
    return {"score": pa.array(scores.to_float(), mask=~scores.scored), "status": status}
