from django.apps import AppConfig


class SessionsConfig(AppConfig):
    """Django's own `sessions` has that label already: this app is `inspiration` to the database."""

    name = "sessions"
    label = "inspiration"

    def ready(self) -> None:
        from nido_portal.directory import related

        from .selectors import questions_related_to, sessions_related_to, statements_related_to

        related.register(statements_related_to, order=5)
        related.register(sessions_related_to, order=10)
        related.register(questions_related_to, order=15)
