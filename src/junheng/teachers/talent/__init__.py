"""Talent programmes (article 7): studios, leading and backbone teachers, rural training, beside their targets.

allotted(rural, targets)                              # person-times of each county, in proportion
report(targets, day, programmes, trainings, rural)    # one document
"""

from junheng.teachers.talent.allotted import allotted
from junheng.teachers.talent.report import report

__all__ = ["allotted", "report"]
