"""Give an organisation another name or school type; its code stays."""

from django.db import transaction

from junheng.web.accounts.models import Organisation
from junheng.web.accounts.queries import organisation_of
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.accounts.tree import clean_name, known_type
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Stale


def rename_organisation(
    actor: Actor, code: str, *, name: str, was: str, name_en: str = "", school_type: str = ""
) -> Organisation:
    """The organisation under its new name. ``was`` is the name its editor saw.

    Raises:
        NotAllowed: the actor does not manage it.
        Stale: it has another name by now.
    """
    with transaction.atomic():
        held = organisation_of(actor, code, lock=True)
        require(actor, "account.manage", held.path)
        if held.name != was:
            raise Stale
        before = _said(held)
        held.name, held.name_en, held.school_type = clean_name(name), name_en.strip(), known_type(school_type)
        if _said(held) != before:
            held.save()
            record(
                actor, "organisation.rename", f"organisation:{code}", path=held.path, before=before, after=_said(held)
            )
    return held


def _said(held: Organisation) -> dict[str, str]:
    return {"name": held.name, "name_en": held.name_en, "school_type": held.school_type}
