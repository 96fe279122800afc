"""The isochrones of a study, and the roads and origins that a map shows with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def draw_isochrones(
    study: Study,
    region: Region,
    networks: Mapping[str, Network],
    *,
    say: Callable[[str], None],
    progress: bool,
) -> Polygons:
    """Compute all sets of isochrones of a study.

    Parameters
    ----------
    study, region, networks
        The study, its region and its networks by name.
    say, progress
        As in :func:`grensgeo.study.run_study`.

    Returns
    -------
    Polygons
        Tables without rows if the study asks for none.
    """
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.assumptions import trip_provenance
    from grensgeo.traveltimes.isochrones import isochrones

    given = {item.trip.mode: item.trip for item in reversed(study.trips)}  # the first counts
    tables: list[gpd.GeoDataFrame] = []
    points: list[gpd.GeoDataFrame] = []
    sets: list[tuple[Network, Trip, gpd.GeoDataFrame]] = []
    provenance = region.provenance
    for group in study.isochrones:
        network = networks[group.network]
        origins = _origins(group, region)
        points.append(origins)
        for mode in group.modes:
            say(f"isochrones: {mode} from {', '.join(origins['name'])}")
            trip = given.get(mode, Trip(mode))
            provenance = provenance | trip_provenance(network, trip)
            table = isochrones(
                network, origins, trip, cutoffs_min=group.cutoffs_min, progress=progress
            )
            tables.append(table)
            sets.append((network, trip, origins))
    used = {group.network for group in study.isochrones}
    lines = [_lines(networks[name]) for name in sorted(used)]
    return Polygons(
        table=_concat(tables, ("from_id", "cutoff_min", "mode")),
        origins=_concat(points, ("id", "name")).drop_duplicates("id"),
        lines=_concat(lines, ("kind",)),
        provenance=provenance,
        sets=tuple(sets),
    )


def _concat(frames: list[gpd.GeoDataFrame], columns: tuple[str, ...]) -> gpd.GeoDataFrame:
    """Concatenate layers; without any, return one with these columns and no rows."""
    import geopandas as gpd
    import pandas as pd

    empty = gpd.GeoDataFrame({name: [] for name in columns}, geometry=[], crs="EPSG:4326")
    full = [frame for frame in frames if len(frame)]
    return gpd.GeoDataFrame(pd.concat(full, ignore_index=True)) if full else empty


def _origins(group: IsochroneSet, region: Region) -> gpd.GeoDataFrame:
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


def _lines(network: Network) -> gpd.GeoDataFrame:
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
