"""Compile the sample's networks: the region (schematic, with rail), Münster and Enschede (OSM)."""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import csv
import dataclasses
import io
import json
import sys
import zipfile
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import main_roads
import pandas as pd
from pyproj import Geod
from saying import say
from squares import are_squares
from timetable import RAIL, compile_feeds, stations

from grensgeo.fetch.catalogue import checksum
from grensgeo.geodata.road_tables import read_roads
from grensgeo.lines.line_tables import check_lines, clip_lines
from grensgeo.lines.service_hours import Hours
from grensgeo.lines.services_file import ServiceTables, read_services
from grensgeo.network import Network, with_feeds
from grensgeo.network.build import build_network
from grensgeo.network.schematic_streets import build_schematic
from grensgeo.provenance import Provenance, Source
from grensgeo.region.region import load_region

if TYPE_CHECKING:
    from grensgeo.notes import Note
    from grensgeo.region.region import Region

SERIES = "rail/rail_series_region_2026.geojson"
STATIONS = "gtfs/rail_region_2026_frequency_derived.zip"
SOURCES = (
    Source(
        "rail-series-2026",
        "Dutch and cross-border rail series of 2026: stops, median minutes, headways",
        "CC0-1.0 (*)",
        "rail series: NDOV / OVapi",
        "2026",
        "https://gtfs.ovapi.nl",
    ),
    Source(
        "schematic-roads",
        "Towns and border crossings between them, written down by hand",
        "CC0-1.0",
        "schematic roads: grensgeo",
        "2026",
        bears_on="streets",
    ),
)
#: Sources of the region's tables that the schematic network rests on.
FROM_REGION = {
    "bkg-vg250ew-2023",
    "cbs-gemeenten-2022",
    "cbs-pc4-2021",
    "geonames-cities500",
    "zensus-2011-1km",
    "zensus-2022",
}
#: Lines written down: those of known minutes, and those whose minutes are drawn.
WRITTEN = ("rail_minutes.toml", "rail_lines.toml")
#: Series that stand complete in one of these (RB51 and RB64, RB61, RE19), or that have no headway
#: (300).
ELSEWHERE = {"20200", "20300", "20000", "300"}
#: Operators by series: those of the Dutch concessions in 2026 (Twents, Vechtdallijnen, Achterhoek
#: lines); NS for the rest.
OPERATORS = {
    "7900": "Keolis",
    "31000": "Arriva",
    "13800": "Arriva",
    "3800": "Arriva",
    "8000": "Arriva",
    "30700": "Arriva",
    "30800": "Arriva",
    "30900": "Arriva",
    "31200": "Arriva",
}
#: Lines are kept to the last station within this distance of the region, for changes there.
BEYOND_DEG = 0.2
#: Main roads are kept this far beyond the region, motorways farther.
ROADS_BEYOND_DEG = 0.03
#: Two lists of stations may put one station this far apart.
SAME_STATION_M = 500.0


#: Extract of each city and what its network lacks.
CITIES = {
    "muenster": (
        "muenster_city_roads_2025-02_rebuilt.osm.pbf",
        say("streets-muenster"),
    ),
    "enschede": (
        "enschede_city_footres_2023-12_rebuilt.osm.pbf",
        say("streets-enschede", concerns=("walk",)),
    ),
}


def compile_networks(shared: Path, out: Path, *, roads: str = "main") -> None:
    """Write ``network/``, ``muenster/`` and ``enschede/`` into the sample."""
    region = load_region(out)
    countries = region.municipalities[["country", "geometry"]]
    for name, network in (
        ("network", compile_region_network(shared, out, region, roads=roads)),
        *(
            (name, compile_city(shared / "osm" / extract, countries, note))
            for name, (extract, note) in CITIES.items()
        ),
    ):
        network.save(out / name)
        sys.stdout.write(f"{out / name}: {network.streets.n_edges} edges\n")


def compile_region_network(
    shared: Path, out: Path, region: Region, *, roads: str = "main"
) -> Network:
    """Build the schematic network with its rail lines and the timetable of one Tuesday.

    The main roads that it is built of are written to ``main_roads/`` first, files of their own
    with a licence of their own.
    ``roads`` is ``main`` for the real main roads, ``none`` for the lattice of local roads alone,
    with the crossings of the border that were written down by hand.
    """
    own = Path(__file__).resolve().parents[1] / "sources"
    services, provenance = compile_services(shared, own, region)
    feeds, timetable = compile_feeds(shared, services)
    lines = provenance | timetable
    of_lines = tuple(one.on("timetables") for one in lines.sources)
    lines = dataclasses.replace(lines, sources=of_lines)
    hand = read_roads(own / "roads.csv", own / "road_points.csv")
    main, known = main_roads.no_roads(), Provenance()
    if roads == "none":
        main_roads.remove(out / "main_roads")
    else:
        area = inner(region).geometry.union_all()
        tables = (own / name for name in ("expressways.csv", "motorways_beyond.csv"))
        found = main_roads.read_main_roads(shared / main_roads.WAYPOINTS, *tables)
        source = main_roads.source_of(shared)
        main = main_roads.keep(
            main_roads.within(found, area, ROADS_BEYOND_DEG), out / "main_roads", source
        )
        known = Provenance(sources=(source.on("streets"),))
    sources = [
        dataclasses.replace(s, bears_on="streets")
        for s in region.provenance.sources
        if s.source_id in FROM_REGION
    ]
    network = build_schematic(
        main_roads.with_towns(main, hand),
        region.cells,
        region.municipalities,
        border=region.border,
        stops=services.stops,
        stations=pd.concat([stations(feed) for feed in feeds if feed.name != RAIL]),
        model_missing=False,
        provenance=lines | known | Provenance(sources=(SOURCES[1], *sources)),
    )
    return with_feeds(network, feeds, sources=())


