"""Regions built of files that were drawn: people, cells and opportunities known by hand."""

import json
import sys
from types import SimpleNamespace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from osm_files import ORIGIN, STEP, osm_xml

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.errors import InputError
from grensgeo.region.cell_kinds import lay_cells
from grensgeo.spec import CellSpec

# towns are drawn where it is easy to reckon, not where their countries lie
pytestmark = pytest.mark.filterwarnings("ignore:.*places far outside the country")

#: Squares of 0.1 degrees: code, country, west, south, inhabitants.
TOWNS = [
    ("GM0001", "NL", 6.8, 52.2, 1000),
    ("GM0002", "NL", 6.9, 52.2, 500),
    ("05554020", "DE", 7.0, 52.2, 2000),
    ("05554036", "DE", 7.3, 52.2, 9000),
    ("BE_63001", "BE", 6.9, 52.1, 300),
]
LAYERS = (
    'boundaries = [{ file = "towns.geojson", columns = { code = "key", country = "land" } }]\n'
)
PEOPLE = 'population = [{ file = "people.csv", columns = { code = "key", count = "people" } }]\n'
JOBS = 'opportunities = [{ id = "jobs", file = "jobs.csv", columns = { code = "key" } }]\n'


def draw(folder, text, towns=TOWNS):
    """Write the files of a region, and its own."""
    frame = gpd.GeoDataFrame(
        {"key": [t[0] for t in towns], "land": [t[1] for t in towns],
         "name": [f"Town {t[0]}" for t in towns]},
        geometry=[shapely.box(t[2], t[3], t[2] + 0.1, t[3] + 0.1) for t in towns], crs=4326,
    )  # fmt: skip
    frame.to_file(folder / "towns.geojson")
    people = pd.DataFrame({"key": [t[0] for t in towns], "people": [t[4] for t in towns]})
    people.to_csv(folder / "people.csv", index=False)
    jobs = pd.DataFrame({"key": [t[0].removeprefix("BE_") for t in towns]})
    jobs["count"] = [t[4] // 2 for t in towns]
    jobs.to_csv(folder / "jobs.csv", index=False)
    path = folder / "region.toml"
    path.write_text(text, encoding="utf-8")
    return path


def spec_text(countries, codes, *, cells="", more=PEOPLE + JOBS, ring_km=0):
    areas = "".join(
        f'[[areas]]\nid = "area{n}"\ncodes = ["{code}"]\n' for n, code in enumerate(codes)
    )
    names = ", ".join(f'"{name}"' for name in countries)
    return (
        f"{LAYERS}{more}"
        f'[region]\nid = "drawn"\ncountries = [{names}]\nyear = 2021\nring_km = {ring_km}\n'
        f"{areas}{cells}"
    )


def saved(region, folder):
    region.save(folder)
    return gg.load_region(folder)


def test_a_region_of_three_countries(tmp_path):
    text = spec_text(["NL", "DE", "BE"], ["GM0002", "05554020", "BE_63001"], ring_km=1)
    region = saved(gg.build_region(draw(tmp_path, text)), tmp_path / "region")
    towns = region.municipalities
    assert towns["population"].to_dict() == {
        "05554020": 2000, "BE_63001": 300, "GM0001": 1000, "GM0002": 500,
    }  # fmt: skip
    assert towns["area"].to_dict()["GM0001"] == "ring"
    assert region.cells.groupby("region_code")["population"].sum().to_dict() == (
        towns["population"].to_dict()
    )
    jobs = region.opportunities["jobs"].groupby(region.cells["region_code"]).sum()
    assert jobs.round(6).to_dict() == (towns["population"] // 2).to_dict()
    # each common side of two countries, once: 0.1 degrees up at 7.0, 0.1 along at 52.2
    assert shapely.length(region.border.to_numpy()).sum() == pytest.approx(0.2, abs=1e-6)
    assert {source.source_id for source in region.provenance.sources} == {
        "own-towns", "own-people", "own-jobs",
    }  # fmt: skip
    assert "region.people-even" in {note.code for note in region.provenance.told()}


@pytest.mark.parametrize("language", ["nl", "de", "en"])
def test_where_nuts_3_is_not_known_a_country_stands_under_its_own_name(tmp_path, language):
    text = spec_text(["NL", "DE", "BE"], ["GM0002", "05554020", "BE_63001"], ring_km=1)
    text = text.replace("year = 2021", f'year = 2021\nlanguage = "{language}"')
    towns = gg.build_region(draw(tmp_path, text)).municipalities
    assert towns.groupby("country")["nuts3_name"].unique().map(list).to_dict() == {
        "BE": ["Belgique/België"], "DE": ["Deutschland"], "NL": ["Nederland"],
    }  # fmt: skip


def test_check_knows_a_regions_file_and_what_stands_at_places(tmp_path, capsys):
    path = draw(tmp_path, spec_text(["NL", "DE"], ["GM0002", "05554020"]))
    table = tmp_path / "cell_opportunities.csv"
    table.write_text("cell_id,opportunity,count\na,jobs,3\n", encoding="utf-8")
    assert main(["check", str(path), str(table)]) == 0
    said = capsys.readouterr().out
    assert "a region's file: area0, area1 in NL, DE, 2021" in said
    assert "opportunities of cells" in said
    path.write_text(path.read_text(encoding="utf-8") + "[nonsense]\n", encoding="utf-8")
    assert main(["check", str(path)]) == 2


def test_one_country_has_no_border(tmp_path):
    text = spec_text(["NL"], ["GM0001", "GM0002"])
    region = saved(gg.build_region(draw(tmp_path, text)), tmp_path / "region")
    assert region.border.empty
    assert set(region.cells["country"]) == {"NL"}
    assert region.select(area="area0").cells["population"].sum() == 1000


@pytest.mark.parametrize(
    ("cells", "name", "km2"),
    [
        ("size_m = 500", "500mN", 0.25),
        ("size_m = 2000", "2kmN", 4.0),
        ('kind = "hexagons"\nsize_m = 2000', "hex2000mN", 2 * np.sqrt(3)),
        ('kind = "cbs"', "cbs500mE", 0.25),
        ('kind = "zensus"\nsize_m = 1000', "1kmN", 1.0),
    ],
)
def test_cells_of_each_kind(tmp_path, cells, name, km2):
    """They cover the land once, share their corners, and are as large as they say."""
    path = draw(
        tmp_path, spec_text(["NL", "DE"], ["GM0002", "05554020"], cells=f"[cells]\n{cells}")
    )
    spec = gg.read_region_file(path)
    towns = gg.build_region(path).municipalities
    parts = lay_cells(towns, spec.cells)
    assert parts["grid_id"].str.startswith(name).all()
    land = towns.to_crs(3035)
    assert parts.area.sum() == pytest.approx(land.area.sum(), rel=1e-4)
    assert parts.union_all().area == pytest.approx(parts.area.sum(), rel=1e-6)
    assert parts.area.max() / 1e6 == pytest.approx(km2, rel=2e-3)
    assert not parts.duplicated(["grid_id", "region_code"]).any()


def test_cells_of_points_are_what_is_nearest(tmp_path):
    places = gpd.GeoDataFrame(
        {"id": ["w", "e", "far"]},
        geometry=gpd.points_from_xy([6.82, 6.88, 9.0], [52.25, 52.25, 52.25]), crs=4326,
    )  # fmt: skip
    places.to_file(tmp_path / "places.gpkg")
    cells = '[cells]\nkind = "file"\nfile = "places.gpkg"\n'
    region = gg.build_region(draw(tmp_path, spec_text(["NL"], ["GM0001"], cells=cells)))
    found = region.cells.set_index("grid_id")
    assert found["population"].to_dict() == {"e": 500, "w": 500}
    assert found.loc["w", ["lon", "lat"]].tolist() == pytest.approx([6.82, 52.25], abs=1e-6)
    assert found.geometry["w"].bounds[2] == pytest.approx(6.85, abs=1e-3)


def test_cells_of_polygons_that_leave_land_out(tmp_path):
    areas = gpd.GeoDataFrame(
        {"wijk": ["a", "b"]},
        geometry=[shapely.box(6.8, 52.2, 6.84, 52.3), shapely.box(6.84, 52.2, 6.88, 52.3)],
        crs=4326,
    )
    areas.to_file(tmp_path / "wijken.geojson")
    cells = '[cells]\nkind = "file"\nfile = "wijken.geojson"\nid = "wijk"\n'
    region = gg.build_region(draw(tmp_path, spec_text(["NL"], ["GM0001"], cells=cells)))
    assert region.cells.set_index("grid_id")["population"].to_dict() == {"a": 500, "b": 500}
    (note,) = [n for n in region.provenance.told() if n.code == "region.cells-uncovered"]
    assert dict(note.values)["percent"] == pytest.approx(20, abs=0.2)
    works = pd.DataFrame({"lon": [6.82, 6.89], "lat": [52.25, 52.25], "count": [7, 5]})
    works.to_csv(tmp_path / "works.csv", index=False)
    more = PEOPLE + 'opportunities = [{ id = "jobs", file = "works.csv", at = "points" }]\n'
    there = gg.build_region(draw(tmp_path, spec_text(["NL"], ["GM0001"], cells=cells, more=more)))
    (note,) = [n for n in there.provenance.told() if n.code == "region.places-outside-cells"]
    assert dict(note.values) == {"n": 5, "what": "jobs", "path": "works.csv"}
    assert there.opportunities["jobs"].sum() == 7
    with pytest.raises(InputError, match="no cell lies in GM0002") as caught:
        gg.build_region(draw(tmp_path, spec_text(["NL"], ["GM0001", "GM0002"], cells=cells)))
    assert caught.value.code == "cells-missing"


def test_h3_wants_its_package(tmp_path, monkeypatch):
    path = draw(tmp_path, spec_text(["NL"], ["GM0001"], cells='[cells]\nkind = "h3"\n'))
    monkeypatch.setitem(sys.modules, "h3", None)
    with pytest.raises(InputError, match="pip install h3") as caught:
        gg.build_region(path)
    assert caught.value.code == "package-missing"
    # what stands in for the package: squares of a tenth of a degree, named by their corner
    stand_in = SimpleNamespace(
        average_hexagon_edge_length=lambda _, unit: 5.0 if unit == "km" else None,
        LatLngPoly=list,
        polygon_to_cells=lambda box, _: [
            f"{lon}_{lat}"
            for lon in range(int(box[0][1] * 20), int(box[1][1] * 20) + 1)
            for lat in range(int(box[0][0] * 20), int(box[2][0] * 20) + 1)
        ],
        cell_to_boundary=lambda name: [
            (y / 20, x / 20)
            for x, y in shapely.box(
                *map(int, name.split("_")), *(int(v) + 1 for v in name.split("_"))
            ).exterior.coords
        ],
    )
    monkeypatch.setitem(sys.modules, "h3", stand_in)
    region = gg.build_region(path)
    assert region.cells["population"].tolist() == [250] * 4


def test_jobs_at_points_stand_where_they_are(tmp_path):
    """Also where nobody lives; the atlas, reach and a saved region take them from there."""
    path = draw(
        tmp_path,
        spec_text(
            ["NL"], ["GM0001", "GM0002"], cells="[cells]\nsize_m = 500\n",
            more='population = [{ file = "homes.csv" }]\n'
            'opportunities = [{ id = "jobs", file = "works.csv", at = "points" }]\n',
        ),
    )  # fmt: skip
    homes = pd.DataFrame({"lon": [6.81, 6.95], "lat": [52.25, 52.25], "count": [30, 20]})
    homes.to_csv(tmp_path / "homes.csv", index=False)
    works = pd.DataFrame(
        {
            "lon": [6.85, 6.8501, 6.81, 8.0],
            "lat": [52.29, 52.29, 52.25, 52.0],
            "count": [7, 1, 2, 9],
        }
    )
    works.to_csv(tmp_path / "works.csv", index=False)
    region = saved(gg.build_region(path), tmp_path / "region")
    jobs = region.opportunities["jobs"]
    assert sorted(jobs[jobs > 0]) == [2, 8]
    assert region.cells.loc[jobs.idxmax(), "population"] == 0
    rows = region.opportunity_table.set_index("region_code")["count"]
    assert rows.to_dict() == {"GM0001": 10, "GM0002": 0}
    assert region.municipalities["population"].to_dict() == {"GM0001": 30, "GM0002": 20}
    assert (region.municipalities.loc["GM0001", ["place_lon"]] - 6.81).abs().max() < 0.01
    part = region.select(("GM0002",))
    assert part.opportunities["jobs"].sum() == 0
    gg.build_region(draw(tmp_path, spec_text(["NL"], ["GM0001"]))).save(tmp_path / "region")
    assert gg.load_region(tmp_path / "region").cell_opportunities is None


def test_business_areas_are_shared_by_land(tmp_path):
    """A park across the line between two towns: a quarter of it lies in the second."""
    park = gpd.GeoDataFrame(
        {"count": [400]}, geometry=[shapely.box(6.87, 52.24, 6.91, 52.26)], crs=4326
    )
    park.to_file(tmp_path / "parks.geojson")
    more = 'opportunities = [{ id = "jobs", file = "parks.geojson", at = "areas" }]\n'
    path = draw(tmp_path, spec_text(["NL"], ["GM0001", "GM0002"], more=PEOPLE + more))
    rows = gg.build_region(path).opportunity_table.set_index("region_code")["count"]
    assert rows.to_dict() == pytest.approx({"GM0001": 300, "GM0002": 100}, rel=1e-3)


def test_counts_of_a_district_are_shared_by_inhabitants(tmp_path):
    """Of a Kreis in part only, nothing is known: how many live in the rest is not told."""
    (tmp_path / "kreis.csv").write_text("code,count\n05554,110\n", encoding="utf-8")
    more = 'opportunities = [{ id = "jobs", file = "kreis.csv", at = "district" }]\n'
    whole = draw(tmp_path, spec_text(["DE"], ["05554"], more=PEOPLE + more))
    rows = gg.build_region(whole).opportunity_table
    assert rows.set_index("region_code")["count"].to_dict() == pytest.approx(
        {"05554020": 20, "05554036": 90}
    )
    assert rows["modelled"].all()
    part = draw(tmp_path, spec_text(["DE"], ["05554020"], more=PEOPLE + more))
    region = gg.build_region(part)
    assert region.opportunity_table["count"].isna().all()
    assert "region.unit-in-part" in {note.code for note in region.provenance.told()}


def test_people_of_a_grid_of_a_publisher(tmp_path):
    """A square of the census of 1 km lies in four cells of 500 m; one at the edge only in part."""
    path = draw(
        tmp_path,
        spec_text(
            ["DE"], ["05554020"], cells="[cells]\nsize_m = 500\n",
            more='population = [{ file = "zensus2022_1km.csv" }]\n' + JOBS,
        ),
    )  # fmt: skip
    town = gpd.GeoSeries([shapely.box(7.0, 52.2, 7.1, 52.3)], crs=4326).to_crs(3035)
    x, y = (int(v // 1000 * 1000) for v in town.centroid.get_coordinates().to_numpy()[0])
    rows = [(x, y, "40"), (x + 1000, y, "\N{EN DASH}"), (x, y + 50_000, "99")]
    lines = [f"CRS3035RES1000mN{n}E{e};{e + 500};{n + 500};{count}" for e, n, count in rows]
    head = "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner"
    (tmp_path / "zensus2022_1km.csv").write_text("\n".join([head, *lines]), encoding="utf-8")
    region = gg.build_region(path)
    assert region.cells["population"].tolist() == [10] * 4
    (note,) = [n for n in region.provenance.told() if n.code == "region.people-hidden"]
    assert dict(note.values)["most"] == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"jobs.csv": "key,count\n9999,3\n"}, "nothing-in-area"),
        ({"jobs.csv": "key,count\nGM0001,3\nGM0001,4\n"}, "row-twice"),
        ({"jobs.csv": "nis,count\nGM0001,3\n"}, "column-missing"),
        ({"jobs.csv": "key,count\nGM0001,-3\n"}, "negative-or-infinite"),
        ({"people.csv": "key,people\nGM0002,3\n"}, "publisher-rows-wrong"),
        ({"people.csv": "key,people\nGM0001,many\n"}, "not-a-number"),
    ],
)
def test_what_cannot_be_is_told(tmp_path, change, code):
    path = draw(tmp_path, spec_text(["NL"], ["GM0001"]))
    for name, text in change.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        gg.build_region(path)
    assert caught.value.code == code


