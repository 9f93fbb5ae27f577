"""Where the content of a saying begins and ends in its sentence."""

from __future__ import annotations

from dragoman.reading.clauses.arguments import ASIDE
from dragoman.reading.clauses.elements import Element
from dragoman.reading.clauses.joints import before, only_circumstances
from dragoman.reading.clauses.quotes import closes_quotation
from dragoman.reading.clauses.standing import Utterance
from dragoman.reading.sayings.addressees import (
    ADDRESSEE_REACH,
    after_addressee,
    after_dative,
    after_listener,
    after_partner,
)
from dragoman.reading.sayings.endings import (
    before_attribution,
    does_more,
    opens_with_somebody,
    quotation_end,
    within_quotation,
)

DATELINE_REACH = 8  # elements in which the dash after a dateline stands
DASHES = ("-", "–", "—")
RUBRIC_REACH = 9  # elements of 'les dossiers en cours :'


def content(elements: list[Element], utterance: Utterance, bounds: list[int]) -> tuple[int, int]:
    """The elements of what is said: first and last (exclusive). `bounds` are where the clauses after it begin."""
    index, entry = utterance.index, utterance.predicate.entry
    if (
        utterance.how == "left"
        and entry.get("side") != "left"
        and index + 1 < len(elements)
        and elements[index + 1].has_any(("det", "colon", "light_head", "light_content"))
        and (elements[index + 1].has("colon") or _opens_or_follows_comma(elements, _verb_start(elements, index)))
    ):  # 'ont été évoqués | les moyens'
        return index + 1, next((bound for bound in bounds if bound > index), len(elements))
    ahead = elements[index + 1 : index + 3]
    if utterance.how == "left" and len(ahead) == 2 and ahead[0].has("comma") and ahead[1].has("including"):
        return index + 3, next(
            (b for b in bounds if b > index), len(elements)
        )  # 'Plusieurs sujets ont été abordés, dont'
    if utterance.how == "left":
        start, end = _left(elements, utterance), _verb_start(elements, index)
        told_of = next((n for n in range(start + 1, end) if elements[n].has("subject_relative")), end)
        return start, told_of  # 'Les crues | qui frappent le Nord | ont été évoquées'
    if utterance.how == "aside":
        start, end = _quoted_before(elements, utterance) or _around(elements, utterance)
        if start + 2 < end and elements[start].pronoun == "it" and elements[start + 1].has("infinitive"):
            start += 2  # 'Il s'agit de | former des plongeurs, a-t-il dit'
        after = next((bound for bound in bounds if bound > utterance.index), end)
        goes_on = any(e.has("say") and e.entries("say")[0].get("mood") == "ing" for e in elements[after : after + 2])
        closed = after <= utterance.index + 1 and goes_on and start == 0  # '…, she said, | adding that'
        return (0, utterance.first) if closed else (start, end)
    deed = entry.get("tense") == "future" and entry.get("act") == "pledged"  # 'La Norvège | accordera dix bourses'
    if deed and not any(e.get("ends") or e.get("attitude") for e in elements[index].entries("say")):
        return index, next((bound for bound in bounds if bound > index), len(elements))
    start = index if entry.get("keep") else after_partner(elements, _after_aside(elements, index + 1))
    if utterance.how == "passive" and start < len(elements) and elements[start].role == "by":
        start = next(
            (n for n in range(start, min(len(elements), start + ADDRESSEE_REACH)) if elements[n].has("cut")), start
        )
    end = next((bound for bound in bounds if bound > index), len(elements))
    end = next((n for n in range(index + 1, end) if opens_with_somebody(elements, n)), end)
    if utterance.predicate.sort == "say":  # '…, | dont la session s'ouvre lundi'
        apart = range(index + 2, end - 1)
        end = next((n for n in apart if elements[n].has("comma") and elements[n + 1].has("apart")), end)
        end = next((n for n in range(index + 2, end - 2) if does_more(elements, index + 1, n)), end)
    if entry.get("keep"):
        return index, end
    start = _after_date(elements, start, end)
    start = _after_adverb(elements, start, end)
    if entry.get("weak"):
        start = _after_setting(elements, start, end)
        start = start if entry.get("ends") == "that" else _at_clause(elements, start, end)
    start = start if entry.get("names") else after_listener(elements, start, end)
    if any(e.get("dative") for e in elements[index].entries("say")):
        start = after_dative(elements, start, end)
    if entry.get("object"):
        start = after_addressee(elements, start, end, entry.get("object").split(","))
    return start, quotation_end(
        elements, start, before_attribution(elements, start, within_quotation(elements, start, end))
    )


