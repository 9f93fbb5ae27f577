"""Which say-words of a sentence are sayings of its own, and not nouns, adjectives or parts of what somebody says.

A say-word stands as a finite verb ('The Minister stressed'), as a participle of the clause before it ('…, stressing'),
as an infinitive of purpose ('met to discuss'), as a passive ('it was agreed to') or with its content before it ('X was
discussed'; '…, he added, …'). The lexicon gives the mood of its forms: `base`, `ing` or `present` (many of these
are nouns too), else finite; `needs` is a category that must follow ('shared | their concern').
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import (
    before,
    clause_head,
    clause_start,
    is_joined,
    joins,
    only_circumstances,
    relative_start,
    subject_start,
)
from dragoman.reading.clauses.predicate import Predicate
from dragoman.reading.clauses.quotes import closes_quotation

How = Literal["", "finite", "participle", "infinitive", "passive", "left", "aside"]
SPOKEN = ("meeting", "call", "conference", "visit")  # that which is done there is what they talk of
SHORT_SUBJECT = 5  # words of a subject that names no party known
NAMED_REACH = 5  # elements in which a noun for an instrument stands before what describes it


@dataclass(slots=True)
class Utterance:
    """A saying that stands. `first` is the element where its clause begins, joints and subject included; `host` the
    predicate before it in the main clause, whose subject it shares unless it has its `own`.
    """

    predicate: Predicate
    how: How
    first: int
    host: Predicate | None
    own: bool

    @property
    def index(self) -> int:
        """The element of the say-word."""
        return self.predicate.index


def utterances(elements: list[Element], predicates: list[Predicate]) -> list[Utterance]:
    """The sayings of a sentence that stand, in order."""
    found: list[Utterance] = []
    opened = False
    host: Predicate | None = None
    for p in predicates:
        if p.sort == "trigger":
            if not opened or (p.form == "verb" and is_joined(elements, p)):
                opened, host = False, p
            continue
        if _describes_signed(elements, p, predicates):
            continue
        if opened and found[-1].predicate.entry.get("weak") and _both_say(elements, p):
            found.pop()
            opened = False
        if (
            opened and (teller := _told_to_have(elements, p, found[-1])) is not None
        ):  # 'a dit | avoir évoqué | la pêche'
            found[-1] = teller
            host = p
            continue
        how: How = "" if _is_denied(elements, p) or _in_a_title(elements, p.index) else _how(elements, p, host, opened)
        if how == "finite" and not _fits(elements, p):
            continue
        if how == "aside" and not any(e.has("quote") for e in elements[: p.index]):
            found = [u for u in found if not _is_reported(u)]
        if how:
            related = relative_start(elements, p)
            first = related if related >= 0 and opened else clause_start(elements, p)
            found.append(Utterance(p, how, first, host, _has_own_subject(elements, p)))
            quoted = p.reports and any(closes_quotation(elements, n) for n in range(max(0, p.index - 4), p.index))
            source = how == "aside" and p.reports and p.pronoun == "it"  # '…, indique le communiqué, …'
            ends = how == "aside" and (_names_quoted(elements, p) or _tells_more(elements, p))
            opened = how != "left" and not (quoted or source or ends)
            host = p
    return found


def _describes_signed(elements: list[Element], p: Predicate, predicates: list[Predicate]) -> bool:
    """'Accords | aimed at | closer ties will be signed': what an instrument is for is part of its name."""
    if p.sort != "discuss" or p.subject or p.pronoun:
        return False
    noun = p.index - 1
    while noun > max(0, p.index - NAMED_REACH) and not elements[noun].has("signed_noun"):
        if elements[noun].verbs() or elements[noun].mentions or elements[noun].has_any(("comma", "cut", "aux")):
            return False
        noun -= 1
    if noun < 0 or not elements[noun].has("signed_noun"):
        return False
    signed = [q for q in predicates if q.kind == "signing" and q.sort == "trigger"]
    return any((q.form == "passive" and q.index > p.index) or 0 < noun - q.index < NAMED_REACH for q in signed)


def _told_to_have(elements: list[Element], p: Predicate, last: Utterance) -> Utterance | None:
    """'a confié | avoir évoqué | la pêche', 'a indiqué que | les discussions | avaient porté sur | la pêche': what
    somebody says that she discussed, or that the talks were about, was discussed, and no saying.
    """
    between = elements[last.index + 1 : p.index]
    past = bool(between) and between[0].has("compound") and all(e.has("aux") or e.has("also") for e in between)
    past = past or (bool(last.predicate.entry.get("weak")) and _of_the_talks(between))
    if p.sort != "discuss" or not past or last.how != "finite" or last.predicate.sort != "say":
        return None
    p.subject, p.pronoun, p.gender = last.predicate.subject, last.predicate.pronoun, last.predicate.gender
    return Utterance(p, "finite", last.first, last.host, own=last.own)


def _of_the_talks(between: list[Element]) -> bool:
    """'que | les discussions | avaient', 'qu'ils | ont': whether the talks or those who talk are a clause's subject."""
    told = [e for e in between if not (e.has("det") or e.has("cut"))]
    subject = told[0] if told else None
    if subject is None:
        return False
    talks = subject.tells_occasion(*SPOKEN)
    rest = all(e.has_any(("aux", "also", "finite", "earlier", "adjective")) for e in told[1:])
    return (talks or subject.has("talk") or subject.pronoun == "they") and rest


def _in_a_title(elements: list[Element], index: int) -> bool:
    """'Ana Quispe, | Registered | Nurse', 'The Fund | Reaffirms | Its Support': a word in capitals is no verb of a
    sentence, unless it opens one.
    """
    before = elements[index - 1] if index else None
    opens = before is None or before.has_any(("quote", "colon", "dash", "stop", "num", "punct"))
    return elements[index].has("up") and not opens


def _how(elements: list[Element], p: Predicate, host: Predicate | None, opened: bool) -> How:
    if p.reports:
        return "aside"
    if p.form == "passive":
        return "left" if not opened or _joined_further_left(elements, host, p) else ""
    if p.entry.get("subject") == "within":
        return "" if opened and not (p.sort == "discuss" and is_joined(elements, p)) else "finite"
    if p.entry.get("greets") and _greets(elements, p.index + 1):
        return ""
    index, passive = before(elements, p.index)
    mood = p.entry.get("mood")
    if passive and index >= 0 and elements[index].has("modal"):  # 'Le texte doit encore être approuvé'
        return ""
    if passive and not mood and p.entry.get("side") != "right":
        return _passive(elements, p, host, opened)
    if index < 0:
        bare = p.entry.get("participle") and not any(e.has("aux") for e in elements[: p.index])  # 'Appelée à …, elle'
        return "finite" if mood not in ("base", "present") and not bare else ""
    previous = elements[index]
    if p.sort == "discuss" and p.entry.get("finite") and previous.has("det") and not previous.has("clitic"):
        return "" if opened else "finite"  # 'un | échange sur | la pêche': the noun of the same form
    if p.entry.get("participle") and not (
        previous.has("and") or any(e.has("aux") for e in elements[index + 1 : p.index])
    ):
        return ""
    if (
        p.entry.get("needs")
        and joins(previous)
        and not (
            p.index + 1 < len(elements)
            and (elements[p.index + 1].has(p.entry.get("needs")) or elements[p.index + 1].has("posspron"))
        )
    ):
        return ""
    closing = next((n for n in (index, index - 1) if n >= 0 and closes_quotation(elements, n)), -1)
    if (
        closing >= 0
        and (closing == index or previous.has("comma"))
        and mood != "ing"
        and not _is_within_subject(elements, closing, p)
    ):
        return "aside"
    if mood == "ing":
        beside = (
            previous.has("comma") and index > 0 and elements[index - 1].is_party
        )  # 'The Envoy, | commending A, said'
        aside = host is not None or index < 2 or previous.has("gerund") or beside
        if opened and host is not None and _goes_on_listing(elements, host, index):
            return ""
        listed = host is not None and host.entry.get("mood") == "ing"
        of_talks = p.sort == "discuss" and previous.tells_occasion()
        fits = of_talks or _participial(elements, index, opened, listed)  # 'une séance de travail | portant sur'
        return "participle" if aside and fits else ""
    if mood == "base" and previous.has("adjunct") and previous.has("infinitive"):
        return "finite"  # '…, avant de souligner'
    if mood == "base" and previous.has("coming"):
        return "finite" if _who_came(elements, p, index) else ""
    if (mood == "base" and (previous.role == "to" or previous.has("infinitive"))) or (
        not mood and previous.role in ("to", "for") and host is not None and host.sort == "trigger"
    ):
        named = p.sort == "say" and p.entry.get("weak") and mood == "base"  # 'pour | lancer | le chantier' says nothing
        return "infinitive" if p.entry.get("subject") != "own" and not named and _of_purpose(p, host, opened) else ""
    again = mood == "base" and opened and previous.has("planned") and index > 0 and elements[index - 1].has("and")
    if again and host is not None and host.entry.get("mood") == "base":
        return "infinitive"  # 'will highlight its work and will | announce | a fund'
    if mood == "base" and (previous.has("planned") or previous.has("modal")):
        return "" if opened or p.entry.get("keep") or p.entry.get("subject") == "own" else "finite"
    past = previous.has("infinitive") and any(e.has("compound") for e in elements[index + 1 : p.index])
    if past and index == 0 and previous.role == "into":  # 'Après avoir évoqué la pêche, ils …'
        return "finite"
    if joins(previous):
        if p.entry.get("subject") == "own":
            return "finite" if not opened and _resumes(elements, index) else ""
        if opened and previous.has("comma") and _goes_on(elements, host, index):
            return ""
        if mood in ("base", "present"):
            aim = mood == "base" and p.sort == "discuss" and host is not None and _is_to_come(host)
            return "infinitive" if aim or (host is not None and host.entry.get("mood") == mood) else ""
        return "" if _reduced(elements, p) else "finite"
    counted = previous.has("nth") and index > 0 and elements[index - 1].has("det")  # 'la première | s'est dite …'
    known = previous.is_party or previous.pronoun or previous.has("distributive") or counted
    if known and not _is_governed(elements, index):
        if mood == "base" and opened and previous.is_party and len(p.subject) < 2:
            return ""
        if _aside(elements, p):
            return "aside"
        return "finite" if not opened or is_joined(elements, p) or relative_start(elements, p) >= 0 else ""
    another = previous.has("nth") and index > 1 and elements[index - 1].has("det") and joins(elements[index - 2])
    return "finite" if another or (not opened and _after_noun(elements, p, index)) else ""


def _is_to_come(host: Predicate) -> bool:
    """'will attend the Forum and | discuss', 'flew to Lima to attend the Forum and | discuss'."""
    return host.sort == "trigger" and host.form == "verb" and (host.infinitive or host.cue == "planned")


def _who_came(elements: list[Element], p: Predicate, coming: int) -> bool:
    """'l'ambassadeur, | venu | présenter le projet': whether it is told who came to say so; they are the subject."""
    who = coming - 1
    while who > 0 and elements[who].has_any(("aux", "also", "comma")):
        who -= 1
    p.subject = [m for m in elements[who].mentions if m.kind in ("person", "group")]
    p.pronoun = p.pronoun if not p.subject and elements[who].pronoun else ""
    return bool(p.subject or p.pronoun)


