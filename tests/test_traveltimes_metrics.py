"""The streets with durations give what Dijkstra's algorithm gives, whatever the network."""

import gc
import pickle
import warnings
import weakref
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import dijkstra
import geopandas as gpd
import numba as nb
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import ALL, draw
from examples import examples
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grensgeo.errors import GrensgeoWarning
from grensgeo.network import Controls, SpeedChange, SpeedTable, Turns, load_network
from grensgeo.scenario import ModifyStreets
from grensgeo.traveltimes import Trip, metrics
from grensgeo.traveltimes.compute import prepare
from grensgeo.traveltimes.legs import Places
from grensgeo.traveltimes.metrics import MetricKey, find_metric

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
CAR = Trip(
    "car", park_min=0, max_snap_m=200, delays=True, car_speeds="running", crossing_time_min=2
)


def reference(times, rows):
    graph = times.metric.graph
    seconds = dijkstra.many_to_many(
        graph.indptr,
        graph.heads,
        graph.weights_s,
        times.origins[rows],
        destinations=times.destinations,
        limit_s=times.limit_s - times.park_s,
    )
    return seconds + times.park_s


def street_times(network, lonlat, trip, *, starts=None):
    places = Places(np.arange(len(lonlat)).astype(str).astype(object), lonlat)
    first = places if starts is None else Places(places.ids[:starts], lonlat[:starts])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        return prepare(network, first, places, trip).parts[0]


def check(times, *, rtol=1e-6):
    rows = slice(0, len(times.origins))
    ours, expected = times.seconds(rows), reference(times, rows)
    # at the limit itself either may be a rounding too long
    clear = np.isnan(ours) == np.isnan(expected)
    assert np.nan_to_num(np.fmax(ours, expected))[~clear] == pytest.approx(times.limit_s, abs=1e-3)
    np.testing.assert_allclose(ours[clear], expected[clear], atol=1e-3, rtol=rtol)
    return ours


@st.composite
def towns(draws):
    """Streets on a lattice with one-ways, forbidden turns, signals and a canal."""
    side = draws(st.integers(2, 4))
    spots = [(200.0 * i, 150.0 * j) for i in range(side) for j in range(side)]
    near = [
        (a, b)
        for a, b in combinations(range(len(spots)), 2)
        if abs(spots[a][0] - spots[b][0]) + abs(spots[a][1] - spots[b][1]) <= 200
    ]
    chosen = draws(st.lists(st.sampled_from(near), min_size=3, max_size=24))
    edges = [
        {"ends": ends if draws(st.booleans()) else ends[::-1],
         "backward": draws(st.sampled_from([ALL, ALL, 0])),
         "length_m": draws(st.sampled_from([100.0, 200.0, 333.0])),
         "country": draws(st.sampled_from(["NL", "NL", "DE"]))}
        for ends in chosen
    ]  # fmt: skip
    meeting = [
        (via, one, other, ALL)
        for one, a in enumerate(edges)
        for other, b in enumerate(edges)
        for via in set(a["ends"]) & set(b["ends"])
    ]
    turns = draws(st.lists(st.sampled_from(meeting), max_size=6))
    signals = draws(st.lists(st.integers(0, len(edges) - 1), max_size=3, unique=True))
    canal = None
    if draws(st.booleans()):
        canal = gpd.GeoSeries([shapely.LineString([(6.99, 52.2005), (7.02, 52.2005)])], crs=4326)
    network = draw(
        dict(enumerate(spots)),
        edges,
        turns=Turns.of({turn[:3]: turn for turn in turns}.values()),
        controls=Controls.of([(edge, 1, 0) for edge in signals]),
        barriers=canal,
    )
    within = st.tuples(st.floats(-100, 700), st.floats(-100, 550))
    points = draws(st.lists(st.one_of(st.sampled_from(spots), within), min_size=2, max_size=8))
    k = np.cos(np.radians(52.2)) * 111_195.0
    lonlat = np.array([(7.0 + x / k, 52.2 + y / 111_195.0) for x, y in points])
    return network, lonlat


@given(
    town=towns(), limit=st.sampled_from([None, 1.0, 3.0]), mode=st.sampled_from(["car", "walk"])
)
@settings(max_examples=examples(150))
def test_any_town(town, limit, mode):
    network, lonlat = town
    speeds = "running" if mode == "car" else "journey"
    trip = replace(CAR, mode=mode, max_min=limit, car_speeds=speeds)
    assume(len(network.streets.tail))
    few = street_times(network, lonlat, trip)
    by_vertices = check(few)
    many = street_times(network, np.tile(lonlat, (65, 1)), trip)  # more than one sweep holds
    assert len(many.origins) > 64
    n = len(lonlat)
    np.testing.assert_allclose(many.seconds(slice(0, n))[:, :n], by_vertices, atol=1e-3, rtol=1e-6)


@pytest.fixture(scope="module")
def muenster():
    return load_network(SAMPLE / "muenster")


@pytest.mark.parametrize("trip", [Trip("car", max_min=15), Trip("bicycle"), Trip("walk")])
def test_muenster(muenster, trip):
    random = np.random.default_rng(8)
    streets = muenster.streets
    near = random.choice(streets.n_vertices, 200)
    lonlat = np.stack([streets.lon[near], streets.lat[near]], axis=1)
    lonlat[::2] += random.normal(0, 5e-4, (100, 2))
    check(street_times(muenster, lonlat, trip))
    check(street_times(muenster, lonlat, trip, starts=10))


