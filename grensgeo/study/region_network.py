"""The network of a region: its streets, timetables and heights, fetched or of one's own."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from grensgeo.errors import InputError
from grensgeo.fetch.lock import ABSENT, RawFolder
from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    import geopandas as gpd

    from grensgeo.gtfs import Feed
    from grensgeo.network import Network
    from grensgeo.spec import RegionSpec


def build_region_network(
    spec: RegionSpec,
    raw: RawFolder,
    *,
    countries: gpd.GeoDataFrame | None,
    area: gpd.GeoDataFrame | None = None,
    progress: bool = False,
) -> Network:
    """Build the network of a region: streets, timetables and heights.

    Extracts and timetables are cut to the region with its margin while they are read, timetables
    to its date too.

    Parameters
    ----------
    spec
        The region's file.
    raw
        Folder of what was fetched for it.
    countries
        Land of the region by ``country``; in the margin, and everywhere if not given, that of the
        boundaries which were fetched.
    area
        Municipalities of the region; those of its boundaries if not given, and nothing is cut
        to an area where these were not fetched.
    progress
        Whether to show how far the reading is.

    Raises
    ------
    InputError
        If there is no extract, or no street in the region.
    """
    from grensgeo.geodata.cut_outline import cut_outline
    from grensgeo.network import build_network
    from grensgeo.study.land_around import land_around

    streets = [*spec.streets.files, *fetched(raw, "streets").values()]
    if not streets:
        raise InputError(
            "none-given",
            f"{spec.region_id}: no extract; name them in [streets] files, or fetch them into "
            f"{raw.path}",
        )
    area = municipalities_of(spec, raw) if area is None else area
    feeds, notes = feeds_of(spec, raw, area=area)
    if area is not None:
        outline = cut_outline(area, buffer_km=spec.margin_km)
        countries = land_around(spec, raw, outline, region=countries)
    names = fetched(raw, "streets", "timetables", "heights", "boundaries", "nuts3")
    sources = tuple(raw.files[name].source() for name in names)
    with heights_of(spec, raw) as heights:
        network = build_network(
            streets,
            countries=countries,
            gtfs=feeds,
            elevation=heights,
            area=area,
            buffer_km=spec.margin_km,
            progress=progress,
        )
    return replace(network, provenance=network.provenance | Provenance(sources, tuple(notes)))


def fetched(raw: RawFolder, *roles: str) -> dict[str, Path]:
    """Return fetched files of some roles that the region needs, by name.

    Parameters
    ----------
    raw
        Folder of what was fetched.
    roles
        What the files are for.
    """
    return {
        item.file: raw.at(item.file)
        for role in roles
        for item in raw.of(role)
        if item.used and item.version != ABSENT
    }


def municipalities_of(spec: RegionSpec, raw: RawFolder) -> gpd.GeoDataFrame | None:
    """Return the municipalities of a region; None where its boundaries were not fetched.

    Parameters
    ----------
    spec, raw
        As :func:`build_region_network`.
    """
    from grensgeo.fetch.region_fetch import read_municipalities_of
    from grensgeo.study.land_around import boundaries_there

    there = boundaries_there(spec, raw)
    return None if there is None else read_municipalities_of(spec, raw, there)


def feeds_of(
    spec: RegionSpec, raw: RawFolder, *, area: gpd.GeoDataFrame | None = None
) -> tuple[list[Feed], list[Note]]:
    """Return the timetables without the operators that another one has, and what was left out.

    Parameters
    ----------
    spec, raw, area
        As :func:`build_region_network`.
    """
    from grensgeo.gtfs import drop_operators, read_feed

    own = [(one.file, one.drop_agencies) for one in spec.timetables if one.file]
    own += [
        (path, raw.files[name].drop)
        for name, path in fetched(raw, "timetables").items()
        if name.endswith(".zip")
    ]
    feeds: list[Feed] = []
    notes: list[Note] = []
    if own and area is None:
        area = municipalities_of(spec, raw)
    margin_km = 0.0 if area is None else spec.margin_km
    for path, drop in own:
        feed = read_feed(path, repair=True, area=area, buffer_km=margin_km, dates=spec.day)
        before = len(feed.trips)
        try:
            kept, counts = drop_operators(feed, drop) if drop else (feed, {})
        except InputError as error:
            if error.code != "no-trips-left":
                raise
            notes.append(Note("feed.only-dropped", feed=feed.name, n=before))
            continue
        feeds.append(kept)
        notes += [
            Note("feed.operator-dropped", feed=feed.name, operator=name, n=n)
            for name, n in counts.items()
            if n
        ]
    return feeds, notes


@contextmanager
def heights_of(spec: RegionSpec, raw: RawFolder) -> Iterator[Path | None]:
    """Yield the raster of heights; several are put together in one.

    Parameters
    ----------
    spec, raw
        As :func:`build_region_network`.
    """
    wanted = spec.heights
    tiles = [] if wanted is None else [*wanted.files] or [*fetched(raw, "heights").values()]
    if len(tiles) < 2:
        yield tiles[0] if tiles else None
        return
    from rasterio.merge import merge

    with TemporaryDirectory() as folder:
        whole = Path(folder) / "heights.tif"
        merge(tiles, dst_path=whole)
        yield whole
