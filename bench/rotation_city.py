"""A seeded city for the bench of rotation: tables of text as a county's personnel office would export them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

SUBJECTS = ("语文", "数学", "英语", "道德与法治", "科学", "体育", "音乐", "美术", "物理", "历史")
SHARES = (0.25, 0.2, 0.12, 0.08, 0.08, 0.07, 0.05, 0.05, 0.05, 0.05)
RULES = {
    "eligible.years": 6,
    "commute.cap": 10,
    "movers.most": 15,
    "out.most": 25,
    "in.most": 25,
    "couple.most": 1,
    "child.km": 10,
    "principal.years": 6,
    "allowance.month": 300,
    "exclude.age.male": 58,
    "exclude.age.female": 53,
}
"""Numbers for the bench alone, so that every rule is at work; none of them is the rule of any city."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Text tables as the command reads them."""

    teachers: pl.DataFrame
    schools: pl.DataFrame
    distances: pl.DataFrame

    def write(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("teachers", "schools", "distances"):
            getattr(self, name).write_csv(folder / f"{name}.csv")
        return folder


def tables(teachers: int, schools: int, counties: int, seed: int = 1) -> Tables:
    """A city of some counties; rich schools have more backbone teachers and degrees."""
    dice = np.random.default_rng(seed)
    county = np.sort(dice.integers(0, counties, schools))
    at = np.stack((county % 4 * 30, county // 4 * 30), axis=1) + dice.uniform(0, 12, (schools, 2))
    junior = dice.random(schools) < 1 / 3
    pupils = np.round(dice.lognormal(6.5, 0.6, schools)).astype(int) + 30
    rich = dice.lognormal(0, 0.8, schools)
    codes = np.array([f"41{one:08d}" for one in range(schools)])
    return Tables(
        _teachers(dice, teachers, codes, county, junior, pupils, rich),
        pl.DataFrame(
            {
                "school_code": codes,
                "county_code": [f"4101{one:02d}" for one in county],
                "section": np.where(junior, "初中", "小学"),
                "pupils": pupils,
                "urban_rural": np.where(dice.random(schools) < 0.4, "乡村", "城区"),
                "small_rural": (pupils < 100).astype(int),
            }
        ).cast(pl.String),
        _distances(codes, county, at),
    )


def _teachers(dice, teachers, codes, county, junior, pupils, rich):  # type: ignore[no-untyped-def]  # noqa: PLR0917
    home = dice.choice(codes.size, teachers, p=pupils / pupils.sum())
    years = dice.integers(0, 25, teachers)
    age = np.minimum(years + 22 + dice.integers(0, 14, teachers), 60)
    frame = {
        "teacher_id": [f"t{one:06d}" for one in range(teachers)],
        "school_code": codes[home],
        "section": np.where(junior[home], "初中", "小学"),
        "subject": dice.choice(SUBJECTS, teachers, p=SHARES),
        "backbone": (dice.random(teachers) < np.clip(0.12 * rich[home], 0, 0.8)).astype(int),
        "years_at_school": years,
        "degree": np.where(
            dice.random(teachers) < np.clip(0.5 + 0.15 * np.log(rich[home]), 0.05, 0.95), "本科", "中师"
        ),
        "age": age,
        "gender": np.where(dice.random(teachers) < 0.7, "女", "男"),
        "exclusion": np.where(dice.random(teachers) < 0.03, "患病", ""),
        "principal": np.zeros(teachers, dtype=int),
        "partner_id": [""] * teachers,
        "child_school": [""] * teachers,
    }
    first = np.unique(home, return_index=True)[1]
    frame["principal"][first] = 1
    wishes = {f"wish_{one}": np.full(teachers, "", dtype=object) for one in (1, 2, 3)}
    mates = {
        (of, kind): np.flatnonzero((county == of) & (junior == kind)) for of in np.unique(county) for kind in (0, 1)
    }
    for one in np.flatnonzero(dice.random(teachers) < 0.15):
        near = mates[county[home[one]], int(junior[home[one]])]
        near = near[near != home[one]]
        for rank, to in enumerate(dice.choice(near, min(3, near.size), replace=False), 1):
            wishes[f"wish_{rank}"][one] = codes[to]
    for of in np.unique(county):
        here = np.flatnonzero(county[home] == of)
        pairs = dice.choice(here, here.size // 20 * 2, replace=False).reshape(-1, 2)
        for one, other in pairs:
            frame["partner_id"][one] = frame["teacher_id"][other]
        for one in dice.choice(here, here.size // 20, replace=False):
            frame["child_school"][one] = codes[dice.choice(np.flatnonzero(county == of))]
    return pl.DataFrame({**frame, **wishes}, strict=False).cast(pl.String)


def _distances(codes, county, at):  # type: ignore[no-untyped-def]
    parts = []
    for of in np.unique(county):
        here = np.flatnonzero(county == of)
        a, b = np.meshgrid(here, here)
        apart = a < b
        km = np.hypot(*(at[a[apart]] - at[b[apart]]).T) * 1.3
        parts.append(pl.DataFrame({"from": codes[a[apart]], "to": codes[b[apart]], "km": np.round(km, 3)}))
    return pl.concat(parts).cast(pl.String)
