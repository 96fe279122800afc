"""A map as a picture for a report: the same figures, classes and words as the page, on paper.

The picture is drawn from what the page would show, so that the two cannot tell different things.
"""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.extras import need_package
from grensgeo.files import beside, need_ending, need_place
from grensgeo.maps import classes, paint, picture_marks
from grensgeo.maps.choices import two_choices
from grensgeo.maps.legend import area_fill, bands, flow_width, legend
from grensgeo.maps.notes_shown import on_map
from grensgeo.maps.paint import FRONTIER, GREY, INK, TYPE
from grensgeo.maps.paint_base import draw_base_map, draw_shields, lesser_places
from grensgeo.maps.sheet import Sheet, common_frame
from grensgeo.pages.credits import credit
from grensgeo.pages.document import package_version

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure, SubFigure
    from matplotlib.text import Text

    from grensgeo.maps.sheet import Drawing
    from grensgeo.words import Language

#: What a picture can be written as.
ENDINGS = (".png", ".svg", ".pdf")

_INCHES = (11.0, 7.4)
#: Part of a picture's width that lies between its margins.
_ROOM = 0.94


def save_picture(
    drawing: Drawing,
    path: str | Path,
    *,
    choose: Mapping[str, str] | None = None,
    language: Language | None = None,
    dpi: int = 150,
) -> Path:
    """Write a map as a picture.

    Parameters
    ----------
    drawing
        The map; its first topic is drawn.
    path
        Where to, ending in ``.png``, ``.svg`` or ``.pdf``.
    choose
        What the page's controls would be set to, by their names: ``mode``, ``cutoff``,
        ``opportunity``, ``scenario``, ``destination``, ``measure``, ``origin``. What is not named
        stands as the page opens.
    language
        Language of the words; that of the map if None.
    dpi
        Dots per inch of a PNG of 11 x 7.4 inches.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        If a choice is not one that the map has, the name ends otherwise, or matplotlib is not
        installed.
    FileError
        If the folder cannot be written to.
    """
    return _write(lambda: draw(drawing, choose=choose, language=language), path, dpi=dpi)


def side_by_side(
    left: Drawing,
    right: Drawing,
    path: str | Path,
    *,
    choose: Sequence[Mapping[str, str]] = ({}, {}),
    language: Language | None = None,
    dpi: int = 150,
) -> Path:
    """Write two maps as one picture, both showing the same part of the region.

    Parameters
    ----------
    left, right
        The maps; the first topic of each is drawn. They may be one and the same.
    path
        Where to, ending in ``.png``, ``.svg`` or ``.pdf``.
    choose
        What is chosen on the left and on the right, as in :func:`save_picture`.
    language
        Language of the words; that of the left map if None.
    dpi
        Dots per inch of a PNG of 22 x 7.4 inches.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        If a choice is not one that its map has, or the name ends otherwise.
    FileError
        If the folder cannot be written to.
    """
    choices = two_choices(choose)

    def drawn() -> Figure:
        figure = _canvas(2 * _INCHES[0])
        sheets = [
            Sheet.of(drawing, chosen, language or left.language)
            for drawing, chosen in zip((left, right), choices, strict=True)
        ]
        frame = common_frame(sheets)
        halves = figure.subfigures(1, 2, squeeze=False)[0]
        for half, sheet in zip(halves, sheets, strict=True):
            _draw_sheet(sheet, half, frame)
        return figure

    return _write(drawn, path, dpi=dpi)


def _write(draw: Callable[[], Figure], path: str | Path, *, dpi: int) -> Path:
    """Write a figure whole or not at all, with equal bytes for equal figures."""
    target = Path(path)
    need_ending(target, ENDINGS)
    need_place(target)
    need_package("matplotlib", "a picture")
    import matplotlib as mpl

    figure = draw()
    # dates and random ids would make equal maps unequal files
    fixed: dict[str, Any] = {
        ".svg": {"metadata": {"Date": None}},
        ".pdf": {"metadata": {"CreationDate": None}},
    }.get(target.suffix.lower(), {})
    with beside(target) as folder, mpl.rc_context({"svg.hashsalt": "grensgeo"}):
        part = folder / target.name
        figure.savefig(part, dpi=dpi, **fixed)
        part.replace(target)
    return target


