"""Dossiers of a drawn region: a municipality, and a crossing; words in three languages."""

import pytest
from drawing import draw
from shapely import Point
from test_grenswerk_offers import NETWORK, REGION

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.maps.dossier_page import small_print
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario import Scenario, SetCrossingTime
from grensgeo.scenario.links import Link
from grensgeo.study.dossier import _crossings_called, crossing_dossier, line_dossier
from grensgeo.study.dossier_words import crossings
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


def test_names_that_hold_what_is_typed_come_first_then_those_spelt_most_like_it():
    names = ["Aalten", "Losser (A1)", "Oldenzal", "Kuiper", "Oldenzaal - Bad Bentheim"]
    known = [
        Link(f"c{n}", "crossing", name, "", Point(7, 52), draw) for n, name in enumerate(names)
    ]
    with pytest.raises(InputError) as caught:
        _crossings_called("bad bentHeim", known)
    assert "crossings are Oldenzaal - Bad Bentheim, " in str(caught.value)
    with pytest.raises(InputError) as caught:
        _crossings_called("Oldenzaal", known)
    assert "crossings are Oldenzaal - Bad Bentheim, Oldenzal, A" in str(caught.value)
    assert _crossings_called("losser(a1)", known) == known[1:2]


#: A street over the border, and another far to the north.
TWO_WAYS = draw(
    {"A": (0, 0), "B": (2000, 0), "C": (6000, 0), "D": (2000, 8000)},
    [
        {"ends": "AB"},
        {"ends": "BC", "country": "DE"},
        {"ends": "AD"},
        {"ends": "DC", "country": "DE"},
    ],
)


def crossing_page():
    """Give the dossier of the near crossing, by its id: both are called after one place."""
    near = min(crossings(TWO_WAYS, "bicycle", REGION), key=lambda one: one.geometry.y)
    return crossing_dossier(
        REGION, TWO_WAYS, near.link.upper(), TRIPS["bicycle"], cutoff_min=30, language="en"
    )


def test_a_crossing_tells_who_loses_and_how_long_the_detour_is():
    found = crossing_page()
    assert " 130 inhabitants reach fewer jobs by bicycle within 30 minutes" in found.lead["en"]
    who, by_country, trips = found.sections["en"][2:5]
    # each side has 5 jobs of its own, and 5 across that are too far by the other street
    assert [row[2:] for row in who.rows] == [["10", "5", "-5", "-50%"]] * 2
    assert [row[1:] for row in by_country.rows] == [["30", "-5"], ["100", "-5"]]
    ((_, before, after, lost),) = trips.rows
    assert int(after) > 60
    assert int(lost) == int(after) - int(before)


def test_few_notes_stand_unfolded_on_a_page():
    notes = [Note("extract-ends"), Note("schematic"), *(f"Note {n}." for n in range(9))]
    (part,) = small_print(Provenance(notes=tuple(notes)), "en", own="extract")
    assert part.items[0] == Note("extract-ends").brief["en"]
    assert len(part.items) <= 5
    (rest,) = part.inside
    assert {f"Note {n}." for n in range(9)} <= {*rest.items}
    assert small_print(Provenance(), "en") == []
