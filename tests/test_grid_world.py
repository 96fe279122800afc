"""The whole way from files to the feed on a grid of streets, against what counting blocks gives."""

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from browser import ready, visit
from gridworld import DAY, GridWorld
from test_whole_way_commands import ASK_ATLAS

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.measures.decay import Decay

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
TRAIN = {"departure": f"{DAY}T08:00", "window_min": 60}
TRIPS = """
[[trips]]
id = "walk"
network = "net"
mode = "walk"
[[trips]]
id = "car"
network = "net"
mode = "car"
[[trips]]
id = "train"
network = "net"
mode = "transit"
departure = "2026-03-10T08:00"
window_min = 60
"""
CUTOFFS = (12, 20, 30, 45)
#: Seconds that a time in single precision may be off, in minutes.
PRECISE = 1e-4


def laid(world, folder):
    """Write a world's files, and build its region and network by the commands of a user."""
    world.write(folder, trips=TRIPS, cutoffs=CUTOFFS)
    assert main(["region", str(folder / "region.toml"), "-o", str(folder / "region")]) == 0
    arguments = ["--boundaries", folder / "region", "--gtfs", folder / "trains.zip"]
    build = ["build", folder / "streets.osm.pbf", *arguments, "-o", folder / "net"]
    assert main([str(word) for word in build]) == 0
    return gg.load_network(folder / "net")


def minutes(network, world, mode, **options):
    trip = gg.Trip(mode, max_min=500, **options)
    found = gg.travel_times(network, world.points, world.points, trip).minutes
    return np.where(np.isnan(found), np.inf, found)


def same(found, wanted):
    """Hold two matrices against each other; infinite is unreached in both."""
    assert np.array_equal(np.isinf(found), np.isinf(wanted))
    finite = np.isfinite(wanted)
    assert np.abs(found[finite] - wanted[finite]).max() < PRECISE


@pytest.fixture(scope="module")
def grid(tmp_path_factory):
    world, folder = GridWorld(), tmp_path_factory.mktemp("grid")
    return world, laid(world, folder), folder


@pytest.mark.parametrize("mode", ["walk", "bicycle", "ebike", "car"])
def test_streets_take_the_blocks_between_two_crossroads(grid, mode):
    world, network, _ = grid
    same(minutes(network, world, mode), world.minutes(mode))


def test_a_train_takes_the_walks_the_wait_and_the_ride(grid):
    world, network, _ = grid
    for percentile in (10, 50, 90):
        found = minutes(network, world, "transit", percentiles=(percentile,), **TRAIN)
        same(found, world.by_train(percentile=percentile))


def test_a_crossing_takes_its_minutes_and_a_closed_border_all(grid):
    world, network, _ = grid
    slow = replace(world, crossing_min=7.0)
    same(minutes(network, world, "bicycle", crossing_time_min=7), slow.minutes("bicycle"))
    other = world.dutch[:, None] != world.dutch[None, :]
    closed = np.where(other, np.inf, world.minutes("bicycle"))
    origins = world.points.assign(country=np.where(world.dutch, "NL", "DE"))
    trip = gg.Trip("bicycle", max_min=500, foreign_routing=False)
    found = gg.travel_times(network, origins, world.points, trip).minutes
    same(np.where(np.isnan(found), np.inf, found), closed)


def test_reach_counts_the_jobs_of_the_crossroads_within(grid):
    world, network, _ = grid
    trip = gg.Trip("bicycle", max_min=60)
    times = gg.travel_times(network, world.points, world.points, trip)
    countries = pd.Series(np.where(world.dutch, "NL", "DE"), index=world.points["id"])
    jobs = pd.Series(world.jobs.astype(float), index=world.points["id"])
    table = gg.reach(times, {"jobs": jobs}, cutoffs_min=CUTOFFS, countries=countries)
    for cutoff, rows in table.groupby("cutoff_min"):
        own, across = world.reach(world.minutes("bicycle"), cutoff)
        found = rows.drop_duplicates("id").set_index("id").loc[world.points["id"]]
        assert found["closed"].tolist() == own.tolist()
        assert found["open"].tolist() == (own + across).tolist()
    # one who minds the border as much as ten minutes more, and half of the jobs are for no-one there
    told = gg.border_effect(
        times, jobs, cutoff_min=20, countries=countries, resistance=10, matching=0.5
    ).drop_duplicates("id").set_index("id").loc[world.points["id"]]  # fmt: skip
    own, _ = world.reach(world.minutes("bicycle"), 20)
    _, near = world.reach(world.minutes("bicycle"), 10)
    assert told["realised"].tolist() == pytest.approx((own + near / 2).tolist())


