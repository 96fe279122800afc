"""The command line: quick help, one clear line for a mistake, nothing written."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from reach_tables import by_columns, by_rows
from shapely.geometry import box

from grensgeo import cli
from grensgeo.spec.shipped_regions import shipped_regions

COMMANDS = (
    "build",
    "times",
    "isochrones",
    "reach",
    "border",
    "compare",
    "map",
    "monitor",
    "check",
    "run",
)
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
#: A grid of streets, 11 x 11, about 200 m apart; the border runs between the columns 5 and 6.
STEP, WEST, SOUTH = 0.0018, 7.0, 52.2
BORDER = WEST + 5.5 * STEP


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Write an OSM file of the grid, its boundaries, points, opportunities; build the network."""
    folder = tmp_path_factory.mktemp("town")
    nodes, ways = [], []
    for row in range(11):
        for column in range(11):
            lon, lat = WEST + column * STEP, SOUTH + row * STEP
            nodes.append(
                f'<node id="{row * 11 + column + 1}" version="1" lon="{lon:.7f}" lat="{lat:.7f}"/>'
            )
    lines = [[r * 11 + c + 1 for c in range(11)] for r in range(11)]
    lines += [[r * 11 + c + 1 for r in range(11)] for c in range(11)]
    for number, line in enumerate(lines, start=1):
        refs = "".join(f'<nd ref="{ref}"/>' for ref in line)
        ways.append(
            f'<way id="{number}" version="1">{refs}<tag k="highway" v="residential"/></way>'
        )
    osm = folder / "town.osm"
    osm.write_text(f'<osm version="0.6">{"".join(nodes)}{"".join(ways)}</osm>', encoding="utf-8")
    areas = gpd.GeoDataFrame(
        {"country": ["NL", "DE"]},
        geometry=[box(6.9, 52.1, BORDER, 52.3), box(BORDER, 52.1, 7.1, 52.3)],
        crs="EPSG:4326",
    )
    areas.to_file(folder / "countries.geojson", driver="GeoJSON")
    ids = [f"{r:02d}{c:02d}" for r in (0, 5, 10) for c in (0, 5, 6, 10)]
    points = pd.DataFrame(
        {
            "id": ids,
            "lon": [WEST + int(i[2:]) * STEP for i in ids],
            "lat": [SOUTH + int(i[:2]) * STEP for i in ids],
            "country": ["NL" if int(i[2:]) <= 5 else "DE" for i in ids],
        }
    )
    points.to_csv(folder / "points.csv", index=False)
    points.assign(jobs=10.0)[["id", "country", "jobs"]].to_csv(folder / "jobs.csv", index=False)
    code = cli.main(
        [
            "build",
            str(osm),
            "--boundaries",
            str(folder / "countries.geojson"),
            "-o",
            str(folder / "net"),
        ]
    )
    assert code == 0
    return folder


@pytest.fixture
def run(capsys):
    """Run a command in this process; give its exit code, output and lines of error."""

    def call(*arguments):
        capsys.readouterr()
        try:
            code = cli.main([str(a) for a in arguments])
        except SystemExit as stopped:
            code = stopped.code
        printed = capsys.readouterr()
        errors = printed.err.splitlines()
        # said on the first run after installation alone
        return code, printed.out, [line for line in errors if "compiling the routing" not in line]

    return call


