"""Files of the benchmark, outside the languages: `?lang=` says which one a file is in."""

from django.urls import path, re_path

from . import downloads, history_feed

urlpatterns = [
    re_path(r"^labs\.(?P<extension>csv|xlsx|json)$", downloads.labs_file, name="labs_file"),
    re_path(r"^comparison\.(?P<extension>csv|xlsx|json)$", downloads.comparison_file, name="comparison_file"),
    re_path(r"^codebook\.(?P<extension>csv|json)$", downloads.codebook_file, name="codebook_file"),
    re_path(r"^changes-(?P<language>nl|fr|de|en)\.atom$", history_feed.changes_feed, name="changes_feed"),
    path("brief.pdf", downloads.brief_file, {"extension": "pdf"}, name="brief_file"),
]
