"""What measures are computed from, in files of people's own."""

import json

import numpy as np
import pandas as pd
import pytest

from grensgeo import cli
from grensgeo.errors import InputError
from grensgeo.measures.matrix.manifest import hold_times, summary

TIMES = "from_id,to_id,travel_time_min\nE,E,5.0\nE,G,15.0\nG,E,15.0\nG,G,5.0\n"


@pytest.fixture
def ask(tmp_path, capsys):
    """Ask for reach with a file of opportunities; give the code, what is said, and the table."""

    def reach(jobs, *more, times=TIMES, command="reach", cutoffs=("--cutoffs", "15")):
        (tmp_path / "t.csv").write_text(times, encoding="utf-8")
        (tmp_path / "j.csv").write_text(jobs, encoding="utf-8")
        out = tmp_path / "o.csv"
        out.unlink(missing_ok=True)
        code = cli.main(
            [command, str(tmp_path / "t.csv"), "--opportunities", str(tmp_path / "j.csv"),
             *cutoffs, *more, "-o", str(out)]
        )  # fmt: skip
        said = " ".join(capsys.readouterr().err.split())
        return code, said, pd.read_csv(out) if out.exists() else None

    return reach


@pytest.mark.parametrize("command", ["reach", "border"])
def test_a_point_that_may_part_thousands_is_asked(ask, command):
    code, said, table = ask("id;country;jobs\nE;NL;84.590\nG;DE;987\n", command=command)
    assert (code, table) == (2, None)
    assert "jobs: thousands or decimals? 84.590 (row E); write 84590" in said
    code, said, table = ask("id;country;jobs\nE;NL;84590\nG;DE;987\n", command=command)
    assert (code, said) == (0, "")
    assert set(table["open"]) == {85_577.0}


def test_years_and_postcodes_are_counted_only_when_named(ask):
    jobs = "id,country,jobs,year,pc4\nE,NL,80,2022,7511\nG,DE,20,2022,48599\n"
    code, said, table = ask(jobs)
    assert (code, table) == (2, None)
    assert "year (by its name), pc4 (by its name); name those to count, such as --columns" in said
    code, _, table = ask(jobs, "--columns", "jobs")
    assert code == 0
    assert set(table["opportunity"]) == {"jobs"}
    code, said, _ = ask(jobs, "--columns", "banen")
    assert code == 2
    assert "no column 'banen'" in said


@pytest.mark.parametrize(
    ("jobs", "said"),
    [
        ("id,country,jobs\nE,NL,80\nG,DE,-20\n", "below zero: -20 (row G)"),
        ("id,country,jobs\nE,NL,80%\nG,DE,20%\n", "no counts: 80% (row E)"),
        ("id,country,jobs\nE,NL,inf\nG,DE,20\n", "jobs (holds words)"),
        ("id,country,jobs\nE,NL,True\nG,DE,False\n", "jobs"),
        ("id,country,jobs\nE,nl,80\nG,DE,20\n", "E says 'nl' (write NL)"),
        ("id,country,jobs\nE,NL,80\nG,Duitsland,20\n", "G says 'Duitsland' (write DE)"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(ask, jobs, said):
    code, text, table = ask(jobs)
    assert (code, table) == (2, None)
    assert said in text


def test_counts_that_nobody_can_reach_are_told(ask):
    code, said, table = ask("id,country,jobs\nE,NL,80\nG,DE,20\n05554999,DE,123456\n")
    assert code == 0
    assert "match no destination and do not count: 1, such as 05554999; they hold 123,456" in said
    assert set(table["open"]) == {100.0}
    assert ask("id,country,jobs\nE,NL,80\nG,DE,20\nH,DE,0\n")[1] == ""


def test_a_country_in_thousands_is_told(ask):
    code, said, _ = ask("id,country,jobs\nE,NL,84.59\nG,DE,18700\n")
    assert code == 0
    assert "Does one of them stand in thousands?" in said


@pytest.mark.parametrize("name", ["travel_time", "travel_time_p50", "duration", "travel_time_s"])
def test_times_under_another_name_are_to_be_renamed(ask, name):
    times = TIMES.replace("travel_time_min", name)
    code, said, _ = ask("id,country,jobs\nE,NL,80\nG,DE,20\n", times=times)
    assert code == 2
    assert f"rename '{name}' to it if it is in minutes" in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--resistance", "2760"], "2,760 minutes is so much"),
        (["--resistance", "46"], ""),
    ],
)
def test_a_resistance_in_seconds_is_told(ask, options, said):
    code, text, _ = ask("id,country,jobs\nE,NL,80\nG,DE,20\n", *options, command="border")
    assert code == 0
    assert said in text
    assert bool(said) == bool(text)


# --- a table and its manifest


def table(**change):
    frame = pd.DataFrame(
        {
            "from_id": ["a", "a", "b", "b"],
            "to_id": ["x", "y", "x", "y"],
            "travel_time_min": [10.0, 20.5, np.nan, 45.0],
        }
    )
    return frame.assign(**change)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (table(travel_time_min=table()["travel_time_min"] * 60), "in seconds, not in minutes"),
        (table(travel_time_min=table()["travel_time_min"] / 60), "in hours, not in minutes"),
        (table(travel_time_min=table()["travel_time_min"] * 3), "longest time is 135 min, not 45"),
        (table(travel_time_min=[10, 20.5, np.nan, 45.6]), "longest time is 45.6 min, not 45"),
        (table(travel_time_min=[10, 20.5, np.nan, 2751.0]), "in seconds, not in minutes"),
        (table(travel_time_min=[10, 20.5, np.nan, 2757.0]), "longest time is 2757 min, not 45"),
        (table().iloc[:2], "holds 2 of 4 rows"),
        (table(from_id=table()["to_id"], to_id=table()["from_id"]), "from_id and to_id are exch"),
        (table(to_id=["x", "z", "x", "z"]), "other places stand in it"),
    ],
)
def test_a_table_that_is_no_longer_that_of_its_manifest_is_refused(tmp_path, changed, said):
    noted = json.loads(json.dumps({"table": summary(table())}))
    hold_times(table(), noted, tmp_path / "t.csv")
    with pytest.raises(InputError, match=said):
        hold_times(changed, noted, tmp_path / "t.csv")
    hold_times(changed, {}, tmp_path / "t.csv")


