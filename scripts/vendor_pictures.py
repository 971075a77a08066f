"""Make the pictures that other programs show for the portal: favicon, touch icon and the Open Graph picture."""

from __future__ import annotations

import base64
import os
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
INK, PAPER, EGG = "#083f4a", "#f6f3ec", "#f0b843"

# The nest of templates/components/mark.html: three woven bowls and what lies in them.
MARK = (
    '<circle cx="16" cy="8.5" r="4.5" fill="{egg}"/>'
    '<g fill="none" stroke="{nest}" stroke-width="2.4" stroke-linecap="round">'
    '<path d="M3 14c2 7.5 24 7.5 26 0"/><path d="M6.5 20.8c3 5 16 5 19 0"/><path d="M11 26.6c2 2.4 8 2.4 10 0"/></g>'
)


def build_pictures(static: Path) -> None:
    """Write favicon.svg, apple-touch-icon.png and open-graph.png."""
    images = static / "images"
    images.mkdir(parents=True, exist_ok=True)
    (images / "favicon.svg").write_text(favicon(), "utf-8")
    photograph(touch_icon_page(), 180, 180, images / "apple-touch-icon.png")
    photograph(open_graph_page(static / "fonts"), 1200, 630, images / "open-graph.png")
    print("images/: favicon.svg, apple-touch-icon.png, open-graph.png")


def favicon() -> str:
    """Return the mark, light on a dark rounded field."""
    mark = MARK.format(egg=EGG, nest=PAPER)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="7" fill="{INK}"/>'
        f'<g transform="translate(3.2 3.2) scale(.8)">{mark}</g></svg>\n'
    )


def touch_icon_page() -> str:
    """Return the page of the touch icon: the mark on a full field, because phones round the corners."""
    mark = MARK.format(egg=EGG, nest=PAPER)
    return f'<body style="margin:0;background:{INK}"><svg viewBox="-6 -6 44 44" width="180">{mark}</svg>'


def open_graph_page(fonts: Path) -> str:
    """Return the page of the picture that goes with a shared link: mark and name, without a word to translate."""
    font = base64.b64encode((fonts / "atkinson-hyperlegible-next.woff2").read_bytes()).decode()
    mark = MARK.format(egg=EGG, nest=PAPER)
    colours = ("#e8705a", "#f0b843", "#8fce6a", "#80b8ff", "#c9a0f5", "#f593c9")
    stripes = "".join(f'<i style="flex:1;background:{colour}"></i>' for colour in colours)
    return (
        f"<style>@font-face{{font-family:A;font-weight:400 700;src:url(data:font/woff2;base64,{font})}}"
        f"body{{margin:0;height:630px;background:{INK};color:{PAPER};font:700 190px A;letter-spacing:-.03em;"
        "display:flex;align-items:center;gap:64px;padding-inline:112px;box-sizing:border-box}"
        "p{position:absolute;inset:auto 0 0;display:flex;height:20px;margin:0}</style>"
        f'<svg viewBox="1 2 30 27" width="300">{mark}</svg>Nido<p>{stripes}</p>'
    )


def photograph(html: str, width: int, height: int, path: Path) -> None:
    """Show `html` in Chromium and save what it looks like."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_content(html)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=path)
        browser.close()
