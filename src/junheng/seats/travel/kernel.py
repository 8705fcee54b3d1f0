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
def put(node: int, metres: float, reach: Reach, work: Work) -> int:
    """Put a node that waits nowhere in front of its bucket; returns the bucket."""
    bucket = int(metres * reach.per_metre)
    next_one = work.first[bucket]
    work.after[node] = next_one
    work.before[node] = NONE
    if next_one != NONE:
        work.before[next_one] = node
    work.first[bucket] = node
    return bucket


@compiled
def take(node: int, bucket: int, work: Work) -> None:
    """Take a waiting node out of its bucket."""
    previous, next_one = work.before[node], work.after[node]
    if previous == NONE:
        work.first[bucket] = next_one
    else:
        work.after[previous] = next_one
    if next_one != NONE:
        work.before[next_one] = previous
    work.before[node] = OUT


@compiled
def improve(node: int, metres: float, count: int, reach: Reach, work: Work) -> tuple[int, int]:
    """Note a shorter way to a node and let it wait for its turn; returns the nodes seen and its bucket."""
    known = work.reached[node]
    if known == np.inf:
        work.seen[count] = node
        count += 1
    elif work.before[node] != OUT:
        take(node, int(known * reach.per_metre), work)
    work.reached[node] = metres
    return count, put(node, metres, reach, work)


@compiled
def search(arcs: Rows, seeds: Rows, source: int, reach: Reach, work: Work) -> int:
    """Metres of every node within the limit of a source, into ``reached``; how many there are."""
    count, last = 0, 0
    for at in range(seeds.starts[source], seeds.starts[source + 1]):
        if seeds.metres[at] <= reach.limit and seeds.metres[at] < work.reached[seeds.items[at]]:
            count, bucket = improve(seeds.items[at], seeds.metres[at], count, reach, work)
            last = max(last, bucket)
    now = 0
    while now <= last:
        node = work.first[now]
        if node == NONE:
            now += 1
            continue
        take(node, now, work)
        here = work.reached[node]
        for arc in range(arcs.starts[node], arcs.starts[node + 1]):
            there = here + arcs.metres[arc]
            if there < work.reached[arcs.items[arc]] and there <= reach.limit:
                count, bucket = improve(arcs.items[arc], there, count, reach, work)
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
def many_to_many(arcs: Rows, seeds: Rows, targets: Rows, count: int, reach: Reach) -> tuple[Ints, Ints, Floats]:
    """All pairs of a source and a target within the limit.

    Args:
        arcs: by node, where they lead and how far.
        seeds: by source, the nodes it starts from and the metres to them.
        targets: by node, the targets that hang on it and the metres to them.
        count: number of targets.
        reach: how far to look.

    Returns:
        Source, target, metres; in the order of the sources.
    """
    nodes, sources = len(arcs.starts) - 1, len(seeds.starts) - 1
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
        found = gather(targets, search(arcs, seeds, source, reach, work), reach.limit, work)
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
