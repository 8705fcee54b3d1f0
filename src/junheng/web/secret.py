"""The site's secret key: made once, kept beside the database, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The key in ``folder/secret.key``, made on first use. Several processes starting at once agree on one key."""
    path = folder / "secret.key"
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
