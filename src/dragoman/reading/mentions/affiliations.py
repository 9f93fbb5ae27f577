"""In which office somebody acts and for whom: an institution, a state or a body."""

from __future__ import annotations

from dragoman.languages.lexicon import is_cjk
from dragoman.reading.mentions.mention import Mention, Span, place_value, span_of, without_article
from dragoman.reading.text.items import Item, Items

NATIONAL = ("country", "demonym")
PROPER = ("city", "capital", "region", "province", "han1", "han2", "han3", "han4", "han", "name")


def post_span(items: Items, groups: dict[str, list[tuple[int, int]]], name: Span | None) -> Span:
    """The offices with their portfolios and the organs that they are in, as far as they stand on one side of a name."""
    start = span_of(items, groups.get("posts", groups["post"])[0])[0]
    parts = [span_of(items, group) for key in ("post", "tail", "organ") for group in groups.get(key, [])]
    before = name is not None and start < name[0]
    return start, max(end for a, end in parts if a >= start and not (before and name is not None and a > name[0]))


def affiliate(items: Items, base: Mention, groups: dict[str, list[tuple[int, int]]]) -> None:
    """For whom somebody acts: an institution, unless an organ of a state was named before it; else a state or body."""
    held_at = [n for key in ("post", "organ", "group") for group in groups.get(key, []) for n in range(*group)]
    held = [items.items[n] for n in held_at]
    tail = {n for group in groups.get("tail", []) for n in range(*group)}
    led = any(n not in tail and items.items[n].has("posthead") for n in held_at)
    kinds = (
        kind
        for n in held_at
        for category in ("posthead", "kin", "part", "postpl", "groupnoun", "groupmod", "postmod")
        if (kind := items.items[n].get(category, "kind")) and not (kind == "sole" and led and n in tail)
    )
    base.post_kind = next(kinds, "")  # the 'Adviser to the President' is no president
    if base.rule.startswith(("group-mixed", "group-bodies")):
        base.post_kind = "mixed"
    if base.post_kind == "chief" and any(item.has("ownorgan") for item in held):  # 'secrétaire général | du ministère'
        base.post_kind = ""
    if base.rule == "organ":
        base.post_kind = next((kind for item in held if (kind := item.get("organ", "kind"))), base.post_kind)
    base.in_house = any(item.get("posthead", "house") for item in held)
    base.absent = next((codes for item in held if (codes := item.get("posthead", "absent"))), "")
    base.office = next((office for item in held if (office := item.get("posthead", "office"))), "")
    base.fields = frozenset(item.text.lower() for item in held if item.has("field"))
    if base.post_kind == "minister" and not base.office:
        base.office = next((office for item in held if (office := item.get("field", "office"))), "")
    org, organ = (min(groups.get(name, []), default=None) for name in ("org", "organ"))
    if organ and not org and base.post_kind == "institution" and items.items[organ[0]].has("caps"):
        org, organ = organ, None  # the Rector of 'VUM' acts for it, the Director of 'FEMA' for the state
    countries = groups.get("country", [])
    country = min(countries, default=None)
    if org and items.items[org[1] - 1].get("postmod", "kind") == "state":  # '江州市教育局|局长'
        if base.post and base.kind != "group":
            base.post = items.items[org[0]].start, base.post[1]
        countries, country, org = [*countries, org], country or org, None
    if org and base.post and items.items[org[1] - 1].has("department") and not _placed(items, org):
        base.post, org = (items.items[org[0]].start, base.post[1]), None  # '职成教处|副处长'
    if org and _placed_abroad(items, org):
        groups, org = {**groups, "nation": [(org[0], org[0] + 1)]}, (org[0] + 1, org[1])  # '法国|里昂大学'
    whole = _whole_of(items, org) if org and base.post and base.post[1] <= items.items[org[0]].start else None
    if whole and org and base.post:  # 'doyen de la faculté de droit | de l'Université'
        base.post, org = (base.post[0], items.items[whole[0] - 1].end), (whole[1], org[1])
    before = organ if org and organ and organ < org else None
    if before and any(item.has("part") for item in items.items[slice(*before)]):
        before = None  # the Dean of a Faculty acts for its university
    if org and not before and not (base.kind == "group" and country and country < org):
        told = next((item for item in reversed(items.items[slice(*org)]) if item.has("body")), None)
        told = told or _of_state(items.items[slice(*org)])
        base.affiliation_span = without_article(items, org)
        base.affiliation = place_value(told).partition("|")[0] if told else as_written(items, org)
        nation = groups.get("nation")
        first = items.items[org[0]]
        seated = first.has("country") and is_cjk(first.text[0])
        base.country = place_value(items.items[nation[0][0]] if nation else first) if nation or seated else base.country
        base.part = items.items[org[0]].get("orgnoun", "kind") == "part"
        base.generic = org[1] - org[0] == 1 and items.items[org[0]].get("orgnoun", "kind") == "body"
        return
    others = any(item.get("groupnoun", "others") for item in held)  # 'U.S. | allies', not 'NATO | Allies'
    stated = (n for group in countries for n in range(*group) if not (others and items.items[n].has_any(NATIONAL)))
    for number in sorted(stated):
        value = place_value(items.items[number]).partition("|")[0]
        if value:
            base.affiliation, base.affiliation_span = value, span_of(items, (number, number + 1))
            return
    sent_by = [items.items[n] for group in groups.get("whose", []) for n in range(*group)]  # 'the Secretary-General's'
    base.affiliation = next((of for item in [*held, *sent_by] if (of := item.get("posthead", "of"))), None)
    for number in (
        n for group in groups.get("led", []) for n in range(*group)
    ):  # the delegation's, if nothing else is told
        base.affiliation, base.affiliation_span = (
            place_value(items.items[number]).partition("|")[0],
            span_of(items, (number, number + 1)),
        )


