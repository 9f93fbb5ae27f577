"""Groups of which a text tells at once for two sides: 'representatives of both nations' are those of the one and of the
other."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.accounts.draft import Draft
from dragoman.reading.mentions.people import Person, is_code

OF_BOTH = "group-both"  # the rule of their mentions
TWO = 2  # sides
NEAR = 4  # accounts back to which the two sides are looked for


def part_both(drafts: list[Draft]) -> None:
    """Put a group of each side where a group of both takes part; the sides are those of the account, or of one told
    before it."""
    for at, draft in enumerate(drafts):
        groups = [person for person in draft.parties if person.rule == OF_BOTH]
        for group in groups:
            sides = _sides(drafts[max(0, at - NEAR) : at + 1][::-1], group)
            if len(sides) > 1:
                at_group = draft.parties.index(group)
                each = [replace(group, affiliation=side, affiliation_span=None, inferred=True) for side in sides]
                draft.parties[at_group : at_group + 1] = each


def _sides(drafts: list[Draft], group: Person) -> list[str]:
    """The two states or bodies between which the latest of some accounts is that has two."""
    for draft in drafts:
        acting = (p.affiliation for p in draft.parties if p is not group and p.rule != OF_BOTH)
        sides = list(dict.fromkeys(side for side in acting if side and is_code(side)))
        if len(sides) == TWO:
            return sides
    return []
