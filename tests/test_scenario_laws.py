"""Laws of scenarios: nothing changes nothing, there and back is nothing, order need not matter."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from linetowns import NEW, STOPS, TIMED, line_town
from townregion import town_region
from towns import BORDER_X, lonlat, random_points, town

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.scenario import Situation, situation_key
from grensgeo.scenario.kinds import modification_kinds

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
POINTS = random_points(5, 12, name="p").drop(columns="country")
CAR, WALK = gg.Trip("car"), gg.Trip("walk")
BUS = gg.Trip("transit", max_min=300, **TIMED)
DOCS = Path(__file__).resolve().parents[1] / "docs"


def made(*modifications):
    return gg.Scenario("one", modifications, title=dict.fromkeys(("nl", "de", "en"), "x"))


def street_factor(factor, **where):
    return gg.ModifyStreets(speed_factor=factor, modes=("car", "walk"), **where)


NEW_STREET = (
    '{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": %s}}'
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Give people, streets, lines, trips and a border; and what is told of the lines."""
    folder = tmp_path_factory.mktemp("whole")
    network, ways = line_town(folder / "f.zip", 8)
    served = {stop for line in "ABD" for stop in ways[line]}
    passed = next(stop for stop in STOPS if stop in served - set(ways["C"]))
    text = NEW.format(one=ways["C"][0], other=passed)
    (folder / "new.toml").write_text(text, encoding="utf-8")
    ends = [lonlat(*xy) for xy in ((-100, 300), (4300, 3900))]
    (folder / "new.geojson").write_text(NEW_STREET % json.dumps(ends), encoding="utf-8")
    before = Situation(town_region(3), network, {"car": CAR, "walk": WALK, "bus": BUS})
    return before, folder, ways, passed


def each_kind(before, folder, ways, passed):
    """Give of each kind what there is at first, a change and what takes it back, if anything."""
    way, joined = ways["C"], ways["B"][0]
    jobs = float(before.region.opportunities["jobs"].filter(like="GM0001").sum())
    line = gg.AddLine(folder / "new.toml")
    stop = gg.AddStop("C", (way[0], way[1]), 3, dwell_min=1, stop=passed)
    no_stop = gg.RemoveStop("C", passed, saves_min=3)
    late, no_late = (
        gg.AddTrips("C", way[0], ("9:30",)),
        gg.RemoveTrips("C", between=("9:30", "9:31")),
    )
    straight = gg.Reroute("C", way[0], way[2], minutes=(10,))
    round_by = gg.Reroute("C", way[0], way[2], minutes=(5, 10), via=(passed,))
    there, back = (
        gg.MoveOpportunities("jobs", one, count=9, to_place=other)
        for one, other in (("0-GM0001", "1-05000001"), ("1-05000001", "0-GM0001"))
    )
    often = headway_min(before.network, "C")
    slow, fast = (gg.AdjustSpeed("C", speed_factor=factor) for factor in (0.5, 2))
    crossing = {"near": lonlat(BORDER_X, 2000), "within_m": 4000}
    return {
        "add-homes": ((), gg.AddHomes(70, place="GM0001"), None),  # nobody moves out
        "add-line": ((), line, gg.RemoveLine("N")),
        "add-opportunities": (
            (), gg.AddOpportunities("jobs", 500, place="GM0001"),
            gg.ScaleOpportunities(jobs / (jobs + 500), municipalities=("GM0001",)),
        ),
        "add-stop": ((), stop, no_stop),
        # the streets that it meets stay cut there, see below
        "add-streets": ((), gg.AddStreets(folder / "new.geojson", "path"), None),
        "add-trips": ((), late, no_late),
        "adjust-dwell": ((gg.AdjustDwell("C", 1),), gg.AdjustDwell("C", 4), gg.AdjustDwell("C", 1)),
        "adjust-frequency": (
            (), gg.AdjustFrequency("C", often / 2), gg.AdjustFrequency("C", often)
        ),
        "adjust-speed": ((slow,), fast, slow),  # whole seconds can be halved
        "close-border": ((), gg.CloseBorder("routing"), None),  # nothing opens it
        "close-crossing": ((), gg.CloseCrossing(**crossing), None),
        "close-street": ((), gg.CloseStreet((3,)), None),
        "connect-tracks": ((), gg.ConnectTracks("A", "B", joined), None),  # nothing parts them
        "matching": ((), gg.SetMatching(0.5), gg.SetMatching(1.0)),
        "modify-streets": (
            (), street_factor(2.0, country="NL"), street_factor(0.5, country="NL")
        ),
        "move-opportunities": ((), there, back),
        "remove-line": ((line,), gg.RemoveLine("N"), line),
        "remove-stop": ((stop,), no_stop, stop),
        "remove-trips": ((late,), no_late, late),
        "reroute": ((straight,), round_by, straight),
        "resistance": ((), gg.SetResistance(5), gg.SetResistance(0)),
        "scale-opportunities": ((), gg.ScaleOpportunities(2.0), gg.ScaleOpportunities(0.5)),
        "set-crossing-time": ((), gg.SetCrossingTime(5), gg.SetCrossingTime(0)),
        "set-transfer": (
            (gg.SetTransfer(joined, joined, 5),), gg.SetTransfer(joined, joined, 9),
            gg.SetTransfer(joined, joined, 5),
        ),
    }  # fmt: skip


