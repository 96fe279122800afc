"""The catalogue of sources: the shipped one holds together, and one's own comes over it."""

import pytest

from grensgeo import countries, statistics
from grensgeo.errors import InputError
from grensgeo.fetch.entries import entry_for, entry_named, read_entries
from grensgeo.fetch.needs import RegionNeeds
from grensgeo.spec import read_region_file

ENTRIES = read_entries()
REGION = """
[region]
id = "a"
countries = ["NL", "DE"]
year = 2022
[[areas]]
id = "a"
codes = ["GM0153", "CR12", "DEA34"]
"""


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_an_entry_holds_together(entry):
    assert entry.url.startswith("https://")
    assert set(entry.countries) <= countries.ISO_3166
    assert entry.size_mb <= entry.most_mb
    assert not entry.reader or hasattr(statistics, entry.reader)
    assert not entry.beside or entry.beside in ENTRIES
    assert set(entry.drop.values()) <= countries.ISO_3166
    assert ("{issue}" in entry.url) == bool(entry.issues)
    assert not entry.login or entry.protocol == "genesis"


@pytest.mark.parametrize("country", ["NL", "DE", "BE", "LU", "FR", "AT", "CH", "DK", "PL", "CZ"])
@pytest.mark.parametrize("role", ["boundaries", "population", "opportunities", "timetables"])
def test_every_country_has_a_source_of_everything(role, country):
    entry = entry_for(ENTRIES, role, country, counts="jobs" if role == "opportunities" else "")
    assert entry.confidence in {"A", "B"}
    assert not entry.countries or country in entry.countries


def test_the_year_asked_for_or_the_last_before_it():
    squares = ENTRIES["cbs-vierkant-100m"]
    assert [squares.year_for(year) for year in (2024, 2022, 2030, 2010)] == [
        2024, 2021, 2024, 2021,
    ]  # fmt: skip
    with pytest.raises(InputError, match="there is no 2022; there are 2021, 2023, 2024"):
        squares.year_for(2022, exact=True)
    assert ENTRIES["pdok-gebiedsindelingen-ogc"].year_for(2031) == 2031
    assert ENTRIES["gtfs-openov-nl"].year_for(2024) is None


def test_an_own_catalogue_comes_first(tmp_path):
    own = tmp_path / "own.toml"
    lines = [
        'id = "lisa"', 'title = "t"', 'serves = "opportunities"', 'protocol = "download"',
        'url = "https://example.org"', 'file = "f"', 'format = "csv"', 'licence = "l"',
        'attribution = "a"', 'confidence = "A"', "size_mb = 1", "most_mb = 2",
        'counts = "jobs"', 'countries = ["NL"]',
    ]  # fmt: skip
    own.write_text("[[source]]\n" + "\n".join(lines), encoding="utf-8")
    entries = read_entries(own)
    assert entry_for(entries, "opportunities", "NL", counts="jobs").id == "lisa"
    assert len(entries) == len(ENTRIES)
    own.write_text("[[source]]\n" + "\n".join(lines[1:]), encoding="utf-8")
    with pytest.raises(InputError, match=r"\[\[source\]\]: id is missing"):
        read_entries(own)


@pytest.mark.parametrize(
    ("name", "role", "code"),
    [
        ("grensdata", "opportunities", "source-not-established"),
        ("zensus2022", "population", "source-unknown"),
        ("gisco-lau", "population", "source-unfit"),
    ],
)
def test_what_cannot_be_had_is_told(name, role, code):
    with pytest.raises(InputError) as caught:
        entry_named(ENTRIES, name, (role,))
    assert caught.value.code == code
    if code == "source-unknown":
        assert "nearest is zensus2022-gitter" in str(caught.value)


def needs(tmp_path, more=""):
    path = tmp_path / "region.toml"
    path.write_text(REGION + more, encoding="utf-8")
    return RegionNeeds(read_region_file(path), ENTRIES)


def test_units_that_areas_name_are_wanted_too(tmp_path):
    files = {item.file for item in needs(tmp_path).boundaries()}
    assert {"boundaries/nl-corop-2022.geojson", "boundaries/nuts3-2021.geojson"} <= files


def test_a_file_of_ones_own_is_not_fetched(tmp_path):
    more = '[[population]]\ncountry = "NL"\nfile = "people.csv"\n'
    wanted = [item.file for item in needs(tmp_path, more).figures()]
    assert [name for name in wanted if name.startswith("population")] == [
        "population/de-zensus2022.zip"
    ]


def test_without_a_service_day_no_timetable_is_wanted(tmp_path):
    assert needs(tmp_path).timetables() == []
    named = needs(tmp_path, '[[timetables]]\ncountry = "NL"\n').timetables()
    assert [item.file for item in named] == ["timetables/nl-openov.zip"]
    assert named[0].drop == ()  # no feed of Germany is there that has these trains


def test_every_fault_of_sources_is_told_at_once(tmp_path):
    more = '[[opportunities]]\nid = "commuters"\nsource = "grensdata"\n'
    more += '[[opportunities]]\nid = "jobs"\nsource = "lissa"\ncountry = "NL"\n'
    with pytest.raises(InputError) as caught:
        needs(tmp_path, more).figures()
    assert {"source-not-established", "source-unknown"} <= set(caught.value.codes)
