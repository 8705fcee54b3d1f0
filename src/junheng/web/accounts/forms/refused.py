"""A refusal of an action, told on the form that asked for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import Form
from django.utils.translation import get_language

from junheng.web.kit.refusal import NotAllowed, Refusal, Stale


@contextmanager
def doing(form: Form) -> Iterator[None]:
    """Try an action: what it refuses becomes a fault of the form, so that what was typed stays on the page.

    That somebody may not, or that somebody else was quicker, is a page of its own.
    """
    try:
        yield
    except (NotAllowed, Stale):
        raise
    except Refusal as refusal:
        english = (get_language() or "").startswith("en")
        form.add_error(None, refusal.why.en if english else refusal.why.zh)
