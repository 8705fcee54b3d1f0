"""Numbers a county fills in, decisions on its posts, outlooks on its teachers."""

from django.db import models
from django.utils import timezone

from junheng.web.accounts.models import Organisation, User
from junheng.web.accounts.reach import ScopedManager
from junheng.web.personnel.models import RotationRound


class NumberList(models.Model):
    """The numbers of a county from a day on: ``given`` maps ids to ``value`` and ``source``. The next list replaces it
    whole; earlier lists stay.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="post_numbers")
    valid_from = models.DateField()
    given = models.JSONField()
    synthetic = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["NumberList"]()

    class Meta:
        ordering = ("-valid_from", "-pk")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.valid_from}"


class DecisionKind(models.TextChoices):
    AUTHORISED = "authorised", "核定编制"
    ALLOTMENT = "allotment", "岗位分配"
    COMPETITION = "competition", "跨校竞聘"
    ARRANGEMENT = "arrangement", "统筹调剂"


class DecisionState(models.TextChoices):
    PROPOSED = "proposed", "待批准"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "未批准"
    WITHDRAWN = "withdrawn", "已撤回"


class PostsDecision(models.Model):
    """One decision on the posts of a county.

    ``lines`` hold ``school`` (empty: the county's own pool), ``posts`` and ``staff``: what each has when posts are
    authorised, else what is added. ``round`` numbers the round of a competition; ``undoes`` is the decision that this
    one takes back; ``grounds`` what a solved proposal was solved from.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="post_decisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=DecisionKind)
    state = models.CharField(max_length=10, choices=DecisionState, default=DecisionState.PROPOSED)
    lines = models.JSONField()
    document = models.CharField(max_length=200)
    round = models.PositiveSmallIntegerField(null=True)
    undoes = models.ForeignKey("self", models.PROTECT, null=True, related_name="undone_by")
    grounds = models.JSONField(default=dict)
    synthetic = models.BooleanField(default=False)
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    order = models.PositiveIntegerField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    objects = ScopedManager["PostsDecision"]()

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "number"), name="post_decisions_are_numbered"),
            models.UniqueConstraint(fields=("organisation", "order"), name="post_decisions_are_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.number}"


class ArrivalList(models.Model):
    """Who is expected to begin in a county: ``lines`` hold ``section``, ``subject``, ``year``, ``arrive``, ``low`` and
    ``high`` (null where not given), ``source`` and the day ``on`` which it was planned. The next list replaces it
    whole; earlier lists stay.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="arrival_lists")
    lines = models.JSONField()
    synthetic = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["ArrivalList"]()

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.made_at:%Y-%m-%d}"


class Outlook(models.Model):
    """Teachers of a county in the years ahead, as counts: ``result`` is the engine's document, no person is in it.

    ``origin`` is the round the teachers came from, null when a table was handed in; ``values`` the numbers in force;
    ``arrivals`` the list of who is expected to begin, null when there was none.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="outlooks")
    year = models.PositiveSmallIntegerField()
    result = models.JSONField()
    values = models.JSONField(default=dict)
    origin = models.ForeignKey(RotationRound, models.PROTECT, null=True, related_name="+")
    arrivals = models.ForeignKey(ArrivalList, models.PROTECT, null=True, related_name="outlooks")
    synthetic = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = ScopedManager["Outlook"]()

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.year}"
