"""What one word predicates, and whether it does so as a verb or as a noun, where objects follow the verb."""

from __future__ import annotations

from dragoman.reading.clauses.arguments import ASIDE, event_of_part, place_before, possessor, spoken_of
from dragoman.reading.clauses.clock import CLOCK, clock_end
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.frames import fitting_frames, past_setting
from dragoman.reading.clauses.inversion import reporting
from dragoman.reading.clauses.predicate import Cue, Predicate, Sort
from dragoman.reading.text.items import is_bullet

# What a verb form itself says of when: 'se rendra', 'had visited'.
TENSES: dict[str, Cue] = {"future": "planned", "conditional": "planned", "pluperfect": "earlier"}
HYPHENS = ("-", "–")
SORTS: tuple[tuple[Sort, str], ...] = (
    ("trigger", "trigger"),
    ("say", "say"),
    ("discuss", "discuss"),
    ("discuss", "discussed"),
)
TELLING = tuple(category for _, category in SORTS)


def predicated(elements: list[Element], index: int) -> list[Predicate]:
    """What one word predicates: the first sort that fits; 'a discussion on' is both an occasion and a discussing."""
    found: list[Predicate] = []
    element = elements[index]
    if not element.has_any(TELLING) or event_of_part(elements, index):
        return []
    if _is_compound(elements, index):
        return []
    heads = _heads_telling(elements, index)
    nominal = _is_nominal(elements, index) or heads
    named = _is_in_name(elements, index)
    for sort, category in SORTS:
        entries = element.entries(category)
        if named:
            entries = [entry for entry in entries if sort == "trigger" and entry.get("form") == "noun"]
        if any(entry.get("owned") == "yes" for entry in entries) and possessor(elements, index) < 0:
            entries = [entry for entry in entries if entry.get("owned") != "yes"]
        if entries and sort == "trigger":
            speaks = element.has("say") and reporting(elements, index) is not None  # '…, a | conclu | le communiqué'
            other = speaks or _modifies_occasion(elements, index)
            entries = [] if other else fitting_frames(elements, index, entries, nominal)
            if entries and entries[0].get("kind") == "address" and _spoken_there(elements, index):
                continue
        if sort == "trigger" and not nominal and _speaks_to(elements, index):
            continue
        if not entries or (
            found and not (sort == "discuss" and (found[0].form == "noun" or found[0].entry.get("tells")))
        ):
            continue
        other = any(entry.get("object") != "asked" for entry in element.entries("trigger"))
        if nominal and sort != "trigger" and not found and other:
            continue  # not 'The United States | calls on | Chad to act'
        if sort == "trigger" and entries[0].get("owned") == "spoken" and spoken_of(elements, index):
            continue
        signs = sort == "trigger" and entries[0].get("kind") == "signing"
        lends = (sort == "say" or signs) and element.has("light")
        if lends and (_leads_to_occasion(elements, index) or _granted_before(elements, index)):
            continue  # 'poursuit sa visite', 'concluded her visit'
        if sort == "say" and _qualifies_occasion(elements, index):
            continue
        if sort == "say" and element.has("planned") and not element.has("upcoming") and _is_modal(elements, index):
            continue
        form = entries[0].get("form", "verb")
        cue: Cue = TENSES.get(entries[0].get("tense"), "") if sort == "trigger" else ""
        found.append(
            Predicate(
                sort,
                index,
                entries[0],
                form,
                cue=cue,
                each=element.has("each"),
                together=element.has("together"),
                light=heads,
                reach=index + 1,
            )
        )
    return found


def _is_in_name(elements: list[Element], index: int) -> bool:
    """'the Task Force to | Address | Abuse', 'at Operation Friends | Welcome': a verb with a capital beside a name,
    in a sentence that writes another verb small."""
    item = elements[index].item
    if item is None or not item.text[0].isupper() or item.text.isupper() or not 0 < index < len(elements) - 1:
        return False
    before, after = elements[index - 1], elements[index + 1]
    within = bool(before.mentions) or (before.item is not None and before.item.text[0].islower())
    beside = bool(before.mentions) or bool(after.mentions) or (after.item is not None and after.item.has("up"))
    verbs = (e for e in elements if e.item is not None and (e.verbs() or e.has("aux")))
    return within and beside and any(e.item is not None and e.item.text[0].islower() for e in verbs)


def _is_compound(elements: list[Element], index: int) -> bool:
    """'the Chad-| hosted | Conference': a participle that a hyphen joins to whoever is named before it."""
    if index < 2 or not elements[index - 2].mentions:
        return False
    hyphen = elements[index - 1]
    tight = hyphen.item is not None and hyphen.item.text in HYPHENS
    return tight and elements[index - 2].end == hyphen.start and hyphen.end == elements[index].start


def _speaks_to(elements: list[Element], index: int) -> bool:
    """'with the Minister | briefing | the Envoy on trade': a participle, and not the noun for an occasion."""
    ahead = next((e for e in elements[index + 1 : index + 3] if not e.has("det")), None)
    participle = any(e.get("mood") == "ing" and e.get("object") for e in elements[index].entries("say"))
    return participle and ahead is not None and (ahead.is_party or ahead.has("addressee"))


