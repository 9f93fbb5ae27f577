"""Readouts with readings made by hand, so that the register is tested without the reader."""

from __future__ import annotations

from typing import Any

from dragoman.model import Account, DateRange, Evidence, Party, Place, Point, Reading, Readout, Topic

READER = "dragoman 0.1.0"


def span(text: str, words: str) -> Evidence:
    """The first place where the text says these words."""
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def party(text: str, name: str | None, post: str | None, affiliation: str | None, **more: Any) -> Party:
    said = tuple(span(text, words) for words in (name, post) if words)
    return Party(name, post, affiliation, more.pop("group", False), "stated", 0.9, said, "test", **more)


def account(text: str, id: str, kind: str, says: str, **given: Any) -> Account:
    """An account told by the words `says`; `date` a pair of days, `place` a pair of country and locality.

    `about` gives the concepts of topics and points by their words.
    """
    about: dict[str, tuple[str, ...]] = given.pop("about", {})
    date, place = given.pop("date", None), given.pop("place", None)
    window = given.pop("window", None)
    topics = given.pop("topics", ())
    points = given.pop("points", ())
    values: dict[str, Any] = {
        "status": "held",
        "within": None,
        "event": None,
        "parties": (),
        "carries_forward": (),
        "title_says": {},
    } | given
    said = (span(text, says),)
    return Account(
        id=id,
        kind=kind,  # type: ignore[arg-type]
        date=DateRange(*date, "stated", 0.95, said, "test") if date else None,
        window=DateRange(*window, "inferred", 0.6, (), "test") if window else None,
        places=(Place(*place, "stated", 0.9, (), "test"),) if place else (),
        topics=tuple(
            Topic(words, span(text, words).start, span(text, words).end, 0.8, "test", about.get(words, ()))
            for words in topics
        ),
        points=tuple(
            Point(act, by, words, span(text, words).start, span(text, words).end, 0.8, "test", about.get(words, ()))
            for act, by, words in points
        ),
        basis="stated",
        confidence=0.9,
        evidence=said,
        rule="test",
        **values,
    )


def reading(readout: Readout, *accounts: Account, reader: str = READER) -> Reading:
    return Reading(
        ref=readout.ref,
        readout=readout.content_hash,
        reader=reader,
        language=readout.language or "en",
        published=readout.published,
        title=readout.title,
        publisher=readout.publisher,
        engagements=accounts,
        mechanisms=(),
    )


VISIT = Readout(
    text="Minister Ines Sørland travelled to Lisbon from 3 to 5 March 2024.\n"
    "She met her counterpart Rui Patrício Vaz, Minister of Education of Portugal, on 4 March; they discussed "
    "teacher exchanges and agreed to open a joint reading room.",
    title="Minister Sørland in Lisbon",
    published="2024-03-06",
    language="en",
    publisher="NO",
    ref="visit",
)


def visit(reader: str = READER) -> Reading:
    """A visit and the meeting within it."""
    text = VISIT.text
    sorland = party(text, "Ines Sørland", "Minister", "NO")
    vaz = party(text, "Rui Patrício Vaz", "Minister of Education", "PT")
    lisbon = ("PT", "Lisbon")
    return reading(
        VISIT,
        account(text, "e1", "visit", "travelled", date=("2024-03-03", "2024-03-05"), place=lisbon, parties=(sorland,)),
        account(
            text,
            "e2",
            "meeting",
            "met",
            date=("2024-03-04", "2024-03-04"),
            place=lisbon,
            within="e1",
            parties=(sorland, vaz),
            topics=("teacher exchanges",),
            points=(("agreed", ("NO", "PT"), "open a joint reading room"),),
            about={
                "teacher exchanges": ("teacher-exchanges",),
                "open a joint reading room": ("libraries-and-archives", "teacher-exchanges"),
            },
        ),
        reader=reader,
    )


CALL = Readout(
    text="外交部长林远今日与日本外务大臣佐藤光通电话。",
    title="林远同日本外务大臣通电话",
    published="2024-05-01",
    language="zh",
    publisher="CN",
    ref="call",
)


def call(reader: str = READER) -> Reading:
    """A call that only the day of publication dates, told in Chinese."""
    parties = (party(CALL.text, "林远", "外交部长", "CN"), party(CALL.text, "佐藤光", "外务大臣", "JP"))
    told = account(CALL.text, "e1", "call", "通电话", date=("2024-05-01", "2024-05-01"), parties=parties)
    return reading(CALL, told, reader=reader)


UNDATED = Readout(
    text="The Director-General of UNESCO spoke with the President of Kenya. They will meet at a Nairobi summit.",
    title="A word with Kenya's president, Mumbi Otieno",
    ref="undated",
)


def undated(reader: str = READER) -> Reading:
    """A call of which only a window is known, and a planned conference with no date at all."""
    text = UNDATED.text
    parties = (party(text, None, "Director-General", "UNESCO"), party(text, None, "President", "KE"))
    return reading(
        UNDATED,
        account(
            text,
            "e1",
            "call",
            "spoke with",
            window=("2023-06-01", "2023-06-30"),
            parties=parties,
            title_says={"name": "Mumbi Otieno"},
        ),
        account(
            text,
            "e2",
            "conference",
            "will meet",
            status="planned",
            event="Nairobi summit",
            place=("KE", "Nairobi"),
            parties=(party(text, None, None, "Harbour Institute"),),
        ),
        reader=reader,
    )


def numbered(number: int, reader: str = READER) -> tuple[Readout, Reading]:
    """One of many readouts, each with a visit and a meeting within it; none tells of the same as another."""
    day = f"2024-01-{number % 28 + 1:02}"
    readout = Readout(
        text=f"Envoy {number} came to Oslo. There the envoy met Minister Solberg about case {number}.",
        title=f"Envoy {number}",
        published=day,
        language="en",
        ref=str(number),
    )
    text = readout.text
    envoy = party(text, None, f"Envoy {number}", f"Institute {number}")
    solberg = party(text, "Solberg", "Minister", "NO")
    told = (
        account(text, "e1", "visit", "came to Oslo", date=(day, day), place=("NO", "Oslo"), parties=(envoy,)),
        account(text, "e2", "meeting", "met", date=(day, day), within="e1", parties=(envoy, solberg)),
    )
    return readout, reading(readout, *told, reader=reader)
