from django.apps import AppConfig


class LabsConfig(AppConfig):
    name = "labs"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from nido_portal.directory import related

        from .selectors import labs_about

        related.register_links("lab", _("Labs"), labs_about, order=40)
