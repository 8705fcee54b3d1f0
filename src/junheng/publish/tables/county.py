"""The tables of one county that belong together: what its papers, page and downloads are made from."""

from collections.abc import Sequence

from junheng.balance.model import CityVerdict
from junheng.policy.text import Text
from junheng.publish.table import Table
from junheng.publish.tables.dispersions import dispersions
from junheng.publish.tables.items import items
from junheng.publish.tables.missing import missing
from junheng.publish.tables.schools import failing_schools, school_values


def county_tables(city: CityVerdict, county_code: str, notes: Sequence[Text] = ()) -> tuple[Table, ...]:
    """Dispersions, values by school, failing schools, items by domain and what is missing."""
    makers = (dispersions, school_values, failing_schools, items, missing)
    return tuple(maker(city, county_code, notes=notes) for maker in makers)
