"""Lists of subjects cut into their items."""

from __future__ import annotations

from dragoman.reading.clauses.elements import Element

Range = tuple[int, int]


def items_of(elements: list[Element], start: int, end: int, included: bool = False) -> list[Range]:
    """The items of a list: cut at commas, 'including' and the 'and' that closes the list."""
    end = next((n for n in range(start, end) if elements[n].has("example")), end)
    parts = [n for n in range(start + 1, end) if _includes(elements, n, end)]
    if parts:  # what is included is a list of its own
        return [*items_of(elements, start, parts[0]), *items_of(elements, parts[0] + 1, end, True)]
    aside = _bracketed(elements, start, end)
    aside |= _between_sides(elements, start, end)
    commas = [
        n for n in range(start, end) if (elements[n].has("comma") or elements[n].has("semicolon")) and n not in aside
    ]
    serial = any(n + 1 < end and elements[n + 1].has("and") for n in commas)
    cuts = set(commas)
    for n in range(start, end):
        if n not in aside and (
            _includes(elements, n, end)
            or elements[n].has("listing")
            or (elements[n].has("and") and (n - 1 in cuts or _cuts(elements, n, start, end, cuts, serial, included)))
        ):
            cuts.add(n)
    pieces, first = [], start
    for cut in [*sorted(cuts), end]:
        if cut > first:
            pieces.append((first, cut))
        first = cut + 1
    return _without_clauses(elements, _with_adjectives(elements, pieces))


def _includes(elements: list[Element], index: int, end: int) -> bool:
    """Whether a list within a list begins: 'des sujets dont la pêche', not 'des ports | dont la pêche a souffert'."""
    if not (elements[index].has("including") and elements[index].has("relative")):
        return elements[index].has("including")
    comma = next((n for n in range(index + 1, end) if elements[n].has("comma")), end)
    clause = ("finite", "be", "modal", "clausal")
    return not any(e.has(c) for e in elements[index + 1 : comma] for c in clause)


def _bracketed(elements: list[Element], start: int, end: int) -> set[int]:
    """The elements of a list that stand in brackets: 'le Forum (Lima, mai 2019) et la Foire'."""
    found: set[int] = set()
    opened = -1
    for n in range(start, end):
        if elements[n].has("open"):
            opened = n
        elif elements[n].has("close") and opened >= 0:
            found.update(range(opened, n + 1))
            opened = -1
    return found


def _between_sides(elements: list[Element], start: int, end: int) -> set[int]:
    """The elements that list three sides or more: 'l'échange de maîtres entre | Malte, le Pérou et le Tchad'."""
    found: set[int] = set()
    opened = -1
    for n in range(start, end):
        if elements[n].role == "between":
            opened = n
        elif opened >= 0 and elements[n].has("and"):
            found.update(range(opened, n + 1))
            opened = -1
        elif not (
            elements[n].is_party or elements[n].is_kind("place") or elements[n].has("det") or elements[n].has("comma")
        ):
            opened = -1
    return found


def _cuts(
    elements: list[Element], index: int, start: int, end: int, cuts: set[int], serial: bool, included: bool
) -> bool:
    """Whether an 'and' without a comma before it parts two items."""
    first = max((cut + 1 for cut in cuts if cut < index), default=start)
    near = range(max(first, index - 6), index)
    between = next((n for n in near if elements[n].role == "between"), index)
    both = any(elements[n].has("and") for n in range(between, index))  # 'between Chad and Peru | and | exploring'
    if (between < index and not both) or any(elements[n].pronoun == "they" for n in near):
        return False
    if _goes_on_inside(elements, first, index, end):
        return False
    if _begins_item(elements, index + 1, end):
        return True
    closes = (
        (included or len(cuts) > 0)
        and not serial
        and not any(elements[n].has("comma") or elements[n].has("and") for n in range(index + 1, end))
    )
    listed = first > start and elements[first - 1].has("comma")  # a list needs its 'and'; what is one thing has none
    return closes and not any(elements[n].has("and") or (elements[n].role and not listed) for n in range(first, index))


