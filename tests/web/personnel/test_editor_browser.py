"""A real browser: a teacher is placed without leaving the page, keys take it back, plain forms do the same."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.web.running import running_site

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]
WHO = "t9"
"""May move; the solver leaves the teacher or not, the tests only change where."""


@dataclass(frozen=True)
class Served:
    """A site with one draft, and the session of its officer."""

    base: str
    session: str
    draft: int

    @property
    def address(self) -> str:
        return f"{self.base}/desk/rotation/drafts/{self.draft}/edit/"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("rotation")
    with running_site("tests.web.personnel.site", folder) as base:
        yield Served(base, **json.loads((folder / "officer.json").read_text(encoding="utf-8")))


def opened(browser: Browser, served: Served, query: str = "?kind=all", **given: Any) -> Page:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, **given)
    context.add_cookies([{"name": "sessionid", "value": served.session, "url": served.base}])
    page = context.new_page()
    page.goto(served.address + query)
    return page


def edits(page: Page) -> int:
    """Edits that stand."""
    return page.locator("#history li:not(.undone):not(.dropped):not(.no)").count()


def place(page: Page) -> str:
    """Place the chosen teacher at the first school offered; gives back its name."""
    first = page.locator(".places li").filter(has=page.locator("button")).first
    name = first.locator("b").first.inner_text()
    first.get_by_role("button").click()
    return name


def test_a_teacher_is_chosen_and_placed_on_the_page_and_keys_take_it_back(browser: Browser, served: Served) -> None:
    page = opened(browser, served)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.evaluate("document.body.dataset.stays = 'yes'")
    page.locator("#people").get_by_role("link", name=WHO, exact=True).click()
    expect(page.locator("#teacher h2")).to_contain_text(WHO)
    assert f"teacher={WHO}" in page.url
    before = edits(page)
    to = place(page)
    expect(page.locator("#status")).to_have_text("已更新。")
    assert to in page.locator("#people tr[aria-current]").inner_text()
    assert edits(page) == before + 1
    page.keyboard.press("Control+z")
    expect(page.locator("#turn [value=redo]")).to_be_enabled()
    assert edits(page) == before
    page.keyboard.press("Control+y")
    expect(page.locator("#turn [value=redo]")).to_be_disabled()
    page.get_by_role("button", name="撤销修改").click()
    expect(page.locator("#turn [value=redo]")).to_be_enabled()
    assert page.evaluate("document.body.dataset.stays") == "yes"
    assert faults == []
    page.context.close()


def test_a_lock_keeps_a_teacher_and_the_list_is_narrowed_at_once(browser: Browser, served: Served) -> None:
    page = opened(browser, served, f"?kind=all&teacher={WHO}")
    page.get_by_role("button", name="锁定", exact=True).click()
    expect(page.get_by_role("button", name="解锁", exact=True)).to_be_visible()
    expect(page.locator(".places button").first).to_be_disabled()
    page.locator("#kind").select_option("locked")
    expect(page.locator("#people h2")).to_have_text("教师 1 人")
    page.locator("#people").get_by_role("link", name=WHO).click()
    page.get_by_role("button", name="解锁", exact=True).click()
    expect(page.get_by_role("button", name="锁定", exact=True)).to_be_visible()
    page.context.close()


def test_the_second_of_two_is_told_and_sees_the_first_one_s_change(browser: Browser, served: Served) -> None:
    one, other = (opened(browser, served, f"?kind=all&teacher={WHO}") for _ in range(2))
    before = edits(other)
    place(one)
    expect(one.locator("#status")).to_have_text("已更新。")
    place(other)
    expect(other.locator("#status.bad")).to_contain_text("其他人刚刚修改过")
    assert edits(other) == before + 1
    other.keyboard.press("Control+z")
    expect(other.locator("#status")).to_have_text("已更新。")
    assert edits(other) == before
    one.context.close()
    other.context.close()


def test_the_keyboard_alone_places_a_teacher(browser: Browser, served: Served) -> None:
    page = opened(browser, served)
    before = edits(page)
    page.locator("#people").get_by_role("link", name=WHO, exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#teacher h2")).to_contain_text(WHO)
    expect(page.locator("#teacher")).to_be_focused()
    page.locator(".places button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_have_text("已更新。")
    assert edits(page) == before + 1
    page.keyboard.press("Control+z")
    expect(page.locator("#turn [value=redo]")).to_be_enabled()
    page.context.close()


def test_without_a_script_the_forms_do_the_same(browser: Browser, served: Served) -> None:
    page = opened(browser, served, java_script_enabled=False)
    page.locator("#people").get_by_role("link", name=WHO, exact=True).click()
    before = edits(page)
    place(page)
    assert edits(page) == before + 1
    assert f"teacher={WHO}" in page.url
    page.get_by_role("button", name="撤销修改").click()
    assert edits(page) == before
    page.locator("#q").fill("t8")
    page.locator("#kind").select_option("all")
    page.get_by_role("button", name="查找").click()
    assert page.locator("#people h2").inner_text() == "教师 1 人"
    page.context.close()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(browser: Browser, served: Served, prefix: str) -> None:
    page = opened(browser, served)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(served.address.replace(served.base, served.base + prefix) + f"?kind=all&teacher={WHO}")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    page.context.close()
