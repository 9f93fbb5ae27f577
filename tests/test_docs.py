"""What people can type or set stands in the docs, and the docs name nothing that does not exist."""

from __future__ import annotations

import ast
import importlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer.main
from pydantic import AliasChoices
from pydantic_settings import BaseSettings

from dragoman.cli import app

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
CHANGES = {"Added", "Changed", "Fixed", "Security"}


def commands() -> dict[str, Any]:
    """Every command that people may type, by its full name; the bare program under 'dragoman'."""

    def below(name: str, command: Any) -> dict[str, Any]:
        found = {name: command}
        for part, child in getattr(command, "commands", {}).items():
            if not child.hidden:
                found |= below(f"{name} {part}", child)
        return found

    return below("dragoman", typer.main.get_command(app))


def options(command: Any) -> set[str]:
    """The long (or else only) spellings of a command's visible options."""
    spellings: set[str] = set()
    for param in command.params:
        if param.param_type_name == "option" and not param.hidden:
            spelled = {*param.opts, *param.secondary_opts}
            spellings |= {opt for opt in spelled if opt.startswith("--")} or spelled
    return spellings - {"--help"}


def arguments(command: Any) -> set[str]:
    """The names that a command's usage line gives its arguments."""
    found = [param for param in command.params if param.param_type_name == "argument" and not param.hidden]
    return {(param.metavar or param.name).strip("[].").upper() for param in found}


def sections(page: str) -> dict[str, str]:
    """The second-level sections of a Markdown page: heading without code marks → body."""
    parts = re.split(r"^## +(.+)$", page, flags=re.MULTILINE)
    return {heading.strip().strip("`"): body for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


def code(text: str) -> str:
    """What stands in code marks or code blocks, joined."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, flags=re.DOTALL))


def spelled_options(text: str) -> set[str]:
    """The long options that stand in code in a text."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]*", code(text)))


def environment_names(settings: type[BaseSettings]) -> set[str]:
    """The environment variables that a settings class reads."""
    prefix = settings.model_config.get("env_prefix", "")
    names: set[str] = set()
    for name, field in settings.model_fields.items():
        alias = field.validation_alias
        if isinstance(alias, AliasChoices):
            names |= {str(choice) for choice in alias.choices}
        else:
            names.add(str(alias) if alias else f"{prefix}{name}")
    return {name.upper() for name in names}


def settings_classes() -> list[type[BaseSettings]]:
    """Every settings class of the package, found by its base's name in the source."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(
                ast.unparse(base).endswith("BaseSettings") for base in node.bases
            ):
                module = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
                found.append(getattr(importlib.import_module(module), node.name))
    return found


def variables() -> set[str]:
    """Every environment variable that the program reads, by a settings class or by an option."""
    names = {name for settings in settings_classes() for name in environment_names(settings)}
    for command in commands().values():
        for param in command.params:
            envvar = getattr(param, "envvar", None) or []
            names |= {envvar} if isinstance(envvar, str) else set(envvar)
    return names


COMMANDS = commands()
COMMAND_PAGE = sections((DOCS / "commands.md").read_text("utf-8"))
SETTINGS_PAGE = (DOCS / "settings.md").read_text("utf-8")


def test_the_program_has_commands_and_settings_to_document() -> None:
    assert len(COMMANDS) > 1
    assert "DRAGOMAN_REGISTER" in variables()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_a_section(name: str) -> None:
    assert name in COMMAND_PAGE, f"docs/commands.md has no section '## `{name}`'"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_and_argument_stands_in_its_commands_section(name: str) -> None:
    section = COMMAND_PAGE.get(name, "")
    words = set(re.findall(r"(?<![\w-])-{0,2}\w[\w-]*", code(section)))
    missing = (options(COMMANDS[name]) | arguments(COMMANDS[name])) - words
    assert not missing, f"docs/commands.md, section '{name}', does not name {sorted(missing)}"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_says_in_its_help_what_it_does(name: str) -> None:
    assert COMMANDS[name].help, f"{name} --help says nothing"


@pytest.mark.parametrize("heading", sorted(h for h in COMMAND_PAGE if h.startswith("dragoman")))
def test_the_docs_name_no_command_or_option_that_does_not_exist(heading: str) -> None:
    assert heading in COMMANDS, f"docs/commands.md describes '{heading}', which does not exist"
    others = spelled_options(COMMAND_PAGE[heading]) - options(COMMANDS[heading]) - options(COMMANDS["dragoman"])
    assert others <= {"--help"}, f"docs/commands.md, section '{heading}', names {sorted(others)}, which do not exist"


def test_every_setting_stands_in_the_docs_and_no_other() -> None:
    documented = set(re.findall(r"DRAGOMAN_[A-Z0-9_]+", code(SETTINGS_PAGE)))
    assert documented == variables()


@pytest.mark.parametrize("command", ["make demo", "make test"])
def test_the_readme_names_the_two_commands(command: str) -> None:
    assert command in code((ROOT / "README.md").read_text("utf-8"))


def test_every_make_target_in_the_docs_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    named = {t for page in PAGES for t in re.findall(r"\bmake ([a-z][a-z-]*)", code(page.read_text("utf-8")))}
    assert {"demo", "test"} <= named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_page_of_the_docs_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.exists():
            continue
        reached.add(page)
        links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
        waiting += [(page.parent / link).resolve() for link in links if "://" not in link]
    assert set(PAGES) - reached == set()


def test_the_changelog_tells_each_version_under_the_same_four_headings() -> None:
    releases = sections((ROOT / "CHANGELOG.md").read_text("utf-8"))
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert {heading.split()[0] for heading in releases} & {"Unreleased", version}
    for heading, body in releases.items():
        kinds = re.findall(r"^### +(.+)$", body, flags=re.MULTILINE)
        assert kinds, f"CHANGELOG.md, '{heading}', has no entries under {sorted(CHANGES)}"
        assert set(kinds) <= CHANGES, f"CHANGELOG.md, '{heading}', has headings other than {sorted(CHANGES)}"
