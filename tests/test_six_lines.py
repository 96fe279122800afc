"""Isochrones and reach for points of one's own in Jupyter: six lines, a map at the end."""

import re
from pathlib import Path

import pytest
from test_grenswerk_offers import NETWORK, REGION, lon

import grensgeo as gg

PAGE = Path(__file__).resolve().parents[1] / "docs" / "users" / "gis.md"


def run_six_lines(folder, monkeypatch):
    """Run what the page says in a folder with homes.csv; give what the last line shows."""
    text = PAGE.read_text(encoding="utf-8")
    code = re.search(r"In Jupyter.*?```python\n(.*?)```", text, re.DOTALL)[1]
    *first, last = [line for line in code.splitlines() if line]
    assert len(first) + 1 == 6
    monkeypatch.chdir(folder)
    names = {}
    exec("\n".join(first), names)
    return eval(last, names)._repr_html_()


def test_six_lines_end_in_a_map(tmp_path, monkeypatch, capsys):
    (tmp_path / "homes.csv").write_text(f"id,lon,lat\nhome,{lon(100)},52.2\n", encoding="utf-8")
    monkeypatch.setattr(gg, "load_region", lambda _: REGION, raising=False)
    monkeypatch.setattr(gg, "load_network", lambda _: NETWORK, raising=False)
    assert "<iframe" in run_six_lines(tmp_path, monkeypatch)
    assert "home" in capsys.readouterr().out


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_six_lines_end_in_a_map_of_the_sample(tmp_path, monkeypatch, capsys):
    (tmp_path / "homes.csv").write_text("id,lon,lat\nhome,6.89,52.22\n", encoding="utf-8")
    (tmp_path / "data").symlink_to(PAGE.parents[2] / "data")
    assert "<iframe" in run_six_lines(tmp_path, monkeypatch)
    assert "home" in capsys.readouterr().out
