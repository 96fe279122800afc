"""What is prepared is held with the network, saved beside it and sent; the answers stay."""

import pickle
import re
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import numba as nb
import numpy as np
import pandas as pd
import pytest
from towns import COUNTRIES, DAY, buses, random_points, town

import grensgeo as gg
from grensgeo.errors import FileError, InputError
from grensgeo.network import Controls, Turns, mode_bit, with_feeds
from grensgeo.network.snapping import Edges, edge_index, street_pieces
from grensgeo.scenario import ModifyStreets
from grensgeo.traveltimes import departures, metrics
from grensgeo.traveltimes import router as module
from grensgeo.traveltimes.metrics import StreetMetrics
from grensgeo.traveltimes.router import open_router

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
TRIPS = {
    "car": gg.Trip("car", crossing_time_min=5),
    "walk": gg.Trip("walk", max_min=40, delays=True),
    "closed": gg.Trip("bicycle", foreign_routing=False),
}
PEOPLE = random_points(11, 90, name="p")
FEW = PEOPLE.iloc[:3]


def drawn(side=4):
    """Draw a town with forbidden turns and a signal."""
    network = town(side)
    streets = network.streets
    turns = Turns.of(
        (int(streets.head[e]), int(e), int(other), mode_bit("car"))
        for e in range(0, streets.n_edges, 3)
        for other in np.flatnonzero(streets.tail == streets.head[e])[:1]
    )
    return replace(network, turns=turns, controls=Controls.of([(2, 1, 0)]))


def answers(asked):
    """Ask each trip for many origins and for few, and isochrones."""
    found = [
        gg.travel_times(asked, points, PEOPLE, trip).minutes
        for trip in TRIPS.values()
        for points in (PEOPLE, FEW)
    ]
    areas = gg.isochrones(asked, FEW, TRIPS["walk"], cutoffs_min=(5, 10))
    return [*(minutes.tobytes() for minutes in found), areas.to_json()]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A network and what it answers; the router holds what was prepared for that."""
    folder = tmp_path_factory.mktemp("drawn") / "network"
    drawn().save(folder)
    network = gg.load_network(folder, store=False)  # in whole units of coordinates
    return gg.Router(network), answers(network)


@pytest.fixture
def no_contraction(monkeypatch):
    def forbidden(*_):
        raise AssertionError("contracted anew")

    monkeypatch.setattr(metrics, "prepare_layout", forbidden)
    # nor is anything else done again
    monkeypatch.setattr(metrics, "customise_skeleton", forbidden)
    monkeypatch.setattr("grensgeo.network.snapping.cut_off", forbidden)


def test_a_router_is_asked_as_its_network_is(whole, no_contraction):
    router, known = whole
    assert answers(router) == known
    assert gg.Router(router).network is router.network
    assert gg.Router(router.network).prepared is router.prepared
    assert re.search(r"prepared: [1-9] shapes, [1-9] metrics>", repr(router))


def test_saved_and_loaded(whole, tmp_path, no_contraction):
    router, known = whole
    router.save(tmp_path / "region")  # the network too, where there is none yet
    assert answers(gg.load_router(tmp_path / "region")) == known
    again = gg.load_network(tmp_path / "region", store=False)
    assert again.prepared.part(StreetMetrics).metrics.held == {}
    assert answers(gg.Router.load(again, tmp_path / "region")) == known
    assert answers(again) == known  # it is the network that holds it
    places = {file.suffix for file in (tmp_path / "region" / "router").rglob("*.*")}
    assert places == {".npy", ".json"}


def test_pickled(whole, no_contraction):
    router, known = whole
    assert answers(pickle.loads(pickle.dumps(router))) == known


def test_a_pickled_network_takes_nothing_along(whole):
    router, _ = whole
    alone = pickle.loads(pickle.dumps(router.network))
    assert len(alone.prepared.part(StreetMetrics).metrics) == 0
    assert len(pickle.dumps(router.network)) < len(pickle.dumps(router))


ELSEWHERE = """
import sys, warnings
import numba, numpy as np, pandas as pd
import grensgeo as gg
from grensgeo.traveltimes import departures, metrics
def forbidden(*_): raise AssertionError("made anew")
metrics.prepare_layout = metrics.customise_skeleton = forbidden
warnings.simplefilter("ignore")
router = gg.load_router(sys.argv[1])
people = pd.read_csv(sys.argv[2], dtype={"id": str})
for threads in sorted({1, numba.config.NUMBA_NUM_THREADS}):
    numba.set_num_threads(threads)
    trip = gg.Trip("walk", max_min=40, delays=True)
    many = gg.travel_times(router, people, people, trip).minutes
    few = gg.travel_times(router, people.iloc[:3], people, trip).minutes
    print(many.tobytes().hex() + few.tobytes().hex())
