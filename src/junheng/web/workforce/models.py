"""Studies of the workforce, and the persons of a study of pay."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager
from junheng.web.kit.fields import EncryptedTextField
from junheng.web.operations.models import Job
from junheng.web.personnel.models import CODE


class StudyKind(models.TextChoices):
    ITINERANT = "itinerant", "走教"
    PAY = "pay", "绩效工资"
    TALENT = "talent", "人才培养"


class WorkforceStudy(models.Model):
    """One question with what it stands on and its answer.

    ``tables`` maps ids of tables to ``sha256`` in the store and ``rows``, of persons to ``rows`` alone; ``given`` maps
    ids of parameters to ``value`` and ``source`` as the officer filled them in; ``asked`` holds what is to be worked
    out: ``subjects`` (``section.subject``), ``schools`` (codes that are helped; empty: all) and ``seconds``. ``result``
    is the document of the engine without persons. ``revision`` counts every change before the answer.
    """

    kind = models.CharField(max_length=10, choices=StudyKind)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="workforce_studies")
    number = models.PositiveIntegerField()
    day = models.DateField()
    revision = models.PositiveIntegerField(default=1)
    tables = models.JSONField(default=dict)
    given = models.JSONField(default=dict)
    asked = models.JSONField(default=dict)
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    result = models.JSONField(null=True)
    synthetic = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["WorkforceStudy"]()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("kind", "organisation", "number"), name="workforce_studies_are_numbered"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.organisation_id} {self.number}"

    @property
    def busy(self) -> bool:
        """Whether the answer is being worked out: nothing changes meanwhile."""
        return self.job is not None and self.job.state in {"waiting", "running"}

    @property
    def open(self) -> bool:
        """Whether tables and numbers may still change."""
        return self.result is None and not self.busy


class PaidPerson(models.Model):
    """One person of a study of pay at the school that pays. ``code`` is a pseudonym; the rest is ciphertext.

    ``facts`` is JSON of the cells by column id, ``amounts`` JSON of fen by part once worked out.
    """

    study = models.ForeignKey(WorkforceStudy, models.CASCADE, related_name="people")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=CODE)
    name = EncryptedTextField(purpose="pay.name")
    facts = EncryptedTextField(purpose="pay.facts")
    amounts = EncryptedTextField(purpose="pay.amounts")

    objects = ScopedManager["PaidPerson"]()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("study", "code"), name="one_code_a_pay_study"),)

    def __str__(self) -> str:
        return f"{self.study_id} {self.code}"
