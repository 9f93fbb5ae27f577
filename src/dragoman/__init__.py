"""dragoman reads diplomatic readouts: `read(Readout(text=…)) -> Reading`."""

from __future__ import annotations

from dragoman.errors import DragomanError, UnsupportedLanguage
from dragoman.model import Reading, Readout

__all__ = ["DragomanError", "Reading", "Readout", "UnsupportedLanguage", "read"]


def read(readout: Readout) -> Reading:
    """Read one readout; the language is detected if the readout does not name it.

    Raises UnsupportedLanguage (a DragomanError) if the language is none of those in `dragoman.languages`.
    """
    from dragoman.languages import CODES, detect, load
    from dragoman.reading import read_with

    code = readout.language or detect(f"{readout.title}\n{readout.text}")
    if code is None:
        name = readout.ref or readout.title or "the readout"
        raise UnsupportedLanguage(
            f"Cannot tell the language of {name}: it is none of {', '.join(CODES)}; name it with --lang if it is."
        )
    return read_with(readout, load(code))
