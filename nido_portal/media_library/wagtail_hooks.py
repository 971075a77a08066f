"""How documents are served."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from wagtail import hooks

from .models import PortalDocument


# After Wagtail's own hook, which asks for the password of a private collection.
@hooks.register("before_serve_document", order=100)
def serve_document(document: PortalDocument, request: HttpRequest) -> HttpResponse:
    """Return the file itself: Wagtail 8.0 sends a literal `Content-Encoding: None` with it.

    Browsers save it under its own name and never run it as a page; a file that a reader already has
    is not sent again (ETag). Not a `FileResponse`: Wagtail passes over whatever streams.
    """
    etag = quote_etag(document.get_file_hash())
    unchanged: HttpResponse | None = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    with document.file.open() as file:
        response = HttpResponse(file.read(), content_type=document.content_type)
    response["Content-Disposition"] = content_disposition_header(True, document.filename)
    response["ETag"] = etag
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
