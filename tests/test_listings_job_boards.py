"""Offers of Jobsuche and Stagemarkt, on small answers of their interfaces in the true format."""

import copy
import json

import geopandas as gpd
import pytest
from shapely import box

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.listings import job_boards as vacancies
from grensgeo.listings.job_boards import read_jobsuche, read_stagemarkt

#: What must never come through, in any field of the samples below.
PERSONAL = ("Janssen", "Schmidt", "example.org", "0612345678", "+49", "Hauptstraße", "hartelijk")

#: One offer of /pc/v6/jobs, as the interface gives it (names and numbers are made up).
V6 = {
    "ergebnisliste": [
        {
            "stellenangebotsart": "PRAKTIKUM_TRAINEE",
            "stellenangebotsTitel": "Praktikum bei Familie Schmidt",
            "arbeitszeitVollzeit": True,
            "eintrittszeitraum": {"von": "2026-02-01", "bis": "2026-07-31"},
            "vertragsdauer": "BEFRISTET",
            "stellenlokationen": [
                {
                    "adresse": {
                        "strasse": "Hauptstraße",
                        "hausnummer": "8",
                        "plz": "48599",
                        "ort": "Gronau (Westfalen)",
                        "region": "NORDRHEIN_WESTFALEN",
                        "land": "DEUTSCHLAND",
                    },
                    "breite": 52.2129,
                    "laenge": 7.0286,
                }
            ],
            "veroeffentlichungszeitraum": {"von": "2025-12-14"},
            "hauptberuf": "Informatiker/in",
            "firma": "Schmidt Elektro",
            "externeURL": "https://example.org/apply?name=Schmidt",
            "referenznummer": "10000-1000000001-S",
            "kontakt": {"nachname": "Schmidt", "telefonnummer": "+49 251 0", "ort": "Münster"},
        }
    ],
    "maxErgebnisse": 1,
    "page": 1,
    "size": 100,
    "woOutput": {"koordinaten": [{"lat": 52.5, "lon": 13.4}]},
}
#: One offer of /pc/v4/jobs: it does not say of what kind it is.
V4 = {
    "stellenangebote": [
        {
            "beruf": "Elektroniker/in - Energie- und Gebäudetechnik",
            "titel": "Ausbildung bei Schmidt",
            "refnr": "10000-1000000002-S",
            "arbeitsort": {
                "plz": "48149",
                "ort": "Münster, Westfalen",
                "strasse": "Hauptstraße 1",
                "region": "Nordrhein-Westfalen",
                "land": "Deutschland",
                "koordinaten": {"lat": 51.9607, "lon": 7.6261},
            },
            "arbeitgeber": "Schmidt GmbH",
            "aktuelleVeroeffentlichungsdatum": "2025-11-02",
            "modifikationsTimestamp": "2025-11-02T10:00:00.000",
            "eintrittsdatum": "2026-08-01",
        }
    ],
    "maxErgebnisse": "1",
}
STAGE = {
    "totalCount": 2,
    "totalPages": 1,
    "pageNumber": 1,
    "filters": [{"id": "leerwegen", "options": [{"hits": 1, "id": "x", "label": "BOL"}]}],
    "items": [
        {
            "titel": "Software developer",
            "wervendeTitel": "Bel Jan Janssen!",
            "leerplaatsId": "fd22a7fd-e159-4026-9409-1388eade0a9c-25998",
            "afstand": None,
            "vergoedingen": [{"id": "a0c0cc96", "omschrijving": "Reiskostenvergoeding"}],
            "adres": {
                "huisnummer": "8",
                "plaats": "Enschede",
                "postcode": "7514 AE",
                "straat": "Hauptstraße",
                "coordinaten": {"lat": 52.2215, "lon": 6.8937},
            },
            "leerweg": "BOL",
            "startdatum": "2026-01-31T23:00:00.000Z",
            "kenmerken": [],
            "kwalificatie": {"niveaunaam": "Niveau 4", "crebocode": "25998"},
            "organisatie": {"id": "9394", "leerbedrijfId": "100077736", "naam": "Janssen B.V."},
            "gewijzigdDatum": "2025-11-01T08:00:00.000Z",
        },
        {
            "id": "8e1bf027-f865-4bea-b0a2-c5c00572f21a-25131",
            "titel": "Allround verkoper",
            "omschrijving": "Wij heten je hartelijk welkom",
            "contactpersoon": "Jan Janssen",
            "emailadres": "jan@example.org",
            "telefoon": "0612345678",
            "aantal": 3,
            "adres": {
                "plaats": "Gronau",
                "postcode": "48599",
                "land": {"code": "6029", "id": "x", "naam": "Duitsland"},
                "coordinaten": {"lat": 0, "lon": 0},
            },
            "leerweg": "BBL",
            "startdatum": "2026-09-01T00:00:00.000Z",
            "einddatum": "2027-07-01",
            "kwalificatie": {"niveaunaam": "Niveau 3", "crebocode": "25131"},
        },
    ],
}


