"""Template words of the records."""

from django.utils.translation import override

from junheng.web.accounts.models import Organisation
from junheng.web.verdicts.stage import Stage
from junheng.web.verdicts.templatetags.verdicts import decimals, place_name, step_words


def test_a_place_has_its_name_in_the_language_of_the_page() -> None:
    place = Organisation(name="金水区", name_en="Jinshui")
    assert place_name(place) == "金水区"
    with override("en"):
        assert place_name(place) == "Jinshui"
        assert place_name(Organisation(name="金水区")) == "金水区"


def test_steps_and_numbers() -> None:
    assert step_words(Stage.DRAFTED) == "签发"
    assert decimals(1234.5, 1) == "1,234.5"
    assert decimals(2 / 3, 3) == "0.667"
