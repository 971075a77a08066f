"""The site itself: its home page and its address."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site


def keep_address() -> None:
    """Give the site the host and port of BASE_URL, which may have changed since the last start."""
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None and (site.hostname, site.port) != (address.hostname, port):
        site.hostname, site.port = address.hostname or "localhost", port
        site.save()


def make_site(home: Page) -> None:
    """Put the Dutch home page below the root and make it the site's; Wagtail's sample page goes."""
    root = Page.get_first_root_node()
    root.add_child(instance=home)
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home, "site_name": "Nido"})
    keep_address()
    for sample in root.get_children().exclude(pk=home.pk).filter(content_type__model="page"):
        sample.delete()
