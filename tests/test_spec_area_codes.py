"""What an area's code names, by its shape."""

import pytest

from grensgeo.spec.area_codes import AreaCode, area_code


@pytest.mark.parametrize(
    ("code", "level", "country"),
    [
        ("GM1735", "municipality", "NL"),
        ("CR07", "corop", "NL"),
        ("PV23", "province", "NL"),
        ("05334002", "municipality", "DE"),
        ("05334", "kreis", "DE"),
        ("055", "regierungsbezirk", "DE"),
        ("03", "land", "DE"),
        ("BE335", "nuts3", "BE"),
        ("DEA2D", "nuts3", "DE"),
        ("EL303", "nuts3", "GR"),
        ("FRF1", "nuts2", "FR"),
        ("DEA", "nuts1", "DE"),
        ("DE_05334002", "lau", "DE"),
        ("EL_01010101", "lau", "GR"),
    ],
)
def test_a_code_tells_its_level_and_country(code, level, country):
    found = area_code(code)
    assert (found.level, found.country) == (level, country)
    assert found.municipal == (level in {"municipality", "lau"})


@pytest.mark.parametrize("code", ["153", "5334002", "GM153", "CR41", "17", "Twente", "", "nl213"])
def test_what_has_no_known_shape_is_nothing(code):
    assert area_code(code) is None


def test_a_local_unit_keeps_its_national_code():
    assert area_code("LU_0304") == AreaCode("LU_0304", "lau", "LU", "0304")
