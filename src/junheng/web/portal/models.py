"""Published verdicts, in the shape the pages read them."""

from django.db import models
from django.utils import timezone

from junheng.balance.model import State


def _states() -> list[tuple[str, str]]:
    return [(str(state), str(state)) for state in State]


class Edition(models.Model):
    """One school year of the city under one standard, made of one snapshot. A correction makes the next ``version``;
    the old ones stay readable.

    ``expected`` is the roster the year was judged with (empty: none was given); ``disclosure`` says whether small
    cells were suppressed in what the public sees; ``changes`` tells what is new against the version before;
    ``digest`` is the SHA-256 of everything the pages show; ``hidden`` names what is suppressed.
    """

    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    current = models.BooleanField(default=True)
    published_at = models.DateTimeField(default=timezone.now)
    disclosure = models.BooleanField(default=True)
    changes = models.JSONField(default=list)
    standard = models.CharField(max_length=400)
    snapshot = models.CharField(max_length=80)
    snapshot_path = models.CharField(max_length=1000)
    digest = models.CharField(max_length=64, blank=True)
    hidden = models.JSONField(default=dict)
    synthetic = models.BooleanField()
    geometry = models.JSONField()
    expected = models.JSONField()

    class Meta:
        ordering = ("-year", "-version")
        constraints = (
            models.UniqueConstraint(fields=("year", "version"), name="editions_are_numbered"),
            models.UniqueConstraint(fields=("year",), condition=models.Q(current=True), name="one_current_edition"),
        )

    def __str__(self) -> str:
        return f"{self.year} v{self.version} {self.standard}"

    @property
    def slug(self) -> str:
        """The edition in addresses: the year alone while it is the current one, ``2025-v1`` once it is not."""
        return str(self.year) if self.current else self.permanent

    @property
    def permanent(self) -> str:
        """The address part that names this version for good."""
        return f"{self.year}-v{self.version}"


class County(models.Model):
    """The verdict on one county: ``summary`` is what the city page shows,
    ``indicators`` what the trend compares, ``detail`` what the county page adds."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="counties")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    name = models.JSONField()
    state = models.CharField(max_length=20, choices=_states)
    resources = models.CharField(max_length=20, choices=_states)
    summary = models.JSONField()
    indicators = models.JSONField()
    detail = models.JSONField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="one_verdict_per_county"),)

    def __str__(self) -> str:
        return f"{self.code} {self.state}"


class School(models.Model):
    """One section of one school; an empty section is a school that does not count, with the reason why."""

    county = models.ForeignKey(County, models.CASCADE, related_name="schools")
    code = models.CharField(max_length=20, db_index=True)
    name = models.CharField(max_length=200)
    section = models.CharField(max_length=20, blank=True)
    pupils = models.FloatField(null=True)
    passes = models.BooleanField(null=True)
    met = models.PositiveSmallIntegerField()
    values = models.JSONField()
    marks = models.JSONField()
    reasons = models.JSONField()
    suppressed = models.BooleanField(default=False)
    initials = models.CharField(max_length=200, blank=True, db_index=True)
    pinyin = models.CharField(max_length=800, blank=True)

    class Meta:
        ordering = ("section", "code")
        constraints = (models.UniqueConstraint(fields=("county", "code", "section"), name="one_row_per_section"),)

    def __str__(self) -> str:
        return f"{self.code} {self.section}"
