"""Drawing: replayable, fair, bound by its commitment, free of conflicts."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from junheng.policy.draw import (
    DrawFault,
    Plan,
    Unit,
    Visitor,
    checked,
    commitment,
    digest,
    draw,
    key_of,
    list_hash,
    list_of,
    plan_of,
    ring,
    send,
    strata,
)

UNITS = tuple(Unit(f"21410000{at:02d}", f"学校{at}", f"4101{at % 3}|rural", f"4101{at % 3}") for at in range(12))
VISITORS = (Visitor("甲", ("41010",)), Visitor("乙"), Visitor("丙", ("2141000001",)))
PLAN = Plan(UNITS, VISITORS, {"41010|rural": 2, "41011|rural": 1, "41012|rural": 0}, 2)

codes = st.lists(st.text("0123456789", min_size=1, max_size=10), min_size=1, max_size=30, unique=True)
seeds = st.text("0123456789abcdef", min_size=64, max_size=64)


@settings(max_examples=50)
@given(codes, seeds, st.randoms())
def test_the_order_of_the_list_does_not_matter(held: list[str], seed: str, dice: Random) -> None:
    shuffled = list(held)
    dice.shuffle(shuffled)
    assert ring(held, seed, "s") == ring(shuffled, seed, "s")
    assert sorted(ring(held, seed, "s")) == sorted(held)


@settings(max_examples=30)
@given(seeds, st.randoms())
def test_the_whole_draw_does_not_depend_on_order(seed: str, dice: Random) -> None:
    units, visitors = list(UNITS), list(VISITORS)
    dice.shuffle(units)
    dice.shuffle(visitors)
    other = Plan(tuple(units), tuple(visitors), dict(reversed(list(PLAN.quotas.items()))), 2)
    drawn = draw(PLAN, seed)
    assert draw(other, seed) == drawn
    assert send(other, drawn, seed) == send(PLAN, drawn, seed)
    assert list_hash(list_of(other)) == list_hash(list_of(PLAN))


@settings(max_examples=30)
@given(seeds)
def test_every_stratum_gives_its_quota(seed: str) -> None:
    of = {one.code: one.stratum for one in UNITS}
    assert Counter(of[code] for code in draw(PLAN, seed)) == {"41010|rural": 2, "41011|rural": 1}


@settings(max_examples=50)
@given(seeds)
def test_nobody_visits_what_they_must_avoid(seed: str) -> None:
    county = {one.code: one.county for one in UNITS}
    avoids = {one.code: one.avoids for one in VISITORS}
    for school, visitors in send(PLAN, draw(PLAN, seed), seed).items():
        assert not {one for one in visitors if {school, county[school]} & set(avoids[one])}


def test_visits_are_shared_out_evenly() -> None:
    plan = Plan(UNITS, tuple(Visitor(str(at)) for at in range(4)), dict.fromkeys(strata(UNITS), 4), 1)
    sent = send(plan, draw(plan, "x"), "x")
    assert set(Counter(one[0] for one in sent.values()).values()) == {3}


def test_a_school_that_everybody_avoids_gets_nobody() -> None:
    plan = Plan(UNITS[:1], (Visitor("甲", ("41010",)),), {"41010|rural": 1}, 1)
    assert send(plan, draw(plan, "x"), "x") == {"2141000000": []}


def test_every_unit_is_drawn_equally_often() -> None:
    held = [f"{at:02d}" for at in range(10)]
    found = Counter(code for seed in range(3000) for code in ring(held, digest(str(seed)), "s")[:3])
    expected = 3000 * 3 / 10
    square = sum((found[code] - expected) ** 2 / expected for code in held)
    assert square < 27.9, "chi squared of 9 degrees of freedom at 0.1 %"


def test_direction_and_start_are_used() -> None:
    held = ["a", "b", "c", "d", "e"]
    orders = {tuple(ring(held, "k", f"stratum {at}")) for at in range(200)}
    assert len(orders) == 10, "five starts in two directions of one ring"
    assert ring([], "k", "s") == []


def test_any_change_after_the_commitment_shows() -> None:
    seed, listed = "5" * 64, list_of(PLAN)
    bound = commitment(seed, list_hash(listed))
    for other in (
        replace(PLAN, units=UNITS[1:]),
        replace(PLAN, visitors=VISITORS[1:]),
        replace(PLAN, quotas={**PLAN.quotas, "41012|rural": 1}),
        replace(PLAN, team=1),
    ):
        assert commitment(seed, list_hash(list_of(other))) != bound
    assert commitment("6" + seed[1:], list_hash(listed)) != bound


def test_the_public_word_changes_the_draw() -> None:
    drawn = {tuple(draw(PLAN, key_of("s", word))) for word in ("", "1", "2", "3", "4")}
    assert len(drawn) > 1


def test_a_published_list_is_the_plan_again() -> None:
    listed = list_of(PLAN)
    assert list_of(plan_of(listed)) == listed
    assert draw(plan_of(listed), "k") == draw(PLAN, "k")


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (replace(PLAN, units=(*UNITS, UNITS[0])), "twice"),
        (replace(PLAN, visitors=(*VISITORS, VISITORS[0])), "twice"),
        (replace(PLAN, quotas={"41010|rural": 5}), "quota"),
        (replace(PLAN, quotas={"41010|rural": -1}), "quota"),
        (replace(PLAN, quotas={"nowhere": 1}), "quota"),
        (replace(PLAN, quotas={}), "nothing"),
        (replace(PLAN, team=4), "team"),
        (replace(PLAN, team=0), "team"),
    ],
)
def test_a_faulty_plan_is_refused(plan: Plan, code: str) -> None:
    with pytest.raises(DrawFault) as held:
        checked(plan)
    assert held.value.code == code


def test_a_sound_plan_stands() -> None:
    assert checked(PLAN) is PLAN
