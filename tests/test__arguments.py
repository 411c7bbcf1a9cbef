"""Arguments: what several doors ask."""

from __future__ import annotations

import pytest

from perfscore._arguments import check_indent, is_one_of, is_whole
from perfscore.errors import InputError


@pytest.mark.parametrize("indent", [None, 0, 1, 40])
def test_json_is_indented_by_a_few_blanks(indent: int | None) -> None:
    """None, and any number of blanks up to forty, is an indentation."""
    check_indent(indent)


@pytest.mark.parametrize("indent", [-1, 41, 10**9, True, 1.0, "  "])
def test_any_other_indentation_is_refused(indent: object) -> None:
    """Text would not be JSON, and a billion blanks would take all memory."""
    with pytest.raises(InputError, match="indent: found .* expected None or a whole number from 0 to 40"):
        check_indent(indent)


def test_whole_numbers_have_two_ends() -> None:
    """Both ends belong; True is no number, nor is 2.0."""
    assert [is_whole(value, 1, 3) for value in (0, 1, 3, 4, True, 2.0, "2", None)] == [
        False, True, True, False, False, False, False, False,
    ]  # fmt: skip


def test_a_choice_is_text() -> None:
    """What is no text is none of the texts, also where it could not be compared."""
    assert is_one_of("a", ("a", "b"))
    assert not is_one_of("c", ("a", "b"))
    assert not is_one_of(["a"], ("a", "b"))
