from django.apps import AppConfig


class ToolboxConfig(AppConfig):
    name = "toolbox"

    def ready(self) -> None:
        from nido_portal.directory import related

        from .selectors import tools_related_to

        related.register(tools_related_to, order=20)
