"""Lines and stops of a drawn timetable as shapes."""

import pytest
from drawing import draw
from feeds import AGENCY, DAILY, ROUTES, write_feed

import grensgeo as gg
from grensgeo.gtfs import read_feed
from grensgeo.network.model import with_feeds
from grensgeo.traveltimes.line_shapes import line_shapes, stop_points


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    for trip, hour in (("t1", 8), ("t2", 9)):
        for k, stop in enumerate("abc"):
            at = f"{hour:02}:{10 * k:02}:00"
            calls.append(f"{trip},{at},{at},{stop},{k}")
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Amsterdam"), "routes.txt": ROUTES, "calendar.txt": DAILY,
        "stops.txt": "stop_id,stop_name,stop_lat,stop_lon\na,Alpha,52.2,7.0\nb,Beta,52.2,7.05\nc,Gamma,52.2,7.1\n",
        "trips.txt": "route_id,service_id,trip_id\nR,D,t1\nR,D,t2\n", "stop_times.txt": "\n".join(calls) + "\n",
    }  # fmt: skip
    feed = read_feed(write_feed(tmp_path_factory.mktemp("feed") / "feed.zip", files))
    return with_feeds(draw({"A": (0, 0), "B": (7000, 0)}, [{"ends": "AB"}]), [feed])


def test_each_way_of_a_line_stands_once_with_its_departures(network):
    trip = gg.Trip("transit", departure="2023-10-17T08:30")
    (line,) = line_shapes(network, trip).to_dict("records")
    assert (line["line"], line["kind"], line["departures"], line["stops"]) == (
        "RB64",
        "rail",
        2,
        3,
    )
    assert (line["from_name"], line["to_name"]) == ("Alpha", "Gamma")
    assert len(line["geometry"].coords) == 3
    stops = stop_points(network, trip).set_index("stop_id")
    assert stops["departures"].tolist() == [2, 2, 2]
    assert stops.loc["b", ["name", "kinds", "lines"]].tolist() == ["Beta", "rail", "RB64"]