@pytest.fixture(scope="module")
def ridden(grid):
    """Minutes by bicycle between all crossroads, those of the blocks, and jobs by crossroads."""
    world, network, _ = grid
    times = gg.travel_times(network, world.points, world.points, gg.Trip("bicycle", max_min=500))
    jobs = pd.Series(world.jobs.astype(float), index=world.points["id"])
    return times, world.minutes("bicycle"), jobs


@pytest.mark.parametrize(
    ("decay", "weight"),
    [
        (gg.decay.stepped((10, 20), (0.6, 0.2)), lambda t: np.select([t < 10, t < 20], [1, 0.6], 0.2)),
        (gg.decay.linear(30), lambda t: np.maximum(0, 1 - t / 30)),
        (gg.decay.exponential(0.1), lambda t: np.exp(-t / 10)),
        (gg.decay.power(1.5), lambda t: np.maximum(t, 1) ** -1.5),
        (gg.decay.gaussian(15), lambda t: np.exp(-((t / 15) ** 2) / 2)),
        (gg.decay.logistic(20, 5),
         lambda t: (1 + np.exp(-20 * np.pi / 5 / 3**0.5)) / (1 + np.exp((t - 20) * np.pi / 5 / 3**0.5))),
        (gg.decay.log_logistic(-6.9, 2.3), lambda t: 1 / (1 + np.exp(-6.9) * t**2.3)),
        (gg.decay.luo_qi_2009(), lambda t: np.select([t < 10, t < 20, t < 30], [1, 0.68, 0.22], 0)),
    ],
    ids=lambda one: str(one) if isinstance(one, Decay) else "",
)  # fmt: skip
def test_a_decay_weighs_the_jobs_by_their_minutes(ridden, decay, weight):
    times, blocks, jobs = ridden
    found = gg.gravity(times, jobs, decay=decay)
    assert found.tolist() == pytest.approx((weight(blocks) @ jobs.to_numpy()).tolist(), rel=1e-5)


def test_counts_that_are_hidden_leave_reach_between_bounds(ridden):
    times, blocks, jobs = ridden
    hidden = np.arange(len(jobs)) % 3 == 0
    least, most = jobs - 4 * hidden, jobs + 5 * hidden
    one = pd.Series("NL", index=jobs.index)
    table = gg.reach(
        times, {"jobs": jobs}, cutoffs_min=[20], countries=one, bounds={"jobs": (least, most)}
    )
    for end, counts in (("lower", least), ("upper", most)):
        for what in ("closed", "open"):
            assert table[f"{what}_{end}"].tolist() == ((blocks <= 20) @ counts).tolist()


def test_three_countries_meet_and_each_border_has_its_terms(ridden):
    times, blocks, jobs = ridden
    column, row = (np.array([int(name[k]) for name in jobs.index]) for k in (0, 1))
    land = np.where(column < 5, "NL", np.where(row < 3, "DE", "BE"))
    countries = pd.Series(land, index=jobs.index)
    table = gg.reach(times, {"jobs": jobs}, cutoffs_min=[20], countries=countries)
    resistance = {("NL", "DE"): 3.0, ("DE", "NL"): 6.0, ("NL", "BE"): 9.0, ("BE", "NL"): 2.0,
                  ("DE", "BE"): 1.0, ("BE", "DE"): 4.0}  # fmt: skip
    parts = {pair: 1 / (2 + k) for k, pair in enumerate(resistance)}
    matching = gg.Matching(tuple(
        gg.Match(part, from_country=a, to_country=b) for (a, b), part in parts.items()
    ))  # fmt: skip
    effect = gg.border_effect(
        times, jobs, cutoff_min=20, countries=countries,
        resistance=gg.Resistance(resistance), matching=matching,
    ).set_index("id")  # fmt: skip
    realised = np.zeros(len(jobs))
    for there in ("NL", "DE", "BE"):
        reach = (blocks <= 20) @ (jobs * (land == there))
        found = table[table["to_country"] == there].set_index("id")["reach"]
        assert found.loc[jobs.index].tolist() == reach.tolist()
        for home in ("NL", "DE", "BE"):
            minds, part = resistance.get((home, there), 0), parts.get((home, there), 1)
            counted = part * ((blocks + minds <= 20) @ (jobs * (land == there)))
            realised += np.where(land == home, counted, 0)
    assert effect.loc[jobs.index, "realised"].tolist() == pytest.approx(realised.tolist())


