"""Walk the chain of events: is every event there, unchanged, in order, up to the end that is known?"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from junheng.policy.text import Text
from junheng.web.audit.actions.record import SAID, START, digest_of
from junheng.web.audit.models import Event, Head, canonical


@dataclass(frozen=True, slots=True)
class End:
    """Where a chain ends, or ended when somebody wrote it down (an anchor)."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a walk found: how many events hold, where they end, and the first number that does not hold and why."""

    count: int
    end: End
    broken: int | None = None
    why: Text | None = None

    @property
    def holds(self) -> bool:
        return self.broken is None


def verify_chain(events: Iterable[Event] | None = None, head: End | None = None, anchor: End | None = None) -> Checked:
    """Check the events from the first on against each other, the head and an anchor kept elsewhere.

    Without arguments the chain of the database. Somebody who rewrites the whole chain and its head is found by the
    anchor alone: keep exports where the administrators of the site cannot write.
    """
    if events is None:
        events, head = Event.objects.iterator(chunk_size=2000), head or head_of_chain()
    end = End(0, START)
    for event in events:
        why = _wrong(event, end)
        if why is None and anchor and anchor.number == event.number and anchor.digest != event.digest:
            why = Text("与存证的摘要不同：此前的记录被整体改写", "differs from the anchor: the chain was rewritten")
        if why:
            return Checked(end.number, end, end.number + 1, why)
        end = End(event.number, event.digest)
    return _at_the_end(end, head, anchor)


def head_of_chain() -> End:
    head = Head.objects.filter(pk=1).first()
    return End(head.number, head.digest) if head else End(0, START)


def _wrong(event: Event, end: End) -> Text | None:
    if event.number != end.number + 1:
        return Text(f"缺少记录，其后是第{event.number}条", f"missing: number {event.number} follows")
    if event.previous != end.digest:
        return Text("与上一条不相接：有记录被改动、插入或调换", "does not follow the one before: changed or inserted")
    if digest_of(event) != event.digest:
        return Text("内容与摘要不符：记录被改动", "does not match its digest: changed")
    return None


def _at_the_end(end: End, head: End | None, anchor: End | None) -> Checked:
    known = max((one for one in (head, anchor) if one), key=lambda one: one.number, default=end)
    if known.number > end.number:
        why = Text(f"末尾被截断：应有{known.number}条", f"cut off at the end: there were {known.number}")
        return Checked(end.number, end, end.number + 1, why)
    if head and head != end:
        why = Text("链尾记录与最后一条不符", "the head of the chain is not its last event")
        return Checked(end.number, end, end.number, why)
    return Checked(end.number, end)


# ---- the chain as a file: one event a line, the end in the last line


def lines(events: Iterable[Event]) -> Iterator[str]:
    """The events as JSON lines, then one line with the number and digest they end with: the anchor."""
    end = End(0, START)
    for event in events:
        end = End(event.number, event.digest)
        yield canonical({**{name: getattr(event, name) for name in SAID}, "digest": event.digest}) + "\n"
    yield canonical({"end": end.number, "digest": end.digest}) + "\n"


def read_lines(text: Iterable[str]) -> tuple[Iterator[Event], list[End]]:
    """Events of an exported file, and the list into which its end is put once it was read."""
    ends: list[End] = []
    return _events(text, ends), ends


def _events(text: Iterable[str], ends: list[End]) -> Iterator[Event]:
    for line in text:
        held: dict[str, Any] = json.loads(line)
        if "end" in held:
            ends.append(End(held["end"], held["digest"]))
        else:
            yield Event(**held)


def anchor_of(text: Iterable[str]) -> End:
    """The end that an exported file, or its last line alone, names.

    Raises:
        ValueError: there is none in it.
    """
    ends = [End(held["end"], held["digest"]) for held in map(json.loads, text) if "end" in held]
    if not ends:
        raise ValueError("no end of a chain in this file")
    return ends[-1]


def verify_file(path: Path, anchor: End | None = None) -> Checked:
    """Check an exported file against itself and an anchor.

    Raises:
        ValueError: it is no such file, or its last line is missing.
    """
    with path.open(encoding="utf-8") as text:
        events, ends = read_lines(text)
        found = verify_chain(events, anchor=anchor)
        for _rest in events:  # up to the line with the end
            pass
    if not ends:
        raise ValueError("the file ends without its last line")
    return found if not found.holds or found.end == ends[-1] else _at_the_end(found.end, ends[-1], None)