def test_help_loads_nothing_heavy():
    script = (
        "import sys\nfrom grensgeo import cli\n"
        "try: cli.main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'geopandas', 'numba', 'pandas', 'numpy', 'shapely', 'osmium', 'folium'}\n"
        "sys.exit(f'loaded {heavy & set(sys.modules)}' if heavy & set(sys.modules) else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "What people on each side of a border can reach" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, run):
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"grensgeo {command}" in out


def test_what_is_prepared_is_kept_beside_the_network(town, tmp_path, run, monkeypatch):
    from grensgeo.traveltimes import metrics

    shutil.copytree(town / "net", tmp_path / "net", ignore=lambda *_: ["router"])
    base = ["--origins", town / "points.csv", "--mode", "bicycle", "-o"]
    assert run("times", tmp_path / "net", *base, tmp_path / "a.csv", "--no-store")[0] == 0
    assert not (tmp_path / "net" / "router").exists()
    assert run("times", tmp_path / "net", *base, tmp_path / "b.csv")[0] == 0
    assert len(list((tmp_path / "net" / "router").iterdir())) == 1

    def forbidden(*_):
        raise AssertionError("contracted again")

    monkeypatch.setattr(metrics, "prepare_layout", forbidden)
    assert run("times", tmp_path / "net", *base, tmp_path / "c.csv")[0] == 0
    texts = {(tmp_path / name).read_text() for name in ("a.csv", "b.csv", "c.csv")}
    assert len(texts) == 1


def test_times_are_written_for_every_pair_with_their_licence(town, tmp_path, run):
    out = tmp_path / "times.parquet"
    code, _, errors = run(
        "times", town / "net", "--origins", town / "points.csv", "--mode", "walk", "-o", out
    )
    assert (code, errors) == (0, [])
    table = pd.read_parquet(out)
    assert list(table.columns[:3]) == ["from_id", "to_id", "travel_time_min"]
    assert len(table) == 144
    assert table["from_id"].str.len().eq(4).all()  # 0005 did not become 5
    west_east = table.query("from_id == '0000' and to_id == '0010'")["travel_time_min"].item()
    assert west_east == pytest.approx(
        10 * STEP * 68_380 / 5000 * 60, rel=0.005
    )  # 68.38 km a degree
    manifest = json.loads((tmp_path / "times.parquet.manifest.json").read_text(encoding="utf-8"))
    assert "ODbL" in manifest["sources"][0]["licence"]


def test_isochrones_are_written_as_gpkg_and_geoparquet(town, tmp_path, run):
    for name, read in (("i.gpkg", gpd.read_file), ("i.parquet", gpd.read_parquet)):
        code, _, errors = run(
            "isochrones", town / "net", "--origins", town / "points.csv", "--mode", "walk",
            "--cutoffs", 10, 5, "-o", tmp_path / name,
        )  # fmt: skip
        assert (code, errors) == (0, [])
        layer = read(tmp_path / name)
        assert {"from_id", "cutoff_min", "mode", "geometry"} <= set(layer.columns)
        assert len(layer) == 24
        assert layer.is_valid.all()


@pytest.fixture(scope="module")
def walked(town):
    """Travel times on foot, with the border open and with domestic routing."""
    open_, closed = town / "open.csv", town / "closed.csv"
    base = ["times", str(town / "net"), "--origins", str(town / "points.csv"), "--mode", "walk"]
    assert cli.main([*base, "-o", str(open_)]) == 0
    assert cli.main([*base, "--domestic-routing", "-o", str(closed)]) == 0
    return open_, closed


def test_reach_and_border_by_country(town, walked, tmp_path, run):
    code, _, errors = run(
        "reach",
        walked[0],
        "--opportunities",
        town / "jobs.csv",
        "--cutoffs",
        4,
        60,
        "-o",
        tmp_path / "r.csv",
    )
    assert (code, errors) == (0, [])
    reach = pd.read_csv(tmp_path / "r.csv", dtype={"id": str})
    wanted = [
        "id",
        "country",
        "cutoff_min",
        "opportunity",
        "to_country",
        "reach",
        "closed",
        "open",
    ]
    assert [c for c in reach.columns if c in wanted] == wanted
    reach = by_columns(reach)
    far = reach.query("cutoff_min == 60")
    assert (far["reach_nl"] == 60).all()
    assert (far["border_effect"] == 1).all()
    near = reach.query("cutoff_min == 4").set_index("id")
    assert near.loc["0000", ["closed", "open"]].tolist() == [10, 10]
    assert near.loc["0005", ["closed", "open"]].tolist() == [10, 20]  # 0006 lies across the border


def test_both_readings_of_closed(town, walked, tmp_path, run):
    for more in ([], ["--closed-times", walked[1]]):
        code, _, errors = run(
            "border", walked[0], "--opportunities", town / "jobs.csv", "--cutoffs", 60,
            *more, "-o", tmp_path / "b.csv",
        )  # fmt: skip
        assert (code, errors) == (0, [])
        table = pd.read_csv(tmp_path / "b.csv")
        assert (table["closed"] == 60).all()
        assert (table["open"] == 120).all()
    code, _, lines = run(
        "border", walked[0], "--opportunities", town / "jobs.csv", "--cutoffs", 60,
        "--closed-times", walked[0], "-o", tmp_path / "same.csv",
    )  # fmt: skip
    assert (code, len(lines)) == (2, 1)
    assert "open.csv: computed without --domestic-routing" in lines[0]
    assert not (tmp_path / "same.csv").exists()


def test_measures_by_name(town, walked, tmp_path, run):
    places = pd.read_csv(town / "points.csv", dtype={"id": str})
    held = tmp_path / "held.csv"
    places.assign(jobs=10.0, people=5.0).to_csv(held, index=False)
    base = ["reach", walked[0], "--opportunities", held, "-o", tmp_path / "m.csv"]
    decay = ["--decay", "exponential:rate=0.1"]
    for options in (
        ["cumulative", "--cutoffs", 4, 60],
        ["cumulative_interval", "--cutoffs", 5, 10],
        ["gravity", *decay],
        ["nearest", "--k", 2],
        ["dual", "--n", 15],
        ["2sfca", "--demand", "people", *decay],
        ["e2sfca", "--demand", "people"],
        ["3sfca", "--demand", "people"],
        ["balanced", "--demand", "people", *decay],
        ["spatial_availability", "--demand", "people", *decay],
        ["transport_performance", "--cutoffs", 10, "--radius-km", 2],
        ["logsum", "--rate", 0.1],
    ):
        code, _, errors = run(*base, "--measure", *options)
        assert (code, errors) == (0, []), options
        table = pd.read_csv(tmp_path / "m.csv", dtype={"id": str})
        jobs = table[table["opportunity"] == "jobs"]
        assert jobs["value"].notna().all()
        assert set(jobs["measure"]) == {options[0]}
        assert len(jobs) == 12 * (2 if options[0] == "cumulative" else 1)
        if "--demand" in options:
            assert set(table["opportunity"]) == {"jobs"}
        if options[0] == "spatial_availability":
            assert jobs["value"].sum() == pytest.approx(120)
    code, _, errors = run(*base, "--measure", "gravity", *decay, "--passive")
    assert (code, errors) == (0, [])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "give --cutoffs, or a --measure that needs none"),
        (["--cutoffs", 10, "--k", 2], "--k: belongs to a measure; give --measure NAME too"),
        (["--measure", "hansen"], "measure 'hansen' is not known; choose cumulative"),
        (["--measure", "gravity"], "measure gravity needs decay"),
        (["--measure", "gravity", "--decay", "exp:0.1"], "decay 'exp' is not known"),
        (["--measure", "e2sfca", "--demand", "people"], "--demand people: no such column"),
        (["--measure", "cumulative_interval", "--cutoffs", 5], "give --cutoffs FIRST LAST"),
    ],
)
def test_measures_that_cannot_be_computed(town, walked, tmp_path, run, options, message):
    out = tmp_path / "m.csv"
    code, _, errors = run(
        "reach", walked[0], "--opportunities", town / "jobs.csv", *options, "-o", out
    )
    assert code == 2
    assert message in errors[0]
    assert not out.exists()


