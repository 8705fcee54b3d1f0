"""Add one organisation below another."""

from django.db import transaction

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.queries import organisation_of
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.accounts.tree import check_code, check_place, clean_name, known_type
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal


def add_organisation(
    actor: Actor, *, kind: str, code: str, name: str, parent: str, name_en: str = "", school_type: str = ""
) -> Organisation:
    """The new organisation, below the one whose code is ``parent``.

    Raises:
        NotAllowed: the actor does not manage organisations there.
        Refusal: the code is taken or no code of this level, or it cannot stand there.
    """
    require(actor, "account.manage")
    check_code(kind, code)
    with transaction.atomic():
        above = organisation_of(actor, parent, lock=True)
        check_place(kind, above)
        if Organisation.objects.everything("codes are unique over all").filter(code=code).exists():
            raise Refusal(f"代码{code}已有机构使用。", f"{code} is taken.")
        made = Organisation.objects.create(
            kind=Kind(kind),
            code=code,
            name=clean_name(name),
            name_en=name_en.strip(),
            school_type=known_type(school_type),
            parent=above,
        )
        record(actor, "organisation.add", f"organisation:{code}", path=made.path, after={"name": made.name})
    return made
