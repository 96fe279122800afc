"""Timetables that go with a network: read, placed in their countries, kept in its folder."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.errors import InputError
from grensgeo.files import read_layer, read_parquet
from grensgeo.geodata import territories
from grensgeo.gtfs.calendar import ServiceDays
from grensgeo.gtfs.feed import Feed, read_feed
from grensgeo.gtfs.findings import Finding
from grensgeo.gtfs.stop_times import Calls
from grensgeo.gtfs.transfers import SINGLE
from grensgeo.notes import Note
from grensgeo.provenance import Provenance, Source
from grensgeo.schema import write_parquet

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from grensgeo.network.contents import Streets

#: Tables of a feed that are kept as they are; the first two are indexed by an id.
_TABLES = ("stops", "trips", "frequencies", "transfers", "pathways")
#: Points of a shape that lie no further than this off the line without them are left out: 10 m.
_SLIM_DEGREES = 1e-4
_INDEXED = {"stops": "stop_id", "trips": "trip_id"}


def place_feeds(
    feeds: Sequence[str | Path | Feed],
    streets: Streets,
    extent: gpd.GeoSeries | None,
    *,
    countries: gpd.GeoDataFrame | None = None,
    repair: bool = False,
    sources: Sequence[Source] | None = None,
) -> tuple[tuple[Feed, ...], Provenance]:
    """Read timetables and hold them to the area of a network's data.

    Parameters
    ----------
    feeds, countries, repair, sources
        As for :func:`grensgeo.network.with_feeds`.
    streets
        Streets of the network, which the polygons must cover.
    extent
        The area that the network's data cover; None where it is not known.

    Returns
    -------
    tuple
        The feeds, with countries of stops and slim shapes; where they come from, with notes.

    Raises
    ------
    FileError, InputError
        As for :func:`grensgeo.network.with_feeds`.
    """
    frame = None if countries is None else territories.check_countries(countries)
    if frame is not None:
        territories.check_cover(frame, streets.lon, streets.lat)
    read = [feed if isinstance(feed, Feed) else read_feed(feed, repair=repair) for feed in feeds]
    names = [feed.name for feed in read]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            "name-twice", f"feeds of one name: {', '.join(twice)}; read each with its own name="
        )
    kept, notes = [], []
    for feed in read:
        inside, n_stops = _inside(extent, feed)
        if not inside:
            raise InputError(
                "elsewhere",
                f"feed {feed.name}: none of its {n_stops:,} stops lies in the network's "
                "data; give the feed of this area, or check its coordinates",
            )
        if n_stops > inside:
            outside = n_stops - inside
            notes.append(Note("timetables.stops-outside", feed=feed.name, n=outside, all=n_stops))
        kept.append(_placed(feed, frame))
    given = tuple(_source(feed) for feed in kept) if sources is None else tuple(sources)
    return tuple(kept), Provenance(sources=given, notes=tuple(notes))


def _inside(extent: gpd.GeoSeries | None, feed: Feed) -> tuple[int, int]:
    """Count the stops that lie in the network's data, and all; all where these have no bounds."""
    import shapely

    counted = feed.stops["location_type"].to_numpy() != 1
    counted[feed.calls.stop] = True
    stops = feed.stops[counted]
    if extent is None:
        return len(stops), len(stops)
    area = extent.union_all()
    lon, lat = stops["stop_lon"].to_numpy(), stops["stop_lat"].to_numpy()
    return int(shapely.contains_xy(area, lon, lat).sum()), len(stops)


def _placed(feed: Feed, countries: gpd.GeoDataFrame | None) -> Feed:
    """Write the country of each stop beside it, where polygons are given; slim the shapes."""
    stops = feed.stops
    if countries is not None:
        lon, lat = stops["stop_lon"].to_numpy(), stops["stop_lat"].to_numpy()
        codes = territories.locate(countries, lon, lat)
        stops = stops.assign(country=np.array(COUNTRIES, dtype=object)[codes])
    return replace(feed, stops=stops, shapes=_slim(feed))


def _slim(feed: Feed) -> pd.DataFrame:
    """Return the shapes of the feed's trips with the points that tell where they bend."""
    import pandas as pd
    import shapely

    ids = feed.shapes["shape_id"].astype(str)
    several = ids.map(ids.value_counts()) > 1
    shapes = feed.shapes[ids.isin(feed.trips["shape_id"]) & several]
    if not len(shapes):
        return _no_shapes()
    names, number = np.unique(shapes["shape_id"].astype(str), return_inverse=True)
    lines = shapely.linestrings(
        shapes[["shape_pt_lon", "shape_pt_lat"]].to_numpy(dtype=np.float64)[
            np.argsort(number, kind="stable")
        ],
        indices=np.sort(number),
    )
    xy, line = shapely.get_coordinates(shapely.simplify(lines, _SLIM_DEGREES), return_index=True)
    return pd.DataFrame(
        {"shape_id": names[line], "shape_pt_lon": xy[:, 0], "shape_pt_lat": xy[:, 1]}
    )


def _no_shapes() -> pd.DataFrame:
    """Return an empty table of shapes."""
    import pandas as pd

    return pd.DataFrame({"shape_id": [], "shape_pt_lon": [], "shape_pt_lat": []})