def after_clause(elements: list[Element], start: int, end: int) -> int:
    """'Au cœur de l'entretien, | qui a duré une heure : | la pêche': after a clause that only tells of the talks."""
    ahead = elements[start : start + 2]
    if start >= end or len(ahead) < 2 or not (ahead[0].has("comma") and ahead[1].has("relative")):
        return start
    return next((n + 1 for n in range(start, end) if elements[n].has("colon")), start)


def after_rubric(elements: list[Element], start: int, end: int, told: bool) -> int:
    """'trois axes : | la pêche, la tourbe': the word that sums up what follows is no subject of its own. `told`: the
    verb has told it ('a fait le tour des dossiers | en cours : | la pêche').
    """
    head = next((n for n in range(start, end) if not (elements[n].has("det") or elements[n].has("adjective"))), end)
    colon = next((n for n in range(head, min(end, head + RUBRIC_REACH)) if elements[n].has("colon")), -1)
    return colon + 1 if head < colon and (told or elements[head].has("rubric")) else start


def carried_on(elements: list[Element], utterance: Utterance, bounds: list[int]) -> tuple[int, int]:
    """'La pêche a été évoquée, | de même que | la tourbe': subjects after their verb, an empty range for none."""
    first = utterance.index + 1
    first += first < len(elements) and elements[first].has("comma")
    if utterance.how != "left" or first >= len(elements) or not elements[first].has("listing"):
        return 0, 0
    return first + 1, next((bound for bound in bounds if bound > utterance.index), len(elements))


def _after_aside(elements: list[Element], start: int) -> int:
    """'a souligné | , à cet égard, | la convergence', 's'est engagée | , au nom de son pays, | à financer'."""
    content = next((n for n in range(start, len(elements)) if not elements[n].has("aux")), start)
    if start < content < len(elements) and elements[content].has("that"):  # 'a rappelé | au passage | que'
        return content
    if start >= len(elements) or not elements[start].has("comma"):
        return start
    closing = next((n for n in range(start + 1, min(len(elements), start + ASIDE + 2)) if elements[n].has("comma")), -1)
    aside = elements[start + 1 : closing]
    if closing < 0 or closing + 1 >= len(elements) or any(e.verbs() or e.has("cut") or e.has("and") for e in aside):
        return start
    opens = elements[start + 1]
    after = elements[closing + 1]
    light = bool(opens.role) or opens.has_any(("aux", "also", "nest", "contrast"))
    goes_on = after.has_any(("infinitive", "det", "that", "posspron"))
    return closing + 1 if light and goes_on else start


def _after_date(elements: list[Element], start: int, end: int) -> int:
    """'agreed | on Monday | to reopen', 'announced | in Lima | a fund': when and where it was said is no part of it."""
    index = start + 1 if start < end and elements[start].role and not elements[start].has("infinitive") else start
    placed = index > start and elements[start].role == "at"
    if index + 1 < end and (elements[index].is_kind("date") or (placed and elements[index].is_kind("place"))):
        following = elements[index + 1]
        begins = following.has_any(("cut", "infinitive", "posspron") + (("det",) if placed else ()))
        return index + 1 if following.role == "to" or begins else start
    return start


def _after_adverb(elements: list[Element], start: int, end: int) -> int:
    """'stressed | once again | the price of peat', but 'agreed to | further strengthen': before a noun or a clause."""
    index = start
    while index < end and elements[index].has("aux") and not elements[index].has("be"):
        index += 1
    follows = index < end and (elements[index].role == "to" or elements[index].has_any(("det", "posspron", "cut")))
    return index if follows else start


def _after_setting(elements: list[Element], start: int, end: int) -> int:
    """'said | in a statement | that …'."""
    if start + 1 < end and elements[start].has("aux") and elements[start + 1].has("cut"):
        return start + 1
    opens = start < end and elements[start].has_any(("nest", "adjunct", "earlier"))
    if opens or (start < end and elements[start].role and elements[start].role not in ("of", "with")):
        clause = next(
            (
                n
                for n in range(start, min(end, start + ADDRESSEE_REACH))
                if elements[n].has("cut") or elements[n].has("comma")
            ),
            end,
        )
        return clause if clause < end and elements[clause].has("cut") else start
    return start


def _at_clause(elements: list[Element], start: int, end: int) -> int:
    """'a déclaré | à l'agence, au terme de l'audience, | que': the clause that it leads to, past what is between."""
    for n in range(start, min(end, start + ADDRESSEE_REACH)):
        if elements[n].has("that"):
            return n
        if elements[n].has("finite") or elements[n].has("cut") or elements[n].has("colon") or elements[n].has("quote"):
            break
    return start


