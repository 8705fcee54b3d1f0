"""What an action asks before it does anything."""

from junheng.web.accounts.reach import SYSTEM, Actor
from junheng.web.accounts.roles import verbs
from junheng.web.kit.refusal import NotAllowed


def require(actor: Actor, verb: str, path: str | None = None) -> None:
    """Go on only if the actor may use the verb (on the organisation with this path); the program itself may.

    Raises:
        NotAllowed: the actor may not.
    """
    if actor == SYSTEM or actor.may(verb, path):
        return
    said = verbs()[verb]
    raise NotAllowed(f"您的角色没有“{said.zh}”的权限，或不及于该机构。", f"Your role may not {said.en} here.")
