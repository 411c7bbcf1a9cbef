"""House rules that a program can keep: sizes, docstrings, package data, imports."""

from __future__ import annotations

import ast
import doctest
import inspect
import pkgutil
import re
import subprocess
import sys
from functools import cached_property
from importlib import import_module, resources
from pathlib import Path
from types import FunctionType

import pytest

import perfscore
from perfscore import model, terms

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "perfscore").rglob("*.py"))
TEST_FILES = sorted((ROOT / "tests").rglob("test_*.py"))
# Found, not listed: a new part is held to the same rules from its first day.
PUBLIC = ["perfscore"] + [
    f"perfscore.{part.name}"
    for part in pkgutil.iter_modules(perfscore.__path__)
    if not part.name.startswith("_")
]
DOORS = [*PUBLIC, "perfscore.checks.diagnosis"]
MEMBERS = (FunctionType, property, cached_property, classmethod, staticmethod)


def _functions(file: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_sizes(file: Path) -> None:
    """No module is longer than 450 lines, no function longer than 45 without its docstring."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 450
    for function in _functions(file):
        body = function.body[1:] if ast.get_docstring(function) else function.body
        if body:
            assert (body[-1].end_lineno or 0) - body[0].lineno < 45, function.name


@pytest.mark.parametrize("file", TEST_FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_each_test_says_what_holds(file: Path) -> None:
    """Every test has a docstring of one sentence or two."""
    for function in _functions(file):
        if function.name.startswith("test_"):
            docstring = ast.get_docstring(function)
            assert docstring is not None, function.name
            assert docstring.endswith("."), function.name


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names_are_documented_with_an_example(name: str) -> None:
    """Each public class and function has a docstring, each function an example that runs."""
    module = import_module(name)
    for public in getattr(module, "__all__", [item for item in dir(module) if not item.startswith("_")]):
        item = getattr(module, public)
        if not (inspect.isclass(item) or inspect.isfunction(item)) or item.__module__.startswith("typing"):
            continue
        assert item.__doc__, f"{name}.{public}"
        if inspect.isfunction(item):
            assert ">>>" in item.__doc__, f"{name}.{public}"


def _members(item: type) -> dict[str, str]:
    """Return the docstring of each public method and property that a class itself defines."""
    return {
        name: member.__doc__ or ""
        for name, member in vars(item).items()
        if isinstance(member, MEMBERS) and not name.startswith("_")
    }


def _code(docstring: str) -> str:
    """Return the code of the examples of a docstring."""
    return "\n".join(example.source for example in doctest.DocTestParser().get_examples(docstring))


def _without_example(item: type) -> list[str]:
    shown = _code(item.__doc__ or "")
    return [
        name
        for name, docstring in _members(item).items()
        if not _code(docstring) and not re.search(rf"\.{name}\b", shown)
    ]


@pytest.mark.parametrize("name", DOORS)
def test_methods_and_properties_stand_in_an_example(name: str) -> None:
    """Each public method and property of an exported class is used in an example, its own or its class's."""
    module = import_module(name)
    items = [getattr(module, public) for public in getattr(module, "__all__", [])]
    missing = sorted(
        f"{item.__name__}.{member}"
        for item in items
        if inspect.isclass(item) and item.__module__.startswith("perfscore.")
        for member in _without_example(item)
    )
    assert not missing


def test_the_rule_of_examples_sees_what_is_missing() -> None:
    """A member without an example is found, whether method, property or class method; one that is shown is not."""

    class Shown:
        """A class.

        >>> Shown().seen
        1
        """

        seen = property(lambda _: 1)

        def own(self) -> int:
            """Return 1.

            >>> Shown().own()
            1
            """
            return 1

        @classmethod
        def hidden(cls) -> int:
            """Return 1; hidden() is only named here."""
            return 1

        @property
        def see(self) -> int:
            """1."""
            return 1

    assert sorted(_without_example(Shown)) == ["hidden", "see"]


def test_package_data() -> None:
    """The wheel's data are found beside their modules."""
    assert (resources.files("perfscore") / "py.typed").is_file()
    assert (resources.files("perfscore.rules") / "data" / "wuhan-2023.toml").is_file()
    assert (resources.files("perfscore.model") / "self-assessment-1.schema.json").is_file()
    assert (resources.files("perfscore.model") / "disclosure-1.schema.json").is_file()
    assert (resources.files("perfscore.reports") / "report-2.schema.json").is_file()


def test_exports_are_sorted_and_exist() -> None:
    """Every exported name exists, once."""
    assert len(set(perfscore.__all__)) == len(perfscore.__all__)
    assert all(hasattr(perfscore, name) for name in perfscore.__all__)


def test_the_import_loads_nothing_that_is_not_needed() -> None:
    """Importing perfscore loads neither NumPy nor any optional or development package."""
    code = (
        "import sys, perfscore; "
        "print(sorted({name.split('.')[0] for name in sys.modules} "
        "& {'numpy', 'pandas', 'polars', 'pyarrow', 'hypothesis', 'pytest', 'sphinx', 'tomllib'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own words
    assert done.stdout.strip() == "[]"


def test_the_version_is_that_of_the_project() -> None:
    """The version stands once in the project file and once in the package, and they agree."""
    assert f'version = "{perfscore.__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_examples_of_the_readme_run(name: str) -> None:
    """What the README shows is what the code prints."""
    results = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert results.attempted > 3
    assert results.failed == 0


def test_both_readmes_give_the_same_commands() -> None:
    """The set-up is the same two commands in both languages."""
    commands = [
        [
            line
            for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
            if line.startswith("python3 -m")
        ]
        for name in ("README.md", "README.zh-CN.md")
    ]
    assert commands[0] == commands[1]
    assert len(commands[0]) == 2


def test_the_glossary_has_the_words_of_the_field() -> None:
    """Each class of the model, each term with the labels of its members: the glossary names it."""
    page = (ROOT / "docs" / "glossary.rst").read_text(encoding="utf-8")
    words = [name for name in model.__all__ if inspect.isclass(getattr(model, name))]
    for term in vars(terms).values():
        if inspect.isclass(term) and issubclass(term, terms.Term) and term is not terms.Term:
            words += [term.__name__, *(re.sub("(预期)?指标$", "", member.zh) for member in term)]
    missing = [word for word in words if word not in page]
    assert not missing


def _rendered(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a function makes text for people: it has a language, or shows HTML."""
    arguments = function.args.args + function.args.kwonlyargs
    return function.name == "_repr_html_" or "language" in {argument.arg for argument in arguments}


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_sentences_stand_in_the_catalogue(file: Path) -> None:
    """What makes text for people takes its Chinese words from the catalogue or from the field's terms."""
    for function in filter(_rendered, _functions(file)):
        body = function.body[1:] if ast.get_docstring(function) else function.body
        for node in (inner for statement in body for inner in ast.walk(statement)):
            said = node.value if isinstance(node, ast.Constant) else None
            assert not (isinstance(said, str) and re.search("[一-鿿]", said)), f"{function.name}: {said}"


def test_every_rule_set_has_its_page() -> None:
    """Each shipped rule set has a page."""
    assert {page.stem for page in (ROOT / "docs" / "rules").glob("*.rst")} >= set(perfscore.available_rules())
