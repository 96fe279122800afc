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
from grensgeo.gtfs.calendar import ServiceDays
from grensgeo.gtfs.feed import Feed, read_feed
from grensgeo.gtfs.stop_times import Calls
from grensgeo.network.headway_services import to_arrays
from grensgeo.provenance import Provenance, Source

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.gtfs.findings import Finding
    from grensgeo.network import Services

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
#: Assumption: on a working day trains pass the middle of a line from 5:00 until midnight. The
#: middle, so that trains from both ends are under way all over a long line in the morning.
FIRST_S, LAST_S = 5 * 3600, 24 * 3600
#: GTFS route types.
TRAIN, BUS = 2, 3
#: What lacks, for trips by public transport.
NOTES = (
    say("trains-drawn", concerns=("transit",), day=str(TUESDAY)),
    say("buses", concerns=("transit",)),
    say("service-day", concerns=("transit",), day=str(TUESDAY)),
)


def compile_feeds(shared: Path, services: Services) -> tuple[tuple[Feed, Feed], Provenance]:
    """Give both feeds, and where they come from."""
    path = shared / BUS_FEED
    source = dataclasses.replace(BUS_SOURCE, sha256=checksum(path))
    return (rail_feed(services), bus_feed(path)), Provenance((source,), NOTES)


def stations(feed: Feed) -> pd.DataFrame:
    """Give the stations of a feed's stops: lon, lat and country."""
    frame = feed.stops[feed.stops["parent"] < 0].reset_index(drop=True)
    return frame.rename(columns={"stop_lon": "lon", "stop_lat": "lat"})[["lon", "lat", "country"]]


def rail_feed(services: Services) -> Feed:
    """Let every line run there and back at its headway, at no fixed minute."""
    rows, stops = to_arrays(services), services.stops
    first = rows.line_start[:-1]
    run_s = rows.call_arrival_s[rows.line_start[1:] - 1]
    names = dict(zip(services.lines["line_id"], services.lines["name"], strict=True))
    lines = list(rows.line_ids)
    trips = pd.DataFrame(
        {
            "route_id": lines,
            "service": np.zeros(len(lines), dtype=np.int32),
            "line": [_label(line, names[line]) for line in lines],
            "number": "",
            "headsign": stops["name"].to_numpy()[rows.call_stop[rows.line_start[1:] - 1]],
            "route_type": np.full(len(lines), TRAIN, dtype=np.int16),
            "zone": ZONE,
            "shape_id": "",
            "block": "",
        },
        index=pd.Index(
            [f"{line}-{('there', 'back')[i % 2]}" for i, line in enumerate(lines)], name="trip_id"
        ),
    )
    place = {stop: position for position, stop in enumerate(stops["stop_id"])}
    walks = services.transfers
    allowed = np.ones(len(rows.call_stop), dtype=np.uint8)
    middle = np.rint(run_s / 2).astype(np.int64)
    return Feed(
        name=RAIL,
        stops=pd.DataFrame(
            {
                "stop_name": stops["name"].to_numpy(dtype=object),
                "stop_lon": stops["lon"].to_numpy(),
                "stop_lat": stops["lat"].to_numpy(),
                "location_type": np.zeros(len(stops), dtype=np.int8),
                "parent": np.full(len(stops), -1, dtype=np.int32),
                "platform_code": "",
                "country": stops["country"].to_numpy(dtype=object),
            },
            index=pd.Index(stops["stop_id"], name="stop_id"),
        ),
        trips=trips,
        calls=Calls(
            start=rows.line_start,
            stop=rows.call_stop.astype(np.int32),
            arrival_s=np.rint(rows.call_arrival_s).astype(np.int32),
            departure_s=np.rint(rows.call_departure_s).astype(np.int32),
            board_ok=allowed,
            alight_ok=allowed.copy(),
        ),
        days=_tuesday(),
        frequencies=pd.DataFrame(
            {
                "trip": np.arange(len(first)),
                "start_s": FIRST_S - middle,
                "end_s": LAST_S - middle,
                "headway_s": np.rint(rows.line_headway_s).astype(np.int64),
                "exact": np.zeros(len(first), dtype=np.int64),
            }
        ),
        transfers=pd.DataFrame(
            {
                "from_stop": walks["from_stop_id"].map(place).to_numpy(dtype=np.int64),
                "to_stop": walks["to_stop_id"].map(place).to_numpy(dtype=np.int64),
                "transfer_type": np.full(len(walks), 2, dtype=np.int64),
                "min_transfer_s": 60.0 * walks["transfer_min"].to_numpy(dtype=np.float64),
            }
        ),
        pathways=_no_pathways(),
        shapes=_no_shapes(),
    )


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
        days=_tuesday(),
        frequencies=whole.frequencies.iloc[:0],
        transfers=whole.transfers.iloc[:0],
        pathways=_no_pathways(),
        shapes=_no_shapes(),
        findings=tuple(_of_the_feed(f) for f in whole.findings if f.code == "blank_times"),
        sha256=whole.sha256,
    )


def _label(line: str, name: str) -> str:
    """Give what stands on the train: the number of a line, or the product of a series."""
    return line.partition("-")[0] if line.startswith("R") else name.rpartition(" ")[0]


def _of_the_feed(finding: Finding) -> Finding:
    """Say that a finding speaks of the whole feed, not of the day."""
    return dataclasses.replace(
        finding, row=None, message=re.sub(r" rows\)", " rows in the whole feed)", finding.message)
    )


def _tuesday() -> ServiceDays:
    """Give the one day with its one service."""
    return ServiceDays(TUESDAY, ("tuesday",), np.ones((1, 1), dtype=bool))


def _no_pathways() -> pd.DataFrame:
    none = np.zeros(0, dtype=np.int64)
    empty = pd.DataFrame({"from_stop": none, "to_stop": none, "both_ways": none.astype(bool)})
    return empty.assign(length_m=none.astype(float), duration_s=none.astype(float))


def _no_shapes() -> pd.DataFrame:
    return pd.DataFrame({"shape_id": [], "shape_pt_lon": [], "shape_pt_lat": []})
