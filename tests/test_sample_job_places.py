"""Jobs of the sample lie where they are, as far as data allow, and every municipality keeps its own."""

import importlib
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from grensgeo.region.region import load_region

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"


@cache
def sample():
    return load_region(ROOT / "data" / "sample")


@pytest.fixture(scope="module")
def job_places():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "data" / "compile")
        return importlib.import_module("job_places")


def placed():
    """Return the municipalities whose jobs lie at places."""
    cells = sample().cell_opportunities["cell_id"]
    return set(sample().cells.loc[cells, "region_code"])


def test_every_municipality_keeps_its_jobs():
    region = sample()
    sums = region.opportunities["jobs"].groupby(region.cells["region_code"]).sum()
    table = region.opportunity_table.query("opportunity == 'jobs'").set_index("region_code")
    np.testing.assert_allclose(sums, table["count"].reindex(sums.index), rtol=1e-9)


def test_jobs_are_placed_in_overijssel_and_the_achterhoek_alone():
    region = sample()
    found = region.municipalities.loc[sorted(placed())]
    assert set(found["country"]) == {"NL"}
    assert (found["area"] == "twente").sum() == 14
    assert {"GM0294", "GM0193", "GM0150"} <= set(found.index)
    assert "05515000" not in found.index
    assert set(region.cell_opportunities["opportunity"]) == {"jobs"}


@pytest.mark.parametrize(
    ("name", "cell_id", "least", "most"),
    [
        ("harbour of Enschede", "1kmN3239E4105-GM0153", 20, 100),
        ("Twentekanaal in Hengelo", "1kmN3242E4100-GM0164", 10, 100),
        ("middle of Enschede", "1kmN3238E4108-GM0153", 2, 5),
        ("middle of Almelo", "1kmN3255E4092-GM0141", 1.3, 5),
        ("Wesselerbrink, south of Enschede", "1kmN3236E4106-GM0153", 0.1, 0.8),
    ],
)
def test_estates_and_centres_hold_more_jobs_than_people_alone_say(name, cell_id, least, most):
    region = sample()
    code, people = region.cells.loc[cell_id, ["region_code", "population"]]
    rows = region.opportunity_table.query("opportunity == 'jobs'").set_index("region_code")
    by_people = rows.loc[code, "count"] * people / region.municipalities.loc[code, "population"]
    assert least < region.opportunities["jobs"][cell_id] / by_people < most, name


def test_shares_by_hand(job_places):
    """Ten over 1, 1, 2: 2.5, 2.5 and 5, the half left goes to the first."""
    assert job_places.shares(10, np.array([1.0, 1.0, 2.0])).tolist() == [3, 2, 5]
    assert job_places.shares(0, np.array([1.0, 3.0])).tolist() == [0, 0]


def test_hectares_by_hand(job_places):
    """Two hectares, one in a cell, one beside it: the nearest cell holds both."""
    cells = np.array([shapely.box(0, 0, 100, 100), shapely.box(500, 0, 600, 100)])
    area = shapely.box(0, 0, 200, 100)
    assert job_places.hectares(area, cells).tolist() == [2.0, 0.0]
    assert job_places.hectares(shapely.Polygon(), cells).tolist() == [0.0, 0.0]


def test_a_wijk_leans_by_powers_of_two_by_hand(job_places):
    """Two wijken 10 km apart, half of the people each, 9 in 10 jobs in one: times 2 and 1/4."""
    points = gpd.GeoSeries([shapely.Point(0, 0), shapely.Point(10_000, 0)])
    wijken = gpd.GeoDataFrame({"employee_jobs_here": [900, 100]}, geometry=points.to_numpy())
    found = job_places.leaning(np.array([1.0, 1.0]), points, wijken)
    np.testing.assert_allclose(found, [2.0, 0.25], rtol=1e-6)


@pytest.mark.shared_data
@pytest.mark.skipif(not (SHARED / "jobs").is_dir(), reason="shared/data is not here")
def test_jobs_of_wijken_are_nearer_and_cannot_be_read_back():
    """Half of what inhabitants misplaced is left; a single wijk is off by a fifth at the median."""
    region = sample()
    wijken = pd.read_csv(SHARED / "jobs" / "jobs_wijk_nl.csv").query("region == 'Twente'")
    middles = gpd.GeoSeries(gpd.points_from_xy(wijken["lon"], wijken["lat"]), crs=4326).to_crs(
        28992
    )
    off = {"people": 0.0, "jobs": 0.0}
    apart = []
    for code, rows in wijken.reset_index(drop=True).groupby("statcode"):
        cells = region.cells[region.cells["region_code"] == code]
        points = gpd.points_from_xy(cells["lon"], cells["lat"], crs=4326).to_crs(28992)
        tree = shapely.STRtree(middles.to_numpy()[rows.index])
        nearest = tree.nearest(points)
        told = rows["employee_jobs_here"].to_numpy()
        for name, weight in (
            ("people", cells["population"]),
            ("jobs", region.opportunities["jobs"][cells.index]),
        ):
            share = np.bincount(nearest, weights=weight, minlength=len(rows)) / weight.sum()
            off[name] += np.abs(share * told.sum() - told).sum() / 2
        apart += np.abs(share * told.sum() / told - 1).tolist()
    total = wijken["employee_jobs_here"].sum()
    assert off["people"] / total == pytest.approx(0.37, abs=0.01)
    assert off["jobs"] / total == pytest.approx(0.12, abs=0.01)
    assert np.median(apart) > 0.15
