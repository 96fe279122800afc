"""Every block of code in README and docs runs, or says why it can not run here.

Commands are parsed by the program's own parser, and run in a folder with a small cut of the sample;
Python runs in the order of its page; TOML is held against what is declared.
"""

import re
import shlex
import shutil
import tomllib
from functools import cache
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from examples import few
from feeds import feed_files, write_feed

import grensgeo as gg
from grensgeo.cli.program import main, parser
from grensgeo.cli.schema_command import declared_records
from grensgeo.files import read_record
from grensgeo.lines.services_file import read_new_lines

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in (
        ROOT / "README.md",
        ROOT / "data/README.md",
        *sorted((ROOT / "docs").rglob("*.md")),
    )
}
BLOCK = re.compile(r"^( *)```(\w*)\n(.*?)^ *```", flags=re.DOTALL | re.MULTILINE)
SHELL = {"sh", "bash", "console", ""}

#: Lines that are no command of grensgeo's: how they begin, and why they do not run here.
OTHER_PROGRAMS = {
    "make ": "a target; tests/test_readme.py holds that there is one",
    "source .venv/bin/activate": "of the shell",
    "python data/compile/border_flows.py": "reads raw inputs, which are not in the repository",
    "pip install": "tests/test_cli_first_commands.py installs the wheel",
}
#: Commands that are parsed and do not run here: how they begin, and why.
NEED_MORE = {
    "grensgeo all twente-muensterland -o OUT": "fetches; with --dry-run it runs",
    "grensgeo all REGION.toml -o OUT": "fetches; tests/test_whole_way_commands.py has a small one",
    "grensgeo fetch REGION.toml": "fetches; with --dry-run it runs",
    "grensgeo fetch region.toml -o raw": "fetches; with --dry-run it runs",
    "grensgeo places raw": "needs what fetch brings; tests/test_osm_places_to_atlas.py has a small one",
    "grensgeo region REGION.toml": "needs what fetch brings; tests/test_whole_way_commands.py",
    "grensgeo build REGION.toml": "needs what fetch brings; tests/test_whole_way_commands.py",
    "grensgeo build OSM...": "names stand for files of one's own; README.md has such a line",
    "grensgeo times NET": "of what is built before it; docs/users/gis.md has such a line",
    "grensgeo journeys NET": "of what is built before it; tests/test_cli.py",
    "grensgeo methods TIMES": "names stand for files; tests/test_methods_named_readings.py",
    "grensgeo ikob PROJECT.json": "of CROW's program; tests/test_methods_ikob.py has a small one",
    "grensgeo border-fit": "tables of one's own; tests/test_cli_flow_commands.py has small ones",
    "grensgeo realised car.parquet": "of times of one's own; tests/test_cli_flow_commands.py",
    "grensgeo run study.toml --store /shared/store": "needs a cluster; tests/test_steps_cluster.py",
    "grensgeo run region/study.toml": "needs the region before it; tests/test_whole_way_commands.py",
}


def blocks(page):
    """Give language and text of each block of a page, without what it is indented by."""
    return [
        (language, re.sub(f"^{gap}", "", text, flags=re.MULTILINE))
        for gap, language, text in BLOCK.findall(PAGES[page])
    ]


def commands(page):
    """Give the lines of the shell blocks of a page, each whole."""
    found = []
    for language, text in blocks(page):
        if language in SHELL:
            lines = text.replace("\\\n", " ").splitlines()
            told = [re.sub(r"\s+#.*$", "", line).strip() for line in lines]
            first = told[0] if told else ""
            if language or first.startswith("grensgeo "):
                found += [line.removeprefix("$ ") for line in told if line]
    return found


ALL = [(page, line) for page in PAGES for line in commands(page)]
OWN = [(page, line) for page, line in ALL if line.startswith("grensgeo ")]


def why_not(line):
    """Give why a command does not run here; None where it does."""
    if "--dry-run" in line:
        return None
    return next((why for start, why in NEED_MORE.items() if line.startswith(start)), None)


def test_every_line_is_a_command_of_ours_or_says_whose():
    other = [line for page, line in ALL if (page, line) not in OWN]
    assert [line for line in other if not line.startswith(tuple(OTHER_PROGRAMS))] == []
    for start in OTHER_PROGRAMS:
        assert any(line.startswith(start) for line in other), start
    for start in NEED_MORE:
        assert any(line.startswith(start) for _, line in OWN), start
    named = re.findall(r"tests/\w+\.py", str([*OTHER_PROGRAMS.values(), *NEED_MORE.values()]))
    assert [name for name in named if not (ROOT / name).exists()] == []


