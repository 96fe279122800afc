"""A region of four square municipalities and one square around the corner, for maps."""

from types import SimpleNamespace

import geopandas as gpd
import pandas as pd
from reach_tables import by_rows
from shapely import LineString, Point, box

from grensgeo.geodata.base_features import BaseMap
from grensgeo.provenance import Provenance, Source

SOURCE = Source("toy", "Toy squares", "CC0-1.0", "© Nobody", "2022", "https://example.org/toy")
ROWS = [
    ("GM0001", "Westerveld", "NL", "NL213", "Twente", "twente", 80_000, 6.6, 52.2),
    ("GM0002", "Oosterveld", "NL", "NL213", "Twente", "twente", 12_000, 6.8, 52.2),
    ("05000001", "Grenzstadt", "DE", "DEA37", "Steinfurt", "muensterland", 50_000, 7.0, 52.2),
    ("05000002", "Hinterfeld", "DE", "DEA37", "Steinfurt", "muensterland", 9_000, 7.2, 52.2),
    ("05000003", "Ringdorf", "DE", "DE949", "Emsland", "ring", 7_000, 7.4, 52.2),
]


def toy_base_map():
    """Give a motorway and a road with numbers, a river, a wood and villages beside the towns."""
    rows = [
        ("road", 1, "A7", None, LineString([(6.5, 52.15), (7.5, 52.15)])),
        ("road", 3, "N731", None, LineString([(6.8, 52.2), (6.9, 52.25), (7.0, 52.2)])),
        ("rail", 1, "", None, LineString([(6.5, 52.22), (7.5, 52.22)])),
        ("station", 1, "Grenzstadt Süd", None, Point(7.02, 52.22)),
        ("waterway", 1, "Dinkel", None, LineString([(6.95, 52.1), (6.95, 52.3)])),
        ("nature", 1, "Bos", None, box(6.62, 52.12, 6.68, 52.18)),
        ("built_up", 1, "", None, box(6.98, 52.18, 7.04, 52.22)),
        ("place", 2, "Oosterveld", 12_000, Point(6.8, 52.2)),
        ("place", 3, "Overdinkel", 3_555, Point(6.88, 52.27)),
    ]
    columns = ["layer", "rank", "name", "population", "geometry"]
    frame = gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=4326)
    source = Source("toy-roads", "Toy roads", "ODbL-1.0", "© Roadbuilders", "2026")
    return BaseMap(frame.astype({"population": "Int64"}), Provenance((source,)))


def toy_region(*, names=None, provenance=None):
    """Give a region; ``names`` replaces names by code."""
    columns = [
        "region_code",
        "name",
        "country",
        "nuts3",
        "nuts3_name",
        "area",
        "population",
        "lon",
        "lat",
    ]
    table = pd.DataFrame(ROWS, columns=columns)
    table["name"] = [
        (names or {}).get(c, n) for c, n in zip(table.region_code, table["name"], strict=True)
    ]
    table["population_date"] = "2022-01-01"
    table["place_lon"], table["place_lat"] = table.pop("lon"), table.pop("lat")
    shapes = [
        box(x - 0.1, y - 0.1, x + 0.1, y + 0.1)
        for x, y in zip(table.place_lon, table.place_lat, strict=True)
    ]
    towns = gpd.GeoDataFrame(table, geometry=shapes, crs=4326).set_index("region_code", drop=False)
    towns.index.name = None
    places = gpd.GeoDataFrame(
        {"name": towns["name"]},
        geometry=[Point(x, y) for x, y in zip(towns.place_lon, towns.place_lat, strict=True)],
        index=towns.index,
        crs=4326,
    )
    return SimpleNamespace(
        municipalities=towns,
        places=places,
        base_map=None,
        border=gpd.GeoSeries([LineString([(6.9, 52.1), (6.9, 52.3)])], crs=4326),
        provenance=provenance or Provenance(sources=(SOURCE,)),
    )


def toy_reach(*, scale=1.0, scenario="baseline", modes=("car", "walk")):
    """Give reach of the four: one undefined effect, and nothing known for Hinterfeld on foot."""
    figures = {
        "GM0001": ("NL", 40_000, 10_000),
        "GM0002": ("NL", 0, 5_000),
        "05000001": ("DE", 30_000, 60_000),
        "05000002": ("DE", 0, 12_345),
    }
    rows = []
    for mode in modes:
        for cutoff in (30.0, 45.0):
            for code, (country, nl, de) in figures.items():
                k = scale * cutoff / 45 * (1 if mode == "car" else 0.1)
                reach_nl, reach_de = nl * k, de * k
                if mode == "walk" and code == "05000002":
                    reach_nl = reach_de = float("nan")
                own = reach_nl if country == "NL" else reach_de
                total = reach_nl + reach_de
                effect = total / own - 1 if own else float("nan")
                rows.append(
                    (
                        code,
                        country,
                        cutoff,
                        "jobs",
                        reach_nl,
                        reach_de,
                        own,
                        total,
                        effect,
                        mode,
                        scenario,
                    )
                )
    names = "id country cutoff_min opportunity reach_nl reach_de closed open border_effect mode scenario"
    return by_rows(pd.DataFrame(rows, columns=names.split()))


def toy_isochrones():
    """Give nested squares around two municipalities and one other origin, by two modes."""
    rows = [
        (origin, float(cutoff), mode, box(x - r, 52.2 - r, x + r, 52.2 + r))
        for origin, x in (("GM0001", 6.6), ("05000001", 7.0), ("hall", 6.8))
        for mode, speed in (("walk", 1), ("car", 4))
        for cutoff in (15, 30)
        for r in [0.002 * cutoff * speed / 2]
    ]
    return gpd.GeoDataFrame(rows, columns=["from_id", "cutoff_min", "mode", "geometry"], crs=4326)


def toy_flows():
    """Give flows between the towns, one of them not known, one to the outside."""
    rows = [
        ("GM0001", "GM0002", 900.0, "car"),
        ("GM0002", "GM0001", 3_000.0, "car"),
        ("GM0001", "05000001", 250.0, "car"),
        ("05000001", "GM0001", None, "car"),
        ("GM0001", "GM0001", 9_000.0, "car"),
        ("GM0001", "GM9999", 40.0, "car"),
        ("05000001", "05000002", 120.0, "walk"),
    ]
    return pd.DataFrame(rows, columns=["from_id", "to_id", "count", "mode"])
