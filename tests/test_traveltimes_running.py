"""Speeds between stops go with delays, and the default ones, which hold stops, do not."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from drawing import draw

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.network import CONTROLS, MODES, Controls, DelayTable, SpeedTable, running_speeds
from grensgeo.study import read_study

SIGNAL = CONTROLS.index("traffic_signals")
TWICE = "delays by car: the default speeds hold the stops already"


def street(highway="secondary", **network):
    places = {"A": (0, 0), "B": (2000, 0), "C": (4000, 0)}
    edges = [{"ends": e, "highway": highway, "maxspeed_kmh": 50} for e in ("AB", "BC")]
    return draw(places, edges, **network)


SIGNALS = street(controls=Controls.of([(0, True, SIGNAL), (1, False, SIGNAL)]))


def seconds(network, trip, **options):
    streets = network.streets
    spots = pd.DataFrame(
        {"id": ["a", "c"], "lon": streets.lon[[0, 2]], "lat": streets.lat[[0, 2]]}
    )
    return 60 * gg.travel_times(network, spots, spots, trip, **options).minutes[0, 1]


def car(**options):
    return gg.Trip("car", park_min=0, **options)


def own():
    share = SpeedTable.default().share.copy()
    share[MODES.index("car")] = 1.0
    return replace(SpeedTable.default(), share=share, name="mine.csv")


@pytest.mark.parametrize(
    "trip",
    [
        gg.Trip("car", delays=True),
        gg.Trip("car", delays=DelayTable(((9.0,) * 4, (0.0,) * 4)), period="off_peak"),
    ],
)
def test_stops_are_never_counted_twice(trip):
    with pytest.raises(InputError, match=TWICE) as raised:
        seconds(SIGNALS, trip)
    assert "car_speeds = 'running'" in str(raised.value)
    assert raised.value.code == "counted-twice"
    with pytest.raises(InputError, match=TWICE):
        seconds(SIGNALS, trip, speeds=SpeedTable.default())
    assert seconds(SIGNALS, trip, speeds=own()) > 0


def test_nor_on_the_way_to_a_stop():
    for ends in ({"access": "car"}, {"egress": "car"}):
        with pytest.raises(InputError, match=TWICE):
            gg.Trip("transit", delays=True, **ends).check_stops()
        gg.Trip("transit", delays=True, car_speeds="running", **ends).check_stops()
    gg.Trip("transit", delays=True, access="bicycle").check_stops()


def test_others_than_cars_and_tables_without_seconds_are_not_refused():
    for mode in ("walk", "bicycle", "ebike"):
        assert seconds(SIGNALS, gg.Trip(mode, delays=True)) > seconds(SIGNALS, gg.Trip(mode))
    none_by_car = DelayTable(((0.0, 9.0, 9.0, 9.0), (0.0,) * 4))
    assert seconds(SIGNALS, car(delays=none_by_car)) == pytest.approx(seconds(SIGNALS, car()))


def test_running_speeds_and_delays_by_hand():
    # 4 km at 0.92 of 50 km/h, and 4 s at the signal
    trip = car(delays=True, car_speeds="running")
    assert seconds(SIGNALS, trip) == pytest.approx(4000 / (46 / 3.6) + 4, abs=0.01)
    # in a peak both take 1.38 of what they took: so does the journey, as was measured
    peak = seconds(SIGNALS, replace(trip, period="morning_peak"))
    assert peak == pytest.approx(seconds(SIGNALS, trip) / 0.72, abs=0.01)


def test_a_driveway_and_a_motorway_are_as_fast_as_before():
    for highway, factor in (("service", 1), ("motorway", 1), ("local", 1), ("primary", 1.15)):
        network = street(highway)
        running = network.durations_s("car", running_speeds())
        np.testing.assert_allclose(network.durations_s("car"), np.multiply(running, factor))


def test_running_speeds_are_at_most_the_limit():
    share = running_speeds().share[MODES.index("car")]
    assert np.nanmax(share) <= 1
    default = SpeedTable.default()
    for mode in ("walk", "bicycle", "ebike"):
        one = running_speeds().speed_kmh[MODES.index(mode)]
        np.testing.assert_array_equal(one, default.speed_kmh[MODES.index(mode)])
    assert running_speeds() is running_speeds()


@pytest.mark.parametrize(
    ("mode", "options", "message"),
    [
        ("car", {"car_speeds": "running"}, "nothing counts the stops; give delays too"),
        ("walk", {"car_speeds": "running", "delays": True}, "no leg of this trip is by car"),
        ("car", {"car_speeds": "fast"}, "car_speeds"),
    ],
)
def test_half_of_the_set_is_refused(mode, options, message):
    with pytest.raises(InputError, match=message):
        gg.Trip(mode, **options)


def test_a_speed_table_beside_running_speeds_is_one_too_many():
    with pytest.raises(InputError, match=r"car_speeds 'running' and a speed table \(mine\.csv\)"):
        seconds(SIGNALS, car(delays=True, car_speeds="running"), speeds=own())


def test_notes_tell_it_and_that_signals_are_not_known():
    trip = car(delays=True, car_speeds="running")
    told = {note.code for note in trip.notes(network=SIGNALS)}
    assert {"trip.running", "trip.delays"} <= told
    assert "trip.running-no-signals" not in told
    assert "trip.running-no-signals" in {note.code for note in trip.notes(network=street())}


def test_a_study_is_refused_before_it_computes(tmp_path):
    trip = '[[trips]]\nid = "car"\nnetwork = "net"\nmode = "car"\nmax_min = 45\ndelays = true\n'
    path = tmp_path / "study.toml"
    head = '[study]\nid = "s"\nregion = "r"\n[networks]\nnet = "n"\n'
    path.write_text(head + trip)
    with pytest.raises(InputError, match=TWICE):
        read_study(path)
    path.write_text(head + trip + 'car_speeds = "running"\n')
    with pytest.raises(InputError) as raised:
        read_study(path)  # whatever else this short file lacks
    assert TWICE not in str(raised.value)
