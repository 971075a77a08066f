"""How documents are served."""

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from wagtail import hooks

from .models import PortalDocument


# After Wagtail's own hook, which asks for the password of a private collection.
@hooks.register("before_serve_document", order=100)
def serve_document(document: PortalDocument, request: HttpRequest) -> HttpResponseBase:
    """Return the file itself: Wagtail 8.0 sends a literal `Content-Encoding: None` with it.

    Browsers save it under its own name and never run it as a page; a file that a reader already has
    is not sent again (ETag).
    """
    etag = quote_etag(document.get_file_hash())
    unchanged: HttpResponse | None = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    response = FileResponse(
        document.file.open(), as_attachment=True, filename=document.filename, content_type=document.content_type
    )
    response["ETag"] = etag
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
