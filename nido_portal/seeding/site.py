"""The site itself: its home page and its address."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site


def make_site(home: Page) -> None:
    """Put the Dutch home page below the root and make it the site's; Wagtail's sample page goes."""
    root = Page.get_first_root_node()
    root.add_child(instance=home)
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": address.hostname or "localhost", "port": port, "root_page": home, "site_name": "Nido"},
    )
    for sample in root.get_children().exclude(pk=home.pk).filter(content_type__model="page"):
        sample.delete()
