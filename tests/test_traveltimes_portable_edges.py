"""What a page looks up of a network that was cut is what the library's tables have of it."""

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import shapely
import towns

import grensgeo as gg
from grensgeo.network import with_feeds

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
OUTLINE = gpd.GeoSeries(
    [shapely.box(*towns.lonlat(-1000, -1000), *towns.lonlat(4500, 4500))], crs=4326
)


def test_every_point_and_percentile_has_the_minute_of_the_tables(tmp_path):
    network = with_feeds(
        towns.town(1), [towns.buses(tmp_path / "a.zip", 2)], countries=towns.COUNTRIES
    )
    cut = replace(network, outline=OUTLINE)
    changed = replace(cut, feeds=())  # a scenario without any bus
    cells = towns.random_points(3, 20, name="c")[:-1]
    places = towns.random_points(4, 5, name="p")[:-1]
    bus = gg.Trip("transit", **towns.WINDOW, max_min=60)
    trips = {"car": gg.Trip("car"), "bus": bus}
    taken = gg.portable(cut, cells, {"car": trips["car"]}, places=places,
                        scenarios={"without": changed})  # fmt: skip
    assert [name for name in taken.arrays if name.startswith("edge/")] == ["edge/car/baseline/"]
    taken = gg.portable(cut, cells, trips, places=places)
    for name, percentile in (("car", ""), ("bus", 25), ("bus", 50), ("bus", 90)):
        own = trips[name] if name == "car" else replace(bus, percentiles=(percentile,))
        found = taken.arrays[f"edge/{name}/baseline/{percentile}"]
        for frame, first in ((cells, 0), (places, len(cells))):
            told = gg.travel_times(cut, frame, frame[:1], own).edge_min
            assert np.isfinite(told).any()
            rows = found[first : first + len(frame)]
            np.testing.assert_array_equal(np.where(rows == 255, np.nan, rows), np.ceil(told))
    codes = [getattr(note, "code", "") for note in taken.provenance.notes]
    assert codes.count("network.cut-edge") == 1
    whole = gg.portable(network, cells, trips, places=places)
    assert not any(name.startswith("edge/") for name in whole.arrays)
