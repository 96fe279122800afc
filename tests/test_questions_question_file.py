"""Files of questions: what they say, and every fault of one at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from grensgeo.errors import InputError
from grensgeo.pages.credits import credit
from grensgeo.questions import read_question

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
QUESTIONS = sorted((SAMPLE / "questions").glob("[0-9]*.toml"))
SCENARIO = """
[scenario]
name = "closed"
title = { nl = "Dicht", de = "Zu", en = "Closed" }

[[modifications]]
type = "close-border"
closed = "destinations"
"""
LIMITS = """
[drawn]
nl = "Getekend."
de = "Gezeichnet."
en = "Drawn."
"""
ASKED = """
[question]
name = "closed"
title = { nl = "Dicht?", de = "Zu?", en = "Closed?" }
year = "2031"
source = "nobody"
region = "region"
network = "network"
limits = ["drawn"]

[reach]
areas = ["twente"]
opportunity = "jobs"
cutoff_min = 75

[[trips]]
id = "walk"
mode = "walk"

[[scenarios]]
file = "closed.toml"
"""


def written(folder, text=ASKED):
    for name, content in (("closed", SCENARIO), ("limits", LIMITS), ("question", text)):
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    return folder / "question.toml"


def test_what_a_file_says(tmp_path):
    question = read_question(written(tmp_path))
    assert (question.name, question.cutoff_min) == ("closed", 75.0)
    assert question.trips["walk"].max_min == 75  # nobody asks about more
    assert question.reach.areas == ("twente",)
    assert [one.name for one in question.scenarios] == ["closed"]
    assert [note.text("de") for note in question.limits] == ["Gezeichnet."]
    assert question.region == tmp_path / "region"
    assert question.titled(question.title)["nl"] == "Dicht? (2031; nobody)"
    said = replace(question, source="© OpenStreetMap contributors").titled(question.title)
    assert said["de"].endswith("(2031; © OpenStreetMap-Mitwirkende)")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "closed"\ntitle', 'name = "Closed!"\ntitle', "'Closed!'; use small letters"),
        ('year = "2031"', "", "year"),
        ('source = "nobody"', 'source = " "', "without words"),
        ('areas = ["twente"]', "", "areas"),
        ("[[scenarios]]", "[links]\n[[scenarios]]", r"one of \[\[scenarios\]\] and \[links\]"),
        ('["drawn"]', '["drown"]', "drown"),
        ('file = "closed.toml"', 'file = "gone.toml"', "gone.toml"),
        ('[[scenarios]]\nfile = "closed.toml"', "", r"one of \[\[scenarios\]\] and \[links\]"),
        ('mode = "walk"', 'mode = "fly"', "fly"),
        ("[[scenarios]]", '[[trips]]\nid = "walk"\nmode = "car"\n\n[[scenarios]]', "id twice"),
        ('de = "Zu?", ', "", "de"),
    ],
)
def test_each_fault_is_told(tmp_path, old, new, said):
    assert old in ASKED
    with pytest.raises(InputError, match=said):
        read_question(written(tmp_path, ASKED.replace(old, new)))


def test_all_faults_are_told_at_once_with_their_lines(tmp_path):
    text = ASKED.replace('"jobs"', "7").replace("drawn", "drown")
    with pytest.raises(InputError) as caught:
        read_question(written(tmp_path, text.replace('mode = "walk"', 'mode = "fly"')))
    assert len(caught.value.faults) == 3
    assert all("line" in fault for fault in caught.value.faults)


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_questions_of_the_region_can_be_read(path):
    question = read_question(path)
    assert path.stem == f"{path.stem[:2]}-{question.name}"
    assert question.limits
    for language, text in question.titled(question.title).items():
        assert text.endswith(f"({question.year}; {credit(question.source)[language]})")


def test_every_limit_is_told_by_some_question():
    told = {note.text("en") for path in QUESTIONS for note in read_question(path).limits}
    import tomllib

    known = tomllib.loads((SAMPLE / "questions" / "limits.toml").read_text(encoding="utf-8"))
    assert told == {entry["en"] for entry in known.values()}
