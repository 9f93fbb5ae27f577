"""Which accounts are likely of one occasion, and what is said for it. All people and occasions are made up."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from dragoman.register.grouping.clusters import SAME
from dragoman.register.grouping.features import features
from dragoman.register.grouping.likeness import Likeness, is_hopeless, likeness, weights
from dragoman.register.grouping.ordinals import ordinals
from dragoman.register.grouping.people import rank
from dragoman.register.grouping.telling import Telling, actor, telling

Side = tuple[str | None, str | None, str | None]

ADEYA: Side = ("Comfort Adeya", "Minister of Education", "GH")
ADEYA_ZH: Side = ("康福特·阿德亚", "教育部长", "GH")
WEN: Side = ("Wen Zhiyuan", "Minister of Education", "CN")
WEN_ZH: Side = ("文致远", "教育部部长", "CN")
VICE: Side = ("He Lan", "Vice Minister of Education", "CN")
DELEGATION: Side = (None, None, "CN")


def told(kind: str, day: str | None, *sides: Side, **given: Any) -> Telling:
    """An account; `day` is a day or 'first/last', a `~` before it makes it a window."""
    first, _, last = (day or "").lstrip("~").partition("/")
    days = (first or None, last or first or None)
    window = day is not None and day.startswith("~")
    groups: tuple[Side, ...] = given.pop("groups", ())
    values: dict[str, Any] = {
        "id": "e-1",
        "reading": 1,
        "status": "held",
        "places": (),
        "event": None,
        "title_says": {},
        "title": "",
        "publisher": None,
        "published": None,
    } | given
    actors = [actor(*side, False, "stated") for side in sides] + [actor(*side, True, "stated") for side in groups]
    return telling(
        kind=kind,  # type: ignore[arg-type]
        days=(None, None) if window else days,
        window=days if window else (None, None),
        actors=actors,
        **values,
    )


def compared(one: Telling, other: Telling) -> Likeness:
    return likeness(one, dataclasses.replace(other, id="e-2"))


def likelihood(one: Telling, other: Telling) -> float:
    return compared(one, other).likelihood


ACCRA, BEIJING = [("GH", "Accra")], [("CN", "Beijing")]
MEETING = told("meeting", "2024-05-14", ADEYA, WEN, places=ACCRA)
CALL = told("call", "2024-05-14", ADEYA, WEN)
FORUM = told("conference", "2024-05-14", ADEYA, places=ACCRA, event="12th Gulf of Guinea Education Forum")

SAME_OCCASION = {
    "the other side in its own language and script": (MEETING, told("meeting", "2024-05-14", WEN_ZH, ADEYA_ZH)),
    "a town in two languages": (MEETING, told("meeting", "2024-05-14", WEN_ZH, ADEYA_ZH, places=[("GH", "阿克拉")])),
    "a call on the next day, seen from further east": (CALL, told("call", "2024-05-15", WEN_ZH, ADEYA_ZH)),
    "a video meeting told as a meeting": (CALL, told("meeting", "2024-05-14", WEN, ADEYA)),
    "a delegation and its head": (MEETING, told("meeting", "2024-05-14", ADEYA, DELEGATION, places=ACCRA)),
    "a surname alone": (MEETING, told("meeting", "2024-05-14", ADEYA, ("Wen", None, "CN"))),
    "a misspelt name": (MEETING, told("meeting", "2024-05-14", ("Comfort Adya", "Minister", "GH"), WEN)),
    "told without a date the day after": (MEETING, told("meeting", "~2024-05-08/2024-05-15", ADEYA, WEN)),
    "an announcement": (MEETING, told("meeting", "2024-05-13/2024-05-16", ADEYA, WEN, status="planned")),
    "a later mention by month and town": (
        MEETING,
        told("meeting", "2024-05-01/2024-05-31", ADEYA, WEN, status="referenced", places=ACCRA),
    ),
    "a visit on two of its days": (
        told("visit", "2024-05-13", WEN, places=ACCRA),
        told("visit", "2024-05-13/2024-05-16", WEN_ZH, places=[("GH", None)]),
    ),
    "a visit of which each tells another host": (
        told("visit", "2024-05-13", WEN, ADEYA, places=ACCRA),
        told("visit", "2024-05-14", WEN, ("Kofi Boateng", "Deputy Minister", "GH"), places=ACCRA),
    ),
    "a signing, told by who signed and by who looked on": (
        told("signing", "2024-05-14", (None, "Minister of Trade", "GH"), (None, "Minister of Trade", "CN")),
        told("signing", "2024-05-14", (None, "President", "GH"), (None, "Premier", "CN")),
    ),
    "an event of which two others tell": (
        FORUM,
        told("conference", "2024-05-14", ("Ana Sousa", None, "PT"), places=ACCRA, event=FORUM.event),
    ),
    "a session in two languages": (
        told("conference", "2024-05-14", ADEYA, WEN, event="third session of the Ghana–China Joint Commission"),
        told("conference", "2024-05-14", ADEYA_ZH, WEN_ZH, event="中国和加纳联委会第三次会议"),
    ),
    "a side that one only guesses": (
        MEETING,
        told("meeting", "2024-05-14", ADEYA, places=ACCRA, title_says={"name": "Wen Zhiyuan"}),
    ),
    "a summit of two, told by its name": (
        MEETING,
        told("conference", "2024-05-14", ADEYA, WEN, places=ACCRA, event="Ghana–China summit"),
    ),
    "a side of which one tells nothing but its name": (
        MEETING,
        told("meeting", "2024-05-14", ADEYA, (None, None, "CN"), places=ACCRA),
    ),
    "one meeting in two texts of one day, both sides named": (
        told("meeting", "2024-05-14", ADEYA, WEN, publisher="GH", published="2024-05-14", title="Talks"),
        told("meeting", "2024-05-14", ADEYA, WEN, publisher="GH", published="2024-05-14", title="Schools"),
    ),
}
OTHER_OCCASIONS = {
    "visits of two people of one country on two days": (
        told("visit", "2024-05-13", WEN, ADEYA, places=ACCRA),
        told("visit", "2024-05-14", ("Sun Lian", "Minister of Trade", "CN"), ADEYA, places=ACCRA),
    ),
    "two addresses of one day in two texts": (
        told("address", "2024-05-14", ADEYA, WEN, publisher="GH", published="2024-05-14", title="The first session"),
        told("address", "2024-05-14", ADEYA, WEN, publisher="GH", published="2024-05-14", title="The second session"),
    ),
    "two guests of one day in two texts": (
        told(
            "meeting", "2024-05-14", ADEYA, (None, "teachers", "CN"), publisher="GH", published="2024-05-14", title="A"
        ),
        told(
            "meeting", "2024-05-14", ADEYA, (None, "builders", "CN"), publisher="GH", published="2024-05-14", title="B"
        ),
    ),
    "talks and the session of a committee, in two texts of one publisher": (
        told("meeting", "2024-05-14", ADEYA, WEN, publisher="GH", published="2024-05-14", title="A"),
        told(
            "conference",
            "2024-05-14",
            ADEYA,
            WEN,
            event="third session of the Joint Commission",
            publisher="GH",
            published="2024-05-14",
            title="B",
        ),
    ),
    "two calls a week apart": (CALL, told("call", "2024-05-21", ADEYA, WEN)),
    "a call a week before one that is told without a date": (CALL, told("call", "~2024-05-15/2024-05-22", ADEYA, WEN)),
    "two calls on two days, by one publisher": (
        told("call", "2024-05-14", ADEYA, WEN, publisher="GH"),
        told("call", "2024-05-15", ADEYA, WEN, publisher="GH"),
    ),
    "the vice-minister on the same day": (MEETING, told("meeting", "2024-05-14", VICE, ("Kofi Boateng", None, "GH"))),
    "the vice-minister with the same minister": (MEETING, told("meeting", "2024-05-14", VICE, ADEYA, places=ACCRA)),
    "the vice-minister who sat beside the minister": (
        told("meeting", "2024-05-14", WEN, ADEYA, VICE, places=ACCRA),
        told("meeting", "2024-05-14", VICE, ("Kofi Boateng", "Deputy Minister", "GH"), places=ACCRA),
    ),
    "another of the same post, in one place": (
        MEETING,
        told("meeting", "2024-05-14", ADEYA, ("Sun Lian", "Minister of Education", "CN"), places=ACCRA),
    ),
    "another counterpart on the same day": (MEETING, told("meeting", "2024-05-14", ADEYA, ("Ana Sousa", None, "PT"))),
    "the same people elsewhere": (MEETING, told("meeting", "2024-05-13/2024-05-15", ADEYA, WEN, places=BEIJING)),
    "a meeting and a call": (MEETING, told("call", "2024-05-14", ADEYA, WEN)),
    "talks and the banquet after them": (MEETING, told("ceremony", "2024-05-14", ADEYA, WEN, places=ACCRA)),
    "a meeting and the visit that it was part of": (MEETING, told("visit", "2024-05-14", WEN, ADEYA, places=ACCRA)),
    "a meeting at the margins and the forum": (MEETING, FORUM),
    "two sessions of one committee": (
        told("conference", "2024-05-14", ADEYA, WEN, event="third session of the Joint Commission"),
        told("conference", "2024-05-14/2024-05-15", ADEYA, WEN, event="fourth session of the Joint Commission"),
    ),
    "two groups met on one day": (
        told("meeting", "2024-05-14", ADEYA, groups=((None, "teachers from the north", "GH"),), places=ACCRA),
        told("meeting", "2024-05-14", ADEYA, groups=((None, "publishers of schoolbooks", "GH"),), places=ACCRA),
    ),
    "business people, and the minister": (
        MEETING,
        told("meeting", "2024-05-14", ADEYA, groups=((None, "business leaders", "CN"),), places=ACCRA),
    ),
    "some meeting of theirs within a year": (
        MEETING,
        told("meeting", "~2023-06-01/2024-06-01", ADEYA, WEN, status="referenced"),
    ),
}


def test_pairs_are_hopeless_only_where_the_likelihood_is_small() -> None:
    tellings = [telling for pair in (*SAME_OCCASION.values(), *OTHER_OCCASIONS.values()) for telling in pair]
    hopeless = [(one, other) for one in tellings for other in tellings if is_hopeless(one, other)]
    assert hopeless
    assert all(likelihood(one, other) < SAME for one, other in hopeless)


@pytest.mark.parametrize("pair", SAME_OCCASION.values(), ids=SAME_OCCASION)
def test_accounts_of_one_occasion_are_alike(pair: tuple[Telling, Telling]) -> None:
    assert likelihood(*pair) >= SAME


@pytest.mark.parametrize("pair", OTHER_OCCASIONS.values(), ids=OTHER_OCCASIONS)
def test_accounts_of_two_occasions_are_not(pair: tuple[Telling, Telling]) -> None:
    assert likelihood(*pair) < SAME


@pytest.mark.parametrize(
    "pair", [*SAME_OCCASION.values(), *OTHER_OCCASIONS.values()], ids=[*SAME_OCCASION, *OTHER_OCCASIONS]
)
def test_the_order_of_two_accounts_does_not_matter(pair: tuple[Telling, Telling]) -> None:
    one, other = pair
    other = dataclasses.replace(other, id="e-2")
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (
            told("meeting", "2024-05-15", WEN, ADEYA, places=ACCRA),
            "dates one day apart; same parties CN, GH; names agree 1.00; both in Accra",
        ),
        (
            told("meeting", "2024-05-14", WEN, ("Kofi Boateng", None, "GH")),
            "on one day; same parties CN, GH; names agree 1.00; but 'Comfort Adeya' is not 'Kofi Boateng'",
        ),
        (told("call", "2024-05-20", WEN), "names agree 1.00; but a meeting and a call, 6 days apart, GH in one alone"),
    ],
)
def test_the_reason_says_what_speaks_for_it_and_what_against(other: Telling, says: str) -> None:
    assert compared(MEETING, other).reason == says


def test_every_finding_has_a_weight_and_every_weight_a_finding_or_is_the_base() -> None:
    pairs = [*SAME_OCCASION.values(), *OTHER_OCCASIONS.values()]
    tellings = [telling for pair in pairs for telling in pair]
    found = {feature.name for one in tellings for other in tellings for feature in features(one, other)}
    assert found <= weights().keys()
    rare = weights().keys() - found - {"base"}
    assert len(rare) <= len(weights()) / 4, f"not met by the examples of this file: {sorted(rare)}"


@pytest.mark.parametrize(
    ("event", "numbers"),
    [
        ("eighth meeting of the Joint Commission", {8}),
        ("twenty-first session", {21}),
        ("the 3rd Forum", {3}),
        ("trente-neuvième session", {39}),
        ("18e sommet", {18}),
        ("XVIe sommet", {16}),
        ("Ve sommet", {5}),
        ("le sommet", set()),
        ("首届海洋论坛", {1}),
        ("海洋委员会首次会议", {1}),
        ("首席科学家会议", set()),
        ("联委会第二十一次会议", {21}),
        ("第12届论坛", {12}),
        ("COP28", {28}),
        ("COP 28", {28}),
        ("forum of 2024", set()),
        ("meeting of 12 ministers", set()),
        ("", set()),
    ],
)
def test_ordinals_are_read_in_three_languages(event: str, numbers: set[int]) -> None:
    assert ordinals(event) == numbers


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (("President", "国家主席", "Président de la République", "总统", "King"), "head of state"),
        (("Prime Minister", "国务院总理", "Première ministre", "首相"), "head of government"),
        (("Minister of Education", "教育部部长", "ministre de la Culture", "Secretary of State"), "minister"),
        (("Vice Minister", "教育部副部长", "Deputy Minister", "Minister of State", "Vice President"), "deputy"),
        (("Ambassador", "驻法大使", "ambassadrice", "chargé d'affaires"), "ambassador"),
        (("Director-General", "总干事", "Secrétaire général"), "head of a body"),
        (("singer", "校长"), None),
    ],
)
def test_posts_have_a_rank_in_three_languages(posts: tuple[str, ...], expected: str | None) -> None:
    assert {post: rank(post) for post in posts} == dict.fromkeys(posts, expected)
