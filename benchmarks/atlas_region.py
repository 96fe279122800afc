"""The atlas at full size: ``python -m benchmarks.atlas_region [NETWORK] [--run]``.

The network is the made-up region of :mod:`benchmarks.madeup` with all its turns (built first if
no folder of it is named); the region is the sample's, its cells moved to street corners of the
made-up cities, as many as there are. The atlas is made as ``grensgeo run`` makes it: car at two
hours of the day, e-bike, bicycle and walking up to 60 minutes, with the border open and closed.
With ``--run`` the whole study is run by that command, in a process of its own of which time and
memory are told, and the atlas is the one that it wrote. Measured are the file and its parts, the
first answer and clicks, as by :mod:`benchmarks.atlas`; and 10,000 pairs of cells at random, by
each trip, in both directions, with the border open and closed, are held against ``travel_times``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import grensgeo as gg
from benchmarks.atlas import SEED, figures, measured, opened, written
from benchmarks.madeup import SAMPLE, municipalities, region_file
from benchmarks.region import build
from grensgeo.study.study_atlas import draw_atlas

if TYPE_CHECKING:
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.traveltimes import Trip

PAIRS = 10_000
#: Cells from which pairs are drawn, for each trip, direction and state of the border.
ORIGINS = 10
#: What a page is held to, minutes.
SLACK_MIN = 0.05
STUDY = """
[study]
id = "full-size"
region = "{region}"
period = "2022"
[study.title]
nl = "a"
de = "a"
en = "a"
[networks]
region = "{network}"
{trips}
[reach]
areas = ["{area}"]
cutoffs_min = [30]
opportunities = ["jobs"]
[atlas]
trips = ["car", "ebike", "bicycle", "walk"]
[[atlas.departures]]
id = "car-peak"
trip = "car"
period = "morning_peak"
"""
TRIP = '[[trips]]\nid = "{0}"\nnetwork = "region"\nmode = "{0}"\nmax_min = 60\n'
MODES = ("car", "ebike", "bicycle", "walk")
ASK = """async (questions) => {
  const found = [];
  for (const [asked, cells] of questions) {
    const { minutes } = await grensgeoAtlas.engine.times(asked);
    found.push(cells.map((cell) => (Number.isNaN(minutes[cell]) ? null : minutes[cell])));
  }
  return found;
}"""


def moved(network: Network) -> Region:
    """Move the cells and main places of the sample's region to street corners of a network."""
    import geopandas as gpd
    from shapely import box

    from grensgeo.network.whereabouts import located

    region, streets = gg.load_region(SAMPLE), network.streets
    rng = np.random.default_rng(SEED)
    corners = rng.permutation(streets.n_vertices)[: 4 * len(region.cells)]
    lonlat = np.stack([streets.lon[corners], streets.lat[corners]], axis=1)
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(*lonlat.T), crs=4326)
    areas = region.municipalities.reset_index(drop=True)
    joined = gpd.sjoin(points, areas[["region_code", "country", "geometry"]], how="inner")
    joined = joined[~joined.index.duplicated()]
    rows = joined.index.to_numpy()
    there = located(network, lonlat[rows]) == joined["country"].to_numpy()
    joined = joined[there].iloc[: len(region.cells)]
    codes = joined["region_code"]
    areas = areas[areas["region_code"].isin(codes)].set_index("region_code", drop=False)
    number = codes.groupby(codes).cumcount().to_numpy()
    many, people = codes.map(codes.value_counts()), codes.map(areas["population"])
    lon, lat = lonlat[joined.index].T
    cells = gpd.GeoDataFrame(
        {
            "cell_id": [f"cell-{k}" for k in range(len(joined))],
            "grid_id": [f"grid-{k}" for k in range(len(joined))],
            "region_code": codes.to_numpy(),
            "country": joined["country"].to_numpy(),
            "population": (people // many + (number < people % many)).to_numpy(),
            "lon": lon,
            "lat": lat,
        },
        geometry=[
            box(x - 2e-3, y - 1e-3, x + 2e-3, y + 1e-3) for x, y in zip(lon, lat, strict=True)
        ],
        crs=4326,
    ).astype(region.cells[["population"]].dtypes.to_dict())
    first = cells.drop_duplicates("region_code").set_index("region_code")
    areas["place_lon"] = first["lon"].reindex(areas.index).to_numpy()
    areas["place_lat"] = first["lat"].reindex(areas.index).to_numpy()
    table = region.opportunity_table
    return replace(
        region,
        municipalities=areas.reset_index(drop=True),
        cells=cells,
        opportunity_table=table[table["region_code"].isin(areas.index)],
        cell_opportunities=None,  # the cells are others
    )


def study_of(folder: Path, network: Path, region: Region) -> Path:
    """Write the study beside its region: an area of it, and the whole in the atlas."""
    path = folder / "study.toml"
    areas = set(region.municipalities["area"])
    area = "twente" if "twente" in areas else min(areas - {"ring"})
    trips = "".join(TRIP.format(mode) for mode in MODES)
    text = STUDY.format(
        region=folder / "region", network=network.resolve(), trips=trips, area=area
    )
    path.write_text(text, encoding="utf-8")
    return path


def run(path: Path, folder: Path) -> list[dict[str, Any]]:
    """Run the study by its command; the rows of what it took."""
    started = time.perf_counter()
    said = [sys.executable, "-m", "grensgeo.cli", "run", str(path), "--output", str(folder)]
    subprocess.run(said, check=True, env=os.environ | {"PYTHONWARNINGS": "ignore"})
    wall = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    told = {
        "grensgeo run, wall clock": (wall, "s"),
        "grensgeo run, processor": (processor, "s"),
        "grensgeo run, most memory": (used.ru_maxrss / 1024, "MB"),
    }
    return [{"what": what, "median": round(n), "unit": unit} for what, (n, unit) in told.items()]


def draw(path: Path, network: Network, region: Region, to: Path) -> list[dict[str, Any]]:
    """Make the study's atlas alone; the row of what it took."""
    started = time.process_time()
    drawn = draw_atlas(gg.read_study(path), region, {"region": network}, {})
    if drawn is None:
        raise SystemExit("the study gave no atlas")
    drawn.save(to)
    seconds = round(time.process_time() - started)
    print(json.dumps(drawn.portable.meta["streets"]["shapes"], indent=None)[:2000])
    return [{"what": "atlas made, processor", "median": seconds, "unit": "s"}]


def held(path: Path, network: Network, region: Region, trips: dict[str, Trip]) -> dict[str, Any]:
    """Hold random pairs of cells against the library: how many, and how far apart at most."""
    from playwright.sync_api import sync_playwright

    rng = np.random.default_rng(SEED)
    cells, country = region.cells, region.cells["country"].to_numpy()
    questions, wanted, limits = [], [], []
    each = -(-2 * PAIRS // (ORIGINS * len(trips) * 4))  # those abroad fall away
    for name, trip in trips.items():
        for number in range(4):
            back, own = bool(number % 2), number > 1
            rule = replace(trip, foreign_routing=not own)
            places = rng.choice(len(cells), ORIGINS, replace=False)
            # half of the others lie near, where most are reached
            others = [near(cells, place, rng, each) for place in places]
            all_others = np.unique(np.concatenate(others))
            ends = cells.iloc[places], cells.iloc[all_others]
            times = gg.travel_times(network, *(ends[::-1] if back else ends), rule).minutes
            times = times.T if back else times
            for row, (place, some) in enumerate(zip(places, others, strict=True)):
                asked = {
                    "place": {"kind": "cell", "index": int(place)},
                    "trip": name,
                    "direction": "to" if back else "from",
                    "foreign_routing": not own,
                }
                if own:
                    some = some[country[some] == country[place]]  # noqa: PLW2901
                questions.append((asked, some.tolist()))
                wanted.append(times[row, np.searchsorted(all_others, some)])
                limits.append(np.full(len(some), trip.max_min))
    with sync_playwright() as playwright:
        page = opened(browser_of(playwright), path)
        page.set_default_timeout(600_000)
        page.evaluate("grensgeoAtlas.ready.then(() => true)")
        answers = page.evaluate(ASK, questions)
    found = np.array([np.nan if m is None else m for row in answers for m in row])
    return compared(found, np.concatenate(wanted), np.concatenate(limits))


def near(cells: Any, place: int, rng: np.random.Generator, n: int) -> Any:  # noqa: ANN401 - a table
    """Draw cells, half of them from the nearest fiftieth."""
    lon, lat = cells["lon"].to_numpy(), cells["lat"].to_numpy()
    far = np.hypot((lon - lon[place]) * 0.61, lat - lat[place])
    close = np.argsort(far)[: len(cells) // 50]
    both = np.concatenate([rng.choice(close, n - n // 2), rng.choice(len(cells), n // 2)])
    return np.unique(both)


def compared(found: Any, wanted: Any, limit: Any) -> dict[str, Any]:  # noqa: ANN401 - arrays
    """Count the pairs, those reached, the widest gap, and those that differ."""
    both = ~np.isnan(found) & ~np.isnan(wanted)
    gap = np.abs(found - wanted)[both]
    alone = np.isnan(found) != np.isnan(wanted)
    inside = alone & (np.fmin(found, wanted) < limit - SLACK_MIN)
    return {
        "pairs": len(found),
        "reached": int(both.sum()),
        "widest_gap_min": round(float(gap.max(initial=0.0)), 4),
        "differ": int((gap > SLACK_MIN).sum() + inside.sum()),
    }


def browser_of(playwright: Any) -> Any:  # noqa: ANN401 - playwright's own types
    """Start Chromium."""
    import shutil

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    return playwright.chromium.launch(
        executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
    )


def network_folder(named: Path | None, scratch: Path) -> Path:
    """Give the folder of the made-up network, built if none is named."""
    if named is not None:
        return named
    shared = Path(__file__).resolve().parents[2] / "shared" / "data"
    for _ in build(region_file(shared, 4), scratch / "network"):
        pass
    return scratch / "network"


def main() -> None:
    """Make the atlas, measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.atlas_region")
    parser.add_argument("network", nargs="?", type=Path, help="folder of a network")
    parser.add_argument("--run", action="store_true", help="by grensgeo run, the whole study")
    asked = parser.parse_args()
    warnings.simplefilter("ignore", gg.GrensgeoWarning)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        place = network_folder(asked.network, scratch)
        network = gg.load_network(place, store=False)
        region = moved(network)
        region.save(scratch / "region")
        study = study_of(scratch, place, region)
        path = scratch / "maps" / "atlas.html"
        if asked.run:
            rows = run(study, path.parent)
        else:
            path.parent.mkdir()
            rows = draw(study, network, region, path)
        print(rows, flush=True)
        planned = gg.read_study(study).atlas
        if planned is None:
            raise SystemExit("the study has no atlas")
        agreed = held(path, network, region, dict(planned.trips))
        print(agreed, flush=True)
        rows += figures(path, measured(path, tuple((name, name) for name in planned.trips)))
    rows += [{"what": name, "median": value, "unit": ""} for name, value in agreed.items()]
    told = f"{len(municipalities())} municipalities, {len(region.cells):,} cells, {network}"
    text = written(rows, told).replace("The sample's atlas", "The atlas at full size")
    print(text)
    results = Path(__file__).resolve().parent / "results"
    (results / "atlas_region.md").write_text(text, encoding="utf-8")
    if agreed["differ"]:
        raise SystemExit(f"{agreed['differ']} of {agreed['pairs']} pairs differ")


if __name__ == "__main__":
    main()