def test_the_border_as_people_perceive_it(town, walked, tmp_path, run):
    base = ["border", walked[0], "--opportunities", town / "jobs.csv", "-o", tmp_path / "b.csv"]
    code, _, errors = run(*base, "--cutoffs", 60, "--resistance", 10, "--matching", 0.25)
    assert (code, errors) == (0, [])
    table = pd.read_csv(tmp_path / "b.csv")
    assert (table["realised"] == 75).all()
    assert (table["realised_means"] == "resistance 10 min; matching 0.25").all()
    code, _, errors = run(*base, "--decay", "gaussian:sd_min=20", "--resistance",
                          "commuting-car-lms", "--both-ways")  # fmt: skip
    assert (code, errors) == (0, [])
    table = pd.read_csv(tmp_path / "b.csv")
    assert (table["closed"] < table["realised"]).all()
    assert (table["realised"] < table["open"]).all()
    for options, message in [
        ([], "give either --cutoffs or --decay"),
        (["--cutoffs", 60, "--resistance", "lms"], "resistance 'lms' is not known"),
        (["--cutoffs", 60, "--resistance", "commuting-car-lms"], "no minutes for DE to NL"),
        (["--cutoffs", 60, "--matching", 2], "weight 2.0; give a number from 0 to 1"),
    ]:
        code, _, errors = run(*base, *options)
        assert code == 2
        assert message in errors[0]


