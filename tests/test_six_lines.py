"""Isochrones and reach for points of one's own in Jupyter: six lines, a map at the end."""

import re
from pathlib import Path

from test_grenswerk_offers import NETWORK, REGION, lon

import grensgeo as gg

PAGE = Path(__file__).resolve().parents[1] / "docs" / "users" / "gis.md"


def test_six_lines_end_in_a_map(tmp_path, monkeypatch, capsys):
    text = PAGE.read_text(encoding="utf-8")
    code = re.search(r"In Jupyter.*?```python\n(.*?)```", text, re.DOTALL)[1]
    *first, last = [line for line in code.splitlines() if line]
    assert len(first) + 1 == 6
    (tmp_path / "homes.csv").write_text(f"id,lon,lat\nhome,{lon(100)},52.2\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(gg, "load_region", lambda _: REGION, raising=False)
    monkeypatch.setattr(gg, "load_network", lambda _: NETWORK, raising=False)
    names = {}
    exec("\n".join(first), names)
    assert "home" in capsys.readouterr().out
    assert "<iframe" in eval(last, names)._repr_html_()
