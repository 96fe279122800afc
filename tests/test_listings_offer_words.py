"""Words of levels, sectors and kinds in exports."""

import pytest

from grensgeo.errors import InputError
from grensgeo.listings.offer_columns import FIELDS
from grensgeo.listings.offer_words import offer_words, plain
from grensgeo.statistics.frameworks import NACE_SECTIONS

WORDS = offer_words()


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("mbo-2", (2, 2)), ("N3", (3, 3)), ("1", (1, 1)), ("BBL niveau 2", (2, 2)),
        ("3 t/m 4", (3, 4)), ("niveau 2/3", (2, 3)), ("3 (vakopleiding)", (3, 3)),
        ("Berufsausbildung", (3, 4)), ("DQR 6", (6, 6)), ("hbo en wo", (5, 7)), ("Lehre", (3, 4)),
        ("alle niveaus", None), ("3 jaar", None), ("10", None), ("", None),
    ],
)  # fmt: skip
def test_levels_of_both_countries_are_understood(text, levels):
    assert WORDS.level_of(text) == levels


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("Installatietechniek", {"C", "D", "F"}), ("Logistik", {"H"}), ("Horeca", {"I"}),
        ("Gesundheit und Soziales", {"Q"}), ("Bau / Elektro", {"C", "D", "F"}),
        ("Sector groen", {"A"}), ("86.10", {"Q"}), ("WZ08-25", {"C"}), ("Kaufmännisch", {"K", "M", "N", "O"}),
        ("Quatsch", set()), ("04", set()),
    ],
)  # fmt: skip
def test_sectors_of_both_countries_are_understood(text, sections):
    assert set(WORDS.sections_of(text)) == sections


def test_what_is_not_known_is_told_with_what_is_like_it():
    assert WORDS.like_sector("Logistiek en transp.") in {"", "logistiek"}
    assert WORDS.like_sector("Pfelge") == "pflege"
    assert WORDS.like_level("Ausbildugn") == "ausbildung"


def test_words_of_ones_own_stand_over_those_that_come_along():
    own = WORDS.with_sectors({"Techniek": ["J"], "Zelf": "A"}).with_levels(
        {"Basis": 2, "Top": "hbo"}
    )
    assert own.sections_of("techniek") == ("J",)
    assert own.sections_of("zelf") == ("A",)
    assert (own.level_of("basis"), own.level_of("Top")) == ((2, 2), (5, 7))
    assert WORDS.sections_of("techniek") == ("C", "D", "E", "F")
    with pytest.raises(InputError, match="A to U"):
        WORDS.with_sectors({"x": ["Z"], "y": 3})
    with pytest.raises(InputError, match="level 'x'"):
        WORDS.with_levels({"x": 9})


@pytest.mark.parametrize(
    ("text", "kind"),
    [("BOL-stage", "internship"), ("Praktikumsplatz", "internship"), ("BBL", "apprenticeship"),
     ("Ausbildungsplatz 2026", "apprenticeship"), ("Afstudeeropdracht data", "graduation"),
     ("Bijbaan", "job"), ("Lasser", None)],
)  # fmt: skip
def test_kinds_are_told_by_words_in_them(text, kind):
    assert WORDS.kind_of(text) == kind


def test_the_words_that_come_along_are_sound():
    assert set(WORDS.columns) == set(FIELDS)
    for words in (*WORDS.columns.values(), WORDS.personal, tuple(WORDS.sectors)):
        assert [word for word in words if plain(word) != word] == []
    assert {one for sections in WORDS.sectors.values() for one in sections} <= set(NACE_SECTIONS)
