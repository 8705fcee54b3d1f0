"""A small world in which every kind of row exists once, and the example of it for each part of an address.

``PARTS`` names the example by the part's name, or by route and part where one name means different things. ``HOMES``
says to which organisation the row of a route belongs: whoever does not reach it is told that it does not exist.
``NOWHERE`` holds the routes for which no example can stand still, with the reason; there 404 or 410 is an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from junheng.balance import judge
from junheng.demo.unit_costs import unit_costs
from junheng.policy import load_standard
from junheng.policy.survey import load_questionnaire
from junheng.web.accounts.reach import SYSTEM
from junheng.web.api.actions.make_token import make_token
from junheng.web.evidence.models import Attachment, Case, CaseState, Draw, DrawState, Picture, Visit
from junheng.web.kit import store
from junheng.web.operations.models import Job
from junheng.web.personnel.actions.open_round import open_round
from junheng.web.personnel.actions.propose_draft import propose_draft
from junheng.web.personnel.actions.publish_rotation import publish_rotation
from junheng.web.personnel.models import Teacher
from junheng.web.portal.actions.publish_city import publish_city
from junheng.web.portal.models import Edition, School
from junheng.web.posts.actions.decide import approve
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.models import DecisionKind
from junheng.web.reporting.models import Correction, Round, Submission
from junheng.web.review.models import Lock
from junheng.web.survey.counting import empty
from junheng.web.survey.models import Survey, SurveyState
from junheng.web.verdicts.actions.record_edition import record_edition
from junheng.web.verdicts.models import Appeal, Record
from junheng.web.verdicts.models import Attachment as AppealFile
from junheng.web.workbench.actions.decide_plan import decide_plan
from junheng.web.workbench.actions.draw_plan import copy_plan, draw_plan
from junheng.web.workbench.actions.freeze_base import freeze_base
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.actions.start_remedy import start_remedy
from junheng.web.workbench.models import PlanningBase, PlanState, Study, StudyKind, TableStudy
from junheng.web.workbench.remedy.asking import Asked
from junheng.web.workforce.models import StudyKind as Workforce
from tests.web import tiny
from tests.web.people import CITY, COUNTY, SCHOOLS, People
from tests.web.personnel.drafting import drafted
from tests.web.posts.ground import AUTHORISED, line
from tests.web.review.reports import a_round, reports, version, workbook
from tests.web.workbench.ground import tables
from tests.web.workforce.ground import asked

NASTY = '<script>alert("x")</script>小学'
FORMULA = "=1+1"
SCHOOL = SCHOOLS[0]
ITEM = "G1"
ROTATIONS = (
    "rotation",
    "rotation-state",
    "rotation-parameters",
    "rotation-import",
    "rotation-eligibility",
    "rotation-solve",
    "rotation-compare",
    "rotation-result",
    "rotation-withdraw",
    "rotation-wishes",
)
SURVEYS = ("survey-desk", "survey-paper", "survey-release")
CORRECTIONS = ("correction", "correction-decide")
SUBMISSIONS = ("review", "review-decide", "history", "version-file", "version-marked")


@dataclass(frozen=True)
class World:
    """The people, and examples by part of an address."""

    staff: People
    parts: Mapping[str, str]
    submission: Submission

    def path(self, code: str) -> str:
        return self.staff.places[code].path


def publish(root: Path) -> Edition:
    """The tiny county as published of two frozen snapshots, with schools whose names are attacks."""
    held = {year: tiny.snapshot(root, year) for year in (2024, 2025)}
    verdicts = [judge(one.facts, load_standard("jiaodu-2017-6"), snapshot=one.hash) for one in held.values()]
    publish_city(verdicts, snapshots={year: one.path for year, one in held.items()}, synthetic=True)
    School.objects.filter(code=SCHOOLS[1]).update(name=NASTY)
    School.objects.filter(code=SCHOOLS[2]).update(name=FORMULA)
    return Edition.objects.get(year=2025)


def world(staff: People, root: Path) -> World:
    """Everything once; the rows that belong to somebody belong to the first school and its county."""
    edition = publish(root)
    held = a_round()
    mine = reports(staff, held)
    submission = mine[SCHOOL]
    made = version(submission, workbook(SCHOOL), staff.users["school_reporter"])
    submission.current = made
    submission.state = "draft"
    submission.save()
    for code, name in ((SCHOOLS[1], NASTY), (SCHOOLS[2], FORMULA)):
        staff.places[code].name = name
        staff.places[code].save()
    records = record_edition(SYSTEM, edition, signatory="合成市教育督导室")
    token, _key = make_token(staff.actor("city_statistician"), name="matrix", scopes=["report.see"], days=9)
    correction = _correction(staff, mine[SCHOOLS[1]])
    Lock.objects.create(round=held, number=1, done_at=timezone.now(), verdict=[])
    by = staff.users["city_statistician"]
    job = Job.objects.create(kind="matrix", key="matrix", asked_by=by)
    imported = Job.objects.create(kind="import_many", key="import", asked_by=by, given={"round": held.pk})
    survey, released = _survey(staff), _survey(staff, 2024, SurveyState.RELEASED)
    parts = {
        **_public(),
        **_reporting(staff, held, submission),
        **_evidence(staff),
        **_verdicts(staff, records[0]),
        **_zoning(staff),
        **_rotation(staff),
        **_posts(staff),
        **_workforce(staff),
        "token_id": str(token.pk),
        "job_id": str(job.pk),
        "user_id": str(staff.users["planner"].pk),
        "appointment_id": str(staff.users["planner"].appointments.get().pk),
        "import-result.job_id": str(imported.pk),
        "desk-disclosure-switch.pk": str(edition.pk),
        **{f"{name}.pk": str(survey.pk) for name in SURVEYS},
        "survey-result.pk": str(released.pk),
        "api.survey_id": str(released.pk),
        "api.correction_id": str(correction.pk),
        **{f"{name}.pk": str(correction.pk) for name in CORRECTIONS},
    }
    return World(staff, parts, submission)


def _public() -> dict[str, str]:
    return {
        "which": "2025",
        "size": "large",
        "code": SCHOOL,
        "school": SCHOOL,
        "api-county.code": COUNTY,
        "county.code": COUNTY,
        "download.code": COUNTY,
        "item.code": COUNTY,
        "item-school.code": COUNTY,
        "mean.code": COUNTY,
        "item": "G5",
        "item-school.item": "G2",
        "what": "tables.zip",
        "ranking-file.what": "xlsx",
        "catalogue-file.what": "xlsx",
        "audit-export.what": "csv",
        "section": "primary",
        "indicator": "L5",
        "indicator.id_": "L5",
        "article.id_": "art-03",
        "year": "2025",
        "provider_id": "city",
    }


def _reporting(staff: People, held: Round, submission: Submission) -> dict[str, str]:
    return {
        "round_id": str(held.pk),
        **{f"{name}.pk": str(submission.pk) for name in SUBMISSIONS},
        "submission_id": str(submission.pk),
        "number": "1",
        "at": "1",
        "token": "0" * 32 + "-" + "0" * 64,
        "suffix": "csv",
        "filling": "form",
        "table": "sections",
    }


def _evidence(staff: People) -> dict[str, str]:
    sha256, size = store.put([b"%PDF-1.4\n%%EOF\n"])
    case = Case.objects.create(year=2025, organisation=staff.places[COUNTY], item=ITEM, state=CaseState.GIVEN)
    given = {"name": "证明.pdf", "kind": "pdf", "size": size, "sha256": sha256}
    file = Attachment.objects.create(case=case, by=staff.users["county_reviewer"], **given)
    draw = Draw.objects.create(
        organisation=staff.places["410100"],
        year=2025,
        title="实地核查",
        state=DrawState.PLANNED,
        listed={"units": [], "visitors": [], "quotas": {}, "team": 1},
        planned_by=staff.users["inspector"],
    )
    committed = Draw.objects.create(
        organisation=staff.places["410100"],
        year=2025,
        title=NASTY,
        state=DrawState.COMMITTED,
        listed={"units": [], "visitors": [], "quotas": {}, "team": 1},
        commitment="0" * 64,
        committed_at=timezone.now(),
        planned_by=staff.users["inspector"],
    )
    visit = Visit.objects.create(draw=draw, organisation=staff.places[SCHOOL], place=1, visitors=[])
    picture = Picture.objects.create(visit=visit, by=staff.users["inspector"], **given)
    return {
        "evidence-file.pk": str(file.pk),
        "evidence-withdraw.pk": str(file.pk),
        "evidence-place.code": COUNTY,
        "evidence-case.code": COUNTY,
        "evidence-case.item": ITEM,
        "pk": str(draw.pk),
        "public-draw.pk": str(committed.pk),
        "draw-file.pk": str(committed.pk),
        "api.drawing_id": str(committed.pk),
        "file": str(picture.pk),
    }


def _verdicts(staff: People, record: Record) -> dict[str, str]:
    appeal = Appeal.objects.create(record=record, reason="数据有误", filed_by=staff.users["county_reviewer"])
    sha256, size = store.put([b"%PDF-1.4\n%%EOF\n"])
    file = AppealFile.objects.create(appeal=appeal, name="证明.pdf", sha256=sha256, size=size)
    return {
        "verdict.number": record.number,
        "verdict-certificate.number": record.number,
        "verdict-json.number": record.number,
        "appeal-file.number": record.number,
        "verdict-county.code": COUNTY,
        "appeal_id": str(appeal.pk),
        "appeal-attachment.pk": str(file.pk),
    }


def _correction(staff: People, of: Submission) -> Correction:
    made = version(of, workbook(SCHOOLS[1]), staff.users["county_reviewer"])
    return Correction.objects.create(
        submission=of, version=made, reason="漏报", asked_by=staff.users["county_reviewer"]
    )


def _zoning(staff: People) -> dict[str, str]:
    base = freeze_base(SYSTEM, tables(), year=2025, name="样例底数", synthetic=True)
    planner = staff.actor("planner")
    draft = draw_plan(planner, base, COUNTY, "primary", NASTY)
    heard = copy_plan(planner, draft.pk, FORMULA)
    decide_plan(planner, heard.pk, PlanState.HEARING, revision=heard.revision)
    return {
        "plan_id": str(draft.pk),
        "zoning.plan_id": str(heard.pk),
        "zoning-file.plan_id": str(heard.pk),
        "api.plan_id": str(heard.pk),
        "zoning-file.what": "zones.geojson",
        **_studies(staff, base),
    }


def _studies(staff: People, base: PlanningBase) -> dict[str, str]:
    sha256, _size = store.put([b"%PDF-1.4\n%%EOF\n"])
    kept = {"plan.pdf": sha256}
    county = {"base": base, "organisation": staff.places[COUNTY], "county_code": COUNTY, "name": NASTY}
    siting = Study.objects.create(kind=StudyKind.SITING, **county)
    horizon = Study.objects.create(kind=StudyKind.HORIZON, files=kept, **county)
    return {
        "siting-study.study_id": str(siting.pk),
        "study_id": str(horizon.pk),
        "horizon-file.name": "plan.pdf",
        **_remedy(staff),
    }


def _remedy(staff: People) -> dict[str, str]:
    """A study of the tiny county that nobody has answered yet; pages know of schools whose names are attacks."""
    planner, edition = staff.actor("planner"), Edition.objects.get(year=2025)
    set_prices(planner, CITY, unit_costs(), synthetic=True)
    study = start_remedy(planner, edition, COUNTY, Asked({}, moving=True, seconds=1.0), name=NASTY)
    pages = ("study", "what-if", "budget", "demands", "sensitivity", "years")
    table = TableStudy.objects.create(
        organisation=staff.places[CITY],
        name=NASTY,
        file_name="t.csv",
        digest="0" * 64,
        rows=1,
        counties=1,
        standard=study.standard,
        asked={"fast": True, "seconds": 1.0, "moving": False},
        prices=study.prices[COUNTY],
    )
    return {
        **dict.fromkeys((f"remedy-{one}.study_id" for one in pages), str(study.pk)),
        "remedy-table.study_id": str(table.pk),
    }


def _rotation(staff: People) -> dict[str, str]:
    """A published round; a teacher of the first school whose name is an attack."""
    officer, day = staff.actor("personnel"), date(2026, 9, 1)
    made = open_round(officer, COUNTY, 2026, day)
    draft = drafted(officer, made.pk)
    propose_draft(officer, draft.pk, revision=draft.revision)
    published = publish_rotation(staff.actor("publisher"), draft.pk, revision=draft.revision)
    Teacher.objects.everything("the example").filter(code="t1").update(name=NASTY)
    return {
        "teacher_id": str(Teacher.objects.everything("the example").get(code="t1").pk),
        "draft_id": str(draft.pk),
        "publication_id": str(published.pk),
        **dict.fromkeys((f"{name}.round_id" for name in ROTATIONS), str(made.pk)),
    }


def _posts(staff: People) -> dict[str, str]:
    """Authorised posts of the county, and an allotment that waits."""
    officer, document = staff.actor("personnel"), NASTY
    made = propose(officer, COUNTY, DecisionKind.AUTHORISED, AUTHORISED, document)
    approve(staff.actor("publisher"), made.pk)
    lines = [line(SCHOOLS[0], -1), line(SCHOOLS[1], 1)]
    waiting = propose(officer, COUNTY, DecisionKind.ALLOTMENT, lines, document)
    pages = ("county", "numbers", "authorise", "propose", "transfer", "outlook", "arrivals")
    return {**dict.fromkeys((f"posts-{one}.code" for one in pages), COUNTY), "decision_id": str(waiting.pk)}


def _survey(staff: People, year: int = 2025, state: SurveyState = SurveyState.OPEN) -> Survey:
    today = timezone.localdate()
    return Survey.objects.create(
        organisation=staff.places[COUNTY],
        year=year,
        state=state,
        counts=empty(load_questionnaire("recognition")) if state == SurveyState.RELEASED else {},
        questionnaire="recognition",
        opens=today,
        closes=today + timedelta(days=9),
        made_by=staff.users["city_statistician"],
    )


def _workforce(staff: People) -> dict[str, str]:
    """A study of each kind with its tables and numbers."""
    officer = staff.actor("personnel")
    sharing, paying, talent = (asked(officer, kind).pk for kind in Workforce)
    routes = ("workforce-tables", "workforce-question", "workforce-solve", "workforce-copy", "itinerant")
    return {
        **{f"{name}.study_id": str(sharing) for name in routes},
        **{f"{name}.study_id": str(paying) for name in ("pay", "pay-persons")},
        "talent.study_id": str(talent),
        "api.study_id": str(sharing),
        "api.pay_id": str(paying),
        "talent-share.code": COUNTY,
    }