def test_compare_holds_two_tables_together(town, walked, tmp_path, run):
    for name in ("a.csv", "b.csv"):
        run(
            "reach",
            walked[0],
            "--opportunities",
            town / "jobs.csv",
            "--cutoffs",
            10,
            "-o",
            tmp_path / name,
        )
    code, _, errors = run(
        "compare", tmp_path / "a.csv", tmp_path / "b.csv", "-o", tmp_path / "c.csv"
    )
    assert (code, errors) == (0, [])
    assert (pd.read_csv(tmp_path / "c.csv")["difference"] == 0).all()


def test_check_says_what_a_file_holds(town, run):
    code, out, _ = run("check", town / "net", town / "points.csv", town / "town.osm")
    assert code == 0
    assert "12 points" in out


def swapped(frame):
    """Swap the coordinates."""
    return frame.rename(columns={"lon": "lat", "lat": "lon"})


def doubled(frame):
    """Give two rows the same id."""
    return frame.assign(id=["0000", "0000", *frame["id"].tolist()[2:]])


@pytest.mark.parametrize(("spoil", "word"), [(swapped, "swapped"), (doubled, "duplicate")])
def test_points_that_cannot_be_right_are_refused(spoil, word, town, tmp_path, run):
    bad = tmp_path / "bad.csv"
    spoil(pd.read_csv(town / "points.csv", dtype={"id": str})).to_csv(bad, index=False)
    code, _, lines = run(
        "times", town / "net", "--origins", bad, "--mode", "walk", "-o", tmp_path / "t.csv"
    )
    assert code == 2
    assert len(lines) == 1
    assert word in lines[0].lower()
    assert "bad.csv" in lines[0]
    assert [p.name for p in tmp_path.iterdir()] == ["bad.csv"]


def test_a_geojson_in_metres_without_a_crs_is_refused(town, tmp_path, run):
    bad = tmp_path / "metres.geojson"
    feature = {
        "type": "Feature",
        "properties": {"id": "a"},
        "geometry": {"type": "Point", "coordinates": [257_000.0, 471_000.0]},
    }
    bad.write_text(
        json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8"
    )
    code, _, lines = run(
        "times", town / "net", "--origins", bad, "--mode", "walk", "-o", tmp_path / "t.csv"
    )
    assert code == 2
    assert len(lines) == 1
    assert "metres.geojson" in lines[0]
    assert [p.name for p in tmp_path.iterdir()] == ["metres.geojson"]


def test_a_missing_file_writes_nothing(tmp_path, run):
    code, _, lines = run("build", tmp_path / "none.osm.pbf", "-o", tmp_path / "net")
    assert code == 2
    assert len(lines) == 1
    assert "none.osm.pbf" in lines[0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.osm.pbf", "<!DOCTYPE html><html>404</html>"),
        ("page.osm", "<!DOCTYPE html><html>404</html>"),
        ("place.osm", '<osm version="0.6"><node id="1" version="1" lon="east" lat="52"/></osm>'),
        ("cut.osm", '<osm version="0.6"><node id="1" lon="7" lat="52"/><way id="1"><nd ref="1"'),
    ],
)
def test_what_is_no_osm_data_writes_nothing(name, content, tmp_path, run):
    (tmp_path / name).write_text(content)
    code, _, lines = run("build", tmp_path / name, "-o", tmp_path / "net")
    assert (code, len(lines)) == (2, 1)
    assert f"{name}: truncated, damaged or not OSM data" in lines[0]
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_truncated_extract_writes_nothing(town, tmp_path, run):
    import osmium

    whole = tmp_path / "whole.osm.pbf"
    with osmium.SimpleWriter(str(whole)) as writer:
        for item in osmium.FileProcessor(str(town / "town.osm")):
            writer.add(item)
    cut = tmp_path / "cut.osm.pbf"
    cut.write_bytes(whole.read_bytes()[:-200])
    code, _, lines = run("build", cut, "-o", tmp_path / "net")
    assert code == 2
    assert len(lines) == 1
    assert "cut.osm.pbf" in lines[0]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cut.osm.pbf", "whole.osm.pbf"]


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (["--mode", "plane"], "invalid choice: 'plane'"),
        (["--mode", "walk", "--max-min", "0"], "'0' is not a number of minutes"),
        (["--mode", "walk", "--max-min", "nan"], "'nan' is not a number of minutes"),
        (["--mode", "walk", "--max-min", "-5"], "'-5' is not a number of minutes"),
        (["--mode", "walk", "--colour", "5"], "unrecognized arguments: --colour"),
        ([], "required: --mode"),
    ],
)
def test_a_wrong_option_is_answered_on_one_line(more, word, town, tmp_path, run):
    code, out, lines = run(
        "times", town / "net", "--origins", town / "points.csv", "-o", tmp_path / "t.csv", *more
    )
    assert (code, out) == (2, "")
    assert len(lines) == 1
    assert lines[0].startswith("grensgeo: ")
    assert word in lines[0]
    assert list(tmp_path.iterdir()) == []


