"""The commands of README and docs make a region's maps, with drawn publishers for the internet."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from borderworld import Border, Town, pbf, serve_border
from browser import ready, visit
from consistency import map_values, near
from osm_files import halves
from publishers import publishers
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.countries.country_files import by_code
from grensgeo.fetch.entries import read_entries
from grensgeo.fetch.needs import RegionNeeds
from grensgeo.network.snapping import snap
from grensgeo.routing.streets.ends import Ends, Ports
from grensgeo.spec import read_region_file
from grensgeo.spec.shipped_regions import region_path, shipped_regions
from grensgeo.study.whole_way import plan_all
from grensgeo.traveltimes.trip import OFF_NETWORK_KMH

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EXTRACT = SHARED / "data" / "osm" / "aachen_nl-de-be_2021-08.osm.pbf"
OUTLINES = SHARED / "cases" / "data" / "files"
PAGE = ROOT / "docs" / "own-region.md"
CUTOFFS_MIN = (15, 30, 45)


def commands_of(path, begins):
    """Give the commands of a page that begin so, as they are typed, each once."""
    blocks = re.findall(r"```(?:sh|bash)\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith(begins)]
    return list(dict.fromkeys(lines))


def region_of_page():
    """Give the region's file that the page shows."""
    text = PAGE.read_text(encoding="utf-8")
    (found,) = (
        one for one in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "[region]" in one
    )
    return found


