"""Commuters of the Bundesagentur für Arbeit, on a small file in the true format."""

from pathlib import Path

import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.schema import FACTS, FLOWS
from grensgeo.statistics.de.ba import read_ba_commuters, unite_commuters

RAW = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "boundaries" / "raw"
OUT_RAW = RAW / "ba_aus_nrw_statistik_pendler_2024071523938.csv"
IN_RAW = RAW / "ba_ein_nrw_statistik_pendler_2024071523727.csv"

PREAMBLE = """"Land";"Nordrhein-Westfalen"
"Kreis";"Alle"
"";""
"Regionale Ebene";"Kreise"
"Gebietsstand";"Juni 2023"
"Berichtsmonat";"Juni 2023"
"Datenstand";"Januar 2024"
"Hinweise";"In den Pendlerangaben sind nur regional zuordenbare Fälle enthalten"
""
""
"Thema:";"{way}pendler Kreise"
"{first}";"Regionalschlüssel";"{second}";"Regionalschlüssel";"Insgesamt";"Männer";"Frauen";"Deutsche";"Ausländer";"Auszubildende"
"""
OUT = PREAMBLE.format(way="Aus", first="Wohnort", second="Arbeitsort")
INTO = PREAMBLE.format(way="Ein", first="Arbeitsort", second="Wohnort")
FOOT = """""
"Exportdatum: ";"15072024";"23:9:38"
"© Statistik der Bundesagentur für Arbeit"
"Die Produkte unterliegen dem Urheberrecht"
"""


def row(own, code, other, other_code, count, *, men="0"):
    names = (own, code, other, other_code, count, men, "0", "0", "0", "10")
    return ";".join(f'"{name}"' for name in names) + "\n"


#: Münster: 1.000 + 130 + 20 = 1.150 of 1.160; Borken: 600 + 60 of 650 (rounding).
OUT_ROWS = [
    row("Münster, Stadt", "05515", "Auspendler insgesamt", "0", "1.160", men="610"),
    row("Münster, Stadt", "05515", "Übrige Kreise (Regierungsbezirk)", "010xx", "20"),
    row("Münster, Stadt", "05515", "Borken", "05554", "1.000", men="600"),
    row("Münster, Stadt", "05515", "Grafschaft Bentheim", "03456", "130"),
    row("Borken", "05554", "Auspendler insgesamt", "0", "650"),
    row("Borken", "05554", "Münster, Stadt", "05515", "600"),
    row("Borken", "05554", "Grafschaft Bentheim", "03456", "60"),
]
IN_ROWS = [
    row("Münster, Stadt", "05515", "Einpendler insgesamt", "0", "630"),
    row("Münster, Stadt", "05515", "Borken", "05554", "600"),
    row("Münster, Stadt", "05515", "Niederlande", "NL", "30"),
    row("Borken", "05554", "Einpendler insgesamt", "0", "1850"),
    row("Borken", "05554", "Münster, Stadt", "05515", "1000"),
    row("Borken", "05554", "Niederlande", "NL", "830"),
    row("Borken", "05554", "El Salvador", "ES", "10"),
    row("Borken", "05554", "Österreich", "A", "10"),
]


def written(folder, rows, *, head=OUT, foot=FOOT, name="pendler.csv", encoding="utf-8-sig"):
    path = folder / name
    path.write_text(head + "".join(rows) + foot, encoding=encoding)
    return path


def pairs(table):
    return {(a, b): n for a, b, n in zip(table.from_id, table.to_id, table["count"], strict=True)}


def test_out_commuters_their_rests_and_totals(tmp_path):
    read = read_ba_commuters(written(tmp_path, OUT_ROWS))
    assert read.direction == "out"
    assert pairs(read.flows) == {
        ("05515", "05554"): 1000,
        ("05515", "03456"): 130,
        ("05554", "05515"): 600,
        ("05554", "03456"): 60,
    }
    assert pairs(read.rest) == {("05515", "010xx"): 20}
    totals = read.totals.set_index("region_code")
    assert totals["count"].to_dict() == {"05515": 1160, "05554": 650}
    assert set(totals["opportunity"]) == {"commuters_out"}
    for table, schema in ((read.flows, FLOWS), (read.rest, FLOWS), (read.totals, FACTS)):
        schema.check(table)
        assert set(table["reference_date"]) == {"2023-06-30"}
        assert set(table["job_concept"]) == {"svb_workplace"}


