"""A map as a picture for a report: the same figures, classes and words as the page, on paper.

The picture is drawn from what the page would show, so that the two cannot tell different things.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError, some
from grensgeo.files import beside, need_ending, need_place
from grensgeo.maps import classes, labels, page, paint, picture_marks, point_labels
from grensgeo.maps.choices import two_choices
from grensgeo.maps.notes_shown import on_map
from grensgeo.maps.paint import FRONTIER, GREY, INK, LAND, TYPE
from grensgeo.maps.views import BELOW_NOISE, UNDEFINED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure, SubFigure

    from grensgeo.maps.canvas import Map
    from grensgeo.maps.labels import Language

#: What a picture can be written as.
ENDINGS = (".png", ".svg", ".pdf")

#: Fills of figures that are no number: hatched, never a colour of the scale.
_MISSING: dict[str, Any] = {"facecolor": "#e4e4e4", "hatch": "////", "hatchcolor": "#b5b5b5"}
_UNDEFINED: dict[str, Any] = {"facecolor": "#f4eef8", "hatch": "\\\\\\\\", "hatchcolor": "#7b5a9a"}
_NOISE: dict[str, Any] = {"facecolor": classes.NOISE}
#: Thousands and decimals by language, as the pages' Intl writes them.
_MARKS = {"nl": (".", ","), "de": (".", ","), "en": (",", ".")}
_INCHES = (11.0, 7.4)


@dataclass(frozen=True)
class Key:
    """One line of the legend."""

    fill: Mapping[str, Any]
    words: str


def save_picture(
    drawing: Map,
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
        If a choice is not one that the map has, or the name ends otherwise.
    FileError
        If the folder cannot be written to.
    """
    return _write(lambda: draw(drawing, choose=choose, language=language), path, dpi=dpi)


