"""The form of contact pages, and what keeps automatic senders out without a third party."""

from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .messages import Message

SIGNATURE_SALT = "contact-form"
FASTEST_SECONDS = 3
SLOWEST_SECONDS = 24 * 3600


class MessageForm(forms.ModelForm):
    """A message. A field that people don't see and a signed time of opening tell robots apart.

    A form that was sent too quickly or after more than a day comes back with all that was typed and
    an explanation, so that a person only has to send it again.
    """

    OTHER_SITE = _("This form was sent from another website. Check your message and send it from here.")

    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Message
        fields = ("name", "email", "organisation", "subject", "text")
        labels = {
            "name": _("Your name"),
            "email": _("Your email address"),
            "organisation": _("Your organisation"),
            "subject": _("Subject"),
            "text": _("Your message"),
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "organisation": forms.TextInput(attrs={"autocomplete": "organization"}),
            "text": forms.Textarea(attrs={"rows": 8}),
        }
        error_messages = {
            "name": {"required": _("Fill in your name."), "max_length": _("Use at most %(limit_value)d characters.")},
            "email": {
                "required": _("Fill in your email address, so that we can answer."),
                "invalid": _("This isn't a complete email address. An example: name@example.be"),
            },
            "subject": {"required": _("Say in a few words what it is about.")},
            "text": {
                "required": _("Write your message."),
                "max_length": _("Use at most %(limit_value)d characters; you used %(show_value)d."),
            },
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = signing.dumps("opened", salt=SIGNATURE_SALT)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave this field empty: only automatic senders fill it in."))
        return ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not _opened_in_time(self.data.get("opened", "")):
            self.data = {**self.data.dict(), "opened": signing.dumps("opened", salt=SIGNATURE_SALT)}  # type: ignore[attr-defined]  # bound forms hold a QueryDict
            raise forms.ValidationError(
                _("We couldn't check that a person sent this form. Nothing is lost: send it once more, please.")
            )
        return cleaned


def _opened_in_time(token: str) -> bool:
    """Return whether the form was opened by this portal, longer than 3 s and less than a day ago."""
    try:
        signing.loads(token, salt=SIGNATURE_SALT, max_age=SLOWEST_SECONDS)
    except signing.BadSignature:
        return False
    try:
        signing.loads(token, salt=SIGNATURE_SALT, max_age=FASTEST_SECONDS)
    except signing.SignatureExpired:
        return True
    return False


def sent_from_here(request: HttpRequest) -> bool:
    """Return whether the browser says that the form stood on a page of this portal.

    Visitors have no cookie, so there is nothing that a forged request could borrow; this keeps other
    sites from posting in a visitor's name all the same (Fetch Metadata, or Origin in older browsers).
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.get_host()}"
