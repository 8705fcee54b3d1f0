"""Rounds of rotation, their teachers, exclusions and wishes; drafts with every edit; what was published."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager
from junheng.web.kit.crypto import keyed
from junheng.web.kit.fields import EncryptedTextField
from junheng.web.operations.models import Job

CODE = 40
"""Characters of a teacher's code."""
NAME, IDENTITY = "teacher.name", "teacher.identity"
"""Purposes under which names and identity numbers are kept."""


class RoundState(models.TextChoices):
    COLLECTING = "collecting", "收集数据"
    WISHES = "wishes", "填报志愿"
    DRAFT = "draft", "拟定方案"
    PUBLISHED = "published", "已公示"


class RotationRound(models.Model):
    """The rotation of one county in one school year.

    ``day`` is the day of ages and rules; ``given`` maps ids of parameters to ``value`` and ``source`` as the officer
    filled them in; ``tables`` maps ``schools``, ``distances``, ``coordinates`` to ``sha256`` in the store, ``name`` and
    ``rows``. ``revision`` counts every change.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="rotations")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=RoundState, default=RoundState.COLLECTING)
    revision = models.PositiveIntegerField(default=1)
    day = models.DateField()
    wishes_until = models.DateField(null=True)
    given = models.JSONField(default=dict)
    tables = models.JSONField(default=dict)
    synthetic = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["RotationRound"]()

    class Meta:
        ordering = ("-year", "organisation__path")
        constraints = (models.UniqueConstraint(fields=("organisation", "year"), name="one_rotation_a_year"),)

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.year}"

    @property
    def imported(self) -> bool:
        return "schools" in self.tables


class Teacher(models.Model):
    """One teacher of a round at the school of today. ``code`` is the pseudonym, the only name outside these pages.

    ``facts`` holds the other cells of the row as text by column id. Name and identity number are ciphertext; their
    look-up columns find, never tell.
    """

    round = models.ForeignKey(RotationRound, models.CASCADE, related_name="teachers")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=CODE)
    facts = models.JSONField(default=dict)
    name = EncryptedTextField(purpose=NAME)
    name_lookup = models.CharField(max_length=64, blank=True, db_index=True)
    identity = EncryptedTextField(purpose=IDENTITY)
    identity_lookup = models.CharField(max_length=64, blank=True, db_index=True)

    objects = ScopedManager["Teacher"]()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("round", "code"), name="one_code_a_rotation"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.code}"

    def look_up(self) -> "Teacher":
        """Set the look-up columns; whoever writes many rows at once calls it for each."""
        self.name_lookup = keyed(NAME, self.name) if self.name else ""
        self.identity_lookup = keyed(IDENTITY, self.identity) if self.identity else ""
        return self


class Exclusion(models.Model):
    """Why a teacher does not move this year, who said so and when; withdrawn it stays for the record.

    The reason can tell of illness or family: it is ciphertext, and nothing outside these pages is given it.
    """

    teacher = models.ForeignKey(Teacher, models.CASCADE, related_name="exclusions")
    reason = EncryptedTextField(purpose="teacher.exclusion")
    imported = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = ScopedManager["Exclusion"]("teacher__organisation__path")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.teacher_id} {self.at:%Y-%m-%d}"


class Wish(models.Model):
    """A school a teacher wishes for; ``rank`` from 1."""

    teacher = models.ForeignKey(Teacher, models.CASCADE, related_name="wishes")
    rank = models.PositiveSmallIntegerField()
    school = models.CharField(max_length=20)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Wish"]("teacher__organisation__path")

    class Meta:
        ordering = ("teacher_id", "rank")
        constraints = (models.UniqueConstraint(fields=("teacher", "rank"), name="one_wish_a_rank"),)

    def __str__(self) -> str:
        return f"{self.teacher_id} {self.rank} {self.school}"


class RotationDraft(models.Model):
    """A solved plan of a round and what was edited of it since.

    ``inputs`` maps the frozen tables to ``sha256`` in the store, ``digest`` is the SHA-256 over them; ``values`` are
    the officer's parameters it was solved with. ``result`` is the document of the engine as solved, ``places`` maps the
    code of everybody who moves to the school, edits included. ``bound`` is that of the solver: no plan has less.
    ``proposed`` is the revision that the officer put forward for publication. ``locked`` are the codes of teachers who
    stay where the draft has them until they are unlocked. ``base`` is the draft that this one was solved around.
    """

    round = models.ForeignKey(RotationRound, models.PROTECT, related_name="drafts")
    number = models.PositiveIntegerField()
    revision = models.PositiveIntegerField(default=1)
    day = models.DateField()
    inputs = models.JSONField()
    digest = models.CharField(max_length=64)
    values = models.JSONField(default=dict)
    seconds = models.FloatField()
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    result = models.JSONField(null=True)
    places = models.JSONField(default=dict)
    locked = models.JSONField(default=list)
    base = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=12, blank=True)
    objective = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    gap = models.FloatField(null=True)
    proposed = models.PositiveIntegerField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["RotationDraft"]("round__organisation__path")

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="rotation_drafts_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.number}"

    @property
    def solved(self) -> bool:
        """Whether there is a plan to look at and to edit."""
        return self.status not in {"", "infeasible"}

    @property
    def put_forward(self) -> bool:
        """Whether the draft as it is now may be published."""
        return self.proposed == self.revision


class RotationEdit(models.Model):
    """One edit: a teacher put at a school, the own one meaning to stay. An ``undone`` edit can be redone until another
    takes its place, and then is ``dropped``, kept for the record only. Heads change places: ``other`` is the second of
    them, who goes from ``to_school`` to ``from_school``.
    """

    draft = models.ForeignKey(RotationDraft, models.PROTECT, related_name="edits")
    number = models.PositiveIntegerField()
    teacher = models.CharField(max_length=CODE)
    from_school = models.CharField(max_length=20)
    to_school = models.CharField(max_length=20)
    other = models.CharField(max_length=CODE, blank=True)
    undone = models.BooleanField(default=False)
    dropped = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["RotationEdit"]("draft__round__organisation__path")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="rotation_edits_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"

    def places(self, *, back: bool) -> dict[str, str]:
        """School by code of whom the edit places; ``back``: where it found them."""
        to, theirs = (self.from_school, self.to_school) if back else (self.to_school, self.from_school)
        return {self.teacher: to} | ({self.other: theirs} if self.other else {})


class Publication(models.Model):
    """A draft put before everybody (公示). ``summary`` is all that the public sees: counts and fairness, no person.

    Withdrawn it stays, with the reason.
    """

    draft = models.ForeignKey(RotationDraft, models.PROTECT, related_name="publications")
    summary = models.JSONField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    objects = ScopedManager["Publication"]("draft__round__organisation__path")

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.draft_id} {self.at:%Y-%m-%d}"


class Transfer(models.Model):
    """A published move of a teacher: seen by the school that is left through ``objects``, by the new one through
    ``arriving``.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="transfers")
    teacher = models.ForeignKey(Teacher, models.PROTECT, related_name="transfers")
    from_school = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    to_school = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    why = models.JSONField(default=dict)

    objects = ScopedManager["Transfer"]("from_school__path")
    arriving = ScopedManager["Transfer"]("to_school__path")

    class Meta:
        ordering = ("from_school__path", "to_school__path", "teacher__number")
        constraints = (models.UniqueConstraint(fields=("publication", "teacher"), name="one_transfer_a_publication"),)

    def __str__(self) -> str:
        return f"{self.publication_id} {self.teacher_id}"