def test_a_missing_count_is_not_zero(tmp_path):
    path = draw(tmp_path, spec_text(["NL", "BE"], ["GM0002", "BE_63001"]))
    (tmp_path / "jobs.csv").write_text("key,count\nGM0002,5\n", encoding="utf-8")
    with pytest.raises(InputError, match="none of its codes"):
        gg.build_region(path)
    text = spec_text(["NL", "BE"], ["GM0002", "BE_63001"]).replace(
        'id = "jobs", file', 'id = "jobs", country = "NL", file'
    )
    region = gg.build_region(draw(tmp_path, text))
    assert np.isnan(region.opportunities["jobs"][region.cells["country"] == "BE"]).all()


def test_what_was_not_fetched_is_told(tmp_path):
    path = draw(tmp_path, spec_text(["NL"], ["GM0001"], more=""))
    with pytest.raises(gg.errors.FileError, match="grensgeo fetch") as caught:
        gg.build_region(path)
    assert caught.value.code == "file-missing"


def streets(folder):
    """Write residential streets every eightieth of a degree over the towns."""
    nodes = {
        100 * i + j + 1: ((6.8 + i * 0.0125 - ORIGIN[0]) / STEP[0],
                          (52.1 + j * 0.0125 - ORIGIN[1]) / STEP[1])
        for i in range(33) for j in range(17)
    }  # fmt: skip
    street = {"highway": "residential"}
    ways = [(9000 + i, [100 * i + j + 1 for j in range(17)], street) for i in range(33)]
    ways += [(9100 + j, [100 * i + j + 1 for i in range(33)], street) for j in range(17)]
    path = folder / "streets.osm"
    path.write_text(osm_xml(nodes, ways), encoding="utf-8")
    return path


