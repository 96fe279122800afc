"""Lines at headways that share a section are drawn together."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from examples import examples
from feeds import DAILY, PLACES, feed_files, write_feed
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.gtfs import read_feed, timetable_on
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.gtfs.timetable.patterns import draw

DAY = date(2023, 10, 17)
EAST = "Enschede 8:00, Gronau 8:11, Muenster 9:10"
FREQ = "trip_id,start_time,end_time,headway_secs,exact_times\n"


def feed(path, trips, headways, *, name="x", spans="06:00:00,22:00:00", services=None, exact=0):
    """Write lines (trip -> calls) that run at headways (trip -> minutes)."""
    files = feed_files(trips)
    files["frequencies.txt"] = FREQ + "".join(
        f"{trip},{spans},{60 * minutes},{exact}\n" for trip, minutes in headways.items()
    )
    if services:
        files["calendar.txt"] = DAILY + (
            "W,1,1,1,1,1,0,0,20230101,20231231\nE,0,0,0,0,0,1,1,20230101,20231231\n"
        )
        rows = [row.split(",") for row in files["trips.txt"].split()]
        files["trips.txt"] = "".join(
            ",".join([row[0], services.get(row[2], row[1]), *row[2:]]) + "\n" for row in rows
        )
    return read_feed(write_feed(path / f"{name}.zip", files), name=name)


def leaves(feeds, stop, *, seed=0, day=DAY, cycle=60):
    """Minutes at which each trip leaves a stop, within its cycle."""
    table = draw(timetable_on(feeds, day, until_h=23), seed)
    found = {}
    for pattern in range(table.n_patterns):
        stops = table.pattern_stop[slice(*table.pattern_stop_start[pattern : pattern + 2])]
        names = table.stop_names[stops].tolist()
        if stop not in names[:-1]:
            continue
        first, last = table.pattern_trip_start[pattern : pattern + 2]
        n = len(stops)
        for trip in range(first, last):
            at = table.pattern_time_start[pattern] + (trip - first) * n + names.index(stop)
            name = str(table.trip_id[trip]).partition("#")[0]
            found.setdefault(name, set()).add(int(table.trip_departure_s[at]) % (60 * cycle))
    return {name: sorted(s / 60 for s in values) for name, values in found.items()}


def gaps(*minutes, cycle=60):
    """Minutes between the departures of some lines, one after the other."""
    every = sorted(m for line in minutes for m in line)
    return [round(b - a, 6) for a, b in zip(every, [*every[1:], every[0] + cycle], strict=True)]


@pytest.mark.parametrize(
    ("headways", "apart"),
    [
        ({"a": 60, "b": 60}, [30, 30]),
        ({"a": 60, "b": 60, "c": 60}, [20, 20, 20]),
        ({"a": 30, "b": 30}, [15, 15, 15, 15]),
        ({"a": 60, "b": 30, "c": 60}, [15, 15, 15, 15]),
        # no regular headway: the hourly one leaves in the middle of the others' gap
        ({"a": 30, "b": 60}, [15, 15, 30]),
    ],
)
def test_lines_of_one_section_leave_in_turn(tmp_path, headways, apart):
    lines = {"a": EAST, "b": "Gronau 8:00, Muenster 8:58", "c": "Hengelo 8:00, Gronau 8:20, Muenster 9:18"}  # fmt: skip
    made = feed(tmp_path, {t: lines[t] for t in headways}, headways)
    for seed in range(3):
        assert sorted(gaps(*leaves(made, "Gronau", seed=seed).values())) == apart
    firsts = {leaves(made, "Gronau", seed=seed)["a"][0] for seed in range(6)}
    assert len(firsts) > 3  # drawn all the same
    notes = {note.code for note in draw(timetable_on(made, DAY), 0).notes}
    assert {"headways-drawn", "headways-drawn-together"} <= notes


def test_where_lines_part_each_keeps_its_turn_with_those_it_meets(tmp_path):
    # b meets a before Gronau and c behind it; a and c never meet
    lines = {
        "a": "Enschede 8:00, Gronau 8:11, Ahaus 8:30",
        "b": "Enschede 8:00, Gronau 8:11, Muenster 9:10",
        "c": "Hengelo 8:00, Gronau 8:20, Muenster 9:20",
    }
    made = feed(tmp_path, lines, dict.fromkeys(lines, 60))
    west, east = leaves(made, "Enschede"), leaves(made, "Gronau")
    assert gaps(west["a"], west["b"]) == [30, 30]
    assert gaps(east["b"], east["c"]) == [30, 30]


@pytest.mark.parametrize(
    ("lines", "headways", "more"),
    [
        # the other way
        ({"a": EAST, "b": "Muenster 8:00, Gronau 8:58, Enschede 9:10"}, {"a": 60, "b": 60}, {}),
        # one stop alone in common
        ({"a": EAST, "b": "Ahaus 8:00, Gronau 8:20, Rheine 9:00"}, {"a": 60, "b": 60}, {}),
        # headways that never fit
        ({"a": EAST, "b": EAST}, {"a": 60, "b": 45}, {}),
        # overtaken by the next one
        ({"a": EAST, "b": "Gronau 8:00, Muenster 9:40"}, {"a": 60, "b": 60}, {}),
        # on other days
        ({"a": EAST, "b": EAST}, {"a": 60, "b": 60}, {"services": {"a": "W", "b": "E"}}),
    ],
)
def test_other_lines_draw_for_themselves(tmp_path, lines, headways, more):
    made = feed(tmp_path, lines, headways, **more)
    (done,) = interlace([made])
    assert done.frequencies["drawn_as"].tolist() == ["x|a", "x|b"]
    assert done.frequencies["later_s"].tolist() == [0, 0]


def test_lines_that_run_on_other_days_share_with_the_one_of_every_day(tmp_path):
    lines = dict.fromkeys(("a", "b", "c"), EAST)
    made = feed(tmp_path, lines, dict.fromkeys(lines, 60), services={"b": "W", "c": "E"})
    for day, other in ((DAY, "b"), (date(2023, 10, 21), "c")):
        found = leaves(made, "Gronau", day=day)
        assert set(found) == {"a", other}
        assert gaps(*found.values()) == [30, 30]


def test_express_and_stopping_train_leave_in_turn(tmp_path):
    lines = {"fast": "Enschede 8:00, Muenster 9:00", "slow": EAST}
    found = leaves(feed(tmp_path, lines, {"fast": 60, "slow": 60}), "Enschede")
    assert gaps(*found.values()) == [30, 30]


def test_lines_of_two_feeds_are_one_service_at_stations_that_both_have(tmp_path):
    one, other = (feed(tmp_path, {t: EAST}, {t: 60}, name=t) for t in "ab")
    found = leaves([one, other], "Gronau")
    assert gaps(*found.values()) == [30, 30]
    assert leaves([one], "Gronau")["a"] == found["a"]


def test_what_is_laid_stays_when_lines_come_and_go(tmp_path):
    lines = dict.fromkeys(("a", "b"), EAST)
    (made,) = interlace([feed(tmp_path, lines, {"a": 60, "b": 60})])
    before = leaves(made, "Gronau")
    both = [made, feed(tmp_path, {"new": EAST}, {"new": 60}, name="new")]
    after = leaves(both, "Gronau")
    assert {name: after[name] for name in "ab"} == before
    assert sorted(gaps(*after.values())) == [15, 15, 30]
    alone = replace(made, frequencies=made.frequencies.iloc[1:].reset_index(drop=True))
    assert leaves(alone, "Gronau")["b"] == before["b"]
    assert interlace(both[:1])[0] is made


@settings(max_examples=examples(30), deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(sorted(PLACES)), min_size=2, max_size=5, unique=True),
            st.sampled_from([15, 20, 30, 60, 120]),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_every_row_has_one_draw_and_those_of_one_section_never_leave_together(lines):
    import tempfile
    from pathlib import Path

    trips = {
        f"t{k}": ", ".join(f"{p} {8 + 10 * i // 60}:{10 * i % 60:02}" for i, p in enumerate(stops))
        for k, (stops, _) in enumerate(lines)
    }
    headways = {f"t{k}": minutes for k, (_, minutes) in enumerate(lines)}
    with tempfile.TemporaryDirectory() as folder:
        made = feed(Path(folder), trips, headways)
    (done,) = interlace([made])
    frame = done.frequencies
    assert frame["drawn_as"].ne("").all()
    assert ((frame["later_s"] >= 0) & (frame["later_s"] < frame["headway_s"])).all()
    again = interlace([done])[0]
    assert again is done
    # two lines of one pattern and headway are never drawn at the same minute
    for k, (stops, minutes) in enumerate(lines):
        for m, other in enumerate(lines[:k]):
            same = frame["drawn_as"].iat[k] == frame["drawn_as"].iat[m]
            if other == (stops, minutes) and same and len(lines) == 2:
                assert np.diff(frame["later_s"].to_numpy())[0] % (60 * minutes) != 0


def test_a_line_of_two_ways_gets_new_turns_at_a_new_headway(tmp_path):
    from drawing import draw as streets

    from grensgeo.network import with_feeds
    from grensgeo.scenario import AdjustFrequency

    lines = {"a": EAST, "b": "Enschede 8:00, Gronau 8:11, Ahaus 8:30"}
    network = with_feeds(
        streets({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}]),
        [feed(tmp_path, lines, {"a": 60, "b": 60})],
    )
    before = leaves(network.feeds, "Enschede", cycle=120)
    for headway, apart in ((15, [15] * 8), (60, [60, 60])):
        changed = AdjustFrequency("RB64", headway).apply(network)
        after = leaves(changed.feeds, "Enschede", cycle=120)
        assert gaps(*after.values(), cycle=120) == apart
        assert set(before["a"]) <= set(after["a"]) or headway == 60
