"""How alike two names in Latin letters are: word for word, in any order, with particles and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler

from dragoman.reference.load import rows
from dragoman.reference.name_parts import Word, short_form
from dragoman.reference.sounds import sound_likeness

OTHER_PERSON = 0.3
"""How alike full names of two people are said to be who share a surname."""
ONE_WORD = 0.96
"""What a surname alone is worth, against a full name that ends with it."""
NOT_LAST = 0.97
"""What a word is worth that is not the last one of a full name, beside that."""

_INITIAL = 0.9
_SHORT = 4
# A word that is another's initial says nothing unless a whole word agrees this well.
_WHOLE_WORD = 0.7
_SURNAME_AND_GIVEN = 2
_PINYIN = re.compile(
    "((zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(iang|uang|iong|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|[aoeiuv]))+"
)


def latin_likeness(a: Sequence[Word], b: Sequence[Word]) -> float:
    """How alike two names are, from their words: each word of the shorter one must find its own in the longer one."""
    patronymic = all(any(word.text in _patronymics() for word in words) for words in (a, b))
    a, b = (essential(words) for words in (a, b))
    if not a or not b:
        return 0.0
    if patronymic and len(a) > 1 and len(b) > 1 and _word_likeness(a[0], b[0]) < _WHOLE_WORD:
        return OTHER_PERSON
    texts, others = [word.text for word in a], [word.text for word in b]
    if sorted(texts) == sorted(others) or _turned(texts, others) or _turned(others, texts):
        return 1.0
    if is_pinyin(texts) and is_pinyin(others):
        return OTHER_PERSON
    short, long = sorted((a, b), key=len)
    found = _matched(short, long)
    if not any(alike >= _WHOLE_WORD and len(short[i].text) > 1 and whole for i, (alike, whole, _) in found.items()):
        return 0.0
    scores = [(found[i][0] if i in found else 0.0, len(word.text)) for i, word in enumerate(short)]
    alike = together(scores)
    if len(short) > _SURNAME_AND_GIVEN and not _in_order([found[i][2] for i in sorted(found)]):
        return OTHER_PERSON
    if len(short) == 1 and len(long) > 1:
        alike *= ONE_WORD if found[0][2] == len(long) else ONE_WORD * NOT_LAST
    return alike


def together(scores: Sequence[tuple[float, int]]) -> float:
    """One figure for (likeness, length) of all parts: half their mean by length, half the least."""
    whole = sum(length for _, length in scores)
    mean = sum(score * length for score, length in scores) / whole if whole else 0.0
    return (mean + min(score for score, _ in scores)) / 2


def essential(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words that may not be left out; all, if all may."""
    return tuple(word for word in words if not word.optional) or tuple(words)


def is_pinyin(words: Sequence[str]) -> bool:
    """Whether these are a full name as Chinese people's are romanised, surname first or last."""
    if len(words) < _SURNAME_AND_GIVEN or not _PINYIN.fullmatch("".join(words)):
        return False
    return words[0] in _surname_readings() or words[-1] in _surname_readings()


def _turned(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one name is the other with its last words put first: Pei Ran Shu, Shu Peiran."""
    return "".join(others) in ("".join([*words[turn:], *words[:turn]]) for turn in range(len(words)))


def _in_order(places: Sequence[int]) -> bool:
    """Whether words come in the order of the other name, or with the last ones put first."""
    turns = sum(after < before for before, after in pairwise(places))
    return turns == 0 or (turns == 1 and places[-1] < places[0])


def _matched(short: Sequence[Word], long: Sequence[Word]) -> dict[int, tuple[float, bool, int]]:
    """For words of the shorter name: likeness, whether to a whole word, and where that ends; the best pairs first."""
    found: dict[int, tuple[float, bool, int]] = {}
    taken: set[int] = set()
    for alike, i, first, last in sorted(_pairs(short, long), key=lambda pair: (-pair[0], pair[1:])):
        if i not in found and taken.isdisjoint(range(first, last)):
            found[i] = (alike, sum(len(word.text) for word in long[first:last]) > 1, last)
            taken.update(range(first, last))
    return found


def _pairs(short: Sequence[Word], long: Sequence[Word]) -> Iterator[tuple[float, int, int, int]]:
    """Every word of the shorter name against every word, and every two neighbours run together, of the longer one."""
    for i, word in enumerate(short):
        for first in range(len(long)):
            for last in range(first + 1, min(first + 2, len(long)) + 1):
                run = long[first:last]
                if 1 in (len(word.text), len(run[0].text)) and not _same_end(i, len(short), first, len(long)):
                    continue
                other = Word("".join(part.text for part in run), "".join(part.sounds for part in run), False)
                yield _word_likeness(word, other), i, first, last


def _same_end(one: int, of_one: int, other: int, of_other: int) -> bool:
    """Whether two places are both the first, both the last or both in the midst of their names, as initials must be."""
    return (one == 0) == (other == 0) and (one == of_one - 1) == (other == of_other - 1)


@lru_cache(maxsize=200_000)
def _word_likeness(a: Word, b: Word) -> float:
    if a.text == b.text or short_form(a.text) == short_form(b.text):
        return 1.0
    if len(a.text) == 1 or len(b.text) == 1:
        return _INITIAL if a.text[0] == b.text[0] else 0.0
    spelled = JaroWinkler.normalized_similarity(a.text, b.text)
    heard = sound_likeness(a.sounds, b.sounds)
    # Short words sound alike by chance.
    return min(heard, spelled) if min(len(a.text), len(b.text)) <= _SHORT else (heard + max(heard, spelled)) / 2


@cache
def _patronymics() -> frozenset[str]:
    return frozenset(
        word for word, _kind, _stands_for, reason in rows("name_words.csv") if reason in ("son of", "daughter of")
    )


@cache
def _surname_readings() -> frozenset[str]:
    return frozenset(reading for _surname, reading, _source in rows("chinese_surnames.csv"))