def _goes_on_inside(elements: list[Element], first: int, index: int, end: int) -> bool:
    """'la formation des maîtres | et | des élèves', 'la paix au Sahel | et | en Libye': a second complement of an item,
    told by its preposition, which is neither the one that all the items have nor new.
    """
    role = elements[index + 1].role if index + 1 < end else ""
    if role not in ("of", "at"):
        return False
    before = next((n for n in range(first - 1, -1, -1) if not elements[n].has("article")), first)
    governor = elements[before].item
    own = {
        elements[first].role,
        elements[before].role,
        *(e.get("ends") for e in (governor.entries if governor else ())),
    }
    alike = (n for n in range(first + 1, index) if elements[n].role == role)
    return role not in own and any(
        role == "at" or _is_definite(elements, n) == _is_definite(elements, index + 1) for n in alike
    )


def _is_definite(elements: list[Element], preposition: int) -> bool:
    """Whether a preposition holds an article or has one after it: 'du', 'de la'."""
    here = elements[preposition]
    return here.has("det") or here.has("gender") or elements[preposition + 1].has("det")


def _begins_item(elements: list[Element], index: int, end: int) -> bool:
    if index >= end:
        return False
    element = elements[index]
    if (
        element.has("light_head")
        or element.has("light_content")
        or element.role == "to"
        or (element.has("cut") and not element.has("relative"))
    ):
        return True
    if element.has("action") and not elements[index - 2].has("action"):
        return True
    return (element.has("det") or element.has("posspron")) and not element.is_party


def _with_adjectives(elements: list[Element], pieces: list[Range]) -> list[Range]:
    """Join 'bilateral', 'issues in political' to the items that hold the noun which they qualify."""
    joined: list[Range] = []
    waiting = -1
    for first, last in pieces:
        bare = all(
            e.has("adjective") or e.has("light_adjective") or e.has("and") or e.has("det") for e in elements[first:last]
        )
        start = waiting if waiting >= 0 else first
        apart = last < pieces[-1][1] and elements[last + 1].has_any(("det", "posspron"))
        if (bare or (elements[last - 1].has("light_adjective") and not apart)) and last < pieces[-1][1]:
            waiting = start
            continue
        joined.append((start, last))
        waiting = -1
    return joined


def _resumes(elements: list[Element], first: int, index: int) -> bool:
    """'du plan, auquel Monaco contribue, et de l'école': an item after the clause, with the list's own preposition."""
    role = elements[first - 1].role if first else ""
    joined = index > 1 and elements[index - 1].has("and") and elements[index - 2].has("comma")
    return bool(role) and joined and elements[index].role == role


def _without_clauses(elements: list[Element], pieces: list[Range]) -> list[Range]:
    """Leave out what a comma sets apart: a relative clause with all after it (', which would …'), a circumstance (', in
    light of …').
    """
    opens = (
        n
        for n, (first, _) in enumerate(pieces)
        if n and (elements[first].has("relative") or elements[first].has("whom"))
    )
    relative = next(opens, len(pieces))
    resumed = [piece for piece in pieces[relative + 1 :] if _resumes(elements, pieces[0][0], piece[0])]
    told = pieces[:relative]
    if len(told) > 1 and _is_outcome(elements, told):
        told = told[:-1]
    while relative == len(pieces) and len(told) > 1 and _is_tail(elements, told):
        told = told[:-1]
    return [
        (a, b)
        for n, (a, b) in enumerate([*told, *resumed])
        if not (n and elements[a].has("circumstance") and elements[a - 1].has("comma"))
    ]


def _is_tail(elements: list[Element], pieces: list[Range]) -> bool:
    """'trade and peat|, subjects of two accords', 'the Aurora|, a ship of Chad': what follows a list that its 'and' has
    closed, or an only subject that is told again.
    """
    start, end = pieces[-1]
    serial = any(elements[n].has("comma") and elements[n + 1].has("and") for n in range(start, end - 1))
    if serial or not elements[start - 1].has("comma"):  # 'security|, economic, and humanitarian aid'
        return False
    if any(elements[first - 1].has("and") for first, _ in pieces[1:-1]):
        return True
    done = start + 1 < end and elements[start + 1].role == "by"  # ', implemented by'
    return len(pieces) == 2 and (done or elements[start].has_any(("det", "cut")))


def _is_outcome(elements: list[Element], pieces: list[Range]) -> bool:
    """'trade in wood|, further enhancing ties': an activity after a comma that no 'and' makes an item of the list."""
    (first, _), (start, end) = pieces[0], pieces[-1]
    head = next((n for n in range(start, end) if not elements[n].has("aux")), start)
    joined = any(elements[n].has("and") or elements[n].has("listing") for n in range(first, start))
    return elements[head].has("action") and elements[start - 1].has("comma") and not joined
