"""Itinerant teaching (走教, article 6): small schools that lack less than a whole teacher of a subject share one.

groups = groups_of(schools, teachers, hours, km, load)     # a county, a section, a subject: lessons and teachers
plan(group, rules, solver, seconds)                       # fewest new posts, then the shortest ways, with a bound
by_hand(group, rules)                                     # what is done without a plan, to be held against it
faults(tables, km, laws, document)                       # the independent checker
report(tables, km, laws, seconds)                         # one document, never worse than by hand where that holds
"""

from junheng.teachers.itinerant.by_hand import by_hand
from junheng.teachers.itinerant.check import faults
from junheng.teachers.itinerant.group import Group, Laws, Tables, groups_of
from junheng.teachers.itinerant.report import report
from junheng.teachers.itinerant.solve import Plan, plan

__all__ = ["Group", "Laws", "Plan", "Tables", "by_hand", "faults", "groups_of", "plan", "report"]
