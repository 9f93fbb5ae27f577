"""Names that a text in a script without spaces introduces: where an office or a verb stands beside them.

A run of characters that no phrase of the lexicon covers is a name if it stands after an office ('总理李强'), before one
('拉赫蒙总统'), or opens a sentence before a verb ('王毅表示'), and if it looks like one: a family name with one or two
characters, or characters that transliterate foreign names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.languages.language import Language
from dragoman.reading.mentions.characters import CLOSERS, DOTS, is_han, is_transliterated
from dragoman.reading.text.items import Item, Items, scan

OPENERS = frozenset({"comma", "stop", "semicolon", "quote"})
AFTER_NAME = frozenset({"say", "trigger", "role", "others", "each", "aux", "discuss", "planned", "verb", "presence"})
INSIDE = frozenset({"short", "capital", "city", "country", "region"})
NAME_ENDS = frozenset(
    {"and", "comma", "stop", "others", "say", "each", "discuss", "trigger", "role"}
)  # what ends a name that is a place's too
NO_GIVEN_NAME = CLOSERS - {"verb", "adverb"}
LISTS = frozenset({"and", "others"})
JOINTS = frozenset({"and"})
HEADS = frozenset({"orgnoun", "town"})
ORGANS = ("posthead", "postmod", "orgnoun")
DOTTED = re.compile("[·•・‧]")
REGNAL = re.compile("[一二三四五六七八九十]{1,3}世")
LONGEST = 10
CLAUSE = 24  # items of a clause that modifies a name
LONGEST_NATIVE = 3  # characters
SHORT_FOREIGN = 5  # characters of a name that neither sounds nor looks native, closed by other words: '田中洋一郎'


def introduced(items: Items, language: Language) -> set[str]:
    """The names that the text introduces, as it writes them."""
    finder = _Finder(items.items, language)
    return set(finder.names())


class _Finder:
    """Looks for names in the items of one text."""

    def __init__(self, items: tuple[Item, ...], language: Language) -> None:
        self._items = items
        self._language = language
        self._surnames = language.characters["surname"]

    def names(self) -> Iterator[str]:
        """Each name at each place that introduces one."""
        listed = -1  # the item at which a list of names goes on
        near_dots = {n - k for n, item in enumerate(self._items) if item.text in DOTS for k in range(1, 5)}
        for index, item in enumerate(self._items):
            known = item.entries and len(item.text) > 2 and not (item.has("familyname") or item.has("city"))
            if not is_han(item) or (known and not (item.has("posthead") and self._dotted(index + 1))):
                continue
            before = self._items[index - 1] if index else None
            if index in near_dots and not self._inside(before):
                spelt, _ = self._name(index, strict=True)
                if DOTTED.search(spelt):
                    yield spelt
                    continue
            after_office = (
                before is not None
                and (before.has("posthead") or before.has("hon"))
                and (not item.has("posthead") or self._dotted(index + 1))  # '院长|埃米尔·阿巴伊'
            )
            name, end = "", index
            if item.has("familyname") and (after_office or index == listed or self._titles(index + 1)):
                name, end = self._with_family_name(index, after_office or index == listed)
            elif after_office and self._named_like_place(index):
                name, end = item.text, index + 1
            elif after_office or index == listed:
                name, end = self._name(index, strict=not after_office)
                name = "" if index == listed and self._follows(end, HEADS) else name  # '校长甲和博朗|公司'
            if not name:
                name, end = self._by_place(index, before)
            if name:
                yield name
                listed = end + 1 if self._follows(end, JOINTS) else listed

    def _named_like_place(self, index: int) -> bool:
        """'国防部长|奥斯汀|、': a town or a country whose name spells a foreign word, right after an office where the
        name of whoever holds it ends.
        """
        item = self._items[index]
        spelt = (item.has("city") or item.has("country") or item.has("capital")) and self._foreign(item.text)
        return spelt and self._follows(index + 1, NAME_ENDS)

    def _by_place(self, index: int, before: Item | None) -> tuple[str, int]:
        """What looks like a name where one may stand: it opens a clause or follows 'representative' and a verb comes
        next ('王明表示', '常驻代表|邹语文|出席'), or an office does ('王明部长').
        """
        opens, inside = self._opens(before) or self._modified(index), self._inside(before)
        represents = before is not None and before.has("rep")
        if inside and not (opens or represents):
            return "", index
        name, end = self._name(index, strict=True)
        acts = name and (opens or represents) and self._follows(end, AFTER_NAME)
        listed = name and opens and self._lists(end)
        titled = not inside and end < len(self._items) and self._items[end].get("posthead", "address") == "yes"
        return (name, end) if acts or listed or titled else ("", index)

    def _titles(self, index: int) -> bool:
        """Whether an office stands here that follows a name."""
        plain = not self._items[index - 1].has_any(("city", "capital", "country", "field"))
        return plain and index < len(self._items) and self._items[index].get("posthead", "address") == "yes"

    def _with_family_name(self, index: int, given: bool) -> tuple[str, int]:
        """'佐佐木|健', '中村|由|纪子': a family name and, if it is `given`, what is left of the full name."""
        text, end = self._items[index].text, index + 1
        longest = len(text) + LONGEST_NATIVE
        while given and end < len(self._items) and len(text + self._items[end].text) <= longest:
            item = self._items[end]
            short = is_han(item) and (len(item.text) == 1 or not item.entries) and not item.has("posthead")
            given_told = end > index + 1 and item.has("role")  # '石川海|在|德馨楼'
            last = not item.has("and") and (
                end + 1 >= len(self._items) or not is_han(self._items[end + 1])
            )  # '大野|诚|，'
            if not short or given_told or (item.has_any(CLOSERS) and not (last or self._plain(end + 1))):
                break
            text, end = text + item.text, end + 1
        return text, end

    def _opens(self, before: Item | None) -> bool:
        return before is None or before.text == "\n" or before.has_any(OPENERS)

    def _modified(self, index: int) -> bool:
        """'出席论坛的|林芳在…', '会见出席论坛的|林芳、高朗等': whether a clause ends here that tells what those
        attend, or visit, who are named after it.
        """
        if index < 1 or not self._items[index - 1].has("rel"):
            return False
        for n in range(index - 2, max(-1, index - CLAUSE), -1):
            if self._items[n].has_any(OPENERS):
                return False
            if self._items[n].get("trigger", "kind") in ("conference", "visit"):
                before = self._items[n - 1] if n else None
                met = before is not None and before.get("trigger", "kind") in ("meeting", "call")
                dated = before is not None and (before.has("dayword") or before.has("relday"))
                return self._opens(before) or met or dated
        return False

    def _inside(self, before: Item | None) -> bool:
        """Whether a run began before: no name begins in its middle."""
        if before is None or before.text == "\n":
            return False
        return before.text in DOTS or (
            is_han(before) and (not before.entries or (len(before.text) == 1 and not before.has_any(CLOSERS)))
        )

    def _follows(self, index: int, categories: frozenset[str]) -> bool:
        return index < len(self._items) and self._items[index].has_any(categories)

    def _lists(self, index: int) -> bool:
        """Whether a list of names goes on to a verb: '甲、乙等参加会见'."""
        while self._follows(index, JOINTS):
            name, end = self._name(index + 1, strict=True)
            if not name:
                return False
            index = end
        return self._follows(index, AFTER_NAME)

    def _name(self, index: int, strict: bool) -> tuple[str, int]:
        """The name that begins at an item and the index after it; '' if none does. `strict`: it must look like one."""
        text, end = "", index
        while end < len(self._items) and len(text) < LONGEST * 3 and self._continues(text, end):
            text += self._items[end].text
            end += 1
        if len(text) > 1 and text[-2] in DOTS and (shared := self._shared(end)):  # '乔治·塔|普及|师生'
            return text + shared, end + 1
        while text and text[-1] in DOTS:
            text, end = text[:-1], end - 1
        if strict and all(item.entries for item in self._items[index:end]) and not self._spelt(index, end):
            return "", index
        sure = not strict and (
            end == len(self._items) or not is_han(self._items[end]) or self._follows(end, AFTER_NAME)
        )
        whole = sure and (len(text) == 2 or (LONGEST_NATIVE < len(text) <= SHORT_FOREIGN and self._surname(text)))
        name = text if whole else self._cut(text, strict)
        return (name, end) if name else ("", index)

    def _shared(self, index: int) -> str:
        """The first character of a word of two whose second one joins what follows; '' if it is no such word."""
        text = self._items[index].text if index < len(self._items) else ""
        joins = len(text) == 2 and self._foreign(text[0]) and scan(text[1], self._language).items[0].has("and")
        return text[0] if joins else ""

    def _spelt(self, index: int, end: int) -> bool:
        """Whether characters that each mean something else spell a name: more than one, and not two countries."""
        items = self._items[index:end]
        home = self._language.settings.get("default_home")
        countries = all(item.has("short") for item in items) and any(item.get("short") == home for item in items)
        return len(items) > 1 and not countries

    def _continues(self, text: str, index: int) -> bool:
        item = self._items[index]
        if index and text and item.start != self._items[index - 1].end:
            return False
        if item.text in DOTS:
            return bool(text) and index + 1 < len(self._items) and is_han(self._items[index + 1])
        if not text and item.has("posthead") and self._dotted(index + 1) and self._foreign(item.text):
            return True
        if not is_han(item) or item.has("posthead") or (text and self._town(index)):
            return False
        if len(item.text) == 1 or not item.entries:
            return (
                not item.has_any(CLOSERS) or self._needs(text, index) or (not text and self._surname_like_side(index))
            )
        if (
            not text
            and len(item.text) == 2
            and not item.has_any(CLOSERS)
            and self._surname(item.text)
            and self._plain(index + 1)
            and len(self._items[index + 1].text) == 1
        ):
            return True  # '王国|生'
        given = len(text) == 1 and len(item.text) == LONGEST_NATIVE - 1 and not item.has_any(NO_GIVEN_NAME)
        if given and self._surname(text) and self._after_office(index - 1) and self._ends(index + 1):
            return True  # '总理阮|文明|会见'
        return (
            item.has_any(INSIDE)
            and self._foreign(text + item.text)
            and (bool(text) or self._plain(index + 1) or self._dotted(index + 1))
        )

    def _town(self, index: int) -> bool:
        """'巴登|州|州长': the word for a town or a province, before what it has."""
        after = self._items[index + 1 : index + 2]
        return self._items[index].has("town") and bool(after) and after[0].has_any(ORGANS)

    def _plain(self, index: int) -> bool:
        """Whether a run without a phrase, or a character that may belong to one, stands here."""
        if index >= len(self._items):
            return False
        item = self._items[index]
        return is_han(item) and (not item.entries or (len(item.text) == 1 and not item.has_any(CLOSERS)))

    def _surname(self, text: str) -> bool:
        return self._language.lexicon.fold(text[0]) in self._surnames

    def _needs(self, text: str, index: int) -> bool:
        """Whether a word of one character must belong to the name: '李|在|明', '程允|和|会见', '穆哈梅|多|夫'."""
        item = self._items[index]
        if item.has("side"):  # '大使陆方|表示'
            return len(text) == 1 and self._surname(text) and self._after_office(index - 1) and self._ends(index + 1)
        if text and item.has("comes") and self._comes_home(index + 1):  # '博尔格|来|华'
            return False
        if len(text) == LONGEST_NATIVE and (item.has("aux") or item.has("adverb")) and self._follows(index + 1, LISTS):
            return True  # '市长足立信|也|一行'
        if self._foreign(text + item.text) and self._dotted(index + 1):  # '让-马克', '奥古尔|让|·别尔德耶娃'
            return True
        leads = item.has("role") or item.has("earlier") or self._no_joint(index)  # '厅长|曾|慧贤'
        if not text and leads and self._surname(item.text) and self._after_office(index):
            given = index + 1 if self._ends(index + 2) else index + 2  # '主任|应|宏|、', '会长|于|水|参加'
            return all(self._plain(n) for n in range(index + 1, given + 1)) and self._ends(given + 1)
        if not text and not item.has("short"):
            return False
        if (
            self._foreign(text + item.text)
            and self._plain(index + 1)
            and self._foreign(self._items[index + 1].text[:1])
        ):
            return True
        if not text or not self._surname(text):
            return False
        following = self._items[index + 1] if index + 1 < len(self._items) else None
        if len(text) == 1:
            return self._ends(index + 1) or (
                self._plain(index + 1) and following is not None and len(following.text) == 1
            )
        closes = item.has("and") or item.has("yearword")  # '周以和|会见', '高松年|就'
        there = following is not None and (following.get("role", "r") == "at" or _meets(following))
        closes = closes or (item.has("comes") and there and self._begins_after_office(index))  # '校长林|一|来|在'
        dated = item.has("dayword") and following is not None and following.has("num")  # '金英日|12日'
        if (
            len(text) == 2
            and item.has("adverb")
            and (following is None or not is_han(following) or following.has("say"))
        ):
            return True  # '林芳|正|，', '林芳|正|表示'
        ends_one = item.get("adverb", "given") and following is not None and following.has_any(AFTER_NAME)
        if len(text) == 2 and ends_one and self._begins_after_office(index):
            return True  # '副部长|梁立|全|访问'
        governs = item.has("role") and following is not None and _takes_no_object(item, following)
        may = item.has("modal") and not (item.get("modal", "strong") or item.has("planned"))
        closes = closes or governs or may  # '范有为|拜会', '李大可|分别'
        return len(text) == 2 and (dated or (closes and following is not None and following.has_any(AFTER_NAME)))

    def _no_joint(self, index: int) -> bool:
        """'副厅长|和|丽|参加': 'and' before what is no name itself, as it does not begin like one."""
        after = self._items[index + 1 : index + 2]
        return self._items[index].has("and") and bool(after) and not self._surname(after[0].text)

    def _comes_home(self, index: int) -> bool:
        """Whether the short name of the country of those who write stands here, and no more of a name after it."""
        home = self._language.settings.get("default_home")
        here = self._items[index : index + 1]
        return bool(here) and here[0].get("short") == home and not self._dotted(index + 1)

    def _dotted(self, index: int) -> bool:
        """Whether the mark that parts the names of a foreigner stands here, with one more after it."""
        after = self._items[index + 1 : index + 2]
        return bool(after) and self._items[index].text in DOTS and is_han(after[0]) and self._foreign(after[0].text[:1])

    def _after_office(self, index: int) -> bool:
        return index > 0 and self._items[index - 1].has("posthead")

    def _begins_after_office(self, index: int) -> bool:
        """Whether an office stands before the two characters, in one item or two, that stand before an item."""
        one = len(self._items[index - 1].text) == LONGEST_NATIVE - 1
        return self._after_office(index - 1 if one else index - 2)

    def _ends(self, index: int) -> bool:
        """Whether nothing that could belong to a name stands here."""
        return index >= len(self._items) or not is_han(self._items[index]) or self._items[index].has_any(AFTER_NAME)

    def _surname_like_side(self, index: int) -> bool:
        """'部长|方|知远': after an office the word for a side is a surname."""
        item = self._items[index]
        return (
            self._after_office(index)
            and item.has("side")
            and len(item.text) == 1
            and self._surname(item.text)
            and self._plain(index + 1)
        )

    def _foreign(self, text: str) -> bool:
        return is_transliterated(self._language.lexicon.fold(text), self._language)

    def _cut(self, text: str, strict: bool) -> str:
        """The part of a run that is a name."""
        if len(text) < 2:
            return ""
        bare = "".join(c for c in text if c not in DOTS)
        if self._foreign(bare) and (len(bare) != len(text) or len(text) <= LONGEST):
            return text
        if len(bare) != len(text):
            return text if not strict or self._foreign(bare[:2]) else ""
        prefix = re.match(r"\w*", text)
        foreign = next((n for n in range(len(text), 1, -1) if self._foreign(text[:n])), 0)
        if foreign and (regnal := REGNAL.match(text, foreign)):
            return text[: regnal.end()]
        if self._language.lexicon.fold(text[0]) in self._surnames:
            return text if len(text) <= 3 or (len(text) == 4 and not strict) else text[:3] if not strict else ""
        if prefix and foreign >= 3:
            return text[:foreign] if not strict else ""
        return text if not strict and 3 <= len(text) <= 4 else ""


def _takes_no_object(preposition: Item, following: Item) -> bool:
    """Whether what follows cannot be what a preposition leads to: a verb of saying, or one of meeting somebody."""
    return preposition.get("role", "r") != "on" and (following.has("say") or _meets(following))


def _meets(item: Item) -> bool:
    return item.get("trigger", "kind") in ("meeting", "call")