def _fits(elements: list[Element], p: Predicate) -> bool:
    """Whether a verb that does not always tell of speech does so here: 'a lancé que', not 'a lancé un projet'; 'la
    Norvège soutient le Pérou', not 'le projet soutient la pêche'.
    """
    if p.entry.get("quoting") and p.entry.get("ends") != "that":
        ahead = elements[p.index + 1 : p.index + 4]
        return any(e.has("that") or e.has("quote") or e.has("colon") for e in ahead)
    return p.entry.get("subject") != "party" or bool(p.subject) or bool(p.pronoun)


def _is_denied(elements: list[Element], p: Predicate) -> bool:
    """'n'a pas souhaité répondre' says nothing, 'n'a pas manqué de souligner' does."""
    group = elements[before(elements, p.index)[0] + 1 : p.index]
    return any(e.has("negated") for e in group) and not any(e.has("affirmed") for e in group)


def _is_reported(utterance: Utterance) -> bool:
    """'Chad | will continue to | fund it, she said': what a state or an institution does is what she says."""
    p = utterance.predicate
    people = [m for m in p.subject if m.kind in ("person", "group")]
    return utterance.how == "finite" and p.sort == "say" and bool(p.subject) and not people and not p.pronoun


def _names_quoted(elements: list[Element], p: Predicate) -> bool:
    """'“…,” the Minister | told | the guests, as he promised that …': a clause after a quotation that it does not go
    on in.
    """
    head = clause_head(elements, p)
    closing = next((n for n in (head - 1, p.index - 1, head - 2) if n > 0 and closes_quotation(elements, n)), -1)
    return closing > 0 and not any(e.has("quote") for e in elements[p.index :])


