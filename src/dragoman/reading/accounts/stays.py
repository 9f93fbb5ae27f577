"""Stays: 'While in France, she …', 'He was in Lima last week for talks', 'Ana Quispe, in Lima for the Forum, …'."""

from __future__ import annotations

from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.accounts.events import event_draft, is_nested, known_or_new
from dragoman.reading.accounts.narration import Narration, Told, place_of
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.mentions.people import Person

STAY_REACH = 12  # elements after a stay in which what it is for is told
PURPOSE_REACH = 4  # elements after a place in which a purpose or a day shows that somebody stays there


def stays(narration: Narration, told: Told) -> list[Draft]:
    """The visits that stays tell of, and the events for which somebody stays somewhere."""
    found = []
    for index, element in enumerate(told.elements[:-1]):
        following = told.elements[index + 1]
        named = element.has("nestplace")
        if not following.is_kind("state", "place") or not (named or _is_static(told.elements, index)):
            continue
        travellers = _travellers(narration, told, index, named)
        place = place_of(following.mentions[0])
        event = _attended_there(told.elements, index)
        if named and event is None and _is_at_conference(narration, travellers, place):
            continue  # 'attended the Forum in Lima. While in Lima, she met the Envoy'
        if not travellers or (place.country in [x.affiliation for x in travellers] and (named or event is None)):
            continue
        if event is not None:
            found.append(_there_for(narration, told, event, travellers, place))
        elif not (told.elements[index - 1].has("comma") or _to_attend(told)) or named:
            found.append(_visit(narration, told, index, travellers, place))
    return found


def _is_at_conference(narration: Narration, travellers: list[Person], place: PlaceDraft) -> bool:
    """Whether those who stay somewhere take part in a conference there, on no other journey."""
    ours = [d for d in narration.drafts if set(d.parties) & set(travellers) and place.country in d.countries()]
    return any(d.kind == "conference" and d.status == "held" for d in ours) and all(d.kind != "visit" for d in ours)


def _to_attend(told: Told) -> bool:
    """'was in Lima last week | to attend | the Forum'."""
    return any(p.infinitive and p.kind == "conference" for p in told.predicates)


def _travellers(narration: Narration, told: Told, index: int, named: bool) -> list[Person]:
    """Who stays somewhere: whose doings follow, or who is told of right before."""
    behind = _traveller_before(told.elements, index)
    before = narration.people(list(told.elements[behind].mentions)) if behind >= 0 else []
    if not named and not before:
        return narration.last_one or narration.last_subject
    after = next((told.subjects[p.index] for p in told.predicates if p.index > index), []) if named else []
    return before or after


def _is_static(elements: list[Element], index: int) -> bool:
    """'She | was | in | Lima | last week for the Forum', 'Ana Quispe, | in | Lima | for talks, met': whether somebody
    is told to be where a preposition leads, on a day or for a purpose.
    """
    if elements[index].role != "at" or index < 1:
        return False
    before = index - 1
    while before > 0 and elements[before].has("also"):
        before -= 1
    be = elements[before].has("be")
    if not (be or elements[before].has("comma")) or before < 1:
        return False
    somebody = elements[before - 1]
    if not (somebody.is_kind("person", "group") or (be and before == 1 and somebody.pronoun == "he")):
        return False
    after = [e for e in elements[index + 2 : index + 2 + PURPOSE_REACH] if not e.has("comma")]
    dated = bool(after) and after[0].is_kind("date")
    goal = after[dated].role if len(after) > dated else ""
    dated = dated or any(e.is_kind("date") for e in elements[:before])  # '| This week, | he was in Lima'
    return goal == "for" or (be and (dated or goal == "to"))


def _visit(narration: Narration, told: Told, index: int, travellers: list[Person], place: PlaceDraft) -> Draft:
    draft = Draft(
        "visit",
        next((d.status for d in told.drafts), "held"),
        "stay",
        list(place.spans),
        list(travellers),
        places=[place],
        sentence=told.number,
        paragraph=told.sentence.paragraph,
    )
    if not told.elements[index].has("nestplace"):
        _tell_day(narration, told, draft, index + 1 + PURPOSE_REACH)
    return _journey(narration, draft) or known_or_new(narration, draft, 0)


def _tell_day(narration: Narration, told: Told, draft: Draft, end: int) -> None:
    """Give a stay the last day told before an element."""
    dates = [e.mentions[0] for e in told.elements[:end] if e.is_kind("date")]
    days = narration.days(dates[-1], False) if dates else None
    if days is not None:
        draft.tell_days(days, dates[-1])


def _attended_there(elements: list[Element], stay: int) -> Mention | None:
    """'Présente à Lima, depuis lundi, | à l'occasion du Forum': the event for which somebody is somewhere."""
    for index in range(stay + 2, min(len(elements), stay + STAY_REACH)):
        element = elements[index]
        if element.is_kind("event"):
            before = next((e for e in reversed(elements[:index]) if not e.has("det")), None)
            led_to = is_nested(elements, index) or elements[index - 1].has("det")
            return element.mentions[0] if led_to or (before is not None and before.role == "for") else None
        if element.verbs() or element.is_party or element.has_any(("stop", "cut", "semicolon")):
            return None
    return None


def _there_for(narration: Narration, told: Told, event: Mention, people: list[Person], place: PlaceDraft) -> Draft:
    """The event at which somebody is said to be, on the days told of the stay."""
    draft = event_draft(told, event, "held", people, "stay")
    draft.places = [place]
    _tell_day(narration, told, draft, next((n for n, e in enumerate(told.elements) if event in e.mentions), 0))
    return known_or_new(narration, draft, 0)


def _traveller_before(elements: list[Element], stay: int) -> int:
    """Who is told right before that he stays somewhere ('a reçu l'Envoyé, | de passage à Lima'), or comes from there
    ('le ministre | a regagné N'Djamena, lundi, en provenance de Lima'); −1 if nobody is.
    """
    behind = stay - 1
    while behind >= 0 and (
        elements[behind].has_any(("comma", "det", "aux", "homeward"))
        or elements[behind].role == "at"
        or elements[behind].is_kind("date", "place")
    ):
        behind -= 1
    return behind if behind >= 0 and elements[behind].is_kind("person", "group") else -1


def _journey(narration: Narration, stay: Draft) -> Draft | None:
    """The journey by the same people to that country that has been told, whether planned or under way."""
    return next(
        (
            d
            for d in reversed(narration.drafts)
            if d.kind == "visit"
            and d.status in ("held", "planned")
            and d.countries() & stay.countries()
            and set(d.parties) & set(stay.parties)
        ),
        None,
    )