def _source(feed: Feed) -> Source:
    """Return a feed as a source; a feed does not state its licence."""
    return Source(
        source_id=f"gtfs-{feed.name}",
        title=f"Timetable {feed.name} (GTFS)",
        licence="as its publisher states",
        attribution=f"Timetable {feed.name}",
        reference_date=f"{feed.days.first} to {feed.days.last}",
        sha256=feed.sha256,
        bears_on="timetables",
    )


def write_feeds(feeds: Sequence[Feed], folder: Path) -> None:
    """Write feeds into the folder of a network, as ``feed_0_stops.parquet`` and so on.

    Parameters
    ----------
    feeds
        The feeds.
    folder
        An existing folder.
    """
    import geopandas as gpd
    import pandas as pd

    for number, feed in enumerate(feeds):
        calls, days = feed.calls, feed.days
        service, day = np.nonzero(days.active)
        frames = {name: getattr(feed, name) for name in _TABLES}
        for name in _INDEXED:
            frames[name] = frames[name].reset_index()
        frames["calls"] = pd.DataFrame(
            {item.name: getattr(calls, item.name) for item in fields(Calls)[1:]}
        )
        frames["lengths"] = pd.DataFrame({"n_calls": np.diff(calls.start).astype(np.int32)})
        frames["services"] = pd.DataFrame({"service_id": list(days.services)}, dtype="str")
        frames["days"] = pd.DataFrame(
            {"service": service.astype(np.int32), "day": day.astype(np.int32)}
        )
        frames["findings"] = pd.DataFrame(
            [asdict(finding) for finding in feed.findings],
            columns=[item.name for item in fields(Finding)],
        ).astype({"row": "Int64"})
        frames["about"] = pd.DataFrame(
            {
                "name": [feed.name],
                "sha256": [feed.sha256],
                "first": [days.first.isoformat()],
                "n_days": [days.n_days],
                "before": [days.before],
                "after": [days.after],
            }
        )
        if len(feed.shapes):
            frames["shapes"] = feed.shapes
        if feed.usual is not None:
            frames["usual"] = feed.usual.reset_index()
        if feed.outline is not None:
            frames["outline"] = gpd.GeoDataFrame(geometry=[feed.outline], crs=4326)
        for name, frame in frames.items():
            write_parquet(frame, folder / f"feed_{number}_{name}.parquet")


def read_feeds(folder: Path, files: Collection[str]) -> tuple[Feed, ...]:
    """Read the feeds in the folder of a network.

    Parameters
    ----------
    folder
        The folder.
    files
        Names of the files in it.

    Returns
    -------
    tuple of Feed
        In their order.
    """
    feeds: list[Feed] = []
    while f"feed_{len(feeds)}_about.parquet" in files:
        feeds.append(_read(folder, f"feed_{len(feeds)}_"))
    return tuple(feeds)


def _read(folder: Path, prefix: str) -> Feed:
    def read(name: str) -> pd.DataFrame:
        return read_parquet(folder / f"{prefix}{name}.parquet")

    tables = {name: read(name) for name in _TABLES}
    for name, key in _INDEXED.items():
        tables[name] = tables[name].set_index(key)
    # Folders of earlier versions know of no single lines and trips
    missing = [name for name in SINGLE if name not in tables["transfers"]]
    tables["transfers"] = tables["transfers"].assign(**dict.fromkeys(missing, ""))
    calls, about = read("calls"), read("about").iloc[0]
    start = np.zeros(len(tables["trips"]) + 1, dtype=np.int64)
    np.cumsum(read("lengths")["n_calls"].to_numpy(), out=start[1:])
    services, days = tuple(read("services")["service_id"].astype(str)), read("days")
    # Feeds of folders of earlier versions were never cut to dates
    before, after = (int(about.get(name, 0)) for name in ("before", "after"))
    active = np.zeros((len(services), before + int(about["n_days"]) + after), dtype=bool)
    active[days["service"].to_numpy(), days["day"].to_numpy()] = True
    findings = read("findings").astype({"row": object})
    rows = findings.where(findings.notna(), None).to_dict("records")
    return Feed(
        name=str(about["name"]),
        **tables,
        calls=Calls(start, **{name: calls[name].to_numpy(copy=True) for name in calls.columns}),
        days=ServiceDays(date.fromisoformat(about["first"]), services, active, before, after),
        shapes=read("shapes") if (folder / f"{prefix}shapes.parquet").exists() else _no_shapes(),
        findings=tuple(Finding(**{str(key): value for key, value in row.items()}) for row in rows),
        sha256=str(about["sha256"]),
        usual=read("usual").set_index("date")
        if (folder / f"{prefix}usual.parquet").exists()
        else None,
        outline=_read_outline(folder / f"{prefix}outline.parquet"),
    )


def _read_outline(path: Path) -> BaseGeometry | None:
    """Read the outline that a feed was cut to, if it was."""
    import shapely

    if not path.exists():
        return None
    found: BaseGeometry = read_layer(path).geometry.iloc[0]
    shapely.prepare(found)
    return found
