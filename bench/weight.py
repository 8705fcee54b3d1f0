"""What pages weigh on the way to a reader, and when the county page can be used on a slow machine.

    python bench/weight.py [--slowdown 4] [--repeat 5]

Bytes are those a new browser receives: every file of the page, compressed where the server compresses it. Later is the
second page of the same kind with the style sheets kept. Chromium then opens the county page of 150 school sections
with its processor slowed down; interactive is when a link has answered a click and the frame after it is drawn,
counted from the moment the address is typed. Goals: 300 kB at first, 600 kB with a map, 50 kB later, 1.5 s. Exits with
1 when one is missed.
"""

import argparse
import http.client
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from served import environment, served
from serving import COUNTY, PUBLISH

FIRST, WITH_MAP, LATER, SECONDS = 300_000, 600_000, 50_000, 1.5
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LINKED = re.compile(r'<(?:link|img)[^>]+(?:href|src)="(/static/[^"]+)"')
PUBLIC = {
    "city, with its map": "/",
    "county, 150 schools": f"/2025/county/{COUNTY}/",
    "county, English": f"/en/2025/county/{COUNTY}/",
    "school": "/school/2141105001/",
    "indicators": "/indicators/",
    "articles": "/articles/",
    "open data": "/data/",
    "compare": "/compare/",
    "search": "/search/?q=%E5%B0%8F%E5%AD%A6",
    "wall, with its map": "/wall/",
    "verdict records": "/verdicts/",
    "ranking": "/ranking/",
    "catalogue": "/catalogue/",
    "API, described": "/api/docs/",
    "about": "/about/",
    "sign in": "/accounts/login/",
}
DESK = {
    "desk": "/desk/",
    "rounds": "/desk/rounds/",
    "board of a round": "/desk/rounds/{round}/board/",
    "one submission": "/desk/submission/{submission}/",
    "typing": "/desk/submission/{submission}/type/schools/",
}
SIGN_IN = """
import json, sys
from pathlib import Path
from junheng.web.serve import prepare
prepare(Path(sys.argv[1]))
import writers_site
[one] = writers_site.furnish(1)
from datetime import timedelta
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from junheng.web.accounts.models import User
from junheng.web.reporting.models import Round
user, session = User.objects.get(username=one["username"]), SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "junheng.web.accounts.backend.DeskBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(json.dumps([session.session_key, one["submission"], Round.objects.get().pk]))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slowdown", type=float, default=4)
    parser.add_argument("--repeat", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        more = {"DATABASE_URL": "", "JUNHENG_SECOND_FACTOR": "0"}
        python(PUBLISH, site, more)
        session, submission, held = json_of(python(SIGN_IN, site, more))
        with served(site, **more) as port:
            good = [weigh(port, name, path, "") for name, path in PUBLIC.items()]
            for name, path in DESK.items():
                at = path.format(round=held, submission=submission)
                good.append(weigh(port, name, at, f"sessionid={session}"))
            good.append(interactive(port, given))
    return 0 if all(good) else 1


def python(code: str, site: Path, more: dict[str, str]) -> str:
    command = [sys.executable, "-c", code, str(site)]
    return subprocess.run(command, env=environment(site, more), check=True, capture_output=True, text=True).stdout  # noqa: S603


def json_of(text: str) -> Any:
    import json

    return json.loads(text)


def weigh(port: int, name: str, path: str, cookie: str) -> bool:
    """Whether a page keeps to the goals; told in one line."""
    size, page = received(port, path, cookie)
    rest = {one: received(port, one, "")[0] for one in dict.fromkeys(LINKED.findall(page))}
    first, goal = size + sum(rest.values()), WITH_MAP if "map" in name else FIRST
    verdict = "" if first <= goal and size <= LATER else "   OVER"
    print(f"{name:22} first {first / 1000:7.1f} kB of {goal / 1000:.0f}   later {size / 1000:6.1f} kB of 50{verdict}")
    return not verdict


def received(port: int, path: str, cookie: str) -> tuple[int, str]:
    """Bytes of an answer's body as it travelled, and what it says."""
    import gzip

    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    line.request("GET", path, headers={"Accept-Encoding": "gzip", "Accept-Language": "zh-CN", "Cookie": cookie})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    plain = gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body
    return len(body), plain.decode(errors="replace")


def interactive(port: int, given: argparse.Namespace) -> bool:
    """Median seconds until the county page has drawn, is parsed, and answers a click."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        found = [opened(browser, port, given.slowdown) for _time in range(given.repeat)]
        browser.close()
    drawn, parsed, clicked = (median(one[at] for one in found) for at in range(3))
    verdict = "" if clicked <= SECONDS else "   OVER"
    print(f"county page, Chromium at 1/{given.slowdown:.0f} of its speed, median of {given.repeat}:")
    print(f"  drawn {drawn:.2f} s, parsed {parsed:.2f} s, answers a click {clicked:.2f} s of {SECONDS} s{verdict}")
    return not verdict


def opened(browser: Any, port: int, slowdown: float) -> tuple[float, float, float]:
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto(f"http://127.0.0.1:{port}/2025/county/{COUNTY}/", wait_until="domcontentloaded")
    timing = page.evaluate(
        "async () => { while (!performance.getEntriesByName('first-contentful-paint').length)"
        " await new Promise(done => setTimeout(done, 5));"
        " const told = performance.getEntriesByType('navigation')[0];"
        " return [performance.getEntriesByName('first-contentful-paint')[0].startTime, told.domContentLoadedEventEnd] }"
    )
    usable = page.evaluate(
        "() => new Promise(done => { const link = document.querySelector('nav.toc a');"
        " link.addEventListener('click', () => requestAnimationFrame(() => done(performance.now())), {once: true});"
        " link.click() })"
    )
    context.close()
    return timing[0] / 1000, timing[1] / 1000, usable / 1000


if __name__ == "__main__":
    sys.exit(main())
