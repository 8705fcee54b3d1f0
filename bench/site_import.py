"""A whole city's workbooks through the site: the page of many files, its job, approval, the lock of the round.

    python bench/site_import.py [--scale 1.0] [--year 2025]

The synthetic city's workbooks of a year go as one ZIP through the page a city statistician uses (in this process, with
every middleware); the job that the page begins is then run here with its progress looked at, everything that came in is
approved, and the round is locked: all files read again, frozen as a snapshot, judged. Printed are the seconds of each
step, files a second and the peak of memory. The page takes 20 MB unless ``JUNHENG_UPLOAD_LIMIT`` says more; here it is
raised to the archive's size when that is larger, and said.
"""

import argparse
import io
import os
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
MB = 1024 * 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--year", type=int, default=2025)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder), given)


def measure(folder: Path, given: argparse.Namespace) -> int:
    from junheng.demo import build

    city, seconds = timed(lambda: build(folder / "city", scale=given.scale))
    files = [one for one in city.workbooks[given.year].rglob("*") if one.is_file()]
    archive = packed(files, city.workbooks[given.year])
    print(f"{len(files)} workbooks of {given.year} in {len(archive) / MB:.1f} MB (made in {seconds:.1f} s)")
    limit = 20 * MB
    if len(archive) + MB > limit:
        limit = len(archive) + MB
        print(f"  the page's limit is raised from 20 MB to {limit / MB:.0f} MB")
    os.environ["JUNHENG_UPLOAD_LIMIT"] = str(limit)
    held, client = founded(folder / "site", city.roster, given.year)
    job, seconds = timed(lambda: uploaded(client, held, archive))
    print(f"page: received, unpacked, job begun    {seconds:8.1f} s")
    steps, seconds = ran(job)
    print(f"import                                 {seconds:8.1f} s   {len(files) / seconds:.0f} files/s")
    for name, took, count, told in steps:
        print(f"  {name:36} {took:8.1f} s   {count} of them, progress told {told} times")
    result = finished(job).result
    print(f"  taken {result['taken']}, refused {result['refused']}, had already {result['same']}")
    return lock(held, len(files), result["taken"])


def timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun


def packed(files: list[Path], root: Path) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in files:
            archive.write(one, one.relative_to(root).as_posix())
    return held.getvalue()


def founded(site: Path, roster: Path, year: int) -> tuple[Any, Any]:
    """The round, and the browser of a city statistician."""
    from junheng.web.furnishing import mark_demo
    from junheng.web.serve import prepare

    os.environ.setdefault("JUNHENG_SECRET_KEY", "bench")
    mark_demo(site)
    prepare(site)
    import polars as pl
    from django.test import Client

    from junheng.web.accounts.actions.demo_people import demo_people
    from junheng.web.accounts.actions.plant_tree import plant_tree
    from junheng.web.accounts.models import Appointment, Organisation, User
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.accounts.roles import roles
    from junheng.web.furnishing import _round

    planted, seconds = timed(lambda: plant_tree(SYSTEM, pl.read_csv(roster, infer_schema=False)))
    print(f"organisations: {len(planted.created)} planted        {seconds:8.1f} s")
    demo_people()
    uploader = User.objects.create(username="bench-statistician", name="bench", demo=True)  # others have to approve
    city = Organisation.objects.everything("the benchmark's own city").get(kind="city")
    extent = roles()["city_statistician"].extent
    Appointment.objects.create(user=uploader, role="city_statistician", organisation=city, extent=extent)
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(uploader, "junheng.web.accounts.backend.DeskBackend")
    return _round(year), client


def uploaded(client: Any, held: Any, archive: bytes) -> int:
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {"files": SimpleUploadedFile("city.zip", archive, "application/zip"), "submit": "yes"}
    answer = client.post(f"/desk/rounds/{held.pk}/import/", sent)
    if answer.status_code != 302:
        raise SystemExit(f"the page answered {answer.status_code}")
    return int(answer["Location"].rstrip("/").rpartition("/")[2])


def ran(number: int) -> tuple[list[tuple[str, float, int, int]], float]:
    """Seconds, pieces and tellings of each step of a job."""
    from junheng.web.operations.running import run_job
    from junheng.web.operations.work import Work

    seen: list[tuple[str, float, int]] = []
    tell = Work.progress

    def watch(self: Work, step: Any, done: int = 0, total: int = 0) -> None:
        seen.append((str(step), time.perf_counter(), total))
        tell(self, step, done, total)

    Work.progress = watch  # type: ignore[method-assign]
    begun = time.perf_counter()
    run_job.call(number)
    ended = time.perf_counter()
    Work.progress = tell  # type: ignore[method-assign]
    finished(number)
    names = list(dict.fromkeys(name for name, _at, _total in seen))
    last = {name: max(at for one, at, _total in seen if one == name) for name in names}
    starts = [begun, *[last[name] for name in names]]
    steps = [
        (name, last[name] - start, max(total for one, _at, total in seen if one == name), _count(seen, name))
        for name, start in zip(names, starts, strict=False)
    ]
    return [*steps, ("the rest", ended - starts[-1], 1, 0)], ended - begun


def _count(seen: list[tuple[str, float, int]], name: str) -> int:
    return sum(one == name for one, _at, _total in seen)


def finished(number: int) -> Any:
    from junheng.web.operations.models import Job

    job = Job.objects.everything("the benchmark's own job").get(pk=number)
    if job.state != "done":
        raise SystemExit(f"the job is {job.state}: {job.fault}")
    return job


def lock(held: Any, files: int, taken: int) -> int:
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.furnishing import REASON, _approve
    from junheng.web.review.actions.lock_round import lock_round

    approved, seconds = timed(lambda: _approve(held, lambda _done, _total: None))
    print(f"approval of {approved} units            {seconds:8.1f} s   {approved / seconds:.0f} units/s")
    held.refresh_from_db()
    job = lock_round(SYSTEM, held.pk, revision=held.revision, reason=REASON)
    steps, seconds = ran(job.pk)
    print(f"lock: read, check, freeze, judge       {seconds:8.1f} s   {files / seconds:.0f} files/s")
    for name, took, count, told in steps:
        print(f"  {name:36} {took:8.1f} s   {count} of them, progress told {told} times")
    held.refresh_from_db()
    own, others = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory {own:.0f} MB, its readers {others:.0f} MB each at most; snapshot {held.snapshot[:12]}")
    return 0 if held.snapshot and taken else 1


if __name__ == "__main__":
    sys.exit(main())
