"""The kernel as a loop."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from perfscore.columns import Scores, Status, score_columns
from perfscore.columns import _fast as fast
from perfscore.columns._types import NEAR, TINY
from perfscore.errors import InputError
from tests.columns.reference import WUHAN, adversarial


def test_the_loop_gives_the_same_without_the_compiler() -> None:
    """What is compiled is plain Python, and leaves undecided what floats do not decide."""
    columns, directions = adversarial(300, seed=4)
    expected = score_columns(*columns, directions, rules=WUHAN)
    ones = np.array([1.0, 1.0, 1.0])
    weight, target, actual = (column.values for column in columns)
    cells = weight, target, actual
    for limits in ((1.0, 0.0), (TINY, NEAR)):
        out = Scores.empty(300)
        with np.errstate(all="ignore"):
            left = fast.loop(cells, directions, ones, limits, out.units, out.status)
        decided = out.status == Status.SCORED
        assert left == 300 - decided.sum()
        assert (out.units[decided] == expected.units[decided]).all()
        assert decided.sum() > 100


def test_a_missing_compiler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra."""
    three = np.array([3])
    fast.compiled.cache_clear()
    monkeypatch.setitem(sys.modules, "numba", None)
    with pytest.raises(InputError, match=r"perfscore\[fast\]"):
        score_columns(three, three, three, 0, rules=WUHAN, engine="numba")
    fast.compiled.cache_clear()