def written(folder, data, *, name="export.json"):
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def other(data, **change):
    """Change the first offer of an answer."""
    changed = copy.deepcopy(data)
    key = next(k for k in ("ergebnisliste", "stellenangebote", "items") if k in changed)
    changed[key][0].update(change)
    return changed


@pytest.fixture
def towns():
    return gpd.GeoDataFrame(
        {
            "region_code": ["GM0153", "05554020", "05515000"],
            "name": ["Enschede", "Gronau (Westf.)", "Münster, Stadt"],
            "country": ["NL", "DE", "DE"],
        },
        geometry=[box(6.7, 52.1, 7.0, 52.3), box(7.0, 52.1, 7.2, 52.3), box(7.5, 51.8, 7.8, 52.1)],
        crs=4326,
    )


def test_an_answer_of_version_6(tmp_path):
    table = read_jobsuche(written(tmp_path, V6))
    row = table.iloc[0]
    assert row[["id", "opp_type", "country"]].tolist() == [
        "10000-1000000001-S",
        "internship",
        "DE",
    ]
    assert (row["lon"], row["lat"]) == (7.0286, 52.2129)
    assert row[["valid_from", "valid_to"]].tolist() == ["2026-02-01", "2026-07-31"]
    assert row["occupation"] == "Informatiker/in"
    assert row["count"] == row["lower"] == 1
    assert table["upper"].isna().all()  # how many places it holds is not told
    assert table["eqf_min"].isna().all()


def test_an_answer_of_version_4_needs_the_kind_that_was_asked_for(tmp_path):
    path = written(tmp_path, V4)
    with pytest.raises(InputError, match="record 1: does not say what it is; give angebotsart="):
        read_jobsuche(path)
    row = read_jobsuche(path, angebotsart=4, language="de").iloc[0]
    assert row[["opp_type", "eqf_min", "eqf_max", "language"]].tolist() == [
        "apprenticeship", 3, 6, "de",
    ]  # fmt: skip
    assert row["valid_from"] == "2026-08-01"
    assert read_jobsuche(path, angebotsart=1).loc[0, "opp_type"] == "job"
    with pytest.raises(InputError, match="angebotsart=2; choose 1, 4 or 34"):
        read_jobsuche(path, angebotsart=2)
    with pytest.raises(InputError, match="record 1: is PRAKTIKUM_TRAINEE, not of the angebotsart"):
        read_jobsuche(written(tmp_path, V6), angebotsart=1)


def test_stagemarkt_internships_and_apprenticeships(tmp_path, towns):
    table = read_stagemarkt(written(tmp_path, STAGE), municipalities=towns, language="nl")
    assert table["opp_type"].tolist() == ["internship", "apprenticeship"]
    assert table[["eqf_min", "eqf_max"]].to_numpy().tolist() == [[4, 4], [3, 3]]
    assert table["country"].tolist() == ["NL", "DE"]
    assert table["count"].tolist() == [1, 3]
    # a moment in UTC is a day by the clock of the place: 23:00 is the next day
    assert table["valid_from"].tolist() == ["2026-02-01", "2026-09-01"]
    assert table["valid_to"].tolist() == [None, "2027-07-01"]
    # (0, 0) is not a place: Gronau is found by its name
    assert table["region_code"].tolist() == [None, "05554020"]
    assert table["lon"].isna().tolist() == [False, True]


