"""`manage.py seed`: loads the content of `fixtures/`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from nido_portal.seeding.errors import FixtureError
from nido_portal.seeding.services import load


class Command(BaseCommand):
    """Load the fixtures; a second run writes only what changed, and nothing that an editor changed."""

    help = "Load the content of fixtures/: unchanged records are skipped, editors' changes are left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report.

        Raises:
            CommandError: a fixture is wrong; nothing was written.
        """
        try:
            report = load(options["folder"], self._show)
        except FixtureError as error:
            raise CommandError(f"Nothing was written. Mend this first:\n{error}") from error
        self.stdout.write(
            f"{len(report.written)} records written, {len(report.unchanged)} unchanged, "
            f"{len(report.left_alone)} left as an editor changed them."
        )
        for name in report.left_alone:
            self.stdout.write(f"  left alone: {name}")

    def _show(self, number: int, total: int, name: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r{number}/{total} {name:<60}", ending="")
        elif number % 20 == 0:
            self.stdout.write(f"{number} of {total} records")
