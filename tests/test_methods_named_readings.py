"""Readings of governments: by hand on three places, two of them in one country."""

import math

import numpy as np
import pandas as pd
import pytest

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.errors import InputError
from grensgeo.methods import (
    central_place_norm,
    connectivity,
    pbl_cbs_2015,
    rank_by_method,
    share_below_norm,
)

IDS = ["E", "H", "G"]
MINUTES = np.array([[5.0, 20, 15], [20, 5, 50], [15, 70, 5]])
COUNTRIES = pd.Series({"E": "NL", "H": "NL", "G": "DE"})


def times(minutes=MINUTES):
    rows = [(a, b, minutes[i, j]) for i, a in enumerate(IDS) for j, b in enumerate(IDS)]
    return pd.DataFrame(rows, columns=["from_id", "to_id", "travel_time_min"])


def test_pbl_and_cbs_drop_foreign_destinations():
    jobs = pd.Series({"E": 80, "H": 50, "G": 20})
    table = pbl_cbs_2015(times(), jobs, cutoff_min=30, countries=COUNTRIES).set_index("id")
    assert table.loc["E", ["closed", "open"]].tolist() == [130, 150]
    assert table.loc["G", ["closed", "open"]].tolist() == [20, 100]
    assert table.loc["G", "border_effect"] == 4


def test_each_further_destination_is_worth_less():
    shops = pd.DataFrame({"shop": [1, 1, 1]}, index=IDS)
    flat = connectivity(times(), shops, decay=gg.decay.step(60), diminishing=0)["shop"]
    assert flat.tolist() == pytest.approx([100, 100, 200 / 3])  # H is 70 min from G
    halved = connectivity(times(), shops, decay=gg.decay.step(60), diminishing=1)["shop"]
    assert halved["G"] == pytest.approx(100 * (1 + math.log(2)) / (1 + math.log(3)))
    # what is nearest counts first, in full
    slow = connectivity(times(), shops, decay=gg.decay.exponential(0.1), diminishing=99.0)["shop"]
    assert slow.tolist() == pytest.approx([100, 100, 100], abs=1)


def test_a_place_with_many_is_as_many_places_with_one():
    many = pd.DataFrame({"shop": [3, 0, 0]}, index=IDS)
    spread = pd.DataFrame({"shop": [1, 1, 1]}, index=IDS)
    alike = np.where(MINUTES > 0, 10.0, 10.0)
    one, other = (
        connectivity(times(alike), table.assign(job=1), decay=gg.decay.step(60))["connectivity"]
        for table in (many, spread)
    )
    assert one.tolist() == pytest.approx(other.tolist())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"diminishing": {"school": 1.0}}, "kinds are"),
        ({"weights": {"shop": -1.0}}, "negative"),
    ],
)
def test_connectivity_that_cannot_be_is_told(changed, said):
    shops = pd.DataFrame({"shop": [1, 1, 1]}, index=IDS)
    with pytest.raises(InputError, match=said):
        connectivity(times(), shops, decay=gg.decay.step(60), **changed)
    with pytest.raises(InputError, match="lack a count"):
        connectivity(times(), shops.iloc[:2], decay=gg.decay.step(60))


def test_the_norm_to_the_next_mittelzentrum():
    minutes = MINUTES.copy()
    minutes[0] = [np.nan, np.nan, np.nan]
    found = central_place_norm(times(MINUTES), ["H"])
    assert found["kept"].tolist() == [True, True, False]
    assert found.loc["E", ["nearest_id", "travel_time_min", "norm_min"]].tolist() == ["H", 20, 45]
    assert central_place_norm(times(), ["H"], mode="car")["norm_min"].iloc[0] == 30
    assert central_place_norm(times(), ["H"], norm_min=10)["kept"].tolist() == [False, True, False]
    reaches_none = MINUTES.copy()
    reaches_none[2, 1] = np.nan
    assert not central_place_norm(times(reaches_none), ["H"]).loc["G", "kept"]
    for told, said in (({"level": "top"}, "no norm"), ({"mode": "boat"}, "no norm")):
        with pytest.raises(InputError, match=said):
            central_place_norm(times(), ["H"], **told)
    with pytest.raises(InputError, match="no destinations"):
        central_place_norm(times(), ["X"])


