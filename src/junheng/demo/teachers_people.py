"""The table of teachers of the synthetic city: an invented person for every teacher that its workbooks count."""

import numpy as np
import polars as pl

from junheng.demo.calibration import YEARS
from junheng.demo.city import City
from junheng.demo.profiles import profiles
from junheng.demo.teachers_bonds import bonds
from junheng.demo.teachers_persons import persons
from junheng.demo.teachers_ranks import Bools, Ints, ranks
from junheng.demo.teachers_told import SECTIONS, told

COLUMNS = (
    *("teacher_id", "teacher_name", "school_code", "section", "subject", "backbone", "years_at_school", "eligible"),
    *("degree", "birth", "gender", "exclusion", "principal", "partner_id", "child_school", "title_rank"),
    *("wish_1", "wish_2", "wish_3", "note"),
)


def people(city: City, held: pl.DataFrame) -> pl.DataFrame:
    """A row for each teacher in the order of ``held``, the posts."""
    post = np.repeat(np.arange(held.height), held["teachers"].to_numpy())
    codes = list(profiles())
    county = np.array([codes.index(one) for one in held["county_code"]], dtype=np.int64)[post]
    frame = persons(city.seed, held, post).with_columns(
        *held.select("school_code", pl.col("section").replace_strict(SECTIONS))[post].get_columns(), *_names(county)
    )
    eligible = _eligible(city, codes, county, frame)
    tied = bonds(city.seed, held, post, frame["teacher_id"].to_numpy(), eligible)
    return frame.with_columns(
        eligible=pl.Series(eligible.astype(np.int8)),
        note=pl.lit(told()["note"]),
        **{name: pl.Series(values) for name, values in tied.items()},
    ).select(COLUMNS)


def _names(county: Ints) -> tuple[pl.Expr, pl.Expr]:
    """Pseudonyms and invented names, numbered through within a county."""
    number = ranks(county, np.arange(county.size, dtype=np.float64)) + 1
    places = (
        pl.Series((county + 1).astype(str)).str.zfill(2),
        pl.Series(number.astype(str)).str.zfill(5),
    )
    return pl.format(told()["id"], *places).alias("teacher_id"), pl.format(told()["name"], places[1]).alias(
        "teacher_name"
    )


def _eligible(city: City, codes: list[str], county: Ints, frame: pl.DataFrame) -> Bools:
    """As many as each county reports, those longest at their school; heads who have been there as long count apart."""
    reported = dict(city.facts[YEARS[-1]]["counties"].select("county_code", "rotation_eligible").iter_rows())
    most = np.array([reported.get(one) or 0 for one in codes])
    years = frame["years_at_school"].to_numpy()
    head, free = (frame["principal"] == 1).to_numpy(), (frame["exclusion"] == "").to_numpy()
    found = free & ~head
    found &= ranks(county, np.where(found, -years, np.inf)) < most[county]
    least = np.full(len(codes), np.inf)
    np.minimum.at(least, county[found], years[found])
    chosen: Bools = found | (free & head & (years >= least[county]))
    return chosen
