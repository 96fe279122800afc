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
from grensgeo.maps import classes, labels, page
from grensgeo.maps.base import UNITS_PER_DEGREE
from grensgeo.maps.views import BELOW_NOISE, UNDEFINED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path as Outline

    from grensgeo.maps.canvas import Map
    from grensgeo.maps.labels import Language

#: What a picture can be written as.
ENDINGS = (".png", ".svg", ".pdf")

_INK, _GREY, _LAND, _FRONTIER = "#1d1f24", "#5a5d66", "#f3f1ec", "#c2185b"
#: It comes with matplotlib, so that a picture is the same everywhere; names are no formulas.
_TYPE: dict[str, Any] = {"fontfamily": "DejaVu Sans", "parse_math": False}
#: Fills of figures that are no number: hatched, never a colour of the scale.
_MISSING: dict[str, Any] = {"facecolor": "#e4e4e4", "hatch": "////", "hatchcolor": "#b5b5b5"}
_UNDEFINED: dict[str, Any] = {"facecolor": "#f4eef8", "hatch": "\\\\\\\\", "hatchcolor": "#7b5a9a"}
_NOISE: dict[str, Any] = {"facecolor": "#dcdcdc"}
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
    target = Path(path)
    need_ending(target, ENDINGS)
    need_place(target)
    figure = draw(drawing, choose=choose, language=language)
    # dates and random ids would make equal maps unequal files
    fixed: dict[str, Any] = {
        ".svg": {"metadata": {"Date": None}},
        ".pdf": {"metadata": {"CreationDate": None}},
    }.get(target.suffix.lower(), {})
    import matplotlib as mpl

    with beside(target) as folder, mpl.rc_context({"svg.hashsalt": "grensgeo"}):
        part = folder / target.name
        figure.savefig(part, dpi=dpi, **fixed)
        part.replace(target)
    return target


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
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    data = drawing.content()
    view = data["views"][0]
    chosen = _chosen(view, choose or {})
    words = _Words(language or drawing.language, view, chosen)
    layer = _layer(view, chosen)
    figure = Figure(figsize=_INCHES, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.02, 0.13, 0.68, 0.73))
    axes.set_axis_off()
    fills, keys = _figures(view, layer, chosen, words)
    _base(axes, data, fills, _LAND)
    if "bands" in layer:
        keys = _bands(axes, layer, words)
    if "flows" in layer:
        keys = _flows(axes, data, layer, words)
    _frontier(axes, data)
    _frame(axes, data, layer)
    _names(axes, data, words)
    _letters(figure, drawing, words, keys)
    return figure


class _Words:
    """The page's words and number formats in one language, for what is drawn."""

    def __init__(self, language: Language, view: dict[str, Any], chosen: dict[str, str]) -> None:
        self.language = language
        self.view = view
        self.chosen = chosen

    def text(self, key: str, **values: str) -> str:
        found = labels.TEXTS[key][self.language]
        for name, value in {**self._values(), **values}.items():
            found = found.replace(f"{{{name}}}", value)
        return found

    def _values(self) -> dict[str, str]:
        named: dict[str, Mapping[str, labels.Text]] = {
            "mode": labels.BY_MODE,
            "opportunity": labels.OPPORTUNITIES,
        }
        values = {}
        for name, value in self.chosen.items():
            known = named.get(name, {}).get(value)
            values[name] = known[self.language] if known else value
        if values.get("mode") == "all":
            values["mode"] = ""
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

    def heading(self) -> str:
        return self.text(f"head_{self.view['kind']}").strip()


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


