"""Network stands above its data: the same fields, and what is asked of it."""

from dataclasses import fields, replace

import numpy as np
import pandas as pd
from drawing import draw

from grensgeo.network import Network, load_network, with_feeds
from grensgeo.network.data import NetworkData
from grensgeo.network.speeds import durations_of
from grensgeo.network.storage import read_network, write_network

TOWN = draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB", "way_id": 7}])


def test_of_takes_all_that_the_data_hold():
    data = NetworkData(**{item.name: getattr(TOWN, item.name) for item in fields(TOWN)})
    again = Network.of(data)
    held = [item.name for item in fields(data) if item.name != "prepared"]
    assert all(getattr(again, name) is getattr(data, name) for name in held)
    assert (repr(again), repr(data)) == (repr(TOWN), repr(TOWN).replace("Network", "NetworkData"))


def test_algorithms_take_data_as_they_take_a_network():
    data = NetworkData(TOWN.streets)
    for one, other in zip(durations_of(data, "walk"), TOWN.durations_s("walk"), strict=True):
        np.testing.assert_array_equal(one, other)


def test_what_is_laid_on_a_network_leaves_the_old_one_alone(tmp_path):
    after = TOWN.with_observed_speeds(pd.DataFrame({"way_id": [7], "speed_kmh": [20.0]}))
    assert isinstance(after, Network)
    assert TOWN.observed_speeds is None
    assert [note.code for note in after.provenance.notes] == ["observed-speeds"]
    assert with_feeds(after, []).observed_speeds is after.observed_speeds
    after.save(tmp_path / "n")
    assert isinstance(load_network(tmp_path / "n"), Network)


def test_data_are_stored_as_a_network_is(tmp_path):
    TOWN.save(tmp_path / "one")
    write_network(NetworkData(**vars(replace(TOWN))), tmp_path / "other")
    names = [file.name for file in sorted((tmp_path / "one").iterdir())]
    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
        for name in names
    )
    assert not isinstance(read_network(tmp_path / "one"), Network)
