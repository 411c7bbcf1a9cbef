"""HTML: whatever a cell says, it cannot leave its cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from perfscore._markup import escaped, html_table


def test_hostile_text_is_escaped() -> None:
    """Markup in a caption, a header or a cell is shown as text."""
    evil = "<script>alert('1')</script>"
    html = html_table(caption=evil, header=[evil], rows=[[evil]])
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;") == 3


@given(st.text())
def test_no_bracket_survives(text: str) -> None:
    """No escaped text contains a bracket or a quotation mark."""
    assert not set("<>\"'") & set(escaped(text))


def test_what_cannot_be_seen_is_marked() -> None:
    """A mark of direction, a control character and half a surrogate pair cannot act inside a cell."""
    assert html_table(caption="\u202e1", header=["\x1b"], rows=[["\ud800", "≥95%"]]) == (
        "<table><caption>\ufffd1</caption><thead><tr><th>\ufffd</th></tr></thead>"
        "<tbody><tr><td>\ufffd</td><td>≥95%</td></tr></tbody></table>"
    )
