"""The rules of the house that import contracts cannot see: purity, languages as values, small modules, no addresses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dragoman"
READING = sorted((PACKAGE / "reading").rglob("*.py"))
MODULES = sorted(PACKAGE.rglob("*.py"))
LANGUAGES = {folder.name for folder in (PACKAGE / "languages").iterdir() if re.fullmatch("[a-z]{2}", folder.name)}

IMPURE_CALLS = {"open", "input", "print", "exec", "eval", "compile", "__import__", "id", "hash", "globals"}
IMPURE_METHODS = {"now", "utcnow", "today", "fromtimestamp", "read_text", "read_bytes", "write_text", "write_bytes"}
PEOPLE_FACING = {"typer", "rich", "click", "argparse"}


def called(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of every call: `open(…)` as 'open', `date.today()` as '.today'."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.lineno, node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.lineno, f".{node.func.attr}"


def impurities(source: str) -> list[str]:
    """Calls by which a module would reach outside its arguments, as 'line: name'."""
    forbidden = IMPURE_CALLS | {f".{name}" for name in IMPURE_METHODS}
    return [f"{line}: {name}" for line, name in called(ast.parse(source)) if name in forbidden]


def languages_named(source: str) -> list[str]:
    """Places where a module asks which language it is: a language's code as a string, or an import of its folder."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and node.value in LANGUAGES:
            found.append(f"{node.lineno}: {node.value!r}")
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module or ''}.{name}" for name in names]
        found += [f"{node.lineno}: {name}" for name in names if set(name.split(".")) & LANGUAGES]
    return found


def imported(source: str) -> set[str]:
    """The top-level names of what a module imports absolutely."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize(
    "source",
    [
        "open('x')",
        "date.today()",
        "datetime.now(UTC)",
        "Path('x').read_text()",
        "print(1)",
        "sorted(x, key=id)(hash(y))",
    ],
)
def test_the_purity_check_sees_what_reaches_outside(source: str) -> None:
    assert impurities(source)


@pytest.mark.parametrize("source", ["date(2023, 11, 7)", "re.compile('x')", "text.find('open')", "def today(): ..."])
def test_the_purity_check_lets_pure_code_pass(source: str) -> None:
    assert not impurities(source)


@pytest.mark.parametrize(
    "source",
    [
        "if language.code == 'zh': ...",
        "SPACED = {'en', 'fr'}",
        "import dragoman.languages.en",
        "from dragoman.languages.fr import dates",
        "from dragoman.languages import zh",
        "from ..languages import zh",
    ],
)
def test_the_language_check_sees_a_language_named(source: str) -> None:
    assert languages_named(source)


@pytest.mark.parametrize(
    "source", ["'''What en and fr share.'''", "from dragoman.languages import lexicon", "words = 'chez', 'end'"]
)
def test_the_language_check_lets_values_pass(source: str) -> None:
    assert not languages_named(source)


def test_three_languages_and_a_reader_stand_in_the_house() -> None:
    assert {"en", "fr", "zh"} <= LANGUAGES
    assert READING


@pytest.mark.parametrize("path", READING, ids=relative)
def test_reading_reaches_for_nothing_outside_its_arguments(path: Path) -> None:
    assert impurities(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", READING, ids=relative)
def test_reading_never_asks_which_language_it_is(path: Path) -> None:
    assert languages_named(path.read_text("utf-8")) == []


def test_every_language_folder_has_the_same_files() -> None:
    def files(code: str) -> set[str]:
        folder = PACKAGE / "languages" / code
        return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts}

    assert files("en")
    assert {code: files(code) ^ files("en") for code in LANGUAGES} == {code: set() for code in LANGUAGES}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_is_one_idea_of_at_most_500_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 500


@pytest.mark.parametrize("path", [p for p in MODULES if not {"cli", "web"} & set(p.parts)], ids=relative)
def test_only_the_doors_talk_to_people(path: Path) -> None:
    assert imported(path.read_text("utf-8")) & PEOPLE_FACING == set()


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=relative)
def test_the_lock_names_packages_and_hashes_but_no_address(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
