"""The mean inhabitant of groups of cells, and two tables of reach side by side, by hand."""

import numpy as np
import pandas as pd
import pytest
from reach_tables import by_columns, by_rows, measured

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import combine, compare

NAN = np.nan
#: Four Dutch cells in two towns and a German one, their rows in no order.
DRAWN = pd.DataFrame(
    {
        "id": ["e", "b", "a", "d", "c"],
        "country": ["DE", "NL", "NL", "NL", "NL"],
        "cutoff_min": 30.0,
        "opportunity": "jobs",
        "reach_nl": [4.0, 20.0, 10.0, 40.0, 30.0],
        "reach_de": [6.0, 2.0, 0.0, 8.0, 6.0],
        "unknown_within": [0, 3, 1, 0, 2],
        "share_without_ride": [1.0, 0.5, 0.25, NAN, 0.0],
        "edge": [True, False, True, False, True],
        "closed_lower": [1.0, 2.0, 3.0, 4.0, 5.0],
        "closed_upper": [11.0, 22.0, 13.0, 44.0, 35.0],
        "open_lower": [1.0, 4.0, 3.0, 8.0, 9.0],
        "open_upper": [21.0, 32.0, 13.0, 64.0, 45.0],
        "mode": "transit",
    }
)
PEOPLE = pd.Series({"a": 1.0, "b": 3.0, "c": 2.0, "d": 6.0, "e": 5.0})
TOWNS = pd.Series({"a": "GM0168", "b": "GM0168", "c": "GM0153", "d": "GM0153", "e": "05554020"})


def whole(table):
    return by_rows(measured_sides(table))


def measured_sides(table):
    """Add closed, open and what follows from them."""
    own = np.where(table["country"] == "NL", table["reach_nl"], table["reach_de"])
    opened = table["reach_nl"] + table["reach_de"]
    return table.assign(closed=own, open=opened, border_effect=opened / own - 1)


def combined(table=DRAWN, people=PEOPLE, **options):
    result = combine(whole(table), weights=people, groups=TOWNS, **options)
    assert result["id"].drop_duplicates().tolist() == ["05554020", "GM0153", "GM0168"]
    return by_columns(result).set_index("id")


def test_every_figure_is_a_sum_over_people():
    table = combined()
    enschede, losser = table.loc["GM0153"], table.loc["GM0168"]
    assert enschede[["reach_nl", "reach_de"]].tolist() == [300 / 8, 60 / 8]
    assert losser[["reach_nl", "reach_de"]].tolist() == [70 / 4, 6 / 4]
    assert losser["closed"] == 70 / 4
    assert table["unknown_within"].tolist() == [0, 2, 3]
    # a and b reach 10 and 22 jobs, of which a quarter and a half without a ride
    assert losser["share_without_ride"] == pytest.approx((1 * 2.5 + 3 * 11) / (10 + 66))
    assert enschede["share_without_ride"] == 0.0  # of d it is not known
    assert table.loc["05554020", "share_without_ride"] == 1.0
    assert table["edge_share"].tolist() == [1.0, 2 / 8, 1 / 4]
    assert losser[["closed_lower", "closed_upper"]].tolist() == [9 / 4, 79 / 4]
    assert enschede[["open_lower", "open_upper"]].tolist() == [66 / 8, 474 / 8]
    assert (table["population_covered"] == 1.0).all()
    assert (table["mode"] == "transit").all()


def test_nearly_all_without_a_ride_is_all():
    table = combined(DRAWN.assign(share_without_ride=1 - 1e-9))
    assert (table["share_without_ride"] == 1.0).all()
    table = combined(DRAWN.assign(share_without_ride=0.99))
    assert (table["share_without_ride"] < 1.0).all()


