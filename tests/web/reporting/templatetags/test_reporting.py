"""Words of templates."""

from datetime import UTC, datetime

from django.utils.translation import override

from junheng.web.reporting.models import RoundState, State
from junheng.web.reporting.templatetags import reporting as words

NOON = datetime(2025, 9, 1, 4, 0, tzinfo=UTC)


def test_states_are_words_with_a_class() -> None:
    assert {words.state(one) for one in State.values}
    assert words.round_state(RoundState.OPEN) == '<span class="state open">填报中</span>'
    with override("en"):
        assert words.state("draft") == '<span class="state draft">Draft</span>'


def test_moments_are_local() -> None:
    assert (words.at(NOON), words.at(None), words.for_input(NOON)) == ("2025-09-01 12:00", "—", "2025-09-01T12:00")


def test_values_names_verbs() -> None:
    assert [words.cell_value(one) for one in (None, "/", 1234.5, 7, "是")] == ["未报", "不适用", "1,234.5", "7", "是"]
    assert (words.verb_name("submit"), words.verb_name("other")) == ("提交", "other")
    with override("en"):
        assert [words.cell_value(one) for one in ("是", "主城区")] == ["Yes", "Main urban area"]