def test_no_command_and_an_unknown_one_are_answered_on_one_line(run):
    for arguments in ([], ["fly"]):
        code, _, lines = run(*arguments)
        assert (code, len(lines)) == (2, 1)
        assert lines[0].endswith("see grensgeo --help")


@pytest.mark.parametrize(
    ("output", "report", "word"),
    [
        ("folder.csv", "r.csv", "is a folder; name a file"),
        ("file/t.csv", "r.csv", "is a file; choose another folder"),
        ("t.csv", "r.txt", "ends in .parquet or .csv"),
        ("t.csv", "folder.csv", "is a folder; name a file"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(
    output, report, word, town, tmp_path, run
):
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "file").write_text("")
    code, _, lines = run(
        "times", tmp_path / "no network", "--origins", town / "points.csv", "--mode", "walk",
        "-o", tmp_path / output, "--report", tmp_path / report,
    )  # fmt: skip
    assert (code, len(lines)) == (2, 1)
    assert word in lines[0]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder.csv"]


def test_reach_beyond_the_longest_trip_is_refused(town, tmp_path, run):
    run("times", town / "net", "--origins", town / "points.csv", "--mode", "walk",
        "--max-min", 10, "-o", tmp_path / "t.csv")  # fmt: skip
    code, _, lines = run(
        "reach", tmp_path / "t.csv", "--opportunities", town / "jobs.csv", "--cutoffs", 10, 20,
        "-o", tmp_path / "r.csv",
    )  # fmt: skip
    assert (code, len(lines)) == (2, 1)
    assert "the times end at 10 min, so nothing can be said of the cutoffs 20.0" in lines[0]
    assert not (tmp_path / "r.csv").exists()


def test_either_opportunities_or_a_region(town, walked, tmp_path, run):
    code, _, lines = run(
        "reach", walked[0], "--opportunities", town / "jobs.csv", "--region", SAMPLE,
        "--cutoffs", 4, "-o", tmp_path / "r.csv",
    )  # fmt: skip
    assert (code, len(lines)) == (2, 1)
    assert "not both" in lines[0]


@pytest.fixture(scope="module")
def reached(tmp_path_factory):
    """Reach of the cells of Losser and Gronau, one line as good as the other."""
    cells = pd.read_parquet(
        SAMPLE / "cells.parquet", columns=["cell_id", "region_code", "country"]
    )
    cells = cells[cells["region_code"].isin(["GM0168", "05554020"])]
    nl = (cells["country"] == "NL").to_numpy()
    table = pd.DataFrame(
        {
            "id": cells["cell_id"],
            "country": cells["country"],
            "cutoff_min": 45.0,
            "opportunity": "jobs",
            "reach_nl": 300.0,
            "reach_de": 100.0,
            "closed": nl * 200.0 + 100.0,
            "open": 400.0,
            "border_effect": 400.0 / (nl * 200.0 + 100.0) - 1,
        }
    )
    path = tmp_path_factory.mktemp("reach") / "reach.csv"
    by_rows(table).to_csv(path, index=False)
    return path


@pytest.mark.parametrize(
    "kind", ["border-effect", pytest.param("scenario", marks=pytest.mark.long)]
)
def test_reach_of_cells_is_drawn_by_municipality(reached, tmp_path, run, kind):
    more = ["--baseline", reached] if kind == "scenario" else []
    out = tmp_path / "new" / f"{kind}.html"
    code, _, _ = run("map", kind, reached, "--region", SAMPLE, *more, "-o", out)
    assert code == 0
    assert "Losser" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "word"),
    [
        (["--choose", "cutoff=45"], "--choose is for a picture; give --png too"),
        (["--png", "--choose", "cutoff=44"], "choose: cutoff: '44' is not there"),
    ],
)
def test_a_choice_that_changes_nothing_is_told_and_nothing_written(
    reached, tmp_path, run, more, word
):
    out = tmp_path / "maps" / "reach.html"
    code, _, lines = run("map", "reach", reached, "--region", SAMPLE, "-o", out, *more)
    assert (code, len(lines)) == (2, 1)
    assert word in lines[0]
    assert not list(tmp_path.rglob("*.*"))


