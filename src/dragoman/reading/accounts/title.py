"""What only the title tells: countries that the text leaves out, fuller names, posts."""

from __future__ import annotations

from dragoman.languages.language import Language
from dragoman.reading.accounts.draft import Draft, Span
from dragoman.reading.mentions.finding import find_mentions
from dragoman.reading.mentions.introductions import introduced
from dragoman.reading.mentions.names import join_names
from dragoman.reading.mentions.people import Person, Roster
from dragoman.reading.text.items import scan
from dragoman.reading.text.sentences import sentences


class Title:
    """The people whom a title names, matched to those of the text by a word of their names.

    `kind` is what the title calls a conversation: a call if it says so, else a meeting.
    """

    def __init__(self, title: str, language: Language) -> None:
        self._roster = Roster(title)
        items = scan(title, language)
        self.names = introduced(items, language) if language.on("unspaced") else set[str]()
        items = join_names(title, items, language, self.names)
        self.items = items
        for sentence in sentences(title, items, language):
            for mention in find_mentions(items, sentence, language):
                if mention.kind == "person" and not mention.doubtful:
                    self._roster.enter(mention)
        kinds = [kind for item in items.items if (kind := item.get("trigger", "kind")) in ("call", "meeting")]
        self.kind = "call" if "call" in kinds else "meeting"

    def tell_countries(self, roster: Roster) -> None:
        """Give people of the text without an affiliation the one that the title tells, as inferred."""
        for person in roster.people:
            other = self._same(person, roster) if person.affiliation is None else None
            if other is not None and other.affiliation:
                person.affiliation, person.inferred = other.affiliation, True
                person.title_spans = tuple(span for span in (other.name, other.affiliation_span) if span)

    def _same(self, person: Person, roster: Roster) -> Person | None:
        words = set(roster.words(person.name)) if person.kind == "person" else set()
        return next((other for other in self._roster.people if words & set(self._roster.words(other.name))), None)

    def says(self, draft: Draft, roster: Roster) -> tuple[dict[str, str], list[Span]]:
        """A fuller name or a post that only the title has for a party, with the title's spans that say so."""
        for person in draft.parties:
            other = self._same(person, roster)
            if other is None:
                continue
            told: dict[str, Span | None] = {}
            if len(self._roster.words(other.name)) > len(roster.words(person.name)):
                told["name"] = other.name
            if person.post is None and other.post:
                told["post"] = other.post
            if told:
                spans = [span for span in told.values() if span]
                return {key: self._roster.text_of(span) or "" for key, span in told.items()}, spans
        return {}, []
