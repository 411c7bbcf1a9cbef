"""Pages of findings: each has a document with the finding and nothing else wrong, and one without it."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

from perfscore.findings import CATALOGUE, FAMILIES, Finding, Severity

PAGES = {page.stem: page for page in (Path(__file__).parents[2] / "docs" / "findings").glob("[A-Z]*.rst")}


def _results(page: str) -> list[Any]:
    """Run the two examples of *page*, the second after the first, and return what each calls result."""
    names: dict[str, Any] = {}
    found = []
    for block in re.split(r"^\.\. doctest::$", page, flags=re.MULTILINE)[1:]:
        names.pop("result", None)
        test = doctest.DocTestParser().get_doctest(block, names, "example", None, 0)
        test.globs = names
        outcome = doctest.DocTestRunner(verbose=False).run(test, clear_globs=False)
        assert outcome.attempted
        assert not outcome.failed
        found.append(names["result"])
    return found


def _findings(result: Any) -> tuple[Finding, ...]:
    """Return the findings of a result, of a disclosure those of its tables too."""
    findings: tuple[Finding, ...] = getattr(result, "all_findings", result.findings)
    return findings


def test_every_finding_has_its_page() -> None:
    """Each code of the catalogue has a page, and no page is left without its code."""
    assert set(PAGES) == set(CATALOGUE)


def test_every_family_is_listed() -> None:
    """The page of all findings lists each family by its letter, so that a new page needs no line there."""
    index = (PAGES["R001"].parent / "index.rst").read_text(encoding="utf-8")
    assert re.findall(r"^   ([A-Z])\*$", index, re.MULTILINE) == list(FAMILIES)


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_page_is_that_of_its_kind(code: str) -> None:
    """A page is headed by code, slug and Chinese name, and tells English name and severity."""
    kind, page = CATALOGUE[code], PAGES[code].read_text(encoding="utf-8")
    title, rule, _, summary = page.splitlines()[:4]
    assert title == f"{code} {kind.slug}: {kind.zh}"
    assert rule == "=" * len(rule)
    assert summary == f"*{kind.en}.* Severity: {kind.severity.slug}."
    assert f"「{kind.zh_message}」" in page


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_examples_show_this_finding_alone(code: str) -> None:
    """The first example has the finding and no other error or warning, the second has it not."""
    having, lacking = _results(PAGES[code].read_text(encoding="utf-8"))
    wrong = {item.code for item in _findings(having) if item.severity is not Severity.NOTE}
    assert code in {item.code for item in _findings(having)}
    assert wrong <= {code}
    assert not [
        item for item in _findings(lacking) if item.code == code or item.severity is not Severity.NOTE
    ]


def test_the_checker_sees_what_a_page_gets_wrong() -> None:
    """An output that is not what the code prints, and an example without a result, are found."""
    with pytest.raises(AssertionError):
        _results(".. doctest::\n\n   >>> result = 1\n   >>> result\n   2\n")
    with pytest.raises(KeyError):
        _results(".. doctest::\n\n   >>> result = 1\n\n.. doctest::\n\n   >>> other = 1\n")
