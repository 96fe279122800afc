"""In which country a place lies, and where the border between two countries runs."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES, country_faults
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.files.spoilt import doubt
from grensgeo.geodata.areas import as_areas, swapped_with
from grensgeo.notes import Note

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely import Geometry

    from grensgeo.arrays import Codes, Floats

#: Two boundary layers that miss each other by less than this (degrees, 150 to 220 m) still share
#: a border: the official layers of the region lie up to 131 m apart.
_SEAM_DEGREES = 0.002
#: An overlap that is nowhere wider than this is the seam of two layers
#: (:data:`grensgeo.region.boundaries.GAP_WIDTH_M`); in a wider one
#: the country of a place is not known.
_DISPUTED_M = 400.0
#: Mean length of a degree of latitude, m (a great circle of 40,007.86 km over the poles, WGS84).
METRES_PER_DEGREE = 111_133.0


def check_countries(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Validate boundaries: that they say what is needed of them.

    Parameters
    ----------
    countries
        Polygons with a column ``country``: countries, municipalities or anything between.

    Returns
    -------
    GeoDataFrame
        ``country`` and geometry in EPSG:4326; empty geometries are left out.

    Raises
    ------
    InputError
        If the column or the CRS is missing, a country is unknown, or an outline is none that
        can be; see :func:`grensgeo.geodata.areas.as_areas`.
    """
    if not hasattr(countries, "geom_type"):
        raise InputError(
            "geometry-missing", "countries: no geometry; give polygons with a column 'country'"
        )
    if "country" not in countries.columns:
        raise InputError(
            "column-missing", "countries: no column 'country'; name the country of each polygon"
        )
    if countries.crs is None:
        raise InputError(
            "crs-missing", "countries: no CRS; set it, for instance with set_crs(4326)"
        )
    unknown = sorted({str(name) for name in countries["country"]} - set(COUNTRIES[1:]))
    if unknown:
        known = ", ".join(COUNTRIES[1:])
        raise InputError(
            "country-unknown", f"countries: unknown countries {some(unknown)}; known are {known}"
        )
    for name in ("id", "region_code"):
        if name in countries.columns:
            found = country_faults(countries[name], countries["country"])
            if found:
                raise InputError.of(found, where="countries")
    frame = as_areas(countries, where="countries")
    return frame[["country", frame.geometry.name]]


def check_cover(countries: gpd.GeoDataFrame, lon: Floats, lat: Floats) -> None:
    """Validate that boundaries lie where the data do, and say of each place one country.

    Parameters
    ----------
    countries
        As :func:`check_countries` gives them.
    lon, lat
        float64 (n,): places of the data, degrees.

    Raises
    ------
    InputError
        If no polygon lies anywhere near them, or two countries claim a place more than
        :data:`_DISPUTED_M` inside either.

    Warns
    -----
    GrensgeoWarning
        If two countries claim as much land where no place of the data lies.
    """
    import shapely

    if not len(lon):
        return
    areas = np.asarray(countries.geometry)
    box = shapely.box(lon.min(), lat.min(), lon.max(), lat.max())
    if not shapely.intersects(areas, box).any():
        west, south, east, north = shapely.total_bounds(areas)
        reason = (
            "latitude and longitude are swapped: lon comes first, then lat"
            if swapped_with(areas, lon, lat)
            else "give boundaries of this area, in the CRS that they declare"
        )
        raise InputError(
            "elsewhere",
            f"countries: the boundaries ({west:.4g} to {east:.4g}, {south:.4g} to {north:.4g}) "
            f"lie elsewhere than the data ({lon.min():.4g} to {lon.max():.4g}, {lat.min():.4g} to "
            f"{lat.max():.4g}); {reason}",
        )
    faults, doubts = _disputed(countries, lon, lat)
    if faults:
        raise InputError.of(faults, where="countries")
    doubt(doubts, stacklevel=4)