def test_an_isochrone_holds_what_is_within_blocks_of_it(grid):
    world, network, _ = grid
    start, cutoff = 23, 20.0
    bands = gg.isochrones(
        network, world.points.iloc[[start]], gg.Trip("walk", max_min=60), cutoffs_min=(cutoff,),
        resolution_m=25,
    )  # fmt: skip
    shape = bands.geometry.union_all()
    times = world.minutes("walk")[start]
    speed = 5000 / 60
    up, along = world.blocks_m()
    checked = 0
    for k, point in world.points.iterrows():
        for step, gap in ((1, up), (6, along)):
            if step == 1 and point["row"] == 5:
                continue
            other = k + step
            if other >= len(times) or (
                step == 6 and point["column"] == 4 and point["row"] not in world.bridges
            ):
                continue
            length = gap[point["row"] + 1] - gap[point["row"]] if step == 1 else gap[point["row"]]
            ends = world.points.loc[[k, other], ["lon", "lat"]].to_numpy()
            for share in np.linspace(0.05, 0.95, 7):
                there = min(
                    times[k] + share * length / speed, times[other] + (1 - share) * length / speed
                )
                if abs(there - cutoff) * speed < 60:  # the width of its edge
                    continue
                at = ends[0] * (1 - share) + ends[1] * share
                inside = shape.buffer(1e-9).contains(shapely.Point(at))
                assert inside == (there < cutoff), (point["id"], share, there)
                checked += 1
    assert checked > 500


SCENARIO = """[scenario]
name = "{name}"
title = {{ nl = "x", de = "x", en = "x" }}
[[modifications]]
{what}
"""
BRIDGE = 'type = "add-streets"\nfile = "bridge.geojson"\nhighway = "tertiary"\nlimit_kmh = 50'


@pytest.mark.parametrize(
    ("what", "bridges"),
    [
        (BRIDGE, (2, 5)),
        ('type = "close-crossing"\nnear = [7.0, 52.222]', ()),
        (BRIDGE.replace("bridge.", "ferry."), (0, 2)),
    ],
)
def test_a_scenario_moves_the_bridge(grid, what, bridges, tmp_path):
    world, network, _ = grid
    for name, row in (("bridge", 5), ("ferry", 0)):
        at = world.points.set_index("id").loc[[f"4{row}", f"5{row}"], ["lon", "lat"]]
        line = gpd.GeoDataFrame(geometry=[shapely.LineString(at.to_numpy())], crs=4326)
        line.to_file(tmp_path / f"{name}.geojson")
    path = tmp_path / "scenario.toml"
    path.write_text(SCENARIO.format(name="moved", what=what), encoding="utf-8")
    after = gg.read_scenario(path).apply(network)
    moved = replace(world, bridges=bridges)
    for mode in ("walk", "ebike", "car"):
        same(minutes(after, world, mode), moved.minutes(mode))
    same(minutes(after, world, "transit", **TRAIN), moved.by_train())


