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
# # RB64 every half hour
#
# The train Enschede - Gronau - Münster runs every hour. What would one every half hour do for the
# number of jobs within an hour of the people of Gronau, Ochtrup, Losser and Enschede?
#
# The scenario is a file, so that it can be argued about line by line.

# %%
from pathlib import Path

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
path = sample / "scenarios/rb64-half-hourly.toml"
print(path.read_text(encoding="utf-8"))

# %%
region = gg.load_region(sample)
network = gg.load_network(sample / "network")
plan = gg.read_scenario(path)
after = plan.apply(network)
rail, changed = network.feeds[0], after.feeds[0]
trains = rail.trips.value_counts(["line", "headsign"]).to_frame("trains_before")
trains["trains_after"] = changed.trips.value_counts(["line", "headsign"])
trains.query("trains_before != trains_after")

# %% [markdown]
# Trips are made by train with the bicycle to the station, leaving every minute for an hour on a
# Tuesday morning; the median counts. RB64 and other trains across the border run at the minutes of
# 14 May 2024, inferred in part, trains within the Netherlands at drawn ones, before and after. Local
# roads of the region are schematic: the result shows an order of magnitude, not a promise.

# %%
places = ["GM0153", "GM0168", "05554020", "05566068"]
homes = region.cells[region.cells["region_code"].isin(places)]
trip = gg.Trip(
    "transit",
    departure="2023-10-17T07:30",
    window_min=60,
    access="bicycle",
    egress="walk",
    max_access_min=15,
    max_egress_min=20,
    max_min=60,
)
jobs = {"jobs": region.opportunities["jobs"]}
results = {}
for name, now in {"baseline": network, plan.name: after}.items():
    times = gg.travel_times(now, homes, region.cells, trip)
    results[name] = gg.reach(times, jobs, cutoffs_min=(45, 60)).assign(
        mode="transit", scenario=name
    )
times

# %% [markdown]
# Cells are brought together to municipalities, weighted by the people who live there.

# %%
weights, groups = homes["population"], homes["region_code"]
before, changed = (
    gg.measures.combine(results[name], weights=weights, groups=groups)
    for name in ("baseline", plan.name)
)
table = gg.measures.compare(before, changed)
table.assign(place=table["id"].map(region.municipalities["name"])).round(1)

# %% [markdown]
# A denser timetable never takes a job out of reach.

# %%
if (table["difference"] < -1e-6).any():
    raise RuntimeError("a denser timetable took jobs out of reach")
from grensgeo import maps

maps.scenario_map(
    region, before, changed, title=plan.title, provenance=region.provenance | times.provenance
).save(Path("rb64-half-hourly.html"))