def _tells_more(elements: list[Element], p: Predicate) -> bool:
    """'La pêche recule, a dit | le ministre, qui | a rappelé …': a relative clause on whoever said it."""
    speaker = next(
        (n for n in range(p.index + 1, len(elements)) if p.subject and p.subject[0] in elements[n].mentions), 0
    )
    after = elements[speaker + 1 : speaker + 3] if p.reports and speaker else []
    return len(after) == 2 and after[0].has("comma") and after[1].has("subject_relative")


def _resumes(elements: list[Element], comma: int) -> bool:
    """'The talks, aimed at trade, | focused on peat': after an aside the clause of a noun of talking goes on."""
    first = next((n for n in range(comma) if elements[n].has("comma")), comma)
    if not 0 < first < comma or not elements[comma].has("comma"):
        return False
    noun = elements[first - 1].has("talk") or any(
        e.get("form") == "noun" for e in elements[first - 1].entries("trigger")
    )
    return noun and not any(e.has("finite") or e.role for e in elements[:first])


def _goes_on(elements: list[Element], host: Predicate | None, comma: int) -> bool:
    """'said | that, in spite of prices, Chad, as a neighbour, | is committed to': after an aside a clause goes on."""
    if host is None or not host.entry.get("weak") or not elements[host.index + 1].has("demonstrative"):
        return False
    return any(elements[n].has("comma") for n in range(host.index + 2, comma))


