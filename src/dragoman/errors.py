"""The one family of errors that a door shows to people: one sentence, exit code 2."""

from __future__ import annotations


class DragomanError(Exception):
    """Bad input or a bad setting: says in one sentence what is wrong, where, and what to do."""


class UnsupportedLanguage(DragomanError):
    """The readout is in a language that no folder of `languages/` covers."""
