"""When and where something took place: the dates and places of its own clause, else those of the sentence that fit."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import timedelta

from dragoman.reading.accounts.draft import Draft, PlaceDraft
from dragoman.reading.accounts.narration import TWO_SIDED, Narration, Told, place_of
from dragoman.reading.clauses.arguments import dates_event, does, spoken_of
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.quotes import Quotation
from dragoman.reading.clauses.sharing import is_beside
from dragoman.reading.mentions.dates import Days
from dragoman.reading.mentions.mention import Mention

STATUS = {"planned": "planned", "earlier": "referenced"}  # by the cue of a predicate
IN_BUILDINGS = ("meeting", "signing", "ceremony", "address", "conference")
HALLS = ("address", "ceremony", "conference")  # what is held in an institution that its clause names
BUILDING_REACH = 8  # elements between a verb and the building where it happens
WEEK = 7  # days
OPENING = 2  # elements of a sentence in which it names what it tells of
LONGEST = 31  # days that a journey may take
STRETCH_REACH = 4  # elements from a journey to the words that tell its length
SINCE_REACH = 6  # elements before a day in which 'since' makes it the day of something earlier
BOUND_REACH = 10  # elements before a journey in which it is told to begin or end


def date(narration: Narration, draft: Draft, told: Told, p: Predicate) -> None:
    """The date of a draft: its own clause's, else the sentence's, unless that belongs to something earlier."""
    if left_behind(told, p):
        return
    dates = [m for m in p.dates if not _of_happening(told.elements, m)]
    if not dates and p.cue != "earlier" and not p.settled:
        claimed = {
            m
            for q in told.predicates
            if q is not p
            and q.sort == "trigger"
            and (q.cue in ("earlier", "hypothetical", "negated") or (q.cue == "planned" != p.cue))
            for m in q.dates
        }
        dates = [
            m
            for n, e in enumerate(told.elements)
            for m in e.mentions
            if m.kind == "date"
            and m not in claimed
            and not _of_happening(told.elements, m)
            and not (dates_event(told.elements, n) and not p.events)
            and not _of_next(told, p, n)
            and not any(does(told.elements, k) for k in range(p.reach, n))
            and not _in_quotation(told, p, n)
            and not _in_content(told, p, n)
            and not _of_adjunct(told, p, n)
            and not (p.cue == "planned" and (_of_saying(told, p, n) or _is_gone(narration, m)))
            and not (_beyond(told.elements, p.index, n) and not _told_again(told, p, n))
        ]
        if (
            len(dates) + _dated_beyond(told) > 1
            and told.number == 0
            and told.elements[0].is_kind("place")
            and told.elements[min(2, len(told.elements) - 1)].is_kind("date")
        ):
            dates = dates[1:]  # the first is the dateline's
        # 'Interrompus en 2007, les travaux ont repris jeudi', 'Signing it last month, she met today with'
        dates.sort(key=lambda m: (m.rule != "today", m.rule == "year"))
    leg = narration.legs.get(narration.where.country or "") if narration.where is not None else None
    now = narration.current.days if narration.current is not None else None
    went_on = leg is not None and now is not None and now.exact and leg[0].start < now.start == now.end
    went_on = went_on and draft.status != "planned"  # in what is to come each day is told for itself
    arrival = leg is not None and draft.status == "planned" and len(narration.legs) == 1 and leg[0].start == leg[0].end
    if (
        not dates
        and leg is not None
        and not (went_on or arrival)  # 'arrived today for a three-day visit. She will meet': on one of the three days
        and p.cue != "earlier"
        and draft.kind != "visit"
    ):
        draft.tell_leg(leg)
    if not dates and draft.status == "planned" and draft.kind not in ("visit", "letter"):
        dates = narration.day_of(told)
    for mention in dates[-1:] if p.cue == "earlier" else dates[:1]:
        days = _on_the_journey(narration, draft, mention, narration.days(mention, draft.status == "planned"))
        if days:
            draft.tell_days(days, mention)
    legs = [found for m in p.dates if (found := narration.days(m, draft.status == "planned"))]
    if (
        draft.kind == "visit" and len(legs) > 1 and all(leg.exact for leg in legs)
    ):  # 'to Lima on 17 and Cusco on 19 May'
        draft.days = Days(min(leg.start for leg in legs), max(leg.end for leg in legs))
        draft.date_spans = tuple((m.start, m.end) for m in p.dates)
    if draft.kind == "visit":
        _tell_legs(draft, p, legs)


def _is_gone(narration: Narration, mention: Mention) -> bool:
    """'will sign a treaty, as pledged in | May 2022': a day that was over when the text was published."""
    days = narration.days(mention, planned=True)
    return days is not None and narration.is_over(days)


def _tell_legs(draft: Draft, p: Predicate, days: list[Days]) -> None:
    """'to Lima on 17 and Cusco on 19 May', 'then to Lima from 8 to 9 May': as many days as places."""
    places = [m for m in p.places if m.country or m.affiliation]
    countries = {place.country or place.affiliation or "" for place in places}
    stay = next((n for n, day in enumerate(days) if day.exact and day.start < day.end), -1)
    if len(places) == len(days) == len(p.dates):
        draft.legs = {
            place.country or place.affiliation or "": (day, ((date.start, date.end),))
            for place, day, date in zip(places, days, p.dates, strict=True)
            if day.exact and (len(places) > 1 or day.start < day.end)
        }
    elif len(countries) == 1 and len(days) == len(p.dates) and stay >= 0:  # 'to Lima and Cusco, Peru, from 8 to 9 May'
        draft.legs = {countries.pop(): (days[stay], ((p.dates[stay].start, p.dates[stay].end),))}


def _dated_beyond(told: Told) -> int:
    """Whether a relative clause says when it took place: 'à la 3e session, | qui s'est tenue le 2 mai'."""
    return int(any(q.entry.get("opens") and q.events and q.dates for q in told.predicates))


