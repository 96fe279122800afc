"""Heights from a raster, how far each edge climbs and falls, and what that does to speeds."""

from __future__ import annotations

import hashlib
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo import polylines
from grensgeo.errors import FileError, GrensgeoWarning, InputError, some
from grensgeo.files.spoilt import doubt
from grensgeo.geodata.rasters import open_raster
from grensgeo.modes import CYCLING
from grensgeo.notes import Note
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.arrays import Floats, Longs, Singles
    from grensgeo.network.contents import Streets


#: Heights are taken at both ends of an edge and at least this often between them, metres: the
#: cell of the usual free terrain models (SRTM and Copernicus: 1 arc second, about 30 m).
STEP_M: Final = 30.0
#: A finer raster is averaged to cells of about this width while it is read: kerbs, cars and
#: hedges are no hills.
FINEST_M: Final = 10.0
#: Heights beyond these are no metres above the sea.
LOWEST_M, HIGHEST_M = -500.0, 9000.0
#: No street is steeper: Baldwin Street in Dunedin rises 34.8% (Guinness World Records, 2020). What
#: a raster puts above this is a fault of the raster, or of where the street is drawn.
STEEPEST: Final = 0.35
#: Shares of the points along streets: above the first, heights of one and the same value beside
#: cliffs mean no data; above the second, slopes that no street has mean another unit.
_NO_DATA_SHARE, _OTHER_UNIT_SHARE = 0.005, 0.1
#: Nor is any city so steep on the mean: La Paz and San Francisco stay below a tenth.
_STEEPEST_MEAN: Final = 0.15
#: One in a hundred people lives higher, 81.6 million (Tremblay and Ainslie 2021,
#: doi:10.1073/pnas.2102463118): heights of streets that are higher on the median may be no metres.
_HIGH_M: Final = 2500.0
#: A terrain model of streets that differ by less holds no terrain.
_LEAST_SPAN_M: Final = 0.01
#: Over less than this two heights of a raster make no slope, metres.
_LEAST_RUN_M: Final = 10.0
#: Codes of ``Streets.structure``.
BRIDGE, TUNNEL = 1, 2
_STEPS: Final = HIGHWAYS.index("steps")

_TILE: Final = 1024
_METRE_UNITS: Final = frozenset(("", "m", "metre", "metres", "meter", "meters"))
_METRES_PER_DEGREE: Final = 111_195.0

#: Tobler 1993, "Three presentations on geographical analysis and modeling" (NCGIA report 93-1):
#: walking speed goes with exp(-3.5 |slope + 0.05|), fastest 5% downhill.
_TOBLER: Final = 3.5
_TOBLER_BEST: Final = 0.05
#: Nobody is held to walk slower than a third of the flat speed, as in OpenTripPlanner
#: (``MAX_SLOPE_WALK_EFFECTIVE_LENGTH_FACTOR``).
_WALK_LEAST: Final = 1 / 3

#: Cycling uphill: Flügel et al. 2019, "Empirical speed models for cycling in the Oslo road
#: network" (doi:10.1007/s11116-017-9841-8, 50,000 trips): a roughly linear loss, 42.7% at a slope
#: of 9%, as MATSim's bicycle contribution uses it.
_UPHILL_LOSS: Final = 0.427 / 0.09
#: An e-bike loses this share of what a bicycle loses uphill: Berntsen et al. 2017
#: (doi:10.1186/s12966-017-0513-z) timed both on a flat route of 8.2 km (23.8 and 20.0 min) and a
#: hilly one of 7.1 km (26.3 and 18.8 min), so that the bicycle lost 21.6% of its speed to the
#: hills and the e-bike 7.9%.
_EBIKE_SHARE: Final = 0.365
#: Cycling downhill: Parkin and Rotheram 2010 (doi:10.1016/j.tranpol.2010.03.001) found 25 km/h
#: at 3% down against 22 on the flat (85th percentiles); Flügel et al. 2019 that speed rises no
#: further than to 6% down and that riders brake beyond. At 9% down and more the flat speed.
_DOWNHILL: Final = ((-0.09, -0.06, -0.03, 0.0), (1.0, 25 / 22, 25 / 22, 1.0))
#: A bicycle is not ridden slower than it is pushed: 0.3 of 16 km/h.
_CYCLE_LEAST: Final = 0.3


