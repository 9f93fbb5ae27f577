"""What lies ahead of a verb in its clause, where what belongs to it stands before it: who is met, where a place's name
ends, which word of talking a preposition belongs to.
"""

from __future__ import annotations

import itertools

from dragoman.languages.lexicon import Entry
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

TITLE_REACH = 10  # elements of titles that are not understood, after those who are met
GIVER_REACH = 6  # elements before a noun of visiting in which the visitor is told
PLACE_NAME = 6  # elements that a place's name may go on for
NAMING = frozenset(
    {"han1", "han2", "han3", "han4", "han", "noun", "orgnoun", "site", "field", "postmod", "short", "manner"}
)
ENDS_CLAUSE = ("comma", "stop", "semicolon", "aux", "nestafter", "trigger")
TAILS = ("topic_tail", "manner", "adverb", "others")
HELD_REACH = 16  # elements after the name of a ceremony in which the verb of holding it stands
LOOKS = 4  # elements before the verb of looking in the next clause
MANNERS = 9  # words of manner between the light verb and what was held


def only_met(entry: Entry) -> bool:
    """'会见', '接见': verbs that nothing but those who are met can follow."""
    return entry.get("kind") == "meeting" and entry.get("args") == "obj"


def standing_fact(elements: list[Element], index: int) -> bool:
    """'近年来，|甲同乙深入沟通': whether words for a long time stand before a verb, after what is said begins."""
    for element in reversed(elements[:index]):
        if element.has("say") or element.has("stop"):
            return False
        if any(entry.get("always") for entry in element.entries("scene")):
            return True
    return False


def only_talks(element: Element) -> bool:
    """'来华|进行磋商|的署长': whether a verb tells of talks alone, for which whoever comes is on a visit."""
    kinds = {entry.get("kind") for entry in element.entries("trigger")}
    return kinds == {"meeting"}


def partner_of(elements: list[Element], index: int) -> bool:
    """'同乙的|会见': a clause that opens with the one who was met, and only points back to it."""
    first = index
    while first and not elements[first - 1].has_any(("comma", "stop", "semicolon")):
        first -= 1
    return elements[index - 1].has("rel") and elements[first].role == "with"


def presided(elements: list[Element], index: int, end: int) -> bool:
    """'会见|由甲|主持': what was told before, and who presided over it."""
    opens = index == 0 or elements[index - 1].has_any(("comma", "stop", "semicolon"))
    by = opens and index + 1 < end and elements[index + 1].role == "by"
    return by and any(e.has("presence") for e in elements[index + 2 : index + 2 + TITLE_REACH])


def received_by(elements: list[Element], index: int) -> list[Mention]:
    """'受到|校长甲|的热情接待': who stands between the word for being received and the verb, if it is there."""
    if index < 3 or not elements[index - 1].has("rel") or not elements[index - 2].is_party:
        return []
    return list(elements[index - 2].mentions) if elements[index - 3].has("received") else []


def rest_of_place(elements: list[Element], index: int) -> int:
    """'在甲国|国家皇宫|会见': the words that go on naming a place, up to the verb or what belongs to it."""
    for n in range(index, min(index + PLACE_NAME, len(elements))):
        element = elements[n]
        if n > index and (element.role or element.has_any(("trigger", "each", "together"))):
            return n
        named = element.is_kind("state", "place", "org", "body", "region") or (element.has_any(NAMING))
        if not named:
            break
    return index


def head_of_clause(elements: list[Element], index: int, end: int) -> tuple[list[Mention], int]:
    """'会见|刚刚就职的总统甲', '会见|乙率领的外长代表团': who stands last in the clause, or leads those who do."""
    last, leader = index, None
    for n in range(index, end):
        element = elements[n]
        if element.has_any(ENDS_CLAUSE) and not (n == index and element.has("aux")):
            break
        if element.has("lead") and n > index and elements[n - 1].is_kind("person"):
            leader = n - 1
        last = n + 1
    for n in range(last - 1, index - 1, -1):
        if leader is not None:
            return list(elements[leader].mentions), last
        if elements[n].is_kind("person", "group"):
            return list(elements[n].mentions), last
    return [], index


def occasion_ends(elements: list[Element], index: int, end: int, p: Predicate) -> Element | None:
    """The word after a verb and its objects; after those who are met, 时 or 后 may stand further on."""
    last = min(index + TITLE_REACH, end) if p.objects and only_met(p.entry) else index + 1
    for n in range(index, min(last, end)):
        element = elements[n]
        if in_course(elements, n) or n + 1 == last:
            return element if in_course(elements, n) or n == index else None
        if element.has_any(("comma", "stop", "semicolon", "trigger", "say")):
            return elements[index]
    return elements[index] if index < end else None


def in_course(elements: list[Element], index: int) -> bool:
    """'会谈|后', '会谈|中，': whether a word after an occasion told before leads to what happened in it, or then."""
    comma = index + 1 < len(elements) and elements[index + 1].has("comma")
    return elements[index].has("nestafter") or (comma and elements[index].has("amid"))


