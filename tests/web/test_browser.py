"""A real browser: nothing leaves the machine, axe finds nothing, the keyboard gets everywhere, paper is A4."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from junheng.web.serve import taken
from tests.web.running import STARTING
from tests.web.site import free_port

DESK: ViewportSize = {"width": 1280, "height": 900}
PAGES = (
    "/",
    "/2025/county/410105/",
    "/2025/county/410105/primary/L5/",
    "/school/2141105001/",
    "/indicators/",
    "/indicators/L4/",
    "/articles/",
    "/articles/art-03/",
    "/search/?q=xx",
    "/compare/?a=410105&b=410103",
    "/wall/",
    "/wall/410105/",
    "/data/",
    "/data/2025/",
    "/data/changes/",
    "/check/",
    "/about/",
    "/nowhere/",
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO_", "JUNHENG_"))}
    running = subprocess.Popen([sys.executable, "-m", "tests.web.site", str(folder), str(port)], env=environment)  # noqa: S603
    end = time.monotonic() + STARTING
    while not taken("127.0.0.1", port):
        assert time.monotonic() < end, "the site did not start"
        time.sleep(0.2)
    yield f"http://127.0.0.1:{port}"
    running.send_signal(signal.SIGINT)
    running.wait(30)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport=DESK)
    yield opened
    opened.close()


@pytest.mark.parametrize("prefix", ["", pytest.param("/en", marks=pytest.mark.exhaustive)])
def test_axe_finds_nothing_and_nothing_leaves_the_machine(page: Page, base: str, prefix: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    for path in PAGES:
        page.goto(base + prefix + path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
    assert all(one.startswith((base, "data:")) for one in asked), asked
    assert faults == []


@pytest.mark.parametrize("prefix", ["", pytest.param("/en", marks=pytest.mark.exhaustive)])
@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_never_scrolls_sideways(page: Page, base: str, path: str, prefix: str) -> None:
    for width in (360, 390):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(base + prefix + path)
        assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0, width


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_menu_of_a_county_is_whole_on_a_desk_screen(page: Page, base: str, prefix: str) -> None:
    page.goto(f"{base}{prefix}/2025/county/410105/")
    assert page.evaluate("(menu => menu.scrollWidth - menu.clientWidth)(document.querySelector('.toc ul'))") == 0


def test_the_keyboard_skips_to_the_content_and_opens_a_county(page: Page, base: str) -> None:
    page.goto(base)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.get_by_role("link", name="金水区", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/2025/county/410105/")


def test_the_table_is_filtered_and_sorted_without_a_script(page: Page, base: str) -> None:
    page.goto(f"{base}/2025/county/410105/")
    page.get_by_label("学段").select_option("junior")
    page.get_by_role("button", name="筛选").click()
    page.get_by_role("link", name="运动场馆", exact=True).click()
    rows = page.locator("table.heat tbody tr")
    shown = [
        float(one.split()[0].rstrip("△✗").replace(",", "")) for one in rows.locator("td:nth-child(8)").all_inner_texts()
    ]
    assert len(shown) == 10
    assert shown == sorted(shown)
    assert page.locator("table.heat tbody").inner_text().count("初级中学") == 10


def test_large_text_stays_large_on_the_next_page(page: Page, base: str) -> None:
    page.goto(base)
    before = page.evaluate("getComputedStyle(document.body).fontSize")
    page.get_by_role("link", name="大字版").click()
    page.get_by_role("link", name="标准字号").wait_for()
    page.get_by_role("link", name="指标", exact=True).click()
    page.wait_for_url("**/indicators/")
    after = page.locator("body").evaluate("body => getComputedStyle(body).fontSize")
    assert float(after.removesuffix("px")) > 1.2 * float(before.removesuffix("px"))


def test_paper_is_a4_without_buttons_and_menus(page: Page, base: str, tmp_path: Path) -> None:
    page.goto(f"{base}/2025/county/410105/")
    page.emulate_media(media="print")
    assert not page.locator(".filter").is_visible()
    assert not page.locator("header nav").is_visible()
    assert page.locator(".synthetic").is_visible()
    content = page.pdf(path=tmp_path / "county.pdf", prefer_css_page_size=True, print_background=True)
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594.95996 841.91998]" in content or b"/MediaBox [0 0 595" in content


def test_a_workbook_is_checked_on_the_page(page: Page, base: str, tmp_path: Path) -> None:
    file = tmp_path / "上报.csv"
    file.write_text("学校,班级数\n甲,二十\n", encoding="utf-8")
    page.goto(f"{base}/check/")
    page.get_by_label("工作簿或CSV").set_input_files(file)
    page.get_by_role("button", name="看回执").click()
    assert page.locator("#receipt").is_visible()
    assert "上报.csv" in page.locator("#receipt").inner_text()
    assert Axe().run(page).violations_count == 0


def test_on_a_narrow_screen_every_finding_is_a_card_with_place_rule_and_remedy_in_sight(
    page: Page, base: str, tmp_path: Path
) -> None:
    file = tmp_path / "上报.csv"
    file.write_text("学校,班级数\n甲,二十\n", encoding="utf-8")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{base}/check/")
    page.get_by_label("工作簿或CSV").set_input_files(file)
    page.get_by_role("button", name="看回执").click()
    parts = page.locator(".findings tbody tr").first.locator("th, td")
    assert parts.count() == 5
    for at in range(5):
        box = parts.nth(at).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert Axe().run(page).violations_count == 0