def _disputed(
    countries: gpd.GeoDataFrame, lon: Floats, lat: Floats
) -> tuple[list[Fault], list[Note]]:
    """List pairs of countries that both claim places, or land alone, more than a seam deep."""
    import shapely

    areas, names = np.asarray(countries.geometry), countries["country"].to_numpy(dtype=str)
    one, other = shapely.STRtree(areas).query(areas, predicate="intersects")
    pairs = names[one] < names[other]
    one, other = one[pairs], other[pairs]
    shared = shapely.intersection(areas[one], areas[other])
    wide = shapely.area(shared) > 0
    # degrees of longitude as long as those of latitude, so that a depth is one number
    square = np.array([np.cos(np.radians(float(np.mean(lat)))), 1.0])
    faults, notes = Faults(), []
    for pair in sorted(
        {(names[a], names[b]) for a, b in zip(one[wide], other[wide], strict=True)}
    ):
        mine = wide & (names[one] == pair[0]) & (names[other] == pair[1])
        common = shapely.union_all(shared[mine])
        flat = shapely.transform(common, lambda xy: xy * square)
        deep = shapely.buffer(flat, -_DISPUTED_M / 2 / METRES_PER_DEGREE)
        shapely.prepare(deep)
        inside = np.flatnonzero(shapely.intersects_xy(deep, lon * square[0], lat))
        if len(inside):
            first = inside[0]
            faults.add(
                "countries-overlap",
                f"polygons of {pair[0]} and {pair[1]} overlap, and {len(inside)} places of the "
                f"data lie in both, such as ({lon[first]:.4f}, {lat[first]:.4f}); cut one of them",
            )
        elif not deep.is_empty:
            at = shapely.point_on_surface(deep)
            place = f"{at.x / square[0]:.4f}, {at.y:.4f}"
            notes.append(Note("doubts.countries-overlap", one=pair[0], other=pair[1], at=place))
    return faults, notes


def locate(countries: gpd.GeoDataFrame, lon: Floats, lat: Floats) -> Codes:
    """Find in which country each point lies.

    Parameters
    ----------
    countries
        As :func:`check_countries` gives them.
    lon, lat
        float64 (n,): degrees.

    Returns
    -------
    ndarray
        uint8 (n,): index into :data:`grensgeo.network.COUNTRIES`; 0 where no polygon covers the
        point. Where polygons of two countries overlap, the lower index.
    """
    import shapely

    polygons = np.asarray(countries.geometry)
    codes = np.array([COUNTRIES.index(name) for name in countries["country"]], dtype=np.uint8)
    point, polygon = shapely.STRtree(polygons).query(
        shapely.points(lon, lat), predicate="intersects"
    )
    found = np.full(len(lon), len(COUNTRIES), dtype=np.uint8)
    np.minimum.at(found, point, codes[polygon])
    found[found == len(COUNTRIES)] = 0
    return found


def border_lines(countries: gpd.GeoDataFrame) -> list[Geometry]:
    """Return the lines along which two countries meet.

    Parameters
    ----------
    countries
        As :func:`check_countries` gives them.

    Returns
    -------
    list
        Lines (shapely, lon/lat), for each pair of neighbouring countries.
    """
    import shapely

    whole = {
        name: shapely.union_all(
            np.asarray(countries.geometry[countries["country"] == name]), grid_size=1e-7
        )
        for name in sorted(set(countries["country"]), key=COUNTRIES.index)
    }
    lines: list[Geometry] = []
    for one, other in combinations(whole.values(), 2):
        near = shapely.buffer(other, _SEAM_DEGREES, join_style="mitre")
        shared = shapely.intersection(shapely.boundary(one), near)
        # Where the seam is closed, the common line is exact; else the buffer has found it, with
        # its ends running on by as much as the buffer is wide.
        exact = shapely.intersection(shapely.boundary(one), shapely.boundary(other))
        if exact.length >= shared.length / 2:
            shared = exact
        parts = shapely.get_parts(shapely.line_merge(shared))
        lines += [part for part in parts if part.geom_type == "LineString"]
    return lines
