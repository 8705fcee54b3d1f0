"""What is counted is counted by all processes together, and ends when it was to end."""

import subprocess
import sys
from pathlib import Path

import pytest
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.core.cache import cache

from junheng.web.kit.shared_cache import SharedCache
from junheng.web.survey import guesses

COUNT = """
import sys
from django.conf import settings
settings.configure()
from junheng.web.kit.shared_cache import SharedCache
held = SharedCache(sys.argv[1], {})
print(sum(held.add("once", 1) for _ in range(5)))
held.add("n", 0, 600)
for _ in range(200):
    held.incr("n")
"""


@pytest.fixture
def held(tmp_path: Path) -> SharedCache:
    return SharedCache(str(tmp_path / "cache"), {})


def test_processes_count_together_and_only_one_is_first(held: SharedCache, tmp_path: Path) -> None:
    command = [sys.executable, "-c", COUNT, str(tmp_path / "cache")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]  # noqa: S603
    firsts = [int(one.communicate(timeout=60)[0]) for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sum(firsts) == 1
    assert held.get("n") == 400


def test_counting_on_does_not_put_the_end_off(held: SharedCache, monkeypatch: pytest.MonkeyPatch) -> None:
    held.add("n", 0, 100)
    held.add("always", 0, None)
    held.incr("n")
    assert (held.incr("n"), held.incr("always")) == (2, 1)
    now = 4_000_000_000.0
    monkeypatch.setattr("django.core.cache.backends.filebased.time.time", lambda: now)
    assert held.get("n") is None
    assert held.get("always") == 1
    with pytest.raises(ValueError, match="no entry"):
        held.incr("n")


def test_limits_and_used_codes_are_kept_where_all_processes_look(db: None) -> None:
    """Codes that were used (allauth), wrong survey codes and API rates are in the cache; failures to sign in in the
    database."""
    assert isinstance(cache._connections["default"], SharedCache)  # type: ignore[attr-defined]
    assert isinstance(AxesProxyHandler.get_implementation(), AxesDatabaseHandler)
    for _ in range(guesses.MOST):
        assert guesses.allowed("203.0.113.7")
        guesses.missed("203.0.113.7")
    other_process = SharedCache(settings.CACHES["default"]["LOCATION"], {})
    assert other_process.get(guesses._key("203.0.113.7")) == guesses.MOST
    assert not guesses.allowed("203.0.113.7")
    cache.clear()
