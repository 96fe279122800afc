"""Tables of CBS and LISA, on small files in the publishers' own formats."""

import json
from pathlib import Path

import numpy as np
import pytest

from grensgeo import schema
from grensgeo.errors import FileError, InputError
from grensgeo.statistics.nl.cbs import read_cbs_commuters, read_cbs_jobs, read_lisa

#: StatLine, CSV of OData 3: codes are padded with blanks, a dot is unknown or secret, blank cannot
#: occur. Figures for the whole country and Overijssel are those of CBS, December 2022.
ROWS = [
    ("NL00  ", "NL01  ", "2022MM12", "  8921.6", "  19.9"),
    ("NL00  ", "PV23  ", "2022MM12", "   605.5", "  17.9"),
    ("NL00  ", "CR12  ", "2022MM12", "   291.3", "  15.6"),
    ("NL00  ", "GM0153", "2022MM12", "    83.4", "  17.4"),
    ("NL00  ", "GM0168", "2022MM12", "     5.0", "  14.0"),
    ("NL00  ", "GM0173", "2022MM12", "       .", "     ."),
    ("NL00  ", "GM0366", "2022MM12", "        ", "      "),
    ("NL00  ", "GM0000", "2022MM12", "    12.0", "      "),
    ("GM0153", "GM0153", "2022MM12", "    45.2", "   4.1"),
    ("GM0153", "GM0168", "2022MM12", "     0.0", "   9.0"),
    ("GM0168", "GM0153", "2022MM12", "     4.1", "   9.0"),
    ("GM0000", "GM0153", "2022MM12", "     0.3", "      "),
]
HEAD = ("WoonregioS", "WerkregioS", "Perioden", "BanenVanWerknemers_1", "WoonWerkafstand_2")


def statline(folder, rows=ROWS, *, head=HEAD, name="85481NED.csv"):
    lines = [";".join(f'"{cell}"' for cell in ("ID", *head))]
    lines += [";".join([str(n), *(f'"{cell}"' for cell in row)]) for n, row in enumerate(rows)]
    file = Path(folder) / name
    file.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig")
    return file


def odata3(folder, rows=ROWS):
    """The answer of TypedDataSet: numbers, null for both a dot and a blank."""

    def number(text):
        return float(text) if text.strip(" .") else None

    value = [
        {"ID": n, **dict(zip(HEAD, row[:3], strict=False)), HEAD[3]: number(row[3])}
        for n, row in enumerate(rows)
    ]
    file = Path(folder) / "85481NED.json"
    url = "http://opendata.cbs.nl/ODataApi/OData/85481NED/$metadata#TypedDataSet"
    file.write_text(json.dumps({"odata.metadata": url, "value": value}), encoding="utf-8")
    return file


CODES = """Identifier;Index;MeasureGroupId;Title;Description;DataType;Unit;Format;Decimals
A044231;1;;Banen van werknemers;"Een baan is een
overeenkomst; per werknemer kan er meer dan een zijn.";Double;x 1 000;;1
A044232;2;;Woon-werkafstand;;Double;km;;1
"""


def odata4(folder, *, kind, rows=ROWS, codes=CODES):
    """Observations: a record a figure, with a word where there is none."""
    records, words = [], {".": "Confidential", "": "Impossible"}
    for row in rows:
        figures = [cell.strip() for cell in row[3:]]
        for measure, text in zip(("A044231", "A044232"), figures, strict=True):
            records.append({
                "Id": len(records), "Measure": measure, "ValueAttribute": words.get(text, "None"),
                "Value": None if text in words else float(text), "StringValue": None,
                "WoonregioS": row[0].strip(), "WerkregioS": row[1].strip(), "Perioden": row[2],
            })  # fmt: skip
    if codes:
        (Path(folder) / "MeasureCodes.csv").write_text(codes, encoding="utf-8-sig")
    file = Path(folder) / f"Observations.{kind}"
    if kind == "json":
        text = json.dumps({"@odata.context": "https://odata4.cbs.nl/", "value": records})
    else:
        lines = [";".join(records[0])]
        for record in records:
            cells = {**record, "StringValue": "", "Value": record["Value"]}
            text = ["" if v is None else str(v).replace(".", ",") for v in cells.values()]
            lines.append(";".join(text))
        text = "\n".join(lines) + "\n"
    file.write_text(text, encoding="utf-8-sig" if kind == "csv" else "utf-8")
    return file


