"""IKOB: a case by hand, the text in plain loops, and CROW's own case of 12 places."""

import json
import math
import shutil
import tarfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from benchmarks.plain_ikob import plain_ikob
from grensgeo.cli import main
from grensgeo.errors import FileError, InputError
from grensgeo.methods.crow import (
    GroupTables,
    Hubs,
    IkobInputs,
    Prices,
    Skims,
    decay_parameters,
    group_shares,
    ikob,
    ikob_inputs,
    read_ikob,
)
from grensgeo.methods.crow.experienced_times import ExperiencedTimes
from grensgeo.methods.crow.hub_trips import best_hubs
from grensgeo.methods.crow.ikob_project import read_numbers
from grensgeo.methods.crow.person_groups import GROUPS, INCOMES, MODE_SETS

ARCHIVE = (
    Path(__file__).resolve().parents[2] / "shared/data/methods/ikob/ikob_vlaanderen_12zones.tar.xz"
)
FIGURES = ("reach", "potential", "competition_for_jobs", "competition_for_people")


def only(group):
    """Shares of places where everybody belongs to one group."""
    shares = np.zeros((2, 4, len(GROUPS)))
    shares[:, :, [one.name for one in GROUPS].index(group)] = 1
    return shares


def two_places(group="car_prefers_car", **changed):
    """Two places, 20 min and 10 km apart by car there and 24 back; jobs and people of one class."""
    skims = Skims(
        car_min=np.array([[5.0, 20], [24, 5]]),
        car_km=np.array([[2.0, 10], [10, 2]]),
        bicycle_min=np.array([[10.0, 40], [40, 10]]),
        transit_min=np.array([[0.0, 30], [30, 0]]),
        transit_km=np.array([[0.0, 10], [10, 0]]),
    )
    told = {"people": np.zeros((2, 4)), "jobs": np.zeros((2, 4))}
    told["people"][:, 0], told["jobs"][:, 0] = [100, 50], [80, 20]
    told |= {
        "shares": only(group),
        "skims": {"day": skims},
        "parking_min": np.array([[4.0, 1], [0, 0]]),
    }
    return IkobInputs(("a", "b"), **told | changed)


def weight(minutes, turning=50.0, steep=0.125):
    return 1 / (1 + math.exp(steep * (minutes - turning)))


def test_a_case_by_hand():
    # low incomes: 12 min a euro; 10 km at 0.16 is 1.60 euros or 19.2 min, 2 km 3.84 min
    there, back = 20 + 1 + 0 + 19.2, 24 + 0 + 4 + 19.2
    at_a, at_b = 5 + 4 + 1 + 3.84, 5 + 3.84
    w = np.array([[weight(at_a), weight(there)], [weight(back), weight(at_b)]])
    found = ikob(two_places()).figures["day"]
    car = MODE_SETS.index(("car",))
    reach, potential = w @ [80, 20], np.array([100, 50]) @ w
    assert found.reach[0, car] == pytest.approx(reach)
    assert found.potential[0, car] == pytest.approx(potential)
    assert found.competition_for_jobs[0, car] == pytest.approx(
        w @ (np.array([80, 20]) / potential)
    )
    seekers = np.array([100, 50]) / reach
    assert found.competition_for_people[0, car] == pytest.approx(seekers @ w)


def test_the_program_swaps_times_to_park_and_the_sides_of_competition():
    found = ikob(two_places(), variant="coded")
    w = np.array(
        [
            [weight(5 + 5 + 3.84), weight(20 + 4 + 0 + 19.2)],
            [weight(24 + 0 + 1 + 19.2), weight(8.84)],
        ]
    )
    reach = w @ [80, 20]
    figures = found.figures["day"]
    assert figures.reach[0, 1] == pytest.approx(reach)
    assert figures.competition_for_people[0, 1] == pytest.approx(w @ (np.array([100, 50]) / reach))
    codes = {note.code for note in found.notes}
    assert {"ikob.coded-parking", "ikob.coded-competition", "ikob.coded-commuting"} <= codes