def test_schools_of_openstreetmap(tmp_path):
    """Two in one town, one of them at a node; none in the other is zero."""

    def at(lon, lat):
        return (lon - ORIGIN[0]) / STEP[0], (lat - ORIGIN[1]) / STEP[1]

    corners = [(6.91, 52.21), (6.911, 52.21), (6.911, 52.211), (6.91, 52.211)]
    nodes = {n: at(*corner) for n, corner in enumerate([*corners, (6.95, 52.25), (9.0, 52.0)], 1)}
    school = {"amenity": "school"}
    village = school | {"place": "village", "name": "Glane"}
    ways = [(7, [1, 2, 3, 4, 1], school), (8, [1, 5], {"highway": "primary", "ref": "N 35"})]
    text = osm_xml(nodes, ways, node_tags={5: village, 6: school | {"place": "city", "name": "B"}})
    (tmp_path / "places.osm").write_text(text, encoding="utf-8")
    more = 'opportunities = [{ id = "schools", source = "osm" }]\n'
    streets = '[streets]\nfiles = ["places.osm"]\n'
    path = draw(tmp_path, spec_text(["NL", "DE"], ["GM0002", "05554020"], more=PEOPLE + more)
                + streets)  # fmt: skip
    region = saved(gg.build_region(path), tmp_path / "region")
    rows = region.opportunity_table.set_index("region_code")["count"]
    assert rows.to_dict() == {"GM0002": 2, "05554020": 0}
    assert sorted(region.opportunities["schools"])[-3:] == [0, 1, 1]
    assert any("OpenStreetMap" in text for text in region.provenance.attributions())
    # of the same extract comes what maps draw beneath their figures, within the region
    drawn = region.base_map.features[["layer", "rank", "name"]].to_numpy().tolist()
    assert sorted(drawn) == [["place", 3, "Glane"], ["road", 2, "N35"]]
    assert "OpenStreetMap" in region.base_map.provenance.attributions()[0]


