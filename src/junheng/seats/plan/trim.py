"""What is proposed but not needed is taken off again: dear things first, as long as no more children lose a seat.

The answer of a program that ran out of time often builds too much. Children may be split over schools here as there, so
one maximum flow per section tells who is left without a seat.
"""

from collections.abc import Mapping
from dataclasses import replace

from junheng.seats.plan.costs import Prices
from junheng.seats.plan.options import Built, Classes, Land, Limits, Need, left_over


def trimmed(built: Built, needs: Mapping[str, Need], land: Land, prices: Prices, limits: Limits) -> Built:
    """The same plan without what it does not need.

    Args:
        built: what is proposed.
        needs: by section.
        land: sites; those opened earlier cost no new school.
        prices: to count the cost anew.
        limits: least classes of a new school.
    """
    classes: Classes = {**built.new, **built.added}
    small = {code: limits.least_classes for code, opened in zip(land.code, land.opened, strict=True) if not opened}
    left = {section: left_over(needs[section], classes, section) for section in needs}
    for key in sorted(classes, key=lambda one: (one not in built.new, -classes[one], one)):
        section = key[0]
        others = sum(count for other, count in left.items() if other != section)
        for fewer in _steps(classes, key, small):
            tried = {**classes, key: fewer}
            unserved = left_over(needs[section], tried, section)
            if others + unserved <= built.allowed:
                classes, left[section] = tried, unserved
                break
    kept = {key: count for key, count in classes.items() if count}
    new = {key: count for key, count in kept.items() if key in built.new}
    added = {key: count for key, count in kept.items() if key in built.added}
    return counted(replace(built, new=new, added=added, unserved=sum(left.values())), land, prices)


def _steps(classes: Classes, key: tuple[str, str], small: Mapping[str, int]) -> list[int]:
    """Fewer classes to try, fewest first: none, then quarters of what is there; never a new school below its size."""
    now = classes[key]
    elsewhere = sum(count for (section, code), count in classes.items() if code == key[1] and section != key[0])
    tries = sorted({0, now // 4, now // 2, 3 * now // 4, now - 1} - {now})
    return [one for one in tries if one + elsewhere == 0 or one + elsewhere >= small.get(key[1], 0)]


def counted(built: Built, land: Land, prices: Prices) -> Built:
    """The plan with its cost counted anew; what was proven of the cheapest one stays."""
    openings = land.openings({code for _, code in built.new})
    fresh, more = sum(built.new.values()), sum(built.added.values())
    money = openings + fresh * prices.new_class + more * prices.added_class
    gap = max(0.0, money - built.money_bound) / max(built.money_bound, 1.0)
    return replace(built, cost=prices.cost(openings, fresh, more), cost_gap=gap if money else 0.0)
