"""One page before a meeting: who they are, what was done and agreed, on what, and the words that say so."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from briefed import READOUTS, filled

from dragoman import read
from dragoman.answers.brief import Brief, brief
from dragoman.answers.brief.briefing import quotes
from dragoman.answers.brief.markdown import brief_markdown, plain
from dragoman.answers.brief.page import brief_page
from dragoman.answers.brief.quoting import told_day
from dragoman.answers.brief.sections import sections
from dragoman.answers.brief.telling import sparkline, tell_brief
from dragoman.answers.brief.wording import words
from dragoman.errors import DragomanError
from dragoman.model import Readout
from dragoman.reference.concepts import vocabulary
from dragoman.register import Register, open_register


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    with filled(tmp_path_factory.mktemp("brief") / "register.db") as opened:
        yield opened


def of(register: Register, *names: str, **options: object) -> Brief:
    span = {key: options.pop(key) for key in ("since", "until") if key in options}
    return brief(register.dossier(names, **span), vocabulary(), **options)  # type: ignore[arg-type]


def told(made: Brief) -> str:
    return "\n".join(f"{line.label} {line.text}" for line in tell_brief(made, vocabulary()))


def known(made: Brief, number: int = 0) -> dict[str, tuple[str, str]]:
    return {one.label: (one.text, one.standing) for one in made.portraits[number].known}


def test_a_country_is_told_by_names_in_three_languages_region_and_membership(register: Register) -> None:
    made = of(register, "Norvège")
    (portrait,) = made.portraits
    assert portrait.names == {"en": ("Norway",), "fr": ("Norvège",), "zh": ("挪威",)}
    assert known(made)["region"] == ("Northern Europe", "sourced")
    assert known(made)["UNESCO"] == ("member", "sourced")
    assert known(made)["UNESCO electoral group"] == ("I", "unverified")


@pytest.mark.parametrize(
    ("on", "holder", "other"),
    [("2024-03-04", "Jonas Gahr Støre", "Erna Solberg"), ("2014", "Erna Solberg", "Jonas Gahr Støre")],
)
def test_offices_are_those_held_on_the_day_asked_for(register: Register, on: str, holder: str, other: str) -> None:
    (portrait,) = of(register, "NO", on=on).portraits
    names = [office.name for office in portrait.offices]
    assert holder in names
    assert other not in names
    assert all(office.source for office in portrait.offices)


def test_the_present_is_the_newest_engagement_of_the_register_and_never_the_clock(register: Register) -> None:
    assert of(register, "GH").on == "2025-06-10"
    assert of(register, "GH", until="2024").on == "2024-05-02"
    assert of(register, "GH", on="2023-02").on == "2023-02-28"
    assert of(register, "GH", until="2001").on is None


def test_what_memory_alone_tells_is_marked(register: Register) -> None:
    text = told(of(register, "NO", on="2024-03-04"))
    assert re.search(r"Minister of Foreign Affairs Espen Barth Eide .* · unverified", text)
    assert re.search(r"King Harald V .* · factbook", text)


def test_a_body_is_told_by_its_full_names_seat_and_members(register: Register) -> None:
    made = of(register, "联合国教科文组织")
    assert "Organisation des Nations Unies pour" in made.portraits[0].names["fr"][0]
    assert known(made)["acronyms"][0] == "UNESCO"
    assert known(made)["members"][0].startswith("194 member states")
    assert "Audrey Azoulay" in [office.name for office in made.portraits[0].offices]
    assert [entry.engagement.readouts[0].ref for entry in made.engagements] == ["paris"]
    assert "Ghana" in known(of(register, "west africa"))["countries"][0]


@pytest.mark.parametrize("name", ["Azoulay", "阿祖莱", "audrey-azoulay"])
def test_a_person_is_told_by_the_posts_through_time(register: Register, name: str) -> None:
    (portrait,) = of(register, name).portraits
    assert [(office.title, office.of) for office in portrait.offices] == [
        ("Director-General", "UNESCO"),
        ("Minister of Culture", "FR"),
    ]
    (called,) = portrait.called
    assert (called.post, called.of, called.first) == ("Director-General", "UNESCO", "2024-05-02")
    assert "Audrey Azoulay" in words(called.quotes[0])


def test_a_person_whom_only_the_register_knows_is_told_by_what_readouts_call_her(register: Register) -> None:
    (portrait,) = of(register, "Kari Lund").portraits
    assert portrait.offices == ()
    assert [(called.post, called.first, called.last) for called in portrait.called] == [
        ("Minister", "2024-03-04", "2025-06-10"),
        ("ministre norvégienne de la Recherche", "2022-05-12", "2022-05-12"),
    ]


def test_two_are_told_by_what_they_did_with_each_other_newest_first(register: Register) -> None:
    made = of(register, "Portugal", "Norway")
    assert [entry.engagement.date and entry.engagement.date.start for entry in made.engagements] == [
        "2025-06-10",
        "2024-03-04",
        "2022-05-12",
    ]
    assert {entry.engagement.readouts[0].ref for entry in of(register, "Portugal").engagements} >= {"beijing"}
    assert of(register, "Norway", "Ghana").count == 0


@pytest.mark.parametrize(
    ("span", "refs"),
    [
        ({"since": "2025"}, {"lisbon"}),
        ({"until": "2023"}, {"appel"}),
        ({"since": "2022-05", "until": "2022-05-12"}, {"appel"}),
        ({"since": "2030"}, set()),
    ],
)
def test_a_span_narrows_everything_down(register: Register, span: dict[str, str], refs: set[str]) -> None:
    made = of(register, "PT", "NO", **span)
    assert {readout.ref for readout in made.readouts} == refs
    assert {quote.ref for quote in quotes(made)} == refs


def test_what_binds_is_listed_with_what_carries_it_forward_and_what_was_discussed_is_not(register: Register) -> None:
    made = of(register, "PT", "NO")
    assert [(entry.act, entry.text) for entry in made.understandings] == [
        ("agreed", "set up a Portugal-Norway Ocean Forum"),
        ("agreed", "open a joint laboratory for ocean science"),
    ]
    lisbon, oslo, _ = made.engagements
    assert [entry.carried_by for entry in made.understandings] == [(), (lisbon.engagement.id,)]
    ((carried),) = made.carried
    assert (carried.engagement, carried.earlier) == (lisbon.engagement.id, oslo.engagement.id)
    assert "implement the results of their meeting" in words(carried.quotes[0])


def test_one_point_that_both_sides_tell_stands_once_with_both_quotes(tmp_path_factory: pytest.TempPathFactory) -> None:
    both = Readout(
        ref="oslo-fr",
        published="2024-03-06",
        language="fr",
        text="Le 4 mars 2024, la ministre portugaise de l'Éducation, Ana Sousa, a rencontré à Oslo la ministre "
        "norvégienne de la Recherche, Kari Lund. Elles ont convenu d'ouvrir un laboratoire conjoint de sciences "
        "océaniques.",
    )
    with filled(tmp_path_factory.mktemp("both") / "register.db") as register:
        register.add(both, read(both))
        (entry,) = (one for one in of(register, "PT", "NO").understandings if "laborato" in one.text)
    assert {quote.ref for quote in entry.quotes} == {"oslo-pt", "oslo-fr"}


def test_topics_are_counted_by_year_with_a_quote_of_each(register: Register) -> None:
    made = of(register, "PT", "NO")
    assert made.periods == ("2022", "2023", "2024", "2025")
    mobility = next(entry for entry in made.topics if entry.concept == "student-mobility")
    assert mobility.counts == (1, 0, 1, 0)
    assert [quote and quote.ref for quote in mobility.quotes] == ["appel", None, "oslo-no", None]
    assert [quote and words(quote) for quote in mobility.quotes][2] == "student mobility", "the part of what was said"
    assert "bilateral-relations" not in {entry.concept for entry in made.topics}


def test_few_years_are_told_by_quarter(register: Register) -> None:
    made = of(register, "PT", since="2023", until="2024")
    assert made.periods == ("2023 Q3", "2023 Q4", "2024 Q1")


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (("2024-01-01", "2024-12-31"), "2024"),
        (("2024-03-01", "2024-03-31"), "2024-03"),
        (("2024-03-04", "2024-03-06"), "2024-03-04"),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(register: Register, days: tuple[str, str], says: str) -> None:
    row = register.list()[0]
    assert row.date is not None
    assert told_day(dataclasses.replace(row, date=dataclasses.replace(row.date, start=days[0], end=days[1]))) == says


def test_the_body_that_a_person_serves_is_no_subject_of_the_brief_on_the_person(tmp_path: Path) -> None:
    readout = Readout(
        text="On 2 May 2024, Minister Kofi Mensah of Ghana met Audrey Azoulay, Director-General of UNESCO, in Paris. "
        "They discussed the future of UNESCO and girls' education.",
        ref="future",
        published="2024-05-03",
        language="en",
    )
    with open_register(tmp_path / "one.db", create=True) as register:
        register.add(readout, read(readout))
        concepts = {entry.concept for entry in of(register, "Azoulay").topics}
        assert "girls-education" in concepts
        assert "unesco" not in concepts
        assert "unesco" in {entry.concept for entry in of(register, "Ghana").topics}


def test_a_mechanism_in_several_languages_stands_once_with_its_sessions(tmp_path: Path) -> None:
    with open_register(tmp_path / "one.db", create=True) as register:
        for readout in (
            Readout(
                ref="fr",
                language="fr",
                published="2024-05-07",
                text="Le ministre Amadou Fall du Sénégal a coprésidé le 6 mai 2024 à Dakar avec le ministre portugais "
                "Rui Vaz la septième session du Dialogue de haut niveau sénégalo-portugais sur les échanges humains.",
            ),
            Readout(
                ref="en",
                language="en",
                published="2024-09-03",
                text="On 2 September 2024, Minister Rui Vaz of Portugal met Minister Amadou Fall of Senegal in Lisbon. "
                "They discussed the Portugal-Senegal High-Level Dialogue on People-to-People Exchange.",
            ),
        ):
            register.add(readout, read(readout))
        made = of(register, "PT", "SN")
    (entry,) = made.mechanisms
    assert [(other.language, other.why) for other in entry.also] == [
        ("fr", "same sides PT, SN; both high-level; both of people-to-people exchanges")
    ]
    assert "discussed (2 September 2024); session 7 (6 May 2024)" in told(made)


def test_mechanisms_and_differences_come_with_the_words_of_each_side(register: Register) -> None:
    made = of(register, "PT", "NO")
    assert [(entry.name, entry.sessions[0].status) for entry in made.mechanisms] == [
        ("Portugal-Norway Ocean Forum", "agreed")
    ]
    status, alone = made.differences
    assert status.what == "status of commitment"
    assert [side.publisher for side in status.sides] == ["Ministry of Education of Portugal", "Government of Norway"]
    assert [side.text and side.text.partition(":")[0] for side in status.sides] == ["agreed", "discussed"]
    assert alone.what == "only one side"
    assert [side.text for side in alone.sides] == ["teacher training", "student mobility"]


def test_who_only_mentions_an_engagement_is_not_silent_on_it(register: Register) -> None:
    assert {side.ref for entry in of(register, "PT", "NO").differences for side in entry.sides} == {
        "oslo-pt",
        "oslo-no",
    }


def test_every_quote_stands_in_its_readout_and_every_line_has_one(register: Register) -> None:
    texts = {readout.content_hash: readout for readout in READOUTS}
    made = of(register, "PT", "NO")
    for quote in quotes(made):
        readout = texts[quote.readout]
        for passage in quote.passages:
            field = readout.title if passage.field == "title" else readout.text
            assert all(field[span.start : span.end] == span.text for span in passage.evidence)
    for entry in (*made.engagements, *made.understandings, *made.carried):
        assert entry.quotes
    assert all(
        quote is not None for entry in made.topics for n, quote in zip(entry.counts, entry.quotes, strict=True) if n
    )


def test_each_part_has_at_most_so_many_lines_and_says_how_many_more(register: Register) -> None:
    made = of(register, "PT", "NO", limit=1)
    assert (len(made.engagements), made.left_out["engagements"], made.count) == (1, 2, 3)
    assert "and 2 more" in told(made)
    assert of(register, "PT", "NO").left_out["engagements"] == 0


def test_nobody_met_yet_is_told_all_the_same(register: Register) -> None:
    made = of(register, "Nauru")
    assert (made.count, made.readouts) == (0, ())
    assert [part.id for part in sections(made, vocabulary())] == ["who0", "engagements"]
    assert "No engagement with them is in the register." in told(made)
    assert "瑙鲁" in brief_markdown(made, vocabulary())
    assert "<svg" not in brief_page(made, {}, vocabulary())


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Atlantis", "'Atlantis' is no country, body or person that is known here"),
        ("Korea", "'Korea' may be any of KR, KP"),
        ("Wang", "'Wang' may be any of "),
    ],
)
def test_who_is_not_known_or_may_be_several_is_one_sentence(register: Register, name: str, says: str) -> None:
    with pytest.raises(DragomanError, match=re.escape(says)) as raised:
        of(register, name)
    assert "\n" not in str(raised.value)


def test_a_brief_is_the_same_each_time_and_plain_json(register: Register) -> None:
    first, second = (json.dumps(of(register, "PT", "NO").as_json(), ensure_ascii=False) for _ in range(2))
    assert first == second
    assert json.loads(first)["engagements"][0]["quotes"][0]["ref"] == "lisbon"


def test_text_gives_engagement_readout_and_words_under_each_line(register: Register) -> None:
    made = of(register, "PT", "NO")
    text = told(made)
    oslo = made.engagements[1].engagement.id
    assert f"← {oslo} oslo-no: On 4 March 2024, Minister Kari Lund of Norway [received] Minister" in text
    assert "agreed open a joint laboratory for ocean science · Portugal, Norway · 4 March 2024" in text
    assert "█·█· student mobility · 2 engagements" in text
    assert "“mobilité des étudiants”" not in text  # the newest words stand for the topic


def test_markdown_has_a_footnote_for_each_quote(register: Register) -> None:
    text = brief_markdown(of(register, "PT", "NO"), vocabulary())
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    defined = re.findall(r"^\[\^(\d+)\]: ", text, flags=re.MULTILINE)
    assert used == set(defined)
    assert len(defined) == len(set(defined))
    assert "- **agreed** “open a joint laboratory for ocean science”" in text


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a *b* [c](d) <i> `e`", r"a \*b\* \[c\](d) \<i\> \`e\`"),
        ("# one\n- two", r"\# one - two"),
        ("1. first", r"1\. first"),
        ("- dash", r"\- dash"),
        ("教育 · l’éducation", "教育 · l’éducation"),
    ],
)
def test_what_readouts_say_is_no_markup(words: str, written: str) -> None:
    assert plain(words) == written


@pytest.mark.parametrize(("counts", "shown"), [([0, 1, 8], "·▁█"), ([2, 1], "█▄"), ([], ""), ([1], "█")])
def test_counts_become_columns(counts: list[int], shown: str) -> None:
    assert sparkline(counts, max(counts, default=0)) == shown


def test_the_page_links_every_line_to_its_words_and_back(register: Register) -> None:
    dossier = register.dossier(["PT", "NO"])
    html = brief_page(brief(dossier, vocabulary()), dossier.readouts, vocabulary())
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    links = set(re.findall(r'href="#([^"]*)"', html))
    assert len(links) > 20
    assert links <= set(ids)
    assert 'lang="fr"' in html
    assert "<script" not in html
    assert "style=" not in html


def test_the_page_shows_hostile_words_as_words(tmp_path_factory: pytest.TempPathFactory) -> None:
    hostile = Readout(
        ref="<img src=x>",
        title="<script>alert(1)</script>",
        published="2024-06-02",
        source="javascript:alert(1)",
        text="On 1 June 2024, Minister Ana Sousa of Portugal met Minister Kari Lund of Norway in <b>Bergen</b>.",
    )
    with filled(tmp_path_factory.mktemp("hostile") / "register.db") as register:
        register.add(hostile, read(hostile))
        dossier = register.dossier(["PT", "NO"])
        html = brief_page(brief(dossier, vocabulary()), dossier.readouts, vocabulary())
    assert "&lt;script&gt;" in html
    for bad in ("<script", "<img", "<b>Bergen", "javascript:"):
        assert bad not in html
