from django.apps import AppConfig


class SessionsConfig(AppConfig):
    """Django's own `sessions` has that label already: this app is `inspiration` to the database."""

    name = "sessions"
    label = "inspiration"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from nido_portal.directory import related

        from .selectors import questions_about, sessions_about, statements_of

        related.register_links("statement", _("What was said"), statements_of, order=5)
        related.register_pages("session", _("Sessions"), sessions_about, order=10)
        related.register_pages("question", _("Questions answered by experts"), questions_about, order=15)
