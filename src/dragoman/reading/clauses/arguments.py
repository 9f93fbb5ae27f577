"""Arguments that do not stand where a plain clause has them: clitics, relatives, participles, gerunds, subjects on
the right.
"""

from __future__ import annotations

from dragoman.languages.lexicon import UNKNOWN, Entry
from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention

INSTRUMENT_REACH = 14  # elements between an instrument and the participle that tells more of it
OWNED_REACH = 6  # elements between who holds an event and its name
REACH = 14  # elements that an argument may stand away from its trigger
ASIDE = 8  # elements of an adverbial between commas
EVENT_WORDS = 3  # words of an event's name up to its noun
WAY_TO_TALKS = ("det", "aux", "also")  # what stands, with a preposition, before the noun of an occasion attended


def is_clitic(elements: list[Element], index: int, verb: int) -> bool:
    """Whether an article before a verb is its object: 'l'a reçu', 'doit le recevoir'."""
    return elements[index].has("clitic") and all(e.has("aux") or e.has("also") for e in elements[index + 1 : verb])


def is_passive(elements: list[Element], index: int) -> bool:
    """Whether a participle stands after an auxiliary of the passive ('a été reçu'), adverbs between."""
    for before in reversed(elements[max(0, index - 3) : index]):
        if before.has("passive"):
            return True
        if not (before.has("aux") or before.has("also") or before.is_kind("date")):
            return False
    return False


def is_active(elements: list[Element], index: int) -> bool:
    """Whether a participle stands after an auxiliary of the active voice ('ont paraphé', 's'est réuni')."""
    return index > 0 and elements[index - 1].has("active")


def after_instrument(elements: list[Element], index: int) -> bool:
    """'l'accord entre A et B, | signé à Lima en 2021': a participle that tells more of an instrument."""
    for before in reversed(elements[max(0, index - INSTRUMENT_REACH) : index]):
        if before.has("signed_noun"):
            return True
        auxiliary = before.has_any(("aux", "be", "finite", "passive")) and not before.has("det")
        verbal = before.verbs() or auxiliary
        if before.is_kind("person") or verbal or before.has_any(("cut", "stop")):
            return False
    return False


def relative_object(elements: list[Element], subject: int) -> list[Mention]:
    """'la directrice, qu'elle a rencontrée': what the relative clause is about is its verb's object."""
    if subject <= 1 or not elements[subject - 1].has("whom"):
        return []
    before = subject - 3 if elements[subject - 2].has("comma") else subject - 2
    return list(elements[before].mentions) if before >= 0 and elements[before].is_party else []


def fronted_partner(elements: list[Element], subject: int) -> list[Mention]:
    """'Avec l'Envoyé, elle a évoqué …': the partner who is named before the subject, at the clause's beginning."""
    first = next((n + 1 for n in range(subject - 1, -1, -1) if elements[n].has("semicolon")), 0)
    if elements[first].role != "with" or not elements[subject - 1].has("comma"):
        return []
    return [m for e in elements[first + 1 : subject] for m in e.mentions if m.is_party]


def antecedent(elements: list[Element], index: int, entry: Entry) -> list[Mention]:
    """What a participle with no auxiliary belongs to: 'le ministre, arrivé à Lima', 'la conférence réunie à Lima'."""
    before = index - 1
    if entry.get("form") == "noun":  # 'une mission de l'UNESCO, en visite au Niger'
        if before < 0 or not any(not e.get("more") for e in elements[before].entries("gerund")):
            return []  # 'met the Dean | in addition to | talks with the Mayor'
        before -= 1
    while before >= 0 and (elements[before].has("also") or elements[before].is_kind("date")):
        before -= 1
    if before > 0 and elements[before].has("comma"):
        before -= 1
    if (
        not (entry.get("participle") or entry.get("form") == "noun")
        or before < 0
        or not (elements[before].is_party or elements[before].is_kind("event"))
    ):
        return []
    return list(elements[before].mentions)


def comes_to(elements: list[Element], index: int, entry: Entry) -> list[Mention]:
    """'l'ambassadrice, Ana Quispe, venue | prononcer une conférence': who came to do what an infinitive tells."""
    before = index - 1
    while before > 0 and (elements[before].has("aux") or elements[before].has("also")):
        before -= 1
    if entry.get("mood") != "base" or before < 1 or not elements[before].has("coming"):
        return []
    before -= 2 if elements[before - 1].has("comma") else 1
    return list(elements[before].mentions) if before >= 0 and elements[before].is_party else []


