"""Schools of DUO and of Nordrhein-Westfalen; the files are made up in the publishers' form."""

import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.statistics import read_duo_schools, read_nrw_schools

DAY = "2026-10-08"
LOCATIONS = """ONDERWIJSLOCATIECODE,POSTCODE,PLAATSNAAM,GPS_LATITUDE,GPS_LONGITUDE
100X001,7511AA,Enschede,52.22,6.89
100X002,7551BB,Hengelo,52.26,6.79
100X003,7571CC,Oldenzaal,,
100X004,9999ZZ,Elders,52.30,6.90
"""
RELATIONS = """ONDERWIJSLOCATIECODE,VESTIGINGSCODE,INGANGSDATUM,EINDDATUM
100X001,01AA00,2015-08-01,
100X001,02BB00,2015-08-01,2030-07-31
100X002,02BB00,2015-08-01,
100X002,01AA00,2015-08-01,2026-07-31
100X003,02BB00,2015-08-01,
100X009,02BB00,2015-08-01,
100X004,03CC00,2015-08-01,
100X004,02BB00,2027-08-01,
"""
BRANCHES = """VESTIGINGSCODE;VOLLEDIGE_NAAM;WET;EINDDATUM
01AA00;"School; De A";WPO;
02BB00;Collége B;WVO;
02BB00;College B;WEB;
03CC00;Gesloten;WPO;20200731
"""


def skipped(found):
    """Give how many were left out and an example, by code of the note."""
    values = {note.code: dict(note.values) for note in found.notes}
    return {code: (told["n"], told["example"]) for code, told in values.items()}


def duo(folder, locations=LOCATIONS, relations=RELATIONS, branches=BRANCHES):
    (folder / "relaties.csv").write_text(relations, encoding="utf-8")
    (folder / "vestigingserkenningen.csv").write_text(branches, encoding="cp1252")
    path = folder / "onderwijslocaties.csv"
    path.write_text(locations, encoding="utf-8")
    return path


def test_only_recognised_schools_of_the_day_count(tmp_path):
    found = read_duo_schools(duo(tmp_path), date=DAY)
    assert list(found.places.columns) == ["id", "kind", "region_code", "geometry"]
    assert found.places.set_index("id")["kind"].to_dict() == {
        "100X001-01AA00": "WPO", "100X001-02BB00": "WEB,WVO", "100X002-02BB00": "WEB,WVO",
        "100X003-02BB00": "WEB,WVO",
    }  # fmt: skip
    assert found.places.geometry.isna().tolist() == [False, False, False, True]
    assert found.places.geometry[0].coords[0] == (6.89, 52.22)
    told = skipped(found)
    assert told == {
        "places.location-unknown": (1, "02BB00"), "places.no-school-there": (1, "100X004"),
    }  # fmt: skip


def test_an_earlier_day_has_the_schools_of_that_day(tmp_path):
    found = read_duo_schools(duo(tmp_path), date="2020-01-01")
    assert "100X002-01AA00" in set(found.places["id"])
    assert "100X004-03CC00" in set(found.places["id"])


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("GPS_LATITUDE,GPS_LONGITUDE", "GPS_LONGITUDE,GPS_LATITUDE", "coordinates-swapped"),
        ("GPS_LATITUDE", "BREEDTEGRAAD", "column-missing"),
        ("100X002,7551BB", "100X001,7551BB", "id-twice"),
        ("52.22", "noord", "not-a-number"),
    ],
)
def test_faults_of_locations_are_told(tmp_path, was, becomes, code):
    path = duo(tmp_path, LOCATIONS.replace(was, becomes))
    with pytest.raises(InputError) as caught:
        read_duo_schools(path, date=DAY)
    assert caught.value.code == code


