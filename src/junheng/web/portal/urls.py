"""The pages, from the city down to the cell."""

from django.urls import path, register_converter

from junheng.web.portal.delivery import delivered
from junheng.web.portal.kept import kept
from junheng.web.portal.slugs import EditionConverter
from junheng.web.portal.views.about import about
from junheng.web.portal.views.articles import article, articles
from junheng.web.portal.views.check import check
from junheng.web.portal.views.city import city
from junheng.web.portal.views.compare import compare
from junheng.web.portal.views.county import county
from junheng.web.portal.views.data import data, data_changes, data_edition, data_file
from junheng.web.portal.views.disclosure import disclosure, switch
from junheng.web.portal.views.download import download
from junheng.web.portal.views.explain import explain_item_page, explain_mean_page, explain_value_page
from junheng.web.portal.views.indicators import indicator, indicators
from junheng.web.portal.views.school import school
from junheng.web.portal.views.search import search
from junheng.web.portal.views.wall import wall, wall_county

register_converter(EditionConverter, "edition")

urlpatterns = [
    path("", kept(delivered(city)), name="city"),
    path("<edition:which>/", kept(delivered(city)), name="city"),
    path("<edition:which>/county/<str:code>/", kept(delivered(county)), name="county"),
    path("<edition:which>/county/<str:code>/download/<str:what>", delivered(download), name="download"),
    path("<edition:which>/county/<str:code>/item/<str:item>/", delivered(explain_item_page), name="item"),
    path(
        "<edition:which>/county/<str:code>/item/<str:item>/<str:school>/",
        delivered(explain_item_page),
        name="item-school",
    ),
    path("<edition:which>/county/<str:code>/<str:section>/<str:indicator>/", delivered(explain_mean_page), name="mean"),
    path(
        "<edition:which>/school/<str:code>/<str:section>/<str:indicator>/", delivered(explain_value_page), name="value"
    ),
    path("school/<str:code>/", delivered(school), name="school"),
    path("<edition:which>/school/<str:code>/", delivered(school), name="school-edition"),
    path("indicators/", kept(delivered(indicators)), name="indicators"),
    path("indicators/<str:id_>/", kept(delivered(indicator)), name="indicator"),
    path("articles/", delivered(articles), name="articles"),
    path("articles/<str:id_>/", delivered(article), name="article"),
    path("search/", delivered(search), name="search"),
    path("data/", delivered(data), name="data"),
    path("data/changes/", delivered(data_changes), name="data-changes"),
    path("data/<edition:which>/", delivered(data_edition), name="data-edition"),
    path("data/<edition:which>/<slug:table>.<slug:suffix>", delivered(data_file), name="data-file"),
    path("compare/", delivered(compare), name="compare"),
    path("wall/", delivered(wall), name="wall"),
    path("wall/<str:code>/", delivered(wall_county), name="wall-county"),
    path("check/", check, name="check"),
    path("about/", delivered(about), name="about"),
    path("desk/disclosure/", disclosure, name="desk-disclosure"),
    path("desk/disclosure/<int:pk>/", switch, name="desk-disclosure-switch"),
]
