"""What may be approved without being looked at."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from junheng.web.reporting.models import Submission
from junheng.web.review.actions.approve import NOT_CLEAN, approve_many, clean
from tests.web.people import SCHOOLS, People
from tests.web.review.reports import submitted


def held(**counts: Any) -> Submission:
    given = counts.pop("given", 5)
    current = SimpleNamespace(receipt={"counts": counts}, given=given, asked=5)
    return cast("Submission", SimpleNamespace(current=current))


@pytest.mark.parametrize(
    ("one", "good"),
    [
        (held(warned=0, rejected=0), True),
        (held(changed=3), True),
        (held(warned=1), False),
        (held(rejected=1), False),
        (held(given=4), False),
        (cast("Submission", SimpleNamespace(current=None)), False),
    ],
)
def test_only_what_raises_no_question(one: Submission, good: bool) -> None:
    assert clean(one) is good


def test_one_that_is_refused_does_not_stop_the_others(crew: People, mine: dict[str, Submission]) -> None:
    one, two = submitted(mine[SCHOOLS[0]], crew), submitted(mine[SCHOOLS[1]], crew)
    two.versions.update(given=9, asked=9)
    outcome = approve_many(crew.actor("second_reviewer"), [(one.pk, one.revision), (two.pk, two.revision)])
    assert (outcome.done, outcome.left) == (1, (("样例小学1", NOT_CLEAN),))