def slope_factor(mode: str, slope: npt.NDArray[np.floating]) -> Floats:
    """Compute the share of its flat speed that a mode keeps on a slope.

    Parameters
    ----------
    mode
        A street mode.
    slope
        Rise over run; below zero downhill.

    Returns
    -------
    ndarray
        float64 of the same shape: 1 on the flat and for cars; 1/3 to 1.19 on foot, 0.3 to 1.14
        by bicycle and e-bike.

    Source
    ------
    On foot: Tobler's hiking function (1993), as a multiple of the flat speed. By bicycle: Flügel
    et al. 2019 uphill and beyond 6% downhill, Parkin and Rotheram 2010 downhill. By e-bike: a
    loss of 0.365 of the bicycle's uphill (Berntsen et al. 2017).

    Examples
    --------
    >>> slope_factor("bicycle", np.array([-0.03, 0.0, 0.09])).round(3).tolist()
    [1.136, 1.0, 0.573]
    """
    slope = np.asarray(slope, dtype=np.float64)
    if mode == "walk":
        pace: Floats = np.exp(-_TOBLER * (np.abs(slope + _TOBLER_BEST) - _TOBLER_BEST))
        return np.asarray(np.maximum(pace, _WALK_LEAST), dtype=np.float64)
    if mode in CYCLING:
        loss = _UPHILL_LOSS * (_EBIKE_SHARE if mode == "ebike" else 1.0)
        up = np.maximum(1.0 - loss * slope, _CYCLE_LEAST)
        share: Floats = np.where(slope > 0, up, np.interp(slope, *_DOWNHILL))
        return share
    return np.ones_like(slope)


def edge_factors(streets: Streets, mode: str) -> tuple[Floats, Floats]:
    """Compute the share of its flat speed that a mode keeps on each edge.

    An edge that rises and falls is read as one slope up and one down, both as steep: of a length
    L with climb c and descent d, the part c / (c + d) of it goes up by (c + d) / L. The times of
    the two parts add up.

    Parameters
    ----------
    streets
        The streets.
    mode
        A street mode.

    Returns
    -------
    tuple
        float64 (n_edges,) tail to head and head to tail; 1 where heights are not known.
    """
    up = streets.climb_m.astype(np.float64)
    down = streets.descent_m.astype(np.float64)
    known = ~np.isnan(up) & ~np.isnan(down) & (streets.length_m > 0) & (up + down > 0)
    both = np.ones((2, streets.n_edges))
    if mode == "car" or not known.any():
        return both[0], both[1]
    total = up[known] + down[known]
    slope = total / streets.length_m[known]
    rising, falling = 1 / slope_factor(mode, slope), 1 / slope_factor(mode, -slope)
    share = up[known] / total
    both[0, known] = 1 / (share * rising + (1 - share) * falling)
    both[1, known] = 1 / ((1 - share) * rising + share * falling)
    return both[0], both[1]


