"""The application as Django knows it."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "junheng.web.review"
    label = "review"
