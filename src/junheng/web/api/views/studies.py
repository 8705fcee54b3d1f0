"""Studies of shared teachers, pay and talent programmes: tables in, answer out. The actions of the pages.

What a person is paid is told to a token of ``pay.persons`` alone, within reach, and every telling is recorded.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, File, Form, Query, Router, Schema, UploadedFile

from junheng.policy.text import Text
from junheng.web.api.bearer import Bearer
from junheng.web.api.given import NumberRow, NumberSaid, form_of, number_row
from junheng.web.api.paging import Page, Window, page
from junheng.web.api.shapes import Code, IdPath, Name, Words, words
from junheng.web.api.tables import TableShape, shaped
from junheng.web.api.views.account import actor
from junheng.web.workforce import queries
from junheng.web.workforce.actions.export_persons import exported
from junheng.web.workforce.actions.import_tables import import_rotation, import_tables
from junheng.web.workforce.actions.open_study import copy_study, open_study
from junheng.web.workforce.actions.set_question import MOST_SECONDS, SECONDS, set_question
from junheng.web.workforce.actions.solve_study import solve_study
from junheng.web.workforce.answering import pay_tables, sharing_tables, talent_tables
from junheng.web.workforce.laws import numbers, parameters_of
from junheng.web.workforce.listed import marked
from junheng.web.workforce.listed_pay import persons_table
from junheng.web.workforce.models import StudyKind, WorkforceStudy
from junheng.web.workforce.programmes import counted
from junheng.web.workforce.steps import state_of

router = Router(tags=["workforce"])
SEE, EDIT, PERSONS = Bearer("staff.see"), Bearer("staff.edit"), Bearer(queries.PERSONS)
Kind = Literal["itinerant", "pay", "talent"]
Revision = Annotated[int, Field(ge=1, le=2**31 - 1, description="所见修订号 / the revision that was seen")]


class Wanted(Schema):
    """Which studies are wanted."""

    kind: Kind


class StudyRow(Schema):
    """``revision`` is what a change has to name; ``job`` is the work that was asked for."""

    id: int
    kind: Kind
    county: str
    number: int
    day: date
    revision: int
    state: Literal["draft", "open", "running", "failed", "done"]
    job: int | None
    synthetic: bool
    made_at: datetime


class StudyFull(StudyRow):
    """``tables`` are rows by table; ``answer`` is null until it is worked out, ``why`` says what keeps it from it."""

    tables: dict[str, int]
    numbers: list[NumberRow]
    subjects: list[str]
    schools: list[str]
    seconds: int
    why: Words | None
    answer: list[TableShape] | None


class StudyNew(Schema):
    """``place``: a county, for talent programmes the city; ``day``: that of the rules."""

    kind: Kind
    place: Code
    day: date


class StudySeen(Schema):
    """A study that somebody changed since answers 409."""

    revision: Revision


class StudyImported(Schema):
    """Rows that were read by table, headers that were not used."""

    rows: dict[str, int]
    ignored: list[str]
    revision: int


class StudyQuestion(StudySeen):
    """Numbers with their sources; for shared teachers ``section.subject`` of each subject, and the schools helped."""

    numbers: Annotated[list[NumberSaid], Field(max_length=300)]
    subjects: Annotated[list[Name], Field(max_length=100)] = []  # noqa: RUF012 - pydantic copies it
    schools: Annotated[list[Code], Field(max_length=5000)] = []  # noqa: RUF012 - pydantic copies it
    seconds: Annotated[int, Field(ge=1, le=MOST_SECONDS)] = SECONDS


class OfSchool(Schema):
    """One school's statement alone."""

    school: Annotated[Code | None, Field(description="学校代码 / the school's code")] = None


@router.get("/studies", auth=SEE, response=Page[StudyRow], summary="走教、绩效、人才测算 / workforce studies")
def list_studies(request: HttpRequest, wanted: Query[Wanted], window: Query[Window]) -> Any:
    """一类的，新的在前 / of one kind, newest first."""
    return page(request, window, queries.studies(actor(request), wanted.kind), _row)


@router.post("/studies", auth=EDIT, response=StudyFull, summary="新建测算 / begin a study")
def make_study(request: HttpRequest, said: StudyNew) -> Any:
    """走教、绩效按区县，人才按市 / of a county, talent programmes of the city."""
    return _full(open_study(actor(request), said.kind, said.place, said.day))