def table(frame):
    return frame.set_index("region_code")[["count", "lower", "upper", "marker"]]


# --- jobs


@pytest.mark.parametrize("shape", ["csv3", "json3", "csv4", "json4"])
def test_the_jobs_of_each_gemeente_in_all_four_shapes(tmp_path, shape):
    write = {
        "csv3": lambda: statline(tmp_path),
        "json3": lambda: odata3(tmp_path),
        "csv4": lambda: odata4(tmp_path, kind="csv"),
        "json4": lambda: odata4(tmp_path, kind="json"),
    }
    jobs = read_cbs_jobs(write[shape]())
    found = table(jobs)
    assert found.index.tolist() == ["GM0153", "GM0168", "GM0173", "GM0366"]
    assert found.loc["GM0153"].tolist()[:3] == [83400, 83350, 83450]
    assert found.loc["GM0168"].tolist()[:3] == [5000, 4950, 5050]
    assert np.isnan(found.loc["GM0173", "count"])
    assert np.isnan(found.loc["GM0173", "upper"])
    assert np.isnan(found.loc["GM0366", "count"])
    assert found["marker"].notna().tolist() == [False, False, True, True]
    assert found.loc["GM0173", "lower"] == 0
    if shape == "json3":  # null does not say which of the two it is
        assert found["marker"].dropna().unique().tolist() == ["null"]
        assert found.loc["GM0366", "lower"] == 0
    else:
        assert np.isnan(found.loc["GM0366", "lower"])
    assert set(jobs["reference_date"]) == {"2022-12"}
    assert set(jobs["job_concept"]) == {"cbs_employee_jobs"}
    schema.FACTS.check(jobs)


def test_the_marks_say_why_there_is_no_figure(tmp_path):
    assert table(read_cbs_jobs(statline(tmp_path)))["marker"].tolist()[2:] == [".", "blank"]
    found = table(read_cbs_jobs(odata4(tmp_path, kind="json")))
    assert found["marker"].tolist()[2:] == ["Confidential", "Impossible"]


def test_the_jobs_of_residents_of_one_place(tmp_path):
    jobs = table(read_cbs_jobs(statline(tmp_path), residence="GM0153"))
    assert jobs["count"].to_dict() == {"GM0153": 45200, "GM0168": 0}
    assert jobs.loc["GM0168", ["lower", "upper"]].tolist() == [0, 50]
    with pytest.raises(
        InputError, match=r"no rows of residence 'NL00' \(found GM0000, GM0153, GM0168"
    ):
        read_cbs_jobs(statline(tmp_path, [row for row in ROWS if not row[0].startswith("NL")]))


def test_commuters_are_pairs_of_known_gemeenten(tmp_path):
    flows = read_cbs_commuters(statline(tmp_path))
    assert flows[["from_id", "to_id", "count", "lower", "upper"]].to_numpy().tolist() == [
        ["GM0153", "GM0153", 45200, 45150, 45250],
        ["GM0153", "GM0168", 0, 0, 50],
        ["GM0168", "GM0153", 4100, 4050, 4150],
    ]
    schema.FLOWS.check(flows)
    with pytest.raises(InputError, match="no pairs of gemeenten"):
        read_cbs_commuters(statline(tmp_path, ROWS[:8]))


# --- right shape, wrong content


