"""Which account carries an earlier one forward: 'implementing the results of the meeting between X and Y'."""

from __future__ import annotations

from dragoman.reading.accounts.narration import PARENTS, Told


def carry_forward(tolds: list[Told]) -> None:
    """Link the account that a sentence is about to the referenced ones that it says it implements or builds on.

    A sentence that tells of nothing held is about what was told before it.
    """
    current = None
    for told in tolds:
        ours = [draft for draft in told.drafts if draft.status != "referenced"]
        about = ours[0] if ours else current
        current = next((draft for draft in reversed(ours) if draft.kind not in PARENTS), current)
        if "recall" not in told.categories:
            continue
        recall = next(e for e in told.elements if e.has("recall"))
        referenced = [
            d for p in told.predicates for d in told.by_predicate.get(p.index, []) if d.status == "referenced"
        ]
        for draft in referenced:
            if about is not None and draft is not about:
                draft_span = draft.spans[0]
                about.carries.append((draft, (min(recall.start, draft_span[0]), max(recall.end, draft_span[1]))))
