"""A real browser: what-if follows the slider, works without a script, and axe finds nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.web.running import running_site

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]


@dataclass(frozen=True)
class Served:
    """A site with an answered study and another by several ways, and the session of its planner."""

    base: str
    session: str
    study: int
    ways: int


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("remedy")
    with running_site("tests.web.workbench.remedy.site", folder) as base:
        said = json.loads((folder / "planner.json").read_text(encoding="utf-8"))
        yield Served(base, **said)


def opened(browser: Browser, served: Served, **given: Any) -> Page:
    context = browser.new_context(viewport={"width": 390, "height": 800}, **given)
    context.add_cookies([{"name": "sessionid", "value": served.session, "url": served.base}])
    return context.new_page()


def test_what_if_follows_the_slider(browser: Browser, served: Served) -> None:
    page = opened(browser, served)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{served.base}/desk/remedy/{served.study}/what-if/")
    expect(page.locator("#tried")).to_contain_text("0.0%")
    page.get_by_label("设备、多媒体教室单价（%）").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tried")).to_contain_text("+5.0%")
    assert "equipment=5" in page.url
    assert faults == []
    page.context.close()


def test_without_a_script_the_button_does_the_same(browser: Browser, served: Served) -> None:
    page = opened(browser, served, java_script_enabled=False)
    page.goto(f"{served.base}/desk/remedy/{served.study}/what-if/?equipment=5")
    page.get_by_role("button", name="计算").click()
    expect(page.locator("#tried")).to_contain_text("+5.0%")
    page.context.close()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(browser: Browser, served: Served, prefix: str) -> None:
    page = opened(browser, served)
    further = [f"{served.study}/{what}/" for what in ("", "what-if", "budget", "demands", "sensitivity", "years")]
    ways = ("prices/way/", "prices/way/?means=build", "prices/way/?means=train&name=L1", f"{served.ways}/")
    for path in ("", "prices/", "compare/", *ways, *(one.replace("//", "/") for one in further)):
        page.goto(f"{served.base}{prefix}/desk/remedy/{path}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert Axe().run(page).response["violations"] == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    page.context.close()
