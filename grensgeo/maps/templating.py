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


def fill_template(name: str, **values: object) -> Markup:
    """Return a template of ``grensgeo/maps/templates`` with its values filled in.

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


@cache
def _environment() -> Environment:
    """Return what reads and compiles the templates of the package, each once."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = resources.files("grensgeo.maps") / "templates"
    return Environment(
        loader=FunctionLoader(lambda file: (folder / file).read_text(encoding="utf-8")),
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
