"""Comparisons of situations whose answers are known by hand, and of tables of reach."""

import doctest
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from test_region import region

import grensgeo as gg
from grensgeo.comparison.people_concerned import CLASSES, classes_of_reach, classes_of_times
from grensgeo.errors import InputError
from grensgeo.scenario import AddHomes, CloseBorder, ModifyStreets, Scenario, SetResistance
from grensgeo.schema import COMPARISON

TITLE = {"nl": "Proef", "de": "Versuch", "en": "Trial"}
#: Through the points of the three cells, 52.05 N: a (7 people) and b (3) in Enschede lie 3,419 m
#: apart, c (3) in Gronau 5,470 m on; 100 jobs in Enschede, 10 in Gronau.
PLACES = {"a": (-5470, 0), "b": (-2051, 0), "x": (0, 0), "c": (3419, 0)}
STREETS = draw(
    PLACES,
    [{"ends": "ab"}, {"ends": "bx"}, {"ends": "xc", "country": "DE"}],
    origin=(7.0, 52.05),
)


def now(**more):
    """Return the situation on foot: 41 min from a to b, 65.6 from b to c, 106.7 from a to c."""
    given = {"trips": {"walk": gg.Trip("walk", max_min=120)}, **more}
    return gg.Situation(region(), STREETS, **given)


def plan(*modifications):
    return Scenario("trial", modifications, title=TITLE)


FASTER = plan(ModifyStreets(country="NL", speed_factor=2, modes=("walk",)))


def compared(after, *, before=None, **more):
    asked = {"cutoffs_min": (60, 75), "opportunities": ("jobs",), "to": ("Gronau",), **more}
    return gg.compare(before or now(), after, **asked)


def rows(table, level, measure, *more):
    chosen = table[(table["level"] == level) & (table["measure"] == measure)]
    return chosen.set_index(["id", *more])


# --- reach


def test_streets_twice_as_fast_bring_the_other_side_nearer():
    # a to b 20.5, b to c 53.3, a to c 73.8: within 60 min b gains c's 10 jobs; within 75 a does
    found = compared(FASTER)
    table = found.table()
    reach = rows(table, "municipality", "reach", "cutoff_min")
    assert reach.loc[("GM0153", 60.0), "baseline"] == 100
    assert reach.loc[("GM0153", 60.0), "scenario"] == pytest.approx((7 * 100 + 3 * 110) / 10)
    assert reach.loc[("GM0153", 60.0), "difference"] == pytest.approx(3)
    assert reach.loc[("GM0153", 60.0), "relative"] == pytest.approx(0.03)
    assert reach.loc[("GM0153", 75.0), "baseline"] == pytest.approx(103)
    assert reach.loc[("GM0153", 75.0), "scenario"] == pytest.approx(110)
    # from c: within 60 only its own 10 before, and b's 30 jobs after
    assert reach.loc[("05554020", 60.0), ["baseline", "scenario"]].tolist() == pytest.approx(
        [10, 40]
    )
    everybody = rows(table, "all", "reach", "cutoff_min").loc[("all", 60.0)]
    assert everybody["difference"] == pytest.approx((3 * 10 + 3 * 30) / 13)
    assert everybody[["people", "people_gain", "people_lose", "people_same"]].tolist() == [
        13, 6, 0, 7,
    ]  # fmt: skip
    # 10 more than 100 are a tenth, 30 more than 10 are more
    assert everybody["people_gain_much"] == 6
    countries = rows(table, "country", "reach", "cutoff_min")
    assert countries.loc[("DE", 60.0), "people_gain"] == 3
    assert countries.loc[("NL", 60.0), "people_gain"] == 3


def test_the_border_effect_is_that_of_the_means():
    effect = rows(compared(FASTER).table(), "municipality", "border_effect", "cutoff_min")
    assert effect.loc[("GM0153", 60.0), ["baseline", "scenario"]].tolist() == pytest.approx(
        [0, 0.03]
    )
    assert effect.loc[("GM0153", 60.0), "state"] == "rise"
    assert effect.loc[("05554020", 60.0), ["baseline", "scenario"]].tolist() == pytest.approx(
        [0, 3]
    )
    assert effect["people_gain"].isna().all()


# --- travel times


def test_people_arrive_sooner():
    time = rows(compared(FASTER).table(), "municipality", "travel_time", "to_id")
    town = time.loc[("GM0153", "05554020")]
    before = np.array([106.7, 65.6])  # from a, from b
    after = np.array([73.8, 53.3])
    people = np.array([7, 3])
    assert town["baseline"] == pytest.approx((before * people).sum() / 10, abs=0.1)
    assert town["scenario"] == pytest.approx((after * people).sum() / 10, abs=0.1)
    assert town["state"] == "gain"
    assert town[["people_gain_much", "people_gain", "people_same"]].tolist() == [10, 10, 0]
    assert time.loc[("05554020", "05554020"), "state"] == "same"


