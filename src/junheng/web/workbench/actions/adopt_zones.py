"""Take the zones of a plan to the horizon over as a draft that people go on with."""

from io import BytesIO

import polars as pl
from django.db import transaction

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal
from junheng.web.kit.store import read
from junheng.web.workbench.actions.draw_plan import draw_plan
from junheng.web.workbench.models import StudyKind, ZonePlan
from junheng.web.workbench.queries import study_of
from junheng.web.workbench.studied import result_of


def adopt_zones(actor: Actor, study_id: int, county: str, section: str, year: int) -> ZonePlan:
    """A draft with the study's zones of a county, section and year. Areas of schools yet to be built stay with today's
    school, and the draft says how many.

    Raises:
        Http404: the study or the county is out of reach.
        Refusal: (422) the study has no such zones.
    """
    study = study_of(actor, study_id, StudyKind.HORIZON)
    rows = _zones(study.files, county, section, year)
    if not rows:
        raise Refusal("这项规划没有该区县、学段、年份的学区。", "The plan has no such zones.", status=422)
    with transaction.atomic():
        plan = draw_plan(actor, study.base, county, section, f"{study.name or study.pk}·{year}")
        before = dict(plan.zones)
        new_sites = set(result_of(study)["new_sites"])
        plan.zones = {area: before[area] if rows.get(area, "") in {"", *new_sites} else rows[area] for area in before}
        waiting = sum(place in new_sites for place in rows.values())
        words = _words(year, study.base.year, waiting)
        plan.words = {"zh": words.zh, "en": words.en}
        plan.save(update_fields=["zones", "words"])
        record(actor, "zones.adopt", f"zone_plan:{plan.pk}", path=plan.organisation.path, after={"study": study.pk})
    return plan


def _words(year: int, now: int, waiting: int) -> Text:
    """Where the draft comes from, and that its numbers are those of today's children."""
    begun = Text(
        f"取自{year}年的远期规划；本页学生和学位是{now}年的，不是{year}年的。",
        f"From the plan for {year}; pupils and seats here are those of {now}, not of {year}.",
    )
    if not waiting:
        return begun
    return Text(
        f"{begun.zh}{waiting}个片区属于待建学校，暂归现行学校。",
        f"{begun.en} {waiting} areas of schools yet to be built stay with today's school.",
    )


def _zones(files: dict[str, str], county: str, section: str, year: int) -> dict[str, str]:
    """Area -> place."""
    if "zones.parquet" not in files:
        return {}
    table = pl.read_parquet(BytesIO(read(files["zones.parquet"])))
    here = (pl.col("county_code") == county) & (pl.col("section") == section) & (pl.col("year") == year)
    return dict(table.filter(here).select("area", "place").iter_rows())
