"""Draw the documentation's pictures: the pages of maps/ as a reader sees them.

`make maps` comes first; chromium draws, and each picture keeps at most 96 colours.
"""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT, SMALL = 1400, 900, 1000
SETTLED_MS = 4000
# Each picture, and the page and state that it shows.
PICTURES = {
    "atlas.png": "atlas.html#lang=en",
    "pictures/border-effect.png": "border-effect.html#lang=en",
    "pictures/isochrones.png": "isochrones.html#lang=en",
    "pictures/scenario.png": "scenario.html#lang=en",
}


def main() -> None:
    """Write every picture in docs/."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, state in PICTURES.items():
            page.goto((ROOT / "maps").as_uri() + "/" + state)
            page.wait_for_timeout(SETTLED_MS)
            drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            if name != "atlas.png":  # the README shows that one at full width
                drawn = drawn.resize((SMALL, SMALL * HEIGHT // WIDTH), Image.Resampling.LANCZOS)
            drawn.quantize(96).save(ROOT / "docs" / name, optimize=True)
            page.goto("about:blank")


if __name__ == "__main__":
    main()