known_commands = cache(parser)


@pytest.mark.parametrize(("page", "line"), OWN)
def test_a_command_is_one_that_can_be_given(page, line):
    known_commands().parse_args(shlex.split(line)[1:])


# --- what commands find in their folder

STUDY = """
[study]
id = "small"
region = "{region}"
period = "2022"
title = {{ nl = "a", de = "b", en = "c" }}
[networks]
region = "{region}/network"
[[trips]]
id = "car"
network = "region"
mode = "car"
max_min = 90
[reach]
areas = ["twente", "muensterland"]
cutoffs_min = [30, 45]
opportunities = ["jobs"]
"""
FASTER = """
[scenario]
name = "n18-100"
title = { nl = "a", de = "b", en = "c" }
[[modifications]]
type = "modify-streets"
refs = ["N18"]
limit_kmh = 100
"""
#: Two villages on both sides of the border at Glanerbrug.
SPOTS = {"a": (6.970, 52.215), "b": (6.975, 52.216), "c": (7.000, 52.213), "d": (7.020, 52.211)}


def write_points(folder):
    """Write homes, firms, jobs and listings of one's own."""
    homes = pd.DataFrame(
        [(name, *spot, "NL", 10) for name, spot in list(SPOTS.items())[:2]],
        columns=["id", "lon", "lat", "country", "people"],
    )
    homes.to_csv(folder / "homes.csv", index=False)
    firms = pd.DataFrame(
        [(f"f{name}", *spot, "DE") for name, spot in list(SPOTS.items())[2:]],
        columns=["id", "lon", "lat", "country"],
    )
    for name, frame in (("homes", homes), ("firms", firms)):
        points = gpd.points_from_xy(frame["lon"], frame["lat"], crs=4326)
        gpd.GeoDataFrame(frame[["id", "country"]], geometry=points).to_file(
            folder / f"{name}.gpkg"
        )
    firms.assign(jobs=5)[["id", "country", "jobs"]].to_csv(folder / "jobs.csv", index=False)
    shutil.copy(ROOT / "data/sample/questions/internships-made-up.csv", folder / "listings.csv")
    (folder / "export.csv").write_text(
        "Stage;Bedrijf;Plaats;Niveau\nLasser;Staal BV;Enschede;MBO 4\nLogistik;Spedition;Gronau;MBO 4\n"
    )


def write_extracts(folder):
    """Write two extracts of OpenStreetMap that meet at the border."""
    import osmium

    ways = {"overijssel": ("a", "b", "c"), "muenster-regbez": ("c", "d")}
    numbers = {name: number for number, name in enumerate(SPOTS, start=1)}
    for number, (name, spots) in enumerate(ways.items(), start=1):
        with osmium.SimpleWriter(str(folder / f"{name}.osm.pbf"), overwrite=True) as writer:
            for spot in spots:
                node = osmium.osm.mutable.Node(id=numbers[spot], location=SPOTS[spot], version=1)
                writer.add_node(node)
            tags = {"highway": "residential"}
            nodes = [numbers[spot] for spot in spots]
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=nodes, tags=tags, version=1))


def write_times(folder, sample):
    """Write times between some cells, and what there is in them."""
    region = gg.load_region(sample)
    network = gg.load_network(sample / "network")
    times = gg.travel_times(network, region.cells, region.cells, gg.Trip("car", max_min=60))
    times.to_frame().to_parquet(folder / "times.parquet")
    cells = region.cells[["cell_id", "country"]].rename(columns={"cell_id": "id"})
    counts = cells.assign(places=3.0, people=region.cells["population"].to_numpy())
    counts.to_csv(folder / "places.csv", index=False)


