"""Names in scripts without spaces: each becomes one item wherever it stands, once the text has introduced it; so do
names of institutions before the word for them, and titles in their marks.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from dragoman.languages.language import Language
from dragoman.languages.lexicon import Entry, Lexicon
from dragoman.reading.mentions.attendees import attendees
from dragoman.reading.mentions.characters import CLOSERS, DOTS, form, is_han, is_transliterated
from dragoman.reading.mentions.introductions import introduced
from dragoman.reading.mentions.latin import gloss_spans, latin_names
from dragoman.reading.text.items import Item, Items, items_of, scan, tokens

DOUBLE = 4  # characters of a name whose family name has two
FULL = 3  # characters of a name that is no part of other words
WORK = "《[^《》\n]{1,80}》"


def join_names(text: str, items: Items, language: Language, known: Iterable[str] = ()) -> Items:
    """The items with each name as one item of the category `name`, and each title in its marks as one (`work`).

    `known` are names told elsewhere (in the title of the text).
    """
    if not language.on("unspaced"):
        return items
    if glosses := gloss_spans(text):  # what is told in brackets once more is passed over
        kept = [item for item in items.items if not any(a <= item.start < b for a, b in glosses)]
        items = items_of(kept, language.lexicon)
    names = {*known, *introduced(items, language), *attendees(items.items)} - _towns(items.items)
    names |= set(latin_names(text, items))
    names |= {part for name in names for part in _parts(name) if len(part) > 1}
    surnames = {name[0] for name in names if form(name, language) != "foreign"}
    surnames |= {name[:2] for name in names if _is_double(name, language)}
    pattern = re.compile(
        "|".join([WORK, *(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))])
    )
    spans = [m.span() for m in pattern.finditer(text)]
    for found in (_headed(items.items, language), _spelt(items.items, language)):
        spans += [span for span in found if not any(a < span[1] and span[0] < b for a, b in spans)]
    titled = [span for span in _titled(items.items, surnames) if not any(a < span[1] and span[0] < b for a, b in spans)]
    names |= {text[start:end] for start, end in titled}
    return items_of(_joined(text, items.items, sorted(spans + titled), names, language), language.lexicon)


def _is_double(name: str, language: Language) -> bool:
    """Whether a name may open with a family name of two characters: '西川隆俊'."""
    plain = language.lexicon.fold(name)
    return len(name) == DOUBLE and not DOTS.intersection(name) and not is_transliterated(plain, language)


def _towns(items: tuple[Item, ...]) -> set[str]:
    """Places that the text somewhere writes with the word for what they are: '奈良' where there is '奈良县'."""
    return {a.text for a, b in itertools.pairwise(items) if b.has("town") and not b.has("posthead") and not a.entries}


def _spelt(items: tuple[Item, ...], language: Language) -> Iterator[tuple[int, int]]:
    """Runs that spell a foreign word over characters that mean something alone: '约|克|圣玛丽'."""
    first = 0
    for n in range(len(items) + 1):
        spelt = (
            n < len(items)
            and is_han(items[n])
            and (not items[n].entries or (len(items[n].text) == 1 and not items[n].has_any(CLOSERS)))
        )
        spelt = (
            spelt
            and is_transliterated(language.lexicon.fold(items[n].text), language)
            and (n == first or items[n].start == items[n - 1].end)
        )
        if not spelt:
            residual = any(not item.entries for item in items[first:n])
            headed = (
                n < len(items) and items[n].has("orgnoun") and not any(item.text == "中" for item in items[first:n])
            )
            if n - first > 1 and (residual or headed) and items[n - 1].end - items[first].start > 2:
                yield items[first].start, items[n - 1].end
            first = n + 1


def _headed(items: tuple[Item, ...], language: Language) -> Iterator[tuple[int, int]]:
    """What names an institution before the word for it, over characters that mean something alone: '马|来|亚|大学',
    '南|岸|大学', '奥|芬|堡|市长'.
    """
    for index, item in enumerate(items):
        town = item.has("town")
        if not item.has("institute") and not town:
            continue
        head = index
        while not town and head and items[head - 1].end == items[head].start and _tells_subject(items[head - 1]):
            head -= 1
        first = head
        while first and items[first - 1].end == items[first].start and _names_place(items, first - 1, head, language):
            first -= 1
        while first < head and items[first].has_any(CLOSERS) and not _in_name_only(items, first):
            first += 1
        spelt = all(is_transliterated(language.lexicon.fold(each.text), language) for each in items[first:head])
        founded = first > 0 and items[first - 1].has("founder")
        countries = all(each.has("short") for each in items[first:head]) and not founded
        if head - first > 1 and not countries and (spelt or not town):
            yield items[first].start, items[head - 1].end


def _tells_subject(item: Item) -> bool:
    """'大田|科学|大学': a word for what is taught stands between the name and the head."""
    return item.has("field") and len(item.text) > 1


def _names_place(items: tuple[Item, ...], index: int, head: int, language: Language) -> bool:
    """Whether an item may be part of the name before the head; a word that ends names only in the middle of one that
    spells a foreign word.
    """
    item = items[index]
    if not is_han(item) or item.has("unit") or (item.entries and len(item.text) > 1):
        return False
    if not item.has_any(CLOSERS) or _in_name_only(items, index):
        return True
    before = items[index - 1] if index else None
    if item.categories == {"aux"} and before is not None and not before.has("trigger"):
        single = is_han(before) and len(before.text) == 1
        return index + 1 == head and single and not before.has_any(CLOSERS)  # '东|都|大学'
    return index + 1 < head and all(
        is_transliterated(language.lexicon.fold(each.text), language) for each in items[max(0, index - 1) : index + 2]
    )


def _in_name_only(items: tuple[Item, ...], index: int) -> bool:
    """A half of the day without the day: '早|稻田|大学'."""
    return items[index].has("dayhalf") and not (index and items[index - 1].has("dayword"))


def _titled(items: tuple[Item, ...], surnames: set[str]) -> list[tuple[int, int]]:
    """Family names alone before an office: '周大使'."""
    found = []
    for n, (item, following) in enumerate(itertools.pairwise(items)):
        alone = n == 0 or not is_han(items[n - 1]) or items[n - 1].has_any(CLOSERS)
        title = item.end == following.start and following.get("posthead", "address") == "yes"
        if title and alone and item.text in surnames:
            found.append((item.start, item.end))
        elif title and n and items[n - 1].text + item.text in surnames:  # '西|川|知事'
            found.append((items[n - 1].start, item.end))
    return found


def _parts(name: str) -> list[str]:
    return re.split("[" + re.escape("".join(sorted(DOTS))) + "]", name)


def _joined(
    text: str, items: tuple[Item, ...], spans: list[tuple[int, int]], names: set[str], language: Language
) -> list[Item]:
    """The items with the spans of names as items of their own; a span that would cut a phrase is left."""
    found: list[Item] = []
    lexicon = language.lexicon
    number = done = 0
    for start, end in spans:
        while number < len(items) and items[number].end <= start:
            _keep(text, items[number], done, found, lexicon)
            number += 1
        last = number
        while last < len(items) and items[last].end < end:
            last += 1
        if number == len(items) or last == len(items) or (items[number].start < start and items[number].entries):
            continue
        cut = items[last].end > end and items[last].entries
        rest = scan(text[end : items[last].end], language).items if cut else ()
        if cut and not _is_word(rest, text[start:end] in names and end - start >= FULL):
            continue
        tokens(text, max(items[number].start, done), start, found, lexicon)
        name = text[start:end]
        category = "work" if name[0] == "《" else "name" if name in names else "han"
        entry = Entry(name, category, {"form": form(name, language)})
        found.append(Item(start, end, name, (entry,) if category != "han" else (), frozenset({category})))
        if cut:
            found.extend(Item(end, items[last].end, item.text, item.entries, item.categories) for item in rest)
        number, done = (last, end) if items[last].end > end and not cut else (last + 1, end)
    for item in items[number:]:
        _keep(text, item, done, found, lexicon)
    return found


def _is_word(rest: tuple[Item, ...], full: bool) -> bool:
    """Whether what a name would leave of a phrase is a word itself: '韩|正在' is '韩正|在'; after a full name whatever
    word, '林素|云会见' is '林素云|会见'.
    """
    return len(rest) == 1 and (rest[0].has("role") or (full and bool(rest[0].entries)))


def _keep(text: str, item: Item, done: int, found: list[Item], lexicon: Lexicon) -> None:
    """An item as it was, or what is left of it after a name."""
    if item.start < done:
        tokens(text, done, item.end, found, lexicon)
    else:
        found.append(item)
