"""Compile locale/*.po into the .mo files that Django reads, without needing GNU gettext."""

from pathlib import Path

import polib


def main() -> None:
    """Compile every catalogue of the project."""
    for path in sorted(Path(__file__).resolve().parent.parent.glob("locale/*/LC_MESSAGES/*.po")):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    main()
