"""Kinds of work for the tests: one that ends well, one that fails, one that says no, one that asks who it is."""

from typing import Any

from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal
from junheng.web.operations.jobs import Work, job

CALLS: list[Work] = []


@job("test.good", title=Text("好任务", "A good job"))
def good(work: Work) -> dict[str, Any]:
    CALLS.append(work)
    work.progress("读取 / reading", 1, 2)
    work.progress(Text("写入", "writing"), 2, 2)
    return {"href": "/about/"}


@job("test.bad")
def bad(work: Work) -> dict[str, Any]:
    raise ValueError(f"张三 13800000000 {work.job_id}")


@job("test.no")
def no(work: Work) -> dict[str, Any]:
    raise Refusal("批次未截止。", "The round is not frozen.")


@job("test.once", again=False)
def once(work: Work) -> dict[str, Any]:
    return {}
