"""Languages as folders of data: `load(code)` gives a `Language`, `detect(text)` says which one a text is in."""

from dragoman.languages.detect import detect
from dragoman.languages.language import Language
from dragoman.languages.load import CODES, load

__all__ = ["CODES", "Language", "detect", "load"]
