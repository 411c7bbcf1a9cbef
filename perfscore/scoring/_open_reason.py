"""Why a line stays open: one member for each way, with the finding and the sentence that tell it."""

from __future__ import annotations

import enum

from perfscore.findings import Message


class Obstacle(enum.Enum):
    """What stands in the way of a score."""

    MISSING = "missing"
    """A cell that is not printed, or says that there is nothing."""
    UNREADABLE = "unreadable"
    """A cell that should hold a number and holds none."""
    INCOMPARABLE = "incomparable"
    """Two cells that are printed and cannot be measured by each other."""
    SILENT = "silent"
    """Rules that do not say how such cells are scored."""


_ALL = ("target", "actual", "reason", "claimed")


class OpenReason(enum.Enum):
    """Why a line is not scored.

    Parameters
    ----------
    obstacle
        What stands in the way.
    code
        The code of the finding that tells it.
    key
        The sentence of the reason.
    tells
        What the finding names: ``target``, ``actual`` and ``claimed`` as printed, the ``reason``, ``what``
        is missing, the ``text`` that cannot be read.
    missing
        The sentence for what is missing; empty where nothing is.

    Examples
    --------
    >>> OpenReason.LATE.code, OpenReason.LATE.message.label("en")
    ('P001', "the date is later than the target's")
    """

    NO_TARGET = (Obstacle.MISSING, "O005", "reason.no-target", ("target",))
    NO_ACTUAL = (Obstacle.MISSING, "R003", "reason.no-actual", ("what",), "what.actual")
    NO_BUDGET = (Obstacle.MISSING, "R003", "reason.no-budget", ("what",), "what.budget")
    UNREADABLE = (Obstacle.UNREADABLE, "R001", "reason.unreadable", ("text",))
    UNIT_DIFFERS = (Obstacle.INCOMPARABLE, "F001", "reason.unit-differs", _ALL)
    KIND_DIFFERS = (Obstacle.INCOMPARABLE, "F002", "reason.kind-differs", _ALL)
    SENTENCE = (Obstacle.INCOMPARABLE, "F004", "reason.kind-differs", ("target", "actual", "claimed"))
    """The actual value is a sentence with figures in it, of which none is said to be the one reached."""
    RESULT_UNKNOWN = (Obstacle.SILENT, "L003", "reason.result-unknown", _ALL)
    ABOUT = (Obstacle.SILENT, "P001", "reason.about", _ALL)
    SEVERAL_VALUES = (Obstacle.SILENT, "P001", "reason.several-values", _ALL)
    NEGATIVE_FIGURE = (Obstacle.SILENT, "P001", "reason.negative-figure", _ALL)
    ZERO_TARGET = (Obstacle.SILENT, "P001", "reason.zero-target", _ALL)
    ZERO_BUDGET = (Obstacle.SILENT, "P001", "reason.zero-budget", _ALL)
    OUTSIDE_RANGE = (Obstacle.SILENT, "P001", "reason.outside-range", _ALL)
    DATE_UNCLEAR = (Obstacle.SILENT, "P001", "reason.date-unclear", _ALL)
    LATE = (Obstacle.SILENT, "P001", "reason.late", _ALL)

    def __init__(
        self, obstacle: Obstacle, code: str, key: str, tells: tuple[str, ...], missing: str = ""
    ) -> None:
        self.obstacle = obstacle
        self.code = code
        self.message = Message.of(key)
        self.tells = tells
        self.missing = Message.of(missing) if missing else None
