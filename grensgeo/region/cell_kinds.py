"""The cells into which municipalities are cut: squares of any size, hexagons, one's own areas."""

from __future__ import annotations

import importlib
import math
from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError, some
from grensgeo.files import READ_LAYERS, ending, read_layer
from grensgeo.geodata.areas import as_areas
from grensgeo.geodata.points import read_points
from grensgeo.region.population import GRID_CRS

if TYPE_CHECKING:
    from collections.abc import Callable

    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt

    from grensgeo.spec import CellSpec

    #: From bounds (west, south, east, north) to ids and outlines of the cells that touch them.
    Layer = Callable[[npt.NDArray[np.float64]], tuple[list[str], npt.NDArray[np.object_]]]

#: The projection of the squares of CBS (RD New).
_CBS_CRS = 28992
#: A part of a coarse cell smaller than this is the edge of a generalised outline, and no cell.
_EDGE = 0.01
#: Rows of a grid of hexagons lie so much closer than its columns: sin 60 degrees.
_ROW = math.sqrt(3) / 2


def lay_cells(municipalities: gpd.GeoDataFrame, cells: CellSpec) -> gpd.GeoDataFrame:
    """Split municipalities into cells.

    Parameters
    ----------
    municipalities
        ``region_code``, ``country`` and outlines.
    cells
        Which cells.

    Returns
    -------
    GeoDataFrame
        ``grid_id, region_code, country, geometry`` in EPSG:3035 (and ``lon, lat`` for points of
        one's own): one row for each cell and municipality that have land in common, in order of
        municipality and cell.

    Raises
    ------
    InputError
        If hexagons of H3 are asked for and the package is not there, the file of one's own
        cannot be used, or no municipality has the code of those with coarse cells.
    """
    import geopandas as gpd
    import pandas as pd

    if cells.kind == "h3":
        return _cut(municipalities, _h3(cells.resolution or 0), 4326)
    if cells.kind == "file":
        return _own(municipalities, cells)
    fine_m, coarse_m = float(cells.size_m or 0), float(cells.coarse_m or 0)
    bare = municipalities["region_code"].str.replace(r"^[A-Z]{2}_", "", regex=True)
    far = bare.str.startswith(cells.coarse) if cells.coarse else bare.isna()
    if cells.coarse and not far.any():
        raise InputError(
            "id-unknown",
            f"[cells] coarse: no municipality's code begins with {some(cells.coarse)}; there are "
            f"{some(municipalities['region_code'])}",
        )
    if not far.any():
        return _of_size(municipalities, cells.kind, fine_m)
    parts = [
        _of_size(municipalities[rows], cells.kind, size_m)
        for rows, size_m in ((~far, fine_m), (far, coarse_m))
        if rows.any()
    ]
    whole = gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs=GRID_CRS)
    edge = whole["region_code"].isin(municipalities.loc[far, "region_code"])
    edge &= whole.area < _EDGE * coarse_m**2
    whole = whole[~edge | ~whole["region_code"].isin(whole.loc[~edge, "region_code"])]
    return whole.sort_values(["region_code", "grid_id"], ignore_index=True)


def _of_size(municipalities: gpd.GeoDataFrame, kind: str, size_m: float) -> gpd.GeoDataFrame:
    """Cut municipalities by cells of one size."""
    if kind == "hexagons":
        return _cut(municipalities, lambda bounds: _hexagons(bounds, size_m), GRID_CRS)
    if kind == "cbs":
        return _cut(municipalities, lambda bounds: _squares(bounds, size_m, _cbs_name), _CBS_CRS)
    return _cut(municipalities, lambda bounds: _squares(bounds, size_m, _grid_name), GRID_CRS)


def _cut(municipalities: gpd.GeoDataFrame, layer: Layer, crs: int) -> gpd.GeoDataFrame:
    """Cut each municipality by the cells that touch it."""
    import numpy as np
    import shapely

    rows = []
    for area in municipalities.to_crs(crs).sort_values("region_code").itertuples(index=False):
        names, shapes = layer(np.asarray(shapely.bounds(area.geometry)))
        shapely.prepare(area.geometry)
        hit = np.flatnonzero(shapely.intersects(area.geometry, shapes))
        parts = shapes[hit]
        across = ~shapely.covers(area.geometry, parts)
        parts[across] = shapely.intersection(area.geometry, parts[across])
        rows.append((area, [names[i] for i in hit], parts))
    return _parts(rows, crs)


