"""Many invented counties in one run."""

import pytest
from django.http import Http404

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.kinds import kind_of
from junheng.web.workbench.actions.set_lever import set_lever
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.actions.start_table_study import start_table_study
from junheng.web.workbench.models import TableCounty, TableStudy
from tests.web.people import CITY, People
from tests.web.workbench.remedy.ground import FULL, TRAINED
from tests.web.workbench.remedy.many import written

FAST = {"fast": True, "seconds": 1.0, "moving": False}


def test_without_prices_or_with_a_faulty_table_nothing_starts(staff: People) -> None:
    planner = staff.actor("planner")
    with pytest.raises(Refusal, match="缺少单价"):
        start_table_study(planner, "x.csv", [written(1)], FAST)
    set_prices(planner, CITY, FULL)
    study, faults = start_table_study(planner, "x.csv", [b"school_code\nA\n"], FAST)
    assert study is None
    assert faults
    with pytest.raises(Http404):
        start_table_study(staff.actor("county_reviewer"), "x.csv", [written(1)], FAST)
    assert not TableStudy.objects.everything("test").exists()


@pytest.mark.django_db(transaction=True)
def test_many_counties_are_answered_and_stored_with_the_digest_of_their_table(staff: People) -> None:
    planner = staff.actor("planner")
    set_prices(planner, CITY, FULL)
    study, faults = start_table_study(planner, "C:\\省\\全省.csv", [written(30)], FAST, name=" 全省 ")
    assert faults == []
    assert study is not None
    assert (study.name, study.file_name, study.counties) == ("全省", "全省.csv", 30)
    assert study.job is not None
    assert (study.job.state, study.job.done, study.job.total) == ("done", 30, 30)
    held = list(TableCounty.objects.everything("test").filter(study=study))
    assert len(held) == 30
    assert {one.digest for one in held} == {study.digest}
    assert sum(one.status == "refused" for one in held) == 3
    assert Event.objects.filter(verb="remedy.table", target=f"remedy_table:{study.pk}").exists()
    lost = held[7]
    lost.delete()
    kind_of("remedy_table").run(_Again(study.pk))  # type: ignore[arg-type]
    assert TableCounty.objects.everything("test").filter(study=study).count() == 30


@pytest.mark.django_db(transaction=True)
def test_a_table_is_answered_by_the_ways_of_the_city(staff: People) -> None:
    planner, asked = staff.actor("planner"), {**FAST, "fast": False, "ways": True, "years": 3}
    set_prices(planner, CITY, {**FULL, "add_L1": "", "add_L1_source": ""})
    set_lever(planner, CITY, TRAINED)
    study, faults = start_table_study(planner, "x.csv", [written(2)], asked)
    assert study is None
    assert [one.zh.split("。")[0] for one in faults] == ["培训：高学历教师的上限：没有「without_degree」这一列"]
    assert "请改写每校最多" in faults[0].zh
    set_lever(planner, CITY, {**TRAINED, "column": "", "per_school": "20", "per_year": "20"})
    study, faults = start_table_study(planner, "x.csv", [written(2)], asked)
    assert faults == []
    assert study is not None
    assert study.prices["levers"][0]["limits"] == {"per_school": 20, "per_year": 20}
    held = {one.code: one for one in TableCounty.objects.everything("test").filter(study=study)}
    assert held["990000"].status == "refused"
    assert {one["action"] for one in held["990001"].actions} == {"train", "add"}
    assert held["990001"].cost is not None
    told = staff.client("planner").get(f"/desk/remedy/tables/{study.pk}/?county=990001").content.decode()
    for words in ("并用的办法", "培训：高学历教师", study.prices["digest"]):
        assert words in told, words


class _Again:
    """The work of a job that was cut off and is run anew."""

    def __init__(self, study: int) -> None:
        self.given = {"study": study}
        self.told: list[int] = []

    def progress(self, _step: object, done: int = 0, _total: int = 0) -> None:
        self.told.append(done)
