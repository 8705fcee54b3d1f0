"""The work of studies: what to build along a trade-off, and the whole plan to the horizon."""

import tempfile
from pathlib import Path
from typing import Any

from django.db import transaction
from django.urls import reverse

from junheng.policy.text import Language, Text
from junheng.publish.plan import Source, write_plan
from junheng.seats.faults import UnfitInputError
from junheng.seats.plan import Choices, HorizonPlan, plan
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.kit.store import put
from junheng.web.operations.jobs import Work, job
from junheng.web.workbench.models import Study
from junheng.web.workbench.planning import county_names, note_of, planning
from junheng.web.workbench.queries import asked_study
from junheng.web.workbench.tradeoff import Wanted, trade_off

STEPS = {
    "check": Text("核对底数", "Checking the base"),
    "travel": Text("测算路程", "Measuring ways"),
    "build": Text("布点", "Choosing what to build"),
    "zones": Text("划定学区", "Drawing zones"),
}
TOLD = 5
"""Faults of a base that are told in words."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")
KEPT = ("plan.docx", "plan.pdf", "plan-tables.xlsx", "projects.xlsx", "zones.parquet")
"""Files of a plan that are kept with its study."""


@job("horizon_study", title=Text("远期规划", "Plan to the horizon"))
def horizon(work: Work) -> dict[str, Any]:
    """Given ``study``."""
    study = asked_study(work.given["study"])
    href = {"href": reverse("horizon-study", args=[study.pk])}
    if study.result is not None:
        return href
    given = dict(study.parameters)
    counties = (study.county_code,) if study.county_code else ()
    choices = Choices(**{**given, "years": tuple(given["years"]), "counties": counties})
    whole = planning(study.base, study.county_code)
    try:
        found = plan(whole, choices, lambda step, done, total: work.progress(STEPS[step], done, total))
    except UnfitInputError as error:
        raise Refusal(*(_told(error, language) for language in LANGUAGES), status=422) from error
    work.progress(Text("编写报告", "Writing the report"))
    source = Source(found, whole, county_names(), note_of(study.base))
    study.files = _kept(source)
    study.result = {**found.to_dict(), "new_sites": sorted(set(planning(study.base).sites["site"]))}
    study.gap = worst_gap(found)
    _finish(work, study)
    return href


def _told(error: UnfitInputError, language: Language) -> str:
    """The first things wrong with a base, and how many more."""
    said = [one.in_(language) for one in error.faults[:TOLD]]
    more = len(error.faults) - len(said)
    rest = {"zh": f"……另有{more}处", "en": f"... and {more} more"}[language]
    return "；".join([*said, *([rest] if more else [])])


def worst_gap(found: HorizonPlan) -> float | None:
    """The largest proven gap of the zone plans; None when one of them has none."""
    gaps = found.zone_plans["gap"]
    return None if gaps.null_count() or gaps.is_empty() else float(gaps.max())  # type: ignore[arg-type]


def _kept(source: Source) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="junheng-") as folder:
        written = {path.name: path for path in write_plan(source, Path(folder))}
        return {name: put([written[name].read_bytes()])[0] for name in KEPT}


@job("siting_study", title=Text("布点方案", "Where to build"))
def siting(work: Work) -> dict[str, Any]:
    """Given ``study``."""
    study = asked_study(work.given["study"])
    href = {"href": reverse("siting-study", args=[study.pk])}
    if study.result is not None:
        return href
    wanted = Wanted(**study.parameters)

    def told(done: int, total: int) -> None:
        work.progress(Text("求解取舍曲线", "Solving the trade-off"), done, total)

    study.result = trade_off(planning(study.base, study.county_code), wanted, told)
    points = [one for one in study.result["points"] if one["gap"] is not None]
    if points:
        last = points[-1]
        study.objective, study.bound, study.gap = last["objective"], last["bound"], last["gap"]
    _finish(work, study)
    return href


def _finish(work: Work, study: Study) -> None:
    with transaction.atomic():
        study.save(update_fields=["result", "files", "objective", "bound", "gap"])
        record(work.actor, "study.done", f"study:{study.pk}", path=study.organisation.path, after={"gap": study.gap})