def test_the_feed_of_cells_names_its_mode_and_is_valid(reached, tmp_path, run):
    import frictionless

    feed = tmp_path / "feed"
    code, _, lines = run("monitor", reached, "--region", SAMPLE, "--period", "2022", "-o", feed)
    assert (code, len(lines)) == (2, 1)
    assert "give --mode" in lines[0]
    code, _, _ = run(
        "monitor", reached, "--region", SAMPLE, "--period", "2022", "--mode", "car", "-o", feed
    )
    assert code == 0
    figures = pd.read_csv(feed / "observations.csv", dtype=str).set_index(
        ["indicator_id", "region_code"]
    )["value"]
    assert float(figures["jobs_open_car_45min", "GM0168"]) == 400
    assert float(figures["jobs_border_effect_car_45min", "05554020"]) == 3
    assert frictionless.validate(str(feed / "datapackage.json")).valid


@pytest.mark.parametrize(
    ("text", "more", "word"),
    [
        ("id,open\n", [], "not a table of reach: no column 'country'"),
        (None, ["--period", "2022-13"], "--period: period '2022-13'"),
        ("GM9999", [], "neither all municipalities nor all cells of the region: GM9999"),
    ],
)
def test_a_feed_of_nonsense_is_refused(text, more, word, reached, tmp_path, run):
    bad = tmp_path / "bad.csv"
    lines = reached.read_text(encoding="utf-8").splitlines()[:3]
    known = "\n".join(lines)
    bad.write_text(
        known.replace(lines[1].split(",")[0], text) if text == "GM9999" else text or known
    )
    code, _, lines = run(
        "monitor", bad, "--region", SAMPLE, "--period", "2022", *more, "--mode", "car",
        "-o", tmp_path / "feed",
    )  # fmt: skip
    assert (code, len(lines)) == (2, 1)
    assert word in lines[0]
    assert [p.name for p in tmp_path.iterdir()] == ["bad.csv"]


def test_a_warning_is_told_once(tmp_path, walked, town, run):
    jobs = pd.read_csv(town / "jobs.csv", dtype={"id": str})
    jobs.loc[0, "jobs"] = None
    jobs.to_csv(tmp_path / "jobs.csv", index=False)
    code, _, lines = run(
        "border", walked[0], "--opportunities", tmp_path / "jobs.csv", "--cutoffs", 30, 60,
        "-o", tmp_path / "b.csv",
    )  # fmt: skip
    assert code == 0
    assert len(lines) == len(set(lines))
    assert all(line.startswith("grensgeo: warning: ") for line in lines)


def test_an_output_of_another_kind_is_refused_before_the_work(town, tmp_path, run):
    code, _, lines = run(
        "times",
        town / "net",
        "--origins",
        town / "points.csv",
        "--mode",
        "walk",
        "-o",
        tmp_path / "t.xlsx",
    )
    assert code == 2
    assert ".parquet" in lines[0]


def test_periods_stress_and_observed_speeds(run, town):
    points = ["--origins", town / "points.csv"]

    def table(name, *options):
        out = town / f"{name}.csv"
        code, _, err = run("times", town / "net", *points, *options, "-o", out)
        assert code == 0, err
        return pd.read_csv(out)["travel_time_min"]

    car = ["--mode", "car", "--park-min", "0"]
    free = table("free", *car)
    pd.testing.assert_series_equal(table("peak", *car, "--period", "morning_peak"), free)
    (town / "speeds.csv").write_text(
        "way_id,speed_kmh\n" + "".join(f"{way},12\n" for way in range(1, 23))
    )
    slow = table("slow", *car, "--speeds", town / "speeds.csv")
    pd.testing.assert_series_equal(slow, 2 * free, rtol=1e-3)  # 24 km/h otherwise
    calm = table("calm", "--mode", "bicycle", "--max-stress", "1")
    pd.testing.assert_series_equal(calm, table("bicycle", "--mode", "bicycle"))
    out = ["-o", town / "x.csv"]
    code, _, err = run("times", town / "net", *points, *car, "--period", "noon", *out)
    assert (code, len(err)) == (2, 1)
    assert "period 'noon' is not in hours.csv; choose one of free_flow" in err[0]
    code, _, err = run("times", town / "net", *points, *car, "--max-stress", "2", *out)
    assert (code, len(err)) == (2, 1)
    assert "max_stress is for trips by bicycle" in err[0]
    code, _, err = run("times", town / "net", *points, *car, "--speeds", town / "no.csv", *out)
    assert (code, len(err)) == (2, 1)


