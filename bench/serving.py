"""Pages a second: our site beside the same page written as a bare Django view with raw SQL, on both databases.

    python bench/serving.py [--database sqlite|postgresql|both] [--seconds 8] [--connections 4]

The county page with 150 school sections, the JSON list of counties and the JSON list of that county's schools, each
served by granian with one worker to a client whose connections stay open; first ours, then the bare one, in turns, best
round of each. Two rows are ours: as served, where pages of the public are kept until something is published, and with
nothing kept (every page made anew). ``bare.py`` says what is the same and what the bare view leaves out; before
measuring, the page is compared byte by byte and the lists value by value. Exits with 1 below the goal.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from load import Load, ask, fetch
from served import ROOT, environment, served

GOAL = 0.7
COUNTY = "410105"
LANGUAGE = "zh-CN,zh;q=0.9"
PAGE = {"Accept-Encoding": "gzip", "Accept-Language": LANGUAGE}
PROGRAM = {"Accept-Language": LANGUAGE}
ADDRESSES = {
    "county page, 150 schools": (f"/2025/county/{COUNTY}/", PAGE),
    "JSON list of counties": ("/api/v1/editions/2025/counties?limit=200", PROGRAM),
    "JSON list of schools": (f"/api/v1/editions/2025/schools?county={COUNTY}&limit=200", PROGRAM),
}
BARE, OURS, ANEW = "bare", "ours, as served", "ours, nothing kept"
SERVERS = {
    BARE: ("bare:application", {}),
    OURS: ("junheng.web.wsgi:application", {}),
    ANEW: ("junheng.web.wsgi:application", {"JUNHENG_KEEP_BYTES": "0"}),
}
PUBLISH = """
import sys
from pathlib import Path
from junheng.web.publishing import publish
from tests.web.factories import geometry, large_city
site, found = Path(sys.argv[1]), large_city()
publish(site, found, snapshots={one.year: site / "nowhere" for one in found}, geometry=geometry(), synthetic=True)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--connections", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    kinds = ("sqlite", "postgresql") if given.database == "both" else (given.database,)
    reached = [measure(kind, given) for kind in kinds]
    return 0 if all(reached) else 1


def measure(kind: str, given: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as folder, database(kind) as url:
        site, more = Path(folder), {"DATABASE_URL": url}
        subprocess.run([sys.executable, "-c", PUBLISH, str(site)], env=environment(site, more), check=True)  # noqa: S603
        with served(site, SERVERS[BARE][0], **more) as bare, served(site, **more) as ours:
            same(bare, ours)
        best: dict[tuple[str, str], Load] = {}
        for _round in range(given.rounds):
            for server, (application, own) in SERVERS.items():
                with served(site, application, **more, **own) as port:
                    for name, (path, headers) in ADDRESSES.items():
                        ask(port, path, seconds=1, connections=given.connections, headers=headers)
                        found = ask(port, path, seconds=given.seconds, connections=given.connections, headers=headers)
                        if found.faults:
                            raise SystemExit(f"{server}: {found.faults[0]}")
                        held = best.get((server, name))
                        best[server, name] = found if held is None or found.rate > held.rate else held
    return told(kind, best)


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The address of a database: empty for SQLite, else a throw-away cluster."""
    sys.path.insert(0, str(ROOT / "tools"))
    from postgres import server

    with nullcontext("") if kind == "sqlite" else server() as url:
        yield url


def same(bare: int, ours: int) -> None:
    """Hold the answers of both against each other."""
    for name, (path, headers) in ADDRESSES.items():
        theirs, mine = fetch(bare, path, headers), fetch(ours, path, headers)
        if headers is PAGE:
            equal = gzip.decompress(theirs) == gzip.decompress(mine)
        else:
            equal = json.loads(theirs) == json.loads(mine)
        if not equal:
            raise SystemExit(f"{name}: the bare view answers something else")


def told(kind: str, best: dict[tuple[str, str], Load]) -> bool:
    reached = True
    print(f"{kind}: one worker, answers equal")
    for name in ADDRESSES:
        bare = best[BARE, name]
        for server in SERVERS:
            found = best[server, name]
            ratio = found.rate / bare.rate
            goal = f"{ratio:7.0%} of the bare view (goal {GOAL:.0%})" if server != BARE else ""
            print(f"  {name:26}{server:20}{found.rate:8.1f} /s   p95 {found.p95:7.1f} ms {goal}")
            reached = reached and (server != OURS or ratio >= GOAL)
    return reached


if __name__ == "__main__":
    sys.exit(main())