def _on_the_journey(narration: Narration, draft: Draft, mention: Mention, days: Days | None) -> Days | None:
    """A weekday told of a part is one of the days of the journey: 'from 20 to 23 March … On Friday she will meet'."""
    journey = next((d for d in reversed(narration.drafts) if d.kind == "visit" and d.status == draft.status), None)
    if days is None or mention.rule != "weekday" or draft.kind == "visit" or journey is None or journey.days is None:
        return days
    weeks = (journey.days.start - days.start).days // WEEK + ((journey.days.start - days.start).days % WEEK > 0)
    moved = days.start + timedelta(days=WEEK * weeks)
    stays = journey.days.exact and days.start == days.end and not journey.days.start <= days.start <= journey.days.end
    return Days(moved, moved, days.exact) if stays and moved <= journey.days.end else days


def _told_again(told: Told, p: Predicate, index: int) -> bool:
    """'received the Envoy, who paid her a call at the Palace': the clause tells of the same occasion."""
    if p.kind == "visit" and told.elements[index].mentions[0].rule.startswith("range"):
        return True  # 'a mission that led her to Lima from 12 to 15 May'
    inner = [q for q in told.predicates if p.index < q.index < index and q.sort == "trigger"]
    return p.kind in TWO_SIDED and any(q.kind in TWO_SIDED and not q.cue for q in inner)


def _is_about(elements: list[Element], p: Predicate, index: int) -> bool:
    """Whether a place belongs to what was talked about: 'a dialogue on the crisis in | Haiti', '| talks on | trade, the
    situation in | Sudan'; not 'talks on trade in | Lima'."""
    topics = (entry for e in elements[p.index : index] for entry in e.entries("trigger"))
    topical = elements[index].is_kind("state") and any(entry.get("topic") for entry in topics)
    subjects = (n for n in range(p.index + 1, index) if elements[n].role == "on")
    on = topical or any(not elements[n + 1].is_kind("date", "event") for n in subjects)
    return p.kind in TWO_SIDED and on


def _of_saying(told: Told, p: Predicate, index: int) -> bool:
    """'in a statement | today | said that she will meet': the day of what is said, not of what it tells of."""
    return any(index < q.index < p.index and q.sort == "say" for q in told.predicates)


def _beyond(elements: list[Element], verb: int, index: int) -> bool:
    """Whether a relative clause after a verb, or between commas before it, holds an element: 'toured a school, which
    was built | in 1994', 'The accord, which was negotiated | last year, was signed'."""
    inside = any(e.has("relative") for e in elements[:index]) and any(e.has("comma") for e in elements[index:verb])
    return inside or any(element.has("relative") for element in elements[verb + 1 : index])


