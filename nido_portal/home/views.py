"""The address that contact forms are sent to.

It stands beside the page tree because a visitor has no cookie for Django's CSRF protection: the
form checks by other means that it was sent from here.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt

from nido_portal.core.pages import path_of

from .forms import MessageForm, sent_from_here
from .models import ContactPage
from .services import receive


@csrf_exempt
def submit_form(request: HttpRequest, page_pk: int) -> HttpResponse:
    """Store a message and go on to the thanks; a form with mistakes comes back as it was typed.

    Answers 403 to a form that another site sent, 422 to one with mistakes.
    """
    page = get_object_or_404(ContactPage.objects.live().public(), pk=page_pk)
    if request.method != "POST":
        return redirect(path_of(page))
    form = MessageForm(request.POST)
    if not sent_from_here(request):
        form.add_error(None, form.OTHER_SITE)
        return page.render_form(request, form, status=403)
    if not form.is_valid():
        return page.render_form(request, form, status=422)
    message = form.save(commit=False)
    message.purpose = page.purpose
    message.language = get_language() or settings.LANGUAGE_CODE
    receive(message)
    return redirect(f"{path_of(page)}?sent=1")
