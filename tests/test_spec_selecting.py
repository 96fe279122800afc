"""Which municipalities a region has, by codes of every level and by distance."""

import geopandas as gpd
import pytest
import shapely

from grensgeo.errors import InputError
from grensgeo.spec import AreaSpec, RegionSpec, area_code
from grensgeo.spec.selecting import outline_of, select_municipalities

#: A row of squares of a tenth of a degree (about 6.9 km) from west to east.
CODES = ["GM0001", "GM0002", "05515000", "05554001", "05554002", "BE_63040"]
COUNTRIES = ["NL", "NL", "DE", "DE", "DE", "BE"]


def squares(names, width=0.1):
    shapes = [shapely.box(6 + n * width, 52, 6 + (n + 1) * width, 52.1) for n in range(len(names))]
    return gpd.GeoDataFrame({"region_code": names}, geometry=shapes, crs=4326)


def land():
    return squares(CODES).assign(country=COUNTRIES)


def spec(*areas, ring_km=0.0):
    found = tuple(
        AreaSpec(f"a{n}", tuple(area_code(code) for code in codes))
        for n, codes in enumerate(areas)
    )
    return RegionSpec("r", {}, "nl", ("NL", "DE", "BE"), 2021, found, ring_km=ring_km)


def chosen(outlines, region, **more):
    found = select_municipalities(outlines, region, **more)
    return dict(zip(found["region_code"], found["area"], strict=True))


def test_codes_of_every_level_name_their_municipalities():
    region = spec(["GM0001"], ["05554"], ["BE_63040"], ["055150"[:3]])
    with pytest.raises(InputError, match="of another area too"):
        chosen(land(), region)
    region = spec(["GM0001"], ["05554"], ["BE_63040"])
    assert chosen(land(), region) == {
        "GM0001": "a0", "05554001": "a1", "05554002": "a1", "BE_63040": "a2",
    }  # fmt: skip


def test_a_unit_holds_what_has_its_middle_in_it():
    # the COROP area reaches a little into the second gemeente, and wholly covers the first
    corop = gpd.GeoDataFrame(
        {"region_code": ["CR01"]}, geometry=[shapely.box(5.9, 51.9, 6.13, 52.2)], crs=4326
    )
    assert chosen(land(), spec(["CR01"]), units={"corop": corop}) == {"GM0001": "a0"}


def test_nuts_3_comes_from_outlines_or_from_the_publisher():
    nuts = gpd.GeoDataFrame(
        {"region_code": ["DEA34", "DEA33"], "name": ["Borken", "Münster"]},
        geometry=[shapely.box(6.3, 52, 6.5, 52.1), shapely.box(6.2, 52, 6.3, 52.1)], crs=4326,
    )  # fmt: skip
    found = select_municipalities(land(), spec(["DEA34"]), units={"nuts3": nuts})
    assert found["region_code"].tolist() == ["05554001", "05554002"]
    assert found["nuts3_name"].unique().tolist() == ["Borken"]
    told = land().assign(nuts3=[None, None, "DEA33", "DEA34", "DEA34", None])
    assert list(chosen(told, spec(["DEA3"]))) == ["05515000", "05554001", "05554002"]


@pytest.mark.parametrize(("ring_km", "n"), [(0, 1), (1, 2), (8, 3), (50, 6)])
def test_the_ring_is_what_lies_so_near(ring_km, n):
    found = chosen(land(), spec(["GM0001"], ring_km=float(ring_km)))
    assert len(found) == n
    assert list(found.values()).count("ring") == n - 1


def test_codes_of_no_municipality_are_told_at_once():
    with pytest.raises(InputError, match="GM0009") as caught:
        chosen(land(), spec(["GM0009"], ["09"]))
    assert caught.value.codes == ("area-unknown",) or set(caught.value.codes) == {"area-unknown"}
    assert len(caught.value.faults) == 2


def test_the_outline_has_its_margin():
    west, south, _, _ = shapely.bounds(outline_of(land(), margin_km=11.1))
    assert south == pytest.approx(51.9, abs=0.01)
    assert west == pytest.approx(6 - 0.162, abs=0.01)