def _modifies_occasion(elements: list[Element], index: int) -> bool:
    """'a virtual roundtable | listening session': a noun for an engagement that only qualifies the one after it."""
    pair = elements[index : index + 2]
    return len(pair) > 1 and all(each.tells_occasion() for each in pair)


def _qualifies_occasion(elements: list[Element], index: int) -> bool:
    """'held a | brief | discussion': between an article and a noun for an engagement a word is no verb."""
    around = elements[max(0, index - 1) : index + 2]
    noun = len(around) > 2 and around[2].tells_occasion()
    return (
        noun
        and around[0].has_any(("det", "one"))
        and not around[0].role
        and around[1].entries("say")[0].get("mood") != "ing"
    )


def _leads_to_occasion(elements: list[Element], index: int) -> bool:
    """Whether a noun for an engagement follows a verb, an article, a date or adverbs between."""
    passed = ("det", "adjective", "comma", "aux", "also")
    start = past_setting(elements, index + 1)
    if start < len(elements) and elements[start].has("comma"):  # 'a accordé, | lundi à Lima, | une audience'
        closing = range(start + 1, min(len(elements), start + ASIDE))
        start = next((n + 1 for n in closing if elements[n].has("comma")), start)
    ahead = next((e for e in elements[start : start + 6] if not (e.has_any(passed) or e.is_kind("date"))), None)
    return ahead is not None and ahead.tells_occasion()


def _granted_before(elements: list[Element], index: int) -> bool:
    """'l'audience que le ministre a | accordée à': whether the noun for an engagement is told before 'que'."""
    clause = range(index - 1, max(0, index - ASIDE), -1)
    opening = next((n for n in clause if elements[n].has("cut") or elements[n].has("stop")), 0)
    return opening > 0 and elements[opening - 1].tells_occasion()


def _spoken_there(elements: list[Element], index: int) -> bool:
    """Whether a speech is one at an occasion named after it: 'delivered remarks | at the opening ceremony'."""
    at = index + 1 < len(elements) and elements[index + 1].role == "at"
    passed = ("det", "adjective", "eventmod", "groupmod", "ordinal")
    ahead = elements[index + 1 + at : index + 5]
    noun = next((e for e in ahead if e.has("occasion") or not e.has_any(passed)), None)
    told_before = noun is not None and noun.has_any(("occasion", "eventnoun", "eventweak"))
    return told_before or (noun is not None and noun.tells_occasion())


def _is_modal(elements: list[Element], index: int) -> bool:
    """'is set to | hold | talks', 'is set to | meet': a word of intent that only tells when an engagement is to be."""
    passed = ("det", "adjective", "aux", "also", "light", "each")
    ahead = next((e for e in elements[index + 1 : index + 7] if e.has("trigger") or not e.has_any(passed)), None)
    return ahead is not None and ahead.has("trigger")


def _is_nominal(elements: list[Element], index: int) -> bool:
    """Whether a word that may be verb or noun stands where a noun does: after an article, possessive or light verb."""
    if place_before(elements, index):
        return True
    for before in reversed(elements[max(0, index - 3) : index]):
        if before.has("aux"):
            continue
        if (
            before.has("det")
            or before.has("poss")
            or before.has("light")
            or before.has("adjective")
            or (before.has("each") and not before.has("trigger"))
            or before.has("nest")
        ):
            return True
        if before.role in ("at", "of", "by", "for", "into", "from", "on", "with"):
            return True
        if not (
            before.has("low")
            or before.has("eventmod")
            or before.has("groupmod")
            or before.is_kind("state", "date", "region")
        ):
            return before.mentions != () and before.mentions[0].rule == "body"
    return False


def _heads_telling(elements: list[Element], index: int) -> bool:
    """'Vendredi, | visite, à Lima, de l'Institut': a noun that opens a clause without a verb."""
    opens = index == 0 or elements[index - 1].has("semicolon") or elements[index - 1].has("discuss")
    dated = index > 1 and elements[index - 1].has("comma") and elements[index - 2].is_kind("date", "place")
    opens = opens or _opens_entry(elements, index)
    if not (opens or dated or _is_listed(elements, index)) or index + 1 >= len(elements):
        return False
    leads = elements[index + 1].role in ("of", "at", "with") or elements[index + 1].has("comma")
    return elements[index].tells_occasion() and leads


def _opens_entry(elements: list[Element], index: int) -> bool:
    """'- | Rencontre avec A', '15 h 30 : | Entretien avec B': nothing before it but a mark or the time of day."""
    marks = elements[clock_end(elements) : index] if 0 < index <= CLOCK else [elements[index]]
    return all(e.item is not None and (is_bullet(e.item) or e.has("colon")) for e in marks)


def _is_listed(elements: list[Element], index: int) -> bool:
    """'Étape péruvienne : | entretien avec A, | visite du musée': what was done, told by nouns after a colon."""
    parted = elements[index - 1].has_any(("colon", "comma", "and")) if index else False
    colon = next((n for n in range(index - 1, 0, -1) if elements[n].has("colon")), 0) if parted else 0
    return colon > 0 and colon + 1 < len(elements) and elements[colon + 1].tells_occasion()
