"""What guests say of the event that brought them: it is the one told before, under whatever name."""

from __future__ import annotations

import re

from dragoman.languages.lexicon import is_cjk
from dragoman.reading.accounts.draft import Draft
from dragoman.reading.accounts.narration import Narration, Told
from dragoman.reading.mentions.people import Roster

BODY = 4  # characters of two names that are the same at least: whose event it is
HEAD = 2  # characters of the noun that heads both
YEAR = re.compile(r"\d{4}\w")  # and the word for one


def attended_now(narration: Narration, told: Told, draft: Draft) -> Draft | None:
    """'甲来华出席2025年乙组织峰会。甲说，很高兴出席|乙组织天津峰会|': the conference at which the guest is,
    spoken of with no day and at no other place.
    """
    if draft.kind != "conference" or draft.status != "referenced" or draft.days or not draft.parties:
        return None
    for known in reversed(narration.drafts):
        there = known.kind == "conference" and known.status == "held" and known.sentence < told.number
        same_place = not (known.countries() and draft.countries()) or bool(known.countries() & draft.countries())
        if there and same_place and set(draft.parties) <= set(known.parties) and _alike(known, draft, narration.roster):
            return known
    return None


def _alike(known: Draft, draft: Draft, roster: Roster) -> bool:
    """Whether two names tell of one event: the same but for a year before it, or for a city in the middle of one."""
    one, other = (roster.text_of(each.event) or "" for each in (known, draft))
    if not (one and other and is_cjk(other[0])):
        return one == other
    one = YEAR.sub("", one)
    short, long = sorted((one, other), key=len)
    body = next((n for n in range(len(short), 0, -1) if long.startswith(short[:n])), 0)
    rest = short[body:]
    return one == other or (body >= BODY and (not rest or (len(rest) >= HEAD and long.endswith(rest))))
