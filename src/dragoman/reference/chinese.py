"""Traditional characters as simplified ones, so that one set of Chinese names serves both."""

from __future__ import annotations

from functools import cache

from dragoman.reference.load import rows


def simplified(text: str) -> str:
    """The text with each traditional character put into its simplified one; its length, and so every offset, holds.

    Characters only, not words: 義大利 becomes 义大利, which the country names hold beside 意大利.
    """
    return text.translate(_table())


def traditional_characters() -> dict[str, str]:
    """Each traditional character with its simplified one."""
    return {traditional: simple for traditional, simple, _source in rows("traditional_characters.csv")}


@cache
def _table() -> dict[int, str]:
    return {ord(traditional): simple for traditional, simple in traditional_characters().items()}
