"""Forecasts of real schools against what one would do by hand, from every past year: error by horizon, and coverage.

``--data`` is a folder with ``bcpss_enrollment.csv`` (Baltimore City Public Schools, autumn 2003–2020: year,
school_number, enrolled_count, grade; counts below 10 are blank).

Every origin from the sixth year on forecasts the next five years, knowing only the years before it: nothing is fitted
to what came later, the method and the bands included. A row is a school's grades PK–5, 6–8 or 9–12. It is scored when
it is taught and wholly reported both at the origin and in the year forecast: schools that closed, opened or hold a
suppressed count are left out for every method alike. Schools that add or drop grades are kept.

The peers are run here again, on their own, without the package: the last value, and the grade progression of each
school by the mean of its last three ratios (entry grades and grades without a ratio keep their last value).
"""

import argparse
import time
import warnings
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from junheng.seats.forecast import forecast

SECTIONS = {"PK-5": range(7), "6-8": range(7, 10), "9-12": range(10, 14)}
GRADES = ["PK", "K", *(str(grade) for grade in range(1, 13))]
HORIZON = 5
FIRST_ORIGIN = 5
Numbers = npt.NDArray[np.float64]


def enrolment(folder: Path) -> pl.DataFrame:
    """One row per year, school and grade; rows of totals are left out."""
    read = pl.read_csv(folder / "bcpss_enrollment.csv", infer_schema_length=None, null_values=["NA"])
    return read.filter((pl.col("school_number") != 0) & pl.col("grade").is_in(GRADES)).select(
        "year", area=pl.col("school_number").cast(pl.String), grade="grade", pupils="enrolled_count"
    )


def block(table: pl.DataFrame) -> tuple[list[int], list[str], Numbers, npt.NDArray[np.bool_]]:
    """Years, schools, counts (years × schools × grades, NaN where unknown or not taught) and where a row is blank."""
    years, schools = sorted(table["year"].unique()), sorted(table["area"].unique())
    counts = np.full((len(years), len(schools), len(GRADES)), np.nan)
    blank = np.zeros(counts.shape, dtype=bool)
    for year, school, grade, pupils in table.iter_rows():
        at = years.index(year), schools.index(school), GRADES.index(grade)
        blank[at] = pupils is None
        if pupils is not None:
            counts[at] = pupils
    return years, schools, counts, blank


def last_value(past: Numbers) -> Numbers:
    return np.repeat(past[-1][None], HORIZON, axis=0)


def grade_progression(past: Numbers) -> Numbers:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ratios = np.nanmean(past[-3:, :, 1:] / past[-4:-1, :, :-1], axis=0)
    now, ahead = past[-1], []
    for _ in range(HORIZON):
        moved = np.full_like(now, np.nan)
        moved[:, 1:] = ratios * now[:, :-1]
        usable = np.isfinite(moved)
        now = np.where(np.isnan(past[-1]), np.nan, np.where(usable, moved, past[-1]))
        ahead.append(now)
    return np.array(ahead)


def ours(table: pl.DataFrame, year: int, schools: list[str], years: int) -> tuple[Numbers, Numbers, Numbers]:
    """Point, low and high (horizon × schools × sections) of the command's own totals."""
    found = forecast(table.filter(pl.col("year") <= year), years, sections=",".join(SECTIONS)).totals
    place = {school: at for at, school in enumerate(schools)}
    shape = (HORIZON, len(schools), len(SECTIONS))
    point, low, high = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for row in found.filter(pl.col("area") != "").iter_rows(named=True):
        at = row["year"] - year - 1, place[row["area"]], list(SECTIONS).index(row["section"])
        point[at], low[at], high[at] = row["point"], row["low"], row["high"]
    return point, low, high


def in_sections(values: Numbers) -> Numbers:
    return np.stack([np.nansum(values[..., list(part)], axis=-1) for part in SECTIONS.values()], axis=-1)


def whole(counts: Numbers, blank: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Where a section is taught and wholly reported."""
    taught = [(~np.isnan(counts[..., list(part)])).any(-1) for part in SECTIONS.values()]
    hidden = [blank[..., list(part)].any(-1) for part in SECTIONS.values()]
    return np.stack(taught, -1) & ~np.stack(hidden, -1)


def run(folder: Path) -> None:
    table = enrolment(folder)
    years, schools, counts, blank = block(table)
    scored, truth = whole(counts, blank), in_sections(counts)
    names = ("last value", "grade progression", "ours")
    errors = np.zeros((HORIZON, len(SECTIONS), len(names)))
    pupils, rows, inside = np.zeros((HORIZON, len(SECTIONS))), np.zeros(HORIZON), np.zeros(HORIZON)
    seconds = 0.0
    for origin in range(FIRST_ORIGIN, len(years) - 1):
        past = counts[: origin + 1]
        ahead = min(HORIZON, len(years) - 1 - origin)
        start = time.perf_counter()
        point, low, high = ours(table, years[origin], schools, ahead)
        seconds += time.perf_counter() - start
        said = (in_sections(last_value(past)), in_sections(grade_progression(past)), point)
        for step in range(ahead):
            held = scored[origin] & scored[origin + step + 1]
            actual = truth[origin + step + 1]
            for at, one in enumerate(said):
                errors[step, :, at] += np.where(held, np.abs(one[step] - actual), 0.0).sum(0)
            pupils[step] += np.where(held, actual, 0.0).sum(0)
            rows[step] += held.sum()
            inside[step] += (held & (low[step] <= actual) & (actual <= high[step])).sum()
    show(errors, pupils, rows, inside)
    origins = len(years) - 1 - FIRST_ORIGIN
    print(
        f"{origins} origins {years[FIRST_ORIGIN]}-{years[-2]}, "
        f"{seconds / origins:.1f} s for each forecast with its back-test"
    )


def show(errors: Numbers, pupils: Numbers, rows: Numbers, inside: Numbers) -> None:
    print("years ahead    rows   WAPE: last value   grade progression     ours   below the better   in the 80 % band")
    for step in [*range(HORIZON), slice(None)]:
        missed, of = errors[step].sum(axis=tuple(range(errors[step].ndim - 1))), pupils[step].sum()
        name = "all" if isinstance(step, slice) else str(step + 1)
        print(
            f"{name:>11} {rows[step].sum():7.0f} {missed[0] / of:18.2%} {missed[1] / of:19.2%} {missed[2] / of:8.2%} "
            f"{1 - missed[2] / missed[:2].min():18.1%} {inside[step].sum() / rows[step].sum():18.1%}"
        )
    for at, name in enumerate(SECTIONS):
        missed = errors[:, at].sum(0)
        print(f"{name:>11} of all {missed[0] / pupils[:, at].sum():19.2%} {missed[1] / pupils[:, at].sum():19.2%} "
              f"{missed[2] / pupils[:, at].sum():8.2%} {1 - missed[2] / missed[:2].min():18.1%}")  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True)
    run(parser.parse_args().data)
