"""Messages: rendered last, in either language, arguments that are terms with them."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import perfscore.findings.sentences
from perfscore.findings import MESSAGES, Listed, Message, headings
from perfscore.terms import Result

FILES = [
    file for file in Path(perfscore.findings.sentences.__path__[0]).glob("*.py") if file.name != "__init__.py"
]


def test_arguments_are_rendered_in_the_same_language() -> None:
    """A term or a message inside a message follows its language."""
    outer = Message.of("derivation.open", reason=Message.of("reason.late"))
    assert outer.label("zh") == "未计分：完成时间晚于目标"
    assert outer.label("en") == "not scored: the date is later than the target's"
    either = Message.of("result.or", one=Result.REACHED, other=Result.PARTLY_REACHED)
    assert either.label("zh") == "达成预期指标或部分达成预期指标"


def test_records_are_plain() -> None:
    """A record holds plain text, a message inside it as a record of its own."""
    outer = Message.of("R003", what=Message.of("what.total"))
    assert outer.to_record() == {"key": "R003", "args": {"what": {"key": "what.total", "args": {}}}}
    assert Message.of("result.or", one=Result.REACHED, other=2).to_record()["args"] == {
        "one": "reached",
        "other": "2",
    }


def test_unknown_keys_and_missing_arguments_fail() -> None:
    """A sentence that does not exist, or lacks an argument, is an error of ours and not silent."""
    with pytest.raises(KeyError):
        Message.of("no.such").label("en")
    with pytest.raises(KeyError):
        Message.of("Q003").label("en")


def test_braces_in_a_document_are_text() -> None:
    """What a cell says is never taken for a placeholder."""
    assert Message.of("R001", text="{evil}").label("zh").count("{evil}") == 1


@pytest.mark.parametrize("key", MESSAGES)
def test_sentences(key: str) -> None:
    """Every sentence names the same arguments in both languages; the English one is English."""
    chinese, english = MESSAGES[key]
    arguments = [
        {name for _, name, _, _ in string.Formatter().parse(text)} - {None} for text in MESSAGES[key]
    ]
    assert arguments[0] == arguments[1]
    assert chinese
    assert not re.search(r"[一-鿿]", english)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_sentences_are_sorted(file: Path) -> None:
    """The keys of a file stand in order, and no other file has keys that begin with the same word."""
    keys = re.findall(r'^\s+\(?"([a-z]+\.[a-z-]+)",', file.read_text(encoding="utf-8"), re.MULTILINE)
    assert keys
    assert keys == sorted(keys)
    words = {key.partition(".")[0] for key in keys}
    assert {key for key in MESSAGES if key.partition(".")[0] in words} == set(keys)


def test_lists_are_joined_in_their_language() -> None:
    """Items follow the language with its comma; words of a document cannot drive a terminal from a list."""
    listed = Listed((Message.of("what.total"), "甲\x1b[2J", 3))
    assert listed.label("zh") == "总分、甲\ufffd[2J、3"
    assert listed.label("en") == "total, 甲\ufffd[2J, 3"


def test_headings_stand_in_the_catalogue() -> None:
    """A heading is a sentence of the catalogue, in Chinese unless asked otherwise; a misspelt one fails."""
    assert headings("place", "", "gap") == ["位置", "", "至少相差"]
    assert headings("place", "", "gap", language="en") == ["place", "", "at least off"]
    with pytest.raises(KeyError):
        headings("plaice")
