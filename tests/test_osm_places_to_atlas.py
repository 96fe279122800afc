"""Places of OpenStreetMap from the extract to the figures of the atlas, counted a second time."""

import geopandas as gpd
import numpy as np
import pytest
from browser import ready, visit
from osm_files import ORIGIN, STEP, osm_xml
from test_region_builder import PEOPLE, draw, spec_text
from test_whole_way_commands import ASK_ATLAS, worked_minutes

import grensgeo as gg
from grensgeo.cli import main

#: Tags of a place, the kind that it counts as in the Netherlands and in Germany (None for none).
TAGGED = [
    ({"amenity": "school"}, "schools", "schools"),
    ({"amenity": "doctors"}, "doctors", None),  # a German one says that it is no specialist
    ({"amenity": "doctors", "healthcare:speciality": "general"}, "doctors", "doctors"),
    ({"healthcare": "doctor", "healthcare:speciality": "cardiology"}, None, None),
    ({"amenity": "hospital"}, "hospitals", "hospitals"),
    ({"shop": "supermarket"}, "supermarkets", "supermarkets"),
    ({"shop": "supermarket", "disused": "yes"}, None, None),
    ({"railway": "station"}, "stations", "stations"),
    ({"railway": "station", "station": "subway"}, None, None),
    ({"shop": "bakery"}, None, None),
]
KINDS = ("schools", "doctors", "hospitals", "supermarkets", "stations")


def extract(folder, seed):
    """Write a grid of streets over both towns, and places at random; give what should count."""
    rng = np.random.default_rng(seed)

    def at(lon, lat):
        return (lon - ORIGIN[0]) / STEP[0], (lat - ORIGIN[1]) / STEP[1]

    nodes = {
        100 * i + j + 1: at(6.9 + i * 0.0125, 52.2 + j * 0.0125)
        for i in range(17)
        for j in range(9)
    }
    road = {"highway": "residential"}
    ways = [(9000 + i, [100 * i + j + 1 for j in range(9)], road) for i in range(17)]
    ways += [(9100 + j, [100 * i + j + 1 for i in range(17)], road) for j in range(9)]
    placed, tags, rows = {}, {}, []
    for number in range(60):
        told, dutch, german = TAGGED[number % len(TAGGED)]
        lon, lat = rng.uniform(6.905, 7.095), rng.uniform(52.205, 52.295)
        placed[50_000 + number], tags[50_000 + number] = at(lon, lat), told
        rows.append((lon, lat, dutch if lon < 7.0 else german))
    path = folder / "extract.osm"
    path.write_text(osm_xml(nodes | placed, ways, node_tags=tags), encoding="utf-8")
    return rows


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_places_of_every_kind_come_to_the_atlas(browser, tmp_path):
    rows = [row for row in extract(tmp_path, 5) if row[2]]
    listed = ", ".join(f'{{ id = "{kind}", source = "osm" }}' for kind in KINDS)
    text = spec_text(
        ["NL", "DE"], ["GM0002", "05554020"], cells="[cells]\nsize_m = 2000\n",
        more=PEOPLE + f"opportunities = [{listed}]\n",
    )  # fmt: skip
    path = draw(tmp_path, text + '[streets]\nfiles = ["extract.osm"]\n')
    out = tmp_path / "OUT"
    assert main(["all", str(path), "--offline", "-o", str(out)]) == 0
    region, network = (
        gg.load_region(out / "region"),
        gg.load_network(out / "region" / "network"),
    )
    places = gpd.GeoDataFrame(
        {"kind": [kind for *_, kind in rows]},
        geometry=gpd.points_from_xy(*np.array([row[:2] for row in rows]).T), crs=4326,
    )  # fmt: skip
    cells = region.cells
    held = gpd.sjoin(places, cells[["geometry"]].reset_index(drop=True))
    assert len(held) == len(places)
    counts = {
        kind: np.bincount(held.loc[held["kind"] == kind, "index_right"], minlength=len(cells))
        for kind in KINDS
    }
    assert all(count.sum() >= 5 for count in counts.values())
    assert counts["doctors"].sum() < 12  # not those of Germany that do not say what they are
    minutes = worked_minutes(network, "car", cells) + gg.Trip("car").park_minutes("car")
    dutch = (cells["country"] == "NL").to_numpy()
    checked = 0
    with visit(browser, out / "maps" / "atlas.html", fragment="#lang=en") as seen:
        ready(seen.page)
        for number in np.flatnonzero(np.isfinite(minutes).any(axis=1))[::7]:
            for kind in KINDS:
                told = seen.page.evaluate(ASK_ATLAS, {
                    "place": f"cell:{cells.index[number]}", "trip": "car", "cutoff": 15,
                    "border": "open", "opportunity": kind, "whose": "place",
                })  # fmt: skip
                assert told["state"]["opportunity"] == kind
                within = minutes[number] <= 15
                wanted = [counts[kind][within & side].sum() for side in (dutch, ~dutch)]
                assert [told["by"]["NL"], told["by"]["DE"]] == wanted, (number, kind)
                checked += 0 < sum(wanted) < counts[kind].sum()
        seen.quiet()
    assert checked > 10
