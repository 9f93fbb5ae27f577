"""The compiled wheel is opt-in and the code stays such that mypyc can compile it. No C compiler is run here: that the
compiled readings are the same bytes is asked by `make compiled`, at its end."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest
from bench.speed import title
from bench.texts import own
from hatch_build import CompiledWheel, modules
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dragoman"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PATTERNS = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["compile"]
COMPILED = modules(ROOT, PATTERNS)
GROW = {"extend", "update"}
SWITCH = "HATCH_BUILD_HOOK_ENABLE_CUSTOM"


def test_a_build_is_pure_python_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    assert WheelBuilder(str(ROOT)).config.hook_config == {}
    assert set(PROJECT["build-system"]["requires"]) == {"hatchling"}


def test_one_variable_asks_for_the_compiled_wheel_and_make_and_docs_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "true")
    assert set(WheelBuilder(str(ROOT)).config.hook_config) == {"custom"}
    for page in ("Makefile", "hatch_build.py", "docs/house.md"):
        assert SWITCH in (ROOT / page).read_text("utf-8"), page


def test_an_editable_install_is_never_compiled() -> None:
    hook = CompiledWheel(str(ROOT), {"compile": PATTERNS}, None, None, str(ROOT), "wheel")
    with pytest.raises(ValueError, match="editable install is never compiled"):
        hook.initialize("editable", {})


def test_what_is_compiled_is_all_of_reading_and_the_languages_code() -> None:
    assert all(modules(ROOT, [pattern]) for pattern in PATTERNS)
    asked = [*(PACKAGE / "reading").rglob("*.py"), *(PACKAGE / "languages").glob("*.py")]
    assert {str(path.relative_to(ROOT)) for path in asked if path.name != "__init__.py"} <= set(COMPILED)


def test_mypyc_takes_every_module(tmp_path: Path) -> None:
    """As far as C. It stops at `x in (*SOME, "other")`, which is as readable as a set."""
    arguments = [f"--cache-dir={tmp_path / 'types'}", *COMPILED]
    program = f"import setuptools, mypyc.build as to; to.mypycify({arguments!r}, target_dir={str(tmp_path)!r})"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    said = [line for line in (run.stdout + run.stderr).splitlines() if "warning:" not in line]
    assert run.returncode == 0, "\n".join(said)
    assert list(tmp_path.glob("*.c"))


def fed_by_itself(source: str) -> list[str]:
    """Lists that grow by a generator which reads them: one by one in Python, but all at once where it is compiled."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in GROW:
            grows, by = node.func.value, next(iter(node.args), None)
        elif isinstance(node, ast.AugAssign):
            grows, by = node.target, node.value
        else:
            continue
        if isinstance(by, ast.GeneratorExp) and re.search(rf"\b{re.escape(ast.unparse(grows))}\b", ast.unparse(by)):
            found.append(f"{node.lineno}: {ast.unparse(grows)}")
    return found


@pytest.mark.parametrize(
    "source",
    ["a.extend(x for x in b if x not in a)", "a.b += (x for x in c if x not in a.b)", "s.update(x for x in s)"],
)
def test_the_check_sees_a_list_that_feeds_on_itself(source: str) -> None:
    assert fed_by_itself(source)


@pytest.mark.parametrize(
    "source", ["a.extend(dict.fromkeys(x for x in b if x not in a))", "a += [x for x in a]", "a.extend(x for x in b)"]
)
def test_the_check_lets_other_lists_pass(source: str) -> None:
    assert not fed_by_itself(source)


@pytest.mark.parametrize("module", COMPILED)
def test_no_list_feeds_on_itself_where_it_is_compiled(module: str) -> None:
    assert fed_by_itself((ROOT / module).read_text("utf-8")) == []


def test_the_speed_table_tells_which_dragoman_was_measured() -> None:
    assert title("/x/dragoman/reading/reader.py") == "Speed: documents a second"
    assert title(f"/x/dragoman/reading/reader{EXTENSION_SUFFIXES[0]}") == "Speed, compiled: documents a second"


def test_what_another_python_reads_otherwise_is_seen_and_named(tmp_path: Path) -> None:
    other = tmp_path / "python"
    other.write_text(f'#!/bin/sh\n"{sys.executable}" "$@" | sed \'1s/"kind"/"sort"/\'\n', "utf-8")
    other.chmod(0o755)
    command = [sys.executable, "-m", "bench.same", "--limit", "1", "--lang", "en", str(other)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 1, run.stderr
    told, *named = run.stdout.splitlines()
    assert told.endswith(" readouts, 1 read otherwise")
    assert int(told.split()[0]) > 1
    assert named == [str(own()[0].ref)]
