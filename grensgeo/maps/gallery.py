"""The page that leads to the maps: a small picture and a sentence each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from grensgeo import words
from grensgeo.errors import InputError, some
from grensgeo.maps import classes, page
from grensgeo.maps.atlas import Atlas
from grensgeo.maps.base import UNITS_PER_DEGREE, municipalities
from grensgeo.maps.notes_shown import on_map
from grensgeo.maps.picture_words import written
from grensgeo.maps.reach_views import NOISE
from grensgeo.pages.credits import credit
from grensgeo.pages.document import asset, document, package_version, write_page
from grensgeo.pages.templating import fill_template, page_words, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from markupsafe import Markup
    from shapely.geometry.base import BaseGeometry

    from grensgeo.maps.canvas import Map
    from grensgeo.maps.region_findings import RegionFinding
    from grensgeo.notes import Note
    from grensgeo.words import Language

_WIDTH, _HEIGHT = 360.0, 240.0
#: Outlines of the small pictures: about a pixel.
_TOLERANCE_DEGREES = 0.004
#: Minutes of a band in the picture of an atlas, as in its page for cutoffs up to 90 minutes.
_BAND_MIN = 15
_NAME = re.compile(r"[A-Za-z0-9_-]+")


def preview(drawing: Map | Atlas) -> Markup:
    """Draw a small picture of a map as it opens.

    Parameters
    ----------
    drawing
        A map with at least one topic.

    Returns
    -------
    Markup
        An SVG element, for inline use.
    """
    import numpy as np
    import shapely

    areas = municipalities(drawing.region)
    view, layer = _first(drawing)
    numbers = {code: number for number, code in enumerate(areas.index)}
    inner = areas[areas["area"] != "ring"]
    west, south, east, north = _bounds(layer) or (areas if inner.empty else inner).total_bounds
    squeeze = float(np.cos(np.radians((south + north) / 2)))
    scale = min(_WIDTH / ((east - west) * squeeze), _HEIGHT / (north - south)) * 0.96
    left = _WIDTH / 2 - (west + east) / 2 * squeeze * scale
    top = _HEIGHT / 2 + (south + north) / 2 * scale
    # what lies beyond the picture is not drawn
    wide, high = _WIDTH / 2 / squeeze / scale, _HEIGHT / 2 / scale
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    frame = shapely.box(middle_x - wide, middle_y - high, middle_x + wide, middle_y + high)
    in_sight = areas[areas.intersects(frame)]

    def path(geometry: BaseGeometry, *, closed: bool) -> str:
        pieces = []
        for ring in _lines(geometry.simplify(_TOLERANCE_DEGREES)):
            points = [f"{left + x * squeeze * scale:.0f} {top - y * scale:.0f}" for x, y in ring]
            if len(set(points)) > 1:
                pieces.append("M" + "L".join(points) + ("Z" if closed else ""))
        return "".join(pieces)

    colours = _colours(view, layer) if "ids" in view else {}
    if isinstance(drawing, Atlas):
        colours = _times(drawing, list(areas.index))
    shapes: list[dict[str, Any]] = [
        {
            "path": path(shape, closed=True),
            "fill": colours.get(numbers[code], "#f3f1ec"),
            "stroke": "#9a9ca3",
            "width": ".5",
        }
        for code, shape in in_sight.geometry.items()
    ]
    for place, band in enumerate(layer.get("bands", [])):
        rank = len(layer["bands"]) - 1 - place
        shade = classes.BANDS[round(rank / max(len(layer["bands"]) - 1, 1) * 4)]
        line = _band(band["geometry"], (left, top, squeeze * scale, scale))
        shapes.append({"path": line, "fill": shade, "opacity": ".8"})
    for part in drawing.region.border.to_crs(4326):
        line = path(part, closed=False)
        shapes.append({"path": line, "fill": "none", "stroke": "#c2185b", "width": "2"})
    return fill_template("preview", width=round(_WIDTH), height=round(_HEIGHT), shapes=shapes)


def _first(drawing: Map | Atlas) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the view and the layer that a map opens with; an atlas has none."""
    if isinstance(drawing, Atlas):
        return {}, {}
    view = drawing.topics[0].content
    return view, _opening(view)


