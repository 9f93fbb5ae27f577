"""A minister leads a delegation to a conference and to a country: the hardest readouts, told in many ways.

All people and most institutions are invented. Every expectation is the whole list of accounts: what is missing and
what is too many both fail.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from notation import accounts, accounts_of, mechanisms

from dragoman import Readout, Reading, read

# -- one story, told whole, of other people in other countries


@dataclass(frozen=True)
class Story:
    """What changes from one telling to the next; `days` is how the text writes the range `dates`."""

    publisher: str
    published: str
    days: str
    dates: str
    post: str
    name: str
    surname: str
    event: str
    body: str
    official: str
    president: str
    home: str
    demonym: str
    host: str
    host_code: str
    counterpart: str
    counterpart_post: str
    host_demonym: str
    sites: tuple[str, str]
    region: str
    region_code: str
    listed: str
    listed_codes: tuple[str, ...]
    delegation: str
    delegation_code: str
    home_code: str
    body_code: str


STORIES = [
    Story(
        publisher="Ministry of Education of Peru",
        published="2024-05-28",
        days="From May 19th to 23rd",
        dates="2024-05-19/2024-05-23",
        post="Minister of Education",
        name="Rosa Quintela",
        surname="Quintela",
        event="11th World Congress on Adult Learning",
        body="Assistant Director-General of UNESCO",
        official="Okafor",
        president="Lucio Arrieta",
        home="Peru",
        demonym="Peruvian",
        host="Norway",
        host_code="NO",
        counterpart="Ingrid Solberg",
        counterpart_post="Minister of Research and Higher Education",
        host_demonym="Norwegian",
        sites=("Fridtjof Institute of Ocean Studies", "Bergen Technical University"),
        region="Caribbean",
        region_code="CARIBBEAN",
        listed="Ghana, Trinidad and Tobago, Nepal, and other countries",
        listed_codes=("GH", "TT", "NP"),
        delegation="Japanese",
        delegation_code="JP",
        home_code="PE",
        body_code="UNESCO",
    ),
    Story(
        publisher="Ministry of Health of Kenya",
        published="2023-01-09",
        days="From December 29th to January 3rd",
        dates="2022-12-29/2023-01-03",
        post="Health Minister",
        name="Wanjiru Odede",
        surname="Odede",
        event="6th Global Forum on Primary Care",
        body="Deputy Director-General of WHO",
        official="Lindqvist",
        president="Josphat Mutua",
        home="Kenya",
        demonym="Kenyan",
        host="Thailand",
        host_code="TH",
        counterpart="Somchai Rattana",
        counterpart_post="Minister of Public Health",
        host_demonym="Thai",
        sites=("Chiang Mai Institute of Tropical Medicine", "Khon Kaen University"),
        region="Pacific",
        region_code="PACIFIC",
        listed="Bosnia and Herzegovina, Fiji, Saint Kitts and Nevis, Côte d'Ivoire, and other countries",
        listed_codes=("BA", "FJ", "KN", "CI"),
        delegation="Brazilian",
        delegation_code="BR",
        home_code="KE",
        body_code="WHO",
    ),
    Story(
        publisher="Ministry of Culture of Uruguay",
        published="2025-10-06",
        days="From 28 September to 2 October",
        dates="2025-09-28/2025-10-02",
        post="Minister of Culture",
        name="Martín Echeverry",
        surname="Echeverry",
        event="3rd World Conference on Cultural Heritage",
        body="Secretary-General of the OIF",
        official="Diallo",
        president="Elena Bruzzone",
        home="Uruguay",
        demonym="Uruguayan",
        host="Greece",
        host_code="GR",
        counterpart="Eleni Markou",
        counterpart_post="Minister of Culture and Sports",
        host_demonym="Greek",
        sites=("Institute of Byzantine Studies", "Patras School of Fine Arts"),
        region="Arab",
        region_code="ARAB STATES",
        listed="Armenia, São Tomé and Príncipe, Georgia and other countries",
        listed_codes=("AM", "ST", "GE"),
        delegation="Canadian",
        delegation_code="CA",
        home_code="UY",
        body_code="OIF",
    ),
]

PARAGRAPHS = (
    "{days}, {post} {name} led a delegation to attend the {event} and visit {host}. During the event, {surname} met with "
    "{official}, {body}, and held talks with the ministers of {host} and relevant countries to explore areas of "
    "cooperation.",
    "The meeting with {official} focused on implementing the results of the meeting between President {president} and "
    "{official}, with a particular emphasis on rural schools. Topics of discussion included open textbooks, vocational "
    "training, and recognition of degrees. The two parties reached agreements on cooperation.",
    "While in {host}, {surname} held talks with {counterpart}, the {host_demonym} {counterpart_post}. Discussions centered "
    "around the establishment of a joint innovation programme, promoting exchanges of nurses, and digital archives. The "
    "two ministers also reached a series of consensuses on setting up a {home}-{host} research forum.",
    "During the visit, {surname} also took the opportunity to visit institutions, including the {sites[0]} and the "
    "{sites[1]}, and met with representatives of {demonym} students.",
    "In addition, {surname} had a collective exchange with the education ministers of {region} countries and held "
    "individual meetings with the education ministers of {listed}, as well as with the head of the {delegation} "
    "delegation.",
    "The discussions and meetings held by {post} {surname} during the conference and the visit to {host} show the "
    "importance that {home} attaches to international cooperation and to exchange with other countries.",
)


def reading_of(story: Story, paragraphs: tuple[str, ...] = PARAGRAPHS) -> Reading:
    text = "\n\n".join(paragraphs).format_map(vars(story))
    return read(Readout(text=text, published=story.published, publisher=story.publisher, language="en"))


def expected_of(story: Story) -> list[str]:
    s = story
    when, who = f"held {s.dates} {s.host_code}", f"{s.home_code} {s.name}"
    return sorted(
        [
            f"conference {when}: {who} ({s.event})",
            f"visit {when}: {who}",
            f"meeting {when}: {who}, {s.body_code} {s.official} < conference ^ meeting",
            f"meeting referenced undated -: {s.home_code} {s.president}, {s.body_code} {s.official}",
            f"meeting {when}: {who}, {s.host_code} {s.counterpart} < visit",
            f"tour {when} {s.sites[0]}: {who} < visit",
            f"tour {when} {s.sites[1]}: {who} < visit",
            f"meeting {when}: {who}, {s.home_code} representatives of {s.demonym} students* < visit",
            f"meeting {when}: {who}, {s.region_code} education ministers of {s.region} countries* < conference",
            *(f"meeting {when}: {who}, {code} education ministers < conference" for code in s.listed_codes),
            f"meeting {when}: {who}, {s.delegation_code} head of the {s.delegation} delegation < conference",
        ]
    )


by_country = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.home)


@by_country
def test_the_whole_story_is_read_whole(story: Story) -> None:
    assert accounts(reading_of(story)) == expected_of(story)


@by_country
def test_its_mechanisms_are_found_with_their_parties(story: Story) -> None:
    both = f"{story.home_code}, {story.host_code}"
    assert mechanisms(reading_of(story)) == sorted(
        [f"joint innovation programme, discussed: {both}", f"{story.home}-{story.host} research forum, agreed: {both}"]
    )


@by_country
def test_topics_and_points_stand_where_they_were_discussed(story: Story) -> None:
    held = [
        account for account in reading_of(story).engagements if account.kind == "meeting" and account.status == "held"
    ]
    by_counterpart = {account.parties[-1].name: account for account in held}
    with_body, with_host = by_counterpart[story.official], by_counterpart[story.counterpart]
    assert [t.text for t in with_host.topics][:1] == ["establishment of a joint innovation programme"]
    assert {t.text for t in with_host.topics} >= {"promoting exchanges of nurses", "digital archives"}
    assert {t.text for t in with_body.topics} >= {"open textbooks", "vocational training", "recognition of degrees"}
    agreed = [(p.act, p.by, p.text) for p in (*with_body.points, *with_host.points)]
    assert agreed == [
        ("agreed", (story.home_code, story.body_code), "agreements on cooperation"),
        ("agreed", (story.home_code, story.host_code), f"setting up a {story.home}-{story.host} research forum"),
    ]


@by_country
def test_the_summary_at_the_end_adds_nothing(story: Story) -> None:
    assert accounts(reading_of(story, PARAGRAPHS[:-1])) == accounts(reading_of(story))


@by_country
@pytest.mark.parametrize("order", [(0, 2, 1, 3, 4), (0, 4, 1, 2, 3), (0, 3, 4, 2, 1)], ids=str)
def test_the_order_of_the_paragraphs_changes_no_engagement(story: Story, order: tuple[int, ...]) -> None:
    assert accounts(reading_of(story, tuple(PARAGRAPHS[n] for n in order))) == expected_of(story)


# -- the same occasions in other words


def table(*rows: tuple[str, str, list[str]]) -> pytest.MarkDecorator:
    """Rows of a name, a text and the accounts expected; the texts are published on 18 June 2024."""
    return pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[1:], id=row[0]) for row in rows])


VISIT = "Minister of Science Tiago Falcão of Brazil visited Estonia from 3 to 6 June 2024. "
VISITED = "visit held 2024-06-03/2024-06-06 EE: BR Tiago Falcão"
DURING = "held 2024-06-03/2024-06-06 EE"


@table(
    (
        "active",
        VISIT + "He met with Kaja Lill, the Estonian Minister of Education.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "held talks",
        VISIT + "In Tallinn, Falcão held talks with Estonian Minister of Education Kaja Lill.",
        [VISITED, "meeting held 2024-06-03/2024-06-06 EE Tallinn: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "was received by",
        VISIT + "The Minister was received by President Kaja Lill of Estonia.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "received",
        VISIT + "During the visit, President Kaja Lill of Estonia received Minister Falcão.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "was also received by",
        VISIT + "Falcão was also received by Kaja Lill, President of Estonia.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "paid a courtesy call",
        VISIT + "He also paid a courtesy call on the Prime Minister of Estonia, Kaja Lill.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "had a working lunch",
        VISIT + "Minister Falcão had a working lunch with his Estonian counterpart, Kaja Lill.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "held separate meetings, named",
        VISIT
        + "He held separate meetings with Kaja Lill, Minister of Education of Estonia, and Urmas Raud, Minister of "
        "Economic Affairs of Estonia.",
        [
            VISITED,
            f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit",
            f"meeting {DURING}: BR Tiago Falcão, EE Urmas Raud < visit",
        ],
    ),
    (
        "met separately with",
        VISIT
        + "Falcão met separately with Estonian Minister of Education Kaja Lill and Finnish Minister of Education Aino "
        "Salo.",
        [
            VISITED,
            f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit",
            f"meeting {DURING}: BR Tiago Falcão, FI Aino Salo < visit",
        ],
    ),
    (
        "nothing met",
        VISIT + "He did not meet with the Estonian Minister of Education, Kaja Lill, who was abroad.",
        [VISITED],
    ),
    (
        "a meeting told twice is one",
        VISIT
        + "Falcão met with Kaja Lill, Minister of Education of Estonia. The meeting with Lill focused on robotics. At the "
        "meeting, both sides agreed to exchange teachers.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
)
def test_a_counterpart_is_met_in_many_words(text: str, expected: list[str]) -> None:
    assert accounts_of(text) == sorted(expected)


CONGRESS = (
    "Minister of Health Amina Sow of Senegal attended the 8th World Congress on Nutrition in Lima on June 11, 2024. "
)
ATTENDED = "conference held 2024-06-11 PE Lima: SN Amina Sow (8th World Congress on Nutrition)"


def met(*parties: str) -> list[str]:
    """The congress and a meeting within it with each of the parties."""
    return sorted([ATTENDED, *(f"meeting held 2024-06-11 PE Lima: SN Amina Sow, {p} < conference" for p in parties)])


@table(
    (
        "and other countries",
        CONGRESS
        + "On its margins, she held individual meetings with the health ministers of Chad, Malta and other countries.",
        met("TD health ministers", "MT health ministers"),
    ),
    (
        "Antigua and Barbuda between others",
        CONGRESS + "Sow held separate meetings with the health ministers of Chad, Antigua and Barbuda and Malta.",
        met("TD health ministers", "AG health ministers", "MT health ministers"),
    ),
    (
        "Trinidad and Tobago first",
        CONGRESS
        + "She met separately with the ministers of health of Trinidad and Tobago, Bosnia and Herzegovina and Fiji.",
        met("TT ministers of health", "BA ministers of health", "FJ ministers of health"),
    ),
    (
        "Saint Vincent and the Grenadines last",
        CONGRESS
        + "Minister Sow held individual meetings with the health ministers of Oman, the Gambia, and Saint Vincent and "
        "the Grenadines.",
        met("OM health ministers", "GM health ministers", "VC health ministers"),
    ),
    (
        "demonyms before the office",
        CONGRESS + "She held individual meetings with the Chadian, Maltese and Omani health ministers.",
        met("TD health ministers", "MT health ministers", "OM health ministers"),
    ),
    (
        "and the head of a delegation",
        CONGRESS
        + "She held separate meetings with the health ministers of Chad, Malta, and Oman, as well as with the head of "
        "the Chilean delegation.",
        met("TD health ministers", "MT health ministers", "OM health ministers", "CL head of the Chilean delegation"),
    ),
    (
        "a collective exchange is one meeting",
        CONGRESS + "She had a collective exchange with the health ministers of African countries.",
        met("AFRICA health ministers of African countries*"),
    ),
    (
        "a group of a region is not spread out",
        CONGRESS + "Sow also met with health ministers from Pacific island countries.",
        met("PACIFIC health ministers from Pacific island countries*"),
    ),
)
def test_a_list_of_ministers_is_met_one_by_one(text: str, expected: list[str]) -> None:
    assert accounts_of(text) == expected


SPEAKER = "Foreign Minister Dita Laukkanen of Finland"
TALKS = "held talks with Prime Minister Bayar Enkh of Mongolia in Helsinki on June 12, 2024"
HELD = "meeting held 2024-06-12 FI Helsinki: FI Dita Laukkanen, MN Bayar Enkh"


@table(
    (
        "the results of the meeting between",
        f"{SPEAKER} {TALKS}. The talks focused on implementing the results of the meeting between President Otso Harju and "
        "Enkh.",
        [HELD + " ^ meeting", "meeting referenced undated -: FI Otso Harju, MN Bayar Enkh"],
    ),
    (
        "the outcomes of last year's",
        f"{SPEAKER} {TALKS}. They discussed ways of implementing the outcomes of last year's meeting between President Otso "
        "Harju of Finland and Prime Minister Enkh.",
        [HELD + " ^ meeting", "meeting referenced 2023-01-01/2023-12-31 -: FI Otso Harju, MN Bayar Enkh"],
    ),
    (
        "following up on their meeting in May",
        f"{SPEAKER} {TALKS}, following up on their meeting in May.",
        [HELD + " ^ meeting", "meeting referenced 2024-05-01/2024-05-31 -: FI Dita Laukkanen, MN Bayar Enkh"],
    ),
    (
        "building on the call of",
        f"{SPEAKER} {TALKS}. Building on the call between President Otso Harju and Prime Minister Enkh on March 4, they "
        "discussed rare earths.",
        [HELD + " ^ call", "call referenced 2024-03-04 -: FI Otso Harju, MN Bayar Enkh"],
    ),
    (
        "an earlier visit that is not carried forward",
        f"{SPEAKER} {TALKS}. Prime Minister Enkh had visited Sweden in April 2024.",
        [HELD, "visit referenced 2024-04-01/2024-04-30 SE: MN Bayar Enkh"],
    ),
    (
        "a standing friendship is nothing earlier",
        f"{SPEAKER} {TALKS}. The two countries have long been friends.",
        [HELD],
    ),
)
def test_what_came_before_is_referenced_and_carried_forward(text: str, expected: list[str]) -> None:
    assert accounts_of(text) == sorted(expected)


@table(
    (
        "two institutions",
        VISIT + "He visited the Tartu Institute of Physics and the Estonian Academy of Sciences.",
        [
            VISITED,
            "tour held 2024-06-03/2024-06-06 EE Estonian Academy of Sciences: BR Tiago Falcão < visit",
            "tour held 2024-06-03/2024-06-06 EE Tartu Institute of Physics: BR Tiago Falcão < visit",
        ],
    ),
    (
        "toured, and met students",
        VISIT + "Falcão toured the University of Tartu and met with representatives of Brazilian students.",
        [
            VISITED,
            "tour held 2024-06-03/2024-06-06 EE University of Tartu: BR Tiago Falcão < visit",
            f"meeting {DURING}: BR Tiago Falcão, BR representatives of Brazilian students* < visit",
        ],
    ),
    (
        "in the passive",
        VISIT + "The Minister was shown around the Narva Museum of Textiles.",
        [VISITED, "tour held 2024-06-03/2024-06-06 EE Narva Museum of Textiles: BR Tiago Falcão < visit"],
    ),
    (
        "took a tour of",
        VISIT + "On 5 June, he took a tour of the Port of Tallinn.",
        [VISITED, "tour held 2024-06-05 EE Port of Tallinn: BR Tiago Falcão < visit"],
    ),
    (
        "an institution only spoken of",
        VISIT + "He praised the University of Tartu.",
        [VISITED],
    ),
    (
        "a round table with researchers",
        VISIT + "He also had a round table with Brazilian researchers in Estonia.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, BR Brazilian researchers* < visit"],
    ),
)
def test_institutions_are_toured_and_groups_are_met(text: str, expected: list[str]) -> None:
    assert accounts_of(text) == sorted(expected)


@table(
    (
        "conference first",
        "On June 4-7, Deputy Minister Olena Hrytsenko of Ukraine attended the 12th Forum on Digital Government in Malta and "
        "visited Cyprus.",
        [
            "conference held 2024-06-04/2024-06-07 MT: UA Olena Hrytsenko (12th Forum on Digital Government)",
            "visit held 2024-06-04/2024-06-07 CY: UA Olena Hrytsenko",
        ],
    ),
    (
        "visit first",
        "From June 4 to 7, Deputy Minister Olena Hrytsenko of Ukraine visited Malta and attended the 12th Forum on Digital "
        "Government.",
        [
            "conference held 2024-06-04/2024-06-07 MT: UA Olena Hrytsenko (12th Forum on Digital Government)",
            "visit held 2024-06-04/2024-06-07 MT: UA Olena Hrytsenko",
        ],
    ),
    (
        "on the margins of a conference only",
        "On June 5, Deputy Minister Olena Hrytsenko of Ukraine met with Deputy Minister Karl Vella of Malta on the margins of "
        "the 12th Forum on Digital Government.",
        [
            "conference held 2024-06-05 -: UA Olena Hrytsenko, MT Karl Vella (12th Forum on Digital Government)",
            "meeting held 2024-06-05 -: UA Olena Hrytsenko, MT Karl Vella < conference",
        ],
    ),
    (
        "a meeting at home is within nothing",
        "On June 5, Deputy Minister Olena Hrytsenko of Ukraine met with Deputy Minister Karl Vella of Malta in Kyiv.",
        ["meeting held 2024-06-05 UA Kyiv: UA Olena Hrytsenko, MT Karl Vella"],
    ),
    (
        "planned",
        "Deputy Minister Olena Hrytsenko of Ukraine will attend the 12th Forum on Digital Government in Malta from June 24 to "
        "26.",
        ["conference planned 2024-06-24/2024-06-26 MT: UA Olena Hrytsenko (12th Forum on Digital Government)"],
    ),
    (
        "planned with a meeting",
        "Deputy Minister Olena Hrytsenko of Ukraine will visit Malta on June 24 and meet with Prime Minister Karl Vella of "
        "Malta.",
        [
            "meeting planned 2024-06-24 MT: UA Olena Hrytsenko, MT Karl Vella < visit",
            "visit planned 2024-06-24 MT: UA Olena Hrytsenko",
        ],
    ),
)
def test_conference_and_visit_stand_side_by_side(text: str, expected: list[str]) -> None:
    assert accounts_of(text) == sorted(expected)


# -- days


@pytest.mark.parametrize(
    ("days", "published", "expected"),
    [
        ("From November 28 to December 2", "2023-12-05", "2023-11-28/2023-12-02"),
        ("From 28 November to 2 December", "2023-12-05", "2023-11-28/2023-12-02"),
        ("From November 28th to December 2nd", "2024-01-15", "2023-11-28/2023-12-02"),
        ("From 28 November to 2 December 2022", "2024-01-15", "2022-11-28/2022-12-02"),
        ("From December 29 to January 3", "2024-01-05", "2023-12-29/2024-01-03"),
        ("From 29 December 2023 to 3 January 2024", "2024-02-05", "2023-12-29/2024-01-03"),
        ("From May 7th to 12th", "2024-05-14", "2024-05-07/2024-05-12"),
        ("From May 7th to 12th", "2025-01-14", "2024-05-07/2024-05-12"),
        ("On May 7-12", "2024-05-14", "2024-05-07/2024-05-12"),
        ("Between 7 and 12 May", "2024-05-14", "2024-05-07/2024-05-12"),
        ("From the 7th to the 12th of May", "2024-05-14", "2024-05-07/2024-05-12"),
        ("On 7 May", "2024-05-14", "2024-05-07"),
        ("On Tuesday, 7 May", "2024-05-14", "2024-05-07"),
        ("On Tuesday", "2024-05-09", "2024-05-07"),
        ("Yesterday", "2024-05-08", "2024-05-07"),
        ("On December 30", "2024-01-02", "2023-12-30"),
        ("In May", "2024-06-14", "2024-05-01/2024-05-31"),
        ("Last week", "2024-05-16", "2024-05-06/2024-05-12"),
    ],
)
def test_the_days_are_resolved_against_the_date_of_publication(days: str, published: str, expected: str) -> None:
    text = f"{days}, Minister of Trade Hana Brož of Slovakia visited Vietnam."
    assert accounts_of(text, published) == [f"visit held {expected} VN: SK Hana Brož"]


@pytest.mark.parametrize("days", ["On Tuesday", "Yesterday", "From November 28 to December 2", "On 7 May"])
def test_without_a_date_of_publication_nothing_is_guessed(days: str) -> None:
    text = f"{days}, Minister of Trade Hana Brož of Slovakia visited Vietnam."
    assert accounts_of(text, None) == ["visit held undated VN: SK Hana Brož"]


@table(
    (
        "a day a meeting",
        "From June 3 to 6, Minister of Science Tiago Falcão of Brazil visited Estonia. On June 4, he met with Estonian Minister "
        "of Education Kaja Lill. On June 5, Falcão met with Prime Minister Urmas Raud of Estonia.",
        [
            VISITED,
            "meeting held 2024-06-04 EE: BR Tiago Falcão, EE Kaja Lill < visit",
            "meeting held 2024-06-05 EE: BR Tiago Falcão, EE Urmas Raud < visit",
        ],
    ),
    (
        "the day after the verb",
        VISIT
        + "He met with Estonian Minister of Education Kaja Lill on June 4, and with Prime Minister Urmas Raud of Estonia "
        "on June 5.",
        [
            VISITED,
            "meeting held 2024-06-04 EE: BR Tiago Falcão, EE Kaja Lill < visit",
            "meeting held 2024-06-05 EE: BR Tiago Falcão, EE Urmas Raud < visit",
        ],
    ),
    (
        "the same people on two days",
        "On June 4, Minister of Science Tiago Falcão of Brazil met with Estonian Minister of Education Kaja Lill in Tallinn. On "
        "June 6, Falcão met with Lill in Tartu.",
        [
            "meeting held 2024-06-04 EE Tallinn: BR Tiago Falcão, EE Kaja Lill",
            "meeting held 2024-06-06 EE Tartu: BR Tiago Falcão, EE Kaja Lill",
        ],
    ),
    (
        "the day of another matter",
        VISIT
        + "He met with Estonian Minister of Education Kaja Lill. Falcão conveyed condolences for the storm of May 20.",
        [VISITED, f"meeting {DURING}: BR Tiago Falcão, EE Kaja Lill < visit"],
    ),
    (
        "a visit takes the span of its parts",
        "Minister of Science Tiago Falcão of Brazil visited Estonia. On June 4, he met with Estonian Minister of Education Kaja "
        "Lill. On June 6, he met with Prime Minister Urmas Raud of Estonia.",
        [
            "visit held 2024-06-04/2024-06-06 EE: BR Tiago Falcão",
            "meeting held 2024-06-04 EE: BR Tiago Falcão, EE Kaja Lill < visit",
            "meeting held 2024-06-06 EE: BR Tiago Falcão, EE Urmas Raud < visit",
        ],
    ),
)
def test_each_meeting_has_its_own_day(text: str, expected: list[str]) -> None:
    assert accounts_of(text) == sorted(expected)


# -- who is meant


@table(
    (
        "surname only",
        "Minister of Labour Nomsa Dube of Zambia met with Ferreira, Director-General of the ILO, in Geneva on June 12. Dube "
        "thanked Ferreira.",
        ["meeting held 2024-06-12 CH Geneva: ZM Nomsa Dube, ILO Ferreira"],
    ),
    (
        "fuller later",
        "On June 12, Minister Dube met with Ferreira, Director-General of the ILO. Minister of Labour Nomsa Dube of Zambia "
        "thanked him.",
        ["meeting held 2024-06-12 -: ZM Nomsa Dube, ILO Ferreira"],
    ),
    (
        "role only",
        "On June 12, Minister of Labour Nomsa Dube of Zambia arrived in Fiji. The Minister held talks with Prime Minister Sela "
        "Vuki of Fiji on June 13.",
        ["visit held 2024-06-12 FJ: ZM Nomsa Dube", "meeting held 2024-06-13 FJ: ZM Nomsa Dube, FJ Sela Vuki < visit"],
    ),
    (
        "two of one surname",
        "On June 12, Minister of Labour Nomsa Dube of Zambia met with Minister of Labour Peter Dube of Zimbabwe in Harare.",
        ["meeting held 2024-06-12 ZW Harare: ZM Nomsa Dube, ZW Peter Dube"],
    ),
    (
        "the states themselves",
        "Zambia and Fiji held talks on fisheries in Suva on June 12.",
        ["meeting held 2024-06-12 FJ Suva: ZM, FJ"],
    ),
    (
        "counterpart",
        "On June 12, Zambian Minister of Labour Nomsa Dube met with her Fijian counterpart, Sela Vuki.",
        ["meeting held 2024-06-12 -: ZM Nomsa Dube, FJ Sela Vuki"],
    ),
    (
        "an honorific is no name",
        "On June 12, H.E. Dr. Nomsa Dube, Minister of Labour of Zambia, received Mr. Sela Vuki, Ambassador of Fiji.",
        ["meeting held 2024-06-12 -: ZM Nomsa Dube, FJ Sela Vuki"],
    ),
)
def test_parties_are_known_again(text: str, expected: list[str]) -> None:
    assert accounts_of(text) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "act", "by", "words"),
    [
        ("Both sides agreed to exchange teachers.", "agreed", ("BR", "EE"), "exchange teachers"),
        ("The two sides decided to open a joint laboratory.", "agreed", ("BR", "EE"), "open a joint laboratory"),
        ("The two ministers reached consensus on joint degrees.", "agreed", ("BR", "EE"), "joint degrees"),
        ("They agreed on a programme for nurses.", "agreed", ("BR", "EE"), "programme for nurses"),
        ("Falcão expressed support for the Arctic observatory.", "stated", ("BR",), "Arctic observatory"),
        ("Lill proposed a summer school.", "proposed", ("EE",), "summer school"),
        ("Minister Lill promised to send two researchers.", "pledged", ("EE",), "send two researchers"),
        ("The Brazilian side reaffirmed its commitment to open data.", "stated", ("BR",), "commitment to open data"),
    ],
)
def test_points_carry_who_said_or_agreed_them(sentence: str, act: str, by: tuple[str, ...], words: str) -> None:
    text = f"{VISIT}He met with Estonian Minister of Education Kaja Lill. {sentence}"
    reading = read(Readout(text=text, published="2024-06-18", language="en"))
    meeting = next(account for account in reading.engagements if account.kind == "meeting")
    assert [(p.act, sorted(p.by)) for p in meeting.points] == [(act, sorted(by))]
    assert words in meeting.points[0].text


# -- standing arrangements


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "They discussed the establishment of a vice-ministerial science dialogue.",
            "vice-ministerial science dialogue, discussed",
        ),
        ("The two sides agreed to set up a Brazil-Estonia quantum forum.", "Brazil-Estonia quantum forum, agreed"),
        ("Lill proposed a joint working group.", "joint working group, proposed"),
        ("Both sides agreed to launch a regional training centre.", "regional training centre, agreed"),
    ],
)
def test_mechanisms_have_a_status_and_parties(sentence: str, expected: str) -> None:
    text = f"{VISIT}He met with Estonian Minister of Education Kaja Lill. {sentence}"
    assert mechanisms(read(Readout(text=text, published="2024-06-18", language="en"))) == [f"{expected}: BR, EE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On June 5, Tiago Falcão and Kaja Lill co-chaired the 3rd Brazil-Estonia Joint Commission on Science in Tallinn.",
            ["Brazil-Estonia Joint Commission on Science, in session 3: BR, EE"],
        ),
        ("On June 5, Minister Tiago Falcão of Brazil attended the 3rd World Forum on Science in Tallinn.", []),
        ("On June 5, Minister Tiago Falcão of Brazil met with Kaja Lill of Estonia. They discussed the dialogue.", []),
    ],
)
def test_a_session_of_two_sides_is_a_mechanism_and_a_world_forum_is_none(text: str, expected: list[str]) -> None:
    assert mechanisms(read(Readout(text=text, published="2024-06-18", language="en"))) == expected
