"""Names of the countries that the portal has facts about."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COUNTRY_NAMES: dict[str, Promise] = {
    "BE": _("Belgium"),
    "DE": _("Germany"),
    "DK": _("Denmark"),
    "EE": _("Estonia"),
    "ES": _("Spain"),
    "FI": _("Finland"),
    "FR": _("France"),
    "GB": _("United Kingdom"),
    "IE": _("Ireland"),
    "IT": _("Italy"),
    "LU": _("Luxembourg"),
    "NL": _("Netherlands"),
    "NO": _("Norway"),
    "PT": _("Portugal"),
    "SE": _("Sweden"),
}


def country_name(code: str) -> str:
    """Return a country's name in the reader's language, or the code (ISO 3166-1) of one not listed here."""
    return str(COUNTRY_NAMES.get(code, code))