def test_in_commuters_come_from_the_other_end(tmp_path):
    read = read_ba_commuters(written(tmp_path, IN_ROWS, head=INTO))
    assert read.direction == "in"
    found = pairs(read.flows)
    assert found["NL", "05554"] == 830
    assert found["AT", "05554"] == 10
    # ES on a plate is El Salvador, not Spain: no country of ours, so it stands among the rests
    assert pairs(read.rest) == {("ES", "05554"): 10}


def test_rounding_leaves_room_and_a_listed_region_has_ten(tmp_path):
    read = read_ba_commuters(written(tmp_path, IN_ROWS, head=INTO))
    flows = read.flows.set_index(["from_id", "to_id"])
    assert flows.loc[("NL", "05554"), ["lower", "upper"]].tolist() == [825, 835]
    assert flows.loc[("AT", "05554"), ["lower", "upper"]].tolist() == [10, 15]
    assert read.rest[["lower", "upper"]].to_numpy().tolist() == [[10, 15]]


def test_a_group_of_commuters(tmp_path):
    read = read_ba_commuters(written(tmp_path, [r for r in OUT_ROWS if "Borken" not in r[:9]]),
                             who="men")  # fmt: skip
    flows = read.flows.set_index("to_id")
    assert flows["count"].to_dict() == {"05554": 600, "03456": 0}
    assert flows.loc["03456", ["lower", "upper"]].tolist() == [0, 5]
    with pytest.raises(InputError, match="who='Männer'; choose all, men"):
        read_ba_commuters(written(tmp_path, OUT_ROWS), who="Männer")


def test_both_directions_are_united_once(tmp_path):
    out = read_ba_commuters(written(tmp_path, OUT_ROWS))
    into = read_ba_commuters(written(tmp_path, IN_ROWS, head=INTO))
    flows = unite_commuters(out, into)
    assert len(flows) == 4 + 5 - 2
    assert pairs(flows)["05515", "05554"] == 1000
    with pytest.raises(InputError, match="first the file of Auspendler"):
        unite_commuters(into, out)
    rows = [r.replace('"600"', '"610"') for r in IN_ROWS]
    with pytest.raises(InputError, match=r"differ on 1 of 2 flows.*05554 to 05515: 600 and 610"):
        unite_commuters(out, read_ba_commuters(written(tmp_path, rows, head=INTO)))
    later = INTO.replace('"Berichtsmonat";"Juni 2023"', '"Berichtsmonat";"Juni 2024"')
    with pytest.raises(InputError, match="speak of 2023-06-30, 2024-06-30"):
        unite_commuters(out, read_ba_commuters(written(tmp_path, IN_ROWS, head=later)))


def test_windows_encoding_is_read(tmp_path):
    read = read_ba_commuters(written(tmp_path, OUT_ROWS, encoding="cp1252"))
    assert len(read.flows) == 4


def test_hidden_figures_stay_intervals(tmp_path):
    rows = [r.replace('"130"', '"*"') for r in OUT_ROWS]
    flows = read_ba_commuters(written(tmp_path, rows)).flows
    hidden = flows[flows["marker"].notna()]
    assert hidden[["from_id", "to_id", "marker", "lower"]].to_numpy().tolist() == [
        ["05515", "03456", "*", 1.0]
    ]
    assert hidden[["count", "upper"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"05554"', '"5554"'), r"leading zero.*'5554', lines? .*Kreis code of five digits"),
        (('"03456"', '"3456"'), r"leading zero \('3456', lines 16, 19\)"),
        (('"1.000"', '"1,000"'), "neither|in parts|do not add up"),
        (('"1.000"', '"1.0"'), r"neither figures.*'1.0' in line 15"),
        (('"130"', '"-130"'), r"negative figures \('-130'\) in line 16"),
        (('"130"', '"viele"'), "'viele' in line 16"),
        (('"1.160"', '"2.160"'), "do not add up to their total for 05515.*rows are missing"),
        (('"1.160"', '"160"'), "totals stand among the parts"),
        (('"0";"1.160"', '"00";"1.160"'), "codes of no region"),
        (('"010xx"', '"05554"'), r"rows come twice \(05515 05554; lines 14, 15\)"),
        (('"Thema:";"Auspendler Kreise"', '"Thema:";"Auspendler Gemeinden"'), "speaks of Gemeinden"),
        (('"Thema:";"Auspendler Kreise"', '"Thema:";"Arbeitslose"'), "not a table of the commuter"),
        (('"Berichtsmonat";"Juni 2023"', '"Berichtsmonat";"06/2023"'), "'06/2023' is no month"),
        (('"Wohnort"', '"Wohnort am Stichtag"'), r"the header \(line 12\)"),
        (('"05515";"Borken";', '"05515";'), r"the 10 of the header \(line 15\)"),
    ],
)  # fmt: skip
def test_right_shape_wrong_content_is_refused_by_line(tmp_path, change, said):
    text = OUT + "".join(OUT_ROWS) + FOOT
    assert change[0] in text
    path = tmp_path / "pendler.csv"
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_ba_commuters(path)


