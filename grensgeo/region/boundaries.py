"""Municipalities of several countries as one coverage: the seam between layers is closed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, InputError, some
from grensgeo.files import read_vector
from grensgeo.geodata.areas import as_areas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import shapely

#: All coordinates lie on this grid, in degrees: about 0.7 m by 1.1 m here, far finer than either
#: of the two generalised layers, and coarse enough to make shared corners exactly equal.
GRID_DEG = 1e-5

#: A hole between the two countries that is nowhere wider than this is a gap in the seam; a wider
#: one is land of a municipality that was not given. The two layers of the sample lie at most
#: 131 m apart along the border of Twente (measured on a sample of 83 km).
GAP_WIDTH_M = 400.0

#: COROP regions of the north, the east and the south of the Netherlands. Source: Eurostat, NUTS
#: 2021 (Commission Delegated Regulation (EU) 2019/1755); a COROP region is a NUTS3 region.
COROP_NUTS3 = {
    "Oost-Groningen": "NL111",
    "Delfzijl en omgeving": "NL112",
    "Overig Groningen": "NL113",
    "Noord-Friesland": "NL124",
    "Zuidwest-Friesland": "NL125",
    "Zuidoost-Friesland": "NL126",
    "Noord-Drenthe": "NL131",
    "Zuidoost-Drenthe": "NL132",
    "Zuidwest-Drenthe": "NL133",
    "Noord-Overijssel": "NL211",
    "Zuidwest-Overijssel": "NL212",
    "Twente": "NL213",
    "Veluwe": "NL221",
    "Zuidwest-Gelderland": "NL224",
    "Achterhoek": "NL225",
    "Arnhem/Nijmegen": "NL226",
    "Flevoland": "NL230",
    "Utrecht": "NL310",
    "West-Noord-Brabant": "NL411",
    "Midden-Noord-Brabant": "NL412",
    "Noordoost-Noord-Brabant": "NL413",
    "Zuidoost-Noord-Brabant": "NL414",
    "Noord-Limburg": "NL421",
    "Midden-Limburg": "NL422",
    "Zuid-Limburg": "NL423",
}

#: The two study areas by NUTS3 code; everything else is the ring around them.
AREA_OF_NUTS3 = {
    "NL213": "twente",
    "DEA33": "muensterland",
    "DEA34": "muensterland",
    "DEA35": "muensterland",
    "DEA37": "muensterland",
    "DEA38": "muensterland",
}


@dataclass(frozen=True)
class Seam:
    """What closing the seam changed.

    Attributes
    ----------
    overlap_m2
        Area that two layers claimed; it went to the later country, whose line is the reference.
    gap_m2
        Area that no layer claimed; it went to the municipality of the earliest country along it.
    n_gaps
        How many gaps were closed.
    """

    overlap_m2: float
    gap_m2: float
    n_gaps: int


def read_layer(path: Path, columns: Iterable[str]) -> gpd.GeoDataFrame:
    """Read a vector file and hold it to its columns.

    Parameters
    ----------
    path
        GeoJSON, GPKG or anything else that GDAL reads.
    columns
        Columns that must be there.

    Returns
    -------
    GeoDataFrame
        The file as it is, in its own CRS.

    Raises
    ------
    FileError
        If the file is missing or cannot be read.
    InputError
        If a column is missing, the file is empty or it has no CRS.
    """
    frame = read_vector(path)
    missing = [name for name in columns if name not in frame.columns]
    faults = [Fault("column-missing", f"columns {some(missing)} are missing")] if missing else []
    if not len(frame):
        faults.append(Fault("table-empty", "no rows"))
    if frame.crs is None:
        faults.append(Fault("crs-missing", "no CRS; set one in the file"))
    if faults:
        raise InputError.of(faults, where=str(path))
    return frame


def read_nuts3(kreise: Path, corop: Path) -> dict[str, tuple[str, str]]:
    """Read which NUTS3 region each Kreis and each gemeente belongs to.

    Parameters
    ----------
    kreise
        Kreise of BKG VG1000 or VG250 with ``AGS``, ``GEN`` and ``NUTS``.
    corop
        PC4 areas with ``gemeente`` and ``corop``.

    Returns
    -------
    dict
        NUTS3 code and name by Kreis code (``05554``) or name of the gemeente.

    Raises
    ------
    FileError
        If a file cannot be read.
    InputError
        If columns are missing, a COROP region is not known or a gemeente lies in two of them.
    """
    german = read_layer(kreise, ("AGS", "GEN", "NUTS"))
    dutch = read_layer(corop, ("gemeente", "corop"))[["gemeente", "corop"]].drop_duplicates()
    unknown = sorted(set(dutch["corop"]) - set(COROP_NUTS3))
    if unknown:
        raise InputError(
            "nuts3-missing",
            f"{corop}: COROP regions {some(unknown)} are not known; add them to COROP_NUTS3",
        )
    twice = sorted(dutch.loc[dutch["gemeente"].duplicated(), "gemeente"])
    if twice:
        raise InputError(
            "municipality-in-two-regions",
            f"{corop}: gemeenten {some(twice)} lie in more than one COROP region",
        )
    regions = {
        str(row.AGS): (str(row.NUTS), str(row.GEN)) for row in german.itertuples(index=False)
    }
    for row in dutch.itertuples(index=False):
        regions[str(row.gemeente)] = (COROP_NUTS3[str(row.corop)], str(row.corop))
    return regions


def read_municipalities(
    nl: Path, de: Path, *, nuts3: Mapping[str, tuple[str, str]]
) -> gpd.GeoDataFrame:
    """Read the municipalities of both countries and close the seam between the two layers.

    The German line is the reference (BKG VG250 has about twice the corners of the generalised
    CBS layer): where both layers claim land it stays German, and a gap goes to the Dutch
    municipality along it. Neighbours share their corners exactly, across the border too.

    Parameters
    ----------
    nl
        Gemeenten of CBS with ``statcode`` and ``statnaam``.
    de
        Gemeinden of BKG VG250 with ``ags`` and ``name``.
    nuts3
        NUTS3 code and name by Kreis code or name of the gemeente; see :func:`read_nuts3`.

    Returns
    -------
    GeoDataFrame
        ``region_code, name, country, nuts3, nuts3_name, area, geometry`` in EPSG:4326, sorted by
        ``region_code``; ``attrs["seam"]`` holds the :class:`Seam`.

    Raises
    ------
    FileError
        If a file cannot be read.
    InputError
        If columns are missing, codes are not of their country, a code comes twice or a
        municipality has no NUTS3 region.
    """
    import geopandas as gpd
    import pandas as pd

    dutch = as_areas(read_layer(nl, ("statcode", "statnaam")), where=str(nl))
    german = as_areas(read_layer(de, ("ags", "name")), where=str(de))
    dutch = dutch.rename(columns={"statcode": "region_code", "statnaam": "name"})
    german = german.rename(columns={"ags": "region_code"})
    for path, layer, pattern in ((nl, dutch, r"GM\d{4}"), (de, german, r"\d{8}")):
        codes = layer["region_code"].astype(str)
        wrong = codes[~codes.str.fullmatch(pattern)].tolist()
        twice = codes[codes.duplicated()].tolist()
        if wrong or twice:
            raise InputError(
                "code-malformed",
                f"{path}: codes that are not {pattern}: {some(wrong) or 'none'}; "
                f"codes that come twice: {some(twice) or 'none'}",
            )
    keep = ["region_code", "name", "geometry"]
    both = gpd.GeoDataFrame(
        pd.concat([dutch[keep].assign(country="NL"), german[keep].assign(country="DE")]),
        crs=4326,
    )
    both = both.sort_values("region_code", ignore_index=True)
    keys = [
        row.name if row.country == "NL" else row.region_code[:5]
        for row in both[["name", "country", "region_code"]].itertuples(index=False)
    ]
    lost = sorted({key for key in keys if key not in nuts3})
    if lost:
        raise InputError(
            "nuts3-missing", f"{nl} and {de}: no NUTS3 region is known for {some(lost)}"
        )
    both["nuts3"] = [nuts3[key][0] for key in keys]
    both["nuts3_name"] = [nuts3[key][1] for key in keys]
    both["area"] = both["nuts3"].map(AREA_OF_NUTS3).fillna("ring")
    geometry, seam = close_seam(both.geometry, both["country"].to_numpy(dtype=str))
    both = both.set_geometry(geometry)
    both.attrs["seam"] = seam
    return both[[*keep[:2], "country", "nuts3", "nuts3_name", "area", "geometry"]]


def close_seam(
    geometry: gpd.GeoSeries,
    country: npt.NDArray[np.str_],
    *,
    order: tuple[str, ...] = ("NL", "DE"),
) -> tuple[gpd.GeoSeries, Seam]:
    """Build one coverage from the areas of several countries.

    All outlines are noded together on a grid of :data:`GRID_DEG`; each face between them goes to
    one area: that of the latest country that claims it, else, if it is a gap between
    countries (nowhere wider than :data:`GAP_WIDTH_M`), that of the earliest with the longest
    common edge. Faces of an area are put together again, so that neighbours share every corner.

    Parameters
    ----------
    geometry
        Areas in EPSG:4326.
    country
        Country of each.
    order
        The countries: where two claim land, the line of the later one holds.

    Returns
    -------
    tuple
        The closed areas in the same order and index, and what was changed.

    Raises
    ------
    InputError
        If an area is invalid or vanishes.
    """
    import geopandas as gpd
    import numpy as np
    import shapely

    areas = geometry.to_numpy()
    if not shapely.is_valid(areas).all():
        bad = geometry.index[~shapely.is_valid(areas)]
        raise InputError("geometry-invalid", f"outlines {some(bad)} are invalid; use make_valid()")
    lines = shapely.union_all(shapely.boundary(areas), grid_size=GRID_DEG)
    faces = np.array(shapely.polygonize([lines]).geoms)
    owner = _claimed(faces, areas, country, order)
    gaps = _gaps(faces, owner, country, order)
    owner[list(gaps)] = list(gaps.values())
    closed = []
    for position in range(len(areas)):
        own = faces[owner == position]
        if not len(own):
            raise InputError(
                "outline-vanishes",
                f"outline {geometry.index[position]} vanishes in its neighbours",
            )
        closed.append(shapely.MultiPolygon(_polygons(shapely.coverage_union_all(own))))
    metres = geometry.to_crs(3035)
    sides = [metres[country == side].union_all() for side in order]
    overlap_m2 = sum(one.intersection(other).area for one, other in combinations(sides, 2))
    gap_m2 = gpd.GeoSeries(faces[list(gaps)], crs=4326).to_crs(3035).area.sum()
    seam = Seam(float(overlap_m2), float(gap_m2), len(gaps))
    normal = shapely.normalize(np.array(closed, dtype=object))
    return gpd.GeoSeries(normal, index=geometry.index, crs=4326), seam


def _polygons(geometry: shapely.Geometry) -> list[shapely.Polygon]:
    """List the polygons of an area."""
    import shapely

    return [part for part in shapely.get_parts(geometry) if isinstance(part, shapely.Polygon)]


def _claimed(
    faces: npt.NDArray[np.object_],
    areas: npt.NDArray[np.object_],
    country: npt.NDArray[np.str_],
    order: tuple[str, ...],
) -> npt.NDArray[np.int64]:
    """Return the position of the area of each face, the latest country's; -1 for none."""
    import numpy as np
    import shapely

    face, area = shapely.STRtree(areas).query(
        shapely.point_on_surface(faces), predicate="intersects"
    )
    owner = np.full(len(faces), -1, dtype=np.int64)
    for side in order:  # the later one overrides
        mine = country[area] == side
        owner[face[mine]] = area[mine]
    return owner


