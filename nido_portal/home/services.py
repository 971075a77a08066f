"""What happens to a message: it is stored, and the editors are told by mail."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from .messages import Message

logger = logging.getLogger(__name__)


def receive(message: Message) -> None:
    """Store a message, then tell the editors. A mail that can't be sent loses nothing."""
    message.save()
    transaction.on_commit(lambda: _tell_editors(message))


def _tell_editors(message: Message) -> None:
    if not settings.CONTACT_EMAIL:
        return
    body = "\n".join(
        [
            f"{message.get_purpose_display()} ({message.language})",
            f"{message.name} <{message.email}>",
            message.organisation,
            "",
            message.text,
        ]
    )
    mail = EmailMessage(
        subject=_("Message through the portal: %s") % " ".join(message.subject.split()),
        body=body,
        to=[settings.CONTACT_EMAIL],
        reply_to=[message.email],
    )
    try:
        mail.send()
    except OSError:
        logger.exception("The mail about message %s could not be sent; the message is stored.", message.pk)
