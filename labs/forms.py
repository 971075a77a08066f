"""The form in which an editor keeps a lab."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from .balance import shares_difference


class LabForm(WagtailAdminModelForm):
    """Refuses funding shares that don't add up to the budget that they are shares of."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        return valid and all(self._shares_add_up(form) for form in self.formsets["figures"].forms)

    def _shares_add_up(self, figure: Any) -> bool:
        if not figure.cleaned_data or figure.cleaned_data.get("DELETE"):
            return True
        data = figure.cleaned_data
        budget = data.get("value") if data.get("unit") == "EUR" else data.get("eur_value")
        shares = [
            (share.cleaned_data["payers"], share.cleaned_data["amount_eur"])
            for share in figure.formsets["shares"].forms
            if share.cleaned_data and not share.cleaned_data.get("DELETE")
        ]
        difference = shares_difference(budget, shares)
        if not difference:
            return True
        message = _("The shares don't add up to the budget: they differ by EUR %(difference)s.")
        figure.add_error("value", message % {"difference": difference})
        return False
