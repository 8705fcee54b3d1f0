"""Planning bases, the studies made of them, plans of school zones with every move that made them; unit costs and the
studies of the cheapest plan that passes."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager
from junheng.web.operations.models import Job
from junheng.web.portal.models import Edition

DIGEST = 64


class PlanningBase(models.Model):
    """The tables that plans of one school year stand on, frozen.

    ``path`` is the folder below ``VAR/planning``; ``digest`` the SHA-256 over the tables; ``note`` tells in both
    languages (``zh``, ``en``) where they come from.
    """

    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    path = models.CharField(max_length=80, unique=True)
    digest = models.CharField(max_length=DIGEST, unique=True)
    synthetic = models.BooleanField(default=False)
    note = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-year", "-pk")

    def __str__(self) -> str:
        return f"{self.year} {self.digest[:12]}"

    @property
    def folder(self) -> Path:
        return Path(settings.VAR) / "planning" / self.path


class StudyKind(models.TextChoices):
    GAP = "gap", "学位缺口"
    SITING = "siting", "布点"
    HORIZON = "horizon", "远期规划"


class Study(models.Model):
    """One question put to a base and its answer: seat gap, siting, or the plan to the horizon.

    ``organisation`` is the county asked about, or the city; ``county_code`` is empty for the whole city. ``result`` is
    plain JSON, ``files`` maps the names of its larger tables and papers to their SHA-256 in the store. ``objective``,
    ``bound`` and ``gap`` (share) are set where something was optimised.
    """

    kind = models.CharField(max_length=10, choices=StudyKind)
    base = models.ForeignKey(PlanningBase, models.PROTECT, related_name="studies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="studies")
    county_code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=100, blank=True)
    parameters = models.JSONField(default=dict)
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    result = models.JSONField(null=True)
    files = models.JSONField(default=dict)
    objective = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    gap = models.FloatField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Study"]()

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.base_id} {self.county_code or 'city'}"


class PlanState(models.TextChoices):
    DRAFT = "draft", "草案"
    HEARING = "hearing", "听证中"
    ADOPTED = "adopted", "已采用"
    WITHDRAWN = "withdrawn", "已撤回"


class ZonePlan(models.Model):
    """Who goes where in one county and section: ``zones`` names the school of every area.

    ``locked`` lists the areas that stay; ``parent`` is the plan it began as, ``words`` what the solver said of it in
    both languages.
    """

    base = models.ForeignKey(PlanningBase, models.PROTECT, related_name="plans")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="zone_plans")
    section = models.CharField(max_length=10)
    name = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=PlanState, default=PlanState.DRAFT)
    revision = models.PositiveIntegerField(default=1)
    zones = models.JSONField()
    locked = models.JSONField(default=list)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    objective = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    gap = models.FloatField(null=True)
    words = models.JSONField(default=dict)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    heard_from = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)

    objects = ScopedManager["ZonePlan"]()

    class Meta:
        ordering = ("-changed_at", "-pk")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.section} {self.name}"

    @property
    def public(self) -> bool:
        return self.state in {PlanState.HEARING, PlanState.ADOPTED}


class ZoneMove(models.Model):
    """One move: areas given to a school. ``areas`` maps each to the school it had before; an ``undone`` move can be
    redone until another takes its place, and then is ``dropped``, kept for the record only.
    """

    plan = models.ForeignKey(ZonePlan, models.PROTECT, related_name="moves")
    number = models.PositiveIntegerField()
    areas = models.JSONField()
    to_school = models.CharField(max_length=20)
    undone = models.BooleanField(default=False)
    dropped = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["ZoneMove"]("plan__organisation__path")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("plan", "number"), name="moves_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.plan_id} {self.number}"


class PriceList(models.Model):
    """Unit costs of the city or of one county from a day on. Never changed: whoever sets other prices makes the next
    list.

    ``prices`` is verb (``add``, ``move``) -> indicator -> ``yuan``, ``source`` in words and, where given, ``low`` and
    ``high``; what nobody knows yet is not in it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="price_lists")
    valid_from = models.DateField()
    prices = models.JSONField()
    synthetic = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["PriceList"]()

    class Meta:
        ordering = ("-valid_from", "-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.valid_from}"


class Lever(models.Model):
    """One way of the city or of one county to raise indicators besides adding, from a day on. Never changed: the next
    row of the same ``means`` and ``name`` takes its place, and a row that is ``ended`` stands for having it no more.

    ``means`` is ``train``, ``recognise``, ``convert``, ``hire`` or ``build``, or what limits some of them: ``posts``
    and ``move``. ``name`` is an indicator, or what a kind of teacher or building is called. ``said`` is ``counts``
    (indicator -> what one unit adds), ``yuan``, ``low``, ``high``, ``source``, ``lead`` (years until it works),
    ``limits`` as the engine reads them and ``rooms``; what nobody knows yet is not in it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="levers")
    means = models.CharField(max_length=12)
    name = models.CharField(max_length=40, blank=True)
    valid_from = models.DateField()
    said = models.JSONField()
    ended = models.BooleanField(default=False)
    synthetic = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Lever"]()

    class Meta:
        ordering = ("-valid_from", "-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.means} {self.name} {self.valid_from}"


class RemedyStudy(models.Model):
    """The question what it costs at least that a county passes, put to a published year, and its answer.

    ``organisation`` is the county, or the city for all counties, and then ``county_code`` is empty. ``asked`` holds the
    limits as the engine reads them, whether teachers may move and ways other than adding are used, and the seconds;
    ``prices`` the unit costs and ways it was answered with, by county, with their digest.
    ``result`` is plain JSON, one entry a county. ``cost`` and ``bound`` are yuan, set when every county section has a
    plan. ``further`` holds what was asked of it afterwards, by kind of question: ``number``,
    ``asked``, ``job`` and ``answer``.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="remedies")
    county_code = models.CharField(max_length=12, blank=True)
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="remedies")
    snapshot = models.CharField(max_length=80)
    standard = models.CharField(max_length=400)
    name = models.CharField(max_length=100)
    asked = models.JSONField()
    prices = models.JSONField()
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    result = models.JSONField(null=True)
    further = models.JSONField(default=dict)
    cost = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["RemedyStudy"]()

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.edition_id} {self.county_code or 'city'}"