def test_other_tables_are_needed_and_held_to_their_form(tmp_path):
    path = duo(tmp_path, relations=RELATIONS.replace("2026-07-31", "zomer"))
    with pytest.raises(InputError, match=r"EINDDATUM is no day .*'zomer', line 5"):
        read_duo_schools(path, date=DAY)
    path = duo(tmp_path, branches=BRANCHES.replace("WET", "WETTEN"))
    with pytest.raises(InputError, match="WET"):
        read_duo_schools(path, date=DAY)
    (tmp_path / "relaties.csv").unlink()
    with pytest.raises(FileError, match=r"relaties\.csv"):
        read_duo_schools(path, date=DAY)


HEAD = (
    "sep=;\nSchulnummer;Schulform;Kurzbezeichnung;Telefon;E-Mail;Gemeindeschluessel;"
    "Schulbetriebsschluessel;EPSG;UTMRechtswert;UTMHochwert;\n"
)


def school(number, kind="02", state="1", epsg="EPSG:25832", x="300000", y="5630000", code=None):
    """Give a row as the ministry would; the Gemeinde is Aachen if left out."""
    values = [number, kind, 'Schule; am "Wall"', "0241", "a@b.de", code or "05334002", state,
              epsg, x, y]  # fmt: skip
    return ";".join('"' + value.replace('"', '""') + '"' for value in values) + "\n"


def nrw(folder, *rows, head=HEAD):
    path = folder / "schuldaten.csv"
    path.write_text(head + "".join(rows), encoding="utf-8")
    return path


def test_schools_in_operation_lie_where_utm_says(tmp_path):
    """A null in the column EPSG is UTM 32; empty and zero coordinates are none."""
    path = nrw(
        tmp_path,
        school("100003", epsg="null", x="301000"),
        school("100001"),
        school("100002", kind="20", x="", y="null"),
        school("100004", state="6"), school("100005", state="9"), school("100006", state="3"),
        school("100007", x="0", y="0"),
        school("100008", x="900000"),
        school("100009", epsg="EPSG:4326", x="6,1", y="50.8"),
        school("100001"),
    )  # fmt: skip
    found = read_nrw_schools(path)
    places = found.places.set_index("id")
    assert list(places.columns) == ["kind", "region_code", "geometry"]
    assert places.index.tolist() == [f"10000{n}" for n in (1, 2, 3, 7, 8, 9)]
    assert places.index[places.geometry.isna()].tolist() == ["100002", "100007", "100008"]
    metres = places.geometry.to_crs(25832)["100003"]
    assert (metres.x, metres.y) == (pytest.approx(301000), pytest.approx(5630000))
    assert places.geometry["100009"].x == pytest.approx(6.1)
    told = skipped(found)
    assert told == {"places.closed": (2, "100004"), "places.state-unknown": (1, "100006")}


def test_a_header_without_the_last_separator_is_read_too(tmp_path):
    plain = HEAD.replace("sep=;\n", "").replace("UTMHochwert;", "UTMHochwert")
    assert len(read_nrw_schools(nrw(tmp_path, school("1"), head=plain)).places) == 1
    row = school("1").replace("\n", ";\n")
    assert len(read_nrw_schools(nrw(tmp_path, row)).places) == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (school("1", x="5630000", y="300000"), "coordinates-swapped"),
        (school("1", x="2500000"), "crs-wrong"),
        (school("1", epsg="EPSG:3857"), "crs-wrong"),
        (school("1", x="hier"), "not-a-number"),
        (school("1", code="5334002"), "code-saved-as-number"),
        (school("1") + school("1", x="300500"), "id-twice"),
        (school("1", state="6"), "table-empty"),
    ],
)
def test_faults_of_nrw_are_told(tmp_path, row, code):
    with pytest.raises(InputError) as caught:
        read_nrw_schools(nrw(tmp_path, row))
    assert caught.value.code == code


def test_changed_names_of_nrw_are_told(tmp_path):
    path = nrw(tmp_path, school("1"), head=HEAD.replace("UTMRechtswert", "Ostwert"))
    with pytest.raises(InputError, match="UTMRechtswert"):
        read_nrw_schools(path)
