"""What the database itself holds firm: one edition per year, one verdict per county, one row per section."""

import pytest
from django.db import IntegrityError, transaction

from junheng.web.portal.models import County, Edition, School


@pytest.mark.parametrize("model", [Edition, County, School])
def test_nothing_stands_twice(published: None, model: type[Edition | County | School]) -> None:
    again = model._default_manager.first()
    assert again is not None
    again.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)


def test_the_order_is_that_of_the_pages(published: None) -> None:
    assert [one.year for one in Edition.objects.all()] == [2025, 2024]
    assert [one.code for one in Edition.objects.all()[0].counties.all()] == ["410105", "ZDXQ"]


def test_an_edition_takes_everything_of_it_away(published: None) -> None:
    Edition.objects.all().delete()
    assert not County.objects.exists()
    assert not School.objects.exists()


def test_each_says_which_it_is(published: None) -> None:
    assert str(Edition.objects.all()[0]) == "2025 v1 jiaodu-2017-6"
    assert str(Edition.objects.all()[0].counties.all()[0]) == "410105 not_met"
    assert str(School.objects.filter(code="3141000001")[0]) == "3141000001 junior"
