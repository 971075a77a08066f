"""Messages that visitors send through the portal's forms."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What a contact page is for."""

    CONTACT = "contact", _("Contact")
    PARTNER = "partner", _("Become a partner")
    PROJECT = "project", _("Share a project")
    EVENT = "event", _("Suggest an event")
    QUESTION = "question", _("Ask a question")


class Message(models.Model):
    """What somebody sent; kept here whatever becomes of the mail about it."""

    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("email address"))
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    subject = models.CharField(_("subject"), max_length=160)
    text = models.TextField(_("message"), max_length=5000)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    sent_at = models.DateTimeField(_("sent at"), auto_now_add=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return self.subject
