"""Libraries of the extra ``frames``."""

from __future__ import annotations

import sys

import pytest

from perfscore.columns._extras import arrow
from perfscore.errors import InputError


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"perfscore\[frames\]"):
        arrow()
