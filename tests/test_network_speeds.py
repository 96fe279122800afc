"""Speeds by mode, country and class, and the table that they come from."""

import numpy as np
import pytest
from drawing import ALL, draw

from grensgeo.countries import COUNTRIES
from grensgeo.errors import FileError, InputError
from grensgeo.modes import PUSHED
from grensgeo.network import HIGHWAYS, MODES, PARKING_MIN, SpeedTable

HEAD = "mode,country,highway,built_up,speed_kmh,share,max_kmh,source\n"
REST = "".join(f"{mode},*,*,*,10,,,x\n" for mode in MODES[1:])


def network(**edge):
    return draw({"A": (0, 0), "B": (1000, 0)}, [{"ends": "AB", "length_m": 1000.0, **edge}])


@pytest.mark.parametrize(
    ("mode", "edge", "kmh"),
    [
        ("walk", {}, 5),
        ("walk", {"maxspeed_kmh": 3.0}, 5),  # limits bind vehicles
        ("bicycle", {}, 16),
        ("ebike", {}, 20),
        ("bicycle", {"maxspeed_kmh": 7.0}, 7),
        ("bicycle", {"surface": 1}, 12.8),
        ("car", {"highway": "residential"}, 24),
        ("car", {"highway": "secondary"}, 40),
        ("car", {"highway": "secondary", "maxspeed_kmh": 30.0}, 24),
        ("car", {"highway": "secondary", "built_up": False}, 61),
        ("car", {"highway": "secondary", "built_up": False, "country": "DE"}, 76),
        ("car", {"highway": "trunk", "built_up": False}, 90),
        ("car", {"highway": "motorway", "built_up": False}, 100),
        ("car", {"highway": "motorway", "maxspeed_kmh": 130.0}, 100),  # 100 by day
        ("car", {"highway": "motorway", "country": "DE"}, 113.5),
        ("car", {"highway": "motorway", "country": "DE", "maxspeed_kmh": np.inf}, 113.5),
        ("car", {"highway": "motorway", "country": "DE", "maxspeed_kmh": 120.0}, 112.8),
        ("car", {"highway": "motorway_link", "maxspeed_kmh": 60.0}, 45),
        ("car", {"highway": "local"}, 30),
        ("car", {"highway": "local", "built_up": False}, 46),
        ("car", {"highway": "living_street"}, 10),
        ("car", {"highway": "service", "country": "FR"}, 15),
    ],
)
def test_travelling_speeds(mode, edge, kmh):
    forward, backward = network(**edge).durations_s(mode)
    assert forward == pytest.approx(1000 * 3.6 / kmh, rel=1e-6)
    assert backward == pytest.approx(forward)


def test_nobody_is_quicker_at_a_limit_than_without_one():
    table = SpeedTable.default()
    for country in COUNTRIES[1:]:
        free = table.speed("car", country=country, highway="motorway", maxspeed_kmh=np.inf)
        for limit in (80.0, 100.0, 120.0):
            held = table.speed("car", country=country, highway="motorway", maxspeed_kmh=limit)
            assert held <= free, (country, limit)


def test_each_direction_has_its_limit_and_its_access():
    n = network(highway="primary", maxspeed_kmh=50.0, maxspeed_back_kmh=30.0, backward=7)
    forward, backward = n.durations_s("car")
    assert backward[0] == pytest.approx(forward[0] * 5 / 3)
    assert np.isnan(n.durations_s("walk")[1][0])


def test_bicycles_are_pushed_at_walking_pace():
    both = {"forward": ALL | PUSHED, "backward": ALL}
    for mode, kmh in (("bicycle", 16), ("ebike", 20)):
        forward, backward = network(highway="pedestrian", **both).durations_s(mode)
        assert (forward[0], backward[0]) == pytest.approx((720, 3600 / kmh))
        # on steps slower than people walk, pushed or said to be ridden
        forward, backward = network(highway="steps", **both).durations_s(mode)
        assert (forward[0], backward[0]) == pytest.approx((1800, 1800))
        # a limit holds for who pushes too
        slow = network(highway="footway", maxspeed_kmh=3.0, **both)
        assert slow.durations_s(mode)[0][0] == pytest.approx(1200)
    for mode in ("walk", "car"):
        forward, backward = network(highway="pedestrian", **both).durations_s(mode)
        assert forward[0] == backward[0]


