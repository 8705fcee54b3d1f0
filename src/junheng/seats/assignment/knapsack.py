"""The most valuable areas that fit into one school: exact 0/1 knapsack by depth-first branch and bound.

A school takes some twenty areas worth taking, so a search with the fractional bound beats a table over the seats.
Reference: S. Martello, P. Toth, Knapsack Problems, Wiley 1990, ch. 2.
"""

from typing import NamedTuple

import numpy as np

from junheng.seats.assignment.model import Floats, Ints
from junheng.seats.compiled import compiled

NODES = 2_000
"""Nodes searched for one school before its fractional value is taken instead: still a bound, only weaker."""


class Sack(NamedTuple):
    """Room for one search, reused from school to school: item by item, and in order of value per pupil."""

    area: Ints
    value: Floats
    weight: Ints
    order: Ints
    share: Floats
    taken: Ints
    chosen: Floats


def sack(most: int) -> Sack:
    """Room for ``most`` items."""
    whole = np.zeros((4, most + 1), np.int64)
    real = np.zeros((3, most + 1), np.float64)
    return Sack(whole[0], real[0], whole[1], whole[2], real[1], whole[3], real[2])


@compiled
def fill(room: Sack, count: int, seats: int) -> float:
    """The greatest total value of items ``0..count-1`` within ``seats``; ``chosen`` is 1 on the items taken.

    Where the search grows past ``NODES`` the fractional optimum is given, with a fraction in ``chosen``.
    """
    total = 0
    for item in range(count):
        total += room.weight[item]
    if total <= seats:
        value = 0.0
        for item in range(count):
            room.chosen[item] = 1.0
            value += room.value[item]
        return value
    by_share(room, count)
    value = search(room, count, seats)
    return value if value >= 0.0 else fractional(room, count, seats)


@compiled
def by_share(room: Sack, count: int) -> None:
    """Orders the items by value per pupil, best first."""
    for item in range(count):
        room.share[item] = room.value[item] / max(room.weight[item], 1e-9)
        at = item - 1
        while at >= 0 and room.share[room.order[at]] < room.share[item]:
            room.order[at + 1] = room.order[at]
            at -= 1
        room.order[at + 1] = item


@compiled
def fractional(room: Sack, count: int, seats: int) -> float:
    """The value when the last item may be taken in part."""
    value, left = 0.0, float(seats)
    for at in range(count):
        item = room.order[at]
        part = 1.0 if room.weight[item] <= left else left / room.weight[item]
        room.chosen[item] = part
        left -= part * room.weight[item]
        value += part * room.value[item]
    return value


@compiled
def search(room: Sack, count: int, seats: int) -> float:
    """Depth first, best share first; -1 when it takes too many nodes."""
    best, value, left, at = -1.0, 0.0, seats, 0
    for _ in range(NODES):
        if promise(room, count, at, left) + value > best + 1e-9 * abs(best):
            while at < count:
                item = room.order[at]
                fits = room.weight[item] <= left
                room.taken[at] = 1 if fits else 0
                if fits:
                    left -= room.weight[item]
                    value += room.value[item]
                at += 1
                if not fits and promise(room, count, at, left) + value <= best:
                    break
            if at == count and value > best:
                best = value
                for done in range(count):
                    room.chosen[room.order[done]] = room.taken[done]
        at -= 1
        while at >= 0 and room.taken[at] == 0:
            at -= 1
        if at < 0:
            return best
        room.taken[at] = 0
        left += room.weight[room.order[at]]
        value -= room.value[room.order[at]]
        at += 1
    return -1.0


@compiled
def promise(room: Sack, count: int, at: int, left: int) -> float:
    """What the items from ``at`` on can add at most."""
    value = 0.0
    while at < count:
        item = room.order[at]
        if room.weight[item] > left:
            return float(value + left * room.share[item])
        left -= room.weight[item]
        value += room.value[item]
        at += 1
    return value
