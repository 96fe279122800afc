"""`grensgeo doctor`: what is there, what is not, and kernels compiled beforehand."""

import json
import re
import warnings
from dataclasses import replace
from datetime import datetime
from importlib import metadata
from logging import getLogger

from drawing import draw

from grensgeo import cli
from grensgeo.cli import program, surroundings
from grensgeo.cli.surroundings import State, is_network, warm_up
from grensgeo.errors import GrensgeoWarning


def test_the_doctor_says_what_is_installed(capsys):
    assert cli.main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert f"grensgeo: {metadata.version('grensgeo')}" in said
    for name in ("geopandas", "osmnx", "shapely", "folium", "rasterio"):
        assert f"{name} {metadata.version(name)}" in said
    assert all(re.match(r"ok {5}\S", line) for line in said.splitlines())


def test_a_package_that_is_missing_is_named(capsys, monkeypatch):
    known = surroundings._version
    monkeypatch.setattr(
        surroundings, "_version", lambda name: None if name == "osmnx" else known(name)
    )
    assert cli.main(["doctor"]) == 2
    assert "WRONG  packages: missing: osmnx" in capsys.readouterr().out


def test_what_only_an_extra_needs_keeps_nothing_from_working(capsys, monkeypatch):
    known = surroundings._version
    monkeypatch.setattr(
        surroundings, "_version", lambda name: None if name == "nbclient" else known(name)
    )
    assert cli.main(["doctor"]) == 0
    assert "pip install grensgeo[notebooks]" in capsys.readouterr().out


def test_files_are_looked_at_as_check_does(capsys, tmp_path):
    (tmp_path / "points.csv").write_text("id,lon,lat\na,7.0,52.2\n", encoding="utf-8")
    assert cli.main(["doctor", str(tmp_path / "points.csv")]) == 0
    assert cli.main(["doctor", str(tmp_path / "none.csv")]) == 2
    assert "WRONG" in capsys.readouterr().out


def test_warming_up_asks_for_a_network(capsys):
    assert cli.main(["doctor", "--warm"]) == 2
    assert "name one" in capsys.readouterr().err


def test_kernels_are_compiled_by_a_question_a_mode(tmp_path):
    network = draw({"A": (0, 0), "B": (900, 0), "C": (900, 900)}, [{"ends": "AB"}, {"ends": "BC"}])
    network.save(tmp_path / "network")
    assert is_network(tmp_path / "network")
    assert not is_network(tmp_path)
    assert list(warm_up(tmp_path / "network")) == ["car", "bicycle", "ebike", "walk"]


def test_a_line_says_whether_all_is_well():
    assert str(State("disk", "4 GB")) == "ok     disk: 4 GB"
    assert str(State("disk", "none", ill=True)) == "WRONG  disk: none"


def told(capsys):
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_program_reads_errors_with_their_codes(capsys):
    assert cli.main(["--log-json", "check", "nowhere/net", "nowhere/region"]) == 2
    capsys.readouterr()
    assert cli.main(["--log-json", "reach", "nowhere.csv", "-o", "out.csv"]) == 2
    (error,) = told(capsys)
    assert error["level"] == "error"
    assert error["codes"]
    assert error["message"]
    assert datetime.fromisoformat(error["time"]).tzinfo is not None


def test_a_warning_has_its_code_and_may_be_left_out(capsys, monkeypatch):
    def warn(_):
        warnings.warn(GrensgeoWarning("figure-unknown", "no figure is known"), stacklevel=1)
        getLogger("grensgeo").info("in passing")
        return 0

    command = next(item for item in program.COMMANDS if item.name == "explain")
    monkeypatch.setattr(program, "COMMANDS", (replace(command, run=warn),))
    assert cli.main(["--log-json", "explain", "x"]) == 0
    warned, passing = told(capsys)
    assert (warned["level"], warned["codes"]) == ("warning", ["figure-unknown"])
    assert (passing["level"], passing["message"]) == ("info", "in passing")
    assert cli.main(["--log-level", "error", "explain", "x"]) == 0
    assert capsys.readouterr().err == ""
    assert cli.main(["explain", "x"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "grensgeo: warning: no figure is known",
        "grensgeo: in passing",
    ]
