"""dragoman reads diplomatic readouts: `read(Readout(text=…)) -> Reading`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, UnsupportedLanguage
from dragoman.model import Reading, Readout

if TYPE_CHECKING:
    from dragoman.reference.concepts import Vocabulary

__all__ = ["DragomanError", "Reading", "Readout", "UnsupportedLanguage", "read"]


def read(readout: Readout, vocabulary: Vocabulary | None = None) -> Reading:
    """Read one readout; the language is detected if the readout does not name it.

    Topics and points carry concepts of the vocabulary, which is the package's own unless another is given.
    Raises UnsupportedLanguage (a DragomanError) if the language is none of those in `dragoman.languages`.
    """
    from dragoman.languages import CODES, detect, load
    from dragoman.reading import read_with, with_concepts
    from dragoman.reference.concepts import vocabulary as own_vocabulary

    code = readout.language or detect(f"{readout.title}\n{readout.text}")
    if code is None:
        name = readout.ref or readout.title or "the readout"
        raise UnsupportedLanguage(
            f"Cannot tell the language of {name}: it is none of {', '.join(CODES)}; name it with --lang if it is."
        )
    return with_concepts(read_with(readout, load(code)), vocabulary or own_vocabulary())
