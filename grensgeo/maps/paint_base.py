"""The base map on paper: the same features, ranks and colours as on a page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.maps.base_map import COLOURS, TOLERANCES_M, level_at, shown_at, without_main_places
from grensgeo.maps.paint import TYPE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy.typing as npt
    from matplotlib.axes import Axes

    from grensgeo.maps.base import MappedRegion

#: Pixels of a page at an inch of paper, by which a page's zooms are taken over.
_PIXELS_PER_INCH = 96
#: Pixels of the whole world at zoom 0.
_WORLD_PX = 256
#: Widths of roads by rank, points, where all of a region is in view; they grow as on a page.
_ROADS = (1.3, 0.9, 0.5, 0.4)
_CASING = 0.7
_LIGHT = COLOURS["light"]
#: Shields of one road stand at least this far apart, inches; a shorter road bears none.
_APART_IN, _SHORTEST_IN = 2.6, 0.35
_MOST_SHIELDS = 22
#: Zooms from which roads of a rank bear their number.
_NUMBERED_FROM = (0, 8, 10.5, 12)
_SHIELDS = ({"facecolor": "#4b6a97", "edgecolor": "white"},
            {"facecolor": "#fffdf2", "edgecolor": "#b5a970"})  # fmt: skip
_LETTERS = ("white", "#5a5335")
_DEGREE_M = 111_195.0


def zoom_of(axes: Axes) -> float:
    """Return the zoom of a page that shows as much on as wide a screen."""
    (west, east), box = axes.get_xlim(), axes.get_window_extent()
    inches = box.width / axes.figure.dpi
    return math.log2(360 * inches * _PIXELS_PER_INCH / _WORLD_PX / (east - west))


def draw_base_map(axes: Axes, features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Draw what lies beneath the figures, over them and pale.

    Parameters
    ----------
    axes
        With its limits set.
    features
        schema.BASE_MAP.

    Returns
    -------
    GeoDataFrame
        Those that are drawn.
    """
    zoom = zoom_of(axes)
    shown = _in_view(axes, features, zoom)
    thin = shown.geometry.simplify(TOLERANCES_M[level_at(zoom)] / _DEGREE_M / 2)
    grown = min(max(zoom - 8, 0), 5)
    for layer in ("nature", "built_up", "water"):
        _fill(axes, thin[shown["layer"] == layer], _LIGHT[layer])
    rivers = thin[shown["layer"] == "waterway"]
    _lines(axes, rivers, _LIGHT["river"], 0.8 * (1 + 0.2 * grown))
    for rank in range(len(_ROADS), 0, -1):
        width = _ROADS[rank - 1] * (1 + 0.3 * grown)
        roads = thin[(shown["layer"] == "road") & (shown["rank"] == rank)]
        _lines(axes, roads, _LIGHT["casing"], width + _CASING)
        _lines(axes, roads, _LIGHT["road"], width)
    rails = thin[shown["layer"] == "rail"]
    _lines(axes, rails, _LIGHT["rail"], 1.2)
    _lines(axes, rails, _LIGHT["sleeper"], 0.6, dashes=(0, (5, 5)))
    stations = shown[shown["layer"] == "station"].geometry
    axes.plot(stations.x, stations.y, "s", color="white", markersize=3, mec="#34363e", mew=0.6,
              zorder=2.3)  # fmt: skip
    return shown


def lesser_places(shown: gpd.GeoDataFrame, region: MappedRegion) -> list[tuple[float, float, str]]:
    """Return longitude, latitude and name of places that a map does not name already.

    Parameters
    ----------
    shown
        What :func:`draw_base_map` drew.
    region
        The region, whose main places are named.
    """
    places = without_main_places(shown[shown["layer"] == "place"], region)
    places = places.sort_values(
        ["rank", "population", "name"], ascending=[True, False, True], kind="stable"
    )
    return list(zip(places.geometry.x, places.geometry.y, places["name"], strict=True))