def test_rows_in_another_order_and_rounded_times_are_the_same_table(tmp_path):
    noted = {"table": summary(table())}
    hold_times(table().iloc[::-1].round(0), noted, tmp_path / "t.csv")


def test_an_older_manifest_knows_the_longest_trip(tmp_path):
    noted = {"trip": {"max_min": 60.0}}
    hold_times(table(), noted, tmp_path / "t.csv")
    with pytest.raises(InputError, match=r"longest time is 2700, beyond the trip's 60 min"):
        hold_times(table(travel_time_min=table()["travel_time_min"] * 60), noted, tmp_path / "t")


def test_an_end_is_no_other_for_what_rounding_moves(tmp_path):
    path = tmp_path / "t.csv"
    hold_times(table(travel_time_min=[10, 20.5, np.nan, 45.5]), {"table": summary(table())}, path)
    limited = {"trip": {"max_min": 60}}
    hold_times(table(travel_time_min=[10, 20.5, np.nan, 61.7]), limited, path)
    with pytest.raises(InputError, match=r"longest time is 61\.8, beyond the trip's 60 min"):
        hold_times(table(travel_time_min=[10, 20.5, np.nan, 61.8]), limited, path)
    for nothing in ({"trip": {"max_min": None}}, {"trip": {}}, {"table": None}):
        hold_times(table(travel_time_min=[10, 20.5, np.nan, 9999]), nothing, path)


def test_a_summary_of_times_that_reach_nothing_and_of_places_both_ways(tmp_path):
    lost = table(travel_time_min=np.nan)
    assert summary(lost)["longest_min"] is None
    hold_times(lost, {"table": summary(lost)}, tmp_path / "t.csv")
    assert summary(table(travel_time_min=12.345678))["longest_min"] == 12.3457
    both = table(to_id=["a", "b", "a", "b"])
    turned = both.rename(columns={"from_id": "to_id", "to_id": "from_id"})
    hold_times(turned, {"table": summary(both)}, tmp_path / "t.csv")


def test_times_of_ours_note_what_they_hold_and_are_held_to_it(tmp_path, capsys):
    sample = "data/sample/muenster"
    (tmp_path / "p.csv").write_text("id,lon,lat\na,7.62,51.96\nb,7.63,51.96\n", encoding="utf-8")
    out = tmp_path / "t.csv"
    options = ["times", sample, "--origins", str(tmp_path / "p.csv"), "--mode", "walk"]
    assert cli.main([*options, "-o", str(out)]) == 0
    noted = json.loads((tmp_path / "t.csv.manifest.json").read_text(encoding="utf-8"))
    assert noted["table"]["rows"] == 4
    frame = pd.read_csv(out)
    frame.assign(travel_time_min=frame["travel_time_min"] * 60).to_csv(out, index=False)
    (tmp_path / "j.csv").write_text("id,country,jobs\na,DE,1\nb,DE,2\n", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(
        ["reach", str(out), "--opportunities", str(tmp_path / "j.csv"), "--cutoffs", "15",
         "-o", str(tmp_path / "o.csv")]
    ) == 2  # fmt: skip
    assert "its times are in seconds" in capsys.readouterr().err


def test_a_measure_without_a_border_needs_no_country(ask):
    jobs = "id,jobs\nE,80\nG,20\n"
    code, said, table = ask(jobs, "--measure", "cumulative")
    assert (code, said) == (0, "")
    assert table.set_index("id")["value"].to_dict() == {"E": 100, "G": 100}
    code, said, _ = ask(jobs)
    assert (code, "no column 'country'" in said) == (2, True)
    # a country that is said is held against what is known all the same
    code, said, _ = ask("id,country,jobs\nE,Holland?,80\nG,DE,20\n", "--measure", "cumulative")
    assert (code, "Holland?" in said) == (2, True)


def test_origins_of_a_file_of_their_own_need_no_country_either(ask, tmp_path):
    (tmp_path / "p.csv").write_text("id,people\nE,5\nG,5\n", encoding="utf-8")
    code, said, table = ask(
        "id,jobs\nE,80\nG,20\n", "--measure", "2sfca", "--demand", "people", "--decay",
        "step:cutoff_min=20", "--origins", str(tmp_path / "p.csv"), cutoffs=(),
    )  # fmt: skip
    assert (code, said) == (0, "")
    assert table["value"].tolist() == [10.0, 10.0]
