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
# # A through train from Zwolle to Münster
#
# **What if a train an hour went through from Zwolle by way of Enschede to Münster?**
#
# At Enschede the Dutch and the German tracks are not joined: whoever goes on has to change. The scenario
# takes the hourly intercity out, lets a train with its running times meet RB64, and joins the two.

# %%
from dataclasses import replace
from pathlib import Path

from IPython.display import Image, Markdown

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
question = gg.read_question(sample / "questions/04-through-train-zwolle-muenster.toml")
Markdown("\n".join(f"- {note.text('en')}" for note in question.limits))

# %% [markdown]
# That is what the sample cannot say. To be quick, only the people of Hengelo and Gronau are asked about here:
# they are made an area of their own. Leave `areas` out, and all of Twente and the Münsterland are.

# %%
region = gg.load_region(sample)
towns = ["GM0164", "05554020"]
places = region.municipalities
region = replace(
    region,
    municipalities=places.assign(area=places["area"].where(~places.index.isin(towns), "here")),
)
answer = gg.answer_question(question, region=region, areas=["here"])
rows = answer.table[
    (answer.table["measure"] == "reach") & (answer.table["level"] == "municipality")
]
rows[["change", "name", "mode", "baseline", "scenario", "difference"]].round(0)

# %% [markdown]
# Here some may lose: the intercity of today leaves at minutes that are drawn, the through train at
# minutes that meet RB64. So only the sum is held to be a gain on one side of the border at least.

# %%
if not (rows["difference"] > 0).any():
    raise RuntimeError("a through train brought nobody anything")

# %%
name, drawing = next(reversed(answer.maps.items()))
drawing.save(Path("04-through-train-zwolle-muenster.html"))
Image(
    filename=drawing.picture(Path("04-through-train-zwolle-muenster.png"), language="en", dpi=60)
)

# %%
Markdown("\n\n".join(text[x] for text in answer.sentences for x in ("nl", "de", "en")))
