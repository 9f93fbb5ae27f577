"""Whom the register takes parties and institutions for, put into words."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.answers import phrases
from dragoman.answers.telling import Line
from dragoman.register.rows import AccountRecord, Proposal


def tell_identity(told: AccountRecord, number: int) -> Iterator[Line]:
    """Whom a party (by its number) is taken for, if that is more than the name as written, and contradictions."""
    identity = told.identities[number]
    if identity is None:
        return
    written = told.account.parties[number].name
    if identity.name is not None and (identity.name != written or identity.basis == "inferred"):
        yield Line(2, "fact", "is", f"{identity.name} ({identity.basis}: {identity.reason})")
    elif identity.person is None:
        yield Line(2, "fact", "is", f"not known ({identity.reason})")
    elif identity.known:
        yield Line(2, "why", "known:", identity.reason)
    if identity.flag:
        yield Line(2, "note", "contradiction:", identity.flag)


def proposed(proposal: Proposal) -> str:
    """'CentraleSupélec (France)'."""
    return proposal.name + (f" ({phrases.country(proposal.country)})" if proposal.country else "")
