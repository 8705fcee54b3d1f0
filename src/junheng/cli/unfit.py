"""Faults of a plan's input on the command line: one line for each kind, all of them in JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn, Protocol

from junheng.cli.output import refuse, say_json
from junheng.policy import Language, Text
from junheng.policy.messages import Message

PLACES = 8
"""Places named in words of one kind of fault; JSON names all."""


class Fault(Protocol):
    """One thing wrong at one place, whichever package found it."""

    @property
    def message(self) -> Message: ...

    @property
    def where(self) -> Text: ...

    @property
    def values(self) -> Mapping[str, Any]: ...

    def to_dict(self) -> dict[str, Any]: ...


class UnfitError(Protocol):
    """An error that holds all faults of an input."""

    @property
    def faults(self) -> Sequence[Fault]: ...


def refuse_unfit(error: UnfitError, *, as_json: bool = False, en: bool = False) -> NoReturn:
    """Say everything that is wrong and leave with the code for bad input."""
    if as_json:
        say_json({"faults": [one.to_dict() for one in error.faults]})
    refuse("\n".join(told(error.faults, "en" if en else "zh")))


def told(faults: Iterable[Fault], language: Language) -> Iterator[str]:
    """``places | what | rule | remedy``, faults that say the same at other places in one line."""
    kinds: dict[tuple[str, str, str], list[str]] = {}
    for one in faults:
        kinds.setdefault(one.message.parts(language, one.values), []).append(one.where.in_(language))
    for said, places in kinds.items():
        yield " | ".join((_listed(places, language), *said))


def _listed(places: list[str], language: Language) -> str:
    named = ("、" if language == "zh" else ", ").join(places[:PLACES])
    if len(places) <= PLACES:
        return named
    return f"{named} 等 {len(places)} 处" if language == "zh" else f"{named} and {len(places) - PLACES} more"
