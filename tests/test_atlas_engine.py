"""The scripts of the atlas, in a browser, against the library on the same question."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from browser import visit
from markupsafe import Markup
from pagesweep import near
from reach_tables import by_columns
from test_traveltimes_portable_streets import bank_points, bank_scenarios
from towns import COUNTRIES, DAY, WINDOW, buses, random_points, town

import grensgeo as gg
from grensgeo.maps.packing import pack
from grensgeo.maps.page import asset, document
from grensgeo.traveltimes.portable_plans import both_ways

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
]

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"


@contextmanager
def engine_of(browser, folder, portable, **opportunities):
    """Open a page with nothing but the engine in it."""
    arrays = {f"opportunity/{name}": values for name, values in opportunities.items()}
    packed = pack({**portable.arrays, **arrays}, meta=portable.meta)
    page = document(
        head_title="engine",
        language="en",
        styles=["p{}"],
        body=Markup("<p></p>"),
        scripts=[asset("engine.js")],
        data={"manifest": packed.manifest, "chunks": packed.chunks},
    )
    path = folder / "engine.html"
    path.write_text(page, encoding="utf-8")
    with visit(browser, path) as seen:
        seen.page.evaluate(
            """async () => {
              const data = JSON.parse(document.getElementById("grensgeo-data").textContent);
              window.engine = await GrensgeoEngine.open(data.manifest, data.chunks);
            }"""
        )
        yield seen
        seen.quiet()


def ask(seen, questions):
    """Ask many questions: minutes (NaN unreached) and status of each."""
    answers = seen.page.evaluate(
        """(questions) => questions.map((asked) => {
          const { minutes, status } = engine.times(asked);
          return [Array.from(minutes, (v) => Number.isNaN(v) ? null : v), status];
        })""",
        questions,
    )
    return [
        (np.array([np.nan if m is None else m for m in minutes]), status)
        for minutes, status in answers
    ]


def agree(found, wanted, *, limit_min):
    """Hold that times are the same within 0.05 min, and the same cells unreached but at the limit."""
    near(np.asarray(found), np.asarray(wanted), limit_min=limit_min)


def explain(seen, question, cells):
    """Ask why the times between a place and cells are what they are."""
    return seen.page.evaluate(
        """([asked, cells]) => cells.map((index) => {
          const { minutes, legs } = engine.why({ ...asked, other: { kind: "cell", index } });
          const stop = (at) => (at < 0 ? null : engine.stops[at].name);
          return { minutes, legs: legs.map((leg) => ({ ...leg, from: stop(leg.from), to: stop(leg.to) })) };
        })""",
        [question, list(cells)],
    )


def held_to_journeys(network, tables, question, cell, told):
    """Hold a journey of the page to that of the library; give how many rides it has."""
    places, cells = tables
    here = question["place"]
    ends = (places if here["kind"] == "place" else cells).iloc[[here["index"]]], cells.iloc[[cell]]
    reverse = question["direction"] == "to"
    trip = both_ways(TRIPS[question["trip"]])[reverse]
    rows = gg.journeys(network, *(ends[::-1] if reverse else ends), trip)
    rows = rows[rows["percentile"] == question["percentile"]]
    assert (rows["duration_min"].sum() + rows["wait_min"].sum() if len(rows) else 0.0) == (
        pytest.approx(told["minutes"], abs=0.05)
    )
    rides = rows[rows["mode"] == "transit"]
    found = [leg for leg in told["legs"] if leg["kind"] == "ride"]
    assert [(leg["line"], leg["from"], leg["to"], leg["seconds"]) for leg in found] == list(
        zip(rides["line"], rides["from_name"], rides["to_name"],
            (rides["duration_min"] * 60).round(), strict=True)
    )  # fmt: skip
    for leg in told["legs"]:
        assert leg["kind"] == "wait" or len(leg["spots"]) > 1
    return len(found)


TRIPS = {
    "car": gg.Trip("car", max_min=25, delays=True, car_speeds="running", crossing_time_min=4, period="morning_peak"),
    "bicycle": gg.Trip("bicycle"),
    "walk": gg.Trip("walk", max_snap_m=300),
    "transit": gg.Trip("transit", max_min=60, **WINDOW),
    "park-and-ride": gg.Trip(
        "transit", access="car", egress="bicycle", max_access_min=12, max_egress_min=9.5,
        max_min=70, crossing_time_min=5, max_rides=3, max_change_min=6, seed=3,
        **(WINDOW | {"departure": f"{DAY}T08:10", "percentiles": (50, 100)}),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A network with a timetable, a scenario of it, cells and places."""
    folder = tmp_path_factory.mktemp("drawn")
    streets = town(1).streets
    # some of them along the border: of both countries
    streets = replace(streets, shared=np.arange(streets.n_edges) % 6 == 0)
    network = replace(town(1), streets=streets)
    network = gg.with_feeds(network, [buses(folder / "a.zip", 2)], countries=COUNTRIES)
    faster = gg.ModifyStreets(speed_factor=1.4, modes=("bicycle", "car"), country="DE")
    plan = gg.Scenario("faster", (faster,), title=dict.fromkeys(("nl", "de", "en"), "faster"))
    other = gg.with_feeds(
        plan.apply(network),
        [buses(folder / "b.zip", 2, every=7, single=True)],
        countries=COUNTRIES,
    )
    return (
        network,
        {"faster": other},
        random_points(3, 60, name="c"),
        random_points(4, 9, name="p"),
    )


