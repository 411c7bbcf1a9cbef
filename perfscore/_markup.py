"""Escaped HTML for the small representations that notebooks show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore._text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def escaped(value: object) -> str:
    """Return *value* as text that is safe inside HTML, with a mark for what cannot be seen.

    Examples
    --------
    >>> escaped("<b>≥95%</b>"), escaped("\u202e%59")
    ('&lt;b&gt;≥95%&lt;/b&gt;', '\ufffd%59')
    """
    # Imported here: most who score never show a table.
    from html import escape  # noqa: PLC0415

    return escape(visible(str(value)), quote=True)


def html_table(*, caption: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a plain HTML table, every cell escaped.

    Examples
    --------
    >>> html_table(caption="T", header=["a"], rows=[["<1>"]])
    '<table><caption>T</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;1&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escaped(cell)}</th>" for cell in header)
    body = "".join(f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<table><caption>{escaped(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
