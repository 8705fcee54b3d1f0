"""Median time of the pages at the server: a city of 16 counties and a county of 150 school sections, one worker.

``python bench/pages.py`` prints milliseconds and queries of each page, and exits with 1 when one is over the goal. The
time is that of the whole application (middleware, queries, template), asked one request after another; no cache. On
a busy machine look at the processor time beside it.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

GOAL_MS = 50.0
ROUNDS = 60
PAGES = {
    "city, 16 counties": "/2025/",
    "city, English": "/en/2025/",
    "county, 150 schools": "/2025/county/410105/",
    "county, English": "/en/2025/county/410105/",
    "county, filtered": "/2025/county/410105/?section=primary&show=failing&sort=-L5",
    "school, three years": "/school/2141105001/",
    "indicator dictionary": "/indicators/",
}


def main() -> int:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from tests.web.factories import geometry, large_city

    from junheng.web.publishing import publish

    os.environ.setdefault("JUNHENG_SECRET_KEY", "bench")
    with tempfile.TemporaryDirectory() as folder:
        verdicts = large_city()
        snapshots = {one.year: Path(folder) / "nowhere" for one in verdicts}
        publish(Path(folder), verdicts, snapshots=snapshots, geometry=geometry(), synthetic=True)
        worst = max(_measure(name, path) for name, path in PAGES.items())
    return 0 if worst < GOAL_MS else 1


def _measure(name: str, path: str) -> float:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    queries = len(asked)
    times, cpu = [], []
    for _round in range(ROUNDS):
        start, busy = time.perf_counter(), time.process_time()
        client.get(path)
        times.append((time.perf_counter() - start) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
    median = statistics.median(times)
    ratio = median / GOAL_MS
    busy_ms = statistics.median(cpu)
    print(f"{name:24} median {median:6.1f} ms (CPU {busy_ms:5.1f})  {queries} queries  {ratio:.2f} of the goal")
    return median


if __name__ == "__main__":
    sys.exit(main())
