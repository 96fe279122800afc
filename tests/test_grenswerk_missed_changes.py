"""Trips with a change at a stop between two villages, and what it costs to miss it."""

import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from feeds import AGENCY, DAILY, write_feed

from grensgeo.errors import InputError
from grensgeo.grenswerk.asked_days import AskedDays
from grensgeo.grenswerk.missed_changes import missed_changes
from grensgeo.grenswerk.possible_days import possible_days
from grensgeo.gtfs import read_feed
from grensgeo.network import with_feeds
from grensgeo.traveltimes import Trip

K = np.cos(np.radians(52.2))
STREETS = draw(
    {"A": (0, 0), "B": (1000, 0), "M": (10_000, 0), "C": (20_000, 0), "D": (21_000, 0)},
    [{"ends": "AB"}, {"ends": "BM"}, {"ends": "MC"}, {"ends": "CD"}],
)
STOPS = {"W": 1000, "M": 10_000, "E": 20_000}
RUNS = ["W 7:20 M 7:30", "M 7:35 E 7:50", "M 8:05 E 8:20", "E 17:20 M 17:30", "M 17:35 W 17:45"]
TRIP = Trip("transit", max_min=90)


def place(name, x):
    return pd.DataFrame({"id": [name], "lon": 7.0 + x / (DEGREE_M * K), "lat": 52.2})


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return drawn(tmp_path_factory, RUNS)


def drawn(tmp_path_factory, runs):
    """Build a network on which these trains run."""
    calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    trips = ["route_id,service_id,trip_id"]
    for n, run in enumerate(runs):
        start, leaves, end, arrives = run.split()
        trips.append(f"R{n},D,t{n}")
        calls += [f"t{n},{leaves}:00,{leaves}:00,{start},1",
                  f"t{n},{arrives}:00,{arrives}:00,{end},2"]  # fmt: skip
    rows = [f"{s},Stop {s},{7.0 + x / (DEGREE_M * K)},52.2" for s, x in STOPS.items()]
    routes = [f"R{n},A,L{n},2" for n in range(len(runs))]
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Amsterdam"),
        "routes.txt": "\n".join(["route_id,agency_id,route_short_name,route_type", *routes])
        + "\n",
        "stops.txt": "\n".join(["stop_id,stop_name,stop_lon,stop_lat", *rows]) + "\n",
        "trips.txt": "\n".join(trips) + "\n",
        "stop_times.txt": "\n".join(calls) + "\n",
        "calendar.txt": DAILY,
    }
    path = write_feed(tmp_path_factory.mktemp("f") / "f.zip", files)
    return with_feeds(STREETS, [read_feed(path)])


@pytest.mark.parametrize(("start", "possible"), [("08:15", False), ("08:35", True)])
def test_the_next_train_after_a_missed_one(network, start, possible):
    ends = place("home", 50), place("work", 20_950)
    table = missed_changes(network, *ends, TRIP, day="2023-10-17", start=start)
    there, home = table.to_dict("records")
    # 11.4 min from E: at 8:01.4, and half an hour later by the next train
    assert (there["way"], there["stop"], there["line"]) == ("there", "Stop M", "L1")
    assert (there["planned"], there["missed"]) == ("08:01", "08:31")
    assert there["later_min"] == 30
    assert there["still_possible"] is possible
    # home there is one train alone: who misses it does not come home that day
    assert (home["way"], home["line"], home["planned"]) == ("home", "L4", "17:56")
    assert pd.isna(home["missed"])
    assert not home["still_possible"]


@pytest.mark.parametrize(("start", "despite"), [("08:15", 0), ("08:35", 5)])
def test_a_year_counts_the_days_on_which_a_missed_change_leaves_one_in_time(
    network, start, despite
):
    ends = (
        place("home", 50).assign(country="NL", part="Noord"),
        pd.concat([place("work", 20_950), place("mid", 10_100)], ignore_index=True).assign(
            country="NL", part="Noord"
        ),
    )
    asked = AskedDays("2023-10-16", "2023-10-20", start=start, end="17:00", off=())
    trips = {"rail": TRIP, "foot": Trip("walk", max_min=30)}
    table = possible_days(network, *ends, asked, trips=trips, missed_changes=True)
    table = table.set_index(["to_id", "mode"])
    columns = ["days_possible", "days_despite_missed", "missed_later_min"]
    for mode in ("rail", "any"):
        assert table.loc[("work", mode), columns].tolist() == [5, despite, 30]
    # nothing is changed on the way to the middle: nothing to miss, and no minutes for it
    middle = table.loc[("mid", "rail")]
    assert middle["days_despite_missed"] == middle["days_possible"] == 5
    assert pd.isna(middle["missed_later_min"])
    assert table.loc[("work", "foot"), "days_despite_missed"] == 0
    plain = possible_days(network, *ends, asked, trips=trips).set_index(["to_id", "mode"])
    pd.testing.assert_frame_equal(plain, table[plain.columns])
    assert not {"days_despite_missed", "missed_later_min", "days_home_despite_missed",
                "missed_home_later_min"} & set(plain.columns)  # fmt: skip


@pytest.mark.parametrize(
    ("runs", "home", "later"),
    [
        # home at 17:56 by the one train; who misses it at Stop M does not come home that day
        (RUNS, 0, None),
        # half an hour later there is one: home at 18:26, within 90 minutes of the end
        ([*RUNS, "M 18:05 W 18:15"], 5, 30),
        # home at 18:31 is not
        ([*RUNS, "M 18:10 W 18:20"], 0, 35),
    ],
)
def test_a_year_counts_the_days_on_which_one_is_home_although_a_change_is_missed(
    tmp_path_factory, runs, home, later
):
    ends = [place(name, x).assign(country="NL", part="Noord")
            for name, x in (("home", 50), ("work", 20_950))]  # fmt: skip
    asked = AskedDays("2023-10-16", "2023-10-20", start="08:35", end="17:00", off=())
    table = possible_days(
        drawn(tmp_path_factory, runs), *ends, asked, trips={"rail": TRIP}, missed_changes=True
    )
    for row in table.to_dict("records"):  # rail, and whichever serves
        assert (row["days_possible"], row["days_despite_missed"]) == (5, 5)
        assert row["days_home_despite_missed"] == home
        minutes = row["missed_home_later_min"]
        assert pd.isna(minutes) if later is None else minutes == later


def test_nothing_to_change_is_no_row(network):
    ends = place("home", 50), place("mid", 10_100)
    table = missed_changes(network, *ends, TRIP, day="2023-10-17", end="09:00")
    assert table.empty
    with pytest.raises(InputError, match="mode 'transit'"):
        missed_changes(network, *ends, Trip("walk", max_min=30), day="2023-10-17")
