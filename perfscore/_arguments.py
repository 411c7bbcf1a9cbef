"""What several doors ask of their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_INDENT = 40
"""The most blanks by which JSON is indented for each step inwards."""


def is_whole(value: object, least: int, most: int) -> bool:
    """Whether *value* is a whole number from *least* to *most*.

    Examples
    --------
    >>> is_whole(2, 0, 9), is_whole(True, 0, 9), is_whole(2.0, 0, 9)
    (True, False, False)
    """
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def is_one_of(value: object, known: Collection[str]) -> bool:
    """Whether *value* is one of the texts *known*.

    Examples
    --------
    >>> is_one_of("budget", ("budget", "executed")), is_one_of(["budget"], ("budget", "executed"))
    (True, False)
    """
    return isinstance(value, str) and value in known


def check_indent(indent: object) -> None:
    """Refuse an indentation of JSON that is neither None nor a small number of blanks.

    Raises
    ------
    InputError
        If it is something else: text would not be JSON.

    Examples
    --------
    >>> check_indent("x")
    Traceback (most recent call last):
    perfscore.errors.InputError: indent: found 'x', expected None or a whole number from 0 to 40
    """
    if indent is not None and not is_whole(indent, 0, MOST_INDENT):
        raise InputError("indent", indent, f"None or a whole number from 0 to {MOST_INDENT}")


def check_flag(place: str, value: object) -> None:
    """Refuse what is neither True nor False.

    Raises
    ------
    InputError
        If it is something else.

    Examples
    --------
    >>> check_flag("explain", 1)
    Traceback (most recent call last):
    perfscore.errors.InputError: explain: found 1, expected True or False
    """
    if not isinstance(value, bool):
        raise InputError(place, value, "True or False")


def check_text(place: str, value: object) -> None:
    """Refuse what is no text, and text that no file can hold.

    Raises
    ------
    InputError
        If it is something else, or has half of a character that takes two (a lone surrogate).

    Examples
    --------
    >>> check_text("title", 3)
    Traceback (most recent call last):
    perfscore.errors.InputError: title: found 3, expected text
    """
    if not isinstance(value, str):
        raise InputError(place, value, "text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        hint = "it has a lone surrogate, which no file can hold"
        raise InputError(place, value, "text of whole characters", hint) from error
