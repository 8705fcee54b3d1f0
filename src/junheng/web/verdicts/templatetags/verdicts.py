"""Template words of the records: stages, changes."""

from django import template

from junheng.publish.rounding import shown
from junheng.web.portal.words import confidence_name, say
from junheng.web.verdicts.charts import signed
from junheng.web.verdicts.stage import STEPS, Stage

register = template.Library()
register.filter("confidence_words", confidence_name)
register.filter("change_of", signed)


@register.filter
def step_words(stage: Stage) -> str:
    """What is done at a stage to leave it."""
    return say(STEPS[stage])


@register.filter
def decimals(value: float, places: int) -> str:
    """A number with the official decimals of its measure."""
    return shown(value, places, thousands=True)
