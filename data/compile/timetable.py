"""Compile the compact timetable of one Tuesday: the rail lines, and the buses of Münster."""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from saying import say

from grensgeo.fetch.catalogue import checksum
from grensgeo.gtfs.feed import Feed, read_feed
from grensgeo.gtfs.stop_times import Calls
from grensgeo.network.line_feeds import every_day, feed_of_lines
from grensgeo.provenance import Provenance, Source

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.gtfs.findings import Finding
    from grensgeo.lines.services_file import ServiceTables

#: A Tuesday outside school holidays in Nordrhein-Westfalen, with service in the bus feed.
TUESDAY = date(2023, 10, 17)
ZONE = "Europe/Berlin"  # the clock of both countries
RAIL, BUSES = "rail", "stadtwerke-muenster"
BUS_FEED = "gtfs/stadtwerke_muenster_2023-08_from_rds.zip"
BUS_SOURCE = Source(
    "stadtwerke-muenster-gtfs-2023",
    "Timetable of Stadtwerke Münster, 7 August to 31 December 2023 (GTFS)",
    "DL-DE-BY-2.0 (*)",
    "Stadtwerke Münster",
    str(TUESDAY),
    "https://www.stadtwerke-muenster.de",
)
#: The Tuesday whose trains run beside these buses.
TRAINS = date(2024, 5, 14)
#: What lacks, for trips by public transport.
NOTES = (
    say("trains-known", concerns=("transit",), of=str(TRAINS), day=str(TUESDAY)),
    say("trains-drawn", concerns=("transit",)),
    say("buses", concerns=("transit",)),
    say("service-day", concerns=("transit",), day=str(TUESDAY)),
)


def compile_feeds(shared: Path, services: ServiceTables) -> tuple[tuple[Feed, Feed], Provenance]:
    """Give both feeds, and where they come from."""
    path = shared / BUS_FEED
    source = dataclasses.replace(BUS_SOURCE, sha256=checksum(path))
    return (rail_feed(services), bus_feed(path)), Provenance((source,), NOTES)


def stations(feed: Feed) -> pd.DataFrame:
    """Give the stations of a feed's stops: lon, lat and country."""
    frame = feed.stops[feed.stops["parent"] < 0].reset_index(drop=True)
    return frame.rename(columns={"stop_lon": "lon", "stop_lat": "lat"})[["lon", "lat", "country"]]


def rail_feed(tables: ServiceTables) -> Feed:
    """Let lines run by their clock faces, others at their headways, at no fixed minute."""
    names = dict(zip(tables.lines["line_id"], tables.lines["name"], strict=True))
    feed = feed_of_lines(
        tables, {}, name=RAIL, days=every_day(TUESDAY, TUESDAY), zone=ZONE, countries=True
    )
    labels = [_label(line, names[line]) for line in feed.trips["route_id"]]
    return dataclasses.replace(feed, trips=feed.trips.assign(line=labels))


def bus_feed(path: Path) -> Feed:
    """Take the trips of one Tuesday out of a feed, and of the rest only what a time depends on."""
    whole = read_feed(path, name=BUSES)
    runs = whole.days.on(TUESDAY)[whole.trips["service"].to_numpy()]
    calls, stops = whole.calls, whole.stops
    # trips of one line and course side by side take less room
    keys = [
        (line, calls.stop[a:b].tobytes(), int(calls.departure_s[a]))
        for line, a, b in zip(whole.trips["line"], calls.start[:-1], calls.start[1:], strict=True)
    ]
    chosen = sorted(np.flatnonzero(runs).tolist(), key=lambda trip: keys[trip])
    rows = np.concatenate([np.arange(calls.start[i], calls.start[i + 1]) for i in chosen])
    parent = stops["parent"].to_numpy()
    called = np.unique(calls.stop[rows])
    kept = np.union1d(called, parent[called][parent[called] >= 0])
    position = np.full(len(stops) + 1, -1, dtype=np.int32)  # the last is that of no parent
    position[kept] = np.arange(len(kept))
    trips = whole.trips.iloc[chosen].assign(service=np.int32(0), shape_id="")
    return Feed(
        name=BUSES,
        stops=stops.iloc[kept].assign(parent=position[parent[kept]], country="DE"),
        trips=trips,
        calls=Calls(
            start=np.cumsum([0, *np.diff(calls.start)[chosen]], dtype=np.int64),
            stop=position[calls.stop[rows]],
            **{
                name: getattr(calls, name)[rows]
                for name in ("arrival_s", "departure_s", "board_ok", "alight_ok")
            },
        ),
        days=every_day(TUESDAY, TUESDAY),
        frequencies=whole.frequencies.iloc[:0],
        transfers=whole.transfers.iloc[:0],
        pathways=_no_pathways(),
        shapes=_no_shapes(),
        findings=tuple(_of_the_feed(f) for f in whole.findings if f.code == "blank_times"),
        sha256=whole.sha256,
    )


def _label(line: str, name: str) -> str:
    """Give what stands on the train: the number of a line, or the product of a series."""
    known = line.partition("-")[0]
    return known if name.startswith(f"{known} ") else name.rpartition(" ")[0]


def _of_the_feed(finding: Finding) -> Finding:
    """Say that a finding speaks of the whole feed, not of the day."""
    return dataclasses.replace(
        finding, row=None, message=re.sub(r" rows\)", " rows in the whole feed)", finding.message)
    )


def _no_pathways() -> pd.DataFrame:
    none = np.zeros(0, dtype=np.int64)
    empty = pd.DataFrame({"from_stop": none, "to_stop": none, "both_ways": none.astype(bool)})
    return empty.assign(length_m=none.astype(float), duration_s=none.astype(float))


def _no_shapes() -> pd.DataFrame:
    return pd.DataFrame({"shape_id": [], "shape_pt_lon": [], "shape_pt_lat": []})
