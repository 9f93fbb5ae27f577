"""Whom the members of a delegation act for: for whom the delegation does."""

from __future__ import annotations

from dragoman.reading.elements import Element
from dragoman.reading.mentions import Mention

LINK = 4  # elements that may stand between a delegation and the word that leads to its members


def share_with_members(elements: list[Element]) -> None:
    """'The Chadian delegation, led by Minister A, including Envoy B and C': the delegation's affiliation holds for all.

    The list of members ends at a verb that tells of something else, or at the next group.
    """
    owner: Mention | None = None
    told_at = 0
    listing = False
    for index, element in enumerate(elements):
        if element.is_kind("group"):
            owner, told_at, listing = element.mentions[0], index, False
        elif owner is None:
            continue
        elif element.has("members") or element.has("including"):
            listing = listing or index - told_at <= LINK
        elif listing and element.is_kind("person"):
            for mention in element.mentions:
                if not mention.affiliation:
                    mention.affiliation, mention.affiliation_span = owner.affiliation, owner.affiliation_span
        elif listing and (element.has("trigger") or element.has("say") or element.has("discuss")):
            owner = None
