"""Furnish the demo: its organisations and accounts, a year that went the whole way, the next year just begun.

The last year of the synthetic city is not put before the public from outside: its workbooks are handed in, approved,
locked and published by the same actions that people press, so that every page of the site has something to show. All of
it is done by the program, which the audit log says, and all of it is made up, which every page says.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from junheng.policy import year_label
from junheng.policy.years import statistics_day

if TYPE_CHECKING:
    import polars as pl

    from junheng.demo import DemoSeats
    from junheng.web.accounts.reach import Actor
    from junheng.web.personnel.models import RotationDraft
    from junheng.web.reporting.models import Round
    from junheng.web.workbench.models import PlanningBase, PriceList, RemedyStudy, Study, ZonePlan
    from junheng.web.workforce.models import WorkforceStudy

DEMO_MARK = "demo"
"""A file of this name in its folder makes a site a demo."""
SIGNATORY = "演示站程序（合成数据）"
REASON = "演示：由程序代为审核、锁定"
PLANNED = "410105"
"""The county whose seats and zones the demo plans: its largest."""
STUDIED = {"years": [2026, 2030, 2035], "seconds": 0.5}
"""Parameters of the demo's plan to the horizon; its zones are looked for quickly, the demo should not wait."""
ROTATED = 2.0
"""Seconds for proving the demo's rotation."""
TERM = timedelta(days=45)
"""How long the demo's rounds take reports; the policy sets no term."""

REMEDIED = 1.0
"""Seconds for proving the cheapest plan of each county section of the demo."""

Progress = Callable[[int, int], None]
Answered = TypeVar("Answered", "Study", "RemedyStudy", "RotationDraft", "WorkforceStudy")


def mark_demo(site: Path) -> None:
    """Have the site in a folder be a demo; said before its settings are read."""
    site.mkdir(parents=True, exist_ok=True)
    (site / DEMO_MARK).touch()


def furnish(roster: "pl.DataFrame", year: int, workbooks: Path, *, step: Callable[[str], Progress]) -> Iterator[str]:
    """Hand in, approve, lock and publish a year of the demo, and open the next; tells each stage when it is done.

    The site is set up already and earlier years are published on it. Harmless to repeat: what is there stays.

    Args:
        roster: who reports (columns of the roster CSV).
        year: the school year of the workbooks.
        workbooks: their folder.
        step: begins a named step of long work.
    """
    from junheng.web.accounts.actions.demo_people import demo_people
    from junheng.web.accounts.actions.plant_tree import plant_tree
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.portal.queries import editions
    from junheng.web.verdicts.actions.publish_round import publish_round
    from junheng.web.verdicts.actions.record_edition import record_edition

    plant_tree(SYSTEM, roster)
    people = demo_people()
    yield f"机构和 {len(people)} 个演示账号已建立 / organisations and {len(people)} demo accounts"
    for edition in sorted(editions(), key=lambda one: one.year):
        if edition.year < year:
            record_edition(SYSTEM, edition, signatory=SIGNATORY)
    held = _round(year)
    if held.lock_number == 0:
        yield from _collect(held, [workbooks], step)
    publish_round(SYSTEM, held.pk, signatory=SIGNATORY)
    _round(year + 1)
    yield _verdict(year)
    yield f"{year_label(year)}已发布，{year_label(year + 1)}开始填报 / published; the next year takes reports"


def _verdict(year: int) -> str:
    from junheng.balance.model import State
    from junheng.web.portal.queries import counties, editions

    judged = counties(next(one for one in editions() if one.year == year))
    met = sum(one.state == State.MET for one in judged)
    return f"已评定：{len(judged)} 个区县中 {met} 个达标 / {len(judged)} counties judged, {met} passing"


def _round(year: int) -> "Round":
    from django.utils import timezone

    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.reporting.actions.open_round import open_round
    from junheng.web.reporting.models import Round

    now: datetime = timezone.now()
    held = Round.objects.filter(year=year).first()
    return held or open_round(SYSTEM, year, now - timedelta(days=1), now + TERM, synthetic=True)


