"""The way by hand as a plan with teachers and days, so that the independent checker can say whether it holds."""

from collections import Counter

from junheng.policy.itinerant_rules import ItinerantRules
from junheng.teachers.itinerant.by_hand import Giver, Trip, trips_by_hand
from junheng.teachers.itinerant.group import Group
from junheng.teachers.itinerant.solve import Plan, Visit
from junheng.teachers.itinerant.weekdays import weekdays

Person = tuple[int, int]
"""A giver and which of its teachers."""


def hand_plan(group: Group, rules: ItinerantRules) -> Plan | None:
    """The plan by hand with nothing known of its bounds; None where nobody can be named or no day is left.

    The limits of a class, of schools in a week and of lessons at home are not looked at here.
    """
    givers, trips = trips_by_hand(group, rules)
    people = _people(group, givers, trips)
    if people is None or _most(people) > rules.days or _most([one.school for one in trips]) > rules.days:
        return None
    new = [(at, 0) for at, one in enumerate(givers) if one.new]
    carriers = {person: at for at, person in enumerate(sorted({*people, *new}))}
    days = weekdays([(carriers[who], trip.school) for who, trip in zip(people, trips, strict=True)], rules.days)
    visits = tuple(
        Visit(carriers[who], givers[who[0]].base, givers[who[0]].new, day, 0, trip.school, trip.lessons, trip.km)
        for who, trip, day in zip(people, trips, days, strict=True)
    )
    home = {
        at: (givers[who[0]].base, givers[who[0]].new, _home(group, rules, givers[who[0]], visits, at))
        for who, at in carriers.items()
    }
    return Plan(group, visits, home, len(new), 0, sum(one.km for one in trips), 0.0, 0.0)


def _most(of: list[Person] | list[int]) -> int:
    """How often the most frequent one occurs."""
    return max(Counter(of).values(), default=0)


def _people(group: Group, givers: list[Giver], trips: list[Trip]) -> list[Person] | None:
    """Who goes: the first teacher of the school whose load still has room for the lessons of the trip."""
    given: Counter[Person] = Counter()
    found = []
    for trip in trips:
        one = givers[trip.giver]
        several = 1 if one.new else int(group.have[one.base])
        fits = ((trip.giver, at) for at in range(several) if given[trip.giver, at] + trip.lessons <= group.load)
        who = next(fits, None)
        if who is None:
            return None
        given[who] += trip.lessons
        found.append(who)
    return found


def _home(group: Group, rules: ItinerantRules, giver: Giver, visits: tuple[Visit, ...], carrier: int) -> int:
    """Lessons at home: of a new post those it was made for, of another teacher as many as load and days leave."""
    if giver.new:
        return giver.home
    mine = [one for one in visits if one.carrier == carrier]
    left = group.load - sum(one.lessons for one in mine)
    if rules.teacher is not None:
        left = min(left, rules.teacher * (rules.days - len(mine)))
    return int(left)
