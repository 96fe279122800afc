"""Slopes from rasters that are known in advance, what they do to speeds, and a real city."""

import warnings
from pathlib import Path

import numpy as np
import pytest
import rasterio
from drawing import draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer
from rasterio.transform import Affine

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.modes import PUSHED
from grensgeo.network import build_network, load_network
from grensgeo.network.elevation import edge_factors, sample, slope_factor

POA = Path(__file__).resolve().parents[1].parent / "shared/data/benchmark/porto_alegre_r5r"
UTM = 32632
#: South-western corner of the rasters, metres in UTM, some way from where maps are drawn.
WEST, SOUTH = 362_000.0, 5_783_000.0
SIDE_M = 4_000.0


def from_origin(west, north, x_cell, y_cell):
    return Affine(x_cell, 0.0, west, 0.0, -y_cell, north)


def raster(path, height, *, cell=30.0, crs=UTM, transform=None, shape=None, **profile):
    """Write a raster; ``height`` gives metres at x, y of the cells' centres."""
    n = int(SIDE_M / cell)
    shape = shape or (n, n)
    transform = transform or from_origin(WEST, SOUTH + SIDE_M, cell, cell)
    rows, columns = np.mgrid[: shape[0], : shape[1]] + 0.5
    a, b, c, d, e, f = transform[:6]
    x, y = a * columns + b * rows + c, d * columns + e * rows + f
    values = np.asarray(height(x, y), dtype="float64") + 0 * x
    profile = {"nodata": -9999.0, "dtype": "float64", **profile}
    values = np.where(np.isnan(values), profile["nodata"] or np.nan, values)
    with rasterio.open(
        path, "w", driver="GTiff", width=shape[1], height=shape[0], count=1, crs=crs,
        transform=transform, **profile,
    ) as file:  # fmt: skip
        file.write(values.astype(profile["dtype"]), 1)
    return path


def place(x, y):
    """Give lon, lat of metres east and north of the raster's corner."""
    return Transformer.from_crs(UTM, 4326, always_xy=True).transform(WEST + x, SOUTH + y)


def town(edges, places=None, **options):
    """Draw places given in metres of the raster."""
    places = places or {"A": (1000, 1000), "B": (2000, 1000), "C": (2000, 2000)}
    degrees = {name: place(*xy) for name, xy in places.items()}
    # the drawing's own metres, from the degrees it is to draw
    k, metre = np.cos(np.radians(52.2)), 111_195.0
    drawn = {n: ((x - 7.0) * metre * k, (y - 52.2) * metre) for n, (x, y) in degrees.items()}
    return draw(drawn, edges, **options)


def test_an_even_plane_is_exact(tmp_path):
    path = raster(
        tmp_path / "plane.tif", lambda x, y: 100 + 0.04 * (x - WEST) - 0.02 * (y - SOUTH)
    )
    lonlat = np.array([place(1000, 1000), place(1711.3, 2345.6), place(3900, 100)])
    expected = [100 + 40 - 20, 100 + 68.452 - 46.912, 100 + 156 - 2]
    np.testing.assert_allclose(sample(path, lonlat), expected, atol=1e-6)
    network = town([{"ends": "AB"}, {"ends": "BC"}, {"ends": "CA"}]).with_elevation(path)
    streets = network.streets
    np.testing.assert_allclose(streets.climb_m, [40, 0, 0], atol=0.011)
    np.testing.assert_allclose(streets.descent_m, [0, 20, 20], atol=0.011)
    note = network.provenance.notes[-1]
    assert "plane.tif" in note
    assert "Tobler" in note


def test_slopes_change_times_by_known_amounts(tmp_path):
    path = raster(tmp_path / "p.tif", lambda x, _: 0.05 * (x - WEST))
    network = town([{"ends": "AB", "length_m": 1000.0}]).with_elevation(path)
    flat = town([{"ends": "AB", "length_m": 1000.0}])
    for mode, up, down in (
        ("walk", np.exp(-0.175), np.exp(0.175)),  # Tobler at +5% and -5%, against the flat
        ("bicycle", 1 - 0.05 * 0.427 / 0.09, 25 / 22),
        ("ebike", 1 - 0.365 * 0.05 * 0.427 / 0.09, 25 / 22),
        ("car", 1.0, 1.0),
    ):
        (ahead,), (back,) = network.durations_s(mode)
        (level,), _ = flat.durations_s(mode)
        assert ahead == pytest.approx(level / up, rel=1e-4)
        assert back == pytest.approx(level / down, rel=1e-4)


