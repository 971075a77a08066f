from django.apps import AppConfig


class LabsConfig(AppConfig):
    name = "labs"

    def ready(self) -> None:
        from nido_portal.directory import related

        from .selectors import labs_related_to

        related.register(labs_related_to, order=40)
