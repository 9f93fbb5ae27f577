"""Bytes → text. UTF-8, UTF-16 and UTF-32, GB18030 (with GBK, GB2312), Big5 and Windows-1252 (with Latin-1) are read.

The order: a byte order mark; UTF-16 without one, told by its NUL bytes; strict UTF-8; the encoding that a page
declares; a guess among the legacy encodings of the languages that are read.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from dragoman.errors import DragomanError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Names that pages declare → the superset that browsers read them as.
_DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252",
    "iso-8859-15": "iso8859-15",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
}
# Latin letters with and without accents, punctuation, Chinese characters of daily use, full-width forms.
_EVERYDAY = re.compile(r"[\t\n\r -~\u00a0-\u017f\u2010-\u203a\u3000-\u3015\u4e00-\u9fff\uff01-\uff5e]")
_LEAST_EVERYDAY = 0.9
# Of the bytes of UTF-16 half are these in Western text, less than that in Chinese.
_PRINTABLE = re.compile(rb"[\t\n\r -~]")
_MOST_PRINTABLE = 0.75

# As much as a guess looks at, in bytes.
_SAMPLE = 200_000
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
# Of Windows-1252: letters, quotation marks, dashes, ellipsis, bullet, euro and degree sign, no-break space.
_WESTERN = re.compile(rb"[\xc0-\xd6\xd8-\xf6\xf8-\xff\x8c\x9c\x91-\x97\x85\x80\xb0\xab\xbb\xa0]")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
# The characters that each standard lists as the commonest (GB 2312 level 1, Big5 level 1), and punctuation.
_COMMON_GB = re.compile(rb"[\xb0-\xd7\xa1\xa3][\xa1-\xfe]")
_COMMON_BIG5 = re.compile(rb"[\xa4-\xc6\xa1].", re.DOTALL)

BINARY = "it is binary data, no text; give the readout as text"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file, without its byte order mark. `declared` is the encoding that the file itself names.

    Raises DragomanError (a reason without the place) for binary data, damaged UTF-8 and unknown encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        damage = error.start
    named = _DECLARED.get((declared or "").lower())
    text = _strictly(data, named) if named else None
    if text is not None:
        return text
    if _mostly_utf8(data):
        raise DragomanError(f"it is UTF-8 with broken bytes in it, first at byte {damage}; save it again as UTF-8")
    return _guessed(data)


def decode_page(data: bytes, declared: str | None) -> str:
    """As `decode`, but a page that names its encoding and breaks it here and there is read as browsers do: broken
    bytes become U+FFFD."""
    try:
        return decode(data, declared)
    except DragomanError:
        named = "utf-8" if (declared or "").lower() == "utf-8" else _DECLARED.get((declared or "").lower())
        if named is None or b"\0" in data:
            raise
        return data.decode(named, "replace")


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DragomanError(
            f"its byte order mark says {encoding[:6].upper()} but it breaks off from that at byte {error.start}; "
            "save it again as UTF-8"
        ) from None


def _unmarked_utf16(data: bytes) -> str:
    """Text in UTF-16 by the byte order that makes more of it everyday characters; binary data make few in either."""
    # Single-byte text with a NUL in it: in UTF-16 its letters would pair up to Chinese characters.
    if len(_PRINTABLE.findall(data)) > _MOST_PRINTABLE * len(data):
        raise DragomanError(BINARY)
    texts = [text for encoding in ("utf-16-le", "utf-16-be") if (text := _strictly(data, encoding)) is not None]
    if texts:
        text = max(texts, key=lambda text: len(_EVERYDAY.findall(text)))
        if len(_EVERYDAY.findall(text)) > _LEAST_EVERYDAY * len(text):
            return text
    raise DragomanError(BINARY)


def _is_rubbish(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs") and not character.isspace()


def _mostly_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII form UTF-8 characters, which those of other encodings hardly ever do."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole > 2 * broken


def _guessed(data: bytes) -> str:
    """The text in the legacy encoding that makes everyday characters of it. (charset-normalizer takes Chinese of fewer
    than ten characters for another encoding, and so a title or a short record.)"""
    for encoding in _likely_encodings(data[:_SAMPLE]):
        text = _strictly(data, encoding)
        if text is not None:
            if sum(map(_is_rubbish, text)) > len(text) // 100:
                raise DragomanError(BINARY)
            return text
    raise DragomanError("its encoding is not recognised; save it again as UTF-8")


def _likely_encodings(sample: bytes) -> list[str]:
    """Windows-1252, GB18030, Big5: those that the sample may be in, the likeliest first."""
    high = len(_HIGH.findall(sample))
    western = len(_WESTERN.findall(sample))
    # An accented letter mostly stands between ASCII letters.
    if western >= 0.5 * high and len(_ALONE.findall(sample)) >= 0.75 * high:
        return ["cp1252"]
    pairs = _PAIR.findall(sample)
    common = {
        "gb18030": sum(bool(_COMMON_GB.match(pair)) for pair in pairs),
        "big5hkscs": sum(bool(_COMMON_BIG5.match(pair)) for pair in pairs),
    }
    likely = [encoding for encoding, count in common.items() if count >= 0.5 * len(pairs) > 0]
    likely.sort(key=lambda encoding: -common[encoding])
    if western >= 0.9 * high and len(_ASCII_LETTER.findall(sample)) >= 2 * high:
        likely.append("cp1252")
    return likely


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