@pytest.mark.parametrize("data", [V6, V4, STAGE])
def test_personal_fields_are_dropped_while_parsing(tmp_path, data, towns):
    path = written(tmp_path, data)
    board = vacancies._STAGEMARKT if data is STAGE else vacancies._JOBSUCHE
    parsed = json.dumps(vacancies._from_json(path, board.fields), ensure_ascii=False)
    read = read_stagemarkt if data is STAGE else read_jobsuche
    more = {"angebotsart": 4} if data is V4 else {}
    table = read(path, municipalities=towns, **more).to_csv()
    for secret in PERSONAL:
        assert secret in json.dumps([V6, V4, STAGE], ensure_ascii=False)
        assert secret not in parsed
        assert secret not in table


def test_personal_columns_of_a_csv_are_never_taken(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(
        "leerplaatsId,leerweg,contactpersoon,omschrijving,kwalificatie.niveaunaam,adres.postcode,"
        "adres.coordinaten.lat,adres.coordinaten.lon,organisatie.naam,organisatie.id\n"
        '"x-1",BOL,Jan Janssen,"Regel een\nregel twee",Niveau 2,7514 AE,52.22,6.89,Janssen,9\n'
        "x-2,BOL,Jan Janssen,kort,Niveau 2,7514 AE,52.22,6.89,Janssen,9\n",
        encoding="utf-8-sig",
    )
    offers = vacancies._from_csv(path, vacancies._STAGEMARKT.fields)
    assert [number for number, _ in offers] == [3, 4]
    assert "Janssen" not in str(offers)
    assert "Regel" not in str(offers)
    table = read_stagemarkt(path)
    assert table["id"].tolist() == ["x-1", "x-2"]
    assert table["eqf_min"].tolist() == [2, 2]


def test_a_csv_of_jobsuche_with_numbered_places(tmp_path):
    path = tmp_path / "export.csv"
    head = "referenznummer;stellenangebotsart;eintrittszeitraum.von"
    for k in (0, 1):
        head += "".join(
            f";stellenlokationen.{k}.{name}" for name in ("adresse.land", "breite", "laenge")
        )
    row = "r1;ARBEIT;2026-01-01;DEUTSCHLAND;51.96;7.62;DEUTSCHLAND;52.21;7.03"
    path.write_text(f"{head}\n{row}\n")
    table = read_jobsuche(path)
    assert table["id"].tolist() == ["r1", "r1#2"]
    assert table["lat"].tolist() == [51.96, 52.21]


def test_pages_and_details_are_read_together_and_repeats_once(tmp_path):
    detail = {**V6["ergebnisliste"][0], "referenznummer": "r9", "anzahlOffeneStellen": 4}
    path = written(tmp_path, [V6, detail, V6])
    with pytest.warns(GrensgeoWarning, match="offers left out: 1 that came before, alike"):
        table = read_jobsuche(path)
    assert table["id"].tolist() == ["10000-1000000001-S", "r9"]
    assert table.loc[1, ["count", "upper"]].tolist() == [4, 4]
    changed = other(V6, hauptberuf="Kaufmann/-frau")
    with pytest.raises(InputError, match=r"ids come twice.*records 1, 2"):
        read_jobsuche(written(tmp_path, [V6, changed]))


def test_further_pages_that_are_not_in_the_file_are_told(tmp_path):
    path = written(tmp_path, {**V6, "maxErgebnisse": 286})
    with pytest.warns(GrensgeoWarning, match=r"285 on further pages.*maxErgebnisse 286"):
        read_jobsuche(path)


def test_offers_abroad_of_self_employment_or_without_a_place_are_left_out_and_told(
    tmp_path, towns
):
    austria = copy.deepcopy(V6["ergebnisliste"][0])
    austria["referenznummer"] = "at"
    austria["stellenlokationen"][0]["adresse"]["land"] = "OESTERREICH"
    free = {**V6["ergebnisliste"][0], "stellenangebotsart": "SELBSTAENDIGKEIT"}
    adrift = copy.deepcopy(V6["ergebnisliste"][0])
    adrift["referenznummer"] = "nowhere"
    adrift["stellenlokationen"] = [{"adresse": {"ort": "Ahaus", "land": "DEUTSCHLAND"}}]
    bare = {**V6["ergebnisliste"][0], "referenznummer": "bare", "stellenlokationen": []}
    data = {**V6, "ergebnisliste": [*V6["ergebnisliste"], austria, free, adrift, bare]}
    with pytest.warns(GrensgeoWarning) as caught:
        table = read_jobsuche(written(tmp_path, data), municipalities=towns)
    assert table["id"].tolist() == ["10000-1000000001-S"]
    said = str(caught[0].message)
    for part in (
        "1 of self-employment", "1 without a place", "1 in another country",
        "1 without coordinates whose place is no municipality given (Ahaus)",
    ):  # fmt: skip
        assert part in said
    with pytest.raises(InputError, match=r"no offers that can be used.*1 of self-employment"):
        read_jobsuche(written(tmp_path, {"ergebnisliste": [free]}))


def test_without_municipalities_a_name_places_nothing(tmp_path):
    with pytest.warns(GrensgeoWarning, match="1 without coordinates"):
        table = read_stagemarkt(written(tmp_path, STAGE))
    assert len(table) == 1


def test_places_of_one_name_are_not_guessed(tmp_path, towns):
    twice = towns.assign(name=["Enschede", "Gronau (Westf.)", "Gronau (Leine)"])
    with pytest.warns(GrensgeoWarning, match="1 without coordinates"):
        table = read_stagemarkt(written(tmp_path, STAGE), municipalities=twice)
    assert len(table) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            other(STAGE, leerweg="STAGE"),
            "record 1: leerweg 'STAGE'; a leerplaats is of BOL or BBL",
        ),
        (other(STAGE, leerweg=None), "record 1: leerweg ''"),
        (other(STAGE, kwalificatie={"niveaunaam": "hbo"}), "niveaunaam 'hbo' is no level of mbo"),
        (other(STAGE, startdatum="1 mei"), r"valid_from is no day \('1 mei', record 1\)"),
        (
            other(STAGE, startdatum="2026-05-01", einddatum="2026-02-01"),
            r"valid_to before valid_from \(2026-05-01 to 2026-02-01, record 1\)",
        ),
        (
            other(STAGE, adres={"postcode": "7514 AE", "coordinaten": {"lat": 6.9, "lon": 52.2}}),
            r"swapped in record 1 \(52.2000, 6.9000\)",
        ),
        (
            other(STAGE, adres={"postcode": "7514 AE", "coordinaten": {"lat": 52.2, "lon": 7.1}}),
            "points outside their country NL in record 1",
        ),
        (other(STAGE, leerplaatsId="", id=None), "no id in record 1"),
        (other(STAGE, aantal=-2), "counts below zero in record 1"),
        (other(STAGE, aantal="veel"), r"count is no number \('veel', record 1\)"),
    ],
)
def test_right_shape_wrong_content_is_refused(tmp_path, towns, data, said):
    with pytest.raises(InputError, match=said):
        read_stagemarkt(written(tmp_path, data), municipalities=towns)


