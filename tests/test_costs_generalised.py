"""Kilometres, costs and generalised minutes on a drawn street across a border, and their laws."""

import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

import grensgeo as gg
from grensgeo import cli
from grensgeo.costs.cost_options import ParkingCost
from grensgeo.errors import InputError

CAR = gg.Trip("car", max_min=60)
FREE = gg.PayingGroup(name="free", income="low", car="free")


def lon(x):
    return round(7.0 + x / (DEGREE_M * 0.6129), 6)


@pytest.fixture(scope="module")
def network():
    return draw(
        {"A": (0, 0), "B": (1000, 0), "C": (6000, 0)},
        [{"ends": "AB"}, {"ends": "BC", "country": "DE"}],
    )


@pytest.fixture(scope="module")
def places():
    return pd.DataFrame({"id": ["a", "c"], "lon": [lon(0), lon(6000)], "lat": 52.2})


def test_kilometres_parking_and_who_does_not_drive(network, places):
    km = gg.driven_km(network, places, places, CAR)
    assert km[0, 1] == pytest.approx(6.0, rel=0.01)
    parking = ParkingCost(
        country="DE", urbanity="1", per_stay=3.0, source="-", date="2026-01-01", since="2026-01-01"
    )
    tables = gg.CostTables.default().with_figures(parking=[parking])
    there = places.assign(urbanity=["9", "1"])
    found = gg.trip_costs(
        network, places, there, CAR, groups=["car", "no car", FREE], tables=tables
    )
    table = found.table.set_index(["group", "from_id", "to_id"]).sort_index()
    assert table.loc[("car", "a", "c"), "cost_eur"] == pytest.approx(6 * 0.16 + 3.0, rel=0.01)
    assert table.loc[("car", "c", "a"), "reason"] == "no_parking_cost"
    assert np.isnan(table.loc[("car", "c", "a"), "cost_eur"])
    assert set(table.loc["no car", "reason"]) == {"no_car"}
    assert table.loc[("free", "a", "c"), "cost_eur"] == 3.0
    with pytest.raises(InputError, match="unknown group nobody"):
        gg.trip_costs(network, places, places, CAR, groups=["nobody"])


@settings(max_examples=examples(60))
@given(
    st.lists(st.floats(0.0, 1e4, allow_subnormal=False), min_size=1, max_size=20),
    st.floats(0.5, 200.0),
)
def test_a_cost_of_nothing_gives_plain_minutes_to_the_last_digit(minutes, value):
    pair = {"from_id": "a", "to_id": [str(n) for n in range(len(minutes))]}
    times = pd.DataFrame({**pair, "travel_time_min": minutes})
    costs = pd.DataFrame({**pair, "mode": "car", "group": "g", "cost_eur": 0.0})
    group = gg.PayingGroup(name="g", income="-", value_of_time=value)
    table = gg.generalised_cost(times, costs, tables=gg.CostTables.default().at(), groups=[group])
    assert table["generalised_min"].tolist() == minutes


def test_the_command_writes_both_and_a_file_of_ones_own_takes_the_place(
    network, places, tmp_path, capsys
):
    network.save(tmp_path / "net")
    places.to_csv(tmp_path / "places.csv", index=False)
    own = tmp_path / "costs.toml"
    own.write_text(
        '[[kilometres]]\nvehicle = "fossil"\nper_km = 1.0\nsource = "me"\n'
        'date = "2026-01-01"\nsince = "2020-01-01"\n',
        encoding="utf-8",
    )
    out = tmp_path / "costs.csv"
    asked = ["costs", str(tmp_path / "net"), "--origins", str(tmp_path / "places.csv"), "--mode",
             "car", "--groups", "car", "--costs", str(own), "-o", str(out)]  # fmt: skip
    assert cli.main(asked) == 0
    table = pd.read_csv(out).set_index(["from_id", "to_id"])
    row = table.loc[("a", "c")]
    assert row["cost_eur"] == pytest.approx(6.0, rel=0.01)
    assert row["generalised_min"] == pytest.approx(row["time_min"] + 6 * row["cost_eur"])
    whose = gg.impedance(table.reset_index(), group="car", mode="car")
    assert gg.cumulative(whose, pd.Series({"a": 1, "c": 10}), cutoff_min=5).to_dict() == {
        "a": 1.0,
        "c": 10.0,
    }
    own.write_text('[[kilometres]]\nvehicle = "horse"\nper_km = -1\n', encoding="utf-8")
    assert cli.main(asked) == 2
    assert "horse" in capsys.readouterr().err
