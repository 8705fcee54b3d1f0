"""An invented flat table of many counties; none is real."""

import polars as pl

from tests.balance.remedy.county import row, rows
from tests.balance.tables import table


def counties(several: int) -> pl.DataFrame:
    """Of every ten counties nine have a school that fails, and one a school of which equipment is not reported."""
    found = []
    for at in range(several):
        code = f"99{at:04}"
        held = [{**one, "school_code": f"{code}-{one['school_code']}"} for one in rows()]
        if at % 10 == 0:
            held.append(row(f"{code}-x", equipment_value_yuan=None))
        found += [{**one, "county_code": code, "county": f"样例县{at:03}"} for one in held]
    return table(*found)


def written(several: int) -> bytes:
    """As a CSV file."""
    return counties(several).write_csv().encode()
