"""Messages of visitors in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from nido_portal.core.viewsets import RecordViewSet

from .messages import Message


class NobodyAdds(ModelPermissionPolicy):
    """Messages come in through the forms of the portal; in the admin nobody writes one."""

    def user_has_permission(self, user: object, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(Message, NobodyAdds(Message))


@register_snippet
class MessageViewSet(RecordViewSet):
    """What visitors sent, to read, export and delete."""

    model = Message
    icon = "mail"
    menu_label = _("Messages")
    menu_order = 240
    add_to_admin_menu = True
    list_display = ["subject", "name", "purpose", "language", "sent_at"]
    list_filter = ["purpose", "language", "sent_at"]
    list_export = ["sent_at", "purpose", "language", "name", "email", "organisation", "subject", "text"]
    search_fields = ["subject", "name", "email", "text"]
    inspect_view_enabled = True
