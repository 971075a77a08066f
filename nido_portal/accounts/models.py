"""The portal's own user model, so that it can grow without a change of table."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who works in the admin. Visitors have no account."""
