"""Addresses of this part's pages: the tokens of whoever is signed in, the description for people."""

from django.urls import path

from junheng.web.api.views.docs import docs
from junheng.web.api.views.tokens import token_revoke, tokens
from junheng.web.portal.delivery import delivered

urlpatterns = [
    path("api/docs/", delivered(docs), name="api-docs"),
    path("desk/tokens/", tokens, name="tokens"),
    path("desk/tokens/<int:token_id>/revoke/", token_revoke, name="token-revoke"),
]
