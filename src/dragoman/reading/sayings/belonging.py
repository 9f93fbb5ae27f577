"""Which account a saying belongs to: its own clause's, else the latest one that its speaker takes part in."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.legs import journey_of, opens_everywhere
from dragoman.reading.accounts.narration import PARENTS, TWO_SIDED, Narration, Told
from dragoman.reading.accounts.tours import toured_next
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.standing import Utterance
from dragoman.reading.mentions.people import Person
from dragoman.reading.sayings.voices import add

ADDRESSED_REACH = 4  # elements in which those addressed must be named
SOON = 6  # sentences within which an account is told that something was said in


def drafts_of(
    narration: Narration, told: Told, utterance: Utterance, speakers: list[Person], company: list[Draft]
) -> list[Draft]:
    """The accounts of a saying: several if one trigger tells of several ('met A and B one by one to discuss …'), if it
    was said to each, or if `company`, the accounts of what the same speakers said before in the paragraph, are several.
    """
    own = told.by_predicate.get(utterance.index)
    if own:  # 'In another meeting, she discussed … with the Envoy'
        return own
    if (recalled := _on_that_occasion(narration, told)) is not None:
        return [recalled]
    governor = utterance.host
    while governor is not None:
        found = told.by_predicate.get(governor.index, []) if governor.sort == "trigger" else []
        aside = utterance.how == "finite" and utterance.predicate.cue != "planned"
        built_on = aside and told.elements[0].has("recall")  # 'Building on their talks in May, both discussed'
        elsewhen = ("planned", "referenced") if built_on else ("planned",)
        if found and utterance.how == "participle" and (beside := _talks_before(told, governor)):
            return beside
        if found and not (aside and all(d.status in elsewhen for d in found)):  # 'both, who will meet in May, agreed'
            return (
                found
                if utterance.how in ("infinitive", "participle")
                else _series(narration, told, _conference_on(found[-1], told, utterance), speakers)
            )
        governor = governor.governor
    each = any(e.has("to_each") for e in told.elements[: utterance.index]) and _one_by_one(narration, speakers)
    if each:
        return each
    draft = _here(narration, told, utterance, speakers)
    told_of = draft is not None and (draft.kind in TWO_SIDED or draft.kind == "visit")
    if draft is not None and speakers and told_of and not _takes_part(draft, speakers):
        theirs = [
            d for d in narration.drafts if d.kind in TWO_SIDED and d.status == "held" and _takes_part(d, speakers)
        ]
        draft = theirs[-1] if theirs else draft  # '… , he said at the end of the audience': of his own
    if draft is None and len(company) > 1 and all(_takes_part(d, speakers) for d in company):
        return company
    upcoming = narration.current is not None and narration.current.status == "planned"  # 'Trade will be discussed'
    planned = utterance.predicate.cue == "planned" or (upcoming and utterance.predicate.entry.get("tense") == "future")
    draft = draft or before_now(narration, speakers, planned)
    draft = _journey_of_many(narration, draft, speakers) if draft and utterance.predicate.sort == "say" else draft
    draft = _of_journey(narration, told, utterance, draft, speakers) if draft and planned else draft
    draft = toward(narration, told, utterance, speakers, draft) if draft else draft
    said_later = utterance.how == "finite" and draft is not None and draft.sentence < told.number
    if draft is not None and draft.kind == "signing" and (utterance.predicate.sort == "discuss" or said_later):
        draft = _talks_around(narration, draft)
    if draft is not None and draft.kind == "tour" and utterance.predicate.sort == "discuss":
        talks = _talks_around(narration, draft)  # 's'est rendue à l'école, où elle a rencontré la directrice'
        if talks.sentence == draft.sentence and talks is not draft:
            draft = narration.current = talks
    if draft is not None and draft.kind == "letter":
        draft = _talks_beside(narration, draft)
    return _series(narration, told, draft, speakers) if draft else []


def _talks_before(told: Told, journey: Predicate) -> list[Draft]:
    """'talks with A, | on a visit to Chad, | focusing on trade': the talks, and not the journey told beside them."""
    if journey.kind != "visit" or journey.form != "noun":
        return []
    before = (d for p in told.predicates if p.index < journey.index for d in told.by_predicate.get(p.index, []))
    return [d for d in before if d.kind in TWO_SIDED][-1:]


def _on_that_occasion(narration: Narration, told: Told) -> Draft | None:
    """'the two presidents met in May. | On that occasion | Chad offered': what the sentence before recalls."""
    recalled = narration.told[-2].drafts if len(narration.told) > 1 and told.elements[0].has("thatoccasion") else []
    return next((d for d in reversed(recalled) if d.status == "referenced"), None)


def _journey_of_many(narration: Narration, draft: Draft, speakers: list[Person]) -> Draft:
    """'visited Lima, where he met A, attended a signing and held other meetings': what he says next is of the visit."""
    beside = [d for d in narration.drafts if d.sentence == draft.sentence and d.status == "held"]
    journey = next((d for d in beside if d.kind == "visit" and _takes_part(d, speakers)), None)
    many = len({d.kind for d in beside}) > 2 and draft.kind in TWO_SIDED
    return journey if journey is not None and many and speakers else draft


def _of_journey(narration: Narration, told: Told, utterance: Utterance, draft: Draft, speakers: list[Person]) -> Draft:
    """'In both countries she will discuss …', 'will meet with A, B and C. She will discuss …': what is said on all of a
    journey, or at one knows not which of several meetings, is of the journey.
    """
    discussed = utterance.predicate.sort == "discuss" and utterance.how == "finite" and draft.sentence < told.number
    beside = [d for d in narration.drafts if d.sentence == draft.sentence and d.kind == draft.kind]
    several = discussed and len(beside) > 1 and not any(e.has("also") for e in told.elements[: utterance.index])
    if draft.kind != "meeting" or draft.status != "planned" or not (several or opens_everywhere(told)):
        return draft
    return journey_of(narration, speakers or draft.parties, "planned") or draft


def one_of_series(narration: Narration, elements: list[Element], first: int, last: int) -> tuple[int, Draft | None]:
    """'With | the first |, she discussed …': where such words end between two elements, and the account that they
    mean; −1 and None if there are none.
    """
    for index in range(first, last - 2):
        item = elements[index + 2].item
        pointed = item.get("nth", "n") if item is not None else ""
        if not (pointed and elements[index].role in ("with", "at") and elements[index + 1].has("det")):
            continue
        if index + 3 < len(elements) and not (elements[index + 3].has("comma") or elements[index + 3].has("stop")):
            continue
        listed = _one_by_one(narration, [])
        if int(pointed) <= len(listed):
            return index + 3, listed[int(pointed) - 1]
    return -1, None


def subject_of_series(narration: Narration, elements: list[Element], verb: int) -> Draft | None:
    """'The former conversation dealt with trade, | the latter | was devoted to visas': the account that is meant."""
    for index in range(max(1, verb - 2), verb):
        item = elements[index].item
        pointed = item.get("nth", "n") if item is not None and elements[index - 1].has("det") else ""
        listed = _one_by_one(narration, []) if pointed else []
        if pointed and int(pointed) <= len(listed):
            return listed[int(pointed) - 1]
    return None


def with_whom(narration: Narration, elements: list[Element], verb: int) -> Draft | None:
    """'Avec l'ambassadrice, les échanges ont porté sur …': the talks with whoever is named first."""
    opening = elements[:2] + elements[2:4] if elements[0].role == "with" else []
    named = next((e for e in opening[1:verb] if not (e.has("det") or e.has("hon"))), None)
    people = narration.people(list(named.mentions)) if named is not None and named.is_kind("person") else []
    met = (d for d in reversed(narration.drafts) if d.kind in ("meeting", "call") and d.status == "held")
    return next((d for d in met if people and people[0] in d.parties), None)