def _times(atlas: Atlas, codes: list[str]) -> dict[int, str]:
    """Return the colour of each municipality within the cutoff with which an atlas opens."""
    within = {code: time for code, time in atlas.opening.items() if time <= atlas.cutoff_min}
    return {
        number: classes.BANDS[min(int(within[code] // _BAND_MIN), len(classes.BANDS) - 1)]
        for number, code in enumerate(codes)
        if code in within
    }


def _opening(view: dict[str, Any]) -> dict[str, Any]:
    """Return the layer that a view opens with."""
    start = [control["start"] for control in view["controls"] if not control.get("field")]
    layers: list[dict[str, Any]] = view["layers"]
    return next((layer for layer in layers if layer["key"] == start), layers[0])


def _bounds(layer: dict[str, Any]) -> tuple[float, float, float, float] | None:
    """Return west, south, east and north of the largest isochrone of a layer, if it has any."""
    points = [
        point
        for band in layer.get("bands", [])[:1]
        for rings in band["geometry"]
        for ring in rings
        for point in _walk(ring)
    ]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _walk(steps: list[int]) -> Iterable[tuple[float, float]]:
    """Compute the points of the steps in which a ring travels, in degrees."""
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE


def _colours(view: dict[str, Any], layer: dict[str, Any]) -> dict[int, str]:
    """Return the colour of each area of a choropleth; grey where there is no figure."""
    name = "_".join(c["start"] for c in view["controls"] if c.get("field"))
    field = view["fields"][name]
    breaks = layer["breaks"][field["group"]]
    return {
        number: classes.colour(figure, breaks, palette=field["palette"])
        if isinstance(figure, int | float)
        else "#cfcfcf"
        for number, figure in zip(view["ids"], layer["values"][name], strict=True)
    }


def _band(polygons: list[list[list[int]]], frame: tuple[float, float, float, float]) -> str:
    """Return the path of an isochrone from the steps in which it travels."""
    left, top, across, down = frame
    pieces = []
    for rings in polygons:
        for ring in rings:
            points: list[str] = []
            for x, y in _walk(ring):
                point = f"{left + x * across:.0f} {top - y * down:.0f}"
                if not points or points[-1] != point:
                    points.append(point)
            pieces.append("M" + "L".join(points) + "Z")
    return "".join(pieces)


def _lines(geometry: BaseGeometry) -> Iterable[list[tuple[float, float]]]:
    """Return every ring or line of a geometry."""
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type == "Polygon":
            for ring in (part.exterior, *part.interiors):
                yield [(x, y) for x, y, *_ in ring.coords]
        elif part.geom_type in {"LineString", "LinearRing"}:
            yield [(x, y) for x, y, *_ in part.coords]


def index_page(
    entries: Mapping[str, Map | Atlas],
    path: str | Path,
    *,
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
    findings: Sequence[RegionFinding] = (),
) -> Path:
    """Write the page that leads to the maps, and says what they show.

    Parameters
    ----------
    entries
        Maps by the name of their file without ``.html``, in the order of the page; the files
        lie beside the page.
    path
        Where to write the page.
    title
        Heading by language, or one for all.
    language
        Language in which the page opens.
    findings
        What the maps show, in sentences, the strongest first; from
        :func:`grensgeo.maps.region_findings.region_findings`.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        If there are no maps, or a name could not be that of a file beside the page.
    FileError
        If the folder does not exist.
    """
    if not entries:
        raise InputError("none-given", "the gallery has no maps; give at least one")
    wrong = [name for name in entries if not _NAME.fullmatch(name)]
    if wrong:
        raise InputError(
            "name-wrong", f"names of maps: {some(wrong)}; use letters, digits, - and _"
        )
    heading = (
        words.in_every_language(title)
        if title is not None
        else page.said_of(
            "pages.title", "map", max(len(_shown_in(one)) for one in entries.values())
        )
    )
    texts: dict[str, words.Text] = {
        "title": heading,
        "language": words.text("pages.text.language"),
        **{name: words.text(f"pages.text.{name}") for name in ("theme_dark", "theme_light")},
        **{name: words.text(f"findings.text.{name}") for name in ("findings", "maps", "on_map")},
    }
    for name, drawing in entries.items():
        texts[f"{name}-title"] = drawing.heading()
        texts[f"{name}-sentence"] = _sentence(drawing)
    told = _told(findings, entries, texts)
    notes, attributions = _small_print(entries)
    texts["sure"] = words.text("findings.text.sure")
    caveats = [*(_caveats() if findings else []), *notes]
    texts |= {f"caveat-{number}": said for number, said in enumerate(caveats)}
    source, named = words.text("pages.text.source"), [credit(said) for said in attributions]
    texts["source"] = {
        code: f"{source[code]}: " + " · ".join(said[code] for said in named)
        for code in words.LANGUAGES
    }
    made = words.text("pages.text.made_with")
    texts["made"] = {c: t.replace("{version}", package_version()) for c, t in made.items()}
    body = fill_template(
        "gallery",
        said=word_of(texts, language),
        findings=told,
        caveats=[f"caveat-{number}" for number in range(len(caveats))],
        cards=[{"name": name, "preview": preview(one)} for name, one in entries.items()],
        **page_words(language),
    )
    text = document(
        head_title=heading[language],
        language=language,
        styles=[asset("page.css")],
        body=body,
        scripts=[asset("gallery.js")],
        data={"language": language, "texts": texts},
    )
    return write_page(text, path)


def _told(
    findings: Sequence[RegionFinding],
    entries: Mapping[str, Map | Atlas],
    texts: dict[str, words.Text],
) -> list[dict[str, Any]]:
    """Return what the template needs of findings; their words go into ``texts`` by their keys."""
    told = []
    for number, one in enumerate(findings):
        key = f"finding-{number}"
        texts[f"{key}-sentence"] = one.sentence
        if one.between is not None:
            texts[f"{key}-between"] = one.between
        if one.bars:
            texts[f"{key}-chart"] = one.chart
        longest = max((abs(bar.value) for bar in one.bars), default=0.0) or 1.0
        bars = []
        for place, bar in enumerate(one.bars):
            texts[f"{key}-label-{place}"], texts[f"{key}-told-{place}"] = bar.label, bar.told
            bars.append({"place": place, "share": round(100 * abs(bar.value) / longest, 1)})
        told.append(
            {
                "key": key,
                "bars": bars,
                "between": one.between is not None,
                "page": one.page if one.page in entries else None,
                "state": urlencode(one.state),
            }
        )
    return told


def _caveats() -> list[words.Text]:
    """Return what holds of all findings."""
    order = words.text("findings.text.order")
    return [
        words.text("findings.text.mean"),
        {
            code: said.replace("{noise}", written(NOISE, "percent", code))
            for code, said in ((code, order[code]) for code in words.LANGUAGES)
        },
    ]


def _sentence(drawing: Map | Atlas) -> words.Text:
    """Return a sentence on what a map is for."""
    if isinstance(drawing, Atlas):
        return drawing.sentence()
    first = drawing.topics[0]
    countries = drawing.shown_countries()
    template = page.said_of("pages.sentence", first.kind, len(countries))
    within, counted = words.texts("terms.in"), words.texts("terms.opportunity")
    places = [within.get(code) or words.in_every_language(f"in {code}") for code in countries]
    controls = {control["id"]: control["options"] for control in first.content["controls"]}
    names = [
        counted.get(name) or words.in_every_language(name)
        for name in controls.get("opportunity", ())
    ]
    return {
        code: words.fill(
            text,
            {"countries": _listed(places, code), "opportunities": _listed(names, code)},
            code,
        )
        for code, text in template.items()
    }


def _listed(told: Sequence[words.Text], language: str) -> str:
    """Write several things as a sentence has them: ``a, b and c``."""
    *first, last = [one[language] for one in told] or [""]
    joined = f" {words.text('pages.listed.and')[language]} ".join([", ".join(first), last])
    return joined if first else last


def _shown_in(drawing: Map | Atlas) -> list[str]:
    """Return the codes of the countries that a map or an atlas shows."""
    if isinstance(drawing, Atlas):
        return sorted(set(drawing.region.cells["country"]))
    return drawing.shown_countries()


def _small_print(entries: Mapping[str, Map | Atlas]) -> tuple[list[words.Text], list[str]]:
    """Gather the notes that the maps show and their attributions, each once."""
    notes: list[Note] = []
    attributions: dict[str, None] = {}
    for drawing in entries.values():
        notes += drawing.notes()
        attributions.update(dict.fromkeys(drawing.sources().attributions()))
    return [note.brief for note in on_map(notes)], list(attributions)
