"""Opens finished pages in headless Chromium with the network cut, and writes down what happens."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SCREENSHOTS = Path(__file__).resolve().parent / "screenshots"
DESKTOP = (1400, 900)
PHONE = (390, 844)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium():
    """Give the path of the system's Chromium, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def launched():
    """Start the browser once, for a whole session of tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), headless=True, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visit:
    """A page that is open, and what it asked for and complained about."""

    page: object
    requests: list = field(default_factory=list)
    messages: list = field(default_factory=list)

    def quiet(self):
        """Hold that nothing was asked for and nothing was said."""
        assert self.requests == []
        assert self.messages == []

    def picture(self, name):
        """Write a screenshot for a person to look at."""
        SCREENSHOTS.mkdir(exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        self.page.screenshot(path=path)
        return path


@contextmanager
def visit(
    browser,
    path,
    *,
    size=DESKTOP,
    fragment="",
    javascript=True,
    touch=False,
    locale="fr-FR",
):
    """Open a file with the network cut, in a browser that speaks none of its languages."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        offline=True,
        java_script_enabled=javascript,
        has_touch=touch,
        locale=locale,
        reduced_motion="reduce",
    )
    try:
        context.set_default_timeout(8000)
        seen = Visit(context.new_page())

        def caught(route):
            seen.requests.append(route.request.url)
            route.abort()

        context.route(lambda url: url.startswith(("http:", "https:", "ws:", "wss:")), caught)
        context.on(
            "request",
            lambda request: (
                seen.requests.append(request.url)
                if not request.url.startswith(("file:", "data:"))
                else None
            ),
        )
        seen.page.on("console", lambda message: seen.messages.append(message.text))
        seen.page.on("pageerror", lambda error: seen.messages.append(str(error)))
        seen.page.on(
            "dialog", lambda dialog: (seen.messages.append(dialog.message), dialog.dismiss())
        )
        seen.page.goto(Path(path).resolve().as_uri() + fragment)
        seen.page.wait_for_load_state("load")
        yield seen
    finally:
        context.close()


def ready(page):
    """Wait for an atlas's first answer."""
    page.evaluate("window.grensgeoAtlas.ready.then(() => true)")


def until(page, condition):
    """Wait until something holds; the atlas's policy forbids playwright's own way."""
    for _ in range(400):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(30)
    raise AssertionError(condition)
