"""Observed speeds of cars: read, checked, laid over the table, kept in the folder."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from drawing import draw

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.network import SpeedChange, build_network, load_network
from grensgeo.network.observed import check_observed_speeds, read_observed_speeds

POA = Path(__file__).resolve().parents[1].parent / "shared/data/benchmark/porto_alegre_r5r"


def network():
    """Ways 10 (two edges), 11 and 12 (closed to cars), each edge a kilometre at 40 km/h: 90 s."""
    road = {"highway": "secondary", "length_m": 1000.0}
    return draw(
        {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "D": (3000, 0), "E": (3000, 900)},
        [
            {"ends": "AB", "way_id": 10, **road},
            {"ends": "BC", "way_id": 10, **road},
            {"ends": "CD", "way_id": 11, **road},
            {"ends": "DE", "way_id": 12, "highway": "cycleway", "forward": 14, "backward": 14},
        ],
    )


def kmh(observed, **options):
    ahead, back = observed.durations_s("car", **options)
    return (3600 / ahead[:3]).round(3).tolist(), (3600 / back[:3]).round(3).tolist()


def table(**columns):
    return pd.DataFrame(columns)


def test_a_speed_holds_on_every_edge_of_its_way_and_both_directions():
    after = network().with_observed_speeds(table(way_id=[10], speed_kmh=[25]))
    assert kmh(after) == ([25, 25, 40], [25, 25, 40])
    assert "1 ways from a table of speeds" in after.provenance.notes[-1]
    assert kmh(network()) == ([40, 40, 40], [40, 40, 40])


def test_a_direction_goes_along_the_way():
    rows = table(
        way_id=[10, 10, 11], speed_kmh=[20, 30, 50], direction=["forward", "backward", "both"]
    )
    assert kmh(network().with_observed_speeds(rows)) == ([20, 20, 50], [30, 30, 50])
    one = table(way_id=[10], speed_kmh=[20], direction=["backward"])
    assert kmh(network().with_observed_speeds(one)) == ([40, 40, 40], [20, 20, 40])


def test_a_factor_is_one_of_the_free_flow_speed():
    after = network().with_observed_speeds(table(way_id=[11], factor=[0.5]))
    assert kmh(after) == ([40, 40, 20], [40, 40, 20])
    assert kmh(after, period="morning_peak")[0] == [28.8, 28.8, 20]


def test_the_form_of_r5r():
    rows = table(osm_id=[10, 11], max_speed=[0.5, 33], speed_type=["scale", "km/h"])
    assert kmh(network().with_observed_speeds(rows))[0] == [20, 20, 33]


def test_it_holds_at_every_period_and_for_cars_alone():
    after = network().with_observed_speeds(table(way_id=[10], speed_kmh=[25]))
    assert kmh(after, period="evening_peak")[0] == [25, 25, 28.4]
    for mode in ("bicycle", "walk"):
        np.testing.assert_array_equal(after.durations_s(mode), network().durations_s(mode))


def test_what_was_laid_over_before_stays():
    first = network().with_observed_speeds(table(way_id=[10, 11], speed_kmh=[25, 26]))
    again = first.with_observed_speeds(table(way_id=[11], speed_kmh=[31]), name="June")
    assert kmh(again)[0] == [25, 25, 31]
    assert "June" in again.provenance.notes[-1]


def test_a_scenario_changes_observed_speeds():
    from dataclasses import replace

    after = network().with_observed_speeds(table(way_id=[10], speed_kmh=[25]))
    change = SpeedChange(np.array([np.nan, 36.0, np.nan, np.nan]), np.array([2.0, 1.0, 1.0, 1.0]))
    assert kmh(replace(after, speed_changes={"car": change}))[0] == [50, 36, 40]


def test_a_ferry_keeps_its_duration():
    ferry = draw(
        {"A": (0, 0), "B": (900, 0)},
        [{"ends": "AB", "highway": "ferry", "fixed_duration_s": 300.0, "way_id": 4}],
    )
    after = ferry.with_observed_speeds(table(way_id=[4], speed_kmh=[25]))
    assert after.durations_s("car")[0][0] == 300


def test_ways_that_nobody_drives_on_are_counted_and_named():
    with pytest.warns(
        GrensgeoWarning,
        match=r"2 of 4 ways are not in the network \(7, 8\); cars may not go on 1 of 4 ways \(12\)",
    ):
        after = network().with_observed_speeds(
            table(way_id=[7, 8, 10, 12], speed_kmh=[20, 20, 20, 20])
        )
    assert kmh(after)[0] == [20, 20, 40]
    with pytest.raises(InputError, match=r"none of its 2 ways is a street for cars .*\(7, 12\)"):
        network().with_observed_speeds(table(way_id=[7, 12], speed_kmh=[20, 20]))


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"way_id": [1, 2, 3], "speed_kmh": [30, 0, -4]}, r"speed_kmh not above 0.*rows 2, 3"),
        ({"way_id": [1, 2], "speed_kmh": [np.nan, 30]}, "rows 1"),
        ({"way_id": [1], "speed_kmh": [np.inf]}, "at most 250"),
        ({"way_id": [1], "speed_kmh": ["fast"]}, "rows 1"),
        ({"way_id": [1], "factor": [3]}, "factor not above 0 and at most 2"),
        ({"way_id": [1.5, 2], "speed_kmh": [3, 3]}, "way_id that is no whole number in rows 1"),
        ({"way_id": ["w1"], "speed_kmh": [3]}, "way_id that is no whole number"),
        ({"way_id": [1e300], "speed_kmh": [3]}, "way_id that is no whole number"),
        ({"way_id": [1], "speed_kmh": [3], "direction": ["up"]}, "direction in rows 1"),
        ({"way_id": [1, 1], "speed_kmh": [3, 4]}, "given twice: 1"),
        (
            {"way_id": [1, 1], "speed_kmh": [3, 4], "direction": ["both", "forward"]},
            "given twice: 1",
        ),
        ({"way_id": [1], "speed_kmh": [3.0], "factor": [0.5]}, "not one of speed_kmh and factor"),
        ({"way_id": [1], "speed_kmh": [None], "factor": [None]}, "not one of"),
        ({"way": [1], "speed_kmh": [3]}, "needs the columns way_id and speed_kmh"),
        ({"way_id": [1]}, "needs the columns"),
        ({"way_id": [], "speed_kmh": []}, "holds no rows"),
        ({"osm_id": [1], "max_speed": [3], "speed_type": ["mph"]}, "speed_type mph"),
    ],
)
def test_faults_are_named(columns, message):
    with pytest.raises(InputError, match=message):
        check_observed_speeds(pd.DataFrame(columns))


def test_files(tmp_path):
    rows = table(way_id=[10], speed_kmh=[25], direction=["both"])
    rows.to_csv(tmp_path / "s.csv", index=False)
    rows.to_parquet(tmp_path / "s.parquet")
    for name in ("s.csv", "s.parquet"):
        after = network().with_observed_speeds(tmp_path / name)
        assert kmh(after)[0] == [25, 25, 40]
        assert name in after.provenance.notes[-1]
    with pytest.raises(FileError, match="no such file"):
        read_observed_speeds(tmp_path / "none.csv")
    (tmp_path / "t.parquet").write_text("no")
    with pytest.raises(FileError, match="cannot be read as parquet"):
        read_observed_speeds(tmp_path / "t.parquet")
    (tmp_path / "s.docx").write_text("no")
    with pytest.raises(InputError, match=r"ends in \.parquet or"):
        read_observed_speeds(tmp_path / "s.docx")


def test_they_are_kept_in_the_folder(tmp_path):
    after = network().with_observed_speeds(table(way_id=[10, 11], speed_kmh=[25, 26]))
    after.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    np.testing.assert_array_equal(again.durations_s("car"), after.durations_s("car"))
    network().save(tmp_path / "n")
    assert load_network(tmp_path / "n").observed_speeds is None


@pytest.mark.shared_data
@pytest.mark.long
def test_the_congestion_of_porto_alegre():
    if not POA.exists():
        pytest.skip("shared/data is not there")
    before = build_network(POA / "poa_osm.pbf")
    with pytest.warns(GrensgeoWarning, match=r"cars may not go on 1 of 61 ways \(485578702\)"):
        after = before.with_observed_speeds(POA / "poa_osm_congestion.csv")
    then, now = (np.concatenate(n.durations_s("car")) for n in (before, after))
    ids = pd.read_csv(POA / "poa_osm_congestion.csv")["osm_id"]
    meant = np.tile(np.isin(before.streets.way_id, ids), 2)
    np.testing.assert_allclose(now[meant], 2 * then[meant])  # half the speed
    np.testing.assert_array_equal(now[~meant], then[~meant])
