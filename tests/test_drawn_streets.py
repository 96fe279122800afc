"""Rules of the streets, each drawn by a few nodes in an extract, to the sum that is known."""

import numpy as np
import pytest
import rasterio
from drawnfiles import DAY, STREET, Drawing, countries, exact, some
from osm_files import ORIGIN, STEP

import grensgeo as gg

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
#: Minutes that are spent at the car's ends.
PARK = 3.0
KMH = {"walk": 5, "bicycle": 16, "ebike": 20, "car": 40}


def kmh(mode, km, own=None):
    """Minutes of a way, with those at the car's ends."""
    return km / (own or KMH[mode]) * 60 + (PARK if mode == "car" else 0)


#: A street of 100 m, a crossing of 900 m with two nodes at sea, a street of 100 m.
RIVER = {1: (0, 0), 2: (100, 0), 3: (400, 0), 4: (700, 0), 5: (1000, 0), 6: (1100, 0)}
BANKS = ((1, [1, 2], STREET), (2, [5, 6], STREET))
FERRY = {"route": "ferry", "motor_vehicle": "yes"}
#: What is said of a ferry, and the minutes of waiting and sailing; None sails at 8 km/h.
FERRIES = {
    "duration and interval": ({"duration": "00:06", "interval": "00:20"}, 20 / 2, 6),
    "duration alone": ({"duration": "PT4M"}, 10, 4),
    "neither": ({}, 10, None),
    "faster than boats are": ({"duration": "00:00:10", "interval": "8"}, 8 / 2, None),
}


@pytest.mark.parametrize("name", some(FERRIES, "duration and interval"))
@pytest.mark.parametrize(
    "parts", some([((2, 3, 4, 5),), ((2, 3), (3, 4, 5))], ((2, 3), (3, 4, 5)))
)
def test_a_ferry_is_waited_for_and_sails(name, parts, tmp_path):
    tags, wait, sails = FERRIES[name]
    legs = tuple((10 + n, part, FERRY | tags) for n, part in enumerate(parts))
    drawn = Drawing(RIVER, BANKS + legs)
    network = drawn.build(tmp_path)
    sea = drawn.km(2, 3, 4, 5) / 8 * 60 if sails is None else sails
    for mode in KMH:
        banks = kmh(mode, drawn.km(1, 2) + drawn.km(5, 6))
        for ends in ((1, 6), (6, 1)):
            exact(drawn.minutes(network, *ends, gg.Trip(mode)), banks + wait + sea)


#: From 1 and 7 by 2 and 3 to 4 and 8; another way from 3 by 5 to 4.
TURNS = {1: (-300, 0), 2: (0, 0), 3: (200, 0), 4: (200, 300), 5: (600, 200), 7: (0, -400),
         8: (200, -300)}  # fmt: skip
TURN_WAYS = (
    (10, [1, 2], STREET), (11, [2, 3], STREET), (12, [3, 4], STREET), (13, [3, 5, 4], STREET),
    (14, [7, 2], STREET), (15, [3, 8], STREET),
)  # fmt: skip
OVER = [("from", "w", 10), ("via", "w", 11), ("to", "w", 12)]
AT = [("from", "w", 11), ("via", "n", 3), ("to", "w", 12)]
LEFT, ROUND, RIGHT = (1, 2, 3, 4), (1, 2, 3, 5, 4), (1, 2, 3, 8)
OTHER, OTHER_ROUND = (7, 2, 3, 4), (7, 2, 3, 5, 4)
#: To the right by the block on the left; a car does not turn round on a street to get past a ban.
BLOCK = (1, 2, 3, 4, 5, 3, 8)
#: Members and tags of a restriction, and the way of a car from 1 and 7 to 4 and from 1 to 8.
BANS = {
    "none": ((), {}, LEFT, OTHER, RIGHT),
    "over a way": (OVER, {"restriction": "no_left_turn"}, ROUND, OTHER, RIGHT),
    "at a node": (AT, {"restriction": "no_left_turn"}, ROUND, OTHER_ROUND, RIGHT),
    "only left": (AT, {"restriction": "only_left_turn"}, LEFT, OTHER, BLOCK),
    "only left over a way": (OVER, {"restriction": "only_left_turn"}, LEFT, OTHER, BLOCK),
    "for lorries": (OVER, {"restriction:hgv": "no_left_turn"}, LEFT, OTHER, RIGHT),
    "but for cars": (OVER, {"restriction": "no_left_turn", "except": "motorcar"}, LEFT, OTHER, RIGHT),
    "for cars": (OVER, {"restriction:motorcar": "no_left_turn"}, ROUND, OTHER, RIGHT),
}  # fmt: skip


