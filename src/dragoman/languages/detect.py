"""Which of the languages that are read a text is in: by its script, and where that is Latin by its function words."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from importlib import resources

_READ = ("en", "fr")
# Characters looked at: the opening tells, and the cost stays the same for a text of any length.
_OPENING = 5_000

_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff\uff66-\uff9d]")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

# A Chinese character says about as much as three letters.
_LETTERS_IN_A_CHARACTER = 3
# Japanese has more kana than this among its characters; Chinese that quotes a Japanese name has less.
_MOST_KANA = 0.08
# Prose of a language that is not listed hits some words by chance, but few of them and not many different ones:
# a text must have this share of its words, and one word more for every so many words up to so many.
_LEAST_SHARE = 0.04
_WORDS_FOR_ONE_MORE = 10
_MOST_ASKED = 6


def detect(text: str) -> str | None:
    """'en', 'fr' or 'zh', or None if the text is in another language or too little of it to tell.

    Looks at the first 5,000 characters.
    """
    opening = text[:_OPENING].replace("’", "'")
    letters = len(_LETTER.findall(opening))
    han, kana, latin = (len(script.findall(opening)) for script in (_HAN, _KANA, _LATIN))
    weight = {
        "han": _LETTERS_IN_A_CHARACTER * (han + kana),
        "latin": latin,
        "other": letters - han - kana - latin,
    }
    main = max(weight, key=lambda script: weight[script])
    if main == "latin" and latin:
        return _by_function_words(opening)
    if main == "han" and han and kana <= _MOST_KANA * (han + kana):
        return "zh"
    return None


def _by_function_words(text: str) -> str | None:
    words = _WORD.findall(text.lower())
    counts = Counter(form for word in words for form in _forms(word))
    # A word that several languages have is split among them: 'de' says little, 'des' much.
    scores = dict.fromkeys(_READ, 0.0)
    different: Counter[str] = Counter()
    for form, count in counts.items():
        languages = _languages_by_word().get(form, ())
        different.update(languages)
        for language in languages:
            scores[language] = scores.get(language, 0.0) + count / len(languages)
    next_most, most = sorted(scores.values())[-2:]
    first = max(scores, key=lambda language: scores[language])
    asked = min(1 + len(words) // _WORDS_FOR_ONE_MORE, _MOST_ASKED)
    if first in _READ and most > next_most and most >= _LEAST_SHARE * len(words) and different[first] >= asked:
        return first
    return None


def _forms(word: str) -> list[str]:
    """A word as the list may hold it: "l'accord" as "l'" and "accord", "minister's" as "minister" and "'s"."""
    head, apostrophe, tail = word.partition("'")
    return [head, head + "'", tail, "'" + tail] if apostrophe else [word]


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    """The languages that each listed word is common in. The list was written by hand: function words, and for the
    sake of titles the commonest words of readouts."""
    source = resources.files("dragoman.languages") / "function_words.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    languages: dict[str, list[str]] = {}
    for row in rows:
        languages.setdefault(row["word"], []).append(row["language"])
    return {word: tuple(sorted(codes)) for word, codes in languages.items()}
