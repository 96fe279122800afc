"""A network comes back from its folder as it was, or says what is wrong."""

import json
from dataclasses import fields

import geopandas as gpd
import numpy as np
import pytest
import shapely
from drawing import draw
from geopandas.testing import assert_geodataframe_equal

from grensgeo.errors import FileError
from grensgeo.network import Network, Rail, SpeedChange, Streets, load_network
from grensgeo.polylines import quantise
from grensgeo.provenance import Provenance, Source

SOURCE = Source("s", "Streets", "ODbL-1.0", "© OpenStreetMap contributors", "2025")


@pytest.fixture
def network():
    drawn = draw(
        {"A": (0, 0), "B": (1000, 0), "C": (1000, 800)},
        [
            {"ends": "AB", "line": [(500, 60)], "maxspeed_kmh": 50.0, "way_id": 2**40},
            {"ends": "BC", "highway": "motorway", "maxspeed_kmh": np.inf, "country": "DE"},
            {"ends": "CA", "highway": "ferry", "fixed_duration_s": 300.0, "backward": 0},
        ],
    )
    streets = drawn.streets
    columns = {item.name: getattr(streets, item.name) for item in fields(Streets)}
    columns |= {name: quantise(columns[name]) for name in ("lon", "lat", "coords")}
    line = shapely.LineString([(7.0, 52.2), (7.1, 52.3)])
    tracks = gpd.GeoDataFrame(
        {"way_id": [1], "railway": ["rail"], "maxspeed_kmh": [np.nan], "length_m": [9.0]},
        geometry=[line], crs=4326,
    )  # fmt: skip
    stations = gpd.GeoDataFrame(
        {"osm_id": [7], "name": ["Glanerbrug"]}, geometry=[shapely.Point(6.97, 52.2)], crs=4326
    )
    return Network(
        streets=Streets(**columns),
        rail=Rail(tracks=tracks, stations=stations),
        barriers=gpd.GeoSeries([line], crs=4326),
        extent=gpd.GeoSeries([shapely.box(6.9, 52.1, 7.2, 52.4)], crs=4326),
        provenance=Provenance((SOURCE,), ("A note.",), schematic=True),
        speed_changes={"car": SpeedChange(np.full(3, np.nan), np.array([1.0, 0.5, 1.0]))},
    )


def assert_same_streets(one, other):
    for item in fields(Streets):
        a, b = getattr(one, item.name), getattr(other, item.name)
        assert a.dtype == b.dtype, item.name
        np.testing.assert_array_equal(a, b, err_msg=item.name)


def test_a_network_comes_back_as_it_was(network, tmp_path):
    network.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    assert_same_streets(network.streets, again.streets)
    assert again.provenance == network.provenance
    for name in ("tracks", "stations"):
        assert_geodataframe_equal(getattr(network.rail, name), getattr(again.rail, name))
    for name in ("barriers", "extent"):
        assert getattr(again, name).crs == 4326
        assert getattr(again, name).geom_equals(getattr(network, name)).all()
    np.testing.assert_array_equal(
        again.speed_changes["car"].factor, network.speed_changes["car"].factor
    )
    np.testing.assert_array_equal(again.durations_s("car"), network.durations_s("car"))


def test_a_bare_network_comes_back_bare(tmp_path):
    network = draw({"A": (0, 0), "B": (10, 0)}, [{"ends": "AB"}])
    network.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    assert (again.rail, again.barriers, again.extent) == (None,) * 3
    # A hand-drawn network is not on the grid of 1e-7 degree: it comes back within half a step.
    np.testing.assert_allclose(
        again.streets.coords, network.streets.coords, rtol=0, atol=0.5001e-7
    )
    again.save(tmp_path / "m")
    assert_same_streets(again.streets, load_network(tmp_path / "m").streets)


def test_the_same_network_gives_the_same_bytes(network, tmp_path):
    network.save(tmp_path / "a")
    network.save(tmp_path / "b")
    names = sorted(file.name for file in (tmp_path / "a").iterdir())
    assert "manifest.json" in names
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_saving_again_replaces_a_network_and_nothing_else(network, tmp_path):
    network.save(tmp_path / "n")
    bare = draw({"A": (0, 0), "B": (10, 0)}, [{"ends": "AB"}])
    bare.save(tmp_path / "n")
    assert load_network(tmp_path / "n").rail is None
    assert [file.name for file in tmp_path.iterdir()] == ["n"]
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "to-mother.txt").write_text("Dear")
    with pytest.raises(FileError, match="is not a network folder; it is left alone"):
        bare.save(letters)
    assert (letters / "to-mother.txt").read_text() == "Dear"
    with pytest.raises(FileError, match="left alone"):
        bare.save(letters / "to-mother.txt")


def test_nothing_is_left_behind_by_a_failure(network, tmp_path, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("grensgeo.network.storage.write_json", fail)
    with pytest.raises(FileError, match="No space left"):
        network.save(tmp_path / "n")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_or_foreign_folder_is_named(network, tmp_path):
    folder = tmp_path / "n"
    with pytest.raises(FileError, match="no such folder; make a network"):
        load_network(folder)
    folder.mkdir()
    with pytest.raises(FileError, match="is not a network"):
        load_network(folder)
    network.save(folder)
    edges = folder / "edges.parquet"
    edges.write_bytes(edges.read_bytes()[:-40])
    (folder / "coords.parquet").unlink()
    with pytest.raises(FileError, match=r"damaged: coords.parquet, edges.parquet; build"):
        load_network(folder)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "region"}, "is not a network but 'region'"),
        ({"version": 99}, "written in version 99"),
        ({"version": 1}, r"written in version 1 .*build the network anew"),
        ({"files": None}, "names no files"),
        ({"files": {}}, "does not name coords.parquet, edges.parquet, vertices.parquet"),
    ],
)
def test_a_foreign_manifest_is_named(network, tmp_path, change, message):
    network.save(tmp_path / "n")
    file = tmp_path / "n" / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | change))
    with pytest.raises(FileError, match=message):
        load_network(tmp_path / "n")
