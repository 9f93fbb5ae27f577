"""Which account carries an earlier one forward: 'implementing the results of the meeting between X and Y'."""

from __future__ import annotations

from dragoman.reading.narration import Told


def carry_forward(tolds: list[Told]) -> None:
    """Link the account that a sentence is about to the referenced ones that it says it implements or builds on."""
    for told in tolds:
        recall = next((e for e in told.elements if e.has("recall")), None)
        if recall is None:
            continue
        referenced = [d for p in told.predicates for d in told.by_predicate.get(p.index, []) if d.status == "referenced"]
        about = next((d for d in told.drafts if d.status != "referenced"), None)
        for draft in referenced:
            if about is not None and draft is not about:
                draft_span = draft.spans[0]
                about.carries.append((draft, (min(recall.start, draft_span[0]), max(recall.end, draft_span[1]))))
