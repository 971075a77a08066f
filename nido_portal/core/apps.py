from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "nido_portal.core"
    label = "core"

    def ready(self) -> None:
        from . import checks  # noqa: F401 -- registers the project's own system checks