@pytest.mark.parametrize("name", some(BANS, "over a way"))
def test_a_turn_that_is_forbidden_is_gone_around(name, tmp_path):
    members, tags, *ways = BANS[name]
    relations = ((100, members, {"type": "restriction", **tags}),) if members else ()
    drawn = Drawing(TURNS, TURN_WAYS, relations)
    network = drawn.build(tmp_path)
    for way in ways:
        found = drawn.minutes(network, way[0], way[-1], gg.Trip("car"))
        exact(found, kmh("car", drawn.km(*way)))
    exact(drawn.minutes(network, 1, 4, gg.Trip("walk")), kmh("walk", drawn.km(*LEFT)))
    # who cycles is bound as well, unless the words say otherwise, and may turn round on a street:
    # behind 3 for a ban at it, before it for one over the way
    banned = tags.get("restriction") == "no_left_turn"
    again = (1, 2, 3, 2, 3, 4) if members == OVER else (1, 2, 3, 8, 3, 4)
    cycled = min(drawn.km(*again), drawn.km(*ROUND)) if banned else drawn.km(*LEFT)
    exact(drawn.minutes(network, 1, 4, gg.Trip("bicycle")), kmh("bicycle", cycled))


#: Four streets between two places, the calmer the longer; by level of stress, the calmest last.
CALM = {
    1: (0, 0), 2: (1000, 0), 3: (500, 100), 4: (500, 300), 5: (500, 500), 6: (-100, 0),
    7: (1100, 0),
}  # fmt: skip
STRESS = {
    4: ((1, 2), {"highway": "primary", "maxspeed": "70"}),
    3: ((1, 3, 2), {"highway": "primary", "maxspeed": "50"}),
    2: ((1, 4, 2), {"highway": "tertiary", "maxspeed": "30"}),
    1: ((1, 5, 2), {"highway": "tertiary", "maxspeed": "50", "cycleway": "track"}),
}


@pytest.mark.parametrize("mode", some(["bicycle", "ebike"], "bicycle"))
def test_a_cyclist_takes_the_shortest_way_that_is_calm_enough(mode, tmp_path):
    ends = tuple(
        (20 + n, pair, {"highway": "cycleway"}) for n, pair in enumerate(((6, 1), (2, 7)))
    )
    ways = tuple((level, list(way), tags) for level, (way, tags) in STRESS.items())
    drawn = Drawing(CALM, ways + ends)
    network = drawn.build(tmp_path)
    for level, (way, _) in STRESS.items():
        trip = gg.Trip(mode, max_stress=level)
        exact(drawn.minutes(network, 6, 7, trip), kmh(mode, drawn.km(6, *way, 7)))
    exact(drawn.minutes(network, 6, 7, gg.Trip(mode)), kmh(mode, drawn.km(6, 1, 2, 7)))


#: A street with a signal at 2, a level crossing at 3, and side streets at 4 and 5.
STOPS = {1: (0, 0), 2: (200, 0), 3: (400, 0), 4: (600, 0), 5: (800, 0), 6: (1000, 0),
         7: (600, 200), 8: (800, 200)}  # fmt: skip
SIDE = STREET | {"highway": "residential"}
WAITS = {"traffic_signals": {"car": 4, "bicycle": 20, "ebike": 20, "walk": 27},
         "level_crossing": dict.fromkeys(KMH, 5)}  # fmt: skip
RUNNING = 0.8 * 1.15 * 50  # km/h between stops


@pytest.mark.parametrize("mode", some(KMH, "car"))
def test_a_trip_waits_at_signals_and_at_the_railway(mode, tmp_path):
    told = {2: {"highway": "traffic_signals"}, 3: {"railway": "level_crossing"}}
    drawn = Drawing(STOPS, ((1, [1, 2, 3, 4, 5, 6], STREET),), (), told)
    network = drawn.build(tmp_path)
    trip = gg.Trip(mode, delays=True, car_speeds="running" if mode == "car" else "journey")
    waits = sum(seconds[mode] for seconds in WAITS.values()) / 60
    speed = RUNNING if mode == "car" else None
    for ends in ((1, 6), (6, 1)):
        exact(drawn.minutes(network, *ends, trip), kmh(mode, drawn.km(*ends), speed) + waits)
    # from the signal on nothing, and nothing where one does not ask
    exact(drawn.minutes(network, 2, 1, trip), kmh(mode, drawn.km(2, 1), speed))
    exact(drawn.minutes(network, 1, 6, gg.Trip(mode)), kmh(mode, drawn.km(1, 6)))