def _one_by_one(narration: Narration, speakers: list[Person]) -> list[Draft]:
    """The latest meetings that one sentence tells of as a series."""
    met = [d for d in narration.drafts if d.kind in TWO_SIDED and d.status == "held"]
    met = [d for d in met if not speakers or _takes_part(d, speakers)]
    series = [[d for d in met if d.sentence == number] for number in sorted({d.sentence for d in met}, reverse=True)]
    return next((found for found in series if len(found) > 1), [])


def toward(narration: Narration, told: Told, utterance: Utterance, speakers: list[Person], draft: Draft) -> Draft:
    """'With Ambassador A, discussions focused on …', 'To the Minister of Chad she conveyed …', 'thanked Envoy B for':
    the account in which those take part who are addressed, where the one that is being told is another.
    """
    people = _addressed(narration, told, utterance)
    if not people or any(_takes_part(draft, [person]) for person in people):
        return draft
    found = (
        d
        for d in reversed(narration.drafts)
        if d.kind in TWO_SIDED
        and d.status == "held"
        and all(_takes_part(d, [x]) and (x.kind in ("person", "group") or d.sentence == draft.sentence) for x in people)
        and (not speakers or _takes_part(d, speakers))
    )
    return next(found, draft)


def _talks_beside(narration: Narration, letter: Draft) -> Draft:
    """What is said after 'received the Envoy, who brought a letter': in the talks that one sentence told beside it."""
    held = (d for d in reversed(narration.drafts) if d.kind in TWO_SIDED and d.status == letter.status)
    return next((d for d in held if d.sentence == letter.sentence), letter)


