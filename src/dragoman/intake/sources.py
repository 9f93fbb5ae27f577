"""What people name on a command line → files, in a fixed order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.intake.formats import is_taken_from_folders

Found = Path | tuple[str, DragomanError]


def expand(source: str) -> Iterator[Found]:
    """The files that a path, a folder or a glob stands for: regular files, or what is wrong with the name and why.

    A folder gives the files below it that are of a kind to be readouts, in the order of their paths by code points;
    what is hidden is left out, and so is the 'Page_files' that a browser saves beside 'Page.html'. Links to folders
    are not followed. A glob ('**' for any depth) gives its matches in the same order, each once.
    """
    try:
        if _exists(source):
            yield from _folder(Path(source)) if Path(source).is_dir() else [checked(Path(source))]
        elif source.startswith(("http://", "https://")):
            yield (
                source,
                DragomanError("it is a web address, and none is fetched; save the page and give the file"),
            )
        elif glob.has_magic(source):
            yield from _matches(source)
        else:
            yield label(source), DragomanError("there is no such file or folder; check the path")
    except OSError as error:
        yield label(source), unreadable(error)


def label(path: str | os.PathLike[str]) -> str:
    """A path as text that can be printed whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")


def unreadable(error: OSError) -> DragomanError:
    """The sentence for an error of the operating system."""
    if isinstance(error, PermissionError):
        return DragomanError("there is no permission to read it; change its permissions or leave it out")
    return DragomanError(f"it cannot be read ({error.strerror or error}); check the path")


def checked(path: Path) -> Found:
    """The path if it is a regular file, so that opening it can neither hang nor never end; else what is wrong."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return label(path), DragomanError("it is a link to a file that is not there; mend the link or leave it out")
    except OSError as error:
        return label(path), unreadable(error)
    if stat.S_ISREG(mode):
        return path
    return label(path), DragomanError("it is a pipe or device, no file; pipe the text in and name '-' instead")


def _exists(source: str) -> bool:
    try:
        os.lstat(source)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return True


def _matches(pattern: str) -> Iterator[Found]:
    seen: set[str] = set()
    # Path.glob takes no absolute patterns.
    matches = glob.iglob(pattern, recursive=True)  # noqa: PTH207
    for match in sorted(matches, key=lambda path: Path(path).parts):
        for found in _folder(Path(match)) if Path(match).is_dir() else [checked(Path(match))]:
            name = os.path.normpath(found if isinstance(found, Path) else found[0])
            if name not in seen:
                seen.add(name)
                yield found
    if not seen:
        yield label(pattern), DragomanError("no file matches this pattern; check the path")


def _folder(folder: Path) -> Iterator[Found]:
    found = False
    for item in _walk(folder):
        found = True
        yield item
    if not found:
        yield (
            label(folder),
            DragomanError(
                "the folder holds no .txt, .md, .html or .jsonl file; name another folder or the files themselves"
            ),
        )


def _walk(folder: Path) -> Iterator[Found]:
    pending = [folder]
    while pending:
        path = pending.pop()
        if path.is_dir() and (path is folder or not path.is_symlink()):
            try:
                names = sorted(entry.name for entry in os.scandir(path))
            except OSError as error:
                yield label(path), unreadable(error)
                continue
            pending += [path / name for name in reversed(names) if not _is_aside(name, names)]
        elif is_taken_from_folders(path) and not (path.is_symlink() and path.is_dir()):
            yield checked(path)


def _is_aside(name: str, names: list[str]) -> bool:
    page = name.removesuffix("_files")
    return name.startswith(".") or (page != name and not {f"{page}.html", f"{page}.htm"}.isdisjoint(names))
