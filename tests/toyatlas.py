"""A small atlas: five squares of sixteen cells in a row, the border in the middle, streets as a grid."""

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
from drawing import DEGREE_M, draw
from shapely import box
from toyregion import toy_base_map, toy_region

import grensgeo as gg
from grensgeo.measures import combine, reach
from grensgeo.measures.curves import CurveBuilder
from grensgeo.network import with_feeds
from grensgeo.region.region import CellOpportunities

STEP = 0.05
TRIPS = {
    "car": gg.Trip("car"),
    "car-peak": gg.Trip("car", period="morning_peak"),
    "walk": gg.Trip("walk", max_min=60),
}
#: Jobs are known everywhere, apprenticeships only in Germany.
COUNTS = {
    "GM0001": (30_000, None),
    "GM0002": (4_000, None),
    "05000001": (20_000, 300),
    "05000002": (3_000, 60),
    "05000003": (1_000, None),
}


def toy_cells(towns):
    """Cut every municipality into sixteen squares; the last one of each is cut off at a corner."""
    rows = []
    for code, town in towns.iterrows():
        west, south, _, _ = town.geometry.bounds
        for i in range(4):
            for j in range(4):
                shape = box(
                    west + i * STEP,
                    south + j * STEP,
                    west + (i + 1) * STEP,
                    south + (j + 1) * STEP,
                )
                if i == j == 3:
                    shape = shape.difference(
                        box(west + 0.19, south + 0.19, west + 0.3, south + 0.3)
                    )
                people = town.population // 16 + (town.population % 16 if i == j == 0 else 0)
                lon, lat = west + (i + 0.5) * STEP, south + (j + 0.5) * STEP
                name = f"{code}-{i}{j}"
                rows.append((name, name, code, town.country, people, lon, lat, shape))
    columns = [
        "cell_id",
        "grid_id",
        "region_code",
        "country",
        "population",
        "lon",
        "lat",
        "geometry",
    ]
    cells = gpd.GeoDataFrame(rows, columns=columns, crs=4326).set_index("cell_id", drop=False)
    cells.index.name = None
    return cells


def toy_atlas_region(*, countries=None, **how):
    """Give a region with cells and counts; the rest as :func:`toyregion.toy_region` has it.

    ``countries`` replaces the country of municipalities by code.
    """
    region = toy_region(**how)
    towns = region.municipalities
    towns["country"] = [(countries or {}).get(code, own) for code, own in towns["country"].items()]
    region.cells = toy_cells(region.municipalities)
    region.base_map = toy_base_map()
    # the main place is the middle of a cell, where streets cross
    region.places = region.places.assign(
        country=region.municipalities["country"],
        region_code=region.municipalities.index,
        geometry=region.places.geometry.translate(STEP / 2, STEP / 2),
    )
    region.opportunity_table = pd.DataFrame(
        [
            (code, name, count)
            for code, counts in COUNTS.items()
            for name, count in zip(("jobs", "apprenticeships"), counts, strict=True)
        ],
        columns=["region_code", "opportunity", "count"],
    )
    region.opportunities = CellOpportunities(region.opportunity_table, region.cells)
    return region


def toy_network(region):
    """Give streets between the middles of neighbouring cells, a motorway along the third row."""
    cells = region.cells
    k = DEGREE_M * np.cos(np.radians(52.2))
    at = {
        (round((lon - 7.0) / STEP * 2), round((lat - 52.2) / STEP * 2)): (
            (lon - 7.0) * k,
            (lat - 52.2) * DEGREE_M,
        )
        for lon, lat in zip(cells["lon"], cells["lat"], strict=True)
    }
    lands = dict(zip(at, cells["country"], strict=True))
    edges = []
    for x, y in at:
        for other in ((x + 2, y), (x, y + 2)):
            if other in at:
                fast = other[1] == y == 1
                edges.append(
                    {
                        "ends": [(x, y), other],
                        "highway": "motorway" if fast else "secondary",
                        "country": lands[x, y],  # where it begins
                    }
                )
    return draw(at, edges)


def toy_atlas(*, feeds=(), trips=None, outline=None, **how):
    """Give an atlas, its region, its network and its trips."""
    trips = trips or TRIPS
    region = toy_atlas_region(names=how.pop("names", None), countries=how.pop("countries", None))
    network = replace(toy_network(region), outline=outline)
    if feeds:
        network = with_feeds(network, feeds)
    plans = dict.fromkeys(how.pop("plans", ()), network)
    taken = gg.portable(network, region.cells, trips, places=region.places, scenarios=plans)
    how = {"place": "GM0002", "cutoff_min": 30} | how
    return gg.Atlas(region, taken, **how), region, network, trips


def shared_counts(region):
    """Give counts by cell, shared out by inhabitants."""
    table = region.opportunity_table.pivot_table(
        index="region_code", columns="opportunity", values="count", dropna=False
    )
    cells = region.cells
    people = cells["population"].astype(float)
    part = people / people.groupby(cells["region_code"]).transform("sum")
    found = {name: cells["region_code"].map(table[name]) * part for name in table}
    return found | {"population": people}


def atlas_of_means(**how):
    """Give the atlas with means of its car trip, the table of the same reach, and the means."""
    plain, region, network, trips = toy_atlas(language="en", **how)
    cells = region.cells
    edge = pd.Series(cells.index.str.endswith("00"), index=cells.index)
    times = gg.travel_times(network, cells, cells, trips["car"])
    curves = CurveBuilder(shared_counts(region), edge, 90)
    curves.add(times)
    means = {("car", "baseline"): curves.combine(cells["population"], cells["region_code"])}
    table = combine(
        reach(times, shared_counts(region), cutoffs_min=[20, 45], edge=edge),
        weights=cells["population"], groups=cells["region_code"],
    )  # fmt: skip
    atlas = gg.Atlas(
        region, plain.portable, place="GM0002", cutoff_min=20, language="en", means=means
    )
    return atlas, table, means