def _gaps(
    faces: npt.NDArray[np.object_],
    owner: npt.NDArray[np.int64],
    country: npt.NDArray[np.str_],
    order: tuple[str, ...],
) -> dict[int, int]:
    """Find the faces that are gaps in the seam and the area of the earliest country along each."""
    import geopandas as gpd
    import numpy as np
    import shapely

    unclaimed = np.flatnonzero(owner < 0)
    metres = gpd.GeoSeries(faces[unclaimed], crs=4326).to_crs(3035)
    narrow = unclaimed[metres.buffer(-GAP_WIDTH_M / 2).is_empty.to_numpy()]
    tree = shapely.STRtree(faces)
    gaps = {}
    for face in narrow:
        near = [int(n) for n in tree.query(faces[face], predicate="intersects") if owner[n] >= 0]
        common = shapely.length(
            shapely.intersection(shapely.boundary(faces[near]), shapely.boundary(faces[face]))
        )
        along = {near[i]: float(common[i]) for i in range(len(near)) if common[i] > 0}
        sides = {str(country[owner[n]]) for n in along}
        if len(sides) > 1:
            side = min(sides, key=order.index)
            first = {n: length for n, length in along.items() if country[owner[n]] == side}
            _, best = max((length, -n) for n, length in first.items())
            gaps[int(face)] = int(owner[-best])
    return gaps


