"""What somebody typed while the session ran out: kept in the page, sealed, until they have signed in again.

Nothing is stored for a stranger: the fields travel, encrypted and dated, in a hidden field of the sign-in form. After
the right password they wait in the session; :mod:`junheng.web.accounts.views.held` offers the form again. Passwords,
tokens and files are not kept.
"""

import base64
import binascii
import json
import time
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from junheng.web.kit.crypto import Unreadable, decrypt, encrypt

PURPOSE = "held-form"
FIELD = "held"
LIMIT = 200_000
"""Bytes of the longest form that is kept."""
KEPT = 60 * 60
"""Seconds for which it is."""
NEVER = ("csrfmiddlewaretoken", FIELD)

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The fields of one form in their order, and the page of this site they belong to."""

    path: str
    fields: Pairs
    files: bool = False


def typed(request: HttpRequest) -> Held | None:
    """What was typed into the form that was sent; None when nothing can be kept of it."""
    if request.method != "POST":
        return None
    fields = _fields(request.POST)
    if not fields or sum(len(name.encode()) + len(value.encode()) for name, value in fields) > LIMIT:
        return None
    return Held(request.get_full_path(), fields, bool(request.FILES))


def seal(held: Held) -> str:
    said = json.dumps([int(time.time()), held.path, held.fields, held.files], ensure_ascii=False)
    return base64.urlsafe_b64encode(encrypt(PURPOSE, said)).decode()


def unseal(sealed: str) -> Held | None:
    """What was sealed; None when it is too old or was not sealed here."""
    try:
        at, path, fields, files = json.loads(decrypt(PURPOSE, base64.urlsafe_b64decode(sealed)))
    except (Unreadable, binascii.Error, ValueError):
        return None
    if time.time() - at > KEPT:
        return None
    return Held(path, tuple((name, value) for name, value in fields), files)


def hold_posted(request: HttpRequest) -> None:
    """Take what the sign-in form carried into the session."""
    sealed = request.POST.get(FIELD, "")
    if sealed and unseal(sealed):
        request.session[FIELD] = sealed


def held_by(request: HttpRequest) -> Held | None:
    return unseal(request.session.get(FIELD, ""))


def drop(request: HttpRequest) -> None:
    request.session.pop(FIELD, None)


def same_site(request: HttpRequest) -> bool:
    """Whether the browser says that the form was sent from a page of this site."""
    own = f"{request.scheme}://{request.get_host()}"
    origin = request.META.get("HTTP_ORIGIN")
    if origin is not None:
        return bool(origin == own)
    return str(request.META.get("HTTP_REFERER", "")).startswith(own + "/")


def _fields(posted: QueryDict) -> Pairs:
    return tuple((name, str(value)) for name, values in posted.lists() if _kept(name) for value in values)


def _kept(name: str) -> bool:
    return name not in NEVER and "password" not in name.lower()