def test_all_readings_in_one_command(tmp_path):
    times().to_csv(tmp_path / "times.csv", index=False)
    (tmp_path / "jobs.csv").write_text("id,country,jobs\nE,NL,80\nH,NL,50\nG,DE,20\n", "utf-8")
    run = ["methods", str(tmp_path / "times.csv"), "--opportunities", str(tmp_path / "jobs.csv")]
    run += ["--opportunity", "jobs", "--cutoff-min", "30", "--decay", "exponential:rate=0.05"]
    run += ["--centres", "H", "--mode", "transit", "-o", str(tmp_path / "methods.csv")]
    assert main(run) == 0
    table = pd.read_csv(tmp_path / "methods.csv", index_col="id")
    assert table.loc["G", ["pbl_cbs_closed", "pbl_cbs_open"]].tolist() == [20, 100]
    assert table["central_place_norm_kept"].tolist() == [True, True, False]
    assert table["moves"].tolist() == [1, 1, 0]


def test_a_page_shows_where_a_place_changes_rank(tmp_path, capsys):
    times().to_csv(tmp_path / "times.csv", index=False)
    (tmp_path / "jobs.csv").write_text(
        "id,country,name,jobs,people\nE,NL,<b>E,80,10\nH,NL,H,50,30\nG,DE,G,20,5\n", "utf-8"
    )
    rows = [("E", 10, 7.0), ("E", 30, 3.0), ("H", 5, 9.0), ("G", 5, 1.0)]
    ikob = pd.DataFrame(rows, columns=["id", "people", "reach"])
    ikob.assign(motive="work", modes="car+transit+bicycle").to_csv(tmp_path / "ikob.csv")
    run = ["methods", str(tmp_path / "times.csv"), "--opportunities", str(tmp_path / "jobs.csv")]
    run += ["--opportunity", "jobs", "--cutoff-min", "30", "--decay", "exponential:rate=0.05"]
    run += ["--centres", "H", "--mode", "transit", "-o", str(tmp_path / "methods.csv")]
    run += ["--people", "people", "--ikob", str(tmp_path / "ikob.csv")]
    assert main([*run, "--page", str(tmp_path / "methods.html")]) == 2
    assert "--norm" in capsys.readouterr().err
    assert main([*run, "--norm", "140", "--page", str(tmp_path / "methods.html")]) == 0
    table = pd.read_csv(tmp_path / "methods.csv", index_col="id")
    assert table["ikob_reach"].to_dict() == {"E": 4, "H": 9, "G": 1}
    # H reaches 130 in 30 min and has 30 of the 40 people of its country
    assert table["share_below_norm"].to_dict() == {"E": 0.75, "H": 0.75, "G": 1}
    page = (tmp_path / "methods.html").read_text("utf-8")
    assert all(one in page for one in ("Rang per methode", "Rang je Methode", "Rank by method"))
    assert all(page.count(one) == 3 for one in ('<svg class="plot"', "RIN 2008"))
    assert "&lt;b&gt;E" in page
    assert "<b>E" not in page


def test_people_below_a_norm():
    figures = pd.Series({"E": 100.0, "H": 40, "G": np.nan})
    people = pd.Series({"E": 10, "H": 30, "G": 5})
    all_of_them = share_below_norm(figures, people, norm=50).loc["all"]
    assert all_of_them.tolist() == [45, 30, 0.75, 5]
    by = share_below_norm(figures, people, norm=50, by=COUNTRIES)
    assert math.isnan(by.loc["DE", "share_below"])
    minutes = share_below_norm(figures, people, norm=50, higher_is_better=False).loc["all"]
    assert minutes["share_below"] == 0.25
    with pytest.raises(InputError, match="people"):
        share_below_norm(figures, people.iloc[:2], norm=1)
    with pytest.raises(InputError, match="no region"):
        share_below_norm(figures, people, norm=1, by=COUNTRIES.iloc[:1])


def test_where_a_place_changes_rank():
    figures = pd.DataFrame({"reach": [9.0, 5, np.nan], "minutes": [30.0, 5, 10]}, index=IDS)
    ranks = rank_by_method(figures, lower_is_better=["minutes"])
    assert ranks.loc["E", ["reach", "minutes", "moves"]].tolist() == [1, 3, 2]
    assert ranks.loc["G", "reach"] is pd.NA
    assert ranks.loc["G", "moves"] == 0
    assert ranks.index[0] == "E"
    with pytest.raises(InputError, match="no such methods"):
        rank_by_method(figures, lower_is_better=["cost"])


def test_a_method_that_finds_all_places_equal_ranks_none():
    figures = pd.DataFrame({"open": [9.0, 5.0, 1.0], "below": [0.0, 0.0, 0.0]}, index=list("EHB"))
    ranks = rank_by_method(figures, lower_is_better=["below"])
    assert ranks["below"].isna().all()
    assert ranks["open"].to_dict() == {"E": 1, "H": 2, "B": 3}
    assert ranks["moves"].tolist() == [0, 0, 0]
    assert rank_by_method(figures[:1])["below"].tolist() == [1]
