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
# # The cycle highway F35 to Gronau and Ochtrup
#
# **What if the cycle highway F35 went on from Enschede to Gronau and Ochtrup?**
#
# A line that is drawn by hand along the railway is added to the streets, and one rides 15 % faster on it.

# %%
from dataclasses import replace
from pathlib import Path

from IPython.display import Image, Markdown

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
question = gg.read_question(sample / "questions/06-f35-gronau-ochtrup.toml")
Markdown("\n".join(f"- {note.text('en')}" for note in question.limits))

# %% [markdown]
# That is what the sample cannot say. To be quick, only the people of Gronau and Ochtrup are asked about here:
# they are made an area of their own. Leave `areas` out, and all of Twente and the Münsterland are.

# %%
region = gg.load_region(sample)
towns = ["05554020", "05566068"]
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
# A new street takes no job out of reach.

# %%
if (rows["difference"] < -1e-6).any():
    raise RuntimeError("somebody lost")

# %%
name, drawing = next(reversed(answer.maps.items()))
drawing.save(Path("05-f35-cycle-highway.html"))
Image(filename=drawing.picture(Path("05-f35-cycle-highway.png"), language="en", dpi=60))

# %%
Markdown("\n\n".join(text[x] for text in answer.sentences for x in ("nl", "de", "en")))