#: Tags of the street along a row, and the speeds, east and west, of the modes for which they matter.
NO = (None, None)
RULES = {
    "one way": ({"oneway": "yes"}, {"car": (40, None), "bicycle": (16, None)}),
    "one way but for bicycles": (
        {"oneway": "yes", "oneway:bicycle": "no"}, {"car": (40, None), "ebike": (20, 20)},
    ),
    "against the drawing": ({"oneway": "-1"}, {"car": (None, 40)}),
    "not for cars": ({"motor_vehicle": "no"}, {"car": NO, "bicycle": (16, 16)}),
    "for nobody": ({"access": "no"}, {"car": NO, "bicycle": NO, "walk": NO}),
    "for nobody but on foot": ({"access": "no", "foot": "yes"}, {"car": NO, "walk": (5, 5)}),
    "a word that nobody knows": ({"access": "perhaps"}, {"car": NO, "walk": NO}),
    "being built": ({"highway": "construction"}, {"car": NO, "bicycle": NO, "walk": NO}),
    "a path beside": ({"bicycle": "use_sidepath"}, {"bicycle": NO, "car": (40, 40)}),
    "not on foot": ({"foot": "no"}, {"walk": NO, "bicycle": (16, 16)}),
    "a cycle path": ({"highway": "cycleway", "foot": "no"}, {"bicycle": (16, 16), "car": NO, "walk": NO}),
    "a zone of 30": ({"maxspeed": "30"}, {"car": (24, 24), "bicycle": (16, 16)}),
    "miles": ({"maxspeed": "20 mph"}, {"car": (0.8 * 20 * 1.609344,) * 2}),
    "slow one way": ({"maxspeed:forward": "30"}, {"car": (24, 40)}),
    "for those who live there": ({"access": "destination"}, {"car": (40, 40), "walk": (5, 5)}),
    "for farmers and who lives there": ({"access": "agricultural;destination"}, {"car": (40, 40)}),
    "for farmers": ({"access": "agricultural"}, {"car": NO, "bicycle": NO}),
    "for buses": ({"motor_vehicle": "no", "bus": "yes"}, {"car": NO, "bicycle": (16, 16)}),
    "a busway": ({"highway": "busway"}, {"car": NO, "bicycle": NO, "walk": NO}),
    "not for lorries": ({"hgv": "no", "maxspeed:hgv": "30"}, {"car": (40, 40)}),
    "for lorries": ({"motorcar": "no", "hgv": "yes"}, {"car": NO, "ebike": (20, 20)}),
    "stairs": ({"highway": "steps"}, {"car": NO, "bicycle": NO, "walk": (5, 5)}),
    "stairs with a ramp": ({"highway": "steps", "bicycle": "yes"}, {"bicycle": (2, 2), "walk": (5, 5)}),
    "one way on foot too": ({"oneway:foot": "yes"}, {"walk": (5, None), "car": (40, 40)}),
    "an escalator": ({"highway": "steps", "conveying": "backward"}, {"walk": (None, 5)}),
    "a limit by night": ({"maxspeed:conditional": "30 @ (22:00-06:00)"}, {"car": (40, 40)}),
}  # fmt: skip
FIRST = ("one way", "a word that nobody knows", "miles")


def built(world, folder):
    """Build the network of a world without its region."""
    world.write(folder, trips=TRIPS, cutoffs=CUTOFFS)
    countries = gpd.read_file(folder / "towns.geojson").rename(columns={"land": "country"})
    return gg.build_network([folder / "streets.osm.pbf"], countries=countries)


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=() if n in FIRST else pytest.mark.long) for n in RULES]
)
def test_a_street_is_as_its_tags_say(name, tmp_path):
    tags, speeds = RULES[name]
    row = 2  # of the only bridge, so that nobody goes around it
    world = GridWorld(row_tags={row: tags})
    network = built(world, tmp_path / "world")
    for mode, own in speeds.items():
        same(minutes(network, world, mode), world.around(mode, row, own))


@pytest.mark.parametrize(
    ("tags", "barred", "free"),
    [
        ({"barrier": "block"}, ("car",), ("walk", "bicycle")),
        pytest.param({"barrier": "gate", "access": "private"}, ("car", "bicycle", "walk"), (),
                     marks=pytest.mark.long),
        pytest.param({"barrier": "gate"}, (), ("walk", "bicycle"), marks=pytest.mark.long),
    ],
)  # fmt: skip
def test_a_barrier_stops_whom_it_stops(tags, barred, free, tmp_path):
    world = GridWorld(bridges=(0, 2), node_tags={(3, 2): tags})
    network = built(world, tmp_path / "world")
    elsewhere = np.delete(np.arange(len(world.points)), 3 * 6 + 2)
    some = np.ix_(elsewhere, elsewhere)
    for mode in ("walk", "bicycle", "car"):
        usual = {"walk": 5, "bicycle": 16, "car": 40}[mode]
        if mode in (*barred, *free):
            wanted = world.around(
                mode, 2, (usual, usual), barred=(3, 2) if mode in barred else None
            )
            same(minutes(network, world, mode)[some], wanted[some])


RUNS = {
    "on a day that is added": (GridWorld(daily=False, exceptions=(("20260310", 1),)), "08:00"),
    "as a trip that repeats itself": (GridWorld(by_frequency=True), "08:00"),
    "past midnight of the day before": (GridWorld(until=27 * 60), "00:30"),
}


