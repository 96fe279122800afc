"""Feeds of two countries put together: each physical train once, and every merge listed."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from examples import examples
from feeds import PLACES, calls, feed_files, write_feed
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.gtfs import MergeRules, read_feed, timetable_on
from grensgeo.gtfs.merging.stations import plain_name

DAY = date(2023, 10, 17)
DB = Path(__file__).resolve().parents[1].parent / "shared/data/gtfs/db_fernverkehr_2019_region.zip"
GERMAN = {"Gronau": "Gronau (Westf)", "Muenster": "Münster Hbf", "Enschede": "Enschede Bf"}


def combine(tmp_path, dutch, german, *, dutch_numbers=None, german_numbers=None, **options):
    """Lay a Dutch and a German feed out; the German stops lie some 50 m further east."""
    one = feed_files(dutch, zone="Europe/Amsterdam", numbers=dutch_numbers)
    other = feed_files(german, prefix="de-", shift=0.0007, rename=GERMAN, numbers=german_numbers)
    for files, lines in ((one, options.pop("dutch_line", None)),
                         (other, options.pop("german_line", None))):  # fmt: skip
        if lines:
            files["routes.txt"] = files["routes.txt"].replace("RB64", lines)
    feeds = [
        read_feed(write_feed(tmp_path / "nl.zip", one)),
        read_feed(write_feed(tmp_path / "de.zip", other)),
    ]
    return timetable_on(feeds, DAY, until_h=24, **options)


def listed(timetable, kind):
    return [
        (merge.kept.partition(":")[2].split()[0], merge.dropped.partition(":")[2].split()[0])
        for merge in timetable.merges
        if merge.kind == kind
    ]


def stops_of(timetable, trip):
    (run,) = calls(timetable)[trip]
    return [(stop.partition(":")[2].removeprefix("de-"), a // 60, d // 60) for stop, a, d in run]


def test_a_duplicate_a_truncated_and_a_split_train(tmp_path):
    timetable = combine(
        tmp_path,
        {
            # whole in both feeds
            "n1": "Enschede 8:00, Glanerbrug 8:05, Gronau 8:11",
            # cut off at the border by the Dutch feed, whole in the German one
            "n2": "Enschede 9:00, Glanerbrug 9:05, Gronau 9:11",
            # the Dutch part of a train that the German feed takes up at Gronau
            "n3": "Enschede 10:00, Glanerbrug 10:05, Gronau 10:11",
            # a Dutch train of its own
            "n4": "Zwolle 9:00, Hengelo 9:48, Enschede 9:56",
        },
        {
            "d1": "Enschede 8:00, Glanerbrug 8:05, Gronau 8:11",
            "d2": "Enschede 9:00, Glanerbrug 9:05, Gronau 9:11-9:13, Muenster 10:10",
            "d3": "Gronau 10:13, Muenster 11:10",
            "d4": "Gronau 11:13, Muenster 12:10",
        },
    )
    assert sorted(timetable.trip_id) == ["d4", "n1+d1", "n2+d2", "n3+d3", "n4"]
    assert listed(timetable, "duplicate") == [("n1", "d1"), ("n2", "d2")]
    assert listed(timetable, "joined") == [("n3", "d3")]
    assert stops_of(timetable, "n2+d2") == [
        ("Enschede", 540, 540), ("Glanerbrug", 545, 545), ("Gronau", 551, 553),
        ("Muenster", 610, 610),
    ]  # fmt: skip
    # No change at Gronau: one run, with leave to stay on, get on and get off there.
    assert stops_of(timetable, "n3+d3") == [
        ("Enschede", 600, 600), ("Glanerbrug", 605, 605), ("Gronau", 611, 613),
        ("Muenster", 670, 670),
    ]  # fmt: skip
    p = next(p for p in range(timetable.n_patterns)
             if timetable.trip_id[timetable.pattern_trip_start[p]] == "n2+d2")  # fmt: skip
    rows = slice(timetable.pattern_stop_start[p], timetable.pattern_stop_start[p + 1])
    assert timetable.board_ok[rows].tolist() == [1, 1, 1, 0]
    assert timetable.alight_ok[rows].tolist() == [0, 1, 1, 1]
    # Each station once, and every merge is listed with its reason.
    assert sorted(kept for kept, _ in listed(timetable, "station")) == [
        "Enschede", "Glanerbrug", "Gronau",
    ]  # fmt: skip
    assert all(merge.reason for merge in timetable.merges)
    joined = next(merge for merge in timetable.merges if merge.kind == "joined")
    assert joined.kept == "nl:n3 (RB64)"
    assert joined.reason == "one ends at Gronau, the other goes on 120 s later"


def test_stops_of_a_station_are_linked_on_foot(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Hengelo 8:00, Enschede 8:08"},
        {"d1": "Enschede 8:20, Gronau 8:31"},
        dutch_line="Sprinter",
    )
    one = timetable.stop_ids.tolist().index("nl:Enschede")
    other = timetable.stop_ids.tolist().index("de:de-Enschede")
    assert timetable.stop_station[one] == timetable.stop_station[other]
    assert timetable.transfer_from.tolist() == sorted([one, other])
    assert timetable.transfer_to.tolist() == sorted([one, other], reverse=True)
    # 48 m by straight line, 1.3 times that on foot at 5 km/h is 45 s: the least is 60.
    assert timetable.transfer_s.tolist() == [60, 60]
    assert timetable.n_trips == 2


def test_the_tracks_end_apart_at_enschede(tmp_path):
    trains = ({"n1": "Hengelo 8:00, Enschede 8:08"}, {"d1": "Enschede 8:10, Gronau 8:21"})
    timetable = combine(tmp_path, *trains)
    assert sorted(timetable.trip_id) == ["d1", "n1"]
    assert listed(timetable, "kept_apart") == [("n1", "d1")]
    assert "tracks of the two sides end apart" in timetable.merges[-1].reason
    through = combine(tmp_path, *trains, rules=MergeRules(no_through=()))
    assert through.trip_id.tolist() == ["n1+d1"]


def test_trains_of_other_lines_are_not_joined(tmp_path):
    trains = ({"n1": "Enschede 8:00, Gronau 8:11"}, {"d1": "Gronau 8:13, Muenster 9:10"})
    apart = combine(tmp_path, *trains, dutch_line="RB51")
    assert sorted(apart.trip_id) == ["d1", "n1"]
    numbered = combine(
        tmp_path, *trains, dutch_line="Stoptrein", dutch_numbers={"n1": "20145"},
        german_numbers={"d1": "20145"},
    )  # fmt: skip
    assert numbered.trip_id.tolist() == ["n1+d1"]


@pytest.mark.parametrize(
    ("german", "joined"),
    [
        ("Gronau 8:13, Muenster 9:10", True),
        ("Gronau 8:26, Muenster 9:10", True),  # stands fifteen minutes
        ("Gronau 8:27, Muenster 9:10", False),
        ("Gronau 8:09, Muenster 9:10", True),  # two minutes of difference between feeds
        ("Gronau 8:08, Muenster 9:10", False),
        ("Gronau 8:13, Glanerbrug 8:19, Enschede 8:24", False),  # turns back
    ],
)
def test_when_a_train_goes_on(tmp_path, german, joined):
    timetable = combine(
        tmp_path, {"n1": "Enschede 8:00, Glanerbrug 8:05, Gronau 8:11"}, {"d1": german}
    )
    assert (timetable.trip_id.tolist() == ["n1+d1"]) == joined
    assert (timetable.trip_departure_s >= timetable.trip_arrival_s).all()


def test_a_train_that_could_be_either_stays_apart(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Enschede 8:00, Gronau 8:11"},
        {"d1": "Gronau 8:13, Muenster 9:10", "d2": "Gronau 8:13, Ahaus 8:30"},
    )
    assert sorted(timetable.trip_id) == ["d1", "d2", "n1"]
    assert listed(timetable, "kept_apart") == [("n1", "d1"), ("n1", "d2")]
    assert "more than one train fits as well at Gronau" in timetable.merges[-1].reason


def test_the_next_train_of_an_hourly_line_is_another(tmp_path):
    timetable = combine(
        tmp_path,
        {f"n{h}": f"Enschede {h}:00, Glanerbrug {h}:05, Gronau {h}:11" for h in range(6, 22)},
        {f"d{h}": f"Enschede {h}:00, Gronau {h}:11-{h}:13, Muenster {h + 1}:10"
         for h in range(6, 22)},
    )  # fmt: skip
    assert timetable.n_trips == 16
    assert listed(timetable, "joined") == [(f"n{h}", f"d{h}") for h in range(6, 22)]
    assert listed(timetable, "kept_apart") == []


def test_times_that_differ_somewhere_keep_trains_apart_and_say_so(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Enschede 8:00, Glanerbrug 8:05, Gronau 8:11"},
        {"d1": "Enschede 8:00, Glanerbrug 8:05, Gronau 8:21"},
    )
    assert timetable.n_trips == 2
    assert timetable.merges[-1].reason == "times at Gronau differ by 600 s, elsewhere they agree"


def test_coupled_trains_that_part_stay_two(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Enschede 8:00, Gronau 8:11, Ahaus 8:30"},
        {"d1": "Enschede 8:00, Gronau 8:11, Muenster 9:10"},
    )
    assert timetable.n_trips == 2
    assert timetable.merges[-1].reason == "they part at Gronau: two trains coupled there"


def test_a_train_cut_out_of_the_middle_is_made_whole(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Bad Bentheim 8:10, Hengelo 8:30"},
        {
            "d1": "Osnabrueck 7:30, Rheine 7:55, Bad Bentheim 8:08",
            "d2": "Hengelo 8:32, Zwolle 9:20",
        },
    )
    assert timetable.trip_id.tolist() == ["n1+d1+d2"]
    assert [stop for stop, *_ in stops_of(timetable, "n1+d1+d2")] == [
        "Osnabrueck", "Rheine", "Bad Bentheim", "Hengelo", "Zwolle",
    ]  # fmt: skip


def test_stops_that_one_feed_leaves_out(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Enschede 8:00, Gronau 8:11"},
        {"d1": "Enschede 8:01, Glanerbrug 8:05, Gronau 8:12, Ahaus 8:40"},
    )
    assert [stop for stop, *_ in stops_of(timetable, "n1+d1")] == [
        "Enschede", "Glanerbrug", "Gronau", "Ahaus",
    ]  # fmt: skip


def test_a_bus_is_no_train(tmp_path):
    one = feed_files({"n1": "Enschede 8:00, Gronau 8:11"})
    other = feed_files({"d1": "Enschede 8:00, Gronau 8:11"}, prefix="de-")
    other["routes.txt"] = other["routes.txt"].replace(",2", ",3")
    feeds = [
        read_feed(write_feed(tmp_path / "nl.zip", one)),
        read_feed(write_feed(tmp_path / "de.zip", other)),
    ]
    assert timetable_on(feeds, DAY, until_h=24).n_trips == 2


def test_one_feed_is_never_merged_with_itself(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 8:00, Gronau 8:11"})
    timetable = timetable_on(read_feed(write_feed(tmp_path / "a.zip", files)), DAY, until_h=24)
    assert timetable.n_trips == 2
    assert timetable.merges == ()


def test_trains_of_last_night_are_merged_too(tmp_path):
    timetable = combine(
        tmp_path, {"n1": "Enschede 24:10, Gronau 24:21"}, {"d1": "Enschede 0:10, Gronau 0:21"}
    )
    assert timetable.trip_id.tolist() == ["n1+d1"]


def across(tmp_path, dutch, german, *, shift=0.0, kind=2, **options):
    """Lay two feeds of one train each out: a text and line, number and operator of each.

    Gives what became of them and the code of the reason.
    """
    feeds = []
    for name, prefix, (text, line, number, operator) in (("nl", "", dutch), ("de", "de-", german)):
        files = feed_files(
            {f"{name}1": text},
            prefix=prefix,
            shift=shift if prefix else 0.0,
            numbers={f"{name}1": number},
        )
        files["routes.txt"] = files["routes.txt"].replace("RB64,2", f"{line},{kind}")
        files["agency.txt"] = files["agency.txt"].replace("Bahn", operator)
        feeds.append(read_feed(write_feed(tmp_path / f"{name}.zip", files)))
    timetable = timetable_on(feeds, DAY, until_h=24, **options)
    return {(m.kind, m.reason.code) for m in timetable.merges if m.kind != "station"}


WEST = "Enschede 8:00, Glanerbrug 8:05, Gronau 8:11"
JOINED = {("joined", "one-train.goes-on")}


@pytest.mark.parametrize(
    ("dutch", "leaves", "german", "options", "found"),
    [
        # by number, whatever else is written and however long it stands
        (("Intercity", "141", "NS"), "8:24", ("IC 141", "", "DB"), {}, JOINED),
        (("Stoptrein", "20401", "A"), "8:13", ("RB64", "RB 20401", "B"), {"shift": 0.005}, JOINED),
        (("ICE", "15", "NS"), "8:13", ("ICE 15", "", "DB"), {}, JOINED),
        (("IC", "00141", "A"), "8:13", ("EC", "141/2141", "B"), {}, JOINED),
        # numbers that differ, of one line and one operator, without any time between
        (("RB64", "20401", "A"), "8:11", ("RB64", "20403", "A"), {}, "two-trains.numbers"),
        (("IC", "141", "A"), "8:13", ("IC", "2027", "A"), {}, "two-trains.numbers"),
        (("IC 141", "", "A"), "8:13", ("IC 2027", "141-IC-2027", "A"), {}, JOINED),
        # by line and operator, by either, by neither: the weaker, the shorter the stand
        (("RB64", "", "A"), "8:26", ("RB 64", "", "a"), {}, JOINED),
        (("RB64", "", "A"), "8:16", ("RB 64", "20401", "B"), {}, JOINED),
        (("RB64", "", "A"), "8:17", ("RB 64", "20401", "B"), {}, "two-trains.stands"),
        (("Stoptrein", "", "A"), "8:16", ("RB64", "", "A"), {}, JOINED),
        (("Stoptrein", "", "A"), "8:17", ("RB64", "", "A"), {}, set()),
        (("Stoptrein", "20401", "A"), "8:11", ("RB64", "", "B"), {}, JOINED),
        (("Stoptrein", "20401", "A"), "8:12", ("RB64", "", "B"), {}, set()),
        (("Stoptrein", "20401", "A"), "8:10", ("RB64", "", "B"), {}, set()),
        (("Stoptrein", "", "A"), "8:11", ("RB64", "", "B"), {}, set()),
        (("IC", "", "A"), "8:11", ("IC", "", "B"), {}, "two-trains.unknown"),
        # of other lines, and at another platform
        (("RB51", "", "A"), "8:11", ("RB64", "", "A"), {}, set()),
        (("RB64", "", "A"), "8:13", ("RB64", "", "A"), {"shift": 0.004}, "two-trains.far"),
        (("RB64", "", "A"), "8:13", ("RB64", "", "A"), {"shift": 0.002}, JOINED),
        # numbers that are counted anew on every line
        (("RB64", "7", "A"), "8:13", ("RB64", "7", "B"), {}, JOINED),
        (("RB51", "7", "A"), "8:13", ("RB64", "7", "B"), {}, "two-trains.lines"),
        # buses and trams: by the number of the trip, of one line or operator, at one stop
        (("1", "", "A"), "8:11", ("1", "", "A"), {"kind": 3}, "two-trains.no-number"),
        (("4", "", "A"), "8:13", ("4", "", "B"), {"kind": 0}, "two-trains.no-number"),
        (("1", "1001", "A"), "8:13", ("1", "1001", "B"), {"kind": 3}, JOINED),
        (("1", "1001", "A"), "8:13", ("1", "1002", "A"), {"kind": 3}, "two-trains.numbers"),
        (("1", "1001", "A"), "8:13", ("2", "1001", "B"), {"kind": 3}, "two-trains.no-number"),
        (("1", "1001", "A"), "8:13", ("1", "1001", "B"), {"kind": 3, "shift": 0.006},
         "two-trains.far"),
        (("301", "", "A"), "8:11", ("301", "", "A"), {"kind": 700}, "two-trains.no-number"),
    ],
)  # fmt: skip
def test_what_speaks_for_one_vehicle(tmp_path, dutch, leaves, german, options, found):
    east = f"Gronau {leaves}, Muenster 9:10"
    expected = {("kept_apart", found)} if isinstance(found, str) else found
    assert across(tmp_path, (WEST, *dutch), (east, *german), **options) == expected


def test_a_train_does_not_go_back_unless_its_papers_say_so(tmp_path):
    east, back = "Gronau 8:13, Muenster 9:10", "Gronau 8:13, Hengelo 8:40"
    here = ("Glanerbrug 8:05, Gronau 8:11", "RB64", "", "A")
    assert across(tmp_path, here, (east, "RB64", "", "B")) == JOINED
    assert across(tmp_path, here, (back, "RB64", "", "B")) == {("kept_apart", "two-trains.turns")}
    assert across(tmp_path, here, (back, "RB64", "", "A")) == JOINED
    numbered = (*here[:2], "20401", "A")
    assert across(tmp_path, numbered, (back, "RB64", "20401", "B")) == JOINED


@pytest.mark.parametrize(
    ("german", "papers", "found"),
    [
        # whole in both feeds: at the same times, or within two minutes where papers agree
        (WEST, ("RB64", "", "B"), {("duplicate", "one-train.same-times")}),
        ("Glanerbrug 8:06, Gronau 8:12, Ahaus 8:30", ("RB64", "", "B"), set()),
        ("Glanerbrug 8:06, Gronau 8:12, Ahaus 8:30", ("RB64", "", "A"),
         {("joined", "one-train.same-times")}),
        ("Glanerbrug 8:06, Gronau 8:12, Ahaus 8:30", ("", "RB20401", "B"),
         {("joined", "one-train.same-times")}),
        # both know a stop between the same two, and it is another one
        ("Enschede 8:00, Ahaus 8:05, Gronau 8:11", ("RB64", "20401", "B"),
         {("kept_apart", "two-trains.calls")}),
        # coupled: two numbers on the same rails
        (WEST, ("Stoptrein", "20403", "A"), {("kept_apart", "two-trains.numbers")}),
    ],
)  # fmt: skip
def test_a_train_that_both_feeds_have(tmp_path, german, papers, found):
    assert across(tmp_path, (WEST, "Stoptrein", "20401", "A"), (german, *papers)) == found


def test_a_portion_that_could_go_on_as_either_goes_on_as_none(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Enschede 8:00, Gronau 8:11"},
        {
            "d1": "Gronau 8:13, Muenster 9:10",
            "d2": "Gronau 8:13, Ahaus 8:30",
            "d3": "Gronau 8:20, Ahaus 8:40",
        },
    )
    assert listed(timetable, "joined") == []
    assert listed(timetable, "kept_apart") == [("n1", "d1"), ("n1", "d2")]


def test_what_became_of_trains_is_counted_in_the_notes(tmp_path):
    timetable = combine(
        tmp_path,
        {"n1": "Enschede 8:00, Gronau 8:11", "n2": "Enschede 9:00, Gronau 9:11"},
        {"d1": "Gronau 8:13, Muenster 9:10", "d2": "Gronau 9:13, Muenster 10:10"},
        dutch_numbers={"n1": "20401", "n2": "20403"},
        german_numbers={"d1": "20401", "d2": "20503"},
    )
    found = {note.code: dict(note.values) for note in timetable.notes if getattr(note, "code", "")}
    assert found["across-feeds.joined"] == {
        "date": "2023-10-17", "n": 1, "one": "nl:n1 (RB64)", "other": "de:d1 (RB64)",
    }  # fmt: skip
    assert found["across-feeds.kept_apart"] == {
        "date": "2023-10-17", "n": 1, "one": "nl:n2 (RB64)", "other": "de:d2 (RB64)",
    }  # fmt: skip


def test_trains_of_different_dates_are_two(tmp_path):
    one = feed_files({"n1": WEST}, numbers={"n1": "20401"})
    other = feed_files({"d1": "Gronau 8:13, Muenster 9:10"}, numbers={"d1": "20401"})
    feeds = [
        read_feed(write_feed(tmp_path / "nl.zip", one)),
        read_feed(write_feed(tmp_path / "de.zip", other)),
    ]
    same = timetable_on(feeds, DAY, until_h=24)
    assert same.trip_id.tolist() == ["n1+d1"]
    apart = timetable_on(feeds, [DAY, date(2023, 10, 18)], until_h=24)
    assert sorted(apart.trip_id) == ["d1", "n1"]
    assert {merge.kind for merge in apart.merges} == {"station"}
    assert any("no train of one is taken for" in note for note in apart.notes)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gronau (Westf)", "Gronau, Bahnhof", True),
        ("Münster Hbf", "Munster", True),
        ("Enschede De Eschmarke", "Enschede de eschmarke", True),
        ("Enschede", "Enschede Kennispark", False),
        ("Steig 1", "Steig 2", False),
        ("Bahnhof", "Station", False),
        ("Glanerbrug", "Glanerbrücke", False),
    ],
)
def test_names(tmp_path, one, other, same):
    files = [
        feed_files({"1": "Enschede 8:00, Rheine 8:11"}, rename={"Enschede": name})
        for name in (one, other)
    ]
    feeds = [
        read_feed(write_feed(tmp_path / f"{i}.zip", content)) for i, content in enumerate(files)
    ]
    timetable = timetable_on(feeds, DAY, until_h=24)
    assert (timetable.stop_station[0] == timetable.stop_station[2]) == same


def test_a_station_of_one_name_far_away_is_another(tmp_path):
    one = feed_files({"1": "Enschede 8:00, Rheine 8:11"})
    other = feed_files({"1": "Enschede 8:00, Muenster 9:11"}, shift=0.008)  # 545 m
    feeds = [
        read_feed(write_feed(tmp_path / "nl.zip", one)),
        read_feed(write_feed(tmp_path / "de.zip", other)),
    ]
    assert timetable_on(feeds, DAY, until_h=24).merges == ()
    near = timetable_on(feeds, DAY, until_h=24, rules=MergeRules(station_m=600))
    assert "545 m apart" in near.merges[0].reason


@given(st.text(max_size=30))
def test_plain_names_are_stable(name):
    assert plain_name(plain_name(name)) == plain_name(name)


@settings(max_examples=examples(20))
@given(
    cut=st.integers(1, 5),
    overlap=st.integers(0, 2),
    late=st.integers(-2, 2),
    hours=st.sets(st.integers(5, 20), min_size=1, max_size=4),
)
def test_a_train_cut_anywhere_is_made_whole(tmp_path_factory, cut, overlap, late, hours):
    places = [name for name in PLACES if name not in {"Enschede", "Hengelo", "Zwolle"}]
    whole = {f"{h}": [f"{p} {h}:{8 * i:02d}" for i, p in enumerate(places[:7])] for h in hours}
    dutch = {f"n{h}": ", ".join(w[: cut + 1]) for h, w in whole.items()}
    german = {f"d{h}": ", ".join(w[max(cut - overlap, 0) :]) for h, w in whole.items()}
    folder = tmp_path_factory.mktemp("cut")
    other = feed_files(german, prefix="de-")
    other["stop_times.txt"] = _later(other["stop_times.txt"], late)
    feeds = [
        read_feed(write_feed(folder / "nl.zip", feed_files(dutch))),
        read_feed(write_feed(folder / "de.zip", other)),
    ]
    found = calls(timetable_on(feeds, DAY, until_h=24))
    assert len(found) == len(hours)
    for (run,) in found.values():
        assert len(run) == 7


def _later(text, minutes):
    """Move every time by a few minutes."""
    rows = text.splitlines()
    for i, row in enumerate(rows[1:], start=1):
        cells = row.split(",")
        for c in (1, 2):
            h, m, s = (int(x) for x in cells[c].split(":"))
            total = h * 60 + m + minutes
            cells[c] = f"{total // 60}:{total % 60:02d}:{s:02d}"
        rows[i] = ",".join(cells)
    return "\n".join(rows) + "\n"


@pytest.mark.shared_data
def test_a_real_feed_cut_at_the_border_is_made_whole(tmp_path):
    """Cut every train of Deutsche Bahn at Bad Bentheim, in all three ways; put it together."""
    if not DB.exists():
        pytest.skip(f"shared data are absent: {DB.name}")
    whole = read_feed(DB)
    day = date(2019, 3, 12)
    expected = calls(timetable_on(whole, day, until_h=24))
    border = whole.stops.index[whole.stops["stop_name"] == "Bad Bentheim"][0]
    dutch = set(whole.stops.index[whole.stops.index.str.startswith("84")])
    with zipfile.ZipFile(DB) as bundle:
        files = {name: bundle.read(name).decode() for name in bundle.namelist()}
    header, *rows = files["stop_times.txt"].splitlines()
    routes = {}
    for row in rows:
        routes.setdefault(row.split(",")[0], []).append(row)
    west, east, crossing = [], [], 0
    for own in routes.values():
        stops = [row.split(",")[3] for row in own]
        if not dutch & set(stops) or border not in stops:
            east += own
            continue
        crossing += 1
        way = crossing % 3
        outside = [
            row for row, stop in zip(own, stops, strict=True) if stop not in dutch | {border}
        ]
        inside = [row for row, stop in zip(own, stops, strict=True) if stop in dutch | {border}]
        middle = [row for row in own if row.split(",")[3] == border]
        west += [own, inside, inside][way]  # whole, truncated, cut
        east += [own, own, sorted(middle + outside, key=own.index)][way]
    assert crossing == 79
    feeds = []
    for name, chosen in (("nl", west), ("de", east)):
        trips = {row.split(",")[0] for row in chosen}
        head, *lines = files["trips.txt"].splitlines()
        kept = [head] + [line for line in lines if line.split(",")[2] in trips]
        content = {**files, "stop_times.txt": "\n".join([header, *chosen]) + "\n"}
        content["trips.txt"] = "\n".join(kept) + "\n"
        feeds.append(read_feed(write_feed(tmp_path / f"{name}.zip", content)))
    timetable = timetable_on(feeds, day, until_h=24)
    found = calls(timetable)
    plain = {
        trip.split("+")[0]: [[(s.partition(":")[2], a, d) for s, a, d in run] for run in runs]
        for trip, runs in found.items()
    }
    assert plain == expected
    assert sum("+" in trip for trip in found) == len(listed(timetable, "joined")) + len(
        listed(timetable, "duplicate")
    )
    assert listed(timetable, "kept_apart") == []
