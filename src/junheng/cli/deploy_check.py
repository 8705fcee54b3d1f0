"""``junheng deploy-check``: what is missing before a site goes live."""

from pathlib import Path

import typer

from junheng.cli.audit import SiteOption
from junheng.cli.options import JsonOption
from junheng.cli.output import Exit, say, say_json


def deploy_check(site: SiteOption = Path("var/demo"), as_json: JsonOption = False) -> None:
    """上线前检查：逐条说出缺什么、怎样补 / What is missing before going live, and how to mend it."""
    from junheng.web.serve import prepare

    prepare(site)
    from junheng.web.operations.deploy import duties

    found = duties()
    if as_json:
        say_json([{"id": one.id, "done": one.done, "zh": one.mend.zh, "en": one.mend.en} for one in found])
    else:
        for one in found:
            mend = "" if one.done else f"：{one.mend.zh} / {one.mend.en}"
            say(f"{'✓' if one.done else '✗'} {one.title.zh} / {one.title.en}{mend}")
    if not all(one.done for one in found):
        raise typer.Exit(Exit.NOT_JUDGEABLE)
