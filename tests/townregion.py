"""A region over the towns of towns.py: four municipalities in two countries, with cells."""

from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from towns import BORDER_X, lonlat

from grensgeo.provenance import Provenance, Source
from grensgeo.region.region import Region

#: Metres north at which the municipalities of a country meet.
MIDDLE_Y = 3000.0
WEST, EAST = -600.0, 7000.0
TOWNS = {
    "GM0001": ("Westdorp", "NL", WEST, -600.0, BORDER_X, MIDDLE_Y),
    "GM0002": ("Noorddorp", "NL", WEST, MIDDLE_Y, BORDER_X, 7000.0),
    "05000001": ("Ostdorf", "DE", BORDER_X, -600.0, EAST, MIDDLE_Y),
    "05000002": ("Norddorf", "DE", BORDER_X, MIDDLE_Y, EAST, 7000.0),
}


def town_region(seed, *, cells=6):
    """Give a region whose municipalities have so many cells each, with people and jobs drawn."""
    rng = np.random.default_rng(seed)
    towns, parts = [], []
    for code, (name, country, west, south, east, north) in TOWNS.items():
        edges = np.linspace(west, east, cells + 1)
        own = []
        for k, (left, right) in enumerate(pairwise(edges)):
            y = rng.uniform(max(south, 0) + 100, min(north, 6000) - 100)
            lon, lat = lonlat((left + right) / 2, y)
            own.append({
                "cell_id": f"{k}-{code}", "grid_id": f"{k}", "region_code": code,
                "country": country, "population": int(rng.integers(5, 90)), "lon": lon,
                "lat": lat,
                "geometry": shapely.box(*lonlat(left, south), *lonlat(right, north)),
            })  # fmt: skip
        parts += own
        lon, lat = lonlat((west + east) / 2, (max(south, 0) + min(north, 6000)) / 2)
        towns.append({
            "region_code": code, "name": name, "country": country, "nuts3": country,
            "nuts3_name": name, "area": "west" if country == "NL" else "east",
            "population": sum(cell["population"] for cell in own),
            "population_date": "2022-01-01", "place_lon": lon, "place_lat": lat,
            "geometry": shapely.box(*lonlat(west, south), *lonlat(east, north)),
        })  # fmt: skip
    row = {
        "job_concept": "all_jobs", "published_count": None, "published_concept": None,
        "conversion": "none", "reference_date": "2023", "source_id": "none", "modelled": False,
    }  # fmt: skip
    counts = [
        {"region_code": code, "opportunity": "jobs", "count": float(rng.integers(50, 400)), **row}
        for code in TOWNS
    ]
    line = shapely.LineString([lonlat(BORDER_X, -600), lonlat(BORDER_X, 7000)])
    return Region(
        gpd.GeoDataFrame(towns, crs=4326), gpd.GeoDataFrame(parts, crs=4326),
        pd.DataFrame(counts), gpd.GeoSeries([line], crs=4326),
        Provenance((Source("a", "A", "CC0-1.0", "A"),)),
    )  # fmt: skip
