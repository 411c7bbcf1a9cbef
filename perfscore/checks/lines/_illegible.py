"""What the document does not let one read: a table cut off, a cell that is illegible.

Codes R004, R005. Neither is anybody's fault in the figures: what rests on it stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perfscore.figures import Actual, Figure, Target

_MARKS = ("\ufffd", "□", "■", "无法辨认", "字迹不清")
"""What a transcription writes for a character that cannot be read."""


def illegible(*cells: Figure | Target | Actual | None) -> str | None:
    """Return the text of the first cell that cannot be read, or None.

    Examples
    --------
    >>> from perfscore.figures import parse_actual
    >>> illegible(parse_actual("45人"), parse_actual("4□人"))
    '4□人'
    """
    for cell in cells:
        if cell is not None and any(mark in cell.text for mark in _MARKS):
            return cell.text
    return None
