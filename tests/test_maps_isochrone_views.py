import pandas as pd
import pytest
from toyregion import toy_isochrones, toy_region

from grensgeo.errors import InputError
from grensgeo.maps.base import municipalities
from grensgeo.maps.isochrone_views import isochrone_view


def layer(view, *key):
    return next(one for one in view.content["layers"] if one["key"][: len(key)] == list(key))


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
