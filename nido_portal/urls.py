"""All addresses of the portal."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from nido_portal.core import views as core
from nido_portal.core.serving import serve
from nido_portal.home import views as home
from nido_portal.open_data import views as open_data

handler404 = "nido_portal.core.views.page_not_found"
handler500 = "nido_portal.core.views.server_error"

urlpatterns = [
    path("", core.choose_language, name="choose_language"),
    path("healthz", core.alive, name="alive"),
    path("readyz", core.ready, name="ready"),
    path("version", core.version, name="version"),
    path("robots.txt", core.robots, name="robots"),
    path(".well-known/security.txt", core.security, name="security"),
    path("sitemap.xml", core.sitemap, name="sitemap"),
    path("", include("nido_portal.api.urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("open-data/", open_data.to_likely_language, name="open_data_in_any_language"),
    re_path(r"^open-data/catalog\.(?P<extension>jsonld|ttl)$", open_data.catalogue_file, name="catalogue_file"),
    path("open-data/", include("labs.urls")),
]

if settings.DEBUG:
    from django.conf.urls.static import static

    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

urlpatterns += i18n_patterns(
    path("-/language/<int:page_pk>/", core.translation_missing, name="translation_missing"),
    path("-/form/<int:page_pk>/", home.submit_form, name="submit_form"),
    path("open-data/", open_data.open_data, name="open_data"),
    re_path(serve_pattern, serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
)
