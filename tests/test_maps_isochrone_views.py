import json

import pandas as pd
import pytest
import shapely
from toyregion import toy_isochrones, toy_region

from grensgeo.errors import InputError
from grensgeo.maps.base import municipalities
from grensgeo.maps.isochrone_views import isochrone_view


def layer(view, *key):
    return next(one for one in view.content["layers"] if one["key"][: len(key)] == list(key))


def rings(band):
    """Give how many numbers each ring of each part has."""
    return [[len(ring) for ring in part] for part in band["geometry"]]


def test_arguments_stay_as_they_were():
    bands = toy_isochrones()
    before = bands.copy()
    isochrone_view(bands, municipalities(toy_region()), names={})
    assert bands.equals(before)


def test_isochrones_are_drawn_from_the_largest_and_measured_by_country():
    view = isochrone_view(
        toy_isochrones(),
        municipalities(toy_region()),
        names={"GM0001": "Westerveld", "hall": "Hal"},
    )
    bands = layer(view, "05000001", "car")["bands"]
    assert [band["cutoff"] for band in bands] == [30, 15]
    km2 = bands[1]["km2"]
    assert km2["all"] == pytest.approx(km2["nl"] + km2["de"] + km2["other"], abs=0.2)
    # the square of 0.12 degrees lies symmetrically about 7.0, the border at 6.9
    assert km2["de"] == pytest.approx(km2["all"])
    # that of 0.24 degrees reaches 0.02 over it and 0.02 beyond the towns on either side
    km2 = bands[0]["km2"]
    assert km2["all"] * (0.02 / 0.24) * (0.2 / 0.24) == pytest.approx(km2["nl"], rel=0.01)
    assert view.content["names"] == {"05000001": "05000001", "hall": "Hal", "GM0001": "Westerveld"}
    assert "-0.0" not in json.dumps([band["km2"] for band in bands])


def test_isochrones_twice_or_none_are_refused():
    areas = municipalities(toy_region())
    with pytest.raises(InputError, match="empty"):
        isochrone_view(toy_isochrones().iloc[:0], areas, names={})
    twice = pd.concat([toy_isochrones(), toy_isochrones().iloc[:1]])
    with pytest.raises(
        InputError, match=r"isochrones: duplicate from_id/cutoff_min/mode: GM0001 15.0 walk"
    ):
        isochrone_view(twice, areas, names={})


def test_isochrones_that_contradict_themselves_are_refused():
    areas, good = municipalities(toy_region()), toy_isochrones()
    with pytest.raises(InputError, match="cutoff_min is not above 0"):
        isochrone_view(good.assign(cutoff_min=-good["cutoff_min"]), areas, names={})
    minutes = good.groupby(["from_id", "mode"])["cutoff_min"]
    turned = good.assign(cutoff_min=minutes.transform(lambda m: m.to_numpy()[::-1]))
    with pytest.raises(InputError, match="shorter cutoff lies within a longer one"):
        isochrone_view(turned, areas, names={})


def test_specks_are_measured_and_not_drawn():
    areas, good = municipalities(toy_region()), toy_isochrones()
    where = good.set_index(["from_id", "mode"]).index.get_loc(("05000001", "car"))
    one = good[where].to_crs(4326).iloc[[0]]
    west, south, east, north = one.total_bounds
    hole = shapely.box(west + 0.02, south + 0.02, west + 0.0203, south + 0.0203)
    speck = shapely.box(east + 0.01, north, east + 0.0103, north + 0.0003)
    lake = shapely.box(west + 0.01, south + 0.04, west + 0.02, south + 0.05)
    spoilt = one.geometry.difference(hole).difference(lake).union(speck)
    drawn, told = (
        layer(isochrone_view(one.set_geometry(shape), areas, names={}), "05000001")["bands"][0]
        for shape in (one.geometry.difference(lake), spoilt)
    )
    assert rings(drawn) == rings(told) == [[8, 8]]


def test_areas_hold_what_is_not_drawn():
    areas = municipalities(toy_region())
    one = toy_isochrones().to_crs(4326).iloc[[0]]
    square = shapely.box(7.0, 52.0, 7.2, 52.2)
    specks = shapely.union_all([square, *(
        shapely.box(7.3 + k / 100, 52.0, 7.3018 + k / 100, 52.0018) for k in range(20)
    )])  # fmt: skip
    whole, part = (
        isochrone_view(one.assign(geometry=[shape]).set_crs(4326), areas, names={})
        for shape in (specks, square)
    )
    ours, theirs = (view.content["layers"][0]["bands"][0] for view in (whole, part))
    assert rings(ours) == rings(theirs) == [[8]]
    assert ours["km2"]["all"] > theirs["km2"]["all"]