def run(folder, path):
    """Run the commands from the region's file to the atlas."""
    assert main(["region", str(path), "-o", str(folder / "region"), "--study"]) == 0
    build = ["build", str(streets(folder)), "--boundaries", str(folder / "region")]
    assert main([*build, "-o", str(folder / "region" / "network")]) == 0
    study = folder / "region" / "study.toml"
    assert main(["run", str(study), "-o", str(folder / "maps")]) == 0
    assert (folder / "maps" / "atlas.html").exists()
    return pd.read_parquet(folder / "maps" / "tables" / "reach_cells.parquet")


def test_the_study_written_for_a_region_is_read(tmp_path):
    text = spec_text(["NL", "DE"], ["GM0002", "05554020"], cells="[cells]\nsize_m = 5000\n")
    path = draw(tmp_path, text.replace("year = 2021", 'year = 2021\ndate = "2021-10-19"'))
    assert main(["region", str(path), "-o", str(tmp_path / "made"), "--study"]) == 0
    study = gg.read_study(tmp_path / "made" / "study.toml")
    assert [trip.trip_id for trip in study.trips] == ["car", "bicycle", "walk", "transit"]
    assert study.atlas.place == "05554020"
    (tmp_path / "made" / "study.toml").write_text("mine", encoding="utf-8")
    assert main(["region", str(path), "-o", str(tmp_path / "made"), "--study"]) == 0
    assert (tmp_path / "made" / "study.toml").read_text(encoding="utf-8") == "mine"