def _collect(held: "Round", paths: Sequence[Path], step: Callable[[str], Progress]) -> Iterator[str]:
    """Hand in, approve and lock."""
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.operations.running import run_job
    from junheng.web.reporting.actions.import_many import import_many
    from junheng.web.review.actions.lock_round import lock_round

    done = import_many(
        SYSTEM,
        held.pk,
        paths,
        lambda words, at, of: step(words)(at, of),
        submit=True,
        keep_going=True,
    )
    yield f"{year_label(held.year)}：{done.taken} 个单位已报送 / {done.taken} units handed in"
    approved = _approve(held, step("审核 / approving"))
    held.refresh_from_db()
    job = lock_round(SYSTEM, held.pk, revision=held.revision, reason=REASON)
    run_job.call(job.pk)
    job.refresh_from_db()
    if job.state != "done":
        raise RuntimeError(f"the round of {held.year} was not locked: {job.fault}")
    held.refresh_from_db()
    yield f"{approved} 份已审核并锁定，快照 {held.snapshot[:12]} / approved and locked"


def _approve(held: "Round", progress: Progress) -> int:
    """The demo's reviewer approves the schools of every county, its statistician what the counties hand in."""
    from django.db import transaction

    from junheng.web.accounts.models import Kind
    from junheng.web.reporting.lifecycle import move
    from junheng.web.reporting.models import State, Submission

    reviewer, statistician = _everywhere("county_reviewer"), _everywhere("city_statistician")
    rows = Submission.objects.everything("the demo's whole city").filter(round=held, state=State.SUBMITTED)
    waiting = list(rows.values_list("pk", "revision", "organisation__kind"))
    with transaction.atomic():
        for done, (pk, revision, kind) in enumerate(waiting, 1):
            actor = statistician if kind == Kind.COUNTY else reviewer
            move(actor, pk, "approve", revision=revision, comment=REASON)
            progress(done, len(waiting))
    return len(waiting)


def _everywhere(role: str) -> "Actor":
    """The first demo account of a role, reaching the whole city: a demo has no sixteen reviewers."""
    from junheng.web.accounts.access import actor_for
    from junheng.web.accounts.models import Appointment

    held = Appointment.objects.filter(role=role, user__demo=True).select_related("user").order_by("pk")[0]
    actor = actor_for(held.user.pk, held.user.username)
    return replace(actor, grants=tuple(replace(one, everything=True) for one in actor.grants))


def furnish_planning(seats: "DemoSeats") -> Iterator[str]:
    """Freeze what planning stands on, set unit costs, begin a plan of zones, plan one county to the horizon, and all
    counties to the standard; tells each stage when it is done.

    The organisations are there already. Harmless to repeat: what is there stays.
    """
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.workbench.actions.freeze_base import freeze_base
    from junheng.web.workbench.bases import COLUMNS

    year, tables = max(seats.years), {name: getattr(seats, name) for name in COLUMNS}
    name = "演示规划底数"
    base = freeze_base(SYSTEM, tables, year=year, name=name, costs=seats.costs, synthetic=True, note=seats.note)
    areas, schools = seats.areas.height, seats.schools.height
    yield f"规划底数：{areas} 个片区、{schools} 所学校 / planning base: {areas} areas, {schools} schools"
    if (prices := _unit_costs()) is not None:
        yield f"单价表（合成）：{prices.organisation.name} / unit costs, synthetic"
    if not base.plans.exists():
        plan = _first_plan(base)
        yield f"学区方案草案：{plan.organisation.name} / a draft of zones"
    if not base.studies.exists():
        study = _first_study(base)
        yield f"远期规划：{study.organisation.name} / a plan to the horizon"
    if (remedy := _first_remedy()) is not None:
        yield f"达标方案：{remedy.organisation.name} / the cheapest plan that passes"
        by_ways = _remedy_by_ways()
        yield f"并用多种办法的达标方案：{by_ways.organisation.name} / the cheapest plan by several ways"


