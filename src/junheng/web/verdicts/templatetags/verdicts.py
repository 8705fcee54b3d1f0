"""Template words of the records: names of places, stages, changes."""

from django import template

from junheng.publish.rounding import shown
from junheng.web.accounts.models import Organisation
from junheng.web.portal.words import confidence_name, language, say
from junheng.web.verdicts.charts import signed
from junheng.web.verdicts.stage import STEPS, Stage

register = template.Library()
register.filter("confidence_words", confidence_name)
register.filter("change_of", signed)


@register.filter
def place_name(place: Organisation) -> str:
    """The name of an organisation in the language of the page."""
    return (place.name_en or place.name) if language() == "en" else place.name


@register.filter
def step_words(stage: Stage) -> str:
    """What is done at a stage to leave it."""
    return say(STEPS[stage])


@register.filter
def decimals(value: float, places: int) -> str:
    """A number with the official decimals of its measure."""
    return shown(value, places, thousands=True)
