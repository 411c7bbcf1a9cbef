"""Frames: printed cells of whole tables, in pandas, Polars or Arrow, each row as the exact path has it.

=======================  ===================================================================
:func:`score_frame`      the score of each row of a data frame of printed cells
:func:`score_batch`      the same for Arrow record batches
:func:`score_cells`      the same for columns of cells
:func:`verify_frame`     the verdict on each claimed score of a data frame
=======================  ===================================================================

It needs the extra ``frames``. Plain figures go through :mod:`perfscore.columns` all at once; anything
else is decided line by line.
"""

from perfscore.frames._frames import score_batch, score_frame, verify_frame
from perfscore.frames._score_cells import score_cells

__all__ = ["score_batch", "score_cells", "score_frame", "verify_frame"]
