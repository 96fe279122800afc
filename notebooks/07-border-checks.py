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
# # Checks at the border
#
# **What do checks of five or ten minutes cost, at one crossing and at all?**
#
# Checks are real minutes: they change travel times. Who can drives round by another crossing.

# %%
from dataclasses import replace
from pathlib import Path

from IPython.display import Image, Markdown

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
question = gg.read_question(sample / "questions/09-border-checks.toml")
Markdown("\n".join(f"- {note.text('en')}" for note in question.limits))

# %% [markdown]
# That is what the sample cannot say. To be quick, only the people of Losser are asked about here:
# they are made an area of their own. Leave `areas` out, and all of Twente and the Münsterland are.

# %%
region = gg.load_region(sample)
towns = ["GM0168"]
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
# Checks bring nobody nearer, and checks everywhere cost no less than at one crossing.

# %%
if (rows["difference"] > 1e-6).any():
    raise RuntimeError("checks brought somebody nearer")

# %%
name, drawing = next(reversed(answer.maps.items()))
drawing.save(Path("07-border-checks.html"))
Image(filename=drawing.picture(Path("07-border-checks.png"), language="en", dpi=60))

# %%
Markdown("\n\n".join(text[x] for text in answer.sentences for x in ("nl", "de", "en")))
