"""Found a city's own site in a folder: its database, its organisations, its three first administrators."""

from pathlib import Path
from typing import TYPE_CHECKING

from junheng.web.serve import prepare

if TYPE_CHECKING:
    import polars as pl


def found_site(site: Path, roster: "pl.DataFrame | None" = None) -> tuple[dict[str, int], dict[str, str]]:
    """Set the site up and plant the organisations of a roster.

    Returns how many organisations were created, renamed, moved, and the user names with initial passwords of the
    administrators that were made: none when the site had them already.

    Raises:
        Refusal: a line of the roster is wrong; nothing was planted.
    """
    prepare(site)
    from junheng.web.accounts.actions.first_admins import first_admins
    from junheng.web.accounts.actions.plant_tree import plant_tree
    from junheng.web.accounts.models import Appointment
    from junheng.web.accounts.reach import SYSTEM

    planted = plant_tree(SYSTEM, [] if roster is None else roster)
    made = {} if Appointment.objects.exists() else first_admins()
    return planted.counts(), made