def cleft_place(elements: list[Element], index: int) -> list[Mention]:
    """'C'est | au | Pérou | que | la ministre s'est rendue': the place that is put before the clause."""
    first = max(1, index - ASIDE)
    for at in range(first, index - 1):
        if elements[at].is_kind("place", "state") and elements[at - 1].role == "at" and elements[at + 1].has("that"):
            return list(elements[at].mentions)
    return []


def latter(elements: list[Element], index: int) -> list[Mention]:
    """'at the start of the latter's visit': whoever was named last."""
    return next((list(e.mentions) for e in reversed(elements[:index]) if e.is_kind("person")), [])


def both_told(elements: list[Element], last: int) -> list[Mention]:
    """'A | et | B, | qui la coprésidaient': all that a relative clause after a comma is told of."""
    found = list(elements[last].mentions)
    before = next((n for n in range(last - 1, -1, -1) if not (elements[n].has("det") or elements[n].has("hon"))), -1)
    if before > 0 and elements[before].has("and") and elements[before - 1].is_kind("person"):
        return [*elements[before - 1].mentions, *found]
    return found


def attending_talks(elements: list[Element], index: int) -> list[Entry]:
    """The entries of a verb of attending whose occasion is the one being told: 'ont assisté à | l'entretien', 'à
    laquelle | ont assisté', 'y assistaient'; none if it is an event or another occasion.
    """
    entries = [entry for entry in elements[index].entries("trigger") if entry.get("joins") == "talks"]
    if not entries:
        return []
    before = index - 1
    while entries and before >= 0 and (elements[before].has("aux") or elements[before].has("also")):
        if elements[before].has("there"):
            return entries
        before -= 1
    if before >= 0 and elements[before].has("whom") and elements[before].has("cut"):
        return entries
    after = index + 1
    while entries and after < len(elements) and (elements[after].role or elements[after].has_any(WAY_TO_TALKS)):
        after += 1
    ahead = elements[after : after + 2]
    talks = bool(ahead) and ahead[0].tells_occasion()
    return entries if talks and not (ahead[1:] and (ahead[1].role == "of" or ahead[1].has("eventmod"))) else []


def event_of_part(elements: list[Element], index: int) -> int:
    """'a présidé | la cérémonie d'ouverture | du | Forum': the event of whose opening or closing a word tells; 0 if it
    tells of none."""
    if not elements[index].has("event_part") or index + 2 >= len(elements) or elements[index + 1].role != "of":
        return 0
    ahead = next((n for n in range(index + 2, len(elements)) if not elements[n].has("det")), index)
    return ahead if elements[ahead].is_kind("event") else 0


def opens_clause(elements: list[Element], index: int) -> bool:
    """Whether a party is the subject of the finite auxiliary after it: '…, le ministre, Ana Quispe, | a rencontré'."""
    after = index + 1
    while after < len(elements) and elements[after].has_any(("comma", "clitic", "negated")):
        after += 1
    return after < len(elements) and (
        elements[after].has("finite") or any(entry.get("finite") for entry in elements[after].verbs())
    )


def leads_infinitive(elements: list[Element], index: int, entry: Entry) -> bool:
    """Whether a verb is an infinitive that something before it governs: 'travelled to attend', 'invité à se rendre'."""
    before = index - 1
    while before > 0 and entry.get("mood") == "base" and (elements[before].has("aux") or elements[before].has("also")):
        before -= 1
    if (
        before > 0
        and elements[before - 1].role == "to"
        and (elements[before].has("aux") or elements[before].has("low"))
    ):
        before -= 1  # 'urged mayors to immediately | convene'
    if entry.get("participle"):  # 'remercie la Norvège d'avoir accueilli'
        while before > 0 and elements[before].has_any(("aux", "also", "compound", "passive")):
            before -= 1
        past = any(e.has("compound") for e in elements[before + 1 : index])
        return past and elements[before].has("infinitive")
    governed = elements[before].has("infinitive") or any(e.get("ends") == "of" for e in elements[before].entries("say"))
    return elements[before].role == "to" or (entry.get("mood") == "base" and governed)  # 'a souhaité de | recevoir'


def does(elements: list[Element], index: int) -> bool:
    """'will meet the Envoy | before | flying to Lima': whether a preposition leads to what else somebody does, by a
    gerund, known or not."""
    if not (elements[index].has("adjunct") and elements[index].role and index + 1 < len(elements)):
        return False
    after = elements[index + 1]
    unknown = after.item is not None and bool(after.item.categories) and after.item.categories <= UNKNOWN
    return unknown or any(entry.get("mood") == "ing" for entry in after.verbs())