def test_a_ferry_takes_its_own_time():
    for mode in MODES:
        assert network(highway="ferry", fixed_duration_s=900.0).durations_s(mode)[0][0] == 900


def test_a_barrier_takes_no_time():
    assert network(highway="barrier", length_m=0.0).durations_s("walk")[0][0] == 0


def test_the_default_table_knows_every_class_and_names_its_sources():
    table = SpeedTable.default()
    assert table.speed_kmh.shape == (4, len(COUNTRIES), 2, len(HIGHWAYS))
    assert (table.speed_kmh > 0).all()
    assert all(len(source) > 20 for source in table.sources)
    assert not table.speed_kmh.flags.writeable
    assert PARKING_MIN["access"] > 0


def test_a_table_of_ones_own(tmp_path):
    file = tmp_path / "mine.csv"
    rows = "car,*,*,*,20,0.5,,x\ncar,DE,*,*,30,0.5,,x\ncar,*,primary,*,40,0.5,60,x\n"
    file.write_text(HEAD + REST + rows)
    table = SpeedTable.read(file)
    speed = lambda **edge: network(**edge).durations_s("car", table)[0][0]  # noqa: E731
    assert speed() == pytest.approx(180)
    assert speed(country="DE") == pytest.approx(120)
    assert speed(country="DE", highway="primary") == pytest.approx(90)  # the class goes before
    assert speed(highway="primary", maxspeed_kmh=100.0) == pytest.approx(120)  # held at 60
    assert table.speed("car", country="NL", highway="primary", maxspeed_kmh=50) == 25


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mode,country\n", "missing columns highway, built_up"),
        (HEAD + REST, r"no speed for car elsewhere motorway built_up=no.*add a row"),
        (HEAD + REST + "hovercraft,*,*,*,9,,,x\n", "row 5: mode 'hovercraft'"),
        (HEAD + REST + "car,XX,*,*,9,,,x\n", "row 5: country 'XX'"),
        (HEAD + REST + "car,*,alley,*,9,,,x\n", "row 5: highway 'alley'"),
        (HEAD + REST + "car,*,*,maybe,9,,,x\n", "row 5: built_up 'maybe'"),
        (HEAD + REST + "car,*,*,*,0,,,x\n", "row 5: speed_kmh"),
        (HEAD + REST + "car,*,*,*,quick,,,x\n", "row 5: speed_kmh"),
        (HEAD + REST + "car,*,*,*,,,,x\n", "row 5: speed_kmh is empty"),
        (HEAD + REST + "car,*,*,*,9,,,\n", "row 5: source is empty"),
        (HEAD + REST + REST, "row 5: the same place in the table as an earlier row"),
    ],
)
def test_a_faulty_table_is_named(tmp_path, text, message):
    file = tmp_path / "mine.csv"
    file.write_text(text)
    with pytest.raises(InputError, match=r"mine\.csv: .*" + message):
        SpeedTable.read(file)


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(FileError, match=r"gone\.csv: no such file"):
        SpeedTable.read(tmp_path / "gone.csv")
    with pytest.raises(FileError, match="is a folder; name a file"):
        SpeedTable.read(tmp_path)
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\x00mode")
    with pytest.raises(FileError, match="not a readable CSV"):
        SpeedTable.read(tmp_path / "b.csv")


def test_unknown_names_are_told():
    with pytest.raises(InputError, match="not a street mode"):
        network().durations_s("train")
    with pytest.raises(InputError, match="country 'XX' is unknown"):
        SpeedTable.default().speed("car", country="XX", highway="primary")
