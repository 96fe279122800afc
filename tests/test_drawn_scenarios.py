"""Each kind of modification of streets and timetables, read from its file, to the sum that is known.

Kinds that change people, opportunities and terms of the border have theirs in
``test_scenario_region`` and ``test_scenario_border``.
"""

import pytest
from drawnfiles import DAY, STREET, Drawing, countries, exact, feed, some

import grensgeo as gg

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
SCENARIO = """[scenario]
name = "drawn"
title = {{ nl = "x", de = "x", en = "x" }}
[[modifications]]
{what}
"""


def applied(to, folder, what):
    path = folder / "scenario.toml"
    path.write_text(SCENARIO.format(what=what), encoding="utf-8")
    return gg.read_scenario(path).apply(to)


#: A street of a kilometre over the border in its middle, and a way round by 5.
STREETS = Drawing(
    {1: (0, 0), 2: (400, 0), 3: (600, 0), 4: (1000, 0), 5: (480, -300)},
    ((1, [1, 2], STREET), (2, [2, 3], STREET), (3, [3, 4], STREET), (4, [2, 5, 3], STREET)),
)
ENDS, MIDDLE, ROUND = (
    STREETS.km(1, 2) + STREETS.km(3, 4), STREETS.km(2, 3), STREETS.km(2, 5, 3),
)  # fmt: skip
CLOSED, NEAR = 'type = "close-street"\nways = [2]', "[7.0073, 52.2]"
MODIFY, CROSSING = 'type = "modify-streets"\n', 'type = "set-crossing-time"\n'
AROUND = {"walk": (ENDS + ROUND) / 5 * 60, "car": (ENDS + ROUND) / 40 * 60 + 3}
WALK, CAR = (ENDS + MIDDLE) / 5 * 60, (ENDS + MIDDLE) / 40 * 60 + 3

#: What is written, and the minutes from end to end by mode.
STREET_KINDS = {
    "closed": (CLOSED, AROUND),
    "closed to cars": (CLOSED + '\nmodes = ["car"]', {"walk": WALK, "car": AROUND["car"]}),
    "closed otherwise": (MODIFY + "ways = [2]\nclosed = true", AROUND),
    "a crossing closed": (f'type = "close-crossing"\nnear = {NEAR}\nwithin_m = 50', AROUND),
    "both crossings closed": ('type = "close-crossing"\nways = [2, 4]', {"walk": None, "car": None}),
    "faster": (MODIFY + 'ways = [2]\nspeed_factor = 2\nmodes = ["walk"]',
               {"walk": (ENDS / 5 + MIDDLE / 10) * 60, "car": CAR}),
    "a speed": (MODIFY + 'country = "DE"\nspeed_kmh = 20\nmodes = ["bicycle"]',
                {"bicycle": (ENDS + MIDDLE) / 2 * (1 / 16 + 1 / 20) * 60}),
    "a limit": (MODIFY + 'highways = ["tertiary"]\nlimit_kmh = 30',
                {"car": (ENDS + MIDDLE) / 24 * 60 + 3, "walk": WALK}),
    "a crossing takes time": (CROSSING + "minutes = 5", {"walk": WALK + 5, "car": CAR + 5}),
    "one of them does": (CROSSING + "minutes = 5\nways = [2]",
                         {"walk": WALK + 5, "car": AROUND["car"]}),
    "one way of it": (CROSSING + 'minutes = 5\nto_country = "NL"', {"walk": WALK}),
}  # fmt: skip


@pytest.fixture(scope="module")
def streets(tmp_path_factory):
    return STREETS.build(tmp_path_factory.mktemp("streets"), countries=countries(500))


@pytest.mark.parametrize("name", some(STREET_KINDS, "closed", "one of them does"))
def test_what_changes_on_the_streets(name, streets, tmp_path):
    what, wanted = STREET_KINDS[name]
    before = gg.Situation(
        network=streets, trips={mode: gg.Trip(mode, max_snap_m=100) for mode in wanted}
    )
    after = applied(before, tmp_path, what)
    for mode, minutes in wanted.items():
        exact(STREETS.minutes(after.network, 1, 4, after.trips[mode]), minutes)


def test_a_street_that_is_busier_is_gone_around_by_who_minds(streets, tmp_path):
    after = applied(streets, tmp_path, MODIFY + "ways = [2]\nstress = 4")
    for most, km in ((4, ENDS + MIDDLE), (3, ENDS + ROUND)):
        trip = gg.Trip("bicycle", max_stress=most)
        exact(STREETS.minutes(after, 1, 4, trip), km / 16 * 60)


