"""Trips by the hour and by the level of stress: their words, and the times they give."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network import (
    CONTROLS,
    MODES,
    Controls,
    CrossingRule,
    CrossingTable,
    DelayTable,
    HourTable,
    SpeedTable,
)
from grensgeo.traveltimes import Trip, travel_times
from grensgeo.traveltimes.isochrones import isochrones

K = np.cos(np.radians(52.2))
AT = "2026-03-10T08:30"


def points(**xy):
    return pd.DataFrame(
        {
            "id": list(xy),
            "lon": [7.0 + x / (DEGREE_M * K) for x, _ in xy.values()],
            "lat": [52.2 + y / DEGREE_M for _, y in xy.values()],
        }
    )


def block():
    """A to D: 4 km of a busy road (level 4), or 8 km round by calm streets (level 2, then 1)."""
    return draw(
        {"A": (0, 0), "B": (0, 2000), "C": (4000, 2000), "D": (4000, 0)},
        [
            {"ends": "AD", "highway": "secondary", "length_m": 4000.0, "stress": 4},
            {"ends": "AB", "length_m": 2000.0, "stress": 2},
            {"ends": "BC", "length_m": 4000.0, "stress": 1},
            {"ends": "CD", "length_m": 2000.0, "stress": 1},
        ],
    )


ENDS = points(A=(0, 0), D=(4000, 0))


def minutes(trip, network=None, **options):
    times = travel_times(network or block(), ENDS.iloc[:1], ENDS.iloc[1:], trip, **options)
    return float(times.minutes[0, 0])


def test_the_peak_makes_a_car_trip_longer_by_a_known_amount():
    free = minutes(Trip("car", park_min=0))
    assert free == pytest.approx(4 / 40 * 60)
    assert minutes(Trip("car", park_min=0, period="morning_peak")) == pytest.approx(6 / 0.72)
    at_eight = Trip("car", park_min=0, departure="2026-03-10T08:00")
    assert minutes(at_eight) == pytest.approx(6 / 0.72)
    told = Trip("car", park_min=0, departure="2026-03-10T08:00", period="free_flow")
    assert minutes(told) == free  # the period has the last word
    for mode in ("bicycle", "walk"):
        assert minutes(Trip(mode, period="morning_peak")) == minutes(Trip(mode))


def test_points_in_mid_street_feel_the_peak_too():
    ends = points(P=(1000, 0), Q=(3000, 0))
    trip = Trip("car", park_min=0, period="evening_peak")
    times = travel_times(block(), ends.iloc[:1], ends.iloc[1:], trip)
    assert times.minutes[0, 0] == pytest.approx(2 / 40 * 60 / 0.71, rel=5e-3)


def test_a_table_of_hours_of_ones_own(tmp_path):
    file = tmp_path / "h.csv"
    file.write_text("period,country,highway,built_up,factor,source\nmarket,*,*,*,0.5,x\n")
    table = SpeedTable.default().with_hours(HourTable.read(file))
    assert minutes(Trip("car", park_min=0, period="market"), speeds=table) == pytest.approx(12)
    with pytest.raises(InputError, match="period 'market' is not in hours"):
        minutes(Trip("car", period="market"))
    plain = replace(HourTable.read(file), factor=np.ones_like(table.hours.factor))
    idle = SpeedTable.default().with_hours(plain)
    for speeds, code in ((table, "trip.period"), (idle, "trip.period-idle")):
        notes = Trip("car", period="market").notes(network=block(), speeds=speeds)
        told = {note.code: dict(note.values) for note in notes}
        assert told[code] == {"period": "market"}


def test_calm_streets_alone():
    assert minutes(Trip("bicycle")) == pytest.approx(15)
    assert minutes(Trip("bicycle", max_stress=4)) == pytest.approx(15)
    assert minutes(Trip("bicycle", max_stress=2)) == pytest.approx(30)
    assert minutes(Trip("ebike", max_stress=3)) == pytest.approx(24)


def test_a_point_walks_to_the_street_that_it_may_use():
    # level 1 leaves B to D: from A 2000 m off the network to B
    calm = Trip("bicycle", max_stress=1, max_snap_m=2500)
    assert minutes(calm) == pytest.approx(24 + 6 / 16 * 60, rel=1e-3)
    with pytest.warns(match="1 of 1 origins have no bicycle street within 500 m"):
        assert np.isnan(minutes(Trip("bicycle", max_stress=1)))


@settings(max_examples=examples(40))
@given(st.lists(st.integers(1, 4), min_size=7, max_size=7))
def test_who_bears_more_gets_there_no_later(levels):
    names = ("AB", "BC", "CD", "DA", "AC", "BD", "DA")
    places = {"A": (0, 0), "B": (0, 900), "C": (800, 900), "D": (800, 0)}
    network = draw(places, [{"ends": e, "stress": s} for e, s in zip(names, levels, strict=True)])
    reached = []
    for most in (1, 2, 3, 4):
        graph = network.graph("bicycle", max_stress=most)
        pairs = set(zip(graph.arc_edge.tolist(), graph.heads.tolist(), strict=True))
        reached.append(pairs)
        ahead, _ = network.durations_s("bicycle", max_stress=most)
        assert (~np.isnan(ahead)).tolist() == [level <= most for level in levels]
    assert reached[0] <= reached[1] <= reached[2] <= reached[3]


def test_isochrones_shrink_with_the_level_and_the_peak():
    here = ENDS.iloc[:1]
    options = {"cutoffs_min": [10], "resolution_m": 50}
    area = {}
    for name, trip in {
        "free": Trip("bicycle"),
        "calm": Trip("bicycle", max_stress=2),
        "car": Trip("car"),
        "peak": Trip("car", period="morning_peak"),
    }.items():
        area[name] = isochrones(block(), here, trip, **options).to_crs(32632).area.sum()
    assert area["calm"] < 0.9 * area["free"]
    assert area["peak"] < 0.95 * area["car"]


@pytest.mark.parametrize(
    ("mode", "options", "message"),
    [
        ("car", {"max_stress": 2}, "max_stress is for trips by bicycle or ebike, not by car"),
        ("walk", {"max_stress": 2}, "not by walk"),
        ("transit", {"max_stress": 2}, "not by walk and walk"),
        ("bicycle", {"max_stress": 0}, "max_stress is 0, expected 1, 2, 3 or 4"),
        ("bicycle", {"max_stress": True}, "max_stress is True"),
        ("bicycle", {"max_stress": 2.5}, "max_stress is 2.5"),
        ("car", {"period": ""}, "period is ''"),
        ("car", {"period": 7}, "period is 7"),
    ],
)
def test_trips_that_cannot_be(mode, options, message):
    with pytest.raises(InputError, match=message):
        Trip(mode, **options)


def test_a_trip_says_what_it_assumes():
    assert Trip("transit", access="bicycle", max_stress=2).stress_limit("bicycle") == 2
    assert Trip("transit", access="bicycle", max_stress=2).stress_limit("walk") is None
    assert any("the morning peak" in note for note in Trip("car", period="morning_peak").notes())
    assert not any("period" in note for note in Trip("car").notes())
    assert codes(Trip("walk", period="off_peak"), None)[-1] == "trip.period-not-car"
    # a period of one's own table is called as the table calls it
    assert "the period school_run" in Trip("car", period="school_run").notes()[-1]
    assert any("level 2 of" in note for note in Trip("ebike", max_stress=2).notes())


@pytest.mark.parametrize(
    ("mode", "options", "message"),
    [
        ("car", {"access": "bicycle"}, "access: for mode transit only, not for car; leave it out"),
        (
            "walk",
            {"seed": 3, "max_rides": 2},
            "max_rides, seed: for mode transit only, not for wal",
        ),
        ("car", {"departure": AT, "window_min": 30}, "window_min: for mode transit only"),
        ("transit", {"park_min": 4}, "no leg of this trip is by car"),
    ],
)
def test_options_that_the_mode_ignores_are_refused(mode, options, message):
    with pytest.raises(InputError, match=message):
        Trip(mode, **options)


def codes(trip, network, **options):
    return [note.code for note in trip.notes(network=network, **options)]


def test_a_note_says_what_took_effect_and_not_what_was_asked():
    plain = block()
    signal = replace(plain, controls=Controls.of([(0, True, CONTROLS.index("traffic_signals"))]))
    waits = DelayTable(((15.0,) * 4, (5.0,) * 4))
    asked = Trip("car", delays=waits, departure=AT)
    assert {"trip.delays-idle", "trip.period-morning_peak"} <= set(codes(asked, plain))
    (told,) = [n for n in asked.notes(network=signal) if n.code == "trip.delays"]
    assert dict(told.values) == {"n": 1, "table": "delays.csv"}
    # nobody waits where the table has no seconds for the mode
    free = DelayTable(((0.0,) * 4, (0.0,) * 4), name="none.csv")
    assert "trip.delays-idle" in codes(Trip("walk", delays=free), signal)
    # measured speeds hold at every hour
    ways = np.unique(plain.streets.way_id)
    measured = plain.with_observed_speeds(pd.DataFrame({"way_id": ways, "speed_kmh": 30.0}))
    assert "trip.period-idle-morning_peak" in codes(asked, measured)
    assert "trip.hour-idle-bicycle" in codes(Trip("bicycle", departure=AT), plain)
    assert "trip.crossing-idle" in codes(Trip("walk", crossing_time_min=5), plain)


def test_times_carry_the_notes_of_their_network():
    notes = travel_times(block(), ENDS.iloc[:1], ENDS, Trip("walk", delays=True)).provenance.notes
    assert "trip.delays-idle" in [note.code for note in notes]
    with pytest.warns(GrensgeoWarning, match="max_min: 5,400 minutes is implausibly long"):
        travel_times(block(), ENDS.iloc[:1], ENDS, Trip("walk", max_min=5400))


# --- departure or arrival


def test_either_departure_or_arrival():
    both = {"departure": "2026-03-10T07:30", "arrival": "2026-03-10T08:30"}
    with pytest.raises(InputError, match="give either departure or arrival, not both"):
        Trip("transit", **both)
    with pytest.raises(InputError, match="window_min needs a departure or an arrival"):
        Trip("transit", window_min=60)
    with pytest.raises(InputError, match="arrival is '8:30', expected local time"):
        Trip("transit", arrival="8:30")
    with pytest.raises(InputError, match=r"arrival is .*, with a time of day"):
        Trip("transit", arrival="2026-03-10")
    with pytest.raises(InputError, match="arrival with a time zone does not tell the traffic"):
        Trip("transit", access="car", arrival="2026-03-10T08:30+01:00")


def test_an_arrival_tells_the_traffic_of_cars():
    car = Trip("car", arrival="2026-03-10T17:30")
    assert car.speed_period() == "evening_peak"
    assert car.moment == "2026-03-10T17:30"
    assert any("the evening peak" in note for note in car.notes())
    assert not any("timetable" in note for note in Trip("transit").notes())
    once = Trip("transit", arrival=AT).notes()[-1]
    assert "having to be there by 10 March 2026, 08:30, the median of the times counts" in once
    assert "waiting at the end included" in once


@pytest.mark.parametrize(
    ("moment", "period"),
    [
        ({"arrival": "2026-03-10T09:00"}, "morning_peak"),
        ({"arrival": "2026-03-10T07:00"}, "off_peak"),
        ({"arrival": "2026-03-10T18:00"}, "evening_peak"),
        ({"arrival": "2026-03-10T06:00"}, "night"),
        ({"arrival": "2026-03-14T09:00"}, "off_peak"),
        ({"departure": "2026-03-10T09:00"}, "off_peak"),
        ({"departure": "2026-03-10T07:00"}, "morning_peak"),
    ],
)
def test_the_hour_is_that_of_the_drive(moment, period):
    assert Trip("car", **moment).speed_period() == period


PERIODS = HourTable.default().periods
BY_HOUR = CrossingTable(rules=(CrossingRule(5.0, hours=(6, 20)),))
DEPARTURE, ARRIVAL = {"departure": AT}, {"arrival": AT}


@pytest.mark.parametrize(
    ("code", "trip"),
    [
        *((f"trip.parking-{mode}", Trip(mode, park_min=2)) for mode in MODES),
        ("trip.parking-legs", Trip("transit", access="car")),
        *((f"trip.hour-idle-{mode}", Trip(mode, **DEPARTURE)) for mode in MODES[1:]),
        *((f"trip.period-{name}", Trip("car", period=name)) for name in PERIODS[1:]),
        ("trip.period", Trip("car", period="school_run")),
        ("trip.period-not-car", Trip("walk", period="night")),
        ("trip.stress", Trip("ebike", max_stress=2)),
        ("trip.crossing", Trip("walk", crossing_time_min=5)),
        ("trip.crossing-table", Trip("walk", crossing_time_min=BY_HOUR)),
        ("trip.crossing-hours-idle", Trip("walk", crossing_time_min=BY_HOUR)),
        ("trip.domestic", Trip("car", foreign_routing=False)),
        ("trip.running", Trip("car", delays=True, car_speeds="running")),
        ("trip.beyond-day", Trip("transit", **DEPARTURE)),
        ("trip.timetable.depart-median", Trip("transit", **DEPARTURE)),
        ("trip.timetable.depart-percentile", Trip("transit", percentiles=(25,), **DEPARTURE)),
        ("trip.timetable.depart-window-median", Trip("transit", window_min=60, **DEPARTURE)),
        ("trip.timetable.depart-window-percentile",
         Trip("transit", window_min=60, percentiles=(25,), **DEPARTURE)),
        ("trip.timetable.arrive-median", Trip("transit", **ARRIVAL)),
        ("trip.timetable.arrive-percentile", Trip("transit", percentiles=(25,), **ARRIVAL)),
        ("trip.timetable.arrive-window-median", Trip("transit", window_min=60, **ARRIVAL)),
        ("trip.timetable.arrive-window-percentile",
         Trip("transit", window_min=60, percentiles=(25,), **ARRIVAL)),
    ],
)  # fmt: skip
def test_each_assumption_has_its_code(code, trip):
    assert code in [note.code for note in trip.notes()]


def test_what_takes_no_effect_on_a_network_is_told_as_such():
    lane = draw({"A": (0, 0), "B": (0, 900)}, [{"ends": "AB", "highway": "service"}])
    trips = [Trip("car", period=name) for name in PERIODS[1:]]
    trips += [
        Trip("walk", crossing_time_min=5),
        Trip("walk", delays=True),
        Trip("car", delays=True, car_speeds="running"),
    ]
    codes = {note.code for trip in trips for note in trip.notes(network=lane)}
    assert codes >= {f"trip.period-idle-{name}" for name in PERIODS[1:]}
    assert codes >= {"trip.crossing-idle", "trip.delays-idle", "trip.running-no-signals"}
