"""Dossiers of a drawn region: a municipality, and a crossing; words in three languages."""

import pytest
from test_grenswerk_offers import NETWORK, REGION

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.scenario import Scenario, SetCrossingTime
from grensgeo.study.dossier import crossing_dossier, line_dossier
from grensgeo.study.town_dossier import municipality_dossier

TRIPS = {"bicycle": gg.Trip("bicycle", max_min=60)}


PLAN = Scenario(
    "far", (SetCrossingTime(minutes=10),), {"nl": "Controle", "de": "Kontrolle", "en": "Checks"}
)


@pytest.mark.parametrize("language", ["nl", "de", "en"])
def test_a_municipality_tells_what_lies_beyond_the_border(language):
    found = municipality_dossier(
        REGION, NETWORK, "GM0001", trips=TRIPS, cutoffs_min=[30], language=language
    )
    reached, crossed, near, _ = found.sections[language]
    (row,) = reached.rows
    per_cent = "+100 %" if language == "de" else "+100%"
    # 5 jobs at home, 5 more 4 km away: 15 minutes by bicycle, which a hurdle of 15 leaves in reach
    assert [row[1], row[3], row[4], row[5]] == ["5", "10", "5", per_cent]
    (chart,) = reached.charts
    closed, hurdle, opened = chart.lines.values()
    assert [*closed] == sorted(closed)
    assert all(a <= b <= c for a, b, c in zip(closed, hurdle, opened, strict=True))
    assert sum(int(one[3]) for one in crossed.rows) == 5
    assert near.rows[0][0] == "Oststadt (Westf.) (DE)"
    text = found.html()
    assert text == found.html()
    assert f'<html lang="{language}"' in text
    assert "Westdorp" in found.title[language]


def test_a_measure_tells_what_it_brings():
    found = municipality_dossier(
        REGION, NETWORK, "GM0001", trips=TRIPS, cutoffs_min=[20], scenarios=[PLAN], language="nl"
    )
    (row,) = found.sections["nl"][2].rows
    assert row == ["Controle", "fiets", "10", "5", "-5"]  # ten minutes at the border are too many


def test_what_is_not_there_is_told():
    with pytest.raises(InputError, match="nearest is GM0001"):
        municipality_dossier(REGION, NETWORK, "GM001", trips=TRIPS)
    with pytest.raises(InputError, match="the region has jobs"):
        municipality_dossier(REGION, NETWORK, "GM0001", trips=TRIPS, opportunity="job")
    with pytest.raises(InputError):
        line_dossier(REGION, NETWORK, "RB64", gg.Trip("transit", departure="2023-10-17T07:30"))
    with pytest.raises(InputError, match="no municipality, line or crossing"):
        crossing_dossier(REGION, NETWORK, "Nowhere", TRIPS["bicycle"])
