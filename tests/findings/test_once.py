"""Rows gathered by their keys."""

from __future__ import annotations

import pytest

from perfscore import InputError
from perfscore.findings._once import once


def test_rows_keep_their_order() -> None:
    """Each key stands for its row, in the order of the rows."""
    assert list(once([("b", 1), ("a", 2)], what="key").items()) == [("b", 1), ("a", 2)]


def test_a_second_row_of_a_key_is_refused() -> None:
    """The error names the key and what it is, also where both rows are alike."""
    with pytest.raises(InputError, match="letter: found 'a', expected one row of each letter") as refused:
        once([("a", 1), ("b", 1), ("a", 1)], what="letter")
    assert (refused.value.place, refused.value.found) == ("letter", "a")