def furnish_rotation(teachers: Path, year: int) -> Iterator[str]:
    """Carry the rotation of one county as far as a solved draft, which waits for its officer; told when it is done.

    The organisations are there already. Harmless to repeat: what is there stays.

    Args:
        teachers: a folder of tables for each county, as the demo writes them.
        year: the school year of the round.

    Raises:
        RuntimeError: the draft was not solved.
    """
    from junheng.facts.codes import code_list
    from junheng.web.personnel.models import RotationRound

    if RotationRound.objects.everything("whether the demo has any").exists():
        return
    folder = teachers / code_list("managing_bodies").codes[PLANNED].zh
    files = [(f"{name}.csv", (folder / f"{name}.csv").read_bytes()) for name in ("teachers", "schools")]
    draft = _rotated(files, year)
    place, movers = draft.round.organisation.name, len(draft.places)
    yield f"教师交流方案草案：{place} {movers} 人 / a draft of teacher rotation: {movers} move"


def furnish_staffing() -> Iterator[str]:
    """Register the posts of the county whose rotation the demo has, share them out anew, look at its teachers ahead.

    Its officer proposes, its publisher approves. Harmless to repeat: what is there stays.
    """
    from junheng.web.posts.demo import furnish_posts
    from junheng.web.posts.queries import edition

    if (held := edition()) is not None:
        yield from furnish_posts(_everywhere("personnel"), _everywhere("publisher"), PLANNED, statistics_day(held.year))


def _rotated(files: Sequence[tuple[str, bytes]], year: int) -> "RotationDraft":
    """The round of the tables, in the hands of the demo's personnel officer."""
    from junheng.web.personnel.actions.import_tables import import_tables
    from junheng.web.personnel.actions.move_round import move_round
    from junheng.web.personnel.actions.open_round import open_round
    from junheng.web.personnel.actions.solve_draft import solve_draft
    from junheng.web.personnel.models import RoundState

    officer, day = _everywhere("personnel"), statistics_day(year)
    held = open_round(officer, PLANNED, year, day, synthetic=True)
    import_tables(officer, held.pk, files, revision=held.revision)
    held.refresh_from_db()
    held = move_round(officer, held.pk, RoundState.WISHES, revision=held.revision, until=day)
    held = move_round(officer, held.pk, RoundState.DRAFT, revision=held.revision)
    return _worked_out(solve_draft(officer, held.pk, ROTATED))


def furnish_workforce(teachers: Path, workforce: Path, year: int) -> Iterator[str]:
    """Share teachers in one county, share a county's performance pay out, hold talent programmes against their targets;
    each is told when it is done.

    The organisations are there already. Harmless to repeat: what is there stays.

    Args:
        teachers: a folder of tables for each county, as the demo writes them.
        workforce: the folders ``pay`` and ``talent``, as the demo writes them.
        year: the school year whose rules are used.

    Raises:
        RuntimeError: something was not worked out.
    """
    from junheng.demo.workforce import workforce_told
    from junheng.facts.codes import code_list
    from junheng.web.workforce.models import WorkforceStudy

    if WorkforceStudy.objects.everything("whether the demo has any").exists():
        return
    told = workforce_told()
    folder = teachers / code_list("managing_bodies").codes[told["sharing"]["county"]].zh
    shared = _workforce_study(
        "itinerant", told["sharing"], [folder / f"{one}.csv" for one in ("schools", "teachers")], year
    )
    yield f"走教方案：{shared.organisation.name} / shared teachers of one county"
    paid = _workforce_study("pay", told["pay"], sorted((workforce / "pay").glob("*.csv")), year)
    yield f"绩效工资测算：{paid.organisation.name} / performance pay of one county"
    talent = {"county": told["talent"]["city"], "given": {}}
    held = _workforce_study("talent", talent, sorted((workforce / "talent").glob("*.csv")), year)
    yield f"人才培养进度：{held.organisation.name} / talent programmes of the city"


