"""Who and what English sentences mention: offices, institutions, groups, events, dates, places; and what not."""

from __future__ import annotations

import pytest

from dragoman.languages import load
from dragoman.reading.mentions.finding import find_mentions
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import scan
from dragoman.reading.text.sentences import sentences

ENGLISH = load("en")


def mentions(text: str) -> list[Mention]:
    items = scan(text, ENGLISH)
    return [m for s in sentences(text, items, ENGLISH) for m in find_mentions(items, s, ENGLISH) if not m.doubtful]


def people(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Name, post and affiliation of each person."""
    found = (m for m in mentions(text) if m.kind == "person")
    return [(m.name and text[slice(*m.name)], m.post and text[slice(*m.post)], m.affiliation) for m in found]


def texts(text: str, kind: str) -> list[str]:
    found = (m for m in mentions(text) if m.kind == kind)
    return [text[slice(*(m.locality if kind == "event" and m.locality else m.post or (m.start, m.end)))] for m in found]


@pytest.mark.parametrize(
    ("text", "name", "post", "affiliation"),
    [
        # country before, after and between
        ("She met Kenyan Foreign Minister Wanjiru Odede.", "Wanjiru Odede", "Foreign Minister", "KE"),
        ("She met Foreign Minister Wanjiru Odede of Kenya.", "Wanjiru Odede", "Foreign Minister", "KE"),
        ("She met Foreign Minister of Kenya Wanjiru Odede.", "Wanjiru Odede", "Foreign Minister", "KE"),
        ("She met Kenya's Foreign Minister, Ms. Wanjiru Odede.", "Wanjiru Odede", "Foreign Minister", "KE"),
        (
            "She met Wanjiru Odede, Foreign Minister of the Republic of Kenya.",
            "Wanjiru Odede",
            "Foreign Minister",
            "KE",
        ),
        ("She met Wanjiru Odede, the Kenyan Foreign Minister.", "Wanjiru Odede", "Foreign Minister", "KE"),
        ("She met President Ana Silva of the Republic of Korea.", "Ana Silva", "President", "KR"),
        # portfolios and several offices
        (
            "Minister of Labour and Deputy Minister of Economic Development Sunil Perera spoke.",
            "Sunil Perera",
            "Minister of Labour and Deputy Minister of Economic Development",
            None,
        ),
        (
            "Minister of Foreign Affairs, Foreign Employment and Tourism Nimal Silva spoke.",
            "Nimal Silva",
            "Minister of Foreign Affairs, Foreign Employment and Tourism",
            None,
        ),
        (
            "Assistant Secretary of State for Population, Refugees, and Migration (PRM) Jane Roe spoke.",
            "Jane Roe",
            "Assistant Secretary of State for Population, Refugees, and Migration",
            None,
        ),
        (
            "UK Minister of State for Europe and North America John Doe spoke.",
            "John Doe",
            "Minister of State for Europe and North America",
            "GB",
        ),
        (
            "Deputy Prime Minister and Foreign Minister of Qatar Ali Al Thani spoke.",
            "Ali Al Thani",
            "Deputy Prime Minister and Foreign Minister",
            "QA",
        ),
        # organs of a state act for it, whoever is named with them
        (
            "Deputy Head of the National Research Fund Zoltan Kis spoke.",
            "Zoltan Kis",
            "Deputy Head of the National Research Fund",
            None,
        ),
        ("Senate Finance Committee Chair Jane Roe spoke.", "Jane Roe", "Chair", None),
        ("National Trade Council (NTC) Director Jane Roe spoke.", "Jane Roe", "Director", None),
        (
            "Jane Roe, Chair of the House Committee on Energy, spoke.",
            "Jane Roe",
            "Chair of the House Committee on Energy",
            None,
        ),
        (
            "Japanese Ministry of Foreign Affairs Director General Aoki Taro spoke.",
            "Aoki Taro",
            "Director General",
            "JP",
        ),
        (
            "Jane Roe, Governor of the Central Bank of Malta, spoke.",
            "Jane Roe",
            "Governor of the Central Bank of Malta",
            "MT",
        ),
        # bodies and institutions
        (
            "Secretary General of the Organization of American States (OAS) Ana Rey spoke.",
            "Ana Rey",
            "Secretary General",
            "OAS",
        ),
        ("Professor Wu Lan, President of Bergen University, spoke.", "Wu Lan", "President", "Bergen University"),
        ("Rector of VUM S. Petrov spoke.", "S. Petrov", "Rector", "VUM"),
        ("World Bank Country Director Jane Roe spoke.", "Jane Roe", "Country Director", "WORLD BANK"),
        ("The chair of the Baltic Trade Group, Jane Roe, spoke.", "Jane Roe", "chair", "Baltic Trade Group"),
        # ambassadors: whom they serve, not where they are
        ("The Indian High Commissioner to Kenya, H.E. Asha Rao, called.", "Asha Rao", "High Commissioner", "IN"),
        ("Ambassador of Peru to Norway and Iceland Luz Vega called.", "Luz Vega", "Ambassador", "PE"),
        ("Kenya's Permanent Representative to UNESCO, Jane Roe, called.", "Jane Roe", "Permanent Representative", "KE"),
        # names
        ("He met President Joseph R. Doe, Jr.", "Joseph R. Doe, Jr.", "President", None),
        ("He met Defense Minister Noh Kyu-duk.", "Noh Kyu-duk", "Defense Minister", None),
        ("He met Minister Hussein al-Sheikh.", "Hussein al-Sheikh", "Minister", None),
        ("He met Minister Salma bint Nasser Al Busaidi.", "Salma bint Nasser Al Busaidi", "Minister", None),
        ("He met Minister K.M.M. Siriwardana.", "K.M.M. Siriwardana", "Minister", None),
        ("He met President KIM Jong-un.", "KIM Jong-un", "President", None),
        ("He met Defense Secretary Austin.", "Austin", "Defense Secretary", None),
        ("He met Ms. Jan Koopman, Minister of Trade of Chad.", "Jan Koopman", "Minister of Trade", "TD"),
        # ranks and honorifics
        (
            "Admiral Jane Roe, Commander of the U.S. Pacific Fleet, called.",
            "Jane Roe",
            "Commander of the U.S. Pacific Fleet",
            "US",
        ),
        ("HE Dr. Ali Noor, Minister of Health, called.", "Ali Noor", "Minister of Health", None),
        ("The Hon. Jane Roe, Minister of Health, called.", "Jane Roe", "Minister of Health", None),
        (
            "Shaikha Noora bint Ali Al Jalahma, President of the Authority for Heritage, called.",
            "Noora bint Ali Al Jalahma",
            "President of the Authority for Heritage",
            None,
        ),
        # counterparts
        ("She received her Peruvian counterpart, Luz Vega.", "Luz Vega", "counterpart", "PE"),
    ],
)
def test_a_person_is_read_with_name_post_and_affiliation(
    text: str, name: str, post: str, affiliation: str | None
) -> None:
    assert (name, post, affiliation) in people(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Also present were Mr. Nimal Silva, Minister of Health; Ms. Ana Rey, Ambassador of Peru; and Mr. Bob Lee.",
            [("Nimal Silva", "Minister of Health", None), ("Ana Rey", "Ambassador", "PE"), ("Bob Lee", None, None)],
        ),
        (
            "Secretary to the President, Nimal Silva, Director General, Ms. Ana Rey, and Minister of Trade Bob Lee.",
            [
                ("Nimal Silva", "Secretary to the President", None),
                ("Ana Rey", "Director General", None),
                ("Bob Lee", "Minister of Trade", None),
            ],
        ),
        (
            "He met Foreign Minister Lavrin, Special Envoy on Climate Issues Edelin, and Deputy Prime Minister Cherny.",
            [
                ("Lavrin", "Foreign Minister", None),
                ("Edelin", "Special Envoy on Climate Issues", None),
                ("Cherny", "Deputy Prime Minister", None),
            ],
        ),
        (
            "Minister of Fisheries, Aquatic and Ocean Resources Ravi Das and Northern Province Governor Hani Yusuf.",
            [
                ("Ravi Das", "Minister of Fisheries, Aquatic and Ocean Resources", None),
                ("Hani Yusuf", "Governor", None),
            ],
        ),
        (
            "The Secretary and the Foreign Minister agreed.",
            [(None, "Secretary", None), (None, "Foreign Minister", None)],
        ),
        (
            "He met the education ministers of Chad, Malta and Peru.",
            [
                (None, "education ministers", "TD"),
                (None, "education ministers", "MT"),
                (None, "education ministers", "PE"),
            ],
        ),
        (
            "He called his French and German counterparts.",
            [(None, "counterparts", "FR"), (None, "counterparts", "DE")],
        ),
    ],
)
def test_lists_of_people_are_read_one_by_one(
    text: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "However, the talks went on.",
        "Speaking after the talks, they left.",
        "General elections were held.",
        "It rained for a long time under the rule of law.",
        "Parties that lead to escalation were warned.",
        "The COVID-19 pandemic went on.",
    ],
)
def test_what_is_nobody_is_no_person(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "group", "affiliation"),
    [
        ("She met senior Kenyan officials.", "senior Kenyan officials", "KE"),
        ("She met with youth and civil society leaders.", "youth and civil society leaders", None),
        ("She met a delegation of Kenyan labor leaders.", "delegation of Kenyan labor leaders", "KE"),
        ("She met prominent Indian business leaders.", "prominent Indian business leaders", "IN"),
        ("She met other senior officials.", "senior officials", None),
        ("She met representatives of both nations.", "representatives of both nations", None),
        ("She met delegates from 41 countries.", "delegates from 41 countries", None),
        ("She met officials from the Mekong River Commission.", "officials from the Mekong River Commission", "MRC"),
        ("She met students of Bergen University.", "students of Bergen University", "Bergen University"),
        ("She met African education ministers.", "African education ministers", "AFRICA"),
        (
            "She met federal, state, and food industry stakeholders.",
            "federal, state, and food industry stakeholders",
            None,
        ),
        ("She met the Department of Agriculture.", "Department of Agriculture", None),
        ("She met the Swedish Ministry of Culture.", "Swedish Ministry of Culture", "SE"),
    ],
)
def test_a_group_is_quoted_with_its_modifiers(text: str, group: str, affiliation: str | None) -> None:
    found = [(text[slice(*m.post)], m.affiliation) for m in mentions(text) if m.kind == "group" and m.post]
    assert (group, affiliation) in found


def test_a_group_of_several_states_is_one_group_a_state() -> None:
    found = [(m.kind, m.affiliation) for m in mentions("He met senior UN and Kenyan government officials.")]
    assert found == [("group", "UN"), ("group", "KE")]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("He attended the 42nd UNESCO General Conference.", "42nd UNESCO General Conference"),
        (
            "He attended the UNESCO World Conference on Rural Arts and Sustainable Development (RURALART 2025).",
            "UNESCO World Conference on Rural Arts and Sustainable Development (RURALART 2025)",
        ),
        (
            "He attended the third OECD-hosted Advisory Group (AG) meeting.",
            "third OECD-hosted Advisory Group (AG) meeting",
        ),
        ("He attended the Summit of the Americas.", "Summit of the Americas"),
        ("He attended COP28 in Dubai.", "COP28"),
        ("He attended the COP-27 talks.", "COP-27"),
        ("He attended the UN General Assembly.", "UN General Assembly"),
        ("He attended the NATO Summit.", "NATO Summit"),
        ("He attended President Doe’s U.S.-Africa Leaders’ Summit.", "U.S.-Africa Leaders’ Summit"),
        (
            "He attended the 26th meeting of the Ministers of Higher Education of the Gulf Cooperation Council (GCC).",
            "26th meeting of the Ministers of Higher Education of the Gulf Cooperation Council (GCC)",
        ),
        ("He attended the sixth session of the Joint Commission.", "sixth session of the Joint Commission"),
        ("He attended the upcoming Baltic Sea Forum.", "Baltic Sea Forum"),
        ("He attended the III Forum of Rectors.", "III Forum of Rectors"),
        ("He attended the South Asian Rectors' Round Table.", "South Asian Rectors' Round Table"),
        (
            "He attended the Asia-Pacific Economic Cooperation (APEC) Leaders Meeting.",
            "Asia-Pacific Economic Cooperation (APEC) Leaders Meeting",
        ),
    ],
)
def test_an_event_is_quoted_in_full_and_no_further(text: str, event: str) -> None:
    assert event in texts(text, "event")


@pytest.mark.parametrize(
    "text",
    [
        "It was their first meeting.",
        "The first meeting with the minister of health went well.",
        "They held a meeting of the two ministers.",
        "A conference on culture was mentioned.",
        "The Quad welcomed it.",
    ],
)
def test_what_has_no_name_and_no_number_is_no_event(text: str) -> None:
    assert texts(text, "event") == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They toured the Museum of Crafts.", "Museum of Crafts", "org"),
        ("They toured the Bergen Institute of Marine Sciences.", "Bergen Institute of Marine Sciences", "org"),
        ("They toured the Institut d'Etudes Marines de Brest.", "Institut d'Etudes Marines de Brest", "org"),
        ("They talked with the Taliban.", "Taliban", "org"),
        ("VUM has old friends.", "VUM", "org"),
        ("They met at the White House.", "White House", "place"),
        ("They met in Stockholm, Sweden.", "Stockholm, Sweden", "place"),
        ("UNESCO agreed.", "UNESCO", "body"),
        ("The Gulf Cooperation Council agreed.", "Gulf Cooperation Council", "body"),
    ],
)
def test_institutions_bodies_and_places(text: str, name: str, kind: str) -> None:
    assert name in [text[m.start : m.end] for m in mentions(text) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They met on Tuesday, 13th March, 2018.", "Tuesday, 13th March, 2018"),
        ("They met on the 14th.", "the 14th"),
        ("They met today (02).", "today (02)"),
        ("They met on 3 and 4 May 2024.", "3 and 4 May 2024"),
        ("They met from March 7th to 12th.", "from March 7th to 12th"),
        ("They met in the week of June 13-19.", "June 13-19"),
        ("They met on 7 Nov.", "7 Nov."),
        ("They met on the 13th instant.", "the 13th instant"),
        ("They met on Monday, 8 March 2021.", "Monday, 8 March 2021"),
    ],
)
def test_a_date_is_found_whole(text: str, date: str) -> None:
    assert date in [text[m.start : m.end] for m in mentions(text) if m.kind == "date"]


@pytest.mark.parametrize("text", ["The 28th Conference began.", "They may come.", "A march began.", "He came second."])
def test_what_is_no_date(text: str) -> None:
    assert [m for m in mentions(text) if m.kind == "date"] == []
