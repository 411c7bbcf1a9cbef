"""The exceptions of perfscore: faults of a call, never faults of a document.

A fault of a document is a value, a :class:`~perfscore.findings.Finding`. An exception is
raised only when a call cannot be carried out as it stands: a wrong type, a figure that is not
finite, a file that is not what it claims to be.
"""

from typing import Any

# Python may refuse to print a long integer, but however it is set up, never one of 640 digits or fewer.
_PRINTABLE_BITS = 2000


class PerfscoreError(Exception):
    """Base of every exception that perfscore raises."""


class InputError(PerfscoreError, ValueError):
    """A value given to perfscore cannot be used.

    Parameters
    ----------
    place
        Where the value stands: a field, a path such as ``goals[0].levels[1].weight``.
    found
        What it says, shown shortened.
    expected
        What was expected there.
    hint
        What to do about it; empty where nothing more can be said.

    Examples
    --------
    >>> print(InputError("weight", "NaN", "a finite number", "leave it out if it is not printed"))
    weight: found 'NaN', expected a finite number; leave it out if it is not printed
    """

    def __init__(self, place: str, found: Any, expected: str, hint: str = "") -> None:
        # All four go to Exception.args, so that pickling rebuilds the error.
        super().__init__(place, found, expected, hint)
        self.place = place
        self.found = found
        self.expected = expected
        self.hint = hint

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.place}: found {shorten(self.found)}, expected {self.expected}{hint}"

    def within(self, parent: str) -> "InputError":
        """Return the same error with *parent* put before its place.

        Examples
        --------
        >>> InputError("weight", "x", "a number").within("goals[0]").place
        'goals[0].weight'
        """
        joint = "" if self.place.startswith("[") or not self.place else "."
        return type(self)(f"{parent}{joint}{self.place}", self.found, self.expected, self.hint)


class RuleSetError(InputError):
    """A rule set contradicts itself or is not complete; the place is ``file: key``."""


class UnknownRuleSetError(PerfscoreError, KeyError):
    """No rule set of that id is shipped.

    Parameters
    ----------
    rule_set_id
        The id that was asked for.
    known
        The ids that exist.
    """

    def __init__(self, rule_set_id: str, known: tuple[str, ...]) -> None:
        super().__init__(rule_set_id, known)
        self.rule_set_id = rule_set_id
        self.known = known

    def __str__(self) -> str:
        return f"no rule set {shorten(self.rule_set_id)}; there are: {', '.join(self.known)}"


def shorten(value: Any, length: int = 60) -> str:
    """Show *value* in an error message, cut in the middle to *length* characters if it is long.

    This never raises: a value that cannot be shown is described.

    Examples
    --------
    >>> shorten("9" * 100, 20)
    "'999999999…99999999' (102 characters)"
    >>> shorten(10**5000)
    'an integer of 16610 bits'
    """
    try:
        if isinstance(value, int) and value.bit_length() > _PRINTABLE_BITS:
            return f"an integer of {value.bit_length()} bits"
        text = repr(value)
    except Exception:  # noqa: BLE001  # whatever it is, it must not hide the error that is being told
        return f"a value of type {type(value).__name__} that cannot be shown"
    if len(text) <= length:
        return text
    # One of the characters is the sign of the cut; of an uneven rest, the head has one more.
    head, tail = length // 2, (length - 1) // 2
    return f"{text[:head]}…{text[len(text) - tail :]} ({len(text)} characters)"