def _figures(
    view: dict[str, Any], layer: dict[str, Any], chosen: dict[str, str], words: _Words
) -> tuple[dict[int, Mapping[str, Any]], list[Key]]:
    """Give the fill of each area by number, and the legend; nothing of isochrones."""
    if "ids" not in view:
        return {}, []
    name = "_".join(chosen[c["id"]] for c in view["controls"] if c.get("field"))
    field = view["fields"][name]
    values = layer["values"][name]
    breaks = layer["breaks"][field["group"]]
    unit = field["unit"]
    if field["palette"] == "diverging":
        unit = "change_percent" if unit == "percent" else "change"
    fills = {
        number: _fill(value, breaks, field["palette"])
        for number, value in zip(view["ids"], values, strict=True)
    }
    keys = _classes(breaks, field["palette"], unit, words)
    undefined = view.get("undefined", "undefined")
    for value, fill, key in (
        (BELOW_NOISE, _NOISE, "class_noise"),
        (0, {"facecolor": "#ffffff"}, _zero(field)),
        (UNDEFINED, _UNDEFINED, undefined),
        (None, _MISSING, "class_missing"),
    ):
        if any(v == value and (v is None) == (value is None) for v in values):
            share = words.number(view.get("noise", 0.0), "percent")
            keys.append(Key(fill, words.text(key, noise=share)))
    ring = any(area not in fills for area in range(len(fills) + 1))
    if ring:
        keys.append(Key({"facecolor": _LAND}, words.text("class_outside")))
    label = words.text(field["label"])
    return fills, [Key({}, label[0].upper() + label[1:]), *keys]


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


def _classes(breaks: Sequence[float], palette: str, unit: str, words: _Words) -> list[Key]:
    """Give the legend's classes, largest first."""
    if not breaks:
        return []
    plain = unit.replace("change_", "").replace("change", "count")
    sides = (1.0, -1.0) if palette == "diverging" else (1.0,)
    sign = {1.0: "+ ", -1.0: "\N{MINUS SIGN} "} if len(sides) > 1 else {1.0: ""}
    keys: list[Key] = []
    for side in sides:
        steps = []
        for step in range(len(breaks) + 1):
            inside = breaks[step] / 2 if step == 0 else breaks[step - 1]
            fill = {"facecolor": classes.colour(side * inside, breaks, palette=palette)}
            low, high = (
                words.number(v, plain) if v is not None else ""
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


def _bands(axes: Axes, layer: dict[str, Any], words: _Words) -> list[Key]:
    """Draw isochrones, the longest first, and give their legend."""
    bands = sorted(layer["bands"], key=lambda band: -band["cutoff"])
    last = max(len(bands) - 1, 1)
    keys = [Key({}, words.text("travel_time"))]
    for place, band in enumerate(bands):
        rank = len(bands) - 1 - place
        shade = classes.BANDS[round(rank / last * 4)]
        _polygon(axes, band["geometry"], {"facecolor": shade, "alpha": 0.85}, line="none")
        minutes = words.text("within", n=f"{band['cutoff']:g}")
        size = words.text("area_km2", n=words.number(band["km2"]["all"]))
        keys.insert(1, Key({"facecolor": shade}, f"{minutes} ({size})"))
    return keys


def _flows(axes: Axes, data: dict[str, Any], layer: dict[str, Any], words: _Words) -> list[Key]:
    """Draw flows as bows, each to the right of the one back, and give their legend."""
    places = {number: (lon, lat) for number, lon, lat in data["base"]["places"]}
    country = [area[2] for area in data["base"]["areas"]]
    breaks, widths = layer["breaks"], data["widths"]

    def width(size: float) -> float:
        step = sum(size >= cut for cut in breaks)
        return float(widths[round(step * (len(widths) - 1) / max(len(breaks), 1))]) * 0.75

    for start, end, size in reversed(layer["flows"]):
        points = _bow(places[start], places[end])
        shade = classes.FLOWS[country[start] != country[end]]
        axes.plot(points[:, 0], points[:, 1], color=shade, linewidth=width(size), zorder=2.5)
    keys = [Key({}, words.text("field_flows"))]
    for step in range(len(breaks), -1, -1):
        low, high = breaks[:step][-1:], breaks[step : step + 1]
        kind = "class_between" if low and high else "class_above" if low else "class_below"
        said = words.text(
            kind, a=words.number((low or high)[0]), b=words.number(high[0]) if high else ""
        )
        keys.append(Key({"line": _INK, "width": width((low or [0])[0])}, said))
    for shade, key in zip(classes.FLOWS, ("flow_within", "flow_across"), strict=True):
        keys.append(Key({"line": shade, "width": 3.0}, words.text(key)))
    return keys


def _bow(start: tuple[float, float], end: tuple[float, float]) -> npt.NDArray[np.float64]:
    """Give the points of a bow, to the right of the straight line."""
    import numpy as np

    (x0, y0), (x1, y1) = start, end
    squeeze = np.cos(np.radians((y0 + y1) / 2))
    side = np.array([(y1 - y0) / squeeze, -(x1 - x0) * squeeze])
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2]) + 0.12 * side
    u = np.linspace(0, 1, 17)[:, None]
    points = (1 - u) ** 2 * np.array(start) + 2 * u * (1 - u) * middle + u**2 * np.array(end)
    return np.asarray(points, dtype=np.float64)


