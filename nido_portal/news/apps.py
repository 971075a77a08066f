from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "nido_portal.news"
    label = "news"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from nido_portal.directory import related

        from .selectors import news_about

        related.register_pages("news", _("News"), news_about, order=50)
