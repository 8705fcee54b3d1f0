"""The site's secret key: made once, kept beside the database, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path, name: str = "secret.key") -> str:
    """The key in ``folder/name``, made on first use. Several processes starting at once agree on one key."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".secret.{secrets.token_hex(6)}"
    if not path.exists():
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")


def bring_secret_key(folder: Path) -> None:
    """Have the settings find the site's key, before they are read: the one given, or the folder's own."""
    if not os.environ.get("JUNHENG_SECRET_KEY"):
        os.environ["JUNHENG_SECRET_KEY"] = secret_key(folder)
