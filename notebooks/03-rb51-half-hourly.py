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
# # RB51 every half hour
#
# **What if the train Enschede - Gronau - Ahaus - Coesfeld - Dortmund came every half hour?**
#
# It runs hourly. The question is a file, so that it can be argued about line by line: which people,
# which jobs, by which trip, of which year, and who says so.

# %%
from dataclasses import replace
from pathlib import Path

from IPython.display import Image, Markdown

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
question = gg.read_question(sample / "questions/01-rb51-half-hourly.toml")
Markdown("\n".join(f"- {note.text('en')}" for note in question.limits))

# %% [markdown]
# That is what the sample cannot say. To be quick, only the people of Gronau and Ahaus are asked about here:
# they are made an area of their own. Leave `areas` out, and all of Twente and the Münsterland are.

# %%
region = gg.load_region(sample)
towns = ["05554020", "05554004"]
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
# A denser timetable takes no job out of reach: every departure that there was is there still.

# %%
if (rows["difference"] < -1e-6).any():
    raise RuntimeError("somebody lost")

# %%
name, drawing = next(reversed(answer.maps.items()))
drawing.save(Path("03-rb51-half-hourly.html"))
Image(filename=drawing.picture(Path("03-rb51-half-hourly.png"), language="en", dpi=60))

# %%
Markdown("\n\n".join(text[x] for text in answer.sentences for x in ("nl", "de", "en")))
