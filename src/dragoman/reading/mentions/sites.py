"""Sites that no pattern knows, by the verb of touring before them: '参观了海星号邮轮、数据中心和历史街区'."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.mentions.finding import site_mention
from dragoman.reading.mentions.mention import Mention
from dragoman.reading.text.items import Item, Items
from dragoman.reading.text.sentences import Sentence

LONGEST = 12  # items of a name
LOOKS = 4  # items before the verb of looking in the next clause
REACH = 40  # items in which a list of sites ends
ENDS = frozenset(
    {"comma", "stop", "semicolon", "aux", "nestafter", "others", "role", "say", "trigger", "presence", "rel"}
    | {"pron", "planned", "each", "together", "name"}
)
PLACED = ("place", "state", "region", "group")
CLOSING = ("site", "orgnoun", "han2", "han3", "han4", "han", "sitemark")


def with_sites(items: Items, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the sites that only a verb of touring shows; a wider name takes the place of its parts."""
    for first, last in _parts(items, sentence):
        inside = [m for m in mentions if m.first < last and first < m.last]
        whole = all(first <= m.first and m.last <= last for m in inside)
        known = any(m.kind in ("org", "body") and m.last == last for m in inside)
        if known or not whole or any(m.kind not in PLACED and m.kind != "org" for m in inside):
            continue
        rest = [m for m in mentions if m not in inside]
        mentions = sorted([*rest, site_mention(items, first, last, sentence)], key=lambda m: m.first)
    return mentions


def toured_organs(items: Items, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """'visited | the National Library and the National Museum': a state's institution that is a place to see."""
    found: list[Mention] = []
    for m in mentions:
        words = items.items[m.first : m.last]
        house = m.rule == "organ" and any(i.has("maybeorgan") for i in words) and not any(i.has("organ") for i in words)
        toured = house and _is_toured(items, sentence, m.first, found)
        found.append(site_mention(items, m.first, m.last, sentence) if toured else m)
    return found


def _is_toured(items: Items, sentence: Sentence, first: int, before: list[Mention]) -> bool:
    """Whether a verb of touring, or the site that it took before 'and', stands before a name."""
    at = first - 1
    while at > sentence.first and (items.items[at].has("det") or items.items[at].has("and")):
        at -= 1
    listed = bool(before) and before[-1].rule == "org-by-verb" and before[-1].last == at + 1 < first
    entries = [e for e in items.items[max(at, sentence.first)].entries if e.category == "trigger"]
    return listed or any("site" in e.get("args").split(",") for e in entries)


def _parts(items: Items, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The names after each verb of touring, one for each member of a list."""
    for n in range(sentence.first, sentence.last - 1):
        entries = [e for e in items.items[n].entries if e.category == "trigger" and "site" in e.get("args").split(",")]
        looked = any(e.get("needs") == "look" for e in entries) and _look_round(items.items, n + 1, sentence.last)
        entries = [e for e in entries if not e.get("way") and (looked or e.get("needs") != "look")]
        if not entries:
            continue
        sure = any(e.get("kind") == "tour" for e in entries)  # '参观|老城'; '访问|首尔大学'
        start = at = n + 1
        last = min(sentence.last, n + REACH)
        while at < last and not _ends(items.items, at):
            if items.items[at].has("and") and _closes(items.items, start, at, sure):
                yield start, at
                start = at + 1
            at += 1
        if _closes(items.items, start, at, sure):
            yield start, at


def _ends(items: tuple[Item, ...], at: int) -> bool:
    """Whether no list of sites goes on here; it does after the subject of a faculty: '食品科学|与|工程|实验室'."""
    if items[at].categories.isdisjoint(ENDS) or items[at].has("sitemark"):
        return False
    subjects = all(0 <= n < len(items) and items[n].has("field") for n in (at - 1, at + 1))
    return not (subjects and items[at].get("role", "r") == "with")


def _look_round(items: tuple[Item, ...], start: int, last: int) -> bool:
    """'来到大学、工厂|，详细了解…': whether those who came see something there."""
    comma = next((n for n in range(start, min(last, start + REACH)) if items[n].has("comma")), last)
    return any(item.has("looks") for item in items[comma + 1 : min(last, comma + LOOKS)])


def _closes(items: tuple[Item, ...], start: int, end: int, sure: bool) -> bool:
    """Whether a name may end here: at the word for a site, or after a `sure` verb at one that no list has."""
    if not 0 < end - start <= LONGEST or all(items[n].has("campus") for n in range(start, end)):
        return False
    if not sure:
        return end > start + 1 and (items[end - 1].has("site") or items[end - 1].has("institute"))
    return items[end - 1].has_any(CLOSING) or (end > start + 1 and items[end - 1].has("han1"))