def test_unknown_kinds_are_named(tmp_path):
    with pytest.raises(InputError, match="angebotsart 'KUENSTLER' is not known; known are 1, ARB"):
        read_jobsuche(written(tmp_path, other(V6, stellenangebotsart="KUENSTLER")))


def test_entree_is_the_first_level(tmp_path, towns):
    data = other(STAGE, kwalificatie={"niveaunaam": "Entree"})
    assert read_stagemarkt(written(tmp_path, data), municipalities=towns).loc[0, "eqf_min"] == 1


def test_files_that_are_no_export(tmp_path):
    with pytest.raises(InputError, match="not an export of this board"):
        read_jobsuche(written(tmp_path, {"features": []}))
    with pytest.raises(InputError, match="not an export of this board"):
        read_jobsuche(written(tmp_path, [1, 2]))
    path = tmp_path / "export.csv"
    path.write_text("naam_leerbedrijf,plaatsnaam\nx,y\n")
    with pytest.raises(InputError, match="not an export of this board"):
        read_jobsuche(path)
    path.write_text("referenznummer,stellenangebotsart\nx,ARBEIT,more\n")
    with pytest.raises(InputError, match=r"another length than the header \(line 2\)"):
        read_jobsuche(path)
    (tmp_path / "cut.json").write_text('{"items": [')
    with pytest.raises(FileError, match="not JSON"):
        read_stagemarkt(tmp_path / "cut.json")
    with pytest.raises(InputError, match=r"ends in \.json or \.csv"):
        read_stagemarkt(tmp_path / "export.xlsx")
    with pytest.raises(FileError, match="no such file"):
        read_stagemarkt(tmp_path / "none.json")
    with pytest.raises(InputError, match="no offers that can be used"):
        read_jobsuche(written(tmp_path, {"maxErgebnisse": 0, "page": 1}))