def draw_shields(
    axes: Axes, shown: gpd.GeoDataFrame, taken: Sequence[tuple[float, float]]
) -> None:
    """Write the numbers of the greatest roads where there is room.

    Parameters
    ----------
    axes
        With its limits set.
    shown
        What :func:`draw_base_map` drew.
    taken
        Places that bear a name.
    """
    import shapely

    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    box = axes.get_window_extent()
    inch = (east - west) / (box.width / axes.figure.dpi)
    squeeze = (north - south) / (box.height / axes.figure.dpi) / inch
    numbered = sum(zoom_of(axes) >= since for since in _NUMBERED_FROM)
    roads = shown[(shown["layer"] == "road") & (shown["rank"] <= numbered)]
    roads = roads[roads["name"] != ""]
    roads = roads.assign(long=shapely.length(roads.geometry.to_numpy())).sort_values(
        ["rank", "long"], ascending=[True, False], kind="stable"
    )
    view = shapely.box(west + inch / 4, south + inch / 4, east - inch / 2, north - inch / 4)
    names = np.array(taken, dtype=float).reshape(-1, 2)
    standing: list[tuple[str, float, float]] = []
    for name, rank, shape in zip(roads["name"], roads["rank"], roads.geometry, strict=True):
        seen = shape.intersection(view)
        if seen.length < _SHORTEST_IN * inch or len(standing) >= _MOST_SHIELDS:
            continue
        spot = shapely.line_interpolate_point(shapely.get_geometry(seen, 0), 0.5, normalized=True)
        if spot is None or spot.is_empty:
            continue
        text = "/".join(name.split("/")[:2])
        near = [(x, y) for other, x, y in standing if other == text]
        far = all(
            math.hypot(spot.x - x, (spot.y - y) / squeeze) > _APART_IN * inch for x, y in near
        )
        every = np.vstack([names, [(x, y) for _, x, y in standing] or np.zeros((0, 2))])
        beside = (every[:, 0] - spot.x > -0.8 * inch) & (every[:, 0] - spot.x < 0.3 * inch)
        beside &= np.abs(every[:, 1] - spot.y) < 0.16 * inch * squeeze
        if not far or beside.any():
            continue
        standing.append((text, spot.x, spot.y))
        look: dict[str, Any] = {"boxstyle": "round,pad=0.18", "linewidth": 0.6}
        axes.annotate(
            text, (spot.x, spot.y), ha="center", va="center", fontsize=5.5, fontweight="bold",
            color=_LETTERS[rank > 1], bbox=look | _SHIELDS[rank > 1], zorder=6.5, **TYPE,
        )  # fmt: skip


def _in_view(axes: Axes, features: gpd.GeoDataFrame, zoom: float) -> gpd.GeoDataFrame:
    """Return the features that are drawn at a zoom and lie in view."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    shown = [
        shown_at(layer, rank, zoom)
        for layer, rank in zip(features["layer"], features["rank"], strict=True)
    ]
    return features[shown].cx[west:east, south:north]


def _lines(
    axes: Axes,
    shapes: gpd.GeoSeries,
    colour: str,
    width: float,
    *,
    dashes: str | tuple[int, tuple[int, ...]] = "solid",
) -> None:
    """Draw lines of one kind."""
    import shapely
    from matplotlib.collections import LineCollection

    parts = shapely.get_parts(shapes.to_numpy())
    lines: list[npt.NDArray[np.float64]] = [shapely.get_coordinates(part) for part in parts]
    axes.add_collection(
        LineCollection(lines, colors=colour, linewidths=width, linestyles=dashes, zorder=2.2,
                       capstyle="butt" if dashes != "solid" else "round"),
        autolim=False,
    )  # fmt: skip


def _fill(axes: Axes, shapes: gpd.GeoSeries, colour: str) -> None:
    """Draw areas of one kind, which may overlap, in one colour."""
    import shapely
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    whole = shapely.union_all(shapes.to_numpy())
    rings = shapely.get_rings(shapely.get_parts(whole))
    if not len(rings):
        return
    paths = [Outline(shapely.get_coordinates(ring), closed=True) for ring in rings]
    axes.add_patch(
        PathPatch(Outline.make_compound_path(*paths), facecolor=colour, linewidth=0, zorder=2.2)
    )
