"""A running site with a solved draft: ``python -m tests.web.personnel.site FOLDER PORT`` makes it and serves."""

import json
import os
import sys
from pathlib import Path


def main(folder: Path, port: int) -> None:
    """One draft, the officer's session in ``officer.json``; then serve until stopped."""
    from junheng.web.serve import prepare, serve

    os.environ["JUNHENG_SECOND_FACTOR"] = "0"
    prepare(folder)
    (folder / "officer.json").write_text(json.dumps(furnished()), encoding="utf-8")
    serve(folder, port=port)


def furnished() -> dict[str, object]:
    from datetime import date

    from junheng.web.personnel.actions.open_round import open_round
    from tests.web.people import COUNTY, people
    from tests.web.personnel.drafting import drafted

    staff = people()
    officer = staff.actor("personnel")
    made = open_round(officer, COUNTY, 2026, date(2026, 9, 1), synthetic=True)
    draft = drafted(officer, made.pk)
    return {"session": staff.client("personnel").cookies["sessionid"].value, "draft": draft.pk}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
