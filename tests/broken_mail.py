"""A mail server that doesn't answer."""

from django.core.mail.backends.base import BaseEmailBackend


class BrokenMail(BaseEmailBackend):
    """Fails as an unreachable server does."""

    def send_messages(self, email_messages: object) -> int:
        raise ConnectionRefusedError("nobody answers")
