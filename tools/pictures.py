"""Take the pictures of the main pages for the README, from a demo that is being served.

.venv/bin/junheng demo &
.venv/bin/python tools/pictures.py http://127.0.0.1:8000
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SIZE = {"width": 1280, "height": 900}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGES = {
    "city": "/",
    "county": "/2025/county/410105/",
    "school": "/school/2141904001/",
    "proof": "/2025/school/2141904001/primary/L5/",
    "indicator": "/indicators/L5/",
    "article": "/articles/art-11/",
    "check": "/check/",
    "record": "/verdicts/JH-2025-410105-01/",
}
DESK = {
    "board": ("demo-city-statistician", "/desk/rounds/", "main table a:text-is('填报进度') >> nth=-1"),
    "review": ("demo-county-reviewer-1", "/desk/review/?round=2025&state=locked", "main tbody a"),
    "plan": ("demo-planner", "/desk/remedy/", "main tbody th a"),
    "rotation": ("demo-personnel", "/desk/rotation/1/", "main tbody th a >> nth=-1"),
}
"""Who takes it, where to begin, and the link to follow from there, as a selector."""
PASSWORD = "junheng-demo-2026"  # noqa: S105 - shown on the sign-in page of the demo


def main(site: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        public(browser, site, PAGES)
        for name, way in DESK.items():
            desk(browser, site, name, way)
        browser.close()


def public(browser: Browser, site: str, pages: Mapping[str, str]) -> None:
    page = browser.new_page(viewport=SIZE)
    for name, path in pages.items():
        go(page, site + path)
        page.screenshot(path=FOLDER / f"{name}.png")


def desk(browser: Browser, site: str, name: str, way: tuple[str, str, str]) -> None:
    who, begin, onward = way
    page = browser.new_page(viewport=SIZE)
    go(page, f"{site}/accounts/login/?next={begin}")
    page.fill("input[name=login]", who)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    go(page, site + begin)
    page.locator(onward).first.click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")


def go(page: Page, address: str) -> None:
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise SystemExit(f"{address}: no page to take a picture of")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
