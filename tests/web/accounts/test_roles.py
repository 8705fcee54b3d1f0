"""The roles as data: every verb has words, every role has a title in both languages."""

from junheng.web.accounts.models import Extent, Kind
from junheng.web.accounts.roles import roles, verbs


def test_every_role_is_whole() -> None:
    assert len(roles()) >= 13
    for one in roles().values():
        assert one.title.zh
        assert one.title.en
        assert one.level in Kind.values
        assert one.extent in Extent.values
        assert one.factors in {1, 2}
        assert one.verbs
        assert one.verbs <= verbs().keys(), one.id


def test_every_verb_has_words_and_somebody() -> None:
    held = set().union(*(one.verbs for one in roles().values()))
    for verb, words in verbs().items():
        assert words.zh
        assert words.en
        assert verb in held, verb