def changed(number, column, value):
    rows = [list(row) for row in ROWS]
    rows[number][column] = value
    return [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("number", "column", "value", "fault"),
    [
        (3, 1, "153", r"WerkregioS: codes without their leading zero \('153', line 5\)"),
        (3, 1, "0153", r"'0153', line 5"),
        (3, 1, "Enschede", r"'Enschede', line 5"),
        (3, 1, "GM0168", r"rows come twice \(GM0168; lines 5, 6\)"),
        (3, 3, "83,4", r"'83,4' in line 5"),
        (0, 3, "8.921,6", r"'8\.921,6' in line 2"),
        (3, 3, "83.400", r"more than one decimal \(83\.400, line 5"),
        (3, 3, "83400", r"more jobs than the country has \(83400 thousand, line 5\)"),
        (3, 3, "-83.4", r"negative figures \('-83\.4'\) in line 5"),
        (0, 3, "60.0", r"add up to at least 88300 .*NL01, line 2\) has 60050 at most"),
        (3, 2, "2021MM12", r"more than one period: '2021MM12' \(line 5\), '2022MM12' \(lines 2, "),
        (3, 2, "2021MM12", r"choose one with period="),
    ],
)
def test_wrong_content_is_refused_by_line(tmp_path, number, column, value, fault):
    with pytest.raises(InputError, match=fault):
        read_cbs_jobs(statline(tmp_path, changed(number, column, value)))


def test_all_faults_are_told_at_once(tmp_path):
    rows = changed(3, 1, "153")
    rows[4] = (*rows[4][:3], "-5.0", rows[4][4])
    with pytest.raises(InputError, match=r"85481NED\.csv: .*'153', line 5.*; negative .* line 6"):
        read_cbs_jobs(statline(tmp_path, rows))


def test_a_period_is_chosen(tmp_path):
    later = [(*row[:2], "2023MM12", *row[3:]) for row in ROWS]
    file = statline(tmp_path, [*ROWS, *later])
    assert set(read_cbs_jobs(file, period="2023MM12")["reference_date"]) == {"2023-12"}
    with pytest.raises(InputError, match=r"no period '2020MM12'; the file holds '2022MM12', "):
        read_cbs_jobs(file, period="2020MM12")


def test_totals_of_another_dimension_are_not_added_to_their_parts(tmp_path):
    head = ("Geslacht", *HEAD)
    rows = [(sex, *row) for sex in ("T001038", "3000   ") for row in ROWS]
    file = statline(tmp_path, rows, head=head)
    with pytest.raises(
        InputError, match=r"stand among their parts: .*'3000' \(lines 14.*where=\{'Gesla"
    ):
        read_cbs_jobs(file)
    assert len(read_cbs_jobs(file, where={"Geslacht": "T001038"})) == 4
    with pytest.raises(InputError, match="no dimension 'Leeftijd' to choose in"):
        read_cbs_jobs(file, where={"Geslacht": "T001038", "Leeftijd": "10000"})


def test_a_table_with_labels_is_not_taken(tmp_path):
    file = tmp_path / "labels.csv"
    file.write_text("Woonregio's;Werkregio's;Perioden\nNederland;Enschede;2022 december*\n")
    with pytest.raises(InputError, match=r"download it with codes.*no column 'WoonregioS'"):
        read_cbs_jobs(file)


def test_measures_need_their_names_and_their_unit(tmp_path):
    alone = tmp_path / "alone"
    alone.mkdir()
    with pytest.raises(InputError, match=r"put MeasureCodes\.csv .* beside it"):
        read_cbs_jobs(odata4(alone, kind="csv", codes=None))
    with pytest.raises(InputError, match=r"another unit than x 1 000: aantal"):
        read_cbs_jobs(odata4(tmp_path, kind="csv", codes=CODES.replace("x 1 000", "aantal")))
    with pytest.raises(InputError, match=r"measures without a title: A044232"):
        read_cbs_jobs(odata4(tmp_path, kind="csv", codes=CODES.replace("A044232", "A1")))


def test_one_page_of_several_is_not_taken_for_the_table(tmp_path):
    file = odata3(tmp_path)
    data = json.loads(file.read_text())
    file.write_text(json.dumps({**data, "odata.nextLink": "https://next"}))
    with pytest.raises(InputError, match="only one page of the answer"):
        read_cbs_jobs(file)


