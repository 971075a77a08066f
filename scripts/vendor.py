"""Fetch the portal's font and icons from npm and write them into `static/`.

A developer runs this by hand when a version changes; the results are committed, so nobody needs npm to run the
portal. It needs `npm`, and in the environment `pillow`, `fonttools[woff]` (with brotli) and Chromium for the pictures:

    .venv/bin/python scripts/vendor.py            everything
    .venv/bin/python scripts/vendor.py icons      only the sprite (after adding a name to ICONS)
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from vendor_font import build_roman_and_italic
from vendor_pictures import build_pictures

FONT_PACKAGE = "@fontsource-variable/atkinson-hyperlegible-next@5.3.0"
ICON_PACKAGE = "lucide-static@1.62.0"

STATIC = Path(__file__).resolve().parent.parent / "static"

ICONS = (
    "arrow-down",
    "arrow-right",
    "arrow-up",
    "building-2",
    "calendar",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevrons-up-down",
    "circle-play",
    "clock",
    "columns-3",
    "download",
    "external-link",
    "file-text",
    "flag",
    "gauge",
    "info",
    "landmark",
    "languages",
    "layers",
    "lightbulb",
    "link",
    "mail",
    "map-pin",
    "menu",
    "message-circle-question-mark",
    "monitor",
    "newspaper",
    "printer",
    "rss",
    "scale",
    "search",
    "send",
    "share-2",
    "tag",
    "triangle-alert",
    "user",
    "users",
    "video-off",
    "wrench",
    "x",
)

# One silhouette per phase, on a 24 by 24 field, so that a phase is known without its colour.
PHASE_SHAPES = {
    "problems": '<circle cx="12" cy="12" r="10"/>',
    "ideas": '<path d="M12 1l2.7 4.5 5.1-1.3-1.3 5.1L23 12l-4.5 2.7 1.3 5.1-5.1-1.3L12 23l-2.7-4.5-5.1 1.3 1.3-5.1L1 12'
    'l4.5-2.7-1.3-5.1 5.1 1.3z"/>',
    "develop": '<rect x="3" y="3" width="18" height="18" rx="1"/>',
    "implement": '<path d="M6.5 2.5h11L23 12l-5.5 9.5h-11L1 12z"/>',
    "evaluate": '<path d="M12 .5L23.5 12 12 23.5.5 12z"/>',
    "share": '<path d="M5.5 1.2L24 12 5.5 22.8z"/>',
}


def main(parts: list[str]) -> None:
    """Fetch and write the parts asked for (`fonts`, `icons`, `pictures`; all three by default)."""
    wanted = set(parts) or {"fonts", "icons", "pictures"}
    if unknown := wanted - {"fonts", "icons", "pictures"}:
        sys.exit(f"Unknown part {', '.join(sorted(unknown))}: choose from fonts, icons, pictures.")
    with tempfile.TemporaryDirectory() as folder:
        if "fonts" in wanted:
            write_fonts(fetch_package(FONT_PACKAGE, Path(folder) / "font"))
        if "icons" in wanted:
            write_sprite(fetch_package(ICON_PACKAGE, Path(folder) / "icons"))
    if "pictures" in wanted:
        build_pictures(STATIC)


def fetch_package(package: str, folder: Path) -> Path:
    """Download and unpack an npm package, and return the folder with its files."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing: install Node.js, or leave static/ as it is.")
    folder.mkdir()
    subprocess.run([npm, "pack", "--silent", package], cwd=folder, check=True)
    archive = next(folder.glob("*.tgz"))
    with tarfile.open(archive) as unpacked:
        unpacked.extractall(folder, filter="data")
    print(f"{package} fetched")
    return folder / "package"


def write_fonts(package: Path) -> None:
    """Write the two woff2 files with their licence."""
    fonts = STATIC / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for path in build_roman_and_italic(package / "files", fonts):
        print(f"{path.relative_to(STATIC)}: {path.stat().st_size / 1000:.1f} kB")
    shutil.copyfile(package / "LICENSE", fonts / "LICENSE-OFL.txt")


def write_sprite(package: Path) -> None:
    """Write one sprite with the icons of ICONS and the six phase shapes, with the licence of the icons."""
    icons = STATIC / "icons"
    icons.mkdir(parents=True, exist_ok=True)
    symbols = [icon_symbol(name, (package / "icons" / f"{name}.svg").read_text("utf-8")) for name in ICONS]
    symbols += [
        f'<symbol id="phase-{code}" viewBox="0 0 24 24" fill="currentColor">{shape}</symbol>'
        for code, shape in PHASE_SHAPES.items()
    ]
    lines = [
        f"<!-- Icons: {ICON_PACKAGE}, ISC, see LICENSE-ISC.txt. Phase shapes: this portal. By scripts/vendor.py. -->",
        '<svg xmlns="http://www.w3.org/2000/svg">',
        *symbols,
        "</svg>",
        "",
    ]
    (icons / "sprite.svg").write_text("\n".join(lines), "utf-8")
    shutil.copyfile(package / "LICENSE", icons / "LICENSE-ISC.txt")
    print(f"icons/sprite.svg: {len(symbols)} symbols")


def icon_symbol(name: str, svg: str) -> str:
    """Turn one lucide file into a symbol that takes the colour of the text around it."""
    drawing = re.sub(r"\s*\n\s*", "", re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg, flags=re.DOTALL)).strip()
    return (
        f'<symbol id="icon-{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
        f' stroke-linecap="round" stroke-linejoin="round">{drawing}</symbol>'
    )


if __name__ == "__main__":
    main(sys.argv[1:])