def goes_visiting(elements: list[Element], index: int) -> bool:
    """'接待总统甲|正式访问': whether a visit follows, light words between."""
    following = next((e for e in elements[index:] if not e.has("aux")), None)
    return following is not None and any(e.get("kind") == "visit" for e in following.entries("trigger"))


def visitor(elements: list[Element], index: int, entry: Entry) -> list[Mention]:
    """'甲主席对乙国|进行的访问': whose visit it was, told right before the country."""
    before = elements[max(0, index - GIVER_REACH) : index] if entry.get("giver") else []
    return [m for e in before if e.is_kind("person") for m in e.mentions][-1:]


def names_more(elements: list[Element], index: int, end: int) -> bool:
    """Whether the words that follow make a longer name of a place: '海南|国际会展中心'."""
    if index >= end:
        return False
    here = elements[index]
    return here.item is not None and not here.has_any(
        (
            "trigger",
            "verb",
            "comma",
            "stop",
            "semicolon",
            "aux",
            "and",
            "presence",
            "say",
            "adverb",
            "nestafter",
            "others",
            "light",
        )
    )


def event_held(elements: list[Element], index: int, end: int) -> int:
    """'12日至13日在甲举行的|论坛', '由甲主办的|论坛': the index of an event told with when and where, or by whom; 0 if
    there is none.
    """
    if not (
        elements[index].is_kind("date")
        or elements[index].role in ("at", "by")
        or any(e.get("opens") for e in elements[index].entries("trigger"))
    ):
        return 0
    for n in range(index, min(index + 8, end - 2)):
        holds = any(e.get("opens") for e in elements[n].entries("trigger")) or elements[n].has("organises")
        if holds and elements[n + 1].has("rel") and elements[n + 2].is_kind("event"):
            return n + 2
    return 0


def comes_to(elements: list[Element], index: int, end: int) -> bool:
    """'来|泉|访问': who comes to a town by its short name, which those who live there use, comes to where they are."""
    if index + 2 >= end or not elements[index].has("comes"):
        return False
    town = elements[index + 1].item
    single = town is not None and town.categories <= {"han1", "province"}
    return single and any(e.get("kind") == "visit" for e in elements[index + 2].entries("trigger"))


def tours_there(elements: list[Element], index: int, end: int) -> int:
    """'前往大学|考察': the index after a verb of touring that follows and has no place of its own; 0 if none does."""
    verb = next((n for n in range(index, end) if not (elements[n].has("aux") or elements[n].has("light"))), end)
    toured = verb < end and any(e.get("kind") == "tour" for e in elements[verb].entries("trigger"))
    alone = verb + 1 >= end or elements[verb + 1].has("and") or clause_ends(elements, verb + 1)
    return verb + 1 if toured and alone else 0


def looks_round(elements: list[Element], index: int) -> bool:
    """'来到工厂|，详细了解生产情况': whether the clause ends, and those who came see something there."""
    if index >= len(elements) or not elements[index].has("comma"):
        return False
    return any(e.has("looks") for e in elements[index + 1 : index + LOOKS]) and not any(
        e.has("comma") or e.has("say") for e in itertools.takewhile(lambda e: not e.has("looks"), elements[index + 1 :])
    )


def names_award(elements: list[Element], index: int) -> bool:
    """'颁授|友谊勋章': whether what follows a verb in its clause names what somebody is honoured with."""
    clause = itertools.takewhile(lambda e: not (e.has("comma") or e.has("stop")), elements[index + 1 :])
    return any(e.has("award") for e in clause)


def stays_during(elements: list[Element], index: int) -> bool:
    """'在|甲国|期间，乙参观丙': whether a clause tells how long somebody stayed somewhere."""
    during = any(entry.get("during") for entry in elements[index].entries("nestafter"))
    return during and index > 1 and elements[index - 1].is_kind("state", "place") and elements[index - 2].role == "at"


def lasts_since(elements: list[Element], index: int) -> bool:
    """'自2009年|揭牌|以来': whether a word tells only since when something lasts."""
    after = elements[index + 1] if index + 1 < len(elements) else None
    return after is not None and after.has("scene_end") and not after.has("nestafter")


def seated(elements: list[Element], index: int, end: int) -> int:
    """'参观|位于甲的|古城': the index after the words that say where something is; 0 if there are none."""
    if not elements[index].has("located"):
        return 0
    return next((n + 1 for n in range(index + 1, min(index + 6, end)) if elements[n].has("rel")), 0)


def ceremony_held(elements: list[Element], index: int, end: int) -> int:
    """'典礼|27日在甲|举行', '庆典|暨|“甲”|文化活动|举行': the index of the verb by which a ceremony named before it is
    held; 0 if there is none.
    """
    joined = False
    for n in range(index + 1, min(index + HELD_REACH, end)):
        element = elements[n]
        also = joined and element.tells_occasion("ceremony")
        if also or elements[n - 1].has("quote"):
            joined = joined and not also
            continue
        joined = joined or element.has("and")
        if any(e.get("opens") for e in element.entries("trigger")):
            return 0 if n + 1 < end and elements[n + 1].has("rel") else n
        if element.has_any(("comma", "stop", "semicolon", "trigger", "say", "rel")) or element.is_kind("event"):
            return 0
    return 0