def simplify_outlines(
    municipalities: gpd.GeoDataFrame, *, tolerance_deg: float
) -> gpd.GeoDataFrame:
    """Generalise the outlines while common borders stay common.

    Source: coverage simplification after Visvalingam and Whyatt (1993) as in GEOS 3.12. Corners
    are only left out, never moved.

    Parameters
    ----------
    municipalities
        Areas that share their corners exactly.
    tolerance_deg
        Square root of the area, in degrees, of the triangles that are left out.

    Returns
    -------
    GeoDataFrame
        A copy with fewer corners.

    Raises
    ------
    InputError
        If the areas are no coverage.
    """
    import shapely

    areas = municipalities.geometry.to_numpy()
    if not shapely.coverage_is_valid(areas):
        raise InputError(
            "outlines-overlap",
            "outlines overlap or do not share their corners; close the seam first",
        )
    simple = shapely.normalize(shapely.coverage_simplify(areas, tolerance_deg))
    return municipalities.set_geometry(
        municipalities.geometry.__class__(simple, index=municipalities.index, crs=4326)
    )


def national_border(municipalities: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Return the lines that municipalities of different countries have in common.

    Parameters
    ----------
    municipalities
        ``country`` and outlines that share their corners exactly.

    Returns
    -------
    GeoSeries
        One line per unbroken stretch, EPSG:4326; none for one country.

    Raises
    ------
    InputError
        If there are several countries and no two of them have a line in common.
    """
    import geopandas as gpd
    import shapely

    countries = sorted(set(municipalities["country"]))
    sides = [
        shapely.boundary(
            shapely.coverage_union_all(
                municipalities.geometry[municipalities["country"] == side].to_numpy()
            )
        )
        for side in countries
    ]
    merged: list[shapely.Geometry] = []
    for one, other in combinations(sides, 2):
        common = shapely.get_parts(shapely.intersection(one, other))
        lines = [part for part in common if part.geom_type == "LineString" and part.length > 0]
        if lines:
            merged += [*shapely.get_parts(shapely.line_merge(shapely.MultiLineString(lines)))]
    if not merged:
        if len(countries) < 2:
            return gpd.GeoSeries([], crs=4326)
        raise InputError(
            "border-missing",
            f"municipalities of {some(countries)} have no line in common; close the seam between "
            "their outlines, or add the municipalities that lie between them",
        )
    return gpd.GeoSeries(sorted(shapely.normalize(merged), key=lambda x: x.bounds), crs=4326)
