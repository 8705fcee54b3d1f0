"""Surveys, batches of one-time codes, answers that belong to nobody, counted paper, people spoken to."""

from uuid import uuid4

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager


class SurveyState(models.TextChoices):
    OPEN = "open", "进行中"
    CLOSED = "closed", "已结束"
    RELEASED = "released", "已公布"


class Survey(models.Model):
    """One county and year. Answers are taken from ``opens`` to ``closes`` (both days included) while it is open.

    ``questionnaire`` is the id (or path) of the file; ``population`` the residents, None when not known. On closing
    ``counts`` takes the counts, ``{group: {question: {option: n}}}`` with ``valid`` and ``satisfied`` under ``""``.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="surveys")
    year = models.PositiveSmallIntegerField()
    questionnaire = models.CharField(max_length=400)
    opens = models.DateField()
    closes = models.DateField()
    population = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=SurveyState, default=SurveyState.OPEN)
    counts = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    released_on = models.DateField(null=True)

    objects = ScopedManager["Survey"]()

    class Meta:
        ordering = ("-year", "organisation__path")
        constraints = (models.UniqueConstraint(fields=("organisation", "year"), name="one_survey_a_year"),)

    def __str__(self) -> str:
        return f"{self.year} {self.organisation_id} {self.state}"


class Batch(models.Model):
    """Codes made together for one group and one way of handing them out."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="batches")
    group = models.CharField(max_length=20)
    label = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_on = models.DateField(default=timezone.localdate)
    voided = models.BooleanField(default=False)

    objects = ScopedManager["Batch"]("survey__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.survey_id} {self.group} {self.size}"


class Code(models.Model):
    """A one-time code as its HMAC-SM3. It says which group may answer; nothing leads from it to an answer."""

    digest = models.CharField(max_length=64, primary_key=True)
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="codes")
    spent = models.BooleanField(default=False)

    objects = ScopedManager["Code"]("batch__survey__organisation__path")

    def __str__(self) -> str:
        return f"{self.batch_id} {self.spent}"


class Answer(models.Model):
    """What somebody of a group answered, ``{question: option}``. No time, no address, no batch, a random number."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    survey = models.ForeignKey(Survey, models.PROTECT, related_name="answers")
    group = models.CharField(max_length=20)
    said = models.JSONField()

    objects = ScopedManager["Answer"]("survey__organisation__path")

    def __str__(self) -> str:
        return f"{self.survey_id} {self.group}"


class Paper(models.Model):
    """Counted paper questionnaires from one workbook; a later one for the same label takes its place."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="papers")
    label = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    counts = models.JSONField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField(default=timezone.localdate)
    replaced = models.BooleanField(default=False)

    objects = ScopedManager["Paper"]("survey__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.survey_id} {self.label}"


class Talk(models.Model):
    """People spoken to on visits (实地走访), by group, and how many of them are satisfied."""

    survey = models.ForeignKey(Survey, models.PROTECT, related_name="talks")
    group = models.CharField(max_length=20)
    people = models.PositiveIntegerField()
    satisfied = models.PositiveIntegerField()

    objects = ScopedManager["Talk"]("survey__organisation__path")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("survey", "group"), name="one_talk_a_group"),)

    def __str__(self) -> str:
        return f"{self.survey_id} {self.group}"
