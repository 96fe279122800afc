"""Laws of scenarios on timetables, over towns and lines drawn at random.

What is more never makes anybody slower, what is less never anybody sooner. A faster line makes
nobody slower who gets on where it begins; further along one has to be there sooner. What rides on
is later by what a stop, a stand or another way takes, in one vehicle; a connection may be missed.
docs/scenarios.md says so in words.
"""

from dataclasses import replace

import numpy as np
import pytest
from examples import examples
from feeds import lines_at_headways
from hypothesis import given, settings
from hypothesis import strategies as st
from linetowns import NEW, SIDE, STOPS, TIMED, line_town, only_at_the_start
from towns import lonlat, random_points, town

import grensgeo as gg
from grensgeo.errors import InputError

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
POINTS = random_points(5, 14, name="p").iloc[:-1].query("lon < 7.065").drop(columns="country")
TRIP = gg.Trip("transit", max_min=300, **TIMED)
ONE_RIDE = gg.Trip("transit", max_min=300, max_rides=1, **TIMED)
SEEDS = st.integers(0, 10_000)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("towns")


def drawn(folder, seed):
    """Give a town, where its lines call, and a stop of another line that C passes."""
    network, ways = line_town(folder / "f.zip", seed)
    served = {stop for line in "ABD" for stop in ways[line]}
    return network, ways, next((s for s in STOPS if s in served - set(ways["C"])), None)


def made(*modifications):
    return gg.Scenario("one", modifications, title=dict.fromkeys(("nl", "de", "en"), "x"))


def minutes(network, trip=TRIP):
    found = gg.travel_times(network, POINTS, POINTS, trip)
    return np.nan_to_num(found.percentile_minutes, nan=np.inf)


def changed(network, *modifications):
    """Give a network with modifications, or as it is where they change nothing."""
    try:
        return made(*modifications).apply(network)
    except InputError as error:
        if {fault.code for fault in error.faults} <= {"modification-without-effect"}:
            return network
        raise


def new_line(folder, way, passed):
    file = folder / "new.toml"
    file.write_text(NEW.format(one=way[0], other=passed), encoding="utf-8")
    return gg.AddLine(file)


#: What brings more to line C, of where it calls and a stop that it passes; or to lines A and B.
MORE = {
    "add-trips": lambda way, *_: gg.AddTrips("C", way[0], ("7:24", "7:31")),
    "add-stop": lambda way, passed, *_: gg.AddStop("C", (way[0], way[1]), 0, stop=passed),
    "adjust-frequency": lambda *_: gg.AdjustFrequency("C", 6),
    "connect-tracks": lambda _way, _passed, joined, _: gg.ConnectTracks("A", "B", joined),
    "set-transfer": lambda _way, _passed, joined, _: gg.SetTransfer(joined, joined, 0),
    "add-line": lambda way, passed, _, folder: new_line(folder, way, passed),
}
#: What brings less.
LESS = {
    "remove-trips": lambda _: gg.RemoveTrips("C", between=("7:00", "7:45")),
    "remove-stop": lambda way: gg.RemoveStop("C", way[1]),
    "remove-line": lambda _: gg.RemoveLine("C"),
    "set-transfer": lambda way: gg.SetTransfer(way[1], way[1], 20),
    "close-crossing": lambda _: gg.CloseCrossing(line="C"),
}
#: What is faster, behind the first stop.
FASTER = {
    "adjust-speed": lambda _: gg.AdjustSpeed("C", speed_factor=1.7),
    "section": lambda way: gg.AdjustSpeed(
        "C", run_time_factor=0.4, from_stop=way[0], to_stop=way[1]
    ),
    "adjust-dwell": lambda _: gg.AdjustDwell("C", 0),
}
#: What is slower, and by how many minutes at most for who rides in one vehicle.
SLOWER = {
    "add-stop": lambda way, passed: (gg.AddStop("C", (way[0], way[1]), 3, stop=passed), 3),
    "adjust-dwell": lambda way, _: (gg.AdjustDwell("C", 4, stop=way[1]), 4),
}


def more(kind, folder, town):
    network, ways, passed = town
    return changed(network, MORE[kind](ways["C"], passed, ways["B"][0], folder))


@settings(max_examples=examples(12))
@given(SEEDS)
def test_law_what_is_more_makes_nobody_slower(folder, seed):
    town = drawn(folder, seed)
    if town[2] is None:
        return
    before = minutes(town[0])
    for kind in MORE:
        assert not (minutes(more(kind, folder, town)) > before + 1e-4).any(), kind


