"""Files of a language folder → Language. The only module here that reads files.

Lexicon files (`*.txt`, but `settings.txt` and `furniture.txt`) hold sections and phrases, one a line:

    [post rank=head cased]        a category with attributes for all lines below
    minister | ministers          alternatives
    secretary :: of=state         attributes of this line alone
    visit~ed                      every form that `forms.txt` has under [ed], with the stem 'visit'

`#` begins a comment. `forms.txt` holds the endings: sections like those above, `*` standing for the stem; the
attributes of a section are added to the entries of its forms. Rule files (`*.rules`) are described in `pattern.py`;
`shared.rules` holds macros for the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from dragoman.errors import UnsupportedLanguage
from dragoman.languages.language import Language
from dragoman.languages.lexicon import Entry, Lexicon
from dragoman.languages.pattern import RuleError, RuleFile
from dragoman.reference import known_actors, traditional_characters, world

# Long enough words only: 'a' is not 'à'.
ACCENTED_START = re.compile(r"\b[àâäçéèêëîïôöùûüÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ](?=\w{3})")
CODES = ("en", "fr", "zh")
LONGEST_ARTICLE = 3
DATELINES = ("capital", "city", "country")
NO_FORMS: Mapping[str, Sequence[Entry]] = {}
GRAMMARS = ("dates", "mentions", "events")


@cache
def load(code: str) -> Language:
    """The language with this ISO 639-1 code; raises UnsupportedLanguage if no folder covers it."""
    if code not in CODES:
        raise UnsupportedLanguage(f"The language '{code}' is not supported; use one of {', '.join(CODES)}.")
    folder = resources.files("dragoman.languages") / code
    sources = {item.name: item.read_text(encoding="utf-8") for item in folder.iterdir() if item.is_file()}
    macros = RuleFile("shared.rules", sources.get("shared.rules", "")).macros
    files = {name: RuleFile(f"{code}/{name}.rules", sources.get(f"{name}.rules", ""), macros) for name in GRAMMARS}
    asked = sum((file.categories() for file in files.values()), Counter[str]())
    settings = dict(_settings(sources.get("settings.txt", "")))
    forms: dict[str, list[Entry]] = {}
    for form in parse_lexicon(f"{code}/forms.txt", sources.get("forms.txt", "")):
        forms.setdefault(form.category, []).append(form)
    entries = [
        entry
        for name in sorted(sources)
        if name.endswith(".txt") and name not in ("settings.txt", "furniture.txt", "forms.txt")
        for entry in parse_lexicon(f"{code}/{name}", sources[name], forms)
    ]
    free = ("country", "body") if settings.get("inner_capitals") == "free" else ()
    names = ((p, p.cased and not (p.category in free and _has_words(p.text))) for p in world().phrases(code))
    entries += [Entry(p.text, p.category, {"value": p.value}, cased) for p, cased in names]
    entries += _in_capitals(entries)
    first = settings.get("heads") == "first"
    entries += _compounds(entries, "body", "eventnoun", "eventbody", first)
    entries += _compounds(entries, "eventnoun", "mechanism", "mechanism", first)
    entries += _compounds(entries, "mechanism", "mechanism", "compound", first)
    simplify = traditional_characters() if settings.get("fold_traditional") == "yes" else {}
    if settings.get("bare_capitals") == "yes":
        entries += _bare_capitals(entries)
    entries = _finite(entries)
    phrases = [entry for entry in entries if entry.category not in ("characters", "endings")]
    lexicon = Lexicon(phrases, asked, simplify, _endings(entries))
    return Language(
        code=code,
        lexicon=lexicon,
        grammars={name: file.compile(lexicon.codes_with) for name, file in files.items()},
        examples={name: tuple(file.examples) for name, file in files.items()},
        settings=settings,
        characters=_characters(entries),
        agencies=_agencies(code),
        furniture=re.compile(
            "|".join(f"(?:{line})" for line in _lines(sources.get("furniture.txt", ""))) or r"(?!)", re.IGNORECASE
        ),
        confidence={key: float(weight) for key, weight in _pairs(sources.get("confidence.tsv", ""))},
        actors=known_actors(),
    )


def parse_lexicon(name: str, source: str, forms: Mapping[str, Sequence[Entry]] = NO_FORMS) -> Iterator[Entry]:
    """The entries of one lexicon file, inflected by `forms`, by class; raises RuleError with file and line."""
    category, common, cased = "", dict[str, str](), False
    for number, raw in enumerate(source.splitlines(), 1):
        line = re.sub(r"(^|\s)#.*", "", raw).strip()
        if not line:
            continue
        if line.startswith("[") and line.endswith("]"):
            category, *words = line[1:-1].split()
            common, cased = _attributes(words), "cased" in words
            continue
        if not category:
            raise RuleError(f"{name}, line {number}: a phrase before any [category]")
        phrases, _, more = line.partition("::")
        words = more.split()
        attributes = common | _attributes(words) if words else common
        for phrase in phrases.split(" | "):
            inflected = tuple(_inflected(phrase.strip(), forms))
            if not inflected:
                raise RuleError(f"{name}, line {number}: forms.txt has no such class: {phrase.strip()}")
            for text, more_attributes in inflected:
                yield Entry(text, category, {**attributes, **more_attributes}, cased or "cased" in words)


def _inflected(phrase: str, forms: Mapping[str, Sequence[Entry]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """'a visit~ed b' → every form of the class with its attributes; a phrase without '~' as it is."""
    marked = re.fullmatch(r"(.*?)([^\s~]*)~(\w+)(.*)", phrase) if "~" in phrase else None
    if not marked:
        yield phrase, {}
        return
    before, stem, name, after = marked.groups()
    for form in forms.get(name, ()):
        for text, attributes in _inflected(before + form.phrase.replace("*", stem) + after, forms):
            yield text, {**form.attributes, **attributes}


def _has_words(name: str) -> bool:
    """Whether a name is of several words beside its article: 'Union africaine', not 'La Réunion'."""
    return sum(len(word) > LONGEST_ARTICLE for word in name.split()) > 1


def _in_capitals(entries: list[Entry]) -> list[Entry]:
    """Names of places as datelines write them: 'CARACAS'."""
    places = (entry for entry in entries if entry.cased and entry.category in DATELINES and len(entry.phrase) > 3)
    return [replace(entry, phrase=entry.phrase.upper()) for entry in places if not entry.phrase.isupper()]


def _compounds(entries: list[Entry], category: str, head: str, new: str, first: bool) -> list[Entry]:
    """Phrases of a category that end in a noun of another (begin with it where heads stand `first`): 'UN General
    Assembly'
    may be an event, a 'science forum' is a forum. They get the category `new` besides their own, with the
    attributes of their noun.
    """
    nouns = {entry.phrase.lower(): entry.attributes for entry in entries if entry.category == head}
    found = []
    for entry in entries:
        if entry.category == category:
            phrase = entry.phrase.lower()
            ends = (
                (phrase[:n] for n in range(len(phrase) - 1, 0, -1) if phrase[n] == " ")
                if first
                else (phrase[n:] for n in range(1, len(phrase)))
            )
            noun = next((end for end in ends if end in nouns), None)
            if noun is not None:
                found.append(Entry(entry.phrase, new, {**nouns[noun], **entry.attributes}, entry.cased))
    return found


def _bare_capitals(entries: list[Entry]) -> list[Entry]:
    """Phrases with a word that begins with an accented letter, without that accent: 'Etat' for 'État'."""
    known = {(entry.phrase.lower(), entry.category) for entry in entries}
    bare = (
        replace(entry, phrase=ACCENTED_START.sub(lambda m: unicodedata.normalize("NFD", m[0])[0], entry.phrase))
        for entry in entries
    )
    return [entry for entry in bare if (entry.phrase.lower(), entry.category) not in known]


def _finite(entries: list[Entry]) -> list[Entry]:
    """Verb phrases that begin with a finite auxiliary (`[finite]`) are finite, and of its tense: 'a inauguré',
    'sera signé'.
    """
    auxiliaries = {entry.phrase.lower(): entry.attributes for entry in entries if entry.category == "finite"}
    first = (entry.phrase.lower().partition(" ")[0] for entry in entries)
    return [
        replace(entry, attributes={"finite": "yes", **auxiliaries[word], **entry.attributes})
        if entry.category in ("trigger", "say", "discuss") and word in auxiliaries
        else entry
        for entry, word in zip(entries, first, strict=True)
    ]


def _attributes(words: list[str]) -> dict[str, str]:
    return dict(word.split("=", 1) for word in words if "=" in word)


def _lines(source: str) -> Iterator[str]:
    return (line for line in map(str.strip, source.splitlines()) if line and not line.startswith("# "))


def _settings(source: str) -> Iterator[tuple[str, str]]:
    for line in _lines(source):
        key, _, value = line.partition("#")[0].partition("=")
        yield key.strip(), value.strip()


def _agencies(code: str) -> dict[str, str]:
    """The countries of news agencies by what they sign with: 'ANI' is another one in English than in French."""
    told = sorted(world().agencies.items(), key=lambda agency: agency[0][1])
    return {text: iso2 for (text, language), iso2 in told if language in ("", code)}


def _characters(entries: list[Entry]) -> dict[str, frozenset[str]]:
    """The sets of characters under `[characters of=…]`; they are no phrases."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        if entry.category == "characters":
            key = entry.get("of")
            found[key] = found.get(key, frozenset()) | frozenset(entry.phrase)
    return found


def _endings(entries: list[Entry]) -> dict[str, frozenset[str]]:
    """The endings under `[endings of=…]`; they are no phrases."""
    told = [entry for entry in entries if entry.category == "endings"]
    return {of: frozenset(e.phrase for e in told if e.get("of") == of) for of in sorted({e.get("of") for e in told})}


def _pairs(source: str) -> Iterator[tuple[str, str]]:
    for line in _lines(source):
        a, b = line.split("\t")
        yield a, b