def headway_min(network, line):
    (feed,) = network.feeds
    first = feed.calls.departure_s[feed.calls.start[:-1]]
    own = feed.trips["line"].to_numpy() == line
    ahead = [not name.startswith(f"{line}b") for name in feed.trips.index]
    return float(np.diff(np.sort(first[own & ahead]))[0]) / 60


def with_all(situation, modifications):
    for change in modifications:
        situation = made(change).with_all(situation, idle=True)
    return situation


@pytest.mark.parametrize("kind", modification_kinds())
def test_there_and_back_gives_the_key_of_the_baseline(whole, kind):
    first, there, back = each_kind(*whole)[kind]
    assert there.kind == kind
    before = with_all(whole[0], first)
    key = situation_key(before)
    after = made(there).apply(before)
    assert situation_key(after) != key
    assert situation_key(before) == key  # what it was applied to is as it was
    if back is not None:
        assert situation_key(made(back).apply(after)) == key


def test_kinds_that_nothing_takes_back_are_told_in_the_docs(whole):
    page = (DOCS / "scenarios.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+?) \|$", page, flags=re.MULTILINE)
    told = {kind: "nothing" not in text for kind, text in rows}
    assert told == {kind: back is not None for kind, (_, _, back) in each_kind(*whole).items()}


def test_a_new_street_that_is_closed_again_leaves_the_times_as_they_were(whole):
    before, folder, *_ = whole
    there = gg.AddStreets(folder / "new.geojson", "path")
    after = made(there).apply(before)
    ways = set(after.network.streets.way_id) - set(before.network.streets.way_id)
    closed = made(gg.CloseStreet(tuple(int(way) for way in ways))).apply(after)
    found = [
        gg.travel_times(one.network, POINTS, POINTS, WALK).minutes for one in (before, closed)
    ]
    np.testing.assert_allclose(found[0], found[1], rtol=1e-5)
    between = gg.travel_times(after.network, POINTS, POINTS, WALK).minutes
    assert (between < found[0] * (1 - 1e-5)).any()


#: Changes of different things, of which any may come first.
def apart(before, folder, ways, passed):
    way = ways["C"]
    return [
        street_factor(1.5, ways=(2,)), gg.CloseStreet((5,)),
        gg.ModifyStreets(highways=("secondary",), country="DE", limit_kmh=70), gg.CloseCrossing(near=lonlat(BORDER_X, 2000), within_m=1500),
        gg.AdjustSpeed("A", speed_factor=1.3), gg.AdjustDwell("B", 2),
        gg.AddTrips("C", way[0], ("7:24",)), gg.RemoveStop("D", ways["D"][1]),
        gg.SetTransfer(passed, passed, 7), gg.AddLine(folder / "new.toml"),
        gg.AddHomes(70, place="GM0001"), gg.ScaleOpportunities(2, municipalities=("05000001",)),
        gg.AddOpportunities("jobs", 40, place="GM0002"), gg.SetResistance(5), gg.SetMatching(0.5),
        gg.SetCrossingTime(5, modes=("car",)),
    ]  # fmt: skip


