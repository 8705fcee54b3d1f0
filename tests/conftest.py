"""What tests of several packages share: a small demo city, built once by the command itself."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sharing import compile_in_turn, end_children, keep_children

settings.register_profile("untimed", deadline=None, max_examples=40)  # other ones in every run
settings.load_profile("untimed")

LONG = ("web/test_furnishing.py", "web/test_life.py", "web/operations/test_backup.py", "web/test_browser.py")
"""Files below ``tests`` that take long or mostly wait."""
SCALE = "0.02"
COMMAND = (sys.executable, "-m", "junheng.cli")


def own_environment() -> dict[str, str]:
    """The environment of a command that runs by itself: without the settings and the database the tests use."""
    return {name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files come first, so that none is left for the end when the other processes have nothing more to do; who
    looks at the demo, which the first of them builds, comes last."""
    demo = {one.path for one in items if "demo_run" in getattr(one, "fixturenames", ())}
    here = Path(__file__).parent
    first = [here / one for one in LONG]
    items.sort(key=lambda one: first.index(one.path) if one.path in first else len(LONG) + (one.path in demo))


@dataclass(frozen=True)
class DemoRun:
    """The folder that ``junheng demo`` filled, and what it said."""

    folder: Path
    said: str

    def snapshot(self, year: int) -> Path:
        name = (self.folder / "snapshots" / f"latest-{year}").read_text(encoding="utf-8").strip()
        return self.folder / "snapshots" / name

    def workbooks(self, year: int) -> Path:
        return self.folder / "city" / "workbooks" / str(year)


@pytest.fixture(scope="session")
def side_by_side(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def _shared(side_by_side: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        keep_children(patch)
        compile_in_turn(patch, side_by_side / "compile.lock")
        yield
    end_children()


@pytest.fixture(scope="session")
def demo_run(side_by_side: Path) -> DemoRun:
    """Of all processes that run tests side by side the first that asks builds it; the others wait."""
    shared = side_by_side
    folder, said = shared / "demo", shared / "demo.said"
    with (shared / "demo.lock").open("a", encoding="ascii") as lock:
        fcntl.flock(lock.fileno(), fcntl.LOCK_EX)
        if not said.exists():
            command = [*COMMAND, "demo", "--into", str(folder), "--scale", SCALE, "--no-serve"]
            done = subprocess.run(  # noqa: S603
                command, capture_output=True, text=True, check=False, timeout=3000, env=own_environment()
            )
            assert done.returncode == 0, done.stderr
            said.write_text(done.stdout, encoding="utf-8")
    return DemoRun(folder, said.read_text(encoding="utf-8"))
