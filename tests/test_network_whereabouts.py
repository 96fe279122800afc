from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import DEGREE_M, draw

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.geodata.points import as_points
from grensgeo.network.whereabouts import hold_places, located

# A street of 3 km on each side; the border runs north and south at x = 0, 500 m from either end.
NETWORK = draw(
    {"A": (-3500, 0), "B": (-500, 0), "C": (500, 0), "D": (3500, 0)},
    [{"ends": "AB"}, {"ends": "CD", "country": "DE"}],
)


def lonlat(x, y=0.0):
    return 7.0 + x / (DEGREE_M * np.cos(np.radians(52.2))), 52.2 + y / DEGREE_M


BORDER = gpd.GeoSeries([shapely.LineString([lonlat(0, -9000), lonlat(0, 9000)])], crs=4326)
WITH_BORDER = replace(NETWORK, barriers=BORDER)


def places(*rows):
    return pd.DataFrame(
        [{"id": i, "lon": lonlat(x)[0], "lat": lonlat(x)[1], "country": c} for i, x, c in rows]
    )


def held(network, *rows):
    return hold_places(network, as_points(places(*rows)), where="origins")


def test_a_place_lies_in_the_country_of_the_vertex_next_to_it():
    points = np.array([lonlat(-2000), lonlat(2000)])
    assert located(NETWORK, points).tolist() == ["NL", "DE"]


@pytest.mark.parametrize("network", [NETWORK, WITH_BORDER])
def test_labels_that_are_right_or_missing_pass(network):
    assert len(held(network, ("a", -3000, "NL"), ("b", 3000, "DE"), ("c", 3000, None))) == 3


@pytest.mark.parametrize("network", [NETWORK, WITH_BORDER])
def test_a_place_in_the_other_country_is_refused_by_name(network):
    with pytest.raises(InputError, match="origins: country: b says NL and lies in DE"):
        held(network, ("a", -3000, "NL"), ("b", 3000, "NL"))
    with pytest.raises(InputError, match="a says BE and lies in NL"):
        held(network, ("a", -3500, "BE"))
    with pytest.raises(InputError, match=r"'nl' .write NL"):
        held(network, ("a", -3000, "nl"))


def test_the_border_tells_a_place_whose_next_street_lies_abroad():
    # 700 m inside the country, whose street begins 2,000 m farther on
    network = draw(
        {"A": (-4000, 0), "B": (-2700, 0), "C": (300, 0), "D": (3500, 0)},
        [{"ends": "AB"}, {"ends": "CD", "country": "DE"}],
    )
    assert len(held(replace(network, barriers=BORDER), ("a", -700, "NL"))) == 1


def test_next_to_the_border_the_label_stands():
    assert len(held(WITH_BORDER, ("a", 150, "NL"), ("b", -150, "DE"))) == 2


def test_a_network_without_countries_holds_nothing_against_a_label():
    bare = draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB", "country": ""}])
    assert len(held(bare, ("a", 10, "DE"))) == 1


def test_every_door_of_a_network_refuses_it():
    wrong, right = places(("b", 3000, "NL")), places(("a", 3200, "DE"))
    walk = gg.Trip("walk")
    for ask in (
        lambda: gg.travel_times(NETWORK, wrong, right, walk),
        lambda: gg.travel_times(NETWORK, right, wrong, walk),
        lambda: gg.journeys(NETWORK, wrong, right, walk),
        lambda: gg.isochrones(NETWORK, wrong, walk, cutoffs_min=[5]),
    ):
        with pytest.raises(InputError, match="b says NL and lies in DE"):
            ask()
