"""Schemas take what the readers take, and refuse what they refuse."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from grensgeo.cli import main
from grensgeo.cli.schema_command import NAMES, declared_records, schema_text

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"


def validator(name):
    schema = json.loads(schema_text(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_the_sample_is_valid():
    validator("study").validate(read(SAMPLE / "study.toml"))
    for path in (SAMPLE / "scenarios").glob("*.toml"):
        data = read(path)
        if "scenario" in data:
            validator("scenario").validate(data)
    catalogue = json.loads((SAMPLE / "catalogue.json").read_text(encoding="utf-8"))
    validator("catalogue").validate(catalogue)
    validator("monitor").validate(read(SAMPLE / "study.toml")["monitor"])
    validator("trip").validate({"mode": "transit", "access": "bicycle", "percentiles": [25, 50]})


@pytest.mark.parametrize(
    "trip",
    [
        {},
        {"mode": "plane"},
        {"mode": "car", "max_min": 0},
        {"mode": "car", "max_mn": 9},
        {"mode": "transit", "max_rides": 16},
        {"mode": "bicycle", "max_stress": 5},
        {"mode": "car", "delays": "yes"},
    ],
)
def test_a_trip_that_cannot_be_is_not_valid(trip):
    assert not validator("trip").is_valid(trip)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "remove-lines", "line": "RB64"},
        {"type": "remove-line"},
        {"type": "adjust-frequency", "line": "RB64", "headway_min": 1441},
        {"type": "modify-streets", "highways": ["primry"]},
    ],
)
def test_a_modification_that_cannot_be_is_not_valid(change):
    titles = {"nl": "a", "de": "b", "en": "c"}
    plan = {"scenario": {"name": "s", "title": titles}, "modifications": [change]}
    assert not validator("scenario").is_valid(plan)


def test_the_command_prints_a_schema(capsys):
    for name in NAMES:
        assert main(["schema", name]) == 0
        assert json.loads(capsys.readouterr().out)["title"] == f"grensgeo: {name}"
    assert list(declared_records()) == list(NAMES)