@pytest.fixture
def folder(tmp_path, small_sample, monkeypatch):
    """A folder in which a reader types commands, beside data/."""
    (tmp_path / "data").symlink_to(small_sample.parent)
    (tmp_path / "STUDY.toml").write_text(STUDY.format(region="data/sample"), encoding="utf-8")
    (tmp_path / "REGION.toml").write_text(of_language("docs/own-region.md", "toml")[0], "utf-8")
    shutil.copy(tmp_path / "REGION.toml", tmp_path / "region.toml")
    (tmp_path / "n18-100.toml").write_text(FASTER, encoding="utf-8")
    text = of_language("docs/rankings.md", "toml")[0]
    (tmp_path / "candidates.toml").write_text(text, encoding="utf-8")
    write_points(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def of_language(page, language):
    return [text for kind, text in blocks(page) if kind == language]


def prepare(page, line, folder, sample):
    """Lay down what a command of a page needs beside the folder's files."""
    if page == "README.md" and "grensgeo build" in line:
        write_extracts(folder)
    elif page == "README.md" and "mysample/study.toml" in line:  # the small one in its place
        shutil.rmtree(folder / "mysample")
        shutil.copytree(sample, folder / "mysample", symlinks=True)
        (folder / "mysample/study.toml").unlink()  # a link to the sample's own
        (folder / "mysample/study.toml").write_text(STUDY.format(region="."), encoding="utf-8")
    elif page == "docs/measures.md" and not (folder / "places.csv").exists():
        write_times(folder, sample)
    elif "FEED.zip" in line:
        write_feed(folder / "FEED.zip", feed_files({"1": "Enschede 7:00, Gronau 7:20"}))
    elif "maps/tables" in line:
        assert main(["run", "STUDY.toml", "-o", "maps", "--no-store"]) == 0


#: Pages whose commands run in `make test` too; those of all pages in `make check`.
QUICK = ("docs/users/gis.md", "docs/own-region.md")


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
@pytest.mark.parametrize(
    "page", few(dict.fromkeys(page for page, line in OWN if why_not(line) is None), *QUICK)
)
def test_the_commands_of_a_page_run(page, folder, small_sample):
    for of, line in OWN:
        if of == page and why_not(line) is None:
            prepare(page, line, folder, small_sample)
            assert main(shlex.split(line)[1:]) == 0, line


# --- Python

#: What the first block of a page takes for granted.
BEFORE = {
    "docs/study.md": (
        "import grensgeo as gg\n"
        'region, network = gg.load_region("data/sample"), gg.load_network("data/sample/network")\n'
        'scenario = gg.read_scenario("data/sample/scenarios/border-closed-routing.toml")\n'
    ),
    "docs/codes.md": "import grensgeo as gg\n",
}
#: Pages whose Python does not run here, and why.
PYTHON_ELSEWHERE = {
    "docs/architecture.md": "lists signatures",
    "docs/compare.md": "tests/test_comparison.py runs it",
    "docs/fetch.md": "asks the internet",
    "docs/grenswerk.md": "goes on from its examples, which run in the tests of GrensWerk",
    "docs/large.md": "asks a cluster",
    "docs/methods.md": "computes times of three modes on the whole sample",
    "docs/monitor.md": "reads a feed that a publisher has, by duckdb too",
    "docs/sources.md": "reads publishers' files",
    "docs/year.md": "reads timetables of a year of one's own",
    "docs/validation.md": "takes minutes on the whole sample; tests/test_sample_reach.py",
}


#: Pages whose Python runs in `make check` alone.
SLOW = ("docs/costs.md", "docs/questions.md", "docs/rankings.md")


def test_pages_whose_python_does_not_run_have_some():
    having = {page for page in PAGES if of_language(page, "python")}
    assert set(PYTHON_ELSEWHERE) <= having
    assert set(BEFORE) <= having - set(PYTHON_ELSEWHERE)


def test_blocks_of_python_can_be_read():
    for page in sorted(set(PAGES) - {"docs/architecture.md"}):
        for text in of_language(page, "python"):
            compile(text, page, "exec")


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=pytest.mark.long) if page in SLOW else page
        for page in PAGES
        if of_language(page, "python") and page not in {*PYTHON_ELSEWHERE, "README.md"}
    ],
)
def test_the_python_of_a_page_runs(page, folder):
    code = "\n".join([BEFORE.get(page, ""), *of_language(page, "python")])
    exec(compile(code, page, "exec"), {})


# --- TOML

#: Keys that tell of which file a block is, in the order in which they are looked for.
KINDS = {
    "areas": "region", "study": "study", "question": "question", "candidates": "candidates",
    "scenario": "scenario", "tickets": "costs",
}  # fmt: skip
TOML = [(page, text) for page in PAGES for text in of_language(page, "toml")]


@pytest.mark.parametrize(("page", "text"), TOML, ids=[page for page, _ in TOML])
def test_toml_is_what_can_stand_in_a_file(page, text, tmp_path):
    file = tmp_path / "block.toml"
    file.write_text(text, encoding="utf-8")
    said = tomllib.loads(text)
    if "lines" in said:
        assert read_new_lines(file).headways
        return
    if set(said) == {"monitor"}:
        file.write_text(text.replace("[monitor]\n", "").replace("[monitor.", "["), "utf-8")
    if {"columns", "levels"} & set(said):
        return  # what columns of a list of placements mean; its reader is not a declared record
    kind = next((KINDS[key] for key in KINDS if key in said), "monitor")
    reader, _ = read_record(file, declared_records()[kind], where=kind)
    reader.fail(str(file))
