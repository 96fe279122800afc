"""Critical links and best measures on the command line."""

import pandas as pd
import pytest
from test_scenario_critical import situation

from grensgeo.cli.file_kinds import describe
from grensgeo.cli.program import main
from grensgeo.cli.schema_command import schema_text
from grensgeo.errors import InputError
from grensgeo.provenance import manifest_of
from grensgeo.scenario.candidate_file import read_candidates

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")

STUDY = """
[study]
id = "toy"
region = "region"
period = "2022"
[study.title]
nl = "a"
de = "b"
en = "c"

[networks]
town = "town"

[[trips]]
id = "car"
network = "town"
mode = "car"
max_min = 60

[reach]
areas = ["west", "east"]
cutoffs_min = [20]
opportunities = ["jobs"]
"""
FASTER = """
[scenario]
name = "faster-{n}"
title = {{ nl = "a{n}", de = "b{n}", en = "Faster {n}" }}

[[modifications]]
type = "modify-streets"
country = "{country}"
modes = ["car"]
speed_factor = 2
"""
CANDIDATES = (
    '[[candidates]]\nfile = "0.toml"\ncost = 3\n\n[[candidates]]\nfile = "1.toml"\ncost = 4\n'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ranked")
    before = situation(3)
    before.region.save(folder / "region")
    before.network.save(folder / "town")
    (folder / "study.toml").write_text(STUDY, encoding="utf-8")
    for n, country in enumerate(("NL", "DE")):
        text = FASTER.format(n=n, country=country)
        (folder / f"{n}.toml").write_text(text, encoding="utf-8")
    (folder / "candidates.toml").write_text(CANDIDATES, encoding="utf-8")
    return folder


def run(folder, *words):
    return main([words[0], str(folder / "study.toml"), *map(str, words[1:])])


def test_links_are_ranked(folder, capsys):
    out, layer = folder / "links.csv", folder / "links.geojson"
    asked = ("--kind", "way", "--ways", 1, 2, 3, "--cutoff-min", 20, "--origins", "cells")
    assert run(folder, "critical", *asked, "--map", layer, "--language", "nl", "-o", out) == 0
    assert pd.read_csv(out)["link"].is_unique
    assert layer.is_file()
    assert manifest_of(out).is_file()
    assert "onderzochte schakels" in capsys.readouterr().out


def test_measures_are_chosen(folder, capsys):
    out = folder / "best.csv"
    asked = (folder / "candidates.toml", "--budget", 5, "--cutoff-min", 20, "--origins", "cells")
    assert run(folder, "best", *asked, "-o", out) == 0
    table = pd.read_csv(out)
    assert len(table) == 1
    assert table["cost"].sum() <= 5
    assert "Of 2 candidates" in capsys.readouterr().out


def test_mistakes_are_told_and_nothing_is_written(folder, capsys):
    out = folder / "none.csv"
    assert run(folder, "critical", "--cutoff-min", 20, "--trip", "boat", "-o", out) == 2
    assert "no trip 'boat'; there are car" in capsys.readouterr().err
    assert run(folder, "critical", "--cutoff-min", 20, "--refs", "X1", "-o", out) == 2
    assert "unknown road X1" in capsys.readouterr().err
    assert not out.exists()


def test_a_file_of_candidates_with_mistakes(tmp_path):
    file = tmp_path / "candidates.toml"
    file.write_text('[[candidates]]\nfile = "no.toml"\ncost = 3\n\n[[candidates]]\ncost = -1\n')
    with pytest.raises(InputError) as caught:
        read_candidates(file)
    for said in ("no.toml", "file is missing", "cost is -1"):
        assert said in str(caught.value)


def test_a_file_of_candidates_is_known_and_has_a_schema(folder):
    assert describe(folder / "candidates.toml") == "2 candidates that cost 7"
    assert '"candidates"' in schema_text("candidates")
    wrong = folder / "wrong.toml"
    wrong.write_text(CANDIDATES.replace("cost = 3", "\ncots = 3"), encoding="utf-8")
    with pytest.raises(InputError, match=r"line 4, .*unknown key cots; .* nearest is cost"):
        describe(wrong)
