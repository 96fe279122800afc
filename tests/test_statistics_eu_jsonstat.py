"""JSON-stat of Eurostat. The tables are made up after the documentation of the format."""

import json

import pytest

from grensgeo.errors import FileError, GrensgeoError
from grensgeo.statistics import read_eurostat_employment, read_jsonstat


def table(tmp_path, value=None, status=None, **codes):
    dims = {
        "freq": ["A"], "unit": ["THS"], "nace_r2": ["TOTAL"], "geo": ["NL213", "DEA34", "NL21"],
        "time": ["2022", "2023"],
    } | codes  # fmt: skip
    data = {
        "version": "2.0", "class": "dataset", "updated": "2026-01-01T23:00:00+0100",
        "value": {"0": 171.52, "1": 172.0, "2": 190.1, "5": 900.0} if value is None else value,
        "status": {"1": "p", "3": "c"} if status is None else status,
        "id": list(dims), "size": [len(one) for one in dims.values()],
        "dimension": {
            name: {"category": {"index": {c: n for n, c in enumerate(one)}}}
            for name, one in dims.items()
        },
    }  # fmt: skip
    file = tmp_path / "jobs.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_a_missing_cell_is_no_zero(tmp_path):
    frame = read_jsonstat(table(tmp_path))
    assert len(frame) == 6
    assert frame["value"].isna().tolist() == [False, False, False, True, True, False]
    assert frame.loc[3, ["geo", "time", "status"]].tolist() == ["DEA34", "2023", "c"]
    assert frame.attrs["updated"].startswith("2026")


def test_values_may_be_a_list_and_codes_too(tmp_path):
    file = table(tmp_path, value=[1, 2, 3, None, 5, 6], status=["", "", "", "c", "", ""])
    data = json.loads(file.read_text())
    data["dimension"]["geo"]["category"] = {"index": ["NL213", "DEA34", "NL21"]}
    data["dimension"]["freq"]["category"] = {"label": {"A": "Annual"}}
    file.write_text(json.dumps(data))
    assert read_jsonstat(file)["value"].tolist()[:3] == [1.0, 2.0, 3.0]


def test_one_flag_alone_is_every_cells(tmp_path):
    assert set(read_jsonstat(table(tmp_path, status="e"))["status"]) == {"e"}


def test_employment_is_persons_by_region_of_nuts_3(tmp_path):
    jobs = read_eurostat_employment(table(tmp_path), period=2022).set_index("region_code")
    assert jobs["count"].to_dict() == {"NL213": 171_520.0, "DEA34": 190_100.0}
    assert jobs.loc["NL213", ["lower", "upper"]].tolist() == [171_515.0, 171_525.0]
    assert (jobs["job_concept"] == "eurostat_employment").all()
    assert (jobs["reference_date"] == "2022").all()


def test_a_region_without_a_figure_is_there_with_its_flag(tmp_path):
    jobs = read_eurostat_employment(table(tmp_path), period="2023").set_index("region_code")
    assert jobs.loc["DEA34", "marker"] == "c"
    assert jobs.loc["DEA34", ["count", "upper"]].isna().all()
    silent = read_eurostat_employment(table(tmp_path, status={}), period=2023)
    assert silent["marker"].dropna().tolist() == ["blank"]


def test_persons_need_no_thousands(tmp_path):
    jobs = read_eurostat_employment(table(tmp_path, unit=["PER"]), period=2022)
    assert jobs["count"].tolist() == [190.1, 171.52]


@pytest.mark.parametrize(
    ("change", "options", "code"),
    [
        ({}, {}, "year-not-in-file"),
        ({}, {"period": 2019}, "year-not-in-file"),
        ({"unit": ["PC"]}, {"period": 2022}, "not-counts"),
        ({"geo": ["NL", "DE", "NL21"]}, {"period": 2022}, "nothing-in-area"),
        ({"value": {"0": -1.0}}, {"period": 2022}, "negative-or-infinite"),
        ({"value": {"99": 1.0}}, {"period": 2022}, "columns-not-as-published"),
        ({"value": {"x": 1.0}}, {"period": 2022}, "columns-not-as-published"),
        ({"value": "171.5"}, {"period": 2022}, "columns-not-as-published"),
        ({"value": {"0": "171,5"}}, {"period": 2022}, "not-a-number"),
        ({"value": {"0": True}}, {"period": 2022}, "not-a-number"),
        ({"nace_r2": ["A"], "wstatus": ["EMP", "SAL"]}, {"period": 2022}, "column-not-clear"),
    ],
)
def test_another_table_is_refused(tmp_path, change, options, code):
    with pytest.raises(GrensgeoError) as caught:
        read_eurostat_employment(table(tmp_path, **change), **options)
    assert caught.value.code == code


def test_kinds_are_chosen_by_name(tmp_path):
    value = {"0": 1.0, "6": 5.0}
    file = table(tmp_path, value=value, nace_r2=["TOTAL", "A"], sex=["T"])
    data = json.loads(file.read_text())
    assert data["size"][2] == 2
    total = read_eurostat_employment(file, period=2022, where={"nace_r2": "TOTAL"})
    assert total["count"].dropna().tolist() == [1000.0]


def test_an_error_of_the_service_is_named(tmp_path):
    file = tmp_path / "error.json"
    file.write_text('{"error": [{"status": 413, "label": "ASYNCHRONOUS_RESPONSE"}]}')
    with pytest.raises(FileError, match=r"no data set of JSON-stat .*ASYNCHRONOUS"):
        read_eurostat_employment(file)


def test_codes_that_are_none_are_told(tmp_path):
    for index in (3.5, {"NL213": "x"}):
        file = table(tmp_path)
        data = json.loads(file.read_text())
        data["dimension"]["geo"]["category"] = {"index": index}
        file.write_text(json.dumps(data))
        with pytest.raises(FileError, match="codes of dimension geo"):
            read_jsonstat(file)