def _of_adjunct(told: Told, p: Predicate, index: int) -> bool:
    """'received the Envoy | before leaving on | Thursday': what belongs to something done before or afterwards."""
    opens = next((n for n in range(p.reach, index) if told.elements[n].has("adjunct")), -1)
    later = (q for q in told.predicates if q.sort == "trigger" and q.form == "verb" and 0 <= opens < q.index)
    return p.form != "noun" and any(is_beside(told.elements, q) for q in later)


def left_behind(told: Told, p: Predicate) -> bool:
    """'结束|出席|甲峰会后乘专机回到北京': the conference was before, and elsewhere."""
    return p.settled and p.kind == "conference" and p.index > 0 and told.elements[p.index - 1].has("ending")


def lasts(draft: Draft, told: Told, p: Predicate) -> None:
    """'began (ended) a three-day visit on Monday': a day told with a length is the first or the last one."""
    around = told.elements[max(0, p.index - STRETCH_REACH + 1) : p.index] if p.settled else []
    cut = max((n + 1 for n, e in enumerate(around) if e.has("comma")), default=0)
    length, days = _length(told, p, around[cut:]), draft.days
    if draft.kind != "visit" or length < 2 or days is None or not days.exact or days.start != days.end:
        return
    before = told.elements[max(0, p.index - BOUND_REACH) : p.index]
    draft.legs = {}
    if any(e.has("ending") for e in before) or ends_then(told, p):
        draft.days = Days(days.start - timedelta(days=length - 1), days.end)
    elif draft.status == "planned" or (p.settled and p.entry.get("days")) or any(e.has("beginning") for e in before):
        draft.days = Days(days.start, days.end + timedelta(days=length - 1))


def goes_on(narration: Narration, draft: Draft, told: Told, p: Predicate) -> None:
    """'The visit will continue | until 17 December': a journey told with its first day lasts to its last one."""
    _spans(narration, draft, told, p)
    _counted(narration, draft, told, p)
    for bound, day in itertools.pairwise(told.elements[p.index :]):
        if draft.kind != "visit" or draft.days is None or not (bound.has("until") and day.is_kind("date")):
            continue
        last = narration.days(day.mentions[0], planned=True)
        if last is not None and draft.days.end < last.end <= draft.days.start + timedelta(days=LONGEST):
            draft.days = Days(draft.days.start, last.end)


def _length(told: Told, p: Predicate, ahead: Sequence[Element] = ()) -> int:
    """How many days a journey is told to take, by the noun or the words beside it (`ahead`: those before it that tell
    so too); 0 if it is not told.
    """
    beside = [*ahead, *told.elements[p.index : p.index + STRETCH_REACH]]
    lengths = [p.entry.get("days"), *(entry.get("days") for e in beside for entry in e.entries("stretch"))]
    return int(next((n for n in lengths if n), "0"))


def _counted(narration: Narration, draft: Draft, told: Told, p: Predicate) -> None:
    """'on the third day of her four-day visit': the first and the last day follow from the one being told, and what
    is told without a day was on that one."""
    near = told.elements[max(0, p.index - BOUND_REACH) : p.index + BOUND_REACH]
    counted = next((x.get("n") for e in near for x in e.entries("journeyday")), "")
    if draft.kind != "visit" or draft.status == "referenced" or not counted:
        return
    single = draft.days is not None and draft.days.start == draft.days.end
    dates = (narration.days(m, planned=False) for e in told.elements for m in e.mentions if m.kind == "date")
    current = narration.current.days if narration.current is not None else None
    known = draft.days if single else next(dates, current)
    if known is None or not known.exact or known.start != known.end:
        return
    length = _length(told, p)
    draft.told_on = known
    number = length if counted == "last" else int(counted)
    if length > 1 and number <= length:
        start = known.start - timedelta(days=number - 1)
        draft.days, draft.date_rule = Days(start, start + timedelta(days=length - 1)), "counted-days"
        if not draft.date_spans:
            draft.date_spans = ((told.elements[p.index].start, told.elements[p.index].end),)


