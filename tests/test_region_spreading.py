import math
from pathlib import Path
from types import SimpleNamespace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.region.spreading import spread

ROOT = Path(__file__).resolve().parents[1]
BOUNDARIES = ROOT.parent / "shared" / "data" / "boundaries"
NAN = np.nan
X, Y = 4_100_000, 3_200_000


def cells(people=(700, 300, 50, 0), codes=("A", "A", "B", "B")):
    n = len(people)
    squares = [shapely.box(X + 1000 * k, Y, X + 1000 * (k + 1), Y + 1000) for k in range(n)]
    return gpd.GeoDataFrame(
        {
            "cell_id": [f"c{k}" for k in range(n)],
            "region_code": list(codes),
            "population": list(people),
        },
        geometry=squares,
        crs=3035,
    )


JOBS = pd.Series({"A": 50.0, "B": 8.0}, name="jobs")


def test_by_population_by_area_and_by_weights_of_ones_own():
    found = spread(JOBS, cells())
    assert found.to_dict() == {"c0": 35.0, "c1": 15.0, "c2": 8.0, "c3": 0.0}
    assert (found.name, found.index.name) == ("jobs", "cell_id")
    by_area = spread(JOBS, SimpleNamespace(cells=cells()), by="area")
    assert by_area.to_dict() == pytest.approx({"c0": 25.0, "c1": 25.0, "c2": 4.0, "c3": 4.0})
    own = pd.Series({"c3": 3, "c2": 1, "c1": 0, "c0": 2, "elsewhere": 9})
    assert spread(JOBS, cells(), by=own).tolist() == [50.0, 0.0, 2.0, 6.0]


def test_whole_numbers():
    assert spread(pd.Series({"A": 11, "B": 1}), cells((1, 1, 1, 0)), whole=True).tolist() == [
        6, 5, 1, 0,
    ]  # fmt: skip
    with pytest.raises(InputError, match="not whole cannot be shared out in whole numbers"):
        spread(JOBS + 0.5, cells(), whole=True)
    with pytest.raises(InputError, match="leave whole=True out"):
        spread(JOBS.to_frame("count").assign(upper=99), cells(), whole=True)


def test_bounds_are_spread_alike_and_missing_stays_missing():
    facts = pd.DataFrame(
        {
            "region_code": ["A", "B"],
            "count": [10.0, NAN],
            "lower": [10.0, 1.0],
            "upper": [10.0, 2.0],
            "marker": ["", "."],
        }
    )
    found = spread(facts, cells())
    assert list(found.columns) == ["count", "lower", "upper"]
    assert found.loc["c2"].tolist()[1:] == [1.0, 2.0]
    assert found["count"].isna().tolist() == [False, False, True, True]
    with pytest.warns(GrensgeoWarning, match=r"nothing is told of B; their cells are missing"):
        assert spread(JOBS[["A"]], cells()).isna().tolist() == [False, False, True, True]


def test_points_count_in_the_cell_that_holds_them():
    places = gpd.GeoDataFrame(
        {"weight": [1.0, 3.0, 2.0, 5.0]},
        geometry=gpd.points_from_xy(
            [X + 100, X + 1500, X + 2000, X + 3900], [Y + 100, Y + 100, Y + 500, Y + 999]
        ),
        crs=3035,
    )
    # the third stands on the line between A and B and counts once, in the earlier cell
    found = spread(pd.Series({"A": 12.0, "B": 1.0}), cells(), by=places.to_crs(4326))
    assert found.tolist() == pytest.approx([2.0, 10.0, 0.0, 1.0])
    plain = spread(pd.Series({"A": 12.0, "B": 1.0}), cells(), by=places[["geometry"]])
    assert plain.tolist() == [4.0, 8.0, 0.0, 1.0]


