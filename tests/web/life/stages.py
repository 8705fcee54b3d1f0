"""The stages in their order, and how one is reached."""

import time

from tests.web.life import correcting, handing_in, publishing, reading, reviewing
from tests.web.life.walk import Stage, Walk

STAGES: tuple[Stage, ...] = (
    handing_in.opens_a_round,
    handing_in.calls_for_reports,
    handing_in.hands_in_a_bad_workbook,
    handing_in.mends_and_submits,
    handing_in.another_school_submits,
    handing_in.the_rest_comes_in_bulk,
    reviewing.county_returns,
    reviewing.school_mends_by_upload,
    reviewing.school_mends_by_typing,
    reviewing.county_approves,
    reviewing.city_approves,
    publishing.city_locks,
    publishing.locked_is_locked,
    publishing.publisher_sets_up_a_second_factor,
    publishing.inspector_signs,
    publishing.publisher_releases,
    reading.first_version_agrees,
    correcting.school_asks,
    correcting.county_supports,
    correcting.city_grants_and_locks_again,
    correcting.verdict_is_superseded,
    reading.second_version_agrees,
    reading.old_version_stays,
    reading.public_verifies,
    reading.auditor_verifies,
    reading.nothing_left_the_machine,
)


def reach(walk: Walk, wanted: Stage = STAGES[-1]) -> None:
    """Walk up to this stage, each stage once; after one that failed there is no way on."""
    for stage in STAGES[: STAGES.index(wanted) + 1]:
        if stage.__name__ in walk.done:
            continue
        if walk.failed:
            raise AssertionError("an earlier stage of the walk failed") from walk.failed
        began = time.monotonic()
        try:
            stage(walk)
        except Exception as fault:
            walk.failed = fault
            raise
        walk.seconds[stage.__name__] = time.monotonic() - began
        walk.done.append(stage.__name__)
