"""Whom the members of a delegation act for: for whom the delegation does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.reading.accounts.colleagues import share_with_colleagues
from dragoman.reading.accounts.narration import Told
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention, Span
from dragoman.reading.mentions.people import Person

LINK = 4  # elements that may stand between a delegation and the word that leads to its members
FROM = ("from", "at", "by", "on", "for")  # roles of 'from the Chadian side', 'on the Chadian side'


def share_sides(
    sentence: Told, knows: Callable[[Span | None], bool], known: Callable[[Mention], Person | None]
) -> None:
    """Hand on in a sentence for whom those act of whom it is not told. `knows` tells of a name whether it was
    somebody's before: whom the text has told of is not told of here; `known` who a mention stands for.
    """
    elements, told = sentence.elements, sentence.categories
    kinds = {element.mentions[0].kind for element in elements if element.mentions}
    if "brings" in told:
        share_with_led(elements)
    if "person" not in kinds:
        return
    if any(e.mentions and e.mentions[0].rule == "person-plural" for e in elements):
        share_offices(elements)
    if "members" in told or "including" in told:
        share_with_members(elements, known)
    if "group" in kinds and "and" in told:
        share_with_leaders(elements)
    if "trigger" in told:
        share_with_signatories(elements)
        share_in_turn(elements)
    if kinds & {"org", "body"}:
        share_of_institution(elements)
    if "behalf" in told:
        share_on_behalf(elements)
    if "lists" in told:
        share_with_colleagues(elements, knows)
    share_along_lists(elements, knows)


def share_with_members(elements: list[Element], known: Callable[[Mention], Person | None]) -> None:
    """'The Chadian delegation, led by Minister A, including Envoy B and C': the delegation's affiliation holds for all;
    of 'the team, led by A' that of the team told of before.

    The list of members ends at a verb that tells of something else, or at the next group.
    """
    for office, link, holder in zip(elements, elements[1:], elements[2:], strict=False):
        if link.has("members") and office.is_kind("person") and holder.is_kind("person"):
            _give(office.mentions[0], holder)  # 'At the head of the Chadian delegation was Minister A'
    owner: Mention | None = None
    others: tuple[Mention, ...] = ()  # 'the Chadian and Peruvian delegations, led by A and B'
    told_at = 0
    listing = alone = False
    for index, element in enumerate(elements):
        if listing and owner is not None and _is_member(elements, index):
            _give(owner, element)
        elif element.is_kind("group") or _is_led(elements, index):
            owner, *rest = element.mentions
            team = None if owner.affiliation else known(owner)
            if team is not None and team.affiliation and not team.inferred:
                owner.affiliation = team.affiliation
            others, told_at, listing = tuple(rest), index, False
        elif owner is None:
            continue
        elif listing and element.is_kind("state", "body") and _leads_on(elements, index):
            owner, others = element.mentions[0], ()  # '…, and | the Peruvian side | by B'
        elif element.has("members") or element.has("including"):
            listing = listing or bool(others) or index - told_at <= LINK
            alone = any(entry.get("alone") for entry in element.entries("members"))  # 'a delegation | led by | Dean A'
        elif listing and element.is_kind("person"):
            leader = element.mentions[0]
            if alone and leader.affiliation and owner.affiliation is None and owner.kind == "group":
                owner.affiliation, owner.affiliation_span = leader.affiliation, leader.affiliation_span
            _give(owner, element)
            owner, others = (others[0], others[1:]) if others else (owner, ())
        elif listing and (element.has("trigger") or element.has("say") or element.has("discuss")):
            owner = None


def _is_member(elements: list[Element], index: int) -> bool:
    """'a delegation of | five pupils | and their head': a set of people right on the list, no new delegation."""
    group = elements[index]
    if not group.is_kind("group") or group.mentions[0].affiliation or group.mentions[0].post_kind == "delegation":
        return False
    before = next(
        (e for e in reversed(elements[max(0, index - LINK) : index]) if not (e.has("det") or e.has("num"))), None
    )
    return before is not None and (before.has("members") or before.has("including"))


def _leads_on(elements: list[Element], index: int) -> bool:
    """'…, | Peru | 's | by B', 'while | Peru | was represented by B': whether another side's people follow."""
    after = next((e for e in elements[index + 1 : index + 3] if not e.has("poss")), None)
    return after is not None and (after.role == "by" or any(entry.get("lead") for entry in after.entries("presence")))


def _is_led(elements: list[Element], index: int) -> bool:
    """'the delegations of Chad, led by A, and | Peru, | led by B', 'l'Université, représentée par A, et | l'Institut, |
    représenté par B': a state, body or institution for which somebody leads others."""
    link = next((e for e in elements[index + 1 : index + 3] if not e.has("comma")), None)
    led = link is not None and link.has("members") and link.role == "by"
    return led and elements[index].is_kind("state", "body", "org")


