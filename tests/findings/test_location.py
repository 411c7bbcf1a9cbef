"""Places: one line from the outside in, without what is not known."""

from __future__ import annotations

from perfscore.findings import Column, Location


def test_places_read_from_the_outside_in() -> None:
    """Table, labels, row, name and column, each only where there is one."""
    assert Location(table="T").text() == "T"
    assert Location(table="T", row=2).text("zh") == "T · 2"
    assert Location(table="T", name="总分", column=Column.TOTAL).text("zh") == "T · 总分"
    assert Location(table="T", name="总分", column=Column.TOTAL).text("en") == "T · 总分 · total"


def test_columns_have_headers_in_both_languages() -> None:
    """Each column has its usual header."""
    assert Column.ACTUAL.label("zh") == "实际完成值"
    assert Column.ACTUAL.label("en") == "actual"
