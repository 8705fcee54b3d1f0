# ruff: noqa: ARG001 - ninja gives every operation its request by that name
"""Records of verdicts: what stands, one record with its chain, is this ours and does it still stand."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import Code, CodePath, Stand, Words, bilingual
from junheng.web.verdicts import queries
from junheng.web.verdicts.appealing import last_day
from junheng.web.verdicts.models import Paper, Record
from junheng.web.verdicts.recordfile import RULE
from junheng.web.verdicts.verifying import LONGEST, by_text

router = Router(tags=["verdicts"])

Year = Annotated[int | None, Field(ge=1900, le=9999, description="学年 / school year")]
NumberPath = Annotated[str, Path(pattern=r"^[^/\x00]{1,40}$", description="结论编号 / number of the record")]


class RecordRow(Schema):
    """One published verdict. ``stands`` says that no later record takes its place; ``digest`` is SHA-256."""

    number: str
    year: int
    county_code: str
    county: Words
    state: Stand
    edition: str
    snapshot: str
    standard: str
    digest: str
    signatory: str
    signed_at: datetime
    released_at: datetime
    stands: bool
    superseded_by: str | None
    supersedes: str | None
    synthetic: bool


class PaperRow(Schema):
    """A file that was given out with a record."""

    name: str
    sha256: str
    size: int


class AppealSaid(Schema):
    """An appeal; ``reason`` and ``answer`` are null until they are released."""

    state: str
    filed_on: date
    decided_on: date | None
    reason: str | None
    answer: str | None


class RecordFull(RecordRow):
    """With the content the digest is taken over, how to take it, what changed, its papers, the appeals."""

    verdict: dict[str, Any]
    rule: str
    reason: str
    changes: list[dict[str, Any]]
    papers: list[PaperRow]
    appeals: list[AppealSaid]
    appeal_until: date | None


class Verified(Schema):
    """What was asked for and what it is: ``how`` is the way it was found, ``paper`` a file that was given out."""

    asked: str
    how: str
    found: bool
    stands: bool
    record: RecordRow | None
    paper: PaperRow | None


class Asked(Schema):
    """A number, the digest of a verdict, or the SHA-256 of a file."""

    q: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST,
            pattern=r"^[^\x00]*$",
            description="编号、摘要或文件 SHA-256 / number, digest, or SHA-256 of a file",
        ),
    ]


class Wanted(Schema):
    """Which records are wanted."""

    year: Year = None
    county: Annotated[Code | None, Field(description="区县代码 / the county's code")] = None


@router.get("/verdicts", response=Page[RecordRow], summary="现行结论 / the verdicts that stand")
def list_verdicts(request: HttpRequest, wanted: Query[Wanted], window: Query[Window]) -> Any:
    """每个区县每学年一份，新的在前 / one of each county and year, newest first."""
    rows = [one for one in queries.records(wanted.year) if wanted.county in (None, one.organisation.code)]
    return page(request, window, rows, row)


@router.get("/verdicts/{number}", response=RecordFull, summary="一份结论 / one record")
def get_verdict(request: HttpRequest, number: NumberPath) -> Any:
    """内容、摘要及其算法、变更、申诉 / its content, its digest and how that is taken, changes, appeals."""
    one = queries.record(number)
    until = last_day(one)
    return {
        **row(one),
        **{name: getattr(one, name) for name in ("verdict", "reason", "changes")},
        "rule": RULE,
        "papers": [_paper(held) for held in queries.papers(one)],
        "appeals": [_appeal(held) for held in queries.public_appeals(one)],
        "appeal_until": until.day if until else None,
    }


@router.get("/counties/{code}/verdicts", response=list[RecordRow], summary="一个区县历次结论 / a county's records")
def list_county_verdicts(request: HttpRequest, code: CodePath) -> Any:
    """含被替代的，新的在前 / with those that were superseded, newest first."""
    return [row(one) for one in queries.county_records(code)]


@router.get("/verify", response=Verified, summary="核验 / verify")
def verify(request: HttpRequest, asked: Query[Asked]) -> Any:
    """是否本站发出、是否仍然有效 / whether it is ours and whether it still stands."""
    answer = by_text(asked.q)
    return {
        "asked": answer.asked,
        "how": answer.how,
        "found": answer.record is not None,
        "stands": answer.stands,
        "record": row(answer.record) if answer.record else None,
        "paper": _paper(answer.paper) if answer.paper else None,
    }


def row(one: Record) -> dict[str, Any]:
    after: Record | None = getattr(one, "superseded_by", None)
    plain = ("number", "year", "state", "snapshot", "digest", "signatory", "signed_at", "released_at")
    return {
        **{name: getattr(one, name) for name in plain},
        "county_code": one.organisation.code,
        "county": bilingual({"zh": one.organisation.name, "en": one.organisation.name_en or one.organisation.name}),
        "edition": one.edition.permanent,
        "standard": one.edition.standard,
        "stands": after is None,
        "superseded_by": after.number if after else None,
        "supersedes": one.supersedes.number if one.supersedes else None,
        "synthetic": one.edition.synthetic,
    }


def _paper(one: Paper) -> dict[str, Any]:
    return {name: getattr(one, name) for name in PaperRow.model_fields}


def _appeal(one: Any) -> dict[str, Any]:
    return {
        "state": one.state,
        "filed_on": one.filed_at.date(),
        "decided_on": one.decided_at.date() if one.decided_at else None,
        "reason": one.reason if one.released else None,
        "answer": one.answer if one.released else None,
    }
