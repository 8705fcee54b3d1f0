"""Check the whole chain in the background and tell what was found."""

from typing import Any

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.chain import Checked, head_of_chain, verify_chain
from junheng.web.kit.refusal import NotAllowed, Refusal
from junheng.web.operations.jobs import Work, enqueue, job
from junheng.web.operations.models import Job


def ask_to_verify(actor: Actor) -> Job:
    """The job that checks the chain as long as it is now; asked twice on the same chain, one job."""
    if not actor.may("audit.read"):
        raise NotAllowed("只有审计管理员可以核验审计日志。", "Only the audit administrator checks the audit log.")
    return enqueue("audit_verify", key=f"audit_verify:{head_of_chain().number}", actor=actor)


@job("audit_verify", title=Text("核验审计日志", "Check the audit log"))
def run(work: Work) -> dict[str, Any]:
    work.progress("核验 / checking")
    found = verify_chain()
    if not found.holds:
        words = told(found)
        raise Refusal(words.zh, words.en)
    words = told(found)
    return {"words": {"zh": words.zh, "en": words.en}, "count": found.count, "digest": found.end.digest}


def told(found: Checked) -> Text:
    """What a walk over the chain found, in a sentence."""
    if found.why is None:
        return Text(
            f"审计日志完整：共{found.count}条，链尾摘要 {found.end.digest}。",
            f"The audit log is whole: {found.count} events, ending with {found.end.digest}.",
        )
    return Text(
        f"审计日志在第{found.broken}条处断裂：{found.why.zh}。",
        f"The audit log breaks at number {found.broken}: {found.why.en}.",
    )
