"""Text is read in the encodings that readouts come in, and binary data are told from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.intake.encoding import decode

ENGLISH = "“The Minister” met the Ambassador – in Lagos."
FRENCH = "Réunion à Genève : la ministre a reçu l’ambassadeur, où ils ont évoqué « l’Œuvre »."
SIMPLIFIED = "港口部部长林国强在北京会见秘鲁驻华大使，双方就学生交流交换了意见。"
TRADITIONAL = "港口部部長林國強在臺北會見祕魯代表，雙方就學生交流交換意見。"
MIXED = "林国强（Lin Guoqiang）会见UNESCO总干事 Audrey Azoulay。"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (ENGLISH, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1252"),
        (FRENCH, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1252"),
        (SIMPLIFIED + "\n", "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 gb18030 gbk gb2312"),
        (TRADITIONAL + "\n", "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 gb18030 gbk big5"),
        (MIXED, "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 gb18030 gbk gb2312"),
        ("Réunion à Genève.", "latin-1 iso8859-15"),
        ("Déjà vu", "latin-1"),
        ("会见", "gb18030"),
        ("L’État", "cp1252"),
        ("會見", "big5"),
        ("They met.", "ascii utf-16 utf-16-le utf-16-be"),
    ],
)
def test_text_is_read_in_every_encoding(text: str, encodings: str) -> None:
    assert {name: decode(text.encode(name)) for name in encodings.split()} == dict.fromkeys(encodings.split(), text)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_of_either_order_is_read_and_left_out(encoding: str) -> None:
    assert decode(f"\ufeff{MIXED}".encode(encoding)) == MIXED


def test_a_long_text_is_guessed_from_its_beginning_and_read_whole() -> None:
    for text, encoding in ((SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5"), (FRENCH, "cp1252")):
        assert decode((text * 10_000).encode(encoding)) == text * 10_000


@pytest.mark.parametrize(
    ("declared", "text", "encoding"),
    [
        ("GB2312", "会 a", "gbk"),
        ("big5", "會 a", "big5"),
        ("ISO-8859-1", "“é”", "cp1252"),
        ("gb2312", "会 a", "utf-8"),
        ("rot13", "réunion", "cp1252"),
    ],
)
def test_a_declared_encoding_is_tried_after_utf8(declared: str, text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), declared) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"They met.\0", "binary data"),
        (b"\0\0\0\0", "binary data"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0", "binary data"),
        (b"\x01\x02\x03\x04\x05\xe9\x06\x07\x08 text", "binary data"),
        (FRENCH.encode() + b"\xe9", "UTF-8 with broken bytes in it, first at byte 97"),
        (SIMPLIFIED.encode()[:-1], "UTF-8 with broken bytes in it"),
        (b"\xfe\xff\xd8\x00", "its byte order mark says UTF-16 but it breaks off from that at byte 0"),
        (b"\xff\xfea", "its byte order mark says UTF-16"),
        (b"\xef\xbb\xbf\xff", "its byte order mark says UTF-8"),
        (b"\x81\x8d\x8f\x90\x9d", "its encoding is not recognised"),
        ("Министр образования встретился с послом.".encode("cp1251"), "its encoding is not recognised"),
        ("文部科学大臣は大使と会談した。".encode("shift_jis"), "its encoding is not recognised"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(DragomanError, match=reason):
        decode(data)


@given(st.binary(max_size=400))
def test_whatever_the_bytes_they_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except DragomanError:
        return
    text.encode()


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(lambda text: text[:1] != "\ufeff")
)
def test_utf8_is_read_to_the_character(text: str) -> None:
    assert decode(text.encode()) == text
