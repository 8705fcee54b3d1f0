"""A chain tells the first number that was changed, removed, put in, moved or cut off."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as checks
from hypothesis import strategies as st

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.actions.record import START, digest_of, record
from junheng.web.audit.chain import (
    Checked,
    End,
    anchor_of,
    head_of_chain,
    lines,
    read_lines,
    verify_chain,
    verify_file,
)
from junheng.web.audit.models import Event

LENGTH = 6


@pytest.fixture
def chain(db: None) -> list[Event]:
    for at in range(LENGTH):
        record(SYSTEM, "try.this", f"thing:{at}", before={"at": at}, after={"钱": at * 1.5}, reason="试")
    return list(Event.objects.order_by("number"))


def head() -> End:
    return head_of_chain()


def test_a_whole_chain_holds(chain: list[Event]) -> None:
    assert verify_chain() == Checked(LENGTH, End(LENGTH, chain[-1].digest))
    assert chain[0].previous == START


def test_no_event_at_all_is_a_chain_too(db: None) -> None:
    assert verify_chain() == Checked(0, End(0, START))


def _rewritten(events: list[Event]) -> list[Event]:
    """The same story told again from the first event, with digests that fit."""
    before = START
    for number, one in enumerate(events, 1):
        one.number, one.previous = number, before
        before = one.digest = digest_of(one)
    return events


def _change(events: list[Event]) -> list[Event]:
    events[2].after = {"钱": 9}
    return events


def _change_with_a_fitting_digest(events: list[Event]) -> list[Event]:
    events[2].reason = "改"
    events[2].digest = digest_of(events[2])
    return events


def _remove(events: list[Event]) -> list[Event]:
    return events[:2] + events[3:]


def _insert(events: list[Event]) -> list[Event]:
    made = Event(**{**{name: getattr(events[2], name) for name in ("at", "verb", "target")}, "number": 3})
    made.previous = events[1].digest
    made.digest = digest_of(made)
    return [*events[:2], made, *events[2:]]


def _reorder(events: list[Event]) -> list[Event]:
    return [*events[:2], events[3], events[2], *events[4:]]


def _cut(events: list[Event]) -> list[Event]:
    return events[:-1]


@pytest.mark.parametrize(
    ("harm", "broken"),
    [
        (_change, 3),
        (_change_with_a_fitting_digest, 4),
        (_remove, 3),
        (_insert, 4),
        (_reorder, 3),
        (_cut, LENGTH),
        (lambda _events: [], 1),
    ],
)
def test_the_first_broken_number_is_named(
    chain: list[Event], harm: Callable[[list[Event]], list[Event]], broken: int
) -> None:
    found = verify_chain(harm(chain), head())
    assert found.broken == broken
    assert found.why is not None
    assert found.why.zh != found.why.en


def test_whoever_rewrites_everything_is_found_by_the_anchor(chain: list[Event]) -> None:
    anchor = End(4, chain[3].digest)
    chain[1].reason = "改"
    again = _rewritten(chain)
    forged = End(LENGTH, again[-1].digest)
    assert verify_chain(again, forged).holds
    assert verify_chain(again, forged, anchor).broken == 4
    assert verify_chain(again[:3], End(3, again[2].digest), anchor).broken == 4


def test_a_head_that_was_set_back_is_found(chain: list[Event]) -> None:
    assert verify_chain(chain, End(LENGTH - 1, chain[-2].digest)).broken == LENGTH


def test_an_export_is_checked_by_itself_and_is_the_anchor_of_later(chain: list[Event], tmp_path: Path) -> None:
    path = tmp_path / "chain.jsonl"
    path.write_text("".join(lines(chain)), encoding="utf-8")
    assert verify_file(path) == verify_chain()
    anchor = anchor_of(path.read_text(encoding="utf-8").splitlines())
    record(SYSTEM, "try.more", "thing:9")
    assert verify_chain(anchor=anchor).holds
    changed = path.read_text(encoding="utf-8").replace('"thing:2"', '"thing:7"')
    path.write_text(changed, encoding="utf-8")
    assert verify_file(path).broken == 3


def test_an_export_without_its_last_line_is_no_export(chain: list[Event], tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl"
    path.write_text("".join(list(lines(chain))[:-1]), encoding="utf-8")
    with pytest.raises(ValueError, match="last line"):
        verify_file(path)
    with pytest.raises(ValueError, match="no end"):
        anchor_of(path.read_text(encoding="utf-8").splitlines())


def test_an_export_whose_middle_was_taken_out_with_its_end_rewritten_is_found(
    chain: list[Event], tmp_path: Path
) -> None:
    written = list(lines(chain))
    end = json.loads(written[-1])
    path = tmp_path / "short.jsonl"
    path.write_text("".join([*written[:3], json.dumps(end)]), encoding="utf-8")
    assert verify_file(path).broken == 4


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("甲a1\x00", max_size=3), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@checks(max_examples=25, deadline=None)
@given(JSON, JSON)
def test_whatever_is_recorded_comes_back_as_it_was(before: Any, after: Any) -> None:
    event = Event(number=1, at="", username="", verb="", target="", before=before, after=after, previous=START)
    event.digest = digest_of(event)
    (back,) = read_lines(StringIO("".join(lines([event]))))[0]
    assert digest_of(back) == event.digest


@checks(max_examples=15, deadline=None)
@given(st.lists(st.tuples(JSON, JSON), min_size=1, max_size=3))
@pytest.mark.django_db(transaction=False)
def test_the_database_gives_back_what_the_digest_was_taken_over(pairs: list[tuple[object, object]]) -> None:
    for before, after in pairs:
        record(SYSTEM, "try.json", "thing:1", before=before, after=after)
    assert verify_chain().holds
