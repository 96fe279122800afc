"""The isochrones of a study, and the roads and origins that a map shows with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd

    from grensgeo.network import Network
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region
    from grensgeo.study.study_file import IsochroneSet, Study
    from grensgeo.traveltimes import Trip

#: Streets that are drawn beneath isochrones: enough to find one's way, few enough to stay quiet.
MAIN_STREETS = ("motorway", "trunk", "primary", "secondary", "tertiary")


@dataclass(frozen=True, eq=False)
class Polygons:
    """The isochrones of a study.

    Attributes
    ----------
    table
        ``schema.ISOCHRONES`` of all sets.
    origins
        Points with ``id`` and ``name``.
    lines
        Main streets and railways of the networks that are not schematic, with ``kind``.
    provenance
        Sources and assumptions.
    sets
        Network, trip and origins of each set.
    """

    table: gpd.GeoDataFrame
    origins: gpd.GeoDataFrame
    lines: gpd.GeoDataFrame
    provenance: Provenance
    sets: tuple[tuple[Network, Trip, gpd.GeoDataFrame], ...] = ()


@dataclass(frozen=True, eq=False)
class IsochroneWork:
    """One mode of one set of isochrones.

    Attributes
    ----------
    group
        The set.
    mode, trip
        How one goes.
    """

    group: IsochroneSet
    mode: str
    trip: Trip


def isochrone_works(study: Study) -> list[IsochroneWork]:
    """Return each mode of each set of isochrones of a study, with its trip.

    Parameters
    ----------
    study
        The study; a mode goes as the first trip of that mode, if there is one.
    """
    from grensgeo.traveltimes import Trip

    given = {item.trip.mode: item.trip for item in reversed(study.trips)}
    return [
        IsochroneWork(group, mode, given.get(mode) or Trip(mode))
        for group in study.isochrones
        for mode in group.modes
    ]


def join_isochrones(
    study: Study,
    region: Region,
    tables: Sequence[gpd.GeoDataFrame],
    lines: Sequence[gpd.GeoDataFrame],
    *,
    provenance: Provenance,
    networks: Mapping[str, Network] | None = None,
) -> Polygons:
    """Combine the isochrones of all sets.

    Parameters
    ----------
    study, region
        The study and its region.
    tables
        Isochrones of each of :func:`isochrone_works`.
    lines
        Streets and railways beneath them, by the order of the networks' names.
    provenance
        Sources and assumptions.
    networks
        Networks by name, where they are at hand.

    Returns
    -------
    Polygons
        Tables without rows if the study asks for none.
    """
    points = [isochrone_origins(group, region) for group in study.isochrones]
    sets = [
        (networks[work.group.network], work.trip, isochrone_origins(work.group, region))
        for work in isochrone_works(study)
        if networks is not None
    ]
    return Polygons(
        table=_concat(tables, ("from_id", "cutoff_min", "mode")),
        origins=_concat(points, ("id", "name")).drop_duplicates("id"),
        lines=_concat(lines, ("kind",)),
        provenance=provenance,
        sets=tuple(sets),
    )


def _concat(frames: Sequence[gpd.GeoDataFrame], columns: tuple[str, ...]) -> gpd.GeoDataFrame:
    """Concatenate layers; without any, return one with these columns and no rows."""
    import geopandas as gpd
    import pandas as pd

    empty = gpd.GeoDataFrame({name: [] for name in columns}, geometry=[], crs="EPSG:4326")
    full = [frame for frame in frames if len(frame)]
    return gpd.GeoDataFrame(pd.concat(full, ignore_index=True)) if full else empty


def isochrone_origins(group: IsochroneSet, region: Region) -> gpd.GeoDataFrame:
    """Return the origins of one set as points with ``id`` and ``name``."""
    import geopandas as gpd

    rows = list(group.origins)
    for code in group.places:
        point = region.places.geometry.loc[code]
        rows.append((code, region.municipalities.loc[code, "name"], point.x, point.y))
    ids, names, lon, lat = zip(*rows, strict=True)
    return gpd.GeoDataFrame(
        {"id": list(ids), "name": list(names)},
        geometry=gpd.points_from_xy(lon, lat),
        crs="EPSG:4326",
    )


def map_lines(network: Network) -> gpd.GeoDataFrame:
    """Return the main streets and railways of a network; none of a schematic one."""
    import geopandas as gpd
    import numpy as np
    import shapely

    from grensgeo.network import HIGHWAYS

    streets = network.streets
    codes = [HIGHWAYS.index(name) for name in MAIN_STREETS]
    main = np.isin(streets.highway, codes) & ~np.full(
        streets.n_edges, network.provenance.schematic
    )
    sizes = np.diff(streets.coords_start)
    shapes = shapely.linestrings(
        streets.coords[np.repeat(main, sizes)],
        indices=np.repeat(np.arange(main.sum()), sizes[main]),
    )
    merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(shapes)))
    roads = gpd.GeoDataFrame({"kind": "road"}, index=range(len(merged)), geometry=merged, crs=4326)
    if network.rail is None:
        return roads
    tracks = network.rail.tracks[["geometry"]].assign(kind="rail")
    return _concat([roads, tracks], ("kind",))