def test_newly_reached_is_a_gain_of_its_own_kind_and_no_number():
    short = {"trips": {"walk": gg.Trip("walk", max_min=60)}}
    found = compared(FASTER, before=now(**short), cutoffs_min=(60,))
    town = rows(found.table(), "municipality", "travel_time").loc["GM0153"]
    # from b 65.6 before and 53.3 after; from a never within the hour
    assert town["state"] == "newly_reached"
    assert town[["people_newly_reached", "people_unreached", "people_gain"]].tolist() == [3, 7, 0]
    assert np.isnan(town[["baseline", "scenario", "difference", "relative"]].astype(float)).all()
    cells = found.cells().query("measure == 'travel_time'").set_index("id")
    assert cells["class"].to_dict() == {
        "a-GM0153": "unreached",
        "b-GM0153": "newly_reached",
        "b-05554020": "same",
    }
    assert np.isnan(cells.loc["b-GM0153", "difference"])
    assert "Gronau voor 3 inwoners" in found.sentence("nl")
    # and back again
    slower = compared(now(**short), before=FASTER.apply(now(**short)), cutoffs_min=(60,))
    town = rows(slower.table(), "municipality", "travel_time").loc["GM0153"]
    assert town["state"] == "no_longer_reached"
    assert town["people_no_longer_reached"] == 3


def test_off_the_network_is_unknown_and_no_zero():
    near = {"trips": {"walk": gg.Trip("walk", max_min=120, max_snap_m=1)}}
    streets = draw(
        {**PLACES, "a": (-4000, 0)},
        [{"ends": "ab"}, {"ends": "bx"}, {"ends": "xc", "country": "DE"}],
        origin=(7.0, 52.05),
    )
    before = replace(now(**near), network=streets)
    with pytest.warns(gg.GrensgeoWarning):
        found = compared(FASTER, before=before)
    town = rows(found.table(), "municipality", "reach", "cutoff_min").loc[("GM0153", 60.0)]
    assert town["people_unknown"] == 7
    assert town["people"] == 10
    assert town["baseline"] == 30  # of the three who stand on a street


# --- the border


def test_terms_of_the_border_change_reach_and_no_time():
    table = compared(plan(SetResistance(15))).table()
    town = rows(table, "municipality", "reach", "cutoff_min").loc[("GM0153", 75.0)]
    assert town[["difference", "state"]].tolist() == [pytest.approx(-3), "loss"]
    assert town["people_lose"] == 3
    assert (rows(table, "municipality", "travel_time")["difference"] == 0).all()
    closed = compared(plan(CloseBorder("destinations"))).table()
    assert rows(closed, "municipality", "border_effect", "cutoff_min").loc[
        ("GM0153", 75.0), ["baseline", "scenario"]
    ].tolist() == [pytest.approx(0.03), 0]


def test_new_homes_are_told_and_nobody_gains_by_them():
    found = compared(plan(AddHomes(10, place="b-GM0153")))
    town = rows(found.table(), "municipality", "reach", "cutoff_min").loc[("GM0153", 75.0)]
    assert town["difference"] == pytest.approx((7 * 100 + 13 * 110) / 20 - 103)
    assert town[["people", "people_gain", "people_same"]].tolist() == [10, 0, 10]
    assert [note.code for note in found.provenance.told()].count("comparison.people-change") == 1


# --- the empty scenario


@settings(max_examples=examples(12))
@given(
    st.lists(st.floats(200, 6000), min_size=3, max_size=3),
    st.sampled_from(["walk", "bicycle", "car"]),
    st.integers(20, 90),
)
def test_law_nothing_changes_nothing(lengths, mode, cutoff):
    edges = [
        {"ends": ends, "length_m": m} for ends, m in zip(("ab", "bx", "xc"), lengths, strict=True)
    ]
    edges[-1]["country"] = "DE"
    streets = draw(PLACES, edges, origin=(7.0, 52.05))
    before = gg.Situation(region(), streets, {"t": gg.Trip(mode, max_min=90)})
    # the same streets drawn again: nothing is looked up instead of computed
    again = replace(before, network=draw(PLACES, edges, origin=(7.0, 52.05)))
    table = gg.compare(before, again, cutoffs_min=(cutoff,), opportunities=("jobs",)).table()
    assert (table["difference"].dropna() == 0).all()
    assert set(table["state"]) <= {"same", "undefined", "unreached"}
    assert (table[["people_gain", "people_lose"]].fillna(0) == 0).to_numpy().all()


# --- classes