@router.get("/studies/{study_id}", auth=SEE, response=StudyFull, summary="一份测算 / one study")
def get_study(request: HttpRequest, study_id: IdPath) -> Any:
    """所用数值和结果各表，没有个人 / its numbers and the tables of its answer, no person."""
    return _full(queries.study_of(actor(request), study_id))


@router.post("/studies/{study_id}/tables", auth=EDIT, response=StudyImported, summary="交数据表 / hand tables in")
def make_study_tables(
    request: HttpRequest, study_id: IdPath, seen: Form[StudySeen], files: File[list[UploadedFile]]
) -> Any:
    """全部无误才保存，有错一次列全 / everything or nothing, with every fault at once."""
    given = [(one.name or "", one.read()) for one in files]
    done = import_tables(actor(request), study_id, given, revision=seen.revision)
    rows = {name: one.height for name, one in done.texts.items()}
    return {"rows": rows, "ignored": list(done.ignored), "revision": seen.revision + 1}


@router.post("/studies/{study_id}/rotation", auth=EDIT, response=StudyFull, summary="用交流轮次 / take the rotation")
def make_study_rotation(request: HttpRequest, study_id: IdPath, seen: StudySeen) -> Any:
    """走教用本区县交流轮次的学校和教师 / shared teachers from the county's rotation."""
    return _full(import_rotation(actor(request), study_id, revision=seen.revision))


@router.post("/studies/{study_id}/question", auth=EDIT, response=StudyFull, summary="填写数值 / ask the question")
def make_study_question(request: HttpRequest, study_id: IdPath, said: StudyQuestion) -> Any:
    """代替以前填写的 / in place of what was given before."""
    kind = queries.study_of(actor(request), study_id, verb="staff.edit").kind
    made = set_question(
        actor(request),
        study_id,
        form_of(said.numbers, parameters_of(kind)),
        revision=said.revision,
        subjects=said.subjects,
        schools=said.schools,
        seconds=said.seconds,
    )
    return _full(made)


@router.post("/studies/{study_id}/solve", auth=EDIT, response=StudyFull, summary="开始计算 / work it out")
def do_solve_study(request: HttpRequest, study_id: IdPath, seen: StudySeen) -> Any:
    """后台任务，进度见 jobs / in the background; jobs tells how far it is."""
    return _full(solve_study(actor(request), study_id, revision=seen.revision))


@router.post("/studies/{study_id}/copy", auth=EDIT, response=StudyFull, summary="复制 / copy a study")
def do_copy_study(request: HttpRequest, study_id: IdPath) -> Any:
    """数据表和数值照抄，可再改 / with its tables and numbers, ready to be changed."""
    return _full(copy_study(actor(request), study_id))


@router.get("/pay/{pay_id}/persons", auth=PERSONS, response=TableShape, summary="个人分配 / person by person")
def list_paid_persons(request: HttpRequest, pay_id: IdPath, wanted: Query[OfSchool]) -> Any:
    """每次读取都记入日志 / every reading is recorded in the log."""
    who = actor(request)
    of = queries.study_of(who, pay_id, StudyKind.PAY, verb=queries.PERSONS)
    rows = queries.people(who, of)
    rows = rows.filter(organisation__code=wanted.school) if wanted.school else rows
    exported(who, of, school=wanted.school or "", kind="json")
    return shaped(marked(of, persons_table(rows)))


def _row(of: WorkforceStudy) -> dict[str, Any]:
    plain = ("id", "kind", "number", "day", "revision", "synthetic", "made_at")
    return {
        **{name: getattr(of, name) for name in plain},
        "county": of.organisation.code,
        "state": state_of(of)[0],
        "job": of.job_id,
    }


def _full(of: WorkforceStudy) -> dict[str, Any]:
    found = _answer(of)
    return {
        **_row(of),
        "tables": {name: one["rows"] for name, one in of.tables.items()},
        "numbers": [number_row(one) for one in numbers(of)],
        "subjects": of.asked.get("subjects", []),
        "schools": of.asked.get("schools", []),
        "seconds": of.asked.get("seconds", SECONDS),
        "why": words(found) if isinstance(found, Text) else None,
        "answer": None if found is None or isinstance(found, Text) else [shaped(one) for one in found],
    }


def _answer(of: WorkforceStudy) -> Any:
    """The tables of the answer, None while there is none, or why it cannot be."""
    if of.kind == StudyKind.TALENT:
        found = counted(of) if of.tables else None
        return talent_tables(of, found) if isinstance(found, dict) else found
    if of.result is None:
        return None
    return sharing_tables(of, of.result) if of.kind == StudyKind.ITINERANT else pay_tables(of, of.result)
