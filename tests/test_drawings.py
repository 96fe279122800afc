"""The list of drawings names tests that there are, and leaves no rule out."""

import re
from dataclasses import fields
from pathlib import Path

import grensgeo as gg
from grensgeo.measures import decay
from grensgeo.network.delays import JUNCTIONS
from grensgeo.osm.signals import CONTROLS
from grensgeo.scenario.kinds import modification_kinds

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "drawings.md").read_text(encoding="utf-8").partition("\n## ")[2]


def test_every_drawing_is_there():
    tests = {
        name
        for path in (ROOT / "tests").glob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    named = re.findall(r"`(test_\w+)`", PAGE)
    assert len(named) > 50
    assert [name for name in named if name not in tests] == []


def test_every_rule_has_one():
    rules = [option.name for option in fields(gg.Trip)]
    rules += [*modification_kinds(), *CONTROLS, *JUNCTIONS]
    rules += sorted({*decay.__all__} - {"Decay", "as_decay", "parse"})
    assert [rule for rule in rules if f"`{rule}`" not in PAGE] == []