@pytest.mark.long
@pytest.mark.parametrize("name", RUNS)
def test_trains_run_when_their_calendar_says(name, tmp_path):
    world, clock = RUNS[name]
    network = laid(world, tmp_path / "world")
    hour, minute = (int(part) for part in clock.split(":"))
    at = 60 * hour + minute
    wanted = world.by_train(departure=at if at > world.first else at + 24 * 60)
    trip = {"departure": f"{DAY}T{clock}", "window_min": 60}
    same(minutes(network, world, "transit", **trip), wanted)


@pytest.mark.long
def test_no_train_runs_on_a_day_that_is_removed(tmp_path):
    world = GridWorld(exceptions=(("20260310", 2),))
    network = laid(world, tmp_path / "world")
    with pytest.raises(gg.InputError, match="nothing runs on 2026-03-10"):
        minutes(network, world, "transit", **TRAIN)
    later = {**TRAIN, "departure": "2026-03-11T08:00"}
    same(minutes(network, world, "transit", **later), world.by_train())


WORLDS = {
    "two bridges": GridWorld(bridges=(0, 5)),
    "no bridge": GridWorld(bridges=()),
    "every row": GridWorld(bridges=tuple(range(6))),
    "rare trains": GridWorld(headway=25, ride=9, stations=((0, 0), (9, 5))),
}


@pytest.mark.long
@pytest.mark.parametrize("name", WORLDS)
def test_other_worlds(name, tmp_path):
    world = WORLDS[name]
    network = laid(world, tmp_path / "world")
    for mode in ("walk", "bicycle", "ebike", "car"):
        same(minutes(network, world, mode), world.minutes(mode))
    same(minutes(network, world, "transit", **TRAIN), world.by_train())


@pytest.mark.long
@pytest.mark.browser
def test_tables_feed_and_atlas_tell_what_counting_blocks_gives(grid, browser):
    world, _, folder = grid
    out = folder / "maps"
    assert main(["run", str(folder / "study.toml"), "-o", str(out), "--no-store"]) == 0
    wanted = {
        "walk": world.minutes("walk"),
        "car": world.minutes("car"),
        "train": world.by_train(),
    }
    towns = {"GM0002": world.dutch, "05554020": ~world.dutch}
    table = pd.read_csv(out / "tables" / "reach_municipalities.csv", dtype={"id": str})
    cells = pd.read_parquet(out / "tables" / "reach_cells.parquet")
    feed = pd.read_csv(out / "monitor" / "observations.csv", dtype={"region_code": str}).set_index(
        ["indicator_id", "region_code"]
    )["value"]
    held = 0
    for (mode, cutoff), rows in cells.groupby(["mode", "cutoff_min"]):
        own, across = world.reach(wanted[mode], cutoff)
        found = rows.drop_duplicates("id").set_index("id")
        found = found.loc[[f"{p}-{c}" for p, c in zip(
            world.points["id"], np.where(world.dutch, "GM0002", "05554020"), strict=True)]]  # fmt: skip
        assert found["closed"].tolist() == own.tolist()
        assert found["open"].tolist() == (own + across).tolist()
        for code, here in towns.items():
            weights = world.people[here] / world.people[here].sum()
            closed, opened = weights @ own[here], weights @ (own + across)[here]
            row = table[
                (table["id"] == code) & (table["mode"] == mode) & (table["cutoff_min"] == cutoff)
            ].iloc[0]
            assert (row["closed"], row["open"]) == pytest.approx((closed, opened), rel=1e-12)
            assert row["border_effect"] == pytest.approx(opened / closed - 1, rel=1e-9)
            if mode != "car":
                told = [
                    feed[f"jobs_{what}_{mode}_{cutoff:g}min", code] for what in ("closed", "open")
                ]
                assert told == pytest.approx([closed, opened], rel=1e-9)
            held += 1
    assert held == 2 * 3 * len(CUTOFFS)
    with visit(browser, out / "atlas.html", fragment="#lang=en") as seen:
        ready(seen.page)
        for place in range(0, len(world.points), 13):
            code = "GM0002" if world.dutch[place] else "05554020"
            for mode, times in wanted.items():
                own, across = world.reach(times, 20)
                told = seen.page.evaluate(ASK_ATLAS, {
                    "place": f"cell:{world.points['id'][place]}-{code}", "trip": mode, "cutoff": 20,
                    "border": "open", "opportunity": "jobs", "whose": "place",
                })  # fmt: skip
                assert (told["closed"], told["open"]) == (own[place], own[place] + across[place])
        seen.quiet()
