"""The gate before a study is written: what holds passes, and every planted fault is found."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from feeds import feed_files, write_feed
from test_region import region

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.gtfs import read_feed
from grensgeo.measures.curves import MeanCurves
from grensgeo.scenario import AddOpportunities, Scenario, Situation
from grensgeo.study.agreement import (
    Law,
    law_of_curves,
    law_of_proximity,
    laws_of_tables,
    require,
)
from grensgeo.study.held_results import hold_results
from grensgeo.study.sampled_laws import Tally, compare_rides
from grensgeo.study.study_file import IsochroneSet, Study, StudyScenario, StudyTrip
from grensgeo.study.study_results import compute

#: Through the points of three cells, 52.05 N: 3,419 m and 5,470 m apart; c lies in Germany.
PLACES = {"a": (-5470, 0), "b": (-2051, 0), "x": (0, 0), "c": (3419, 0)}
EDGES = [{"ends": "ab"}, {"ends": "bx"}, {"ends": "xc", "country": "DE"}]
STREETS = draw(PLACES, EDGES, origin=(7.0, 52.05))
PATH = Path("one.toml")
MORE = Scenario(
    "one",
    (AddOpportunities("jobs", 5, place="b-05554020"),),
    title={"nl": "a", "de": "b", "en": "c"},
)
TRIPS = tuple(
    StudyTrip(mode, "net", gg.Trip(mode, max_min=120)) for mode in ("walk", "bicycle", "ebike")
)
STUDY = Study(
    "toy", {}, "en", "2023", Path(), {"net": Path()}, TRIPS, ("twente", "muensterland"),
    (12.0, 25.0, 75.0), ("jobs",),
    (IsochroneSet("net", ("walk",), (10.0, 30.0), (("x", "x", 7.0, 52.05),), ()),),
    (StudyScenario(PATH, ("walk",)),), (), 0.0,
)  # fmt: skip


def runs_on(network=STREETS, place=None):
    place = place or region()
    runs = [
        (item, Situation(place, network, {item.trip_id: item.trip}), "baseline") for item in TRIPS
    ]
    return [*runs, (TRIPS[0], MORE.apply(runs[0][1]), "one")]


@pytest.fixture(scope="module")
def found():
    return compute(STUDY, region(), {"net": STREETS}, {PATH: MORE})


def held(results, runs=None):
    runs = runs or runs_on()
    regions = {label: situation.region for _, situation, label in runs}
    return hold_results(STUDY, results, runs=runs, regions=regions)


def held_tables(results):
    """Hold the tables alone: without networks that is quick."""
    place = region()
    cells, towns = results.cells, {"region_code": results.municipalities, "nuts3": results.nuts3}
    regions = {"baseline": place, "one": MORE.apply(Situation(place)).region}
    asked = {(mode, "baseline"): 3 for mode in ("walk", "bicycle", "ebike")} | {("walk", "one"): 3}
    laws = laws_of_tables(cells, towns, regions, expected=asked, quicker=[("ebike", "bicycle")])
    return require(laws, where="study toy")


def test_what_was_computed_holds_and_is_counted(found):
    laws = {law.name: law for law in found.laws}
    assert {name for name, law in laws.items() if not law.compared} == {
        "journeys take as long as travel times say",
        "no ride is faster than its timetable",
        "figures lie between their bounds",  # the counts have none
        "the atlas shows what the tables say",
        "of all countries there is no less, and nothing farther, than at home",
    }
    assert laws["each cell stands in reach once"].compared == len(found.cells)
    assert laws["ebike reaches no less than bicycle"].broken == ()
    assert held(found) == found.laws


def test_a_manifest_tells_laws_and_how_many_figures_were_compared():
    law = Law("more time reaches no less", 12, 1.23456e-16)
    assert law.to_dict() == {"law": law.name, "compared": 12, "widest": 1.2e-16}


def test_what_is_broken_is_told_with_the_place():
    with pytest.raises(InputError, match=r"study toy: more time reaches no less.*GM0153") as told:
        require([Law("more time reaches no less", 2, broken=("GM0153",))], where="study toy")
    assert told.value.codes == ("results-contradict",)


def put(table, where, **values):
    """Change figures of a table where something holds."""
    changed = table.copy()
    for name, value in values.items():
        given = value(changed.loc[where, name]) if callable(value) else value
        changed.loc[where, name] = given
    return changed


def cell(t, mode="walk", scenario="baseline", name="b-GM0153", cutoff=75.0):
    return (
        (t["mode"] == mode) & (t["scenario"] == scenario) & (t["id"] == name)
        & (t["cutoff_min"] == cutoff)
    )  # fmt: skip


def town(t, code="GM0153"):
    return (t["id"] == code) & (t["mode"] == "walk") & (t["cutoff_min"] == 75.0)


def swapped(t, name, one, other):
    return t.assign(**{name: t[name].replace({one: other, other: one})})


#: What goes wrong in the cells, and what the gate then says.
IN_CELLS = {
    "closed is another figure": (lambda t: put(t, cell(t), closed=7.0), "in each country"),
    "open is another figure": (lambda t: put(t, cell(t), open=7.0), "in each country"),
    "an effect is another": (lambda t: put(t, cell(t), border_effect=0.5), "in each country"),
    "a share is another": (lambda t: put(t, cell(t), share_across=0.5), "in each country"),
    "one side of a figure is lost": (
        lambda t: t[~(cell(t) & (t["to_country"] == "DE"))],
        "stands in reach once",
    ),
    "a cell is lost": (lambda t: t[t["id"] != "b-GM0153"], "stands in reach once"),
    "a cell stands twice": (
        lambda t: t.iloc[[*range(len(t)), *np.flatnonzero(cell(t))]],
        "stands in reach once",
    ),
    "a cutoff is lost": (
        lambda t: t[~cell(t, cutoff=25.0)],
        "stands in reach once",
    ),
    "a trip that nobody asked for": (
        lambda t: t.assign(mode=t["mode"].replace({"bicycle": "car"})),
        "stands in reach once",
    ),
    "cutoffs are exchanged": (
        lambda t: swapped(t, "cutoff_min", 12.0, 75.0),
        "more time reaches no less",
    ),
    "more is reached than there is": (
        lambda t: put(t, cell(t), reach=lambda r: r * 1e6, open=lambda r: r * 1e6, closed=lambda r: r * 1e6),
        "more than there is",
    ),
    "a mean is kept while its cells change": (
        lambda t: put(t, cell(t), reach=lambda r: r * 0.9, open=lambda r: r * 0.9, closed=lambda r: r * 0.9),
        "means over inhabitants",
    ),
    "two modes are exchanged": (
        lambda t: swapped(t, "mode", "ebike", "bicycle"),
        "ebike reaches no less than bicycle",
    ),
    "countries of destination are exchanged": (
        lambda t: swapped(t, "to_country", "NL", "DE"),
        "in each country",
    ),
    "a figure is above the most that it can be": (
        lambda t: t.assign(open_lower=t["open"] / 2, open_upper=t["open"] * 0.9,
                           closed_lower=0.0, closed_upper=t["closed"]),
        "between their bounds",
    ),
    "a figure is below the least that it can be": (
        lambda t: t.assign(open_lower=t["open"], open_upper=t["open"],
                           closed_lower=t["closed"] + 1, closed_upper=t["closed"] + 2),
        "between their bounds",
    ),
    "what is not known is called nothing": (
        lambda t: put(t, cell(t), reach=np.nan, open=np.nan, closed=np.nan),
        "means over inhabitants",
    ),
}  # fmt: skip


#: What goes wrong in the larger places.
IN_PLACES = {
    "a municipality's mean": ("municipalities", "GM0153", {"reach": lambda r: r * 1.01}, "means"),
    "a region's mean": ("nuts3", None, {"reach": lambda r: r * 1.01}, "means"),
    "a share above the whole": ("municipalities", "GM0153", {"population_covered": 1.2}, "shares"),
    "a share below nothing": ("municipalities", "GM0153", {"edge_share": -0.1}, "shares"),
}


def test_figures_of_another_network_are_found(found):
    quicker = draw(PLACES, [{**edge, "length_m": 900.0} for edge in EDGES], origin=(7.0, 52.05))
    with pytest.raises(InputError, match="what travel times give"):
        held(found, runs_on(quicker))


def test_a_scenario_that_reaches_nothing_is_found(found):
    nothing = {"reach": 0.0, "open": 0.0, "closed": 0.0, "border_effect": np.nan}
    told = [
        put(table, table["scenario"] == "one", share_across=np.nan, **nothing)
        for table in (found.cells, found.municipalities, found.nuts3)
    ]
    planted = dict(zip(("cells", "municipalities", "nuts3"), told, strict=True))
    with pytest.raises(InputError, match="what travel times give"):
        held(replace(found, **planted))


def test_figures_of_other_jobs_are_found(found):
    with pytest.raises(InputError, match="what travel times give"):
        held(found, runs_on(place=MORE.apply(Situation(region())).region))


@pytest.mark.parametrize("shift", ["exchanged", "moved"])
def test_an_isochrone_of_something_else_is_found(found, shift):
    table = found.polygons.table.copy()
    if shift == "exchanged":
        table["cutoff_min"] = table["cutoff_min"].to_numpy()[::-1]
    else:
        table["geometry"] = table.geometry.translate(0.05, 0.05)
    with pytest.raises(InputError, match="isochrones"):
        held(replace(found, polygons=replace(found.polygons, table=table)))


def moved_people():
    place = region()
    people = place.cells["population"].to_numpy().copy()
    people[0] += 5
    return replace_unchecked(place, cells=place.cells.assign(population=people))


def replace_unchecked(place, **tables):
    """Give a region as a fault would leave it, past the checks of its tables."""
    other = object.__new__(type(place))
    for name, value in (vars(place) | tables).items():
        object.__setattr__(other, name, value)
    return other


def test_inhabitants_that_do_not_add_up_are_found(found):
    regions = {"baseline": moved_people(), "one": region()}
    laws = laws_of_tables(
        found.cells, {"region_code": found.municipalities}, regions, expected={}, quicker=()
    )
    (law,) = [one for one in laws if one.name.startswith("inhabitants of cells")]
    assert law.broken == ("GM0153, baseline: 15 in cells, 10 in all",)


def curve_of(table, trip="walk"):
    """Give the curves of a trip that say what the table says."""
    rows = table[(table["mode"] == trip) & (table["scenario"] == "baseline")]
    codes, countries = tuple(sorted({*rows["id"]})), tuple(sorted({*rows["to_country"]}))
    reach = np.zeros((1, len(countries), len(codes), 91))
    for row in rows.to_dict("records"):
        at = countries.index(row["to_country"]), codes.index(row["id"]), int(row["cutoff_min"])
        reach[(0, *at)] = row["reach"]
    none = np.zeros((len(codes), 91))
    return MeanCurves(codes, countries, ("jobs",), reach, None, none, none[None])


def test_an_atlas_that_shows_something_else_is_found(found):
    curve = curve_of(found.municipalities)
    told = law_of_curves({("walk", "baseline"): curve}, found.municipalities)
    assert told.compared == 2 * 2 * 3
    assert told.broken == ()
    other = replace(curve, reach=curve.reach * 1.01)
    (first, *_) = law_of_curves({("walk", "baseline"): other}, found.municipalities).broken
    assert "GM0153" in first or "05554020" in first


NEAREST = {
    "id": "c", "country": "NL", "opportunity": "schools", "mode": "car", "measure": "time",
    "radius_km": np.nan, "own": 9.0, "both": 5.0, "nearest_country": "DE", "longest": 60.0,
    "reason": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "n"),
    [({}, 0), ({"own": 4.0}, 1), ({"both": np.nan}, 1), ({"both": 61.0, "own": 62.0}, 1),
     ({"nearest_country": "NL"}, 1), ({"measure": "count", "radius_km": 5.0}, 1),
     ({"measure": "count", "radius_km": 5.0, "both": 12.0}, 0)],
)  # fmt: skip
def test_what_is_nearer_at_home_than_of_all_is_found(change, n):
    law = law_of_proximity(pd.DataFrame([NEAREST | change]))
    assert (law.compared, len(law.broken)) == (1, n)


def test_a_train_faster_than_its_timetable_is_found(tmp_path):
    trips = {"t": "Enschede 7:35, Glanerbrug 7:41-7:42, Gronau 7:46"}
    feed = read_feed(write_feed(tmp_path / "rail.zip", feed_files(trips)))
    network = replace(STREETS, feeds=(feed,))
    ride = {"mode": "transit", "line": "RB64", "trip_id": "t", "from_stop": "Enschede", "from_name": "E",
            "to_stop": "Gronau", "to_name": "G", "duration_min": 11.0}  # fmt: skip
    rows = [ride, ride | {"duration_min": 10.5}, ride | {"to_stop": "Rheine"},
            ride | {"to_stop": "rail:Gronau", "duration_min": 10.0}]  # fmt: skip
    tally = Tally()
    compare_rides(tally, pd.DataFrame(rows), network)
    assert (tally.compared, len(tally.broken)) == (3, 2)
    assert tally.broken[0] == "RB64, t, E to G: 10.5 min, by timetable 11.0"
    compare_rides(tally, pd.DataFrame([ride | {"trip_id": "another"}]), network)
    assert tally.compared == 3


@pytest.mark.parametrize(
    ("some", "n"), [(slice(0, None, 7), 3), pytest.param(slice(None), 20, marks=pytest.mark.long)]
)
def test_the_gate_finds_every_planted_fault(found, capsys, some, n):
    plants = {
        name: (replace(found, cells=plant(found.cells)), said)
        for name, (plant, said) in IN_CELLS.items()
    }
    for name, (table, code, values, said) in IN_PLACES.items():
        told = getattr(found, table)
        planted = put(told, town(told, code or told["id"].iloc[0]), **values)
        plants[name] = replace(found, **{table: planted}), said
    asked, caught = list(plants.values())[some], 0
    for results, said in asked:
        with pytest.raises(InputError, match=said):
            held_tables(results)
        caught += 1
    with capsys.disabled():
        print(f"\nfaults planted in results: {caught} of {len(asked)} found")  # noqa: T201
    assert caught == len(asked) >= n
