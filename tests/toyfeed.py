"""A region of six towns in two countries with cells, and reach of them, for the monitor's feed."""

import geopandas as gpd
import numpy as np
import pandas as pd
from reach_tables import measured
from shapely import LineString, box

from grensgeo import Region
from grensgeo.monitor import FeedOptions, FeedTrip, write_monitor
from grensgeo.provenance import Provenance, Source

CBS = Source("cbs", "Wijk- en buurtkaart", "CC-BY-4.0", "CBS", "2022", "https://www.cbs.nl")
BKG = Source("bkg", "VG250", "dl-de/by-2-0", "© GeoBasis-DE / BKG", url="https://bkg.example")
LISA = Source("lisa", "Banen", "CC-BY-4.0", "LISA", "2022")
OSM = Source("osm", "Streets", "ODbL-1.0", "© OpenStreetMap contributors")
TOWNS = [
    ("GM0034", "Almere", "NL", "NL230", "Flevoland", "flevoland", (300, 100, 200)),
    ("GM0995", "Lelystad", "NL", "NL230", "Flevoland", "flevoland", (50, 40, 10)),
    ("GM0050", "Zeewolde", "NL", "NL230", "Flevoland", "flevoland", (8, 5, 0)),
    ("05554020", "Heek", "DE", "DEA34", "Borken", "borken", (90, 60, 30)),
    ("05554024", "Isselburg", "DE", "DEA34", "Borken", "borken", (70, 20, 10)),
    ("05566028", "Ochtrup", "DE", "DEA37", "Steinfurt", "ring", (25, 25, 50)),
]
COLUMNS = ["region_code", "name", "country", "nuts3", "nuts3_name", "area"]
TRIPS = {
    "car": FeedTrip("car", source_ids=("osm",)),
    "transit-bicycle": FeedTrip(
        "transit", "bicycle", "2023-10-17T07:30/PT60M", 50.0, source_ids=("osm",)
    ),
}


def toy_towns(*, names=None, modelled=False, scale=1):
    """Give the region; `names` replaces names by code, `scale` multiplies inhabitants."""
    towns = pd.DataFrame([row[:6] for row in TOWNS], columns=COLUMNS)
    towns["name"] = [(names or {}).get(c, n) for c, n in towns[["region_code", "name"]].to_numpy()]
    towns["population"] = [sum(row[6]) * scale for row in TOWNS]
    towns["population_date"] = "2022-01-01"
    left = 6.0 + 0.3 * np.arange(len(TOWNS))
    towns["place_lon"], towns["place_lat"] = left + 0.15, 52.05
    outlines = [box(x, 52.0, x + 0.3, 52.1) for x in left]
    cells, shapes = [], []
    for x, (code, _, country, *_, people) in zip(left, TOWNS, strict=True):
        for n, inhabitants in enumerate(people):
            west = x + n / 10
            cells.append((f"c{n}-{code}", f"c{n}", code, country, inhabitants * scale,
                          west + 0.05, 52.05))  # fmt: skip
            shapes.append(box(west, 52.0, west + 0.1, 52.1))
    names = ["cell_id", "grid_id", "region_code", "country", "population", "lon", "lat"]
    jobs = pd.DataFrame(
        {
            "region_code": towns["region_code"],
            "opportunity": "jobs",
            "count": towns["population"] / 2,
            "job_concept": "employee_jobs",
            "published_count": np.nan,
            "published_concept": None,
            "conversion": "none",
            "reference_date": "2022",
            "source_id": "lisa",
            "modelled": modelled,
        }
    )
    return Region(
        gpd.GeoDataFrame(towns, geometry=outlines, crs=4326),
        gpd.GeoDataFrame(pd.DataFrame(cells, columns=names), geometry=shapes, crs=4326),
        jobs,
        gpd.GeoSeries([LineString([(6.9, 52.0), (6.9, 52.1)])], crs=4326),
        Provenance((CBS, BKG, LISA), ("Jobs are counted",)),
    )


def toy_cells(region, *, modes=("car", "transit-bicycle"), scenarios=("baseline",), factor=1.0):
    """Give reach of the cells of all but the ring: numbers that differ in every cell."""
    cells = region.cells[region.cells["region_code"] != "05566028"]
    parts = []
    for m, mode in enumerate(modes):
        for s, scenario in enumerate(scenarios):
            for cutoff in (30.0, 45.0):
                n = np.arange(len(cells), dtype=float)
                parts.append(
                    pd.DataFrame(
                        {
                            "id": cells["cell_id"].to_numpy(),
                            "country": cells["country"].to_numpy(),
                            "cutoff_min": cutoff,
                            "opportunity": "jobs",
                            "reach_nl": factor * (n * n * 10 + 1 / 3) * cutoff / 30 / (m + 1),
                            "reach_de": factor * (n * 7 + s * 11) * cutoff / 30,
                            "unknown_within": 0,
                            "share_without_ride": 0.25 if mode.startswith("transit") else np.nan,
                            "edge": n % 5 == 4,
                            "mode": mode,
                            "scenario": scenario,
                        }
                    )
                )
    return measured(pd.concat(parts, ignore_index=True))


def write_toy(folder, reach=None, **change):
    """Write a feed of the toy."""
    region = change.pop("region", None) or toy_towns()
    given = {"provenance": Provenance((OSM,)), "period": "2022", "trips": TRIPS} | change
    given["options"] = given.get("options") or FeedOptions()
    table = toy_cells(region) if reach is None else reach
    return write_monitor(table, folder, region=region, **given)