def test_crossing_the_border_takes_time(run, town):
    def table(*options):
        out = town / "crossing.csv"
        points = ["--origins", town / "points.csv", "--mode", "walk"]
        code, _, err = run("times", town / "net", *points, *options, "-o", out)
        assert code == 0, err
        return pd.read_csv(out, dtype={"from_id": str, "to_id": str})

    free = table()
    slow = table("--crossing-time-min", "9")
    abroad = (free["from_id"].str[2:] <= "05") != (free["to_id"].str[2:] <= "05")
    pd.testing.assert_series_equal(
        slow["travel_time_min"],
        free["travel_time_min"] + 9.0 * abroad,
        atol=1e-3,
        check_names=False,
    )
    own = town / "delays.csv"
    own.write_text("control,mode,delay_s,source\ntraffic_signals,*,9,me\n")
    code, _, err = run(
        "times", town / "net", "--origins", town / "points.csv", "--mode", "walk",
        "--delays", own, "-o", town / "x.csv",
    )  # fmt: skip
    assert (code, len(err)) == (2, 1)
    assert "no delay for level_crossing car" in err[0]
    pd.testing.assert_frame_equal(table("--delays"), free)  # no signal stands there
    by_car = "times", town / "net", "--origins", town / "points.csv", "--mode", "car"
    for more in ((), ("--car-speeds", "journey")):
        code, _, err = run(*by_car, "--delays", *more, "-o", town / "x.csv")
        assert (code, len(err)) == (2, 1)
        assert "the default speeds hold the stops already" in err[0]
        assert not (town / "x.csv").exists()
    code, _, err = run(*by_car, "--delays", "--car-speeds", "running", "-o", town / "x.csv")
    assert code == 0, err


def test_a_network_is_built_with_heights_and_speeds(run, town):
    import numpy as np
    import rasterio

    from grensgeo.network import load_network

    degree = 111_195 * np.cos(np.radians(SOUTH))  # metres to the east
    columns = 6.99 + (np.arange(200) + 0.5) * 0.0003
    heights = np.tile(0.05 * (columns - WEST) * degree, (150, 1)).astype("float32")
    transform = rasterio.Affine(0.0003, 0.0, 6.99, 0.0, -0.0003, 52.235)
    with rasterio.open(
        town / "hill.tif", "w", driver="GTiff", width=200, height=150, count=1,
        dtype="float32", crs=4326, transform=transform,
    ) as file:  # fmt: skip
        file.write(heights, 1)
    (town / "one.csv").write_text("way_id,speed_kmh\n3,12\n")
    code, _, err = run(
        "build", town / "town.osm", "--elevation", town / "hill.tif",
        "--speeds", town / "one.csv", "-o", town / "hilly",
    )  # fmt: skip
    assert code == 0, err
    network = load_network(town / "hilly")
    streets = network.streets
    east = streets.way_id <= 11
    slope = streets.climb_m[east] / streets.length_m[east]
    np.testing.assert_allclose(slope, 0.05, rtol=0.01)
    assert streets.climb_m[~east].max() < 0.02
    assert set(np.unique(3600 * streets.length_m / 1000 / network.durations_s("car")[0]).round()) == {12, 24}  # fmt: skip
    assert any("hill.tif" in note for note in network.provenance.notes)


@pytest.mark.parametrize("command", ["fetch", "region", "all"])
def test_the_help_names_every_region_that_is_shipped(command, capsys):
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    said = "".join(capsys.readouterr().out.split())
    assert [name for name in shipped_regions() if name not in said] == []
