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
# # Reach across the border
#
# **How many jobs do the people of Losser and Gronau reach within 45 minutes by car, and how many of
# them lie across the border?**

# %%
from pathlib import Path

from IPython.display import Image

import grensgeo as gg
from grensgeo import maps
from grensgeo.measures.region_reach import reach_of_level

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
region = gg.load_region(sample)
network = gg.load_network(sample / "network")
region

# %% [markdown]
# From each inhabited cell to each cell of the region, so that a figure is that of the mean inhabitant.

# %%
towns = ["GM0168", "05554020", "GM0153", "05566068"]
homes = region.cells[region.cells["region_code"].isin(towns)]
times = gg.travel_times(network, homes, region.cells, gg.Trip("car", max_min=60))
jobs = {"jobs": region.opportunities["jobs"]}
cells = gg.reach(times, jobs, cutoffs_min=(30, 45, 60)).assign(mode="car", scenario="baseline")
reach = reach_of_level(cells, region)
shown = ["name", "cutoff_min", "to_country", "reach", "closed", "open", "border_effect"]
reach[shown].round({"reach": 0, "closed": 0, "open": 0, "border_effect": 2})

# %% [markdown]
# `closed` counts what lies in one's own country, `open` all of it; the border effect is
# open / closed - 1. More time reaches no less.

# %%
by_cutoff = reach.drop_duplicates(["id", "cutoff_min"]).pivot(
    index="id", columns="cutoff_min", values="open"
)
if not (by_cutoff.diff(axis=1).iloc[:, 1:] >= 0).all(axis=None):
    raise RuntimeError("more time reached less")

# %%
drawing = maps.border_effect_map(region, reach, provenance=region.provenance | times.provenance)
drawing.save(Path("02-reach-across-the-border.html"))
Image(filename=drawing.picture(Path("02-reach-across-the-border.png"), language="en", dpi=60))

# %%
at45 = reach[reach["cutoff_min"] == 45].drop_duplicates("id").set_index("id")
for code in ("GM0168", "05554020"):
    row = at45.loc[code]
    print(
        f"By car the mean inhabitant of {row['name']} reaches {row['closed']:,.0f} jobs within 45 "
        f"minutes with the border closed, and {row['open']:,.0f} with it open: "
        f"{row['border_effect']:.0%} more."
    )
