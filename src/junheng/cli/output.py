"""How every command speaks: JSON or words, progress only on a terminal, exit codes for scripts."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from junheng.policy import Language


class Exit(IntEnum):
    """Exit codes: judged, bad input, not judgeable."""

    JUDGED = 0
    BAD_INPUT = 2
    NOT_JUDGEABLE = 3


def out() -> Console:
    """Standard output; plain when piped."""
    return Console(highlight=False, soft_wrap=True)


def err() -> Console:
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    out().print(text, markup=False)


def say_json(value: Any) -> None:
    """One JSON document on standard output, numbers in full precision, Chinese unescaped."""
    json.dump(value, sys.stdout, ensure_ascii=False, allow_nan=False, default=str)
    sys.stdout.write("\n")


def refuse(text: str) -> NoReturn:
    """Say what is wrong on standard error and leave with the code for bad input."""
    err().print(text, markup=False, style="red")
    raise typer.Exit(Exit.BAD_INPUT)


class Step:
    """Counts one step of long work; a no-op when nobody watches."""

    def __init__(self, progress: Progress, title: str) -> None:
        self.progress = progress
        self.task = progress.add_task(title, total=None)

    def __call__(self, done: int, total: int) -> None:
        self.progress.update(self.task, completed=done, total=total)


class Steps:
    """The steps of one command, in order."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def __call__(self, title: str) -> Step:
        return Step(self.progress, title)


@contextmanager
def steps() -> Iterator[Steps]:
    """Progress bars on standard error while a terminal watches, silence otherwise."""
    console = err()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        yield Steps(progress)


def both(zh: str, en: str, language: Language) -> str:
    return zh if language == "zh" else en
