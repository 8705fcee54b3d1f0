"""The application as Django knows it."""

from django.apps import AppConfig


class SurveyConfig(AppConfig):
    name = "junheng.web.survey"
    label = "survey"