@settings(max_examples=examples(60))
@given(st.data())
def test_law_everybody_is_in_one_class_and_what_one_gains_the_other_way_loses(data):
    figure = st.one_of(st.just(np.nan), st.floats(0, 1e6))
    n = data.draw(st.integers(1, 8))
    old = np.array([data.draw(st.lists(figure, min_size=n, max_size=n))])
    new = np.array([data.draw(st.lists(figure, min_size=n, max_size=n))])
    lost = np.array([data.draw(st.lists(st.booleans(), min_size=n, max_size=n))])
    limits = gg.ChangeLimits()
    there = np.array(CLASSES)[classes_of_times(old, new, lost, limits)]
    back = np.array(CLASSES)[classes_of_times(new, old, lost, limits)]
    turned = dict(zip(CLASSES, CLASSES, strict=True)) | {
        "gain": "lose", "lose": "gain", "gain_much": "lose_much", "lose_much": "gain_much",
        "newly_reached": "no_longer_reached", "no_longer_reached": "newly_reached",
    }  # fmt: skip
    same = np.abs(new - old) <= 1e-6 * np.maximum(old, new)
    assert all(
        turned[one] == two for one, two, s in zip(there[0], back[0], same[0], strict=True) if not s
    )
    reach = np.array(CLASSES)[classes_of_reach(old, new, limits)]
    assert ((reach == "unknown") == np.isnan(old + new)).all()


def test_limits_of_classes():
    limits = gg.ChangeLimits(much_min=10, noise_min=0.5)
    old = np.array([[30.0, 30, 30, 30, 30, np.nan, 30]])
    new = np.array([[20.0, 20.1, 29.6, 30, 41, 30, np.nan]])
    found = classes_of_times(old, new, np.zeros(old.shape, bool), limits)
    assert np.array(CLASSES)[found[0]].tolist() == [
        "gain_much", "gain", "below_noise", "same", "lose_much", "newly_reached",
        "no_longer_reached",
    ]  # fmt: skip
    with pytest.raises(InputError, match="much_min") as caught:
        gg.ChangeLimits(much_min=-1, noise_share=-2)
    assert "noise_share" in str(caught.value)


# --- tables of reach


def reach_table(figures, **more):
    """Return a table of reach: by id its country, and reach in its own country and in the other."""
    found = []
    for name, (country, own, across) in figures.items():
        other = "DE" if country == "NL" else "NL"
        effect = (own + across) / own - 1 if own else np.nan
        row = {"id": name, "country": country, "cutoff_min": 45.0, "opportunity": "jobs",
               "closed": own, "open": own + across, "border_effect": effect, **more}  # fmt: skip
        found += [{**row, "to_country": country, "reach": own}]
        found += [{**row, "to_country": other, "reach": across}]
    return pd.DataFrame(found)


def test_tables_of_municipalities_with_a_region_count_people():
    before = reach_table({"GM0153": ("NL", 100.0, 0.0), "05554020": ("DE", 0.0, 50.0)}, mode="car")
    after = reach_table({"GM0153": ("NL", 100.0, 10.0), "05554020": ("DE", 0.0, 40.0)}, mode="car")
    found = gg.compare(before, after, region=region(), title="Trial")
    everybody = rows(found.table(), "all", "reach").loc["all"]
    assert everybody["difference"] == pytest.approx((10 * 10 - 3 * 10) / 13)
    assert everybody[["people_gain", "people_lose"]].tolist() == [10, 3]
    effect = rows(found.table(), "municipality", "border_effect")
    assert effect.loc["05554020", "state"] == "undefined"
    told = found.sentence("en")
    assert told.startswith("Trial. By car, the mean inhabitant reaches 5.4 more jobs within 45")
    assert "Enschede gains most: +10 jobs (+10.0%)." in told
    assert "Gronau loses most: -10 jobs (-20.0%)." in told


def test_tables_without_a_region_count_nobody():
    before = reach_table({"p": ("NL", 100.0, 0.0), "q": ("NL", 100.0, 5.0)})
    after = reach_table({"p": ("NL", 100.0, 10.0), "q": ("NL", 100.2, 5.0)})
    found = gg.compare(before, after)
    table = rows(found.table(), "place", "reach")
    assert table["state"].to_dict() == {"p": "gain", "q": "below_noise"}
    assert table["people"].isna().all()
    with pytest.raises(InputError, match="region="):
        found.map()
    with pytest.raises(InputError, match="in one of the two only: q"):
        gg.compare(before, after[after["id"] == "p"])
    with pytest.raises(InputError, match="in common"):
        gg.compare(before, after.assign(opportunity="shops"))