def run(command, folder, own):
    """Type a command in a folder, where a catalogue of one's own is declared."""
    words = shlex.split(command, comments=True)
    assert words[0] == "grensgeo"
    found = subprocess.run(
        [sys.executable, "-m", "grensgeo.cli", *words[1:]], cwd=folder, check=False, text=True,
        capture_output=True,
        env=os.environ | {"GRENSGEO_CATALOGUE": str(own), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert found.returncode == 0, (command, found.stdout, found.stderr)
    return found.stdout + found.stderr


# --- a second computation


def worked_minutes(network, mode, points):
    """Give the minutes between points by scipy's Dijkstra over the arcs of a mode."""
    streets, graph = network.streets, network.graph(mode)
    standing = snap(network, points, mode)
    on = standing.edge >= 0
    forward, backward = network.durations_s(mode)
    ports = Ports(streets.tail, streets.head, graph.depart, graph.arrive, graph.reached,
                  graph.begin_s, graph.end_s)  # fmt: skip
    ends = Ends.on_edges(
        standing.edge[on], standing.fraction[on], standing.distance_m[on] / (OFF_NETWORK_KMH / 3.6),
        tail=streets.tail, head=streets.head, forward_s=forward, backward_s=backward, ports=ports,
    )  # fmt: skip
    tails = np.repeat(np.arange(graph.n_vertices), np.diff(graph.indptr))
    order = np.lexsort((graph.weights_s, graph.heads, tails))
    tails, heads, weights = tails[order], graph.heads[order], graph.weights_s[order]
    first = (np.diff(tails, prepend=-1) != 0) | (np.diff(heads, prepend=-1) != 0)
    # a weight of zero would be no arc
    arcs = (np.maximum(weights[first], 1e-9), (tails[first], heads[first]))
    matrix = csr_array(arcs, (graph.n_vertices, graph.n_vertices))
    out, into = ends.leave_s(), ends.arrive_s()
    found = np.full((len(out), len(out)), np.inf)
    for a in (0, 1):
        reached = dijkstra(matrix, indices=ends.leave[:, a])
        for b in (0, 1):
            whole = out[:, [a]] + reached[:, ends.enter[:, b]] + into[:, b]
            found = np.fmin(found, whole)
    same = ends.edge[:, None] == ends.edge[None, :]
    ahead = ends.fraction[None, :] - ends.fraction[:, None]
    along = np.where(
        ahead >= 0, ends.forward_s[:, None] * ahead, -ends.backward_s[:, None] * ahead
    )
    along += ends.offset_s[:, None] + ends.offset_s[None, :]
    found = np.fmin(found, np.where(same, along, np.inf))
    minutes = np.full((len(points), len(points)), np.nan)
    minutes[np.ix_(on, on)] = np.where(np.isinf(found), np.nan, found / 60)
    return minutes


def worked_reach(region, network, mode, cutoff_min):
    """Give jobs within a cutoff by cell and country, of the second computation."""
    cells = region.cells
    park = gg.Trip(mode).park_minutes(mode)
    within = worked_minutes(network, mode, cells) + park <= cutoff_min
    jobs = region.opportunities["jobs"].reindex(cells.index).fillna(0.0).to_numpy()
    return pd.DataFrame(
        {
            country: within @ np.where(cells["country"] == country, jobs, 0.0)
            for country in sorted(set(cells["country"]))
        },
        index=cells.index,
    )


def check_results(folder, region, network, *, modes=("car", "walk"), cutoff_min=45):
    """Hold tables, map and feed of a study against the second computation."""
    table = pd.read_parquet(folder / "tables" / "reach_cells.parquet")
    drawn = map_values(folder / "reach.html")
    feed = pd.read_csv(folder / "monitor" / "observations.csv", dtype={"region_code": str})
    told = feed.set_index(["indicator_id", "region_code"])["value"]
    held = 0
    for mode in modes:
        worked = worked_reach(region, network, mode, cutoff_min)
        mine = table[(table["mode"] == mode) & (table["cutoff_min"] == cutoff_min)]
        mine = mine[mine["opportunity"] == "jobs"]
        found = mine.pivot_table(index="id", columns="to_country", values="reach", aggfunc="first")
        assert set(found.columns) == set(worked.columns)
        known = found.dropna().index
        assert len(known) > 10
        for country in worked:
            np.testing.assert_allclose(
                found.loc[known, country], worked.loc[known, country], rtol=1e-6, atol=1e-6
            )
        # the mean inhabitant of each municipality: on the map and in the feed
        people = region.cells.loc[known, "population"].astype(float)
        codes = region.cells.loc[known, "region_code"]
        for code in codes.unique():
            own = codes.index[codes == code]
            share = people[own] / people[own].sum()
            reach = (worked.loc[own].mul(share, axis=0)).sum()
            home = region.municipalities.set_index("region_code").loc[code, "country"]
            view = drawn[mode, code, float(cutoff_min), "jobs"]
            assert near(view["open"], reach.sum(), 2e-3, 0.51), (mode, code)
            assert near(view["closed"], reach[home], 2e-3, 0.51), (mode, code)
            fed = told.get((f"jobs_open_{mode}_{cutoff_min}min", code))
            if fed is not None:
                assert near(float(fed), reach.sum(), 1e-6)
                held += 1
    assert held
    return worked


ASK_ATLAS = """async (state) => {
  await grensgeoAtlas.set(state);
  const { closed, open, by, sides, missing } = grensgeoAtlas.figures;
  return { state: grensgeoAtlas.state, closed, open, missing: missing ?? null,
           by: Object.fromEntries((sides ?? []).map((side, i) => [side.toUpperCase(), by[i]])),
           told: document.getElementById("split-value").innerText,
           parts: [...document.querySelectorAll("#split-parts .row")].map((row) => row.innerText) };
}"""


def check_atlas(browser, folder, region, network, trips):
    """Hold what the atlas says of cells of every country against ``gg.reach``, in all and by country."""
    cells = region.cells
    lived = cells[cells["population"] > 0]
    asked = [
        key for _, own in lived.groupby("country") for key in own.index[:: len(own) // 3 or 1]
    ]
    jobs, held = region.opportunities["jobs"], 0
    with visit(browser, folder / "atlas.html", fragment="#lang=en") as seen:
        ready(seen.page)
        for name, trip in trips.items():
            times = gg.travel_times(network, cells.loc[asked], cells, trip)
            table = gg.reach(times, {"jobs": jobs}, cutoffs_min=CUTOFFS_MIN)
            for (key, cutoff), rows in table.groupby(["id", "cutoff_min"]):
                found = seen.page.evaluate(ASK_ATLAS, {
                    "place": f"cell:{key}", "trip": name, "cutoff": cutoff, "border": "open",
                    "opportunity": "jobs", "whose": "place",
                })  # fmt: skip
                asked_for = {"place": f"cell:{key}", "trip": name, "cutoff": cutoff}
                assert asked_for.items() <= found["state"].items()
                if rows["open"].isna().all():  # not on the network of this mode
                    assert found["by"] == {} or found["missing"], (name, key, found)
                    continue
                wanted = rows.set_index("to_country")["reach"].to_dict()
                assert found["by"] == pytest.approx(wanted, rel=1e-6, abs=1e-3), (
                    name,
                    key,
                    cutoff,
                )
                for column in ("closed", "open"):
                    assert found[column] == pytest.approx(rows[column].iloc[0], rel=1e-6, abs=1e-3)
                assert near(float(found["told"].replace(",", "")), sum(wanted.values()), 0, 0.51)
                parts = dict(part.split("\n") for part in found["parts"])
                for country, value in wanted.items():
                    said = parts[by_code()[country].names["en"]]
                    assert near(float(said.replace(",", "")), value, 0, 0.51), (key, country)
                held += sum(value > 0 for value in wanted.values()) > 1
        seen.quiet()
    return held


# --- Twente and the Münsterland, drawn


def drawn_border(folder):
    """Two Dutch and five German towns of 3 km, and a grid of streets over all of them."""
    from osm_files import osm_xml

    named = {
        "NL": [("GM0153", "Enschede", "NL213"), ("GM0168", "Losser", "NL213")],
        "DE": [("05554020", "Gronau", "DEA34"), ("05515000", "Münster", "DEA33"),
               ("05558012", "Coesfeld", "DEA35"), ("05566012", "Emsdetten", "DEA37"),
               ("05570004", "Ahlen", "DEA38")],
    }  # fmt: skip
    towns = []
    for country, rows in named.items():
        for n, (code, name, nuts3) in enumerate(rows):
            west, south = (6.91 + 0.045 * n, 52.2) if country == "NL" else (7.0 + 0.045 * n, 52.2)
            shape = shapely.box(west, south, west + 0.045, south + 0.027)
            jobs = 1000 * (n + 1)
            towns.append(Town(code, country, name, shape, 2000, jobs, nuts3))
    xs, ys = range(-6000, 15_001, 750), range(0, 3001, 750)
    number = {(x, y): k for k, (x, y) in enumerate(((x, y) for x in xs for y in ys), start=1)}
    ways = [(1000 + y, [number[x, y] for x in xs]) for y in ys]
    ways += [(20_000 + x, [number[x, y] for y in ys]) for x in xs]
    text = osm_xml(
        {k: at for at, k in number.items()},
        [(way, refs, {"highway": "residential"}) for way, refs in ways],
    )
    data = pbf(folder, text)
    corop = shapely.box(6.90, 52.19, 7.001, 52.24)
    stops = [(f"stop {k}", 6.93 + 0.05 * k, 52.21) for k in range(6)]
    return Border(
        towns=tuple(towns),
        extracts=(("overijssel", "europe/netherlands/overijssel", (5.0, 51.0, 9.0, 53.5), data),),
        units=(("CR12", "Twente", corop),),
        lines=(
            ("Bus", "nl", stops[:3]),
            ("Bus", "de", stops[2:]),
            ("Bus 2", "de-regional", stops[1:]),
        ),
    )


@pytest.fixture
def twente(tmp_path):
    served = tmp_path / "served"
    served.mkdir()
    with publishers() as server:
        yield server, serve_border(server, drawn_border(served), served)


@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_a_shipped_region_is_made_of_its_name(twente, tmp_path, monkeypatch):
    server, own = twente
    out = tmp_path / "OUT"
    assert (
        main(["all", "twente-muensterland", "-o", str(out), "--catalogue", str(own), "--dry-run"])
        == 0
    )
    assert (server.asked, out.exists()) == ([], False)
    assert main(["all", "twente-muensterland", "-o", str(out), "--catalogue", str(own)]) == 0
    region = gg.load_region(out / "region")
    check_results(out / "maps", region, gg.load_network(out / "region" / "network"))


# --- Vaals, Aachen and Kelmis: real streets and outlines


def corner_border(folder):
    """The three towns as far as the extract reaches; what is neither Dutch nor German is Belgian."""
    box = shapely.box(6.026, 50.7451, 6.1479, 50.7941)
    dutch = gpd.read_file(OUTLINES / "nl_gemeenten.geojson").set_index("statcode").to_crs(4326)
    german = gpd.read_file(OUTLINES / "de_nrw_gem.geojson").set_index("ags").to_crs(4326)
    rest = box.difference(shapely.union_all([*dutch.geometry, *german.geometry]).buffer(0.0005))
    belgian = max(shapely.get_parts(rest), key=lambda part: part.area).buffer(0.0005)
    towns = (
        Town("GM0981", "NL", "Vaals", dutch.geometry["GM0981"], 9000, 2000, "NL423"),
        Town("05334002", "DE", "Aachen", german.geometry["05334002"], 240_000, 130_000, "DEA2D"),
        Town("BE_63040", "BE", "Kelmis", belgian, 11_000, 3000, "BE336"),
    )
    west, east = (path.read_bytes() for path in halves(EXTRACT, folder, complete_ways=True))
    lines = (
        ("Made-up bus", "de", [("Vaals", 6.028, 50.772), ("Westfriedhof", 6.055, 50.771),
                               ("Ponttor", 6.078, 50.781), ("Elisenbrunnen", 6.087, 50.774)]),
        ("Made-up bus of Kelmis", "be", [("Bildchen", 6.035, 50.748), ("Elisenbrunnen", 6.0871, 50.774)]),
        # the same train stands in both national feeds
        ("Eurobahn", "nl", [("Ponttor", 6.0781, 50.781), ("Hbf", 6.0914, 50.7678)]),
        ("Eurobahn", "de-regional", [("Ponttor", 6.078, 50.781), ("Hbf", 6.0914, 50.7678)]),
    )  # fmt: skip
    return Border(
        towns=tuple(replace(town, shape=town.shape.intersection(box)) for town in towns),
        extracts=(
            ("limburg", "europe/netherlands/limburg", (5.0, 50.0, 6.09, 52.0), west),
            ("koeln-regbez", "europe/germany/koeln-regbez", (6.085, 50.0, 8.0, 52.0), east),
        ),
        lines=lines,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An empty folder, in which the commands of README and page were typed one after the other."""
    folder, served = tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("served")
    (folder / "REGION.toml").write_text(region_of_page(), encoding="utf-8")
    with publishers() as server:
        own = serve_border(server, corner_border(served), served)
        said = [run(command, folder, own) for command in commands_of(PAGE, "grensgeo ")]
        asked = len(server.asked)
        said.append(run("grensgeo all REGION.toml -o OUT --offline", folder, own))
        assert len(server.asked) == asked
    return folder, said


def test_the_readme_says_how_much_is_fetched():
    """As the catalogue adds up, asking nobody; streets and timetables are said beside it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (\d+) MB \|", text, flags=re.MULTILINE))
    assert set(rows) == set(shipped_regions())
    for name, said in rows.items():
        lines = plan_all(name, "nowhere")
        assert round(sum(line.size_mb or 0 for line in lines)) == int(said), name
        unknown = [line.source_id for line in lines if line.size_mb is None]
        assert unknown == ["geofabrik-pbf"]
        dated = replace(read_region_file(region_path(name)), day=date(2026, 3, 10))
        feeds = RegionNeeds(dated, read_entries(None)).timetables()
        (told,) = re.findall(rf"^\| `{name}` .*\| (\d+) MB \|$", text, flags=re.MULTILINE)
        assert round(sum(item.entry.size_mb for item in feeds)) == int(told), name


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_the_commands_of_the_readme_run_as_they_stand(twente, tmp_path):
    server, own = twente
    typed = commands_of(ROOT / "README.md", "grensgeo all ")
    assert len(typed) == 3
    for command in typed:
        asked = len(server.asked)
        run(command, tmp_path, own)
        assert (len(server.asked) == asked) is ("--dry-run" in command)
    assert gg.load_network(tmp_path / "OUT" / "region" / "network").feeds
    region = gg.load_region(tmp_path / "OUT" / "region")
    check_results(
        tmp_path / "OUT" / "maps", region, gg.load_network(tmp_path / "OUT" / "region" / "network")
    )


@pytest.mark.long
@pytest.mark.shared_data
@pytest.mark.skipif(
    not (EXTRACT.exists() and OUTLINES.exists()),
    reason="the extract of Aachen or outlines of municipalities are not here",
)
class TestThreeCountries:
    def test_the_page_has_one_command_and_four(self):
        typed = [shlex.split(line, comments=True)[1] for line in commands_of(PAGE, "grensgeo ")]
        assert typed == ["fetch", "all", "fetch", "region", "build", "run"]

    def test_reach_maps_and_feed_are_those_of_a_second_computation(self, made):
        folder, _ = made
        region = gg.load_region(folder / "region")
        assert region.municipalities["population"].to_dict() == {
            "GM0981": 9000, "05334002": 240_000, "BE_63040": 11_000,
        }  # fmt: skip
        jobs = region.opportunities["jobs"].groupby(region.cells["country"]).sum()
        assert jobs.round(6).to_dict() == {"BE": 3000, "DE": 130_000, "NL": 2000}
        worked = check_results(folder / "maps", region, gg.load_network(folder / "region/network"))
        assert (worked > 0).all(axis=1).any()  # all three countries from one cell

    @pytest.mark.browser
    @pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
    def test_the_atlas_tells_the_reach_of_the_library_by_country(self, browser, made):
        folder, _ = made
        region = gg.load_region(folder / "region")
        trips = {
            one.trip_id: one.trip for one in gg.read_study(folder / "region" / "study.toml").trips
        }
        network = gg.load_network(folder / "region" / "network")
        # figures of several countries, not of one beside noughts
        assert check_atlas(browser, folder / "maps", region, network, trips) >= 6

    def test_the_train_of_both_feeds_runs_once(self, made):
        network = gg.load_network(made[0] / "region" / "network")
        having = [feed.name for feed in network.feeds if "Eurobahn" in set(feed.trips["operator"])]
        assert having == ["de-regional"]
        (told,) = [one for one in network.provenance.told() if one.code == "feed.only-dropped"]
        values = dict(told.values)
        assert (values["feed"], int(values["n"])) == ("nl-openov", 32)

    def test_buses_bring_further_than_feet(self, made):
        table = pd.read_csv(
            made[0] / "maps" / "tables" / "reach_municipalities.csv", dtype={"id": str}
        )
        table = table[(table["cutoff_min"] == 30) & (table["opportunity"] == "jobs")]
        sums = table.groupby(["mode", "id"])["reach"].sum()
        assert sums["transit", "GM0981"] > sums["walk", "GM0981"]

    def test_one_command_and_four_give_the_same(self, made):
        folder, said = made
        one, four = folder / "OUT", folder
        for name in ("region/municipalities.parquet", "region/cells.parquet",
                     "region/network/edges.parquet", "maps/tables/reach_cells.parquet",
                     "maps/monitor/observations.csv"):  # fmt: skip
            assert (one / name).read_bytes() == (four / name).read_bytes(), name
        assert "region: nothing has changed" in said[-1]
        assert "maps: nothing has changed" in said[-1]

    def test_everything_that_the_page_promises_is_there(self, made):
        for name in re.findall(
            r"^\| `([\w./]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE
        ):
            assert name in {"fetch", "build", "run"} or (made[0] / "OUT" / name).exists()
