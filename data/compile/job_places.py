"""Lay the jobs of a municipality where they are: business estates, centres, wijken with jobs.

Outlines of business estates and centres are known in Overijssel (TOP10NL), jobs of wijken in
Twente and the Achterhoek (CBS, 2015). Both weigh only: a municipality keeps its count. Of a wijk
no more is used than a power of two, smoothed, so that no wijk's count can be read back. Elsewhere,
and in all of Germany, no such data are at hand, and jobs stay where people live.
"""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from grensgeo.fetch.catalogue import checksum
from grensgeo.provenance import Provenance, Source

if TYPE_CHECKING:
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from grensgeo.region.region import Region

OUTLINES = "places/top10nl_plaatsen_overijssel_2026-04.gpkg"
WIJKEN = "jobs/jobs_wijk_nl.csv"
SOURCE = Source(
    "cbs-wijk-jobs-2015",
    "Employee jobs by wijk of work, rounded to 10: weights alone, in powers of two",
    "CC-BY-4.0",
    "CBS, CC BY 4.0",
    "2015-12",
    "https://github.com/edwindj/commute",
    bears_on="opportunities:NL",
)
METRIC = 28992
#: Regions whose business estates and centres have outlines: those of Overijssel.
OVERIJSSEL = ("NL211", "NL212", "NL213")
#: A wijk or buurt of the built-up land with fewer inhabitants a hectare than this, and of more
#: hectares, is a business estate (or a campus, a hospital, a depot); this one is for leisure.
FEW_A_HA, LEAST_HA = 5.0, 5.0
LEISURE = ("Het Hulsbeek",)
#: A hectare of estate, and of a centre, weighs as many inhabitants: least misplaced of the jobs of
#: seven gemeenten of Twente; the other seven judge (docs/validation.md).
ESTATE, CENTRE = 60.0, 40.0
CENTRES = "centrum|binnenstad"
#: Points that stand for a quarter of a hectare each.
STEP_M = 50.0
#: A wijk doubles or halves the weights around its middle, up to four times.
MOST_DOUBLINGS = 2.0
WIDTH_M = 600.0


def place_jobs(region: Region, shared: Path) -> Region:
    """Return the region with its jobs laid where they are, as far as data allow.

    Parameters
    ----------
    region
        The region; the counts of its municipalities stay.
    shared
        Folder with the files.
    """
    known = region.municipalities
    wijken = read_wijken(shared / WIJKEN)
    outlined = known.index[known["nuts3"].isin(OVERIJSSEL)]
    estates, centres = read_outlines(shared / OUTLINES)
    counts = region.opportunity_table.query("opportunity == 'jobs'").set_index("region_code")
    outlines = known.geometry.to_crs(METRIC)
    rows = []
    several = wijken["statcode"].value_counts()
    for code in sorted({*outlined, *several.index[several > 1]} & set(counts.index)):
        own = region.cells[region.cells["region_code"] == code]
        points = gpd.GeoSeries(gpd.points_from_xy(own["lon"], own["lat"]), crs=4326).to_crs(METRIC)
        weight = own["population"].to_numpy(dtype=float)
        if code in outlined:
            cells = own.geometry.to_crs(METRIC).to_numpy()
            for area, worth in ((estates, ESTATE), (centres, CENTRE)):
                weight += worth * hectares(area.intersection(outlines[code]), cells)
        if several.get(code, 0) > 1:
            weight *= leaning(weight, points, wijken[wijken["statcode"] == code])
        whole = round(float(counts.loc[code, "count"]))
        rows.append(pd.DataFrame({"cell_id": own["cell_id"], "count": shares(whole, weight)}))
    table = pd.concat(rows, ignore_index=True)
    table = table[table["count"] > 0].assign(opportunity="jobs").reset_index(drop=True)
    return dataclasses.replace(
        region,
        cell_opportunities=table[["cell_id", "opportunity", "count"]],
        provenance=region.provenance
        | Provenance(sources=(dataclasses.replace(SOURCE, sha256=checksum(shared / WIJKEN)),)),
    )


def read_wijken(path: Path) -> gpd.GeoDataFrame:
    """Return the jobs of wijken at their middles."""
    rows = pd.read_csv(path)
    return gpd.GeoDataFrame(
        rows, geometry=gpd.points_from_xy(rows["lon"], rows["lat"]), crs=4326
    ).to_crs(METRIC)


def read_outlines(path: Path) -> tuple[BaseGeometry, BaseGeometry]:
    """Return the land of business estates and that of centres."""
    places = gpd.read_file(path).to_crs(METRIC)
    parts = places[places["type"].isin(["wijk", "buurt"])]
    size = parts.area / 1e4
    few = (parts["inwoners_2025"] / size < FEW_A_HA) & (size > LEAST_HA)
    estates = pd.concat(
        [
            parts.geometry[few & ~parts["naam"].isin(LEISURE)],
            places.geometry[places["type"] == "industriekern"],
        ]
    )
    centres = parts.geometry[parts["naam"].str.contains(CENTRES, case=False)]
    return shapely.union_all(list(estates)), shapely.union_all(list(centres))


def hectares(area: BaseGeometry, cells: np.ndarray) -> np.ndarray:
    """Return how much of an area each cell holds, or is nearest to: not all land is in a cell."""
    found = np.zeros(len(cells))
    if area.is_empty:
        return found
    west, south, east, north = area.bounds
    x, y = (
        axis.ravel()
        for axis in np.meshgrid(
            np.arange(west + STEP_M / 2, east, STEP_M),
            np.arange(south + STEP_M / 2, north, STEP_M),
        )
    )
    inside = shapely.contains_xy(area, x, y)
    nearest = shapely.STRtree(cells).nearest(shapely.points(x[inside], y[inside]))
    return np.bincount(nearest, minlength=len(cells)) * STEP_M**2 / 1e4


def leaning(weight: np.ndarray, points: gpd.GeoSeries, wijken: gpd.GeoDataFrame) -> np.ndarray:
    """Return by what the weights of cells are multiplied, for the jobs of the wijken around."""
    apart = np.hypot(
        points.x.to_numpy()[:, None] - wijken.geometry.x.to_numpy(),
        points.y.to_numpy()[:, None] - wijken.geometry.y.to_numpy(),
    )
    nearest = apart.argmin(axis=1)
    now = np.bincount(nearest, weights=weight, minlength=len(wijken)) / weight.sum()
    told = (wijken["employee_jobs_here"] / wijken["employee_jobs_here"].sum()).to_numpy()
    doublings = np.round(np.log2(np.maximum(told, 1e-4) / np.maximum(now, 1e-4)))
    doublings = doublings.clip(-MOST_DOUBLINGS, MOST_DOUBLINGS)
    # far from all middles the nearest one counts
    near = np.exp(-((apart / WIDTH_M) ** 2) / 2) + 1e-9 / (1 + apart)
    return 2 ** ((near * doublings).sum(axis=1) / near.sum(axis=1))


def shares(whole: int, weight: np.ndarray) -> np.ndarray:
    """Return a whole number shared out by weights, in whole numbers (largest remainder)."""
    exact = whole * weight / weight.sum()
    floor = np.floor(exact).astype(int)
    left = np.argsort(floor - exact, kind="stable")[: whole - floor.sum()]
    floor[left] += 1
    return floor
