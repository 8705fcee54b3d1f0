"""Rotation (交流轮岗, article 12): who goes where, so that backbone teachers, degrees and subjects are spread evenly.

    city = city_of(teachers, schools, km, rules, day)      # tables in, every fault at once
    plans = rotate(city.counties, rules)                   # the best moves of each county, with a bound
    faults(city, km, rules, rows)                          # the independent checker
    report(city, rules, plans)                             # one document

``draft``, ``check_edit`` and ``price_of_edit`` answer an editor's single change at once; ``forced`` says what the best
plan around it costs.
"""

from junheng.teachers.rotation.arrays import different
from junheng.teachers.rotation.check import faults
from junheng.teachers.rotation.city import City, city_of
from junheng.teachers.rotation.county import County, Staff
from junheng.teachers.rotation.draft import Breach, Change, Draft, check_edit, draft, edited, price_of_edit
from junheng.teachers.rotation.inputs import Inputs, inputs_of, ways_of
from junheng.teachers.rotation.report import report
from junheng.teachers.rotation.solve import CountyPlan, rotate
from junheng.teachers.rotation.ways import kilometres
from junheng.teachers.rotation.what_if import forced

__all__ = [
    "Breach",
    "Change",
    "City",
    "County",
    "CountyPlan",
    "Draft",
    "Inputs",
    "Staff",
    "check_edit",
    "city_of",
    "different",
    "draft",
    "edited",
    "faults",
    "forced",
    "inputs_of",
    "kilometres",
    "price_of_edit",
    "report",
    "rotate",
    "ways_of",
]