def _talks_around(narration: Narration, signing: Draft) -> Draft:
    """Where something is discussed that is told after a signing: in the talks that led to it."""
    talks = [d for d in reversed(narration.drafts) if d.kind in TWO_SIDED and d.status == signing.status]
    events = (d for d in reversed(narration.drafts) if d.kind == "conference" and d.status == signing.status)
    talks += [d for d in events if set(d.parties) >= set(signing.parties)]  # a session of two sides
    return next((d for d in talks if set(d.parties) & set(signing.parties)), signing)


def _addressed(narration: Narration, told: Told, utterance: Utterance) -> list[Person]:
    """Those whom the opening of a sentence, or what follows its verb, names as spoken to."""
    elements = told.elements
    opens = 1 if elements[0].role in ("with", "to") else 0
    for start in (opens, utterance.index + 1):
        for element in elements[start : start + ADDRESSED_REACH] if start else []:
            if element.is_kind("person", "group", "state", "body", "org"):
                return narration.people(list(element.mentions))
            if not (element.has("det") or element.has("hon") or element.role in ("with", "to")):
                break
    return []


def _series(narration: Narration, told: Told, draft: Draft, speakers: list[Person]) -> list[Draft]:
    """An account with the others of its series: what is said is said by a group of one country whose members were met
    one by one ('he and Chadian officials discussed'), or at all the meetings ('in his talks with Chadian officials').
    """
    if draft.status == "referenced" or draft.kind in PARENTS:
        return [draft]
    groups = {x.affiliation for x in speakers if x.kind == "group" and x.affiliation and x not in draft.parties}
    anyone = False
    for q in told.predicates:
        if q.form == "noun" and q.definite and told.elements[q.index].has("series"):
            groups |= {x.affiliation for x in narration.people(q.objects) if x.kind == "group" and x.affiliation}
            anyone = anyone or not q.objects
    travellers = set(speakers) & set(draft.parties) or (set(draft.parties) if anyone and not speakers else set())
    others = [
        d
        for d in narration.drafts
        if d is not draft
        and d.kind == draft.kind
        and d.status == draft.status
        and d.paragraph == draft.paragraph
        and travellers & set(d.parties)
    ]
    if not (groups or anyone):
        return [draft]
    return [
        draft,
        *(
            d
            for d in others
            if anyone or any(p.affiliation is None or p.affiliation in groups for p in d.parties if p not in travellers)
        ),
    ]


def _here(narration: Narration, told: Told, utterance: Utterance, speakers: list[Person]) -> Draft | None:
    """One that the sentence tells of: before the saying, or after it if it has taken place ('… during the meeting')."""
    earlier = [
        d for q in told.predicates if q.index < utterance.index for d in _drafts(told, q) if d.status != "referenced"
    ]
    after = (q for q in told.predicates if q.index > utterance.index and not toured_next(told.elements, q))
    later = [d for q in after for d in _drafts(told, q) if d.status == "held"]
    if utterance.predicate.cue != "planned" and any(d.status == "held" for d in narration.drafts):
        earlier = [d for d in earlier if d.status != "planned"]
    for found in (earlier, later):
        ours = [d for d in found if not speakers or _takes_part(d, speakers)] or found
        ours = [d for d in ours if d.kind not in PARENTS] or ours
        if ours:
            return _conference_on(ours[-1], told, utterance)
    return None


def _conference_on(draft: Draft, told: Told, utterance: Utterance) -> Draft:
    """'will travel to Lima for the Forum, where she will stress': said at what somebody travels for."""
    before = told.elements[utterance.index].start
    aims = (d for d in told.drafts if d.kind == "conference" and d.parent is draft and d.spans[0][0] < before)
    return next(aims, draft) if draft.kind == "visit" and draft.status == "planned" else draft


