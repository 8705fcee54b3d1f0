"""A lock takes in what inspectors found and surveys counted, and the verdict, the pages and the proof show it."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from django.test import Client

from junheng.balance import judge
from junheng.facts import Facts, open_snapshot, write_template
from junheng.facts.contracts import contract
from junheng.policy import load_standard
from junheng.web.evidence.actions.reopen import reopen
from junheng.web.evidence.models import Case
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.actions.publish_edition import publish_edition
from junheng.web.portal.proof import proof_of, why_item
from junheng.web.reporting.models import Round, Submission
from junheng.web.review.actions.lock_round import lock_round
from junheng.web.review.actions.relock_round import relock_round
from junheng.web.review.beside import new_since_lock
from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.models import Survey
from tests.web import tiny
from tests.web.evidence.conftest import Bring, bring
from tests.web.people import COUNTY, SCHOOLS, People
from tests.web.review.reports import approved
from tests.web.survey.conftest import Fill, fill, made, survey

__all__ = ["bring", "fill", "made", "survey"]
YEAR = 2025


@pytest.fixture
def open_round(held: Round) -> Round:
    """The round that cases belong to is the one that is locked."""
    return held


def lock(crew: People, held: Round, mine: dict[str, Submission], county: bytes) -> Facts:
    for code in SCHOOLS:
        approved(mine[code], crew)
    approved(mine[COUNTY], crew, county)
    held.refresh_from_db()
    lock_round(crew.actor("city_statistician"), held.pk, revision=held.revision, reason="另一区县补报")
    held.refresh_from_db()
    return open_snapshot(Path(held.snapshot_path)).facts


def county_says(**tables: list[dict[str, object]]) -> bytes:
    """The workbook of a county that repeats conclusions of its own."""
    facts = Facts.of(YEAR, {name: pl.DataFrame(rows, contract(name).schema) for name, rows in tables.items()})
    facts = Facts(YEAR, {**facts.tables, "counties": tiny.facts(YEAR)["counties"]})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "county.xlsx"
        write_template("county", path, year=YEAR, rows=facts, synthetic=True)
        return path.read_bytes()


def own(item: str) -> dict[str, object]:
    said = {"county_code": COUNTY, "item": item, "school_code": "", "met": True, "judged_by": "区教育局"}
    return {**said, "judged_on": date(2025, 9, 1), "document": "自评报告", "note": None}


def test_a_final_finding_is_judged_shown_and_proved(
    crew: People, held: Round, mine: dict[str, Submission], bring: Bring
) -> None:
    case = bring("final", item="G1", met=False)
    facts = lock(crew, held, mine, county_says(evidence=[own("G1")]))
    (row,) = facts["evidence"].to_dicts()
    assert (row["met"], row["judged_by"], row["judged_on"]) == (False, "教育督导机构", case.findings.get().at.date())
    snapshot = open_snapshot(Path(held.snapshot_path))
    (cell,) = snapshot.cells("evidence", COUNTY, "G1/", "met")
    assert (cell["file"], cell["state"], cell["raw"]) == (f"督导认定 {YEAR}-{COUNTY}-G1", "reported", "否")
    assert cell["file"] in {one["name"] for one in snapshot.manifest["sources"]}
    (told,) = [one for one in snapshot.receipt["findings"] if one["code"] == "taken_from_elsewhere"]
    assert "区教育局" in told["what"]["zh"]
    assert told["cell"]

    verdict = judge(snapshot.facts, load_standard(held.standard), snapshot=snapshot.hash)
    edition = publish_edition(verdict, snapshot_path=snapshot.path, synthetic=True, disclosure=False)
    item = next(one for one in verdict.county(COUNTY).items if one.item.id == "G1")
    assert item.conclusion is not None
    assert (item.ok, item.conclusion.judged_by) == (False, "教育督导机构")
    shown = Client().get(f"/{edition.slug}/county/{COUNTY}/").content.decode()
    assert "教育督导机构" in shown
    assert f"{row['judged_on']:%Y-%m-%d}" in shown
    proof = proof_of(edition)
    assert proof is not None
    tree = why_item(proof, COUNTY, "G1")
    assert {one["file"] for fact in tree.facts for one in proof.cells(tree)(fact)} == {cell["file"]}
    page = Client().get(f"/{edition.slug}/county/{COUNTY}/item/G1/")
    assert page.status_code == 200
    assert cell["file"] in page.content.decode()


def test_a_closed_survey_is_counted_and_an_open_one_is_not(
    crew: People, held: Round, mine: dict[str, Submission], survey: Survey, fill: Fill
) -> None:
    fill(parents={"very": 3}, students={"not": 1})
    close_survey(crew.actor("inspector"), survey.pk, revision=1)
    whole = {"county_code": COUNTY, "questionnaires": 1, "valid": 1, "satisfied": 0, "visits": 7, "visits_satisfied": 7}
    facts = lock(crew, held, mine, county_says(surveys=[{**whole, "group": "all"}]))
    rows = {row["group"]: row for row in facts["surveys"].iter_rows(named=True)}
    assert (rows["all"]["valid"], rows["all"]["satisfied"], rows["all"]["visits"]) == (4, 3, 7)
    assert rows["parents"]["valid"] == 3
    assert set(facts.cells.filter(table="surveys", field="valid")["file"]) == {
        f"满意度调查 {YEAR}-{COUNTY}-all",
        f"满意度调查 {YEAR}-{COUNTY}-parents",
    }


def test_what_was_found_since_is_reason_to_lock_anew(crew: People, locked_round: Round, bring: Bring) -> None:
    statistician = crew.actor("city_statistician")
    assert new_since_lock(locked_round) == []
    with pytest.raises(Refusal, match="无须重新锁定"):
        relock_round(statistician, locked_round.pk, "x", revision=locked_round.revision)
    case = bring("final", item="G1")
    assert new_since_lock(locked_round) == [f"督导认定 {YEAR}-{COUNTY}-G1"]
    page = crew.client("city_statistician").get(f"/desk/lock/{YEAR}/").content.decode()
    assert f"督导认定 {YEAR}-{COUNTY}-G1" in page
    relock_round(statistician, locked_round.pk, "新的认定", revision=locked_round.revision)
    locked_round.refresh_from_db()
    assert locked_round.lock_number == 2
    assert open_snapshot(Path(locked_round.snapshot_path)).facts["evidence"].height == 1
    assert new_since_lock(locked_round) == []
    reopen(crew.actor("inspector"), case.organisation, YEAR, "G1", revision=case.revision, reason="新证据")
    assert new_since_lock(locked_round) == [f"督导认定 {YEAR}-{COUNTY}-G1"]
    assert Case.objects.everything("test").get().state != "final"