def test_the_best_of_modes_counts_and_no_ride_is_no_way():
    inputs = two_places("car_prefers_transit")
    found = ikob(inputs).figures["day"]
    transit = weight(30 + 12 * (0.75 + 10 * 0.121), turning=60)
    assert found.reach[0, 2] == pytest.approx([transit * 20, transit * 80])  # nobody rides within
    car = 0.95 * weight(20 + 1 + 19.2, turning=45)
    best = max(car, transit, weight(40, 25, 0.225))
    within = max(0.95 * weight(5 + 5 + 3.84, turning=45), weight(10, 25, 0.225))
    assert found.reach[0, 6, 0] == pytest.approx(within * 80 + best * 20)


def test_competition_as_the_text_counts_it():
    """Part E: places of 10, 70 and 20 jobs and people, half a weight apart."""
    jobs = np.array([10.0, 70, 20])
    w = np.where(np.eye(3) == 1, 1.0, 0.5)
    by_text = w @ (jobs / (jobs @ w))
    assert by_text == pytest.approx([0.76, 1.08, 0.84], abs=0.005)
    # 45 min are half a weight, and half a minute is all but one
    shares = np.zeros((3, 4, len(GROUPS)))
    shares[:, :, [one.name for one in GROUPS].index("car_prefers_neutral")] = 1
    minutes = np.where(w == 1, 0.6, 45.0)
    skims = Skims(minutes, minutes, minutes, minutes, minutes)
    counts = np.repeat(jobs[:, None], 4, axis=1)
    free = Prices(transit_start=0, transit_per_km=0)
    inputs = IkobInputs(("a", "b", "c"), counts, counts, shares, {"day": skims}, prices=free)
    found = ikob(inputs).figures["day"].competition_for_jobs[0, MODE_SETS.index(("transit",))]
    assert found == pytest.approx([0.76, 1.08, 0.84], abs=0.006)


def drawn(n=5, **changed):
    rng = np.random.default_rng(7)
    minutes, km = rng.uniform(3, 90, (n, n)), rng.uniform(1, 40, (n, n))
    incomes = rng.dirichlet(np.ones(4), n)
    told = {
        "people": incomes * rng.uniform(100, 900, (n, 1)),
        "jobs": rng.uniform(0, 500, (n, 4)),
        "shares": group_shares(
            incomes,
            np.arange(n) % 5 + 1.0,
            cars_per_household=np.array([0.4, np.nan, 0.9, 0.2, 1.4])[:n],
        ),
        "skims": {
            "peak": Skims(
                minutes, km, rng.uniform(5, 200, (n, n)), rng.uniform(0, 120, (n, n)), km * 1.1
            )
        },
        "electric_shares": (0.0, 0.1, 0.25, 1.0),
        "parking_min": rng.uniform(0, 9, (n, 2)),
    }
    return IkobInputs(tuple("abcde"[:n]), **told | changed)


@pytest.mark.parametrize("motive", ["work", "education"])
@pytest.mark.parametrize("variant", ["written", "coded"])
def test_all_figures_are_those_of_plain_loops(variant, motive):
    inputs = drawn(motive=motive)
    found = ikob(inputs, variant=variant).figures["peak"]
    for name, plain in plain_ikob(inputs, "peak", variant).items():
        np.testing.assert_allclose(getattr(found, name), plain, rtol=1e-11, err_msg=name)


def test_groups_add_up_to_everybody_and_poor_owners_are_fewer():
    full = group_shares(np.full((2, 4), 0.25), np.array([1.0, 5.0]))
    assert full.sum(axis=2) == pytest.approx(
        np.ones((2, 4)), abs=0.011
    )  # tables of whole percents
    fewer = group_shares(
        np.full((1, 4), 0.25), np.array([1.0]), cars_per_household=np.array([0.33])
    )
    # 66 % would have a car, 33 do: half of each class
    owners = [k for k, group in enumerate(GROUPS) if group.car in {"car", "free_car"}]
    assert fewer[0, :, owners].sum(axis=0) == pytest.approx(np.array([33, 59, 78, 94]) / 200)
    assert fewer.sum(axis=2) == pytest.approx(np.ones((1, 4)), abs=0.03)
    with pytest.raises(InputError, match="1 to 5"):
        group_shares(np.full((1, 4), 0.25), np.array([6.0]))
    with pytest.raises(InputError, match="outside 0 to 1"):
        GroupTables(free_transit=np.full(5, 3.0))


