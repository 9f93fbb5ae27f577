"""What a predicate shares with the one before it that governs it or is coordinated with it: its subject, its cue."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.mentions.mention import Mention

ASIDE = 6  # elements of an aside between commas
SETTING = ("det", "adjective", "comma", "date", "place", "state")  # what stands between a verb and its object


def share(elements: list[Element], p: Predicate, previous: Predicate) -> None:
    """Take the subject of the predicate to the left, or its object for a passive infinitive; remember what governs."""
    p.governor = previous
    p.coordinated = any(
        e.has("and") or e.has("comma") or e.has("semicolon")
        for e in elements[max(previous.reach, p.index - 3) : p.index]
    )
    between = elements[previous.reach : p.index]
    coordinated = any(e.has("and") or e.has("comma") for e in between)
    if not p.subject and not p.pronoun:
        p.subject, p.pronoun = previous.subject, previous.pronoun
        p.companions = p.companions or _beside_subject(elements, previous)
    if not p.cue and (coordinated or previous.sort == "trigger"):
        nouns = coordinated and p.form == previous.form == "noun"
        p.cue = previous.cue if previous.cue != "earlier" or nouns else ""
        if p.cue == "planned" and p.entry.get("participle") and any(e.has("finite") for e in between):
            p.cue = ""  # 'who leads the Agency, | has | visited': a verb of its own tense


def take_setting(elements: list[Element], p: Predicate, verb: Predicate) -> None:
    """'presided | on Monday in Lima over | the launch': the noun is what the verb tells of, on its day, there."""
    between = elements[verb.reach : p.index]
    direct = not p.coordinated and all(e.role or e.has_any(SETTING) or e.is_kind(*SETTING) for e in between)
    if p.form == "noun" and verb.form == "verb" and elements[verb.index].has("light") and direct and not verb.events:
        p.light = True
        p.dates, p.places = p.dates or list(verb.dates), p.places or list(verb.places)


def take_fellows(elements: list[Element], p: Predicate, verb: Predicate) -> None:
    """'presided in Lima, | with B, | over the signing': who did it together took part in the noun's."""
    between = elements[verb.reach : p.index]
    past = all(e.has("comma") or e.has("det") or e.role == "on" for e in between)
    if p.form == "noun" and verb.entry.get("chair") and past and not verb.events:
        p.companions = p.companions or [m for m in verb.objects if m not in p.objects]


def _beside_subject(elements: list[Element], p: Predicate) -> list[Mention]:
    """'A, accompanied by B, | opened the school': those named before the verb; who was only there stands after it."""
    return [m for m in p.companions if m.end <= elements[p.index].start]


def join(p: Predicate, before: list[Predicate]) -> None:
    """Take the subject of the clause's main verb, past the relative clauses that stand between."""
    main = next(
        (q for q in reversed(before) if q.sort == "trigger" and q.form != "noun" and (q.subject or q.pronoun)),
        before[-1],
    )
    p.governor, p.coordinated, p.cue = main, True, main.cue if main.cue != "earlier" else ""
    p.subject, p.pronoun, p.companions = main.subject, main.pronoun, p.companions or main.companions


def main_verb(before: list[Predicate]) -> Predicate:
    """The finite verb that a finite verb is joined to: 'praised her visit to open the Fair and | thanked'."""
    last = before[-1]
    if not last.infinitive or last.governor is None or last.governor.form != "noun":
        return last
    return next((q for q in reversed(before) if not q.infinitive and q.form == "verb"), last)


def govern(p: Predicate, previous: Predicate) -> None:
    """An infinitive: 'will travel to attend' is planned, 'invited her to visit' only wished for."""
    p.governor, p.infinitive = previous, True
    if p.kind == "conference" and previous.kind == "visit" and previous.form == "verb":
        p.companions = p.companions or list(previous.companions)  # 'will travel to Lima, joined by B, to attend'
    if previous.sort == "say":
        p.cue = "hypothetical"
    elif previous.cue != "earlier" or previous.form == "noun":
        p.cue = previous.cue


def purpose_of(elements: list[Element], p: Predicate, previous: Predicate) -> Predicate:
    """What an infinitive is the purpose of: 'will travel to offer condolences | and to | meet officials'."""
    ahead = previous.governor
    joint = p.sort == "trigger" and p.index > 1 and elements[p.index - 2].has("and")
    again = joint and elements[p.index - 1].role == "to"
    said = previous.sort == "say" and previous.infinitive and previous.entry.get("act") != "proposed"
    return ahead if again and said and ahead is not None and ahead.sort == "trigger" else previous


def is_beside(elements: list[Element], p: Predicate) -> bool:
    """'…, avant de s'entretenir': an infinitive that tells what else was done."""
    first = p.index - 1
    while first > 0 and (elements[first].has("aux") or elements[first].has("also")):
        first -= 1
    return p.sort == "trigger" and elements[first].has("adjunct")


def goes_on_with(elements: list[Element], index: int, previous: Predicate) -> bool:
    """Whether a light verb is joined to the clause before: '…, and then held | talks'."""
    index -= 1
    while index > 0 and (elements[index].has("aux") or elements[index].has("also")):
        index -= 1
    joint = index > 0 and (elements[index].has("and") or elements[index].has("comma"))
    return joint and not after_subject(elements, index, previous)


def near(elements: list[Element], index: int, verb: int) -> bool:
    """Whether only adverbs and the like stand between a joint and the verb: 'and also visited'."""
    return all(e.item is not None and not e.has("cap") for e in elements[index + 1 : verb])


def after_subject(elements: list[Element], comma: int, previous: Predicate) -> bool:
    """Whether a comma only closes what stands beside a new subject: 'held on Monday, the Minister, Ana Quispe, |
    met', 'praised the fund; the Envoy, Ana Quispe, | announced'.
    """
    if elements[comma].has("comma") and _closes_aside(elements, comma, previous.reach):
        return True
    named = elements[comma].has("comma") and comma - 1 >= previous.reach and elements[comma - 1].is_kind("person")
    return named and (not previous.subject or _opens_anew(elements, comma - 1) or _is_apposition(elements[comma - 1]))


def _closes_aside(elements: list[Element], comma: int, reach: int) -> bool:
    """'decided to form a forum, Chad and Peru, represented by senior officials, | held': who stands for the subject."""
    opening = next((n for n in range(comma - 1, max(reach, comma - ASIDE), -1) if elements[n].has("comma")), -1)
    members = opening > reach and elements[opening + 1].has("members") and elements[opening + 1].role == "by"
    return members and elements[opening - 1].is_party


def _is_apposition(element: Element) -> bool:
    """'and Ana Quispe, Special Envoy, | convened': a name with its office after it, which a comma closes."""
    mention = element.mentions[0]
    return mention.name is not None and mention.post is not None and mention.name[1] <= mention.post[0]


def _opens_anew(elements: list[Element], subject: int) -> bool:
    """Whether a party stands right after a semicolon or a word that sets it against what was said before."""
    opening = next((e for e in reversed(elements[:subject]) if not (e.has("det") or e.has("hon"))), None)
    return opening is not None and (opening.has("semicolon") or opening.has("contrast"))
