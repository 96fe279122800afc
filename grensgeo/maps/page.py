"""One HTML file with everything inside: scripts, styles and data, and nothing to fetch.

folium draws the Leaflet map; the libraries that it would link from the network are replaced by
the vendored Leaflet, and the rest (jQuery, Bootstrap, icon fonts) is not needed. A
Content-Security-Policy allows exactly the scripts and styles of the file, by their hashes, so the
same input gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.countries import by_code, countries_in_order
from grensgeo.maps.escape import html_text, json_script
from grensgeo.maps.templating import fill_template, page_words, word_of
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

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


def asset(name: str) -> str:
    """Read a file of ``grensgeo/maps/assets``."""
    return (resources.files("grensgeo.maps") / "assets" / name).read_text(encoding="utf-8")


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


def package_version() -> str:
    """Return the version of grensgeo that is installed, or ``0`` outside an installation."""
    try:
        return version("grensgeo")
    except PackageNotFoundError:
        return "0"


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


def _hashes(texts: Sequence[str]) -> Markup:
    """Return the CSP sources of inline elements, or that there are none."""
    from markupsafe import Markup

    digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]
    sources = [f"'sha256-{digest}'" for digest in digests] or ["'none'"]
    return Markup(" ".join(sources))  # noqa: S704  letters and digits alone


def map_body(*, title: str, language: Language, element: str) -> Markup:
    """Return the frame of a map's page; the script fills in every text.

    Parameters
    ----------
    title
        Heading in the language in which the page opens.
    language
        That language.
    element
        folium's element.

    Returns
    -------
    Markup
        HTML.
    """
    return _frame(
        "map", words.texts("pages.text"), title=title, language=language, element=element
    )


def atlas_body(*, title: str, language: Language, element: str) -> Markup:
    """Return the frame of an atlas; see :func:`map_body`."""
    texts = words.texts("pages.text") | words.texts("atlas.text")
    return _frame("atlas", texts, title=title, language=language, element=element)


def offers_body(*, title: str, language: Language, element: str) -> Markup:
    """Return the frame of a page of offers; see :func:`map_body`."""
    texts = words.texts("atlas.text") | words.texts("pages.text") | words.texts("offers.text")
    return _frame("offers", texts, title=title, language=language, element=element)


def _frame(
    name: str, texts: dict[str, words.Text], *, title: str, language: Language, element: str
) -> Markup:
    """Fill in the template of a page around folium's element."""
    from markupsafe import Markup

    return fill_template(
        name,
        title=title,
        word=word_of(texts, language),
        element=Markup(element),  # noqa: S704  folium's own, with names that we gave it
        **page_words(language),
    )


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