def test_a_car_gives_way_to_a_greater_street_and_looks_where_equals_meet(tmp_path):
    ways = ((1, [1, 2, 3, 4, 5, 6], STREET), (2, [4, 7], SIDE), (3, [5, 8], STREET))
    drawn = Drawing(STOPS, ways)
    network = drawn.build(tmp_path)
    trip = gg.Trip("car", delays=True, car_speeds="running")
    # along the street: nothing at the lesser side street, 2 s where one of its class comes in
    exact(drawn.minutes(network, 1, 6, trip), kmh("car", drawn.km(1, 6), RUNNING) + 2 / 60)
    # out of the lesser one 5 s at its end
    exact(drawn.minutes(network, 7, 1, trip), kmh("car", drawn.km(7, 4, 1), RUNNING) + 5 / 60)
    exact(drawn.minutes(network, 7, 6, trip), kmh("car", drawn.km(7, 4, 6), RUNNING) + 7 / 60)
    exact(drawn.minutes(network, 8, 6, trip), kmh("car", drawn.km(8, 5, 6), RUNNING) + 2 / 60)
    # who cycles or walks loses nothing there
    walk = gg.Trip("walk", delays=True)
    exact(drawn.minutes(network, 7, 6, walk), kmh("walk", drawn.km(7, 4, 6)))


#: Straight north, so that no parallel bends.
NORTH = {1: (0, 0), 2: (0, 1000)}


def raster(path, slope):
    """A plane that rises northward by so many metres a kilometre of a drawing."""
    west, north, side = 6.99, 52.22, 0.0001
    lat = north - side * (0.5 + np.arange(300))
    heights = slope * (lat - ORIGIN[1]) / STEP[1]
    at = rasterio.Affine(side, 0, west, 0, -side, north)
    with rasterio.open(
        path, "w", driver="GTiff", width=200, height=300, count=1, dtype="float64",
        crs="EPSG:4326", transform=at,
    ) as made:  # fmt: skip
        made.write(np.repeat(heights[:, None], 200, axis=1), 1)
    return path


def test_a_slope_slows_who_goes_up_it(tmp_path):
    drawn = Drawing(NORTH, ((1, [1, 2], STREET),))
    network = drawn.build(tmp_path, elevation=raster(tmp_path / "plane.tif", 0.05))
    km = drawn.km(1, 2)
    slope = 0.05 * (drawn.place(2)[1] - drawn.place(1)[1]) / STEP[1] / 1000 / km
    # Tobler on foot; who cycles keeps a share uphill, and gains 25/22 downhill at most
    up = {"walk": np.exp(-3.5 * slope), "bicycle": 1 - slope * 0.427 / 0.09,
          "ebike": 1 - 0.365 * slope * 0.427 / 0.09, "car": 1.0}  # fmt: skip
    down = {"walk": np.exp(-3.5 * (abs(0.05 - slope) - 0.05)), "bicycle": 25 / 22,
            "ebike": 25 / 22, "car": 1.0}  # fmt: skip
    for mode, level in KMH.items():
        for ends, factor in (((1, 2), up[mode]), ((2, 1), down[mode])):
            found = drawn.minutes(network, *ends, gg.Trip(mode))
            assert found == pytest.approx(kmh(mode, km, level * factor), rel=1e-5)


#: Words on a street of its own between two others, and km/h of each mode on it; None is no way.
WORDS = {
    "unmade": (STREET | {"surface": "dirt"}, {"bicycle": 0.8 * 16, "ebike": 0.8 * 20, "walk": 5, "car": 40}),
    "where people walk": ({"highway": "footway"}, {"bicycle": 5, "ebike": 5, "walk": 5, "car": None}),
    "pushed where one must dismount": ({"highway": "path", "bicycle": "dismount"}, {"bicycle": 5, "walk": 5}),
    "a motorway": ({"highway": "motorway", "maxspeed": "100"}, {"bicycle": None, "walk": None}),
    "a home zone": ({"highway": "living_street"}, {"bicycle": 16, "car": 10}),
    "held to its limit": (STREET | {"maxspeed": "15"}, {"bicycle": 15, "ebike": 15, "car": 0.8 * 15}),
    "shut by a date that is past": (STREET | {"access:conditional": "no @ (2020 Jan-2020 Mar)"}, {"car": 40}),
}  # fmt: skip


