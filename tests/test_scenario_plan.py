"""Scenarios that extend others, are combined, and share out what they bring."""

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from test_region import region
from test_scenario import AROUND_BC, network

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.scenario import (
    AddOpportunities,
    CloseBorder,
    ModifyStreets,
    ScaleOpportunities,
    Scenario,
    SetResistance,
    Situation,
    combine_scenarios,
    read_scenario,
    scenario_shares,
)


def made(name, *modifications):
    return Scenario(name, modifications, title=dict.fromkeys(("nl", "de", "en"), name.upper()))


def jobs(situation):
    return situation.region.opportunities["jobs"].sum()


MORE = made("more", AddOpportunities("jobs", 10, place="GM0153"))
TWICE = made("twice", ScaleOpportunities(2, opportunities=("jobs",)))


def test_shares_add_up_to_the_difference():
    # 110 jobs: 10 more are 10 or, doubled, 20; doubling brings 110 or 120
    before = Situation(region())
    table = scenario_shares(before, [MORE, TWICE], jobs).set_index("part")
    assert table.loc["more", ["first_in", "last_in", "share"]].tolist() == [10, 20, 15]
    assert table.loc["twice", ["first_in", "last_in", "share"]].tolist() == [110, 120, 115]
    assert (
        table["share"].sum() == jobs(combine_scenarios("all", [MORE, TWICE]).apply(before)) - 110
    )
    assert table[["least", "most"]].to_numpy().tolist() == [[10, 20], [110, 120]]


def doublings(situation):
    change = situation.network.speed_changes.get("walk")
    return 0.0 if change is None else np.log2(change.factor[0])


def test_shares_by_place_and_of_more_than_four():
    def by_cell(situation):
        return situation.region.opportunities["jobs"].rename_axis(None)

    table = scenario_shares(Situation(region()), [MORE, TWICE], by_cell)
    assert table["id"].tolist() == [*region().cells.index] * 2
    assert table.loc[table["part"] == "more", "share"].round(9).tolist() == [10.5, 4.5, 0]
    five = [
        made(f"n-{n}", ModifyStreets(country="NL", speed_factor=2, modes=("walk",)))
        for n in range(5)
    ]
    table = scenario_shares(Situation(network=network()), five, doublings)
    assert table["first_in"].tolist() == table["last_in"].tolist() == [1] * 5
    assert table["share"].isna().all()
    with pytest.raises(InputError, match="name each once"):
        scenario_shares(Situation(region()), [MORE, MORE], jobs)


@settings(max_examples=examples(6))
@given(st.lists(st.integers(1, 50), min_size=1, max_size=2))
def test_law_shares_of_what_adds_up_are_what_each_adds(counts):
    parts = [
        made(f"n-{k}", AddOpportunities("jobs", n, place="GM0153")) for k, n in enumerate(counts)
    ]
    table = scenario_shares(Situation(region()), parts, jobs)
    np.testing.assert_allclose(table["share"], counts, atol=1e-6)
    np.testing.assert_allclose(table["most"] - table["least"], 0, atol=1e-6)


def test_a_part_that_another_makes_idle_has_no_share_then():
    ones = [made("one", CloseBorder("destinations")), made("two", CloseBorder("destinations"))]
    table = scenario_shares(
        Situation(), ones, lambda situation: float(situation.border.foreign_destinations)
    )
    assert table[["first_in", "last_in", "share"]].to_numpy().tolist() == [[-1, 0, -0.5]] * 2


def test_the_key_names_what_changes_and_not_what_it_is_called():
    one, same = made("one", SetResistance(5)), made("two", SetResistance(5))
    assert one.key == same.key
    keys = {
        one.key,
        made("a", SetResistance(6)).key,
        made("b", SetResistance(5), SetResistance(6)).key,
    }
    assert len(keys) == 3
    ring = ModifyStreets(polygon=AROUND_BC, speed_factor=2)
    assert (
        made("a", ring).key == made("b", ModifyStreets(polygon=ring.polygon, speed_factor=2)).key
    )
    assert (
        made("a", ring).key != made("b", ModifyStreets(polygon=ring.polygon, speed_factor=3)).key
    )


HEAD = """
[scenario]
name = "{name}"
title = {{ nl = "a", de = "b", en = "c" }}
"""
SLOWER = """
[[modifications]]
type = "modify-streets"
highways = ["primary"]
modes = ["car"]
speed_factor = {factor}
"""


def file(folder, name, text, extends=""):
    path = folder / f"{name}.toml"
    path.write_text(HEAD.format(name=name) + extends + text, encoding="utf-8")
    return path


def test_a_scenario_extends_others(tmp_path):
    file(tmp_path, "base", SLOWER.format(factor=0.5))
    file(tmp_path, "other", SLOWER.format(factor=0.1))
    path = file(tmp_path, "more", SLOWER.format(factor=4), 'extends = ["base.toml"]\n')
    both = read_scenario(path)
    assert [item.speed_factor for item in both.modifications] == [0.5, 4]
    then, now = (net.durations_s("car")[0] for net in (network(), both.apply(network())))
    np.testing.assert_allclose(now / then, [1, 0.5, 0.5])
    stack = file(tmp_path, "stack", "", 'extends = ["base.toml", "other.toml"]\n')
    assert [item.speed_factor for item in read_scenario(stack).modifications] == [0.5, 0.1]


def test_files_that_cannot_be_extended_are_told(tmp_path):
    path = file(tmp_path, "self", SLOWER.format(factor=4), 'extends = ["self.toml"]\n')
    with pytest.raises(InputError, match=r"extends itself \(self.toml > self.toml\)"):
        read_scenario(path)
    path = file(tmp_path, "lost", SLOWER.format(factor=4), 'extends = ["nowhere.toml"]\n')
    with pytest.raises(InputError, match=r"line 5, extends: .*nowhere.toml: no such file"):
        read_scenario(path)
    with pytest.raises(InputError, match="modifications: there are none"):
        read_scenario(file(tmp_path, "none", ""))


def test_the_empty_difference_is_exactly_zero():
    before = Situation(region())
    half, back = ScaleOpportunities(0.5), ScaleOpportunities(2)
    after = made("both", half, back).apply(before)
    pd.testing.assert_series_equal(
        after.region.opportunities["jobs"], before.region.opportunities["jobs"], check_exact=True
    )


def test_a_scenario_concerns_who_uses_what_it_changes_or_counts_what_it_moves():
    """A cycle highway concerns those who ride to the station by bicycle; new jobs concern all."""
    title = dict.fromkeys(("nl", "de", "en"), "x")
    highway = gg.ModifyStreets(ways=(1,), speed_factor=1.2, modes=("bicycle",))
    checks = gg.SetCrossingTime(5, modes=("car",))
    trips = {
        "car": gg.Trip("car"),
        "bicycle": gg.Trip("bicycle"),
        "train": gg.Trip("transit", departure="2023-10-17T07:30", access="bicycle"),
        "train on foot": gg.Trip("transit", departure="2023-10-17T07:30"),
    }
    concerned = {
        change.kind: {x for x, trip in trips.items() if one.concerns(trip)}
        for change in (highway, checks, gg.ScaleOpportunities(2.0), gg.CloseBorder("routing"))
        for one in [gg.Scenario("one", (change,), title=title)]
    }
    assert concerned == {
        "modify-streets": {"bicycle", "train"},
        "set-crossing-time": {"car"},
        "scale-opportunities": set(trips),
        "close-border": set(trips),
    }
