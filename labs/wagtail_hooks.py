"""Labs in the admin: their form, import and export by spreadsheet, and doubts after saving."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet

from nido_portal.core.viewsets import RecordViewSet, SnippetViewSetGroup

from .history_log import lines_since, newest_line
from .lab import Lab
from .panels import lab_edit_handler
from .plausibility import doubts_about


class LabViewSet(RecordViewSet):
    """Labs with their figures, bodies and activities."""

    model = Lab
    icon = "site"
    menu_label = _("Labs")
    list_display = ["name", "kind", "country", "status", "source"]
    list_filter = ["kind", "country", "level", "governance_model", "status"]
    search_fields = ["name_nl", "name_fr", "name_de", "name_en", "short_name_nl", "code"]
    edit_handler = lab_edit_handler()


@register_snippet
class LabGroup(SnippetViewSetGroup):
    """Labs, and below them their import and export, in the admin's menu."""

    menu_label = _("Labs")
    menu_icon = "site"
    menu_order = 210
    submenu_hook = "register_labs_menu_item"
    items = (LabViewSet,)


class ForEditorsOfLabs(MenuItem):
    """Shown to those who may change labs."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(policy_registry.get_by_type(Lab).user_has_permission(request.user, "change"))


@hooks.register("register_labs_menu_item")
def spreadsheets_menu_item() -> MenuItem:
    """Return the menu item of import and export."""
    return ForEditorsOfLabs(
        _("Import and export"), reverse("labs_spreadsheets:page"), name="labs-spreadsheets", icon_name="table", order=20
    )


@hooks.register("register_admin_urls")
def spreadsheets_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses of import and export, below the admin's."""
    return [path("labs/spreadsheets/", include("labs.importing.urls"))]


@hooks.register("before_create_snippet")
def remember_log_before_creating(request: Any, model: type) -> None:
    """Keep where the log of figures stands before a lab is made."""
    request.newest_figure_change = newest_line() if model is Lab else None


@hooks.register("before_edit_snippet")
def remember_log_before_editing(request: Any, record: Any) -> None:
    """Keep where the log of figures stands before a lab is changed."""
    request.newest_figure_change = newest_line() if isinstance(record, Lab) else None


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn_of_unlikely_figures(request: Any, record: Any) -> None:
    """Say after saving what looks wrong about a lab's figures; it is saved all the same."""
    if isinstance(record, Lab):
        lines = lines_since(getattr(request, "newest_figure_change", None), record.code)
        for doubt in doubts_about([record], lines):
            messages.warning(request, doubt)
