"""The command line: quick help, one clear line for a mistake, nothing written."""

import json
import subprocess
import sys

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import box

from grensgeo import cli

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
        return code, printed.out, printed.err.splitlines()

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
        "reach_nl",
        "reach_de",
        "closed",
        "open",
    ]
    assert [c for c in reach.columns if c in wanted] == wanted
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
