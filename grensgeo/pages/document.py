"""One HTML file with everything inside: scripts, styles and data, and nothing to fetch.

A Content-Security-Policy allows exactly the scripts and styles of the file, by their hashes, so
the same input gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.files import beside, need_ending, need_place
from grensgeo.pages.escape import json_script
from grensgeo.pages.templating import fill_template, read_shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup


def asset(name: str) -> str:
    """Read a script or style, bundled or vendored, of the room that has it."""
    return read_shipped("assets", name)


def package_version() -> str:
    """Return the version of grensgeo that is installed, or ``0`` outside an installation."""
    try:
        return version("grensgeo")
    except PackageNotFoundError:
        return "0"


def document(
    *,
    head_title: str,
    language: str,
    styles: Sequence[str],
    body: Markup,
    scripts: Sequence[str],
    data: dict[str, Any] | None = None,
    engine: str | None = None,
    images: str = "data:",
) -> str:
    """Assemble a page and bind its scripts and styles by hash.

    Parameters
    ----------
    head_title
        Title of the window; escaped here.
    language
        Language in which the page opens.
    styles, scripts
        Contents of style and script elements, our own or vendored.
    body
        HTML of the body, from a template.
    data
        What the scripts read from ``#grensgeo-data``.
    engine
        A script of which the page makes a worker, so that a long computation does not hold it up.
    images
        Sources of images that the policy allows.

    Returns
    -------
    str
        The whole document.
    """
    from markupsafe import Markup

    every = scripts if engine is None else [engine, *scripts]
    policy = [
        Markup("default-src 'none'"),
        Markup("script-src ") + _hashes(every),
        Markup("style-src ") + _hashes(styles),
        Markup("img-src {}").format(images),
        *([Markup("worker-src blob:")] if engine is not None else []),
        Markup("base-uri 'none'"),
        Markup("form-action 'none'"),
    ]
    # our own or vendored, bound by hash: the only texts that are HTML without a template
    text = fill_template(
        "document",
        language=language,
        policy=Markup("; ").join(policy),
        title=head_title,
        styles=[Markup(style) for style in styles],  # noqa: S704
        body=body,
        data=None if data is None else Markup(json_script(data)),  # noqa: S704
        engine=None if engine is None else Markup(engine),  # noqa: S704
        scripts=[Markup(script) for script in scripts],  # noqa: S704
    )
    return f"{text}\n"


def _hashes(texts: Sequence[str]) -> Markup:
    """Return the CSP sources of inline elements, or that there are none."""
    from markupsafe import Markup

    digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]
    sources = [f"'sha256-{digest}'" for digest in digests] or ["'none'"]
    return Markup(" ".join(sources))  # noqa: S704  letters and digits alone


def notebook_frame(html: str, *, may: str, height: int) -> str:
    """Return a frame that shows a page in a notebook.

    Parameters
    ----------
    html
        The whole page.
    may
        What it may do, as the attribute ``sandbox`` names it.
    height
        In pixels.
    """
    return str(fill_template("frame", html=html, may=may, height=height))


def write_page(text: str, path: str | Path) -> Path:
    """Write an HTML file.

    Raises
    ------
    InputError
        If its name ends otherwise: a page in a file named .png would be opened as a picture.
    FileError
        If the folder cannot be written to.
    """
    target = Path(path)
    need_ending(target, (".html", ".htm"))
    need_place(target)
    with beside(target) as folder:
        part = folder / target.name
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(target)
    return target
