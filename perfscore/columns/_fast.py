"""The kernel as a loop, compiled on first use where Numba is installed (extra ``fast``).

It does the same operations on the same doubles as the NumPy kernel, so it gives the same bits. The
loop is plain Python: without the compiler it gives the same answers, slowly.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from perfscore._extras import library
from perfscore.columns._types import LIMIT, NO_SCORE, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from perfscore.columns._types import Codes, Floats, Ints


def loop(
    cells: tuple[NDArray[Any], NDArray[Any], NDArray[Any]],
    direction: Codes,
    factors: Floats,
    limits: tuple[float, float],
    units: Ints,
    status: Codes,
) -> int:
    """Score rows; return how many are left undecided.

    Parameters
    ----------
    cells
        Weight, target and actual value.
    direction
        The directions.
    factors
        What brings each of the three to the common unit.
    limits
        The smallest number beside 0 that is decided, and how near to a tie, as a share of the score,
        nothing is.
    units, status
        Where the scores go; the status of a row that is left undecided is ``UNDECIDED``.
    """
    weight, target, actual = cells
    least, near = limits
    undecided = 0
    for row in range(len(units)):
        w = np.float64(weight[row]) * factors[0]
        a = np.float64(target[row]) * factors[1]
        b = np.float64(actual[row]) * factors[2]
        low, high = min(a, b), max(a, b)
        # NaN passes none of these comparisons, but it may pass through min and max.
        sure = (a >= least) & (b >= 0) & ((low >= least) | (low == 0)) & ((w >= least) | (w == 0))
        sure &= (high < LIMIT) & (w * high < LIMIT) & (direction[row] >= 0)
        score = 0.5 + (w if (a > b) == (direction[row] == 1) else w * low / high)
        above = score - np.floor(score)
        margin = (w + 1) * near
        sure &= (above >= margin) & (above <= 1 - margin)
        units[row] = np.int64(score if sure else 0.0) if sure else NO_SCORE
        status[row] = 0 if sure else UNDECIDED
        undecided += not sure
    return undecided


@cache
def compiled() -> Callable[..., int]:
    """Return the loop compiled; the machine code is kept beside the module for the next process.

    Raises
    ------
    InputError
        If Numba is not installed.
    """
    numba = library("numba", extra="fast")
    made: Callable[..., int] = numba.njit(nogil=True, cache=True, error_model="numpy")(loop)
    return made
