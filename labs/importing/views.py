"""Labs and figures by spreadsheet, in the admin: export, try out, confirm."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from labs.lab import Lab

from .forms import KINDS, UploadForm, pack, unpack
from .reading import Sheet, UnreadableFileError
from .services import ChangedMeanwhileError, Outcome, carry_out, try_out
from .writing import CONTENT_TYPES, export

PAGE = "labs_spreadsheets:page"


class OfLabs(PermissionCheckedMixin):
    """For those who may change labs."""

    model = Lab
    permission_required = "change"


class SpreadsheetsView(OfLabs, WagtailAdminTemplateMixin, FormView[UploadForm]):
    """Where spreadsheets are taken out and brought in; a file that is sent is tried out and shown."""

    template_name = "labs/admin/spreadsheets.html"
    page_title = gettext_lazy("Import and export")
    header_icon = "table"
    form_class = UploadForm
    success_url = reverse_lazy(PAGE)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        labs = {"url": reverse(Lab.snippet_viewset.get_url_name("list")), "label": _("Labs")}
        return [*self.breadcrumbs_items, labs, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        exports = [
            {"label": label, "extension": extension.upper(), "url": reverse("labs_spreadsheets:export",
                                                                            args=[kind, extension])}
            for kind, label in KINDS
            for extension in ("xlsx", "csv")
        ]  # fmt: skip
        return {**super().get_context_data(**kwargs), "exports": exports}

    def form_valid(self, form: UploadForm) -> HttpResponse:
        kind, sheet = form.cleaned_data["kind"], form.cleaned_data["file"]
        try:
            outcome = try_out(kind, sheet, self.request.user)
            return self.render_to_response(self.outcome_context(kind, sheet, outcome))
        except UnreadableFileError as refused:
            form.add_error("file", str(refused))
            return self.form_invalid(form)

    def form_invalid(self, form: UploadForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def outcome_context(self, kind: str, sheet: Sheet, outcome: Outcome) -> dict[str, Any]:
        """Return what the page shows of an import that was tried out.

        Raises:
            UnreadableFileError: the file holds too much to be carried on.
        """
        packed = pack(kind, sheet, outcome.fingerprint, self.request.user) if outcome.is_possible else ""
        return {
            **self.get_context_data(form=UploadForm(initial={"kind": kind})),
            "outcome": outcome,
            "kind": dict(KINDS)[kind],
            "packed": packed,
        }


class ConfirmView(SpreadsheetsView):
    """Carries out what was tried out."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        agreed = unpack(request.POST.get("packed", ""), request.user)
        if agreed is None:
            messages.error(request, _("Nothing was imported: this can't be confirmed any more. Send the file again."))
            return redirect(PAGE)
        kind, sheet, fingerprint = agreed
        try:
            outcome = carry_out(kind, sheet, request.user, fingerprint)
        except ChangedMeanwhileError as changed:
            messages.error(
                request,
                _("Nothing was imported: somebody changed labs in the meantime. See what the file would do now."),
            )
            return self.render_to_response(self.outcome_context(kind, sheet, changed.outcome), status=409)
        written = outcome.counts["new"] + outcome.counts["changed"]
        messages.success(request, ngettext("%d row was imported.", "%d rows were imported.", written) % written)
        for warning in outcome.warnings:
            messages.warning(request, warning)
        return redirect(PAGE)


class ExportView(OfLabs, View):
    """Sends labs or figures as a file."""

    def get(self, request: HttpRequest, kind: str, extension: str) -> HttpResponse:
        if kind not in dict(KINDS) or extension not in CONTENT_TYPES:
            raise Http404
        response = HttpResponse(export(kind, extension), content_type=CONTENT_TYPES[extension])
        name = f"nido-{kind}-{timezone.localdate():%Y-%m-%d}.{extension}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response