def test_the_number_of_threads_changes_nothing(muenster):
    random = np.random.default_rng(3)
    near = random.choice(muenster.streets.n_vertices, 150)
    lonlat = np.stack([muenster.streets.lon[near], muenster.streets.lat[near]], axis=1)
    found = []
    threads = nb.get_num_threads()
    for number in sorted({1, threads}):
        nb.set_num_threads(number)
        times = street_times(replace(muenster, extent=muenster.extent), lonlat, Trip("car"))
        found.append(times.seconds(slice(0, 150)))
        found.append(street_times(muenster, lonlat, Trip("car"), starts=5).seconds(slice(0, 5)))
    np.testing.assert_array_equal(found[0], found[-2])
    np.testing.assert_array_equal(found[1], found[-1])


def key(trip=CAR):
    return MetricKey.of(trip, "car", country=None, speeds=None)


def test_what_was_made_is_kept_and_a_scenario_reuses_the_shape():
    network = draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}])
    core = find_metric(network, key())
    assert find_metric(network, key()) is core
    assert core.timed is core.timed
    half = ModifyStreets(("residential",), speed_factor=0.5, modes=("car",)).apply(network)
    slow = find_metric(half, key())
    assert slow.timed.skeleton is core.timed.skeleton
    assert slow.durations_s[0] == pytest.approx(2 * core.durations_s[0])


def test_a_scenario_of_many_streets_shares_what_is_closed(monkeypatch):
    one_way = {"ends": "BC", "backward": 0}
    network = draw({"A": (0, 0), "B": (900, 0), "C": (900, 900)}, [{"ends": "AB"}, one_way])
    monkeypatch.setattr(metrics, "FEW", 0)
    core = find_metric(network, key())
    half = ModifyStreets(("residential",), speed_factor=0.5, modes=("car",)).apply(network)
    assert find_metric(half, key()).timed.along.ahead_closed is not core.timed.along.ahead_closed
    again = ModifyStreets(("residential",), speed_factor=0.9, modes=("car",)).apply(half)
    slow = find_metric(again, key())
    assert slow.alike is core  # not of one after the other
    assert slow.timed.along.back_closed is core.timed.along.back_closed
    anew = find_metric(pickle.loads(pickle.dumps(again)), key())
    for name in ("up_s", "down_s"):
        ours, other = (getattr(one.customised[1], name) for one in (slow, anew))
        assert ours.tobytes() == other.tobytes()


def changed_speeds(network, draws):
    """Draw other speeds of cars on some of the edges."""
    n = network.streets.n_edges
    told = st.sampled_from([np.nan, np.nan, np.nan, 7.0, 90.0])
    speed = np.array(draws(st.lists(told, min_size=n, max_size=n)))
    factor = np.array(draws(st.lists(st.sampled_from([1.0, 1.0, 0.3]), min_size=n, max_size=n)))
    return {"car": SpeedChange(speed, factor)}


@given(town=towns(), data=st.data(), few=st.booleans())
@settings(max_examples=examples(60))
def test_a_scenario_is_answered_as_by_a_network_of_its_own(town, data, few):
    network, lonlat = town
    assume(len(network.streets.tail))
    rows = slice(0, len(lonlat))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(metrics, "FEW", 1000 if few else -1)
        ours = street_times(network, lonlat, CAR)
        ours.seconds(rows)
        for _ in range(2):  # and a scenario of a scenario
            network, last = (
                replace(network, speed_changes=changed_speeds(network, data.draw)),
                ours.metric,
            )
            ours = street_times(network, lonlat, CAR)
            known = ours.metric.before
            if ours.metric is not last:  # it is where nothing differs
                assert (known is not None) == few
            alone = street_times(pickle.loads(pickle.dumps(network)), lonlat, CAR)
            assert alone.metric.before is None
            assert ours.seconds(rows).tobytes() == alone.seconds(rows).tobytes()
            check(ours)
            one, other = ours.metric.graph, alone.metric.graph
            assert one.weights_s.tobytes() == other.weights_s.tobytes()


def test_what_else_differs_is_made_anew():
    network = draw({"A": (0, 0), "B": (900, 0), "C": (900, 900)}, [{"ends": "AB"}, {"ends": "BC"}])
    before = find_metric(network, key())
    assert before.timed
    copy = replace(network, speed_changes={})
    assert find_metric(copy, key()) is before  # nothing differs
    for other in (
        replace(network, controls=Controls.of([(1, 1, 0)])),
        replace(network, turns=Turns.of([(1, 0, 1, ALL)])),
        network.with_observed_speeds(
            pd.DataFrame({"way_id": network.streets.way_id[:1], "speed_kmh": [9.0]})
        ),
    ):
        metric = find_metric(other, key())
        assert metric.before is None
        assert metric.customised[0] is not before.timed
    # of streets that lie otherwise the order is kept, whatever else was asked in between
    longer = replace(network.streets, length_m=np.array([900.0, 5.0]))
    metric = find_metric(replace(network, streets=longer), key())
    assert (metric.before[0], metric.before[1].tolist()) == (before, [1])
    # one who asks with a table of speeds, for another hour or with delays is another
    other = find_metric(copy, replace(key(), period="off_peak"))
    assert other.before is None


def test_only_the_last_ones_are_kept():
    network = draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}])
    core = find_metric(network, key())
    first = find_metric(network, replace(key(), speeds=SpeedTable.default()))
    for _ in range(7):  # an answer that is asked for stays, one that is not makes room
        assert find_metric(network, key()) is core
        find_metric(network, replace(key(), speeds=SpeedTable.default()))
    gone = weakref.ref(first)
    del first
    gc.collect()
    assert gone() is None


def test_nothing_keeps_a_network_alive():
    network = draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}])
    assert find_metric(network, key()).timed
    gone = weakref.ref(network.streets)
    del network
    gc.collect()
    assert gone() is None
