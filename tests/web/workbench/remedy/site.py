"""A running site with a study of what it costs to pass: ``python -m tests.web.workbench.remedy.site FOLDER PORT``."""

import json
import os
import sys
from pathlib import Path
from typing import Any

QUESTIONS: dict[str, dict[str, Any]] = {
    "budget": {"budget": 250_000.0, "by": "pupils", "county": ""},
    "demands": {},
    "sensitivity": {"by": 10.0},
    "years": {"first": 2026, "last": 2028, "money": [1_000_000.0, 0.0, 0.0], "lead": {"L6": 1}},
}


def main(folder: Path, port: int) -> None:
    """A published year, unit costs, an answered study, the planner's session in ``planner.json``; then serve until
    stopped."""
    from junheng.cli.demo import become_the_server
    from junheng.web.serve import prepare

    os.environ["JUNHENG_SECOND_FACTOR"] = "0"
    prepare(folder)
    (folder / "planner.json").write_text(json.dumps(furnished(folder)), encoding="utf-8")
    become_the_server(folder, "127.0.0.1", port)


def furnished(folder: Path) -> dict[str, object]:
    from django.test import Client

    from junheng.web.operations.running import run_job
    from junheng.web.workbench.actions.ask_remedy import ask_remedy
    from junheng.web.workbench.actions.set_lever import set_lever
    from junheng.web.workbench.actions.set_prices import set_prices
    from junheng.web.workbench.actions.start_remedy import start_remedy
    from junheng.web.workbench.remedy.asking import Asked
    from tests.web.people import CITY, COUNTY, people
    from tests.web.workbench.remedy.ground import FULL, HIRED, POSTS, SHELVED, TRAINED, published

    staff = people()
    planner = staff.actor("planner")
    edition = published(folder / "snapshots")
    set_prices(planner, CITY, FULL)
    study = start_remedy(planner, edition, COUNTY, Asked({}, moving=True, seconds=3.0))
    assert study.job is not None
    run_job.call(study.job.pk)
    study.refresh_from_db()
    for form in (TRAINED, HIRED, POSTS, SHELVED):
        set_lever(planner, CITY, form, synthetic=True)
    asked = Asked({}, moving=True, seconds=3.0, ways=True)
    by_ways = start_remedy(planner, edition, COUNTY, asked, name="并用多种办法")
    assert by_ways.job is not None
    run_job.call(by_ways.job.pk)
    for what, question in QUESTIONS.items():
        ask_remedy(planner, study, what, question)
        study.refresh_from_db()
        run_job.call(study.further[what]["job"])
    client = Client()
    client.force_login(staff.users["planner"], "junheng.web.accounts.backend.DeskBackend")
    return {"session": client.cookies["sessionid"].value, "study": study.pk, "ways": by_ways.pk}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
