"""What every invented teacher is like, in the numbers that the workbooks report for each post."""

from collections.abc import Iterable

import numpy as np
import polars as pl
from numpy.random import Generator
from numpy.typing import NDArray

from junheng.demo.calibration import YEARS
from junheng.demo.draws import draws
from junheng.demo.teachers_ranks import Bools, Floats, Ints, dealt, ranks
from junheng.demo.teachers_told import PE_ART, SECTIONS, told

DEGREES = {
    "degree_doctor": "博士",
    "degree_master": "硕士",
    "degree_bachelor": "本科",
    "degree_college": "专科",
    "degree_secondary": "高中阶段及以下",
}
HIGH, MIDDLE, LOW = "高级教师", "一级教师", "二级教师"
GRADUATED = 22
"""Age at which nobody has been at a school for long."""


def persons(seed: int, held: pl.DataFrame, post: Ints) -> pl.DataFrame:
    """A row for each teacher; ``held``: the posts, ``post``: (T,) that of each, in order."""
    rng = draws(seed, "teachers")
    youngest, oldest = told()["age"]
    age = rng.uniform(youngest, oldest, post.size)
    senior = -age + rng.normal(0, told()["blur"], post.size)
    prime = np.abs(age - told()["prime"]) + rng.normal(0, told()["blur"], post.size)
    female = rng.random(post.size) < np.array([told()["women"][one] for one in held["section"]])[post]
    at_school = (age - GRADUATED) * rng.random(post.size) ** (1 / told()["years"] - 1)
    stood = YEARS[-1] - held["founded_year"].to_numpy()[post]
    order = ranks(post, rng.random(post.size))
    (middle,) = _counts(held, ["middle_title_teachers"], post)
    high = np.round(middle * told()["high"]).astype(np.int64)
    (backbone,) = _counts(held, ["backbone_teachers"], post)
    return pl.DataFrame(
        {
            "subject": _subject(rng, held, post, order),
            "backbone": (ranks(post, prime) < backbone).astype(np.int8),
            "years_at_school": np.minimum(at_school, stood).astype(np.int64),
            "degree": dealt(DEGREES.values(), _counts(held, DEGREES, post), ranks(post, -senior)),
            "birth": _births(age),
            "gender": np.where(female, "女", "男"),
            "exclusion": _exclusion(rng, age, female),
            "principal": _heads(held, post, order, senior).astype(np.int8),
            "title_rank": dealt((HIGH, MIDDLE), (high, middle - high), ranks(post, senior), LOW),
        }
    )


def _counts(held: pl.DataFrame, columns: Iterable[str], post: Ints) -> list[Ints]:
    """What the workbooks count at the post of each."""
    return [held[one].to_numpy()[post] for one in columns]


def _subject(rng: Generator, held: pl.DataFrame, post: Ints, order: Ints) -> NDArray[np.str_]:
    """Those of physical education, music and art as they are counted, the others by the shares of their section."""
    special = _counts(held, PE_ART.values(), post)
    before = np.sum(special, axis=0)
    others = np.maximum(held["teachers"].to_numpy()[post] - before, 1)
    place = (np.maximum(order - before, 0) + rng.random(held.height)[post]) / others
    found = np.empty(post.size, dtype=object)
    for section in SECTIONS:
        shares = told()["subjects"][section]
        here = (held["section"] == section).to_numpy()[post]
        until = np.cumsum(list(shares.values()))[:-1]
        found[here] = np.array(list(shares))[np.searchsorted(until, place[here], side="right")]
    return np.where(order < before, dealt(PE_ART, special, order), found.astype(str))


def _heads(held: pl.DataFrame, post: Ints, order: Ints, senior: Floats) -> Bools:
    """One head of each school: the most senior of its first section beside those of physical education and art."""
    first = held.select(pl.col("school_code").is_first_distinct()).to_series().to_numpy()[post]
    special = np.sum(_counts(held, PE_ART.values(), post), axis=0)
    may = first & (order >= special)
    found: Bools = may & (ranks(post, np.where(may, senior, np.inf)) == 0)
    return found


def _births(age: Floats) -> pl.Series:
    """Year and month of birth of those of an age on the first of September of the last year."""
    months = (YEARS[-1] * 12 + 8 - np.floor(age * 12)).astype(np.int64)
    frame = pl.DataFrame({"year": months // 12, "month": months % 12 + 1})
    return frame.select(pl.format("{}-{}", "year", pl.col("month").cast(pl.String).str.zfill(2))).to_series()


def _exclusion(rng: Generator, age: Floats, female: Bools) -> NDArray[np.str_]:
    """Reasons of the few who do not move for now; those of the young mothers fit nobody else."""
    made = told()["excluded"]
    young = female & (age < made["mothers_until"])
    reason = np.where(young & (rng.random(age.size) < made["mothers"]), made["mother"], "")
    other = rng.choice(made["others"], age.size)
    reason = np.where(reason == "", other, reason)
    return np.where(rng.random(age.size) < made["share"], reason, "")
