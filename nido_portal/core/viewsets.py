"""How records are listed and ordered in the admin."""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from wagtail.snippets.views.snippets import ReorderView, SnippetViewSet, SnippetViewSetGroup

__all__ = ["OrderedRecordViewSet", "RecordViewSet", "SnippetViewSetGroup"]


class RecordViewSet(SnippetViewSet):
    """A listing of records by their code, with search and a history."""

    list_per_page = 50
    copy_view_enabled = False
    # The search of the list looks into the columns of all languages: the index holds only the Dutch ones.
    search_backend_name = None


class UniqueOrderView(ReorderView):
    """Moves a record by dragging, although no two records may ever have the same place.

    Wagtail's own view shifts places one by one, which a unique constraint refuses on the way.
    """

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        moved = get_object_or_404(self.model, pk=kwargs["pk"])
        with transaction.atomic():
            others = list(self.get_queryset().select_for_update().exclude(pk=moved.pk))
            position = request.GET.get("position", "")
            others.insert(int(position) if position.isdecimal() else len(others), moved)
            records = self.get_queryset().order_by()
            records.update(sort_order=F("sort_order") + 2 * len(others))
            for number, record in enumerate(others, 1):
                records.filter(pk=record.pk).update(sort_order=number)
        return JsonResponse({"success": True})


class OrderedRecordViewSet(RecordViewSet):
    """Records that editors put in order by dragging."""

    sort_order_field = "sort_order"
    reorder_view_class = UniqueOrderView
