"""Files of the benchmark, outside the languages: `?lang=` says which one a file is in."""

from django.urls import path, re_path

from . import downloads

urlpatterns = [
    re_path(r"^labs\.(?P<extension>csv|xlsx|json)$", downloads.labs_file, name="labs_file"),
    re_path(r"^comparison\.(?P<extension>csv|xlsx|json)$", downloads.comparison_file, name="comparison_file"),
    re_path(r"^codebook\.(?P<extension>csv|json)$", downloads.codebook_file, name="codebook_file"),
    path("brief.pdf", downloads.brief_file, {"extension": "pdf"}, name="brief_file"),
]
