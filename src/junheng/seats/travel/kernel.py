"""Bounded shortest paths from many sources, compiled: a label-correcting search over a ring-less bucket list.

Nodes wait in buckets of equal width, in doubly linked lists laid over two arrays, so that an improved node moves to its
new bucket in constant time and nothing is ever sorted. With a width near the usual length of an edge almost every node
is scanned once. Reference: B. V. Cherkassky, A. V. Goldberg, T. Radzik, Shortest paths algorithms: theory and
experimental evaluation, Mathematical Programming 73 (1996); R. B. Dial, Communications of the ACM 12 (1969).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from junheng.seats.compiled import compiled

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]

NONE = -1
OUT = -2
"""In ``before``: the node waits in no bucket."""


class Rows(NamedTuple):
    """Compressed rows: row i holds ``items`` and ``metres`` from ``starts[i]`` up to ``starts[i + 1]``."""

    starts: Ints
    items: Ints
    metres: Floats


class Reach(NamedTuple):
    """``limit``: largest distance in metres; ``per_metre``: one over the width of a bucket."""

    limit: float
    per_metre: float


class Work(NamedTuple):
    """Memory of one search. Between searches ``reached`` and ``best`` are infinite and the buckets ``first`` empty.

    ``before``, ``after``: a node's neighbours in its bucket. ``seen``: nodes reached; ``hit``: targets reached.
    """

    reached: Floats
    best: Floats
    before: Ints
    after: Ints
    first: Ints
    seen: Ints
    hit: Ints


@compiled
def search(arcs: Rows, source: int, reach: Reach, work: Work) -> int:  # noqa: C901
    """Metres of every node within the limit of a source, into ``reached``; how many there are.

    Lists are spliced in place: as functions of their own the same lines take twice the time.
    """
    starts, heads, metres = arcs.starts, arcs.items, arcs.metres
    reached, before, after, first, seen = work.reached, work.before, work.after, work.first, work.seen
    limit, per_metre = reach.limit, reach.per_metre
    reached[source], before[source], after[source] = 0.0, NONE, NONE
    first[0], seen[0] = source, source
    count, now, last = 1, 0, 0
    while now <= last:
        node = first[now]
        if node == NONE:
            now += 1
            continue
        behind = after[node]
        first[now] = behind
        if behind != NONE:
            before[behind] = NONE
        before[node] = OUT
        here = reached[node]
        for arc in range(starts[node], starts[node + 1]):
            other, there = heads[arc], here + metres[arc]
            known = reached[other]
            if there >= known or there > limit:
                continue
            reached[other] = there
            bucket = int(there * per_metre)
            if known == np.inf:
                seen[count] = other
                count += 1
            elif before[other] != OUT:
                old = int(known * per_metre)
                if old == bucket:
                    continue
                ahead, behind = before[other], after[other]
                if ahead == NONE:
                    first[old] = behind
                else:
                    after[ahead] = behind
                if behind != NONE:
                    before[behind] = ahead
            behind = first[bucket]
            before[other], after[other] = NONE, behind
            if behind != NONE:
                before[behind] = other
            first[bucket] = other
            last = max(last, bucket)
    return count


@compiled
def gather(targets: Rows, count: int, limit: float, work: Work) -> int:
    """Shortest way to each target that hangs on a seen node, into ``best``; how many targets were hit."""
    found = 0
    for at in range(count):
        node = work.seen[at]
        for entry in range(targets.starts[node], targets.starts[node + 1]):
            away = work.reached[node] + targets.metres[entry]
            target = targets.items[entry]
            if away <= limit and away < work.best[target]:
                if work.best[target] == np.inf:
                    work.hit[found] = target
                    found += 1
                work.best[target] = away
        work.reached[node] = np.inf
    return found


@compiled
def many_to_many(arcs: Rows, sources: int, targets: Rows, count: int, reach: Reach) -> tuple[Ints, Ints, Floats]:
    """All pairs of a source and a target within the limit.

    Args:
        arcs: by node, where they lead and how far; the last nodes are the sources.
        sources: number of sources.
        targets: by node, the targets that hang on it and the metres to them.
        count: number of targets.
        reach: how far to look.

    Returns:
        Source, target, metres; in the order of the sources.
    """
    nodes = len(arcs.starts) - 1
    work = Work(
        np.full(nodes, np.inf),
        np.full(count, np.inf),
        np.full(nodes, OUT, np.int32),
        np.full(nodes, NONE, np.int32),
        np.full(int(reach.limit * reach.per_metre) + 2, NONE, np.int32),
        np.empty(nodes, np.int32),
        np.empty(count, np.int32),
    )
    room, total = max(1024, 64 * sources), 0
    from_, to, far = np.empty(room, np.int32), np.empty(room, np.int32), np.empty(room, np.float64)
    for source in range(sources):
        found = gather(targets, search(arcs, nodes - sources + source, reach, work), reach.limit, work)
        if total + found > room:
            room = 2 * room + found
            from_, to, far = enlarged(from_, to, far, total, room)
        for at in range(found):
            target = work.hit[at]
            from_[total], to[total], far[total] = source, target, work.best[target]
            work.best[target] = np.inf
            total += 1
    return from_[:total], to[:total], far[:total]


@compiled
def enlarged(from_: Ints, to: Ints, far: Floats, total: int, room: int) -> tuple[Ints, Ints, Floats]:
    """Larger arrays with the first ``total`` triplets copied."""
    more_from, more_to, more_far = np.empty(room, np.int32), np.empty(room, np.int32), np.empty(room, np.float64)
    more_from[:total], more_to[:total], more_far[:total] = from_[:total], to[:total], far[:total]
    return more_from, more_to, more_far
