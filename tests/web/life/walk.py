"""The way from the first workbook to the corrected verdict, stage by stage; whoever needs a stage has it walked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, StorageState

from tests.web.life.person import Person
from tests.web.life.town import PASSWORD

SLOWEST = 60_000
"""Milliseconds that a page may take on a machine that has other things to do."""
NO_SCRIPT: dict[str, Any] = {
    "java_script_enabled": False,
    "locale": "zh-CN",
    "viewport": {"width": 1280, "height": 900},
}


@dataclass
class Walk:
    """The town's site and how far its life has come; ``seen`` keeps what later stages compare with."""

    base: str
    folder: Path
    pictures: Path | None = None
    browser: Browser | None = None
    done: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    """Addresses that any browser has asked for."""
    pages: dict[str, list[str]] = field(default_factory=dict)
    """Which pages of each person were looked at."""
    cookies: dict[str, StorageState] = field(default_factory=dict)
    failed: Exception | None = None
    _people: dict[str, Person] = field(default_factory=dict)

    def use(self, browser: Browser) -> None:
        """Go on in this browser; those who were signed in stay so."""
        self.browser, self._people = browser, {}

    def a(self, username: str = "") -> Person:
        """The person of this name, signed in by the page for it; without a name, the public."""
        if username not in self._people:
            self._people[username] = self._opened(username)
            if username and username not in self.cookies:
                self._sign_in(username)
        return self._people[username]

    def _opened(self, username: str) -> Person:
        assert self.browser is not None
        context = self.browser.new_context(**NO_SCRIPT, storage_state=self.cookies.get(username))
        context.set_default_timeout(SLOWEST)
        context.on("request", lambda request: self.asked.add(request.url))
        return Person(context.new_page(), self.base, self.pictures)

    def _sign_in(self, username: str) -> None:
        person = self._people[username]
        person.go("/desk/")
        person.write("用户名必填", username)
        person.write("密码必填", PASSWORD)
        person.press("登录")
        person.sees("我的工作台")
        self.keep(username)

    def keep(self, username: str) -> None:
        self.cookies[username] = self._people[username].page.context.storage_state()


Stage = Callable[[Walk], None]
