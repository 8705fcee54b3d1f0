"""Words and numbers of templates."""

from django.utils.translation import override

from junheng.publish.table import SUPPRESSED
from junheng.web.workbench.models import PlanState
from junheng.web.workbench.templatetags.workbench import hidden, places, plain, plan_look, plan_state, share


def test_every_state_has_words_in_both_languages_and_a_look() -> None:
    for state in PlanState:
        zh = plan_state(state)
        with override("en"):
            assert plan_state(state) != zh
        assert plan_look(state)


def test_numbers_for_drawings_have_a_point_whatever_the_language() -> None:
    assert (plain(1234.56), places(0.5)) == ("1234.6", "0.5000")


def test_counts_and_shares() -> None:
    assert (hidden(SUPPRESSED), hidden(12340), share(0.016)) == ("*", "12,340", "1.6%")