@pytest.mark.parametrize(
    ("text", "error", "fault"),
    [
        ('{"value": [{"ID": 1', FileError, "not JSON, or cut short"),
        ('{"value": []}', InputError, "no records"),
        ('{"error": "more than 10000 records"}', InputError, "no list of records"),
        ('[{"a": 1}, {"b": 2}]', InputError, "records lack fields that others have: records 1, 2"),
        ('[{"a": 1}]', InputError, "no column 'WoonregioS'"),
    ],
)
def test_other_answers_are_told(tmp_path, text, error, fault):
    file = tmp_path / "answer.json"
    file.write_text(text)
    with pytest.raises(error, match=fault):
        read_cbs_jobs(file)


# --- LISA

LISA = """gemeentecode;gemeentenaam;jaar;vestigingen;banen
GM0153;Enschede;2022;15870;88430
GM0164;Hengelo;2022;8210;51200
0168;Losser;2022;1990;6870
GM0173;Oldenzaal;2022;3020;.
"""


def lisa(folder, text=LISA):
    file = Path(folder) / "lisa.csv"
    file.write_text(text, encoding="cp1252")
    return file


def test_all_jobs_of_lisa(tmp_path):
    jobs = read_lisa(lisa(tmp_path))
    assert jobs["region_code"].tolist() == ["GM0153", "GM0164", "GM0168", "GM0173"]
    assert jobs["count"].tolist()[:3] == [88430, 51200, 6870]
    assert jobs["lower"].tolist() == [88425.5, 51195.5, 6865.5, 0]
    assert set(jobs["reference_date"]) == {"2022-04-01"}
    assert set(jobs["job_concept"]) == {"lisa_all_jobs"}
    exact = read_lisa(lisa(tmp_path), rounded_to=1)
    assert (exact["lower"] == exact["upper"]).tolist() == [True, True, True, False]


def test_lisa_by_odata(tmp_path):
    text = '"ID";"RegioS";"Perioden";"BanenTotaal_1"\n0;"GM0153";"2022JJ00";"   88430"\n'
    (row,) = read_lisa(lisa(tmp_path, text)).to_dict("records")
    assert (row["region_code"], row["count"]) == ("GM0153", 88430)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("GM0153;", "153;", r"codes without their leading zero \('153', line 2\)"),
        ("GM0164;Hengelo", "NL01;Nederland", r"totals stand among their parts \(NL01, line 3\)"),
        ("GM0164;", "Totaal;", r"totals stand among their parts \(Totaal, line 3\)"),
        ("0168;", "GM0153;", r"rows come twice \(GM0153; lines 2, 4\)"),
        ("Hengelo;2022", "Hengelo;2021", r"more than one year: '2021' \(line 3\)"),
        ("51200", "51.200", r"jobs in decimals \('51\.200', line 3\)"),
        ("51200", "51.000", r"jobs in decimals \('51\.000', line 3\)"),
        ("51200", "51,2", r"'51,2' in line 3"),
        ("51200", "-51200", r"negative figures \('-51200'\) in line 3"),
        (";banen", ";werkzame personen per vestiging", "no column is the number of jobs"),
        ("vestigingen;", "banen totaal;", "several columns could be the number of jobs"),
        ("gemeentecode", "code", "no column is the code of the gemeente"),
    ],
)
def test_wrong_content_of_lisa_is_refused_by_line(tmp_path, old, new, fault):
    with pytest.raises(InputError, match=fault):
        read_lisa(lisa(tmp_path, LISA.replace(old, new)))


def test_a_measure_and_a_year_are_chosen(tmp_path):
    both = LISA + LISA.partition("\n")[2].replace("2022", "2023")
    jobs = read_lisa(lisa(tmp_path, both), period="2023", measure="vestigingen")
    assert jobs["count"].tolist() == [15870, 8210, 1990, 3020]
    assert set(jobs["reference_date"]) == {"2023-04-01"}


def test_gemeenten_without_jobs_in_a_country_that_has_them_have_no_figures_yet(tmp_path):
    rows = [(*row[:3], "0.0", row[4]) if row[1].startswith("GM0") else row for row in ROWS]
    with pytest.raises(InputError, match=r"every gemeente has 0 jobs.*no figures yet"):
        read_cbs_jobs(statline(tmp_path, rows))