@settings(max_examples=examples(12))
@given(st.data())
def test_law_changes_of_different_things_commute(whole, data):
    changes = apart(*whole)
    chosen = data.draw(st.lists(st.sampled_from(changes), min_size=2, max_size=5, unique_by=id))
    after, other = (
        with_all(whole[0], order) for order in (chosen, data.draw(st.permutations(chosen)))
    )
    assert situation_key(after) == situation_key(other)
    found = [
        gg.travel_times(one.network, POINTS, POINTS, one.trips["bus"]).minutes
        for one in (after, other)
    ]
    np.testing.assert_array_equal(found[0], found[1])


def test_the_empty_scenario_changes_nothing(whole):
    before = whole[0]
    idle = street_factor(1.0, country="NL"), gg.ScaleOpportunities(1.0)
    after = made(*idle).with_all(before, idle=True)
    assert situation_key(after) == situation_key(before)
    found = [gg.travel_times(one.network, POINTS, POINTS, CAR) for one in (before, after)]
    np.testing.assert_array_equal(found[0].minutes, found[1].minutes)
    with pytest.raises(InputError, match="there are none"):
        made()


@settings(max_examples=examples(6), deadline=None)
@given(
    seed=st.integers(0, 400),
    parts=st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from([0.5, 1.25, 2.0]), st.booleans()),
        min_size=2, max_size=4, unique_by=lambda part: part[0],
    ),
    data=st.data(),
)  # fmt: skip
def test_law_changes_of_other_streets_commute(seed, parts, data):
    network = town(seed)
    ways = network.streets.way_id[np.isnan(network.streets.fixed_duration_s)].tolist()
    changes = [
        gg.CloseStreet((ways[way % len(ways)],))
        if closed
        else street_factor(factor, ways=(ways[way % len(ways)],))
        for way, factor, closed in parts
    ]
    shuffled = data.draw(st.permutations(changes))
    keys, times = [], []
    for order in (changes, shuffled):
        after = Situation(network=network)
        for change in order:
            after = made(change).with_all(after, idle=True)
        keys.append(situation_key(after))
        times.append(gg.travel_times(after.network, POINTS, POINTS, WALK).minutes)
    assert keys[0] == keys[1]
    np.testing.assert_array_equal(times[0], times[1])


@settings(max_examples=examples(6), deadline=None)
@given(
    seed=st.integers(0, 400), first=st.integers(0, 20), factor=st.floats(1.01, 5),
    mode=st.sampled_from(["car", "walk"]),
)  # fmt: skip
def test_law_a_faster_street_makes_nobody_slower(seed, first, factor, mode):
    network = town(seed)
    ways = tuple(network.streets.way_id[first::7].tolist())
    faster = gg.ModifyStreets(ways=ways, speed_factor=factor, modes=("car", "walk"))
    before, after = (
        gg.travel_times(one, POINTS, POINTS, gg.Trip(mode)).minutes
        for one in (network, made(faster).apply(network))
    )
    assert (np.isnan(before) == np.isnan(after)).all()
    assert not (after > before * (1 + 1e-6)).any()


@settings(max_examples=examples(6), deadline=None)
@given(seed=st.integers(0, 400), mode=st.sampled_from(["car", "walk"]))
def test_law_an_opened_crossing_makes_nobody_slower(seed, mode):
    network = town(seed)
    shut = gg.CloseCrossing(near=(7.03, 52.22), within_m=20_000)
    try:
        closed = made(shut).apply(network)
    except InputError:  # no street of this town crosses the border
        return
    before, after = (
        gg.travel_times(one, POINTS, POINTS, gg.Trip(mode)).minutes for one in (closed, network)
    )
    assert not (np.isnan(after) & ~np.isnan(before)).any()
    assert not (after > before * (1 + 1e-6)).any()