def test_parameters_of_the_program_are_those_of_the_bicycle():
    assert decay_parameters("car", "car", "daily_shopping", variant="coded").turning_min == 10
    assert decay_parameters("car", "neutral", "other_shopping").turning_min == 20
    assert decay_parameters("car", "neutral", "other_shopping", variant="coded").turning_min == 15
    with pytest.raises(InputError, match="motive 'fun'"):
        decay_parameters("car", "car", "fun")
    with pytest.raises(InputError, match="variant"):
        decay_parameters("car", "car", variant="read")


# --- park-and-ride


def with_hubs(**changed):
    """Three places in a row, the hub in the middle: 30 min and 20 km to it by car."""
    hub = Hubs((1,), (5.0,), (2.0,), (1.5,), (True,))
    car = np.array([[2.0, 30, 90], [30, 2, 60], [90, 60, 2]])
    skims = Skims(car, car * 2 / 3, car * 3, car / 2 + 0.6, car * 2 / 3)
    return drawn(
        3, shares=drawn().shares[:3], skims={"day": skims}, hubs=hub, parking_min=None, **changed
    )


def test_the_best_way_by_a_hub_is_by_hand():
    times = ExperiencedTimes(with_hubs(), "day")
    driven = 30 + 12 * (20 * 0.16 + 1.5)
    ridden = 5 + 30.6 + 12 * (0.75 + 40 * 0.121)
    without = ExperiencedTimes(replace(with_hubs(), hubs=None), "day").of("car_fossil", 0)[0, 2]
    assert driven + ridden < without == 90 + 12 * 60 * 0.16 or driven + ridden > without
    assert times.of("car_fossil", 0)[0, 2] == pytest.approx(min(driven + ridden, without))


def test_the_program_takes_its_hub_for_bicycles_from_park_and_ride():
    hubs = Hubs((0, 1), (5.0, 5.0), (2.0, 2.0), (0.0, 0.0), (True, True))
    inputs = replace(with_hubs(), hubs=hubs)
    written, coded = (
        best_hubs(inputs, part="day", variant=one)[1] for one in ("written", "coded")
    )
    assert written[2, 0] in {0, 1}
    assert (written != coded).any()
    assert "ikob.coded-hubs" in {note.code for note in ikob(inputs, variant="coded").notes}


def test_a_hub_makes_no_way_longer():
    for variant in ("written", "coded"):
        plain, parked = (
            ExperiencedTimes(one, "day", variant).of("car_electric", 2)
            for one in (replace(with_hubs(), hubs=None), with_hubs())
        )
        assert (parked <= plain + 1e-12).all()


# --- of one's own tables


def tables(**changed):
    places = pd.DataFrame(
        {
            "id": ["a", "b"],
            "country": ["NL", "DE"],
            "urbanity": [1, 5],
            "people": [40.0, 80],
            "jobs": [8.0, 4],
        }
    )
    pairs = [("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]
    frame = pd.DataFrame(pairs, columns=["from_id", "to_id"])
    times = {
        mode: frame.assign(travel_time_min=np.array([5.0, 20, 20, 5]) * k)
        for mode, k in (("car", 1), ("bicycle", 3), ("transit", 2))
    }
    km = {mode: frame.assign(distance_km=[2.0, 10, 10, 2]) for mode in ("car", "transit")}
    return {"places": places, "times": times, "distances": km} | changed


def test_own_tables_of_two_countries():
    told = tables()
    inputs = ikob_inputs(**told)
    assert inputs.countries == ("NL", "DE")
    assert inputs.people.sum(axis=1).tolist() == [40, 80]
    assert inputs.parking_min.tolist() == [[12.5, 5], [0, 0]]
    notes = [note.code for note in inputs.provenance.told()]
    assert notes == ["ikob.incomes-even", "ikob.groups-elsewhere"]
    own = ikob_inputs(**told, groups={"NL": GroupTables(), "DE": GroupTables()})
    assert [note.code for note in own.provenance.told()] == ["ikob.incomes-even"]
    table = ikob(inputs).table
    assert len(table) == 2 * len(INCOMES) * len(MODE_SETS)
    assert table["reach"].between(0, 12).all()


def test_costs_that_somebody_else_computed_take_the_place_of_kilometres():
    told = tables()
    frame = told["times"]["car"][["from_id", "to_id"]]
    costs = pd.concat(
        [frame.assign(mode="car", cost_eur=0.0), frame.assign(mode="transit", cost_eur=0.0)]
    )
    inputs = ikob_inputs(**told | {"distances": {"car": told["distances"]["car"]}}, costs=costs)
    times = ExperiencedTimes(inputs, "day")
    # a cost of nothing gives plain minutes to the last digit
    assert np.array_equal(times.of("transit", 0), inputs.skims["day"].transit_min)
    free = replace(inputs, parking_min=None)
    assert np.array_equal(
        ExperiencedTimes(free, "day").of("car_fossil", 0), inputs.skims["day"].car_min
    )
    with pytest.raises(InputError, match="mode 'boat'"):
        ikob_inputs(**told, costs=costs.assign(mode="boat"))


def test_a_cap_that_never_binds_changes_nothing():
    inputs = drawn()
    capped = replace(inputs, prices=replace(inputs.prices, transit_cap=9_999.0))
    for name in FIGURES:
        one, other = (getattr(ikob(x).figures["peak"], name) for x in (inputs, capped))
        assert np.array_equal(one, other)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"places": pd.DataFrame({"id": ["a"], "country": ["NL"]})}, "urbanity"),
        ({"times": {}}, "car, bicycle, transit"),
        ({"distances": {}}, "no distances by car"),
    ],
)
def test_what_own_tables_lack_is_told(changed, said):
    with pytest.raises(InputError, match=said):
        ikob_inputs(**tables(**changed))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"people": np.full((2, 4), np.nan)}, "people has values that are negative"),
        ({"jobs": np.ones((3, 4))}, "jobs is"),
        ({"motive": "fun"}, "motive 'fun'"),
        ({"skims": {}}, "no part of the day"),
        ({"cycle": "boat"}, "neither bicycle nor ebike"),
    ],
)
def test_inputs_that_cannot_be_are_told(changed, said):
    with pytest.raises(InputError, match=said):
        two_places(**changed)


