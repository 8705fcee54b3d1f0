"""One browser for a module, one town for the whole run: who comes first walks, who comes later finds it lived in."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.web.life.site import served
from tests.web.life.walk import Walk

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PICTURES = "JUNHENG_TEST_PICTURES"
"""Names the folder that screenshots of every step go to."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    folder = tmp_path_factory.mktemp("town")
    pictures = Path(os.environ[PICTURES]) if os.environ.get(PICTURES) else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    with served(folder) as base:
        yield Walk(base, folder, pictures)


@pytest.fixture(scope="module")
def walk(town: Walk, browser: Browser) -> Walk:
    town.use(browser)
    return town
