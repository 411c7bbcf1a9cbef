"""Tests mirror the source: each module has its test file, each test file its module."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE, TESTS = ROOT / "perfscore", ROOT / "tests"

# Folders of files that hold nothing but records, with the file that tests them all.
RECORDS = {
    "findings/catalogue": "findings/catalogue/test_family.py",
    "findings/sentences": "findings/test_messages.py",
}
ELSEWHERE = ("structure", "properties", "documents", "benchmarks", "corpus", "mutation", "fuzz")


def _defines(file: Path) -> bool:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(isinstance(node, (ast.FunctionDef, ast.ClassDef)) for node in tree.body)


def _expected(module: Path) -> str:
    relative = module.relative_to(PACKAGE)
    private = relative.name.removeprefix("_") if len(relative.parts) > 1 else relative.name
    return str(relative.with_name(f"test_{private}"))


def test_each_module_has_its_test_file() -> None:
    """A module without a test file fails here."""
    missing = []
    for module in sorted(PACKAGE.rglob("*.py")):
        if module.name == "__init__.py" and not _defines(module):
            continue
        name = str(module.relative_to(PACKAGE))
        folder = str(module.parent.relative_to(PACKAGE))
        expected = RECORDS[folder] if folder in RECORDS and not _defines(module) else _expected(module)
        if not (TESTS / expected).exists():
            missing.append(name)
    assert not missing


def test_each_test_file_has_its_module() -> None:
    """A test file that mirrors nothing stands in the wrong place."""
    mirrored = {_expected(module) for module in PACKAGE.rglob("*.py")}
    strays = [
        str(file.relative_to(TESTS))
        for file in TESTS.rglob("test_*.py")
        if file.relative_to(TESTS).parts[0] not in ELSEWHERE and str(file.relative_to(TESTS)) not in mirrored
    ]
    assert not strays