def is_parenthetical(elements: list[Element], index: int) -> int:
    """The comma that opens an adverbial between commas which ends at `index`; 0 if none does: 'a, pour sa part,
    demandé'.
    """
    first = index - 1
    while first > max(0, index - ASIDE) and not (elements[first].has("comma") or elements[first].verbs()):
        first -= 1
    return (
        first
        if elements[index].has("comma")
        and 0 < first < index - 1
        and elements[first].has("comma")
        and elements[first - 1].has("aux")
        else 0
    )


def spoken_to(elements: list[Element]) -> list[Mention]:
    """'The Minister has told | Ambassador A | that …': those named to whom somebody speaks."""
    said = next((n for n, e in enumerate(elements) if e.has("say")), len(elements))
    heard = next((e for e in elements[said + 1 :] if not (e.has("det") or e.has("hon"))), None)
    return [m for m in heard.mentions if m.kind == "person" and m.name] if heard is not None else []


def owned_event(elements: list[Element], owner: int) -> int:
    """The event that belongs to the party before it, 0 if none does: 'the Council | 's | annual | Forum'."""
    if owner + 1 >= len(elements) or not elements[owner + 1].has("poss"):
        return 0
    ahead = range(owner + 2, min(len(elements), owner + OWNED_REACH))
    event = next((n for n in ahead if elements[n].is_kind("event")), 0)
    light = not any(elements[n].mentions or elements[n].role or elements[n].verbs() for n in ahead if n < event)
    return event if light else 0


def stands_for_somebody(elements: list[Element], index: int) -> bool:
    """'called on | her | in Lima', 'told | him | that': an object pronoun, and not 'her' of 'her colleague'."""
    after = elements[index + 1] if index + 1 < len(elements) else None
    closes = after is None or bool(after.role) or after.is_kind("date")
    closes = closes or (after is not None and after.has_any(("stop", "comma", "cut", "and", "nest", "about")))
    return elements[index].has("addressee") and (closes or not elements[index].has("posspron"))


def dates_what_follows(elements: list[Element], index: int) -> bool:
    """'the | April 22-23 | Summit', 'the | May 2 | attack', 'the | May 2 | Lisbon visit': whether a date is that of the
    occasion named after it."""
    if index + 1 >= len(elements) or not elements[index].is_kind("date"):
        return False
    owned = elements[index - 1].has_any(("det", "poss", "upcoming"))
    noun = index + 1 + (elements[index + 1].is_kind("place") and index + 2 < len(elements))
    return dates_event(elements, index) or (owned and elements[noun].has_any(("happening", "trigger")))


def dates_event(elements: list[Element], index: int) -> bool:
    """'the | April 22-23 | Leaders Summit': whether a date with an article stands before an event, by name or noun."""
    if index < 1 or not (elements[index].is_kind("date") and elements[index - 1].has("det")):
        return False
    ahead = elements[index + 1 : index + 1 + EVENT_WORDS]
    named = next((n for n, e in enumerate(ahead) if e.is_kind("event") or (e.has("eventnoun") and e.has("up"))), -1)
    return named >= 0 and all(e.has("up") for e in ahead[:named])


def possessor(elements: list[Element], index: int) -> int:
    """'| his | recent | inauguration', 'the President | 's | travel': where an owner, or what joins one, stands before
    a noun, adjectives and dates between; −1 if nobody owns it."""
    owner = index - 1
    while owner > 0 and (elements[owner].has("adjective") or elements[owner].is_kind("date")):
        owner -= 1
    return owner if owner >= 0 and elements[owner].has_any(("poss", "posspron")) else -1


def spoken_of(elements: list[Element], index: int) -> bool:
    """'congratulated him on | his recent | inauguration', 'after the President's | inauguration': whether somebody's
    occasion is only spoken of, or tells when something was."""
    owner = possessor(elements, index)
    if owner < 0:
        return False
    before = owner - 1
    while before > 0 and (elements[before].has("det") or elements[before].is_party) and elements[owner].has("poss"):
        before -= 1
    return before >= 0 and (elements[before].role == "on" or elements[before].has("adjunct"))


def place_before(elements: list[Element], index: int) -> list[Mention]:
    """'during her | Lisbon | visit', 'the May 10 | White House | meeting': the town that stands as a modifier, after an
    article, an owner or a date, before a noun for an occasion; a state does so too ('his | China | trip')."""
    if index < 2 or not elements[index - 1].is_kind("place", "state"):
        return []
    owned = elements[index - 2].has_any(("det", "poss", "posspron")) or elements[index - 2].is_kind("date")
    return list(elements[index - 1].mentions) if owned else []
