"""Take the pictures of the main pages for the README, from a site that is being served.

.venv/bin/junheng demo &
.venv/bin/python tools/pictures.py http://127.0.0.1:8000
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

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
}


def main(site: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_page(viewport=SIZE)
        for name, path in PAGES.items():
            answer = page.goto(site + path)
            if answer is None or not answer.ok:
                raise SystemExit(f"{site}{path}: no page to take a picture of")
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
