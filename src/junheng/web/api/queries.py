"""Every query of the API's own: tokens, and the lists that pages do not have."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from junheng.web.accounts.access import current_appointments
from junheng.web.accounts.duties import first_duty
from junheng.web.accounts.models import User
from junheng.web.accounts.reach import Actor
from junheng.web.api.models import Token
from junheng.web.kit.crypto import keyed
from junheng.web.portal.models import Edition, School
from junheng.web.reporting import queries as reporting
from junheng.web.reporting.models import Submission

PURPOSE = "api.token"
LAST_USED_AFTER = timedelta(minutes=5)
"""How stale the time of last use may be: a reading program does not write with every request."""


def digest(token: str) -> str:
    return keyed(PURPOSE, token)


def living_token(token: str) -> Token | None:
    """The token as given by a program, if it is known, alive, and its owner's account is open."""
    found = Token.objects.select_related("user").filter(digest=digest(token), user__is_active=True).first()
    return found if found is not None and found.alive else None


def open_duty(user: User) -> str:
    """What the owner of a token has to do first; a password of ours plays no part where a provider signs in."""
    must_change = user.must_change_password and not SocialAccount.objects.filter(user_id=user.pk).exists()
    return first_duty(
        current_appointments(user.pk).values_list("role", flat=True),
        must_change_password=must_change,
        has_second_factor=Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists(),
    )


def mark_used(token: Token) -> None:
    now = timezone.now()
    if token.last_used is None or token.last_used < now - LAST_USED_AFTER:
        Token.objects.filter(pk=token.pk).update(last_used=now)


def _own(actor: Actor) -> QuerySet[Token]:
    return Token.objects.none() if actor.user_id is None else Token.objects.filter(user_id=actor.user_id)


def living(actor: Actor) -> int:
    """How many tokens of a person open something today."""
    return _own(actor).filter(revoked=None, expires__gt=timezone.now()).count()


def tokens(actor: Actor) -> list[Token]:
    """A person's own tokens, newest first."""
    return list(_own(actor))


def token(actor: Actor, pk: int) -> Token:
    """One of a person's own tokens; 404 for anybody else's."""
    found = _own(actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def schools(
    edition: Edition,
    *,
    county: str | None = None,
    section: str | None = None,
    passes: tuple[bool | None, ...] = (True, False, None),
    q: str = "",
) -> QuerySet[School]:
    """Sections of schools of an edition, by county and code. ``q`` is a part of the name, of its pinyin or initials."""
    found = School.objects.filter(county__edition=edition).select_related("county")
    found = found.defer("county__detail", "county__summary", "county__indicators")
    if county is not None:
        found = found.filter(county__code=county)
    if section is not None:
        found = found.filter(section=section)
    if len(passes) < 3:  # noqa: PLR2004 - all three states are no condition
        found = found.filter(_stands(passes))
    if word := q.strip().lower().replace(" ", ""):
        found = found.filter(Q(name__icontains=q.strip()) | Q(pinyin__contains=word) | Q(initials__contains=word))
    return found.order_by("county__position", "section", "code")


def _stands(passes: tuple[bool | None, ...]) -> Q:
    condition = Q(pk__in=())
    for one in passes:
        condition |= Q(passes__isnull=True) if one is None else Q(passes=one)
    return condition


def submissions(
    actor: Actor, *, round_id: int | None = None, county: str | None = None, state: str | None = None
) -> QuerySet[Submission]:
    """The submissions in reach, by round (newest first) and organisation."""
    rows = reporting.submissions(actor).defer("current__receipt", "current__files")
    if round_id is not None:
        rows = rows.filter(round_id=round_id)
    if county is not None:
        rows = rows.filter(organisation__path__contains=f"/{county}/")
    if state is not None:
        rows = rows.filter(state=state)
    return rows.order_by("-round__year", "organisation__path")
