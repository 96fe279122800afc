import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog
from toyfeed import toy_cells, toy_towns, write_toy

from grensgeo.monitor import FeedOptions
from grensgeo.monitor.suppressing import closed_set, exposed

KEY = ["indicator_id", "region_code"]
TEXT = {"region_code": str, "period": str}
LEVELS = ("municipality", "corop", "nuts3", "nuts2", "area")


def members(table):
    """Give the regions of each level by municipality."""
    frame = pd.DataFrame(table, columns=["municipality", *LEVELS[1:]])
    return frame.set_index("municipality", drop=False)


def solver_finds(people, member, hidden, told):
    """Give what a linear program fixes of hidden sums: those whose least is their most."""
    places = list(people)
    rows = []
    for level, code in places:
        if level != "municipality":
            row = np.zeros(len(places))
            row[places.index((level, code))] = -1
            for town in member.index[member[level] == code]:
                row[places.index(("municipality", town))] = 1
            rows.append(row)
    bounds = [(0, None) if place in hidden else (told[place],) * 2 for place in places]
    fixed = set()
    for number, place in enumerate(places):
        if place in hidden:
            ends = []
            for sign in (1, -1):
                aim = np.zeros(len(places))
                aim[number] = sign
                found = linprog(aim, A_eq=np.array(rows), b_eq=np.zeros(len(rows)), bounds=bounds)
                assert found.status in {0, 3}
                ends.append(np.inf if found.status == 3 else sign * found.fun)
            if abs(ends[1] - ends[0]) < 1e-6:
                fixed.add(place)
    return fixed


MEMBER = members(
    [("a", "C1", "N1", "M", "x"), ("b", "C1", "N1", "M", "x"), ("c", "C1", "N1", "M", "y"),
     ("d", "C2", "N2", "M", "y"), ("e", "C3", "N3", "M", "x"), ("f", "C3", "N3", "M", "x")]
)  # fmt: skip
SIZES = {"a": 3, "b": 50, "c": 40, "d": 9, "e": 70, "f": 4}


def sums(values):
    told = {("municipality", code): float(value) for code, value in values.items()}
    for level in LEVELS[1:]:
        for code in dict.fromkeys(MEMBER[level]):
            inside = MEMBER.index[MEMBER[level] == code]
            told[level, code] = float(sum(values[town] for town in inside))
    return told


@pytest.mark.parametrize(
    "small", [("a",), ("d",), ("f",), ("a", "f"), ("a", "b", "c"), ("a", "d")]
)
def test_a_solver_finds_nothing_that_is_suppressed(small):
    people = sums(SIZES)
    start = frozenset(("municipality", code) for code in small)
    hidden = closed_set(start, MEMBER, people)
    assert start <= hidden
    assert solver_finds(people, MEMBER, hidden, people) == set()


@pytest.mark.parametrize("small", [("a",), ("d",)])
def test_without_more_the_solver_would(small):
    people = sums(SIZES)
    start = frozenset(("municipality", code) for code in small)
    assert start <= solver_finds(people, MEMBER, start, people)


def test_a_region_of_one_municipality_goes_with_it():
    hidden = closed_set(frozenset({("municipality", "d")}), MEMBER, sums(SIZES))
    assert {("nuts3", "N2"), ("corop", "C2")} <= hidden


def test_what_follows_from_equations_by_hand():
    equations = np.array([[1.0, 1, 1, -1, 0], [0, 0, 1, 0, -1]])
    assert exposed(equations, np.array([True, False, False, False, False])).tolist()[0]
    assert not exposed(equations, np.array([True, True, False, False, False])).any()
    both = exposed(equations, np.array([True, True, True, False, False]))
    assert both.tolist() == [False, False, True, False, False]


def test_few_people_are_suppressed_with_what_gives_them_away(tmp_path):
    region = toy_towns()
    write_toy(tmp_path, toy_cells(region), region=region, options=FeedOptions(suppress_below=20))
    table = pd.read_csv(tmp_path / "observations.csv", dtype=TEXT)
    hidden = table[table["status"] == "Q"]
    # Zeewolde has 13 inhabitants in the toy; Lelystad is the smallest beside it
    assert set(hidden["region_code"]) == {"GM0050", "GM0995"}
    told = ["value", "lower", "upper", "n_origins", "population", "edge_share"]
    assert hidden[told].isna().all().all()
    # the people themselves are known from elsewhere
    assert set(table.loc[table["measure"] == "population", "status"]) == {"A"}
    reach = table[
        table["region_code"].isin(["GM0050", "GM0995"]) & (table["measure"] != "population")
    ]
    assert set(reach["status"]) == {"Q"}
    assert "are suppressed (status Q): " in (tmp_path / "datapackage.json").read_text(
        encoding="utf-8"
    )


@pytest.mark.long
def test_few_people_below_a_norm_are_suppressed(tmp_path):
    region = toy_towns()
    norm = {"opportunity": "jobs", "cutoff_min": 45.0, "least": 2000}
    options = FeedOptions(norms=(norm,), suppress_below=50)
    write_toy(tmp_path / "a", toy_cells(region, modes=("car",)), region=region,
              options=FeedOptions(norms=(norm,)))  # fmt: skip
    write_toy(tmp_path / "b", toy_cells(region, modes=("car",)), region=region, options=options)
    plain, kept = (
        pd.read_csv(tmp_path / name / "observations.csv", dtype=TEXT).set_index(KEY)
        for name in ("a", "b")
    )
    counts = plain[plain["measure"].str.startswith("people_below")]
    few = counts[(counts["value"] > 0) & (counts["value"] < 50)]
    assert len(few)
    assert set(kept.loc[few.index, "status"]) == {"Q"}
    assert not kept.loc[kept["status"] == "Q", "value"].notna().any()


@pytest.mark.long
def test_nothing_is_suppressed_without_being_told_to(tmp_path):
    write_toy(tmp_path)
    assert "Q" not in set(pd.read_csv(tmp_path / "observations.csv", dtype=TEXT)["status"])