class TableStudy(models.Model):
    """What it costs at least that each county of an uploaded flat table passes, answered county by county.

    ``digest`` is the SHA-256 of the file in the store; ``asked`` says whether the fast method answers, the seconds of a
    county section and whether teachers may move; ``prices`` are the unit costs of the city it was asked with.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="table_studies")
    name = models.CharField(max_length=100)
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=DIGEST)
    rows = models.PositiveIntegerField()
    counties = models.PositiveIntegerField()
    standard = models.CharField(max_length=400)
    asked = models.JSONField()
    prices = models.JSONField()
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["TableStudy"]()

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"


class TableCounty(models.Model):
    """The answer for one county of an uploaded table, stored as soon as it is found.

    ``cost`` and ``bound`` are yuan of its sections together, null without a plan in each; ``sections`` and ``actions``
    are plain JSON. ``digest`` is that of the table it was worked out from.
    """

    study = models.ForeignKey(TableStudy, models.CASCADE, related_name="answers")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=DIGEST)
    status = models.CharField(max_length=12)
    schools = models.PositiveIntegerField()
    passing = models.PositiveIntegerField()
    cost = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    sections = models.JSONField()
    actions = models.JSONField()

    objects = ScopedManager["TableCounty"]("study__organisation__path")

    class Meta:
        ordering = ("code",)
        constraints = (models.UniqueConstraint(fields=("study", "code"), name="a_county_is_answered_once"),)

    def __str__(self) -> str:
        return f"{self.study_id} {self.code}"