def _parts(
    rows: list[tuple[Any, list[str], npt.NDArray[np.object_]]], crs: int
) -> gpd.GeoDataFrame:
    """Return the parts of all municipalities as one table."""
    import geopandas as gpd
    import numpy as np
    import shapely

    shapes = np.concatenate([shapes for _, _, shapes in rows])
    frame = gpd.GeoDataFrame(
        {
            "grid_id": [name for _, names, _ in rows for name in names],
            "region_code": [area.region_code for area, names, _ in rows for _ in names],
            "country": [area.country for area, names, _ in rows for _ in names],
        },
        geometry=shapes,
        crs=crs,
    )
    frame = frame[shapely.area(shapes) > 0].to_crs(GRID_CRS)
    return frame.sort_values(["region_code", "grid_id"], ignore_index=True)


def _squares(
    bounds: npt.NDArray[np.float64], size_m: float, name: Callable[[int, int, int], str]
) -> tuple[list[str], npt.NDArray[np.object_]]:
    """Return the squares of a grid that touch a box."""
    import numpy as np
    import shapely

    west, south, east, north = bounds // size_m
    across, up = np.meshgrid(np.arange(west, east + 1), np.arange(south, north + 1))
    x, y = across.ravel().astype(int), up.ravel().astype(int)
    boxes = shapely.box(x * size_m, y * size_m, (x + 1) * size_m, (y + 1) * size_m)
    whole = int(size_m)
    return [name(int(n) * whole, int(e) * whole, whole) for n, e in zip(y, x, strict=True)], boxes


def _grid_name(north: int, east: int, size_m: int) -> str:
    """Return the code of a cell as INSPIRE writes it.

    Source: INSPIRE, Data Specification on Geographical Grid Systems, section 8: the size, and the
    south-west corner without as many digits as the size has zeros at its end.

    Examples
    --------
    >>> _grid_name(3187000, 4103000, 1000), _grid_name(3187500, 4103000, 500)
    ('1kmN3187E4103', '500mN31875E41030')
    """
    text = str(size_m)
    cut = 10 ** (len(text) - len(text.rstrip("0")))
    size = f"{size_m // 1000}km" if size_m % 1000 == 0 else f"{size_m}m"
    return f"{size}N{north // cut}E{east // cut}"


def _cbs_name(north: int, east: int, size_m: int) -> str:
    """Return the code of a square as CBS writes it, after its size: hectometres."""
    return f"cbs{size_m}mE{east // 100:04d}N{north // 100:04d}"


def _hexagons(
    bounds: npt.NDArray[np.float64], width_m: float
) -> tuple[list[str], npt.NDArray[np.object_]]:
    """Return the hexagons that touch a box: a corner up, so wide, a row shifted by half."""
    import numpy as np
    import shapely

    west, south, east, north = bounds
    step_m = width_m * _ROW  # from row to row
    rows = np.arange(math.floor(south / step_m) - 1, math.ceil(north / step_m) + 2)
    columns = np.arange(math.floor(west / width_m) - 1, math.ceil(east / width_m) + 2)
    column, row = (values.ravel().astype(int) for values in np.meshgrid(columns, rows))
    x = (column + (row % 2) / 2) * width_m
    y = row * step_m
    # corners are computed from whole numbers of halves, so that neighbours share them exactly
    half, long, short = width_m / 2, width_m / math.sqrt(3), width_m / math.sqrt(3) / 2
    corners = [
        (0, long),
        (half, short),
        (half, -short),
        (0, -long),
        (-half, -short),
        (-half, short),
    ]
    ring = np.array([*corners, corners[0]])
    points = np.stack([x, y], axis=1)[:, None, :] + ring[None, :, :]
    shapes = shapely.polygons(np.round(points, 3))
    names = [f"hex{int(width_m)}mN{n}E{e}" for n, e in zip(row, column, strict=True)]
    return names, shapes