def test_a_kreis_without_its_total(tmp_path):
    rows = [r for r in OUT_ROWS if '"0";"650"' not in r]
    with pytest.raises(InputError, match=r"no row of the total.*05554"):
        read_ba_commuters(written(tmp_path, rows))


def test_a_kreis_of_which_there_is_but_the_total(tmp_path):
    rows = [*OUT_ROWS, row("Coesfeld", "05558", "Auspendler insgesamt", "0", "900")]
    with pytest.raises(InputError, match=r"add up to their total for 05558 .*rows are missing"):
        read_ba_commuters(written(tmp_path, rows))


def test_a_header_of_the_other_direction(tmp_path):
    head = INTO.replace("Einpendler", "Auspendler")
    with pytest.raises(InputError, match="table of this direction has Wohnort"):
        read_ba_commuters(written(tmp_path, IN_ROWS, head=head))


def test_two_exports_in_one_file(tmp_path):
    path = written(tmp_path, OUT_ROWS, foot=FOOT + OUT.replace("2023", "2022") + OUT_ROWS[0])
    with pytest.raises(InputError, match=r"two exports were joined"):
        read_ba_commuters(path)


def test_no_file_and_no_text(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        read_ba_commuters(tmp_path / "none.csv")
    (tmp_path / "book.csv").write_bytes(b"PK\x03\x04")
    with pytest.raises(FileError, match="ZIP archive or a workbook"):
        read_ba_commuters(tmp_path / "book.csv")


@pytest.mark.shared_data
@pytest.mark.parametrize("who", ["all", "men", "apprentices"])
def test_the_real_files_add_up_and_agree(who):
    if not OUT_RAW.exists():
        pytest.skip("shared/data is absent")
    out, into = read_ba_commuters(OUT_RAW, who=who), read_ba_commuters(IN_RAW, who=who)
    assert (len(out.flows), len(out.rest), len(out.totals)) == (8068, 1234, 53)
    assert (len(into.flows), len(into.rest), len(into.totals)) == (9937, 1088, 53)
    for read, end in ((out, "from_id"), (into, "to_id")):
        rows = [*zip(read.flows[end], read.flows["count"], strict=True)]
        rows += [*zip(read.rest[end], read.rest["count"], strict=True)]
        for code, total in zip(read.totals["region_code"], read.totals["count"], strict=True):
            parts = [count for region, count in rows if region == code]
            room = (len(parts) + 1) * 5
            assert total * 0.94 - room <= sum(parts) <= total + room
    # 2 624 flows within the Land stand in both files, with the same figure
    assert len(out.flows) + len(into.flows) - len(unite_commuters(out, into)) == 2624


@pytest.mark.shared_data
def test_commuters_from_the_netherlands_in_the_real_file():
    if not IN_RAW.exists():
        pytest.skip("shared/data is absent")
    flows = read_ba_commuters(IN_RAW).flows
    dutch = flows[flows["from_id"] == "NL"].set_index("to_id")["count"]
    assert dutch[["05554", "05566", "05515", "05558"]].tolist() == [830, 130, 30, 20]
