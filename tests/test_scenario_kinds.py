"""A new kind of modification is one file."""

import json

import pytest
from drawing import draw

from grensgeo.cli.schema_command import declared_records, schema_text
from grensgeo.declared.reference import reference
from grensgeo.errors import InputError
from grensgeo.scenario import modifications, read_scenario
from grensgeo.scenario.kinds import modification_kinds

TOY = '''
"""Notes on a road sign."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from grensgeo.declared import NUMBER, TEXT, option
from grensgeo.errors import Fault, InputError
from grensgeo.network.road_refs import RoadRefs
from grensgeo.scenario.checks import number_faults
from grensgeo.scenario.modification import NetworkModification


@dataclass(frozen=True)
class LeaveNote(NetworkModification):
    """Leave a note on a network."""

    kind: ClassVar[str] = "leave-note"

    word: str = field(metadata=option(TEXT, "what it says"))
    times: float = field(default=1, metadata=option(NUMBER, "how often", above=0, most=3))

    def __post_init__(self):
        faults = number_faults(self.record(), {"times": self.times})
        if faults:
            raise InputError.of(faults, where="leave-note")

    def touches(self):
        return ("walk",)

    def describe(self):
        return f"says {self.word}"

    def faults(self, network):
        return [Fault("name-wrong", "nobody can say nothing")] if self.word == "nothing" else []

    def laid(self, network):
        signed = self.word * int(self.times)
        return replace(network, refs=RoadRefs.of([(1, signed)]))
'''
PLAN = """
[scenario]
name = "toy"
title = { nl = "a", de = "b", en = "c" }

[[modifications]]
type = "leave-note"
word = "hush"
times = 2
"""


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """Lay the module of a new kind beside those that there are."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "leave_note.py").write_text(TOY, encoding="utf-8")
    paths = [*modifications.__path__, str(tmp_path / "kinds")]
    monkeypatch.setattr(modifications, "__path__", paths)

    def read(text):
        (tmp_path / "toy.toml").write_text(text, encoding="utf-8")
        return read_scenario(tmp_path / "toy.toml")

    return read


def test_the_kinds_that_come_with_grensgeo():
    assert list(modification_kinds()) == [
        "add-homes", "add-line", "add-opportunities", "add-stop", "add-streets", "add-trips", "adjust-dwell",
        "adjust-frequency", "adjust-speed", "close-border", "close-crossing", "close-street",
        "connect-tracks", "matching", "modify-streets", "move-opportunities", "remove-line",
        "remove-stop", "remove-trips", "reroute", "resistance", "scale-opportunities",
        "set-crossing-time", "set-transfer",
    ]  # fmt: skip


def test_a_new_kind_is_one_file(toy):
    plan = toy(PLAN)
    assert (plan.describe(), plan.modes) == ("scenario toy: says hush", frozenset({"walk"}))
    streets = draw({"A": (0, 0), "B": (0, 900)}, [{"ends": "AB"}])
    assert plan.apply(streets).refs.names() == ["HUSHHUSH"]
    with pytest.raises(InputError, match="modification 1: nobody can say nothing"):
        toy(PLAN.replace("hush", "nothing")).apply(streets)


def test_a_new_kind_is_read_described_and_in_the_schema(toy):
    with pytest.raises(InputError) as caught:
        toy(PLAN.replace('word = "hush"', "wrd = 1").replace("times = 2", 'times = "2"'))
    said = str(caught.value)
    assert "line 8, modification 1: unknown key wrd; there are word, times; nearest" in said
    assert "missing" not in said  # it is misspelt
    assert "line 9, modification 1: times is '2', not a number" in said
    with pytest.raises(InputError, match="line 9, modification 1: times is 4, expected a number"):
        toy(PLAN.replace("times = 2", "times = 4"))
    kinds = json.loads(schema_text("scenario"))["properties"]["modifications"]["items"]["oneOf"]
    (own,) = [k for k in kinds if k["properties"]["type"] == {"const": "leave-note"}]
    assert own["properties"]["times"]["maximum"] == 3
    page = reference(declared_records()["scenario"])
    assert 'type = "leave-note"`\n\nLeave a note on a network.' in page
    assert "| `times` | how often | a number above 0 and at most 3 | 1 |" in page
