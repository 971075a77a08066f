"""`manage.py prepare`: makes a database ready to serve. Quick when it already is."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from nido_portal.seeding.models import SeedRecord
from nido_portal.seeding.site import keep_address


class Command(BaseCommand):
    """Migrate, load the content into an empty database, and make a first administrator.

    The administrator's password is random and printed this once.
    """

    help = "Migrate, seed an empty database, and create a first administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-admin", action="store_true", help="Don't create an administrator.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is missing, and nothing else."""
        call_command("migrate", verbosity=0, interactive=False)
        if not SeedRecord.objects.exists():
            self.stdout.write("Loading the content …")
            call_command("seed", stdout=self.stdout)
        keep_address()
        users = get_user_model()
        if not options["no_admin"] and not users.objects.filter(is_superuser=True).exists():
            password = secrets.token_urlsafe(12)
            users.objects.create_superuser("admin", "admin@localhost", password)
            self.stdout.write(f"Administrator: admin   password (shown once): {password}")
