"""Rules of timetables, each drawn by a few stops and trips in a feed, to the sum that is known.

A street of 16 km with stops p at its west end, q and r in its middle, 200 m apart, and s at its east
end, where one stands; so a time is made of rides, waits and changes alone.
"""

import pandas as pd
import pytest
from drawnfiles import DAY, STREET, Drawing, countries, exact, feed, some

import grensgeo as gg

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
ROAD = Drawing(
    {1: (0, 0), 2: (7900, 0), 3: (8100, 0), 4: (16_000, 0), 5: (16_150, 0)},
    ((1, [1, 2, 3, 4, 5], STREET),),
)
STOPS = ROAD.stops(p=1, q=2, r=3, s=4)
STATION = (
    "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
    + "".join(f"{row},0,{'m' if row[0] in 'qr' else ''}\n" for row in STOPS.splitlines()[1:])
    + "m,m,52.2,7.117,1,\n"
)
#: One is at q at 8:10; on go from q at 8:10, 8:13 and 8:30, from r at 8:12 and 8:16.
MEETING = {
    "a/1": "p 8:00, q 8:10", "b/1": "q 8:10, s 8:20", "c/1": "q 8:13, s 8:25",
    "b/2": "q 8:30, s 8:40", "d/1": "r 8:12, s 8:21", "d/2": "r 8:16, s 8:27",
}  # fmt: skip
FROM_TO = "from_stop_id,to_stop_id,transfer_type,min_transfer_time"
TRIPS_TO = "from_stop_id,to_stop_id,from_trip_id,to_trip_id,transfer_type"
LINKED = "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,traversal_time,length"


def minutes(network, start=1, end=4, clock="08:00", **options):
    options = {"departure": f"{DAY}T{clock}"} | options
    return ROAD.minutes(network, start, end, gg.Trip("transit", **options))


@pytest.fixture(scope="module")
def streets(tmp_path_factory):
    return ROAD.build(tmp_path_factory.mktemp("road"))


#: Files beside the usual ones, and the minute after 8 at which one is at s.
CHANGES = {
    # 60 s to get on: b/1 leaves at that minute and c/1 three later; 200 m to r take 2.4 minutes
    # and one to get on, which d/1 does not wait for
    "none": ({}, 25),
    "a least time": ({"transfers": f"{FROM_TO}\nq,q,2,180\n"}, 25),
    "a least time that one misses": ({"transfers": f"{FROM_TO}\nq,q,2,181\n"}, 27),
    "no time at all": ({"transfers": f"{FROM_TO}\nq,q,1,\n"}, 20),
    "forbidden": ({"transfers": f"{FROM_TO}\nq,q,3,\n"}, 27),
    "forbidden everywhere": ({"transfers": f"{FROM_TO}\nq,q,3,\nq,r,3,\n"}, None),
    "over the road in a minute": ({"transfers": f"{FROM_TO}\nq,r,2,60\n"}, 21),
    "a train that waits": ({"transfers": f"{TRIPS_TO}\nq,q,a/1,b/1,1\n"}, 20),
    "in one seat": ({"transfers": f"{TRIPS_TO}\nq,q,a/1,b/1,4\n"}, 20),
    "one must leave": ({"transfers": f"{TRIPS_TO}\nq,q,a/1,b/1,5\n"}, 25),
    "one vehicle": (
        {"trips": "route_id,service_id,trip_id,block_id\na,D,a/1,v\nb,D,b/1,v\n"
                  "c,D,c/1,\nb,D,b/2,\nd,D,d/1,\nd,D,d/2,\n"}, 20,
    ),
    "a passage of a minute": (
        {"stops": STATION, "pathways": f"{LINKED}\nw,q,r,1,1,60,\n"}, 21,
    ),
    "a passage of 100 m": (  # 1.2 minutes: one is there in time for d/1
        {"stops": STATION, "pathways": f"{LINKED}\nw,q,r,1,1,,100\n"}, 21,
    ),
    "a passage of 200 m": (  # 2.4 minutes
        {"stops": STATION, "pathways": f"{LINKED}\nw,q,r,1,1,,200\n"}, 25,
    ),
    "nobody gets off": (
        {"stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence,drop_off_type\n"
                       "a/1,8:00:00,8:00:00,p,0,0\na/1,8:10:00,8:10:00,q,1,1\n"
                       "c/1,8:13:00,8:13:00,q,0,0\nc/1,8:25:00,8:25:00,s,1,0\n",
         "trips": "route_id,service_id,trip_id\na,D,a/1\nc,D,c/1\n"}, None,
    ),
}  # fmt: skip
QUICK = ("a least time that one misses", "forbidden", "in one seat")


@pytest.mark.parametrize("name", some(CHANGES, *QUICK))
def test_a_change_takes_what_the_feed_says(name, streets, tmp_path):
    files, arrives = CHANGES[name]
    one = feed(tmp_path / "f.zip", MEETING, **{"stops": STOPS} | files)
    network = gg.network.with_feeds(streets, [one])
    exact(minutes(network, max_access_min=5, max_egress_min=5), arrives)


@pytest.fixture(scope="module")
def meeting(streets, tmp_path_factory):
    one = feed(tmp_path_factory.mktemp("feeds") / "f.zip", MEETING, stops=STOPS)
    return gg.network.with_feeds(streets, [one])


#: Options of a trip, and its minutes from p to s; in the middle one walks 2.4 minutes.
OPTIONS = {
    "as it comes": ({}, 25),
    "no second ride": ({"max_rides": 1}, None),
    "by then": ({"departure": None, "arrival": f"{DAY}T08:25"}, 25),
    "by a later hour": ({"departure": None, "arrival": f"{DAY}T08:29"}, 29),
    "a minute too late": ({"clock": "08:01"}, None),
    "a longest time": ({"max_min": 24.9}, None),
}