def _is_within_subject(elements: list[Element], closing: int, p: Predicate) -> bool:
    """'M. Quispe, for whom "trade is peace", welcomed …': the quotation stands after the subject and is not what is
    said.
    """
    opening = next((n for n in range(closing - 1, -1, -1) if elements[n].has("quote")), 0)
    return bool(p.subject) and any(p.subject[-1] in e.mentions for e in elements[:opening])


def _greets(elements: list[Element], index: int) -> bool:
    """'welcomed | the Minister | to the Palace': somebody, not something of his."""
    if index < len(elements) and elements[index].role == "to":  # 'welcomed | to his office | the Envoy'
        return True
    while (
        index < len(elements)
        and (elements[index].has("det") or elements[index].has("hon"))
        and not elements[index].has("cut")
    ):
        index += 1
    following = elements[index + 1] if index + 1 < len(elements) else None
    met = index < len(elements) and elements[index].is_kind("person", "group")
    return met and not (following and (following.has("poss") or following.role == "for"))


def _is_governed(elements: list[Element], index: int) -> bool:
    """'Trade between the two countries supports': a preposition governs what stands before the verb."""
    start = subject_start(elements, index)
    return elements[index].item is not None and start > 0 and elements[start - 1].role in ("between", "of", "with")


def _passive(elements: list[Element], p: Predicate, host: Predicate | None, opened: bool) -> How:
    if p.entry.get("received") and p.subject and p.subject[0].kind in ("person", "group") and _leads_on(elements, p):
        return "passive"
    if p.entry.get("object") or p.entry.get("attitude"):  # 'a team will be formed'
        return ""
    if p.pronoun == "it":
        return "passive"
    if p.entry.get("act") == "pledged":  # 'prizes were announced': by whom is not told
        return ""
    return "left" if not opened or _joined_further_left(elements, host, p) else ""


def _leads_on(elements: list[Element], p: Predicate) -> bool:
    """'was told | that', 'was urged | to', 'was assured | of': whether a content follows."""
    following = elements[p.index + 1] if p.index + 1 < len(elements) else None
    return following is not None and (following.has("cut") or following.role in ("to", "of", "for"))


def _both_say(elements: list[Element], p: Predicate) -> bool:
    """'The Ministry said that both sides agreed': what both did outweighs who tells of it."""
    index, passive = before(elements, p.index)
    they = index >= 0 and elements[index].pronoun == "they" and not passive and p.entry.get("mood") != "base"
    return they or p.form == "passive"


def _has_own_subject(elements: list[Element], p: Predicate) -> bool:
    if p.entry.get("who"):  # 'Au terme de la rencontre, | il a été convenu de'
        return True
    index, _ = before(elements, p.index)
    if index > 0 and elements[index].has("comma") and p.subject and p.governor is None:
        return p.subject[-1] in elements[index - 1].mentions  # 'Ana Quispe, the Minister, noted'
    return index < 0 or not (joins(elements[index]) or elements[index].role or elements[index].has("quote"))


def _joined_further_left(elements: list[Element], host: Predicate | None, p: Predicate) -> bool:
    """Whether a passive clause is joined to the saying before it: 'reviewed A, and B was also discussed'."""
    start = host.index if host else 0
    return any(
        elements[n].has("semicolon") or (elements[n].has("and") and elements[n - 1].has("comma"))
        for n in range(start + 1, p.index)
    )


def _goes_on_listing(elements: list[Element], host: Predicate, joint: int) -> bool:
    """'focused on | deepening ties | and | exploring markets': the second of two activities that are discussed."""
    first = next((e for e in elements[host.reach : joint] if not (e.has("aux") or e.has("also"))), None)
    activities = first is not None and first.has("action") and elements[joint + 1].has("action")
    return host.sort == "discuss" and elements[joint].has("and") and activities


