"""What kinds of long work there are: each part declares its own with ``@job``; they are found by looking there."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.apps import apps

from junheng.policy.text import Text

if TYPE_CHECKING:
    from junheng.web.operations.work import Work

Run = Callable[["Work"], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Kind:
    """``again`` says whether work that was cut off may simply be begun again, because doing it twice does it once."""

    id: str
    run: Run
    title: Text
    again: bool


KINDS: dict[str, Kind] = {}


def job(kind: str, *, title: Text | None = None, again: bool = True) -> Callable[[Run], Run]:
    """Declare a function of ``<part>/jobs.py`` or ``<part>/actions/*.py`` as a kind of work.

    It returns what is kept as the result: plain JSON; ``href`` in it becomes the link to what was made.
    """

    def keep(run: Run) -> Run:
        held = KINDS.setdefault(kind, Kind(kind, run, title or Text(kind, kind), again))
        if held.run.__module__ != run.__module__:
            raise ValueError(f"two functions for the kind {kind!r}: {held.run.__module__} and {run.__module__}")
        return run

    return keep


def kind_of(id_: str) -> Kind:
    """The kind with this id; a worker knows the kinds of all parts without having used them.

    Raises:
        KeyError: no part declares it.
    """
    if id_ not in KINDS:
        _look_everywhere()
    return KINDS[id_]


@cache
def _look_everywhere() -> None:
    for part in apps.get_app_configs():
        if part.name.startswith("junheng.web."):
            for name in _places(part.name):
                import_module(name)


def _places(part: str) -> list[str]:
    package = import_module(part)
    found = [f"{part}.jobs"] if any(one.name == "jobs" for one in pkgutil.iter_modules(package.__path__)) else []
    if any(one.name == "actions" for one in pkgutil.iter_modules(package.__path__)):
        actions = import_module(f"{part}.actions")
        found += [f"{part}.actions.{one.name}" for one in pkgutil.iter_modules(actions.__path__)]
    return found
