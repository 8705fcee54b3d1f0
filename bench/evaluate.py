"""Evaluate 200,000 schools over 10 years: ours, the same in pandas, and only reading the file.

    python bench/evaluate.py [--schools 200000] [--years 10] [--repeat 3]

Each contender runs in its own process from the same Parquet file (made once, in a temporary folder) and is charged its
whole work from file to answer; importing is not counted. All of them refuse repeated schools and negative numbers.
pandas comes twice: plain, one function applied to each group, and vectorised by hand as somebody would who has to make
it fast. Printed are the best times, ratios, peak memory and whether the answers are equal.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COLUMNS = (
    "teachers_above_qualification",
    "backbone_teachers",
    "pe_art_teachers",
    "teaching_area",
    "indoor_sports_area",
    "sports_ground_area",
    "equipment_value_yuan",
    "multimedia_classrooms",
)

THRESHOLDS = {"primary": (4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3), "junior": (5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4)}


def generate(path: Path, schools: int, years: int) -> None:
    """Sections of plausible schools, 70 to a county."""
    import numpy as np
    import polars as pl

    dice = np.random.default_rng(2023)
    whole = schools * years
    at = np.tile(np.arange(schools), years)
    pupils = dice.integers(80, 2000, whole).astype(float)
    levels = (0.05, 0.012, 0.011, 7.5, 0.6, 9.0, 2600.0, 0.028)
    amounts = {
        name: np.round(pupils * level * dice.lognormal(0.1, 0.25, whole), 2)
        for name, level in zip(COLUMNS, levels, strict=True)
    }
    pl.DataFrame(
        {
            "school_code": pl.Series(at + 2_141_000_000).cast(pl.String),
            "county_code": pl.Series(at // 70 + 410_000).cast(pl.String),
            "section": pl.Series(at % 3 == 0).replace_strict({True: "junior", False: "primary"}),
            "year": np.repeat(np.arange(2017, 2017 + years), schools),
            "pupils": pupils,
            **amounts,
        }
    ).write_parquet(path)


def read(path: Path) -> dict[str, float]:
    """Only the reading, of the same columns, with the same reader."""
    import polars as pl

    frame = pl.read_parquet(path)
    return {"rows": float(frame.height)}


def ours(path: Path) -> dict[str, float]:
    import junheng

    found = junheng.evaluate(path)
    return {
        "dispersions": float(found.indicators["dispersion"].sum()),
        "means": float(found.indicators["mean"].sum()),
        "schools": float(found.schools["passes"].sum()),
        "counties": float(found.counties["passes"].sum()),
    }


def pandas(path: Path) -> dict[str, float]:
    """The calculation as one would first write it: formulas by column, one function per county, section and year."""
    import numpy as np
    import pandas as pd

    frame = pd.read_parquet(path)
    if frame.duplicated(["school_code", "section", "year"]).any() or (frame[["pupils", *COLUMNS]] < 0).any().any():
        raise ValueError("repeated schools or negative numbers")
    frame["L1"] = 100 * frame["teachers_above_qualification"] / frame["pupils"]
    frame["L2"] = 100 * frame["backbone_teachers"] / frame["pupils"]
    frame["L3"] = 100 * frame["pe_art_teachers"] / frame["pupils"]
    frame["L4"] = (frame["teaching_area"] - frame["indoor_sports_area"]) / frame["pupils"]
    frame["L5"] = (frame["sports_ground_area"] + frame["indoor_sports_area"]) / frame["pupils"]
    frame["L6"] = frame["equipment_value_yuan"] / frame["pupils"]
    frame["L7"] = 100 * frame["multimedia_classrooms"] / frame["pupils"]
    ids = [f"L{at}" for at in range(1, 8)]
    bounds = frame["section"].map(THRESHOLDS)
    bound = pd.DataFrame(bounds.tolist(), columns=ids, index=frame.index)
    met = frame[ids] >= bound * (1 - 1e-12)
    floor = frame[ids] >= 0.85 * bound * (1 - 1e-12)
    frame["passes"] = (met.sum(axis=1) >= 6) & floor.all(axis=1)

    def county(group: pd.DataFrame) -> tuple[float, float, bool]:
        values, weight = group[ids].to_numpy(), group["pupils"].to_numpy()
        mean = np.average(values, axis=0, weights=weight)
        spread = np.sqrt(np.average((values - mean) ** 2, axis=0, weights=weight)) / mean
        limit = 0.45 if group["section"].iloc[0] == "junior" else 0.50
        return mean.sum(), spread.sum(), bool(group["passes"].all() and (spread <= limit).all())

    groups = [county(group) for _, group in frame.groupby(["county_code", "section", "year"])]
    return {
        "dispersions": float(sum(spread for _, spread, _ in groups)),
        "means": float(sum(mean for mean, _, _ in groups)),
        "schools": float(frame["passes"].sum()),
        "counties": float(sum(holds for _, _, holds in groups)),
    }


def vectorised(path: Path) -> dict[str, float]:
    """The calculation in pandas without a Python function per group."""
    import numpy as np
    import pandas as pd

    frame = pd.read_parquet(path)
    if frame.duplicated(["school_code", "section", "year"]).any() or (frame[["pupils", *COLUMNS]] < 0).any().any():
        raise ValueError("repeated schools or negative numbers")
    junior = (frame["section"] == "junior").to_numpy()
    amounts = [
        100 * frame["teachers_above_qualification"],
        100 * frame["backbone_teachers"],
        100 * frame["pe_art_teachers"],
        frame["teaching_area"] - frame["indoor_sports_area"],
        frame["sports_ground_area"] + frame["indoor_sports_area"],
        frame["equipment_value_yuan"],
        100 * frame["multimedia_classrooms"],
    ]
    keys = ["county_code", "section", "year"]
    met, floor = np.zeros(len(frame), int), np.ones(len(frame), bool)
    for at, amount in enumerate(amounts):
        frame[f"a{at}"] = amount
        frame[f"x{at}"] = amount / frame["pupils"]
        bound = np.where(junior, THRESHOLDS["junior"][at], THRESHOLDS["primary"][at])
        met += frame[f"x{at}"] >= bound * (1 - 1e-12)
        floor &= frame[f"x{at}"] >= 0.85 * bound * (1 - 1e-12)
    frame["passes"] = (met >= 6) & floor
    groups = frame.groupby(keys)
    whole = groups[["pupils", *(f"a{at}" for at in range(7))]].transform("sum")
    for at in range(7):
        frame[f"d{at}"] = frame["pupils"] * (frame[f"x{at}"] - whole[f"a{at}"] / whole["pupils"]) ** 2
    sums = groups[["pupils", *(f"{part}{at}" for at in range(7) for part in "ad")]].sum()
    county = groups["passes"].all()
    limit = np.where(sums.index.get_level_values("section") == "junior", 0.45, 0.50)
    means = dispersions = 0.0
    for at in range(7):
        mean = sums[f"a{at}"] / sums["pupils"]
        spread = np.sqrt(sums[f"d{at}"] / sums["pupils"]) / mean
        means, dispersions = means + mean.sum(), dispersions + spread.sum()
        county &= spread <= limit
    return {
        "dispersions": float(dispersions),
        "means": float(means),
        "schools": float(frame["passes"].sum()),
        "counties": float(county.sum()),
    }


CONTENDERS = {"read": read, "ours": ours, "vectorised": vectorised, "pandas": pandas}


def run(name: str, path: Path) -> None:
    """One contender in this process: time, peak memory and answer as JSON."""
    import pandas as _warm  # noqa: F401  imports are not what is measured
    import polars as _warm_too  # noqa: F401

    import junheng.api  # noqa: F401

    start = time.perf_counter()
    answer = CONTENDERS[name](path)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    print(json.dumps({"seconds": seconds, "peak_gb": peak, "answer": answer}))


def best(name: str, path: Path, repeat: int) -> dict[str, object]:
    """The fastest of several fresh processes."""
    command = [sys.executable, __file__, "--run", name, "--file", str(path)]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603
        for _ in range(repeat)
    ]
    return min(runs, key=lambda one: one["seconds"])


def equal(one: dict[str, float], other: dict[str, float]) -> bool:
    return all(abs(one[name] - other[name]) <= 1e-9 * max(1.0, abs(other[name])) for name in one)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schools", type=int, default=200_000)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--run", choices=CONTENDERS)
    parser.add_argument("--file", type=Path)
    given = parser.parse_args()
    if given.run:
        run(given.run, given.file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sections.parquet"
        generate(path, given.schools, given.years)
        found = {name: best(name, path, 1 if name == "pandas" else given.repeat) for name in CONTENDERS}
        size = path.stat().st_size / 1e6
    print(f"{given.schools:,} schools x {given.years} years, {size:.0f} MB of Parquet, best of {given.repeat}")
    for name, one in found.items():
        print(f"{name:10} {one['seconds']:7.2f} s   peak {one['peak_gb']:.2f} GB")
    print(f"vectorised / ours  {found['vectorised']['seconds'] / found['ours']['seconds']:.1f}")
    print(f"pandas / ours  {found['pandas']['seconds'] / found['ours']['seconds']:.1f}   (goal: at least 5)")
    print(f"ours / read    {found['ours']['seconds'] / found['read']['seconds']:.1f}   (goal: at most 3)")
    print(f"peak memory    {found['ours']['peak_gb']:.2f} GB   (goal: at most 2)")
    same = all(equal(found["ours"]["answer"], found[name]["answer"]) for name in ("pandas", "vectorised"))
    print(f"answers equal  {same}")


if __name__ == "__main__":
    main()
