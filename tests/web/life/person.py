"""A person at a browser without scripts, who has a keyboard and no mouse."""

import base64
import hmac
import re
import struct
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=20_000)

HERE = "element => element === document.activeElement"
PATIENCE = 120.0
"""Seconds until the worker must have finished a piece of work of the small town."""


@dataclass
class Person:
    """One who is signed in; ``pictures`` is where screenshots go, if anywhere."""

    page: Page
    base: str
    pictures: Path | None = None

    def go(self, path: str) -> None:
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"

    def press(self, name: str, role: str = "button", *, within: str = "main", nth: int = 0) -> None:
        """Go to a button or a link by the keyboard and press Enter; the next page is there afterwards."""
        found = self.page.locator(within).get_by_role(role, name=name, exact=True).nth(nth)  # type: ignore[arg-type]
        self._focus(found)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        expect(self.page.locator("h1")).to_have_count(1)  # a page of a job loads itself anew meanwhile

    def follow(self, name: str, *, within: str = "main", nth: int = 0) -> None:
        self.press(name, "link", within=within, nth=nth)

    def write(self, label: str, text: str) -> None:
        """Type into a field that has this label."""
        found = self.page.get_by_label(label, exact=True)
        self._focus(found)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def write_into(self, selector: str, text: str) -> None:
        self._focus(self.page.locator(selector))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def tick(self, found: Locator) -> None:
        self._focus(found)
        self.page.keyboard.press("Space")
        expect(found).to_be_checked()

    def attach(self, name: str, content: bytes) -> None:
        """Choose a file; the system's own window for that cannot be driven."""
        kind = "application/octet-stream"
        self.page.locator("main input[type=file]").last.set_input_files(
            {"name": name, "mimeType": kind, "buffer": content}
        )

    def sees(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def text(self, selector: str = "main") -> str:
        return self.page.locator(selector).first.inner_text()

    def fetch(self, address: str) -> bytes:
        """The file behind a link, with the cookies of whoever is signed in."""
        answer = self.page.request.get(address if address.startswith("http") else self.base + address)
        assert answer.status == 200, f"{address}: {answer.status}"
        return answer.body()

    def address(self, name: str, nth: int = 0) -> str:
        """Where a link of the page leads."""
        held = self.page.locator("main").get_by_role("link", name=name).nth(nth).get_attribute("href")
        assert held
        return held if held.startswith("/") else self.page.url.split("?")[0].removeprefix(self.base) + held

    def waits_for_the_work(self) -> None:
        """Stay on the page of a job, which loads itself anew without a script, until it is done."""
        assert "/desk/jobs/" in self.page.url
        self.page.locator("main .notice.good, main .notice.bad").first.wait_for(timeout=PATIENCE * 1000)
        assert self.page.locator("main .notice.good").count(), self.text()

    def picture(self, name: str) -> None:
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)

    def _focus(self, found: Locator) -> None:
        found.focus()
        assert found.evaluate(HERE), f"the keyboard does not reach {found}"


def code_of(secret: str, *, later: int = 0) -> str:
    """The one-time password of a secret now, or so many half minutes later (RFC 6238)."""
    key = base64.b32decode(re.sub(r"\s", "", secret) + "=" * (-len(re.sub(r"\s", "", secret)) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30 + later), "sha1")
    at = digest[-1] & 15
    number = struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"