def test_who_does_not_live_there_has_no_figure():
    table = ikob(two_places()).table.set_index(["income", "modes", "id"])
    assert math.isnan(table.loc[("high", "car", "a"), "reach"])
    assert math.isnan(table.loc[("high", "car", "a"), "competition_for_people"])
    assert table.loc[("high", "car", "a"), "potential"] == 0


# --- the program's own files


def test_what_a_project_lacks_is_told(tmp_path):
    file = tmp_path / "p.json"
    with pytest.raises(FileError, match="no such file"):
        read_ikob(file)
    file.write_text("{", encoding="utf-8")
    with pytest.raises(FileError, match="no JSON"):
        read_ikob(file)
    file.write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="no project"):
        read_ikob(file)
    file.write_text(json.dumps({"project": {"paden": {"segs_directory": "x"}}}), encoding="utf-8")
    with pytest.raises(FileError, match="neither beside it"):
        read_ikob(file)
    file.write_text(json.dumps({"project": {}}), encoding="utf-8")
    with pytest.raises(InputError, match="no setting project / paden"):
        read_ikob(file)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,2\n3,4\n", [[1, 2], [3, 4]]),
        ("\ufeffLaag,Hoog\n3,4\n", [[3, 4]]),
        ("Zone,AankomstZT\n1,4\n2,0\n", [[4], [0]]),
        ("a;b\n1,5;2\n", [[1.5, 2]]),
    ],
)
def test_files_of_the_program_with_and_without_names(tmp_path, text, numbers):
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    assert read_numbers(file).tolist() == numbers


def test_a_file_that_holds_no_numbers_is_told(tmp_path):
    file = tmp_path / "a.csv"
    for text, said in (("1,2\n3,x\n", "no table of numbers"), ("1,2\n3,\n", "empty cells")):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match=said):
            read_numbers(file)