def _spans(narration: Narration, draft: Draft, told: Told, p: Predicate) -> None:
    """'The visit, taking place from 4 to 6 May', 'concluding his visit that began on the 28th': days told beside it."""
    if draft.kind != "visit" or draft.status == "referenced" or p.form != "noun":
        return
    elements = told.elements[p.index :]
    for n, element in enumerate(elements):
        days = narration.days(element.mentions[0], planned=False) if element.is_kind("date") else None
        if days is None or not days.exact:
            continue
        if p.index <= OPENING and not p.nested and days.start < days.end and element.mentions[0] not in p.dates:
            draft.days, draft.date_rule = days, element.mentions[0].rule
            draft.date_spans = ((element.mentions[0].start, element.mentions[0].end),)
            return
        began = any(e.has("beginning") for e in elements[max(0, n - 2) : n])
        if began and draft.days is not None and days.start < draft.days.end <= days.start + timedelta(days=LONGEST):
            draft.days = Days(days.start, draft.days.end)


def ends_then(told: Told, p: Predicate) -> bool:
    """'is on a three-day visit to Chad | that ends tomorrow': the day told is the last one."""
    after = told.elements[p.index + 1 : p.index + BOUND_REACH]
    return any(e.has("ending") and e_next.is_kind("date") for e, e_next in itertools.pairwise(after))


def _in_quotation(told: Told, p: Predicate, index: int) -> bool:
    """Whether a date is told in somebody's words that the predicate is no part of."""
    parts = Quotation().parts(told.elements, told.sentence.paragraph)
    return any(a <= index < b and not a <= p.index < b for a, b in parts)


def _in_content(told: Told, p: Predicate, index: int) -> bool:
    """Whether a date is part of what somebody says after a verb: 'received the Envoy and asked that it reopen in
    2025'.
    """
    said = (q for q in told.predicates if q.sort == "say" and p.index < q.index < index)
    return any(
        any(e.has("that") for e in told.elements[q.index + 1 : index]) or q.entry.phrase.endswith("que") for q in said
    )


def _of_happening(elements: list[Element], date: Mention) -> bool:
    """Whether a date is that of something that befell: 'the October 7 attacks', 'the earthquake of May 3'."""
    at = next((n for n, element in enumerate(elements) if date in element.mentions), -1)
    if at < 0:
        return False
    before = at - 1 - sum(elements[n].role != "" for n in range(at - 1, max(at - 2, -1), -1))
    begun = elements[before].entries("begun") if before > 0 else []
    if begun and (elements[before - 1].has("comma") or begun[0].get("alone")):
        return True  # 'the Dialogue, initiated on June 11, 2020', 'the talks begun in 2020'
    near = elements[max(0, at - SINCE_REACH) : at]
    if any(e.has("since") for e in near) and not any(e.has("comma") for e in near):
        return True  # 'her first trip | since | assuming her role in April 2022'
    owned = before > 0 and any(entry.get("owned") == "spoken" for entry in elements[before].entries("trigger"))
    if owned and spoken_of(elements, before):
        return True  # 'congratulated him on his | inauguration | in January'
    return any(0 <= n < len(elements) and elements[n].has("happening") for n in (before, at + 1))


def _of_next(told: Told, p: Predicate, index: int) -> bool:
    """Whether a date after 'and' belongs to the verb that follows it: 'met the Dean and on Friday opened the fair'."""
    joined = any(e.has("and") for e in told.elements[p.reach : index])
    return joined and any(q.form == "verb" and q.sort == "trigger" and q.index > index for q in told.predicates)


def _places_said(told: Told, p: Predicate) -> set[Mention]:
    """'condemned the raid | in Chad, | and they discussed the talks': what is part of something said before."""
    said = [q.index for q in told.predicates if q.sort != "trigger" and q.index < p.index and not p.nested]
    return {m for e in told.elements[said[0] : said[-1]] for m in e.mentions} if said else set()