def _participial(elements: list[Element], index: int, opened: bool, listed: bool) -> bool:
    """Whether a participle may follow: after a comma, a joint or 'by', or after a subject that 'with' brings in, or if
    `listed` 'and' ('…, A stressing peace | and | B proposing talks').
    """
    previous = elements[index]
    if (
        (joins(previous) and not previous.has("semicolon"))
        or previous.has("cut")
        or previous.has("gerund")
        or (previous.role == "by" and not opened)
    ):
        return True
    if not (previous.is_party or previous.pronoun or previous.has("talk")):
        return False
    start = index if previous.has("talk") else subject_start(elements, index)
    joint = start > 0 and (elements[start - 1].has("comma") or (listed and elements[start - 1].has("and")))
    return joint or (start > 0 and elements[start - 1].role == "with")


def _reduced(elements: list[Element], p: Predicate) -> bool:
    """', supported by the Ministry': a participle of what stands before it."""
    return p.index + 1 < len(elements) and elements[p.index + 1].role == "by"


def _of_purpose(p: Predicate, host: Predicate | None, opened: bool) -> bool:
    """Whether an infinitive tells why they met ('met to discuss'), and not what somebody promises or asks for, or what
    an accord is for ('signed it to | strengthen ties').
    """
    if p.entry.get("keep") and not _met_for_it(host, opened):
        return False
    if host is None or opened:
        if host is None:
            return any(m.kind != "group" for m in p.subject)
        return host.entry.get("mood") == "base" or host.sort == p.sort == "discuss"
    return host.sort == "trigger"


def _met_for_it(host: Predicate | None, opened: bool) -> bool:
    """Whether what is to be done follows a verb of meeting or talking: not 'the Act helps to | strengthen …', nor 'this
    visit aims to | strengthen …'.
    """
    if host is None:
        return False
    if host.sort == "trigger":
        return host.kind in SPOKEN and (host.form != "noun" or host.light)
    return not (host.sort == "say" and opened)


def _after_noun(elements: list[Element], p: Predicate, index: int) -> bool:
    """Whether a finite verb may follow a word that is no party: 'Officials noted', 'The talks focused on'."""
    previous = elements[index]
    if previous.has_any(("det", "poss", "adjective", "modal", "hypothetical", "light", "planned")) or previous.role:
        return False
    if previous.has("cut"):
        return bool(p.subject) or bool(p.pronoun)
    its_own = p.governor is None or not p.governor.reports  # 'L'entretien, lit-on, | a porté sur'
    if p.entry.get("mood") in ("base", "present") or _reduced(elements, p) or (its_own and p.pronoun == "it"):
        return False
    opening = next((n + 1 for n in range(index, -1, -1) if joins(elements[n]) or elements[n].has("cut")), 0)
    nested = opening > 0 and elements[opening - 1].has("cut")
    if opening > 1 and elements[opening - 1].has("comma") and elements[opening].has("det"):
        nested = nested or elements[opening - 2].is_party  # 'The fund, a scheme | proposed | in Lima, helps'
    return previous.has("trigger") or (index + 1 - opening <= SHORT_SUBJECT and not nested)


def _aside(elements: list[Element], p: Predicate) -> bool:
    """Whether a saying stands between commas or at the end, about what is around it: '…, he added, …'."""
    after = p.index + 1
    if p.sort == "discuss":
        return False
    head = clause_head(elements, p)
    if head > 0 and closes_quotation(elements, head - 1):
        return True
    quotes = len(elements) > after + 1 and elements[after].has("comma") and elements[after + 1].has("quote")
    if quotes and not any(e.has("quote") for e in elements[: p.index]):  # 'Stating that wood is dear, she said, "…"'
        return False
    start = clause_start(elements, p)
    listener = bool(p.entry.get("object"))
    apart = 0 < head <= p.index and elements[head - 1].has("comma") and _tells(elements, head - 1)
    if apart and after < len(elements) and only_circumstances(elements, after, listener):
        return True
    if listener:
        return False
    closes = after >= len(elements) or elements[after].has("comma") or elements[after].has("stop")
    return (
        closes
        and start > 0
        and any(elements[n].has("comma") or elements[n].has("quote") for n in range(start, p.index))
    )


def _tells(elements: list[Element], end: int) -> bool:
    """Whether a clause of its own stands before an element, and no opening adverbial."""
    opens = elements[0]
    if opens.pronoun == "it":  # 'Il s'agit de former des plongeurs, a dit la ministre'
        return True
    light = opens.role or opens.is_kind("date") or opens.has_any(("nest", "adjunct", "cut", "opener", "also"))
    verbs = ("modal", "planned", "be", "aux", "finite")
    return not light and any(e.has_any(verbs) for e in elements[1:end])
