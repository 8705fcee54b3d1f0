"""The whole life of a verdict in a real browser: no script, no mouse, every role signed in by itself, a worker."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.web.life.crawl import kinds
from tests.web.life.stages import STAGES, reach
from tests.web.life.walk import SLOWEST, Stage, Walk

DESK: ViewportSize = {"width": 1280, "height": 900}
NARROW = (390, 360)
SIDEWAYS = "document.scrollingElement.scrollWidth - innerWidth"
CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
WHO = ("", "li-mended", "county", "statistician", "inspector", "publisher", "system", "security", "auditor")
"""The public and everybody whose desk differs."""

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)
def test_the_whole_life(walk: Walk, stage: Stage) -> None:
    reach(walk, stage)


@pytest.mark.exhaustive
@pytest.mark.parametrize("who", WHO)
def test_every_kind_of_page_that_anybody_sees(walk: Walk, who: str) -> None:
    """In a town where everything has happened: axe finds nothing, nothing overflows, English is whole."""
    reach(walk)
    page, asked = _with_scripts(walk, who)
    found: dict[str, str] = {}
    visited = list[str]()
    start, below = ("/desk/", ("/desk/", "/accounts/")) if who else ("/", ("/",))
    for path in kinds(page, walk.base, start, below=below):
        visited.append(path)
        faults = [*_faults(page), *_faults_in_english(page, walk.base, path)]
        if faults:
            found[path] = "\n".join(faults)
    page.context.close()
    walk.pages[who] = visited
    assert found == {}, "\n\n".join(f"{path}\n{fault}" for path, fault in found.items())
    assert all(one.startswith((f"{walk.base}/", "data:")) for one in asked), asked
    assert len(visited) >= (25 if not who else 8), visited


def _with_scripts(walk: Walk, who: str) -> tuple[Page, set[str]]:
    """A page of this person in a browser that runs axe; the site itself sends no script."""
    assert walk.browser is not None
    if who:
        walk.a(who)
    asked = set[str]()
    context = walk.browser.new_context(viewport=DESK, storage_state=walk.cookies.get(who))
    context.set_default_timeout(SLOWEST)
    context.on("request", lambda request: asked.add(request.url))
    return context.new_page(), asked


def _faults(page: Page) -> list[str]:
    found = Axe().run(page)
    faults = [found.generate_report()] if found.violations_count else []
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 800})
        over = page.evaluate(SIDEWAYS)
        if over > 0:
            faults.append(f"{over}px too wide at {width}px")
    page.set_viewport_size(DESK)
    return faults


def _faults_in_english(page: Page, base: str, path: str) -> list[str]:
    answer = page.goto(f"{base}/en{path}")
    if answer is None or not answer.ok:
        return [f"/en{path} does not open"]
    page.set_viewport_size({"width": NARROW[0], "height": 800})
    over = page.evaluate(SIDEWAYS)
    page.set_viewport_size(DESK)
    faults = [f"/en: {over}px too wide"] if over > 0 else []
    if page.evaluate("document.documentElement.lang") != "en":
        faults.append("/en is not English")
    return faults


@pytest.mark.parametrize(
    ("who", "path"), [("", "/accounts/login/"), ("county", "/desk/review/"), ("wang-typed", "/desk/")]
)
def test_tab_goes_to_every_control_in_the_order_of_the_page(walk: Walk, who: str, path: str) -> None:
    reach(walk)
    page, _asked = _with_scripts(walk, who)
    page.goto(walk.base + path)
    expected = page.evaluate(f'[...document.querySelectorAll("{CONTROLS}")].filter(one => one.offsetParent).length')
    reached = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(f'[...document.querySelectorAll("{CONTROLS}")].indexOf(document.activeElement)'))
    page.context.close()
    assert reached == sorted(set(reached))
    assert len(reached) == expected
    assert -1 not in reached
