from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save


class LabsConfig(AppConfig):
    name = "labs"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from nido_portal.directory import related

        from . import history_log
        from .figure import LabFigure
        from .selectors import labs_about

        related.register_links("lab", _("Labs"), labs_about, order=40)
        # Not only forms change figures: see docs/decisions/0011.
        for signal, receiver in (
            (pre_save, history_log.remember),
            (post_save, history_log.log_saved),
            (pre_delete, history_log.remember),
            (post_delete, history_log.log_deleted),
        ):
            signal.connect(receiver, sender=LabFigure, dispatch_uid=f"history of figures {receiver.__name__}")
