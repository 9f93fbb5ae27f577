"""Whom the members of a delegation act for: for whom the delegation does."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element
from dragoman.reading.mentions.mention import Mention

LINK = 4  # elements that may stand between a delegation and the word that leads to its members


def share_with_members(elements: list[Element]) -> None:
    """'The Chadian delegation, led by Minister A, including Envoy B and C': the delegation's affiliation holds for all.

    The list of members ends at a verb that tells of something else, or at the next group.
    """
    for office, link, holder in zip(elements, elements[1:], elements[2:], strict=False):
        if link.has("members") and office.is_kind("person") and holder.is_kind("person"):
            _give(office.mentions[0], holder)  # 'At the head of the Chadian delegation was Minister A'
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
            _give(owner, element)
        elif listing and (element.has("trigger") or element.has("say") or element.has("discuss")):
            owner = None


def _give(owner: Mention, element: Element) -> None:
    """Hand on for whom somebody acts to those of whom it is not told; a named office holder hands nothing on."""
    for mention in element.mentions if owner.name is None else ():
        if not mention.affiliation:
            mention.affiliation, mention.affiliation_span = owner.affiliation, owner.affiliation_span
