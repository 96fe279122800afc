from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from grensgeo.region.region import load_region
from grensgeo.region.region_builder import build_region
from grensgeo.spec import read_region_file

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "sample"
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def region():
    return load_region(SAMPLE)


def test_the_80_municipalities_and_the_ring(region):
    counts = region.municipalities["area"].value_counts()
    squares = region.municipalities["kind"] == "square"
    assert (squares == region.municipalities["region_code"].str.startswith("Q")).all()
    assert counts.to_dict() == {"ring": 224 + squares.sum(), "muensterland": 66, "twente": 14}
    assert squares.sum() == 81
    assert region.municipalities.loc[squares, "area"].eq("ring").all()
    assert (region.municipalities["area"] != "ring").sum() == 80
    assert region.municipalities.loc["GM0153", "nuts3"] == "NL213"
    assert region.municipalities.loc["05554020", "nuts3"] == "DEA34"
    assert region.municipalities.loc["GM0294", "nuts3"] == "NL225"
    assert region.municipalities.loc[~squares, "nuts3"].nunique() == 25


def test_inhabitants_to_the_person(region):
    people = region.municipalities.groupby("area")["population"].sum()
    assert people["twente"] == 631_655
    assert people["muensterland"] == 1_624_042
    cells = region.cells.groupby("region_code")["population"].sum()
    assert (cells == region.municipalities["population"]).all()


def test_coverage_without_overlap_or_gap_along_the_border(region):
    areas = region.municipalities.geometry.to_numpy()
    assert shapely.coverage_is_valid(areas)
    sides = region.country_areas().geometry
    assert sides[0].intersection(sides[1]).area == 0
    assert len(region.border) == 1
    line = region.border.iloc[0]
    assert 360 < region.border.to_crs(3035).length.sum() / 1000 < 370
    narrow = shapely.union_all(shapely.coverage_invalid_edges(areas, gap_width=0.003))
    ends = shapely.buffer(shapely.boundary(line), 0.02)
    assert narrow.intersection(line).difference(ends).is_empty


def test_cells_lie_in_their_municipality_and_do_not_overlap(region):
    cells = region.cells
    points = gpd.GeoSeries(gpd.points_from_xy(cells["lon"], cells["lat"]), index=cells.index)
    home = region.municipalities.geometry.reindex(cells["region_code"]).to_numpy()
    inside = shapely.intersects(home, points.to_numpy())
    # slivers narrower than the coordinate grid of 1e-5 degrees may lie on the line
    off = shapely.distance(home[~inside], points.to_numpy()[~inside])
    assert (off < 2e-5).all()
    assert cells.geometry.contains(points.set_crs(4326)).mean() > 0.999
    metres = cells.to_crs(3035)
    far = metres["grid_id"].str.startswith("5km")
    assert (far == metres["region_code"].str.startswith("Q")).all()
    assert metres.area[~far].max() < 1_002_000
    assert metres.area[far].max() < 25_050_000
    border_cells = cells.groupby("grid_id")["country"].nunique()
    assert (border_cells > 1).sum() > 100


def test_modelled_jobs_have_bounds(region):
    table = region.opportunity_table
    jobs = table[table["opportunity"] == "jobs"].set_index("region_code")
    bounds = jobs[["lower", "upper"]]
    assert bounds.loc["05554020"].tolist() == [13_424, 33_560]
    assert bounds.loc["05554008"].tolist() == [19_520, 48_799]
    without = jobs.index[jobs["modelled"] & bounds.isna().any(axis=1)]
    assert without.tolist() == ["05570052"]  # insured employees of Warendorf, times 1.298
    assert bounds[~jobs["modelled"]].isna().all(axis=None)
    told = bounds.dropna().index
    assert (bounds.loc[told, "lower"] <= jobs.loc[told, "count"]).all()
    assert (jobs.loc[told, "count"] <= bounds.loc[told, "upper"]).all()