def side_by_side(
    left: Map,
    right: Map,
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
            sheet.onto(half, frame)
        return figure

    return _write(drawn, path, dpi=dpi)


def _write(draw: Callable[[], Figure], path: str | Path, *, dpi: int) -> Path:
    """Write a figure whole or not at all, with equal bytes for equal figures."""
    import matplotlib as mpl

    target = Path(path)
    need_ending(target, ENDINGS)
    need_place(target)
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
    """Make an empty figure that no global state knows of."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, _INCHES[1]), facecolor="white")
    FigureCanvasAgg(figure)
    return figure


def draw(
    drawing: Map,
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
    sheet.onto(figure, sheet.frame())
    return figure


def map_alone(sheet: Sheet, frame: tuple[float, float, float, float]) -> Figure:
    """Draw a map that fills its figure, without words around it."""
    figure = _canvas(_INCHES[0])
    sheet.map_onto(figure.add_axes((0, 0, 1, 1)), frame)
    return figure


@dataclass(frozen=True, eq=False)
class Sheet:
    """One layer of a map, in one language, ready to be drawn."""

    drawing: Map
    data: dict[str, Any]
    layer: dict[str, Any]
    words: _Words

    @classmethod
    def of(cls, drawing: Map, choose: Mapping[str, str], language: Language) -> Sheet:
        """Choose a layer of the first topic; see :func:`save_picture`."""
        data = drawing.content()
        view = data["views"][0]
        chosen = _chosen(view, choose)
        layer = _layer(view, chosen)
        if view["kind"] == "reach" and "destination" not in choose:
            chosen["destination"] = picture_marks.opening(view, layer, chosen["destination"])
        return cls(
            drawing,
            data,
            layer,
            _Words(language, view, chosen, by_mode=data["labels"]["by_mode"]),
        )

    def frame(self) -> tuple[float, float, float, float]:
        """Give west, south, east and north: all points, the largest isochrone, or the region."""
        import numpy as np

        spots = _spots(self) if "places" in self.words.view else []
        if spots:
            return paint.room(spots)
        south, west, north, east = self.data["base"]["bounds"]
        rings = [r for b in self.layer.get("bands", []) for p in b["geometry"] for r in p]
        if rings:
            points = np.vstack([paint.walk(ring) for ring in rings])
            (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return float(west), float(south), float(east), float(north)

    def onto(self, figure: Figure | SubFigure, frame: tuple[float, float, float, float]) -> None:
        """Draw it with all its words."""
        axes = figure.add_axes((0.02, 0.13, 0.68, 0.73))
        self.map_onto(axes, frame)
        _letters(figure, self)

    def map_onto(self, axes: Axes, frame: tuple[float, float, float, float]) -> None:
        """Draw the map alone."""
        axes.set_axis_off()
        fills = _fills(self) if "ids" in self.words.view else {}
        paint.base(axes, self.data, fills, LAND)
        for number, mark in self.over().items():
            rings = self.data["base"]["areas"][number][6]
            paint.polygon(axes, rings, picture_marks.hatch(mark), line="none")
        for band, shade in _bands(self.layer):
            fill = {"facecolor": shade, "alpha": 0.85}
            paint.polygon(axes, band["geometry"], fill, line="none")
        _flows(axes, self)
        paint.frontier(axes, self.data)
        if "places" in self.words.view:
            paint.points(axes, _marks(self), self.words.view["home"])
        paint.show(axes, frame)
        paint.names(axes, self.data, origin=self.words.origin())

    def over(self) -> dict[int, str]:
        """Give the marks over areas whose figures say less than they seem to."""
        view = self.words.view
        return picture_marks.over(view, self.layer) if "ids" in view else {}

    def legend(self) -> list[Key]:
        """Give the legend, its heading first; the national border is always shown and not here."""
        if "bands" in self.layer:
            return _band_keys(self)
        if "places" in self.words.view:
            return _point_keys(self)
        return _flow_keys(self) if "flows" in self.layer else _class_keys(self)


def common_frame(sheets: Sequence[Sheet]) -> tuple[float, float, float, float]:
    """Give west, south, east and north of a frame that holds what all of them show."""
    wests, souths, easts, norths = zip(*(sheet.frame() for sheet in sheets), strict=True)
    return min(wests), min(souths), max(easts), max(norths)


class _Words:
    """The page's words and number formats in one language, for what is drawn."""

    def __init__(
        self,
        language: Language,
        view: dict[str, Any],
        chosen: dict[str, str],
        *,
        by_mode: Mapping[str, labels.Text],
    ) -> None:
        self.by_mode = by_mode
        self.language = language
        self.view = view
        self.chosen = chosen

    def text(self, key: str, **values: str) -> str:
        found = (labels.TEXTS | point_labels.TEXTS)[key][self.language]
        for name, value in {**self._values(), **values}.items():
            found = found.replace(f"{{{name}}}", value)
        return found

    def _values(self) -> dict[str, str]:
        named: dict[str, Mapping[str, labels.Text]] = {
            "mode": self.by_mode,
            "opportunity": labels.OPPORTUNITIES,
        }
        values = {}
        for name, value in self.chosen.items():
            known = named.get(name, {}).get(value)
            values[name] = known[self.language] if known else value
        if values.get("mode") in {"all", "any"}:
            any_mode = point_labels.TEXTS["by_any"][self.language]
            values["mode"] = any_mode if values["mode"] == "any" else ""
        if "origin" in values:
            values["origin"] = self.view["names"].get(values["origin"], values["origin"])
        return values

    def number(self, value: float, unit: str = "count") -> str:
        thousands, decimals = _MARKS[self.language]
        signed = "+" if unit.startswith("change") and value > 0 else ""
        percent = unit in {"percent", "change_percent"}
        shown = value * 100 if percent else value
        digits = 1 if shown != 0 and abs(shown) < 9.5 and shown != round(shown) else 0
        plain = f"{abs(shown):,.{digits}f}".translate({44: thousands, 46: decimals})
        minus = "\N{MINUS SIGN}" if shown < 0 else ""
        space = "" if self.language == "en" else "\N{NO-BREAK SPACE}"
        return f"{signed}{minus}{plain}{space + '%' if percent else ''}"

    def asides(self, layer: dict[str, Any]) -> list[str]:
        """Say what of the flows is not drawn, and what is not known of placements."""
        told = [
            self.text(name, n=self.number(number))
            for name, number in layer.get("asides", {}).items()
            if number
        ]
        bounds = picture_marks.bounds(layer)
        told += [self.text("bounds", n=self.number(bounds))] if bounds else []
        return told + [
            self.text(
                f"flow_{what}",
                n=self.number(layer[what]),
                p=self.number(layer.get(f"people_{what}", 0)),
            )
            for what in ("left_out", "outside", "missing")
            if layer.get(what)
        ]

    def origin(self) -> tuple[str, str] | None:
        """Give id and name of the origin of isochrones."""
        if "origin" not in self.chosen:
            return None
        return self.chosen["origin"], self._values()["origin"]

    def heading(self, layer: dict[str, Any]) -> str:
        told = {name: self.number(number) for name, number in layer.get("said", {}).items()}
        each = "of_mean" if self.view.get("mean") else "of_each"
        mean = self.text(each) if "ids" in self.view else ""
        return self.text(f"head_{self.view['kind']}", **told).strip() + mean


def _chosen(view: dict[str, Any], choose: Mapping[str, str]) -> dict[str, str]:
    """Give the value of every control; faults are gathered."""
    controls = {control["id"]: control for control in view["controls"]}
    faults = [f"{name}: this map has no such choice" for name in sorted(set(choose) - {*controls})]
    faults += [
        f"{name}: {value!r} is not there; choose one of {some(controls[name]['options'], most=12)}"
        for name, value in choose.items()
        if name in controls and str(value) not in controls[name]["options"]
    ]
    if faults:
        raise InputError("choose: " + "; ".join(faults))
    chosen = {name: control["start"] for name, control in controls.items()}
    return chosen | {name: str(value) for name, value in choose.items()}


def _layer(view: dict[str, Any], chosen: dict[str, str]) -> dict[str, Any]:
    """Give the layer of these choices."""
    wanted = [chosen[control["id"]] for control in view["controls"] if not control.get("field")]
    layers: list[dict[str, Any]] = view["layers"]
    found = next((layer for layer in layers if layer["key"] == wanted), None)
    if found is None:
        there = [" ".join(layer["key"]) for layer in layers]
        raise InputError(f"no figures for {' '.join(wanted)}; there are {some(there)}")
    return found


def _field(sheet: Sheet) -> tuple[Mapping[str, str], list[Any], list[float]]:
    """Give the field that is shown, its figures and its breaks."""
    view, layer = sheet.words.view, sheet.layer
    name = "_".join(sheet.words.chosen[c["id"]] for c in view["controls"] if c.get("field"))
    field = view["fields"][name]
    return field, layer["values"][name], layer["breaks"][field["group"]]


def _fills(sheet: Sheet) -> dict[int, Mapping[str, Any]]:
    """Give the fill of each area that has a figure, by number."""
    field, values, breaks = _field(sheet)
    return {
        number: _fill(value, breaks, field["palette"])
        for number, value in zip(sheet.words.view["ids"], values, strict=True)
    }


def _class_keys(sheet: Sheet) -> list[Key]:
    """Give the legend of figures by area: classes, then what is no number."""
    words, view = sheet.words, sheet.words.view
    field, values, breaks = _field(sheet)
    label = words.text(field["label"])
    keys = [Key({}, label[0].upper() + label[1:]), *_classes(breaks, field, words)]
    for value, fill, key in (
        (BELOW_NOISE, _NOISE, "class_noise"),
        (0, {"facecolor": "#ffffff"}, _zero(field)),
        (UNDEFINED, _UNDEFINED, view.get("undefined", "undefined")),
        (None, _MISSING, "class_missing"),
    ):
        if any(v == value and (v is None) == (value is None) for v in values):
            share = words.number(view.get("noise", 0.0), "percent")
            keys.append(Key(fill, words.text(key, noise=share)))
    over = set(sheet.over().values())
    end = "class_edge" if field["palette"] == "sequential" else "class_edge_other"
    keys += [
        Key(picture_marks.hatch(mark), words.text(key))
        for mark, key in (("edge", end), ("still", "class_still"))
        if mark in over
    ]
    if len(view["ids"]) < len(sheet.data["base"]["areas"]):
        keys.append(Key({"facecolor": LAND}, words.text("class_outside")))
    return keys


def _zero(field: Mapping[str, str]) -> str:
    """Give the words of a figure of zero."""
    return {"diverging": "class_same", "effect": "class_zero_effect"}.get(
        field["palette"], "class_zero"
    )


def _fill(value: Any, breaks: Sequence[float], palette: str) -> Mapping[str, Any]:  # noqa: ANN401  a figure of the page
    """Give the fill of one figure."""
    if value is None:
        return _MISSING
    if value == UNDEFINED:
        return _UNDEFINED
    if value == BELOW_NOISE:
        return _NOISE
    return {"facecolor": classes.colour(value, breaks, palette=palette)}


def _classes(breaks: Sequence[float], field: Mapping[str, str], words: _Words) -> list[Key]:
    """Give the legend's classes, largest first."""
    palette, unit = field["palette"], field["unit"]
    if not breaks:
        return []
    sides = (1.0, -1.0) if palette == "diverging" else (1.0,)
    sign = {1.0: "+ ", -1.0: "\N{MINUS SIGN} "} if len(sides) > 1 else {1.0: ""}
    keys: list[Key] = []
    for side in sides:
        steps = []
        for step in range(len(breaks) + 1):
            inside = breaks[step] / 2 if step == 0 else breaks[step - 1]
            fill = {"facecolor": classes.colour(side * inside, breaks, palette=palette)}
            low, high = (
                words.number(v, unit) if v is not None else ""
                for v in (
                    breaks[step - 1] if step else None,
                    breaks[step] if step < len(breaks) else None,
                )
            )
            kind = (
                "class_between" if low and high else "class_above" if not high else "class_below"
            )
            said = words.text(kind, a=high if kind == "class_below" else low, b=high)
            steps.append(Key(fill, sign[side] + said))
        keys += steps[::-1] if side > 0 else steps
    return keys


def _bands(layer: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Give the isochrones of a layer with their colours, the longest first."""
    bands = sorted(layer.get("bands", []), key=lambda band: -band["cutoff"])
    last = max(len(bands) - 1, 1)
    ranks = range(len(bands) - 1, -1, -1)
    return [
        (band, classes.BANDS[round(rank / last * 4)])
        for band, rank in zip(bands, ranks, strict=True)
    ]


def _band_keys(sheet: Sheet) -> list[Key]:
    """Give the legend of isochrones, the shortest first."""
    words = sheet.words
    keys = [Key({}, words.text("travel_time"))]
    for band, shade in reversed(_bands(sheet.layer)):
        minutes = words.text("within", n=f"{band['cutoff']:g}")
        size = words.text("area_km2", n=words.number(band["km2"]["all"]))
        keys.append(Key({"facecolor": shade}, f"{minutes} ({size})"))
    return keys


def _width(sheet: Sheet, size: float) -> float:
    """Give the width of a flow in points."""
    breaks, widths = sheet.layer["breaks"], sheet.data["widths"]
    step = sum(size >= cut for cut in breaks)
    return float(widths[round(step * (len(widths) - 1) / max(len(breaks), 1))]) * 0.75


def _flows(axes: Axes, sheet: Sheet) -> None:
    """Draw flows as bows, each to the right of the one back, the largest on top."""
    places = {number: (lon, lat) for number, lon, lat in sheet.data["base"]["places"]}
    country = [area[2] for area in sheet.data["base"]["areas"]]
    for start, end, size in reversed(sheet.layer.get("flows", [])):
        points = paint.bow(places[start], places[end])
        shade = classes.FLOWS[country[start] != country[end]]
        width = _width(sheet, size)
        axes.plot(points[:, 0], points[:, 1], color=shade, linewidth=width, zorder=2.5)


def _flow_keys(sheet: Sheet) -> list[Key]:
    """Give the legend of flows: their widths, then their colours."""
    words, breaks = sheet.words, sheet.layer["breaks"]
    keys = [Key({}, words.text("field_flows"))]
    for step in range(len(breaks), -1, -1) if breaks else ():
        low, high = breaks[:step][-1:], breaks[step : step + 1]
        kind = "class_between" if low and high else "class_above" if low else "class_below"
        said = words.text(
            kind, a=words.number((low or high)[0]), b=words.number(high[0]) if high else ""
        )
        keys.append(Key({"line": INK, "width": _width(sheet, (low or [0])[0])}, said))
    for shade, key in zip(classes.FLOWS, ("flow_within", "flow_across"), strict=True):
        keys.append(Key({"line": shade, "width": 3.0}, words.text(key)))
    return keys


def _spots(sheet: Sheet) -> list[tuple[float, float]]:
    """Give the places of the placements that are shown, and the home."""
    view = sheet.words.view
    shown = {view["offers"][number]["place"] for number, _ in sheet.layer["rows"]}
    spots = [(x, y) for x, y, _ in (view["places"][place] for place in sorted(shown))]
    return [*spots, view["home"]] if view["home"] else spots


def _marks(sheet: Sheet) -> list[tuple[float, float, str, str]]:
    """Give longitude, latitude, shape and colour of the placements, the farthest first."""
    view = sheet.words.view
    marks = []
    for number, minutes in reversed(sheet.layer["rows"]):
        x, y, across = view["places"][view["offers"][number]["place"]]
        shade = view["bands"][paint.band(minutes, view["bands"])][1]
        marks.append((x, y, "D" if across else "o", shade))
    return marks


def _point_keys(sheet: Sheet) -> list[Key]:
    """Give the legend of placements: bands of minutes, then shapes."""
    words, bands = sheet.words, sheet.words.view["bands"]
    found = [paint.band(minutes, bands) for _, minutes in sheet.layer["rows"]]
    keys = [Key({}, words.text("placement_offers"))]
    for number, (end, shade) in enumerate(bands):
        start = bands[number - 1][0] if number else 0
        said = words.text("placement_band", a=words.number(start), b=words.number(end),
                          n=words.number(found.count(number)))  # fmt: skip
        keys.append(Key({"facecolor": shade}, said))
    for marker, name in (("o", "own"), ("D", "across"), ("*", "home")):
        if marker != "*" or sheet.words.view["home"]:
            keys.append(Key({"marker": marker}, words.text(f"placement_{name}")))
    return keys


def _letters(figure: Figure | SubFigure, sheet: Sheet) -> None:
    """Write heading, legend, notes and sources around the map."""
    drawing, words = sheet.drawing, sheet.words
    from matplotlib.patches import Rectangle

    title = drawing.heading()[words.language]
    figure.text(0.03, 0.945, title, fontsize=16, fontweight="bold", color=INK, **TYPE)
    figure.text(0.03, 0.9, words.heading(sheet.layer), fontsize=10.5, color=GREY, **TYPE)
    top = 0.84
    for key in sheet.legend():
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
    source = f"{words.text('source')}: " + " · ".join(drawing.attributions())
    made = words.text("made_with", version=page.package_version())
    foot = textwrap.wrap(f"{source} · {made}", 205)
    figure.text(0.03, 0.105, "\n".join(foot), fontsize=6.2, va="top", color=GREY,
                linespacing=1.3, **TYPE)  # fmt: skip


def _mark(figure: Figure | SubFigure, height: float, fill: Mapping[str, Any]) -> Artist:
    """Give a shape of the legend."""
    from matplotlib.lines import Line2D

    home = fill["marker"] == "*"
    return Line2D([0.733], [height], transform=figure.transSubfigure, marker=fill["marker"],
                  markersize=11 if home else 6, linestyle="none", markeredgecolor=INK,
                  markerfacecolor=FRONTIER if home else "white")  # fmt: skip


def _line(figure: Figure | SubFigure, height: float, *, colour: str, width: float) -> Artist:
    """Give a level line of the legend."""
    from matplotlib.lines import Line2D

    at = [0.72, 0.746]
    transform = figure.transSubfigure
    return Line2D(at, [height] * 2, transform=transform, color=colour, linewidth=width)