def _canvas(width: float) -> Figure:
    """Build an empty figure that no global state knows of."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, _INCHES[1]), facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def draw(
    drawing: Drawing,
    *,
    choose: Mapping[str, str] | None = None,
    language: Language | None = None,
) -> Figure:
    """Draw a map as a matplotlib figure; see :func:`save_picture`.

    Raises
    ------
    InputError
        If the map is empty, or a choice is not one that it has.
    """
    figure = _canvas(_INCHES[0])
    sheet = Sheet.of(drawing, choose or {}, language or drawing.language)
    _draw_sheet(sheet, figure, sheet.frame())
    return figure


def map_alone(sheet: Sheet, frame: tuple[float, float, float, float]) -> Figure:
    """Draw a map that fills its figure, without words around it."""
    figure = _canvas(_INCHES[0])
    _draw_map(sheet, figure.add_axes((0, 0, 1, 1)), frame)
    return figure


def _draw_sheet(
    sheet: Sheet, figure: Figure | SubFigure, frame: tuple[float, float, float, float]
) -> None:
    """Draw it with all its words."""
    axes = figure.add_axes((0.02, 0.13, 0.68, 0.73))
    _draw_map(sheet, axes, frame)
    _letters(figure, sheet)


def _draw_map(sheet: Sheet, axes: Axes, frame: tuple[float, float, float, float]) -> None:
    """Draw the map alone."""
    axes.set_axis_off()
    fills = _fills(sheet) if "ids" in sheet.words.view else {}
    rings = paint.outlines(sheet.data)
    paint.base(axes, sheet.data, rings, fills)
    for number, mark in sheet.over().items():
        paint.polygon(axes, rings[number], picture_marks.hatch(mark), line="none")
    for band, shade in bands(sheet.layer):
        fill = {"facecolor": shade, "alpha": 0.85}
        reached = [[paint.walk(ring) for ring in polygon] for polygon in band["geometry"]]
        paint.polygon(axes, reached, fill, line="none")
    paint.show(axes, frame)
    base_map = sheet.drawing.region.base_map
    shown = None if base_map is None else draw_base_map(axes, base_map.features)
    _flows(axes, sheet)
    paint.frontier(axes, sheet.data)
    if "places" in sheet.words.view:
        paint.points(axes, _marks(sheet), sheet.words.view["home"])
    lesser = [] if shown is None else lesser_places(shown, sheet.drawing.region)
    named = paint.names(axes, sheet.data, origin=sheet.words.origin(), lesser=lesser)
    if shown is not None:
        draw_shields(axes, shown, named)


def _fills(sheet: Sheet) -> dict[int, Mapping[str, Any]]:
    """Return the fill of each area that has a figure, by number."""
    field, values, breaks = sheet.field()
    return {
        number: area_fill(value, breaks, field["palette"])
        for number, value in zip(sheet.words.view["ids"], values, strict=True)
    }


def _flows(axes: Axes, sheet: Sheet) -> None:
    """Draw flows as bows, each to the right of the one back, the largest on top."""
    places = {number: (lon, lat) for number, lon, lat in sheet.data["base"]["places"]}
    country = [area[2] for area in sheet.data["base"]["areas"]]
    for start, end, size in reversed(sheet.layer.get("flows", [])):
        points = paint.bow(places[start], places[end])
        shade = classes.FLOWS[country[start] != country[end]]
        width = flow_width(sheet, size)
        axes.plot(points[:, 0], points[:, 1], color=shade, linewidth=width, zorder=2.5)


def _marks(sheet: Sheet) -> list[tuple[float, float, str, str]]:
    """Return longitude, latitude, shape and colour of the placements, the farthest first."""
    view = sheet.words.view
    marks = []
    for number, minutes in reversed(sheet.layer["rows"]):
        x, y, across = view["places"][view["offers"][number]["place"]]
        shade = view["bands"][paint.band(minutes, view["bands"])][1]
        marks.append((x, y, "D" if across else "o", shade))
    return marks


def _letters(figure: Figure | SubFigure, sheet: Sheet) -> None:
    """Write heading, legend, notes and sources around the map."""
    drawing, words = sheet.drawing, sheet.words
    from matplotlib.patches import Rectangle

    title = drawing.heading()[words.language]
    above = figure.text(0.03, 0.938, title, fontsize=16, fontweight="bold", va="bottom", color=INK,
                        **TYPE)  # fmt: skip
    _fit(figure, above, least=11, lines=2)
    shown = words.heading(sheet.layer)
    below = figure.text(0.03, 0.9, shown, fontsize=10.5, color=GREY, **TYPE)
    _fit(figure, below, least=8, lines=1)
    top = 0.84
    for key in legend(sheet):
        lines = textwrap.wrap(key.words, 40 if not key.fill else 34)
        if "marker" in key.fill:
            figure.add_artist(_mark(figure, top - 0.003, key.fill))
        elif "line" in key.fill:
            colour, width = key.fill["line"], key.fill["width"]
            figure.add_artist(_line(figure, top - 0.003, colour=colour, width=width))
        elif key.fill:
            box = Rectangle((0.72, top - 0.016), 0.026, 0.026, transform=figure.transSubfigure,
                            edgecolor="#7d7f86", linewidth=0.5, **key.fill)  # fmt: skip
            figure.add_artist(box)
        left = 0.755 if key.fill else 0.72
        weight = "normal" if key.fill else "bold"
        figure.text(left, top + 0.008, "\n".join(lines), fontsize=8.5, va="top",
                    fontweight=weight, color=INK, linespacing=1.25, **TYPE)  # fmt: skip
        top -= 0.037 + 0.022 * (len(lines) - 1) + (0 if key.fill else 0.008)
    if sheet.data["base"]["border"]:
        figure.add_artist(_line(figure, top, colour=FRONTIER, width=1.7))
        figure.text(
            0.755, top, words.text("border_line"), fontsize=8.5, va="center", color=INK, **TYPE
        )
    notes = [
        note.brief[words.language]
        for note in on_map(drawing.notes(), [x for x in words.chosen.values() if x is not None])
    ]
    if "closed" in words.view and words.chosen.get("destination") in {None, "closed"}:
        notes.insert(0, words.text(words.view["closed"]))
    notes = [*words.asides(sheet.layer), *notes]
    said = textwrap.wrap("  ".join(notes), 44)
    figure.text(0.72, top - 0.03, "\n".join(said), fontsize=7, va="top", color=GREY,
                linespacing=1.3, **TYPE)  # fmt: skip
    named = " · ".join(credit(said)[words.language] for said in drawing.attributions())
    source = f"{words.text('source')}: {named}"
    made = words.text("made_with", version=package_version())
    foot = textwrap.wrap(f"{source} · {made}", 205)
    figure.text(0.03, 0.105, "\n".join(foot), fontsize=6.2, va="top", color=GREY,
                linespacing=1.3, **TYPE)  # fmt: skip


def _fit(figure: Figure | SubFigure, written: Text, *, least: float, lines: int) -> None:
    """Write a text smaller, then in lines, then with an ellipsis, until it fits the width."""

    def excess() -> float:
        return float(written.get_window_extent().width / (_ROOM * figure.bbox.width))

    if excess() > 1:
        written.set_fontsize(max(least, 0.99 * float(written.get_fontsize()) / excess()))
    said = written.get_text()
    letters = int(1.2 * len(said) / max(excess(), 1.0))
    while excess() > 1:
        broken = textwrap.wrap(said, letters, max_lines=lines, placeholder=" …")
        written.set_text("\n".join(broken))
        letters -= 1


def _mark(figure: Figure | SubFigure, height: float, fill: Mapping[str, Any]) -> Artist:
    """Return a shape of the legend."""
    from matplotlib.lines import Line2D

    home = fill["marker"] == "*"
    return Line2D([0.733], [height], transform=figure.transSubfigure, marker=fill["marker"],
                  markersize=11 if home else 6, linestyle="none", markeredgecolor=INK,
                  markerfacecolor=FRONTIER if home else "white")  # fmt: skip


def _line(figure: Figure | SubFigure, height: float, *, colour: str, width: float) -> Artist:
    """Return a level line of the legend."""
    from matplotlib.lines import Line2D

    at = [0.72, 0.746]
    transform = figure.transSubfigure
    return Line2D(at, [height] * 2, transform=transform, color=colour, linewidth=width)
