"""A running site with zones: ``python -m tests.web.workbench.site FOLDER PORT`` makes it and serves."""

import json
import os
import sys
from pathlib import Path


def main(folder: Path, port: int) -> None:
    """One draft, one plan in hearing, the planner's session in ``planner.json``; then serve until stopped."""
    from junheng.web.serve import prepare, serve

    os.environ["JUNHENG_SECOND_FACTOR"] = "0"
    prepare(folder)
    (folder / "planner.json").write_text(json.dumps(furnished()), encoding="utf-8")
    serve(folder, port=port)


def furnished() -> dict[str, object]:
    from django.test import Client

    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.workbench.actions.decide_plan import decide_plan
    from junheng.web.workbench.actions.draw_plan import copy_plan, draw_plan
    from junheng.web.workbench.actions.freeze_base import freeze_base
    from junheng.web.workbench.models import PlanState
    from tests.web.people import COUNTY, people
    from tests.web.workbench.ground import YEAR, tables

    staff = people()
    planner = staff.actor("planner")
    base = freeze_base(SYSTEM, tables(), year=YEAR, name="样例底数", synthetic=True)
    draft = draw_plan(planner, base, COUNTY, "primary", "样例方案")
    heard = copy_plan(planner, draft.pk, "听证方案")
    decide_plan(planner, heard.pk, PlanState.HEARING, revision=1)
    client = Client()
    client.force_login(staff.users["planner"], "junheng.web.accounts.backend.DeskBackend")
    return {"session": client.cookies["sessionid"].value, "draft": draft.pk, "heard": heard.pk}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
