"""The site that ``writers.py`` reports to, and what is left in it afterwards; each in a process of its own.

``writers_site.py FOLDER furnish N`` makes N schools, a reporter for each and a round, and prints who they are;
``writers_site.py FOLDER held FILE`` prints how many of the versions that clients were told of are not there.
"""

import base64
import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

COUNTY = "410105"
PASSWORD = "bench-password-2026"  # noqa: S105


def furnish(number: int) -> list[dict[str, Any]]:
    from django.contrib.auth.hashers import make_password
    from django.utils import timezone
    from tests.web.life.town import YEAR, School, template

    from junheng.web.accounts.actions.plant_tree import plant_tree
    from junheng.web.accounts.models import Appointment, Organisation, User
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.accounts.roles import roles
    from junheng.web.reporting.actions.open_round import open_round
    from junheng.web.reporting.models import Submission

    schools = [School(f"2141{at:06d}", f"样例第{at}小学", COUNTY, 500 + at, 4600.0) for at in range(1, number + 1)]
    told = [
        {"county_code": COUNTY, "school_code": one.code, "school_name": one.name, "school_type": "211"}
        for one in schools
    ]
    plant_tree(SYSTEM, told)
    now = timezone.now()
    held = open_round(SYSTEM, YEAR, now - timedelta(days=1), now + timedelta(days=9), synthetic=True)
    secret, found = make_password(PASSWORD), []
    for one in schools:
        home = Organisation.objects.everything("the benchmark's own schools").get(code=one.code)
        user = User.objects.create(username=f"writer-{one.code}", password=secret, name=one.code)
        Appointment.objects.create(
            user=user, role="school_reporter", organisation=home, extent=roles()["school_reporter"].extent
        )
        row = Submission.objects.everything("the benchmark's own schools").get(round=held, organisation=home)
        book = base64.b64encode(template(one)).decode()
        found.append({"username": user.username, "code": one.code, "submission": row.pk, "book": book})
    return found


def held(told: list[tuple[int, int, str]]) -> list[dict[str, Any]]:
    from junheng.web.audit.chain import verify_chain
    from junheng.web.kit import store
    from junheng.web.reporting.models import Version

    rows = Version.objects.everything("what the writers were told of")
    there = {(one.submission_id, one.number, str(file["sha256"])) for one in rows for file in one.files}
    lost = [one for one in map(tuple, told) if one not in there]
    for _submission, _number, sha256 in told:
        store.read(sha256)
    return [{"lost": len(lost), "rows": len(there), "chain": verify_chain().holds}]


def main() -> None:
    folder, verb, given = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    from junheng.web.serve import prepare

    prepare(folder)
    done = furnish(int(given)) if verb == "furnish" else held(json.loads(Path(given).read_text(encoding="ascii")))
    sys.stdout.write(json.dumps(done))


if __name__ == "__main__":
    main()
