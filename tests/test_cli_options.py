"""Every option of a trip stands wherever one can be said, and is declared in one place."""

import json
from pathlib import Path

import pytest

from grensgeo.cli.options import given_options, read_trip, read_trips
from grensgeo.cli.program import parser
from grensgeo.cli.schema_command import schema_text
from grensgeo.declared import FLAG, NUMBER, TEXT, WHOLES
from grensgeo.errors import InputError
from grensgeo.study import read_study
from grensgeo.traveltimes import Trip
from grensgeo.traveltimes.trip_options import trip_record

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = [item for item in trip_record().options if item.name != "mode"]
COMMANDS = {
    "times": "net --origins p.csv --mode transit -o t.csv",
    "journeys": "net --points p.csv --from a --to b --mode transit -o t.csv",
    "isochrones": "net --origins p.csv --cutoffs 10 --mode transit -o t.gpkg",
    "meetings": "net --hubs h.csv --region r -o out",
    "students": "net --firm 7 52 --country NL --students s.csv --region r --cutoffs 9 -o t.csv",
    "placements": "net l.csv --from 7 52 --country NL --cutoff-min 9 -o t.csv",
}


def words(item):
    """Write an option as it is typed, with a value that it may have, and that value."""
    if item.off is not None:
        return [item.off[0]], False
    flag = f"--{item.name.replace('_', '-')}"
    if item.kind is FLAG:
        return [flag], True
    if item.kind is WHOLES:
        return [flag, "25", "50"], [25, 50]
    if item.kind is TEXT and not item.choices:
        return [flag, "2026-03-10T07:30"], "2026-03-10T07:30"
    value = item.choices[0] if item.choices else 4.0 if item.kind is NUMBER else 3
    return [flag, str(value)], value


@pytest.mark.parametrize("item", OPTIONS, ids=lambda item: item.name)
def test_every_option_of_a_trip_stands_wherever_it_can_be_said(item, tmp_path):
    typed, value = words(item)
    for command, needed in COMMANDS.items():
        arguments = parser().parse_args([command, *needed.split(), *typed])
        assert given_options(arguments) == {item.name: value}, command
    schema = json.loads(schema_text("study"))["properties"]["trips"]["items"]["properties"]
    assert item.meaning in schema[item.name]["description"]
    page = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
    assert f"| `{item.name}` | {item.meaning}" in page
    assert f"\n    {item.name}\n" in Trip.__doc__
    # a study reads it too: as another kind of value it is a fault of its own, not an unknown key
    text = (ROOT / "data" / "sample" / "study.toml").read_text(encoding="utf-8")
    text = text.replace("max_min = 90\n", "")
    wrong = text.replace('mode = "walk"', f'mode = "walk"\n{item.name} = {{}}')
    (tmp_path / "study.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError, match=rf"\[\[trips\]\]: {item.name} is {{}}, not "):
        read_study(tmp_path / "study.toml")


def parsed(command, *more):
    return parser().parse_args([command, *COMMANDS[command].split(), *more])


def test_what_is_left_out_keeps_the_librarys_default():
    assert read_trip(parsed("times")) == Trip("transit")
    trip = read_trip(parsed("isochrones", "--max-min", "50", "--domestic-routing"))
    assert trip == Trip("transit", max_min=50, foreign_routing=False)


def test_each_of_several_modes_gets_the_options_that_mean_something_for_it():
    trips = read_trips(
        parsed("meetings", "--modes", "transit", "car", "bicycle", "--departure",
               "2026-03-10T07:30", "--window-min", "30", "--max-stress", "2", "--access",
               "bicycle", "--crossing-time-min", "4"),
        60,
    )  # fmt: skip
    at = {"departure": "2026-03-10T07:30", "crossing_time_min": 4, "max_min": 60}
    assert trips == {
        "transit": Trip("transit", access="bicycle", window_min=30, max_stress=2, **at),
        "car": Trip("car", **at),
        "bicycle": Trip("bicycle", max_stress=2, max_min=60, crossing_time_min=4),
    }
    assert trips["car"].speed_period() == "morning_peak"  # as `grensgeo times` has it


@pytest.mark.parametrize(
    ("modes", "typed", "message"),
    [
        ("walk", ("--window-min", "30"), "--window-min: for public transport; add transit to"),
        ("walk", ("--departure", "2026-03-10T07:30"), "--departure: for public transport or car"),
        ("car", ("--max-stress", "2"), "--max-stress: for bicycle or ebike; add bicycle or ebike"),
        ("transit", ("--period", "off_peak"), "--period: for car; add car to --modes"),
    ],
)
def test_an_option_that_means_nothing_for_any_mode_is_a_fault(modes, typed, message):
    with pytest.raises(InputError, match=message):
        read_trips(parsed("students", "--modes", modes, *typed), 60)