def test_jobs_keep_their_totals(region):
    table = region.opportunity_table
    jobs = table[table["opportunity"] == "jobs"].set_index("region_code")["count"]
    assert jobs.notna().all()
    area = region.municipalities["area"]
    assert jobs[area.index[area == "twente"]].sum() == 336_730
    assert jobs["05515000"] == 243_514
    assert jobs[area.index[area == "muensterland"]].sum() == pytest.approx(
        703_409 * 243_514 / 187_609, abs=5
    )
    shared = region.opportunities["jobs"].groupby(region.cells["region_code"]).sum()
    assert (shared - jobs).abs().max() < 1e-6


def test_dutch_apprenticeships_are_missing(region):
    places = region.opportunities["apprenticeships"]
    dutch = region.cells["country"] == "NL"
    assert places[dutch].isna().all()
    assert places[region.cells["region_code"] == "05566076"].notna().all()
    steinfurt = region.cells["region_code"].str.startswith("05566")
    assert places[steinfurt].sum() == pytest.approx(3168)


def test_every_figure_names_a_source_of_the_catalogue(region):
    known = {source.source_id for source in region.provenance.sources} | {"none"}
    assert set(region.opportunity_table["source_id"]) <= known
    for source in region.provenance.sources:
        assert source.licence, source.source_id
        assert source.attribution, source.source_id
        assert len(source.sha256) == 64, source.source_id


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        # railway stations in or beside the town (Trainline, ODbL)
        ("GM0153", 6.8900, 52.2224),
        ("GM0164", 6.7931, 52.2617),
        ("GM0141", 6.6543, 52.3580),
        ("05515000", 7.6349, 51.9566),
        ("05566076", 7.4341, 52.2761),
        ("05554020", 7.0267, 52.2136),
        ("05554008", 6.6238, 51.8348),
        ("05558012", 7.1584, 51.9409),
    ],
)
def test_main_places_lie_in_town(region, code, lon, lat):
    metres = region.places.loc[[code]].to_crs(3035).geometry.iloc[0]
    station = gpd.GeoSeries([shapely.Point(lon, lat)], crs=4326).to_crs(3035).iloc[0]
    assert metres.distance(station) < 2500


def test_places_lie_in_their_municipality(region):
    frame = region.municipalities
    assert frame.geometry.contains(region.places.geometry).all()


def test_the_regional_part_is_small():
    names = ("*.parquet", "*.csv", "*.json")
    assert sum(f.stat().st_size for name in names for f in SAMPLE.glob(name)) < 5e6


@pytest.mark.long
@pytest.mark.shared_data
@pytest.mark.skipif(not (SHARED / "boundaries").is_dir(), reason="shared/data is not here")
def test_the_declared_region_gives_the_sample_but_for_named_mendings(region):
    """The mendings stand in the changelog: squares shared at the edge, days of what is unknown."""
    built = build_region(read_region_file(ROOT / "data/region/region.toml", files=SHARED))
    before, after = region.municipalities, built.municipalities
    told = before.drop(columns=["geometry", "kind"])
    assert (told == after.drop(columns="geometry")).all(axis=None)
    assert before.geometry.geom_equals_exact(after.geometry, 1e-9).all()
    assert region.border.geom_equals(built.border, align=False).all()
    more = {source.source_id for source in region.provenance.sources}
    more -= {source.source_id for source in built.provenance.sources}
    assert more == {"cbs-wijk-jobs-2015", "main-roads-travelmapping"}
    assert set(built.provenance.sources) <= set(region.provenance.sources)
    keys = ["region_code", "opportunity"]
    old = region.opportunity_table.set_index(keys).sort_index()
    new = built.opportunity_table.set_index(keys).sort_index()
    known = old["count"].notna()
    same = (old == new) | (old.isna() & new.isna())
    assert same[known].all(axis=None)
    assert new.loc[~known, "count"].isna().all()
    people = region.cells["population"]
    moved = people.sub(built.cells["population"], fill_value=0)
    assert moved.abs().sum() / 2 <= 3_500
    towns = {name.rpartition("-")[2] for name in moved.index[moved != 0]}
    assert (before.loc[sorted(towns), "area"] == "ring").all()