def test_points_outside_all_cells_are_told_of_or_counted_nearby():
    places = gpd.GeoDataFrame(
        geometry=gpd.points_from_xy(
            [X + 100, X + 1500, X + 2500, X + 2500], [Y + 100] * 3 + [Y - 300]
        ),
        crs=3035,
    )
    with pytest.warns(GrensgeoWarning, match=r"1 of 4 lie in no cell \(25.0% of the weight\)"):
        assert spread(JOBS, cells(), by=places).tolist() == [25.0, 25.0, 8.0, 0.0]
    found = spread(pd.Series({"A": 0, "B": 3}), cells(), by=places, within_m=500)
    assert found.tolist() == [0, 0, 3, 0]
    with pytest.raises(InputError, match="without a CRS"):
        spread(JOBS, cells(), by=gpd.GeoDataFrame(geometry=places.geometry.to_numpy()))
    with pytest.raises(InputError, match="a negative one, in rows 3"):
        spread(JOBS, cells(), by=places.assign(weight=[1, 2, 0, -1]))
    with pytest.raises(InputError, match="no weight, or a negative one, in rows 1, 3"):
        spread(JOBS, cells(), by=places.assign(weight=["1", "x", "0", None]))
    places.loc[2, "geometry"] = shapely.Point(NAN, Y)
    with pytest.raises(InputError, match=r"points: .*leave these points out|not all points"):
        spread(JOBS, cells(), by=places)


def test_a_municipality_without_any_weight_is_told_with_the_remedy():
    nobody = pd.Series({"c0": 1.0, "c1": 1.0, "c2": 0.0, "c3": 0.0})
    with pytest.raises(InputError, match=r"weights is 0 throughout B: .* otherwise='area'"):
        spread(JOBS, cells(), by=nobody)
    with pytest.warns(GrensgeoWarning, match="0 throughout B; these municipalities are spread by"):
        assert spread(JOBS, cells(), by=nobody, otherwise="population").tolist() == [25, 25, 8, 0]
    # what is not known is not zero, and nothing is needed where there is nothing to spread
    unknown = nobody.replace(0.0, NAN)
    with pytest.raises(InputError, match="weights does not tell of all of B"):
        spread(JOBS, cells(), by=unknown)
    assert spread(JOBS * [1, 0], cells(), by=unknown).tolist() == [25, 25, 0, 0]
    with pytest.warns(GrensgeoWarning, match="does not tell of all of B"):
        spread(JOBS, cells(), by=unknown, otherwise="area")
    with pytest.raises(InputError, match="population is 0 in B too: use area"):
        spread(JOBS, cells((1, 1, 0, 0)), by=nobody, otherwise="population")
    with pytest.raises(InputError, match="otherwise: 'jobs'; choose population or area"):
        spread(JOBS, cells(), otherwise="jobs")


def test_faults_are_named():
    with pytest.raises(InputError, match=r"no cell lies in C, so nothing there can hold"):
        spread(pd.Series({"A": 1, "B": 1, "C": 3}), cells())
    assert len(spread(pd.Series({"A": 1, "B": 1, "C": 0}), cells())) == 4
    bad = pd.DataFrame({"count": [3.0, -1.0], "upper": [2.0, 5.0]}, index=["A", "B"])
    with pytest.raises(InputError, match=r"negative.* at B; count above upper at A"):
        spread(bad, cells())
    with pytest.raises(InputError, match="not text: 1"):
        spread(pd.Series({1: 2}), cells())
    with pytest.raises(InputError, match="duplicate regions A"):
        spread(pd.Series([1, 2], index=["A", "A"]), cells())
    with pytest.raises(InputError, match="none of the columns count, lower, upper"):
        spread(pd.DataFrame({"jobs": [1]}, index=["A"]), cells())
    with pytest.raises(InputError, match="columns region_code are missing"):
        spread(JOBS, cells().drop(columns="region_code"))
    with pytest.raises(InputError, match="ids that come twice: c0"):
        spread(JOBS, pd.concat([cells(), cells().iloc[:1]]))
    with pytest.raises(InputError, match="no column population"):
        spread(JOBS, cells().drop(columns="population"))
    with pytest.raises(InputError, match=r"negative or infinite weights at c0 \(-1\)"):
        spread(JOBS, cells((-1, 2, 3, 4)))
    with pytest.raises(InputError, match="no outlines with a CRS"):
        spread(JOBS, pd.DataFrame(cells().drop(columns="geometry")), by="area")
    with pytest.raises(InputError, match="by: list is not known"):
        spread(JOBS, cells(), by=[1, 2])
    with pytest.raises(
        InputError, match="by: 'people' is neither population nor area nor the name"
    ):
        spread(JOBS, cells(), by="people")
    with pytest.raises(InputError, match="by: duplicate cells c0"):
        spread(JOBS, cells(), by=pd.Series([1, 2], index=["c0", "c0"]))