def _walk(steps: Sequence[int]) -> npt.NDArray[np.float64]:
    """Follow the steps in which a ring travels, in degrees."""
    import numpy as np

    return np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / UNITS_PER_DEGREE


def _outline(polygons: Sequence[Sequence[Sequence[int]]]) -> Outline:
    """Make one path of the rings of an area."""
    import numpy as np
    from matplotlib.path import Path as Outline

    corners, codes = [], []
    for rings in polygons:
        for ring in rings:
            points = _walk(ring)
            corners.append(np.vstack([points, points[:1]]))
            codes += [Outline.MOVETO, *[Outline.LINETO] * (len(points) - 1), Outline.CLOSEPOLY]
    return Outline(np.vstack(corners), codes)


def _polygon(
    axes: Axes,
    polygons: Sequence[Sequence[Sequence[int]]],
    fill: Mapping[str, Any],
    *,
    line: str = "#7d7f86",
    width: float = 0.5,
) -> None:
    """Draw one area."""
    from matplotlib.patches import PathPatch

    if polygons:
        axes.add_patch(PathPatch(_outline(polygons), edgecolor=line, linewidth=width, **fill))


def _base(
    axes: Axes, data: dict[str, Any], fills: Mapping[int, Mapping[str, Any]], land: str
) -> None:
    """Draw the areas, those with figures over those without."""
    plain: Mapping[str, Any] = {"facecolor": land}
    areas = list(enumerate(data["base"]["areas"]))
    for number, area in sorted(areas, key=lambda item: item[0] in fills):
        ring = area[4] == "ring"
        line, width = ("#c9c5bb", 0.3) if ring else ("#7d7f86", 0.5)
        _polygon(axes, area[6], fills.get(number, plain), line=line, width=width)


def _frontier(axes: Axes, data: dict[str, Any]) -> None:
    """Draw the national border, white beneath so that it stands out on any colour."""
    for steps in data["base"]["border"]:
        points = _walk(steps)
        axes.plot(points[:, 0], points[:, 1], color="white", linewidth=3.4, zorder=3)
        axes.plot(points[:, 0], points[:, 1], color=_FRONTIER, linewidth=1.7, zorder=4)


def _frame(axes: Axes, data: dict[str, Any], layer: dict[str, Any]) -> None:
    """Show the region without its ring, or the largest isochrone."""
    import numpy as np

    south, west, north, east = data["base"]["bounds"]
    bands = [band for band in layer.get("bands", []) if band["geometry"]]
    if bands:
        points = np.vstack(
            [_walk(ring) for band in bands for rings in band["geometry"] for ring in rings]
        )
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    squeeze = np.cos(np.radians((south + north) / 2))
    box = axes.get_position()
    wide = box.width * _INCHES[0] / (box.height * _INCHES[1]) / squeeze
    high = 1.06 * max(north - south, (east - west) / wide)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    axes.set_xlim(middle_x - high * wide / 2, middle_x + high * wide / 2)
    axes.set_ylim(middle_y - high / 2, middle_y + high / 2)


