"""Optional libraries, and what is said where one is missing."""

from __future__ import annotations

import sys

import pytest

from perfscore._extras import arrow, library
from perfscore.errors import InputError


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"perfscore\[frames\]"):
        arrow()


def test_the_error_names_the_extra_that_brings_the_library() -> None:
    """Each library belongs to its own extra."""
    with pytest.raises(InputError, match=r"found 'no_such_library', .*install perfscore\[fast\]"):
        library("no_such_library", extra="fast")
