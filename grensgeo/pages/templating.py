"""Fill in the templates of pages; whatever is not HTML by type is escaped on its way."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from grensgeo import words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from grensgeo.words import Language, Text


#: Rooms that have templates, scripts and styles, those for all pages first.
_ROOMS = ("pages", "maps")


def fill_template(name: str, **values: object) -> Markup:
    """Return a template of the package with its values filled in.

    Parameters
    ----------
    name
        File without ``.html``.
    values
        What the template names. Text is escaped; HTML is what is of type ``Markup``: other
        templates that are filled in, or what this package itself has written.

    Returns
    -------
    Markup
        HTML.

    Raises
    ------
    jinja2.UndefinedError
        If the template names what is not there.

    Examples
    --------
    >>> str(fill_template("frame", may="allow-scripts", height=9, html="<b>"))[-21:]
    '"&lt;b&gt;"></iframe>'
    """
    from markupsafe import Markup

    return Markup(_environment().get_template(f"{name}.html").render(**values).strip())  # noqa: S704  the template has escaped


def read_shipped(kind: str, name: str) -> str:
    """Read a file that comes with the package, of the room that has it.

    Parameters
    ----------
    kind
        ``templates`` or ``assets``.
    name
        The file.

    Raises
    ------
    FileNotFoundError
        If no room has it.
    """
    files = [resources.files("grensgeo") / room / kind / name for room in _ROOMS]
    found = next((file for file in files if file.is_file()), files[-1])
    return found.read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """Return what reads and compiles the templates of the package, each once."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda file: read_shipped("templates", file)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page_words(language: Language) -> dict[str, object]:
    """Return what every page's template names of languages."""
    return {
        "language": language,
        "languages": words.LANGUAGES,
        "names": words.text("pages.text.language_name"),
        "noscript": words.text("pages.text.noscript"),
    }


def word_of(texts: dict[str, Text], language: Language) -> object:
    """Return a function that looks up a text by its key, for templates."""

    def word(key: str) -> str:
        return texts[key][language]

    return word