def _names(axes: Axes, data: dict[str, Any], words: _Words) -> None:
    """Write the names of the greatest places that leave each other room, and of the origin."""
    from matplotlib.patheffects import withStroke

    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    halo = [withStroke(linewidth=2.5, foreground="white")]
    taken: list[tuple[float, float, str]] = []
    origin = words.chosen.get("origin")
    spots: list[tuple[float, float, str, bool]] = []
    if origin is not None and origin in data["origins"]:
        lon, lat = data["origins"][origin]
        axes.plot([lon], [lat], "o", color=_FRONTIER, markersize=7, mec="white", zorder=6)
        spots.append((lon, lat, words._values()["origin"], True))  # noqa: SLF001  its own module
    for number, lon, lat in data["base"]["places"]:
        area = data["base"]["areas"][number]
        spots.append((lon, lat, str(area[1]), area[5] > 60_000))
    for lon, lat, name, large in spots:
        room = (north - south) / 26
        inside = west < lon < east and south < lat < north
        width = (len(name) * 0.011 + 0.01) * (east - west)
        clear = all(
            abs(lat - y) > room
            or lon + width < x
            or x + (len(n) * 0.011 + 0.01) * (east - west) < lon
            for x, y, n in taken
        )
        if not inside or not clear or lon + width > east:
            continue
        taken.append((lon, lat, name))
        axes.plot([lon], [lat], "o", color=_INK, markersize=2.6, mec="white", mew=0.6, zorder=6)
        axes.annotate(
            name,
            (lon, lat),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontsize=9 if large else 7,
            fontweight="bold" if large else "normal",
            color=_INK,
            path_effects=halo,
            zorder=7,
            **_TYPE,
        )


def _letters(figure: Figure, drawing: Map, words: _Words, keys: Sequence[Key]) -> None:
    """Write heading, legend, notes and sources around the map."""
    from matplotlib.patches import Rectangle

    title = drawing.heading()[words.language]
    figure.text(0.03, 0.945, title, fontsize=16, fontweight="bold", color=_INK, **_TYPE)
    figure.text(0.03, 0.9, words.heading(), fontsize=10.5, color=_GREY, **_TYPE)
    top = 0.84
    for key in keys:
        lines = textwrap.wrap(key.words, 40 if not key.fill else 34)
        if "line" in key.fill:
            style = {"color": key.fill["line"], "linewidth": key.fill["width"]}
            figure.add_artist(_line(figure, [0.72, 0.746], [top - 0.003] * 2, **style))
        elif key.fill:
            box = Rectangle((0.72, top - 0.016), 0.026, 0.026, transform=figure.transFigure,
                            edgecolor="#7d7f86", linewidth=0.5, **key.fill)  # fmt: skip
            figure.add_artist(box)
        left = 0.755 if key.fill else 0.72
        weight = "normal" if key.fill else "bold"
        figure.text(left, top + 0.008, "\n".join(lines), fontsize=8.5, va="top",
                    fontweight=weight, color=_INK, linespacing=1.25, **_TYPE)  # fmt: skip
        top -= 0.037 + 0.022 * (len(lines) - 1) + (0 if key.fill else 0.008)
    figure.add_artist(_line(figure, [0.72, 0.746], [top, top], color=_FRONTIER, linewidth=1.7))
    figure.text(
        0.755, top, words.text("border_line"), fontsize=8.5, va="center", color=_INK, **_TYPE
    )
    shown = {None, *words.chosen.values()}
    notes = [
        note[words.language]
        for name, note in drawing.notes().items()
        if labels.CONCERNS.get(name) in shown
    ]
    if "closed" in words.view and words.chosen.get("destination") in {None, "closed"}:
        notes.insert(0, words.text(words.view["closed"]))
    said = textwrap.wrap("  ".join(notes), 44)
    figure.text(0.72, top - 0.03, "\n".join(said), fontsize=7, va="top", color=_GREY,
                linespacing=1.3, **_TYPE)  # fmt: skip
    source = f"{words.text('source')}: " + " · ".join(drawing.attributions())
    made = words.text("made_with", version=page.package_version())
    foot = textwrap.wrap(f"{source} · {made}", 205)
    figure.text(0.03, 0.105, "\n".join(foot), fontsize=6.2, va="top", color=_GREY,
                linespacing=1.3, **_TYPE)  # fmt: skip


def _line(figure: Figure, xs: Iterable[float], ys: Iterable[float], **style: Any) -> Any:  # noqa: ANN401  matplotlib's own
    from matplotlib.lines import Line2D

    return Line2D(list(xs), list(ys), transform=figure.transFigure, **style)
