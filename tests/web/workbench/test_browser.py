"""A real browser: areas are dragged to another school, keys take it back, the same is done without a script."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.web.running import running_site
from tests.web.workbench.ground import AREAS, B

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]
CHANGING = "#tiles [data-id=changing] b"


@dataclass(frozen=True)
class Served:
    """A site with one draft and one plan in hearing, and the session of its planner."""

    base: str
    session: str
    draft: int
    heard: int


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("zones")
    with running_site("tests.web.workbench.site", folder) as base:
        said = json.loads((folder / "planner.json").read_text(encoding="utf-8"))
        yield Served(base, **said)


def opened(browser: Browser, served: Served, **given: Any) -> Page:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, **given)
    context.add_cookies([{"name": "sessionid", "value": served.session, "url": served.base}])
    page = context.new_page()
    page.goto(f"{served.base}/desk/zoning/{served.draft}/")
    return page


def middle(page: Page, at: int) -> tuple[float, float]:
    box = page.locator(f"#areas [data-at='{at}']").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 3, box["y"] + box["height"] / 3


def drag(page: Page, at: int, to: int) -> None:
    page.mouse.move(*middle(page, at))
    page.mouse.down()
    page.mouse.move(*middle(page, to), steps=6)
    page.mouse.up()


def changing(page: Page) -> str:
    return page.locator(CHANGING).inner_text()


def test_an_area_is_dragged_and_keys_take_it_back_and_give_it_again(browser: Browser, served: Served) -> None:
    page = opened(browser, served)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    before = changing(page)
    drag(page, 1, 2)
    page.wait_for_selector("html[data-edited]")
    assert changing(page) == "12"
    assert "样例第2小学" in page.locator("#status").inner_text()
    assert "第1街道2号片区" in page.locator("#moves").inner_text()
    page.keyboard.press("Control+z")
    expect(page.locator(CHANGING)).to_have_text("0")
    assert changing(page) == before == "0"
    page.keyboard.press("Control+y")
    expect(page.locator(CHANGING)).to_have_text("12")
    page.reload()
    assert changing(page) == "12"
    page.get_by_role("button", name="撤销调整").click()
    expect(page.locator(CHANGING)).to_have_text("0")
    assert faults == []
    page.context.close()


def test_the_keyboard_alone_moves_an_area(browser: Browser, served: Served) -> None:
    page = opened(browser, served)
    page.get_by_label("片区（可多选）").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    page.get_by_label("放到学校").select_option(B)
    page.get_by_role("button", name="调整", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-edited]")
    assert changing(page) == "12"
    page.keyboard.press("Control+z")
    expect(page.locator(CHANGING)).to_have_text("0")
    page.context.close()


def test_two_at_once_get_a_clear_notice(browser: Browser, served: Served) -> None:
    one, other = opened(browser, served), opened(browser, served)
    drag(one, 1, 2)
    one.wait_for_selector("html[data-edited]")
    drag(other, 9, 10)
    other.wait_for_selector("#status.bad a")
    assert "其他人" in other.locator("#status").inner_text()
    other.locator("#status a").click()
    other.wait_for_selector("html[data-ready]")
    assert changing(other) == "12"
    other.keyboard.press("Control+z")
    expect(other.locator(CHANGING)).to_have_text("0")
    one.context.close()
    other.context.close()


def test_without_a_script_the_form_does_the_same(browser: Browser, served: Served) -> None:
    page = opened(browser, served, java_script_enabled=False)
    page.get_by_label("片区（可多选）").select_option([AREAS[1], AREAS[9]])
    page.get_by_label("放到学校").select_option(B)
    page.get_by_role("button", name="调整", exact=True).click()
    assert changing(page) == "24"
    page.get_by_role("button", name="撤销调整").click()
    assert changing(page) == "0"
    page.context.close()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_axe_finds_nothing(browser: Browser, served: Served, prefix: str) -> None:
    page = opened(browser, served)
    for path in (
        f"/desk/zoning/{served.draft}/",
        "/desk/zoning/",
        "/zoning/",
        f"/zoning/{served.heard}/?area={AREAS[0]}",
    ):
        page.goto(served.base + prefix + path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{prefix}{path}\n{found.generate_report()}"
    page.context.close()


def test_a_narrow_screen_does_not_scroll_sideways(browser: Browser, served: Served) -> None:
    page = opened(browser, served)
    page.set_viewport_size({"width": 390, "height": 800})
    for path in (f"/desk/zoning/{served.draft}/", f"/zoning/{served.heard}/?q=1", "/zoning/"):
        page.goto(served.base + path)
        assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0, path
    page.context.close()