def _after_dateline(elements: list[Element]) -> int:
    """'LIMA (AFP) – …': where the sentence itself begins."""
    dash = next((n for n, e in enumerate(elements[:DATELINE_REACH]) if _is_dash(e)), -1)
    while 0 < dash + 1 < len(elements) and _is_dash(elements[dash + 1]):
        dash += 1
    return dash + 1 if dash > 0 and elements[0].is_kind("place", "state", "date") else 0


def _is_dash(element: Element) -> bool:
    return element.item is not None and element.item.text in DASHES


def _opens_or_follows_comma(elements: list[Element], verb: int) -> bool:
    """Whether nothing that could be its subject stands right before a verb."""
    return verb == 0 or elements[verb - 1].has("comma") or elements[verb - 1].has("quote")


def _verb_start(elements: list[Element], index: int) -> int:
    """The first auxiliary or adverb of a verb."""
    return before(elements, index)[0] + 1


def _left(elements: list[Element], utterance: Utterance) -> int:
    """Where the subject of a passive begins: after the clause before it and after an opening adverbial."""
    end = utterance.index
    host = None if _is_subject_noun(elements, utterance) else utterance.host
    start = host.reach if host and host.sort == "trigger" else host.index + 1 if host else _after_dateline(elements)
    if host is not None and host.reports:  # '…, indique le communiqué, | la pêche a été évoquée'
        start = next((n + 1 for n in range(start, end) if elements[n].has("comma")), start)
    told = (n for n in range(end - 1, start - 1, -1) if elements[n].has("say") or elements[n].has("that"))
    verb = next(told, -1)  # '…, qui précise que | la pêche a été évoquée'
    if verb >= 0 and (
        elements[verb].has("that") or any(e.get("ends") == "that" for e in elements[verb].entries("say"))
    ):
        start = verb + 1
    if host and host.sort != "trigger":
        start = next(
            (
                n + 1
                for n in range(start + 1, end)
                if elements[n].has("semicolon") or (elements[n].has("and") and elements[n - 1].has("comma"))
            ),
            start,
        )
    start = next(
        (
            n + 1
            for n in range(end - 1, start - 1, -1)
            if elements[n].has("relative") and not elements[n].has("subject_relative")
        ),
        start,
    )  # 'a discussion where trade was …'
    comma = next((n for n in range(start, end) if elements[n].has("comma")), -1)
    if comma >= 0 and (
        start > 0
        or elements[0].role
        or elements[0].has("nest")
        or elements[0].is_kind("date")
        or elements[0].has("cut")
    ):
        opening = elements[start:comma]
        if start > 0 or not any(e.has("and") for e in opening):
            start = (
                comma + 1
                if all(e.mentions or e.role or e.has("det") or e.has("aux") for e in opening)
                or elements[start].role
                or elements[start].has("nest")
                else start
            )
    return start


def _is_subject_noun(elements: list[Element], utterance: Utterance) -> bool:
    """'Migration, interreligious | dialogue | and schools were discussed': an occasion in the subject."""
    host = utterance.host
    if host is None or host.sort != "trigger" or host.form != "noun" or host.definite or host.objects or host.nested:
        return False
    opening = elements[: host.index]
    led = bool(opening) and (bool(opening[0].role) or opening[0].has("nest"))
    return not led and not any(e.has("finite") or e.has("relative") or e.verbs() for e in opening)


def _quoted_before(elements: list[Element], utterance: Utterance) -> tuple[int, int] | None:
    """'Il veut un port : | “Nos pêcheurs attendent” |, a-t-il dit': the quotation in a sentence, None if none."""
    before = range(utterance.first - 1, max(0, utterance.first - 4), -1)
    closing = next((n for n in before if closes_quotation(elements, n)), 0)
    opening = next((n for n in range(closing - 1, 1, -1) if elements[n].has("quote")), 0)
    told = opening > 1 and any(elements[n].has("colon") for n in (opening - 1, opening - 2))
    return (opening + 1, closing) if told else None


def _around(elements: list[Element], utterance: Utterance) -> tuple[int, int]:
    """What stands around an aside: before it if it closes the sentence, else the whole."""
    after = utterance.index + 1
    while after < len(elements) and (elements[after].is_party or elements[after].pronoun or elements[after].has("det")):
        after += 1
    if (
        after >= len(elements)
        or elements[after].has("stop")
        or (after + 1 < len(elements) and elements[after + 1].has("cut"))
        or only_circumstances(elements, utterance.index + 1, bool(utterance.predicate.entry.get("object")))
    ):
        return 0, utterance.first
    if utterance.predicate.reports and elements[after].has("comma"):
        return after + 1, len(elements)
    return 0, len(elements)
