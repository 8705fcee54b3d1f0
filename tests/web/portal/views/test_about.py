"""The page about the site says what is invented, how it is judged and what is kept."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("path", "words"), [("/about/", ("数据是合成的", "无障碍声明", "隐私")), ("/en/about/", ("Privacy", "WCAG"))]
)
def test_what_it_says(published: None, client: Client, path: str, words: tuple[str, ...]) -> None:
    html = client.get(path).content.decode()
    assert all(one in html for one in words)


@pytest.mark.parametrize("anchor", ["data", "method", "privacy", "accessibility"])
def test_its_parts_can_be_linked_to(db: None, client: Client, anchor: str) -> None:
    assert f'id="{anchor}"' in client.get("/about/").content.decode()


def test_a_site_with_nothing_published_has_it_too(db: None, client: Client) -> None:
    html = client.get("/about/").content.decode()
    assert 'class="synthetic"' not in html