#: Stops p, q and s along a street of 16 km, and r beside it; the border lies between q and s.
ROAD = Drawing(
    {1: (0, 0), 2: (7900, 0), 3: (8100, 0), 4: (16_000, 0)}, ((1, [1, 2, 3, 4], STREET),)
)
STOPS = ROAD.stops(p=1, q=2, r=3, s=4)
CALLS = {
    "A/1": "p 8:10, q 8:20, s 8:30", "A/2": "p 8:40, q 8:50, s 9:00",
    "A/3": "p 9:10, q 9:20, s 9:30", "B/1": "q 8:20, r 8:24", "C/1": "q 8:20, s 8:26",
}  # fmt: skip
NEW_LINE = """change_min = 2
[[stops]]
id = "p"
[[stops]]
id = "s"
[[lines]]
id = "N"
name = "N"
headway_min = 60
first = "06:02"
last = "22:02"
stops = ["p", "s"]
arrival_min = [0, 12]
departure_min = [0, 12]
"""
LINE = 'line = "A"\n'
#: What is written, departure, end (p is 1, s 4), and the minutes.
LINE_KINDS = {
    "nothing": ("", "08:00", 4, 30),
    "add-trips": (LINE + 'from_stop = "p"\ndepartures = ["08:03"]', "08:00", 4, 3 + 20),
    "remove-trips": (LINE + 'trips = ["A/1"]', "08:00", 4, 40 + 20),
    "remove-line": (LINE, "08:00", 4, None),
    "adjust-speed": (LINE + "run_time_factor = 0.5", "08:00", 4, 10 + 20 / 2),
    "adjust-speed ": (LINE + 'speed_factor = 2\nfrom_stop = "p"\nto_stop = "q"', "08:00", 4,
                      10 + 10 / 2 + 10),
    "adjust-dwell": (LINE + 'dwell_min = 3\nstop = "q"', "08:00", 4, 30 + 3),
    "adjust-frequency": (LINE + "headway_min = 15", "08:11", 4, 14 + 20),
    "add-stop": (LINE + 'between = ["q", "s"]\nstop = "r"\ntakes_min = 2', "08:00", 4, 30 + 2),
    "remove-stop": (LINE + 'stop = "q"\nsaves_min = 2', "08:00", 4, 30 - 2),
    "remove-stop ": (LINE + 'stop = "q"\nsaves_min = 2', "08:00", 2, None),
    "reroute": (LINE + 'from_stop = "p"\nto_stop = "s"\nvia = ["r"]\nminutes = [8, 15]', "08:00", 4,
                10 + 15),
    "connect-tracks": ('line = "D"\nonto = "E"\nstop = "q"', "12:00", 4, 20),
    "set-transfer": ('from_stop = "q"\nto_stop = "q"\nminutes = 0', "12:00", 4, 20),
    "set-transfer ": ('from_stop = "q"\nto_stop = "q"\nminutes = 11', "12:00", 4, 40),
    "set-transfer  ": ('from_stop = "q"\nto_stop = "q"', "12:00", 4, None),
    "add-line": ('file = "new.toml"', "08:00", 4, 2 + 12),
    "close-crossing": (LINE, "08:00", 4, None),
}  # fmt: skip
#: One waits at q, where the next leaves at once, in ten minutes and in twenty.
WAITS = {
    "D/1": "p 12:00, q 12:10", "E/1": "q 12:10, s 12:20", "E/2": "q 12:20, s 12:30",
    "E/3": "q 12:30, s 12:40",
}  # fmt: skip


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lines")
    one = feed(folder / "f.zip", CALLS | WAITS, stops=STOPS)
    return ROAD.build(folder, countries=countries(12_000), gtfs=[one])


@pytest.mark.parametrize("name", some(LINE_KINDS, "add-trips", "reroute", "connect-tracks"))
def test_what_changes_of_lines(name, lines, tmp_path):
    what, clock, end, wanted = LINE_KINDS[name]
    (tmp_path / "new.toml").write_text(NEW_LINE, encoding="utf-8")
    after = applied(lines, tmp_path, f'type = "{name.strip()}"\n{what}') if what else lines
    trip = gg.Trip(
        "transit", departure=f"{DAY}T{clock}", max_min=100, max_access_min=5, max_egress_min=5
    )
    exact(ROAD.minutes(after, 1, end, trip), wanted)
