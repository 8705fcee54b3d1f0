"""Final findings as the judge reads them."""

import polars as pl

from junheng.balance import judge
from junheng.facts import Facts
from junheng.facts.contracts import contract
from junheng.policy import load_standard
from junheng.web.evidence.models import Case
from junheng.web.evidence.queries.conclusions import conclusions_of, document, met_words
from tests.web import tiny
from tests.web.evidence.conftest import YEAR, Bring
from tests.web.people import COUNTY, SCHOOLS, People


def test_only_what_is_final(bring: Bring) -> None:
    bring("replied", item="G10")
    assert conclusions_of(YEAR).is_empty()
    assert dict(conclusions_of(YEAR).schema) == contract("evidence").schema
    case = bring("final", met=False)
    row = conclusions_of(YEAR).row(0, named=True)
    finding = case.findings.get()
    assert row == {
        "county_code": COUNTY,
        "item": "G1",
        "school_code": "",
        "met": False,
        "judged_by": "教育督导机构",
        "judged_on": finding.at.date(),
        "document": document(finding),
        "note": "查阅材料属实",
    }
    assert case.attachments.get().sha256[:12] in row["document"]
    assert conclusions_of(YEAR - 1).is_empty()


def test_a_school_is_named_with_its_county(staff: People, bring: Bring) -> None:
    bring("final", item="Q3", code=SCHOOLS[0])
    row = conclusions_of(YEAR).row(0, named=True)
    assert (row["county_code"], row["school_code"], row["met"]) == (COUNTY, SCHOOLS[0], True)


def test_the_verdict_takes_them(bring: Bring) -> None:
    bring("final", item="G1", met=False)
    bring("final", item="V1", met=True)
    held = tiny.facts(YEAR)
    tables: dict[str, pl.DataFrame] = {**held.tables, "evidence": conclusions_of(YEAR)}
    county = judge(Facts.of(YEAR, tables), load_standard("jiaodu-2017-6"), snapshot="x").county(COUNTY)
    found = {one.item.id: one.ok for one in county.items}
    assert (found["G1"], found["V1"], found["V2"]) == (False, True, None)


def test_a_veto_has_words_of_its_own() -> None:
    assert met_words(True, True).zh == "未发现该情形"
    assert "一票否决" in met_words(True, False).zh
    assert [met_words(False, one).zh for one in (True, False, None)] == ["达标", "未达标", "材料不足，暂不认定"]


def test_a_finding_that_left_it_open_is_no_conclusion(bring: Bring) -> None:
    bring("found", met=None)
    Case.objects.everything("test").update(state="final")
    assert conclusions_of(YEAR).is_empty()
