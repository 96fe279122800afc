"""What a page answers on real streets with all their turns, and with heights, against the library."""

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pagesweep import PageStreets, near
from test_atlas_engine import ask, engine_of

import grensgeo as gg
from grensgeo.network import build_network
from grensgeo.network.whereabouts import located

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
EXTRACTS = {
    "aachen": SHARED / "osm" / "aachen_nl-de-be_2021-08.osm.pbf",
    "porto": SHARED / "benchmark" / "porto_2015-06_r5-test.osm.pbf",
}
#: Part of Aachen with forbidden turns in it.
PART = (6.075, 50.77, 6.095, 50.785)
TRIPS = {
    "car": gg.Trip("car", max_min=40),
    "peak": gg.Trip("car", max_min=40, delays=True, car_speeds="running", period="morning_peak"),
    "bicycle": gg.Trip("bicycle", max_min=45),
    "walk": gg.Trip("walk", max_min=60),
}

pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(
        not all(path.exists() for path in EXTRACTS.values()),
        reason="shared/data is not here: it holds extracts of OpenStreetMap",
    ),
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]


def halves(west, south, east, north):
    """Draw a border through the middle of a box."""
    middle = (west + east) / 2
    boxes = [shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)]
    return gpd.GeoDataFrame({"country": ["NL", "DE"]}, geometry=boxes, crs=4326)


def built(path, countries=None):
    """Build a network; its border runs through the middle of its streets if none is given."""
    if countries is None:
        streets = build_network(path).streets
        low, high = (np.percentile(getattr(streets, n), [0, 100]) for n in ("lon", "lat"))
        middle = float(np.median(streets.lon))
        east = max(low[1] - middle, middle - low[0])
        countries = halves(middle - east - 0.1, high[0] - 0.1, middle + east + 0.1, high[1] + 0.1)
    network = build_network(path, countries=countries)
    assert len(network.turns)
    return network


def scattered(network, n, seed):
    """Scatter cells around vertices of which the country is known."""
    rng, streets = np.random.default_rng(seed), network.streets
    at = rng.choice(streets.n_vertices, n)
    lonlat = np.stack([streets.lon[at], streets.lat[at]], axis=1) + rng.normal(0, 2e-4, (n, 2))
    country = located(network, lonlat)
    known = np.isin(country, ["NL", "DE"])
    ids = [f"c{k}" for k in range(known.sum())]
    lon, lat = lonlat[known].T
    return pd.DataFrame({"id": ids, "lon": lon, "lat": lat, "country": country[known]})


def cut(path, box, to):
    """Write the part of an extract whose ways begin in a box."""
    osmium = pytest.importorskip("osmium")
    inside = shapely.box(*box)
    kept, nodes = set(), set()
    highways = osmium.filter.KeyFilter("highway")
    both = osmium.osm.NODE | osmium.osm.WAY
    for way in osmium.FileProcessor(str(path), both).with_locations().with_filter(highways):
        first = way.nodes[0].location if way.is_way() else None
        if first and first.valid() and inside.covers(shapely.Point(first.lon, first.lat)):
            kept.add(way.id)
            nodes.update(node.ref for node in way.nodes)
    known = {"n": nodes, "w": kept}
    with osmium.SimpleWriter(str(to)) as writer:
        for kind, ids in ((osmium.osm.NODE, nodes), (osmium.osm.WAY, kept)):
            only = osmium.filter.IdFilter(sorted(ids))
            for item in osmium.FileProcessor(str(path), kind).with_filter(only):
                writer.add(item)
        for item in osmium.FileProcessor(str(path), osmium.osm.RELATION):
            turn = item.tags.get("type") == "restriction"
            if turn and all(m.ref in known.get(m.type, ()) for m in item.members):
                writer.add(item)
    return to


def with_heights(network):
    """Lay slopes on the streets."""
    streets, rng = network.streets, np.random.default_rng(7)
    climb, descent = (
        (streets.length_m * rng.uniform(0, 0.06, streets.n_edges)).astype(np.float32)
        for _ in range(2)
    )
    return replace(network, streets=replace(streets, climb_m=climb, descent_m=descent))


@pytest.fixture(scope="module")
def part(tmp_path_factory):
    path = cut(EXTRACTS["aachen"], PART, tmp_path_factory.mktemp("cut") / "part.osm.pbf")
    west, south, east, north = PART
    return built(path, halves(west - 0.1, south - 0.1, east + 0.1, north + 0.1))


@pytest.mark.parametrize("heights", [False, True])
def test_a_part_of_aachen_with_all_its_turns(part, heights):
    network = with_heights(part) if heights else part
    cells = scattered(network, 60, 3)
    page = PageStreets(gg.portable(network, cells, TRIPS))
    for name, trip in TRIPS.items():
        wanted = gg.travel_times(network, cells, cells, trip).minutes
        near(page.times(name, np.arange(len(cells))), wanted, limit_min=trip.max_min)
        own = np.flatnonzero(cells["country"] == "NL")
        rule = replace(trip, foreign_routing=False)
        wanted = gg.travel_times(network, cells.iloc[own], cells.iloc[own], rule).minutes
        found = page.times(name, own, code=1)[:, own]
        near(found, wanted, limit_min=trip.max_min)
        assert (~np.isnan(found)).mean() > 0.5


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.parametrize("name", EXTRACTS)
@pytest.mark.parametrize("heights", [False, True])
def test_ten_thousand_pairs_of_an_extract(browser, name, heights, tmp_path):
    network = built(EXTRACTS[name])
    network = with_heights(network) if heights else network
    cells = scattered(network, 3000, 11)
    rng = np.random.default_rng(12)
    country = cells["country"].to_numpy()
    asked, rows = [], []
    for trip, kind in TRIPS.items():
        for back in (False, True):
            for own in (False, True):
                rule = replace(kind, foreign_routing=not own)
                places = rng.choice(len(cells), 10, replace=False)
                others = np.sort(rng.choice(len(cells), 130, replace=False))
                ends = cells.iloc[places], cells.iloc[others]
                times = gg.travel_times(network, *(ends[::-1] if back else ends), rule).minutes
                for place, minutes in zip(places, times.T if back else times, strict=True):
                    some = country[others] == country[place] if own else others >= 0
                    rows.append((others[some], minutes[some], kind.max_min))
                    direction = "to" if back else "from"
                    where = {"kind": "cell", "index": int(place)}
                    asked.append({"place": where, "trip": trip, "direction": direction,
                                  "foreign_routing": not own})  # fmt: skip
    with engine_of(browser, tmp_path, gg.portable(network, cells, TRIPS)) as seen:
        answers = ask(seen, asked)
    pairs = 0
    for (minutes, _), (others, times, limit) in zip(answers, rows, strict=True):
        near(minutes[others], times, limit_min=limit)
        pairs += len(times)
    assert pairs > 10_000
