"""Ways through the door that several tests take."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.web.people import PASSWORD, People

SignIn = Callable[..., HttpResponse]


@pytest.fixture
def sign_in(staff: People) -> SignIn:
    """Send the sign-in form as a browser would."""

    def send(client: Client, username: str, password: str = PASSWORD, **more: str) -> HttpResponse:
        given = {"login": username, "password": password, **more}
        return client.post("/accounts/login/", given)  # type: ignore[return-value]

    return send
