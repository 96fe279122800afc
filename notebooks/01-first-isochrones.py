# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # First isochrones
#
# **How far do you get from Münster's main station in 5, 10 and 15 minutes, on foot, by bicycle, by
# e-bike and by car?** And from Enschede's market square on foot? Everything here comes from the sample
# that the repository ships; no internet is needed.
#
# *Wie weit kommt man vom Münsteraner Hauptbahnhof? Hoe ver kom je vanaf de Oude Markt?*

# %%
from pathlib import Path

import geopandas as gpd
import pandas as pd

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
region = gg.load_region(sample)
muenster = gg.load_network(sample / "muenster")
enschede = gg.load_network(sample / "enschede")
muenster

# %% [markdown]
# Origins are points with an id. A point is snapped to the nearest street that its mode may use,
# and the way to that street counts.

# %%
hbf = gpd.GeoDataFrame(
    {"id": ["muenster-hbf"]}, geometry=gpd.points_from_xy([7.6349], [51.9565]), crs="EPSG:4326"
)
market = gpd.GeoDataFrame(
    {"id": ["oude-markt"]}, geometry=gpd.points_from_xy([6.8958], [52.2205]), crs="EPSG:4326"
)
muenster.snap(hbf, "walk").report

# %% [markdown]
# One call for each mode. The result is a table of polygons; the smaller lie within the larger.

# %%
bands = [
    gg.isochrones(muenster, hbf, gg.Trip(mode), cutoffs_min=(5, 10, 15))
    for mode in ("walk", "bicycle", "ebike", "car")
]
bands.append(gg.isochrones(enschede, market, gg.Trip("walk"), cutoffs_min=(10, 20, 30)))
everything = gpd.GeoDataFrame(pd.concat(bands, ignore_index=True))
everything.assign(area_km2=(everything.to_crs(3035).area / 1e6).round(1)).drop(columns="geometry")

# %% [markdown]
# Does the order make sense? In the same time a bicycle covers more than feet, an e-bike more than
# a bicycle. By car the minutes to reach and leave a parking place are counted, so that the car
# needs longer trips to win.

# %%
area_km2 = everything.assign(area_km2=everything.to_crs(3035).area / 1e6).query(
    "from_id == 'muenster-hbf' and cutoff_min == 15"
)
ranked = area_km2.set_index("mode")["area_km2"]
if not ranked["walk"] < ranked["bicycle"] < ranked["ebike"]:
    raise RuntimeError("faster modes must cover more")
ranked.round(1)

# %%
names = {"muenster-hbf": "Münster Hauptbahnhof", "oude-markt": "Enschede, Oude Markt"}
from grensgeo import maps

drawing = maps.isochrone_map(
    region, everything, names=names, provenance=region.provenance | muenster.provenance
)
drawing.save(Path("first-isochrones.html"))

# %%
print(
    f"In a quarter of an hour one covers {ranked['walk']:.1f} km² on foot from Münster's station, "
    f"{ranked['bicycle']:.1f} by bicycle, {ranked['ebike']:.1f} by e-bike and {ranked['car']:.1f} by car."
)
