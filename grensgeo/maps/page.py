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
from grensgeo.maps.escape import html_text, json_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


#: Countries that scripts name whatever the region holds: reach is shown in these two.
SHOWN_COUNTRIES = ("NL", "DE")


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
    body: str,
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
        HTML of the body, already escaped.
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
    every = scripts if engine is None else [engine, *scripts]
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {_hashes(every) or chr(39) + 'none' + chr(39)}",
            f"style-src {_hashes(styles)}",
            f"img-src {images}",
            *(["worker-src blob:"] if engine is not None else []),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{html_text(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<link rel="icon" href="data:,">',
        f"<title>{html_text(head_title)}</title>",
        *[f"<style>{style}</style>" for style in styles],
        "</head>",
        "<body>",
        body,
    ]
    if data is not None:
        text = json_script(data)
        lines.append(f'<script type="application/json" id="grensgeo-data">{text}</script>')
    if engine is not None:
        lines.append(f'<script id="grensgeo-engine">{engine}</script>')
    lines += [f"<script>{script}</script>" for script in scripts]
    lines += ["</body>", "</html>"]
    return "\n".join(lines) + "\n"


def texts(*files: str, countries: Iterable[str]) -> dict[str, words.Text]:
    """Return the texts that a page's script looks up by key, and the names of countries.

    Parameters
    ----------
    files
        Files of words beside ``pages.toml`` of which the page takes the section ``text``.
    countries
        Countries of the region, by which a name is asked for in small letters.
    """
    found = words.texts("pages.text")
    for file in files:
        found |= words.texts(f"{file}.text")
    named = words.texts("terms.country")
    return found | {
        country.lower(): named[country]
        for country in named
        if country in {*countries, *SHOWN_COUNTRIES}
    }


def _hashes(texts: Sequence[str]) -> str:
    """Return the CSP sources of inline elements."""
    digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts]
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def language_switch(language: str) -> str:
    """Return the buttons NL, DE and EN."""
    buttons = "".join(
        f'<button type="button" data-language="{code}" lang="{code}" '
        f'title="{html_text(words.text("pages.text.language_name")[code])}" '
        f'aria-pressed="{"true" if code == language else "false"}">{code.upper()}</button>'
        for code in words.LANGUAGES
    )
    return (
        '<div class="languages" role="group" data-label="language" '
        f'aria-label="{html_text(words.text("pages.text.language")[language])}">{buttons}</div>'
    )


def noscript() -> str:
    """Return what a reader without JavaScript is told, in every language."""
    lines = "".join(
        f'<p lang="{code}">{html_text(text)}</p>'
        for code, text in words.text("pages.text.noscript").items()
    )
    return f"<noscript>{lines}</noscript>"


#: Hatching for figures that are missing or undefined: never a colour of the scale.
_HATCHES = """<svg width="0" height="0" class="hatches" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch-missing" width="7" height="7" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><rect width="7" height="7" fill="#e4e4e4"/>
<rect width="1.6" height="7" fill="#b5b5b5"/></pattern>
<pattern id="hatch-undefined" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(-45)"><rect width="6" height="6" fill="#f4eef8"/>
<rect width="1.8" height="6" fill="#7b5a9a"/></pattern>
<pattern id="hatch-edge" width="9" height="9" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><rect width="1.4" height="9" fill="#45474c"/>
<rect x="1.4" width="0.9" height="9" fill="#fff" fill-opacity="0.7"/></pattern>
<pattern id="hatch-still" width="9" height="9" patternUnits="userSpaceOnUse"
 patternTransform="rotate(-45)"><rect width="1.4" height="9" fill="#6b6459"/>
<rect x="1.4" width="0.9" height="9" fill="#fff" fill-opacity="0.7"/></pattern>
</defs></svg>"""


def map_body(*, title: str, language: str, element: str) -> str:
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
    str
        HTML.
    """

    def word(key: str) -> str:
        return html_text(words.text(f"pages.text.{key}")[language])

    return f"""<a class="skip" href="#table-box" data-text="skip">{word("skip")}</a>
<header><div class="titles"><h1 id="title">{html_text(title)}</h1>
<p id="headline" aria-live="polite"></p></div>{language_switch(language)}</header>
<aside>
<section id="legend-box"><h2 id="legend-title"></h2><ul id="legend"></ul></section>
<div id="extremes"></div>
<form id="controls" data-label="controls" aria-label="{word("controls")}"></form>
<div id="find-box"><label class="legend" for="find" data-text="find">{word("find")}</label>
<select id="find"></select></div>
<details id="table-box"><summary id="table-name" data-text="table">{word("table")}</summary>
<div id="table" role="region" aria-labelledby="table-name" tabindex="0"></div></details>
<details id="notes-box"><summary data-text="notes">{word("notes")}</summary>
<ul id="notes"></ul></details>
<details id="sources-box"><summary data-text="sources">{word("sources")}</summary>
<ul id="sources"></ul></details>
<p class="made" data-text="made_with"></p>
</aside>
<main>{noscript()}{_HATCHES}{element}
<div id="strip"><span id="strip-notes"></span><span id="strip-sources"></span></div></main>"""
