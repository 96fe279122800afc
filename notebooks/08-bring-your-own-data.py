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
# # Bring your own data
#
# **How many people live within 20 minutes by bicycle of three swimming pools of ours, and who is
# nearest to which?**
#
# A table of points with `id, lon, lat` is all that is needed; with a `country` a border can be told.
# This one is made up and written here, so that the notebook runs as it stands.

# %%
from pathlib import Path

import pandas as pd
from IPython.display import Image

import grensgeo as gg

Path("pools.csv").write_text(
    "id;lon;lat;country\n"
    "gronau;7,025;52,212;DE\nlosser;7,004;52,262;NL\noverdinkel;7,022;52,236;NL\n",
    encoding="utf-8",
)
pools = gg.read_points("pools.csv")  # semicolons and commas, as a spreadsheet saves them
pools

# %% [markdown]
# What cannot be true is told and not guessed: here longitude and latitude are exchanged.

# %%
Path("exchanged.csv").write_text("id,lon,lat\na,52.212,7.025\n", encoding="utf-8")
sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
region = gg.load_region(sample)
try:
    gg.read_points("exchanged.csv", extent=region.municipalities.geometry)
except gg.GrensgeoError as error:
    print(error)

# %%
network = gg.load_network(sample / "network")
towns = ["05554020", "GM0168", "GM0153", "05566068"]
homes = region.cells[region.cells["region_code"].isin(towns)]
times = gg.travel_times(network, homes, pools, gg.Trip("bicycle", max_min=60))
minutes = times.to_frame().pivot(index="from_id", columns="to_id", values="travel_time_min")
nearest = minutes.min(axis=1)
people = homes["population"].reindex(nearest.index)
within = people[nearest <= 20]
by_pool = people.groupby(minutes.dropna(how="all").idxmin(axis=1)).sum()
pd.DataFrame({"people nearest to it": by_pool.round(0)})

# %% [markdown]
# A count is as large as the people there are, and no larger.

# %%
if not 0 < within.sum() <= people.sum():
    raise RuntimeError("more people than there are")
bands = gg.isochrones(network, pools, gg.Trip("bicycle"), cutoffs_min=(10, 20))
drawing = gg.Map(region, origins=pools).add(bands)
drawing.save(Path("08-bring-your-own-data.html"))
Image(filename=drawing.picture(Path("08-bring-your-own-data.png"), language="en", dpi=60))

# %%
print(
    f"Within 20 minutes by bicycle of one of the three pools live {within.sum():,.0f} people of "
    f"these four municipalities, of {people.sum():,.0f}."
)
