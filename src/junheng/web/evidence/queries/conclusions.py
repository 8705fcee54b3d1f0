"""Final findings as the facts table ``evidence`` that the judge reads."""

from typing import Any

import polars as pl

from junheng.facts import Facts, Intake
from junheng.facts.overlay import elsewhere
from junheng.policy.text import Text
from junheng.web.accounts.models import Kind, Organisation
from junheng.web.evidence.models import Case, CaseState, Finding

BODY = "教育督导机构"
"""Who judges, in the facts: the office, not the person."""


def findings_of(year: int) -> Intake:
    """The final findings of a year as facts with their provenance: the number of the case stands for the file."""
    return elsewhere(year, "evidence", conclusions_of(year), "finding", lambda key: case_number(year, *key))


def case_number(year: int, county: str, item: str, school: str = "") -> str:
    """What a case is called in the facts: ``督导认定 2025-410105-G1``."""
    return f"督导认定 {year}-{school or county}-{item}"


def conclusions_of(year: int) -> pl.DataFrame:
    """The final findings of a year, one row a case, in the shape of the facts table ``evidence``.

    ``met`` is that the item stands; ``document`` names the cited files with the beginning of their SHA-256. Cases
    that are not final have no row: what nobody has judged stays not judged.
    """
    cases = (
        Case.objects.everything("the whole year goes into the snapshot")
        .filter(year=year, state=CaseState.FINAL)
        .select_related("organisation__parent")
        .prefetch_related("findings__cites", "moves")
    )
    rows = [row for one in cases if (row := _row(one)) is not None]
    whole = Facts.of(year, {"evidence": pl.DataFrame(rows, infer_schema_length=None)} if rows else {})
    return whole["evidence"]


def _row(case: Case) -> dict[str, Any] | None:
    county = _county(case.organisation)
    last = list(case.findings.all())[-1]
    if county is None or last.met is None:
        return None
    return {
        "county_code": county.code,
        "item": case.item,
        "school_code": "" if county == case.organisation else case.organisation.code,
        "met": last.met,
        "judged_by": BODY,
        "judged_on": last.at.date(),
        "document": document(last),
        "note": last.text,
    }


def document(finding: Finding) -> str:
    """The files a finding stands on, in words."""
    return "；".join(f"{one.name}（SHA-256 {one.sha256[:12]}）" for one in finding.cites.all())


def _county(organisation: Organisation) -> Organisation | None:
    here: Organisation | None = organisation
    while here is not None and here.kind != Kind.COUNTY:
        here = here.parent
    return here


def met_words(veto: bool, met: bool | None) -> Text:
    """What a finding says in words; for a veto item "met" is that the situation was not found."""
    if met is None:
        return Text("材料不足，暂不认定", "not enough to judge")
    if veto:
        return Text("未发现该情形", "not found") if met else Text("发现该情形（一票否决）", "found (veto)")
    return Text("达标", "met") if met else Text("未达标", "not met")
