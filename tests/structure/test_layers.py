"""The layers: arrows point down only, and modules of one row do not import each other."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from itertools import takewhile
from pathlib import Path

import pytest

import perfscore

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "perfscore"

# From the bottom up. A module may import from lower rows only. Parts that are planned have their row
# already, so that they start where they belong.
ROWS = (
    ("errors", "_version"),
    ("_arguments", "_text"),
    ("terms", "intervals", "findings", "_markup", "_extras"),
    ("figures", "rules"),
    ("model", "columns"),
    ("scoring", "readers"),
    ("verdicts",),
    ("checks", "aggregation"),
    ("reports", "frames"),
)
HEIGHT = {name: height for height, row in enumerate(ROWS) for name in row}
# The package itself stands above all of its parts: it re-exports them.
PACKAGE_ITSELF = "perfscore"
HEIGHT_OF_PACKAGE = len(ROWS)
# Arrows that point down and are forbidden all the same: what a table says does not depend on how it is judged.
NEVER = {("readers", "rules")}

# The rooms of checks, from the bottom up, each with the most arrows that its files may have among themselves.
ROOMS = {"lines": 15, "table": 15, "disclosure": 15, "diagnosis": 30}
ROOM_ROWS = (("lines",), ("table",), ("disclosure", "diagnosis"))
ROOM_HEIGHT = {name: height for height, row in enumerate(ROOM_ROWS) for name in row}

FILES = sorted(PACKAGE.rglob("*.py"))


def _part(file: Path) -> str:
    relative = file.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def _imports(source: str) -> set[str]:
    """Return the parts of perfscore that *source* imports, at the top, in functions, for types.

    ``import perfscore``, and a name that perfscore re-exports, count as the package itself.
    """
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            if node.module == "perfscore":
                names = [f"perfscore.{alias.name}" for alias in node.names]
            assert node.level == 0, "imports are absolute"
        else:
            continue
        paths = [name.split(".") for name in names]
        parts = {path[1] if len(path) > 1 else PACKAGE_ITSELF for path in paths if path[0] == "perfscore"}
        found |= {part if part in HEIGHT else PACKAGE_ITSELF for part in parts}
    return found


def _faults(part: str, imported: set[str]) -> list[str]:
    return sorted(
        other
        for other in imported - {part}
        if HEIGHT.get(other, HEIGHT_OF_PACKAGE) >= HEIGHT[part] or (part, other) in NEVER
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_arrows_point_down(file: Path) -> None:
    """No module imports from its own row or from above it."""
    if file == PACKAGE / "__init__.py":
        return
    assert not _faults(_part(file), _imports(file.read_text(encoding="utf-8")))


def test_every_part_stands_in_a_row() -> None:
    """A new part of the package must be given its row here."""
    parts = {_part(file) for file in FILES} - {"__init__"}
    assert parts <= set(HEIGHT)


def test_the_checker_sees_what_is_wrong() -> None:
    """An arrow upwards, sideways or hidden in a function is found."""
    bad = "def f() -> None:\n    from perfscore.checks import verify\n"
    assert _faults("model", _imports(bad)) == ["checks"]
    assert _faults("rules", _imports("from perfscore.model import Goal")) == ["model"]
    assert _faults("terms", _imports("import perfscore.intervals")) == ["intervals"]
    assert not _faults("scoring", _imports("from perfscore import rules"))


@pytest.mark.parametrize(
    "line",
    ["import perfscore", "import perfscore as ps", "from perfscore import verify", "from perfscore import *"],
)
def test_the_checker_sees_an_import_of_the_package_itself(line: str) -> None:
    """A part that imports the package reaches all parts above it, also from inside a function."""
    assert _faults("errors", _imports(line)) == ["perfscore"]
    if "*" not in line:
        assert _faults("errors", _imports(f"def f() -> None:\n    {line}\n")) == ["perfscore"]


def test_the_checker_sees_a_forbidden_arrow_downwards() -> None:
    """Readers stand above the rules and still never import them."""
    assert HEIGHT["readers"] > HEIGHT["rules"]
    assert _faults("readers", _imports("from perfscore.rules import load")) == ["rules"]
    assert not _faults("readers", _imports("from perfscore.model import Goal"))


def test_the_package_itself_defines_nothing() -> None:
    """``perfscore/__init__.py`` holds imports, the names it exports, the version, and what loads some later."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    known = {"__all__", "__version__", "_LATER"}
    functions = []
    for node in tree.body[1:]:
        if isinstance(node, ast.If):
            for inner in node.body:
                assert isinstance(inner, (ast.ImportFrom, ast.FunctionDef))
                functions += [inner.name] if isinstance(inner, ast.FunctionDef) else []
        else:
            assert isinstance(node, ast.ImportFrom) or (
                isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in known
            )
    assert functions == ["__getattr__", "__dir__"]


