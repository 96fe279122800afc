"""Two maps on one page, beside each other or one wiped over the other."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.files import need_ending
from grensgeo.maps import page
from grensgeo.maps.canvas import write_page
from grensgeo.maps.choices import two_choices
from grensgeo.maps.escape import html_text
from grensgeo.maps.legend import legend
from grensgeo.maps.notes_shown import on_map
from grensgeo.maps.picture import map_alone
from grensgeo.maps.sheet import Sheet, common_frame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.maps.canvas import Map
    from grensgeo.maps.legend import Key
    from grensgeo.notes import Note
    from grensgeo.words import Language

_DPI = 120


def pair_page(
    left: Map,
    right: Map,
    path: str | Path,
    *,
    choose: Sequence[Mapping[str, str]] = ({}, {}),
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
) -> Path:
    """Write a page on which a reader wipes from one map to another, or sees them side by side.

    Parameters
    ----------
    left, right
        The maps; the first topic of each is shown. They may be one and the same.
    path
        Where to write the page.
    choose
        What is chosen on the left and on the right, by the names of the page's controls:
        ``({"cutoff": "30"}, {"cutoff": "45"})``.
    title
        Heading by language, or one for all; that of the left map if None.
    language
        Language in which the page opens.

    Returns
    -------
    Path
        The file, with everything inside.

    Raises
    ------
    InputError
        If a choice is not one that its map has, or the name does not end in ``.html``.
    FileError
        If the folder cannot be written to.
    """
    maps = (left, right)
    need_ending(Path(path), (".html", ".htm"))
    choices = two_choices(choose)
    sheets = {
        code: [Sheet.of(one, chosen, code) for one, chosen in zip(maps, choices, strict=True)]
        for code in words.LANGUAGES
    }
    frame = common_frame(sheets[language])
    heading = words.in_every_language(title) if title is not None else left.heading()
    texts = {"title": heading, "language": words.text("pages.text.language")}
    for key in ("pair_way", "pair_swipe", "pair_beside", "pair_where"):
        texts[key] = words.text(f"pages.text.{key}")
    figures, legends = [], []
    for place in (0, 1):
        said: words.Text = {code: _caption(sheets[code], place) for code in words.LANGUAGES}
        texts[f"caption{place}"] = said
        image = _picture(sheets[language][place], frame)
        figures.append(
            f'<figure><img id="map{place}" alt="{html_text(said[language])}" src="{image}">'
            "</figure>"
        )
        for code in words.LANGUAGES:
            keys = legend(sheets[code][place])
            legends.append(_legend(keys, code, place, hidden=code != language))
    texts |= _small_print(maps)
    body = _body(texts, language, figures, legends)
    text = page.document(
        head_title=heading[language],
        language=language,
        styles=[page.asset("gallery.css"), page.asset("pair.css")],
        body=body,
        scripts=[page.asset("gallery.js"), page.asset("pair.js")],
        data={"language": language, "texts": texts},
    )
    return write_page(text, path)


def _caption(sheets: Sequence[Sheet], place: int) -> str:
    """Return the heading of one of the two, or that of its legend where the headings are alike."""
    headings = [sheet.words.heading(sheet.layer) for sheet in sheets]
    return headings[place] if len({*headings}) > 1 else legend(sheets[place])[0].words


def _picture(sheet: Sheet, frame: tuple[float, float, float, float]) -> str:
    """Draw the map alone, as an image for a page."""
    file = io.BytesIO()
    map_alone(sheet, frame).savefig(file, dpi=_DPI, metadata={"Software": None})
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def _legend(keys: Sequence[Key], code: str, place: int, *, hidden: bool) -> str:
    """Write a legend in one language."""
    lines = []
    for key in keys:
        if key.fill:
            lines.append(f"<li>{_swatch(key.fill)}{html_text(key.words)}</li>")
        else:
            lines.append(f"<li><strong>{html_text(key.words)}</strong></li>")
    return (
        f'<ul class="legend" data-legend="{place}" lang="{code}"{" hidden" if hidden else ""}>'
        f"{''.join(lines)}</ul>"
    )


#: Shapes of points, by the letters that matplotlib has for them.
_SHAPES = {
    "o": '<circle cx="13" cy="8" r="6" fill="#ffffff" stroke="#1d1f24"/>',
    "D": '<path d="M6 8L13 1L20 8L13 15Z" fill="#ffffff" stroke="#1d1f24"/>',
    "*": '<path d="M13 0L15 5.5L21 5.8L16.4 9.4L18 15L13 11.8L8 15L9.6 9.4L5 5.8L11 5.5Z" '
    'fill="#c2185b"/>',
}


def _swatch(fill: Mapping[str, Any]) -> str:
    """Draw a key of the legend; attributes, since the page allows no styles of single elements."""
    if "line" in fill:
        inside = (
            f'<line x1="0" y1="8" x2="26" y2="8" stroke="{html_text(fill["line"])}" '
            f'stroke-width="{fill["width"]:g}"/>'
        )
    elif "marker" in fill:
        inside = _SHAPES[fill["marker"]]
    else:
        inside = (
            f'<rect x=".5" y=".5" width="25" height="15" fill="{html_text(fill["facecolor"])}" '
            'stroke="#7d7f86"/>'
        )
        if "hatch" in fill:
            inside += (
                f'<path d="M2 15L14 1M10 15L22 1" stroke="{html_text(fill["hatchcolor"])}" '
                'stroke-width="1.5"/>'
            )
    return f'<svg viewBox="0 0 26 16" aria-hidden="true" focusable="false">{inside}</svg>'


def _small_print(maps: Sequence[Map]) -> dict[str, words.Text]:
    """Return notes, sources and version of both maps, each once."""
    notes: list[Note] = []
    sources: dict[str, None] = {}
    for one in maps:
        notes += one.notes()
        sources |= dict.fromkeys(one.attributions())
    made = words.text("pages.text.made_with")
    return {
        "notes": {
            code: " ".join(note.brief[code] for note in on_map(notes)) for code in words.LANGUAGES
        },
        "sources": {
            code: f"{text}: {' · '.join(sources)}"
            for code, text in words.text("pages.text.source").items()
        },
        "made": {c: t.replace("{version}", page.package_version()) for c, t in made.items()},
    }


def _body(
    texts: Mapping[str, words.Text],
    language: Language,
    figures: Sequence[str],
    legends: Sequence[str],
) -> str:
    """Assemble the page."""

    def told(key: str, tag: str) -> str:
        return f'<{tag} data-text="{key}">{html_text(texts[key][language])}</{tag}>'

    def way(name: str, *, on: bool) -> str:
        mark = " checked" if on else ""
        return (
            f'<label><input type="radio" name="way" value="{name}"{mark}>'
            f"{told(f'pair_{name}', 'span')}</label>"
        )

    half = len(legends) // 2
    return (
        f"<header>{told('title', 'h1')}{page.language_switch(language)}</header><main>"
        f'<fieldset class="way">{told("pair_way", "legend")}'
        f"{way('swipe', on=True)}{way('beside', on=False)}</fieldset>"
        f'<div id="captions">{told("caption0", "h2")}{told("caption1", "h2")}</div>'
        f'<div id="pair" class="swipe">{"".join(figures)}<i id="edge"></i></div>'
        f'<label id="where">{told("pair_where", "span")}'
        '<input type="range" id="edge-at" min="0" max="100" value="50"></label>'
        f'<div id="legends"><div>{"".join(legends[:half])}</div>'
        f"<div>{''.join(legends[half:])}</div></div></main>"
        f"<footer>{told('notes', 'p')}{told('sources', 'p')}{told('made', 'p')}</footer>"
    )
