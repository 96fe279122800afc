"""What sets of tags mean for streets."""

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.osm.access import ALL, BICYCLE, CAR, WALK
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.meanings import access_masks, read_meanings

SETS = (
    {"highway": "motorway", "maxspeed": "none", "bridge": "yes"},
    {"highway": "footway", "surface": "gravel"},
    {"building": "yes"},
    {"highway": "residential", "maxspeed": "soon"},
)


def test_a_row_for_each_set():
    meanings = read_meanings(SETS)
    assert meanings.highway.tolist() == [0, HIGHWAYS.index("footway"), -1, 11]
    assert meanings.mask.tolist()[0] == CAR
    assert meanings.mask.tolist()[2:] == [0, ALL]
    assert np.isinf(meanings.limits_kmh[0]).all()
    assert np.isnan(meanings.limits_kmh[1:]).all()
    assert meanings.structure.tolist() == [1, 0, 0, 0]
    assert meanings.unpaved.tolist() == [False, True, False, False]
    assert meanings.built_up.tolist() == [False, False, False, True]
    assert meanings.unread == ((), (), (), ("soon",))


def test_access_by_country_is_that_of_each_edge():
    # a bicycle rides on a bridleway in no country alike
    sets = np.array([1, 0, 3, 1])
    country = np.array([COUNTRIES.index(code) for code in ("NL", "DE", "", "DE")], dtype=np.uint8)
    ahead, back = access_masks(SETS, read_meanings(SETS), sets=sets, country=country)
    assert [mask & ALL & ~BICYCLE for mask in ahead.tolist()] == [WALK, CAR, CAR | WALK, WALK]
    assert back.tolist()[2] == ahead.tolist()[2]
    alone = access_masks(SETS, read_meanings(SETS), sets=sets[3:], country=country[3:])
    assert [part.tolist() for part in alone] == [ahead.tolist()[3:], back.tolist()[3:]]
