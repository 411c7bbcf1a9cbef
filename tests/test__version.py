"""The version: one place, the same everywhere."""

from __future__ import annotations

import perfscore as ps
from perfscore._version import VERSION


def test_the_package_has_the_version() -> None:
    """What the package says of itself is what reports put into their receipt."""
    assert ps.__version__ == VERSION
