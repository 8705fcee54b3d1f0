"""Write down that somebody took a list of paid persons away."""

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.workforce.models import WorkforceStudy


def exported(actor: Actor, of: WorkforceStudy, *, school: str, kind: str) -> None:
    """Who, which study and school, as which kind of file."""
    after = {"school": school, "format": kind}
    record(actor, "workforce.export", f"workforce_study:{of.pk}", path=of.organisation.path, after=after)
