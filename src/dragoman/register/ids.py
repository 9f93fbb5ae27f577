"""Short stable ids of accounts.

An id is computed from the readout's content hash, the reader's name and where in the text which kind of engagement
between whom is told. So it is the same in every register and after every re-reading that finds the same engagement in
the same words, and accounts that a newer reader finds in addition do not shift the ids of the others (the running
numbers `e1`, `e2`, … of a reading do). An account that is read otherwise gets another id, never another's.
"""

from __future__ import annotations

import base64
import hashlib
import json

from dragoman.model import Account

PREFIX = "e-"
# Ten base32 characters are 50 bits: among a million accounts two meet with a chance of 1 in 2,000.
_LENGTH = 10


def account_ids(content_hash: str, reader: str, accounts: tuple[Account, ...]) -> dict[str, str]:
    """The id of each account of one reading, by the account's id within the reading."""
    seen: dict[str, int] = {}
    ids: dict[str, str] = {}
    for account in accounts:
        anchor = json.dumps(
            [
                content_hash,
                reader,
                account.kind,
                sorted({(evidence.field, evidence.start) for evidence in account.evidence}),
                sorted({party.affiliation or "" for party in account.parties}),
            ]
        )
        seen[anchor] = seen.get(anchor, 0) + 1
        digest = hashlib.sha256(f"{anchor} {seen[anchor]}".encode()).digest()
        ids[account.id] = PREFIX + base64.b32encode(digest).decode()[:_LENGTH].lower()
    return ids
