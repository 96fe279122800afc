"""Hand-written GTFS feeds: a few lines of text become a zip; and lines at headways as one."""

import zipfile

import pandas as pd
import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.gtfs import read_feed
from grensgeo.lines.line_tables import check_lines
from grensgeo.lines.services_file import ServiceTables
from grensgeo.network.line_feeds import line_feed
from grensgeo.provenance import Provenance

AGENCY = "agency_id,agency_name,agency_url,agency_timezone\nA,Bahn,http://x.eu,{zone}\n"
ROUTES = "route_id,agency_id,route_short_name,route_type\nR,A,RB64,2\n"
DAILY = (
    "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "D,1,1,1,1,1,1,1,20230101,20231231\n"
)

#: Real places, lon and lat; the line from Enschede to Münster and beyond.
PLACES = {
    "Zwolle": (6.0919, 52.5047),
    "Hengelo": (6.7936, 52.2617),
    "Enschede": (6.8900, 52.2222),
    "Glanerbrug": (6.9714, 52.2175),
    "Gronau": (7.0264, 52.2128),
    "Ahaus": (7.0164, 52.0798),
    "Muenster": (7.6350, 51.9565),
    "Bad Bentheim": (7.1614, 52.3097),
    "Rheine": (7.4347, 52.2764),
    "Osnabrueck": (8.0616, 52.2729),
}


def stops_txt(*names, prefix="", shift=0.0, rename=None):
    """Write ``stops.txt`` for places by name; ``shift`` moves them east by degrees."""
    rows = ["stop_id,stop_name,stop_lat,stop_lon"]
    for name in names:
        lon, lat = PLACES[name]
        shown = (rename or {}).get(name, name)
        rows.append(f'{prefix}{name},"{shown}",{lat},{lon + shift:.5f}')
    return "\n".join(rows) + "\n"


def trips_txt(*rows):
    """Write ``trips.txt`` from ``trip``, ``trip,number`` or ``trip,number,service``."""
    lines = ["route_id,service_id,trip_id,trip_short_name"]
    for row in rows:
        trip, number, service = (*row.split(","), "", "")[:3]
        lines.append(f"R,{service or 'D'},{trip},{number}")
    return "\n".join(lines) + "\n"


def times_txt(trips, *, prefix=""):
    """Write ``stop_times.txt`` from {trip: "Place 8:00 Place 8:10-8:12 Place -"}; - is blank."""
    lines = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    for trip, text in trips.items():
        words = [word.strip() for word in text.split(",")]
        for i, word in enumerate(words):
            place, _, time = word.rpartition(" ")
            arrival, _, departure = time.partition("-")
            arrival = f"{arrival}:00" if arrival else ""
            departure = f"{departure}:00" if departure else arrival
            lines.append(f"{trip},{arrival},{departure},{prefix}{place},{i}")
    return "\n".join(lines) + "\n"


def feed_files(trips, *, zone="Europe/Berlin", prefix="", shift=0.0, rename=None, numbers=None):
    """Give the files of a feed whose trips run every day of 2023."""
    words = [word.strip() for text in trips.values() for word in text.split(",")]
    places = [word.rpartition(" ")[0] for word in words]
    return {
        "agency.txt": AGENCY.format(zone=zone),
        "routes.txt": ROUTES,
        "calendar.txt": DAILY,
        "stops.txt": stops_txt(*dict.fromkeys(places), prefix=prefix, shift=shift, rename=rename),
        "trips.txt": trips_txt(*(f"{t},{(numbers or {}).get(t, '')}" for t in trips)),
        "stop_times.txt": times_txt(trips, prefix=prefix),
    }


def write_feed(path, files, *, folder=""):
    """Write files into a zip; text or bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(folder + name, content)
    return path


def calls(timetable):
    """List every trip of a timetable as {trip: [(stop, arrival, departure), …]}, in seconds."""
    result = {}
    for p in range(timetable.n_patterns):
        stops = timetable.pattern_stop[
            timetable.pattern_stop_start[p] : timetable.pattern_stop_start[p + 1]
        ]
        n = len(stops)
        for t in range(timetable.pattern_trip_start[p], timetable.pattern_trip_start[p + 1]):
            first = timetable.pattern_time_start[p] + (t - timetable.pattern_trip_start[p]) * n
            rows = slice(first, first + n)
            result.setdefault(str(timetable.trip_id[t]), []).append(
                list(
                    zip(
                        [str(timetable.stop_ids[s]) for s in stops],
                        timetable.trip_arrival_s[rows].tolist(),
                        timetable.trip_departure_s[rows].tolist(),
                        strict=True,
                    )
                )
            )
    return result


def finding_lines(feed_or_findings):
    """Format findings, each with its severity."""
    findings = getattr(feed_or_findings, "findings", feed_or_findings)
    return [f"{finding.severity}: {finding}" for finding in findings]


def refused(path):
    """Return the message with which a feed is refused."""
    with pytest.raises((FileError, InputError)) as caught:
        read_feed(path)
    return str(caught.value)


def line_tables(stops, lines, *, transfers=()):
    """Tables of lines; stops: id -> (lon, lat, country), lines: id -> (headway, [(stop, …)])."""
    calls = [
        (line, number, call[0], float(call[1]), float(call[-1]))
        for line, (_, way) in lines.items()
        for number, call in enumerate(way, start=1)
    ]
    return ServiceTables(
        stops=pd.DataFrame(
            [(name, name, *place) for name, place in stops.items()],
            columns=["stop_id", "name", "lon", "lat", "country"],
        ),
        lines=pd.DataFrame(
            [(line, line, "x", float(every), False, "s") for line, (every, _) in lines.items()],
            columns=["line_id", "name", "operator", "headway_min", "modelled", "source_id"],
        ),
        calls=pd.DataFrame(
            calls, columns=["line_id", "sequence", "stop_id", "arrival_min", "departure_min"]
        ),
        transfers=pd.DataFrame(
            {
                "from_stop_id": pd.Series([a for a, _, _ in transfers], dtype=str),
                "to_stop_id": pd.Series([b for _, b, _ in transfers], dtype=str),
                "transfer_min": pd.Series([m for _, _, m in transfers], dtype=float),
            }
        ),
        provenance=Provenance(),
    )


def lines_at_headways(stops, lines, *, transfers=()):
    """A feed of lines that say no hours and no days; arguments as of ``line_tables``."""
    return line_feed(check_lines(line_tables(stops, lines, transfers=transfers)))
