"""One of two publishers that work at once on one database file: ``python race.py FOLDER prepare|one|two``."""

import os
import sys
from pathlib import Path

FOLDER, WHAT = Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(Path(__file__).parents[4]))
os.environ["DJANGO_SETTINGS_MODULE"] = "junheng.web.settings.test"
os.environ["DATABASE_URL"] = ""
os.environ["JUNHENG_VAR"] = str(FOLDER)


def main() -> None:
    import django
    from django.conf import settings

    from junheng.web.settings.databases import database

    settings.DATABASES["default"] = {**database("", FOLDER), "NAME": FOLDER / "race.sqlite3"}
    django.setup()
    if WHAT == "prepare":
        prepare()
    else:
        publish()


def prepare() -> None:
    from django.core.management import call_command

    from tests.web.people import people

    call_command("migrate", verbosity=0)
    people()


def publish() -> None:
    from junheng.balance.model import State
    from junheng.web.accounts.reach import SYSTEM
    from junheng.web.kit.refusal import Refusal
    from junheng.web.portal.actions.publish_edition import publish_edition
    from junheng.web.portal.models import Edition
    from junheng.web.verdicts.actions.record_edition import record_edition
    from tests.web import factories

    if Edition.objects.count() == 0:
        city = factories.city([factories.county("410105")])
        record_edition(SYSTEM, publish_edition(city, snapshot_path="/n", synthetic=True), signatory="甲")
    corrected = factories.city([factories.county("410105", state=State.NOT_MET)])
    edition = publish_edition(corrected, snapshot_path="/n", synthetic=True)
    for held in (edition, *Edition.objects.order_by("-version")):
        try:
            record_edition(SYSTEM, held, signatory="甲")
        except Refusal:
            continue  # an older version, or another publisher was first


main()
