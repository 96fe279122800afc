"""Reach of cells and municipalities becomes that of municipalities and NUTS3 regions."""

from types import SimpleNamespace

import pandas as pd
import pytest
from reach_tables import by_columns, by_rows
from toyregion import toy_region

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures.region_reach import (
    name_mode,
    reach_of_level,
    read_municipal_reach,
    read_reach,
)


@pytest.fixture
def region():
    """Two cells in the first municipality, one in each other."""
    toy = toy_region()
    towns = toy.municipalities
    cells = pd.DataFrame(
        {
            "region_code": ["GM0001", *towns.index],
            "population": [20_000, 60_000, *towns["population"][1:]],
        },
        index=["a", "b", "c", "d", "e", "f"],
    )
    countries = pd.concat([towns["country"], cells["region_code"].map(towns["country"])])
    return SimpleNamespace(municipalities=towns, cells=cells, countries=countries)


def reach(ids, countries, home):
    table = pd.DataFrame(
        {"id": ids, "country": countries, "cutoff_min": 30, "opportunity": "jobs"}
    )
    table["reach_nl"], table["reach_de"] = home, 100.0
    table["closed"] = [
        row.reach_nl if row.country == "NL" else row.reach_de for row in table.itertuples()
    ]
    table["open"] = table["reach_nl"] + table["reach_de"]
    table["border_effect"] = table["open"] / table["closed"] - 1
    return by_rows(table)


def test_cells_become_municipalities_by_inhabitants(region):
    cells = reach(list("abcdef"), ["NL"] * 3 + ["DE"] * 3, [400.0, 800.0, 10.0, 1.0, 2.0, 3.0])
    combined = reach_of_level(cells, region)
    towns = by_columns(combined).set_index("id")
    assert towns.loc["GM0001", "reach_nl"] == (20 * 400 + 60 * 800) / 80
    assert towns.loc["GM0001", "name"] == "Westerveld"
    regions = by_columns(reach_of_level(cells, region, level="nuts3")).set_index("id")
    assert regions.loc["NL213", "reach_nl"] == (20 * 400 + 60 * 800 + 12 * 10) / 92
    assert regions.loc["NL213", "name"] == "Twente"
    # and what is by municipality already gives the same regions
    again = reach_of_level(combined.drop(columns="name"), region, level="nuts3")
    again = by_columns(again).set_index("id")
    assert again["reach_nl"].round(9).to_dict() == regions["reach_nl"].round(9).to_dict()


def test_ids_of_elsewhere_are_told_and_lost_zeros_too(region):
    table = reach(["a", "5000001"], ["NL", "DE"], [1.0, 2.0])
    with pytest.raises(InputError, match=r"x\.csv: ids that are neither all municip.*5000001; 50"):
        reach_of_level(table, region, where="x.csv")


def test_a_file_of_cells_is_brought_to_municipalities(region, tmp_path):
    path = tmp_path / "r.csv"
    reach(["a", "b"], ["NL", "NL"], [400.0, 800.0]).to_csv(path, index=False)
    table = by_columns(read_municipal_reach(path, region))
    assert table.loc[table["id"] == "GM0001", "reach_nl"].item() == 700
    reach(["GM0001"], ["NL"], [400.0]).to_csv(path, index=False)
    assert by_columns(read_municipal_reach(path, region))["reach_nl"].tolist() == [400]


def test_a_table_with_a_column_a_country_is_read_with_a_note(region, tmp_path):
    path = tmp_path / "old.csv"
    long = reach(["a", "b"], ["NL", "NL"], [400.0, 800.0])
    by_columns(long).to_csv(path, index=False)
    with pytest.warns(GrensgeoWarning, match="has a column for each country .reach_nl, reach_de"):
        table = read_reach(path)
    pd.testing.assert_frame_equal(table, long, check_dtype=False)
    by_columns(long).drop(columns=["reach_nl", "reach_de"]).to_csv(path, index=False)
    with pytest.raises(InputError, match="no column 'to_country', 'reach'"):
        read_reach(path)


def test_the_mode_of_a_table_is_said_once():
    table = pd.DataFrame({"id": ["a"]})
    assert name_mode(table, "car", where="r")["mode"].tolist() == ["car"]
    named = table.assign(mode="walk")
    assert name_mode(named, None, where="r") is named
    with pytest.raises(InputError, match="r: is of mode walk; leave --mode out"):
        name_mode(named, "car", where="r")
    with pytest.raises(InputError, match="r: does not say its mode; give --mode"):
        name_mode(table, None, where="r")