def test_a_hill_on_one_edge_goes_up_and_down(tmp_path):
    path = raster(tmp_path / "h.tif", lambda x, _: 75 - 0.05 * np.abs(x - WEST - 1500))
    network = town([{"ends": "AB", "length_m": 1000.0}]).with_elevation(path)
    assert network.streets.climb_m[0] == pytest.approx(25, abs=1.5)  # the top is smoothed
    assert network.streets.descent_m[0] == pytest.approx(25, abs=1.5)
    (ahead,), (back,) = network.durations_s("bicycle")
    assert ahead == pytest.approx(back, rel=0.01)
    assert ahead > 225  # the flat at 16 km/h


def test_raster_crs_and_resolution_do_not_matter(tmp_path):
    def plane(x, y):
        return 200 + 0.03 * (x - WEST)

    lonlat = np.array([place(x, y) for x, y in ((900, 900), (2000, 1500), (3100, 2800))])
    expected = sample(raster(tmp_path / "30.tif", plane), lonlat)
    for cell in (2.0, 5.0, 90.0):  # finer ones are averaged to 10 m
        path = raster(tmp_path / f"{cell}.tif", plane, cell=cell)
        np.testing.assert_allclose(sample(path, lonlat), expected, atol=1e-6)
    to_utm = Transformer.from_crs(4326, UTM, always_xy=True)
    west, north = place(-200, SIDE_M + 200)
    degrees = from_origin(west, north, 0.0004, 0.0003)
    path = raster(
        tmp_path / "wgs.tif", lambda lon, lat: plane(*to_utm.transform(lon, lat)), crs=4326,
        transform=degrees, shape=(160, 190),
    )  # fmt: skip
    np.testing.assert_allclose(sample(path, lonlat), expected, atol=0.05)
    cos, sin = 30 * np.cos(-0.35), 30 * np.sin(-0.35)
    turned = Affine(cos, sin, WEST, sin, -cos, SOUTH + SIDE_M)
    path = raster(tmp_path / "turned.tif", plane, transform=turned, shape=(200, 200))
    np.testing.assert_allclose(sample(path, lonlat[:2]), expected[:2], atol=1e-6)


def test_tiles_meet_without_a_seam(tmp_path, monkeypatch):
    path = raster(tmp_path / "w.tif", lambda x, y: 50 * np.sin(x / 300) * np.cos(y / 200))
    rng = np.random.default_rng(7)
    lonlat = np.array([place(*rng.uniform(100, 3900, 2)) for _ in range(300)])
    whole = sample(path, lonlat)
    monkeypatch.setattr("grensgeo.network.elevation._TILE", 7)
    np.testing.assert_allclose(sample(path, lonlat), whole, atol=1e-9)


def test_holes_and_the_edge_of_the_raster_are_unknown_and_told(tmp_path):
    def hole(x, y):
        inside = (np.abs(x - WEST - 1500) < 100) & (np.abs(y - SOUTH - 1000) < 100)
        return np.where(inside, np.nan, 0.02 * (x - WEST))

    places = {"A": (1000, 1000), "B": (2000, 1000), "C": (2000, 2000), "D": (9000, 2000)}
    edges = [{"ends": "AB"}, {"ends": "BC"}, {"ends": "CD"}]
    network = town(edges, places)
    with pytest.warns(
        GrensgeoWarning, match=r"2 of 3 edges \(8 km\) lie outside.*as if flat: give"
    ):
        after = network.with_elevation(raster(tmp_path / "hole.tif", hole))
    assert np.isnan(after.streets.climb_m).tolist() == [True, False, True]
    assert np.isnan(after.streets.descent_m).tolist() == [True, False, True]
    flat, now = network.durations_s("walk")[0], after.durations_s("walk")[0]
    assert now[0] == flat[0]
    assert now[2] == flat[2]
    far = raster(tmp_path / "far.tif", hole, transform=from_origin(700_000, 5_000_000, 30, 30))
    with pytest.raises(InputError, match="holds no height for any street"):
        network.with_elevation(far)


def valley(x, y):
    """Level at 100 m, with a gorge of 60 m depth between 1400 and 1600 m east."""
    return np.where(np.abs(x - WEST - 1500) < 150, 40.0, 100.0) + 0.01 * (x - WEST)


def test_a_bridge_runs_between_its_ends(tmp_path):
    path = raster(tmp_path / "v.tif", valley, cell=10.0)
    places = {"A": (1000, 1000), "P": (1200, 1000), "M": (1450, 1000), "Q": (1800, 1000),
              "B": (2000, 1000), "S": (1450, 950)}  # fmt: skip
    roads = [{"ends": "AP"}, {"ends": "QB"}]
    for structure in (1, 2):
        network = town(
            [
                *roads,
                {"ends": "PM", "structure": structure},
                {"ends": "MQ", "structure": structure},
            ],
            places,
        ).with_elevation(path)
        np.testing.assert_allclose(network.streets.climb_m, [2, 2, 2.5, 3.5], atol=0.02)
        np.testing.assert_allclose(network.streets.descent_m, 0, atol=0.02)
    on_the_ground = town([*roads, {"ends": "PM"}, {"ends": "MQ"}], places).with_elevation(path)
    assert on_the_ground.streets.climb_m.sum() > 60
    # stairs from the middle of the bridge down into the gorge
    stairs = town(
        [
            *roads,
            {"ends": "PM", "structure": 1},
            {"ends": "MQ", "structure": 1},
            {"ends": "MS", "highway": "steps"},
        ],
        places,
    ).with_elevation(path)
    np.testing.assert_allclose(stairs.streets.climb_m[:4], [2, 2, 2.5, 3.5], atol=0.02)
    assert stairs.streets.descent_m[4] == pytest.approx(60, abs=0.1)


