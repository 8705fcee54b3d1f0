"""Tables made from verdicts, each built once and rendered everywhere."""

from junheng.publish.tables.comparison import comparison
from junheng.publish.tables.county import county_tables
from junheng.publish.tables.dispersions import dispersions
from junheng.publish.tables.flat import flat_counties, flat_schools
from junheng.publish.tables.items import item_failures, items
from junheng.publish.tables.missing import missing
from junheng.publish.tables.overview import city_overview
from junheng.publish.tables.parameters import parameters
from junheng.publish.tables.schools import failing_schools, school_values
from junheng.publish.tables.statistics import indicator_statistics
from junheng.publish.tables.trends import trend

__all__ = [
    "city_overview",
    "comparison",
    "county_tables",
    "dispersions",
    "failing_schools",
    "flat_counties",
    "flat_schools",
    "indicator_statistics",
    "item_failures",
    "items",
    "missing",
    "parameters",
    "school_values",
    "trend",
]
