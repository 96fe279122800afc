"""Dossiers of a drawn region: a municipality, and a crossing; words in three languages."""

import pytest
from test_grenswerk_offers import NETWORK, REGION

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.study.dossier import crossing_dossier, line_dossier, municipality_dossier

TRIPS = {"bicycle": gg.Trip("bicycle", max_min=60)}


@pytest.mark.parametrize("language", ["nl", "de", "en"])
def test_a_municipality_tells_what_lies_beyond_the_border(language):
    found = municipality_dossier(
        REGION, NETWORK, "GM0001", trips=TRIPS, cutoffs_min=[30], language=language
    )
    (row,) = found.sections[0].rows
    assert row[1:] == ["5", "10", "5", "+100 %"]  # 5 jobs at home, 5 more 4 km away
    assert found.sections[1].rows[0][0] == "Oststadt (Westf.) (DE)"
    text = found.html()
    assert text == found.html()
    assert f'<html lang="{language}"' in text
    assert "<script>" not in text
    assert "Westdorp" in found.title


def test_what_is_not_there_is_told():
    with pytest.raises(InputError, match="nearest is GM0001"):
        municipality_dossier(REGION, NETWORK, "GM001", trips=TRIPS)
    with pytest.raises(InputError, match="the region has jobs"):
        municipality_dossier(REGION, NETWORK, "GM0001", trips=TRIPS, opportunity="job")
    with pytest.raises(InputError):
        line_dossier(REGION, NETWORK, "RB64", gg.Trip("transit", departure="2023-10-17T07:30"))
    with pytest.raises(InputError, match="no municipality, line or crossing"):
        crossing_dossier(REGION, NETWORK, "Nowhere", TRIPS["bicycle"])
