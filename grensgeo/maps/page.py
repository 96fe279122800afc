"""Pages with a map: folium's element, Leaflet, and the words that all of them have.

folium draws the Leaflet map; the libraries that it would link from the network are replaced by
the vendored Leaflet, and the rest (jQuery, Bootstrap, icon fonts) is not needed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from grensgeo import words
from grensgeo.countries import by_code, countries_in_order
from grensgeo.pages.document import asset, document
from grensgeo.pages.escape import html_text, json_script
from grensgeo.pages.templating import fill_template, page_words, word_of
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from grensgeo.words import Language

#: Colours of countries without a file, in turn, on light ground and on dark.
SPARE_COLOURS = (("#5b6270", "#a8afbc"), ("#8b8478", "#c9c1b2"), ("#6b7f8c", "#9fb6c4"))


@dataclass(frozen=True)
class Tiles:
    """Online map tiles beneath the figures; only used where they are asked for.

    Attributes
    ----------
    url
        Template with ``{z}``, ``{x}`` and ``{y}``, and nothing else in braces.
    attribution
        The words that the provider asks for.
    """

    url: str
    attribution: str


def leaflet() -> tuple[str, str]:
    """Return Leaflet's script and style without anything that names another file.

    Returns
    -------
    tuple of str
        Script and style. The images of Leaflet's own markers and layer switch are left out: a
        grensgeo map uses neither.
    """
    script = re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", asset("leaflet.js"))
    style = re.sub(r"url\([^)]*\)", "none", asset("leaflet.css"))
    return script, style


def folium_parts(*, name: str, bounds: Sequence[float], tiles: Tiles | None) -> tuple[str, str]:
    """Build the map's element and script with folium.

    Parameters
    ----------
    name
        Becomes the id of the element; folium's own ids are drawn at random.
    bounds
        South, west, north and east in degrees.
    tiles
        Online tiles, or none.

    Returns
    -------
    tuple of str
        HTML of the map's element, and the script that creates the map.
    """
    import folium
    from branca.element import Figure

    south, west, north, east = bounds
    drawing = folium.Map(
        location=[round((south + north) / 2, 4), round((west + east) / 2, 4)],
        tiles=None,
        zoom_start=9,
        min_zoom=6,
        max_zoom=14,
        zoom_snap=0.25,
        zoom_delta=0.5,
        attribution_control=False,
        fade_animation=False,
    )
    drawing.default_js = []
    drawing.default_css = []
    drawing._id = name  # noqa: SLF001  the only way to an id that is not random
    if tiles is not None:
        layer = folium.TileLayer(tiles=tiles.url, attr=html_text(tiles.attribution))
        layer._id = name  # noqa: SLF001  as above
        drawing.add_child(layer)
    figure = Figure()
    figure.add_child(drawing)
    figure.render()
    variable = drawing.get_name()
    script = figure.script.render() + f"\ngrensgeoPage({variable});\n"
    return figure.html.render(), script


def texts(*files: str, countries: Iterable[str]) -> dict[str, words.Text]:
    """Return the texts that a page's script looks up by key, and the names of countries.

    Parameters
    ----------
    files
        Files of words beside ``pages.toml`` of which the page takes the section ``text``.
    countries
        Countries of the region, by which a name is asked for in small letters.
    """
    shown = set(countries)
    found = words.texts("pages.text")
    for file in files:
        found |= words.texts(f"{file}.text")
    return words.in_form(found, len(shown)) | country_texts(shown)


def said_of(section: str, name: str, countries: int) -> words.Text:
    """Return a text of a section of words in the form for so many countries.

    Examples
    --------
    >>> said_of("pages.title", "map", 1)["en"], said_of("pages.title", "map", 3)["en"]
    ('Accessibility', 'Accessibility across the border')
    """
    return words.in_form(words.texts(section), countries)[name]


def one_of(numbers: Sequence[float]) -> words.Text:
    """Return numbers as one says them to choose from.

    Examples
    --------
    >>> one_of([30, 45, 60])["de"], one_of([7.5, 15])["nl"], one_of([20])["en"]
    ('30, 45 oder 60', '7,5 of 15', '20')
    """
    template = words.text("pages.listed.or")
    found: dict[str, str] = {}
    for language in LANGUAGES:
        each = [words.fill("{n:g}", {"n": number}, language) for number in numbers]
        said = {"others": ", ".join(each[:-1]), "last": each[-1]}
        found[language] = words.fill(template[language], said, language) if each[1:] else each[-1]
    return words.in_every_language(found)


def country_colours(countries: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the colours of countries by their codes in small letters, as the texts have them.

    Parameters
    ----------
    countries
        Codes of ISO 3166.

    Returns
    -------
    dict
        Colours on light ground and on dark: those of the country's file, or spare ones.

    Examples
    --------
    >>> list(country_colours(["SE", "BE"]))
    ['be', 'se']
    """
    known = by_code()
    found: dict[str, tuple[str, str]] = {}
    for number, code in enumerate(countries_in_order(countries)):
        own = known[code].colour if code in known else None
        found[code.lower()] = (
            SPARE_COLOURS[number % len(SPARE_COLOURS)]
            if own is None
            else (own["light"], own["dark"])
        )
    return found


