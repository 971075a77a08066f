"""Join the stylesheets of `static/css/src/` into the one file that pages ask for, `static/css/portal.css`.

There is no preprocessor: every source is plain CSS and says its own `@layer`. The order of the layers stands in the
first file; within a layer the components follow the alphabet. Comments and empty lines are left out, and addresses
are made relative to the result, one folder higher.

    python scripts/build_css.py            write portal.css
    python scripts/build_css.py --check    fail if portal.css isn't what the sources give
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent / "static" / "css"
SOURCES = CSS / "src"
RESULT = CSS / "portal.css"
FIRST = ("tokens.css", "base.css", "layout.css")
LAST = ("utilities.css", "print.css")


def joined() -> str:
    """Return the content of portal.css as the sources now give it."""
    components = sorted((SOURCES / "components").glob("*.css"))
    paths = [*(SOURCES / name for name in FIRST), *components, *(SOURCES / name for name in LAST)]
    return "/* Made by scripts/build_css.py from static/css/src/: change it there. */\n" + "".join(
        without_comments(path.read_text("utf-8")) for path in paths
    )


def without_comments(css: str) -> str:
    """Leave out what the browser doesn't read, and mend the addresses of fonts."""
    code = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    code = code.replace('url("../../', 'url("../')
    return "".join(f"{line.rstrip()}\n" for line in code.splitlines() if line.strip())


def main(arguments: list[str]) -> None:
    """Write the stylesheet, or with `--check` compare it with what is there."""
    content = joined()
    if "--check" in arguments:
        if not RESULT.exists() or RESULT.read_text("utf-8") != content:
            sys.exit("static/css/portal.css is not up to date: run `python scripts/build_css.py`.")
        return
    RESULT.write_text(content, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