def with_climbs(streets: Streets, path: str | Path) -> tuple[Streets, tuple[Note, ...]]:
    """Read how far edges climb and fall.

    Heights are read between cell centres (bilinear) after a light smoothing (each cell with its
    eight neighbours, weights 1-2-1 by 1-2-1, which leaves an even slope as it is); at the ends
    of each edge and every 30 m along it. On bridges and in tunnels they run evenly between the
    points where these leave the ground.

    Parameters
    ----------
    streets
        The streets.
    path
        A raster of metres above the sea that rasterio reads, in any CRS; the first band counts.

    Returns
    -------
    tuple
        The same with ``climb_m`` and ``descent_m``, and notes.

    Raises
    ------
    FileError
        If the file is missing or no raster.
    InputError
        If it has no CRS, does not hold metres, or lies elsewhere than the network; or if its
        slopes cannot be those of streets, as where a height means no data and is not declared, or
        where it holds decimetres.

    Warns
    -----
    GrensgeoWarning
        If heights are not known for some edges: they are travelled as if flat; if all are one and
        the same, or so high that they may be no metres.
    """
    path = Path(path)
    lonlat, start = _stations(streets)
    height = sample(path, lonlat)
    climb, descent = _climbs(streets, height, start)
    unknown = np.isnan(climb)
    if unknown.all():
        raise InputError(
            "raster-elsewhere",
            f"{path}: holds no height for any street of the network; give a raster that covers it",
        )
    if unknown.any():
        warnings.warn(
            GrensgeoWarning(
                "outside-raster",
                f"{path}: {int(unknown.sum())} of {streets.n_edges} edges "
                f"({streets.length_m[unknown].sum() / 1000:.0f} km) lie outside the raster or "
                "where it holds no data; they are travelled as if flat: give a raster that covers "
                "the network",
            ),
            stacklevel=3,
        )
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    cliffs = _check_slopes(path, streets, height, start)
    doubt(_height_doubts(path, height), stacklevel=4)
    note = Note(
        "elevation", source=path.name, sha256=digest[:12], low_m=round(float(np.nanmin(height))),
        high_m=round(float(np.nanmax(height))),
    )  # fmt: skip
    return replace(streets, climb_m=climb, descent_m=descent), (note, *cliffs)


def _height_doubts(path: Path, height: Floats) -> list[Note]:
    """List what is possible of heights along streets, and hardly meant."""
    low, middle = float(np.nanmin(height)), float(np.nanmedian(height))
    if float(np.nanmax(height)) - low < _LEAST_SPAN_M:
        return [Note("doubts.heights-flat", where=path.name, metres=round(middle, 1))]
    if middle > _HIGH_M:
        return [Note("doubts.heights-high", where=path.name, metres=round(middle))]
    return []


def _check_slopes(path: Path, streets: Streets, height: Floats, start: Longs) -> tuple[Note, ...]:
    """Raise if heights make slopes which no street has; note single ones."""
    segments = polylines.segment_lengths_m(streets.coords_start, streets.coords)
    length = polylines.line_lengths_m(streets.coords_start, segments)
    edge = np.repeat(np.arange(streets.n_edges), np.diff(start))[:-1]
    run = (length / np.maximum(np.diff(start) - 1, 1))[edge]
    slope = np.abs(np.diff(height)) / np.maximum(run, _LEAST_RUN_M)
    slope[start[1:-1] - 1] = np.nan  # from one edge to the next
    ground = (streets.structure == 0) & (streets.highway != _STEPS)
    slope[~ground[edge] | (run < _LEAST_RUN_M)] = np.nan
    known = ~np.isnan(slope)
    steep = known & (slope > STEEPEST)
    if not steep.any():
        return ()
    ways = np.unique(streets.way_id[edge[steep]])
    told = f"{path}: {len(ways)} of its ways would be steeper than any street ({some(ways)})"
    cliffs = np.zeros(streets.n_edges, dtype=bool)
    cliffs[edge[steep]] = True
    beside = np.append(cliffs[edge], False)
    flat = np.round(height, 6)  # read between cells of one value, it is that but for a hair
    for value in dict.fromkeys((0.0, float(np.nanmin(flat)), float(np.nanmax(flat)))):
        same = flat == value
        whole = value == round(value)  # a mean of neighbours hardly ever is
        if whole and (same & beside).any() and same.mean() > _NO_DATA_SHARE:
            raise InputError(
                "raster-no-data-unclear",
                f"{told}, and {same.mean():.1%} of the heights along streets are exactly "
                f"{value:g}: it seems to mean no data; say so (gdal_edit.py -a_nodata {value:g}), "
                "or fill the holes (gdal_fillnodata.py)",
            )
    if steep.sum() > _OTHER_UNIT_SHARE * known.sum() or slope[known].mean() > _STEEPEST_MEAN:
        raise InputError(
            "heights-implausible",
            f"{told}, {steep.sum() / known.sum():.0%} of all that is measured; are its heights "
            "metres, and not decimetres, centimetres or feet? Convert them to metres "
            "(gdal_calc.py, or gdal_edit.py -scale 0.1)",
        )
    return (Note("elevation-cliffs", n=len(ways), example=str(ways[0])),)