def _h3(resolution: int) -> Layer:
    """Return what lays hexagons of H3, of the package of that name.

    Source: H3, version 4: ``polygon_to_cells`` has the cells whose centre lies in an area, so that
    the box is widened by an edge.
    """
    try:
        h3: Any = importlib.import_module("h3")
    except ImportError:
        raise InputError(
            "package-missing",
            '[cells]: kind = "h3" needs the package h3 (pip install h3); kind = "hexagons" needs '
            "nothing else",
        ) from None

    def layer(bounds: npt.NDArray[np.float64]) -> tuple[list[str], npt.NDArray[np.object_]]:
        import numpy as np
        import shapely

        west, south, east, north = map(float, bounds)
        edge = 2 * h3.average_hexagon_edge_length(resolution, unit="km") / 111.0
        wide = edge / math.cos(math.radians(max(abs(south), abs(north))))
        corners = [
            (south - edge, west - wide), (south - edge, east + wide),
            (north + edge, east + wide), (north + edge, west - wide),
        ]  # fmt: skip
        names = sorted(h3.polygon_to_cells(h3.LatLngPoly(corners), resolution))
        rings = [[(lon, lat) for lat, lon in h3.cell_to_boundary(name)] for name in names]
        return names, np.array([shapely.Polygon(ring) for ring in rings], dtype=object)

    return layer


def _own(municipalities: gpd.GeoDataFrame, cells: CellSpec) -> gpd.GeoDataFrame:
    """Cut municipalities by polygons of one's own, or share them out over points."""
    import numpy as np

    file = cells.file
    if file is None:
        raise InputError("key-missing", "[cells]: file is missing; name the cells' file")
    frame = read_layer(file, layer=cells.layer) if ending(file) in READ_LAYERS else None
    if frame is None or set(frame.geom_type) <= {"Point"}:
        return _around_points(municipalities, cells)
    areas = as_areas(frame, where=str(file))
    if cells.id_column not in areas.columns:
        raise InputError(
            "column-missing",
            f"{file}: no column {cells.id_column!r}; found {some(areas.columns)}; name it in "
            "[cells] id",
        )
    names = areas[cells.id_column].astype(str)
    twice = names[names.duplicated()].tolist()
    if twice:
        raise InputError("id-twice", f"{file}: ids twice: {some(twice)}")
    shapes = np.asarray(areas.geometry.to_crs(GRID_CRS))

    def layer(bounds: npt.NDArray[np.float64]) -> tuple[list[str], npt.NDArray[np.object_]]:
        import shapely

        near = np.sort(shapely.STRtree(shapes).query(shapely.box(*bounds)))
        return [str(names.iloc[i]) for i in near], shapes[near].copy()

    return _cut(municipalities, layer, GRID_CRS)


def _around_points(municipalities: gpd.GeoDataFrame, cells: CellSpec) -> gpd.GeoDataFrame:
    """Share each municipality out over the points in it: what lies nearest to one is its cell."""
    import geopandas as gpd
    import numpy as np
    import shapely

    file = cells.file
    points = read_points(file or "", layer=cells.layer).to_crs(GRID_CRS)
    rows, at = [], []
    for area in municipalities.to_crs(GRID_CRS).sort_values("region_code").itertuples(index=False):
        inside = points[shapely.covers(area.geometry, points.geometry.to_numpy())]
        inside = inside[~inside.geometry.duplicated()].sort_values("id")
        if inside.empty:
            continue
        places = inside.geometry.to_numpy()
        shapes = np.array([area.geometry], dtype=object)
        if len(places) > 1:
            near = shapely.get_parts(
                shapely.voronoi_polygons(shapely.MultiPoint(places), extend_to=area.geometry)
            )
            of = shapely.STRtree(near).query(places, predicate="intersects")
            order = np.full(len(places), -1)
            order[of[0]] = of[1]
            shapes = shapely.intersection(area.geometry, near[order])
        rows.append((area, list(inside["id"]), shapes))
        at += [(area.region_code, name, x, y) for name, x, y in
               zip(inside["id"], *shapely.get_coordinates(places).T, strict=True)]  # fmt: skip
    if not rows:
        raise InputError(
            "nothing-in-area", f"{file}: no point lies in a municipality of the region"
        )
    parts = _parts(rows, GRID_CRS)
    own = {(code, name): (x, y) for code, name, x, y in at}
    xy = [own[key] for key in zip(parts["region_code"], parts["grid_id"], strict=True)]
    degrees = gpd.GeoSeries(shapely.points(xy), crs=GRID_CRS).to_crs(4326)
    return parts.assign(lon=degrees.x, lat=degrees.y)
