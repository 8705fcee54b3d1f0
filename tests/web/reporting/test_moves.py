"""The table of moves: every word in it is one that exists."""

from junheng.web.accounts.models import Kind
from junheng.web.accounts.roles import roles, verbs
from junheng.web.reporting.models import RoundState, State
from junheng.web.reporting.moves import TIER, role_title, table


def test_every_word_of_the_table_exists() -> None:
    for verb, one in table().moves.items():
        assert one.verb == verb
        assert set(one.sources) <= set(RoundState.values)
        assert one.states <= set(State.values)
        assert one.version in {"", "new", "newer"}
        for by in one.by:
            assert by.verb in verbs()
            assert by.level in {"", TIER, *Kind.values}
            assert by.states <= one.states


def test_every_tier_has_somebody_who_approves() -> None:
    for kind, levels in table().tiers.items():
        assert kind in Kind.values
        for level in levels:
            assert role_title(level, table().approves).zh
            assert any(table().approves in one.verbs for one in roles().values() if one.level == level)


def test_nothing_is_approved_by_whom_it_belongs_to() -> None:
    assert all(kind not in levels for kind, levels in table().tiers.items())


def test_approving_and_correcting_ask_for_other_eyes() -> None:
    assert {verb for verb, one in table().moves.items() if one.four_eyes} == {"approve", "correct"}