def locate(draft: Draft, told: Told, p: Predicate) -> None:
    """The places of a draft: its own clause's, else one that a preposition of place governs in the sentence
    at which nothing of another time took place.
    """
    if draft.kind in ("call", "letter") or left_behind(told, p):
        return
    there = [(n, m) for n, e in enumerate(told.elements) for m in e.mentions]
    about = {m for n, m in there if _is_about(told.elements, p, n)}
    mentions = [m for m in p.places if m not in about]
    if not any(m.kind in ("place", "state") for m in mentions) and draft.kind != "visit":
        content = next(
            (q.index for q in told.predicates if q.sort != "trigger" and q.index > p.index), len(told.elements)
        )
        others = {
            m
            for q in told.predicates
            if q is not p and (p.cue == "earlier" or (q.sort == "trigger" and q.cue != p.cue))
            for m in q.places
        }
        far = {m for n, m in there if _beyond(told.elements, p.index, n) and not _told_again(told, p, n)}
        far |= {m for n, m in there if _of_adjunct(told, p, n)}
        elsewhere = others | far | about | _places_discussed(told, p) | _places_said(told, p)
        mentions = [m for m in located(told.elements[:content]) if m not in elsewhere][:1]
        mentions += _beside(told.elements[:content], mentions[0]) if mentions and draft.kind == "meeting" else []
    draft.places = [place_of(m) for m in mentions if m.kind in ("state", "region", "place")]
    if not draft.places and draft.kind in IN_BUILDINGS:
        halls = [m for m in p.places if m.kind in ("org", "site") and draft.kind in HALLS]
        buildings = _building(told.elements, p) or halls
        draft.places = [
            PlaceDraft(m.country or (m.seat[0] if m.seat else None), (m.start, m.end), ((m.start, m.end),))
            for m in buildings[:1]
        ]


def _places_discussed(told: Told, p: Predicate) -> set[Mention]:
    """The places told in what is discussed before a verb: 'to discuss the war in | Chad |, and meet with refugees'."""
    before = [q for q in told.predicates if q.sort == "discuss" and q.index < p.index]
    return {m for e in told.elements[before[-1].index : p.index] for m in e.mentions} if before else set()


def _beside(elements: list[Element], place: Mention) -> list[Mention]:
    """The places listed after one at the head of a sentence: 'In Chad | and Peru |, she will meet'."""
    at = next((n for n, e in enumerate(elements) if place in e.mentions), len(elements))
    found: list[Mention] = []
    end = at + 1
    while end < len(elements) and (elements[end].is_kind(place.kind) or elements[end].has_any(("comma", "and", "det"))):
        found += elements[end].mentions
        end += 1
    closed = bool(found) and elements[end - 1].has("comma") and any(e.has("and") for e in elements[at:end])
    return found if closed and at < OPENING + 1 else []


def _building(elements: list[Element], p: Predicate) -> list[Mention]:
    """'a reçu, | au siège de l'Agence, | l'ambassadeur': the site or institution that a preposition of place leads to
    right after a verb, or at the beginning of the clause.
    """
    reach = min(len(elements), p.index + BUILDING_REACH)
    ends = (n for n in range(p.index + 1, reach) if _ends_reach(elements[n]))
    for index in (*range(p.index + 1, next(ends, reach)), *range(min(BUILDING_REACH, p.index))):
        element = elements[index]
        before = next((e for e in reversed(elements[:index]) if not (e.has("det") or e.has("adjective"))), None)
        if element.is_kind("site", "org") and before is not None and before.role == "at":
            return list(element.mentions)
    return []


def _ends_reach(element: Element) -> bool:
    return bool(element.verbs()) or element.is_party or element.has("stop") or element.has("cut")


def located(elements: list[Element]) -> list[Mention]:
    """Places of a sentence that a preposition of place governs."""
    found = []
    for index, element in enumerate(elements):
        governed = any(e.role == "at" for e in elements[max(0, index - 2) : index]) or _in_building(elements, index)
        if governed and (element.is_kind("place") or (element.is_kind("state") and elements[index - 1].role == "at")):
            found.append(element.mentions[0])
    return found


def _in_building(elements: list[Element], index: int) -> bool:
    """'at Jogoo House, | Nairobi': a town after the building that a preposition of place governs."""
    if index < 3 or not elements[index].is_kind("place") or not elements[index - 1].has("comma"):
        return False
    start = next((n for n in range(index - 2, max(-1, index - 9), -1) if elements[n].role), -1)
    between = elements[start + 1 : index - 1] if start >= 0 else []
    return elements[start].role == "at" and not any(e.has("trigger") or e.has("comma") for e in between)