def test_a_bridge_whose_ends_are_not_on_the_map(tmp_path):
    path = raster(tmp_path / "v.tif", valley, cell=10.0)
    places = {"P": (1200, 1000), "M": (1450, 1000), "Q": (1800, 1000)}
    network = town(
        [{"ends": "PM", "structure": 1}, {"ends": "MQ", "structure": 1}], places
    ).with_elevation(path)
    np.testing.assert_allclose(network.streets.climb_m, [2.5, 3.5], atol=0.02)
    ring = town(
        [{"ends": e, "structure": 1} for e in ("PM", "MQ", "QP")] + [{"ends": "AB"}],
        {**places, "A": (500, 500), "B": (600, 500)},
    )
    with pytest.warns(GrensgeoWarning, match="3 of 4 edges"):
        assert np.isnan(ring.with_elevation(path).streets.climb_m[:3]).all()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"crs": None}, "no CRS"),
        ({"nodata": None, "height": lambda *_: -9999.0}, "-9999, which are no metres"),
        ({"height": lambda *_: 30_000.0}, "30000, which are no metres"),
    ],
)
def test_rasters_that_cannot_be_true(options, message, tmp_path):
    height = options.pop("height", lambda *_: 1.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
        path = raster(tmp_path / "r.tif", height, **options)
    with pytest.raises(InputError, match=message):
        town([{"ends": "AB"}]).with_elevation(path)


def test_feet_and_scales(tmp_path):
    path = raster(tmp_path / "r.tif", lambda *_: 500.0)
    with rasterio.open(path, "r+") as file:
        file.scales, file.offsets = (0.1,), (3.0,)
    assert sample(path, np.array([place(1000, 1000)]))[0] == pytest.approx(53)
    with rasterio.open(path, "r+") as file:
        file.units = ("ft",)
    with pytest.raises(InputError, match="heights in 'ft'; convert them"):
        sample(path, np.array([place(1000, 1000)]))


def test_files_that_are_none(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        town([{"ends": "AB"}]).with_elevation(tmp_path / "none.tif")
    (tmp_path / "t.tif").write_text("no raster")
    with pytest.raises(FileError, match="not a raster"):
        town([{"ends": "AB"}]).with_elevation(tmp_path / "t.tif")


def test_climbs_are_kept_in_the_folder(tmp_path):
    path = raster(tmp_path / "p.tif", lambda x, _: 0.05 * (x - WEST))
    after = town([{"ends": "AB"}, {"ends": "BC"}]).with_elevation(path)
    after.save(tmp_path / "n")
    again = load_network(tmp_path / "n")
    np.testing.assert_array_equal(again.streets.climb_m, after.streets.climb_m)
    np.testing.assert_array_equal(again.durations_s("bicycle"), after.durations_s("bicycle"))


SLOPES = st.floats(0, 1, allow_nan=False)
MODES = ("walk", "bicycle", "ebike")


@settings(max_examples=examples(200))
@given(st.sampled_from(MODES), SLOPES, SLOPES)
def test_uphill_is_never_faster_and_the_steeper_never_faster_still(mode, one, other):
    gentle, steep = sorted((one, other))
    factors = slope_factor(mode, np.array([0.0, gentle, steep]))
    assert factors[0] == 1
    assert factors[2] <= factors[1] <= 1


@settings(max_examples=examples(100))
@given(st.floats(-2, 2, allow_nan=False))
def test_factors_are_bounded_and_an_ebike_is_held_back_less(slope):
    walk, bicycle, ebike = (slope_factor(mode, np.array([slope]))[0] for mode in MODES)
    assert 1 / 3 <= walk <= np.exp(0.175) + 1e-12
    assert 0.3 <= bicycle <= ebike <= 25 / 22 + 1e-12


@settings(max_examples=examples(100))
@given(
    st.sampled_from(MODES),
    st.floats(0, 80, width=32),
    st.floats(0, 80, width=32),
    st.floats(1, 3000),
)
def test_an_edge_there_is_the_edge_back_turned_round(mode, climb, descent, length):
    one, other = (
        draw(
            {"A": (0, 0), "B": (9, 0)},
            [{"ends": "AB", "length_m": length, "climb_m": up, "descent_m": down}],
        ).streets
        for up, down in ((climb, descent), (descent, climb))
    )
    there, back = edge_factors(one, mode)
    assert there[0] == pytest.approx(edge_factors(other, mode)[1][0], rel=1e-12)
    assert back[0] == pytest.approx(edge_factors(other, mode)[0][0], rel=1e-12)
    if climb >= descent:
        assert there[0] <= back[0] + 1e-12
    if climb == descent == 0:
        assert there[0] == back[0] == 1


def test_a_bicycle_keeps_to_a_limit_downhill():
    edge = {"ends": "AB", "length_m": 1000.0, "climb_m": 0.0, "descent_m": 40.0}
    network = draw({"A": (0, 0), "B": (9, 0)}, [{**edge, "maxspeed_kmh": 17.0}])
    assert 3600 / network.durations_s("bicycle")[0][0] == pytest.approx(17)
    free = draw({"A": (0, 0), "B": (9, 0)}, [edge])
    assert 3600 / free.durations_s("bicycle")[0][0] == pytest.approx(16 * 25 / 22)


@pytest.mark.shared_data
@pytest.mark.long
def test_the_hills_of_porto_alegre():
    if not POA.exists():
        pytest.skip("shared/data is not there")
    flat = build_network(POA / "poa_osm.pbf")
    with pytest.warns(GrensgeoWarning, match=r"621 of 28486 edges \(71 km\) lie outside"):
        network = flat.with_elevation(POA / "poa_elevation.tif")
    streets = network.streets
    long = (streets.length_m > 20) & ~np.isnan(streets.climb_m)
    slope = (streets.climb_m + streets.descent_m)[long] / streets.length_m[long]
    # a city on hills by a lake: half of its streets below 3%, nine in ten below 10%
    quantiles = np.quantile(slope, [0.1, 0.5, 0.9, 0.99])
    np.testing.assert_allclose(quantiles, [0.008, 0.028, 0.094, 0.2], rtol=0.1)
    aloft = streets.structure[long] > 0
    assert np.median(slope[aloft]) < np.median(slope[~aloft])
    ridden = ((streets.access_forward | streets.access_backward) & PUSHED) == 0
    for mode, quantile in (("walk", 1.05), ("bicycle", 1.13), ("ebike", 1.01)):
        there, back = (
            np.nansum(np.array(n.durations_s(mode))[:, ridden]) for n in (network, flat)
        )
        assert there / back == pytest.approx(quantile, abs=0.02)


LANE = {"A": (300, 1000), "B": (3600, 1000), "C": (3600, 3000), "D": (300, 3000)}
ROUND = [{"ends": ends} for ends in ("AB", "BC", "CD", "DA")]


def hills(x, y):
    return 80 + 15 * np.sin((x - WEST) / 300) * np.cos((y - SOUTH) / 400)


@pytest.mark.parametrize("value", [0.0, -50.0, 8000.0])
def test_a_height_that_means_no_data_is_found(tmp_path, value):
    def holed(x, y):
        return np.where((x - WEST > 1500) & (x - WEST < 2300), value, hills(x, y))

    town(ROUND, LANE).with_elevation(raster(tmp_path / "whole.tif", hills))
    path = raster(tmp_path / "holed.tif", holed, nodata=None)
    with pytest.raises(InputError, match=f"are exactly {value:g}: it seems to mean no data; say"):
        town(ROUND, LANE).with_elevation(path)
    path = raster(tmp_path / "declared.tif", holed, nodata=value)
    with pytest.warns(GrensgeoWarning, match="where it holds no data"):
        town(ROUND, LANE).with_elevation(path)


def test_a_coast_at_exactly_zero_is_no_hole(tmp_path):
    def coast(x, _):
        return np.maximum(0.0, 0.1 * (x - WEST - 1500))

    streets = town(ROUND, LANE).with_elevation(raster(tmp_path / "c.tif", coast)).streets
    assert streets.climb_m[0] == pytest.approx(210, abs=2)


@pytest.mark.parametrize("times", [10, 15, -10])
def test_other_units_make_slopes_that_no_street_has(tmp_path, times):
    path = raster(tmp_path / "d.tif", lambda x, y: times * (hills(x, y) - 75), nodata=None)
    with pytest.raises(InputError, match="are its heights metres, and not decimetres"):
        town(ROUND, LANE).with_elevation(path)


def test_a_single_cliff_is_noted(tmp_path):
    def dam(x, y):
        return hills(x, y) + np.where(x - WEST > 2000, 40.0, 0.0)

    network = town(ROUND, LANE).with_elevation(raster(tmp_path / "dam.tif", dam))
    note = network.provenance.notes[-1]
    assert (note.code, dict(note.values)) == ("elevation-cliffs", {"n": 2, "example": "1"})