def test_what_is_loaded_later_is_there() -> None:
    """Each such name is found, listed, and the one of its room; another is refused as ever."""
    for name, module in perfscore._LATER.items():
        assert getattr(perfscore, name) is getattr(import_module(module), name)
        assert name in dir(perfscore)
    with pytest.raises(AttributeError, match="module 'perfscore' has no attribute 'verifi'"):
        _ = perfscore.verifi  # type: ignore[attr-defined]


def _modules(file: Path) -> set[str]:
    """Return the modules of perfscore.checks that *file* imports, as paths such as lines._line."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("perfscore.checks."):
            found.add((node.module or "").removeprefix("perfscore.checks."))
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_the_rooms_of_checks_stand_on_each_other(room: str) -> None:
    """Lines know nothing of tables, tables nothing of disclosures; a room is entered by its door.

    What stands beside the rooms, with a name that begins with an underscore, is there for all of them.
    """
    for file in sorted((PACKAGE / "checks" / room).glob("*.py")):
        for module in _modules(file):
            other, _, inside = module.partition(".")
            if other != room and not other.startswith("_"):
                assert ROOM_HEIGHT[other] < ROOM_HEIGHT[room], f"{file.name} -> {module}"
                assert not inside, f"{file.name} -> {module}: import it from the room"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_checks_is_no_tangle(room: str) -> None:
    """The files of a room have few arrows among themselves."""
    files = [file for file in (PACKAGE / "checks" / room).glob("*.py") if file.name != "__init__.py"]
    arrows = {
        (file.name, module) for file in files for module in _modules(file) if module.startswith(f"{room}.")
    }
    assert len(arrows) <= ROOMS[room], sorted(arrows)


def _picture(page: str, before: str) -> list[str]:
    """Return the lines of the literal block behind the line that ends with *before*."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    ends = [number for number, line in enumerate(lines) if line.endswith(before)]
    assert len(ends) == 1, page
    block = takewhile(lambda line: line and not line.startswith("`"), lines[ends[0] + 1 :])
    if page.endswith(".rst"):
        block = takewhile(lambda line: line.startswith("   "), lines[ends[0] + 2 :])
    return [line.strip() for line in block]


def _rows(picture: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a picture from the bottom up; what stands behind two blanks explains."""
    return tuple(tuple(re.split(" {2,}", line)[0].split(" · ")) for line in reversed(picture))


HOUSE = (("docs/architecture.rst", "fails if they differ. ::"), ("CONTRIBUTING.md", "```text"))


@pytest.mark.parametrize(("page", "before"), HOUSE)
def test_the_picture_of_the_house_shows_the_rows(page: str, before: str) -> None:
    """The pages show the rows that are kept here, and no others."""
    assert [sorted(row) for row in _rows(_picture(page, before))] == [sorted(row) for row in ROWS]


def test_both_pages_show_one_picture() -> None:
    """Who contributes and who reads the documentation see the same house."""
    assert _picture(*HOUSE[0]) == _picture(*HOUSE[1])


def test_the_picture_of_checks_shows_its_rooms() -> None:
    """The page shows the rooms of checks as they stand on each other."""
    assert _rows(_picture("docs/architecture.rst", "its ``__init__``::")) == ROOM_ROWS


def test_the_guide_names_places_that_exist() -> None:
    """Every path of the guide for newcomers leads somewhere."""
    page = (ROOT / "docs" / "architecture.rst").read_text(encoding="utf-8")
    guide = page[page.index("Where things stand\n") :]
    paths = [path for path in re.findall(r"``([^`]+/[^`]*)``", guide) if path not in {"perfscore/", "tests/"}]
    assert len(paths) >= 15
    missing = [path for path in paths if not (ROOT / path).exists() and not (PACKAGE / path).exists()]
    assert not missing