def test_a_cell_of_which_nothing_is_known_counts_only_among_the_people():
    figures = ["reach_nl", "reach_de", "unknown_within", "share_without_ride",
               "closed_lower", "closed_upper", "open_lower", "open_upper"]  # fmt: skip
    table = DRAWN.astype(dict.fromkeys(figures, float) | {"edge": object})
    table.loc[table["id"] == "b", [*figures, "edge"]] = NAN
    with pytest.warns(GrensgeoWarning, match=r"population of GM0168 \(25%\)"):
        found = combined(table)
    losser = found.loc["GM0168"]
    assert losser[["reach_nl", "closed_lower", "closed_upper"]].tolist() == [10.0, 3.0, 13.0]
    assert losser["share_without_ride"] == 0.25
    assert (losser["edge_share"], losser["unknown_within"]) == (1.0, 1)
    assert losser["population_covered"] == 0.25
    table.loc[table["id"] == "a", [*figures, "edge"]] = NAN
    with pytest.warns(GrensgeoWarning, match=r"population of GM0168 \(0%\)"):
        found = combined(table)
    nothing = ["reach_nl", "closed", "open", "closed_lower", "open_upper", "edge_share"]
    assert found.loc["GM0168", nothing].isna().all()


def test_a_town_of_which_just_enough_is_known_is_not_told():
    table = DRAWN.astype({"reach_nl": float, "reach_de": float})
    table.loc[table["id"] == "a", ["reach_nl", "reach_de"]] = NAN
    people = PEOPLE.replace({1.0: 5.0, 3.0: 95.0})
    table["unknown_within"] = 0
    found = combined(table.drop(columns=["edge", "share_without_ride"]), people)
    assert found.loc["GM0168", "population_covered"] == 0.95
    people = PEOPLE.replace({1.0: 5.1, 3.0: 94.9})
    with pytest.warns(GrensgeoWarning, match=r"less than 95% of the population of GM0168 \(95%\)"):
        combined(table.drop(columns=["edge", "share_without_ride"]), people)


def test_cells_and_groups_are_held_against_what_is_known_of_their_countries():
    known = pd.Series({"a": "DE"})
    with pytest.raises(InputError, match="reach: a says NL and lies in DE"):
        combined(countries=known)
    with pytest.raises(InputError, match="groups: country: GM0168 says NL and lies in DE"):
        combined(countries=pd.Series({"GM0168": "DE"}))
    with pytest.raises(InputError, match="weights: no counts: many"):
        combined(people=PEOPLE.astype(object).replace(3.0, "many"))


def car(table):
    return measured(table.drop(columns=[n for n in table if n.startswith(("closed_", "open_"))]))


def test_two_tables_are_compared_mode_by_mode():
    before = pd.concat([car(DRAWN.assign(mode=mode)) for mode in ("car", "walk")])
    after = pd.concat(
        [car(DRAWN.assign(mode="walk")), car(DRAWN.assign(mode="car", reach_nl=50.0))]
    )
    table = compare(before, after)
    assert table["mode"].tolist() == ["car"] * 5 + ["walk"] * 5
    cars = table[table["mode"] == "car"].set_index("id")
    assert cars.loc["a", ["baseline", "scenario", "difference", "relative"]].tolist() == [
        10.0, 50.0, 40.0, 4.0,
    ]  # fmt: skip
    assert (table.loc[table["mode"] == "walk", "difference"] == 0).all()
    # where one of them names no mode, rows are told apart without
    one = compare(before[before["mode"] == "car"], car(DRAWN.drop(columns="mode")))
    assert (one["difference"] == 0).all()
    assert "mode" not in one


def test_what_is_wrong_with_two_tables_names_the_table():
    good = car(DRAWN)
    bad = good.assign(cutoff_min=-1.0)
    with pytest.raises(InputError, match=r"^baseline: cutoff_min is below zero"):
        compare(bad, good)
    with pytest.raises(InputError, match=r"^scenario: cutoff_min is below zero"):
        compare(good, bad)
    with pytest.raises(InputError, match=r"^compare: only in the baseline: e 30.0 jobs"):
        compare(good, good[good["id"] != "e"])
