"""Labs in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from nido_portal.core.viewsets import RecordViewSet

from .lab import Lab
from .panels import lab_edit_handler


@register_snippet
class LabViewSet(RecordViewSet):
    """Labs with their figures, bodies and activities."""

    model = Lab
    icon = "site"
    menu_label = _("Labs")
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["name", "kind", "country", "status", "source"]
    list_filter = ["kind", "country", "level", "governance_model", "status"]
    search_fields = ["name_nl", "name_fr", "name_de", "name_en", "short_name_nl", "code"]
    edit_handler = lab_edit_handler()