@settings(max_examples=examples(12))
@given(SEEDS)
def test_law_what_is_less_makes_nobody_sooner(folder, seed):
    network, ways, _ = drawn(folder, seed)
    before = minutes(network)
    for kind, make in LESS.items():
        after = minutes(changed(network, make(ways["C"])))
        assert not (after < before - 1e-4).any(), kind


def test_what_is_more_makes_somebody_faster(folder):
    """Else the law would say nothing."""
    town = drawn(folder, 17)
    before = minutes(town[0])
    for kind in MORE:
        assert (minutes(more(kind, folder, town)) < before - 1e-4).any(), kind


@settings(max_examples=examples(12))
@given(SEEDS)
def test_law_who_gets_on_where_it_begins_is_not_slower_on_a_faster_line(folder, seed):
    network, ways, _ = drawn(folder, seed)
    at_the_start = only_at_the_start(network, "C")
    before = minutes(at_the_start)
    for kind, make in FASTER.items():
        made_faster = make(ways["C"])
        for of in (at_the_start, network):  # who may get on further along too is no slower than
            after = minutes(changed(of, made_faster))
            assert not (after > before + 1 / 60 + 1e-4).any(), kind  # whole seconds


@settings(max_examples=examples(12))
@given(SEEDS)
def test_law_in_one_vehicle_one_is_later_by_no_more_than_it_takes(folder, seed):
    network, ways, passed = drawn(folder, seed)
    if passed is None:
        return
    before = minutes(network, ONE_RIDE)
    for kind, make in SLOWER.items():
        change, takes = make(ways["C"], passed)
        after = minutes(changed(network, change), ONE_RIDE)
        assert not (after > before + takes + 1e-4).any(), kind


def takes_min(network, way):
    """Give the minutes from the first stop of line C to the third, there and back."""
    (feed,) = network.feeds
    found = []
    for trip in np.flatnonzero(feed.trips["line"].to_numpy() == "C").tolist():
        own = slice(*feed.calls.start[trip : trip + 2])
        stops = feed.stops.index[feed.calls.stop[own]].tolist()
        one, other = sorted((stops.index(way[0]), stops.index(way[2])))
        found.append(feed.calls.arrival_s[own][other] - feed.calls.departure_s[own][one])
    return np.array(found) / 60


@settings(max_examples=examples(12))
@given(SEEDS)
def test_law_another_way_costs_what_it_takes_longer_and_the_stops_that_it_leaves(folder, seed):
    network, ways, _ = drawn(folder, seed)
    way, old, longer = ways["C"], takes_min(network, ways["C"]), seed % 9
    without = changed(network, gg.RemoveStop("C", way[1]))
    slower = gg.Reroute("C", way[0], way[2], minutes=(float(old.max()) + longer,))
    after = minutes(changed(network, slower), ONE_RIDE)
    before = minutes(without, ONE_RIDE)
    assert not (after > before + old.max() - old.min() + longer + 1 / 60 + 1e-4).any()
    faster = gg.Reroute("C", way[0], way[2], minutes=(float(old.min()) * 0.6,))
    after = minutes(changed(network, faster))
    before = minutes(only_at_the_start(without, "C"))
    assert not (after > before + 1 / 60 + 1e-4).any()


@settings(max_examples=examples(12))
@given(SEEDS)
def test_law_it_holds_in_each_draw_of_lines_of_which_the_headway_alone_is_known(seed):
    rng = np.random.default_rng(seed)
    places = {f"h{k}": (*lonlat(*rng.uniform(0, SIDE, 2)), "NL") for k in range(5)}
    lines = {
        "A": (20, [("h0", 0), ("h1", 4), ("h2", 9)]),
        "B": (int(rng.choice([15, 24, 30])), [("h3", 0), ("h1", 5), ("h4", 11)]),
    }
    network = replace(town(seed, size=5), feeds=(lines_at_headways(places, lines),))
    trip = replace(TRIP, seed=seed % 97)
    before = minutes(network, trip)
    half = gg.AdjustFrequency("B", lines["B"][0] / 2)
    for change in (half, gg.AddStop("B", ("h3", "h1"), 0, stop="h2")):
        assert not (minutes(changed(network, change), trip) > before + 1e-4).any(), change
    for change in (gg.RemoveLine("A"), gg.RemoveStop("A", "h1")):
        assert not (minutes(changed(network, change), trip) < before - 1e-4).any(), change
