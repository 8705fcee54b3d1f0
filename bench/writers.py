"""Sixteen schools report at once for a minute on SQLite: nothing fails, nothing that was acknowledged is lost.

    python bench/writers.py [--writers 16] [--seconds 60] [--ours-only]

Each writer is a school reporter of a school of its own, signed in by its browser's means (cookies, form tokens), who
uploads a workbook that differs every time, confirms the preview, hands it in, withdraws it, and begins again, over
HTTP to one worker as ``junheng serve`` runs it. An answer that is not the expected one is an error. Afterwards every
version that a client was told of must be in the database under its number with the file as it was sent in the store,
and the chain of the audit log must hold. Then the same with the settings Django gives SQLite by itself (no write-ahead
log, deferred transactions, five seconds), which is what one would use instead; only ours has to reach the goal. Exits
with 1 when an error or a loss is counted.
"""

import argparse
import base64
import hashlib
import http.client
import io
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
import uuid
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from load import percentile
from served import environment, served

HERE = Path(__file__).resolve().parent
PASSWORD = "bench-password-2026"  # noqa: S105
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
REVISION = re.compile(r'name="revision" value="(\d+)"')
VERSION = re.compile(r"/v(\d+)/")


@dataclass
class Told:
    """What the writers were told: milliseconds of each step, what went wrong, and each confirmed version."""

    times: dict[str, list[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    versions: list[tuple[int, int, str]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Fault(Exception):  # noqa: N818 - an answer, not a defect
    """The site answered something else than it should."""


@dataclass
class Person:
    """A browser: one open connection and its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    line: http.client.HTTPConnection | None = None

    def ask(
        self, method: str, path: str, body: bytes | None = None, kind: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        """Status, address of a redirect, page."""
        self.line = self.line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        origin = f"http://127.0.0.1:{self.port}"
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "Origin": origin, **(kind or {})}
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        page = answer.read().decode(errors="replace")
        for said in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = said.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer.status, answer.headers.get("Location", ""), page

    def get(self, path: str) -> str:
        status, _to, page = self.ask("GET", path)
        if status != 200:
            raise Fault(f"GET {path}: {status}")
        return page

    def post(self, path: str, fields: dict[str, str]) -> str:
        """Where a form leads."""
        return self._sent(path, urlencode(fields).encode(), FORM)

    def send(self, path: str, fields: dict[str, str], name: str, content: bytes) -> str:
        """The same with a file."""
        mark = uuid.uuid4().hex
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()
        ]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode()
        body = b"".join(parts) + head + content + f"\r\n--{mark}--\r\n".encode()
        return self._sent(path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def _sent(self, path: str, body: bytes, kind: dict[str, str]) -> str:
        status, to, page = self.ask("POST", path, body, kind)
        if status != 302:
            why = re.sub(r"<[^>]+>|\s+", " ", page.partition("<main")[2])[:200]
            raise Fault(f"POST {path}: {status} {why}")
        return to


@dataclass
class Writer:
    """One school reporter at work until the time is over."""

    who: dict[str, object]
    person: Person
    told: Told
    until: float
    count: int = 0

    def run(self) -> None:
        while time.perf_counter() < self.until:
            try:
                self._round()
            except (Fault, OSError, http.client.HTTPException) as fault:
                self.told.faults.append(str(fault))
                self.person.line = None

    def sign_in(self) -> None:
        page = self.person.get("/accounts/login/")
        fields = {"csrfmiddlewaretoken": token(page), "login": str(self.who["username"]), "password": PASSWORD}
        self.person.post("/accounts/login/", fields)

    def _round(self) -> None:
        number = self.who["submission"]
        at = f"/desk/submission/{number}/"
        page = self.person.get(at)
        if f"{at}withdraw/" in page:
            self._step("withdraw", at, page)
            page = self.person.get(at)
        self.count += 1
        content = self._workbook()
        form = self.person.get(f"{at}upload/")
        begun = time.perf_counter()
        fields = {"csrfmiddlewaretoken": token(form), "revision": revision(form), "purpose": "draft"}
        preview = self.person.send(f"{at}upload/", fields, f"{self.who['code']}.xlsx", content)
        self._took("upload and preview", begun)
        page = self.person.get(preview)
        begun = time.perf_counter()
        self.person.post(preview, {"csrfmiddlewaretoken": token(page), "checked": "yes"})
        self._took("confirm", begun)
        page = self.person.get(at)
        newest = max(int(one) for one in VERSION.findall(page))
        with self.told.lock:
            self.told.versions.append((int(str(number)), newest, hashlib.sha256(content).hexdigest()))
        self._step("submit", at, page)

    def _step(self, verb: str, at: str, page: str) -> None:
        begun = time.perf_counter()
        self.person.post(
            f"{at}{verb}/", {"csrfmiddlewaretoken": token(page), "revision": revision(page), "comment": ""}
        )
        self._took(verb, begun)

    def _workbook(self) -> bytes:
        """The school's workbook, each time another file: the archive carries a remark that no reader looks at."""
        book = io.BytesIO(base64.b64decode(str(self.who["book"])))
        with zipfile.ZipFile(book, "a") as archive:
            archive.comment = f"{self.who['code']} {self.count}".encode()
        return book.getvalue()

    def _took(self, step: str, begun: float) -> None:
        with self.told.lock:
            self.told.times.setdefault(step, []).append((time.perf_counter() - begun) * 1000)


def token(page: str) -> str:
    found = TOKEN.search(page)
    if found is None:
        raise Fault("a form without token")
    return found[1]


def revision(page: str) -> str:
    found = REVISION.search(page)
    if found is None:
        raise Fault("a form without revision")
    return found[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--writers", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--ours-only", action="store_true", help="without the comparison")
    given = parser.parse_args()
    good = measure("ours", "junheng.web.settings.base", given)
    if not given.ours_only:
        measure("Django's own settings of SQLite", "default_sqlite", given)
    return 0 if good else 1


def measure(name: str, settings: str, given: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        chosen = {"DATABASE_URL": "", "JUNHENG_SECOND_FACTOR": "0", "DJANGO_SETTINGS_MODULE": settings}
        people = helper(site, chosen, "furnish", str(given.writers))
        told = Told()
        with served(site, **chosen) as port:
            writers = [Writer(who, Person(port), told, 0.0) for who in people]
            for one in writers:
                one.sign_in()
                one.person.line = None  # a server may close what lies idle while the others sign in
            begun = time.perf_counter()
            threads = [threading.Thread(target=one.run) for one in writers]
            for one, thread in zip(writers, threads, strict=True):
                one.until = begun + given.seconds
                thread.start()
            for thread in threads:
                thread.join()
            seconds = time.perf_counter() - begun
        (site / "told.json").write_text(json.dumps(told.versions), encoding="ascii")
        [after] = helper(site, chosen, "held", str(site / "told.json"))
    report(name, told, after["lost"], seconds, given.writers)
    return bool(told.versions and after["chain"]) and not told.faults and not after["lost"]


def helper(site: Path, chosen: dict[str, str], *words: str) -> list[dict[str, object]]:
    """What ``writers_site.py`` says, asked in a process of its own."""
    command = [sys.executable, str(HERE / "writers_site.py"), str(site), *words]
    done = subprocess.run(command, env=environment(site, chosen), check=True, capture_output=True, text=True)  # noqa: S603
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def report(name: str, told: Told, lost: object, seconds: float, writers: int) -> None:
    steps = sum(map(len, told.times.values()))
    rate = steps / seconds
    print(f"{name}: {writers} writers, {seconds:.0f} s, {len(told.versions)} versions confirmed, {rate:.1f} writes/s")
    for step, times in told.times.items():
        median, p95 = percentile(times, 0.5), percentile(times, 0.95)
        print(f"  {step:20} {len(times):6}   median {median:8.0f} ms   p95 {p95:8.0f} ms")
    print(f"  errors {len(told.faults)}, lost {lost} (goal: 0 and 0)")
    for fault in sorted(set(told.faults))[:5]:
        print(f"    {told.faults.count(fault)} x {fault}")


if __name__ == "__main__":
    sys.exit(main())
