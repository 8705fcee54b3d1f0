"""Who is there: the tree of organisations, people, and who holds which role where."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from junheng.web.accounts.reach import ScopedManager
from junheng.web.accounts.roles import roles
from junheng.web.kit.crypto import keyed
from junheng.web.kit.fields import EncryptedTextField


def _roles() -> list[tuple[str, str]]:
    return [(one.id, one.title.zh) for one in roles().values()]


class Kind(models.TextChoices):
    """Levels of the tree, each below the one before."""

    CITY = "city", "市"
    COUNTY = "county", "区县（开发区）"
    SCHOOL = "school", "学校"
    CAMPUS = "campus", "校区、教学点"


class Extent(models.TextChoices):
    """How far from its organisation a role reaches (数据权限)."""

    OWN = "own", "本级"
    BELOW = "below", "本级及下级"
    ALL = "all", "全部"
    CUSTOM = "custom", "自定义"


class Organisation(models.Model):
    """A city, a managing body (county or development zone), a school or a campus.

    ``code`` is the managing body's or the school's identification code; ``path`` holds the codes from the city down
    to here, each followed by a slash, so that "here and below" is one prefix.
    """

    kind = models.CharField(max_length=10, choices=Kind)
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    school_type = models.CharField(max_length=10, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    path = models.CharField(max_length=120, unique=True)
    active = models.BooleanField(default=True)

    objects = ScopedManager["Organisation"]("path")

    class Meta:
        ordering = ("path",)

    def __str__(self) -> str:
        return f"{self.name} {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.path = f"{self.parent.path if self.parent else ''}{self.code}/"
        super().save(*args, **kwargs)


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person with an account. Name and telephone are ciphertext on disk; the look-up column finds, never tells."""

    username = models.CharField(max_length=60, unique=True)
    name = EncryptedTextField(purpose="person.name")
    phone = EncryptedTextField(purpose="person.phone")
    phone_lookup = models.CharField(max_length=64, blank=True, db_index=True)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    must_change_password = models.BooleanField(default=False)
    joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.phone_lookup = keyed("person.phone", self.phone) if self.phone else ""
        super().save(*args, **kwargs)


class Appointment(models.Model):
    """A role held at an organisation, reaching so far, for so long. It ends; it is not deleted."""

    user = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=40, choices=_roles)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="appointments")
    extent = models.CharField(max_length=10, choices=Extent)
    custom = models.ManyToManyField(Organisation, blank=True, related_name="+")
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("user_id", "role", "organisation_id")
        constraints = (
            models.UniqueConstraint(fields=("user", "role", "organisation", "since"), name="one_appointment_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.organisation_id}"
