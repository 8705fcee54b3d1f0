"""Addresses of this part."""

from django.urls import path

from junheng.web.evidence.views.case import case
from junheng.web.evidence.views.draw import draw, visit
from junheng.web.evidence.views.draws import listed, planned
from junheng.web.evidence.views.files import download, picture, withdraw
from junheng.web.evidence.views.place import place
from junheng.web.evidence.views.places import places, worklist
from junheng.web.evidence.views.public_draws import draw_file, public_draw, public_draws

urlpatterns = [
    path("desk/evidence/", places, name="evidence"),
    path("desk/evidence/work/", worklist, name="evidence-work"),
    path("desk/evidence/file/<int:pk>/", download, name="evidence-file"),
    path("desk/evidence/file/<int:pk>/withdraw/", withdraw, name="evidence-withdraw"),
    path("desk/evidence/<int:year>/<str:code>/", place, name="evidence-place"),
    path("desk/evidence/<int:year>/<str:code>/<str:item>/", case, name="evidence-case"),
    path("desk/visits/", listed, name="draws"),
    path("desk/visits/new/", planned, name="draw-new"),
    path("desk/visits/<int:pk>/", draw, name="draw"),
    path("desk/visits/<int:pk>/<str:code>/", visit, name="visit"),
    path("desk/visits/<int:pk>/<str:code>/<int:file>/", picture, name="visit-file"),
    path("draws/", public_draws, name="public-draws"),
    path("draws/<int:pk>/", public_draw, name="public-draw"),
    path("draws/<int:pk>.json", draw_file, name="draw-file"),
]
