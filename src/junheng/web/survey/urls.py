"""Addresses of this part."""

from django.urls import path

from junheng.web.survey.views.answering import start, thanks
from junheng.web.survey.views.desk import listed, opened
from junheng.web.survey.views.results import result, results
from junheng.web.survey.views.survey import paper_template, survey

urlpatterns = [
    path("survey/", start, name="survey"),
    path("survey/thanks/", thanks, name="survey-thanks"),
    path("survey/results/", results, name="survey-results"),
    path("survey/results/<int:pk>/", result, name="survey-result"),
    path("desk/surveys/", listed, name="surveys"),
    path("desk/surveys/open/", opened, name="survey-open"),
    path("desk/surveys/<int:pk>/", survey, name="survey-desk"),
    path("desk/surveys/<int:pk>/paper.xlsx", paper_template, name="survey-paper"),
]