def test_hubs_stand_beside_the_region(tmp_path):
    hub = '[[hubs]]\nid = "x"\nname = "Halte"\nlon = 7.02\nlat = 52.25\n'
    text = spec_text(["NL", "DE"], ["GM0002", "05554020"], cells="[cells]\nsize_m = 5000\n")
    path = draw(tmp_path, text + hub)
    assert main(["region", str(path), "-o", str(tmp_path / "made")]) == 0
    from grensgeo.grenswerk.meetings import read_hubs

    assert read_hubs(tmp_path / "made" / "hubs.csv")["country"].tolist() == ["DE"]
    assert json.loads((tmp_path / "made" / "manifest.json").read_text())["municipalities"] == 2


@pytest.mark.long
@pytest.mark.parametrize(
    ("countries", "codes", "cells"),
    [
        (["NL"], ["GM0001", "GM0002"], "size_m = 2000"),
        (["NL", "DE"], ["GM0002", "05554020"], 'kind = "hexagons"\nsize_m = 2000'),
        (["NL", "BE"], ["GM0002", "BE_63001"], "size_m = 500"),
        (["NL", "DE", "BE"], ["GM0002", "05554020", "BE_63001"], "size_m = 5000"),
    ],
    ids=["one-country", "hexagons", "500m", "three-countries"],
)
def test_from_fifteen_lines_to_the_atlas(tmp_path, countries, codes, cells):
    named = ", ".join(f'"{code}"' for code in codes)
    areas = f'areas = [{{ id = "all", codes = [{named}] }}]\n'
    text = areas + spec_text(countries, [], cells=f"[cells]\n{cells}\n")
    assert len(text.splitlines()) <= 15
    reach = run(tmp_path, draw(tmp_path, text))
    assert set(reach["mode"]) == {"car", "bicycle", "walk"}


@pytest.mark.long
def test_jobs_at_points_reach_the_atlas(tmp_path):
    more = 'opportunities = [{ id = "jobs", file = "works.csv", at = "points" }]\n'
    path = draw(
        tmp_path,
        spec_text(["NL"], ["GM0001"], cells="[cells]\nsize_m = 2000\n", more=PEOPLE + more),
    )
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 15
    works = pd.DataFrame({"lon": [6.85], "lat": [52.25], "count": [7]})
    works.to_csv(tmp_path / "works.csv", index=False)
    reach = run(tmp_path, path)
    car = reach[(reach["mode"] == "car") & (reach["cutoff_min"] == 45)]
    assert set(car["open" if "open" in car else "reach"]) == {7.0}


def test_a_cell_file_is_named(tmp_path):
    towns = gg.build_region(draw(tmp_path, spec_text(["NL"], ["GM0001"]))).municipalities
    with pytest.raises(InputError, match="file is missing"):
        lay_cells(towns, CellSpec(kind="file", size_m=None))
