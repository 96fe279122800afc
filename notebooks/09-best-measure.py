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
# # The best measures for a budget
#
# **Which of five roads should one drive 100 km/h on first, if there is money for 60 km of them?**
#
# A candidate is a scenario with a cost. The costs here are made up: a million a kilometre of road, as
# the sample has it. Any scenario may be a candidate, and any unit a cost.

# %%
from dataclasses import replace
from pathlib import Path

from IPython.display import Image

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
region = gg.load_region(sample)
network = gg.load_network(sample / "network")
cost = {"N35": 50, "N18": 45, "B54": 40, "N36": 25, "B70": 30}
candidates = []
for ref, millions in cost.items():
    title = {"nl": f"{ref} op 100", "de": f"{ref} mit 100", "en": f"{ref} at 100"}
    faster = gg.ModifyStreets(refs=(ref,), limit_kmh=100)
    scenario = gg.Scenario(f"{ref.lower()}-at-100", (faster,), title=title)
    candidates.append(gg.Candidate(scenario, cost=millions))

# %%
situation = gg.Situation(region, network, {"car": gg.Trip("car", max_min=45)})
chosen = gg.best_measures(situation, candidates, 60, areas=("twente", "muensterland"))
chosen.table

# %% [markdown]
# What each brings alone. Two on one way bring another sum together than one by one; what is chosen
# is computed with all that is chosen before it.

# %%
if chosen.table["cost"].sum() > 60:
    raise RuntimeError("more was spent than there is")
chosen.alone

# %%
first = next(c.scenario for c in candidates if c.scenario.name == chosen.table["measure"].iloc[0])
found = gg.compare(
    situation,
    replace(first, title={x: f"{t} (2026; Travel Mapping)" for x, t in first.title.items()}),
    cutoffs_min=(45,),
    opportunities=("jobs",),
    areas=("twente", "muensterland"),
    to=(),
)
drawing = found.map(language="en")
drawing.save(Path("09-best-measure.html"))
Image(filename=drawing.picture(Path("09-best-measure.png"), language="en", dpi=60))

# %%
print(chosen.sentence("en"))
print(found.sentence("en"))
