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
# # GrensWerk and REACH
#
# Two questions that the region asks. Which internships does a student without a car reach, in
# Twente and in the Münsterland? And who can come together around the startup hubs of Enschede and
# Münster, with the border and without it?
#
# **The internships below are made up**: drawn at random where people live, twelve municipalities
# on both sides. They show what the tool does, not what there is. Real listings are read with
# `gg.read_jobsuche`, `gg.read_stagemarkt` or `gg.read_listings`.

# %%
from pathlib import Path

import numpy as np
import pandas as pd

import grensgeo as gg
from grensgeo import maps

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
region = gg.load_region(sample)
network = gg.load_network(sample / "network")

# %%
towns = ["GM0153", "GM0164", "GM0168", "GM0173", "GM0158", "05554020", "05554004", "05554068",
         "05566068", "05566004", "05566076", "05515000"]  # fmt: skip
cells = region.cells[region.cells["region_code"].isin(towns)]
draw = np.random.default_rng(2026)
homes = cells.iloc[draw.choice(len(cells), 60, p=cells["population"] / cells["population"].sum())]
tells = draw.random(60) < 0.8
made_up = pd.DataFrame(
    {
        "id": [f"made-up-{n:02d}" for n in range(60)],
        "opp_type": "internship",
        "count": 1,
        "lon": homes["lon"].to_numpy(),
        "lat": homes["lat"].to_numpy(),
        "country": homes["country"].to_numpy(),
        "eqf_min": pd.Series(np.where(tells, 3, np.nan)).astype("Int64"),
        "eqf_max": pd.Series(np.where(tells, 4, np.nan)).astype("Int64"),
        "sector_nace": draw.choice(list("CFGQ"), 60),
        "language": np.where(homes["country"] == "NL", "nl", "de"),
        "source_id": "made-up",
    }
)
made_up.to_csv("made-up-internships.csv", index=False)
listings = gg.read_listings("made-up-internships.csv", municipalities=region.municipalities)
listings["country"].value_counts()

# %% [markdown]
# ## A student in Enschede
#
# Vocational level 4, manufacturing or construction, speaks Dutch and German, has a bicycle, an
# e-bike and the train. Whichever is quickest to each place counts, within an hour. What a listing
# does not tell never rules it out; `unsure` names it.

# %%
student = gg.Student(
    6.8861, 52.2201, country="NL", eqf=4, sectors=("C", "F"), languages=("nl", "de")
)
trips = {
    "transit": gg.Trip(
        "transit", departure="2023-10-17T07:30", window_min=30, access="bicycle", max_min=60
    ),
    "ebike": gg.Trip("ebike", max_min=60),
    "bicycle": gg.Trip("bicycle", max_min=60),
}
found = gg.placements_for(
    network, student, listings, trips=trips, cutoff_min=60, places=region.places
)
found[["id", "country", "across", "sector_nace", "mode", "travel_time_min", "unsure"]].round(0)

# %% [markdown]
# With German as well, how many more are there?

# %%
dutch_only = gg.Student(
    6.8861, 52.2201, country="NL", eqf=4, sectors=("C", "F"), languages=("nl",)
)
fewer = gg.placements_for(
    network, dutch_only, listings, trips=trips, cutoff_min=60, places=region.places
)
pd.Series({"Dutch": len(fewer), "Dutch and German": len(found), "across": found["across"].sum()})

# %%
drawing = maps.placements_map(
    region,
    found,
    student=student,
    cutoff_min=60,
    provenance=network.provenance,
    title={
        "nl": "Stages binnen een uur van Enschede (verzonnen voorbeeld)",
        "de": "Praktika innerhalb einer Stunde von Enschede (erfundenes Beispiel)",
        "en": "Internships within an hour of Enschede (made-up example)",
    },
)
drawing.save(Path("placements.html"))

# %% [markdown]
# ## Who can meet
#
# Seven hubs, by car. Two can meet where one of them travels to the other within the time. Without
# going abroad no pair across the border can.

# %%
hubs = gg.read_hubs(sample.parent / "sources/startup_hubs.csv")
car = {"car": gg.Trip("car")}
times = gg.meeting_times(network, hubs, trips=car)
times.pivot(index="from_id", columns="to_id", values="travel_time_min").round(0)

# %%
pairs = gg.meeting_pairs(times)
pairs[pairs["mode"] == "any"].groupby(["across", "cutoff_min"])[
    ["open", "closed_destinations", "closed_routing"]
].sum()

# %% [markdown]
# And the people within 60 and 90 minutes of each hub. Municipalities stand in for their people
# here; `cells=region.cells` counts each square kilometre.

# %%
reach = gg.meeting_reach(
    network,
    hubs,
    region.municipalities["population"].astype(float),
    cells=region.places,
    trips=car,
)
reach[reach["mode"] == "car"].pivot(
    index=["id", "cutoff_min"], columns="closed_means", values=["closed", "open"]
).round(-3)

# %% [markdown]
# A border never brings people nearer.

# %%
if (reach["difference"] < 0).any():
    raise RuntimeError("a closed border brought people nearer")