"""


def test_in_another_process_on_one_and_two_threads(whole, tmp_path):
    router, known = whole
    router.save(tmp_path / "region")
    PEOPLE.to_csv(tmp_path / "people.csv", index=False)
    told = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, tmp_path / "region", tmp_path / "people.csv"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert set(told.stdout.split()) == {(known[2] + known[3]).hex()}
    assert len(told.stdout.split()) == min(2, nb.config.NUMBA_NUM_THREADS)


def test_what_changed_is_refused(whole, tmp_path):
    router, _ = whole
    network = router.network
    router.save(tmp_path / "region")
    slower = ModifyStreets(("residential",), speed_factor=0.5, modes=("car",)).apply(network)
    fewer = replace(network, turns=Turns.of(()))
    heard = replace(network, controls=Controls.of([(3, 1, 0)]))
    wider = replace(network, streets=replace(network.streets, built_up=~network.streets.built_up))
    for other in (slower, fewer, heard, wider, drawn(3)):
        with pytest.raises(FileError, match=r"other networks, .*; prepare it anew: ask once"):
            gg.Router.load(other, tmp_path / "region")
    # side by side under names of their own
    gg.Router(slower).save(tmp_path / "region")
    gg.Router.load(slower, tmp_path / "region")
    gg.Router.load(network, tmp_path / "region")
    # under another's name
    one, two = (tmp_path / "region" / "router").iterdir()
    one.rename(tmp_path / "aside")
    two.rename(one)
    (tmp_path / "aside").rename(two)
    for other in (network, slower):
        with pytest.raises(FileError, match="was not prepared for this network"):
            gg.Router.load(other, tmp_path / "region")


def test_what_another_version_made_is_refused(whole, tmp_path, monkeypatch):
    router, _ = whole
    router.save(tmp_path / "region")
    monkeypatch.setattr(module, "_made_by", lambda: "other rules")
    with pytest.raises(FileError, match="another version of grensgeo; prepare it anew"):
        gg.load_router(tmp_path / "region")


def test_damage_is_refused(whole, tmp_path):
    router, _ = whole
    router.save(tmp_path / "region")
    (place,) = (tmp_path / "region" / "router").iterdir()
    described = place / "prepared.json"
    text = described.read_text(encoding="utf-8")
    described.write_text(text.replace('"metrics"', '"melodies"'), encoding="utf-8")
    with pytest.raises(FileError, match=r"is damaged: its parts do not go together"):
        gg.load_router(tmp_path / "region")
    described.write_text(text.replace('"Skeleton"', '"x"'), encoding="utf-8")
    with pytest.raises(FileError, match=r"is damaged"):
        gg.load_router(tmp_path / "region")
    next(place.glob("*.npy")).unlink()
    with pytest.raises(FileError, match="missing or damaged"):
        gg.load_router(tmp_path / "region")


def test_the_network_of_a_router_is_the_one_in_the_folder(whole, tmp_path, monkeypatch):
    router, known = whole
    router.save(tmp_path / "region")
    kept = gg.load_network(tmp_path / "region", store=False)
    with monkeypatch.context() as patch:  # streets are in the router's own files

        def forbidden(_):
            raise AssertionError("read from the network's files")

        patch.setattr("grensgeo.network.storage._read_streets", forbidden)
        found = gg.load_router(tmp_path / "region")
    for name in ("streets", "turns", "controls"):
        for item in fields(getattr(kept, name)):
            one, other = (getattr(getattr(n, name), item.name) for n in (kept, found.network))
            if isinstance(one, np.ndarray):
                np.testing.assert_array_equal(one, other)
    assert answers(found) == known
    # another network in its place: what was prepared is not for it
    other = replace(kept, turns=Turns.of(()))
    other.save(tmp_path / "other")
    (tmp_path / "region" / "router").rename(tmp_path / "other" / "router")
    with pytest.raises(FileError, match="other networks"):
        gg.load_router(tmp_path / "other")
    # damaged files of the network are told, though nothing is read from them
    router.save(tmp_path / "third")
    with (tmp_path / "third" / "coords.parquet").open("ab") as file:
        file.write(b"x")
    with pytest.raises(FileError, match=r"missing or damaged: coords\.parquet"):
        gg.load_router(tmp_path / "third")


def test_where_nothing_can_be_saved_or_loaded(whole, tmp_path):
    router, _ = whole
    router.network.save(tmp_path / "bare")
    with pytest.raises(FileError, match="nothing was prepared; prepare it anew"):
        gg.load_router(tmp_path / "bare")
    (tmp_path / "mine").mkdir()
    with pytest.raises(FileError, match="mine: is not the folder of a network"):
        router.save(tmp_path / "mine")
    assert list((tmp_path / "mine").iterdir()) == []
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileError, match="file: is not the folder of a network"):
        router.save(tmp_path / "file")


def test_what_is_contracted_is_kept_beside_a_network(tmp_path, request):
    drawn().save(tmp_path / "region")
    router = open_router(tmp_path / "region")
    assert not router.keep(tmp_path / "region")  # nothing was prepared yet
    known = answers(router)
    assert router.keep(tmp_path / "region")
    assert not router.keep(tmp_path / "region")  # there is nothing more
    request.getfixturevalue("no_contraction")
    again = open_router(tmp_path / "region")
    assert answers(again) == known
    assert not again.keep(tmp_path / "region")


def test_what_was_prepared_for_a_network_that_was_there_before_goes(tmp_path):
    place = tmp_path / "region"
    for side in (3, 4):
        drawn(side).save(place)
        router = open_router(place)
        answers(router)
        router.save(place)
    assert len(list((place / "router").iterdir())) == 1
    assert open_router(place).prepared.home.folder == place


def test_a_loaded_network_keeps_what_a_first_answer_prepares(tmp_path, request):
    """A new process starts where the last one was, without asking for a router."""
    drawn().save(tmp_path / "region")
    known = answers(gg.load_network(tmp_path / "region", store=False))
    assert not (tmp_path / "region" / "router").exists()
    first = gg.load_network(tmp_path / "region")
    assert not (tmp_path / "region" / "router").exists()  # nothing is prepared by loading
    assert answers(first) == known
    (described,) = (tmp_path / "region" / "router").glob("*/prepared.json")
    written = described.stat().st_mtime_ns
    request.getfixturevalue("no_contraction")
    assert answers(gg.load_network(tmp_path / "region")) == known
    (described,) = (tmp_path / "region" / "router").glob("*/prepared.json")
    assert described.stat().st_mtime_ns == written  # there was nothing new


def test_another_mode_is_kept_too_and_another_hour_is_not(tmp_path):
    drawn().save(tmp_path / "region")
    network = gg.load_network(tmp_path / "region")

    def kept():
        held = open_router(tmp_path / "region").prepared.part(StreetMetrics).metrics.held
        return [(key.mode, key.period) for key in held]

    gg.travel_times(network, FEW, PEOPLE, gg.Trip("walk", max_min=40, delays=True))
    assert kept() == [("walk", "free_flow")]
    gg.isochrones(network, FEW, gg.Trip("bicycle"), cutoffs_min=5)  # as walking contracts it
    assert [mode for mode, _ in kept()] == ["walk", "bicycle"]
    gg.reach(
        gg.travel_time_sums(network, FEW, PEOPLE, gg.Trip("car", max_min=40)),
        {"jobs": pd.Series(1.0, index=PEOPLE["id"])},
        cutoffs_min=(10,),
    )
    assert [mode for mode, _ in kept()] == ["walk", "bicycle", "car"]
    gg.travel_times(network, FEW, PEOPLE, gg.Trip("car", period="morning_peak"))
    assert len(kept()) == 3


def test_a_scenario_of_a_loaded_network_is_not_kept_in_its_place(tmp_path):
    drawn().save(tmp_path / "region")
    network = gg.load_network(tmp_path / "region")
    slower = ModifyStreets(("residential",), speed_factor=0.5, modes=("walk",))
    gg.travel_times(slower.apply(network), FEW, PEOPLE, TRIPS["walk"])
    assert not (tmp_path / "region" / "router").exists()
    known = gg.travel_times(network, FEW, PEOPLE, TRIPS["walk"]).minutes
    again = gg.load_network(tmp_path / "region")
    np.testing.assert_array_equal(
        gg.travel_times(again, FEW, PEOPLE, TRIPS["walk"]).minutes, known
    )


def test_a_folder_that_cannot_be_written_is_asked_once(tmp_path, monkeypatch):
    drawn().save(tmp_path / "region")
    count = []

    def full(*_):
        count.append(1)
        raise FileError("file-not-writable", "no room")

    monkeypatch.setattr(gg.Router, "save", full)
    network = gg.load_network(tmp_path / "region")
    first, second = (gg.travel_times(network, FEW, FEW, TRIPS["walk"]).minutes for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert len(count) == 1


def test_timetables_and_legs_are_kept_with_the_feeds_that_they_are_of(tmp_path, monkeypatch):
    drawn(7).save(tmp_path / "bare")
    feed = buses(tmp_path / "buses.zip", 3)
    with_feeds(drawn(7), [feed], countries=COUNTRIES).save(tmp_path / "region")
    trip = gg.Trip("transit", departure=f"{DAY}T08:00", window_min=20, max_min=90)
    first = gg.load_network(tmp_path / "region")
    known = gg.travel_times(first, FEW, PEOPLE, trip)
    other = gg.load_network(tmp_path / "region")
    with monkeypatch.context() as patch:

        def forbidden(*_, **__):
            raise AssertionError("laid anew")

        patch.setattr(departures, "timetable_on", forbidden)
        patch.setattr(departures, "prepare", forbidden)
        for asked in (other, pickle.loads(pickle.dumps(gg.Router(other)))):
            again = gg.travel_times(asked, FEW, PEOPLE, trip)
            assert again.minutes.tobytes() == known.minutes.tobytes()
            assert again.rides.tobytes() == known.rides.tobytes()
            assert again.provenance.notes == known.provenance.notes
        # what is searched is laid out in memory as it was, so that nothing is compiled for it
        flags = [
            [array.flags.writeable for array in schedule.lines]
            for network in (first, other)
            for *_, schedule in network.prepared.part(
                departures.Timetables
            ).schedules.held.values()
        ]
        assert len(flags) == 2
        assert flags[0] == flags[1]
    # other feeds on the same streets: the streets are known, the timetables are not
    bare = gg.Router.load(gg.load_network(tmp_path / "bare", store=False), tmp_path / "region")
    with pytest.raises(InputError, match="needs public transport"):
        gg.travel_times(bare, FEW, PEOPLE, trip)
    loaded = gg.Router.load(
        with_feeds(
            gg.load_network(tmp_path / "bare", store=False),
            [buses(tmp_path / "others.zip", 4)],
            countries=COUNTRIES,
        ),
        tmp_path / "region",
    )
    assert len(loaded.prepared.part(departures.Timetables).plans) == 0


def test_where_nothing_can_be_kept_it_is_no_error(tmp_path):
    drawn().save(tmp_path / "region")
    (tmp_path / "region" / "router").write_text("in the way")
    router = open_router(tmp_path / "region")
    gg.travel_times(router, FEW, FEW, TRIPS["walk"])
    assert not router.keep(tmp_path / "region")
    assert (tmp_path / "region" / "router").read_text() == "in the way"


@pytest.mark.parametrize("harm", ["description", "parts", "array", "version"])
def test_what_is_damaged_is_made_anew(tmp_path, harm, monkeypatch):
    drawn().save(tmp_path / "region")
    router = open_router(tmp_path / "region")
    minutes = gg.travel_times(router, FEW, PEOPLE, TRIPS["walk"]).minutes
    assert router.keep(tmp_path / "region")
    (described,) = (tmp_path / "region" / "router").glob("*/prepared.json")
    text = described.read_text(encoding="utf-8")
    if harm == "description":
        described.write_text(text[:-9], encoding="utf-8")
    elif harm == "parts":
        described.write_text(text.replace('"metrics"', '"melodies"'), encoding="utf-8")
    elif harm == "array":
        file = next(described.parent.glob("float64-*.npy"))
        whole = bytearray(file.read_bytes())
        whole[-20] ^= 1
        file.write_bytes(whole)
    else:
        monkeypatch.setattr(module, "_made_by", lambda: "other rules")
    again = open_router(tmp_path / "region")
    assert len(again.prepared.part(StreetMetrics).skeletons) == 0
    found = gg.travel_times(again, FEW, PEOPLE, TRIPS["walk"]).minutes
    assert found.tobytes() == minutes.tobytes()
    assert again.keep(tmp_path / "region")
    assert len(open_router(tmp_path / "region").prepared.part(StreetMetrics).skeletons) == 1


def test_a_scenario_starts_with_what_it_shares(whole, monkeypatch):
    router, _ = whole
    slower = ModifyStreets(("residential",), speed_factor=0.5, modes=("walk",)).apply(
        router.network
    )

    def forbidden(*_):
        raise AssertionError("contracted anew")

    monkeypatch.setattr(metrics, "prepare_layout", forbidden)
    before = gg.travel_times(router, FEW, PEOPLE, TRIPS["walk"]).minutes
    after = gg.travel_times(slower, FEW, PEOPLE, TRIPS["walk"]).minutes
    assert (np.nan_to_num(after, nan=99) >= np.nan_to_num(before, nan=99)).all()
    assert np.nanmax(after) > np.nanmax(before) / 2
    assert slower.prepared.part(Edges) is router.prepared.part(Edges)
    # and the network that it was made from does not know of it
    assert answers(router)


def test_a_table_of_ones_own_is_laid_on_the_saved_shapes(whole, tmp_path, monkeypatch):
    router, _ = whole
    own = replace(gg.SpeedTable.default(), name="own.csv")
    expected = gg.travel_times(router, FEW, PEOPLE, TRIPS["walk"], speeds=own).minutes
    router.save(tmp_path / "region")
    loaded = gg.load_router(tmp_path / "region")

    def forbidden(*_):
        raise AssertionError("contracted anew")

    monkeypatch.setattr(metrics, "prepare_layout", forbidden)
    found = gg.travel_times(loaded, FEW, PEOPLE, TRIPS["walk"], speeds=own).minutes
    np.testing.assert_array_equal(found, expected)


def test_a_timetable_is_laid_once_and_its_doubts_are_said_each_time(monkeypatch):
    network = gg.load_network(SAMPLE / "network", store=False)
    places = gg.load_region(SAMPLE).places.loc[["GM0153", "05554020"]]
    trip = gg.Trip("transit", departure="2023-10-17T23:50", window_min=2, max_min=60)
    count = []
    laid = departures.timetable_on
    monkeypatch.setattr(
        departures, "timetable_on", lambda *a, **k: (count.append(1), laid(*a, **k))[1]
    )
    found = []
    for asked in (network, gg.Router(network), network):
        with pytest.warns(gg.GrensgeoWarning, match="2023-10-18"):
            found.append(gg.travel_times(asked, places, places, trip).minutes)
    assert len(count) == 1
    np.testing.assert_array_equal(found[0], found[1])
    np.testing.assert_array_equal(found[0], found[2])
    # another seed, hour or window is another timetable; as many are kept as a study has trips
    for seed in range(1, 10):
        departures.Plan.of(network, replace(trip, seed=seed))
    assert len(count) == 10
    assert len(network.prepared.part(departures.Timetables).plans) == 8


def test_scenarios_of_a_loaded_network_start_with_what_was_loaded(whole, tmp_path):
    router, _ = whole
    router.save(tmp_path / "region")
    loaded = gg.load_router(tmp_path / "region").network
    slow = ModifyStreets(("residential",), limit_kmh=20)
    after = gg.Scenario("slow", (slow,), title=dict.fromkeys(("nl", "de", "en"), "slow"))
    changed = after.apply(loaded)
    assert street_pieces(changed) is street_pieces(loaded)
    assert edge_index(changed, "walk") is edge_index(loaded, "walk")
