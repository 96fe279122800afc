"""Reading a services file."""

import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.lines.services_file import DETOUR_FACTOR, read_services

HEAD = """
change_min = 4

[[sources]]
source_id = "s"
title = "Timetable"
licence = "CC0-1.0"
attribution = "me"
"""
STOPS = "".join(
    f'[[stops]]\nid = "{name}"\nname = "{name.upper()}"\nlon = {7 + k / 10}\nlat = 52\ncountry = "DE"\n'
    for k, name in enumerate("abcd")
)
LINE = """
[[lines]]
id = "L1"
name = "Line"
operator = "op"
headway_min = 30
source = "s"
stops = ["a", "b", "c"]
"""
TIMED = LINE + "arrival_min = [0, 5, 9.5]\ndeparture_min = [0, 6, 9.5]\n"
#: Metres of 0.1 degree of longitude at 52 degrees north on WGS84.
STEP_M = 6868.0


@pytest.fixture
def read(tmp_path):
    def write_and_read(text):
        path = tmp_path / "lines.toml"
        path.write_text(text, encoding="utf-8")
        return read_services(path)

    return write_and_read


def calls(tables):
    return tables.calls[["stop_id", "arrival_min", "departure_min"]].to_numpy().tolist()


def test_published_minutes_are_kept(read):
    tables = read(HEAD + STOPS + TIMED)
    assert calls(tables) == [["a", 0, 0], ["b", 5, 6], ["c", 9.5, 9.5]]
    assert tables.lines["modelled"].tolist() == [False]
    assert tables.provenance.notes == ()
    assert [s.source_id for s in tables.provenance.sources] == ["s"]
    assert tables.calls["sequence"].tolist() == [1, 2, 3]


def test_every_stop_has_its_change_and_walks_run_both_ways(read):
    tables = read(HEAD + STOPS + TIMED + '[[transfers]]\nfrom = "d"\nto = "a"\nminutes = 7\n')
    rows = {(r.from_stop_id, r.to_stop_id): r.transfer_min for r in tables.transfers.itertuples()}
    assert rows == {**{(s, s): 4 for s in "abcd"}, ("d", "a"): 7, ("a", "d"): 7}


def test_minutes_are_modelled_from_distance_and_speed(read):
    tables = read(HEAD + STOPS + LINE + "speed_kmh = 60\ndwell_min = 2\n")
    run = STEP_M * DETOUR_FACTOR / 1000  # minutes at 60 km/h
    assert tables.calls["arrival_min"].tolist() == pytest.approx([0, run, 2 * run + 2], abs=0.06)
    assert tables.calls["departure_min"].tolist() == pytest.approx(
        [0, run + 2, 2 * run + 2], abs=0.06
    )
    assert tables.lines["modelled"].tolist() == [True]
    assert "L1 are modelled" in tables.provenance.notes[0]


def test_modelled_minutes_are_stretched_to_the_published_ones(read):
    tables = read(
        HEAD + STOPS + LINE + "speed_kmh = 60\ndwell_min = 0\npublished_min = { c = 30 }\n"
    )
    assert calls(tables) == [["a", 0, 0], ["b", 15, 15], ["c", 30, 30]]
    tables = read(
        HEAD + STOPS + LINE + "speed_kmh = 60\npublished_min = { b = [10, 13], c = [20, 20] }\n"
    )
    assert calls(tables) == [["a", 0, 0], ["b", 10, 13], ["c", 20, 20]]


def test_every_fault_is_told_at_once(read):
    text = (
        HEAD
        + STOPS.replace('id = "b"', 'id = "a"')
        + TIMED.replace('"c"]', '"zz"]').replace('source = "s"', 'source = "t"')
        + '[[transfers]]\nfrom = "yy"\nto = "a"\nminutes = 1\n'
    )
    with pytest.raises(InputError) as caught:
        read(text)
    for words in ("lines.toml", "duplicate ids of stops: a", "b, zz", "'t'", "yy"):
        assert words in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("change_min = 4", "", "change_min"),
        ("headway_min = 30", 'headway_min = "30"', "headway_min"),
        ("headway_min = 30", "headway_min = 30\ncolour = 1", "unknown fields colour"),
        ("lon = 7.0", "lon = true", "lon"),
        ("arrival_min = [0, 5, 9.5]", "arrival_min = [0, 5]", "arrival_min is not a list of 3"),
        ("departure_min = [0, 6, 9.5]", "speed_kmh = 3", "has both"),
        ("arrival_min = [0, 5, 9.5]\ndeparture_min = [0, 6, 9.5]", "", "speed_kmh"),
        (
            "arrival_min = [0, 5, 9.5]\ndeparture_min = [0, 6, 9.5]",
            "speed_kmh = 50\npublished_min = { d = 3 }",
            "published_min names d",
        ),
        (
            "arrival_min = [0, 5, 9.5]\ndeparture_min = [0, 6, 9.5]",
            "speed_kmh = 50\npublished_min = { b = 9, c = 3 }",
            "falls along",
        ),
        (
            "arrival_min = [0, 5, 9.5]\ndeparture_min = [0, 6, 9.5]",
            "speed_kmh = 50\ndetour_factor = 0.9",
            "detour_factor",
        ),
        ('stops = ["a", "b", "c"]', 'stops = ["a"]', "at least two"),
        ('licence = "CC0-1.0"', "", "licence"),
        ("[[lines]]", "[[trains]]", "no lines"),
    ],
)
def test_each_fault_is_named(read, old, new, words):
    text = HEAD + STOPS + TIMED
    assert old in text
    with pytest.raises(InputError, match=r"lines\.toml") as caught:
        read(text.replace(old, new, 1))
    assert words in str(caught.value)


def test_a_file_that_is_not_there_or_not_toml(tmp_path, read):
    with pytest.raises(FileError, match="no such file"):
        read_services(tmp_path / "nothing.toml")
    with pytest.raises(FileError, match="not a TOML file"):
        read("change_min = = 4")