def library(network, ends, question, trip):
    """Compute the same with the library, between one place and a table of cells."""
    one, cells = ends
    reverse = question["direction"] == "to"
    trip = replace(both_ways(trip)[reverse], foreign_routing=question["foreign_routing"])
    times = gg.travel_times(network, *((cells, one) if reverse else (one, cells)), trip)
    if not times.percentiles:
        return times.minutes.ravel()
    return times.percentile_minutes[times.percentiles.index(question["percentile"])].ravel()


def test_every_kind_of_question_on_drawn_towns(browser, drawn, tmp_path):
    network, scenarios, cells, places = drawn
    portable = gg.portable(network, cells, TRIPS, places=places, scenarios=scenarios)
    rng = np.random.default_rng(5)
    questions = []
    for trip, kind in TRIPS.items():
        for number in range(16):
            where = ["cell", "place"][number % 2]
            index = int(rng.integers(60 if where == "cell" else 9)) if number > 1 else 0
            questions.append(
                {
                    "place": {"kind": where, "index": index},
                    "trip": trip,
                    "direction": ["from", "to"][number // 2 % 2],
                    "foreign_routing": bool(number // 4 % 2),
                    "scenario": ["baseline", "faster"][number // 8 % 2],
                    "percentile": int(rng.choice(kind.computed_percentiles()))
                    if kind.mode == "transit"
                    else None,
                }
            )
    networks = {"baseline": network, **scenarios}
    with engine_of(browser, tmp_path, portable) as seen:
        answers = ask(seen, questions)
        told = [explain(seen, question, range(60)) for question in questions]
    reached = ridden = 0
    for question, (minutes, _) in zip(questions, answers, strict=True):
        table = cells if question["place"]["kind"] == "cell" else places
        ends = table.iloc[[question["place"]["index"]]], cells
        wanted = library(networks[question["scenario"]], ends, question, TRIPS[question["trip"]])
        agree(minutes, wanted, limit_min=TRIPS[question["trip"]].max_min)
        reached += (~np.isnan(minutes)).sum()
    assert reached > 1000
    for question, (minutes, _), legs in zip(questions, answers, told, strict=True):
        # why a time is as it is: the very time, by legs that follow one another
        np.testing.assert_allclose([one["minutes"] for one in legs], minutes, atol=0.02)
        if question["trip"] == "transit" and question["foreign_routing"]:
            for number in np.flatnonzero(~np.isnan(minutes))[::11]:
                one = networks[question["scenario"]]
                ridden += held_to_journeys(one, (places, cells), question, number, legs[number])
    assert ridden > 10


def test_an_added_bridge_and_a_closed_street(browser, tmp_path):
    network, variants = bank_scenarios()
    networks = {"baseline": network, **{name: variants[name] for name in ("bridge", "closed")}}
    cells, trips = bank_points(12, 5), {mode: gg.Trip(mode) for mode in ("car", "walk")}
    scenarios = {name: networks[name] for name in ("bridge", "closed")}
    exported = gg.portable(network, cells, trips, scenarios=scenarios)
    asked = [
        {"trip": trip, "scenario": name, "foreign_routing": foreign,
         "place": {"kind": "cell", "index": cell}}
        for trip in trips for name in networks for foreign in (True, False) for cell in range(12)
    ]  # fmt: skip
    with engine_of(browser, tmp_path, exported) as seen:
        answers = np.array([minutes for minutes, _ in ask(seen, asked)]).reshape(-1, 12, 12)
    for found, question in zip(answers, asked[::12], strict=True):
        rule = replace(trips[question["trip"]], foreign_routing=question["foreign_routing"])
        one = networks[question["scenario"]]
        agree(found, gg.travel_times(one, cells, cells, rule).minutes, limit_min=None)
    assert (~np.isnan(answers)).sum() > 800


def test_why_a_place_has_no_times(browser, drawn, tmp_path):
    network, _, cells, places = drawn
    trips = {"walk": gg.Trip("walk"), "transit": gg.Trip("transit", max_access_min=0.1, **WINDOW)}
    with engine_of(browser, tmp_path, gg.portable(network, cells, trips, places=places)) as seen:
        far = {"place": {"kind": "cell", "index": 59}, "trip": "walk"}
        (minutes, status), (_, none) = ask(
            seen, [far, {"place": {"kind": "cell", "index": 3}, "trip": "transit"}]
        )
        assert status == "not_snapped"
        assert np.isnan(minutes).all()
        assert none == "no_service"
        for wrong in (
            {"place": {"kind": "cell", "index": 60}, "trip": "walk"},
            {"place": {"kind": "town", "index": 0}, "trip": "walk"},
            {"place": {"kind": "cell", "index": 0}, "trip": "plane"},
            {"place": {"kind": "cell", "index": 0}, "trip": "walk", "scenario": "other"},
            {"place": {"kind": "cell", "index": 0}, "trip": "walk", "direction": "up"},
        ):
            said = seen.page.evaluate(
                "(asked) => { try { engine.times(asked); } catch (error) { return error.message; } }",
                wrong,
            )
            assert said.startswith("no "), wrong


def test_reach_counts_as_the_library_does(browser, drawn, tmp_path):
    network, _, cells, places = drawn
    rng = np.random.default_rng(6)
    jobs = rng.integers(0, 900, len(cells)).astype(float)
    jobs[cells["country"].eq("DE") & (np.arange(len(cells)) % 3 > 0)] = np.nan
    halls = np.where(cells["country"] == "DE", np.nan, 1.0)
    shared = cells.assign(region_code="all", population=1)
    portable = gg.portable(network, shared, {"car": gg.Trip("car")}, places=places)
    counts = {"jobs": pd.Series(jobs, cells["id"]), "halls": pd.Series(halls, cells["id"])}
    packed = {}
    for name, values in (("jobs", jobs), ("halls", halls)):
        packed |= {f"cell/{name}": values, f"at/{name}": np.arange(len(cells))}
        packed[f"municipality/{name}"] = np.array([0.0])
    with engine_of(browser, tmp_path, portable, **packed) as seen:
        found = seen.page.evaluate(
            """() => {
              const result = [];
              for (const index of [0, 7, 20]) {
                const { minutes } = engine.times({ place: { kind: "cell", index }, trip: "car" });
                for (const name of ["jobs", "halls"]) {
                  const weights = engine.opportunities[name];
                  const curve = engine.curve(minutes, weights, 30);
                  for (const cutoff of [4, 9, 15]) {
                    const reach = engine.reach(minutes, weights, cutoff,
                      engine.cells.country[index], { resistance: 5 });
                    result.push([index, name, cutoff, reach, curve.total[cutoff],
                      curve.unknown[cutoff]]);
                  }
                }
              }
              return JSON.parse(JSON.stringify(result, (key, v) => Number.isNaN(v) ? "NaN" : v));
            }"""
        )
    for index, name, cutoff, reach, total, unknown in found:
        times = gg.travel_times(network, cells.iloc[[index]], cells, gg.Trip("car"))
        table = gg.border_effect(times, counts[name], cutoff_min=cutoff, resistance=5).iloc[0]
        for key in ("closed", "realised", "open"):
            np.testing.assert_allclose(float(reach[key]), table[key])
        row = by_columns(gg.reach(times, {name: counts[name]}, cutoffs_min=[cutoff])).iloc[0]
        figures = [float(value) for value in (*reach["by"], reach["missing"])]
        names = ["reach_nl", "reach_de", "unknown_within"]
        np.testing.assert_allclose(
            figures, pd.to_numeric(row[names]).to_numpy(float, na_value=np.nan)
        )
        if not np.isnan(figures[2]):
            assert unknown == figures[2]
        if not np.isnan(row["open"]):
            np.testing.assert_allclose(total, row["open"])


@pytest.mark.long
def test_the_sample_answers_as_the_library(browser, tmp_path):
    region, network = gg.load_region(SAMPLE), gg.load_network(SAMPLE / "network", store=False)
    timed = gg.Trip(
        "transit", access="bicycle", max_access_min=15, max_egress_min=20, max_min=120,
        departure=f"{DAY}T07:30", window_min=60, percentiles=(25, 50, 75),
    )  # fmt: skip
    trips = {mode: gg.Trip(mode) for mode in ("car", "bicycle", "ebike", "walk")}
    trips |= {"transit": timed, "midday": replace(timed, departure=f"{DAY}T11:00")}
    plan = gg.read_scenario(SAMPLE / "scenarios" / "rb64-and-f35.toml")
    scenarios = {plan.name: plan.apply(network)}
    cells, places = region.cells, region.places
    portable = gg.portable(network, cells, trips, places=places, scenarios=scenarios)
    assert sum(pack(portable.arrays, meta=portable.meta).sizes().values()) < 1_000_000
    rng = np.random.default_rng(8)
    town_of = {code: number for number, code in enumerate(places.index)}
    transit = {"trip": "transit", "percentile": 50, "foreign_routing": True}
    enschede, gronau, muenster = (
        {"kind": "place", "index": town_of[code]} for code in ("GM0153", "05554020", "05515000")
    )
    questions = [
        {
            "place": {"kind": "cell", "index": int(rng.integers(len(cells)))},
            "trip": mode,
            "direction": ["from", "to"][number % 2],
            "foreign_routing": number < 2,
            "scenario": ["baseline", plan.name][number % 2],
        }
        for number, mode in enumerate(("car", "bicycle", "ebike", "walk"))
    ]
    for place, trip, scenario, direction in (
        (enschede, "transit", plan.name, "from"),
        (muenster, "midday", "baseline", "from"),
        (gronau, "transit", "baseline", "to"),
    ):
        more = {"place": place, "trip": trip, "scenario": scenario, "direction": direction}
        questions.append(transit | more)
    networks = {"baseline": network, **scenarios}
    with engine_of(browser, tmp_path, portable) as seen:
        answers = ask(seen, questions)
    # the library need not be asked about every cell on the way to a place
    some = np.flatnonzero(cells["lon"].between(6.85, 7.15) | (np.arange(len(cells)) % 40 == 0))
    for question, (minutes, status) in zip(questions, answers, strict=True):
        assert status == ""
        rows = some if question["direction"] == "to" else np.arange(len(cells))
        table = cells.iloc[rows] if question["direction"] == "to" else cells
        one = (cells if question["place"]["kind"] == "cell" else places).iloc[
            [question["place"]["index"]]
        ]
        wanted = library(
            networks[question["scenario"]],
            (one, table),
            question,
            trips[question["trip"]],
        )
        agree(minutes[rows], wanted, limit_min=trips[question["trip"]].max_min)
    assert all((~np.isnan(minutes)).sum() > 300 for minutes, _ in answers)
