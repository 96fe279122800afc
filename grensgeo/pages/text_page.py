"""Pages of text and tables: every language on one page, and the colours that the reader has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.pages.document import asset, document, package_version
from grensgeo.pages.templating import fill_template, page_words, word_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from grensgeo.words import Language, Text

#: Words of the head that every page has.
_HEAD = ("theme_dark", "theme_light", "language", "tools")


def text_page(
    *,
    title: Text,
    bodies: Mapping[Language, Markup],
    language: Language,
    tools: Sequence[str] = ("print",),
    style: str = "",
) -> str:
    """Assemble a page of text, its languages beside each other, of which one is shown.

    Parameters
    ----------
    title
        Heading by language.
    bodies
        HTML by language.
    language
        Language in which it opens where neither address, memory nor browser has one, and which a
        reader without scripts sees.
    tools
        What of it can be taken along: ``csv`` and ``xlsx`` (its tables), ``png`` (its charts),
        ``print``.
    style
        Style beside that of all pages.

    Returns
    -------
    str
        The whole document, the same for equal input.
    """
    texts = {name: words.text(f"pages.text.{name}") for name in (*_HEAD, *tools)}
    made = words.text("pages.text.made_with")
    texts["title"] = title
    texts["made"] = {
        code: said.replace("{version}", package_version()) for code, said in made.items()
    }
    body = fill_template(
        "text",
        said=word_of(texts, language),
        tools=tools,
        bodies=bodies,
        **page_words(language),
    )
    return document(
        head_title=title[language],
        language=language,
        styles=[asset("page.css"), asset("text.css"), *([style] if style else [])],
        body=body,
        scripts=[asset("gallery.js"), asset("text.js")],
        data={"language": language, "texts": texts},
    )
