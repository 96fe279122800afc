"""Vaals, Aachen and Kelmis, three countries: from the region's file to reach and the atlas.

People and jobs are made up; streets and outlines are real. The extract has little of the Netherlands
and of Belgium, which are joined to Germany by one street and by paths in the woods: one walks.
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

import grensgeo as gg
from grensgeo.cli import main

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
EXTRACT = SHARED / "data" / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"
OUTLINES = SHARED / "cases" / "data" / "files"

pytestmark = [
    pytest.mark.long,
    pytest.mark.shared_data,
    pytest.mark.skipif(
        not (EXTRACT.exists() and OUTLINES.exists()),
        reason="the extract of Aachen or outlines of municipalities are not here",
    ),
]

REGION = """\
boundaries = [{ file = "towns.geojson" }]
population = [{ file = "people.csv" }]
opportunities = [{ id = "jobs", file = "jobs.csv" }]
[region]
id = "vaals-aachen-kelmis"
countries = ["NL", "DE", "BE"]
year = 2021
[[areas]]
id = "all"
codes = ["GM0981", "05334002", "BE_63040"]
[cells]
size_m = 250
"""
MADE_UP = {"GM0981": (9_000, 2_000), "05334002": (240_000, 130_000), "BE_63040": (11_000, 3_000)}


def towns():
    """Give what the extract holds of the three; what is neither Dutch nor German is Belgian."""
    network = gg.build_network(EXTRACT)
    xy = network.streets.coords
    west, south, east, north = (*xy.min(axis=0), *xy.max(axis=0))
    box = shapely.box(west, south, east, north)
    dutch = gpd.read_file(OUTLINES / "nl_gemeenten.geojson").to_crs(4326)
    german = gpd.read_file(OUTLINES / "de_nrw_gem.geojson").to_crs(4326)
    rest = box.difference(shapely.union_all([*dutch.geometry, *german.geometry]).buffer(0.0005))
    belgian = max(shapely.get_parts(rest), key=lambda part: part.area).buffer(0.0005)
    shapes = {
        "GM0981": dutch.geometry[dutch["statcode"] == "GM0981"].iloc[0],
        "05334002": german.geometry[german["ags"] == "05334002"].iloc[0],
        "BE_63040": belgian,
    }
    return gpd.GeoDataFrame(
        {"region_code": list(shapes), "name": ["Vaals", "Aachen", "Kelmis"],
         "country": ["NL", "DE", "BE"]},
        geometry=[shape.intersection(box) for shape in shapes.values()], crs=4326,
    )  # fmt: skip


def test_reach_of_three_countries_is_that_of_a_second_computation(tmp_path):
    towns().to_file(tmp_path / "towns.geojson")
    for name, place in (("people", 0), ("jobs", 1)):
        figures = {"code": list(MADE_UP), "count": [both[place] for both in MADE_UP.values()]}
        pd.DataFrame(figures).to_csv(tmp_path / f"{name}.csv", index=False)
    (tmp_path / "region.toml").write_text(REGION, encoding="utf-8")
    folder, network = tmp_path / "region", tmp_path / "region" / "network"
    commands = [
        ["region", str(tmp_path / "region.toml"), "-o", str(folder), "--study"],
        ["build", str(EXTRACT), "--boundaries", str(folder), "-o", str(network)],
        ["run", str(folder / "study.toml"), "-o", str(tmp_path / "maps")],
    ]
    for command in commands:
        assert main(command) == 0
    region = gg.load_region(folder)
    assert region.municipalities["population"].to_dict() == {
        code: people for code, (people, _) in MADE_UP.items()
    }
    # the three meet a little west of the extract
    land = region.country_areas().set_index("country").geometry
    for country in ("NL", "BE"):
        common = land["DE"].boundary.intersection(land[country].boundary)
        assert shapely.distance(region.border.union_all(), common) == 0
        assert common.length > 0.004
    table = pd.read_parquet(tmp_path / "maps" / "tables" / "reach_cells.parquet")
    check_reach(table, region, gg.load_network(network))
    page = (tmp_path / "maps" / "atlas.html").read_text(encoding="utf-8")
    assert "Kelmis" in page
    feed = pd.read_csv(tmp_path / "maps" / "monitor" / "observations.csv", dtype=str)
    assert len(feed)


def check_reach(table, region, network):
    """Hold reach on foot within 45 minutes against a matrix added up by country by hand."""
    trip = gg.Trip("walk", max_min=60)
    times = gg.travel_times(network, region.cells, region.cells, trip).to_frame()
    jobs = region.opportunities["jobs"]
    within = times[times["travel_time_min"] <= 45]
    worked = (
        within.assign(
            count=within["to_id"].map(jobs), country=within["to_id"].map(region.cells["country"])
        )
        .pivot_table(index="from_id", columns="country", values="count", aggfunc="sum")
        .fillna(0.0)
    )
    mine = table[(table["mode"] == "walk") & (table["cutoff_min"] == 45)]
    found = mine.pivot_table(index="id", columns="to_country", values="reach", aggfunc="sum")
    found = found.reindex(worked.index)
    for country in ("NL", "DE", "BE"):
        np.testing.assert_allclose(found[country], worked[country], rtol=1e-6, err_msg=country)
    assert (worked > 0).all(axis=1).any()
    assert (found.reindex(columns=["NL", "DE", "BE"]) > 0).all(axis=1).any()
