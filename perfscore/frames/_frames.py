"""Data frames in the long form, one row for each indicator: pandas, Polars, Arrow in and out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import numpy as np

from perfscore._extras import arrow, library
from perfscore.columns import KINDS, Status
from perfscore.columns._inputs import as_directions
from perfscore.errors import InputError
from perfscore.frames._arrow import Mixed, Source, as_arrow, one_array, part_of_arrow
from perfscore.frames._columns import CELLS, OPTIONAL, SCORED, VERIFIED
from perfscore.frames._score_cells import CellReader
from perfscore.frames._verify_cells import ClaimReader, most_of_each, numbered
from perfscore.rules import RuleSet, check_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

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
        and ``status``, a :class:`~perfscore.columns.Status` in small letters.

    Raises
    ------
    InputError
        If a column is absent, of another type, or holds an infinity or an unknown direction; if the
        frame has a column ``score`` or ``status``, which would be lost.

    Examples
    --------
    >>> import polars as pl
    >>> from perfscore.rules import load
    >>> cells = {"weight": ["2", "4"], "target": ["45人", "有效提升"], "actual": ["41人", "提升"]}
    >>> frame = pl.DataFrame(cells)
    >>> score_frame(frame, rules=load("wuhan-2023"))["score", "status"].rows()
    [(1.82, 'scored'), (None, 'open')]
    """
    result: _FrameT = _extended(frame, columns, _Work(SCORED, ("score", "status"), _scored), rules)
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
        As :func:`score_frame` does, for columns ``verdict`` and ``convention``.

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
    result: _FrameT = _extended(frame, columns, _Work(VERIFIED, ("verdict", "convention"), _verified), rules)
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
    if not isinstance(batch, arrow().RecordBatch):
        raise InputError("batch", type(batch).__name__, "an Arrow record batch")
    return score_frame(batch, rules=rules, columns=columns)


@attrs.frozen
class _Work:
    """What is to be done: the columns that it takes by their roles, those that it adds, and how."""

    roles: tuple[str, ...]
    added: tuple[str, str]
    run: Callable[[Source, RuleSet], tuple[Any, Any]]


def _extended(frame: Any, columns: Mapping[str, str] | None, work: _Work, rules: RuleSet) -> Any:
    """Return a frame of the same kind with the columns that *work* makes of those that it takes."""
    check_rules(rules)
    if isinstance(frame, arrow().RecordBatch):
        taken = _taken(columns, frame.schema.names, work)
        parts = {role: partial(part_of_arrow, frame.column(name)) for role, name in taken.items()}
        return _appended(
            frame, dict(zip(work.added, _done(work, parts, frame.num_rows, taken, rules), strict=True))
        )
    nw = library("narwhals", extra="frames")
    wrapped = _wrapped(frame, nw)
    taken = _taken(columns, wrapped.columns, work)
    parts = {
        role: partial(_part_of_series, role, wrapped.get_column(name), nw) for role, name in taken.items()
    }
    added = _done(work, parts, len(wrapped), taken, rules)
    kinds = [nw.String if arrow().types.is_string(values.type) else nw.Float64 for values in added]
    series = [
        nw.new_series(name, values, kind, backend=wrapped.implementation)
        for name, values, kind in zip(work.added, added, kinds, strict=True)
    ]
    return wrapped.with_columns(*series).to_native()


def _done(
    work: _Work, parts: Mapping[str, Callable[[slice], Any]], size: int, taken: dict[str, str], rules: RuleSet
) -> tuple[Any, Any]:
    try:
        return work.run(Source(size, parts), rules)
    except InputError as error:
        # The caller knows the column by the name that it has in the frame.
        role, bracket, row = error.place.partition("[")
        place = f"{taken.get(role, role)}{bracket}{row}"
        raise InputError(place, error.found, error.expected, error.hint) from error


def _appended(batch: Any, added: Mapping[str, Any]) -> Any:
    pa = arrow()
    # The schema keeps what producers write into its metadata.
    schema = batch.schema
    for name, values in added.items():
        schema = schema.append(pa.field(name, values.type))
    values = [one_array(column) for column in added.values()]
    return pa.RecordBatch.from_arrays([*batch.columns, *values], schema=schema)


def _part_of_series(role: str, series: Any, nw: Any, part: slice) -> Any:
    column = as_arrow(role, _cells(series[part.start : part.stop], nw), start=part.start)
    return column.texts if isinstance(column, Mixed) and role not in CELLS else column


def _wrapped(frame: Any, nw: Any) -> Any:
    try:
        wrapped = nw.from_native(frame, eager_only=True, pass_through=True)
        if not isinstance(wrapped, nw.DataFrame):
            wrapped = nw.from_native(_from_capsule(frame), eager_only=True)
    except nw.exceptions.DuplicateError as error:
        raise InputError("frame", str(error), "columns of different names") from error
    return wrapped


