"""Opens finished pages in headless Chromium with the network cut, and writes down what happens."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SCREENSHOTS = Path(__file__).resolve().parent / "screenshots"
#: How often a page is asked whether something holds, and after how many times an act is repeated:
#: on a busy machine a minute and more, on a quiet one no longer than it takes.
ROUNDS, REPEAT_AFTER, PAUSE_MS = 2000, 100, 30
LIMIT_MS = ROUNDS * PAUSE_MS
#: A point at which nothing lies over a shape; none where all of it is covered or out of sight.
SPOT = """([query, number]) => {
  const shape = document.querySelectorAll(query)[number];
  const box = shape.getBoundingClientRect();
  for (let row = 1; row < 12; row++) {
    for (let column = 1; column < 12; column++) {
      const at = [box.x + (box.width * column) / 12, box.y + (box.height * row) / 12];
      if (document.elementFromPoint(...at) === shape) return at;
    }
  }
  return null;
}"""
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
        browser = playwright.chromium.launch(
            executable_path=chromium(), headless=True, args=FLAGS, timeout=2 * LIMIT_MS
        )
        try:
            yield Windows(browser)
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


class Window:
    """A window with the network cut, that tells whoever visits what its page does."""

    def __init__(self, browser, *, javascript, touch, locale):
        self.context = browser.new_context(
            offline=True,
            java_script_enabled=javascript,
            has_touch=touch,
            locale=locale,
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(LIMIT_MS)
        self.page = self.context.new_page()
        self.seen = Visit(self.page)
        outside = ("http:", "https:", "ws:", "wss:")
        self.context.route(lambda url: url.startswith(outside), self.caught)
        self.context.on("request", self.asked)
        self.page.on("console", lambda message: self.seen.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.seen.messages.append(str(error)))
        self.page.on("dialog", self.told)

    def caught(self, route):
        self.seen.requests.append(route.request.url)
        route.abort()

    def asked(self, request):
        if not request.url.startswith(("file:", "data:", "about:blank")):
            self.seen.requests.append(request.url)

    def told(self, dialog):
        self.seen.messages.append(dialog.message)
        dialog.dismiss()

    def leave(self):
        """Leave the page, with the mouse where a new window has it; say whether all is as new."""
        self.page.mouse.move(0, 0)
        self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        return self.context.pages == [self.page]


class Windows:
    """The windows of a browser.

    To open one takes as long as to load three pages, so that one whose test held is left empty
    for the next of its kind. A page leaves nothing behind: files have no cookies, and all that a
    script of ours keeps, language and colours (`test_maps_browser`), is cleared.
    """

    def __init__(self, browser):
        self.browser = browser
        self.empty = {}

    @contextmanager
    def window(self, **kind):
        """Give an empty window."""
        waiting = self.empty.setdefault(tuple(kind.values()), [])
        window = waiting.pop() if waiting else Window(self.browser, **kind)
        kept = False
        try:
            yield window
            kept = window.leave()
        finally:
            if kept:
                waiting.append(window)
            else:
                window.context.close()


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
    with browser.window(javascript=javascript, touch=touch, locale=locale) as window:
        window.seen = Visit(window.page)
        window.page.set_viewport_size({"width": size[0], "height": size[1]})
        window.page.goto(Path(path).resolve().as_uri() + fragment)
        window.page.wait_for_load_state("load")
        yield window.seen


def ready(page):
    """Wait for an atlas's first answer."""
    page.evaluate("window.grensgeoAtlas.ready.then(() => true)")


def until(page, condition):
    """Wait until something holds, and give it; the page's policy forbids playwright's own way."""
    for _ in range(ROUNDS):
        if found := page.evaluate(condition):
            return found
        page.wait_for_timeout(PAUSE_MS)
    raise AssertionError(condition)


def again(page, act, condition):
    """Act until something holds: what comes while the map still moves may miss it."""
    for turn in range(ROUNDS):
        if turn % REPEAT_AFTER == 0:
            act()
        if found := page.evaluate(condition):
            return found
        page.wait_for_timeout(PAUSE_MS)
    raise AssertionError(condition)


def pointed(page, query, number, condition, *, click=False):
    """Point at what is seen of a shape until something holds, and give it.

    Not playwright's own hover: where a button of the map lies over the point, that scrolls the
    map's box, Leaflet scrolls it back, and the mouse rests on the button.
    """

    def act():
        at = page.evaluate(SPOT, [query, number])
        if at is not None:
            page.mouse.move(0, 0)
            page.mouse.move(*at)
            if click:
                page.mouse.click(*at)

    return again(page, act, condition)


def settled(page, script):
    """Wait until what a script gives stays the same for ten frames, and give it."""
    return page.evaluate(
        """async () => {
          let before = null;
          for (let frames = 0; frames < 10; ) {
            await new Promise((done) => requestAnimationFrame(done));
            const now = JSON.stringify(script());
            frames = now === before ? frames + 1 : 0;
            before = now;
          }
          return JSON.parse(before);
        }""".replace("script()", f"({script})()")
    )


def open_table(page):
    """Unfold the table of a page and wait for its rows: they are drawn once it is open."""
    page.locator("#table-box summary").click()
    page.locator("#table tr").first.wait_for()
