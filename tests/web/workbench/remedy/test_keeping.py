"""Actions that are left out or kept change the answer of what-if."""

import pytest

from junheng.web.workbench.models import RemedyStudy
from junheng.web.workbench.remedy.asking import asked_in
from junheng.web.workbench.remedy.keeping import kept_in, offered
from junheng.web.workbench.remedy.opened import Opened
from junheng.web.workbench.remedy.trying import Trial, tried
from tests.balance.city import NINE
from tests.web.workbench.remedy.ground import LAW

WORD = f".{NINE}.L6"


def test_the_dearest_additions_are_offered(study: RemedyStudy) -> None:
    assert study.result is not None
    lines = offered(study.result)
    assert [line.word for line, _ in lines] == [WORD]
    costs = [one["cost"] for _, one in lines]
    assert costs == sorted(costs, reverse=True)


def test_what_is_left_out_must_be_made_up_elsewhere(study: RemedyStudy, year: Opened) -> None:
    assert study.result is not None
    kept, faults = kept_in([WORD, "junior.x.L6"], [], study.result)
    assert faults == []
    assert kept.words == {f"forbid {WORD}"}
    plain, other = tried(year, study, Trial()), tried(year, study, Trial(kept=kept))
    assert Trial(kept=kept).changed
    assert plain.cost is not None
    assert other.impossible or (other.cost is not None and other.cost > plain.cost)


def test_what_is_kept_costs_as_planned(study: RemedyStudy, year: Opened) -> None:
    assert study.result is not None
    kept, _ = kept_in([], [WORD], study.result)
    assert tried(year, study, Trial(kept=kept)).cost == pytest.approx(tried(year, study, Trial()).cost)
    twice = kept.pinned[0]
    more = type(kept)(pinned=(type(twice)(twice.section, twice.school, twice.indicator, 2 * twice.amount),))
    plain, dearer = tried(year, study, Trial()).cost, tried(year, study, Trial(kept=more)).cost
    assert plain is not None
    assert dearer == pytest.approx(plain + twice.amount)


def test_both_is_a_fault_and_lines_are_those_of_the_form(study: RemedyStudy) -> None:
    assert study.result is not None
    kept, faults = kept_in([WORD], [WORD], study.result)
    assert "只能选一样" in faults[0].zh
    lines = kept.as_lines()
    asked, wrong = asked_in({"pinned": lines["pinned"]}, LAW, {NINE})
    assert wrong == []
    assert asked.limits["pinned"][0]["school_code"] == NINE
    assert lines["forbidden"] == f"{NINE} L6"
