"""Builds the synthetic city on disk: workbooks for three school years, the roster, the teachers, the schematic map."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from junheng.demo.calibration import YEARS
from junheng.demo.city import City, generate
from junheng.demo.dice import dice
from junheng.demo.profiles import profiles
from junheng.demo.teachers import city_teachers
from junheng.demo.teachers_writing import write_teachers
from junheng.demo.workforce_writing import write_workforce
from junheng.demo.writing import WATERMARK, Job, of_county, write_county
from junheng.facts.codes import code_list

Progress = Callable[[int, int], None]
"""Told how many workbooks are written, of how many."""

MARK = "合成演示数据.txt"
NOTICE = f"""{WATERMARK}
本文件夹由程序生成，全部为虚构的合成演示数据，不对应任何真实学校、单位或个人。
Everything in this folder is made up by a program; it describes no real school, office or person.
"""
UNTIDY_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class DemoCity:
    """Where everything lies. ``workbooks``: year -> folder; ``roster``: who should report in the last year (CSV);
    ``teachers``: a folder of tables for each county; ``workforce``: tables of pay and of talent programmes."""

    root: Path
    workbooks: Mapping[int, Path]
    roster: Path
    teachers: Path
    workforce: Path
    geometry: Path
    files: int


def build(root: Path, *, seed: int = 2023, scale: float = 1.0, progress: Progress | None = None) -> DemoCity:
    """Draw the city and write it below ``root``, replacing what an earlier build left there.

    Args:
        root: a new folder, an empty one, or one that an earlier build made.
        seed: the same seed gives the same facts and the same files.
        scale: share of the city's size, 0.01 to 1; all 16 areas stay.
        progress: called with the files written so far and their number.

    Raises:
        FileExistsError: the folder holds workbooks that no earlier build made.
        ValueError: ``scale`` lies outside its range.
    """
    city = generate(seed=seed, scale=scale)
    _clear(root)
    (root / MARK).write_text(NOTICE, encoding="utf-8")
    roster, geometry = root / "roster.csv", root / "geometry.geojson"
    city.expected.write_csv(roster, include_bom=True)
    geometry.write_text(json.dumps(city.geometry, ensure_ascii=False, indent=1), encoding="utf-8")
    jobs = list(_jobs(city, root))
    return DemoCity(
        root=root,
        workbooks={year: root / "workbooks" / str(year) for year in YEARS},
        roster=roster,
        teachers=write_teachers(city, root),
        workforce=write_workforce(city, city_teachers(city), root),
        geometry=geometry,
        files=_write(jobs, progress or (lambda _done, _total: None)),
    )


def _clear(root: Path) -> None:
    books = root / "workbooks"
    if books.exists():
        if not (root / MARK).exists():
            raise FileExistsError(
                f"{books} 不是演示城市生成的，未覆盖 / was not made by an earlier build and is left alone"
            )
        shutil.rmtree(books)
    root.mkdir(parents=True, exist_ok=True)


def _jobs(city: City, root: Path) -> Iterator[Job]:
    untidy = _untidy(city)
    for year, facts in city.facts.items():
        for county in profiles():
            yield Job(
                seed=city.seed,
                facts=of_county(facts, county),
                county=county,
                folder=root / "workbooks" / str(year) / code_list("managing_bodies").codes[county].zh,
                single=year == YEARS[-1],
                untidy=untidy,
            )


def _untidy(city: City) -> frozenset[str]:
    codes = city.facts[YEARS[-1]]["schools"]["school_code"].to_list()
    return frozenset(dice(city.seed, "untidy").sample(codes, max(1, round(len(codes) * UNTIDY_SHARE))))


def _write(jobs: list[Job], progress: Progress) -> int:
    """Write every job on all cores, the longest first."""
    ordered = sorted(jobs, key=lambda job: (not job.single, -job.facts["schools"].height))
    total = sum(job.files for job in jobs)
    written = 0
    with ProcessPoolExecutor(min(cpu_count() or 1, len(jobs)), mp_context=get_context("spawn")) as pool:
        for future in as_completed([pool.submit(write_county, job) for job in ordered]):
            written += future.result()
            progress(written, total)
    return written
