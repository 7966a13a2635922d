"""Which items of one sequence are those of another: in time that grows with their length, and the same both ways round.

The alignment is Heckel's (Communications of the ACM 21, 1978): what stands once on both sides is matched wherever it stands, then what
follows or precedes a match and is equal. Unlike a longest common subsequence it sees what was moved, and repeated items cost nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence

import attrs

#: A feature that more items than this have tells nothing about which belong together, and would make the work quadratic.
_POPULAR = 8
#: How alike two items must be to be taken for one that was changed: the share of the features that both have.
_ALIKE = 0.3


@attrs.define
class Alignment:
    """Pairs of indices into two sequences of lengths `size_a` and `size_b`; each index is in one pair at most.

    >>> alignment = Alignment(3, 3)
    >>> alignment.exact("abc", "bca")
    >>> alignment.pairs
    [(0, 2), (1, 0), (2, 1)]
    >>> alignment.moved()
    {(0, 2)}
    """

    size_a: int
    size_b: int
    partner_of_a: dict[int, int] = attrs.field(factory=dict[int, int], init=False)
    partner_of_b: dict[int, int] = attrs.field(factory=dict[int, int], init=False)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """All pairs, in the order of the first sequence."""
        return sorted(self.partner_of_a.items())

    @property
    def only_a(self) -> list[int]:
        """The indices without a partner in the first sequence."""
        return [i for i in range(self.size_a) if i not in self.partner_of_a]

    @property
    def only_b(self) -> list[int]:
        """The indices without a partner in the second sequence."""
        return [j for j in range(self.size_b) if j not in self.partner_of_b]

    def match(self, i: int, j: int) -> None:
        """Make a pair of `i` and `j`."""
        self.partner_of_a[i] = j
        self.partner_of_b[j] = i

    def exact(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> None:
        """Match equal items: those that stand once on both sides, then their equal neighbours, and those at both ends."""
        times_a, times_b = Counter(a), Counter(b)
        place = {item: j for j, item in enumerate(b)}
        for i, item in enumerate(a):
            if times_a[item] == 1 == times_b[item]:
                self.match(i, place[item])
        self._match_equal(a, b, 0, 0)
        for i in range(1, self.size_a):
            if i - 1 in self.partner_of_a:
                self._match_equal(a, b, i, self.partner_of_a[i - 1] + 1)
        self._match_equal(a, b, self.size_a - 1, self.size_b - 1)
        for i in range(self.size_a - 2, -1, -1):
            if i + 1 in self.partner_of_a:
                self._match_equal(a, b, i, self.partner_of_a[i + 1] - 1)

    def _match_equal(self, a: Sequence[Hashable], b: Sequence[Hashable], i: int, j: int) -> None:
        free = i not in self.partner_of_a and j not in self.partner_of_b
        if free and 0 <= i < self.size_a and 0 <= j < self.size_b and a[i] == b[j]:
            self.match(i, j)

    def by_turns(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> None:
        """Match what has no partner yet and has equal keys: the first with the first, the second with the second; `None` is no key."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for j in reversed(self.only_b):
            waiting[b[j]].append(j)
        for i in self.only_a:
            if a[i] is not None and waiting.get(a[i]):
                self.match(i, waiting[a[i]].pop())

    def by_place(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> None:
        """Match by turns what has equal keys and stands behind items that are matched to each other."""
        behind_a, behind_b = self._matched_before()
        self.by_turns(
            [None if key is None else (key, behind_a[i]) for i, key in enumerate(a)],
            [None if key is None else (key, behind_b[j]) for j, key in enumerate(b)],
        )

    def _matched_before(self) -> tuple[list[int], list[int]]:
        """For each item of both sequences the last matched one before it, as an index into the first sequence."""
        last, behind_a = -1, []
        for i in range(self.size_a):
            behind_a.append(last)
            last = i if i in self.partner_of_a else last
        last, behind_b = -1, []
        for j in range(self.size_b):
            behind_b.append(last)
            last = self.partner_of_b.get(j, last)
        return behind_a, behind_b

    def by_likeness(self, a: Sequence[Collection[Hashable]], b: Sequence[Collection[Hashable]]) -> None:
        """Match what has no partner yet and many features in common, the most alike first."""
        having_a, having_b = _having(a, self.only_a), _having(b, self.only_b)
        common: Counter[tuple[int, int]] = Counter()
        for feature, owners in having_a.items():
            others = having_b.get(feature, [])
            if len(owners) <= _POPULAR and len(others) <= _POPULAR:
                common.update((i, j) for i in owners for j in others)
        likeness = {(i, j): 2 * shared / (len(a[i]) + len(b[j])) for (i, j), shared in common.items()}
        # of equally alike ones those that stand at the same place; pairs that are equal in this too have no item in common
        ranked = sorted(likeness, key=lambda pair: (-likeness[pair], abs(pair[0] - pair[1]), sum(pair)))
        for i, j in ranked:
            if likeness[i, j] >= _ALIKE and i not in self.partner_of_a and j not in self.partner_of_b:
                self.match(i, j)

    def moved(self, without: Collection[tuple[int, int]] = ()) -> set[tuple[int, int]]:
        """The pairs that stand in another order than the others, as few as possible; those `without` are left aside."""
        pairs = [pair for pair in self.pairs if pair not in without]
        return set(pairs) - set(rising(pairs))


def _having(features: Sequence[Collection[Hashable]], among: Iterable[int]) -> dict[Hashable, list[int]]:
    """Which of the items have a feature."""
    having: dict[Hashable, list[int]] = defaultdict(list)
    for index in among:
        for feature in features[index]:
            having[feature].append(index)
    return having


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, in order of their first numbers, whose second numbers rise too.

    >>> rising([(0, 1), (1, 2), (2, 0)])
    [(0, 1), (1, 2)]
    """
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        at[length : length + 1] = [index]
    found = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def in_order(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal words, both numbers rising: what two texts have in common.

    >>> in_order("a poor harvest".split(), "a rich harvest".split())
    [(0, 0), (2, 2)]
    """
    if list(b) < list(a):
        # of several longest runs always the same one
        return [(i, j) for j, i in in_order(b, a)]
    anchors = Alignment(len(a), len(b))
    anchors.exact(a, b)
    alignment = Alignment(len(a), len(b))
    for pair in rising(anchors.pairs):
        alignment.match(*pair)
    alignment.by_place(a, b)
    return rising(alignment.pairs)