def teams(elements: list[Element]) -> Iterator[tuple[Mention, Mention]]:
    """'Minister A and his | team', 'Director B, and the | delegation': a person and the people who go with her."""
    for number, element in enumerate(elements):
        if not element.is_kind("group"):
            continue
        before = [e for e in elements[max(0, number - LINK) : number] if not e.has("comma")][-3:]
        if len(before) < 3 or not before[1].has("and"):
            continue
        group = element.mentions[0]
        own = before[2].has("posspron") or (before[2].has("det") and group.post_kind == "delegation")
        if own and before[0].is_kind("person"):
            yield before[0].mentions[0], group


def share_with_led(elements: list[Element]) -> None:
    """'总统甲|率|外长乙、部长丙到机场迎接': those whom somebody brings act for the same state."""
    leader: Mention | None = None
    bringing = False
    for element, after in zip(elements, [*elements[1:], None], strict=True):
        if element.is_kind("person", "group"):
            if bringing and leader is not None:
                for mention in element.mentions:
                    _give_mention(leader, mention)
            elif after is not None and after.has("brings"):
                leader = element.mentions[0] if element.mentions[0].affiliation else None
        elif element.has("brings"):
            bringing = True
        elif not (element.has("and") or element.has("comma")):
            bringing = False


def share_with_leaders(elements: list[Element]) -> None:
    """'Mission Chief A | and | the | IMF delegation': who is told together with a delegation acts for whom it does."""
    for index, element in enumerate(elements[:-2]):
        between = next((e for e in reversed(elements[:index]) if not (e.has("det") or e.has("hon"))), None)
        if not element.is_kind("person") or (between is not None and between.role == "between"):
            continue
        ahead = next(
            (n for n in range(index + 1, min(len(elements), index + LINK)) if not elements[n].has("det")), index
        )
        group = next((e for e in elements[ahead + 1 : ahead + LINK] if not e.has("det")), None)
        delegation = group is not None and group.is_kind("group") and group.mentions[0].post_kind == "delegation"
        if elements[ahead].has("and") and group is not None and delegation and not _ends_list(elements, index):
            _give(group.mentions[0], element)


def _ends_list(elements: list[Element], index: int) -> bool:
    """'Minister A, | Secretary B | and the delegation': whether somebody is the last of a list of people."""
    before = [e for e in elements[max(0, index - LINK) : index] if not (e.has("det") or e.has("hon"))]
    return len(before) > 1 and before[-1].has("comma") and before[-2].is_kind("person")


def share_offices(elements: list[Element]) -> None:
    """'the Vice-Rectors A and | B': an office told once, of several, is also that of those after the first; for whom
    the last of them acts, the first does ('Counsellors A and B of the Chadian Embassy')."""
    office: Mention | None = None
    for element in elements:
        if element.is_kind("person"):
            mention = element.mentions[0]
            if mention.rule == "person-plural":
                office = mention
            elif office is not None and mention.post is None:
                mention.post, mention.post_kind, mention.office = office.post, office.post_kind, office.office
                _give_mention(mention, office)
        elif not element.has_any(("and", "comma", "hon", "det")):
            office = None


def share_on_behalf(elements: list[Element]) -> None:
    """'by Minister A, | on behalf of | Chad, and by Minister B | on behalf of | Peru': for whom somebody signs."""
    for index, element in enumerate(elements[:-1]):
        if not element.has("behalf"):
            continue
        after = next((e for e in elements[index + 1 : index + LINK] if not e.has("det")), None)
        before = next((e for e in reversed(elements[max(0, index - 2) : index]) if not e.has("comma")), None)
        if after is not None and before is not None and after.is_kind("state", "body") and before.is_kind("person"):
            _give(after.mentions[0], before)


