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
# # A student without a car
#
# **Which internships does a student in Gronau without a car reach within 45 minutes, there by the
# start of the day and home again after its end?**
#
# **The internships are made up**: drawn at random where people live, in twelve municipalities on both
# sides. They show what is computed, not what there is. Real listings are read with
# `gg.read_jobsuche`, `gg.read_stagemarkt` or `gg.read_listings`.

# %%
from dataclasses import replace
from pathlib import Path

from IPython.display import Image, Markdown

import grensgeo as gg

sample = next(
    p / "data/sample" for p in (Path.cwd(), *Path.cwd().parents) if (p / "data/sample").exists()
)
question = gg.read_question(sample / "questions/11-student-without-a-car.toml")
region = gg.load_region(sample)
network = gg.load_network(sample / "network")
question.student.student

# %% [markdown]
# The way there is by the latest train that is in time for half past eight; the way home by the first
# that leaves at five or later. By bicycle it is the same both ways.

# %%
answer = gg.answer_question(question, region=region, network=network)
columns = [
    "id",
    "country",
    "across",
    "mode",
    "travel_time_min",
    "home_mode",
    "travel_time_home_min",
]
answer.table[columns].head(10).round(0)

# %% [markdown]
# And without German? What a listing does not tell never rules it out; these all tell their language.

# %%
dutch = replace(question.student.student, languages=("nl",))
fewer = gg.answer_question(
    replace(question, student=replace(question.student, student=dutch)),
    region=region,
    network=network,
)
if len(fewer.table) > len(answer.table):
    raise RuntimeError("fewer languages found more")
print(len(answer.table), "with both languages,", len(fewer.table), "with Dutch alone")

# %%
drawing = answer.maps["map"]
drawing.save(Path("06-student-without-a-car.html"))
Image(filename=drawing.picture(Path("06-student-without-a-car.png"), language="en", dpi=60))

# %%
Markdown("\n\n".join(text[x] for text in answer.sentences for x in ("nl", "de", "en")))