def _workforce_study(kind: str, told: Mapping[str, Any], paths: Sequence[Path], year: int) -> "WorkforceStudy":
    """A study of the workforce with its tables and numbers, worked out where it is to be."""
    from junheng.demo.workforce import workforce_told
    from junheng.web.workforce.actions.import_tables import import_tables
    from junheng.web.workforce.actions.open_study import open_study
    from junheng.web.workforce.actions.set_question import SECONDS, set_question
    from junheng.web.workforce.actions.solve_study import solve_study

    officer, source = _everywhere("personnel"), workforce_told()["source"]
    held = open_study(officer, kind, told["county"], statistics_day(year), synthetic=True)
    import_tables(officer, held.pk, [(one.name, one.read_bytes()) for one in paths], revision=held.revision)
    form = {name: f"{value:g}" for name, value in told["given"].items()}
    form |= {f"{name}.source": source for name in told["given"]}
    asked = {
        "subjects": told.get("subjects", ()),
        "schools": _smallest(paths[0], told["helped"]) if "helped" in told else (),
        "seconds": told.get("seconds", SECONDS),
    }
    held = set_question(officer, held.pk, form, revision=held.revision + 1, **asked)
    return held if kind == "talent" else _worked_out(solve_study(officer, held.pk, revision=held.revision))


def _smallest(schools: Path, most: int) -> list[str]:
    """The schools of a table that have at most so many classes in a section."""
    import polars as pl

    return pl.read_csv(schools).filter(pl.col("classes") <= most)["school_code"].cast(pl.String).unique().to_list()


def _unit_costs() -> "PriceList | None":
    """The synthetic price list of the city, with ways besides adding; None when there is one already."""
    from junheng.demo.unit_costs import levers, unit_costs
    from junheng.web.accounts.models import Kind, Organisation
    from junheng.web.workbench.actions.set_lever import set_lever
    from junheng.web.workbench.actions.set_prices import set_prices
    from junheng.web.workbench.models import PriceList

    if PriceList.objects.everything("whether the demo has any").exists():
        return None
    city = Organisation.objects.everything("the demo's own city").get(kind=Kind.CITY)
    planner = _everywhere("planner")
    for way in levers():
        set_lever(planner, city.code, way, synthetic=True)
    return set_prices(planner, city.code, unit_costs(), synthetic=True)


def _first_plan(base: "PlanningBase") -> "ZonePlan":
    """Today's map of one county as a draft, in the hands of the demo's planner."""
    from junheng.web.workbench.actions.draw_plan import draw_plan

    planner = _everywhere("planner")
    return draw_plan(planner, base, PLANNED, "primary", "小学学区调整方案（演示）")


def _first_study(base: "PlanningBase") -> "Study":
    """One county's plan to the horizon, asked for by the demo's planner and worked out at once."""
    from junheng.web.workbench.actions.start_study import start_study
    from junheng.web.workbench.models import StudyKind

    planner, name = _everywhere("planner"), "学位建设与学区规划（演示）"
    return _worked_out(start_study(planner, base, StudyKind.HORIZON, county=PLANNED, parameters=STUDIED, name=name))


def _first_remedy() -> "RemedyStudy | None":
    """What it costs at least that every county passes, asked for by the demo's planner; None when that was asked."""
    from junheng.web.workbench.actions.start_remedy import start_remedy
    from junheng.web.workbench.models import RemedyStudy
    from junheng.web.workbench.remedy.asking import Asked
    from junheng.web.workbench.remedy.queries import editions

    if RemedyStudy.objects.everything("whether the demo has any").exists():
        return None
    asked = Asked(limits={}, moving=False, seconds=REMEDIED)
    return _worked_out(start_remedy(_everywhere("planner"), editions()[0], "", asked, name="全市达标方案（演示）"))


def _remedy_by_ways() -> "RemedyStudy":
    """The same question with every way of the price list, so that both can be compared."""
    from junheng.web.workbench.actions.start_remedy import start_remedy
    from junheng.web.workbench.remedy.asking import Asked
    from junheng.web.workbench.remedy.queries import editions

    asked = Asked(limits={}, moving=False, seconds=REMEDIED, ways=True)
    return _worked_out(start_remedy(_everywhere("planner"), editions()[0], "", asked, name="并用多种办法（演示）"))


def _worked_out(asked: Answered) -> Answered:
    """What was asked for with its answer, worked out here and now.

    Raises:
        RuntimeError: there is none.
    """
    from junheng.web.operations.running import run_job

    if asked.job is not None:
        run_job.call(asked.job.pk)
    asked.refresh_from_db()
    if asked.result is None:
        raise RuntimeError(f"{asked} was not worked out: {asked.job and asked.job.fault}")
    return asked
