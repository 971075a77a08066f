"""`make messages`: collect the texts of code and templates, keep translations, drop what is gone, compile.

With --check nothing is written: it fails where a catalogue is incomplete or behind the code.
Needs GNU gettext (Debian's package `gettext`) to collect texts.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from compile_messages import main as compile_messages

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nl", "fr", "de", "en")


def collect(root: Path) -> None:
    """Run Django's makemessages below `root`."""
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "makemessages", "--no-location", "--no-obsolete", "--verbosity=0",
         "--ignore=.venv", "--ignore=var", "--ignore=tests", "--ignore=node_modules",
         *(f"--locale={language}" for language in LANGUAGES)],
        cwd=root, check=True,
    )  # fmt: skip


def tidy(path: Path) -> None:
    """Fill in English, whose texts are the originals, and drop the date that changes at every run."""
    catalogue = polib.pofile(str(path), wrapwidth=110)
    catalogue.metadata.pop("POT-Creation-Date", None)
    if path.parts[-3] == "en":
        for entry in catalogue:
            if entry.msgid_plural:
                entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
            else:
                entry.msgstr = entry.msgid
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalogue.save(str(path))


def problems(path: Path) -> list[str]:
    """Return what is wrong with a catalogue: empty, fuzzy and obsolete texts."""
    catalogue = polib.pofile(str(path))
    wrong = [f"{path.parts[-3]}: untranslated: {entry.msgid!r}" for entry in catalogue.untranslated_entries()]
    wrong += [f"{path.parts[-3]}: fuzzy: {entry.msgid!r}" for entry in catalogue.fuzzy_entries()]
    return wrong + [f"{path.parts[-3]}: obsolete: {entry.msgid!r}" for entry in catalogue.obsolete_entries()]


def catalogues(root: Path) -> list[Path]:
    """Return the catalogues below `root`."""
    return [root / "locale" / language / "LC_MESSAGES" / "django.po" for language in LANGUAGES]


def check() -> int:
    """Collect in a copy, and return 1 where a catalogue is incomplete or lacks or keeps a text."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "portal"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv", "var", ".git", "tests", "fixtures"))
        collect(copy)
        for committed, collected in zip(catalogues(ROOT), catalogues(copy), strict=True):
            tidy(collected)
            wrong += problems(committed)
            now = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(collected))}
            then = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(committed))}
            language = committed.parts[-3]
            wrong += [f"{language}: not collected yet: {text!r}" for _context, text in sorted(now - then, key=str)]
            wrong += [f"{language}: no longer used: {text!r}" for _context, text in sorted(then - now, key=str)]
    print("\n".join(wrong) or "All texts are there in four languages.")
    return 1 if wrong else 0


def main() -> int:
    """Collect, tidy, report and compile; or check."""
    if not shutil.which("xgettext"):
        print("GNU gettext is missing: apt-get install gettext")
        return 2
    if "--check" in sys.argv:
        return check()
    for language in LANGUAGES:
        (ROOT / "locale" / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    collect(ROOT)
    for path in catalogues(ROOT):
        tidy(path)
        print("\n".join(problems(path)) or f"{path.parts[-3]}: complete")
    compile_messages()
    return 0


if __name__ == "__main__":
    sys.exit(main())