def _whole_of(items: Items, org: tuple[int, int]) -> tuple[int, int] | None:
    """Where the name of a part of an institution ends, and where the whole's begins, if both are named together."""
    first, last = org
    if items.items[first].get("orgnoun", "kind") != "part":
        return None
    heads = (n for n in range(first + 1, last) if items.items[n].has("orgnoun") and items.items[n].has("up"))
    begins = next((n for n in heads if items.items[n].get("orgnoun", "kind") != "part"), None)
    if begins is None:
        return None
    ends = begins
    while ends > first + 1 and (items.items[ends - 1].has("role") or items.items[ends - 1].has("det")):
        ends -= 1
    return ends, begins


def _placed_abroad(items: Items, org: tuple[int, int]) -> bool:
    """'法国|里昂大学': whether a country stands before the name of an institution, not in it ('新加坡|国立大学')."""
    first, last = org
    proper = last - first > 2 and items.items[first + 1].has_any(PROPER)
    return proper and items.items[first].has("country") and is_cjk(items.items[first].text[0])


def _of_state(parts: tuple[Item, ...]) -> Item | None:
    """The country in 'la commission des Affaires étrangères de l'Assemblée nationale du Tchad': an organ of a state."""
    organ = next((n for n, item in enumerate(parts) if item.has("ownorgan")), -1)
    return next((item for item in parts[organ + 1 :] if item.has("country")), None) if organ >= 0 else None


def _placed(items: Items, group: tuple[int, int]) -> bool:
    """Whether a name tells the country or the city of what it names, or what it is a part of."""
    return any(
        items.items[n].has(c) for n in range(*group) for c in ("country", "capital", "city", "institute", "body")
    )


def as_written(items: Items, group: tuple[int, int]) -> str:
    """An institution's name without the acronym in brackets after it."""
    parts = items.items[group[0] : group[1]]
    text, position = "", parts[0].start
    for part in parts:
        if part.text == "(" and text:
            break
        text += " " * (part.start - position) + part.text
        position = part.end
    return text[without_article(items, group)[0] - parts[0].start :]