def written_project(folder):
    """Write a project of two places in the program's own form."""
    incomes = ["laag", "middellaag", "middelhoog", "hoog"]
    same = dict.fromkeys(incomes, 8.0)
    off = {"gebruiken": False, "bestand": ""}
    told = {
        "TVOM": {"werk": same, "overig": same},
        "project": {
            "naam": "two", "beprijzingsregime": "Basis", "motieven": ["werk"],
            "paden": {"segs_directory": "SEGS", "skims_directory": "skims", "output_directory": ""},
            "verstedelijkingsscenario": "2023", "fiets of E-fiets": ["Fiets"],
            "welke_inkomensgroepen": incomes,
        },
        "verdeling": {"GratisOVpercentage": 0.03, "Percelektrisch": dict.fromkeys(incomes, 10.0)},
        "skims": {
            "Kosten auto fossiele brandstof": {"variabele kosten": 16, "kmheffing": 0},
            "Kosten elektrische auto": {"variabele kosten": 5, "kmheffing": 0},
            "varkostenga": {"GeenAuto": 0.33, "GeenRijbewijs": 2.4},
            "tijdkostenga": {"GeenAuto": 0.05, "GeenRijbewijs": 0.4},
            "pricecap": {"gebruiken": True, "getal": 3.0}, "OV kostenbestand": {"gebruiken": False},
            "OV kosten": {"kmkosten": 12, "starttarief": 75}, "dagsoort": ["Restdag"],
            "parkeerzoektijden_bestand": "SEGS/Parkeerzoektijd.csv",
        },
        "geavanceerd": {
            "kunstmab": off, "additionele_kosten": off, "parkeerkosten": off,
            "welke_groepen": ["alle groepen"],
        },
        "ketens": {"chains": {"gebruiken": False, "naam hub": ""}},
    }  # fmt: skip
    degrees = {
        name: "\n".join(["a,b,c,d", *[row] * 5])
        for name, row in (
            ("WelAuto", "50,60,70,80"), ("GeenAuto", "30,20,20,15"),
            ("GeenRijbewijs", "20,20,10,5"), ("Voorkeuren", "40,30,20,10"),
        )
    }  # fmt: skip
    files = degrees | {
        "VoorkeurenGeenAuto": "\n".join(["a,b,c", *["40,30,30"] * 5]),
        "CBS_autos_per_huishouden": "60,0", "Stedelijkheidsgraad": "1,4",
        "Parkeerzoektijd": "Zone,A,V\n1,4,1\n2,0,0",
        "2023/Beroepsbevolking_inkomensklasse": "a,b,c,d\n10,20,30,40\n40,30,20,10",
        "2023/Arbeidsplaatsen_inkomensklasse": "a,b,c,d\n5,5,5,5\n9,9,9,9",
    }  # fmt: skip
    for name, text in files.items():
        file = folder / "SEGS" / f"{name}.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
    for name in ("Auto_Tijd", "Auto_Afstand", "Fiets_Tijd", "OV_Tijd", "OV_Afstand"):
        file = folder / "skims/Restdag" / f"{name}.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("0,12\n14,0\n", encoding="utf-8")
    path = folder / "two.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_a_project_runs_by_command_and_is_the_same_as_its_own_folder(tmp_path, capsys):
    project = written_project(tmp_path)
    run = ["ikob", str(project), "--variant", "coded", "-o", str(tmp_path / "reach.csv")]
    assert main([*run, "--folder", str(tmp_path / "out")]) == 0
    assert "542 tables" in capsys.readouterr().out
    inputs = read_ikob(project).inputs["werk"]
    assert inputs.prices == Prices(shared_per_km=0.33, transit_per_km=0.12, transit_cap=3.0)
    assert inputs.electric_shares == (0.1,) * 4
    assert main([*run, "--against", str(tmp_path / "out")]) == 0
    assert "542 of 542 tables are the same" in capsys.readouterr().out
    # as the text has it, the times to park and what rests on them are others
    run[3] = "written"
    assert main([*run, "--against", str(tmp_path / "out")]) == 1
    assert main([*run, "--folder", str(tmp_path / "out")]) == 2


def extracted(folder):
    if not ARCHIVE.exists():
        pytest.skip("shared/data/methods/ikob is not here")
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder, filter="data")
    return folder / "tests/vlaanderen"


@pytest.mark.long
@pytest.mark.shared_data
def test_every_table_of_crows_own_case_is_the_same_in_one_command(tmp_path, capsys):
    case = extracted(tmp_path)
    run = ["ikob", str(case / "vlaanderen.json"), "-o", str(tmp_path / "reach.csv")]
    assert main([*run, "--variant", "coded", "--against", str(case / "reference")]) == 0
    assert "560 of 560 tables are the same" in capsys.readouterr().out
    # as written, what rests on none of the slips stays: times by bicycle and by public transport
    assert main([*run, "--against", str(case / "reference")]) == 1
    shutil.rmtree(case / "skims")
    assert main(run) == 2