def _cells(series: Any, nw: Any) -> Any:
    """Return a column as Arrow data, without copying it where it is; else its cells one by one."""
    native = series.to_native()
    if isinstance(native, arrow().ChunkedArray):
        return native
    try:
        # Cells of several kinds have no Arrow type.
        return series.to_list() if series.dtype == nw.Object else series.to_arrow()
    except (ValueError, TypeError, ArithmeticError, arrow().ArrowException):
        return series.to_list()


def _from_capsule(frame: Any) -> Any:
    """Take over whatever gives Arrow data."""
    pa = arrow()
    try:
        if hasattr(frame, "__arrow_c_stream__"):
            return pa.table(frame)
        if hasattr(frame, "__arrow_c_array__"):
            return pa.Table.from_batches([pa.record_batch(frame)])
    except pa.ArrowException as error:
        raise InputError("frame", type(frame).__name__, "Arrow data in columns", str(error)) from error
    found = type(frame).__name__
    raise InputError("frame", found, "a pandas, Polars or Arrow table, or what gives Arrow data")


def _taken(columns: Mapping[str, str] | None, found: list[str], work: _Work) -> dict[str, str]:
    """Return the frame's name of each column that is there."""
    if not isinstance(columns, (Mapping, NoneType)):
        raise InputError("columns", columns, "a mapping such as {'weight': '分值'}")
    for name in work.added:
        if name in found:
            hint = "rename or drop it, as a column of this name is added"
            raise InputError("frame", f"a column {name}", "a frame without one", hint)
    wanted = dict(columns or {})
    unknown = [role for role in wanted if role not in work.roles]
    if unknown:
        raise InputError("columns", unknown[0], f"one of {', '.join(work.roles)}")
    names = {role: wanted.get(role, role) for role in work.roles}
    for role, name in names.items():
        if name not in found and (role not in OPTIONAL or role in wanted):
            raise InputError(role, name, f"one of the columns {', '.join(map(repr, found))}")
    taken = {role: name for role, name in names.items() if name in found}
    for role, name in taken.items():
        if found.count(name) > 1:
            raise InputError(role, name, "the name of one column")
    return taken


def _own(cells: Mapping[str, Any], part: slice) -> Any:
    """Return the directions of a part, None where the frame has none."""
    if "direction" not in cells:
        return None
    return as_directions(cells["direction"], part.stop - part.start, start=part.start)


def _scored(source: Source, rules: RuleSet) -> tuple[Any, Any]:
    """Return the columns that scoring adds to a frame."""
    pa = arrow()
    reader = CellReader(rules)
    words = [status.name.lower() for status in Status]
    scores, statuses = [], []
    for part, cells in source.batches():
        found = reader.score(cells, _own(cells, part), cells.get("name"), start=part.start)
        scores.append(pa.array(found.to_float(), mask=~found.scored))
        statuses.append(_named(found.status, words))
    return pa.chunked_array(scores, pa.float64()), pa.chunked_array(statuses, pa.string())


def _verified(source: Source, rules: RuleSet) -> tuple[Any, Any]:
    """Return the columns that verifying adds to a frame."""
    pa = arrow()
    reader = ClaimReader(rules)
    places = _table_places(source, reader) if "table" in source.columns else None
    kinds, ids = [item.slug for item in KINDS], [item.id for item in rules.conventions]
    verdicts, explained = [], []
    for part, cells in source.batches():
        most = None if places is None else places[part]
        found = reader.verify(cells, _own(cells, part), cells.get("name"), most, start=part.start)
        verdicts.append(_named(found.kind, kinds))
        # 0 is the rule itself.
        explained.append(_named(np.maximum(found.convention, 0), ids, mask=found.convention <= 0))
    return pa.chunked_array(verdicts, pa.string()), pa.chunked_array(explained, pa.string())


def _table_places(source: Source, reader: ClaimReader) -> NDArray[np.int64]:
    """Return for each row the most places that a claim of its table prints."""
    places, tables = np.empty(source.size, dtype=np.int64), np.empty(source.size, dtype=np.int64)
    known: dict[object, int] = {}
    for part, cells in source.batches("claimed", "table"):
        places[part] = reader.claimed(cells["claimed"], start=part.start).places
        tables[part] = numbered(cells["table"], known)
    return most_of_each(tables, places)


def _named(codes: NDArray[np.int8], words: list[str], *, mask: NDArray[np.bool_] | None = None) -> Any:
    pa = arrow()
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=mask), pa.array(words)).cast(pa.string())
