"""Django's cache as files below ``VAR``, counted right by all processes of the site.

Wrong codes, requests a minute and one-time passwords that were used have to hold whichever process is asked. Django's
own file cache forgets on ``incr`` when an entry ends, and two that count at once lose one: here both are kept. It needs
no database, so that limits hold while that is away, and is no table that every request would write.
"""

import fcntl
import pickle
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.cache.backends.filebased import FileBasedCache


class SharedCache(FileBasedCache):
    """``add`` and ``incr`` are one step for everybody on this machine."""

    def add(self, key: Any, value: Any, *args: Any, **given: Any) -> bool:
        with self._alone():
            return bool(super().add(key, value, *args, **given))

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count on, keeping the time at which the entry ends. ValueError when there is none."""
        with self._alone():
            value = self.get(key, version=version)
            if value is None:
                raise ValueError(f"no entry {key!r}")
            ends = self._ends(key, version)
            self.set(key, value + delta, None if ends is None else max(0.0, ends - time.time()), version=version)
        return int(value + delta)

    def _ends(self, key: Any, version: int | None) -> float | None:
        held: Any = self
        content = Path(held._key_to_file(key, version)).read_bytes()
        ends: float | None = pickle.loads(content)  # noqa: S301 - the site's own file
        return ends

    @contextmanager
    def _alone(self) -> Iterator[None]:
        held: Any = self
        held._createdir()
        with (Path(held._dir) / "lock").open("a", encoding="ascii") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
            yield
