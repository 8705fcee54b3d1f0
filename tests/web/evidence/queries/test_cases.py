"""Lists within everybody's own reach."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from junheng.policy import load_standard
from junheng.web.evidence.models import Finding
from junheng.web.evidence.queries import cases
from junheng.web.reporting.models import Round
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.people import CITY, COUNTY, OTHER_COUNTY, OTHER_SCHOOL, SCHOOLS, People


def test_the_items_come_from_the_standard(staff: People) -> None:
    standard = load_standard("jiaodu-2017-6")
    county = cases.items_for(standard, staff.places[COUNTY])
    school = cases.items_for(standard, staff.places[SCHOOLS[0]])
    assert {one.id for one in standard.items if one.kind == "evidence"} <= {one.id for one in county}
    assert not any(one.kind == "computed" for one in county)
    assert [one.id for one in school if one.domain == "veto"] == []
    assert {"Q3", "Q6", "Q7", "Q8"} <= {one.id for one in school}
    assert cases.items_for(standard, staff.places[CITY]) == ()


def test_counties_for_those_above_schools_for_those_below(staff: People, bring: Bring) -> None:
    bring("given")
    bring("final", item="G10")
    seen = {role: [one.organisation.code for one in cases.places(staff.actor(role), YEAR)] for role in staff.users}
    assert seen["inspector"] == [COUNTY, OTHER_COUNTY]
    assert seen["county_reviewer"] == [COUNTY]
    assert seen["school_reporter"] == [SCHOOLS[0]]
    assert seen["planner"] == []
    line = cases.places(staff.actor("inspector"), YEAR)[0]
    assert (line.waiting, line.final, line.missing) == (1, 1, line.total - 2)


def test_a_place_out_of_reach_is_not_there(staff: People) -> None:
    assert cases.place(staff.actor("school_reporter"), SCHOOLS[0]).code == SCHOOLS[0]
    for role, code in (("school_reporter", COUNTY), ("county_reviewer", OTHER_SCHOOL), ("inspector", CITY)):
        with pytest.raises(Http404):
            cases.place(staff.actor(role), code)


def test_what_waits_for_the_inspector(staff: People, bring: Bring) -> None:
    for state, item in (("given", "G1"), ("found", "G10"), ("replied", "Q3"), ("final", "Q5")):
        bring(state, item=item)
    inspector = staff.actor("inspector")
    assert [one.item for one in cases.worklist(inspector)] == ["G1", "Q3"]
    Finding.objects.everything("test").update(reply_by=timezone.localdate() - timedelta(days=1))
    assert {one.item for one in cases.worklist(inspector)} == {"G1", "G10", "Q3"}
    assert not cases.worklist(staff.actor("county_reviewer")).exists()


def test_files_out_of_reach(staff: People, bring: Bring) -> None:
    file = bring("given").attachments.get()
    assert cases.attachment(staff.actor("inspector"), file.pk) == file
    for role in ("other_reviewer", "school_reporter", "planner"):
        with pytest.raises(Http404):
            cases.attachment(staff.actor(role), file.pk)


def test_the_years_and_their_standard(db: None) -> None:
    assert len(cases.years()) == 1
    now = timezone.now()
    Round.objects.create(year=2024, opens=now, deadline=now, standard="jiaodu-2012-3")
    Round.objects.create(year=2025, opens=now, deadline=now, standard="/gone.yaml")
    assert cases.years() == [2025, 2024]
    assert cases.standard_of(2024).id == "jiaodu-2012-3"
    assert cases.standard_of(2025).id == "jiaodu-2017-6"