def country_texts(countries: Iterable[str]) -> dict[str, words.Text]:
    """Return what is said of countries: their names, and figures and choices that name them.

    Parameters
    ----------
    countries
        Codes of ISO 3166; one without a name is called by its code.

    Returns
    -------
    dict
        For each code in small letters its name, ``destination_be`` and ``field_be``.
    """
    named, within = words.texts("terms.country"), words.texts("terms.in")
    found: dict[str, words.Text] = {}
    for code in sorted(set(countries)):
        key = code.lower()
        found[key] = named.get(code) or words.in_every_language(code)
        inside = within.get(code) or words.in_every_language(f"in {code}")
        for what, place, told in (
            ("destination", "{country}", found[key]),
            ("field", "{in_country}", inside),
        ):
            template = words.text(f"pages.text.{what}_country")
            found[f"{what}_{key}"] = {
                language: text.replace(place, told[language])
                for language, text in template.items()
            }
    return found


@dataclass(frozen=True)
class DrawnKind:
    """What pages with a map differ in.

    Attributes
    ----------
    name
        Of its template and of its script.
    styles
        Its styles, beside Leaflet's.
    files
        Files of words of which its frame takes the section ``text``, the last above the others.
    computes
        Whether it computes in a worker.
    """

    name: str
    styles: tuple[str, ...]
    files: tuple[str, ...]
    computes: bool


MAP = DrawnKind("map", ("grensgeo.css",), ("pages",), computes=False)
ATLAS = DrawnKind("atlas", ("atlas.css",), ("pages", "atlas"), computes=True)
OFFERS = DrawnKind(
    "offers", ("grensgeo.css", "offers.css"), ("atlas", "pages", "offers"), computes=True
)


def drawn_page(
    kind: DrawnKind,
    *,
    title: str,
    language: Language,
    data: dict[str, Any],
    tiles: Tiles | None = None,
) -> str:
    """Assemble a page with a map; its script fills in every text.

    Parameters
    ----------
    kind
        Which page.
    title
        Heading in the language in which the page opens.
    language
        That language.
    data
        What the page's script reads; ``base`` has the bounds of the map.
    tiles
        Online tiles, or none.

    Returns
    -------
    str
        The whole document, the same for equal input.
    """
    from markupsafe import Markup

    name = kind.name
    images = "data:"
    if not kind.computes:
        # several of them may stand in one notebook
        name = hashlib.sha256(json_script(data).encode()).hexdigest()[:16]
    if tiles is not None:
        parts = urlsplit(tiles.url)
        images = f"data: {parts.scheme}://{parts.netloc}"
    element, start = folium_parts(name=name, bounds=data["base"]["bounds"], tiles=tiles)
    script, style = leaflet()
    said = {key: text for file in kind.files for key, text in words.texts(f"{file}.text").items()}
    body = fill_template(
        kind.name,
        title=title,
        word=word_of(said, language),
        element=Markup(element),  # noqa: S704  folium's own, with names that we gave it
        **page_words(language),
    )
    return document(
        head_title=title,
        language=language,
        styles=[style, *(asset(one) for one in kind.styles)],
        body=body,
        scripts=[script, asset(f"{kind.name}.js"), start],
        data=data,
        engine=asset("engine.js") if kind.computes else None,
        images=images,
    )
