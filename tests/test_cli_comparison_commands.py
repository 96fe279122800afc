"""Comparisons on the command line: tables of reach, and a study with its scenarios."""

import pandas as pd
import pytest
from test_comparison import STREETS, reach_table
from test_region import region

from grensgeo.cli.program import main

STUDY = """
[study]
id = "toy"
region = "region"
period = "2023"
[study.title]
nl = "a"
de = "b"
en = "c"
[networks]
net = "net"
[[trips]]
id = "walk"
network = "net"
mode = "walk"
max_min = 90
[reach]
areas = ["twente", "muensterland"]
cutoffs_min = [60]
opportunities = ["jobs"]
[[scenarios]]
file = "faster.toml"
trips = ["walk"]
"""
FASTER = """
[scenario]
name = "faster"
[scenario.title]
nl = "Sneller"
de = "Schneller"
en = "Faster"
[[modifications]]
type = "modify-streets"
country = "NL"
speed_factor = 2.0
modes = ["walk"]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    here = tmp_path_factory.mktemp("study")
    region().save(here / "region")
    STREETS.save(here / "net")
    (here / "study.toml").write_text(STUDY)
    (here / "faster.toml").write_text(FASTER)
    before = reach_table({"GM0153": ("NL", 100.0, 0.0), "05554020": ("DE", 10.0, 30.0)})
    after = reach_table({"GM0153": ("NL", 100.0, 10.0), "05554020": ("DE", 10.0, 30.0)})
    both = [before.assign(scenario="baseline"), after.assign(scenario="plan")]
    pd.concat(both).assign(mode="car").to_csv(here / "reach.csv", index=False)
    before.to_csv(here / "a.csv", index=False)
    after.to_csv(here / "b.csv", index=False)
    return here


@pytest.fixture
def run(capsys):
    def go(*words):
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return go


def test_a_study_with_one_of_its_scenarios(folder, run):
    out = folder / "c.csv"
    code, said, wrong = run(
        "compare", folder / "study.toml", "faster", "-o", out, "--map", folder / "c.html",
        "--language", "nl", "--to", "Gronau", "--no-store",
    )  # fmt: skip
    assert (code, wrong) == (0, "")
    assert "Sneller. Te voet bereikt de gemiddelde inwoner binnen 60 minuten 9,2 banen" in said
    table = pd.read_csv(out, dtype={"id": str})
    town = table[(table["measure"] == "reach") & (table["id"] == "GM0153")].iloc[0]
    assert town["difference"] == pytest.approx(3)
    assert (folder / "c.html").exists()
    again = folder / "d.csv"
    run("compare", folder / "study.toml", folder / "faster.toml", "-o", again, "--to", "05554020",
        "--no-store")  # fmt: skip
    assert again.read_text() == out.read_text()


def test_tables_and_scenarios_in_one_table(folder, run):
    out = folder / "e.csv"
    code, said, _ = run(
        "compare", folder / "reach.csv", "plan", "--region", folder / "region", "-o", out
    )
    assert code == 0
    assert "By car, the mean inhabitant reaches 7.7 more jobs" in said
    assert "Of 13 inhabitants, 10 gain and nobody loses." in said
    code, _, _ = run("compare", folder / "a.csv", folder / "b.csv", "-o", out)
    assert code == 0
    assert set(pd.read_csv(out)["level"]) == {"place"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a.csv", "b.csv", "--draws", "9"], "--draws: of a study"),
        (["reach.csv", "other"], "no scenario 'other'"),
        (["study.toml", "other"], "neither one of the study (faster) nor a file"),
        (["study.toml", "faster", "--region", "region"], "a study names its region"),
        (["study.toml", "faster", "--speed-spread", "car"], "as car=0.1"),
        (["study.toml", "faster", "--much-share", "0"], "much_share"),
    ],
)
def test_what_does_not_fit_is_told(folder, run, words, said):
    named = [folder / w if "." in w or w == "region" else w for w in words]
    code, _, wrong = run("compare", *named, "-o", folder / "x.csv")
    assert code == 2
    assert said in wrong
    assert not (folder / "x.csv").exists()