def compile_city(extract: Path, countries: gpd.GeoDataFrame, note: Note) -> Network:
    """Build a city's network from a rebuilt extract."""
    network = build_network(extract, countries=countries)
    return dataclasses.replace(network, provenance=network.provenance | Provenance(notes=(note,)))


def compile_services(shared: Path, own: Path, region: Region) -> tuple[ServiceTables, Provenance]:
    """Bring the hand-written lines and the rail series together."""
    written = [read_services(own / name) for name in WRITTEN]
    change_min = written[0].transfers["transfer_min"].min()
    parts = [*written, read_series(shared, region, change_min=change_min)]
    tables = {
        name: pd.concat([getattr(part, name) for part in parts], ignore_index=True)
        for name in ("stops", "lines", "calls", "transfers")
    }
    stops = tables["stops"]
    first = stops.drop_duplicates("stop_id").set_index("stop_id").loc[stops["stop_id"]]
    metres = Geod(ellps="WGS84").inv(
        stops["lon"], stops["lat"], first["lon"].to_numpy(), first["lat"].to_numpy()
    )[2]
    apart = stops.loc[metres > SAME_STATION_M, "stop_id"].tolist()
    if apart:
        message = f"stations of several lists lie too far apart to be the same: {apart}"
        raise ValueError(message)
    provenance = reduce(or_, (part.provenance for part in parts))
    by_hour = {line: rows for part in parts for line, rows in part.hours.by_hour.items()}
    services = check_lines(
        ServiceTables(
            stops=stops.drop_duplicates("stop_id").reset_index(drop=True),
            lines=tables["lines"].sort_values("line_id").reset_index(drop=True),
            calls=tables["calls"],
            transfers=tables["transfers"]
            .drop_duplicates(["from_stop_id", "to_stop_id"])
            .reset_index(drop=True),
            provenance=provenance,
            hours=Hours(by_hour=by_hour),
            faces=tuple(face for part in parts for face in part.faces),
        )
    )
    area = inner(region).geometry.union_all().buffer(BEYOND_DEG)
    return clip_lines(services, area), provenance


def inner(region: Region) -> gpd.GeoDataFrame:
    """Return the municipalities without the squares that are laid around them."""
    return region.municipalities[~are_squares(region.municipalities["region_code"])]


def read_series(shared: Path, region: Region, *, change_min: float) -> ServiceTables:
    """Read the rail series."""
    features = json.loads((shared / SERIES).read_text(encoding="utf-8"))["features"]
    lines, calls = [], []
    for feature in features:
        facts = feature["properties"]
        if facts["series"] in ELSEWHERE:
            continue
        stops = list(facts["stops"])
        line_id, name = facts["series"], f"{facts['product']} {stops[0]}-{stops[-1]}"
        lines.append(
            {
                "line_id": line_id,
                "name": name,
                "operator": OPERATORS.get(facts["series"], "NS"),
                "headway_min": facts["headway_min"],
                "modelled": False,
                "source_id": SOURCES[0].source_id,
                "note": f"rail series {facts['series']}",
            }
        )
        calls += [
            (line_id, sequence, stop, arrival, departure)
            for sequence, (stop, arrival, departure) in enumerate(
                zip(stops, facts["arr"], facts["dep"], strict=True), start=1
            )
        ]
    frame = pd.DataFrame(
        calls, columns=["line_id", "sequence", "stop_id", "arrival_min", "departure_min"]
    )
    stops = _stations(shared, region)
    stops = stops[stops["stop_id"].isin(frame["stop_id"])].reset_index(drop=True)
    walks = [(stop, stop) for stop in stops["stop_id"]]
    source = dataclasses.replace(SOURCES[0], sha256=checksum(shared / SERIES))
    return ServiceTables(
        stops=stops,
        lines=pd.DataFrame(lines),
        calls=frame,
        transfers=pd.DataFrame(walks, columns=["from_stop_id", "to_stop_id"]).assign(
            transfer_min=change_min
        ),
        provenance=Provenance(sources=(source,)),
    )


def _stations(shared: Path, region: Region) -> pd.DataFrame:
    """Read the stations of the series, and find each one's country."""
    with (
        zipfile.ZipFile(shared / STATIONS) as archive,
        archive.open("stops.txt") as raw,
    ):
        rows = list(csv.DictReader(io.TextIOWrapper(raw, "utf-8")))
    frame = pd.DataFrame(
        {
            "stop_id": [row["stop_id"] for row in rows],
            "name": [row["stop_name"] for row in rows],
            "lon": [float(row["stop_lon"]) for row in rows],
            "lat": [float(row["stop_lat"]) for row in rows],
            "note": "",
        }
    )
    places = gpd.GeoDataFrame(
        frame, geometry=gpd.points_from_xy(frame["lon"], frame["lat"]), crs=4326
    )
    metric = region.municipalities.estimate_utm_crs()
    nearest = places.to_crs(metric).sjoin_nearest(
        region.municipalities[["country", "geometry"]].to_crs(metric)
    )
    # a station on the line between two municipalities is found twice, in one country
    country = nearest.groupby(level=0)["country"].first()
    return frame.assign(country=country)
