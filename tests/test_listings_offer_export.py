"""Exports of schools and agencies, whatever their columns are called."""

import pandas as pd
import pytest

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.listings.offer_columns import read_offer_reading
from grensgeo.listings.offer_export import read_export, read_offers
from grensgeo.schema import EXPORTED_OFFERS

GERMAN = (
    "Referenz;Stellenbezeichnung;Firma;Straße;PLZ;Ort;Niveau;Branche;Ansprechpartner;Handy;Breite;Länge;Ab\r\n"
    "K1;Pflegehelfer;Klinik;Möllenweg 2;48599;Gronau;Ausbildung;Pflege;Frau X;0171 1234567;52,21;7,03;1.9.2026\r\n"
    "K2;Koch (Kontakt: Herr Y);Hotel;Markt 1;48683;Ahaus;;Gastronomie;;;;;\r\n"
)


def written(tmp_path, text, *, name="export.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_german_export_is_read_without_a_map_of_columns(tmp_path, encoding, mark):
    path = written(tmp_path, GERMAN.replace(";", mark), encoding=encoding)
    table, notes = read_export(path, read_offer_reading())
    assert EXPORTED_OFFERS.check(table).shape == table.shape
    first, second = table.to_dict("records")
    assert (first["title"], first["company"], first["address"]) == (
        "Pflegehelfer",
        "Klinik",
        "Möllenweg 2",
    )
    assert (first["eqf_min"], first["eqf_max"], first["nace"]) == (3, 4, "Q")
    assert (first["lon"], first["lat"], first["valid_from"]) == (7.03, 52.21, "2026-09-01")
    assert second["title"] == "Koch"
    assert {note.code for note in notes} == {"offers.personal-columns", "offers.personal-texts"}
    text = table.to_csv()
    assert not [one for one in ("Frau X", "0171", "Herr", "Kontakt") if one in text]


def test_windows_and_a_workbook_give_the_same(tmp_path):
    plain = read_export(written(tmp_path, GERMAN), read_offer_reading())[0]
    with pytest.warns(GrensgeoWarning, match="Windows-1252"):
        other = read_export(written(tmp_path, GERMAN, encoding="cp1252"), read_offer_reading())[0]
    book = tmp_path / "export.xlsx"
    frame = pd.read_csv(written(tmp_path, GERMAN), sep=";", dtype={"PLZ": str})
    frame.to_excel(book, index=False)
    pd.testing.assert_frame_equal(plain, other)
    pd.testing.assert_frame_equal(plain, read_export(book, read_offer_reading())[0])


def test_a_map_of_columns_says_what_no_name_tells(tmp_path):
    text = "A,B,C,D,E\nLasser,Staal,Dorpsstraat,7,Losser\n"
    path = written(tmp_path, text)
    with pytest.raises(InputError, match="--columns title=Stage"):
        read_offers(path)
    columns = {"title": "A", "company": "b", "address": "C+D", "town": "E"}
    offer = read_offers(path, columns=columns).loc[0]
    assert offer[["title", "company", "address", "town"]].tolist() == [
        "Lasser",
        "Staal",
        "Dorpsstraat 7",
        "Losser",
    ]
    with pytest.raises(InputError, match="no column 'X', from which town"):
        read_offers(path, columns={"town": "X", "title": "A"})
    with pytest.raises(InputError, match=r"'titel' is not known.*nearest is title"):
        read_offers(path, columns={"titel": "A"})


def test_a_column_of_persons_is_refused_even_where_it_is_asked_for(tmp_path):
    path = written(tmp_path, "Stage,Contactpersoon,Plaats\nx,Jan,Losser\n")
    with pytest.raises(InputError) as told:
        read_offers(path, columns={"company": "Contactpersoon"})
    assert told.value.codes == ("column-personal",)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Lasser, t.a.v. mevr. De Vries", "Lasser"), ("Kok a.b@c.nl", "Kok"),
        ("Bakker (tel. 053-4871234)", "Bakker"), ("Contactlenzen verkopen", "Contactlenzen verkopen"),
        ("Halte 12345", "Halte 12345"), ("Bau +49 2562 123456", "Bau"),
    ],
)  # fmt: skip
def test_persons_are_taken_out_of_texts(tmp_path, said, kept):
    path = written(tmp_path, f"Stage;Bedrijf;Plaats\n{said};x;Losser\n")
    assert read_export(path, read_offer_reading())[0].loc[0, "title"] == kept


