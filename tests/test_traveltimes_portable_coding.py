"""Seconds of edges as whole numbers: what is exact, what is written once, how far rounding goes."""

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from pagesweep import PageStreets
from towns import lonlat

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.traveltimes import portable_coding

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
#: A lattice of 5 x 5 corners, 300 m apart, with a fast street through its middle.
CORNERS = {f"{i}{j}": (300.0 * i, 300.0 * j) for i in range(5) for j in range(5)}
WALK, CAR = gg.Trip("walk", max_min=60), gg.Trip("car", max_min=60)


def lattice(length_m=None):
    edges = []
    for i in range(5):
        for j in range(5):
            for other in ((i + 1, j), (i, j + 1)):
                if max(other) < 5:
                    fast = "secondary" if j == other[1] == 2 else "residential"
                    edge = {"ends": (f"{i}{j}", f"{other[0]}{other[1]}"), "highway": fast}
                    edges.append(edge | ({"length_m": length_m} if length_m else {}))
    return draw(CORNERS, edges)


def cells(*names):
    at = np.array([CORNERS[name] for name in names or CORNERS])
    lon, lat = lonlat(*at.T)
    ids = list(names or CORNERS)
    return pd.DataFrame({"id": ids, "lon": lon, "lat": lat, "country": "NL"})


def exported(network, spots, **trips):
    return PageStreets(gg.portable(network, spots, trips))


def test_streets_with_speeds_by_class_are_written_exactly():
    spots = cells()
    page = exported(lattice(length_m=407.0), spots, walk=WALK, car=CAR)
    (shape,) = page.streets["shapes"]
    # a metre on foot is the unit: nothing is rounded, and car is walking times one of two factors
    assert shape["unit_s"] == pytest.approx(0.72)
    assert not any(part.any() for name, part in page.arrays.items() if name.endswith("/rest"))
    for name, trip in (("walk", WALK), ("car", CAR)):
        wanted = gg.travel_times(lattice(length_m=407.0), spots, spots, trip).minutes
        np.testing.assert_allclose(page.times(name, np.arange(25)), wanted, rtol=1e-6)


def test_lengths_along_the_straight_line_are_written_as_what_is_missing():
    page = exported(lattice(), cells(), walk=WALK)
    (shape,) = page.streets["shapes"]
    assert shape["beeline"] > 0
    assert np.abs(page.arrays["streets/0/length"]).max() < 5
    np.testing.assert_allclose(page.length(0) * shape["unit_s"], 216.0, atol=1.0)


def test_metres_of_a_degree():
    east, north = portable_coding.metres_per_degree(np.array([0.0, 52.0]))
    np.testing.assert_allclose(east, [111_319.5, 68_677.8], rtol=1e-4)
    np.testing.assert_allclose(north, [110_574.0, 111_267.0], rtol=1e-4)


def test_steps_are_made_finer_where_rounding_leads_astray(monkeypatch):
    spots = cells("00", "44", "04")
    coarse = exported(lattice(length_m=407.123), spots, car=CAR).streets["shapes"][0]
    monkeypatch.setattr(portable_coding, "MOST_ASTRAY_S", coarse["astray_s"] / 3)
    fine = exported(lattice(length_m=407.123), spots, car=CAR).streets["shapes"][0]
    assert fine["step_s"] < coarse["step_s"]
    assert fine["astray_s"] < coarse["astray_s"]


def test_what_leads_too_far_astray_is_refused(monkeypatch):
    monkeypatch.setattr(portable_coding, "MOST_ASTRAY_S", -1.0)
    monkeypatch.setattr(portable_coding, "_TOO_FAR_ASTRAY_S", -1.0)
    with pytest.raises(InputError, match="give the trips a max_min"):
        exported(lattice(), cells("00", "44"), car=CAR)


def test_a_country_says_what_differs_alone():
    spots = cells()
    page = exported(lattice(length_m=407.0), spots, walk=WALK)
    # every street is of one country: with the border closed nothing differs
    assert page.streets["layers"][0]["sets"][1] == 1
    own = page.seconds(0, 1)
    assert np.array_equal(own, page.seconds(0, 0))
    factor = page.arrays["streets/0/1/factor"]
    assert not factor.any()
