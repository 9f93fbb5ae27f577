"""What the topics and points of a reading are about, as concepts of a vocabulary."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model import Account, Reading
from dragoman.reference.concepts import Vocabulary


def with_concepts(reading: Reading, vocabulary: Vocabulary) -> Reading:
    """The reading with the concepts that each topic and point names, in the order of its words; others are dropped."""

    def named(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hit.concept for hit in vocabulary.concepts_of(text, reading.language)))

    def with_own(account: Account) -> Account:
        topics = tuple(replace(topic, concepts=named(topic.text)) for topic in account.topics)
        points = tuple(replace(point, concepts=named(point.text)) for point in account.points)
        return replace(account, topics=topics, points=points)

    return replace(reading, engagements=tuple(map(with_own, reading.engagements)))