def _climbs(streets: Streets, height: Floats, start: Longs) -> tuple[Singles, Singles]:
    """Compute climb and descent of each edge, tail to head; NaN where heights are not known."""
    first, last = start[:-1], start[1:] - 1
    aloft = streets.structure > 0
    over = np.zeros(streets.n_vertices, dtype=bool)
    over[streets.tail[aloft]] = over[streets.head[aloft]] = True
    # stairs up to a bridge do not hold it down
    stairs = (streets.highway == _STEPS) & ~aloft & (over[streets.tail] | over[streets.head])
    ground = np.full(streets.n_vertices, np.nan)
    met = np.bincount(np.concatenate([streets.tail, streets.head]), minlength=len(ground))
    for ends, place in ((streets.tail, first), (streets.head, last)):
        # a bridge or stairs that end where nothing else is mapped stand on the ground there
        on_ground = ~(aloft | stairs) | (met[ends] == 1) | (stairs & ~over[ends])
        ground[ends[on_ground]] = height[place[on_ground]]
    level = _between(streets, np.flatnonzero(aloft), ground)
    straight = aloft | stairs
    steps = np.diff(height)
    steps[start[1:-1] - 1] = 0.0  # from one edge to the next
    steps = np.append(steps, 0.0)
    climb = np.add.reduceat(np.maximum(steps, 0.0), first)
    descent = np.add.reduceat(np.maximum(-steps, 0.0), first)
    rise = level[streets.head] - level[streets.tail]
    climb[straight] = np.maximum(rise, 0.0)[straight]
    descent[straight] = np.maximum(-rise, 0.0)[straight]
    lost = np.isnan(climb) | np.isnan(descent)
    climb[lost] = descent[lost] = np.nan
    # whole centimetres: the raster knows no more, and they take less room
    return tuple(np.round(values, 2).astype(np.float32) for values in (climb, descent))  # type: ignore[return-value]


def _stations(streets: Streets) -> tuple[Floats, Longs]:
    """Return points along every edge: lon and lat, and where each edge's points begin."""
    segments = polylines.segment_lengths_m(streets.coords_start, streets.coords)
    length = polylines.line_lengths_m(streets.coords_start, segments)
    count = np.maximum(np.ceil(length / STEP_M), 1).astype(np.int64) + 1
    start = np.zeros(len(count) + 1, dtype=np.int64)
    np.cumsum(count, out=start[1:])
    edge = np.repeat(np.arange(len(count)), count)
    number = np.arange(start[-1]) - start[edge]
    # distances run on from one edge to the next, so that one search finds every segment
    reached = np.concatenate([[0.0], np.cumsum(segments)])[:-1]
    along = reached[streets.coords_start[edge]] + length[edge] * number / (count[edge] - 1)
    segment = np.searchsorted(reached, along, side="right") - 1
    begin, end = streets.coords_start[edge], streets.coords_start[edge + 1] - 2
    segment = np.clip(segment, begin, end)
    step = np.where(segments[segment] > 0, segments[segment], 1.0)
    share = np.clip((along - reached[segment]) / step, 0.0, 1.0)[:, None]
    lonlat: Floats = streets.coords[segment] * (1 - share) + streets.coords[segment + 1] * share
    return lonlat, start