def test_what_is_not_known_is_kept_and_counted(tmp_path):
    path = written(
        tmp_path,
        "nr;stage;bedrijf;plaats;niveau;sector;aantal;land;aantal studenten per jaar;zomaar\n"
        "1;a;b;Losser;alle;Zrog;veel;Utopia;3;x\n1;c;d;Losser;4;Zorg;2;Duitsland;;\n;;;;;;;;;\n",
    )
    table, notes = read_export(path, read_offer_reading())
    told = {note.code: str(note) for note in notes}
    assert set(told) == {
        "offers.columns-unread", "offers.level-unknown", "offers.sector-unknown", "offers.count-unknown",
        "offers.country-unknown",
    }  # fmt: skip
    assert "'Zrog' (zorg?)" in told["offers.sector-unknown"]
    assert table["id"].tolist() == ["1/2", "1/3"]  # twice the same: the row tells them apart
    assert table["eqf_min"].isna().tolist() == [True, False]
    assert table["country"].isna().tolist() == [True, False]
    assert table["count"].isna().tolist() == [True, False]


def test_languages_days_and_places_that_are_none_and_rows_of_no_offer_are_told(tmp_path):
    path = written(
        tmp_path,
        "stage;bedrijf;plaats;taal;begindatum;einddatum;lon;lat\n"
        "a;b;Losser;Fries;zomer;31-02-2026;258000;52,3\nc;d;Losser;Duits;1-9-2026;;0;oost\n"
        ";;Losser;;;;;\n;;Gronau;;;;;\n",
    )
    table, notes = read_export(path, read_offer_reading())
    assert {note.code: dict(note.values) for note in notes} == {
        "offers.rows-empty": {"n": 2},
        "offers.language-unknown": {"n": 1, "words": "'Fries'"},
        "offers.date-unknown": {"n": 2, "words": "'zomer', '31-02-2026'"},
        "offers.coordinate-unknown": {"n": 3, "words": "'258000', '0', 'oost'"},
    }
    assert table["title"].tolist() == ["a", "c"]
    unknown = table[["language", "valid_from", "valid_to", "lon", "lat"]].isna()
    assert unknown.to_numpy().tolist() == [[True] * 4 + [False], [False, False, True, True, True]]


def test_a_file_says_how_an_export_is_read(tmp_path):
    how = written(
        tmp_path,
        '[columns]\ntitle = "Wat"\ncompany = ["Wie", "Deel"]\ntown = "Waar"\nlevel = "L"\nsector = "S"\n'
        '[sectors]\n"Onze hoek" = ["A", "C"]\n[levels]\nBasis = 2\n',
        name="how.toml",
    )
    path = written(tmp_path, "Wat;Wie;Deel;Waar;L;S\nx;Firma;Zuid;Losser;basis;Onze hoek\n")
    offer = read_offers(path, reading=read_offer_reading(how)).loc[0]
    assert offer[["company", "eqf_max", "nace"]].tolist() == ["Firma Zuid", 2, "A C"]
    wrong = written(tmp_path, '[column]\ntitle = "x"\n[sectors]\na = ["Z"]\n', name="wrong.toml")
    with pytest.raises(InputError, match="nearest is columns"):
        read_offer_reading(wrong)


def test_no_offers_and_no_file_are_told(tmp_path):
    with pytest.raises(FileError):
        read_offers(tmp_path / "none.csv")
    with pytest.raises(InputError, match="no offers"):
        read_offers(written(tmp_path, "Stage;Bedrijf;Plaats\n;;\n;;Losser\n"))
