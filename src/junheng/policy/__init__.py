"""The two policy documents and the national standards as data.

A standard says what is measured and what it is held against; every number in it is a dated parameter with the sentence
it comes from and how sure we are of it. Ask for one by id or bring your own file::

    standard = load_standard("jiaodu-2017-6")
    rules = standard.rules(statistics_day(2025))
    rules.number("L4.primary")   # 4.5 ㎡ per pupil
"""

from junheng.policy.articles import Article, articles
from junheng.policy.errors import PolicyError, PolicyFault
from junheng.policy.loader import load_standard, read_standard, standards
from junheng.policy.parameters import Confidence, Dated, Parameter, Rules, Value
from junheng.policy.standard import (
    CountyRule,
    Indicator,
    Item,
    Ratio,
    SchoolRule,
    SpecialCase,
    Standard,
)
from junheng.policy.text import Language, Text
from junheng.policy.version import policy_version
from junheng.policy.years import statistics_day, year_label

__all__ = [
    "Article",
    "Confidence",
    "CountyRule",
    "Dated",
    "Indicator",
    "Item",
    "Language",
    "Parameter",
    "PolicyError",
    "PolicyFault",
    "Ratio",
    "Rules",
    "SchoolRule",
    "SpecialCase",
    "Standard",
    "Text",
    "Value",
    "articles",
    "load_standard",
    "policy_version",
    "read_standard",
    "standards",
    "statistics_day",
    "year_label",
]