def _between(streets: Streets, aloft: Longs, ground: Floats) -> Floats:
    """Compute the height of every vertex: of the ground, or between those at a bridge's ends.

    Where several edges of bridges meet, the heights are those of a string hung up at the ends:
    each is the mean of its neighbours', weighted by one over the distance.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components
    from scipy.sparse.linalg import spsolve

    level = ground.copy()
    ends = np.stack([streets.tail[aloft], streets.head[aloft]], axis=1)
    vertices, position = np.unique(ends, return_inverse=True)
    if not len(vertices):
        return level
    tail, head = position.reshape(-1, 2).T
    n = len(vertices)
    weight = 1 / np.maximum(streets.length_m[aloft], 0.01)
    rows, columns = np.concatenate([tail, head]), np.concatenate([head, tail])
    links = csr_array((np.concatenate([weight, weight]), (rows, columns)), shape=(n, n))
    known = ~np.isnan(ground[vertices])
    _, label = connected_components(links, directed=False)
    held = np.zeros(label.max() + 1, dtype=bool)
    held[label[known]] = True
    free = np.flatnonzero(~known & held[label])
    if not len(free):
        return level
    total = np.asarray(links.sum(axis=1)).ravel()
    among = links[free]
    at = np.where(known, ground[vertices], 0.0)
    diagonal = csr_array((total[free], (np.arange(len(free)),) * 2), shape=(len(free),) * 2)
    solved = spsolve((diagonal - among[:, free]).tocsc(), among @ at)
    level[vertices[free]] = solved
    return level


def sample(path: str | Path, lonlat: Floats) -> Floats:
    """Read the heights of some points.

    Parameters
    ----------
    path
        A raster that rasterio reads.
    lonlat
        float64 (n, 2): degrees.

    Returns
    -------
    ndarray
        float64 (n,): metres; NaN outside the raster and next to cells without data.

    Raises
    ------
    FileError
        If the file is missing or no raster.
    InputError
        If it has no CRS or does not hold metres.
    """
    from pyproj.exceptions import CRSError, ProjError
    from rasterio.errors import RasterioError

    path = Path(path)
    if not path.is_file():
        raise FileError(
            "file-missing", f"{path}: no such file; heights are a raster, for instance a GeoTIFF"
        )
    try:
        with open_raster(path) as raster:
            _check(path, raster)
            heights = _read(raster, lonlat)
    except (RasterioError, CRSError, ProjError) as error:
        raise FileError(
            "raster-unreadable", f"{path}: not a raster that can be read ({error})"
        ) from None
    wrong = heights[(heights < LOWEST_M) | (heights > HIGHEST_M)]
    if len(wrong):
        raise InputError(
            "heights-implausible",
            f"{path}: holds heights such as {wrong[0]:g}, which are no metres above the sea; say "
            "which value means no data (gdal_edit.py -a_nodata), or convert it to metres",
        )
    return heights


def _check(path: Path, raster: Any) -> None:  # noqa: ANN401 - rasterio is untyped
    if raster.crs is None:
        raise InputError(
            "crs-missing",
            f"{path}: does not say where on earth it lies (no CRS); set one (gdal_edit.py -a_srs)",
        )
    unit = (raster.units[0] or "").strip().lower()
    if unit not in _METRE_UNITS:
        raise InputError(
            "unit-wrong", f"{path}: holds heights in {unit!r}; convert them to metres"
        )


def _read(raster: Any, lonlat: Floats) -> Floats:  # noqa: ANN401 - rasterio is untyped
    """Read tile by tile, so that a raster of any size fits into memory."""
    from pyproj import Transformer

    transformer = Transformer.from_crs(4326, raster.crs.to_wkt(), always_xy=True)
    x, y = (np.asarray(v) for v in transformer.transform(lonlat[:, 0], lonlat[:, 1]))
    result = np.full(len(lonlat), np.nan)
    zoom = _zoom(raster, lonlat)
    with np.errstate(invalid="ignore"):
        to = ~raster.transform
        # in cells as they are read, from the centre of the first one
        column = (to.a * x + to.b * y + to.c) / zoom - 0.5
        row = (to.d * x + to.e * y + to.f) / zoom - 0.5
        width, height = raster.width // zoom, raster.height // zoom
        inside = (np.abs(column - (width - 1) / 2) <= width / 2) & (
            np.abs(row - (height - 1) / 2) <= height / 2
        )
    points = np.flatnonzero(inside)
    # the outer half of the outermost cells is as high as their centres
    column, row = np.clip(column, 0, width - 1), np.clip(row, 0, height - 1)
    tile = (row[points] // _TILE).astype(np.int64) * (width + 1) + column[points] // _TILE
    order = np.argsort(tile, kind="stable")
    for group in np.split(points[order], np.flatnonzero(np.diff(tile[order])) + 1):
        if not len(group):
            continue
        top = max(int(row[group].min()) - 1, 0)
        left = max(int(column[group].min()) - 1, 0)
        bottom = min(int(row[group].max()) + 3, height)
        right = min(int(column[group].max()) + 3, width)
        cells = _smooth(_cells(raster, (top, bottom), (left, right), zoom))
        result[group] = _bilinear(cells, row[group] - top, column[group] - left)
    return result


def _zoom(raster: Any, lonlat: Floats) -> int:  # noqa: ANN401 - rasterio is untyped
    """Compute how many cells are read as one, each way."""
    cell = min(np.hypot(raster.transform.a, raster.transform.d),
               np.hypot(raster.transform.b, raster.transform.e))  # fmt: skip
    if raster.crs.is_geographic:
        cell *= _METRES_PER_DEGREE * np.cos(np.radians(np.abs(lonlat[:, 1]).mean()))
    return max(min(int(FINEST_M // cell), int(raster.width), int(raster.height)), 1)


def _cells(
    raster: Any,  # noqa: ANN401 - rasterio is untyped
    rows: tuple[int, int],
    columns: tuple[int, int],
    zoom: int,
) -> Floats:
    """Read a window, in metres, NaN where there is no data."""
    from rasterio.enums import Resampling
    from rasterio.windows import Window

    window = Window(
        columns[0] * zoom,
        rows[0] * zoom,
        (columns[1] - columns[0]) * zoom,
        (rows[1] - rows[0]) * zoom,
    )
    cells = raster.read(
        1,
        window=window,
        out_shape=(rows[1] - rows[0], columns[1] - columns[0]),
        resampling=Resampling.average if zoom > 1 else Resampling.nearest,
        masked=True,
        out_dtype="float64",
    )
    heights: Floats = np.ma.filled(cells, np.nan) * raster.scales[0] + raster.offsets[0]
    return heights


def _smooth(cells: Floats) -> Floats:
    """Smooth each cell with its eight neighbours; it stays where one of them holds nothing."""
    if min(cells.shape) < 3:
        return cells
    by_row = (cells[:-2] + 2 * cells[1:-1] + cells[2:]) / 4
    mean = (by_row[:, :-2] + 2 * by_row[:, 1:-1] + by_row[:, 2:]) / 4
    result = cells.copy()
    inner = result[1:-1, 1:-1]
    inner[...] = np.where(np.isnan(mean), inner, mean)
    return result


def _bilinear(cells: Floats, row: Floats, column: Floats) -> Floats:
    """Read between the centres of cells."""
    i = np.clip(row.astype(np.int64), 0, cells.shape[0] - 2 if cells.shape[0] > 1 else 0)
    j = np.clip(column.astype(np.int64), 0, cells.shape[1] - 2 if cells.shape[1] > 1 else 0)
    down, right = min(1, cells.shape[0] - 1), min(1, cells.shape[1] - 1)
    v, u = row - i, column - j
    result: Floats = (
        cells[i, j] * (1 - v) * (1 - u)
        + cells[i, j + right] * (1 - v) * u
        + cells[i + down, j] * v * (1 - u)
        + cells[i + down, j + right] * v * u
    )
    return result
