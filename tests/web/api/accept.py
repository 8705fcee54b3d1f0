"""Accept the API as it is now: ``python -m tests.web.api.accept`` writes the snapshot of ``test_openapi``."""

import os


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "junheng.web.settings.test")
    import django

    django.setup()
    from tests.web.api.test_openapi import SNAPSHOT, written

    SNAPSHOT.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