@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.floats(0.001, 1e5)), min_size=3, max_size=30),
    st.lists(st.one_of(st.just(0.0), st.floats(1e-6, 1e7)), min_size=3, max_size=3),
)
def test_totals_are_kept_exactly(rows, totals):
    rows = [*zip("ABC", [1.0, 2.0, 3.0], strict=True), *rows]
    table = pd.DataFrame(rows, columns=["region_code", "population"])
    table["cell_id"] = [f"c{k}" for k in range(len(table))]
    counts = pd.Series(totals, index=list("ABC"))
    facts = pd.DataFrame({"count": counts, "lower": counts * 0.5, "upper": counts * 2})
    found = spread(facts, table)
    for code in "ABC":
        here = found[(table["region_code"] == code).to_numpy()]
        assert math.fsum(here["count"]) == counts[code]
        assert math.fsum(here["lower"]) == facts.loc[code, "lower"]
    assert (found["lower"] <= found["count"]).all()
    assert (found["count"] <= found["upper"]).all()
    counted = spread(counts.round(), table, whole=True)
    sums = counted.groupby(table["region_code"].to_numpy()).sum()
    assert sums.tolist() == counts.round().tolist()


@pytest.fixture(scope="module")
def region():
    return gg.load_region(ROOT / "data" / "sample")


def test_the_sample_shares_its_opportunities_out_alike(region):
    table = region.opportunity_table
    jobs = table[table["opportunity"] == "jobs"].set_index("region_code")["count"]
    # but for what stands at places
    homes = region.cells["region_code"]
    free = ~homes.isin(homes[region.cell_opportunities["cell_id"]])
    pd.testing.assert_series_equal(
        gg.region.spread(jobs, region)[free],
        region.opportunities["jobs"][free],
        check_names=False,
    )


@pytest.mark.shared_data
@pytest.mark.long
def test_rasters_of_people_place_jobs_much_as_the_cells_do(region):
    if not BOUNDARIES.is_dir():
        pytest.skip("shared/data/boundaries is not here")
    people = region.municipalities["population"]
    # WorldPop leaves out what is empty; pixels of 5 arc minutes hold some 50 cells each, so it
    # shows the pattern between the ends of a municipality and nothing finer
    worldpop = gg.RasterWeights(BOUNDARIES / "worldpop_2020_5arcmin.tif", nodata=0)
    twente = region.select(area=("twente", "muensterland"))
    coarse = gg.region.spread(people[twente.municipalities.index], twente, by=worldpop)
    assert (
        coarse.groupby(twente.cells["region_code"])
        .apply(math.fsum)
        .equals(people[twente.municipalities.index].sort_index().astype(float))
    )
    assert coarse.corr(twente.cells["population"].astype(float)) == pytest.approx(0.54, abs=0.02)
    # the census grid is what the German cells were made of: -1 is nobody, or too few to tell
    census = gg.RasterWeights(BOUNDARIES / "de_zensus2011_einwohner_1km.tif", recode={-1: 0})
    german = region.select(area="muensterland")
    fine = gg.region.spread(people[german.municipalities.index], german, by=census, whole=True)
    assert fine.corr(german.cells["population"].astype(float)) > 0.99
    dutch = region.select(area="twente")
    with pytest.raises(InputError, match=r"1km.tif (does not tell of all|is 0 throughout|tells)"):
        gg.region.spread(people[dutch.municipalities.index], dutch, by=census)