@pytest.mark.parametrize("name", OPTIONS)
def test_a_trip_goes_as_it_is_asked(name, meeting):
    options, wanted = OPTIONS[name]
    exact(minutes(meeting, max_access_min=5, max_egress_min=5, **options), wanted)


def test_a_seed_is_told_as_idle_where_no_minute_is_drawn(meeting):
    ends = [{"id": name, "lon": lon, "lat": lat} for name, (lon, lat) in
            (("p", ROAD.place(1)), ("s", ROAD.place(4)))]  # fmt: skip
    places = pd.DataFrame(ends)
    trip = gg.Trip("transit", departure=f"{DAY}T08:00", seed=3)
    times = gg.travel_times(meeting, places[:1], places[1:], trip)
    assert "trip.seed-idle" in [note.code for note in times.provenance.told()]


def test_one_walks_to_a_stop_no_longer_than_one_likes(meeting):
    # 150 m behind s: 1.8 minutes more; whole seconds, begun ones whole
    walk = -(-ROAD.km(4, 5) / 5 * 3600 // 1) / 60
    exact(minutes(meeting, 1, 5, max_egress_min=1.9), 25 + walk)
    exact(minutes(meeting, 1, 5, max_egress_min=1.7, max_access_min=1.7), None)
    cycle = -(-ROAD.km(4, 5) / 16 * 3600 // 1) / 60
    exact(minutes(meeting, 1, 5, max_egress_min=1.7, egress="bicycle"), 25 + cycle)


def test_the_walk_between_two_stops_is_as_long_as_one_likes(streets, tmp_path):
    # without c/1 one walks from q to r, and gets on d/2
    trips = {name: calls for name, calls in MEETING.items() if name not in {"b/1", "c/1", "b/2"}}
    network = gg.network.with_feeds(streets, [feed(tmp_path / "f.zip", trips, stops=STOPS)])
    exact(minutes(network, max_change_min=2.5), 27)
    exact(minutes(network, max_change_min=2.3, max_access_min=5, max_egress_min=5), None)


def test_a_window_has_a_departure_each_minute(streets, tmp_path):
    trips = {f"a/{k}": f"p 8:{10 * k:02}, s 8:{10 * k + 9:02}" for k in range(1, 6)}
    network = gg.network.with_feeds(streets, [feed(tmp_path / "f.zip", trips, stops=STOPS)])
    # from 8:01 to 8:20 one waits 9 to 0 minutes, twice: of 20 the half is number 10
    for percentile, waits in ((10, 0), (25, 2), (50, 4), (75, 7), (100, 9)):
        told = {"window_min": 20, "percentiles": (percentile,)}
        exact(minutes(network, clock="08:01", **told), waits + 9)
    # to be there by 8:20 to 8:39: it comes at 8:19, 8:29 and 8:39, so one waits 1 to 9, 0 to 9
    # and 0 minutes; in order number 10 is 4
    told = {"departure": None, "arrival": f"{DAY}T08:39", "window_min": 20}
    exact(minutes(network, **told, percentiles=(50,)), 9 + 4)


def test_a_train_waits_at_the_border_and_ends_there_where_it_is_closed(tmp_path):
    one = feed(tmp_path / "f.zip", {"a/1": "p 8:05, q 8:15, r 8:16, s 8:26"}, stops=STOPS)
    network = ROAD.build(tmp_path, countries=countries(8000), gtfs=[one])
    exact(minutes(network), 26)
    exact(minutes(network, crossing_time_min=6), 32)
    exact(minutes(network, end=2, crossing_time_min=6), 15)
    apart = {"foreign_routing": False, "max_access_min": 5, "max_egress_min": 5}
    exact(minutes(network, end=2, **apart), 15)
    exact(minutes(network, **apart), None)


def test_lines_without_a_timetable_leave_when_they_say(tmp_path):
    rows = [row.split(",") for row in STOPS.splitlines()[1:]]
    stops = "".join(
        f'[[stops]]\nid = "{s}"\nname = "{s}"\nlon = {lon}\nlat = {lat}\ncountry = "NL"\n'
        for s, _, lat, lon in rows
    )
    (tmp_path / "lines.toml").write_text(
        'change_min = 3\nzone = "Europe/Amsterdam"\ndays = [2026-01-01, 2026-12-31]\n'
        f'[[sources]]\nsource_id = "own"\ntitle = "Own"\nlicence = "CC0-1.0"\nattribution = "Own"\n{stops}'
        '[[lines]]\nid = "A"\nname = "A"\noperator = "Own"\nsource = "own"\nheadway_min = 20\n'
        'first = "06:05"\nlast = "22:05"\nstops = ["p", "q"]\narrival_min = [0, 9]\n'
        'departure_min = [0, 9]\n',
        encoding="utf-8",
    )  # fmt: skip
    services = gg.read_services(tmp_path / "lines.toml")
    network = ROAD.build(tmp_path, services=services)
    # it leaves at 5, 25 and 45 minutes past the hour
    exact(minutes(network, end=2, clock="08:00"), 5 + 9)
    exact(minutes(network, end=2, clock="08:06"), 19 + 9)


def test_a_call_without_a_time_lies_in_between(streets, tmp_path):
    # stops p, q, s lie 7.9 and 8.1 km apart
    one = feed(tmp_path / "f.zip", {"a/1": "p 8:00, q -, s 8:32"}, stops=STOPS)
    network = gg.network.with_feeds(streets, [one])
    share = ROAD.km(1, 2) / ROAD.km(1, 4)
    assert minutes(network, end=2) == pytest.approx(32 * share, abs=1 / 60)