def to_be(elements: list[Element], index: int) -> bool:
    """'双方可就甲|交流': whether a modal word in the clause before a verb tells that it has not been done."""
    clause = itertools.takewhile(lambda e: not (e.has("comma") or e.has("semicolon")), reversed(elements[:index]))
    return any(e.has("modal") for e in clause)


def discusses(elements: list[Element], index: int, end: int) -> Entry | None:
    """The entry of a word of talking that tells of talks: some only where a clause ends or of an occasion."""
    return next((e for e in elements[index].entries("discuss") if _fits(e, elements, index, end)), None)


def _fits(entry: Entry, elements: list[Element], index: int, end: int) -> bool:
    following = elements[index + 1] if index + 1 < end else None
    tail = index > 0 and elements[index - 1].has_any(TAILS)
    if entry.get("after") and not (tail or _with_whom(elements, index)):
        return False
    if entry.get("bare"):
        return following is None or following.has_any(("comma", "stop", "semicolon"))
    if following is not None and following.has("rel") and entry.get("form") != "passive":
        return False  # '讨论|的课题'
    if entry.get("needs") == "talkers":
        before = elements[index - 1]
        return before.is_party or bool(before.pronoun) or before.has_any(("aux", "together", "comma"))
    if entry.get("needs") == "object":
        ends = following is None or following.has_any(("comma", "stop", "semicolon", "others", "and"))
        clause = itertools.takewhile(lambda e: not e.has("comma") and not e.has("stop"), reversed(elements[:index]))
        return not ends and not any(e.role in ("on", "at") for e in clause)
    if entry.get("of") == "occasion":
        return any(e.has("occasion") for e in elements[max(0, index - 2) : index])
    if entry.get("of") == "talk":
        clause = itertools.takewhile(lambda e: not e.has("comma") and not e.mentions, elements[index + 1 : end])
        return any(e.has("talk") for e in itertools.islice(clause, MANNERS))
    return True


def _with_whom(elements: list[Element], index: int) -> bool:
    """'与乙|就|丙交流': whether the preposition before what is talked of follows those with whom one talks."""
    clause = itertools.takewhile(lambda n: not elements[n].has("comma"), range(index - 1, 0, -1))
    opener = next((n for n in clause if elements[n].role == "on"), 0)
    return opener > 1 and elements[opener - 1].is_party and elements[opener - 2].role == "with"


def opens_subject(elements: list[Element], index: int) -> bool:
    """'就|甲交换意见', '对|甲进行沟通': whether a preposition may lead to what is talked of."""
    item = elements[index].item
    about = item is not None and item.get("role", "about")
    leads = bool(about) and index + 1 < len(elements) and not elements[index + 1].is_party
    return elements[index].role == "on" or leads


def talked_over(elements: list[Element], index: int, end: int) -> int:
    """The verb of discussing to which '就' belongs: what stands between is its subject matter; 0 if there is none.
    '对' belongs to one in its own clause.
    """
    clause, near = True, elements[index].role != "on"
    for n in range(index + 1, end):
        element = elements[n]
        if element.has("stop") or element.has("semicolon") or any(e.get("run") for e in element.entries("say")):
            return 0
        if near and (element.has("comma") or element.role):
            return 0
        clause = clause and not element.has("comma")
        entry = discusses(elements, n, end)
        if entry is not None and (clause or entry.get("form") == "passive"):
            return n
    return 0


def named_only(elements: list[Element], index: int, end: int) -> bool:
    """'改革|倡议|等': a word that may say what somebody asks for, but only names it, as nothing asked for follows.
    '甲部长|建议|，…' asks.
    """
    entry = elements[index].entries("say")[0]
    following = elements[index + 1] if index + 1 < end else None
    if following is not None and following.has("comma") and index and elements[index - 1].is_kind("person"):
        return False
    asks = entry.get("act") == "proposed" and entry.get("content") == "right"
    return asks and (following is None or following.has_any(("others", "and", "rel", "comma", "stop")))


def named_in_clause(elements: list[Element], index: int) -> bool:
    """Whether somebody is named between the last comma and a verb."""
    for before in reversed(elements[:index]):
        if before.has("comma") or before.has("semicolon"):
            return False
        if before.is_party or before.pronoun:
            return True
    return True


def clause_ends(elements: list[Element], index: int) -> bool:
    """Whether a clause ends here: '甲率团到访|。'"""
    return index >= len(elements) or elements[index].has("comma") or elements[index].has("stop")


def deal_together(elements: list[Element], listed: list[Mention], after: int) -> bool:
    """'甲大学和乙大学举行会议', '甲大学与乙大学签署协议': institutions that deal with each other."""
    following = next((e for e in elements[after : after + 3] if not e.has_any(("planned", "aux", "each"))), None)
    return len(listed) > 1 or (following is not None and following.role == "with")
