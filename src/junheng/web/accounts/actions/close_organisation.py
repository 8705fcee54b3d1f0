"""Close an organisation: it stays readable, but nobody acts there any more."""

from django.db import transaction

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.queries import organisation_of
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.rights import require
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import Refusal


def close_organisation(actor: Actor, code: str, *, reason: str) -> Organisation:
    """The closed organisation. Roles held there end with it.

    Raises:
        NotAllowed: the actor does not manage it.
        Refusal: it is the city, something below is still open, or no reason was given.
    """
    with transaction.atomic():
        held = organisation_of(actor, code, lock=True)
        require(actor, "account.manage", held.path)
        if held.kind == Kind.CITY:
            raise Refusal("市不能关闭。", "The city cannot be closed.")
        if not reason.strip():
            raise Refusal("请写明关闭的原因。", "Say why it is closed.", status=422)
        if held.children.filter(active=True).exists():
            raise Refusal(
                "它下面还有未关闭的机构，请先处理下级。", "Organisations below it are open: close those first."
            )
        if held.active:
            held.active = False
            held.save(update_fields=["active"])
            record(actor, "organisation.close", f"organisation:{code}", path=held.path, reason=reason.strip())
    return held
