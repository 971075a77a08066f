from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "nido_portal.news"
    label = "news"

    def ready(self) -> None:
        from nido_portal.directory import related

        from .selectors import news_related_to

        related.register(news_related_to, order=50)