# --- what is shown


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ["Proef. Te voet bereikt de gemiddelde inwoner binnen 60 minuten 9,2 banen meer",
                "Naar land: Nederland +3, Duitsland +30.",
                "Van de 13 inwoners gaan er 6 op vooruit en gaat niemand erop achteruit.",
                "Het meest wint Gronau: +30 banen (+300,0%).",
                "Ten minste 10 minuten sneller in Gronau: 10 inwoners."]),
        ("de", ["Zu Fuß erreichen die Einwohner im Mittel innerhalb von 60 Minuten 9,2",
                "Am meisten gewinnt Gronau: +30 Arbeitsplätze (+300,0 %)."]),
        ("en", ["On foot, the mean inhabitant reaches 9.2 more jobs within 60 minutes",
                "Of 13 inhabitants, 6 gain and nobody loses."]),
    ],
)  # fmt: skip
def test_sentences(language, said):
    told = compared(FASTER).sentence(language, cutoff_min=60)
    assert [one for one in said if one not in told] == [], told


def test_a_notebook_shows_sentences_and_rows():
    found = gg.compare(now(), FASTER, cutoffs_min=(60,), opportunities=("jobs",), to=())
    html = found._repr_html_()
    assert "Gronau" in html
    assert "On foot, the mean" in html
    assert found.table("nuts3")["name"].isin(["Borken", "Twente"]).all()
    COMPARISON.check(found.table())


def test_the_map_is_that_of_the_scenario():
    page = compared(FASTER).map(language="en")
    assert page.heading()["en"] == "Trial"
    layer = next(x for x in page.topics[0].content["layers"] if x["key"][:3][-1] == "jobs" or True)
    assert layer["values"]["open_abs"]


def test_what_cannot_be_compared_is_told_at_once():
    with pytest.raises(InputError, match="a situation and a scenario"):
        gg.compare(now(), region())
    with pytest.raises(InputError) as caught:
        gg.compare(now(), now(trips={"bus": gg.Trip("walk")}), opportunities=("shops",))
    assert {fault.code for fault in caught.value.faults} == {"id-unknown", "nothing-in-common"}
    assert "shops" in str(caught.value)
    with pytest.raises(InputError, match="no municipality 'Emlichheim'"):
        compared(FASTER, to=("Emlichheim",))
    with pytest.raises(InputError, match="lacks network"):
        gg.compare(gg.Situation(region(), trips={"w": gg.Trip("walk")}), now())
    found = compared(FASTER)
    with pytest.raises(InputError, match="language 'fr'"):
        found.sentence("fr")
    with pytest.raises(InputError, match="cutoff_min"):
        found.sentence("en", cutoff_min=50)
    with pytest.raises(InputError, match="level"):
        found.table("province")


# --- parts


def test_parts_add_up_to_the_change():
    # b's 10 and c's 30 jobs come with the streets; 20 jobs more in Gronau come to whoever gets there
    more = Scenario("more", (gg.AddOpportunities("jobs", 20, place="05554020"),), title=TITLE)
    found = gg.compare(
        now(), [FASTER, more], cutoffs_min=(60,), opportunities=("jobs",), to=(), title="Both"
    )
    whole = found.table("municipality").query("measure == 'reach'").set_index("id")["difference"]
    parts = found.parts("municipality").set_index(["id", "part"])
    assert parts["share"].groupby("id").sum().to_dict() == pytest.approx(whole.to_dict())
    town = parts.loc["GM0153"]
    # Enschede: 0.3 * 10 by the streets alone, and nothing by the jobs alone
    assert town.loc["trial", "first_in"] == pytest.approx(3)
    assert town.loc["more", ["first_in", "last_in"]].tolist() == pytest.approx([0, 6])
    assert found.spoken.title["nl"] == "Both"
    with pytest.raises(InputError, match="give several scenarios"):
        compared(FASTER).parts()
    with pytest.raises(InputError, match="level"):
        found.parts("street")


def test_a_change_that_draws_do_not_agree_on_is_noise_on_the_map():
    before = replace(now(), region=region())
    found = compared(
        FASTER, before=before, cutoffs_min=(60,), draws=gg.Draws(6, seed=2, speeds={"walk": 0.3})
    )
    states = found.table("municipality").query("measure == 'reach'").set_index("id")["state"]
    assert states["GM0153"] == "below_noise"
    content = found.map().topics[0].content
    (layer,) = content["layers"]
    told = dict(zip(["05554020", "GM0153"], layer["values"]["open_abs"], strict=True))
    assert told["GM0153"] == "n"


def test_the_examples_of_the_page_are_so():
    page = Path(__file__).resolve().parents[1] / "docs" / "compare.md"
    results = doctest.testfile(str(page), module_relative=False)
    assert results.attempted > 0
    assert results.failed == 0
