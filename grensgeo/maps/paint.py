"""What a picture's map is made of: areas, lines, names, drawn on matplotlib's axes.

Coordinates are degrees; a line travels as steps, see :func:`grensgeo.maps.base.encode`, the areas
by the corners that they share, see :mod:`grensgeo.maps.shared_outlines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.maps.base import UNITS_PER_DEGREE
from grensgeo.maps.shared_outlines import read_shared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import numpy.typing as npt
    from matplotlib.axes import Axes
    from matplotlib.path import Path as Outline

INK, GREY, LAND, FRONTIER = "#1d1f24", "#5a5d66", "#f3f1ec", "#c2185b"
#: The font comes with matplotlib, so that a picture is the same everywhere; names are no formulas.
TYPE: dict[str, Any] = {"fontfamily": "DejaVu Sans", "parse_math": False}


def bow(start: tuple[float, float], end: tuple[float, float]) -> npt.NDArray[np.float64]:
    """Return the points of a bow, to the right of the straight line."""
    import numpy as np

    (x0, y0), (x1, y1) = start, end
    squeeze = np.cos(np.radians((y0 + y1) / 2))
    side = np.array([(y1 - y0) / squeeze, -(x1 - x0) * squeeze])
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2]) + 0.12 * side
    u = np.linspace(0, 1, 17)[:, None]
    points = (1 - u) ** 2 * np.array(start) + 2 * u * (1 - u) * middle + u**2 * np.array(end)
    return np.asarray(points, dtype=np.float64)


def walk(steps: Sequence[int]) -> npt.NDArray[np.float64]:
    """Compute the points of the steps in which a ring travels, in degrees."""
    import numpy as np

    return np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / UNITS_PER_DEGREE


def outlines(data: Mapping[str, Any]) -> list[list[list[npt.NDArray[np.float64]]]]:
    """Read the rings of each area of a map, in degrees."""
    shared = read_shared([area[6] for area in data["base"]["areas"]], data["base"]["corners"])
    return [[[ring / UNITS_PER_DEGREE for ring in one] for one in area] for area in shared]


def outline(polygons: Sequence[Sequence[npt.NDArray[np.float64]]]) -> Outline:
    """Build one path of the rings of an area."""
    import numpy as np
    from matplotlib.path import Path as Outline

    corners, codes = [], []
    for rings in polygons:
        for points in rings:
            corners.append(np.vstack([points, points[:1]]))
            codes += [Outline.MOVETO, *[Outline.LINETO] * (len(points) - 1), Outline.CLOSEPOLY]
    return Outline(np.vstack(corners), codes)


def polygon(
    axes: Axes,
    polygons: Sequence[Sequence[npt.NDArray[np.float64]]],
    fill: Mapping[str, Any],
    *,
    line: str = "#7d7f86",
    width: float = 0.5,
) -> None:
    """Draw one area."""
    from matplotlib.patches import PathPatch

    if polygons:
        axes.add_patch(PathPatch(outline(polygons), edgecolor=line, linewidth=width, **fill))


def base(
    axes: Axes,
    data: dict[str, Any],
    rings: Sequence[Sequence[Sequence[npt.NDArray[np.float64]]]],
    fills: Mapping[int, Mapping[str, Any]],
) -> None:
    """Draw the areas, those with figures over those without."""
    plain: Mapping[str, Any] = {"facecolor": LAND}
    areas = list(enumerate(data["base"]["areas"]))
    for number, area in sorted(areas, key=lambda item: item[0] in fills):
        ring = area[4] == "ring"
        line, width = ("#c9c5bb", 0.3) if ring else ("#7d7f86", 0.5)
        polygon(axes, rings[number], fills.get(number, plain), line=line, width=width)


def frontier(axes: Axes, data: dict[str, Any]) -> None:
    """Draw the national border, white beneath so that it stands out on any colour."""
    for steps in data["base"]["border"]:
        points = walk(steps)
        axes.plot(points[:, 0], points[:, 1], color="white", linewidth=3.4, zorder=3)
        axes.plot(points[:, 0], points[:, 1], color=FRONTIER, linewidth=1.7, zorder=4)


def band(minutes: float, bands: Sequence[Sequence[Any]]) -> int:
    """Return the number of the band of minutes, by the same rule as the page's script."""
    inside = (n for n, (end, _) in enumerate(bands) if minutes <= end * 1.0001)
    return next(inside, len(bands) - 1)


def room(spots: Sequence[Sequence[float]]) -> tuple[float, float, float, float]:
    """Return west, south, east and north around places, at least a few kilometres."""
    xs, ys = zip(*spots, strict=True)
    wide, high = max(max(xs) - min(xs), 0.08), max(max(ys) - min(ys), 0.05)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return x - 0.6 * wide, y - 0.6 * high, x + 0.6 * wide, y + 0.6 * high


def points(
    axes: Axes,
    marks: Sequence[tuple[float, float, str, str]],
    home: Sequence[float] | None,
) -> None:
    """Draw points by shape and colour, and a star where one sets out."""
    for x, y, marker, shade in marks:
        axes.plot([x], [y], marker, color=shade, markersize=6.5, mec=INK, mew=0.8, zorder=8)
    if home:
        axes.plot([home[0]], [home[1]], "*", color=FRONTIER, markersize=15, mec="white", zorder=9)


def show(axes: Axes, frame: tuple[float, float, float, float]) -> None:
    """Set the limits so that the frame is in view and a kilometre is as long in both ways."""
    import numpy as np

    west, south, east, north = frame
    squeeze = np.cos(np.radians((south + north) / 2))
    box = axes.get_window_extent()
    wide = box.width / box.height / squeeze
    high = 1.06 * max(north - south, (east - west) / wide)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    axes.set_xlim(middle_x - high * wide / 2, middle_x + high * wide / 2)
    axes.set_ylim(middle_y - high / 2, middle_y + high / 2)


def names(
    axes: Axes,
    data: dict[str, Any],
    *,
    origin: tuple[str, str] | None,
    lesser: Sequence[tuple[float, float, str]] = (),
) -> list[tuple[float, float]]:
    """Write the names of the greatest places that leave each other room, and return where.

    ``origin`` is id and name of the origin of isochrones, which gets a mark of its own;
    ``lesser`` are places that are no municipality's main place, the greatest first.
    """
    from matplotlib.patheffects import withStroke

    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    halo = [withStroke(linewidth=2.5, foreground="white")]
    taken: list[tuple[float, float, str]] = []
    spots: list[tuple[float, float, str, bool]] = []
    if origin is not None and origin[0] in data["origins"]:
        lon, lat = data["origins"][origin[0]]
        axes.plot([lon], [lat], "o", color=FRONTIER, markersize=7, mec="white", zorder=6)
        spots.append((lon, lat, origin[1], True))
    for number, lon, lat in data["base"]["places"]:
        area = data["base"]["areas"][number]
        spots.append((lon, lat, str(area[1]), area[5] > 60_000))
    spots += [(lon, lat, name, False) for lon, lat, name in lesser]
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
        axes.plot([lon], [lat], "o", color=INK, markersize=2.6, mec="white", mew=0.6, zorder=6)
        axes.annotate(
            name,
            (lon, lat),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontsize=9 if large else 7,
            fontweight="bold" if large else "normal",
            color=INK,
            path_effects=halo,
            zorder=7,
            **TYPE,
        )
    return [(lon, lat) for lon, lat, _ in taken]
