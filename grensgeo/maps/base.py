"""The quiet base of every map, drawn from the region itself: land, borders, places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from grensgeo import schema
from grensgeo.countries import all_countries, country_of_code, nuts_written
from grensgeo.errors import InputError, some
from grensgeo.maps.coverage import shared_border, simplify_coverage
from grensgeo.maps.shared_outlines import share_corners

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.geodata.base_features import BaseMap
    from grensgeo.maps.shared_outlines import Corner
    from grensgeo.provenance import Provenance

#: Coordinates travel as whole ten-thousandths of a degree: 11 m, less than a line's width at
#: the closest zoom.
UNITS_PER_DEGREE = 10_000
#: Isochrones are thinned to this before they travel; it is a line's width as well.
TOLERANCE_DEGREES = 0.0002

#: Kinds of lines beneath the figures.
KINDS = ("water", "rail", "road")


class MappedRegion(Protocol):
    """What a map needs of a region: any object with these five will do."""

    @property
    def municipalities(self) -> gpd.GeoDataFrame:
        """Municipalities by region code (schema.MUNICIPALITIES)."""

    @property
    def border(self) -> gpd.GeoSeries:
        """The national border line."""

    @property
    def places(self) -> gpd.GeoDataFrame:
        """Main place of each municipality, by region code."""

    @property
    def base_map(self) -> BaseMap | None:
        """What is drawn beneath the figures; None where there is nothing."""

    @property
    def provenance(self) -> Provenance:
        """Sources and notes."""


def municipalities(region: MappedRegion) -> gpd.GeoDataFrame:
    """Return the municipalities in the order in which every array of a page runs.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    GeoDataFrame
        Municipalities by region code, sorted by it, in EPSG:4326.

    Raises
    ------
    InputError
        If there are none, if a code stands twice, or if the CRS is missing.
    """
    frame = region.municipalities
    if "region_code" in frame.columns:
        frame = frame.set_index("region_code", drop=False)
    if frame.empty:
        raise InputError(
            "table-empty", "the region has no municipalities: a map needs at least one"
        )
    if frame.crs is None:
        raise InputError(
            "crs-missing", "region.municipalities has no CRS; set one, for instance 4326"
        )
    twice = frame.index[frame.index.duplicated()]
    if len(twice):
        raise InputError("id-twice", f"region.municipalities: duplicate region_code {some(twice)}")
    return frame.to_crs(4326).sort_index()


def are_towns(areas: gpd.GeoDataFrame) -> list[bool]:
    """Return which areas are places that a map names.

    What is laid out around a region, such as squares of the surroundings, counts, but nobody lives
    in a town of its name. The region may tell it by ``kind``; if not, it is what has no code of a
    municipality and lies in no NUTS 3 region. Where a country's codes are not known, every area of
    it is a town.
    """
    if "kind" in areas:
        return [bool(kind != "square") for kind in areas["kind"]]
    known = {
        one.code for one in all_countries() if any(c.level == "municipality" for c in one.codes)
    }
    rows = areas[["region_code", "country", "nuts3", "area"]].astype(str)
    return [
        area != "ring"
        or country not in known
        or nuts3 != nuts_written(country)
        or country_of_code(code) == country
        for code, country, nuts3, area in rows.itertuples(index=False)
    ]


def encode(geometry: BaseGeometry) -> list[Any]:
    """Write a line or an area as whole numbers, each the step from the one before.

    Parameters
    ----------
    geometry
        (Multi)polygon or (multi)line in degrees.

    Returns
    -------
    list
        For areas a list of polygons, each a list of rings; for lines a list of lines. A ring or
        a line is ``[x, y, dx, dy, ...]`` in ten-thousandths of a degree. Parts that shrink to
        nothing on that grid are left out.

    Examples
    --------
    >>> from shapely import LineString
    >>> encode(LineString([(7.0, 52.0), (7.0001, 52.0003)]))
    [[70000, 520000, 1, 3]]
    """
    parts = list(getattr(geometry, "geoms", [geometry]))
    lines: list[Any] = []
    for part in parts:
        if part.geom_type == "Polygon":
            rings = _rings(part)
            if rings:
                lines.append([_steps(ring) for ring in rings])
        elif part.geom_type in {"LineString", "LinearRing"}:
            line = _corners(part.coords, closed=False)
            if line:
                lines.append(_steps(line))
        elif hasattr(part, "geoms"):
            lines.extend(encode(part))
    return lines


def _rings(polygon: Any) -> list[list[Corner]]:  # noqa: ANN401  # shapely's own type
    """Return the corners of each ring on the grid; none where the outer one shrinks to nothing."""
    outer, *holes = (
        _corners(ring.coords, closed=True) for ring in (polygon.exterior, *polygon.interiors)
    )
    return [outer, *(hole for hole in holes if hole)] if outer else []


def _corners(coordinates: Any, *, closed: bool) -> list[Corner]:  # noqa: ANN401  # shapely's own type
    """Round to the grid and drop repeated points."""
    import numpy as np

    points = np.rint(np.asarray(coordinates)[:, :2] * UNITS_PER_DEGREE).astype(int)
    if closed:
        points = points[:-1]
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (np.diff(points, axis=0) != 0).any(axis=1)
    corners = [(x, y) for x, y in points[keep].tolist()]
    return [] if len(corners) < (3 if closed else 2) else corners


def _steps(corners: list[Corner]) -> list[int]:
    """Write corners as steps, the first from nothing."""
    before = [(0, 0), *corners[:-1]]
    return [
        step
        for (x, y), (from_x, from_y) in zip(corners, before, strict=True)
        for step in (x - from_x, y - from_y)
    ]


def base_layer(region: MappedRegion) -> dict[str, Any]:
    """Return the base of the map as plain lists, ready for JSON.

    Parameters
    ----------
    region
        The region.

    Returns
    -------
    dict
        ``areas`` (code, name, country, NUTS3 name, part of the region, inhabitants, outline,
        simplified so that neighbours keep their border), ``corners`` of their outlines (see
        :func:`grensgeo.maps.shared_outlines.share_corners`), ``border`` (lines: where areas of two
        countries touch, or the region's own line where none do), ``places`` (number of the area,
        longitude, latitude; of towns alone) with the greatest first, ``bounds`` (south, west,
        north, east) of the region without its ring.
    """
    areas = municipalities(region)
    inner = areas[areas["area"] != "ring"]
    west, south, east, north = (areas if inner.empty else inner).total_bounds
    number = {code: position for position, code in enumerate(areas.index)}
    points = region.places.to_crs(4326)
    points = points[points.index.isin(areas.index[are_towns(areas)])]
    order = sorted(points.index, key=lambda code: (-int(areas.at[code, "population"]), code))
    shapes = simplify_coverage(areas)
    touching = shared_border(shapes)
    border = region.border.to_crs(4326) if touching.empty else touching
    outlines, corners = share_corners(
        [rings for part in getattr(shape, "geoms", [shape]) if (rings := _rings(part))]
        for shape in shapes.geometry
    )
    return {
        "areas": [
            [
                code,
                row["name"],
                row["country"],
                row["nuts3_name"],
                row["area"],
                int(row["population"]),
                outline,
            ]
            for (code, row), outline in zip(shapes.iterrows(), outlines, strict=True)
        ],
        "corners": corners,
        "border": [line for part in border if part is not None for line in encode(part)],
        "places": [
            [number[code], round(points.geometry[code].x, 4), round(points.geometry[code].y, 4)]
            for code in order
        ],
        "bounds": [round(float(v), 4) for v in (south, west, north, east)],
    }


def backdrop(lines: gpd.GeoDataFrame) -> dict[str, list[Any]]:
    """Return roads, railways and waters as plain lists, ready for JSON.

    Parameters
    ----------
    lines
        Lines with a column ``kind``.

    Returns
    -------
    dict
        Lines in steps (see :func:`encode`) by kind.

    Raises
    ------
    InputError
        If the CRS or the column is missing, or a kind is not known.
    """
    if "kind" not in lines.columns or lines.crs is None:
        raise InputError("type-wrong", "lines: give a GeoDataFrame with a CRS and a column 'kind'")
    unknown = sorted({str(kind) for kind in lines["kind"]} - set(KINDS))
    if unknown:
        raise InputError(
            "choice-unknown", f"lines: unknown kind {some(unknown)}; use {', '.join(KINDS)}"
        )
    flat = lines.to_crs(4326)
    thin = flat.geometry.simplify(TOLERANCE_DEGREES / 2)
    return {
        kind: [
            line
            for shape in thin[(flat["kind"] == kind).to_numpy()]
            if shape is not None
            for line in encode(shape)
        ]
        for kind in KINDS
    }


def origin_points(origins: gpd.GeoDataFrame) -> dict[str, tuple[float, float]]:
    """Return longitude and latitude of origins by id.

    Raises
    ------
    InputError
        If the table does not fit schema.POINTS.
    """
    schema.POINTS.check(origins, where="origins")
    points = origins.to_crs(4326).geometry
    return dict(zip(origins["id"], zip(points.x, points.y, strict=True), strict=True))


def country_at(areas: gpd.GeoDataFrame, lon: float, lat: float) -> str:
    """Return the country of a place, empty where it lies in no municipality."""
    import shapely

    here = areas["country"][shapely.contains_xy(areas.geometry.to_numpy(), lon, lat)]
    return "" if here.empty else str(here.iloc[0])
