"""The whole life of a verdict in a real browser: no script, no mouse, every role signed in by itself, a worker."""

import pytest

from tests.web.life.stages import STAGES, reach
from tests.web.life.walk import Stage, Walk

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__name__)
def test_the_whole_life(walk: Walk, stage: Stage) -> None:
    reach(walk, stage)