def share_with_signatories(elements: list[Element]) -> None:
    """'A | signed for | Chad': the state or body that is signed for is the signatory's."""
    for index, element in enumerate(elements):
        if not any(entry.get("stands") for entry in element.entries("trigger")):
            continue
        after = next((e for e in elements[index + 1 : index + LINK] if not e.has("det")), None)
        if after is None or not after.is_kind("state", "body"):
            continue
        before = next((e for e in reversed(elements[:index]) if e.is_kind("person")), None)
        if before is not None:
            _give(after.mentions[0], before)


def share_in_turn(elements: list[Element]) -> None:
    """'an accord between the University and the Institute | was signed by | A and B': each signs for the one whose turn
    it is."""
    signed = (
        n
        for n, e in enumerate(elements)
        if any(x.get("kind") == "signing" and x.get("form") == "passive" for x in e.entries("trigger"))
    )
    for verb in signed:
        start = next((n for n in range(verb - 1, -1, -1) if elements[n].role == "between"), verb)
        owners = [m for e in elements[start:verb] if e.is_kind("org", "body", "state") for m in e.mentions]
        by = next((n for n in range(verb, len(elements)) if elements[n].role == "by"), len(elements))
        people = [m for e in elements[by:] if e.is_kind("person") for m in e.mentions]
        for owner, signatory in zip(owners, people, strict=False) if len(owners) == len(people) else ():
            if signatory.name:
                _give_mention(owner, signatory)


def share_of_institution(elements: list[Element]) -> None:
    """'A and B, | of | the University': who is named right before it, and whoever holds the same office, is of it."""
    for index, element in enumerate(elements[:-3]):
        if not element.is_kind("person") or not elements[index + 1].has("comma") or elements[index + 2].role != "of":
            continue
        owner = next((e for e in elements[index + 3 : index + 5] if not e.has("det")), None)
        if owner is None or not owner.is_kind("org", "body") or not element.mentions[0].name:
            continue
        office = element.mentions[0].post
        for e in elements[: index + 1]:
            if e is element or (office is not None and e.is_kind("person") and e.mentions[0].post == office):
                _give(owner.mentions[0], e)


def share_along_lists(elements: list[Element], knows: Callable[[Span | None], bool]) -> None:
    """'from the Chadian side, A and B', 'A and B were present from the Chadian side', 'Chadian Envoy A, B and other
    Chadian officials': those named there of whom it is not told for whom they act are of that side.
    """
    side: Mention | None = None
    untold: list[Element] = []
    for index, element in enumerate(elements):
        mention = element.mentions[0] if element.mentions else None
        if mention is None:
            if element.verbs() or element.has("contrast"):
                side, untold = None, []
            continue
        if _is_side(elements, index):
            side = mention
            for person in untold if not _leads_list(elements, index) else ():
                _give(mention, person)
            untold = []
        elif mention.kind == "group" and mention.rest and mention.affiliation:
            for person in untold:
                _give(mention, person)
        elif mention.kind == "person" and mention.name:
            if mention.affiliation:
                untold = []
            elif side is not None:
                _give(side, element)
            elif not knows(mention.name):
                untold.append(element)


def _is_side(elements: list[Element], index: int) -> bool:
    """'from | the Chadian side', 'côté tchadien': what a list is of, not what someone is from."""
    rule = elements[index].mentions[0].rule
    return rule == "side-told" or (rule == "side" and index > 0 and elements[index - 1].role in FROM)


def _leads_list(elements: list[Element], index: int) -> bool:
    """'A and, on the Chadian side, | B': whether a side between commas is that of whoever is named after it."""
    opening = next((e for e in reversed(elements[:index]) if not (e.role or e.has("det"))), None)
    after = next((e for e in elements[index + 2 : index + 5] if not (e.has("det") or e.has("hon"))), None)
    aside = opening is not None and opening.has("comma") and elements[index + 1 : index + 2] != []
    return aside and elements[index + 1].has("comma") and after is not None and after.is_kind("person")


def _give(owner: Mention, element: Element) -> None:
    """Hand on for whom somebody acts to those of whom it is not told; a named office holder hands nothing on."""
    for mention in element.mentions if owner.name is None else ():
        _give_mention(owner, mention)


def _give_mention(owner: Mention, mention: Mention) -> None:
    if not mention.affiliation:
        mention.affiliation, mention.affiliation_span = owner.affiliation, owner.affiliation_span
