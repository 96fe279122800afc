"""Where within an area people live: built-up land, areas within each other, files cut off."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.region.built_up import discs, nested

X, Y = 4_100_000, 3_200_000


def square(x_km, y_km, width_km=1.0, height_km=1.0):
    west, south = X + x_km * 1000, Y + y_km * 1000
    return shapely.box(west, south, west + width_km * 1000, south + height_km * 1000)


def layer(path, shapes, **columns):
    frame = gpd.GeoDataFrame(columns, geometry=shapes, crs=3035)
    frame.to_file(path)


HEAD = """boundaries = [{ file = "towns.gpkg" }]
[region]
id = "drawn"
countries = ["NL"]
year = 2021
[[areas]]
id = "a"
codes = ["GM0001", "GM0002"]
[[opportunities]]
id = "jobs"
file = "people.csv"
[[population]]
file = "people.csv"
"""


def build(folder, text):
    """Two towns of 4 km by 1 km, one north of the other, of 1,000 and 500 people."""
    layer(
        folder / "towns.gpkg", [square(0, 0, 4), square(0, 1, 4)],
        region_code=["GM0001", "GM0002"], name=["South", "North"],
    )  # fmt: skip
    (folder / "people.csv").write_text("code,count\nGM0001,1000\nGM0002,500\n", encoding="utf-8")
    (folder / "region.toml").write_text(HEAD + text, encoding="utf-8")
    region = gg.build_region(folder / "region.toml")
    people = region.cells.pivot_table(
        index="region_code", columns="grid_id", values="population", aggfunc="sum", fill_value=0
    )
    return region, {code: row[row > 0].astype(int).tolist() for code, row in people.iterrows()}


def test_without_more_people_live_anywhere(tmp_path):
    _, people = build(tmp_path, "")
    assert people == {"GM0001": [250] * 4, "GM0002": [125] * 4}


def test_people_live_on_built_up_land_rather_than_around_it(tmp_path):
    layer(tmp_path / "built.gpkg", [square(0, 0), square(1, 1)], name=["a", "b"])
    table = '[[built_up]]\nfile = "built.gpkg"\nper_km2 = 900\naround_per_km2 = 100\n'
    _, people = build(tmp_path, table)
    # 900 on one km2 and 100 on each of three
    assert people["GM0001"] == pytest.approx([750, 250 / 3, 250 / 3, 250 / 3], abs=1)
    assert people["GM0002"] == pytest.approx([125 / 3, 375, 125 / 3, 125 / 3], abs=1)


def test_outlines_with_inhabitants_of_their_own_lie_in_each_other(tmp_path):
    """A quarter of 600 in a town of 900 on 2 km2: 300 are left for the rest of the town."""
    layer(
        tmp_path / "built.gpkg", [square(0, 0, 2), square(0, 0)], count=[900, 600],
        name=["town", "quarter"],
    )  # fmt: skip
    table = '[[built_up]]\nfile = "built.gpkg"\naround_per_km2 = 50\n'
    region, people = build(tmp_path, table)
    assert people == {"GM0001": [600, 300, 50, 50], "GM0002": [125] * 4}
    assert region.municipalities.loc["GM0001", "population"] == 1000


def test_the_first_table_with_something_in_a_town_holds_there(tmp_path):
    layer(tmp_path / "built.gpkg", [square(0, 0)], name=["a"])
    towns = gpd.GeoSeries([shapely.Point(X + 2500, Y + 1500)], crs=3035).to_crs(4326)
    x, y = towns.x[0], towns.y[0]
    (tmp_path / "villages.csv").write_text(f"lon,lat,count\n{x},{y},100\n", encoding="utf-8")
    text = (
        '[[built_up]]\nfile = "built.gpkg"\nper_km2 = 1000\naround_per_km2 = 0\n'
        '[[built_up]]\nfile = "villages.csv"\nper_km2 = 1000\naround_per_km2 = 0\n'
    )
    _, people = build(tmp_path, text)
    assert people == {"GM0001": [1000], "GM0002": [500]}


def test_an_edge_drawn_some_metres_over_is_nothing_in_the_neighbour(tmp_path):
    """The northern town has one of 2 ha at its edge; the southern one 20 m of the north."""
    built = [square(0, 0.98, 1, 1), square(3, 0, 0.1, 0.2)]
    layer(tmp_path / "built.gpkg", built, name=["a", "b"])
    table = '[[built_up]]\nfile = "built.gpkg"\nper_km2 = 1000\naround_per_km2 = 0\n'
    _, people = build(tmp_path, table)
    assert people["GM0002"] == [500]
    # b lies in the south, so that the table holds there, with both
    assert people["GM0001"] == [500, 500]
    layer(tmp_path / "built.gpkg", built[:1], name=["a"])
    assert build(tmp_path, table)[1] == {"GM0001": [250] * 4, "GM0002": [500]}


def test_outlines_that_were_cut_off_are_told_and_can_be_left_to_the_next_table(tmp_path):
    """Of the south, with 1,000 people, the first file has 300, and the second the other end."""
    layer(tmp_path / "cut.gpkg", [square(0, 0), square(1, 1)], count=[300, 450])
    layer(tmp_path / "all.gpkg", [square(3, 0), square(3, 1)], name=["a", "b"])
    first = '[[built_up]]\nfile = "cut.gpkg"\naround_per_km2 = 0\n'
    second = '[[built_up]]\nfile = "all.gpkg"\naround_per_km2 = 0\n'
    region, people = build(tmp_path, first + second)
    assert people == {"GM0001": [1000], "GM0002": [500]}
    told = {note.code: dict(note.values) for note in region.provenance.told()}
    assert told["region.built-up-perhaps-cut"]["names"] == "South"
    cells = region.cells.set_index("region_code")["lon"]
    region, people = build(tmp_path, first + 'except = ["GM0001"]\n' + second)
    assert people == {"GM0001": [1000], "GM0002": [500]}
    assert region.cells.set_index("region_code")["lon"]["GM0001"] > cells["GM0001"]
    assert region.cells.set_index("region_code")["lon"]["GM0002"] == cells["GM0002"]
    codes = {note.code for note in region.provenance.told()}
    assert "region.built-up-perhaps-cut" not in codes


def test_areas_keep_their_inhabitants_and_the_rest_lives_on_the_rest(tmp_path):
    """Of 1,000 people 600 have a postal code on the first km2; its code reaches into the north."""
    layer(
        tmp_path / "codes.gpkg", [shapely.union(square(0, 0), square(0, 1)), square(0, 1, 4)],
        count=[600, 500], town=["South", "North"],
    )  # fmt: skip
    text = '[[population]]\nfile = "codes.gpkg"\ncolumns = { code = "town" }\n'
    _, people = build(tmp_path, text)
    assert people["GM0001"][0] == 600
    assert sorted(people["GM0001"][1:]) == [133, 133, 134]
    assert people["GM0002"] == [125] * 4


def test_an_inhabited_area_outside_its_municipality_is_named(tmp_path):
    layer(tmp_path / "codes.gpkg", [square(9, 9)], count=[5], town=["GM0001"])
    text = '[[population]]\nfile = "codes.gpkg"\ncolumns = { code = "town" }\n'
    with pytest.raises(InputError, match="outside their municipality: GM0001"):
        build(tmp_path, text)


def test_a_file_that_was_cut_off_tells_nothing_of_towns_at_its_edge(tmp_path):
    """All it has of the south is one km2 of four."""
    layer(tmp_path / "homes.gpkg", [square(0, 0), square(1, 1, 2)], count=[70, 500])
    text = '[[population]]\nfile = "homes.gpkg"\n'
    assert build(tmp_path, text)[1] == {"GM0001": [1000], "GM0002": [250, 250]}
    region, people = build(tmp_path, text + 'except = ["GM0001"]\n')
    assert people == {"GM0001": [250] * 4, "GM0002": [250, 250]}
    (note,) = [n for n in region.provenance.told() if n.code == "region.people-in-part"]
    assert dict(note.values)["names"] == "South"


def test_totals_of_municipalities_may_stand_in_a_file_of_outlines(tmp_path):
    layer(
        tmp_path / "more.gpkg", [square(0, 0), square(0, 1)], code=["GM0001", "GM0002"],
        people=[8, 4],
    )  # fmt: skip
    text = '[[population]]\nfile = "more.gpkg"\nat = "municipality"\n'
    text += 'columns = { count = "people" }\n'
    text = HEAD.replace('[[population]]\nfile = "people.csv"\n', "") + text
    build(tmp_path, "")  # writes the files
    (tmp_path / "region.toml").write_text(text, encoding="utf-8")
    region = gg.build_region(tmp_path / "region.toml")
    assert region.municipalities["population"].to_dict() == {"GM0001": 8, "GM0002": 4}
    assert sorted(region.cells["population"]) == [1] * 4 + [2] * 4


def test_the_largest_town_is_the_main_place(tmp_path):
    """One known to the arc minute only is moved to the cell with most people near it."""
    layer(tmp_path / "built.gpkg", [square(0, 0), square(3, 1)], name=["a", "b"])
    corner = gpd.GeoSeries([shapely.Point(X + 3700, Y + 300)], crs=3035).to_crs(4326)
    rows = [("Big", round(corner.x[0], 6), round(corner.y[0], 6), 900)]
    near = gpd.GeoSeries([shapely.Point(X + 2600, Y + 1500)], crs=3035).to_crs(4326)
    lon, lat = round(near.x[0] * 60) / 60, round(near.y[0] * 60) / 60
    rows += [("Hamlet", corner.x[0], corner.y[0], 5), ("Coarse", lon, lat, 300)]
    pd.DataFrame(rows, columns=["name", "lon", "lat", "count"]).to_csv(
        tmp_path / "places.csv", index=False
    )
    text = '[[built_up]]\nfile = "built.gpkg"\n[[places]]\nfile = "places.csv"\n'
    region, _ = build(tmp_path, text)
    south = region.municipalities.loc["GM0001"]
    assert (south["place_lon"], south["place_lat"]) == rows[0][1:3]
    point = gpd.GeoSeries([shapely.Point(lon, lat)], crs=4326).to_crs(3035)[0]
    home = [code for code, row in region.municipalities.to_crs(3035).iterrows()
            if row.geometry.contains(point)]  # fmt: skip
    if home == ["GM0002"]:
        place = region.places.loc[["GM0002"]].to_crs(3035).geometry.iloc[0]
        cells = region.cells[region.cells["region_code"] == "GM0002"]
        near = cells[gpd.GeoSeries.from_xy(cells["lon"], cells["lat"], crs=4326).to_crs(3035)
                     .set_axis(cells.index).distance(point) < 1500]  # fmt: skip
        best = near.loc[near["population"].idxmax()]
        assert square(0, 1, 4).distance(place) == 0
        assert region.municipalities.loc["GM0002", "place_lon"] == best["lon"]


def test_a_disc_is_as_large_as_its_inhabitants_need():
    places = gpd.GeoSeries([shapely.Point(X, Y), shapely.Point(X + 9000, Y)], crs=3035)
    drawn = discs(places, [2500, 5000], per_km2=2500)
    assert sorted(shapely.area(drawn) / 1e6) == pytest.approx([1, 2], rel=0.01)


@settings(max_examples=examples(40), deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 8), st.integers(0, 8), st.integers(1, 8), st.integers(1, 8),
            st.integers(0, 50),
        ),
        min_size=1, max_size=6,
    )
)  # fmt: skip
def test_land_within_land_never_overlaps_and_keeps_the_outermost_sum(rows):
    outer = shapely.box(0, 0, 20, 20)
    shapes = np.array([outer, *(shapely.box(x, y, x + w, y + h) for x, y, w, h, _ in rows)])
    people = np.array([1000.0, *(row[4] for row in rows)])
    land, own = nested(shapes, people)
    assert own.min() >= 0
    assert own.sum() == pytest.approx(1000)
    assert shapely.area(land).sum() == pytest.approx(shapely.area(shapely.union_all(land)))
    assert shapely.area(land).sum() == pytest.approx(400)


def test_totals_may_stand_in_several_files_each_of_its_day(tmp_path):
    layer(
        tmp_path / "towns.gpkg", [square(0, 0, 4), square(0, 1, 4)],
        region_code=["GM0001", "GM0002"], name=["South", "North"],
    )  # fmt: skip
    (tmp_path / "people.csv").write_text("code,count\nGM0001,1000\nGM0002,7\n", encoding="utf-8")
    (tmp_path / "more.csv").write_text("code,count\nGM0002,500\n", encoding="utf-8")
    more = '[[population]]\nfile = "more.csv"\ndate = "2020-07-01"\n'
    (tmp_path / "region.toml").write_text(HEAD + more, encoding="utf-8")
    towns = gg.build_region(tmp_path / "region.toml").municipalities
    assert towns["population"].to_dict() == {"GM0001": 1000, "GM0002": 500}
    assert towns["population_date"].to_dict() == {"GM0001": "2021", "GM0002": "2020-07-01"}


@pytest.mark.parametrize("far", ['["GM0002"]', '["GM000"]'])
def test_what_lies_far_out_has_larger_cells(tmp_path, far):
    text = f"[cells]\ncoarse = {far}\ncoarse_m = 2000\n"
    _, people = build(tmp_path, text)
    # y runs from 3200 km: the northern town lies in the upper half of squares of 2 km
    assert people["GM0002"] == [250, 250]
    assert people["GM0001"] == ([250, 250, 250, 250] if "2" in far else [500, 500])


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("coarse_m = 2000", "key-missing"),
        ('coarse = ["GM0002"]\ncoarse_m = 1500', "out-of-range"),
        ('coarse = ["05"]', "id-unknown"),
        ('kind = "h3"\ncoarse = ["GM0002"]', "option-unfit"),
    ],
)
def test_coarse_cells_that_cannot_be(tmp_path, cells, code):
    with pytest.raises(InputError) as caught:
        build(tmp_path, f"[cells]\n{cells}\n")
    assert code in {fault.code for fault in caught.value.faults}


def test_people_of_a_town_that_no_grid_reaches_live_on_its_land(tmp_path):
    places = gpd.GeoSeries([square(x, 0).centroid for x in (0, 3)], crs=3035).to_crs(4326)
    rows = [f"{place.x},{place.y},{count}" for place, count in zip(places, (30, 10), strict=True)]
    (tmp_path / "homes.csv").write_text("\n".join(["lon,lat,count", *rows, ""]), encoding="utf-8")
    region, people = build(tmp_path, '[[population]]\nfile = "homes.csv"\n')
    assert people == {"GM0001": [750, 250], "GM0002": [125, 125, 125, 125]}
    assert "region.people-unplaced" in {note.code for note in region.provenance.notes}
