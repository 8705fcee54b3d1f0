"""How an action says no: a reason for the user, never a half-done change."""

from collections.abc import Iterable

from junheng.policy.text import Text


class Refusal(Exception):  # noqa: N818 - it is an answer, not a failure of the program
    """The action was not done, and why, in both languages. Pages show it, the API answers it, nothing was changed.

    ``status`` is the HTTP status: 403 not allowed, 409 changed meanwhile or in the wrong state, 422 bad input.
    """

    def __init__(self, zh: str, en: str, *, status: int = 409) -> None:
        self.why = Text(zh, en)
        self.status = status
        super().__init__(f"{zh} / {en}")


def refused_for(reasons: Iterable[Text]) -> Refusal:
    """Everything that is wrong as one refusal (422)."""
    held = list(reasons)
    return Refusal("；".join(one.zh for one in held), "; ".join(one.en for one in held), status=422)


def refuse_all(faults: Iterable[Text]) -> None:
    """Go on only without faults.

    Raises:
        Refusal: (422) all of them.
    """
    if held := list(faults):
        raise refused_for(held)


class NotAllowed(Refusal):
    """This person may not do this, or not to this organisation."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en, status=403)


class SnapshotGone(Refusal):
    """The frozen facts behind a published year cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            "发布时的数据快照不在本机或已被改动，不能测算；请恢复备份。",
            "The snapshot behind this year is not on this machine, or was changed. Restore it from a backup.",
        )


class Stale(Refusal):
    """Somebody else changed it since the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            "其他人刚刚修改过这条记录，请刷新后核对再操作；您的操作没有生效。",
            "Somebody else has just changed this. Reload, check and try again; nothing of yours was carried out.",
        )
