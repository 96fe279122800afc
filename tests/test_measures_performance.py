import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import JOBS, TWO, times
from pyproj import Geod

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import transport_performance
from grensgeo.measures.matrix import as_matrix
from grensgeo.measures.performance import _nearby, _on_the_ellipsoid

NAN = np.nan
PLACES = pd.DataFrame(
    {"lon": [6.9, 7.6, 6.9, 7.6], "lat": [52.2, 51.96, 52.2, 51.96]}, index=list("abxy")
)


def test_performance_by_hand():
    # x and y are 55 km apart.
    result = transport_performance(times(TWO), JOBS, places=PLACES, cutoff_min=10, radius_km=60)
    assert result.to_dict() == {"a": 100 / 140, "b": 40 / 140}
    assert result.name == "transport_performance"
    near = transport_performance(times(TWO), JOBS, places=PLACES, cutoff_min=15, radius_km=50)
    assert near.to_dict() == {"a": 1.4, "b": 3.5}
    people = pd.Series({"a": 10, "b": 30})
    seen = transport_performance(
        times(TWO), people, places=PLACES, cutoff_min=10, radius_km=60, active=False
    )
    assert seen.to_dict() == {"x": 0.25, "y": 0.75}


@settings(max_examples=examples(30))
@given(st.lists(st.tuples(st.floats(5, 10), st.floats(50, 54)), min_size=2, max_size=8))
def test_distance_is_that_over_the_ellipsoid(points):
    ids = [f"p{i}" for i in range(len(points))]
    places = pd.DataFrame(points, columns=["lon", "lat"], index=ids)
    xyz = _on_the_ellipsoid(places, np.array(ids, dtype=object), "places")
    geod = Geod(ellps="WGS84")
    for i in range(1, len(ids)):
        distance = geod.inv(*points[0], *points[i])[2]
        if distance > 250_000:
            continue
        chord = np.linalg.norm(xyz[0] - xyz[i])
        arc = 2 * 6_371_008.8 * np.arcsin(chord / (2 * 6_371_008.8))
        assert arc == pytest.approx(distance, abs=1.0)


def test_what_lies_at_the_radius_lies_within():
    places = pd.DataFrame({"lon": [7.0, 7.0], "lat": [52.0, 53.0]}, index=["a", "x"])
    distance = Geod(ellps="WGS84").inv(7, 52, 7, 53)[2]
    matrix = as_matrix(times([[5]], from_id="a", to_id="x", from_country="N", to_country="N"))
    counts = np.array([3.0])
    assert _nearby(matrix, counts, places, radius_m=distance + 1.0).tolist() == [3.0]
    assert _nearby(matrix, counts, places, radius_m=distance - 1.0).tolist() == [0.0]


def test_missing_is_never_zero():
    table = times([[5, 15], [NAN, NAN]], from_status=[0, 1])
    unknown = pd.Series({"x": 100.0, "y": NAN}, name="people")
    with pytest.warns(GrensgeoWarning, match="left out of what 1 origins reach") as told:
        result = transport_performance(table, unknown, places=PLACES)
    assert "1 of 2 origins have no result" in str(told[0].message)
    assert result["a"] == 1.0
    assert np.isnan(result["b"])
    with pytest.warns(GrensgeoWarning, match=r"1 of 1 origins are null \(a\): no people in reach"):
        alone = transport_performance(
            times([[5]], from_id="a", to_id="y", from_country="N", to_country="D"),
            pd.Series({"y": 5.0}, name="people"), places=PLACES, radius_km=10,
        )  # fmt: skip
    assert alone.isna().all()


@pytest.mark.parametrize(
    ("places", "message"),
    [
        (PLACES.drop(columns="lat"), "places: no column lat"),
        (PLACES.drop(index="b"), "no lon and lat in degrees for the origins b"),
        (PLACES.drop(index="x"), "no lon and lat in degrees for the destinations x"),
        (PLACES.assign(lat=5.7e6), "no lon and lat in degrees for the origins a, b"),
        (pd.concat([PLACES, PLACES]), "places: duplicate ids"),
    ],
)
def test_places_that_cannot_be_are_refused(places, message):
    with pytest.raises(InputError, match=message):
        transport_performance(times(TWO), JOBS, places=places)


def test_the_radius_is_above_zero():
    with pytest.raises(InputError, match="radius_km=0"):
        transport_performance(times(TWO), JOBS, places=PLACES, radius_km=0)


def test_a_radius_is_in_kilometres_and_to_the_metre_at_most():
    places = pd.DataFrame({"lon": [7.0, 7.0], "lat": [52.0, 52.001]}, index=["a", "x"])
    table = times([[5]], from_id="a", to_id="x", from_country="N", to_country="N")
    km = Geod(ellps="WGS84").inv(7, 52, 7, 52.001)[2] / 1000
    jobs = pd.Series({"x": 4.0})
    asked = {"places": places, "cutoff_min": 10}
    assert transport_performance(table, jobs, radius_km=km * 1.003, **asked)["a"] == 1.0
    with pytest.warns(GrensgeoWarning, match="1 of 1 origins are null"):
        assert transport_performance(table, jobs, radius_km=km * 0.997, **asked).isna().all()
    with pytest.raises(InputError, match="radius_km=inf"):
        transport_performance(table, jobs, radius_km=np.inf, **asked)
    # half the world lies within half the way around it
    assert transport_performance(table, jobs, radius_km=30_000, **asked)["a"] == 1.0


def test_every_origin_has_what_lies_around_it():
    rng = np.random.default_rng(5)
    ids = [f"p{k}" for k in range(7)]
    places = pd.DataFrame({"lon": rng.uniform(6, 8, 7), "lat": rng.uniform(51, 53, 7)}, index=ids)
    table = times(rng.uniform(0, 60, (7, 7)), from_id=ids, to_id=ids, from_country="N" * 7,
                  to_country="N" * 7)  # fmt: skip
    counts = rng.integers(1, 9, 7).astype(float)
    found = _nearby(as_matrix(table), counts, places, radius_m=60_000)
    geod = Geod(ellps="WGS84")
    for one, here in enumerate(places.to_numpy()):
        far = np.array([geod.inv(*here, *there)[2] for there in places.to_numpy()])
        assert found[one] == counts[far <= 60_000].sum()


@pytest.mark.parametrize(("lon", "lat"), [(180.0, 52.0), (-180.0, 52.0), (7.0, 90.0)])
def test_the_ends_of_the_world_are_places(lon, lat):
    places = pd.DataFrame({"lon": [lon], "lat": [lat]}, index=["a"])
    assert np.isfinite(_on_the_ellipsoid(places, np.array(["a"], dtype=object), "origins")).all()
    for wrong in ({"lon": 180.5}, {"lat": -90.5}):
        with pytest.raises(InputError, match="no lon and lat in degrees for the origins a"):
            _on_the_ellipsoid(places.assign(**wrong), np.array(["a"], dtype=object), "origins")
