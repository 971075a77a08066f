from django.apps import AppConfig


class ToolboxConfig(AppConfig):
    name = "toolbox"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from nido_portal.directory import related

        from .selectors import tools_about

        related.register_pages("tool", _("Tools"), tools_about, order=20)
