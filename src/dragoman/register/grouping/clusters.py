"""Accounts grouped into occasions, given what ties pairs of them together.

Ties are taken the likeliest first; two groups become one unless something forbids it: two accounts of one reading (the
reader told them apart), two accounts that contradict each other, or a person's word. What is vaguely dated joins last,
and only if one group fits clearly better than every other. The result depends on the accounts, ties and rulings alone,
not on their order; accounts that no chain of ties connects do not touch each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.register.grouping.features import are_rarely_two, is_rare, may_be_told_twice
from dragoman.register.grouping.telling import Telling

SAME = 0.5
"""From this likelihood on two accounts are taken for accounts of one occasion."""
_CONTRADICT = 0.02
_ON_AVERAGE, _ON_AVERAGE_OF_UNSURE = 0.35, 0.15
# What may have been on any of more days joins last.
_SURE_WITHIN = 12
# Such an account fits one group clearly better than another if the odds are this many times as high.
_CLEARLY = 4.0

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people ruled: pairs of accounts that are of one occasion, and pairs that are not, each with who ruled it."""

    same: dict[Pair, str] = field(default_factory=dict)
    different: dict[Pair, str] = field(default_factory=dict)


def pair(one: str, other: str) -> Pair:
    """Two ids in order."""
    return (one, other) if one < other else (other, one)


def cluster(
    tellings: Mapping[str, Telling],
    ties: Mapping[Pair, float],
    rulings: Rulings,
    compare: Callable[[Telling, Telling], float],
) -> list[list[str]]:
    """The ids of the accounts in groups, the ids of a group in order.

    `ties` are likelihoods of pairs worth a look; `compare` gives that of any other pair.
    """
    grown = _Growing(tellings, ties, rulings, compare)
    for one, other in sorted(rulings.same):
        if one in tellings and other in tellings:
            grown.join(one, other)
    likely = sorted((tie for tie in ties if ties[tie] >= SAME), key=lambda tie: (-ties[tie], tie))
    for one, other in likely:
        if not (is_unsure(tellings[one]) or is_unsure(tellings[other])) and grown.may_join(one, other):
            grown.join(one, other)
    grown.add_vague(likely)
    return sorted(sorted(members) for members in grown.groups())


def is_unsure(telling: Telling) -> bool:
    """Whether an account may be of any of many days."""
    return telling.first is None or telling.length > _SURE_WITHIN


class _Growing:
    """Groups that grow by joining; `_home` names the group of each account by one of its members."""

    def __init__(
        self,
        tellings: Mapping[str, Telling],
        ties: Mapping[Pair, float],
        rulings: Rulings,
        compare: Callable[[Telling, Telling], float],
    ) -> None:
        self._tellings = tellings
        self._likelihoods = dict(ties)
        self._rulings = rulings
        self._compare = compare
        self._home = {id: id for id in tellings}
        self._members = {id: [id] for id in tellings}

    def groups(self) -> Iterable[list[str]]:
        """The members of each group."""
        return self._members.values()

    def join(self, one: str, other: str) -> None:
        """Make one group of the groups of two accounts."""
        kept, gone = sorted((self._home[one], self._home[other]))
        if kept != gone:
            moved = self._members.pop(gone)
            self._members[kept] += moved
            self._home.update(dict.fromkeys(moved, kept))

    def may_join(self, one: str, other: str, on_average: float = _ON_AVERAGE) -> bool:
        """Whether nothing forbids that the groups of two accounts be one."""
        ours, theirs = self._members[self._home[one]], self._members[self._home[other]]
        if self._home[one] == self._home[other]:
            return False
        across = [pair(a, b) for a in ours for b in theirs]
        if any(each in self._rulings.different or self._are_told_apart(each) for each in across):
            return False
        likelihoods = [self._likelihood(each) for each in across]
        return min(likelihoods) >= _CONTRADICT and sum(likelihoods) >= on_average * len(likelihoods)

    def _are_told_apart(self, each: Pair) -> bool:
        """Whether one reading tells of both, and not of one visit or named event twice."""
        one, other = (self._tellings[id] for id in each)
        if one.reading != other.reading:
            return False
        return not may_be_told_twice(one, other) or self._likelihood(each) < SAME

    def add_vague(self, likely: Iterable[Pair]) -> None:
        """Join what is vaguely dated to the one group that it clearly fits, what is dated best first.

        Last comes a visit or named event that nothing dates, if it is alone still: what is vaguely dated may connect it
        with others. `likely` are ties, the likeliest first.
        """
        fits: dict[str, list[Pair]] = {}
        for tie in likely:
            for id in tie:
                fits.setdefault(id, []).append(tie)
        for id in sorted(filter(self._is_vague, fits), key=lambda id: not self._tellings[id].dated):
            self._join_clearest(id, fits[id])
        for id in filter(self._is_undated, fits):
            dated = [tie for tie in fits[id] if self._is_known(self._far_end(tie, id))]
            self._join_clearest(id, dated)

    def _is_vague(self, id: str) -> bool:
        return is_unsure(self._tellings[id])

    def _is_undated(self, id: str) -> bool:
        telling = self._tellings[id]
        return not telling.dated and is_rare(telling) and len(self._group_at(id)) == 1

    def _is_known(self, id: str) -> bool:
        """Whether some account of the group of an account says well when it was."""
        return any(self._tellings[member].dated and not self._is_vague(member) for member in self._group_at(id))

    def _join_clearest(self, id: str, its_ties: Iterable[Pair]) -> None:
        possible = [tie for tie in its_ties if self.may_join(*tie, _ON_AVERAGE_OF_UNSURE)]
        best = max(possible, key=lambda tie: self._preference(tie, id), default=None)
        if best and self._is_clear(id, best, possible):
            self.join(*best)

    def _group_at(self, id: str) -> list[str]:
        return self._members[self._home[id]]

    def _is_clear(self, id: str, best: Pair, possible: list[Pair]) -> bool:
        """Whether the best tie is much likelier than any to another group that contradicts it."""
        near = self._far_end(best, id)
        rivals = (tie for tie in possible if not self._agree(near, self._far_end(tie, id)))
        return all(self._fit(best, id) >= _CLEARLY * self._fit(rival, id) for rival in rivals)

    def _fit(self, tie: Pair, id: str) -> float:
        """The odds of a tie; of two occasions in the days told, the one told of more often is meant."""
        return self._odds(tie) * (self._size(tie, id) if self._tellings[id].dated else 1)

    def _preference(self, tie: Pair, id: str) -> tuple[float, bool, int]:
        return self._fit(tie, id), self._is_known(self._far_end(tie, id)), self._size(tie, id)

    def _size(self, tie: Pair, id: str) -> int:
        """How many readings tell of the group at the other end of a tie."""
        return len({self._tellings[member].reading for member in self._group_at(self._far_end(tie, id))})

    def _agree(self, one: str, other: str) -> bool:
        if self._home[one] == self._home[other] or self.may_join(one, other):
            return True
        return are_rarely_two(self._tellings[one], self._tellings[other])

    @staticmethod
    def _far_end(tie: Pair, id: str) -> str:
        return tie[1] if tie[0] == id else tie[0]

    def _odds(self, tie: Pair) -> float:
        likelihood = min(self._likelihood(tie), 1 - 1e-9)
        return likelihood / (1 - likelihood)

    def _likelihood(self, tie: Pair) -> float:
        if tie not in self._likelihoods:
            one, other = tie
            self._likelihoods[tie] = self._compare(self._tellings[one], self._tellings[other])
        return self._likelihoods[tie]