def _takes_part(draft: Draft, speakers: Iterable[Person]) -> bool:
    """Whether one of the speakers is a party, or a state, body or group for which somebody takes part."""
    return any(s in draft.parties or (s.kind != "person" and s.affiliation in draft.affiliations()) for s in speakers)


def _drafts(told: Told, predicate: Predicate) -> list[Draft]:
    return told.by_predicate.get(predicate.index, [])


def before_now(narration: Narration, speakers: list[Person], planned: bool = False) -> Draft | None:
    """The account being told, if the speaker takes part in it, else the latest one in which he does. What is going to
    be said belongs to what is planned, all else to what has taken place.
    """
    current = narration.current
    fitting = [d for d in narration.drafts if d.status == ("planned" if planned else "held")]
    fitting = fitting or [d for d in narration.drafts if planned and d.status == "held"]
    if current is not None and current in fitting and (not speakers or _takes_part(current, speakers)):
        return current
    with_speaker = [d for d in fitting if _takes_part(d, speakers)]
    if with_speaker:
        latest = max(with_speaker, key=lambda d: (d.paragraph, d.sentence))
        return _meeting_of(latest, fitting, speakers) or latest
    affiliations = {s.affiliation for s in speakers if s.affiliation}
    alike = [d for d in reversed(fitting) if affiliations & set(d.affiliations())]
    alike = [d for d in alike if d is current or d.kind not in PARENTS] or alike
    return (
        next((d for d in alike if d is current), next(iter(alike), None))
        or (current if current in fitting else None)
        or (fitting[-1] if fitting else None)
    )


def _meeting_of(visit: Draft, drafts: list[Draft], speakers: list[Person]) -> Draft | None:
    """Of what a visitor says, the meeting that his state or body has as a party, if one is told of beside his visit."""
    if visit.kind != "visit":
        return None
    affiliations = {s.affiliation for s in speakers if s.affiliation}
    return next(
        (
            d
            for d in drafts
            if d.kind in TWO_SIDED and affiliations & set(d.affiliations()) and abs(d.sentence - visit.sentence) < 2
        ),
        None,
    )


def rescue(lost: Iterable[Draft], kept: list[Draft]) -> None:
    """Give what was said in accounts that came to nothing to the nearest one that a speaker takes part in."""
    told_in: dict[int, list[Draft]] = {}
    for draft in kept:
        if draft.status == "held":
            told_in.setdefault(draft.sentence, []).append(draft)
    steps = [step for n in range(2 * SOON) for step in (-n, n)]
    for draft in lost:
        near = [d for step in steps for d in told_in.get(draft.sentence + step, [])] if draft.sayings else []
        near.sort(key=lambda d: d.kind in PARENTS)
        for saying in draft.sayings:
            fitting = [d for d in near if not saying.by or _takes_part(d, saying.by)]
            if fitting:
                add(fitting[0], saying)
                fitting[0].sayings.sort(key=lambda saying: saying.span)


def first_after(drafts: list[Draft], speakers: tuple[Person, ...], sentence: int, home: str | None) -> Draft | None:
    """For what is said in a sentence before any account is told: the first one soon after it in which the speaker takes
    part; the first at all if it is not told who speaks. For the `home` state speaks whoever is of no other.
    """
    held = [d for d in drafts if d.status == "held"] or drafts
    held = [d for d in held if d.sentence - sentence <= SOON]
    found = next((d for d in held if _takes_part(d, speakers)), None) or (None if speakers else next(iter(held), None))
    ours = home is not None and any(s.affiliation == home and s.kind != "person" for s in speakers)
    of_home = (d for d in held if any(x.affiliation is None and x.kind == "person" for x in d.parties))
    found = found or (next(of_home, None) if ours else None)
    return _conference_alone(found, held) if found is not None else None


def _conference_alone(journey: Draft, drafts: list[Draft]) -> Draft:
    """The conference that is all that a journey to come is for, else the journey."""
    others = [d for d in drafts if d is not journey and set(d.parties) & set(journey.parties)]
    only = len(others) == 1 and others[0].kind == "conference" and others[0].sentence == journey.sentence
    return others[0] if only and journey.kind == "visit" and journey.status == "planned" else journey