@pytest.mark.parametrize("name", some(WORDS, "unmade"))
def test_a_street_is_as_its_words_say(name, tmp_path):
    tags, speeds = WORDS[name]
    nodes = {1: (0, 0), 2: (400, 0), 3: (900, 0), 4: (1300, 0)}
    drawn = Drawing(nodes, ((1, [1, 2], STREET), (2, [2, 3], tags), (3, [3, 4], STREET)))
    network = drawn.build(tmp_path)
    for mode, own in speeds.items():
        wanted = None
        if own is not None:
            wanted = kmh(mode, drawn.km(1, 2) + drawn.km(3, 4)) + drawn.km(2, 3) / own * 60
        exact(drawn.minutes(network, 1, 4, gg.Trip(mode)), wanted)


@pytest.mark.long
def test_a_roundabout_is_driven_one_way(tmp_path):
    nodes = {1: (-300, 0), 2: (-50, 0), 3: (0, -50), 4: (50, 0), 5: (0, 50), 6: (300, 0)}
    ring = STREET | {"junction": "roundabout"}
    ways = ((1, [1, 2], STREET), (2, [2, 3, 4, 5, 2], ring), (3, [4, 6], STREET))
    drawn = Drawing(nodes, ways)
    network = drawn.build(tmp_path)
    for mode in ("car", "bicycle"):
        exact(drawn.minutes(network, 1, 6, gg.Trip(mode)), kmh(mode, drawn.km(1, 2, 3, 4, 6)))
        exact(drawn.minutes(network, 6, 1, gg.Trip(mode)), kmh(mode, drawn.km(6, 4, 5, 2, 1)))


def test_each_country_has_its_speeds_and_a_crossing_its_minutes(tmp_path):
    # a road out of town without a limit: 61 km/h on one side, 76 on the other
    nodes = {1: (0, 0), 2: (500, 0), 3: (1200, 0)}
    drawn = Drawing(nodes, ((1, [1, 2, 3], {"highway": "secondary"}),))
    network = drawn.build(tmp_path, countries=countries(500))
    free = drawn.km(1, 2) / 61 * 60 + drawn.km(2, 3) / 76 * 60 + PARK
    exact(drawn.minutes(network, 1, 3, gg.Trip("car")), free)
    exact(drawn.minutes(network, 1, 3, gg.Trip("car", crossing_time_min=4)), free + 4)
    rules = gg.network.CrossingTable(
        minutes=2.0, rules=(gg.network.CrossingRule(9.0, to_country="DE"),)
    )
    exact(drawn.minutes(network, 1, 3, gg.Trip("walk", crossing_time_min=rules)),
          kmh("walk", drawn.km(1, 3)) + 9)  # fmt: skip
    exact(drawn.minutes(network, 3, 1, gg.Trip("walk", crossing_time_min=rules)),
          kmh("walk", drawn.km(1, 3)) + 2)  # fmt: skip


@pytest.fixture(scope="module")
def north(tmp_path_factory):
    drawn = Drawing(NORTH | {3: (100, 500)}, ((1, [1, 2], STREET),))
    return drawn, drawn.build(tmp_path_factory.mktemp("north"))


@pytest.mark.parametrize(
    ("options", "factor"),
    [
        ({}, 1.0), ({"period": "morning_peak"}, 0.72), ({"period": "off_peak"}, 0.82),
        ({"period": "evening_peak"}, 0.71), ({"period": "night"}, 1.0),
        ({"departure": f"{DAY}T08:00"}, 0.72), ({"departure": f"{DAY}T12:00"}, 0.82),
        ({"arrival": f"{DAY}T17:30"}, 0.71), ({"departure": f"{DAY}T23:00"}, 1.0),
        ({"departure": "2026-03-14T08:00"}, 0.82),
    ],
)  # fmt: skip
def test_a_car_is_slower_in_the_peaks(options, factor, north):
    drawn, network = north
    wanted = kmh("car", drawn.km(1, 2), 40 * factor)
    exact(drawn.minutes(network, 1, 2, gg.Trip("car", **options)), wanted)
    # a trip may set its own minutes at the car's ends
    other = gg.Trip("car", park_min=7, **options)
    exact(drawn.minutes(network, 1, 2, other), wanted - PARK + 7)


def test_what_lies_off_the_street_is_walked_or_not_there(north):
    drawn, network = north
    half = drawn.km(1, 2) / 2
    found = drawn.minutes(network, 3, 2, gg.Trip("walk"))
    assert found == pytest.approx((half + 0.1) / 5 * 60, rel=2e-3)
    exact(drawn.minutes(network, 3, 2, gg.Trip("walk", max_snap_m=99)), None)
    exact(drawn.minutes(network, 1, 2, gg.Trip("walk", max_min=11)), None)
