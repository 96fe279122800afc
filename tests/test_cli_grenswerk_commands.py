"""The commands of GrensWerk: tables, maps, and one clear line for a mistake."""

import json

import geopandas as gpd
import pandas as pd
import pytest
from drawing import DEGREE_M, draw

from grensgeo import cli
from grensgeo.measures.long_reach import totals
from grensgeo.region.region import Region

HEADER = "id,opp_type,count,lon,lat,region_code,country,eqf_min,eqf_max,sector_nace,language,source_id\n"


def lon(x):
    return round(7.0 + x / (DEGREE_M * 0.6129), 6)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A street of 6 km across the border, a region of two squares, and three listings."""
    folder = tmp_path_factory.mktemp("placing")
    draw(
        {"A": (0, 0), "B": (1000, 0), "C": (6000, 0)},
        [{"ends": "AB"}, {"ends": "BC", "country": "DE"}],
    ).save(folder / "net")
    _region().save(folder / "region")
    (folder / "listings.csv").write_text(
        HEADER
        + f"near,internship,1,{lon(500)},52.2,,NL,3,4,C,nl,toy\n"
        + f"across,internship,2,{lon(2000)},52.2,,DE,,,C,de,toy\n"
        + "town,internship,1,,,05000001,DE,4,4,C,de,toy\n",
        encoding="utf-8",
    )
    (folder / "students.csv").write_text("cell_id,mbo\nw,100\ne,30\n", encoding="utf-8")
    return folder


def _region():
    from shapely import LineString, box

    from grensgeo.provenance import Provenance, Source

    west, border, east = lon(-500), lon(1000), lon(6500)
    rows = {
        "region_code": ["GM0001", "05000001"], "name": ["Westerveld", "Grenzstadt"],
        "country": ["NL", "DE"], "nuts3": ["NL213", "DEA37"], "nuts3_name": ["Twente", "Steinfurt"],
        "area": ["twente", "muensterland"], "population": [100, 30],
        "population_date": ["2022-01-01", "2022-05-15"], "place_lon": [lon(0), lon(5000)],
        "place_lat": [52.2, 52.2],
    }  # fmt: skip
    shapes = [box(west, 52.15, border, 52.25), box(border, 52.15, east, 52.25)]
    towns = gpd.GeoDataFrame(rows, geometry=shapes, crs=4326)
    cells = gpd.GeoDataFrame(
        {"cell_id": ["w", "e"], "grid_id": ["w", "e"], "region_code": ["GM0001", "05000001"],
         "country": ["NL", "DE"], "population": [100, 30], "lon": [lon(0), lon(3000)],
         "lat": [52.2, 52.2]},
        geometry=shapes, crs=4326,
    )  # fmt: skip
    counts = pd.DataFrame(
        {"region_code": ["GM0001", "05000001"], "country": ["NL", "DE"], "opportunity": "jobs",
         "count": [1.0, 1.0], "job_concept": "all jobs", "reference_date": "2022",
         "source_id": "toy", "modelled": False, "conversion": "none", "published_count": 1.0,
         "published_concept": "all jobs"}
    )  # fmt: skip
    border_line = gpd.GeoSeries([LineString([(border, 52.15), (border, 52.25)])], crs=4326)
    return Region(
        towns, cells, counts, border_line, Provenance((Source("toy", "Toy", "CC0-1.0", "toy"),))
    )


@pytest.fixture
def run(capsys):
    def call(*arguments):
        capsys.readouterr()
        try:
            code = cli.main([str(a) for a in arguments])
        except SystemExit as stopped:
            code = stopped.code
        printed = capsys.readouterr()
        errors = [e for e in printed.err.splitlines() if "compiling the routing" not in e]
        return code, printed.out, errors

    return call


def asked(files, out, *more):
    return ("placements", files / "net", files / "listings.csv", "--from", lon(0), 52.2, "--country",
            "NL", "--eqf", 4, "--sector", "C", "--languages", "nl", "de", "--begins", "2026-09-01",
            "--modes", "bicycle", "walk", "--cutoff-min", 30, "--region", files / "region", *more,
            "-o", out)  # fmt: skip


@pytest.mark.parametrize("command", ["placements", "students", "meetings"])
def test_every_command_explains_itself(command, run):
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"grensgeo {command}" in out


@pytest.mark.parametrize("name", ["p.csv", "p.parquet", "p.geojson", "p.gpkg"])
def test_placements_are_written_nearest_first_with_a_manifest(files, tmp_path, run, name):
    out = tmp_path / name
    code, said, errors = run(*asked(files, out))
    assert (code, errors) == (0, [])
    assert "3 placements, 2 of them across the border" in said
    read = {".csv": pd.read_csv, ".parquet": gpd.read_parquet}.get(out.suffix, gpd.read_file)
    table = read(out)
    assert list(table["id"]) == ["near", "across", "town"]
    assert list(table["mode"]) == ["bicycle"] * 3
    assert list(table["unsure"].fillna("")) == ["dates", "level, dates", "dates"]
    assert list(table["located"]) == ["point", "point", "main place"]
    assert table["travel_time_walk_min"].iloc[0] == pytest.approx(6, rel=0.01)
    if name == "p.csv":
        assert table["lon"].iloc[0] == pytest.approx(lon(500))
    manifest = json.loads((tmp_path / f"{name}.manifest.json").read_text(encoding="utf-8"))
    assert manifest["asked"]["modes"] == ["bicycle", "walk"]
    assert manifest["asked"]["cutoff_min"] == 30
    assert any("Off the network" in note["text"] for note in manifest["notes"])
    assert "52.2" not in json.dumps(manifest)  # a home is personal


def test_nothing_in_reach_is_an_empty_file(files, tmp_path, run):
    for name in ("p.csv", "p.parquet", "p.geojson"):
        arguments = list(asked(files, tmp_path / name))
        arguments[arguments.index("C")] = "Q"
        code, said, errors = run(*arguments)
        assert (code, errors) == (0, [])
        assert "0 placements" in said
        assert (tmp_path / name).exists()


def test_a_map_is_drawn(files, tmp_path, run):
    page = tmp_path / "map.html"
    code, said, errors = run(
        *asked(files, tmp_path / "p.csv", "--html", page, "--title", "Stage", "--language", "de")
    )
    assert (code, errors) == (0, [])
    assert str(page) in said
    text = page.read_text(encoding="utf-8")
    assert '<html lang="de">' in text
    assert "Stage" in text


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (("--eqf", "9"), "eqf is 9"),
        (("--sector", "industry"), "sector"),
        (("--begins", "soon"), "begins is 'soon'"),
        (("--modes", "car"), "--modes car: a student has none"),
        (("--departure", "2026-03-10T07:30"), "--departure: for public transport"),
        (("--html", "map.pdf"), "map.pdf"),
        (("--kinds", "holiday"), "holiday"),
        (("--cutoff-min", "-5"), "is not a number of minutes"),
    ],
)
def test_mistakes_are_one_line(files, tmp_path, run, change, wrong):
    code, _, errors = run(*asked(files, tmp_path / "p.csv", *change))
    assert code == 2
    assert len(errors) == 1, errors
    assert wrong in errors[0]
    assert not list(tmp_path.iterdir())


def test_a_map_needs_a_region_and_a_town_a_place(files, tmp_path, run):
    arguments = list(asked(files, tmp_path / "p.csv"))
    at = arguments.index("--region")
    del arguments[at : at + 2]
    code, _, errors = run(*arguments, "--html", tmp_path / "map.html")
    assert (code, len(errors)) == (2, 1)
    assert "--region DIR" in errors[0]
    code, _, errors = run(*arguments)
    assert (code, len(errors)) == (2, 1)
    assert "no main place of their municipality: town" in errors[0]


def test_students_who_can_come(files, tmp_path, run):
    out = tmp_path / "s.csv"
    call = ["students", files / "net", "--firm", lon(1500), 52.2, "--country", "DE", "--students",
            files / "students.csv", "--region", files / "region", "--cutoffs", 20, 5, "--modes",
            "walk", "bicycle", "-o", out]  # fmt: skip
    code, _, errors = run(*call)
    assert (code, errors) == (0, [])
    table = totals(pd.read_csv(out)).set_index(["mode", "cutoff_min"])
    assert tuple(table.loc[("walk", 20), ["closed", "open"]]) == (30, 130)
    assert tuple(table.loc[("walk", 5), ["closed", "open"]]) == (0, 0)
    assert (tmp_path / "s.csv.manifest.json").exists()
    bad = tmp_path / "bad.csv"
    bad.write_text("cell_id,mbo\nw,1\nw,2\nelsewhere,3\n", encoding="utf-8")
    call[call.index("--students") + 1] = bad
    code, _, errors = run(*call)
    assert (code, len(errors)) == (2, 1)
    assert "duplicate cell_id: w; cells that the region does not have: elsewhere" in errors[0]


def test_who_can_meet(files, tmp_path, run):
    hubs = tmp_path / "hubs.csv"
    hubs.write_text(
        f"id,name,country,lon,lat\na,Hub A,NL,{lon(500)},52.2\nb,Hub B,DE,{lon(2500)},52.2\n",
        encoding="utf-8",
    )
    call = ["meetings", files / "net", "--hubs", hubs, "--region", files / "region", "--modes",
            "walk", "--cutoffs", 20, 31, "-o", tmp_path / "out"]  # fmt: skip
    code, _, errors = run(*call)
    assert (code, errors) == (0, [])
    names = {f"{name}.csv{end}" for name in ("reach", "times", "pairs")
             for end in ("", ".manifest.json")}  # fmt: skip
    assert {path.name for path in (tmp_path / "out").iterdir()} == names
    pairs = pd.read_csv(tmp_path / "out" / "pairs.csv").set_index(["mode", "cutoff_min"])
    assert list(pairs.loc[("walk", 20), ["open", "closed_routing"]]) == [False, False]
    assert list(pairs.loc[("walk", 31), ["open", "closed_destinations"]]) == [True, False]
    reach = pd.read_csv(tmp_path / "out" / "reach.csv").query("mode == 'any' and cutoff_min == 31")
    # the cell in the west is 6 and 30 minutes away, that in the east 30 and 6
    assert set(zip(reach["id"], reach["closed"], reach["open"], strict=True)) == {
        ("a", 100, 130), ("b", 30, 130)}  # fmt: skip
    code, _, errors = run(*call[:-2], "--municipalities", *call[-2:])
    assert (code, errors) == (0, [])
    towns = pd.read_csv(tmp_path / "out" / "reach.csv").query("mode == 'any' and cutoff_min == 31")
    assert set(towns["open"]) == {100, 130}
    code, _, errors = run(*call[:3], files / "students.csv", *call[4:])
    assert (code, len(errors)) == (2, 1)
    assert "not hubs: no column 'id'" in errors[0]
