"""Flat files of GENESIS in both layouts, small and in the publisher's own format."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from grensgeo import schema
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.statistics.de.genesis import read_genesis

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "boundaries" / "raw"

LABEL = "Sozialversicherungspflichtig Beschäftigte am Arbeitsort"
#: 13111-01-03-5: insured employees by place of work. Cities that are a Kreis have no Gemeinde.
ROWS = [
    ("DINSG", "DG", "Deutschland", "34709056"),
    ("DLAND", "05", "Nordrhein-Westfalen", "7310118"),
    ("REGBEZ", "055", "Münster", "1052000"),
    ("KREISE", "05515", "Münster, kreisfreie Stadt", "187609"),
    ("KREISE", "05554", "Borken, Kreis", "157000"),
    ("GEMEIN", "05554004", "Ahaus, Stadt", "21000"),
    ("GEMEIN", "05554020", "Gronau (Westf.), Stadt", "17000"),
    ("GEMEIN", "05554032", "Isselburg, Stadt", "."),
    ("GEMEIN", "05554036", "Legden", "-"),
    ("GEMEIN", "05554048", "Schöppingen", "x"),
]


def modern(folder, rows=ROWS, *, date="2023-06-30", parts=("",), unit="Anzahl", label=LABEL):
    """Write the layout of 2024: English names, a row for each measure, UTF-8 with a mark."""
    head = (
        "statistics_code;statistics_label;time_code;time_label;time;"
        "1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;"
        "2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;"
        "value;value_unit;value_variable_code;value_variable_label"
    )
    lines = [head]
    for variable, code, name, value in rows:
        lines += [
            f"13111;Beschäftigungsstatistik;STAG;Stichtag;{date};{variable};Gebiet;{code};{name};"
            f"GES;Geschlecht;{part};{part or 'Insgesamt'};{value};{unit};ERW032;{label}"
            for part in parts
        ]
    file = Path(folder) / "13111-01-03-5_de_flat.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return file


def older(folder, rows=ROWS):
    """Write the older layout: German names, a column for each measure, a footer, Windows-1252."""
    head = (
        "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;"
        "1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;"
        "2_Auspraegung_Code;2_Auspraegung_Label;"
        "ERW032__Sozialvers.pflichtig_Beschaeftigte_am_Arbeitsort__Anzahl"
    )
    lines = [head]
    lines += [
        f"13111;Beschäftigungsstatistik;STAG;Stichtag;30.06.2023;{variable};Gebiet;{code};{name};"
        f"GES;Geschlecht;;Insgesamt;{value}"
        for variable, code, name, value in rows
    ]
    lines += ["__________", "(C)opyright Statistische Ämter, 2024 | Stand: 01.02.2024 / 10:00:00"]
    file = Path(folder) / "13111-01-03-5.csv"
    file.write_text("\r\n".join(lines), encoding="cp1252")
    return file


@pytest.mark.parametrize("write", [modern, older])
def test_the_gemeinden_and_the_city_that_is_a_kreis(tmp_path, write):
    jobs = read_genesis(write(tmp_path), level="gemeinde")
    schema.FACTS.check(jobs)
    found = jobs.set_index("region_code")
    assert found.index.tolist() == [
        "05515000", "05554004", "05554020", "05554032", "05554036", "05554048",
    ]  # fmt: skip
    np.testing.assert_array_equal(found["count"], [187609, 21000, 17000, np.nan, 0, np.nan])
    # what is hidden in Isselburg is at most what the Kreis leaves
    np.testing.assert_array_equal(found["lower"], [187609, 21000, 17000, 0, 0, np.nan])
    np.testing.assert_array_equal(found["upper"], [187609, 21000, 17000, 119000, 0, np.nan])
    assert found["marker"].dropna().to_dict() == {
        "05554032": ".", "05554036": "-", "05554048": "x",
    }  # fmt: skip
    assert set(found["opportunity"]) == {"jobs"}
    assert set(found["job_concept"]) == {"svb_workplace"}
    assert set(found["reference_date"]) == {"2023-06-30"}
    assert set(found["source_id"]) == {"genesis-13111"}


def test_berlin_and_hamburg_are_cities_whatever_their_label(tmp_path):
    file = modern(tmp_path, [*ROWS, ("KREISE", "11000", "Berlin", "1675000")])
    assert read_genesis(file, level="gemeinde")["region_code"].iloc[-1] == "11000000"


def test_muenster_is_had_at_the_level_of_kreise(tmp_path):
    kreise = read_genesis(modern(tmp_path), level="kreis")
    assert dict(zip(kreise["region_code"], kreise["count"], strict=True)) == {
        "05515": 187609, "05554": 157000,
    }  # fmt: skip
    land = read_genesis(modern(tmp_path), level="land")
    assert land["region_code"].tolist() == ["05"]


@pytest.mark.parametrize(
    ("mark", "lower", "upper"),
    [("-", 0, 0), (".", 0, None), ("x", None, None), ("/", 0, None), ("...", 0, None),
     ("\N{HORIZONTAL ELLIPSIS}", 0, None), ("", 0, None)],
)  # fmt: skip
def test_every_mark_has_its_own_meaning(tmp_path, mark, lower, upper):
    file = modern(tmp_path, [("KREISE", "05515", "Münster", mark)])
    (row,) = read_genesis(file).to_dict("records")
    assert row["marker"] == (mark or "blank")
    assert (None if np.isnan(row["lower"]) else row["lower"]) == lower
    assert (None if np.isnan(row["upper"]) else row["upper"]) == upper
    assert (row["count"] == 0) == (mark == "-")


def test_the_long_codes_of_the_census_become_ags(tmp_path):
    rows = [("GEOGM4", "055580044044", "Senden", "20440")]
    file = modern(tmp_path, rows, label="Personen", date="2022-05-15")
    (row,) = read_genesis(file, opportunity="people").to_dict("records")
    assert (row["region_code"], row["count"], row["opportunity"]) == ("05558044", 20440, "people")
    assert pd.isna(row["job_concept"])


# --- right shape, wrong content


def test_totals_among_their_parts_are_named_with_their_lines(tmp_path):
    with pytest.raises(InputError, match=r"totals stand among their parts: country \(line 2\), "
                                         r"land \(line 3\), .*choose one with level="):  # fmt: skip
        read_genesis(modern(tmp_path))


def changed(number, *, code=None, name=None, value=None, rows=ROWS):
    variable, old_code, old_name, old_value = rows[number]
    row = (variable, code or old_code, name or old_name, value or old_value)
    return [*rows[:number], row, *rows[number + 1 :]]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (changed(5, code="5554004"), r"without their leading zero \('5554004', line 7\).*AGS of"),
        (changed(3, code="5515"), r"without their leading zero \('5515', line 5\).*Kreis code"),
        (changed(1, code="5"), r"without their leading zero \('5', line 3\).*Land code"),
        (changed(5, code="5,554E+06"), r"saved as numbers \('5,554E\+06', line 7\)"),
        (changed(5, code="Ahaus"), r"codes of no region .*'Ahaus', line 7"),
        (changed(5, code="05554020"), r"rows come twice \(05554020; lines 7, 8\)"),
        (changed(5, value="21.000"), r"counts in decimals \('21\.000', line 7\)"),
        (changed(5, value="21,000"), r"counts in decimals \('21,000', line 7\)"),
        (changed(5, value="-21000"), r"negative figures \('-21000'\) in line 7"),
        (changed(5, value="*"), r"nor marks of the publisher .*'\*' in line 7"),
        (changed(5, value="150000"), r"add up to more than their Kreis \(05554; lines 7, 8"),
        (changed(3, name="Münster"), r"does not tell whether they are a city \(Münster, line 5\)"),
    ],
)
@pytest.mark.parametrize("write", [modern, older])
def test_wrong_content_is_refused_by_line(tmp_path, write, rows, fault):
    with pytest.raises(InputError, match=fault):
        read_genesis(write(tmp_path, rows), level="gemeinde")


def test_a_decimal_comma_in_a_count_is_not_taken(tmp_path):
    with pytest.raises(InputError, match=r"counts in decimals \('21,5', line 7\)"):
        read_genesis(modern(tmp_path, changed(5, value="21,5")), level="gemeinde")
    english = modern(tmp_path, changed(5, value="21.500"), unit="number")
    with pytest.raises(InputError, match=r"counts in decimals \('21\.500'"):
        read_genesis(english, level="gemeinde")


def test_thousands_are_counted_by_one_with_their_rounding(tmp_path):
    label = "Erwerbstätige am Arbeitsort"
    file = modern(tmp_path, changed(3, value="251,3", rows=ROWS[:4]), unit="1000", label=label)
    (row,) = read_genesis(file, level="kreis").to_dict("records")
    assert (row["count"], row["lower"], row["upper"]) == (251300, 251250, 251350)
    assert row["job_concept"] == "de_all_employed_workplace"
    coarse = modern(tmp_path, changed(0, value="251", rows=ROWS[3:4]), unit="1000", label=label)
    (row,) = read_genesis(coarse).to_dict("records")
    assert (row["count"], row["lower"], row["upper"]) == (251000, 250500, 251500)
    wrong = modern(tmp_path, changed(0, value="1.251", rows=ROWS[3:4]), unit="1000", label=label)
    with pytest.raises(InputError, match=r"more than one decimal \('1\.251', line 2\)"):
        read_genesis(wrong)


def test_what_is_no_count_is_not_taken(tmp_path):
    file = modern(tmp_path, ROWS[3:4], unit="qkm")
    with pytest.raises(InputError, match="the measure is in 'qkm', which is no count"):
        read_genesis(file)


def test_marginal_jobs_are_not_taken_for_insured_ones(tmp_path):
    file = modern(tmp_path, ROWS[3:4], label="Geringfügig Beschäftigte am Arbeitsort")
    with pytest.raises(InputError, match="what does 'Geringfügig Beschäftigte am Arbeitsort' cou"):
        read_genesis(file)


def test_two_dates_need_a_choice(tmp_path):
    first = modern(tmp_path).read_text(encoding="utf-8-sig")
    second = modern(tmp_path, date="2022-06-30").read_text(encoding="utf-8-sig")
    file = tmp_path / "both.csv"
    file.write_text(first + second.partition("\n")[2], encoding="utf-8-sig")
    with pytest.raises(InputError, match=r"more than one reference date: '2022-06-30' \(lines 12, "
                                         r".*'2023-06-30' \(lines 2, .*date="):  # fmt: skip
        read_genesis(file, level="kreis")
    assert set(read_genesis(file, level="kreis", date="2022-06-30")["reference_date"]) == {
        "2022-06-30"
    }
    with pytest.raises(InputError, match="no reference date '2020'"):
        read_genesis(file, level="kreis", date="2020")


def test_parts_are_not_taken_for_the_total(tmp_path):
    file = modern(tmp_path, ROWS[3:4], parts=("GESM", "GESW"))
    with pytest.raises(InputError, match=r"variable GES: no rows of the total, only of 'GESM', "
                                         r"'GESW' \(lines 2, 3\); choose with breakdown="):  # fmt: skip
        read_genesis(file)
    assert len(read_genesis(file, breakdown={"GES": "GESW"})) == 1
    with pytest.raises(InputError, match="no rows of 'GESX'"):
        read_genesis(file, breakdown={"GES": "GESX"})
    with pytest.raises(InputError, match="no variable 'NAT'"):
        read_genesis(file, breakdown={"GES": "GESW", "NAT": "NATD"})


def test_the_total_is_taken_where_it_stands_beside_its_parts(tmp_path):
    file = modern(tmp_path, ROWS[3:4], parts=("GESM", "", "GESW"))
    assert read_genesis(file)["count"].tolist() == [187609]


def test_two_measures_need_a_choice(tmp_path):
    file = older(tmp_path, [(*row[:3], f"{row[3]};7") for row in ROWS[3:5]])
    text = file.read_text(encoding="cp1252")
    file.write_text(text.replace("__Anzahl", "__Anzahl;AUS001__Auszubildende__Anzahl"))
    with pytest.raises(InputError, match=r"more than one measure: 'AUS001' .*measure="):
        read_genesis(file)
    assert read_genesis(file, measure="ERW032")["count"].tolist() == [187609, 157000]


def test_those_who_live_there_are_no_jobs(tmp_path):
    label = "Sozialversicherungspflichtig Beschäftigte am Wohnort"
    file = modern(tmp_path, ROWS[3:4], label=label)
    with pytest.raises(InputError, match="counts them where they live, not where they work"):
        read_genesis(file)
    (row,) = read_genesis(file, opportunity="insured residents").to_dict("records")
    assert row["opportunity"] == "insured residents"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("2023-06-30", "Juni 2023", r"'Juni 2023' is no date \(line 2\)"),
        ("KREISE", "GES", "none of its variables are regions"),
        ("value_unit", "unit", r"not a flat file .*no column 'value_unit'"),
        ("1_variable_attribute_code", "code", "no column '1_variable_attribute_code'"),
        ("2_variable_attribute_code", "code", "no column '2_variable_attribute_code'"),
    ],
)
def test_a_file_of_another_kind_is_told(tmp_path, old, new, fault):
    file = modern(tmp_path, ROWS[3:4])
    file.write_text(file.read_text(encoding="utf-8-sig").replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        read_genesis(file)


def test_the_older_layout_needs_a_measure(tmp_path):
    file = older(tmp_path, ROWS[3:4])
    text = file.read_text(encoding="cp1252")
    file.write_text(text.replace("ERW032__", "").replace("__Anzahl", ""), encoding="cp1252")
    with pytest.raises(InputError, match="no column of a measure, named CODE__Label__Unit"):
        read_genesis(file)


def test_a_level_that_is_not_there_is_told(tmp_path):
    file = modern(tmp_path, ROWS[4:5])
    with pytest.raises(InputError, match="no region of level 'gemeinde'; the file holds kreis"):
        read_genesis(file, level="gemeinde")
    with pytest.raises(InputError, match="level 'town' is none of country, land"):
        read_genesis(file, level="town")


@pytest.mark.shared_data
def test_the_census_of_2022_in_its_own_format():
    file = SHARED / "zensus2022_1000A-0000_de_flat_head.csv"
    if not file.exists():
        pytest.skip("shared/data is not here")
    people = read_genesis(file, opportunity="people")
    assert len(people) == 66
    assert people["count"].sum() == 1_624_042
    assert set(people["reference_date"]) == {"2022-05-15"}
    assert dict(zip(people["region_code"], people["count"], strict=True))["05515000"] > 300_000


# --- dashes that the level above contradicts


def kreise(*values, land="1000", more=()):
    codes = [f"0551{n}" for n in range(1, 9)]
    rows = [("DLAND", "05", "Nordrhein-Westfalen", land)]
    rows += [
        ("KREISE", c, f"{c}, kreisfreie Stadt", v) for c, v in zip(codes, values, strict=False)
    ]
    return [*rows, *more]


@pytest.mark.parametrize(
    ("values", "counts", "upper"),
    [
        # none has a figure yet
        (("-", "-", "-"), (None, None, None), (1000, 1000, 1000)),
        # 600 are in none of the others
        (("400", "-", "-"), (400, None, None), (400, 600, 600)),
        # zeros instead of dashes
        (("0", "0"), (None, None), (1000, 1000)),
        # all are placed, or all but one in a hundred: nobody works there
        (("700", "300", "-"), (700, 300, 0), (700, 300, 0)),
        (("700", "295", "-"), (700, 295, 0), (700, 295, 0)),
        # whatever is hidden may be all the rest
        (("700", ".", "-"), (700, None, 0), (700, None, 0)),
    ],
)
def test_a_dash_that_the_level_above_contradicts_is_no_figure_yet(
    tmp_path, recwarn, values, counts, upper
):
    table = read_genesis(modern(tmp_path, kreise(*values)), level="kreis")
    assert [None if np.isnan(v) else v for v in table["count"]] == list(counts)
    known = [u for u in upper if u is not None]
    assert table["upper"].dropna().tolist() == known
    told = [str(w.message) for w in recwarn]
    taken = [v in "-0" and c is None for v, c in zip(values, counts, strict=True)]
    assert len(told) == any(taken)
    assert all(f"without a figure yet: {sum(taken)}" in text for text in told)


def test_a_kreis_without_figure_yet_says_nothing_against_its_gemeinden(tmp_path):
    more = [("KREISE", "05554", "Borken, Kreis", "-"), ("GEMEIN", "05554020", "Gronau", "17000")]
    file = modern(tmp_path, kreise("-", land="90000", more=more))
    with pytest.warns(GrensgeoWarning, match="such as 05511000"):
        table = read_genesis(file, level="gemeinde").set_index("region_code")
    assert table.loc["05554020", "count"] == 17000
    assert np.isnan(table.loc["05511000", "count"])


def test_a_file_of_dashes_alone_has_no_figures(tmp_path):
    rows = [("KREISE", "05515", "Münster", "-"), ("KREISE", "05554", "Borken", "-")]
    with pytest.warns(GrensgeoWarning, match="no zero here"):
        table = read_genesis(modern(tmp_path, rows), level="kreis")
    assert table["count"].isna().all()
    assert table["upper"].isna().all()


def test_the_answer_of_march_2026_has_no_jobs_in_any_kreis():
    file = SHARED.parents[1] / "sources" / "examples"
    file = file / "genesis_regio_13111-01-03-4_ffcsv_excerpt.csv"
    if not file.exists():
        pytest.skip(f"{file} is not here")
    with pytest.warns(GrensgeoWarning, match="no zero here"):
        table = read_genesis(file, level="kreis")
    assert table["count"].isna().all()
    assert (table["upper"] > 1_000_000).all()
    assert (read_genesis(file, level="land")["count"] > 3_000_000).all()
